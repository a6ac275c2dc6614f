from __future__ import annotations

import json
import logging
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from email.message import EmailMessage
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

import netzwerkwandel as nw
from netzwerkwandel import import_json
from netzwerkwandel.storage.postgres import PostgresStorage


ME = "mara.vogt@posteo.example"


@pytest.fixture
def client(postgres_url, schema, monkeypatch):
    import web_app

    # Tests run side by side on one server, each in a schema of its own.
    def opened(pool, **values):
        return PostgresStorage(pool, schema=schema, **values)

    monkeypatch.setattr(web_app, "PostgresStorage", opened)
    monkeypatch.setenv("DATABASE", postgres_url)
    with TestClient(web_app.app) as client:
        yield client
    sys.modules.pop("web_app", None)


def mail(n: int, who: str = "noor.aziz@firm.example", name: str = "Noor Aziz") -> bytes:
    message = EmailMessage()
    message["From"] = ME
    message["To"] = f"{name} <{who}>"
    message["Date"] = f"Mon, {1 + n % 28} Jun 2026 10:00:00 +0000"
    message["Message-ID"] = f"<{n}@posteo.example>"
    message["Subject"] = "hello"
    message.set_content("hello")
    return bytes(message)


def test_an_export_a_mail_a_list_and_an_erasure(client, caplog):
    caplog.set_level(logging.DEBUG, "netzwerkwandel")
    mbox = b"".join(b"From x Mon Jun  1 10:00:00 2026\n" + mail(n) + b"\n\n" for n in range(5))

    news = client.post(f"/{ME}/exports", content=mbox)
    assert news.status_code == 200, news.text
    assert "Noor Aziz" in news.json()["news"]

    again = client.post(f"/{ME}/mails", content=mail(9, "gil@firm.example", "Gil Ruiz"))
    assert again.status_code == 200, again.text
    listed = client.get(f"/{ME}/list").json()
    names = [[pick["name"] for pick in each["picks"]] for each in (listed, again.json())]
    assert names == [["Noor Aziz", "Gil Ruiz"]] * 2
    assert "@" not in json.dumps(listed)
    ids = [[pick["key"] for pick in each["picks"]] for each in (listed, again.json())]
    assert ids[0] == ids[1]

    records = import_json(client.get(f"/{ME}/export").text)
    assert {contact.name for contact in records.contacts} >= {"Noor Aziz", "Gil Ruiz"}
    assert client.delete(f"/{ME}/people/mailto:noor.aziz@firm.example").status_code == 204
    assert "noor" not in client.get(f"/{ME}/export").text.casefold()
    gone = client.delete(f"/{ME}/people/mailto:noor.aziz@firm.example")
    assert gone.status_code == 404
    assert "noor.aziz" not in gone.text

    assert client.delete(f"/{ME}").status_code == 204
    assert import_json(client.get(f"/{ME}/export").text).contacts == ()
    assert "saved" in caplog.text
    assert "aziz" not in caplog.text.casefold()
    assert "@" not in caplog.text


def test_what_is_no_export_is_refused_by_its_reason(client):
    answer = client.post(f"/{ME}/exports", content=b"hello")

    assert answer.status_code == 422


@pytest.mark.slow
def test_many_requests_at_once(client):
    def send(n: int) -> int:
        return client.post(f"/{ME}/mails", content=mail(n)).status_code

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(send, range(24))) == {200}
    assert len(import_json(client.get(f"/{ME}/export").text).interactions) == 24


@pytest.mark.slow
@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_the_app_is_typed(checker):
    page, source = Path(__file__).parents[2] / "docs/web_app.py", Path(nw.__file__).parents[1]
    if checker == "pyright":  # which brings itself from a registry when it is called first
        called = shutil.which("pyright") and subprocess.run(
            ["pyright", "--version"], check=False, capture_output=True
        )
        if not called or called.returncode:
            pytest.skip("pyright is not here, and cannot be had")
    command = {
        "mypy": [sys.executable, "-m", "mypy", "--strict", page],
        "pyright": ["pyright", "--pythonpath", sys.executable, page],  # strict, as the page says
    }
    done = subprocess.run(
        command[checker],
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "MYPYPATH": str(source)},
    )

    assert done.returncode == 0, done.stdout
