from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import permutations

import attrs
import numpy as np
import pytest

from netzwerkwandel.model import Contact, Experiment, Interaction, InteractionColumns, Relation, Tie
from netzwerkwandel.model.renaming import under_other_keys
from netzwerkwandel.records import Records


MARA, FAMILY = "mailto:mara@example.org", "mailto:family@example.org"
PEOPLE = ("Zoe Brandt", "Jan Weber", "Anna Huber")


def an_import(name: str, day: int) -> Records:
    """All that one export tells of somebody at the family's address, and what was made of it."""
    who = Contact(key=FAMILY, name=name, emails=["family@example.org"])
    mail = Interaction(
        key=f"mail {name}",
        when=datetime(2026, 1, day, tzinfo=UTC),
        participants=[MARA, FAMILY],
        sender=FAMILY,
    )
    read = Records.from_found(
        [Contact(key=MARA, name="Mara Vogt", emails=["mara@example.org"]), who],
        ties=[Tie(a=MARA, b=FAMILY, relations=[Relation.FRIEND])],
        interactions=[mail],
        experiments=[Experiment(key=name, title=name, started=date(2026, 1, day), met=[FAMILY])],
        me=MARA,
    )
    noted = read.with_contact(name, notes=f"of {name}")
    return noted.with_suggestions([name], on=date(2026, 2, day))


def told_of(records: Records, name: str) -> dict[str, object]:
    """All that records say of somebody."""
    who = records.person(name)

    def is_hers(key: str) -> bool:
        return records.person_of[key] == who.key

    return {
        "notes": who.notes,
        "mails": [e.key for e in records.interactions if e.sender and is_hers(e.sender)],
        "took part": [e.key for e in records.interactions if any(map(is_hers, e.participants))],
        "friends": sum(is_hers(tie.a) or is_hers(tie.b) for tie in records.ties),
        "met in": [each.title for each in records.experiments if any(map(is_hers, each.met))],
        "suggested": [each.on for each in records.suggestions if is_hers(each.contact)],
    }


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_what_was_known_of_one_stays_hers_when_others_of_her_address_come(
    order: tuple[int, ...],
) -> None:
    imports = [an_import(name, day) for day, name in enumerate(PEOPLE, 1)]
    first, *others = (imports[i] for i in order)
    both = first
    for each in others:
        both = both.join(each)

    assert sorted(each.name for each in both.contacts) == sorted([*PEOPLE, "Mara Vogt"])
    for name, alone in zip(PEOPLE, imports, strict=True):
        assert told_of(both, name) == told_of(alone, name)
    # An export that is read again says nothing new.
    for each in imports:
        again = both.join(each)
        assert [told_of(again, name) for name in PEOPLE] == [told_of(both, name) for name in PEOPLE]
        assert again.contacts == both.contacts


def test_what_was_decided_of_one_is_not_said_of_another_of_her_address() -> None:
    card = Contact(key="card:1", name="Z. Brandt", emails=["zoe@example.org"])
    before = an_import("Zoe Brandt", 1).join(Records.from_found([card]))
    before = before.merge(FAMILY, "card:1")

    after = before.join(an_import("Anna Huber", 2))

    assert after.person_of["card:1"] == after.person("Zoe Brandt").key
    assert after.person("Anna Huber").key == FAMILY
    assert told_of(after, "Zoe Brandt") == told_of(before, "Zoe Brandt")


def test_who_was_kept_apart_stays_so_when_another_of_her_address_comes() -> None:
    card = Contact(key="card:1", name="Zoe Brandt", emails=["zoe@example.org"])
    same = Contact(key=FAMILY, name="Zoe Brandt", emails=["family@example.org", "zoe@example.org"])
    before = Records.from_found([card, same])
    assert len(before.contacts) == 1

    after = before.keep_apart(FAMILY, "card:1").join(an_import("Anna Huber", 2))

    assert [each.name for each in after.contacts].count("Zoe Brandt") == 2


def test_nobody_moves_where_one_person_has_an_address_under_several_names() -> None:
    ben, initial, nobody = (
        Records.from_found([Contact(key="mailto:ben@example.org", name=name)])
        for name in ("Ben Okafor", "B. Okafor", "")
    )

    for before, newer in ((ben, initial), (initial, ben), (ben, nobody), (nobody, ben)):
        (contact,) = before.join(newer).contacts
        assert (contact.key, contact.aliases) == ("mailto:ben@example.org", ())


def test_an_answer_leaves_a_suggestion_with_whom_it_was_for() -> None:
    """Her key had her name behind it; when her address is hers alone it has no longer."""
    jan, sabine = (
        Contact(key=FAMILY, name=name, emails=["family@example.org"])
        for name in ("Jan Weber", "Sabine Weber")
    )
    two = Records.from_found([jan, sabine]).with_suggestions(["Sabine Weber"], on=date(2026, 1, 1))
    # As an older version stored them: by an alias that nothing found any more.
    stored = attrs.evolve(
        two,
        contacts=[
            attrs.evolve(each, aliases=[f"{each.key}#s weber"]) if "#" in each.key else each
            for each in two.contacts
        ],
        suggestions=[
            attrs.evolve(each, contact=f"{each.contact}#s weber") for each in two.suggestions
        ],
    )
    assert stored.person_of[stored.suggestions[0].contact] == f"{FAMILY}#sabine weber"

    one = stored.merge("Jan Weber", "Sabine Weber")

    assert len(one.contacts) == 1
    assert one.person_of[one.suggestions[0].contact] == FAMILY


def test_other_keys_for_people_leave_everything_else_as_it_is() -> None:
    noon = datetime(2026, 3, 9, 12, tzinfo=UTC)
    events = [
        Interaction(key="a", when=noon, participants=["ben", "zoe"], sender="zoe"),
        Interaction(key="b", when=noon, participants=["ben", "benjamin", "eva"], sender="benjamin"),
        Interaction(key="c", when=noon, participants=["eva", "zoe"]),
    ]
    happened = InteractionColumns.from_interactions(events)

    new = under_other_keys(happened, {"zoe": "ada", "benjamin": "ben"})

    assert [(e.key, e.participants, e.sender) for e in new] == [
        ("a", ("ada", "ben"), "ada"),
        ("b", ("ben", "eva"), "ben"),
        ("c", ("ada", "eva"), None),
    ]
    assert under_other_keys(happened, {}) == happened
    assert np.array_equal(new.at, happened.at)
