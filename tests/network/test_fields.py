from __future__ import annotations

import pytest

import netzwerkwandel as nw
from builders import ANA, AS_OF, BEN, MARA, ago, mail, records
from netzwerkwandel.model import Contact, Goal
from netzwerkwandel.network.fields import FieldMatcher, fields_of
from netzwerkwandel.records import Records


MATCHER = FieldMatcher()


def matches(field: str, **contact: object) -> bool:
    return MATCHER.first_field(Contact(key="x", **contact), [field]) == field


@pytest.mark.parametrize(
    ("field", "position"),
    [
        ("ux research", "UX Researcher"),
        ("ux research", "Senior UX-Researcherin"),
        ("UX Research", "research (ux), lead"),
        ("design", "Designerin"),
        ("design", "Designerinnen und mehr"),
        ("design", "Service Designers"),
        ("software engineering", "Software Engineer"),
        ("teaching", "Teacher"),
        ("consulting", "CONSULTING"),
        ("coaching", "Coach"),
        ("Straßenbau", "STRASSENBAU"),
        ("Führung", "Fu\u0308hrung"),
    ],
)
def test_a_field_matches_the_people_who_work_in_it(field: str, position: str):
    assert matches(field, position=position)


@pytest.mark.parametrize(
    ("field", "position"),
    [
        ("art", "Party Planner"),
        ("ux", "Luxury Goods"),
        ("ux research", "UX Designer"),
        ("ux research", "Researcher"),
        ("hr", "Chroniker"),
        ("it", "Italian Teacher"),
        ("law", ""),
        ("---", "---"),
    ],
)
def test_words_are_matched_whole_and_all_of_them(field: str, position: str):
    assert not matches(field, position=position)


@pytest.mark.parametrize(
    ("field", "position"),
    [
        ("soziale Arbeit", "Sozialarbeiterin beim Jugendamt"),
        ("Sozialarbeit", "Soziale Arbeit (B.A.)"),
        ("social work", "Sozialarbeiter"),
        ("klinische Psychologie", "Klinischer Psychologe"),
        ("Logopädie", "Logopädin"),
        ("erneuerbare Energien", "Ingenieurin für Erneuerbare Energie"),
        ("Kinder-Betreuung", "Kinderbetreuerin"),
        ("Arbeit im Recht", "Anwältin im Büro"),
    ],
)
def test_what_german_says_in_two_words_and_in_one_is_one_field(field: str, position: str):
    assert matches(field, position=position)


@pytest.mark.parametrize(
    ("field", "position"),
    [
        ("soziale Arbeit", "Mitarbeiterin im Vertrieb"),
        ("Arbeit", "Sozialarbeiterin"),
        ("a b", "Abteilungsleiterin"),
        ("Kinder Betreuung", "Betreuerin von Filialen"),
    ],
)
def test_a_word_for_any_work_and_a_part_of_a_compound_are_no_field(field: str, position: str):
    assert not matches(field, position=position)


def test_fields_and_communities_count_as_well_as_the_position():
    assert matches("ux", fields=["Research, UX"])
    assert matches("ux", communities=["UX Meetup Köln"])
    assert not matches("ux", organisation="UX GmbH", notes="ux", name="Ux")


def test_the_words_of_a_field_must_stand_together():
    assert not matches("ux research", fields=["ux", "research"])


def test_the_first_field_of_the_goal_that_matches_is_named():
    contact = Contact(key="x", fields=["teaching", "design"])

    assert MATCHER.first_field(contact, ["law", "design", "teaching"]) == "design"
    assert MATCHER.first_field(contact, ["law"]) is None


@pytest.mark.parametrize(
    "field", ["user research", "Nutzerforschung", "UX Researcher", "ux-research"]
)
@pytest.mark.parametrize(
    "position", ["Senior UX Researcher", "Nutzerforscherin", "Head of User Research"]
)
def test_one_thing_is_found_in_both_languages_and_in_compounds(field: str, position: str):
    assert MATCHER.first_field(Contact(key="x", position=position), [field]) == field


@pytest.mark.parametrize(
    ("position", "field"),
    [
        ("Transportleiterin", "sport"),
        ("Kunststofftechnik", "art"),
        ("Datenbankentwickler", "banking"),
        ("UX Designer", "user research"),
    ],
)
def test_what_only_has_the_letters_is_another_thing(position: str, field: str):
    assert MATCHER.first_field(Contact(key="x", position=position), [field]) is None


def test_what_there_is_is_counted_and_what_comes_nearest_is_named():
    people = [
        Contact(key="a", position="UX Researcher"),
        Contact(key="b", position="Nutzerforscher", fields=["Law"]),
    ]

    assert fields_of(Records(contacts=people)) == {"research": 2, "user": 2, "Law": 1}
    assert MATCHER.nearest(people, ["ux reserch"]) == ["UX Researcher"]
    assert MATCHER.nearest(people, ["beekeeping"]) == []


class Trades(FieldMatcher):
    """Who knows what a luthier makes."""

    def things(self, text: str) -> frozenset[str]:
        return frozenset(super().things(text.replace("Violin maker", "Luthier")))


def test_a_matcher_of_ones_own_is_asked_wherever_a_field_matters():
    two_ways = [pair for k in (ANA, BEN) for pair in ((MARA, k), (k, MARA))]
    letters = [mail(ago(day), *pair) for day in (900, 930) for pair in two_ways]
    made = records(*letters, people=[Contact(key=ANA, name="Ana Berg", position="Violin maker")])
    goal = Goal(fields=["luthier"])

    chronicle = nw.Chronicle.from_records(made, fields=Trades())
    plain = nw.Network.from_records(made, as_of=AS_OF)
    own = nw.Network.from_records(made, as_of=AS_OF, fields=Trades())
    laid_out = chronicle.with_interactions([mail(ago(1), MARA, BEN)]).network(AS_OF)

    for network, matching in ((plain, 0), (own, 1), (laid_out, 1)):
        ties = network.ties_of()
        assert ties.in_field(goal).sum() == network.members(goal).sum() == matching
        picks = {pick.contact.key: pick for pick in nw.recommend(network, goal=goal)}
        kinds = {reason.kind for reason in picks[ANA].reasons}
        assert (nw.ReasonKind.FIELD in kinds) is bool(matching)
        missed = [s for s in nw.recommend(network, goal=goal).shortfalls if s.fields]
        assert bool(missed) is not bool(matching)


def test_a_chronicle_keeps_its_matcher_and_takes_no_other():
    made = records(mail(ago(900), MARA, ANA))
    chronicle = nw.Chronicle.from_records(made, fields=Trades())

    with pytest.raises(nw.InvalidArgumentError, match="the chronicle's own"):
        nw.Network.from_records(chronicle, as_of=AS_OF, fields=FieldMatcher())
    with pytest.raises(nw.InvalidArgumentError, match="fields must be a FieldMatcher"):
        nw.Network.from_records(made, as_of=AS_OF, fields="ux")
