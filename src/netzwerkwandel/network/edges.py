from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

import numpy as np
import numpy.typing as npt

from netzwerkwandel.errors import InvalidNetworkError
from netzwerkwandel.model import Key
from netzwerkwandel.network.arrays import FloatArray, IntArray, runs
from netzwerkwandel.network.network import Network


MOST_PEOPLE = 100_000_000
"""A greater number is no place in a list of people, but a phone number or an id."""


def from_edges(
    source: Sequence[Hashable] | npt.ArrayLike,
    target: Sequence[Hashable] | npt.ArrayLike,
    weight: npt.ArrayLike | None,
    keys: Sequence[Key] | None,
) -> Network:
    """Build a network from a list of ties; see ``Network.from_edges``."""
    a, b, names = _ends(source, target, keys)
    weights = np.ones(len(a)) if weight is None else _weights(weight)
    if weights.shape != a.shape:
        raise InvalidNetworkError(
            f"there must be one weight for each tie, got {weights.shape} for {len(a)} ties"
        )
    _check_weights(a, b, weights, names)
    with np.errstate(over="ignore"):
        indptr, indices, summed = symmetric_csr(a, b, weights, len(names))
    return Network(keys=names, indptr=indptr, indices=indices, weights=summed)


def symmetric_csr(
    a: IntArray, b: IntArray, weights: FloatArray, n: int
) -> tuple[IntArray, IntArray, FloatArray]:
    """Sum parallel ties and make one-way ties mutual: Z = A + A^T, as CSR arrays.

    Parameters
    ----------
    a, b : IntArray, shape (n_edges,)
        The two ends, between 0 and n - 1, never equal.
    weights : FloatArray, shape (n_edges,)
        Their weights.
    n : int
        How many people there are.

    Returns
    -------
    tuple of indptr, indices and weights
        Sorted by both ends. Both directions have one weight, to the last bit.
    """
    pair, weights = _summed(np.minimum(a, b) * n + np.maximum(a, b), weights)
    low, high = pair // max(n, 1), pair % max(n, 1)
    code = np.r_[pair, high * n + low]
    order = np.argsort(code, kind="stable")
    code = code[order]
    indptr = np.searchsorted(code, np.arange(n + 1) * n)
    return indptr, code % max(n, 1), np.r_[weights, weights][order]


def _summed(code: IntArray, weights: FloatArray) -> tuple[IntArray, FloatArray]:
    """Sum the weights of equal codes, in the order in which they stand."""
    order = np.argsort(code, kind="stable")
    code, weights = code[order], weights[order]
    starts = runs(code)
    return code[starts], np.add.reduceat(weights, starts) if len(starts) else weights


def _ends(
    source: Sequence[Hashable] | npt.ArrayLike,
    target: Sequence[Hashable] | npt.ArrayLike,
    keys: Sequence[Key] | None,
) -> tuple[IntArray, IntArray, tuple[Key, ...]]:
    a, b = np.asarray(source), np.asarray(target)
    if a.shape != b.shape or a.ndim != 1:
        raise InvalidNetworkError(
            f"source and target must be two lists of one length, got {a.shape} and {b.shape}"
        )
    if not len(a):
        return np.zeros(0, np.int64), np.zeros(0, np.int64), _unique(() if keys is None else keys)
    if np.issubdtype(a.dtype, np.integer) and np.issubdtype(b.dtype, np.integer):
        return _numbered(a.astype(np.int64), b.astype(np.int64), keys)
    return _named([_name(key) for key in a.tolist()], [_name(key) for key in b.tolist()], keys)


def _name(key: object) -> Key:
    """A key as text; what stands for "missing" in tables of data is nobody's."""
    if key is None or isinstance(key, bool | float | complex):
        raise InvalidNetworkError(f"people must be named by whole numbers or keys, got {key!r}")
    return str(key)


def _numbered(
    a: IntArray, b: IntArray, keys: Sequence[Key] | None
) -> tuple[IntArray, IntArray, tuple[Key, ...]]:
    lowest, highest = int(min(a.min(), b.min())), int(max(a.max(), b.max()))
    if keys is None and highest >= MOST_PEOPLE:
        raise InvalidNetworkError(
            f"whole numbers number the people from 0; pass others, such as {highest}, as text"
        )
    names = _unique(map(str, range(highest + 1)) if keys is None else keys)
    if lowest < 0 or highest >= len(names):
        wrong = lowest if lowest < 0 else highest
        raise InvalidNetworkError(
            f"numbers of people must lie between 0 and {len(names) - 1}, got {wrong}"
        )
    return a, b, names


def _named(
    a: list[Key], b: list[Key], keys: Sequence[Key] | None
) -> tuple[IntArray, IntArray, tuple[Key, ...]]:
    names = _unique(sorted({*a, *b}) if keys is None else keys)
    number = {key: i for i, key in enumerate(names)}
    unknown = sorted({*a, *b} - number.keys())
    if unknown:
        raise InvalidNetworkError(f"ties must join known keys, got {unknown[0]!r}")
    return np.array([number[k] for k in a]), np.array([number[k] for k in b]), names


def _unique(keys: Iterable[Key]) -> tuple[Key, ...]:
    names = tuple(str(key) for key in keys)
    if len(set(names)) != len(names):
        repeated = min(key for key, n in Counter(names).items() if n > 1)
        raise InvalidNetworkError(f"each person must have her own key, got {repeated!r} twice")
    return names


def _weights(weight: npt.ArrayLike) -> FloatArray:
    """Weights as numbers; text that looks like a number is none."""
    try:
        given = np.asarray(weight)
        if given.dtype.kind not in "biufO":
            raise InvalidNetworkError(f"tie strengths must be numbers, got {given.flat[0]!r}")
        return given.astype(np.float64, copy=False)
    except (TypeError, ValueError, OverflowError) as error:
        raise InvalidNetworkError(f"tie strengths must be numbers: {error}") from None


def _check_weights(a: IntArray, b: IntArray, weights: FloatArray, names: tuple[Key, ...]) -> None:
    wrong = np.flatnonzero(~(np.isfinite(weights) & (weights > 0)))
    if len(wrong):
        i = wrong[0]
        raise InvalidNetworkError(
            f"tie strengths must be finite and > 0, got {weights[i]} "
            f"for ({names[a[i]]!r}, {names[b[i]]!r})"
        )
