from __future__ import annotations

import numpy as np
import numpy.typing as npt

from netzwerkwandel.errors import InvalidArgumentError, shown
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.network.arrays import FloatArray, IntArray
from netzwerkwandel.network.intervals import Intervals, intervals
from netzwerkwandel.network.network import Network


def burstiness(times: npt.ArrayLike, *, finite_size: bool = True) -> float:
    r"""Do events come in bursts with long breaks between, or like clockwork?

    With r the standard deviation of the intervals over their mean, and n their number:

    .. math:: B = \frac{r - 1}{r + 1}, \qquad
        A_n = \frac{\sqrt{n + 1}\, r - \sqrt{n - 1}}{(\sqrt{n + 1} - 2)\, r + \sqrt{n - 1}}

    B [1]_ is near 0 for events at random times only where there are many of them; :math:`A_n` [2]_
    is so for few, too.

    Parameters
    ----------
    times : FloatArray, shape (n_events,)
        When the events were, in any unit and order: numbers, or moments of numpy.
    finite_size : bool
        Whether :math:`A_n` is wanted, else B.

    Returns
    -------
    float
        From -1 (like clockwork) over 0 (at random) to 1 (in bursts); nan below three events, and
        where all are at one time.

    Raises
    ------
    InvalidArgumentError
        If the times are not a list of finite numbers.

    See Also
    --------
    memory : Whether long intervals follow long ones.
    tie_burstiness : The same for every tie of a network.

    References
    ----------
    .. [1] Goh, K.-I., Barabási, A.-L. (2008). "Burstiness and memory in complex systems." EPL 81,
       48002. https://doi.org/10.1209/0295-5075/81/48002
    .. [2] Kim, E.-K., Jo, H.-H. (2016). "Measuring burstiness for finite event sequences."
       Physical Review E 94, 032311. https://doi.org/10.1103/PhysRevE.94.032311

    Examples
    --------
    >>> burstiness([0, 10, 20, 30])
    -1.0
    >>> round(burstiness([0, 1, 2, 3, 103]), 6)
    0.936694
    """
    check_kind("finite_size", finite_size, bool)
    of = _intervals(times)
    return float(_burstiness(of.variation, of.count, finite_size=finite_size)[0])


def memory(times: npt.ArrayLike) -> float:
    """Do long intervals follow long ones, and short ones short ones?

    The correlation of each interval with the next [1]_.

    Parameters
    ----------
    times : FloatArray, shape (n_events,)
        When the events were, in any unit and order.

    Returns
    -------
    float
        From -1 (long and short ones take turns) over 0 to 1; nan below four events, and where the
        intervals do not vary.

    Raises
    ------
    InvalidArgumentError
        If the times are not a list of finite numbers.

    See Also
    --------
    burstiness : How much the intervals vary.

    References
    ----------
    .. [1] Goh, K.-I., Barabási, A.-L. (2008). "Burstiness and memory in complex systems." EPL 81,
       48002. https://doi.org/10.1209/0295-5075/81/48002

    Examples
    --------
    >>> memory([0, 1, 11, 12, 22, 23, 33])
    -1.0
    """
    return float(_intervals(times).memory[0])


def tie_burstiness(network: Network, *, finite_size: bool = True) -> FloatArray:
    """Are two people in contact in bursts, or like clockwork? The burstiness of every tie.

    Events are the days of contact, so that ten mails in one day are no burst.

    Parameters
    ----------
    network : Network
        Built from records; in others no contact is known.
    finite_size : bool
        Whether the form for few events is wanted, as in ``burstiness``.

    Returns
    -------
    FloatArray, shape (n_ties,)
        One value for each directed tie, from -1 to 1; the same in both directions; nan below three
        days of contact.

    Raises
    ------
    InvalidArgumentError
        If the network is none.

    See Also
    --------
    burstiness : The formula and its sources.

    Examples
    --------
    Mara and Ana meet once a week, five times.

    >>> from datetime import datetime, timedelta, timezone
    >>> from netzwerkwandel import Contact, Interaction, Records
    >>> start = datetime(2026, 3, 2, tzinfo=timezone.utc)
    >>> meetings = [
    ...     Interaction(
    ...         key=f"{n}",
    ...         when=start + timedelta(weeks=n),
    ...         channel="meeting",
    ...         participants=["mara", "ana"],
    ...     )
    ...     for n in range(5)
    ... ]
    >>> people = [Contact(key=key, name=key) for key in ("mara", "ana")]
    >>> records = Records(contacts=people, interactions=meetings, me="mara")
    >>> network = Network.from_records(records, as_of=start + timedelta(weeks=5))
    >>> tie_burstiness(network)
    array([-1., -1.])
    """
    check_kind("finite_size", finite_size, bool)
    history = check_kind("network", network, Network).history
    count = history.days - 1
    return _burstiness(history.variation, count, finite_size=finite_size)[network.pair]


def tie_memory(network: Network) -> FloatArray:
    """Do long breaks in the contact of two people follow long ones? The memory of every tie.

    Parameters
    ----------
    network : Network
        Built from records; in others no contact is known.

    Returns
    -------
    FloatArray, shape (n_ties,)
        One value for each directed tie, from -1 to 1; the same in both directions; nan below four
        days of contact, and where the intervals do not vary.

    Raises
    ------
    InvalidArgumentError
        If the network is none.

    See Also
    --------
    memory : The same for times of any events.

    Examples
    --------
    Nothing is known of days of contact here.

    >>> tie_memory(Network.from_edges(["mara"], ["ana"]))
    array([nan, nan])
    """
    return check_kind("network", network, Network).history.memory[network.pair]


def _intervals(times: npt.ArrayLike) -> Intervals:
    try:
        given = np.sort(np.asarray(times))
    except (TypeError, ValueError):  # which may quote what stands there
        raise InvalidArgumentError(f"times must be numbers, got {shown(times)}") from None
    events = _since_the_first(given)
    with np.errstate(over="ignore", invalid="ignore"):
        if events.ndim != 1 or not np.all(np.isfinite(np.r_[events, events[-1:] - events[:1]])):
            raise InvalidArgumentError("times must be a list of finite numbers, their span too")
    return intervals(np.zeros(1, dtype=np.int64), events)


def _since_the_first(times: npt.NDArray[np.generic]) -> FloatArray:
    """Times as numbers; whole ones and moments from the earliest on, so that no digit is lost."""
    # Nanoseconds since 1970 have nineteen digits, of which a float keeps sixteen.
    if times.dtype.kind in "mM" and not np.isnat(times).any():
        times = times.astype(np.int64)
    if times.dtype.kind in "iu" and times.ndim == 1 and len(times):
        since: FloatArray = (times.astype(object) - int(times[0])).astype(np.float64)
        return since
    if times.dtype.kind not in "fO" and times.size:
        raise InvalidArgumentError(f"times must be numbers, got {shown(times.flat[0])}")
    try:
        return times.astype(np.float64)
    except (TypeError, ValueError, OverflowError):
        raise InvalidArgumentError(f"times must be numbers, got {shown(times)}") from None


def _burstiness(variation: FloatArray, count: IntArray, *, finite_size: bool) -> FloatArray:
    # Both forms are -1 at r = 0. Of n intervals the greatest r is sqrt(n - 1), where all but one
    # are 0: there A is 1, and B falls short of it. At random times r is sqrt((n - 1) / (n + 1)),
    # below 1 for few events: there A is 0, and B below it. A single interval has no r (nan); n is
    # held at 2 there, so that the arithmetic raises no warning.
    if not finite_size:
        return (variation - 1.0) / (variation + 1.0)
    n = np.maximum(count, 2).astype(np.float64)
    least, most = np.sqrt(n - 1.0), np.sqrt(n + 1.0)
    return (most * variation - least) / ((most - 2.0) * variation + least)
