from __future__ import annotations

from datetime import UTC, date, datetime

import attrs
import pytest

from netzwerkwandel.errors import (
    AmbiguousPersonError,
    InvalidArgumentError,
    InvalidRecordError,
    UnknownPersonError,
)
from netzwerkwandel.model import Contact, Experiment, Interaction, Relation, SourceReport, Tie
from netzwerkwandel.records import Records


CARD = Contact(key="card:1", name="Ben Okafor", emails=["ben@example.org"], fields=["data"])
MAIL = Contact(key="mailto:ben@example.org", name="Ben", emails=["ben@example.org"])
EVA = Contact(key="card:2", name="Eva Maier")
ME = Contact(key="me:", name="Mara Vogt")
MADE_UP = Contact(key="card:3", name="Ben Okafor")
KNOWN = Records.from_found(
    [CARD, MAIL, EVA, ME],
    me="me:",
    ties=[Tie(a="me:", b="card:1", relations=["connection"], trust=0.5)],
    interactions=[
        Interaction(key="1", when=datetime(2026, 1, 1, tzinfo=UTC), participants=["card:1", "me:"])
    ],
    kept_apart=[("card:2", "me:")],
    reports=[SourceReport(kind="mail", where="old.mbox")],
)
BEN = "Ben Okafor"


def test_what_is_said_of_a_person_changes_this_and_nothing_else():
    changed = KNOWN.with_contact(BEN, fields=["ux research"], notes="met at the course")

    ben = KNOWN.person(BEN)
    assert changed.person(BEN) == attrs.evolve(
        ben, fields=["ux research"], notes="met at the course"
    )
    assert attrs.evolve(changed, contacts=KNOWN.contacts) == KNOWN
    assert changed.join(KNOWN).person(BEN).fields == ("ux research",)
    assert changed.merge(BEN, EVA).person("card:1").notes == "met at the course"
    assert KNOWN.with_contact(BEN) == KNOWN


def test_somebody_new_is_added_only_where_this_is_said():
    with pytest.raises(UnknownPersonError, match="the nearest: B… O…") as caught:
        KNOWN.with_contact("Ben Okafr", notes="x")
    assert "new=True" in caught.value.__notes__[0]
    with pytest.raises(InvalidArgumentError, match="must not be known yet, got 'B… O"):
        KNOWN.with_contact(BEN, new=True)
    with pytest.raises(AmbiguousPersonError):
        attrs.evolve(KNOWN, contacts=[*KNOWN.contacts, MADE_UP]).with_contact(BEN, notes="x")

    for who, key in {
        "Noor Aziz": "name:noor aziz",
        "Noor@example.org": "mailto:noor@example.org",
        "+49 170 7654321": "tel:+491707654321",
        "linkedin.com/in/noor": "linkedin:noor",
        Contact(key="x:noor"): "x:noor",
    }.items():
        added = KNOWN.with_contact(who, new=True, name="Noor Aziz", organisation="Contoso")

        assert added.person("Noor Aziz") is added.person(who) is added.contact(key)
        assert added.contact(key).organisation == "Contoso"
        assert len(added.contacts) == len(KNOWN.contacts) + 1
        assert added.merge(BEN, EVA).contact(key).organisation == "Contoso"


@pytest.mark.parametrize("field", ["key", "aliases", "seen", "field"])
def test_no_other_field_of_a_contact_is_changed(field):
    with pytest.raises(InvalidArgumentError, match="fields must be some of name, emails"):
        KNOWN.with_contact(BEN, **{field: "x"})


def test_what_is_stated_of_two_people_takes_the_place_of_what_was_stated():
    once = KNOWN.with_tie(BEN, relations=["former boss"], ended_in_conflict=True, closeness=0.1)
    (tie,) = once.ties

    assert tie.relations == {Relation.FORMER_BOSS, Relation.CONNECTION}
    assert (tie.trust, tie.closeness, tie.ended_in_conflict) == (0.5, 0.1, True)
    (again,) = once.with_tie(
        "ben@example.org", relations=[], trust=0.9, ended_in_conflict=False
    ).ties
    assert again.relations == {Relation.CONNECTION}
    assert (again.trust, again.closeness, again.ended_in_conflict) == (0.9, 0.1, False)
    assert attrs.evolve(once, ties=KNOWN.ties) == KNOWN


def test_statements_of_other_days_and_other_people_stand_beside_it():
    records = KNOWN.with_tie(BEN, since=date(2026, 1, 1), relations=["client"])
    records = records.with_tie("Eva Maier", of=BEN, relations=["colleague"])

    stated = [(tie.a, tie.b, tie.since, set(tie.relations)) for tie in records.ties]
    ben = KNOWN.person(BEN).key
    assert stated == [
        (ben, "card:2", None, {"colleague"}),
        ("me:", "card:1", None, {"connection"}),
        ("me:", ben, date(2026, 1, 1), {"client"}),
    ]


def test_a_statement_needs_two_people_and_rules_are_kept():
    with pytest.raises(InvalidArgumentError, match="of must be given"):
        attrs.evolve(KNOWN, me=None).with_tie(BEN)
    with pytest.raises(UnknownPersonError):
        KNOWN.with_tie("Noor")
    with pytest.raises(InvalidRecordError, match="a tie joins two people"):
        KNOWN.with_tie(BEN, of="ben@example.org")
    for wrong in ({"trust": 2}, {"relations": "family"}, {"functions": ["fun"]}, {"since": "2026"}):
        with pytest.raises(InvalidRecordError):
            KNOWN.with_tie(BEN, **wrong)


def test_an_experiment_has_a_key_that_is_made_and_is_told_anew():
    day = date(2026, 3, 1)
    once = KNOWN.with_experiment(title="UX Course", started=day, hours=40, met=[BEN, EVA])
    (course,) = once.experiments

    ben = KNOWN.person(BEN).key
    assert course == Experiment(
        key="experiment:2026-03-01:ux course",
        title="UX Course",
        started=day,
        hours=40,
        met=[ben, "card:2"],
    )
    assert attrs.evolve(once, experiments=()) == KNOWN
    (again,) = once.with_experiment(title="UX course", started=day, kind="confirmatory").experiments
    assert (again.kind, again.met) == ("confirmatory", ())
    named = once.with_experiment(key="side", title="Side project", started=day)
    assert [each.key for each in named.experiments] == [course.key, "side"]


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"met": "Ben Okafor"}, InvalidArgumentError),
        ({"met": EVA}, InvalidArgumentError),
        ({"met": ["Noor"]}, UnknownPersonError),
        ({"met": [None]}, InvalidArgumentError),
        ({"met": None}, InvalidArgumentError),
        ({"started": "2026-03-01"}, InvalidRecordError),
        ({"title": None}, InvalidRecordError),
        ({"kind": "fun"}, InvalidRecordError),
        ({"key": 5}, InvalidRecordError),
    ],
)
def test_an_experiment_keeps_its_rules(wrong, error):
    with pytest.raises(error):
        KNOWN.with_experiment(**{"title": "UX course", "started": date(2026, 3, 1)} | wrong)


def test_people_are_merged_and_kept_apart_as_they_are_known():
    merged = KNOWN.merge(BEN, EVA)

    assert merged == KNOWN.merge("card:1", "card:2") == KNOWN.merge("ben@example.org", "Eva Maier")
    assert len(merged.contacts) == 2
    assert len(KNOWN.keep_apart(BEN, EVA).contacts) == len(KNOWN.contacts) == 3
    assert KNOWN.keep_apart("Eva Maier", "Ben Okafor") == KNOWN.keep_apart(BEN, EVA)
    for address in ("mailto:ben@example.org", "ben@example.org", "Ben@Example.org"):
        assert len(KNOWN.keep_apart("card:1", address).contacts) == 4
    two = [Contact(key=f"mailto:ben@{at}.example", name="Ben Okafor") for at in ("x", "y")]
    one = Records.from_found(two, merged=[[each.key for each in two]])
    assert len(one.contacts) == 1
    assert len(one.keep_apart("ben@x.example", "Ben@Y.example").contacts) == 2
    with pytest.raises(UnknownPersonError, match="the nearest: B… O…"):
        KNOWN.merge("Ben Okafr", EVA)
    with pytest.raises(InvalidArgumentError, match="cannot be kept apart from itself"):
        KNOWN.keep_apart(BEN, BEN)


@pytest.mark.parametrize("other", [None, (), [KNOWN]])
def test_records_are_joined_with_records_only(other):
    with pytest.raises(InvalidArgumentError, match="other must be a Records"):
        KNOWN.join(other)
