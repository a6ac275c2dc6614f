"""Readers that other packages bring along, found by their entry points."""

from __future__ import annotations

import pytest

import netzwerkwandel as nw
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.sources import installed_readers
from sources.exports_folder import AS_OF, GOOD, write


MODULE = """
from netzwerkwandel.sources.tools import Reading, Tally

class PhoneLog:
    kind = "phone log"
    def looks_like(self, head, name):
        return head.startswith(b"Number;Time")
    def read(self, source, context):
        tally = Tally(self.kind, source.where)
        tally.use()
        return Reading(report=tally.report())

made = PhoneLog()
number = 3
"""


@pytest.fixture
def install(tmp_path, monkeypatch):
    """Install a package that names these as its readers."""

    def install(**readers):
        about = tmp_path / "phone_log-1.0.dist-info"
        about.mkdir(parents=True)
        (tmp_path / "phone_log.py").write_text(MODULE)
        (about / "METADATA").write_text("Metadata-Version: 2.1\nName: phone-log\nVersion: 1.0\n")
        lines = [f"{name.replace('_', '-')} = {value}" for name, value in readers.items()]
        text = "\n".join(["[netzwerkwandel.readers]", *lines])
        (about / "entry_points.txt").write_text(text)
        monkeypatch.syspath_prepend(tmp_path)

    return install


def test_a_package_brings_its_readers_along_as_classes_or_made(install, tmp_path) -> None:
    install(phone_log="phone_log:PhoneLog", again="phone_log:made")

    readers = installed_readers()

    assert [reader.kind for reader in readers] == ["phone log", "phone log"]
    write(tmp_path / "exports", {**GOOD, "calls.txt": b"Number;Time"})
    records = nw.read_exports(tmp_path / "exports", readers=[*nw.READERS, *readers], as_of=AS_OF)
    assert "phone log" in {report.kind for report in records.reports}


def test_without_such_a_package_there_are_none() -> None:
    assert installed_readers() == ()


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("phone_log:Gone", r"\(phone_log:Gone\) cannot be loaded \(AttributeError\)"),
        ("gone:PhoneLog", r"\(gone:PhoneLog\) cannot be loaded \(ModuleNotFoundError\)"),
        ("phone_log:number", r"\(phone_log:number\) must be a Reader, got int"),
    ],
)
def test_a_reader_that_cannot_be_had_is_named_with_its_package(install, value, said) -> None:
    install(phone_log=value)

    with pytest.raises(InvalidArgumentError, match=f"the reader 'phone-log' of phone-log {said}"):
        installed_readers()


def test_nothing_of_another_package_runs_unless_it_is_asked_for(install, tmp_path) -> None:
    install(phone_log="gone:PhoneLog")
    write(tmp_path / "exports", GOOD)

    assert nw.read_exports(tmp_path / "exports", as_of=AS_OF).contacts
