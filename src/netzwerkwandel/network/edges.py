"""From lists of ties, and matrices of them, to keys and arrays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt

from netzwerkwandel.errors import InvalidNetworkError
from netzwerkwandel.model import Key
from netzwerkwandel.network.arrays import FloatArray, IntArray
from netzwerkwandel.network.csr import Csr


MOST_PEOPLE = 100_000_000
"""A greater number is no place in a list of people, but a phone number or an id."""

Keys = tuple[Key, ...]


@attrs.frozen(eq=False)
class Edges:
    """Ties as they are given, by the numbers of the people, with the strength of each.

    Parameters
    ----------
    a, b : IntArray, shape (n_edges,)
        The two ends of each.
    weights : FloatArray, shape (n_edges,)
        How strong each is.
    """

    a: IntArray
    b: IntArray
    weights: FloatArray

    @classmethod
    def between(
        cls,
        a: npt.NDArray[Any],
        b: npt.NDArray[Any],
        weights: FloatArray,
        keys: Sequence[Key] | None,
    ) -> tuple[Keys, Edges]:
        """Take the ends of ties as numbers of people, or else as their keys; say who is there."""
        if weights.shape != a.shape:
            raise InvalidNetworkError(
                f"there must be one weight for each tie, got {weights.shape} for {len(a)} ties"
            )
        if not len(a):
            none = np.zeros(0, dtype=np.int64)
            return _unique(() if keys is None else keys), cls(none, none, weights)
        if np.issubdtype(a.dtype, np.integer) and np.issubdtype(b.dtype, np.integer):
            a, b = a.astype(np.int64), b.astype(np.int64)
            lowest, highest = int(min(a.min(), b.min())), int(max(a.max(), b.max()))
            if keys is None and highest >= MOST_PEOPLE:
                raise InvalidNetworkError(
                    "whole numbers number the people from 0; pass others, such as "
                    f"{highest}, as text"
                )
            names = _unique(map(str, range(highest + 1)) if keys is None else keys)
            if lowest < 0 or highest >= len(names):
                wrong = lowest if lowest < 0 else highest
                raise InvalidNetworkError(
                    f"numbers of people must lie between 0 and {len(names) - 1}, got {wrong}"
                )
            return names, cls(a, b, weights)
        given = [*a.tolist(), *b.tolist()]
        for key in given:
            # What stands for "missing" in tables of data is nobody's key.
            if key is None or isinstance(key, bool | float | complex):
                raise InvalidNetworkError(
                    f"people must be named by whole numbers or keys, got {key!r}"
                )
        named = list(map(str, given))
        names = _unique(sorted(set(named)) if keys is None else keys)
        number = {key: i for i, key in enumerate(names)}
        unknown = sorted(set(named) - number.keys())
        if unknown:
            raise InvalidNetworkError(f"ties must join known keys, got {unknown[0]!r}")
        ends = np.array([number[key] for key in named]).reshape(2, -1)
        return names, cls(ends[0], ends[1], weights)

    @classmethod
    def of_matrix(cls, matrix: Any) -> Edges:
        """Take the entries of a square matrix in compressed rows."""
        try:
            indptr, indices = np.asarray(matrix.indptr), np.asarray(matrix.indices)
            weights = _weights(matrix.weights if isinstance(matrix, Csr) else matrix.data)
        except AttributeError:
            raise InvalidNetworkError(
                "matrix must have the arrays indptr, indices and data, as those of scipy.sparse "
                f"in compressed rows, got {type(matrix).__name__}"
            ) from None
        if not (indptr.ndim == indices.ndim == weights.ndim == 1 and len(indptr)):
            raise InvalidNetworkError(
                "indptr, indices and data must be lists, indptr with one value"
            )
        if not (indptr.dtype.kind in "iu" and (indices.dtype.kind in "iu" or not len(indices))):
            raise InvalidNetworkError("indptr and indices must be whole numbers")
        rows, n = indptr.astype(np.int64), len(indptr) - 1
        counts: IntArray = rows[1:] - rows[:-1]
        if rows[0] != 0 or (counts < 0).any() or not len(indices) == len(weights) == rows[-1]:
            raise InvalidNetworkError(
                f"indptr must rise from 0 to the number of indices and of data, got {rows[-1]} for "
                f"{len(indices)} and {len(weights)}"
            )
        if len(indices) and not 0 <= indices.min() <= indices.max() < n:
            raise InvalidNetworkError(
                f"a matrix of ties must be square, got {n} rows and more columns"
            )
        return cls(np.repeat(np.arange(n), counts), indices.astype(np.int64), weights)

    def each_once(self) -> Edges:
        """Take each tie once where every one is there in both directions, else all of them."""
        # A symmetric matrix reads the same by rows and by columns. Sorted by row and column, its
        # entries are those of the mirror image sorted so.
        a, b, weights = self.a, self.b, self.weights
        there, back = np.lexsort((b, a)), np.lexsort((a, b))
        by_row, by_column = (a[there], b[there], weights[there]), (b[back], a[back], weights[back])
        if not all(map(np.array_equal, by_row, by_column)):
            return self
        once = there[a[there] <= b[there]]
        return Edges(a[once], b[once], weights[once])

    def csr(self, names: Keys) -> Csr:
        """Make them the mutual ties of as many people."""
        wrong = np.flatnonzero(~(np.isfinite(self.weights) & (self.weights > 0)))
        if len(wrong):
            i = wrong[0]
            raise InvalidNetworkError(
                f"tie strengths must be finite and > 0, got {self.weights[i]} "
                f"for ({names[self.a[i]]!r}, {names[self.b[i]]!r})"
            )
        with np.errstate(over="ignore"):
            return Csr.symmetric(self.a, self.b, self.weights, len(names))


def read_edges(
    source: Sequence[Hashable] | npt.ArrayLike,
    target: Sequence[Hashable] | npt.ArrayLike,
    weight: npt.ArrayLike | None,
    keys: Sequence[Key] | None,
) -> tuple[Keys, Csr]:
    """Read a list of ties: who is there, and the ties; see ``Network.from_edges``."""
    a, b = np.asarray(source), np.asarray(target)
    if a.shape != b.shape or a.ndim != 1:
        raise InvalidNetworkError(
            f"source and target must be two lists of one length, got {a.shape} and {b.shape}"
        )
    weights = np.ones(len(a)) if weight is None else _weights(weight)
    names, edges = Edges.between(a, b, weights, keys)
    return names, edges.csr(names)


def read_matrix(matrix: Any, keys: Sequence[Key] | None) -> tuple[Keys, Csr]:
    """Read a sparse matrix: who is there, and the ties; see ``Network.from_csr``."""
    edges, n = Edges.of_matrix(matrix), len(matrix.indptr) - 1
    names = _unique(map(str, range(n)) if keys is None else keys)
    if len(names) != n:
        raise InvalidNetworkError(f"there must be one key for each row, got {len(names)} for {n}")
    return names, edges.each_once().csr(names)


def _unique(keys: Iterable[Key]) -> Keys:
    if not isinstance(keys, Iterable):
        raise InvalidNetworkError(f"keys must be a list of keys, got {keys!r:.80}")
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
            raise InvalidNetworkError(
                f"weight: tie strengths must be numbers, got {given.flat[0]!r}"
            )
        return given.astype(np.float64, copy=False)
    except (TypeError, ValueError, OverflowError) as error:
        raise InvalidNetworkError(f"weight: tie strengths must be numbers: {error}") from None
