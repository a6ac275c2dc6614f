from __future__ import annotations

from datetime import date, timedelta

import pytest

import netzwerkwandel as nw
from builders import ANA, AS_OF, BEN, CEM, DAN, MARA, ago, edge_networks, mail, meeting, records
from netzwerkwandel.change import network_change
from netzwerkwandel.texts import LANGUAGES


def both_ways(days: float, *people: str) -> list[nw.Interaction]:
    pairs = [pair for person in people for pair in ((MARA, person), (person, MARA))]
    return [mail(ago(days), *pair) for pair in pairs]


def change(**options: object):
    """Ana stays, Ben falls asleep, Cem wakes, Dan comes and works in ux."""
    made = records(
        *(meeting(ago(10 * i), MARA, ANA) for i in range(200)),
        *both_ways(1130, BEN),
        *both_ways(2000, CEM),
        *both_ways(100, CEM),
        *both_ways(90, DAN),
        people=[nw.Contact(key=DAN, name="Dan", position="UX Researcher")],
    )
    before, after = (
        nw.Network.from_records(made, as_of=AS_OF - timedelta(days=days)) for days in (365, 0)
    )
    return network_change(before, after, **options)


GOAL = nw.Goal(fields=["ux research"], since=date(2026, 1, 1))


def test_a_change_in_english():
    told = change(goal=GOAL).explain().split("\n")

    assert told[0] == "From 1 November 2025 to 1 November 2026, the first day beside the last:"
    assert told[1] == "You are in touch with 3 people; before it was 2."
    assert told[2] == (
        "1 person is new, 1 contact that had fallen asleep is awake again and 1 contact has gone "
        "quiet. About 75% of the people you are or were in touch with came or went."
    )
    assert "of it goes to people who work where you want to go; before it was 0%." in told[3]


def test_a_change_in_german():
    told = change(goal=GOAL).explain("de").split("\n")

    assert (
        told[0] == "Vom 1. November 2025 bis zum 1. November 2026, der erste Tag neben dem letzten:"
    )
    assert told[2].startswith("1 Person ist neu, 1 eingeschlafener Kontakt ist wieder wach und 1 ")
    assert "Etwa 75 % der Menschen" in told[2]


def test_without_a_goal_nothing_is_said_of_a_field():
    assert "field" not in change().explain()
    assert "Feld" not in change().explain("de")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", edge_networks())
def test_every_change_reads_as_whole_sentences(name: str, language: str):
    made = edge_networks()[name]

    for ego in range(made.n_contacts):
        for line in network_change(made, made, ego=ego, goal=GOAL).explain(language).split("\n"):
            assert line[0].isupper() or line[0].isdecimal()
            assert line.endswith((".", ":"))
            assert " nan" not in line
            assert "  " not in line


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_has_its_meaning_in_one_sentence(language: str):
    made = change(goal=GOAL)

    for figure in made.figures():
        meaning = made.meaning(figure, language)
        assert meaning.endswith(".")
        assert meaning[0].isupper()
    with pytest.raises(nw.NotFoundError, match="happiness"):
        made.meaning("happiness", language)


def test_a_language_that_is_not_there_is_refused():
    with pytest.raises(nw.InvalidArgumentError, match="language must be one of"):
        change().explain("xx")
