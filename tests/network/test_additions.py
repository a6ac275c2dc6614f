from __future__ import annotations

import numpy as np

from builders import ANA, BEN, MARA, ago, mail, meeting
from netzwerkwandel.model import InteractionColumns
from netzwerkwandel.network import TieStrength
from netzwerkwandel.network.additions import Additions, renumbered
from netzwerkwandel.network.touches import Touches


NUMBER = {MARA: 0, ANA: 1, BEN: 2}


def touches_of(*happened):
    columns = InteractionColumns.from_interactions(happened)
    return Touches.of_interactions(columns, NUMBER, 3, 0, TieStrength())


def test_interactions_move_on_where_others_are_put_in_before_them():
    # Of a c e, with b and d put in at 1 and 3, the numbers are 0 2 4.
    assert renumbered(np.arange(3), np.array([1, 3])).tolist() == [0, 2, 4]


def test_what_was_added_twice_is_laid_out_with_the_touches_of_its_pairs_alone():
    first, last = mail(ago(9), MARA, ANA), meeting(ago(1), MARA, ANA)
    known = touches_of(first, mail(ago(8), MARA, BEN), last)
    between, newest = mail(ago(5), ANA, MARA), mail(ago(0), ANA, MARA)

    additions = Additions.none(known).with_more(touches_of(newest), np.array([3]))
    additions = additions.with_more(touches_of(between), np.array([2]))

    assert additions.places.tolist() == [2, 4]
    assert additions.events.tolist() == [0, 2, 3, 4]
    assert (
        additions.fresh.moments.tolist()
        == touches_of(first, between, last, newest).moments.tolist()
    )
    assert additions.changed.tolist() == [0] and not len(additions.new)
    assert additions.is_much(few=3) and not additions.is_much(few=4)
    assert len(additions.together) == 5


def test_a_pair_that_was_never_in_touch_is_put_among_the_others():
    known = touches_of(mail(ago(9), MARA, ANA), mail(ago(8), ANA, BEN))
    additions = Additions.none(known).with_more(touches_of(mail(ago(1), MARA, BEN)), np.array([2]))

    assert additions.codes.tolist() == [1, 2, 5]  # Mara and Ana, Mara and Ben, Ana and Ben
    told = additions.by_pair(np.array([10, 30, -1]), np.array([20, -1]))
    assert told.tolist() == [10, 20, 30, -1]
