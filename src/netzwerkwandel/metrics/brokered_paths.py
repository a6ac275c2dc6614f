"""Counting paths a, v, b by the classes of the three, without going through them."""

from __future__ import annotations

import attrs
import numpy as np

from netzwerkwandel.network import BoolArray, FloatArray, IntArray
from netzwerkwandel.network.csr import Csr


@attrs.frozen(eq=False)
class ClassedArcs:
    """Ties in both directions among people of classes, and which way the arcs lead.

    Parameters
    ----------
    csr : Csr
        The ties, whatever their weights.
    there, back : BoolArray, shape (n_ties,)
        Whether there is an arc the way of the tie, and one back.
    classes : IntArray, shape (n_contacts,)
        The class of each person, numbered from 0.
    """

    csr: Csr
    there: BoolArray
    back: BoolArray
    classes: IntArray

    @classmethod
    def between(cls, a: IntArray, b: IntArray, classes: IntArray) -> ClassedArcs:
        """Lay out arcs from a to b, none of which is a loop; repeated ones count once."""
        n = len(classes)
        ties, arcs = Csr.symmetric(a, b, np.ones(len(a)), n), a * n + b
        there = np.isin(ties.sources * n + ties.indices, arcs)
        back = np.isin(ties.indices * n + ties.sources, arcs)
        return cls(ties, there, back, classes)

    @property
    def n(self) -> int:
        """How many people there are."""
        return self.csr.n_contacts

    @property
    def sources(self) -> IntArray:
        """Where each tie starts."""
        return self.csr.sources

    @property
    def indices(self) -> IntArray:
        """Where each tie leads."""
        return self.csr.indices

    def open_paths(self) -> FloatArray:
        """Count the paths a, v, b without an arc from a to b, by role and v.

        Returns
        -------
        FloatArray, shape (5, n_contacts)
            Coordinator, itinerant, representative, gatekeeper, liaison.
        """
        return (self.paths() - self.closed_paths()).astype(np.float64)

    def expected_paths(self) -> FloatArray:
        """Count what ``open_paths`` would if as many arcs fell at random."""
        n = self.n
        density = int(self.there.sum()) / max(n * (n - 1), 1)
        # Of the classes x, x, x, y, y and z, a person of x has own = 3 and rest = 3; the squares of
        # the sizes of the other classes add up to 4 + 1 = 5. Ordered pairs (a, b) of two others:
        #
        #     both of x          2 * 1 = 2      both of one other class   5 - 3 = 2
        #     a of x, b not      3 * 2 = 6      of two other classes      3 * 3 - 5 = 4
        #     b of x, a not      3 * 2 = 6      all: 5 * 4 = 20
        sizes = np.bincount(self.classes)
        own = sizes[self.classes]
        rest = n - own
        squares = int((sizes * sizes).sum()) - own * own
        pairs = np.stack(
            [
                (own - 1) * (own - 2),
                squares - rest,
                rest * (own - 1),
                rest * (own - 1),
                rest * rest - squares,
            ]
        )
        expected: FloatArray = density**2 * (1 - density) * pairs
        return expected

    def paths(self) -> IntArray:
        """Count, in each role, the paths a, v, b of three people, whether a and b are tied."""
        sources, own = self.sources, self.classes[self.indices] == self.classes[self.sources]

        def count(which: BoolArray) -> IntArray:
            return np.bincount(sources[which], minlength=self.n)

        # A v of class x who takes arcs from 2 of x and 3 others, and gives arcs to 1 of x and 4
        # others, stands in 2 * 1 paths within x, 2 * 4 out of it, 3 * 1 into it and 3 * 4 outside.
        # Those outside from one class to the same (itinerant) are counted class by class, the rest
        # of the 12 are of three classes (liaison). Whoever has an arc both to and from v would be
        # a and b at once: where the two are of one class, these are taken off.
        given, taken = count(self.there), count(self.back)
        given_own, taken_own = count(self.there & own), count(self.back & own)
        given_rest, taken_rest = given - given_own, taken - taken_own
        both = self.there & self.back
        within = given_own * taken_own
        one_class = self.paths_between_one_class() - within
        return np.stack(
            [
                within - count(both & own),
                one_class - count(both & ~own),
                taken_own * given_rest,
                taken_rest * given_own,
                taken_rest * given_rest - one_class,
            ]
        )

    def paths_between_one_class(self) -> IntArray:
        """For each v, the sum over all classes of arcs from the class times arcs to it."""
        # One number for v and the class of the other end, v * n_classes + class, gathers the ties
        # of each v to each class; only those that there are get a place, since n_contacts times
        # n_classes may be far more than there are ties.
        n_classes = int(self.classes.max(initial=0)) + 1
        code, group = np.unique(
            self.sources * n_classes + self.classes[self.indices], return_inverse=True
        )
        given = np.bincount(group[self.there], minlength=len(code))
        taken = np.bincount(group[self.back], minlength=len(code))
        return np.bincount(code // n_classes, given * taken, minlength=self.n).astype(np.int64)

    def closed_paths(self) -> IntArray:
        """Count, in each role, the paths a, v, b whose ends are tied from a to b."""
        counts = np.zeros((5, self.n), dtype=np.int64)
        sources, classes = self.sources, self.classes
        rows = np.flatnonzero(self.there)
        # Each arc from a to b closes the paths over the v tied to both: those where the tie (a, v)
        # has an arc that way, and the tie (b, v) one back. Roles are numbered as the rows of the
        # counts; the first that fits is taken, and a liaison is who fits none.
        i, j = sources[rows], self.indices[rows]
        for row, to_middle, from_end in self.csr.common_contacts(i, j):
            path = self.there[to_middle] & self.back[from_end]
            arc, v = rows[row[path]], self.indices[to_middle[path]]
            of_a, of_v, of_b = classes[sources[arc]], classes[v], classes[self.indices[arc]]
            fits = [(of_a == of_v) & (of_v == of_b), of_a == of_b, of_a == of_v, of_v == of_b]
            role = np.select(fits, [0, 1, 2, 3], default=4)
            counts += np.bincount(role * self.n + v, minlength=5 * self.n).reshape(5, self.n)
        return counts
