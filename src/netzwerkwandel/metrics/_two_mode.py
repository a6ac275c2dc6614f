from __future__ import annotations

from collections.abc import Hashable, Sequence

import attrs
import numpy as np
import numpy.typing as npt

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.metrics.columns import About, ColumnarResult
from netzwerkwandel.model import Key
from netzwerkwandel.network import FloatArray, IntArray
from netzwerkwandel.network.names import named


@attrs.frozen(kw_only=True, eq=False, repr=False)
class TwoModeHoles(ColumnarResult):
    """Who bridges gaps between groups or events, and who is caught among the same people?

    Parameters
    ----------
    keys : sequence of str
        The people, in the order of the columns.
    groups : IntArray, shape (n_people,)
        How many groups each takes part in.
    contacts : IntArray, shape (n_people,)
        How many others take part in one of these, at least 0.
    effective_size : FloatArray, shape (n_people,)
        The contacts less what is redundant in them, from 0 to ``contacts``; nan without any.
    efficiency : FloatArray, shape (n_people,)
        Effective size over the number of contacts; nan without any.
    constraint : FloatArray, shape (n_people,)
        Burchard and Cornwell's constraint, above 0; nan without contacts.
    path_constraint : FloatArray, shape (n_people,)
        Hollway's constraint, above 0.
    """

    keys: tuple[Key, ...]
    groups: IntArray
    contacts: IntArray
    effective_size: FloatArray
    efficiency: FloatArray
    constraint: FloatArray
    path_constraint: FloatArray


def two_mode_holes(
    people: Sequence[Hashable] | npt.ArrayLike, groups: Sequence[Hashable] | npt.ArrayLike
) -> TwoModeHoles:
    r"""Who joins groups or events that have nobody else in common?

    People are tied to groups, not to each other: members of clubs, guests of events, authors of
    papers. With :math:`\zeta_i` the groups of the person *i*, :math:`\sigma_i` whoever else takes
    part in one of them, and :math:`\zeta^*_i` those of her groups that have another member [1]_,

    .. math::
        C_i &= \sum_{j \in \sigma_i}
            \left( \frac{|\zeta_i \cap \zeta_j|}{|\zeta^*_i|} \right)^2 \\
        ES_i &= |\sigma_i| - \sum_{j \in \sigma_i}
            \frac{|\{k \in \sigma_i : k, j \text{ share a group of } i\}|}{|\sigma_i|}

    The other constraint follows the paths from a person over a group, another member and another
    group back to one of her groups [2]_:

    .. math:: C'_i = \sum_{a \in \zeta_i} \Bigl( p_{ia}
        + \sum_{b \in \zeta_i, b \ne a} \sum_{j \ne i} p_{ib} p_{bj} p_{ja} \Bigr)^2

    with :math:`p_{ia} = 1 / |\zeta_i|` and :math:`p_{bj}` one over the number of members of *b*.

    Parameters
    ----------
    people, groups : sequences, shape (n_rows,)
        Who takes part in what: a row for each; what is there twice counts once. Texts or whole
        numbers.

    Returns
    -------
    TwoModeHoles
        One row for each person, in the order of their keys; numbers in that of numbers.

    Raises
    ------
    InvalidArgumentError
        If the lists are not of one length.
    InvalidNetworkError
        If a person or a group is not named.

    Notes
    -----
    Time grows with the pairs of members of each group, and with the groups that these are in.

    References
    ----------
    .. [1] Burchard, J., Cornwell, B. (2018). "Structural Holes and Bridging in Two-Mode Networks."
       Social Networks 55, 11-20. https://doi.org/10.1016/j.socnet.2018.04.001
    .. [2] Hollway, J., Morin, J.-F., Pauwelyn, J. (2020). "Structural conditions for novelty: the
       introduction of new environmental clauses to the trade regime complex." International
       Environmental Agreements 20(1), 61-83. https://doi.org/10.1007/s10784-019-09464-5

    Examples
    --------
    The figure 2 of Burchard and Cornwell: m goes to three events, each with another of the others.

    >>> found = two_mode_holes(list("iijjkkmmm"), [1, 2, 1, 3, 1, 4, 2, 3, 4])
    >>> found.keys, found.constraint.round(3)
    (('i', 'j', 'k', 'm'), array([0.75 , 0.75 , 0.75 , 0.333]))
    >>> found.effective_size.round(3)
    array([2.333, 2.333, 2.333, 3.   ])
    """
    member, group = named("people", people), named("groups", groups)
    if len(member) != len(group):
        raise InvalidArgumentError(
            f"people and groups must be two lists of one length, got {len(member)} and {len(group)}"
        )
    keys, who = _numbered(member)
    _, what = _numbered(group)
    both = _TwoModes.of(who, what, len(keys))
    rows = np.array([both.row(i) for i in range(len(keys))], np.float64).reshape(-1, 5)
    n_groups, contacts = rows[:, 0].astype(np.int64), rows[:, 1].astype(np.int64)
    size = np.where(contacts > 0, rows[:, 2], np.nan)
    return TwoModeHoles(
        about=About.people(keys),
        keys=keys,
        groups=n_groups,
        contacts=contacts,
        effective_size=size,
        efficiency=size / np.where(contacts > 0, contacts, np.nan),
        constraint=np.where(contacts > 0, rows[:, 3], np.nan),
        path_constraint=rows[:, 4],
    )


def _numbered(column: IntArray | list[Hashable]) -> tuple[tuple[Key, ...], IntArray]:
    """The keys of a column, in order, and the place of each row among them."""
    if isinstance(column, np.ndarray):
        values, places = np.unique(column, return_inverse=True)
        return tuple(map(str, values.tolist())), places.astype(np.int64)
    keys = sorted(set(map(str, column)))
    place = {key: i for i, key in enumerate(keys)}
    return tuple(keys), np.array([place[str(value)] for value in column], dtype=np.int64)


@attrs.frozen(eq=False)
class _TwoModes:
    """Who takes part in what.

    Parameters
    ----------
    groups : list of lists of int
        Of each person.
    members : list of IntArray
        Of each group.
    """

    groups: list[list[int]]
    members: list[IntArray]

    @classmethod
    def of(cls, who: IntArray, what: IntArray, n: int) -> _TwoModes:
        rows = np.unique(np.stack([who, what], axis=1), axis=0)
        by_group = rows[np.lexsort((rows[:, 0], rows[:, 1]))]
        groups = np.split(rows[:, 1], np.searchsorted(rows[:, 0], np.arange(1, n)))
        ends = np.searchsorted(by_group[:, 1], np.arange(1, int(what.max(initial=0)) + 1))
        return cls([each.tolist() for each in groups], np.split(by_group[:, 0], ends))

    def row(self, i: int) -> tuple[float, float, float, float, float]:
        """The number of groups and contacts of a person, effective size, and both constraints."""
        mine = self.groups[i]
        others = [group[group != i] for group in map(self.members.__getitem__, mine)]
        shared = [group for group in others if len(group)]
        path = self._path_constraint(mine, others)
        if not shared:
            return len(mine), 0.0, 0.0, 0.0, path
        contacts, times = np.unique(np.concatenate(shared), return_counts=True)
        constraint = float(((times / len(shared)) ** 2).sum())
        # Who shares a group of hers with whom: all pairs of its members, those who share two once.
        pairs = [np.searchsorted(contacts, group) for group in shared]
        n = len(contacts)
        codes = np.unique(np.concatenate([(p[:, None] * n + p[None, :]).ravel() for p in pairs]))
        redundant = (len(codes) - n) / n
        return len(mine), float(n), n - redundant, constraint, path

    def _path_constraint(self, mine: list[int], others: list[IntArray]) -> float:
        p = 1.0 / len(mine)
        back = dict.fromkeys(mine, 0.0)
        for b, group in zip(mine, others, strict=True):
            on = p / (len(group) + 1)
            for theirs in map(self.groups.__getitem__, group.tolist()):
                for a in theirs:
                    if a != b and a in back:
                        back[a] += on / len(theirs)
        return sum((p + through) ** 2 for through in back.values())
