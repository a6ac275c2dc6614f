from __future__ import annotations

from collections.abc import Iterator

import pytest

from netzwerkwandel.identity.lookalikes import possible_duplicates
from netzwerkwandel.identity.names import parse_name
from netzwerkwandel.identity.people import people
from netzwerkwandel.model import Contact
from written_names import OF_TWO_PEOPLE, WRITTEN_IN_TWO_WAYS


def pairs(text: str) -> Iterator[tuple[str, str]]:
    for pair in text.split(";"):
        one, _, other = pair.strip().partition("|")
        yield one, other


def is_asked(one: str, other: str) -> bool:
    mail = Contact(key="mailto:k7@x.example", name=one, emails=["k7@x.example"])
    card = Contact(key="card:2", name=other, phones=["+49 30 5556677"])
    return bool(possible_duplicates([mail, card]))


@pytest.mark.parametrize("group", WRITTEN_IN_TWO_WAYS)
def test_two_ways_to_write_one_name_are_asked_about(group) -> None:
    left_apart = [pair for pair in pairs(WRITTEN_IN_TWO_WAYS[group]) if not is_asked(*pair)]

    assert left_apart == []


def test_names_of_two_people_are_not_asked_about() -> None:
    assert [pair for pair in pairs(OF_TWO_PEOPLE) if is_asked(*pair)] == []


@pytest.mark.parametrize("group", ["wade_giles", "cantonese"])
def test_what_other_rules_write_alike_is_not_joined_by_a_shared_address(group) -> None:
    for names in pairs(WRITTEN_IN_TWO_WAYS[group]):
        found = [
            Contact(key=f"card:{name}", name=name, emails=["home@x.example"]) for name in names
        ]

        assert len(people(found, frozenset(), frozenset())) == 2


@pytest.mark.parametrize(
    "name",
    [
        *("Krause Family", "The Smiths", "Familie Krause", "Sabine & Peter", "Fam. Krause"),
        *("Krause (Familie)", "Krause, Familie", "Klein, Sabine und Peter", "Sabine/Peter Klein"),
        *("Sabine+Peter Klein", "Herr und Frau Krause", "Mr. & Mrs. Smith", "Die Krauses"),
        *("Famille Dupont", "Famiglia Rossi", "Familia García", "Família Souza", "Los García"),
        *("Ana y Luis Vega", "Maria i Jan Kowalski", "Anna och Lars Berg", "Ayşe ve Ali Kaya"),
        *("Marie et Paul Dubois", "Jan en Anna Visser", "Eheleute Krause", "Geschwister Krause"),
        *("SABINE UND PETER KLEIN", "Mama und Papa", "Семья Ивановых", "Анна и Иван Петровы"),
        *(
            "Krause family",
            "Kowalski Rodzina",
            "Perhe Virtanen",
            "Kaya Ailesi",
            "Sabine, Peter & Max",
        ),
    ],
)
def test_a_card_of_several_is_seen(name) -> None:
    assert parse_name(name).is_several


@pytest.mark.parametrize(
    "name",
    [
        *("José Ortega y Gasset", "Hans U. Meier", "Les Paul", "Anna Rossi", "Van Morrison"),
        *("Die Antwoord", "Eva e. Meier", "Ana E Silva", "I. Rossi", "Theo Smiths", "U Thant"),
    ],
)
def test_a_name_of_one_is_not_taken_for_several(name) -> None:
    assert not parse_name(name).is_several


@pytest.mark.parametrize(
    ("name", "given", "family"),
    [
        ("Karsten Vogler ► Vertrieb & Führung", ("karsten",), ("vogler",)),
        ("Ulf Hahn 🚀 Growth", ("ulf",), ("hahn",)),
        ("Ritter Sonja (FIN/CO2)", ("ritter",), ("sonja",)),
        ("Smirnova O. P.", ("o", "p"), ("smirnova",)),
        ("Peter Graf Lambsdorff", ("peter",), ("lambsdorff",)),
    ],
)
def test_what_stands_beside_a_name_is_left_out(name, given, family) -> None:
    assert (parse_name(name).given, parse_name(name).family) == (given, family)
