from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from netzwerkwandel.errors import InvalidRecordError
from netzwerkwandel.model import (
    Contact,
    Decision,
    MeEvidence,
    Problem,
    SourceKind,
    SourceReport,
)
from netzwerkwandel.records import Found, Origin, Records
from netzwerkwandel.storage import open_storage


NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_a_decision_is_the_same_whichever_key_comes_first():
    one = Decision(a="b", b="a", is_one_person=False)

    assert (one.a, one.b) == one.pair == ("a", "b")
    assert one == Decision(a="a", b="b", is_one_person=False)
    assert one != Decision(a="a", b="b", is_one_person=True)


def test_a_decision_is_about_two_keys():
    with pytest.raises(InvalidRecordError, match="a decision is about two keys, got 'a' twice"):
        Decision(a="a", b="a", is_one_person=True)


def test_what_was_found_of_a_key_stands_once_and_in_order():
    ann, ben = Contact(key="a", name="Ann"), Contact(key="a", name="Ben")

    found = Found(key="a", contacts=[ben, ann, ben])

    assert found.contacts == (ann, ben)
    assert found == Found(key="a", contacts={ann, ben})


@pytest.mark.parametrize(
    ("contacts", "told"),
    [
        ([], "must all have the key 'a', got []"),
        ([Contact(key="b")], "must all have the key 'a', got ['b']"),
        ([Contact(key="a"), Contact(key="b")], "must all have the key 'a', got ['a', 'b']"),
        ([None], "a sequence of Contact"),
        (None, "a sequence of Contact"),
    ],
)
def test_what_was_found_of_a_key_has_that_key(contacts, told):
    with pytest.raises(InvalidRecordError, match=re.escape(told)):
        Found(key="a", contacts=contacts)


def test_an_origin_keeps_its_reports_in_order_and_knows_its_evidence_by_word():
    old, new = (SourceReport(kind=SourceKind.MAIL, where=where) for where in ("a", "b"))

    origin = Origin(me="a", me_evidence="own calendar", reports=[new, old])

    assert origin.reports == (old, new)
    assert origin.me_evidence is MeEvidence.CALENDAR
    with pytest.raises(InvalidRecordError, match="a MeEvidence must be one of"):
        Origin(me_evidence="a guess")
    with pytest.raises(InvalidRecordError, match="a sequence of SourceReport"):
        Origin(reports=["a"])


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Decision(a="mailto:a@x.example", b="b", is_one_person=True), "Decision(one person)"),
        (Decision(a="mailto:a@x.example", b="b", is_one_person=False), "Decision(two people)"),
        (
            Found(key="mailto:a@x.example", contacts=[Contact(key="mailto:a@x.example")]),
            "Found(1 contact)",
        ),
        (Origin(me="mailto:a@x.example"), "Origin(0 reports)"),
        (Origin(reports=[SourceReport(kind=SourceKind.MAIL, where="a")]), "Origin(1 report)"),
    ],
)
def test_what_is_kept_of_decisions_and_origins_shows_no_key(value, shown):
    assert repr(value) == shown


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"kind": 5}, "kind must be"),
        ({"where": None}, "where must be a text"),
        ({"read": -1}, "read must be a whole number"),
        ({"used": 1.0}, "used must be a whole number"),
        ({"addresses": 10**400}, "addresses must be a whole number"),
        ({"skipped": {"too dull": 2}}, "skipped: a SkipReason must be one of"),
        ({"skipped": {"draft": "2"}}, "skipped must count whole numbers"),
        ({"skipped": ["draft"]}, "skipped must be pairs"),
        ({"skipped": 3}, "skipped must be"),
        ({"first": NOON.replace(tzinfo=None)}, "first must be a datetime with a time zone"),
        ({"last": "2026-01-01"}, "last must be a datetime with a time zone"),
        ({"problems": ["page 3"]}, "problems must be a sequence of Problem"),
    ],
)
def test_a_report_that_could_not_be_read_again_is_refused(values, message):
    with pytest.raises(InvalidRecordError, match=message):
        SourceReport(**{"kind": "diary", "where": "diary.txt", **values})


@pytest.mark.parametrize("values", [(3, "reason"), ("where", None)])
def test_a_problem_is_two_texts(values):
    with pytest.raises(InvalidRecordError, match="must be a text"):
        Problem(*values)


def test_a_report_of_a_reader_of_ones_own_comes_back():
    report = SourceReport(
        kind="diary", where="diary.txt", read=3, used=1, skipped={"draft": 2}, last=NOON
    )
    with open_storage(":memory:") as storage:
        storage.save(Records(reports=[report]))
        assert storage.load().reports == (report,)
