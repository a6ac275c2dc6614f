from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import permutations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.errors import InvalidRecordError, NotFoundError
from netzwerkwandel.model import (
    Contact,
    Experiment,
    Interaction,
    InteractionColumns,
    MeEvidence,
    SourceKind,
    SourceReport,
    Tie,
)
from netzwerkwandel.records import Records
from strategies import contacts, records


NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
ANN = Contact(key="ann", name="Ann", emails=["ann@x.example"], aliases=["card:1"])
BEN = Contact(key="ben", name="Ben", emails=["fam@x.example"])
CLEO = Contact(key="cleo", name="Cleo", emails=["fam@x.example"])


def event(n: int, *participants: str) -> Interaction:
    return Interaction(key=str(n), when=NOON - timedelta(days=n), participants=participants)


def course(key: str, started: date = date(2026, 1, 1), met: tuple[str, ...] = ()) -> Experiment:
    return Experiment(key=key, title="Course", started=started, met=met)


def test_records_are_made_of_plain_lists_generators_and_sets():
    tie = Tie(a="ann", b="ben")

    known = Records(
        contacts=[BEN, ANN],
        ties={tie},
        interactions=(event(n, "ann", "ben") for n in (1, 2)),
        experiments=iter([course("x", met=("ben",))]),
        me="ann",
    )

    assert known.contacts == (ANN, BEN)
    assert repr(known) == "Records(2 contacts, 1 tie, 2 interactions, 1 experiment)"


def test_no_records_are_records():
    assert repr(Records()) == "Records(0 contacts, 0 ties, 0 interactions, 0 experiments)"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("contacts", "Contact"),
        ("found", "Contact"),
        ("ties", "Tie"),
        ("interactions", "Interaction"),
        ("experiments", "Experiment"),
        ("reports", "SourceReport"),
    ],
)
@pytest.mark.parametrize("value", [None, 5, "ann", ANN, {"ann": ANN}, ["ann"], [None], [[ANN]]])
def test_something_else_where_records_belong_is_refused_with_its_name(name, kind, value):
    if name in {"contacts", "found"} and value is ANN:
        value = [{}]

    with pytest.raises(InvalidRecordError) as caught:
        Records(**{name: value})

    assert str(caught.value).startswith(f"{name} must be a sequence of {kind}, got ")
    assert str(caught.value).endswith(" in Records")


@pytest.mark.parametrize("name", ["merged", "kept_apart"])
@pytest.mark.parametrize("value", [None, 5, "ab", ["ab"], [("a",)], [("a", "b", "c")], [("a", 5)]])
def test_something_else_where_a_pair_belongs_is_refused(name, value):
    with pytest.raises(InvalidRecordError, match=r"a pair must be two keys, got .* in Records"):
        Records(**{name: value})


def test_a_pair_is_the_same_in_either_order():
    assert Records(merged=[["b", "a"]]) == Records(merged={("a", "b")})


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"contacts": [ANN, ANN]}, "each contact must have its own key, got 'a…' twice"),
        (
            {"experiments": [course("x")] * 2},
            "each experiment must have its own key, got 'x' twice",
        ),
        (
            {"contacts": [ANN], "interactions": [event(1, "ann")] * 2},
            "each interaction must have its own key, got '1' twice",
        ),
        (
            {"contacts": [ANN], "ties": [Tie(a="ann", b="nobody")]},
            r"ties may only name contacts that are there, got 'n…' in Records \(1 unknown\)",
        ),
        ({"interactions": [event(1, "nobody")]}, "interactions may only name contacts that are"),
        ({"experiments": [course("x", met=("nobody",))]}, "experiments may only name contacts"),
        ({"me": "nobody"}, "me may only name contacts that are there, got 'n…'"),
        ({"me_evidence": "a guess"}, "a MeEvidence must be one of 'given'"),
        ({"goal": "ux"}, "goal must be a Goal or None, got 'u…' in Records"),
        (
            {"language": "deutsch"},
            "language must be one of 'de', 'en', or None, got 'd…' in Records",
        ),
        ({"language": ["de"]}, "language must be one of 'de', 'en', or None"),
    ],
)
def test_records_that_do_not_fit_together_are_refused(values, message):
    with pytest.raises(InvalidRecordError, match=message):
        Records(**values)


def test_any_key_of_a_contact_finds_it():
    known = Records(contacts=[ANN, BEN], me="mailto:ann@x.example")

    for key in ("ann", "card:1", "mailto:ann@x.example"):
        assert known.contact(key) is ANN


def test_a_key_that_two_share_means_nobody_unless_it_is_the_own_key_of_one():
    family = Contact(key="mailto:fam@x.example")

    assert "mailto:fam@x.example" not in Records(contacts=[BEN, CLEO]).person_of
    assert Records(contacts=[BEN, CLEO, family]).contact("mailto:fam@x.example") is family


def test_a_key_of_nobody_is_not_found():
    with pytest.raises(NotFoundError, match="there is no contact with the key 'n…'"):
        Records(contacts=[ANN]).contact("nobody")


def test_whom_a_key_means_cannot_be_changed():
    with pytest.raises(TypeError, match="does not support item assignment"):
        Records(contacts=[ANN]).person_of["ann"] = "ben"


def test_everything_is_kept_in_an_order_of_its_own():
    reports = [SourceReport(kind=SourceKind.MAIL, where=where) for where in "ba"]
    ties = [Tie(a="ben", b="ann"), Tie(a="ann", b="ben")]

    known = Records(
        contacts=[BEN, ANN],
        interactions=[event(1, "ann"), event(2, "ann")],
        experiments=[course("b"), course("c", date(2025, 1, 1)), course("a")],
        reports=reports,
        ties=ties,
    )

    assert [each.key for each in known.interactions] == ["2", "1"]
    assert [each.key for each in known.experiments] == ["c", "a", "b"]
    assert [each.where for each in known.reports] == ["a", "b"]
    assert [each.a for each in known.ties] == ["ann", "ben"]


def test_interactions_given_as_columns_stay_these_columns_and_others_become_columns():
    events = (event(2, "ann", "ben"), event(1, "ann"))
    columns = InteractionColumns.from_interactions(events)

    assert Records(contacts=[ANN, BEN], interactions=columns).interactions is columns
    assert Records(contacts=[ANN, BEN], interactions=[*events]).interactions == columns
    assert isinstance(Records().interactions, InteractionColumns)


@given(records())
def test_records_of_columns_are_equal_to_those_of_the_interactions(known):
    columns = InteractionColumns.from_interactions(known.interactions)

    of_columns = attrs.evolve(known, interactions=columns)

    assert of_columns == known
    assert known == of_columns
    assert hash(of_columns) == hash(known)
    assert repr(of_columns) == repr(known)


def test_columns_may_only_name_contacts_that_are_there():
    columns = InteractionColumns.from_interactions([event(1, "ann", "ben"), event(2, "nobody")])

    with pytest.raises(InvalidRecordError, match=r"got 'b…' in Records \(2 unknown\)"):
        Records(contacts=[ANN], interactions=columns)


def test_what_is_stated_of_the_same_two_people_of_one_day_is_one_tie_in_any_order():
    friend = Tie(a="ann", b="ben", relations=["friend"], trust=0.4)
    client = Tie(a="ann", b="ben", relations=["client"], closeness=0.2, ended_in_conflict=True)
    again = Tie(a="ann", b="ben", functions=["doors"], trust=0.1)
    later = Tie(a="ann", b="ben", functions=["ideas"], since=date(2020, 1, 1))
    whole = Tie(
        a="ann",
        b="ben",
        relations=["friend", "client"],
        functions=["doors"],
        closeness=0.2,
        trust=0.4,
        ended_in_conflict=True,
    )

    for stated in permutations([friend, client, later, again]):
        assert Records(contacts=[ANN, BEN], ties=stated).ties == (whole, later)


def test_a_record_found_twice_is_kept_once():
    assert Records(contacts=[ANN], found=[ANN, ANN]).found == (ANN,)


def test_how_the_owner_was_recognised_is_kept():
    known = Records(contacts=[ANN], me="ann", me_evidence="own calendar")

    assert known.me_evidence is MeEvidence.CALENDAR
    assert Records().me_evidence is MeEvidence.GIVEN


def test_records_of_what_was_found_have_one_contact_for_each_person():
    card = Contact(key="card:7", name="Ann Lee", emails=["Ann@X.example"])

    known = Records.from_found([card, ANN], me="mailto:ann@x.example")

    assert [contact.key for contact in known.contacts] == ["ann"]
    assert known.me == "ann"
    assert known.found == (ANN, card)


@pytest.mark.parametrize(
    "more",
    [
        {"name": "B"},
        {"emails": ["b@x.example"]},
        {"phones": ["112"]},
        {"profiles": ["x"]},
        {"organisation": "Acme"},
        {"position": "Nurse"},
        {"fields": ["art"]},
        {"communities": ["choir"]},
        {"changed_career": False},
        {"notes": "tea"},
        {"aliases": ["card:9"]},
    ],
)
def test_contacts_found_under_one_key_have_an_order_too(more):
    other = Contact(key="ann", **more)
    plain = Contact(key="ann")

    assert Records.from_found([plain, other]) == Records.from_found([other, plain])


@given(st.lists(contacts(), max_size=6), st.randoms(use_true_random=False))
def test_records_do_not_depend_on_the_order_in_which_things_were_found(found, random):
    shuffled = random.sample(found, len(found))

    assert Records.from_found(shuffled) == Records.from_found(found)


@given(records(), st.randoms(use_true_random=False))
def test_records_do_not_depend_on_the_order_in_which_they_are_given(known, random):
    names = ["contacts", "ties", "interactions", "experiments", "found"]
    shuffled = {n: random.sample(getattr(known, n), len(getattr(known, n))) for n in names}

    assert attrs.evolve(known, **shuffled) == known


@given(records())
def test_reading_the_same_found_contacts_twice_changes_nothing(known):
    twice = Records.from_found([*known.found, *known.found])

    assert twice.contacts == known.contacts
