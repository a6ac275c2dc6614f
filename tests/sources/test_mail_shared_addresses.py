from __future__ import annotations

from datetime import UTC, datetime
from itertools import permutations

import pytest

from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.mail import read_mail
from netzwerkwandel.sources.reading import Reading


AS_OF = datetime(2026, 6, 1, tzinfo=UTC)
FAMILY = "familie.weber@x.example"


def mailbox(*senders: str) -> Reading:
    """A mail to the owner from each sender, one a day."""
    mails = [
        "From x@y Fri Mar 01 10:00:00 2019\n"
        f"From: {sender}\nTo: Mara Vogt <mara@x.example>\n"
        f"Date: {day} Mar 2019 10:00:00 +0000\nMessage-ID: <{sender}{day}@x>\n\nhello\n\n"
        for day, sender in enumerate(senders, 1)
    ]
    file = SourceFile.from_bytes("".join(mails).encode(), "a.mbox")
    return read_mail([file], "a.mbox", as_of=AS_OF)


def names(reading: Reading) -> dict[str, str]:
    return {c.key: c.name for c in reading.contacts if c.key != "mailto:mara@x.example"}


@pytest.mark.parametrize("order", [*permutations(range(3))])
def test_two_who_share_an_address_have_their_own_mails_in_any_order(order):
    senders = [f"Jan Weber <{FAMILY}>", f"Sabine Weber <{FAMILY}>", f"Sabine <{FAMILY}>"]

    reading = mailbox(*(senders[i] for i in order))

    assert names(reading) == {
        f"mailto:{FAMILY}": "Jan Weber",
        f"mailto:{FAMILY}#sabine weber": "Sabine Weber",
    }
    wrote = {each.key: each.sender for each in reading.interactions}
    assert sorted(wrote.values()) == [
        f"mailto:{FAMILY}",
        f"mailto:{FAMILY}#sabine weber",
        f"mailto:{FAMILY}#sabine weber",
    ]
    assert all(each.sender in each.participants for each in reading.interactions)


def test_names_that_fit_are_one_person():
    reading = mailbox("Ben Okafor <ben@x.example>", "B. Okafor <ben@x.example>", "ben@x.example")

    assert names(reading) == {"mailto:ben@x.example": "Ben Okafor"}


def test_what_writes_for_people_with_nothing_in_common_is_no_person():
    writers = ["Anna Schmidt", "Ben Okafor", "Carla Diaz"]

    reading = mailbox(*(f"{name} <share@tool.example>" for name in writers), "Eva <eva@x.example>")

    assert names(reading) == {"mailto:eva@x.example": "Eva"}
    assert dict(reading.report.skipped) == {"automatic or no-reply": 3}
    assert reading.report.used == 1


def test_of_a_relay_that_says_so_two_names_are_enough_and_one_is_not():
    one, two = "Anna Schmidt via Poll <team@x.example>", "Ben Okafor via Poll <team@x.example>"

    assert names(mailbox(one, two, "Eva <eva@x.example>")) == {"mailto:eva@x.example": "Eva"}
    assert len(names(mailbox(one))) == 1
    assert not names(mailbox("Anna Schmidt via Poll <poll@x.example>"))


def test_a_family_of_four_is_no_service():
    family = [f"{name} Weber <{FAMILY}>" for name in ("Jan", "Sabine", "Tim", "Lea")]

    assert len(names(mailbox(*family))) == 4
