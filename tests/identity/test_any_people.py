from __future__ import annotations

import sys
from collections.abc import Iterable
from itertools import combinations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.identity.likeness import NameFit, name_fit
from netzwerkwandel.identity.nodes import as_nodes
from netzwerkwandel.identity.people import people
from netzwerkwandel.identity.shared_keys import bare_key
from netzwerkwandel.model import ME, Contact
from netzwerkwandel.records import Records
from strategies import NAMES, contacts, pairs


NOTHING = frozenset()


def who(found: Iterable[Contact], merged=(), kept_apart=()) -> list[set[str]]:
    """The groups of keys that are one person each."""
    joined = people(found, frozenset(merged), frozenset(kept_apart))
    return sorted(({c.key, *c.aliases} for c in joined), key=sorted)


@given(st.lists(contacts(names=[""]), max_size=8))
def test_without_names_people_are_the_connected_parts_of_keys_of_their_own(found):
    role = {"mailto:info@example.org", "mailto:fam@example.org", "tel:0307654321"}
    bare = [attrs.evolve(contact, aliases=()) for contact in found]
    parts = [{contact} for contact in set(bare)]
    for a, b in combinations(set(bare), 2):
        if a.key == b.key or (a.keys & b.keys) - role:
            one = next(part for part in parts if a in part)
            other = next(part for part in parts if b in part)
            if one is not other:
                parts.remove(other)
                one |= other

    groups = who(bare)

    assert groups == sorted(({contact.key for contact in part} for part in parts), key=sorted)


@given(
    st.lists(contacts([*NAMES, "Anna Maria Meier", "Maria Meier"]), max_size=8), pairs(), pairs()
)
def test_asking_again_changes_nothing(found, merged, kept_apart):
    once = people(found, merged - kept_apart, kept_apart)

    assert people(once, merged - kept_apart, kept_apart) == once


@given(st.lists(contacts(), max_size=8), pairs(), pairs())
def test_records_joined_with_themselves_stay_as_they_are(found, merged, kept_apart):
    records = Records.from_found(found, merged=merged - kept_apart, kept_apart=kept_apart)

    assert records.join(records) == records


@given(st.lists(contacts(), max_size=8), pairs(), pairs(), st.randoms(use_true_random=False))
def test_the_order_of_the_records_does_not_matter(found, merged, kept_apart, random):
    other = [*found, *found[:3]]
    random.shuffle(other)

    assert people(other, merged, kept_apart) == people(found, merged, kept_apart)


@given(st.lists(contacts(), max_size=8), pairs(), pairs())
def test_nobody_is_joined_across_a_pair_kept_apart(found, merged, kept_apart):
    names = {contact.key for contact in found}

    groups = who(found, merged, kept_apart)

    stated = {frozenset([contact.key, alias]) for contact in found for alias in contact.aliases}
    for a, b in kept_apart:
        if {a, b} <= names and frozenset([a, b]) not in stated:
            assert not any({a, b} <= group for group in groups)


@given(st.lists(contacts(), max_size=8), pairs(), pairs())
def test_every_key_names_exactly_one_person(found, merged, kept_apart):
    joined = people(found, merged, kept_apart)

    named = [key for contact in joined for key in (contact.key, *contact.aliases)]
    known = {key for contact in found for key in (contact.key, *contact.aliases)}
    assert len(named) == len(set(named))
    assert known <= set(named)
    assert {bare_key(key) for key in named} <= known


@given(st.lists(contacts(), max_size=8), pairs())
def test_nothing_known_of_a_person_is_lost(found, merged):
    joined = people(found, merged, NOTHING)

    keys = ({bare_key(key) for c in several for key in c.keys} for several in (joined, found))
    assert next(keys) == next(keys)
    assert {field for c in joined for field in c.fields} == {f for c in found for f in c.fields}


@given(st.lists(contacts(), min_size=1, max_size=8))
def test_found_again_under_other_names_of_the_sources_the_people_are_the_same(found):
    bare = [attrs.evolve(contact, aliases=()) for contact in found]
    renamed = [
        attrs.evolve(contact, key=contact.key.replace("card:", "dcard:")) for contact in bare
    ]

    groups = [{key.replace("dcard:", "card:") for key in group} for group in who(renamed)]

    assert groups == who(bare)


@given(st.lists(contacts(), max_size=8), pairs())
def test_nobody_has_two_names_that_contradict_each_other_unless_a_person_said_so(found, kept_apart):
    bare = [attrs.evolve(each, aliases=()) for each in found if each.key != ME]

    people_ = people(bare, NOTHING, kept_apart)

    of = {key: c.key for c in people_ for key in (c.key, *c.aliases)}
    for one, other in combinations(as_nodes(bare), 2):
        ids = (node.id if node.id in of else node.key for node in (one, other))
        if of[next(ids)] == of[next(ids)]:
            assert name_fit(one.name, other.name) is not NameFit.CONTRADICTS


@given(st.lists(contacts(), max_size=8), pairs(), st.integers(1, 3))
def test_who_is_one_does_not_depend_on_records_that_share_no_key(found, kept_apart, more):
    bare = [attrs.evolve(each, aliases=()) for each in found]
    strangers = [
        Contact(key=f"card:9{n}", name="Ben Okafor", emails=["ben@elsewhere.example"])
        for n in range(more)
    ]

    together = who([*strangers, *bare], kept_apart=kept_apart)

    assert all(group in together for group in who(bare, kept_apart=kept_apart))


@given(st.lists(contacts(), max_size=8), pairs())
def test_it_does_not_matter_into_how_many_files_records_are_cut(found, kept_apart):
    half = len(found) // 2
    one, other = Records.from_found(found[:half]), Records.from_found(found[half:])

    groups = [{c.key, *c.aliases} for c in one.join(other).contacts]

    assert sorted(groups, key=sorted) == who(found)


def test_a_key_that_two_names_of_an_account_or_two_accounts_state_names_somebody():
    gmail, account = "mailto:benokafor@gmail.com", "linkedin:ben-okafor"
    nameless = Contact(key=account, aliases=[gmail])
    named = Contact(key=account, name="Ben Okafor", aliases=[gmail])
    other = Contact(key="linkedin:eva", name="Eva Klein", aliases=[gmail])

    (ben,) = people([nameless, named], frozenset(), frozenset())
    assert gmail in ben.aliases
    both = people([named, other], frozenset(), frozenset())
    assert sorted(contact.name for contact in both) == ["Ben Okafor", "Eva Klein"]
    assert sum(gmail in contact.aliases for contact in both) == 1


def test_a_third_card_of_one_name_and_line_does_not_make_father_and_son_one():
    line, name = "+49 89 7654321", "Hans Huber"
    father = Contact(key="mailto:h@bau.example", name=name, emails=["h@bau.example"], phones=[line])
    son = Contact(key="mailto:h@uni.example", name=name, emails=["h@uni.example"], phones=[line])
    bare = Contact(key="card:1", name=name, phones=[line])

    assert len(people([father, son, bare], NOTHING, NOTHING)) == 3
    assert len(people([father, bare], NOTHING, NOTHING)) == 1


@pytest.mark.slow
def test_joining_many_of_one_name_costs_what_they_are():
    def calls(size: int) -> int:
        mails = [f"a{i}@x{i}.example" for i in range(size)]
        of = [Contact(key=f"mailto:{m}", name="Thomas Müller", emails=[m]) for m in mails]
        phones = ["+49 40 1234560"]
        of += [Contact(key=f"card:{m}", name="Thomas Müller", phones=phones) for m in mails]
        count = 0

        def counted(*_: object) -> None:
            nonlocal count
            count += 1

        sys.setprofile(counted)
        try:
            people(of, NOTHING, NOTHING)
        finally:
            sys.setprofile(None)
        return count

    assert calls(1200) < 2.5 * calls(600)
