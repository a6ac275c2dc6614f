"""What a set of people is worth together: the circles, functions and new people it leads to."""

from __future__ import annotations

import attrs
import numpy as np

from netzwerkwandel.model import Function
from netzwerkwandel.network import FloatArray, IntArray, Ties
from netzwerkwandel.network.arrays import reduce_rows, row_positions
from netzwerkwandel.scoring import rounded


TRY = 0.5
"""How likely one talk with the most relevant contact leads into her circle, or to one of hers."""


@attrs.frozen(kw_only=True, eq=False)
class Objective:
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

    # A set is known here only by what it misses: for each group the product of 1 - a over the set,
    # the chance that nobody of it leads there. Adding a candidate multiplies a few entries, and
    # nothing is summed up anew: missed = 1 1 1, Ana leads to group 0 by 0.5 and to group 2 by 0.2,
    # then missed = 0.5 1 0.8; if Ben leads to group 0 by 0.5 too, he adds only 0.5 * 0.5.

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

    def gains(self, missed: FloatArray) -> FloatArray:
        """What each candidate would add, shape (n_candidates,)."""
        added = (self.weights * missed)[self.groups] * self.chances
        return reduce_rows(np.add, added, self.starts, 0.0)

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


def objective(
    ties: Ties, rows: IntArray, relevance: FloatArray, amounts: FloatArray, wanted: FloatArray
) -> Objective:
    """Say what each of some contacts leads to: her circle, the functions she serves, her people.

    A circle weighs as much as a function that is wanted, and as all the new people of the contact
    who knows most of them. Everything is likelier with a more relevant contact.

    Parameters
    ----------
    ties : Ties
        All ties of one person.
    rows : IntArray, shape (n_candidates,)
        The rows of those who come into question.
    relevance : FloatArray, shape (n_candidates,)
        From 0 to 1.
    amounts : FloatArray, shape (n_functions, n_candidates)
        How well each serves each function, from 0 to 1.
    wanted : FloatArray, shape (n_functions,)
        How much each function weighs.
    """
    # One entry says: this candidate leads to this group by this chance. The groups are numbered
    # through, first the circles, then the six functions, then the new people. Say there are two
    # circles; candidate 0 (relevance 1) is of circle 1, serves ideas, the fifth function, by 0.4
    # and knows two new people, p and q; candidate 1 (relevance 0.5) is of circle 0 and knows q:
    #
    #   candidate   0    1    |  0         |  0    0    1
    #   group       1    0    |  2+4 = 6   |  8    9    9
    #   chance     .5   .25   |  1 * .4    |  .5   .5   .25
    #
    # Sorted by candidate the entries of 0 are groups 1 6 8 9 and those of 1 are 0 9, starts are
    # 0 4 6, and the weights 1 1 | wanted | .5 .5, as nobody knows more than two new people.
    n_circles = int(ties.circle.max(initial=-1)) + 1
    served = np.argwhere(amounts.T > 0)
    who, positions = new_people(ties, rows)
    people, person = np.unique(ties.network.indices[positions], return_inverse=True)
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
    return Objective(
        starts=np.searchsorted(candidate[order], np.arange(len(rows) + 1)),
        groups=group[order],
        chances=chance[order],
        weights=np.r_[np.ones(n_circles), wanted, np.full(len(people), 1 / most)],
        functions=slice(n_circles, n_circles + len(amounts)),
    )


def new_people(ties: Ties, rows: IntArray) -> tuple[IntArray, IntArray]:
    """Whom do some contacts know whom the person herself does not?

    Parameters
    ----------
    ties : Ties
        All ties of one person.
    rows : IntArray, shape (n_some,)
        The rows of the contacts.

    Returns
    -------
    tuple of two IntArray, shape (n_ways,)
        For each tie that leads from one of them to a new person: whose it is, as a place in
        ``rows``, and its position among the ties of the network.
    """
    # Ties of 0: 1 and 2. Ties of 1: 0, 2 and 3; of 2: 0, 1, 3 and 4. Asked for both rows, the ties
    # that lead on are 0 2 3 | 0 1 3 4, of which 3 | 3 4 are new: places 0 | 1 1.
    network = ties.network
    known = np.zeros(network.n_contacts, dtype=bool)
    known[ties.target] = True
    known[ties.source] = True
    positions, starts = row_positions(network.indptr, ties.target[rows])
    place = np.repeat(np.arange(len(rows)), np.diff(starts))
    new = ~known[network.indices[positions]]
    return place[new], positions[new]
