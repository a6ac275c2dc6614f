from __future__ import annotations

from datetime import UTC, date, datetime

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.errors import InvalidArgumentError, NotFoundError
from netzwerkwandel.model import ME, Contact, Experiment, Interaction, Tie
from netzwerkwandel.records import Records
from strategies import records


def card(n: int, name: str = "", *emails: str) -> Contact:
    return Contact(key=f"card:{n}", name=name, emails=emails)


def keys_of_people(known: Records) -> list[set[str]]:
    return [{contact.key, *contact.aliases} for contact in known.contacts]


FIVE = Records(
    contacts=[card(n, name) for n, name in enumerate(["Ann", "Ben", "Cleo", "Dan", "E"])]
)


def test_merging_is_the_same_in_either_order():
    assert FIVE.merge("card:1", "card:2") == FIVE.merge("card:2", "card:1")


def test_merging_again_changes_nothing():
    merged = FIVE.merge("card:1", "card:2")

    assert merged.merge("card:1", "card:2") is merged
    assert FIVE.merge("card:3", "card:3") is FIVE


def test_merging_in_a_chain_makes_one_person_whatever_the_order():
    one_way = FIVE.merge("card:0", "card:1").merge("card:1", "card:2").merge("card:3", "card:2")
    other = FIVE.merge("card:2", "card:3").merge("card:0", "card:3").merge("card:1", "card:3")

    assert one_way.contacts == other.contacts
    assert keys_of_people(one_way) == [{"card:0", "card:1", "card:2", "card:3"}, {"card:4"}]


def test_merging_keeps_what_was_found():
    merged = FIVE.merge("card:1", "card:2")

    assert merged.found == FIVE.contacts
    assert merged.contact("card:2").key == "card:1"


def test_merging_takes_along_all_records_of_both():
    known = Records.from_found(
        [
            card(1, "A. Meier", "a@x.example"),
            card(2, "Anna Meier", "a@x.example"),
            card(3, "Bernd Schulz", "b@x.example"),
        ]
    )

    merged = known.merge("card:1", "card:3")

    assert keys_of_people(merged) == [{"card:1", "card:2", "card:3"}]


def test_merging_two_who_were_kept_apart_is_refused():
    known = FIVE.keep_apart("card:1", "card:2")

    with pytest.raises(InvalidArgumentError, match=r"kept apart cannot be merged, got 'card:1'"):
        known.merge("card:1", "card:2")


@pytest.mark.parametrize("pair", [("card:1", "card:3"), ("card:3", "card:1")])
def test_merging_two_who_were_kept_apart_through_others_is_refused(pair):
    known = FIVE.merge("card:1", "card:0").merge("card:3", "card:4").keep_apart("card:0", "card:4")

    with pytest.raises(InvalidArgumentError, match="kept apart cannot be merged"):
        known.merge(*pair)


def test_a_new_decision_does_not_push_out_an_older_one():
    known = FIVE.merge("card:1", "card:2").keep_apart("card:0", "card:2")

    with pytest.raises(InvalidArgumentError, match="kept apart cannot be merged"):
        known.merge("card:0", "card:1")


def test_keeping_apart_splits_whom_an_address_joined_and_is_remembered():
    known = Records.from_found([card(1, "Anna", "a@x.example"), card(2, "Anna", "a@x.example")])

    apart = known.keep_apart("card:1", "card:2")

    assert keys_of_people(known) == [{"card:1", "card:2"}]
    assert keys_of_people(apart) == [{"card:1"}, {"card:2"}]
    assert apart.kept_apart == {("card:1", "card:2")}
    assert keys_of_people(Records.from_found(apart.found, kept_apart=apart.kept_apart)) == (
        keys_of_people(apart)
    )


def test_keeping_apart_takes_back_a_merge():
    again = FIVE.merge("card:1", "card:2").keep_apart("card:2", "card:1")

    assert again.contacts == FIVE.contacts
    assert again.merged == frozenset()


def test_keys_of_one_record_cannot_be_kept_apart():
    known = Records.from_found([card(1, "Anna", "a@x.example", "b@x.example")])

    with pytest.raises(InvalidArgumentError, match="stand in one record"):
        known.keep_apart("mailto:a@x.example", "mailto:b@x.example")
    with pytest.raises(InvalidArgumentError, match="from itself, got 'card:1' and 'card:1'"):
        known.keep_apart("card:1", "card:1")


@pytest.mark.parametrize("decide", [Records.merge, Records.keep_apart])
def test_a_decision_about_nobody_says_whom_it_did_not_find(decide):
    with pytest.raises(NotFoundError, match="nobody is known by 'card:9'"):
        decide(FIVE, "card:1", "card:9")


def test_a_contact_added_by_hand_outlives_a_decision():
    added = attrs.evolve(FIVE.merge("card:0", "card:1"), contacts=[*FIVE.contacts, card(9)])

    assert added.merge("card:2", "card:3").contact("card:9") == card(9)


def test_what_happened_stays_as_it_was_found():
    family = "mailto:fam@x.example"
    event = Interaction(
        key="1", when=datetime(2026, 1, 1, tzinfo=UTC), participants=[ME, family, "card:1"]
    )
    tie = Tie(a=ME, b="card:2")
    course = Experiment(key="x", title="Course", started=date(2026, 1, 1), met=["card:2", family])

    known = Records.from_found(
        [
            Contact(key=ME),
            Contact(key="mailto:mara@x.example", name="Mara Vogt"),
            Contact(key=family, emails=["fam@x.example"]),
            card(1, "Anna Meier", "fam@x.example"),
            card(2, "Bernd Meier", "fam@x.example"),
        ],
        interactions=[event],
        ties=[tie],
        experiments=[course],
        me=ME,
        merged=[(ME, "mailto:mara@x.example")],
    )
    decided = known.merge("card:1", family)

    assert (decided.interactions, decided.ties, decided.experiments) == (
        (event,),
        (tie,),
        (course,),
    )
    assert known.me == "mailto:mara@x.example"
    assert known.person_of[family] == family
    assert decided.person_of["card:1"] == decided.person_of[family] == family
    assert decided.person_of["card:2"] == "card:2"


@pytest.mark.slow
@given(records())
def test_every_key_that_was_found_means_a_contact(known):
    for contact in known.found:
        for key in (contact.key, *contact.aliases):
            assert key in {known.contact(key).key, *known.contact(key).aliases}


@pytest.mark.slow
@given(records(), st.data())
def test_any_two_are_merged_or_refused_and_never_halfway(known, data):
    pool = st.sampled_from(known.contacts)
    apart = [data.draw(pool).key, data.draw(pool).key]
    if apart[0] != apart[1]:
        known = known.keep_apart(*apart)
    a, b = data.draw(pool).key, data.draw(pool).key

    try:
        merged = known.merge(a, b)
    except InvalidArgumentError:
        assert known.kept_apart
        return

    assert merged.person_of[a] == merged.person_of[b]
    assert merged == known.merge(b, a)
    assert len(merged.contacts) <= len(known.contacts)


@pytest.mark.slow
@given(records(), st.data())
def test_any_two_contacts_can_be_kept_apart(known, data):
    pool = st.sampled_from(known.contacts)
    a, b = data.draw(pool).key, data.draw(pool).key
    if a == b:
        return

    apart = known.keep_apart(a, b)

    assert apart.person_of[a] != apart.person_of[b]
    assert apart.interactions == known.interactions


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("card:1", "card:3"),
        ("card:1", "mailto:ben@x.example"),
        ("tel:+491701234567", "mailto:ben@x.example"),
    ],
)
def test_one_decision_parts_what_another_joined_by_several_records(a, b):
    number = Contact(key="card:1", name="0170", phones=["+49 170 1234567"])
    cards = [card(n, "Ben", "ben@x.example") for n in (2, 3)]
    two = Records.from_found([number, *cards])
    one = two.merge("card:1", "card:2")

    apart = one.keep_apart(a, b)

    assert len(one.contacts) == 1
    assert apart.contacts == two.contacts
    assert not apart.merged
