"""Groups that only grow, and never against what was decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice


class Clusters:
    """A partition of 0 to n-1 that gets coarser by ``join``, except where sides are opposed.

    Parameters
    ----------
    n : int
        How many there are.
    sides : mapping of int to set of int
        For some of them the sides they take. Sides 2k and 2k + 1 are opposed: no group ever holds
        both.
    """

    def __init__(self, n: int, sides: Mapping[int, Iterable[int]]) -> None:
        self._parent = list(range(n))
        self._members: dict[int, list[int]] = {}
        self._sides = {i: set(taken) for i, taken in sides.items()}

    def find(self, i: int) -> int:
        """Return the smallest member of the group of i."""
        # On the way up every second one is hung on its grandparent, so that later ways are short.
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def members(self, i: int) -> list[int]:
        """Return all members of the group of i, in no order."""
        root = self.find(i)
        return self._members.get(root, [root])

    def roots(self, members: Iterable[int]) -> list[int]:
        """Return the smallest members of the groups of some, each once, in order."""
        return sorted({self.find(i) for i in members})

    def join(self, i: int, j: int) -> bool:
        """Join the groups of i and j unless they are opposed; say whether they are one now."""
        first, second = sorted((self.find(i), self.find(j)))
        if first == second:
            return True
        # Side ^ 1 is the opposed one: 2k and 2k + 1 differ in the last bit only.
        few, many = sorted((self._sides.get(i, set()) for i in (first, second)), key=len)
        if any(side ^ 1 in many for side in few):
            return False
        # The fewer go into the more, so that each is moved few times in all.
        less, more = sorted((self.members(first), self.members(second)), key=len)
        more.extend(less)
        self._members.pop(second, None)
        self._members[first] = more
        self._parent[second] = first
        if many:
            many.update(few)
            self._sides[first] = many
        return True

    def join_all(self, members: Iterable[int]) -> bool:
        """Join each with the first of the earlier ones it may be joined with; say if any did."""
        roots = self.roots(members)
        joined = False
        for place, root in enumerate(roots):
            joined |= any(self.join(earlier, root) for earlier in islice(roots, place))
        return joined
