from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

import attrs
import numpy as np

from netzwerkwandel.errors import InvalidArgumentError, shown
from netzwerkwandel.model import Channel
from netzwerkwandel.model.arguments import positive, share
from netzwerkwandel.model.validation import member
from netzwerkwandel.model.vocabularies import CHANNELS
from netzwerkwandel.network.arrays import FloatArray, IntArray
from netzwerkwandel.network.decay import Decay, ExponentialDecay


_DEFAULT_CHANNELS = (
    (Channel.MEETING, 3.0),
    (Channel.CALL, 3.0),
    (Channel.MESSAGE, 1.0),
    (Channel.MAIL, 1.0),
    (Channel.RECOMMENDATION, 2.0),
    (Channel.SIGNAL, 0.2),
)


def _channels(
    value: Mapping[Channel, float] | Iterable[tuple[Channel, float]],
) -> tuple[tuple[Channel, float], ...]:
    pairs = value.items() if isinstance(value, Mapping) else value
    try:
        weights = [(channel, float(weight)) for channel, weight in pairs]
    except (TypeError, ValueError):
        raise InvalidArgumentError(
            f"channels must give a number for each channel, got {shown(value)} in TieStrength"
        ) from None
    return tuple(sorted((member(Channel, channel, "channels"), n) for channel, n in weights))


@attrs.frozen(kw_only=True)
class TieStrength:
    r"""How strong is a tie, as told by the days on which two people were in contact?

    .. math:: s(t) = \sum_{d \le t} w_d \, K(t - d)

    over the distinct days *d* of contact, where :math:`w_d` is the weight of the weightiest
    contact of that day and *K* the decay, by default :math:`2^{-(t - d) / 365}`. Days are counted,
    not messages: forty mails in one day are one day of contact. Of *n* people together each pair
    gets 1/(n - 1) of the channel's weight, and a gathering above the limit counts for nothing.

    Another idea of how contact fades is another ``decay``. Another idea of strength is a subclass
    that overrides ``weight`` (what one contact is worth) or ``accumulate`` (what the days of
    contact amount to).

    Parameters
    ----------
    decay : Decay
        How contact fades, such as ``ExponentialDecay``, ``PowerLawDecay`` or ``SurvivalDecay``.
    channels : mapping of Channel to float
        What a day of one-to-one contact is worth, for every channel.
    largest_gathering : int
        The most people of an interaction that still ties them to each other.
    stated : float
        The least weight of a tie that is stated, however little contact there is or was.
    half_bandwidth : float
        The strength at which half of what can get through a tie does.
    residue : float
        The part of its peak strength, 0 to 1, that a tie that fell asleep keeps, in trust and
        shared perspective.
    dormant_years : float
        Years of silence after which a tie sleeps.
    dormant_rhythms : float
        Or this many times the tie's own rhythm, its median time between days of contact.
    shortest_sleep : float
        Days of silence below which no rhythm makes a tie dormant.

    Raises
    ------
    InvalidArgumentError
        If a parameter is outside its range.
    InvalidRecordError
        If a channel is not one of ``Channel``.

    References
    ----------
    .. [1] Navarro, H., Miritello, G., Canales, A., Moro, E. (2017). "Temporal patterns behind the
       strength of persistent ties." EPJ Data Science 6:31.
    .. [2] Levin, D. Z., Walter, J., Murnighan, J. K. (2011). "Dormant Ties: The Value of
       Reconnecting." Organization Science 22(4), 923-939. https://doi.org/10.1287/orsc.1100.0576

    Examples
    --------
    >>> TieStrength(largest_gathering=12).weight(Channel.MEETING, 4)
    1.0
    """

    decay: Decay = attrs.field(default=ExponentialDecay(half_life=365.0))
    channels: tuple[tuple[Channel, float], ...] = attrs.field(
        default=_DEFAULT_CHANNELS, converter=_channels
    )
    largest_gathering: int = attrs.field(default=20, validator=positive)
    stated: float = attrs.field(default=0.01, validator=positive)
    half_bandwidth: float = attrs.field(default=6.0, validator=positive)
    residue: float = attrs.field(default=0.5, validator=share)
    dormant_years: float = attrs.field(default=3.0, validator=positive)
    dormant_rhythms: float = attrs.field(default=8.0, validator=positive)
    shortest_sleep: float = attrs.field(default=365.0, validator=positive)

    @decay.validator
    def _check_decay(self, field: attrs.Attribute[Any], value: Any) -> None:
        if not isinstance(value, Decay):
            name = type(self).__name__
            raise InvalidArgumentError(
                f"{field.name} must be a Decay, got {shown(value)} in {name}"
            )

    @channels.validator
    def _check_channels(
        self, field: attrs.Attribute[Any], value: tuple[tuple[Channel, float], ...]
    ) -> None:
        weights, name = dict(value), type(self).__name__
        for channel, weight in weights.items():
            if not (math.isfinite(weight) and weight >= 0):
                raise InvalidArgumentError(
                    f"the weight of a channel must be finite and >= 0, got {weight} for "
                    f"{channel.value!r} in {name}"
                )
        missing = sorted(set(Channel) - weights.keys())
        if missing:
            raise InvalidArgumentError(
                f"{field.name} must weigh every channel, {missing[0].value!r} is missing in {name}"
            )

    def weight(self, channel: Channel, people: int) -> float:
        """What a contact by this channel is worth to each pair of so many people.

        What a subclass may write anew; it is asked about interactions, whose channels and people
        were checked when they were made.

        Parameters
        ----------
        channel : Channel
            The way it took.
        people : int
            How many took part, at least 2.

        Returns
        -------
        float
            At least 0; 0 counts for nothing.
        """
        if people > self.largest_gathering:
            return 0.0
        return dict(self.channels)[channel] / (people - 1)

    def weights(self, channels: IntArray, people: IntArray) -> FloatArray:
        """Ask for ``weight`` once for each channel and number of people, and check what comes back.

        Parameters
        ----------
        channels : IntArray, shape (n_interactions,)
            The channel of each interaction, by its place in ``Channel``.
        people : IntArray, shape (n_interactions,)
            How many took part; whoever was alone is not asked about.

        Returns
        -------
        FloatArray, shape (n_interactions,)
            What each interaction is worth to each pair.

        Raises
        ------
        InvalidArgumentError
            If a weight is not finite and at least 0.
        """
        sizes = int(people.max(initial=0)) + 1
        codes, where = np.unique(channels * sizes + people, return_inverse=True)
        weights = np.zeros(len(codes))
        for place, (by, n) in enumerate(zip(*np.divmod(codes, sizes), strict=True)):
            if n > 1:
                weight = self.weight(CHANNELS[by], int(n))
                if not (math.isfinite(weight) and weight >= 0):
                    raise InvalidArgumentError(
                        f"the weight of a touch must be finite and >= 0, got {weight} for "
                        f"{CHANNELS[by].value!r} among {n} from {self!r}"
                    )
                weights[place] = weight
        return weights[where]

    def accumulate(
        self, starts: IntArray, days: FloatArray, weights: FloatArray, as_of: float
    ) -> tuple[FloatArray, FloatArray]:
        """Sum up the days of contact of many pairs: how strong is each tie now, and at its peak?

        Parameters
        ----------
        starts : IntArray, shape (n_pairs,)
            Where the days of each pair begin.
        days, weights : FloatArray, shape (n_days,)
            The days of contact of all pairs, each pair's in order, and what each is worth.
        as_of : float
            The day at which strength is wanted, at or after every day of contact.

        Returns
        -------
        tuple of two FloatArray, shape (n_pairs,)
            The strength at ``as_of``, and the highest that it ever was.

        Raises
        ------
        InvalidArgumentError
            If a contact is later than ``as_of``, or a pair's days are not in order.
        """
        return self.decay.accumulate(starts, days, weights, as_of)

    def checked(
        self, starts: IntArray, days: FloatArray, weights: FloatArray, as_of: float
    ) -> tuple[FloatArray, FloatArray]:
        """Accumulate, and check what comes back, since a subclass may have its own idea.

        Parameters
        ----------
        starts, days, weights, as_of
            As those of ``accumulate``.

        Returns
        -------
        tuple of two FloatArray, shape (n_pairs,)
            What ``accumulate`` returned.

        Raises
        ------
        InvalidArgumentError
            If there is not one finite strength of at least 0 for each pair.
        """
        with np.errstate(over="ignore"):
            now, peak = map(np.asarray, self.accumulate(starts, days, weights, as_of))
        for values in (now, peak):
            if values.shape != starts.shape or not np.all(np.isfinite(values) & (values >= 0)):
                raise InvalidArgumentError(
                    f"accumulate must return finite strengths of at least 0, one for each of "
                    f"{len(starts)} pairs; {self!r} did not"
                )
        return now, peak

    @property
    def memoryless_decay(self) -> ExponentialDecay | None:
        """The decay, if a strength goes on from it alone whenever it came to be what it is."""
        # Any subclass, of this class or of the decay, may have its own idea of how days add up.
        decay = self.decay
        if type(self).accumulate is not TieStrength.accumulate:
            return None
        if not isinstance(decay, ExponentialDecay):
            return None
        return decay if type(decay).accumulate is ExponentialDecay.accumulate else None
