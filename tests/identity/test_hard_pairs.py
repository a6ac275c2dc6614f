from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from email.header import Header
from pathlib import Path

import pytest

import netzwerkwandel as nw
from further_pairs import FURTHER
from hard_pairs import GROUPS, Side
from netzwerkwandel.model.keys import email_key


AS_OF = datetime(2026, 11, 1, tzinfo=UTC)
ME = "mara@example.org"
CASES, FURTHER_CASES = (
    [
        pytest.param(truth, one, other, id=f"{group}-{n}")
        for group, pairs in groups.items()
        for n, (truth, one, other) in enumerate(pairs)
    ]
    for groups in (GROUPS, FURTHER)
)
PROFILE = "First Name,Last Name,Maiden Name,Address,Birth Date,Headline\nMara,Vogt,,,,PM\n"
COLUMNS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def card_text(told: dict) -> str:
    lines = [f"FN:{told['name']}"]
    for at in told["at"]:
        if "://" in at:
            lines.append(f"URL:{at}")
        elif "@" in at:
            lines.append(f"EMAIL;TYPE=INTERNET:{at}")
        else:
            lines.append(f"TEL;TYPE={told['kind']}:{at}")
    lines += [f"ORG:{told['org']}"] if told["org"] else []
    lines += [f"BDAY:{told['bday']}"] if told["bday"] else []
    return "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""])


def mail_text(told: dict, n: int) -> str:
    name = f'"{told["name"]}"' if told["name"].isascii() else Header(told["name"]).encode()
    sender = f"{name} <{told['address']}>" if told["name"] else told["address"]
    return (
        "From x@y Fri Mar 01 10:00:00 2019\n"
        f"Delivered-To: {ME}\nFrom: {sender}\nTo: Mara Vogt <{ME}>\n"
        f"Date: Fri, {n + 1:02} Mar 2019 10:00:00 +0000\nMessage-ID: <{n}@x>\n\nhello\n\n"
    )


def linked_row(told: dict) -> str:
    url = f"https://www.linkedin.com/in/{told['slug']}" if told["slug"] else ""
    row = [told["first"], told["last"], url, "", told["org"], "", told["on"]]
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(row)
    return out.getvalue()


def written(folder: Path, sides: tuple[Side, Side], *, in_one: bool) -> None:
    """The two records as exports; cards and mails in one file each, or in one for each of them."""
    archives: dict[int, str] = {}
    for n, (kind, told) in enumerate(sides):
        if kind == "linked":
            archives[told["archive"]] = archives.get(told["archive"], COLUMNS) + linked_row(told)
            continue
        text = card_text(told) if kind == "card" else mail_text(told, n)
        ending = "vcf" if kind == "card" else "mbox"
        with (folder / f"{0 if in_one else n}.{ending}").open("a", encoding="utf-8") as file:
            file.write(text)
    for number, text in archives.items():
        (folder / f"li{number}").mkdir()
        (folder / f"li{number}" / "Connections.csv").write_text(text, encoding="utf-8")
        (folder / f"li{number}" / "Profile.csv").write_text(PROFILE, encoding="utf-8")


def outcome(folder: Path, sides: tuple[Side, Side]) -> str:
    """Merged, where one contact is left of two; an address that is no person's is apart."""
    records = nw.read_exports(folder, me=[ME], as_of=AS_OF)
    others = [contact for contact in records.contacts if contact.key != records.me]
    known = {key for contact in others for key in contact.keys}
    mails = {email_key(told["address"]) for kind, told in sides if kind == "mail"}
    if len(others) < 2 and mails <= known:
        return "merged"
    return "asked" if records.possible_duplicates() else "apart"


ALLOWED = {"same": {"merged", "asked"}, "ask": {"asked"}, "different": {"apart", "asked"}}


def come_out(folder: Path, sides: tuple[Side, Side], *, in_one: bool) -> str:
    folder.mkdir()
    written(folder, sides, in_one=in_one)
    return outcome(folder, sides)


@pytest.mark.parametrize(("truth", "one", "other"), CASES)
def test_pairs_come_out_as_they_are_in_one_file_or_two_and_in_either_order(
    tmp_path, truth, one, other
):
    together = come_out(tmp_path / "together", (one, other), in_one=True)
    apart = come_out(tmp_path / "apart", (one, other), in_one=False)
    turned = come_out(tmp_path / "turned", (other, one), in_one=False)

    assert together == apart == turned
    assert apart in ALLOWED[truth]


@pytest.mark.parametrize(("truth", "one", "other"), FURTHER_CASES)
def test_further_pairs_come_out_as_they_are(tmp_path, truth, one, other):
    assert come_out(tmp_path / "pair", (one, other), in_one=False) in ALLOWED[truth]


@pytest.mark.slow
@pytest.mark.parametrize(("truth", "one", "other"), FURTHER_CASES)
def test_further_pairs_come_out_the_same_in_one_file_and_turned_round(tmp_path, truth, one, other):
    turned = come_out(tmp_path / "turned", (other, one), in_one=False)

    assert come_out(tmp_path / "together", (one, other), in_one=True) == turned
    assert turned in ALLOWED[truth]
