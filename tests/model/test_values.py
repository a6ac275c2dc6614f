from __future__ import annotations

import pickle
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.errors import InvalidRecordError, NetzwerkwandelError
from netzwerkwandel.model import (
    Contact,
    Decision,
    Experiment,
    Goal,
    Interaction,
    Problem,
    Relation,
    SkipReason,
    SourceKind,
    SourceReport,
    Suggestion,
    Tie,
    Work,
)
from netzwerkwandel.records import Found, Origin, Records
from strategies import KEYS, contacts, experiments, goals, interactions, records, ties, works


NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
DAY = date(2026, 3, 4)
NEEDED = {
    Contact: {"key": "a"},
    Tie: {"a": "a", "b": "b"},
    Interaction: {"key": "a", "when": NOON, "participants": ["a"]},
    Experiment: {"key": "a", "title": "Course", "started": DAY},
    Suggestion: {"key": "s", "contact": "a", "on": DAY},
    Goal: {"fields": ["art"]},
    Work: {},
    Decision: {"a": "a", "b": "b", "is_one_person": True},
    Found: {"key": "a", "contacts": [Contact(key="a")]},
    Origin: {},
    Records: {},
}
several_texts = "a sequence of non-empty texts"
several_keys = "a sequence of keys"
one_key = "a non-empty text without line breaks"
BROKEN = [
    *(
        (Contact, "key", bad, one_key)
        for bad in ("", " ", "a\nb", "a\u2028b", "a\0b", 5, None, b"a")
    ),
    *((Contact, "name", bad, "a text") for bad in (None, 5, b"Ben", ["Ben"])),
    *(
        (Contact, name, bad, several_texts)
        for name in ("emails", "phones", "profiles", "fields", "communities")
        for bad in ("a@x.example", None, 5, {"a": 1}, [""], [None], [["a"]], b"a", [5, "a"])
    ),
    *((Contact, "aliases", bad, several_keys) for bad in ("a", None, {"a": 1})),
    *((Contact, "aliases", bad, one_key) for bad in ([""], [5], [None, "a"], [["a"]])),
    *((Contact, "changed_career", bad, "True or False") for bad in ("yes", 1, [])),
    *((Contact, "seen", bad, "a date without a time") for bad in (NOON, "2026-03-04", 2026)),
    *(
        (Contact, "earlier_work", bad, "a sequence of Work")
        for bad in ("Acme", None, 5, ["Acme"], [None], {"a": 1}, Work())
    ),
    *((Work, "organisation", bad, "a text") for bad in (None, 5, ["Acme"])),
    *((Work, "position", bad, "a text") for bad in (None, 5, b"Nurse")),
    *((Work, "seen", bad, "a date without a time") for bad in (NOON, "2026-03-04", 2026)),
    *((Decision, "a", bad, one_key) for bad in ("", None, 5, "a\nb")),
    *((Decision, "b", bad, one_key) for bad in ("", None, 5, [])),
    *((Decision, "is_one_person", bad, "True or False") for bad in (None, 1, "yes")),
    *((Found, "key", bad, one_key) for bad in ("", None, 5)),
    *((Origin, "me", bad, one_key) for bad in ("", 5, ["a"])),
    *((Tie, "a", bad, one_key) for bad in ("", None, 5, [])),
    *((Tie, "closeness", bad, "a number from 0 to 1, or None") for bad in (-0.1, 1.1, "1", True)),
    *((Tie, "trust", bad, "a number from 0 to 1, or None") for bad in (float("nan"), [], 2)),
    *((Tie, "since", bad, "a date without a time") for bad in (NOON, "2026-03-04", 2026)),
    *((Tie, "ended_in_conflict", bad, "True or False") for bad in (None, 0, "no")),
    (Interaction, "when", datetime(2026, 3, 4), "a datetime with a time zone"),  # noqa: DTZ001
    *((Interaction, "when", bad, "a datetime with a time zone") for bad in (DAY, None, "now")),
    *((Interaction, "participants", bad, several_keys) for bad in ("a", None, 5, {"a": 1})),
    *((Interaction, "participants", bad, one_key) for bad in ([None], ["a", 5], [""], [["a"]])),
    *((Interaction, "sender", bad, one_key) for bad in ("", 5)),
    *((Interaction, "duration", bad, "a number, or None") for bad in ("1", True, [])),
    *(
        (Interaction, "duration", bad, "finite and at least 0")
        for bad in (-1, float("inf"), float("nan"), 10**400)
    ),
    *((Experiment, "title", bad, "a text") for bad in (None, 5)),
    *((Experiment, "started", bad, "a date without a time") for bad in (None, NOON, "now")),
    *((Experiment, "hours", bad, "finite and at least 0") for bad in (-1, float("inf"))),
    *((Experiment, "met", bad, several_keys) for bad in ("a", None, 5)),
    *((Suggestion, "on", bad, "a date without a time") for bad in (None, NOON, "now")),
    *((Suggestion, "introduced", bad, several_keys) for bad in ("a", None, 5)),
    *((Goal, "fields", bad, several_texts) for bad in ("art", None, [None])),
    (Goal, "since", NOON, "a date without a time"),
    (Records, "me", 5, one_key),
    (Records, "me", ["a"], one_key),
]


@pytest.mark.parametrize(("kind", "name", "value", "rule"), BROKEN)
def test_a_broken_rule_is_named_with_the_value_and_the_place(kind, name, value, rule):
    with pytest.raises(InvalidRecordError) as caught:
        kind(**{**NEEDED[kind], name: value})

    message = str(caught.value)
    assert message.startswith(f"{name} must be {rule}")
    assert message.endswith(f" in {kind.__name__}")
    assert "got " in message


@pytest.mark.parametrize(
    ("kind", "values", "message"),
    [
        (Tie, {"a": "x", "b": "x"}, "a tie joins two people, got 'x' twice in Tie"),
        (
            Tie,
            {"relations": ["boss", "chief"]},
            "a Relation must be one of 'colleague'.*got 'chief'",
        ),
        (Tie, {"relations": "boss"}, "several Relation values are expected, got 'b…'"),
        (Tie, {"relations": None}, "several Relation values are expected, got None"),
        (
            Tie,
            {"functions": {"ideas": 1}},
            "several Function values are expected, got a value of the type dict",
        ),
        (Tie, {"functions": [[]]}, r"a Function must be one of 'doors'.*, got \[\]"),
        (Interaction, {"channel": "fax"}, "a Channel must be one of 'meeting', .*, got 'fax'"),
        (Interaction, {"channel": None}, "a Channel must be one of 'meeting', .*, got None"),
        (Interaction, {"participants": []}, "participants must not be empty in Interaction 'a'"),
        (Interaction, {"sender": "z"}, "the sender must take part in Interaction 'a'"),
        (
            Experiment,
            {"ended": date(2026, 3, 3)},
            r"ended must not be before started \(2026-03-04\)",
        ),
        (Experiment, {"kind": "wild"}, "a ExperimentKind must be one of 'exploratory'"),
        (
            Suggestion,
            {"talked": date(2026, 3, 3)},
            r"talked must not be before on \(2026-03-04\), .* in Suggestion 's'",
        ),
        (Suggestion, {"answer": "maybe"}, "a Answer must be one of 'open'.*, got 'maybe'"),
        (Suggestion, {"function": "money"}, "a Function must be one of 'doors'.*, got 'money'"),
        (Goal, {"fields": []}, "fields must name at least one field of work in Goal"),
    ],
)
def test_rules_between_values_are_named_too(kind, values, message):
    with pytest.raises(InvalidRecordError, match=message):
        kind(**{**NEEDED[kind], **values})


def test_a_long_value_is_cut_in_the_message():
    with pytest.raises(InvalidRecordError) as caught:
        Contact(key="a", name=["x" * 5000])

    assert len(str(caught.value)) < 200


def test_an_invalid_record_is_a_value_error_and_one_of_ours():
    assert issubclass(InvalidRecordError, ValueError)
    assert issubclass(InvalidRecordError, NetzwerkwandelError)


@pytest.mark.parametrize("kind", NEEDED)
def test_only_what_makes_no_sense_without_it_is_required(kind):
    kind(**NEEDED[kind])

    for name in NEEDED[kind]:
        rest = {key: value for key, value in NEEDED[kind].items() if key != name}
        with pytest.raises(TypeError, match=name):
            kind(**rest)


@pytest.mark.parametrize("kind", NEEDED)
def test_records_are_given_by_name_and_never_change(kind):
    record = kind(**NEEDED[kind])

    with pytest.raises(TypeError, match="positional"):
        kind(*NEEDED[kind].values(), "more")
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(record, attrs.fields(kind)[0].name, "x")


@pytest.mark.parametrize("as_typed", [list, tuple, iter, set, frozenset, dict.fromkeys])
def test_several_texts_come_in_any_collection(as_typed):
    given = as_typed(["b@x.example", "a@x.example"])
    given = given.keys() if isinstance(given, dict) else given

    contact = Contact(key="a", emails=given)

    assert sorted(contact.emails) == ["a@x.example", "b@x.example"]


def test_texts_keep_their_order_and_stand_once_and_sets_are_sorted():
    assert Contact(key="a", emails=["b", "a", "b"]).emails == ("b", "a")
    assert Contact(key="a", emails=set("hgfedcba")).emails == tuple("abcdefgh")
    assert Contact(key="a", aliases=["c", "b", "c"]).aliases == ("b", "c")


def test_words_become_members_of_their_vocabulary():
    tie = Tie(a="a", b="b", relations=["former boss"], functions={"ideas"})

    assert tie.relations == {Relation.FORMER_BOSS}
    assert Interaction(**NEEDED[Interaction], channel="call").channel.value == "call"


def test_participants_are_a_set_kept_in_order():
    one = Interaction(key="1", when=NOON, participants=["b", "a", "b"], sender="b")

    assert one.participants == ("a", "b")
    assert one == attrs.evolve(one, participants=["a", "b"])


def test_a_moment_is_the_same_in_any_time_zone():
    india = NOON.astimezone(timezone(timedelta(hours=5, minutes=30)))

    assert Interaction(key="1", when=india, participants=["a"]) == Interaction(
        key="1", when=NOON, participants=["a"]
    )


def test_earlier_work_keeps_its_order():
    acme, beta = Work(organisation="Acme", seen=DAY), Work(organisation="Beta")

    assert Contact(key="a", earlier_work=[acme, beta]).earlier_work == (acme, beta)
    assert Contact(key="a", earlier_work=iter([beta, acme])).earlier_work == (beta, acme)


def test_a_contact_knows_every_key_it_may_be_met_under():
    contact = Contact(
        key="card:1",
        emails=["Ben@x.example", "no address"],
        phones=["+49 170 1234567", "112"],
        profiles=["linkedin.com/in/ben"],
        aliases=["card:2"],
    )

    assert contact.keys == {
        "card:1",
        "card:2",
        "mailto:ben@x.example",
        "tel:+491701234567",
        "linkedin:ben",
    }


@pytest.mark.parametrize(
    ("name", "emails", "label"),
    [
        ("Ben Okafor", ["x@x.example"], "Ben Okafor"),
        ("Ben Okafor <ben@x.example>", [], "Ben Okafor"),
        ("ben.okafor@x.example", [], "Ben Okafor"),
        ("<ben.okafor@x.example>", [], "Ben Okafor"),
        ("", ["ben_okafor+jobs@x.example"], "Ben Okafor"),
        ("", ["no address", "ben@x.example"], "Ben"),
        ("", ["@x.example"], "someone without a name"),
        ("", [], "someone without a name"),
        (" ", [], "someone without a name"),
    ],
)
def test_a_contact_is_called_by_a_name_and_never_by_an_address(name, emails, label):
    contact = Contact(key="mailto:secret@x.example", name=name, emails=emails)

    assert contact.label == label
    assert repr(contact) == f"Contact({label!r})"


def test_a_report_keeps_its_counts_in_order_and_without_zeros():
    report = SourceReport(
        kind=SourceKind.MAIL,
        where="old.mbox",
        skipped={SkipReason.SPAM: 2, SkipReason.DRAFT: 1, SkipReason.TRASH: 0},
        problems=[Problem("message 3", "no date")],
    )

    assert report.skipped == ((SkipReason.DRAFT, 1), (SkipReason.SPAM, 2))
    assert report.problems == (Problem("message 3", "no date"),)
    assert str(report.problems[0]) == "message 3: no date"


two_keys = st.lists(st.sampled_from(KEYS), min_size=2, max_size=2, unique=True)
decisions = st.builds(
    lambda pair, one: Decision(a=pair[0], b=pair[1], is_one_person=one), two_keys, st.booleans()
)
found = contacts().map(lambda contact: Found(key=contact.key, contacts=[contact]))
origins = st.builds(Origin, me=st.none() | st.sampled_from(KEYS))
any_record = st.one_of(
    *(contacts(), ties(KEYS), interactions(KEYS), experiments(KEYS), goals(), records()),
    *(works(), decisions, found, origins),
)


@given(any_record)
def test_a_pickled_record_is_the_same_record(record):
    again = pickle.loads(pickle.dumps(record))

    assert again == record
    assert hash(again) == hash(record)
    assert repr(again) == repr(record)


@given(any_record)
def test_a_record_made_from_its_own_values_is_the_same_record(record):
    names = [field.name for field in attrs.fields(type(record))]

    assert type(record)(**{name: getattr(record, name) for name in names}) == record
    assert attrs.evolve(record) == record


@given(any_record)
def test_no_address_is_ever_shown(record):
    assert "@" not in repr(record)


junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.binary(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=2)
    ),
    max_leaves=4,
)


@given(st.sampled_from(list(NEEDED)), st.data())
def test_any_value_is_taken_or_refused_as_an_invalid_record(kind, data):
    name = data.draw(st.sampled_from([field.name for field in attrs.fields(kind)]))
    value = data.draw(junk)

    with suppress(InvalidRecordError):
        kind(**{**NEEDED[kind], name: value})
