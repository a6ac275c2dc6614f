from __future__ import annotations

import math

import numpy as np
import pytest

from builders import (
    ANA,
    AS_OF,
    BEN,
    MARA,
    ago,
    life,
    mail,
    mailbox_life,
    meeting,
)
from netzwerkwandel.model import Tie
from netzwerkwandel.network import Network
from netzwerkwandel.scoring import (
    Dormant,
    checked_scores,
)


def own_scores(made: Network, strategy: Dormant) -> list[float]:
    return checked_scores(strategy, made.ties_of()).tolist()


def test_only_ties_that_sleep_get_an_opinion():
    network = Network.from_records(mailbox_life(), as_of=AS_OF)
    ties = network.ties_of()

    scores = checked_scores(Dormant(), ties)

    np.testing.assert_array_equal(np.isnan(scores), ~ties.is_dormant)
    np.testing.assert_allclose(
        scores[ties.is_dormant], (ties.novelty * ties.bandwidth)[ties.is_dormant]
    )
    assert ties.is_dormant.sum() == 3


def test_formerly_strong_is_worth_more_than_formerly_weak():
    strong = [mail(ago(1500 + 30 * i), MARA, ANA) for i in range(30)]

    ana, ben = own_scores(life(*strong, mail(ago(1500), MARA, BEN)), Dormant())

    assert ana > ben


def test_the_longer_the_silence_the_more_there_is_to_tell():
    def met(days: float) -> float:
        together = [meeting(ago(days + i), MARA, ANA, BEN) for i in range(5)]
        return own_scores(life(*together), Dormant())[0]

    assert met(1200) < met(2400) < met(3600)
    assert met(20_000) == pytest.approx(met(30_000), rel=0.02)


def test_who_was_only_ever_stated_does_not_sleep():
    (score,) = own_scores(life(ties=[Tie(a=MARA, b=ANA, relations=["friend"])]), Dormant())

    assert math.isnan(score)
