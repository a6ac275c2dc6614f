from __future__ import annotations

from collections.abc import Iterable

import pytest

from netzwerkwandel.identity.people import people
from netzwerkwandel.model import Contact
from sources.work import calls


def who(found: Iterable[Contact], merged=(), kept_apart=()) -> list[set[str]]:
    """The groups of keys that are one person each."""
    joined = people(found, frozenset(merged), frozenset(kept_apart))
    return sorted(({c.key, *c.aliases} for c in joined), key=sorted)


def card(n: int, name: str = "", *emails: str, **more: object) -> Contact:
    return Contact(key=f"card:{n}", name=name, emails=emails, **more)


# What is joined


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"emails": ["Ben@Example.org"]}, {"emails": ["ben@example.org"]}),
        ({"emails": ["b.en@gmail.com"]}, {"emails": ["ben+x@googlemail.com"]}),
        ({"phones": ["+49 170 1234567"]}, {"phones": ["0049 170 1234567"]}),
        ({"profiles": ["linkedin.com/in/Ben"]}, {"profiles": ["https://linkedin.com/in/ben/"]}),
    ],
)
def test_a_shared_address_phone_or_profile_makes_one_person(one, other):
    found = [Contact(key="card:1", **one), Contact(key="card:2", **other)]

    assert who(found) == [{"card:1", "card:2"}]


def test_a_key_found_in_one_export_is_an_address_in_another():
    found = [Contact(key="mailto:ben@example.org"), card(1, "Ben Okafor", "ben@example.org")]

    assert who(found) == [{"card:1", "mailto:ben@example.org"}]


def test_people_of_two_names_found_under_one_key_stay_two():
    found = [
        Contact(key="mailto:fam@example.org", name="Anna Meier"),
        Contact(key="mailto:fam@example.org", name="Bernd Meier"),
    ]

    assert who(found) == [{"mailto:fam@example.org"}, {"mailto:fam@example.org#bernd meier"}]


def test_names_that_fit_are_one_person_under_one_key():
    found = [
        Contact(key="mailto:ben@example.org", name="Ben Okafor"),
        Contact(key="mailto:ben@example.org", name="B. Okafor"),
        Contact(key="mailto:ben@example.org", name=""),
    ]

    assert who(found) == [{"mailto:ben@example.org"}]


def test_chains_of_shared_keys_make_one_person():
    found = [
        card(1, "Ben Okafor", "a@x.example"),
        card(2, "", "a@x.example", "b@x.example"),
        card(3, "B. Okafor", "b@x.example"),
    ]

    assert who(found) == [{"card:1", "card:2", "card:3"}]


def test_a_married_name_is_no_conflict():
    found = [card(1, "Anna Meier", "anna@x.example"), card(2, "Anna Schulz", "anna@x.example")]

    assert who(found) == [{"card:1", "card:2"}]


def test_names_alone_join_nobody():
    assert len(who([card(1, "Ben Okafor"), card(2, "Ben Okafor")])) == 2


# What is not joined


def test_two_cards_with_one_family_address_stay_two_people():
    found = [card(1, "Anna Meier", "fam@x.example"), card(2, "Bernd Meier", "fam@x.example")]

    assert len(who(found)) == 2


def test_a_nameless_mailbox_of_a_family_stays_by_itself():
    found = [
        card(1, "Anna Meier", "fam@x.example"),
        card(2, "Bernd Meier", "fam@x.example"),
        Contact(key="mailto:fam@x.example", emails=["fam@x.example"]),
    ]

    assert len(who(found)) == 3


def test_nameless_cards_of_a_family_stay_by_themselves():
    names = ["Anna Meier", "Bernd Meier", "", ""]

    assert len(who(card(n, name, "fam@x.example") for n, name in enumerate(names))) == 4


def test_a_name_that_is_completed_by_one_key_settles_another():
    found = [
        card(1, "Meier", "a@x.example", "b@x.example"),
        card(2, "Anna Schulz", "a@x.example"),
        card(3, "Anna Meier", "b@x.example"),
    ]

    assert who(found[:2]) == [{"card:1"}, {"card:2"}]
    assert who(found) == [{"card:1", "card:3"}, {"card:2"}]


def test_two_cards_of_one_of_the_family_are_one_person():
    found = [
        card(1, "Anna Meier", "fam@x.example"),
        card(2, "Bernd Meier", "fam@x.example"),
        card(3, "Meier, Anna", "fam@x.example"),
    ]

    assert who(found) == [{"card:1", "card:3"}, {"card:2"}]


def test_people_in_conflict_are_not_joined_by_a_nameless_card_between_them():
    found = [
        card(1, "Anna Meier", "a@x.example"),
        card(2, "", "a@x.example", "b@x.example"),
        card(3, "Bernd Meier", "b@x.example"),
    ]

    assert who(found) == [{"card:1"}, {"card:2"}, {"card:3"}]


@pytest.mark.parametrize("address", ["info@x.example", "noreply@x.example", "office@x.example"])
def test_the_address_of_a_role_joins_nobody(address):
    assert len(who([card(1, "Ben Okafor", address), card(2, "Ben Okafor", address)])) == 2


def test_a_phone_of_very_many_names_joins_only_those_of_the_same_name():
    found = [card(n, f"Anna Meier{'abcdefghijklmn'[n]}", phones=["030 123456"]) for n in range(14)]
    found.append(card(14, "Anna Meiera", phones=["030 123456"]))

    groups = who(found)

    assert len(groups) == 14
    assert {"card:0", "card:14"} in groups


# Decisions


def test_a_merged_pair_is_one_person():
    found = [card(1, "Ben Okafor"), card(2, "Somebody Else"), card(3)]

    assert who(found, merged=[("card:1", "card:2")]) == [{"card:1", "card:2"}, {"card:3"}]


def test_merged_keys_may_be_addresses_that_no_record_was_found_under():
    found = [card(1, "", "a@x.example"), card(2, "", "b@x.example")]

    groups = who(found, merged=[("mailto:a@x.example", "mailto:b@x.example")])

    assert groups == [{"card:1", "card:2"}]


def test_a_pair_kept_apart_is_two_people_though_they_share_an_address():
    found = [card(1, "Anna Meier", "a@x.example"), card(2, "Anna Meier", "a@x.example")]

    assert len(who(found, kept_apart=[("card:1", "card:2")])) == 2


def test_a_pair_kept_apart_is_not_joined_through_a_third():
    found = [
        card(1, "", "a@x.example"),
        card(2, "", "a@x.example", "b@x.example"),
        card(3, "", "b@x.example"),
    ]

    groups = who(found, kept_apart=[("card:1", "card:3")])

    assert groups == [{"card:1", "card:2"}, {"card:3"}]


def test_decisions_come_before_evidence():
    found = [card(1), card(2, "", "b@x.example"), card(3, "", "b@x.example")]

    groups = who(found, merged=[("card:1", "card:2")], kept_apart=[("card:1", "card:3")])

    assert groups == [{"card:1", "card:2"}, {"card:3"}]


def test_keeping_apart_wins_over_merging():
    pair = ("card:1", "card:2")

    assert len(who([card(1), card(2)], merged=[pair], kept_apart=[pair])) == 2


def test_a_single_record_cannot_be_split():
    found = [card(1, "", "a@x.example", "b@x.example")]

    groups = who(found, kept_apart=[("mailto:a@x.example", "mailto:b@x.example")])

    assert groups == [{"card:1"}]


def test_keeping_apart_what_one_record_has_keeps_nobody_else_apart():
    found = [
        card(1, "", "a@x.example", "b@x.example"),
        card(2, "", "a@x.example"),
        card(3, "", "b@x.example"),
    ]

    groups = who(found, kept_apart=[("mailto:a@x.example", "mailto:b@x.example")])

    assert groups == [{"card:1", "card:2", "card:3"}]


def test_an_alias_that_a_record_states_joins_in_spite_of_the_names():
    found = [card(1, "Ben Okafor", aliases=["card:2"]), card(2, "Somebody Else")]

    assert who(found) == [{"card:1", "card:2"}]


def test_an_alias_that_was_kept_apart_names_only_the_one_found_under_it():
    found = [card(1, aliases=["card:2"]), card(2)]

    assert who(found, kept_apart=[("card:1", "card:2")]) == [{"card:1"}, {"card:2"}]


def test_an_alias_that_was_kept_apart_is_no_evidence_either():
    found = [
        card(1, "Anna Meier", aliases=["mailto:z@x.example"]),
        Contact(key="mailto:z@x.example"),
        card(3, "Bernd Meier", "z@x.example"),
    ]

    groups = who(found, kept_apart=[("card:1", "mailto:z@x.example")])

    assert groups == [{"card:1"}, {"card:3", "mailto:z@x.example"}]


def test_an_alias_that_is_the_address_of_a_role_joins_nobody():
    found = [card(1, aliases=["mailto:info@x.example"]), Contact(key="mailto:info@x.example")]

    assert who(found) == [{"card:1"}, {"mailto:info@x.example"}]


def test_no_record_is_lost_where_one_was_found_under_the_key_with_its_name():
    address = "t.weber@x.example"
    found = [
        Contact(key=f"mailto:{address}", name="Dr. Thomas Weber", emails=[address]),
        Contact(key=f"mailto:{address}", name="Sabine Klein", emails=[address]),
        Contact(key=f"mailto:{address}#thomas weber", name="Thomas Weber", emails=[address]),
        Contact(key="me:"),
        Contact(key="mailto:mara@x.example", name="Mara Vogt"),
    ]
    decided = frozenset([("mailto:mara@x.example", "me:")])

    told = people(found, decided, frozenset())

    assert "Dr. Thomas Weber" in {contact.name for contact in told}


# What shares nothing


def test_who_shares_no_key_is_left_as_she_was_found():
    alone = card(1, "Ben Okafor", "ben@example.org", aliases=["card:9"])
    pair = [card(2, "Eva Maier", "eva@example.org"), card(3, "Eva Maier", "eva@example.org")]

    joined = people([alone, *pair], frozenset(), frozenset())

    assert joined[0] is alone
    assert [contact.key for contact in joined] == ["card:1", "card:2"]


def test_who_shares_no_key_costs_a_few_calls():
    found = [card(n, f"Ben Okafor{n}", f"ben{n}@example.org") for n in range(200)]
    _ = [contact.keys for contact in found]

    assert calls(lambda: people(found, frozenset(), frozenset())) < 12 * len(found)
