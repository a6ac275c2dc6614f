"""How far the two ends of a tie are from each other without it: searches in breadth."""

from __future__ import annotations

import attrs
import numpy as np

from netzwerkwandel.network.arrays import (
    BoolArray,
    FloatArray,
    IntArray,
    find_ties,
    row_positions,
    run_lengths,
    run_starts,
)
from netzwerkwandel.network.kernels.engines import chunk_size


def tie_spans(
    indptr: IntArray, indices: IntArray, i: IntArray, j: IntArray, longest: float
) -> FloatArray:
    """For ties given by their two ends, the span: the length of the shortest way around.

    Granovetter calls a tie of span n a local bridge of degree n.

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
    return _Search(indptr, indices).spans(i, j, longest)


@attrs.frozen(eq=False)
class _Front:
    """Searches from several people, side by side, each at the same distance from its start.

    A person reached by a search is coded as start * n + person; codes are sorted. Only those
    reached last and those reached a step before are kept: nobody else is a step away. The branch
    of a person is the tie from the start that the way to her begins with.

    In a ring of five, the search from 0 is after two steps, where the branches are the two ties:

            1 - 2             behind   1  4         whom it reached a step before
        0 <     |             codes    2  3         whom it reached last
            4 - 3             branch   01 04
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
        first = run_starts(self.starts)
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
    distances d and e from i, there is a ring of d + e + 1 ties, and so a way of length d + e around
    the first tie of either. In the ring above 2 and 3 are tied, both at distance 2: the way around
    both 01 and 04 has the length 4.
    """

    indptr: IntArray
    indices: IntArray

    def spans(self, i: IntArray, j: IntArray, longest: float) -> FloatArray:
        """As ``tie_spans``, from the end of each tie that fewer people are two steps from."""
        n, degree = len(self.indptr) - 1, np.diff(self.indptr)
        source = np.repeat(np.arange(n), degree)
        near = np.bincount(source, degree[self.indices], minlength=n)
        start, end = np.where(near[i] <= near[j], [i, j], [j, i])
        ties = find_ties(self.indptr, self.indices, start, end)
        wanted = np.zeros(len(self.indices), dtype=bool)
        wanted[ties] = True
        spans = np.full(len(self.indices), np.inf)
        pending = [(1, self._begin(np.unique(start)))]
        while pending:
            distance, front = pending.pop()
            if 2 * distance > longest or not len(front.codes):
                continue
            # A step that would not fit into memory is taken by each half of the searches apart.
            steps = int(degree[front.codes % n].sum())
            if steps > chunk_size() and front.starts[0] != front.starts[-1]:
                pending.extend((distance, half) for half in front.halves())
                continue
            onward = self._advance(front, distance, spans)
            # Only those search on who have a tie left that is asked about and has no way around.
            around, _ = row_positions(self.indptr, np.unique(front.starts))
            looking = wanted[around] & np.isinf(spans[around])
            pending.append((distance + 1, onward.of(np.unique(source[around[looking]]))))
        return np.where(spans[ties] <= longest, spans[ties], np.inf)

    def _begin(self, people: IntArray) -> _Front:
        n = len(self.indptr) - 1
        ties, first = row_positions(self.indptr, people)
        codes = np.repeat(people, np.diff(first)) * n + self.indices[ties]
        return _Front(people * n + people, codes, ties, n)

    def _advance(self, front: _Front, distance: int, spans: FloatArray) -> _Front:
        """Go a step on from everybody reached last; note the ways around where branches meet."""
        here = front.codes % front.n
        steps, begin = row_positions(self.indptr, here)
        of = np.repeat(np.arange(len(here)), np.diff(begin))
        # A code less its person is start * n; plus whom she is tied to, it is the code of those.
        to, branch = (front.codes - here)[of] + self.indices[steps], front.branch[of]
        beside, at = _among(front.codes, to)
        meets = beside & (front.branch[at] != branch)
        _note(spans, branch[meets], 2 * distance)
        # Whoever is neither beside nor behind is new. Who is reached from several sides is settled
        # with the first of them, and each of the others that comes by another branch meets it:
        #
        #     to        7 7 8 8
        #     branch    A A B C
        #     settled   A A B B     so B and C have a way around, and A has none yet
        onward = np.flatnonzero(~beside & ~_among(front.behind, to)[0])
        order = onward[np.argsort(to[onward], kind="stable")]
        to, branch = to[order], branch[order]
        first = run_starts(to)
        settled = np.repeat(branch[first], run_lengths(first, len(to)))
        meets = settled != branch
        _note(spans, np.r_[branch[meets], settled[meets]], 2 * distance + 1)
        return _Front(front.codes, to[first], branch[first], front.n)


def _among(known: IntArray, wanted: IntArray) -> tuple[BoolArray, IntArray]:
    """Say which wanted numbers are among the known ones, which are sorted, and where."""
    if not len(known):
        return np.zeros(len(wanted), dtype=bool), np.zeros(len(wanted), dtype=np.int64)
    at = np.minimum(np.searchsorted(known, wanted), len(known) - 1)
    there: BoolArray = known[at] == wanted
    return there, at


def _note(spans: FloatArray, ties: IntArray, span: int) -> None:
    """Write down the length of a way around, unless a shorter one is known."""
    spans[ties[np.isinf(spans[ties])]] = span
