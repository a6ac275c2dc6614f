from __future__ import annotations

import attrs
import numpy as np

from netzwerkwandel.metrics._burstiness import tie_burstiness
from netzwerkwandel.metrics.columns import About, ColumnarResult
from netzwerkwandel.model import Channel, Relation
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.model.moments import DAYS_A_YEAR, SECONDS_A_DAY, SECONDS_A_YEAR
from netzwerkwandel.network.arrays import FloatArray, IntArray
from netzwerkwandel.network.network import Network


@attrs.frozen(eq=False, repr=False, kw_only=True)
class TieVector(ColumnarResult):
    """What each tie is like, in eight respects that no single number sums up.

    Every column has the shape (n_ties,), in the order of the network's directed ties.

    Parameters
    ----------
    closeness : FloatArray
        As stated, from 0 to 1, the highest if it is stated more than once; nan where it is not.
    frequency : FloatArray
        Days of contact per year since the first contact, counting its day and that of the network's
        moment: above 0, at most 365.25; nan without any contact.
    duration : FloatArray
        Years between the first and the last contact, at least 0; nan without any.
    contact_days : IntArray
        Distinct days of contact, at least 0.
    reciprocity : FloatArray
        Days on which the one reached out over days on which the other did, the smaller over the
        larger, from 0 to 1; nan where nobody is known to have.
    multiplexity : IntArray
        In how many ways the two are tied: channels that they used, and relations stated, as seen
        from the first; at least 0.
    regularity : FloatArray
        From 1 (contact like clockwork) over 0 (at random) to -1 (in bursts): the burstiness of the
        days of contact, turned around; nan below three days.
    embeddedness : IntArray
        How many people both are tied to, at least 0.
    """

    closeness: FloatArray
    frequency: FloatArray
    duration: FloatArray
    contact_days: IntArray
    reciprocity: FloatArray
    multiplexity: IntArray
    regularity: FloatArray
    embeddedness: IntArray


def tie_vector(network: Network) -> TieVector:
    """What is each tie like? Closeness, frequency, duration and more, each kept apart.

    How close two people are, how often they are in contact and for how long they have known each
    other are different things: frequency overstates those who work or live near, and duration
    family [1]_.

    Parameters
    ----------
    network : Network
        Built from records; in others only embeddedness is known.

    Returns
    -------
    TieVector
        Named columns, one value for each directed tie.

    Raises
    ------
    InvalidArgumentError
        If the network is none.

    References
    ----------
    .. [1] Marsden, P. V., Campbell, K. E. (1984). "Measuring Tie Strength." Social Forces 63(2),
       482-501. https://doi.org/10.1093/sf/63.2.482

    Examples
    --------
    >>> vector = tie_vector(Network.from_edges(["a", "b", "c", "c"], ["b", "c", "a", "d"]))
    >>> vector.embeddedness
    array([1, 1, 1, 1, 1, 1, 0, 0])
    """
    ties = check_kind("network", network, Network).ties()
    # Both the day of the first contact and that of the network's moment count: who wrote for the
    # first time ten days ago is known for eleven.
    frequency = np.full(len(ties), np.nan)
    if network.as_of is not None:
        last_day = np.floor(network.as_of.timestamp() / SECONDS_A_DAY)
        days_known = last_day - np.floor(ties.first_contact / SECONDS_A_DAY) + 1.0
        frequency = DAYS_A_YEAR * ties.contact_days / days_known
    ways = np.zeros(len(ties), dtype=np.int64)
    for channel in Channel:
        ways += ties.touches_by(channel) > 0
    for relation in Relation:
        ways += ties.has_relation(relation)
    return TieVector(
        about=About(network.keys, {"source": ties.source, "target": ties.target}),
        closeness=ties.stated_closeness,
        frequency=frequency,
        duration=(ties.last_contact - ties.first_contact) / SECONDS_A_YEAR,
        contact_days=ties.contact_days,
        reciprocity=ties.reciprocity,
        multiplexity=ways,
        regularity=-tie_burstiness(network),
        embeddedness=ties.embeddedness,
    )
