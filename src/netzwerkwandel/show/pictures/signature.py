"""The picture of a social signature: how attention is spread over contacts, by their rank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from netzwerkwandel.metrics._inner_circle import inner_circle_of
from netzwerkwandel.model import Key
from netzwerkwandel.model.arguments import check_kind, check_optional
from netzwerkwandel.network import FloatArray, Network
from netzwerkwandel.show.pictures.marks import Axis, Line, Look, Mark, Picture, Text
from netzwerkwandel.show.pictures.names import ShortNames
from netzwerkwandel.show.pictures.rows import THICK, bar
from netzwerkwandel.texts import Catalogue, Language
from netzwerkwandel.texts.explained import spoken


WIDTH, ROW = 840.0, 26.0
MARGINS = (190.0, 10.0, 70.0, 10.0)
MOST = 15
SIZE = 12.0


def signature(
    network: Network,
    before: Network | None = None,
    *,
    ego: Key | int | None = None,
    initials: bool = False,
    language: Language | None = None,
) -> Picture:
    """Give the social signature as data; see ``nw.plot.signature``.

    Parameters
    ----------
    network : Network
        The network.
    before : Network, optional
        The same person's, earlier.
    ego : str, int or None
        Whose, if not the owner's.
    initials : bool
        Whether people are called by their initials.
    language : str or Catalogue, optional
        By default that of the records, or else English.

    Returns
    -------
    Picture
        A row for each rank, the first on top, and shares of all attention from 0.

    Raises
    ------
    InvalidArgumentError
        If an argument is not of its kind.
    NotFoundError, InvalidNetworkError
        If ``ego`` is not there, or nobody is named and the network is nobody's.
    """
    check_kind("network", network, Network)
    check_kind("initials", initials, bool)
    check_optional("before", before, Network)
    texts = spoken(language, network.language)
    ties, shares = network.ties_of(ego), shares_by_rank(network, ego)
    rows = np.argsort(-ties.strength, kind="stable")[: int((shares > 0).sum())]
    inner, last = inner_circle_of(ties), min(MOST, len(rows))
    whom = [network.contact(i) for i in ties.target[rows[:last]].tolist()]
    short = ShortNames.of(network.contacts, texts, initials=initials, owner=network.ego)
    names = [short.of_one(contact) for contact in whom]
    bars = [
        (name, float(shares[rank]), Look.INNER if inner[rows[rank]] else Look.LIVING)
        for rank, name in enumerate(names)
    ]
    if more := len(rows) - last:
        words = texts.say("picture more people", more)
        bars.append((words, float(shares[last:].sum()), Look.REST))
    earlier = np.zeros(0) if before is None else shares_by_rank(before, ego)[:last]
    legend = [(Look.INNER, "picture look inner"), (Look.LIVING, "picture everybody else")]
    legend += [(Look.TREND, "picture earlier")] if len(earlier) else []
    top = texts.percent(float(shares[:last].sum())) if last else ""
    about = texts.say("picture signature about", last, share=top, names=texts.listing(names))
    return Picture(
        title=texts.say("picture signature"),
        description=about if last else texts.say("picture no attention"),
        language=texts.language,
        width=WIDTH,
        height=ROW * max(len(bars), 1) + 20,
        x=Axis(0.0, max([share for _, share, _ in bars] + earlier.tolist() + [0.01])),
        y=Axis(0.4, max(len(bars), 1) + 0.6),
        marks=tuple(_marks(bars, earlier, texts)),
        legend=tuple((look, texts.say(name)) for look, name in legend),
        margins=MARGINS,
    )


def shares_by_rank(network: Network, ego: Key | int | None = None) -> FloatArray:
    """Each contact's share of all attention, from 0 to 1, the largest first; whoever it is.

    Of the strengths 1 6 1 the shares are .75 .125 .125.
    """
    strength = np.sort(network.ties_of(ego).strength)[::-1]
    total = float(strength.sum())
    return strength / total if total > 0 else np.zeros(len(strength))


def _marks(
    bars: Sequence[tuple[str, float, Look]], earlier: FloatArray, texts: Catalogue
) -> Iterator[Mark]:
    """A row for each bar, the first on top, and a stroke where the share of its rank was before."""
    reach = THICK + 0.1
    for rank, (words, share, look) in enumerate(bars):
        place, end = len(bars) - rank, share
        yield bar(0.0, share, place, look, words)
        if rank < len(earlier):
            end = max(share, then := float(earlier[rank]))
            yield Line(((then, place - reach), (then, place + reach)), Look.TREND)
        yield Text(0.0, place, words, anchor="end", dx=-10, dy=4, size=SIZE)
        yield Text(end, place, texts.percent(share), Look.MUTED, dx=6, dy=4, size=SIZE)
