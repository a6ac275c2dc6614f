"""From lists of ties, and matrices of them, to keys and arrays."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from contextlib import suppress
from typing import Any

import attrs
import numpy as np
import numpy.typing as npt

from netzwerkwandel.errors import InvalidNetworkError, shown
from netzwerkwandel.model import Key
from netzwerkwandel.network.arrays import FloatArray, IntArray
from netzwerkwandel.network.csr import Csr
from netzwerkwandel.network.names import Names, named, numbered


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

    def csr(self, keys: tuple[Key, ...]) -> Csr:
        """Make them the mutual ties of as many people."""
        wrong = np.flatnonzero(~(np.isfinite(self.weights) & (self.weights > 0)))
        if len(wrong):
            i = wrong[0]
            raise InvalidNetworkError(
                f"tie strengths must be finite and > 0, got {self.weights[i]} "
                f"for ({shown(keys[self.a[i]])}, {shown(keys[self.b[i]])})"
            )
        with np.errstate(over="ignore"):
            return Csr.symmetric(self.a, self.b, self.weights, len(keys))


def read_edges(
    source: Sequence[Hashable] | npt.ArrayLike,
    target: Sequence[Hashable] | npt.ArrayLike,
    weight: npt.ArrayLike | None,
    keys: Sequence[Hashable] | None,
) -> tuple[Names, Csr]:
    """Read a list of ties: who is there, and the ties; see ``Network.from_edges``."""
    a, b = named("source", source), named("target", target)
    if len(a) != len(b):
        raise InvalidNetworkError(
            f"source and target must be two lists of one length, got {len(a)} and {len(b)}"
        )
    weights = np.ones(len(a)) if weight is None else _weights(weight)
    if weights.shape != (len(a),):
        raise InvalidNetworkError(
            f"there must be one weight for each tie, got {weights.shape} for {len(a)} ties"
        )
    names, (of_a, of_b) = numbered(a, b, keys)
    return names, Edges(of_a, of_b, weights).csr(names.keys)


def read_matrix(matrix: Any, keys: Sequence[Hashable] | None) -> tuple[Names, Csr]:
    """Read a sparse matrix: who is there, and the ties; see ``Network.from_csr``."""
    edges, n = Edges.of_matrix(matrix), len(matrix.indptr) - 1
    names = Names.places(n) if keys is None else Names.given(keys)
    if len(names.keys) != n:
        raise InvalidNetworkError(
            f"there must be one key for each row, got {len(names.keys)} for {n}"
        )
    return names, edges.each_once().csr(names.keys)


def _weights(weight: npt.ArrayLike) -> FloatArray:
    """Weights as numbers; text that looks like a number is none."""
    # What numpy says of a text that is no number quotes it.
    with suppress(TypeError, ValueError, OverflowError):
        given = np.asarray(weight)
        is_text = given.dtype.kind == "O" and any(isinstance(v, (str, bytes)) for v in given.flat)
        if given.dtype.kind in "biufO" and not is_text:
            return given.astype(np.float64, copy=False)
    raise InvalidNetworkError(f"weight: tie strengths must be numbers, got {shown(weight)}")
