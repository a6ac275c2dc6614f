"""Ties whose measured and stated columns are given, so that one can be changed, all else equal."""

from __future__ import annotations

from collections.abc import Mapping

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
    half = ("novelty", "core", "reciprocity")
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
rows = st.integers(0, ROWS - 1)


def two(values: st.SearchStrategy[float]) -> st.SearchStrategy[list[float]]:
    """A lesser and a greater value."""
    return st.lists(values, min_size=2, max_size=2, unique=True).map(sorted)


def _any_columns(seed: int) -> Columns:
    """Any values that the columns can have; a tie was never weaker than it is at its peak."""
    rng = np.random.default_rng(seed)

    def share() -> np.ndarray:
        return rng.integers(0, 1001, ROWS) / 1000

    def known_or_not(values: np.ndarray) -> np.ndarray:
        return np.where(rng.random(ROWS) < 0.5, values, np.nan)

    strength, once = (rng.integers(1, 60_000, ROWS) / 1000 for _ in range(2))
    return {
        "weight": strength,
        "strength": strength,
        "peak_strength": np.maximum(strength, once),
        "silence": rng.integers(0, 2000, ROWS) / 100,
        "rhythm": known_or_not(rng.integers(1, 400, ROWS) * 1.0),
        "novelty": share(),
        "core": share(),
        "reciprocity": known_or_not(share()),
        "contact_days": rng.integers(0, 500, ROWS),
        "simmelian": rng.integers(0, 9, ROWS),
        "stated_trust": known_or_not(share()),
        "stated_closeness": known_or_not(share()),
    }


columns = st.integers(0, 2**32 - 1).map(_any_columns)
