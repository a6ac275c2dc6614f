from __future__ import annotations

import math
from datetime import UTC, date, datetime

import attrs
import pytest
from hypothesis import given

from builders import ANA, BEN, CEM, DAN, MARA, mail, meeting, records
from change.experiments import AS_OF, START, day, lives, tried
from netzwerkwandel.change import experiment_effects, without_experiment
from netzwerkwandel.errors import InvalidArgumentError, NotFoundError
from netzwerkwandel.model import Contact, Suggestion, Tie
from netzwerkwandel.network import Network, TieStrength
from netzwerkwandel.records import Records


def without(found: Records, as_of: datetime = AS_OF, **given: object) -> Records:
    return without_experiment(found, "course", as_of=as_of, **given)


def keys(found: Records) -> set[str]:
    return {contact.key for contact in found.contacts}


def seen(found: Records) -> list[tuple[str, ...]]:
    return [event.participants for event in found.interactions]


def test_without_an_experiment_that_met_nobody_the_records_are_the_same():
    lived = tried(records(meeting(day(-9), MARA, ANA), meeting(day(99), MARA, BEN)))

    assert without(lived) is lived


def test_without_it_those_it_led_to_and_their_meetings_are_gone():
    lived = tried(records(meeting(day(-9), MARA, ANA), meeting(day(3), MARA, CEM)), met=[CEM])

    left = without(lived)

    assert keys(left) == {MARA, ANA}
    assert seen(left) == [(ANA, MARA)]
    assert left.experiments[0].met == ()


def test_who_was_known_before_stays_though_met_again():
    lived = tried(records(meeting(day(-9), MARA, ANA), meeting(day(3), MARA, ANA)), met=[ANA])

    assert without(lived) is lived


def test_who_is_stated_to_be_known_for_longer_stays():
    old = Tie(a=CEM, b=MARA, since=date(2026, 2, 28))
    lived = tried(records(meeting(day(3), MARA, CEM), ties=[old]), met=[CEM])

    assert without(lived) is lived


def test_of_two_statements_the_older_counts():
    ties = [Tie(a=MARA, b=CEM, since=date(2026, month, 1)) for month in (2, 4)]
    lived = tried(records(meeting(day(3), MARA, CEM), ties=ties), met=[CEM])

    assert without(lived) is lived


@pytest.mark.parametrize("since", [None, START])
def test_a_tie_that_is_not_stated_to_be_older_keeps_nobody(since: date | None):
    tie = Tie(a=MARA, b=CEM, since=since)
    lived = tried(records(meeting(day(3), MARA, CEM), ties=[tie]), met=[CEM])

    assert (keys(without(lived)), without(lived).ties) == ({MARA}, ())


def test_what_others_took_part_in_stays_with_the_others():
    known = meeting(day(-9), MARA, ANA)
    lived = tried(records(known, meeting(day(3), MARA, ANA, CEM)), met=[CEM])

    assert seen(without(lived)) == [(ANA, MARA)] * 2


def test_what_others_wrote_stays_and_what_those_people_wrote_goes():
    events = [mail(day(-9), ANA, MARA), mail(day(3), ANA, MARA, CEM), mail(day(4), CEM, MARA, ANA)]
    lived = tried(records(*events), met=[CEM])

    assert seen(without(lived)) == [(ANA, MARA), (ANA, MARA)]


def test_whom_only_those_people_made_known_goes_too():
    lived = tried(records(mail(day(3), CEM, MARA, DAN)), met=[CEM])

    assert keys(without(lived)) == {MARA}


def test_whom_another_experiment_names_stays():
    lived = tried(records(mail(day(3), CEM, MARA, DAN)), met=[CEM])
    lived = tried(lived, key="other", met=[DAN, CEM])

    left = without(lived)

    assert keys(left) == {MARA, DAN}
    assert [each.met for each in left.experiments] == [(), (DAN,)]


def test_whom_one_came_to_know_by_other_ways_since_stays():
    # Cem and Ana both knew him before: nobody can tell who of them it was.
    known = [meeting(day(-9), MARA, ANA), meeting(day(-8), ANA, DAN)]
    others = [mail(day(3), CEM, MARA, DAN), meeting(day(40), MARA, DAN)]
    lived = tried(records(*known, *others), met=[CEM])

    assert keys(without(lived)) == {MARA, ANA, DAN}


def test_whom_one_came_to_know_through_those_people_alone_goes():
    lived = tried(records(mail(day(3), CEM, MARA, DAN), meeting(day(40), MARA, DAN)), met=[CEM])

    assert keys(without(lived)) == {MARA}


def test_a_contact_of_whom_nothing_is_known_but_the_address_stays():
    lived = tried(records(meeting(day(3), MARA, CEM), people=[BEN]), met=[CEM])

    assert keys(without(lived)) == {MARA, BEN}


def test_nobody_counts_as_met_later_than_it_is_looked_at():
    lived = tried(records(meeting(day(3), MARA, CEM), meeting(day(9), MARA, CEM, DAN)), met=[CEM])

    assert keys(without(lived, day(5))) == {MARA, DAN}
    assert without(lived, day(-1)) is lived


def test_a_gathering_too_large_to_tie_anybody_does_not_become_a_smaller_one_that_does():
    lived = tried(records(meeting(day(-9), MARA, ANA, BEN, CEM), people=[DAN]), met=[CEM])
    strict = TieStrength(largest_gathering=3)

    left = without(lived, strength=strict)

    assert seen(left) == []
    assert keys(left) == {MARA, ANA, BEN, DAN}
    assert Network.from_records(left, as_of=AS_OF, strength=strict).n_contacts == 1


def test_two_addresses_of_one_person_are_no_two_people():
    work = "mailto:mara@work.example"
    owner = Contact(key=MARA, name="Mara", aliases=[work])
    lived = tried(records(meeting(day(3), MARA, work, CEM), people=[owner]), met=[CEM])

    assert seen(without(lived)) == []


def test_what_was_found_and_decided_of_those_people_goes_with_them():
    other = "card:cem"
    people = [Contact(key=key) for key in (MARA, ANA, CEM, other)]
    lived = Records.from_found(
        people,
        me=MARA,
        merged=[(CEM, other)],
        kept_apart=[(ANA, CEM), (ANA, MARA)],
        interactions=[meeting(day(3), MARA, CEM)],
    )

    left = without(tried(lived, met=[other]))

    assert keys(left) == {contact.key for contact in left.found} == {MARA, ANA}
    assert (left.merged, left.kept_apart) == (frozenset(), frozenset({(ANA, MARA)}))


def test_the_experiment_itself_may_be_given():
    lived = tried(records(meeting(day(3), MARA, CEM)), met=[CEM])

    assert without_experiment(lived, lived.experiments[0], as_of=AS_OF) == without(lived)


def test_an_experiment_that_is_not_there_is_refused():
    with pytest.raises(NotFoundError, match="there is no experiment with the key 'd…'"):
        without_experiment(tried(records()), "dance", as_of=AS_OF)


def test_a_moment_without_a_time_zone_is_refused():
    with pytest.raises(InvalidArgumentError, match="as_of must be a datetime with a time zone"):
        without(tried(records()), datetime(2026, 6, 1))  # noqa: DTZ001 (the point)


def test_records_of_nobody_are_refused():
    with pytest.raises(InvalidArgumentError, match="must say who that is"):
        without(attrs.evolve(tried(records()), me=None))


@given(lives())
def test_those_it_led_to_are_nowhere_and_who_was_known_before_stays(lived: Records):
    now = Network.from_records(lived, as_of=AS_OF)
    for each in experiment_effects(lived, as_of=AS_OF):
        left = without_experiment(lived, each.experiment, as_of=AS_OF)
        network = Network.from_records(left, as_of=AS_OF)
        start = datetime.combine(each.experiment.started, datetime.min.time(), UTC).timestamp()

        assert (left is lived) == (not each.new)
        assert keys(left).isdisjoint(each.new)
        assert set(network.keys).isdisjoint(each.new)
        before = firsts(now)
        assert {key: first for key, first in before.items() if first < start} == {
            key: first for key, first in firsts(network).items() if first < start
        }
        assert firsts(network).keys() <= before.keys()


def firsts(network: Network) -> dict[str, float]:
    """The first contact with each of the owner's contacts."""
    ties = network.ties_of()
    pairs = zip(ties.target.tolist(), ties.first_contact.tolist(), strict=True)
    return {network.keys[i]: first for i, first in pairs if not math.isnan(first)}


def test_whoever_is_taken_out_was_never_suggested_nor_introduced():
    lived = attrs.evolve(
        tried(records(meeting(day(-9), MARA, ANA), meeting(day(9), MARA, BEN)), met=[BEN]),
        suggestions=[
            Suggestion(key="1", contact=BEN, on=START),
            Suggestion(key="2", contact=ANA, on=START, introduced=[BEN]),
        ],
    )

    (left,) = without(lived).suggestions

    assert (left.contact, left.introduced) == (ANA, ())
