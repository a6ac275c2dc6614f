from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from json_places import anything, deep, places, replaced
from netzwerkwandel.errors import InvalidRecordError
from netzwerkwandel.model import (
    Contact,
    Decision,
    Experiment,
    Goal,
    Interaction,
    Nobodies,
    Problem,
    SkipReason,
    SourceKind,
    SourceReport,
    Suggestion,
    Tie,
    Work,
)
from netzwerkwandel.records import Found, Origin
from netzwerkwandel.records.documents import document_of, record_of, text_of
from strategies import KEYS, contacts, experiments, interactions, ties
from whole_records import reports


NOON = datetime(2026, 3, 4, 12, 0, 0, 5, tzinfo=timezone(timedelta(hours=5, minutes=45)))
DAY = date(2026, 3, 4)
FULL = [
    Contact(
        key="card:1",
        name="Zoë",
        emails=["b@example.org", "a@example.org"],
        phones=["030 7654321"],
        profiles=["nowhere"],
        organisation="Contoso",
        position="Nurse",
        fields=["data"],
        communities=["choir"],
        changed_career=False,
        notes="a\0\n\u2028😀",
        aliases=["card:2"],
        seen=DAY,
        earlier_work=[Work(organisation="Beta", position="Clerk", seen=DAY), Work()],
        nicknames=["Zo"],
        born="--02-29",
        work_phones=["030 7654321"],
    ),
    Decision(a="a", b="b", is_one_person=False),
    Experiment(
        key="course",
        title="Course",
        started=DAY,
        ended=DAY,
        field="data",
        kind="confirmatory",
        hours=0,
        met=["a"],
    ),
    Found(key="a", contacts=[Contact(key="a"), Contact(key="a", seen=DAY)]),
    Interaction(
        key="x", when=NOON, participants=["b", "a"], channel="call", sender="b", duration=0.1
    ),
    Origin(
        me="a",
        me_evidence="own calendar",
        goal=Goal(fields=["data", "ux research"], since=DAY),
        language="de",
        reports=[
            SourceReport(
                kind=SourceKind.CALENDAR,
                where="a.ics",
                read=7,
                used=4,
                skipped={SkipReason.ALL_DAY: 2, SkipReason.BROKEN: 1},
                addresses=9,
                first=NOON,
                last=NOON,
                problems=[Problem("a.ics, line 3", "cannot be read")],
                nobodies=[Nobodies(reason="a list", named=["lists.example"], more=2)],
            )
        ],
    ),
    Tie(
        a="a",
        b="b",
        relations=["friend", "boss"],
        functions=["doors"],
        closeness=0,
        trust=1 / 3,
        since=DAY,
        ended_in_conflict=True,
    ),
]
FULL += FULL[5].reports
FULL.append(
    Suggestion(
        key="s",
        contact="a",
        on=DAY,
        function="ideas",
        answer="talked",
        talked=DAY,
        brought=["feedback"],
        introduced=["b"],
        again=DAY,
        notes="tea",
    )
)
by_name = {type(record).__name__: record for record in FULL}
kinds = pytest.mark.parametrize("record", FULL, ids=by_name)


def read_again(record):
    return record_of(type(record), json.loads(text_of(record)))


@kinds
def test_a_record_with_every_field_is_read_back(record) -> None:
    again = read_again(record)

    assert again == record
    assert repr(document_of(again)) == repr(document_of(record))


@kinds
def test_every_field_is_told_where_it_is_not_the_default(record) -> None:
    assert set(document_of(record)) == {field.name for field in record.__attrs_attrs__}


@given(
    st.one_of(
        contacts(), ties(KEYS), interactions(KEYS), experiments(KEYS), reports(), st.just(FULL[3])
    )
)
@example(Interaction(key="x", when=datetime.min.replace(tzinfo=UTC), participants=["a"]))
@example(Tie(a="a", b="b", trust=5e-324, closeness=1 - 2**-53))
@example(Experiment(key="a", title="", started=date.min, ended=date.max, hours=10**300 + 1))
def test_any_record_is_read_back(record) -> None:
    again = read_again(record)

    assert again == record
    assert text_of(again) == text_of(record)


def test_the_offset_of_a_moment_is_kept() -> None:
    assert read_again(by_name["Interaction"]).when.utcoffset() == NOON.utcoffset()


def test_what_is_not_known_is_not_written() -> None:
    assert text_of(Contact(key="card:1", name="Zoë")) == '{"key":"card:1","name":"Zoë"}'
    assert document_of(Origin()) == {}


def test_a_value_that_is_null_is_not_known() -> None:
    assert record_of(Contact, {"key": "a", "seen": None, "changed_career": None}) == Contact(
        key="a"
    )


def test_skipped_and_kind_of_a_report_are_members_of_their_vocabularies() -> None:
    again = read_again(by_name["SourceReport"])

    assert type(again.kind) is SourceKind
    assert {type(reason) for reason, _ in again.skipped} == {SkipReason}


@given(st.data(), st.sampled_from(FULL), anything)
def test_anything_in_any_place_is_a_record_or_refused(data, record, value) -> None:
    document = json.loads(text_of(record))
    at = data.draw(st.sampled_from(list(places(document))))
    try:
        again = record_of(type(record), replaced(document, at, value))
    except InvalidRecordError:
        return
    assert read_again(again) == again


@pytest.mark.slow
@kinds
def test_what_is_nested_too_deep_is_refused_in_any_place(record) -> None:
    document, nested = json.loads(text_of(record)), deep()
    for at in places(document):
        with pytest.raises(InvalidRecordError):
            record_of(type(record), replaced(document, at, nested))


@kinds
def test_a_field_that_is_not_known_is_refused(record) -> None:
    document = json.loads(text_of(record))

    with pytest.raises(InvalidRecordError, match=rf"one of a {type(record).__name__}.*'shoe_size'"):
        record_of(type(record), document | {"shoe_size": 43})


@pytest.mark.parametrize(
    ("kind", "document", "rule"),
    [
        (Contact, {}, "'key'"),
        (Tie, {"a": "a"}, "'b'"),
        (Interaction, {"key": "x", "participants": ["a"]}, "'when'"),
        (Interaction, {"key": "x", "participants": ["a"], "when": None}, "a datetime with a time"),
        (SourceReport, {"where": "x"}, "'kind'"),
        (SourceReport, {"kind": "mail"}, "'where'"),
        (SourceReport, {"kind": "mail", "where": "x", "read": True}, "read must be of type int"),
        (SourceReport, {"kind": "mail", "where": 5}, "where must be of type str"),
        (SourceReport, {"kind": "mail", "where": "x", "skipped": [["spam", "x"]]}, "n must be"),
        (SourceReport, {"kind": "mail", "where": "x", "skipped": [["spa", 1]]}, "SkipReason"),
        (SourceReport, {"kind": "mail", "where": "x", "problems": [{"where": "x"}]}, "'reason'"),
        (Contact, {"key": "a", "earlier_work": ""}, "earlier_work must be of type list"),
        (Contact, {"key": "a", "earlier_work": {}}, "earlier_work must be of type list"),
        (Contact, {"key": "a", "seen": "yesterday"}, "'yesterday'"),
        (Contact, {"key": "a", "emails": {"x": 1}}, "emails must be"),
        (Found, {"key": "a", "contacts": "ab"}, "contacts must be of type list"),
        (Found, {"key": "a", "contacts": [{"key": "b"}]}, "the key 'a'"),
        (Tie, {"a": "a", "b": "b", "trust": True}, "trust must be"),
        (Tie, {"a": "a", "b": "b", "relations": "friend"}, "Relation"),
        (Origin, [], "Origin"),
        (Origin, "reports", "Origin"),
        (Contact, "earlier_work", "Contact"),
    ],
)
def test_the_error_names_the_rule(kind, document, rule: str) -> None:
    with pytest.raises(InvalidRecordError, match=rule):
        record_of(kind, document)
