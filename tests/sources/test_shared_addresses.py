from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.model import Nobodies
from netzwerkwandel.records import Records
from netzwerkwandel.sources.combined import combined
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.mail import read_mail
from netzwerkwandel.sources.reading import Reading


AS_OF = datetime(2026, 6, 1, tzinfo=UTC)
ME = "mailto:mara@x.example"
SHARED = "haus@x.example"


def mailbox(where: str, senders: Sequence[tuple[int, str]]) -> Reading:
    """A mail to the owner from each sender, on the day that is given."""
    mails = [
        "From x@y Fri Mar 01 10:00:00 2019\nDelivered-To: mara@x.example\n"
        f"From: {sender}\nTo: Mara Vogt <mara@x.example>\n"
        f"Date: {day} Mar 2019 10:00:00 +0000\nMessage-ID: <{day}@x>\n\nhello\n\n"
        for day, sender in senders
    ]
    file = SourceFile.from_bytes("".join(mails).encode(), where)
    return read_mail([file], where, me=frozenset([ME]), as_of=AS_OF)


def together(*files: Sequence[tuple[int, str]]) -> Records:
    readings = [mailbox(f"{n}.mbox", senders) for n, senders in enumerate(files) if senders]
    return combined(readings, frozenset([ME]), None, None)


def wrote(records: Records) -> Counter[str]:
    """How many mails each wrote, by name."""
    return Counter(records.contact(str(each.sender)).name for each in records.interactions)


def of(*names: str) -> list[tuple[int, str]]:
    return [(day, f"{name} <{SHARED}>") for day, name in enumerate(names, 1)]


def test_two_mailboxes_with_a_name_each_keep_the_mails_of_each():
    jan, sabine, again = of("Jan Weber", "Sabine Weber", "Sabine Weber")

    records = together([jan], [sabine, again])

    assert wrote(records) == {"Jan Weber": 1, "Sabine Weber": 2}
    assert records == together([jan]).join(records)


def test_what_strangers_use_in_three_mailboxes_is_nobodys_address():
    anna, ben, carla = of("Anna Schmidt", "Ben Okafor", "Carla Diaz")
    eva = (9, "Eva Lind <eva@x.example>")

    records = together([anna], [ben], [carla, eva])

    assert wrote(records) == {"Eva Lind": 1}
    assert [report.used for report in records.reports] == [0, 0, 1]
    assert [dict(report.skipped) for report in records.reports][:2] == [
        {"automatic or no-reply": 1}
    ] * 2
    assert records.reports[0].nobodies == (Nobodies(reason="many names", named=["x.example"]),)
    assert "people with nothing in common write from it: x.example" in records.summary("en")


def test_the_owner_may_be_called_what_others_like():
    called = ("Anna Schmidt", "Ben Okafor", "Carla Diaz")
    mails = [
        "From x@y Fri Mar 01 10:00:00 2019\nDelivered-To: mara@x.example\n"
        f"From: Eva Lind <eva@x.example>\nTo: {name} <mara@x.example>\n"
        f"Date: {day} Mar 2019 10:00:00 +0000\n\nhello\n\n"
        for day, name in enumerate(called, 1)
    ]
    file = SourceFile.from_bytes("".join(mails).encode(), "a.mbox")

    assert len(read_mail([file], "a.mbox", as_of=AS_OF).interactions) == 3


NAMES = ["Jan Weber", "Sabine Weber", "Tim Weber", "Jan Weber (Handy)", "Eva Lind"]


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 2)), max_size=6))
def test_it_does_not_matter_in_which_mailbox_a_mail_lies(drawn):
    mails = of(*(name for name, _ in drawn))
    files = [[mail for mail, (_, n) in zip(mails, drawn, strict=True) if n == k] for k in range(3)]

    apart, whole = together(*files) if mails else Records(), together(mails) if mails else Records()

    assert wrote(apart) == wrote(whole)
    assert apart.contacts == whole.contacts
