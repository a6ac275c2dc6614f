from __future__ import annotations

import attrs
import numpy as np
import numpy.typing as npt

from netzwerkwandel.errors import InvalidArgumentError, shown
from netzwerkwandel.metrics.asked import places
from netzwerkwandel.metrics.brokered_paths import ClassedArcs
from netzwerkwandel.metrics.columns import About, ColumnarResult
from netzwerkwandel.metrics.groups import Grouped, Groups, Listed
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.model.data_frames import Library, data_frame
from netzwerkwandel.network import FloatArray, Network


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Roles(ColumnarResult):
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
            count: FloatArray = getattr(self.counts, name)
            chance: FloatArray = getattr(self.expected, name)
            ratio = np.full(len(count), np.nan)
            np.divide(count, chance, out=ratio, where=chance > 0)
            return ratio

        roles = {name: over(name) for name in self.counts.columns()}
        return Roles(about=self.counts.about, **roles)

    def to_frame(self, library: Library | None = None) -> object:
        """Give the counts and what is expected as a data frame, with a row for each person.

        Parameters
        ----------
        library : {"pandas", "polars", "pyarrow"}, optional
            Whose data frame; by default of the first of these that is installed.

        Returns
        -------
        pandas.DataFrame, polars.DataFrame or pyarrow.Table
            ``key`` where people have keys, the roles, and ``coordinator_expected`` and so on.

        Raises
        ------
        InvalidArgumentError
            If the library is none of these.
        MissingExtraError
            If it is not installed.
        """
        chance = {f"{name}_expected": v for name, v in self.expected.columns().items()}
        names = {} if self.counts.about is None else self.counts.about.columns()
        return data_frame({**names, **self.counts.columns(), **chance}, library)


def brokerage(network: Network, classes: Groups) -> Brokerage:
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
    classes : sequence, shape (n_contacts,), or mapping
        The class of each person: numbers, texts or the like, in the order of ``network.keys``, or
        by key.

    Returns
    -------
    Brokerage
        Counts and what is expected. Since ties here have no direction, each pair counts twice,
        and representative and gatekeeper are equal.

    Raises
    ------
    InvalidArgumentError
        If there is not one class for each person, or it is missing, or the network is none.

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
       https://doi.org/10.2307/270949

    Examples
    --------
    Ben works in the old field and knows one person of each.

    >>> network = Network.from_edges(["ann", "ben"], ["ben", "col"])
    >>> brokerage(network, ["old", "old", "new"]).counts.gatekeeper
    array([0., 1., 0.])
    >>> brokerage(network, {"col": "new", "ann": "old", "ben": "old"}).counts.gatekeeper
    array([0., 1., 0.])
    """
    check_kind("network", network, Network)
    numbers = Grouped.of(network, "classes", classes).numbers
    unknown = np.flatnonzero(numbers < 0)
    if len(unknown):
        raise InvalidArgumentError(
            f"there must be a class for each person, got none for {shown(network.keys[unknown[0]])}"
        )
    mutual = np.ones(len(network.indices), dtype=bool)
    return _brokerage(ClassedArcs(network.csr, mutual, mutual, numbers), About.people(network.keys))


def brokerage_of_arcs(source: npt.ArrayLike, target: npt.ArrayLike, classes: Listed) -> Brokerage:
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
        If an arc leads to nobody who has a class, or the lists do not fit; or a class is missing.

    See Also
    --------
    brokerage : Of a network, and the definitions.

    Examples
    --------
    >>> found = brokerage_of_arcs([0, 1], [1, 2], ["old", "old", "new"])
    >>> found.counts.representative
    array([0., 1., 0.])
    """
    numbers = Grouped.listed("classes", classes).numbers
    if (numbers < 0).any():
        raise InvalidArgumentError(
            f"there must be a class for each person, got none at {int(numbers.argmin())}"
        )
    n = len(numbers)
    a, b = places("source", source, n), places("target", target, n)
    if len(a) != len(b):
        raise InvalidArgumentError(
            f"source and target must be two lists of one length, got {len(a)} and {len(b)}"
        )
    return _brokerage(ClassedArcs.between(a[a != b], b[a != b], numbers))


def _brokerage(arcs: ClassedArcs, about: About | None = None) -> Brokerage:
    counts, expected = (
        Roles(
            coordinator=rows[0],
            itinerant=rows[1],
            representative=rows[2],
            gatekeeper=rows[3],
            liaison=rows[4],
            total=rows.sum(axis=0),
            about=about,
        )
        for rows in (arcs.open_paths(), arcs.expected_paths())
    )
    return Brokerage(counts=counts, expected=expected)
