from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.metrics.brokerage_roles import Brokerage, Roles
from netzwerkwandel.metrics.brokered_paths import Arcs, expected_paths, open_paths
from netzwerkwandel.network import FloatArray, IntArray, Network


Classes: TypeAlias = Sequence[Hashable] | npt.NDArray[np.generic]


def brokerage(network: Network, classes: Classes) -> Brokerage:
    r"""Who connects people of different kinds who are not tied to each other?

    Gould and Fernandez [1]_ count, for each person *v*, the ordered pairs (a, b) that are tied to
    *v* and not to each other, by the classes of the three. For a person of class *i*, expected are

    .. math::
        E[coordinator] &= d^2 (1 - d) (n_i - 1) (n_i - 2) \\
        E[itinerant] &= d^2 (1 - d) \sum_{k \ne i} n_k (n_k - 1) \\
        E[representative] = E[gatekeeper] &= d^2 (1 - d) (N - n_i) (n_i - 1) \\
        E[liaison] &= d^2 (1 - d) \Bigl[\bigl(\sum_{k \ne i} n_k\bigr)^2 - \sum_{k \ne i} n_k^2
        \Bigr] \\
        E[total] &= d^2 (1 - d) (N - 1) (N - 2)

    where *N* people are of classes of sizes :math:`n_k` and *d* is the share of pairs that are
    tied.

    Parameters
    ----------
    network : Network
        The network; every tie counts in both directions, weights do not enter.
    classes : sequence, shape (n_contacts,)
        The class of each person, in the order of ``network.keys``: numbers, texts or the like.

    Returns
    -------
    Brokerage
        Counts and what is expected. Since ties here have no direction, each pair counts twice,
        and representative and gatekeeper are equal.

    Raises
    ------
    InvalidArgumentError
        If there is not one class for each person, or it is nan.

    See Also
    --------
    brokerage_of_arcs : The same where it matters who turns to whom.
    field_classes : The old field, the target field, and others, as classes.

    Notes
    -----
    The pairs are not gone through: those of each person follow from how many of each class she is
    tied to, less those that the closed triads close. Time grows with the sum over the ties of the
    smaller degree.

    References
    ----------
    .. [1] Gould, R. V. and Fernandez, R. M. (1989). "Structures of Mediation: A Formal Approach to
       Brokerage in Transaction Networks." Sociological Methodology 19, 89-126.

    Examples
    --------
    Ben works in the old field and knows one person of each.

    >>> network = Network.from_edges(["ann", "ben"], ["ben", "col"])
    >>> brokerage(network, ["old", "old", "new"]).counts.gatekeeper
    array([0., 1., 0.])
    """
    numbers = _numbered(classes)
    if len(numbers) != network.n_contacts:
        raise InvalidArgumentError(
            f"there must be one class for each of {network.n_contacts} people, got {len(numbers)}"
        )
    mutual = np.ones(len(network.indices), dtype=bool)
    return _brokerage(Arcs(network.indptr, network.indices, mutual, mutual), numbers)


def brokerage_of_arcs(
    source: npt.ArrayLike, target: npt.ArrayLike, classes: Sequence[Hashable] | Classes
) -> Brokerage:
    """Who connects people of different kinds, where it matters who turns to whom?

    As ``brokerage``, of directed ties: pairs (a, b) with arcs from *a* to *v* and from *v* to *b*,
    and none from *a* to *b*.

    Parameters
    ----------
    source, target : IntArray, shape (n_arcs,)
        Whom each arc leads from and to, by place in ``classes``. Arcs to oneself are left out, an
        arc that is there twice counts once.
    classes : sequence, shape (n_contacts,)
        The class of each person.

    Returns
    -------
    Brokerage
        Counts and what is expected, in the order of ``classes``.

    Raises
    ------
    InvalidArgumentError
        If an arc leads to nobody who has a class, or the lists do not fit; or a class is nan.

    See Also
    --------
    brokerage : Of a network, and the definitions.

    Examples
    --------
    >>> found = brokerage_of_arcs([0, 1], [1, 2], ["old", "old", "new"])
    >>> found.counts.representative
    array([0., 1., 0.])
    """
    numbers = _numbered(classes)
    a, b = _ends(source, target, len(numbers))
    return _brokerage(Arcs.between(a, b, len(numbers)), numbers)


def _numbered(classes: Classes) -> IntArray:
    values = classes.tolist() if isinstance(classes, np.ndarray) else classes
    numbers: dict[Hashable, int] = {}
    for value in values:
        if not isinstance(value, Hashable) or value != value:  # noqa: PLR0124 (nan is not itself)
            raise InvalidArgumentError(f"a class must be a number, a text or the like, got {value}")
        numbers.setdefault(value, len(numbers))
    return np.array([numbers[value] for value in values], dtype=np.int64)


def _ends(source: npt.ArrayLike, target: npt.ArrayLike, n: int) -> tuple[IntArray, IntArray]:
    a, b = np.asarray(source), np.asarray(target)
    if a.shape != b.shape or a.ndim != 1:
        raise InvalidArgumentError(
            f"source and target must be two lists of one length, got {a.shape} and {b.shape}"
        )
    if len(a) and not (a.dtype.kind in "iu" and b.dtype.kind in "iu"):
        raise InvalidArgumentError(
            f"source and target must be whole numbers, got {a.dtype} and {b.dtype}"
        )
    a, b = a.astype(np.int64), b.astype(np.int64)
    if len(a) and not 0 <= min(a.min(), b.min()) <= max(a.max(), b.max()) < n:
        raise InvalidArgumentError(f"arcs must join people from 0 to {n - 1}, got another")
    return a[a != b], b[a != b]


def _brokerage(arcs: Arcs, classes: IntArray) -> Brokerage:
    return Brokerage(
        counts=_roles(open_paths(arcs, classes)), expected=_roles(expected_paths(arcs, classes))
    )


def _roles(rows: FloatArray) -> Roles:
    coordinator, itinerant, representative, gatekeeper, liaison = rows
    return Roles(
        coordinator=coordinator,
        itinerant=itinerant,
        representative=representative,
        gatekeeper=gatekeeper,
        liaison=liaison,
        total=rows.sum(axis=0),
    )
