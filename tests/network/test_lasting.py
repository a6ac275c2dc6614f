"""What is known of the past is kept, and no later moment is told anything else by it."""

from __future__ import annotations

import numpy as np
import pytest

from builders import AS_OF, ago, mailbox_life
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
