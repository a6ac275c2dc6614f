from __future__ import annotations

import re

import pytest

from netzwerkwandel.errors import InvalidRecordError
from netzwerkwandel.model import Contact, Decision, MeEvidence, SourceKind, SourceReport
from netzwerkwandel.records import Found, Origin


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
