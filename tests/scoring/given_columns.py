"""Ties whose measured and stated columns are given, so that one can be changed, all else equal."""

from __future__ import annotations

from collections.abc import Mapping

import attrs
import numpy as np
from hypothesis import strategies as st

from builders import AS_OF, MARA, life
from netzwerkwandel.model import Contact, Tie
from netzwerkwandel.network import Ties


# Who each contact is: in the field or not, what she is to Mara, whether she has changed career.
KINDS = [
    (False, [], False),
    (True, [], False),
    (False, ["peer"], False),
    (False, ["mentor"], False),
    (True, ["role model"], False),
    (False, [], True),
    (True, ["peer", "mentor"], True),
    (False, ["client", "friend"], False),
]
KEYS = [f"person:{number}" for number in range(len(KINDS))]
LIFE = life(
    ties=[
        Tie(a=MARA, b=key, relations=relations)
        for key, (_, relations, _) in zip(KEYS, KINDS, strict=True)
    ],
    people=[
        Contact(key=key, fields=["ux research"] if inside else [], changed_career=changed)
        for key, (inside, _, changed) in zip(KEYS, KINDS, strict=True)
    ],
)
ROWS = len(KINDS)

Columns = Mapping[str, np.ndarray]

assert [LIFE.keys[i] for i in LIFE.ties_of().target] == KEYS
assert LIFE.as_of == AS_OF


def ties_with(columns: Columns) -> Ties:
    """Mara's ties with these columns; what is computed from them is computed as ever."""
    ties = LIFE.ties_of()
    for name, values in columns.items():
        object.__setattr__(ties, name, np.array(values))
    return ties


def even_ties() -> Ties:
    """Everything in the middle, for figures that can be checked by head.

    Novelty, intensity, bandwidth, core, reciprocity, shared time are 0.5, trust is 0.6, closeness
    0.8, and one common contact holds the tie.
    """
    half = ("redundancy", "core", "reciprocity")
    values: dict[str, float] = {
        **dict.fromkeys(half, 0.5),
        **dict.fromkeys(("weight", "strength", "peak_strength"), 6.0),
        "silence": 0.0,
        "rhythm": np.nan,
        "stated_trust": 0.6,
        "stated_closeness": 0.8,
    }
    counts = {"contact_days": 50, "simmelian": 1}
    return ties_with({name: np.full(ROWS, value) for name, value in {**values, **counts}.items()})


def changed(columns: Columns, name: str, row: int, value: float) -> Columns:
    """The columns with another value in one place."""
    values = columns[name].copy()
    values[row] = value
    return {**columns, name: values}


shares = st.integers(0, 1000).map(lambda thousandths: thousandths / 1000)
unknown = st.just(np.nan)
rows = st.integers(0, ROWS - 1)


def two(values: st.SearchStrategy[float]) -> st.SearchStrategy[list[float]]:
    """A lesser and a greater value."""
    return st.lists(values, min_size=2, max_size=2, unique=True).map(sorted)


@attrs.frozen
class _Column:
    values: st.SearchStrategy[float]
    dtype: type = np.float64


_STRENGTH = st.integers(1, 60_000).map(lambda thousandths: thousandths / 1000)
_COLUMNS = {
    "weight": _Column(_STRENGTH),
    "strength": _Column(_STRENGTH),
    "peak_strength": _Column(_STRENGTH),
    "silence": _Column(st.integers(0, 2000).map(lambda hundredths: hundredths / 100)),
    "rhythm": _Column(unknown | st.integers(1, 400).map(float)),
    "redundancy": _Column(shares),
    "core": _Column(shares),
    "reciprocity": _Column(unknown | shares),
    "contact_days": _Column(st.integers(0, 500), np.int64),
    "simmelian": _Column(st.integers(0, 9), np.int64),
    "stated_trust": _Column(unknown | shares),
    "stated_closeness": _Column(unknown | shares),
}


@st.composite
def columns(draw: st.DrawFn) -> Columns:
    """Any values that the columns can have; a tie was never weaker than it is at its peak."""
    drawn = {
        name: np.array(
            draw(st.lists(column.values, min_size=ROWS, max_size=ROWS)), dtype=column.dtype
        )
        for name, column in _COLUMNS.items()
    }
    drawn["peak_strength"] = np.maximum(drawn["peak_strength"], drawn["strength"])
    return drawn
