"""What a set of people is worth together: the circles, functions and new people it covers."""

from __future__ import annotations

import attrs
import numpy as np

from netzwerkwandel.model import Function
from netzwerkwandel.network import FloatArray, IntArray, Network, Ties
from netzwerkwandel.network.arrays import reduce_rows, row_positions
from netzwerkwandel.scoring import rounded


TRY = 0.5
"""How likely one talk with the most relevant contact leads into her circle, or to one of hers."""


@attrs.frozen(kw_only=True, eq=False)
class Coverage:
    r"""A monotone submodular measure of a set S of candidates.

    .. math:: f(S) = \sum_g w_g \Bigl(1 - \prod_{j \in S} (1 - a_{jg})\Bigr)

    over groups g: with a the chance that j leads to g, the weighted number of groups that S is
    expected to lead to. What a candidate adds never grows by others being there.

    Parameters
    ----------
    starts : IntArray, shape (n_candidates + 1,)
        Where the groups of each candidate begin.
    groups : IntArray, shape (n_entries,)
        The groups.
    chances : FloatArray, shape (n_entries,)
        a, from 0 to 1.
    weights : FloatArray, shape (n_groups,)
        w, at least 0.
    functions : slice
        Which of the groups are the six functions.
    """

    starts: IntArray
    groups: IntArray
    chances: FloatArray
    weights: FloatArray
    functions: slice = attrs.field(default=slice(0, 0))

    def nothing(self) -> FloatArray:
        """How likely each group is missed by the empty set, shape (n_groups,)."""
        return np.ones(len(self.weights))

    def with_candidate(self, missed: FloatArray, candidate: int) -> FloatArray:
        """How likely each group is missed once a candidate is there as well."""
        entries = slice(self.starts[candidate], self.starts[candidate + 1])
        after = missed.copy()
        after[self.groups[entries]] *= 1.0 - self.chances[entries]
        return after

    def value(self, missed: FloatArray) -> float:
        """F of a set, by what it misses."""
        return float(self.weights @ (1.0 - missed))

    def gain(self, missed: FloatArray, candidate: int) -> float:
        """What one candidate would add."""
        entries = slice(self.starts[candidate], self.starts[candidate + 1])
        groups = self.groups[entries]
        return float((self.weights[groups] * missed[groups] * self.chances[entries]).sum())

    def function(self, missed: FloatArray, candidate: int) -> Function | None:
        """The function that a candidate would add most to, if any."""
        entries = slice(self.starts[candidate], self.starts[candidate + 1])
        added = np.zeros(len(self.weights))
        added[self.groups[entries]] = self.chances[entries]
        added *= missed * self.weights
        of_functions = rounded(added[self.functions])
        if not np.any(of_functions > 0):
            return None
        return tuple(Function)[int(np.argmax(of_functions))]

    def gains(self, missed: FloatArray) -> FloatArray:
        """What each candidate would add, shape (n_candidates,)."""
        added = (self.weights * missed)[self.groups] * self.chances
        return reduce_rows(np.add, added, self.starts, 0.0)


def coverage(
    network: Network,
    ties: Ties,
    rows: IntArray,
    relevance: FloatArray,
    amounts: FloatArray,
    wanted: FloatArray,
) -> Coverage:
    """Say what each of some contacts leads to: her circle, the functions she serves, her people.

    A circle weighs as much as a function that is wanted, and as all the new people of the contact
    who knows most of them. Everything is likelier with a more relevant contact.

    Parameters
    ----------
    network : Network
        The network.
    ties : Ties
        One person's contacts.
    rows : IntArray, shape (n_candidates,)
        The rows of those who come into question.
    relevance : FloatArray, shape (n_candidates,)
        From 0 to 1.
    amounts : FloatArray, shape (n_functions, n_candidates)
        How well each serves each function, from 0 to 1.
    wanted : FloatArray, shape (n_functions,)
        How much each function weighs.
    """
    n_circles = int(ties.circle.max(initial=-1)) + 1
    served = np.argwhere(amounts.T > 0)
    who, person, people = _new_people(network, ties, rows)
    candidate = np.concatenate([np.arange(len(rows)), served[:, 0], who])
    group = np.concatenate(
        [ties.circle[rows], n_circles + served[:, 1], n_circles + len(amounts) + person]
    )
    chance = np.concatenate(
        [
            TRY * relevance,
            relevance[served[:, 0]] * amounts[served[:, 1], served[:, 0]],
            TRY * relevance[who],
        ]
    )
    most = max(int(np.bincount(who).max(initial=0)), 1)
    order = np.argsort(candidate, kind="stable")
    return Coverage(
        starts=np.searchsorted(candidate[order], np.arange(len(rows) + 1)),
        groups=group[order],
        chances=chance[order],
        weights=np.r_[np.ones(n_circles), wanted, np.full(people, 1 / most)],
        functions=slice(n_circles, n_circles + len(amounts)),
    )


def _new_people(network: Network, ties: Ties, rows: IntArray) -> tuple[IntArray, IntArray, int]:
    """Whom the candidates know and ego does not: candidate, number of the person, how many."""
    known = np.zeros(network.n_contacts, dtype=bool)
    known[ties.target] = True
    known[ties.source] = True
    positions, starts = row_positions(network.indptr, ties.target[rows])
    candidate = np.repeat(np.arange(len(rows)), np.diff(starts))
    whom = network.indices[positions]
    new = ~known[whom]
    people, number = np.unique(whom[new], return_inverse=True)
    return candidate[new], number, len(people)
