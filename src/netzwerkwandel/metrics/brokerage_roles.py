"""The roles in which people stand between others, as results."""

from __future__ import annotations

import attrs
import numpy as np

from netzwerkwandel.metrics.columns import Columns
from netzwerkwandel.network import FloatArray


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Roles(Columns):
    """How often does each person stand in the middle of two who are not tied, and in which role?

    The middle one is v, and a, b are the two, in the order a, v, b; capitals are their classes.

    Parameters
    ----------
    coordinator : FloatArray, shape (n_contacts,)
        A-A-A: all of one class.
    itinerant : FloatArray, shape (n_contacts,)
        A-B-A: v stands between two of one class, as an outsider.
    representative : FloatArray, shape (n_contacts,)
        A-A-B: v carries from the own class to another.
    gatekeeper : FloatArray, shape (n_contacts,)
        A-B-B: v lets another class into the own.
    liaison : FloatArray, shape (n_contacts,)
        A-B-C: all of different classes.
    total : FloatArray, shape (n_contacts,)
        All of them.
    """

    coordinator: FloatArray
    itinerant: FloatArray
    representative: FloatArray
    gatekeeper: FloatArray
    liaison: FloatArray
    total: FloatArray


@attrs.frozen(kw_only=True, eq=False)
class Brokerage:
    """Who stands between whom, and how often would chance put a person there?

    Parameters
    ----------
    counts : Roles
        How often each person is in each role.
    expected : Roles
        How often a person of the class would be if the same number of ties fell at random.
    """

    counts: Roles
    expected: Roles

    @property
    def ratio(self) -> Roles:
        """Counts over what is expected: above 1 is more than chance; nan where nothing is."""

        def over(name: str) -> FloatArray:
            found: FloatArray = getattr(self.counts, name)
            chance: FloatArray = getattr(self.expected, name)
            ratio = np.full(len(found), np.nan)
            np.divide(found, chance, out=ratio, where=chance > 0)
            return ratio

        return Roles(**{field.name: over(field.name) for field in attrs.fields(Roles)})
