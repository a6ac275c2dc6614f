from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from functools import cache

import attrs
import numpy as np
import pytest
from hypothesis import assume, example, given

import netzwerkwandel as nw
from builders import ANA, AS_OF, BEN, CEM, MARA, ago, mail, mailbox_life, meeting, tie_columns
from netzwerkwandel import sample
from netzwerkwandel.metrics import structural_holes
from netzwerkwandel.model import (
    Contact,
    Experiment,
    Function,
    Goal,
    Interaction,
    InteractionColumns,
    Relation,
    Tie,
    Work,
)
from netzwerkwandel.network.pairs import is_office
from netzwerkwandel.recommending import Reason, ReasonKind
from netzwerkwandel.records import Records
from netzwerkwandel.records.pseudonyms import pseudonymise
from netzwerkwandel.storage.exporting import export_json
from strategies import FIELDS, contacts
from whole_records import whole_records


GOAL = Goal(fields=["ux research"], since=date(2026, 1, 1))
COLUMNS = tie_columns()
HIDDEN = {"name 1", "name 2", "who", "organisation", "way", "told before", "question"}


@cache
def sample_records() -> Records:
    """The sample, with two experiments of which one says whom it led to."""
    with sample.sample_exports() as exports:
        read = nw.read_exports(exports, me=[sample.ME])
    met = [contact.key for contact in read.contacts[5:9]]
    course = Experiment(key="Kurs bei Anna", title="Anna", started=date(2026, 3, 1), met=met)
    talk = Experiment(
        key="A talk", title="Ben", started=date(2025, 3, 1), ended=date(2025, 6, 1), hours=20
    )
    return attrs.evolve(read, experiments=[course, talk])


def names(records: Records, hidden: Records) -> dict[str, str]:
    """What everything is called now."""
    kinds = ("contacts", "interactions", "experiments")
    pairs = [
        pair
        for kind in kinds
        for pair in zip(getattr(records, kind), getattr(hidden, kind), strict=True)
    ]
    called = {then.key: now.key for then, now in pairs}
    called |= {then.title: now.title for then, now in pairs if isinstance(then, Experiment)}
    people = [pair for pair in pairs if isinstance(pair[0], Contact)]
    return called | {then.organisation: now.organisation for then, now in people}


def told(value: object, called: Mapping[str, str]) -> object:
    """Everything that a result holds, each number to the last bit."""
    if isinstance(value, np.ndarray):
        return value.dtype.str, value.shape, value.tobytes()
    if isinstance(value, float):
        return float(value).hex()
    if isinstance(value, Contact | Interaction | Experiment):
        return called.get(value.key, value.key)
    if isinstance(value, str) and not isinstance(value, Enum):
        return called.get(value, value)
    if isinstance(value, Mapping) and not attrs.has(type(value)):
        return {told(key, called): told(inner, called) for key, inner in value.items()}
    if isinstance(value, Reason):
        # What is told of a pick names people and says whether there is a number: that is hidden.
        shown = {name: each for name, each in value.values if name not in HIDDEN}
        return [str(value.kind), told(shown, called), told(value.interactions, called)]
    if isinstance(value, tuple) and any(isinstance(each, Reason) for each in value):
        value = tuple(each for each in value if each.kind is not ReasonKind.WORK)
    if isinstance(value, list | tuple | set | frozenset):
        several = sorted(value) if isinstance(value, set | frozenset) else value
        return [told(each, called) for each in several]
    if attrs.has(type(value)):
        return {
            field.name: told(getattr(value, field.name), called)
            for field in attrs.fields(type(value))
        }
    return value


def measures(records: Records, as_of: datetime) -> Iterator[tuple[str, object]]:
    """Everything that can be asked about somebody's network, by name."""
    network = nw.Network.from_records(records, as_of=as_of)
    before = nw.Network.from_records(records, as_of=as_of - timedelta(days=400))
    yield "network", [network.keys, network.indptr, network.indices, network.weights, network.ego]
    for name in COLUMNS:
        yield f"ties, {name}", getattr(network.ties(), name)
    ties = network.ties()
    yield "ties, functions", [ties.serves(function) for function in Function]
    yield "ties, relations", [ties.has_relation(relation) for relation in Relation]
    yield "ties, fields", [ties.in_field(Goal(fields=[each])) for each in ("ux", *FIELDS)]
    yield "structural holes", [structural_holes(network, model=m) for m in ("ego", "whole")]
    yield "coverage", nw.function_coverage(network).functions
    yield "picks", nw.recommend(network, goal=GOAL)
    yield "introductions", tuple(nw.introductions(network, GOAL))
    yield "safe base", nw.safe_base(network, goal=GOAL)
    yield "change", nw.network_change(before, network, goal=GOAL)
    effects = nw.experiment_effects(records, as_of=as_of, goal=GOAL)
    yield "effects", tuple(effects)
    yield "ranking", tuple(nw.rank_experiments(records.experiments, effects))
    yield "woken", tuple(nw.ties_woken(records, as_of=as_of))


def with_all_answers(records: Records) -> Records:
    """With every question about names answered: without names there is none."""
    # An answer about two may lead to a question about one of them and a third.
    while asked := records.possible_duplicates():
        records = records.with_answers(different=asked)
    return records


def assert_measured_alike(records: Records, as_of: datetime) -> None:
    """Measure the same people under their names and without."""
    records = with_all_answers(records)
    hidden = pseudonymise(records)
    called = names(records, hidden)
    for one, other in zip(measures(records, as_of), measures(hidden, as_of), strict=True):
        assert told(one, called) == told(other, {}), one[0]


@pytest.mark.slow
def test_every_measure_of_the_sample_is_the_same_to_the_last_bit() -> None:
    assert len(COLUMNS) > 30
    assert_measured_alike(sample_records(), sample.AS_OF)


@pytest.mark.slow
def test_the_years_and_the_drift_of_the_sample_are_the_same_to_the_last_bit() -> None:
    def over_time(records: Records) -> list[object]:
        options = {"as_of": sample.AS_OF, "goal": GOAL}
        drift = nw.drift_to_core(records, rng=np.random.default_rng(1), samples=100, **options)
        return [nw.timeline(records, every="year", **options), drift]

    records = sample_records()
    hidden = pseudonymise(records)

    assert told(over_time(records), names(records, hidden)) == told(over_time(hidden), {})


def without_odd_texts(records: Records) -> Records:
    """With names that mean one thing each, and without employers that name none or few hours."""
    return attrs.evolve(
        records,
        contacts=[attrs.evolve(each, organisation="") for each in records.contacts],
        experiments=[
            attrs.evolve(
                each,
                key=f"experiment {each.key}",
                title=f"title of {each.key}",
                hours=each.hours and max(each.hours, 1.0),
            )
            for each in records.experiments
        ],
    )


@pytest.mark.slow
@given(whole_records())
def test_every_measure_of_any_records_is_the_same_to_the_last_bit(records: Records) -> None:
    assume(records.me is not None)

    # An answer makes people anew of what was found, with their employers.
    records = without_odd_texts(with_all_answers(records))
    assert_measured_alike(records, datetime(2020, 1, 1, tzinfo=UTC))


def test_who_wrote_from_two_addresses_and_is_named_by_both_is_measured_as_one_person() -> None:
    ben = Contact(key=BEN, aliases=["linkedin:ben", "mailto:zz@example.org"])
    records = Records(
        contacts=[ben, *(Contact(key=key) for key in (MARA, ANA, CEM))],
        ties=[
            Tie(a=MARA, b="linkedin:ben", relations=["connection"], since=date(2020, 1, 1)),
            Tie(a=MARA, b=BEN, relations=["friend"], trust=0.9),
            Tie(a=MARA, b="linkedin:ben", trust=0.2, functions=["support"]),
            Tie(a=BEN, b="linkedin:ben", relations=["friend"]),
            Tie(a="mailto:zz@example.org", b=CEM, ended_in_conflict=True),
        ],
        interactions=[
            meeting(ago(30), MARA, BEN, "mailto:zz@example.org", CEM),
            mail(ago(20), "mailto:zz@example.org", MARA, ANA),
            mail(ago(20), BEN, MARA),
        ],
        experiments=[
            Experiment(key="x", title="y", started=date(2026, 1, 1), met=["linkedin:ben"])
        ],
        me=MARA,
    )

    assert_measured_alike(records, AS_OF)
    letter = pseudonymise(records).interactions[-1]
    assert (letter.sender, letter.participants) == (
        "person:2",
        ("person:1", "person:2", "person:4"),
    )


def test_a_small_life_is_measured_alike_in_columns_too() -> None:
    records = mailbox_life()
    columns = InteractionColumns.from_interactions(records.interactions)

    assert_measured_alike(attrs.evolve(records, interactions=columns), AS_OF)


@given(contacts())
@example(Contact(key="mailto:info@example.org"))
@example(Contact(key="card:1", emails=["info@example.org", "office@example.org"]))
@example(Contact(key="card:1", emails=["info@example.org", "ben@example.org"]))
@example(Contact(key="card:1", emails=["info@example.org"], phones=["030 7654321"]))
def test_an_office_stays_an_office_and_a_person_a_person(contact: Contact) -> None:
    (hidden,) = pseudonymise(Records(contacts=[contact])).contacts

    assert is_office(hidden) == is_office(contact)


@pytest.mark.slow
def test_the_contact_at_each_place_is_the_one_that_was_there() -> None:
    records = sample_records()
    hidden = pseudonymise(records)

    assert [each.position for each in hidden.contacts] == [e.position for e in records.contacts]
    assert [each.key for each in hidden.contacts] == sorted(each.key for each in hidden.contacts)
    assert hidden.contacts.index(hidden.contact(hidden.me)) == records.contacts.index(
        records.contact(records.me)
    )


@given(contacts())
def test_what_is_not_replaced_stays_as_it_is(contact: Contact) -> None:
    (hidden,) = pseudonymise(Records(contacts=[contact])).contacts
    replaced = ("key", "name", "emails", "phones", "profiles", "organisation", "notes", "aliases")
    as_before = {name: getattr(contact, name) for name in replaced}
    works = [
        attrs.evolve(now, organisation=then.organisation)
        for now, then in zip(hidden.earlier_work, contact.earlier_work, strict=True)
    ]

    assert attrs.evolve(hidden, **as_before, earlier_work=works) == contact
    assert (hidden.phones, hidden.profiles, hidden.notes, hidden.aliases) == ((), (), "", ())


def words(records: Records) -> set[str]:
    """What names people in records: names, addresses, keys, employers, notes, files."""
    found: set[str] = set()
    for each in (*records.contacts, *records.found):
        found.update((each.key, each.name, each.organisation, each.notes, *each.aliases))
        found.update((*each.emails, *each.phones, *each.profiles))
        found.update(work.organisation for work in each.earlier_work)
    for report in records.reports:
        found.add(report.where)
        found.update(str(problem) for problem in report.problems)
    found.update(each.title for each in records.experiments)
    found.update(each.key for each in (*records.experiments, *records.interactions))
    return found - {""}


@pytest.mark.slow
def test_nothing_of_the_sample_that_names_anybody_is_left() -> None:
    records = sample_records()
    text = export_json(pseudonymise(records))
    kept = " ".join(
        text
        for each in records.contacts
        for text in (
            *(each.position, *each.fields, *each.communities),
            *(work.position for work in each.earlier_work),
        )
    )

    assert len(words(records)) > 500
    assert [word for word in words(records) if word in text and word not in kept] == []
    assert "example" not in text


@pytest.mark.slow
@given(whole_records())
def test_nothing_of_any_records_that_names_anybody_is_left(records: Records) -> None:
    hidden = json.loads(export_json(pseudonymise(records)))

    for contact in hidden["contacts"]:
        for work in (contact, *contact.get("earlier_work", ())):
            work.pop("position", None), work.pop("organisation", None)
        contact.pop("fields", None), contact.pop("communities", None)
    for each in hidden["experiments"]:
        each.pop("field", None)
    values = set(map(str, leaves(hidden)))
    chance = {"person", "source", "experiment", "Experiment", "interaction"}
    assert not {w for w in words(records) if len(w) > 9} & values - chance


def leaves(value: object) -> Iterator[object]:
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from leaves(inner)
    else:
        yield value


def test_decisions_and_what_exports_said_are_left_out() -> None:
    ben, zoe = Contact(key="card:ben", notes="n"), Contact(key="card:zoe")
    records = Records.from_found([ben, zoe], kept_apart=[("card:ben", "card:zoe")])
    hidden = pseudonymise(records)

    assert (hidden.found, hidden.merged, hidden.kept_apart) == ((), frozenset(), frozenset())


def test_one_employer_is_one_employer_everywhere() -> None:
    works = [Work(organisation="Contoso", position="Clerk"), Work(organisation="", position="x")]
    ben = Contact(key="card:1", organisation="Fabrikam", position="Boss", earlier_work=works)
    eva = Contact(key="card:2", organisation="Contoso")
    hidden_ben, hidden_eva = pseudonymise(Records(contacts=[ben, eva])).contacts

    assert hidden_ben.organisation == "Employer 2"
    assert hidden_eva.organisation == "Employer 1"
    assert hidden_ben.earlier_work == (
        Work(organisation="Employer 1", position="Clerk"),
        Work(organisation="", position="x"),
    )


def test_numbers_keep_the_order_beyond_ten() -> None:
    many = Records(
        contacts=[Contact(key=f"card:{i:03}", organisation=f"o{i:03}") for i in range(120)]
    )
    hidden = pseudonymise(many)

    assert [each.name for each in hidden.contacts][8:11] == [
        "Person 009",
        "Person 010",
        "Person 011",
    ]
    assert [each.organisation for each in hidden.contacts][99] == "Employer 100"


def test_what_was_read_is_counted_and_no_longer_named() -> None:
    reports = sample_records().reports
    hidden = pseudonymise(sample_records()).reports

    assert len(reports) == len(hidden) > 5
    for then, now in zip(reports, hidden, strict=True):
        assert now.where.startswith("source ")
        assert now == attrs.evolve(then, where=now.where, problems=(), nobodies=())


def test_records_without_an_owner_and_empty_ones_can_be_pseudonymised() -> None:
    assert pseudonymise(Records()) == Records()
    assert pseudonymise(Records(contacts=[Contact(key="card:1")])).me is None


def test_doing_it_twice_is_doing_it_once() -> None:
    hidden = pseudonymise(sample_records())

    assert pseudonymise(hidden) == hidden
