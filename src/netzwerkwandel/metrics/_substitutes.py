from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import TypeAlias

import attrs
import numpy as np
import numpy.typing as npt

from netzwerkwandel.errors import InvalidArgumentError, shown
from netzwerkwandel.metrics.columns import About, ColumnarResult
from netzwerkwandel.model import Key
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.network import BoolArray, FloatArray, IntArray, Network, Ties


Groups: TypeAlias = (
    IntArray | BoolArray | Sequence[int] | Sequence[BoolArray] | Sequence[AbstractSet[Key]]
)


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Substitutes(ColumnarResult):
    """Who could stand in for whom: one row for each contact in each of its groups.

    Every column has the shape (n_rows,), in the order of the ties and then of the groups. A contact
    in several groups has several rows, one in no group has none.

    Parameters
    ----------
    source : IntArray
        Index of the person who has the contact.
    contact : IntArray
        Index of the contact.
    group : IntArray
        The group's label, or its place among the groups given.
    substitutes : IntArray
        How many other contacts of the same person the group has: 0 or more.
    share : FloatArray
        Burt's O, one over the number of contacts in the group: above 0, and 1 for the only one.
    is_only : BoolArray
        Whether nobody else of the group is there: a single point of failure.
    """

    source: IntArray
    contact: IntArray
    group: IntArray
    substitutes: IntArray
    share: FloatArray
    is_only: BoolArray


def substitutes(
    network: Network, *, ego: Key | int | None = None, groups: Groups | None = None
) -> Substitutes:
    r"""Who could stand in for a contact, and whose loss could nobody make up for?

    A contact who is one of many that lead into the same circle can be replaced; the only one
    holds all the power there. This is Burt's secondary hole: the hole, or the lack of one, among
    those who could take a contact's place [1]_. He multiplies the dyadic constraint of a contact by
    :math:`O_j`, which he leaves open between 0 and 1; here, for the groups G that j is in,

    .. math:: O_{jG} = \frac{1}{|N(i) \cap G|}

    Parameters
    ----------
    network : Network
        Who is tied to whom.
    ego : str, int or None
        Whose contacts; by default those of the person whose data this is, or in a network that is
        nobody's own, everybody's.
    groups : optional
        Who can stand in for whom; by default the circles that each person moves in, once left out
        (``Ties.circle``). Groups of any kind, given in one of these ways for the rows of
        ``network.ties_of(ego)``, or of ``network.ties()`` for everybody:

        - a whole number for each row, shape (n_ties,): the label of its group, below 0 for none;
        - masks, shape (n_groups, n_ties): which rows each group has; they may overlap;
        - a set of keys for each group; they may overlap too.

    Returns
    -------
    Substitutes
        Named columns, one row for each contact in each of its groups.

    Raises
    ------
    NotFoundError
        If nobody has the key of ego, or one named in a group.
    InvalidArgumentError
        If the groups do not fit the ties, or the network is none.

    Notes
    -----
    Groups are counted for each person apart: the same label means another group for another
    person. Costs a sort of the rows, and the circles where no groups are given.

    References
    ----------
    .. [1] Burt, R. S. (1992). Structural Holes. Harvard University Press, chapter 1 on secondary
       holes, chapter 2 on their place in constraint.

    Examples
    --------
    Of the two circles that ada moves in, one hangs on eva alone.

    >>> network = Network.from_edges(["ada", "ada", "ada", "ben"], ["ben", "eva", "finn", "finn"])
    >>> found = substitutes(network, ego="ada")
    >>> [network.keys[contact] for contact in found.contact[found.is_only]]
    ['eva']
    >>> found.share
    array([0.5, 1. , 0.5])

    The same for what contacts give: two give feedback, one opens doors.

    >>> substitutes(network, ego="ada", groups=[{"ben", "eva"}, {"eva"}]).to_dict()["is_only"]
    [False, False, True]
    """
    check_kind("network", network, Network)
    everybody = ego is None and network.ego is None
    ties = network.ties() if everybody else network.ties_of(ego)
    row, group = _rows_by_group(ties, ties.circle if groups is None else groups)
    source = ties.source[row]
    # How many rows have the same source and the same group: the source 2 and the group 40, which is
    # the third of five labels, are the number 2 * 5 + 2. Labels are numbered anew, as they may be
    # of any size.
    labels, label = np.unique(group, return_inverse=True)
    _, where, size = np.unique(
        source * len(labels) + label, return_inverse=True, return_counts=True
    )
    members: IntArray = size[where]
    contact = ties.target[row]
    return Substitutes(
        about=About(network.keys, {"source": source, "contact": contact}),
        source=source,
        contact=contact,
        group=group,
        substitutes=members - 1,
        share=1.0 / members,
        is_only=members == 1,
    )


def _rows_by_group(ties: Ties, groups: Groups) -> tuple[IntArray, IntArray]:
    """Say which row is in which group, by row and then by group."""
    # Four forms come down to two: sets of keys become masks, and a list of masks is a table of
    # them, shape (n_groups, n_ties); a list of labels is an array of them, shape (n_ties,). No
    # group at all is a table without a row.
    given: npt.NDArray[np.generic]
    if isinstance(groups, np.ndarray):
        given = groups
    else:
        if not isinstance(groups, Iterable):
            raise InvalidArgumentError(f"groups must be groups of ties, got {shown(groups)}")
        rows = [
            np.isin(ties.target, [ties.network.index_of(key) for key in group])
            if isinstance(group, AbstractSet)
            else group
            for group in groups
        ]
        try:
            given = np.array(rows) if rows else np.zeros((0, len(ties)), dtype=np.bool_)
        except ValueError:
            raise InvalidArgumentError("groups must all be given in one way and one size") from None
    if given.dtype == np.bool_ and given.ndim == 2 and given.shape[1] == len(ties):
        row, group = np.nonzero(given.T)
        return row, group
    if np.issubdtype(given.dtype, np.integer) and given.shape == (len(ties),):
        labels = given.astype(np.int64)
        row = np.flatnonzero(labels >= 0)
        return row, labels[row]
    raise InvalidArgumentError(
        f"groups must be a whole number for each of the {len(ties)} ties, masks of them, or sets "
        f"of keys, got {given.dtype} of shape {given.shape}"
    )
