"""What is known of the past is kept, and no later moment is told anything else by it."""

from __future__ import annotations

import numpy as np
import pytest

from builders import AS_OF, MARA, ago, mail, mailbox_life, meeting, records
from netzwerkwandel.network import Chronicle, Ties
from netzwerkwandel.network.lasting import Lasting


COLUMNS = (
    "strength peak_strength silence rhythm is_dormant has_lasted reciprocity contact_days answers "
    "first_contact last_contact last_talk talks simmelian reach"
).split()


def told(ties: Ties) -> dict[str, bytes]:
    return {name: getattr(ties, name).tobytes() for name in COLUMNS}


@pytest.mark.parametrize("days", [3000, 400, 0, -1, -500])
def test_each_moment_is_told_what_it_would_be_told_first(days):
    kept, moment = Chronicle.from_records(mailbox_life()), ago(days)
    for asked_before in (AS_OF, ago(-100), ago(700)):
        told(kept.network(asked_before).ties())
    anew = Chronicle.from_records(mailbox_life()).network(moment)
    assert told(kept.network(moment).ties()) == told(anew.ties())
    assert told(kept.network(moment).ties_of()) == told(anew.ties_of())


def test_each_pair_is_asked_about_once():
    asked: list[list[int]] = []

    def ask(pairs: np.ndarray) -> np.ndarray:
        asked.append(pairs.tolist())
        return 10 * np.c_[pairs, pairs + 1]

    lasting = Lasting(6)
    for pairs in ([5], [2, 5, 6], [6, 2], []):
        found = lasting.answer("tens", np.array(pairs, dtype=np.int64), ask)
        assert found.tolist() == [[10 * pair, 10 * pair + 10] for pair in pairs]
    assert asked == [[5], [2, 6]]


def test_later_moments_share_what_is_over():
    chronicle = Chronicle.from_records(mailbox_life())
    now, later = (chronicle.network(moment).history for moment in (AS_OF, ago(-100)))
    assert now.days is later.days
    assert chronicle.network(ago(700)).history.days is not now.days


def test_of_a_pair_that_is_as_it_was_is_not_asked_as_of_a_later_moment():
    asked: list[list[int]] = []

    def ask(pairs: np.ndarray) -> np.ndarray:
        asked.append(pairs.tolist())
        return 10.0 * pairs

    def told_of(pairs: list[int], ends: list[int]) -> list[float]:
        found = lasting.answer_until("tens", np.array(pairs), np.array(ends), ask)
        return found.tolist()

    lasting = Lasting(8)
    assert told_of([6, 2, 5], [9, 4, 9]) == [60, 20, 50]
    assert told_of([2, 6, 7], [4, 11, 12]) == [20, 60, 70]
    assert told_of([7, 2], [12, 4]) == [70, 20]
    assert lasting.answer_until("tens", np.zeros(0, int), np.zeros(0, int), ask).tolist() == []
    assert told_of([2], [4]) == [20]
    assert asked == [[6, 2, 5], [6, 7], [2]]


def test_moment_by_moment_back_and_forth_each_is_told_what_it_would_be_told_first():
    people = [f"mailto:p{i}@example.org" for i in range(7)]
    turns = [(people[i % 7], people[i * i % 6]) for i in range(90)]
    happened = [
        mail(ago(1000 - 11 * i - i % 3 / 4), one, other, MARA)
        if i % 5
        else meeting(ago(1000 - 11 * i), MARA, one)
        for i, (one, other) in enumerate(turns)
    ]
    kept = Chronicle.from_records(records(*happened))
    for days in (990, 700, 400, 300.5, 300, 12, 11.9, 11, 10.5, 450, 699, 300, 11.9):
        anew = Chronicle.from_records(records(*happened)).network(ago(days))
        assert told(kept.network(ago(days)).ties_of()) == told(anew.ties_of())
    assert kept.touches.lasting.latest
