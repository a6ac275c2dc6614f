"""The owner of a calendar, invited under another address."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

import netzwerkwandel as nw


ME, ALIAS = "mara@example.org", "m.vogt@example.org"


def own_calendar(*guests: str, times: int = 4, owner: str = ME) -> bytes:
    lines = ["BEGIN:VCALENDAR", f"X-WR-CALNAME:{owner}"]
    for day in range(1, times + 1):
        lines += ["BEGIN:VEVENT", f"UID:{day}", f"DTSTART:202603{day:02d}T090000Z"]
        lines += [f"ATTENDEE;{guest}" for guest in guests]
        lines += ["END:VEVENT"]
    return "\n".join([*lines, "END:VCALENDAR", ""]).encode()


def others(folder, *calendars: bytes, **options) -> set[str]:
    for number, data in enumerate(calendars):
        (folder / f"{number}.ics").write_bytes(data)
    records = nw.read_exports(folder, as_of=datetime(2026, 6, 1, tzinfo=UTC), **options)
    return {contact.name for contact in records.contacts if contact.key != records.me}


ANNA = "CN=Anna Berg:mailto:anna@example.net"


@pytest.mark.parametrize("options", [{}, {"me": [ME]}])
@pytest.mark.parametrize("name", ["Mara Vogt", "Vogt, Mara", "Mára Vogt"])
def test_whoever_is_called_as_i_am_and_is_always_there_is_me(tmp_path, name, options) -> None:
    calendar = own_calendar(ANNA, f'CN="{name}":mailto:{ALIAS}')
    assert others(tmp_path, calendar, **options) == {"Anna Berg"}


@pytest.mark.parametrize(
    "calendars",
    [
        # another name; the only guest; twice only; beside me; not always
        [own_calendar(ANNA, f"CN=Tom Vogt:mailto:{ALIAS}")],
        [own_calendar(f"CN=Mara Vogt:mailto:{ALIAS}")],
        [own_calendar(ANNA, f"CN=Mara Vogt:mailto:{ALIAS}", times=2)],
        [own_calendar(ANNA, f"CN=Mara Vogt:mailto:{ALIAS}", f"CN=Mara Beck:mailto:{ME}")],
        [
            own_calendar(ANNA, f"CN=Mara Vogt:mailto:{ALIAS}")
            .replace(b"END:VCALENDAR", b"BEGIN:VEVENT\nUID:x\nDTSTART:20260320T090000Z\nATTENDEE;")
            .rstrip()
            + b"CN=Anna Berg:mailto:anna@example.net\nATTENDEE:mailto:c@d.example\nEND:VEVENT\n"
        ],
    ],
    ids=["another name", "the only guest", "twice only", "beside me", "not always"],
)
def test_whoever_may_be_somebody_else_stays_herself(tmp_path, calendars) -> None:
    assert others(tmp_path, *calendars) & {"Tom Vogt", "Mara Vogt"}


def test_my_name_may_be_told_elsewhere(tmp_path) -> None:
    mail = f"From: Zora Lind <7@example.org>\nTo: {ANNA[3:12]} <anna@example.net>\n"
    mail += "Date: Mon, 2 Mar 2026 10:00:00 +0000\nMessage-ID: <1@x>\n\n"
    (tmp_path / "a.eml").write_text(mail)
    calendar = own_calendar(ANNA, "CN=Zora Lind:mailto:lind@firm.example", owner="7@example.org")
    assert others(tmp_path, calendar) == {"Anna Berg"}
