"""How far the two ends of a tie are from each other without it: searches in breadth."""

from __future__ import annotations

import attrs
import numpy as np

from netzwerkwandel.network.arrays import BoolArray, FloatArray, IntArray, row_positions, runs
from netzwerkwandel.network.kernels.backend import uses_numba
from netzwerkwandel.network.kernels.closed_triads import find_ties


CHUNK = 1_000_000
"""Steps from person to person taken in one round; bounds the memory, never the result."""


def ways_around(
    indptr: IntArray, indices: IntArray, i: IntArray, j: IntArray, longest: float
) -> FloatArray:
    """For ties given by their two ends, the length of the shortest way from one to the other.

    Parameters
    ----------
    indptr, indices : IntArray, shapes (n_contacts + 1,) and (n_ties,)
        The network.
    i, j : IntArray, shape (n_rows,)
        The ends of each tie, which the way must not take.
    longest : float
        The longest way to look for.

    Returns
    -------
    FloatArray, shape (n_rows,)
        At least 2; infinite where there is no way up to the longest.
    """
    if not uses_numba():
        return _Search(indptr, indices).spans(i, j, longest)
    import numba

    from netzwerkwandel.network.kernels import ways_around_numba

    threads = numba.get_num_threads()
    spans: FloatArray = ways_around_numba.spans(indptr, indices, i, j, longest, threads)
    return spans


@attrs.frozen(eq=False)
class _Front:
    """Searches from several people, side by side, each at the same distance from its start.

    A person found by a search is coded as start * n + person; codes are sorted. Only those found
    last and those found a step before are kept: nobody else is a step away. The branch of a person
    is the tie from the start that the way to her begins with.
    """

    behind: IntArray
    codes: IntArray
    branch: IntArray
    n: int

    @property
    def starts(self) -> IntArray:
        return self.codes // self.n

    def of(self, starts: IntArray) -> _Front:
        """Only the searches from some people, who are sorted."""
        keep, _ = _among(starts, self.starts)
        behind, _ = _among(starts, self.behind // self.n)
        return _Front(self.behind[behind], self.codes[keep], self.branch[keep], self.n)

    def halves(self) -> tuple[_Front, _Front]:
        """Divide the searches at a start near the middle."""
        first = runs(self.starts)
        middle = int(first[len(first) // 2])
        border = int(np.searchsorted(self.behind, self.starts[middle] * self.n))
        return (
            _Front(self.behind[:border], self.codes[:middle], self.branch[:middle], self.n),
            _Front(self.behind[border:], self.codes[middle:], self.branch[middle:], self.n),
        )


@attrs.frozen(eq=False)
class _Search:
    """The search of several people at once, by sorting.

    The shortest way around a tie (i, j) leaves the branch of j once: where two branches meet, at
    distances d and e from i, there is a way of length d + e around the first tie of either.
    """

    indptr: IntArray
    indices: IntArray

    def spans(self, i: IntArray, j: IntArray, longest: float) -> FloatArray:
        """As ``ways_around``, from the end of each tie that fewer people are two steps from."""
        n, degree = len(self.indptr) - 1, np.diff(self.indptr)
        source = np.repeat(np.arange(n), degree)
        near = np.bincount(source, degree[self.indices], minlength=n)
        start, end = np.where(near[i] <= near[j], [i, j], [j, i])
        ties = find_ties(self.indptr, self.indices, start, end)
        wanted = np.zeros(len(self.indices), dtype=bool)
        wanted[ties] = True
        found = np.full(len(self.indices), np.inf)
        pending = [(1, self._begin(np.unique(start)))]
        while pending:
            distance, front = pending.pop()
            if 2 * distance > longest or not len(front.codes):
                continue
            steps = int(degree[front.codes % n].sum())
            if steps > CHUNK and front.starts[0] != front.starts[-1]:
                pending.extend((distance, half) for half in front.halves())
                continue
            onward = self._advance(front, distance, found)
            around, _ = row_positions(self.indptr, np.unique(front.starts))
            looking = wanted[around] & np.isinf(found[around])
            pending.append((distance + 1, onward.of(np.unique(source[around[looking]]))))
        return np.where(found[ties] <= longest, found[ties], np.inf)

    def _begin(self, people: IntArray) -> _Front:
        n = len(self.indptr) - 1
        ties, first = row_positions(self.indptr, people)
        codes = np.repeat(people, np.diff(first)) * n + self.indices[ties]
        return _Front(people * n + people, codes, ties, n)

    def _advance(self, front: _Front, distance: int, found: FloatArray) -> _Front:
        """Go a step on from everybody found last, and note the ways around where branches meet."""
        here = front.codes % front.n
        steps, begin = row_positions(self.indptr, here)
        of = np.repeat(np.arange(len(here)), np.diff(begin))
        to, branch = (front.codes - here)[of] + self.indices[steps], front.branch[of]
        beside, at = _among(front.codes, to)
        meets = beside & (front.branch[at] != branch)
        _note(found, branch[meets], 2 * distance)
        onward = np.flatnonzero(~beside & ~_among(front.behind, to)[0])
        order = onward[np.argsort(to[onward], kind="stable")]
        to, branch = to[order], branch[order]
        first = runs(to)
        settled = np.repeat(branch[first], np.diff(np.r_[first, len(to)]))
        meets = settled != branch
        _note(found, np.r_[branch[meets], settled[meets]], 2 * distance + 1)
        return _Front(front.codes, to[first], branch[first], front.n)


def _among(known: IntArray, wanted: IntArray) -> tuple[BoolArray, IntArray]:
    """Say which wanted numbers are among the known ones, which are sorted, and where."""
    if not len(known):
        return np.zeros(len(wanted), dtype=bool), np.zeros(len(wanted), dtype=np.int64)
    at = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    there: BoolArray = known[at] == wanted
    return there, at


def _note(found: FloatArray, ties: IntArray, span: int) -> None:
    """Write down the length of a way around, unless a shorter one is known."""
    found[ties[np.isinf(found[ties])]] = span
