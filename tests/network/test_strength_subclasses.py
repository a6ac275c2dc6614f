from __future__ import annotations

import math

import attrs
import numpy as np
import pytest

from builders import AS_OF, BEN, MARA, ago, mail, meeting, records
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Channel
from netzwerkwandel.network import FloatArray, IntArray, Network, TieStrength


def strengths(*events, strength: TieStrength | None = None) -> tuple[float, float]:
    network = Network.from_records(
        records(*events), as_of=AS_OF, strength=strength or TieStrength()
    )
    ties = network.ties_of(MARA)
    assert len(ties) == 1
    return float(ties.strength[0]), float(ties.peak_strength[0])


@attrs.frozen(kw_only=True)
class Firsts(TieStrength):
    """Nothing fades, and only what two do alone counts."""

    def weight(self, channel: Channel, people: int) -> float:
        return 5.0 if people == 2 else 0.0


@attrs.frozen(kw_only=True)
class DaysOnly(TieStrength):
    """Strength is the number of days."""

    def accumulate(
        self, starts: IntArray, days: FloatArray, weights: FloatArray, as_of: float
    ) -> tuple[FloatArray, FloatArray]:
        counts = np.diff(np.r_[starts, len(days)]).astype(float)
        return counts, counts


def test_a_subclass_may_say_what_a_contact_is_worth():
    events = meeting(ago(0.5), MARA, BEN), meeting(ago(5), MARA, BEN, "mailto:ana@example.org")

    network = Network.from_records(records(*events), as_of=AS_OF, strength=Firsts())

    assert network.keys == (BEN, MARA)
    assert network.ties_of().peak_strength.tolist() == [5.0]


def test_a_subclass_may_say_how_strength_fades():
    events = [mail(ago(days), MARA, BEN) for days in (0.8, 0.9, 400, 4000)]

    assert strengths(*events, strength=DaysOnly()) == (3.0, 3.0)


@pytest.mark.parametrize("value", [-1.0, math.nan, math.inf])
def test_a_subclass_that_weighs_wrongly_is_told_so(value: float):
    @attrs.frozen(kw_only=True)
    class Wrong(TieStrength):
        def weight(self, channel: Channel, people: int) -> float:
            return value

    with pytest.raises(InvalidArgumentError, match=r"for 'mail' among 2 from .*Wrong"):
        strengths(mail(ago(1), MARA, BEN), strength=Wrong())


@pytest.mark.parametrize("values", [[-1.0], [math.nan], [math.inf], [1.0, 2.0], []])
@pytest.mark.parametrize("place", [0, 1])
def test_a_subclass_that_accumulates_wrongly_is_told_so(values: list[float], place: int):
    @attrs.frozen(kw_only=True)
    class Wrong(TieStrength):
        def accumulate(self, starts, days, weights, as_of):
            both = [np.ones(len(starts)), np.ones(len(starts))]
            both[place] = np.array(values)
            return tuple(both)

    with pytest.raises(InvalidArgumentError, match="accumulate must return finite strengths"):
        strengths(mail(ago(1), MARA, BEN), strength=Wrong())
