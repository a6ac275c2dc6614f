"""The pairs of people who may have a tie as of a moment, and those of no people."""

from __future__ import annotations

from collections.abc import Iterable

import attrs
import numpy as np

from netzwerkwandel.model import Contact
from netzwerkwandel.model.keys import is_role_address
from netzwerkwandel.network.arrays import (
    BoolArray,
    FrozenArrays,
    IntArray,
    find_sorted,
    run_starts,
)


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Pairs(FrozenArrays):
    """Every pair of people that is ever in touch, or stated: who may have a tie as of a moment.

    Parameters
    ----------
    pair : IntArray, shape (n_pairs,)
        Each as ``a * people + b`` with a < b, sorted.
    in_touch : IntArray, shape (n_pairs,)
        Which pair of the touches each is; their number for a pair that is only stated.
    stated : IntArray, shape (n_statements,)
        Which pair each statement is about.
    source, target, of : IntArray, shape (2 n_pairs,)
        Both directions of each pair, by source and then by target, and the pair of each.
    """

    pair: IntArray
    in_touch: IntArray
    stated: IntArray
    source: IntArray
    target: IntArray
    of: IntArray

    @classmethod
    def between(cls, people: int, in_touch: IntArray, stated: IntArray) -> Pairs:
        """Lay out the pairs that were in touch, and those that are stated."""
        # Of 10 people the pairs 03 and 17 have the directions 0 to 3, 1 to 7, 3 to 0 and 7 to 1,
        # which are sorted by source. The first half of them are the pairs as they are, the second
        # half the same turned round: so a direction's place modulo 2 is its pair.
        pair = np.sort(np.concatenate([in_touch, stated]))
        pair = pair[run_starts(pair)]
        a, b = np.divmod(pair, max(people, 1))
        source, target = np.r_[a, b], np.r_[b, a]
        order = np.lexsort((target, source))
        return cls(
            pair=pair,
            in_touch=find_sorted(in_touch, pair, missing=len(in_touch)),
            stated=np.searchsorted(pair, stated),
            source=source[order],
            target=target[order],
            of=order % max(len(pair), 1),
        )

    def with_(self, people: int, in_touch: IntArray) -> Pairs:
        """Lay out the pairs anew, of whom more were in touch."""
        return Pairs.between(people, in_touch, self.pair[self.stated])

    def touching(self, some: BoolArray) -> BoolArray:
        """Which pairs somebody is of: of 4 people the pair 7 is that of 1 and 3."""
        a, b = np.divmod(self.pair, max(len(some), 1))
        either: BoolArray = some[a] | some[b]
        return either


def are_offices(contacts: Iterable[Contact], me: int, stated: IntArray) -> BoolArray:
    """Which contacts are nobody: offices of whom nothing is stated, as of a shop or of a landlord.

    Parameters
    ----------
    contacts : iterable of Contact
        Everybody.
    me : int
        Which of them the owner is.
    stated : IntArray
        Of whom something is stated: that is a person, whatever the address.
    """
    offices = np.fromiter(map(is_office, contacts), dtype=np.bool_)
    offices[me] = False
    offices[stated.ravel()] = False
    return offices


def is_office(contact: Contact) -> bool:
    """Say whether a contact is an office, not a person.

    So is one with nothing but addresses of a role.
    """
    ways = [*contact.phones, *contact.profiles, *contact.emails]
    ways += [key.removeprefix("mailto:") for key in contact.keys if key.startswith("mailto:")]
    return bool(ways) and all(is_role_address(way) for way in ways)
