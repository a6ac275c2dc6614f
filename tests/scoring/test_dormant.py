from __future__ import annotations

import math

import numpy as np
import pytest

from builders import (
    ANA,
    AS_OF,
    BEN,
    CEM,
    MARA,
    ago,
    life,
    mail,
    mailbox_life,
    meeting,
)
from netzwerkwandel.model import Channel, Tie
from netzwerkwandel.network import Network
from netzwerkwandel.scoring import (
    Dormant,
    checked_scores,
)
from scoring.shipped import scored_rows


def own_scores(made: Network, strategy: Dormant) -> list[float]:
    return checked_scores(strategy, made.ties_of()).tolist()


def test_only_ties_that_sleep_get_an_opinion():
    network = Network.from_records(mailbox_life(), as_of=AS_OF)
    ties = network.ties_of()

    scores = checked_scores(Dormant(), ties)

    np.testing.assert_array_equal(np.isnan(scores), ~ties.is_dormant)
    assert ties.is_dormant.sum() == 3


def test_dormant_is_what_the_definition_says():
    for row, score in scored_rows(Dormant()):
        if not row.is_dormant:
            assert math.isnan(score)
            continue
        trust = row.trust if row.trust_is_stated else 0.5
        readiness = (1 + trust) / 2 * (1 - row.shared_time / 2)
        assert score == pytest.approx(row.novelty * row.bandwidth * readiness, rel=1e-12)


def test_formerly_strong_is_worth_more_than_formerly_weak():
    strong = [mail(ago(1500 + 30 * i), MARA, ANA) for i in range(30)]

    ana, ben = own_scores(life(*strong, mail(ago(1500), MARA, BEN)), Dormant())

    assert ana > ben


def test_of_two_who_sleep_alike_the_trusted_one_comes_first():
    letters = [mail(ago(1500 + 30 * i), MARA, key) for i in range(9) for key in (ANA, BEN, CEM)]
    trust = [Tie(a=MARA, b=ANA, trust=0.9), Tie(a=MARA, b=BEN, trust=0.1)]

    ana, ben, cem = own_scores(life(*letters, ties=trust), Dormant())

    assert ana > cem > ben


def test_of_two_who_sleep_alike_the_one_with_the_shorter_past_comes_first():
    once = meeting(ago(1500), MARA, ANA)
    often = [mail(ago(1500 + i), BEN, MARA, channel=Channel.SIGNAL) for i in range(15)]
    made = life(once, *often)
    ties = made.ties_of()

    ana, ben = own_scores(made, Dormant())

    assert ties.bandwidth[0] == pytest.approx(ties.bandwidth[1], rel=0.02)
    assert ana > 1.05 * ben


def test_the_longer_the_silence_the_more_there_is_to_tell():
    def met(days: float) -> float:
        together = [meeting(ago(days + i), MARA, ANA, BEN) for i in range(5)]
        return own_scores(life(*together), Dormant())[0]

    assert met(1200) < met(2400) < met(3600)
    assert met(20_000) == pytest.approx(met(30_000), rel=0.02)


def test_who_was_only_ever_stated_does_not_sleep():
    (score,) = own_scores(life(ties=[Tie(a=MARA, b=ANA, relations=["friend"])]), Dormant())

    assert math.isnan(score)
