from __future__ import annotations

import itertools
import math

import attrs
import pytest

from builders import AS_OF, MARA, ago, life, mail, mailbox_life, records
from netzwerkwandel.model import Contact, Tie
from netzwerkwandel.network import Network
from netzwerkwandel.show.pictures.ego_layout import (
    APART,
    RADII,
    SECTOR_FROM,
    EgoLayout,
    Person,
    Ring,
    ego_layout,
)
from netzwerkwandel.texts import catalogue


ENGLISH = catalogue("en")
LIFE = Network.from_records(mailbox_life(), as_of=AS_OF)


def by_name(layout: EgoLayout) -> dict[str, Person]:
    return {person.name: person for person in layout.people}


def crowd(n: int, seen: float = 30.0) -> list:
    """Mails with n people, each a little longer ago."""
    return [mail(ago(seen + i), MARA, f"mailto:p{i:04}@example.org") for i in range(n)]


def test_everybody_stands_there_once_in_the_ring_of_her_contact():
    people = by_name(ego_layout(LIFE, ENGLISH))

    rings = {name: str(person.ring) for name, person in people.items()}
    assert rings == {
        "Ana": "asleep",
        "Ben": "asleep",
        "Cem": "asleep",
        "Dan": "inner",
        "Eva": "inner",
        "Finn": "never",
    }
    assert all(low <= p.radius <= high for p in people.values() for low, high in [RADII[p.ring]])


def test_the_stronger_a_tie_the_nearer_within_a_ring():
    people = ego_layout(life(*crowd(40)), ENGLISH).people

    for ring in Ring:
        some = sorted((p for p in people if p.ring is ring), key=lambda p: p.radius)
        assert [p.strength for p in some] == sorted((p.strength for p in some), reverse=True)


def test_those_who_know_each_other_are_a_sector_and_no_two_sectors_meet():
    old = [
        mail(ago(2000 + i), MARA, *(f"mailto:{c}{j}@example.org" for j in range(5)))
        for i, c in enumerate("xyz")
    ]
    layout = ego_layout(life(*old, *crowd(4)), ENGLISH)

    sizes = [len(sector.keys) for sector in layout.sectors]
    assert sizes == [5, 5, 5, 4]
    assert all(size >= SECTOR_FROM for size in sizes[:-1])
    assert layout.sectors[-1].label == "each on their own"
    borders = [angle for sector in layout.sectors for angle in (sector.start, sector.end)]
    assert borders == sorted(borders)
    assert borders[0] > 0 and borders[-1] < 2 * math.pi
    angles = {person.key: person.angle for person in layout.people}
    for sector in layout.sectors:
        assert all(sector.start < angles[key] < sector.end for key in sector.keys)


def test_the_circle_known_for_longest_comes_first():
    three = [f"mailto:{name}@example.org" for name in ("a", "b", "c")]
    late = [f"mailto:{name}@example.org" for name in ("x", "y", "z")]

    layout = ego_layout(life(mail(ago(10), MARA, *three), mail(ago(900), MARA, *late)), ENGLISH)

    assert [sorted(sector.keys) for sector in layout.sectors] == [sorted(late), sorted(three)]


def test_everybody_keeps_her_angle_while_time_goes_on():
    told = records(*crowd(30), *(mail(ago(i), MARA, "mailto:p0007@example.org") for i in range(20)))
    before, now = (Network.from_records(told, as_of=moment) for moment in (ago(35), AS_OF))

    earlier = {p.key: p for p in ego_layout(before, ENGLISH, like=now).people}
    later = {p.key: p for p in ego_layout(now, ENGLISH).people}

    assert 20 < len(earlier) < len(later)
    assert all(later[key].angle == person.angle for key, person in earlier.items())
    friend = "mailto:p0007@example.org"
    assert later[friend].radius < earlier[friend].radius


def test_somebody_whom_the_other_network_does_not_know_moves_nobody():
    told = records(*crowd(30))
    before, now = (Network.from_records(told, as_of=moment) for moment in (ago(45), AS_OF))

    angles = {p.key: p.angle for p in ego_layout(before, ENGLISH).people}
    others = {p.key: p.angle for p in ego_layout(now, ENGLISH, like=before).people}

    assert len(others) > len(angles)
    assert {key: others[key] for key in angles} == angles


def test_those_on_the_list_do_not_hide_each_other_and_keep_angle_and_ring():
    network = life(*crowd(60))
    listed = [f"mailto:p{i:04}@example.org" for i in range(10)]

    plain = {p.key: p for p in ego_layout(network, ENGLISH).people}
    layout = ego_layout(network, ENGLISH, listed=listed)

    assert [p.key for p in layout.suggested] == listed
    assert [p.place for p in layout.suggested] == [*range(1, 11)]
    for one, other in itertools.combinations(layout.suggested, 2):
        assert math.dist((one.x, one.y), (other.x, other.y)) >= APART
    for person in layout.people:
        assert (person.angle, person.ring) == (plain[person.key].angle, plain[person.key].ring)


def test_a_circle_is_called_by_the_employer_of_most_or_else_by_the_nearest():
    keys = [f"mailto:{name}@example.org" for name in ("a", "b", "c")]
    firm = [Contact(key=key, name=key[7], organisation="Rheinfracht") for key in keys]
    letter = mail(ago(10), MARA, *keys)
    again = mail(ago(9), MARA, keys[1])

    assert ego_layout(life(letter, people=firm), ENGLISH).sectors[0].label == "Rheinfracht"
    hidden = ego_layout(life(letter, again, people=firm), ENGLISH, initials=True)
    assert hidden.sectors[0].label == "around B."
    others = [attrs.evolve(contact, organisation="") for contact in firm]
    assert ego_layout(life(letter, again, people=others), ENGLISH).sectors[0].label == "around b"


def test_nobody_is_asleep_where_nothing_was_measured():
    network = Network.from_edges(["ada", "ada", "ben"], ["ben", "eva", "finn"])

    layout = ego_layout(network, ENGLISH, ego="ada")

    assert layout.me == "ada"
    assert {person.name: person.ring for person in layout.people} == {
        "ben": Ring.LIVING,
        "eva": Ring.LIVING,
    }


def test_a_network_of_nobody_else_has_the_person_alone():
    layout = ego_layout(life(), ENGLISH)

    assert (layout.people, layout.sectors) == ((), ())


@pytest.mark.parametrize(("ring", "n"), [(Ring.INNER, 2), (Ring.ASLEEP, 3), (Ring.NEVER, 1)])
def test_a_ring_is_counted(ring: Ring, n: int):
    assert ego_layout(LIFE, ENGLISH).counted(ring) == n


def test_a_stated_friend_whom_no_export_shows_is_near():
    network = life(*crowd(12), ties=[Tie(a=MARA, b="mailto:ana@example.org", closeness=1.0)])

    assert by_name(ego_layout(network, ENGLISH))["Ana"].ring is Ring.INNER
