"""Groups of contacts: each moves to where it gains most, many circles side by side."""

from __future__ import annotations

from collections.abc import MutableSequence, Sequence
from itertools import pairwise

import numpy as np

from netzwerkwandel.network.arrays import (
    FloatArray,
    IntArray,
    place_in_run,
    row_positions,
    run_starts,
)


LEAST_GAIN = 1e-12
"""What a move must bring, of a modularity of at most 1; less is rounding."""
TURN = 1_000
"""Ties that plain Python reads in the time that one turn takes, however few are in it."""


def local_moves(
    indptr: IntArray,
    indices: IntArray,
    weights: FloatArray,
    masses: FloatArray,
    groups: IntArray,
    resolution: float,
) -> IntArray:
    """Move each in turn to the group it gains most from, until nobody gains.

    What somebody gains in a group is the weight of her ties to it less what chance would give:
    ``resolution`` times her mass times the group's, she herself left out.

    Parameters
    ----------
    indptr, indices, weights : arrays, shapes (n + 1,), (n_ties,) and (n_ties,)
        A symmetric network without loops, whose weights sum to at most 1.
    masses : FloatArray, shape (n,)
        The summed weight of each one's ties, to itself too.
    groups : IntArray, shape (n,)
        The groups to begin with, numbered from 0 to at most n - 1.
    resolution : float
        What ties between groups weigh against ties within; more gives smaller groups.

    Returns
    -------
    IntArray, shape (n,)
        The groups. Whoever has a lower place moves first, and of equal gains counts the group
        that is met first.
    """
    return move_pieces(indptr, indices, weights, masses, groups, resolution, TURN)


def move_pieces(
    indptr: IntArray,
    indices: IntArray,
    weights: FloatArray,
    masses: FloatArray,
    groups: IntArray,
    resolution: float,
    turn: int,
) -> IntArray:
    """Do it, where a turn must save so many ties, which never shows in the result."""
    after = groups.copy()
    sums = np.bincount(groups, masses, minlength=len(groups)).astype(np.float64)
    if not len(indices):
        return after
    # Pieces that neither a tie nor a group joins do not know of each other. So those of few people
    # go side by side, in as many turns as the largest of them has people; plain Python reads the
    # rest tie by tie. With pieces of 3, 3 and 900 people that have 4, 4 and 40,000 ties, 3 turns
    # save 8 ties, and 900 turns 40,008: which number costs least, the ties that it leaves included?
    degree = np.diff(indptr)
    piece = pieces(indptr, indices, groups)
    tied = np.flatnonzero(degree)
    people = tied[np.argsort(piece[tied], kind="stable")]
    size = np.bincount(piece[people])
    left = len(indices) - np.cumsum(np.bincount(size, np.bincount(piece[people], degree[people])))
    is_large = size[piece[people]] > np.argmin(turn * np.arange(len(left)) + left)
    for moves, some in ((move_by_turns, people[~is_large]), (move_in_lists, people[is_large])):
        moves(some, piece, indptr, indices, weights, masses, after, sums, resolution)
    return after


def pieces(indptr: IntArray, indices: IntArray, groups: IntArray) -> IntArray:
    """Number the pieces that no tie and no group joins to others, by the lowest group in each."""
    # Every group learns the lowest number that any who is tied to one of it has heard of, over and
    # over, and takes over what that group itself has learned (``lower[lower]``): a chain of n
    # takes about log n rounds.
    tied = np.flatnonzero(np.diff(indptr))
    least = np.arange(len(groups))
    while True:
        heard = least[groups]
        heard[tied] = np.minimum.reduceat(heard[indices], indptr[tied])
        lower = least.copy()
        np.minimum.at(lower, groups, heard)
        lower = lower[lower]
        if np.array_equal(lower, least):
            return least[groups]
        least = lower


def move_by_turns(
    people: IntArray,
    piece: IntArray,
    indptr: IntArray,
    indices: IntArray,
    weights: FloatArray,
    masses: FloatArray,
    groups: IntArray,
    sums: FloatArray,
    resolution: float,
) -> None:
    """Move the first person of every piece, then the second of every piece, and so on.

    People stand piece after piece.
    """
    # The pieces a b of the people 0 2 3 and 1 4 5 have the turns 0 1, then 2 4, then 3 5. Nobody of
    # one turn can meet a group of another's there, so that all move at once.
    met, links = np.zeros(len(groups), dtype=np.int64), np.zeros(len(groups))
    while len(people):
        place = place_in_run(run_starts(piece[people]), len(people))
        by_turn = np.argsort(place, kind="stable")
        queue = people[by_turn]
        ties, row_ptr = row_positions(indptr, queue)
        other, weight = indices[ties], weights[ties]
        borders = np.append(run_starts(place[by_turn]), len(queue)).tolist()
        still = np.zeros(len(groups), dtype=np.bool_)
        for begin, end in pairwise(borders):
            some, rows = queue[begin:end], row_ptr[begin : end + 1]
            part = slice(int(rows[0]), int(rows[-1]))
            own, mass = groups[some], masses[some]
            rest = sums[own] - mass
            whom = np.repeat(np.arange(end - begin), np.diff(rows))
            theirs = groups[other[part]]
            if (theirs == own[whom]).all():
                continue
            best = best_groups(
                own, whom, theirs, weight[part], resolution * mass, rest, sums, met, links
            )
            moves = np.flatnonzero(best != own)
            sums[own[moves]] = rest[moves]
            sums[best[moves]] += mass[moves]
            groups[some[moves]] = best[moves]
            still[piece[some[moves]]] = True
        people = people[still[piece[people]]]


def best_groups(
    own: IntArray,
    whom: IntArray,
    theirs: IntArray,
    weight: FloatArray,
    chance: FloatArray,
    rest: FloatArray,
    sums: FloatArray,
    met: IntArray,
    links: FloatArray,
) -> IntArray:
    """Where each gains most, given the groups of all whom they are tied to, row after row.

    ``met`` is room for a number of each group, and ``links`` must be 0 all over, and is again.
    """
    # Each group counts once, at the place where it is met first: of two ties to group 4, the later
    # is written to ``met`` before the earlier, which stays.
    np.add.at(links, theirs, weight)
    backwards = np.arange(len(theirs))[::-1]
    met[theirs[::-1]] = backwards
    first = np.flatnonzero((met[theirs] == backwards[::-1]) & (theirs != own[whom]))
    whom, theirs = whom[first], theirs[first]
    gain = links[theirs] - chance[whom] * sums[theirs]
    best, most = own.copy(), links[own] - chance * rest
    links[theirs] = links[own] = 0.0
    # All go to the first group that is better than what they have, then look at those after it:
    # what they passed by was not better, and the gain that must be beaten only rises.
    while len(better := np.flatnonzero(gain > most[whom] + LEAST_GAIN)):
        whom, theirs, gain = whom[better], theirs[better], gain[better]
        next_one = run_starts(whom)
        best[whom[next_one]], most[whom[next_one]] = theirs[next_one], gain[next_one]
    return best


def move_in_lists(
    people: IntArray,
    piece: IntArray,
    indptr: IntArray,
    indices: IntArray,
    weights: FloatArray,
    masses: FloatArray,
    groups: IntArray,
    sums: FloatArray,
    resolution: float,
) -> None:
    """Move those of one piece until nobody gains there, then those of the next.

    Single numbers are read from a list several times as fast as from an array.
    """
    if not len(people):
        return
    found, totals, mass = groups.tolist(), sums.tolist(), masses.tolist()
    links, met = [0.0] * len(found), [0] * len(found)
    for some in np.split(people, run_starts(piece[people])[1:]):
        ties, row_ptr = row_positions(indptr, some)
        rows = row_ptr.tolist(), indices[ties].tolist(), weights[ties].tolist()
        move(some.tolist(), *rows, mass, found, totals, links, met, resolution)
    groups[:] = found


def move(
    people: Sequence[int],
    indptr: Sequence[int],
    indices: Sequence[int],
    weights: Sequence[float],
    masses: Sequence[float],
    groups: MutableSequence[int],
    sums: MutableSequence[float],
    links: MutableSequence[float],
    met: MutableSequence[int],
    resolution: float,
) -> None:
    """Move people, each with a row of ties; ``links`` must be 0 all over, and is again at the end.

    This is also what numba compiles, for arrays.
    """
    moved = True
    while moved:
        moved = False
        for row in range(len(people)):
            # Add up i's ties by group, and list each group as it is met: of three ties to groups
            # 4, 2, 4 with weights .1, .2, .1, links[4] is .2, links[2] is .2, and met is 4, 2.
            i = people[row]
            own, mass = groups[i], masses[i]
            rest = sums[own] - mass
            count = 0
            for k in range(indptr[row], indptr[row + 1]):
                group = groups[indices[k]]
                if links[group] == 0.0:
                    met[count] = group
                    count += 1
                links[group] += weights[k]
            best, most = own, links[own] - resolution * mass * rest
            links[own] = 0.0
            for c in range(count):
                group = met[c]
                if group != own:
                    gain = links[group] - resolution * mass * sums[group]
                    links[group] = 0.0
                    if gain > most + LEAST_GAIN:
                        best, most = group, gain
            if best != own:
                sums[own] = rest
                sums[best] += mass
                groups[i] = best
                moved = True
