from __future__ import annotations

import pytest

import make_sample
import netzwerkwandel as nw
import sample_cast
from netzwerkwandel import sample


CIRCLES = ("DEPARTMENT", "OPERATIONS", "CLIENTS", "UNIVERSITY", "COURSE", "STUDIO", "MEETUP")


@pytest.fixture(scope="module")
def records() -> nw.Records:
    with sample.sample_exports() as exports:
        return nw.read_exports(exports, as_of=sample.AS_OF)


@pytest.fixture(scope="module")
def network(records: nw.Records) -> nw.Network:
    return nw.Network.from_records(records, as_of=sample.AS_OF)


def addresses(picks: nw.Recommendations) -> set[str]:
    return {email for pick in picks for email in pick.contact.emails}


def named(records: nw.Records, name: str) -> nw.Contact:
    (contact,) = [each for each in records.contacts if each.name == name]
    return contact


@pytest.mark.slow
@pytest.mark.parametrize(("n", "most"), [(10, 0), (30, 1)])
def test_hardly_anybody_of_the_inner_core_is_on_the_list(network, n, most) -> None:
    listed = nw.recommend(network, n=n)

    of_core = [pick for pick in listed if make_sample.CORE.intersection(pick.contact.emails)]

    assert len(of_core) <= most


def test_the_list_has_sleeping_people_and_people_of_several_circles(network) -> None:
    listed = addresses(nw.recommend(network, n=10))

    circles = {
        name for name in CIRCLES if {person.mail for person in getattr(sample_cast, name)} & listed
    }
    assert listed & make_sample.DORMANT
    assert len(circles) >= 3


def test_a_tie_that_only_whatsapp_shows_is_on_the_list(records, network) -> None:
    rieke = named(records, sample_cast.FLATMATES[0].name)
    hers = [each for each in records.interactions if rieke.keys.intersection(each.participants)]

    assert {each.key.partition(":")[0] for each in hers} == {"whatsapp"}
    assert rieke.key in {pick.contact.key for pick in nw.recommend(network, n=10)}


def test_whoever_wrote_in_chats_is_one_person_with_her_card(records) -> None:
    for person in sample_cast.FLATMATES:
        (phone, author) = sorted(named(records, person.name).keys, reverse=True)

        assert phone.startswith("tel:+49171")
        assert author.startswith("saved-name:")


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_two_letters_of_the_list_are_alike(network, language: str) -> None:
    goal = nw.Goal(fields=sample.FIELDS)
    letters = [pick.opening(language).split("\n")[1:] for pick in nw.recommend(network, goal=goal)]

    assert len(set(map(tuple, letters))) == len(letters) == 10


def test_the_owner_is_recognised_and_all_her_addresses_are_one_contact(records) -> None:
    me = records.contact(records.me)

    assert me.name == sample.NAME
    assert sample.ME in me.emails


def test_two_of_one_name_stay_two_and_two_names_of_one_are_asked_about(records) -> None:
    asked = records.possible_duplicates()
    pairs = {frozenset(contact.name for contact in group.contacts) for group in asked}

    assert frozenset(("Tobi Reinhardt", "Tobias Reinhardt")) in pairs
    assert sum(contact.name == "Anna Schmidt" for contact in records.contacts) >= 2


@pytest.mark.slow
def test_reading_the_sample_twice_over_changes_nothing(records) -> None:
    with sample.sample_exports() as exports:
        again = nw.read_exports(exports, exports, as_of=sample.AS_OF)

    assert again == records


def test_the_list_and_the_measures_speak_of_one_effective_size(network) -> None:
    before = nw.recommend(network).effect.effective_size.before

    measured = nw.metrics.effective_size(network)[network.ego]

    assert measured == pytest.approx(before, rel=1e-12)
    assert nw.metrics.structural_holes(network, nodes=[network.ego]).model == "ego"


@pytest.mark.slow
def test_what_she_tried_led_to_people_from_there_and_to_nobody_else(records) -> None:
    tried = records
    for told in sample.EXPERIMENTS:
        tried = tried.with_experiment(**told)

    effects = nw.experiment_effects(tried, as_of=sample.AS_OF)

    there = {"course": "COURSE", "meetup": "MEETUP", "studio": "STUDIO"}
    for effect, circle in zip(effects, there.values(), strict=True):
        names = {person.name for person in getattr(sample_cast, circle)}
        assert {tried.contact(key).name for key in effect.new} <= names
        assert effect.new
        assert effect.in_those_days
    network = nw.Network.from_records(tried, as_of=sample.AS_OF)
    met = {key for told in tried.experiments for key in told.met}
    assert {pick.contact.key for pick in nw.recommend(network, strategy=nw.Peers())} <= met
