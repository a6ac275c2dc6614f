from __future__ import annotations

import attrs
import numpy as np

from netzwerkwandel.metrics.asked import Nodes, indices_of
from netzwerkwandel.metrics.columns import About, ColumnarResult
from netzwerkwandel.metrics.groups import Grouped, Groups
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.network import FloatArray, IntArray, Network
from netzwerkwandel.network.arrays import run_lengths, run_starts


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Composition(ColumnarResult):
    """Who are each person's contacts: people of the own group, of one other, or of many?

    Parameters
    ----------
    known : IntArray, shape (n_rows,)
        How many contacts there are whose group is known; all else is of these.
    ei : FloatArray, shape (n_rows,)
        The E-I index, from -1 (all of the own group) to 1 (none).
    ei_expected : FloatArray, shape (n_rows,)
        What it would be if contacts were anybody of the network.
    coleman : FloatArray, shape (n_rows,)
        Coleman's homophily, from -1 (none of the own group) over 0 (as many as by chance) to 1.
    yule : FloatArray, shape (n_rows,)
        Yule's Q, from -1 over 0 (as many as by chance) to 1; how many contacts there are matters
        not.
    blau : FloatArray, shape (n_rows,)
        Blau's index, from 0 (all of one group) to below 1: how likely two contacts, who may be one,
        are of different groups.
    blau_expected : FloatArray, shape (n_rows,)
        What it would be if as many contacts were anybody of the network.
    iqv : FloatArray, shape (n_rows,)
        The index of qualitative variation: Blau's over its most for as many groups as there are.
    entropy : FloatArray, shape (n_rows,)
        Shannon's entropy of the groups, in nats: from 0 to the logarithm of their number.
    """

    known: IntArray
    ei: FloatArray
    ei_expected: FloatArray
    coleman: FloatArray
    yule: FloatArray
    blau: FloatArray
    blau_expected: FloatArray
    iqv: FloatArray
    entropy: FloatArray


def composition(network: Network, groups: Groups, *, nodes: Nodes = None) -> Composition:
    r"""Who are my contacts: people like me, of one other kind, or of many kinds?

    Of *n* contacts of a person *i* whose group is known, *I* are of the own group, *E* of others,
    and :math:`p_k` is the share of the group *k*. Of all others in the network the share *q* is of
    the own group; *c* of these and *d* of the rest are no contacts. Then [1]_ [2]_ [3]_ [4]_

    .. math::
        EI &= \frac{E - I}{E + I}, \qquad E[EI] = 1 - 2 q \\
        C &= \frac{I/n - q}{1 - q} \text{ where } I/n \ge q, \text{ else } \frac{I/n - q}{q} \\
        Q &= \frac{I d - E c}{I d + E c} \\
        Blau &= 1 - \sum_k p_k^2, \quad IQV = \frac{Blau}{1 - 1/K}, \quad
        H = -\sum_k p_k \ln p_k

    with *K* groups in all. By chance, *n* contacts drawn from the *M* others, of whom
    :math:`m_k` are of each group, have a Blau's index of
    :math:`\frac{n - 1}{n} \bigl(1 - \sum_k \frac{m_k (m_k - 1)}{M (M - 1)}\bigr)`.

    Parameters
    ----------
    network : Network
        The network; weights do not enter.
    groups : sequence, shape (n_contacts,), mapping or str
        The group of each person, in the order of ``network.keys``, or by key: fields of work,
        employers, circles or the like. Or the name of an attribute (``Network.attribute``), such as
        ``"organisation"``. Who has none (None, nan, or no entry) is not counted. Values are names
        of groups, also where they are numbers: 30 and 31 differ as 30 and 60 do. Put ages into
        classes first: ``{key: age // 10 for key, age in ages.items()}``.
    nodes : sequence of str or int, optional
        Whose contacts are asked about; by default everybody's.

    Returns
    -------
    Composition
        One row for each person, in the order of ``network.keys``, or of ``nodes``. nan where
        nothing can be said: of all but ``known`` without contacts of a known group; of what
        compares with the own group where that is not known; of Coleman's C and Yule's Q where
        nobody else, or everybody, is of the own group; and of the IQV where there is one group.

    Raises
    ------
    InvalidArgumentError
        If there is not one group for each person, or no such attribute; or the network is none.
    NotFoundError
        If somebody in ``nodes`` is not there.

    See Also
    --------
    brokerage : Who stands between groups.
    ei_index : The E-I index alone.

    Notes
    -----
    In a network of one person's data "anybody" is whoever she knows of, which says little about
    whom she could have met.

    References
    ----------
    .. [1] Krackhardt, D., Stern, R. N. (1988). "Informal Networks and Organizational Crises: An
       Experimental Simulation." Social Psychology Quarterly 51(2), 123-140.
       https://doi.org/10.2307/2786835
    .. [2] Coleman, J. S. (1958). "Relational Analysis: The Study of Social Organizations with
       Survey Methods." Human Organization 17(4), 28-36.
       https://doi.org/10.17730/humo.17.4.q5604m676260q8n7
    .. [3] Yule, G. U. (1912). "On the Methods of Measuring Association Between Two Attributes."
       Journal of the Royal Statistical Society 75(6), 579-652. https://doi.org/10.2307/2340126
    .. [4] Blau, P. M. (1977). Inequality and Heterogeneity. Free Press.

    Examples
    --------
    Ada, a lawyer, knows a lawyer and two designers.

    >>> network = Network.from_edges(["ada", "ada", "ada"], ["ben", "cem", "dan"])
    >>> groups = {"ada": "law", "ben": "law", "cem": "design", "dan": "design"}
    >>> found = composition(network, groups, nodes=["ada"])
    >>> found.ei.round(3), found.blau.round(3), found.known
    (array([0.333]), array([0.444]), array([3]))
    """
    check_kind("network", network, Network)
    grouped = Grouped.of(network, "groups", groups)
    people = np.arange(network.n_contacts) if nodes is None else indices_of(network, nodes)
    # The contacts of known groups: whose row, and of which group.
    ties, _ = network.csr.ties_of(people)
    group = grouped.numbers[network.indices[ties]]
    row = np.repeat(np.arange(len(people)), network.degree[people])
    row, group = row[group >= 0], group[group >= 0]
    own, sizes = grouped.numbers[people], np.bincount(grouped.numbers[grouped.numbers >= 0])
    known = np.bincount(row, minlength=len(people))
    inside = np.bincount(row[group == own[row]], minlength=len(people))
    chance = _Chance.of(own, sizes)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = np.where(own >= 0, inside / known, np.nan)
        of_shares = _summed(row, group, known)
        blau = np.where(known > 0, 1.0 - of_shares[0], np.nan)
        return Composition(
            about=About.people(network.keys, people),
            known=known,
            ei=1.0 - 2.0 * share,
            ei_expected=1.0 - 2.0 * chance.own_share,
            coleman=chance.coleman(share),
            yule=chance.yule(inside, known - inside),
            blau=blau,
            blau_expected=np.where(known > 0, (known - 1) / known * chance.differing, np.nan),
            iqv=blau / (1.0 - 1.0 / len(sizes)) if len(sizes) > 1 else np.full(len(people), np.nan),
            entropy=np.where(known > 0, of_shares[1], np.nan),
        )


def ei_index(network: Network, groups: Groups, *, nodes: Nodes = None) -> FloatArray:
    """Are my contacts people of my own group, or of others?

    Parameters
    ----------
    network : Network
        The network; weights do not enter.
    groups : sequence, shape (n_contacts,), or mapping
        The group of each person, as ``composition`` takes them.
    nodes : sequence of str or int, optional
        Whose contacts are asked about; by default everybody's.

    Returns
    -------
    FloatArray, shape (n_contacts,) or (n_nodes,)
        From -1 (all of the own group) to 1 (none); nan where the own group is not known, or that of
        no contact.

    Raises
    ------
    InvalidArgumentError
        If there is not one group for each person, or the network is none.
    NotFoundError
        If somebody in ``nodes`` is not there.

    See Also
    --------
    composition : The formula, its source, what chance would bring about, and further indices.

    Examples
    --------
    >>> path = Network.from_edges(["ada", "ben"], ["ben", "cem"])
    >>> ei_index(path, ["law", "law", "design"])
    array([-1.,  0.,  1.])
    """
    return composition(network, groups, nodes=nodes).ei


@attrs.frozen(eq=False)
class _Chance:
    """What contacts would be if they were anybody: of each person, how the others are grouped.

    Parameters
    ----------
    own, others : FloatArray, shape (n_rows,)
        How many others are of the own group, and of the rest; nan where it is not known.
    differing : FloatArray, shape (n_rows,)
        How likely two of the others are of different groups.
    """

    own: FloatArray
    others: FloatArray
    differing: FloatArray

    @classmethod
    def of(cls, groups: IntArray, sizes: IntArray) -> _Chance:
        is_known = groups >= 0
        size = np.where(is_known, sizes[groups] if len(sizes) else 0, 0).astype(np.float64)
        own = np.where(is_known, size - 1.0, np.nan)
        total = float(sizes.sum())
        # Without her, her own group has one pair with each of its others less.
        alike = float((sizes * (sizes - 1.0)).sum()) - 2.0 * np.where(is_known, size - 1.0, 0.0)
        there = total - is_known
        with np.errstate(divide="ignore", invalid="ignore"):
            differing = np.where(there > 1, 1.0 - alike / (there * (there - 1.0)), 0.0)
        return cls(own, total - size, differing)

    @property
    def own_share(self) -> FloatArray:
        share: FloatArray = self.own / (self.own + self.others)
        return share

    def coleman(self, share: FloatArray) -> FloatArray:
        chance = self.own_share
        scaled = (share - chance) / np.where(share >= chance, 1.0 - chance, chance)
        return np.where((chance > 0) & (chance < 1), scaled, np.nan)

    def yule(self, inside: IntArray, outside: IntArray) -> FloatArray:
        alike, apart = inside * (self.others - outside), outside * (self.own - inside)
        index: FloatArray = (alike - apart) / (alike + apart)
        return index


def _summed(row: IntArray, group: IntArray, known: IntArray) -> tuple[FloatArray, FloatArray]:
    """The sum of the squared shares of the groups of each row, and their entropy."""
    order = np.lexsort((group, row))
    row, group = row[order], group[order]
    # Sorted by row and group, each run is one group of one row: of the rows 0 0 0 1 with the groups
    # 2 2 5 2, the runs have the lengths 2 1 1.
    starts = run_starts(row * (group.max(initial=0) + 1) + group)
    of = row[starts]
    share = run_lengths(starts, len(row)) / known[of]
    squares: FloatArray = np.bincount(of, share * share, len(known)).astype(np.float64)
    entropy: FloatArray = np.bincount(of, -share * np.log(share), len(known)).astype(np.float64)
    return squares, entropy
