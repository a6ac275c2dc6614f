"""Pictures of a network, drawn by matplotlib (extra ``plot``): each returns axes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netzwerkwandel.model import Key
from netzwerkwandel.network import Network
from netzwerkwandel.recommending import Recommendations
from netzwerkwandel.show import _axes
from netzwerkwandel.show.pictures import egogram as _egogram
from netzwerkwandel.texts import Language


if TYPE_CHECKING:
    from matplotlib.axes import Axes


__all__ = ["egogram"]


def egogram(
    network: Network,
    picks: Recommendations | None = None,
    *,
    ego: Key | int | None = None,
    like: Network | None = None,
    initials: bool = False,
    language: Language | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Who stands how near, who sleeps, and who is suggested?

    The person is in the middle. Around her are three rings: the inner circle, all others she is in
    touch with, and outside those whose contact is asleep or was never seen; within each ring the
    strongest stand innermost. A sector is a circle of people who know each other, those known for
    longest first, clockwise from the top. The most important are named, and no name covers another.

    Parameters
    ----------
    network : Network
        The network at a moment.
    picks : Recommendations, optional
        Who is suggested: marked by a diamond with the place on the list, and always named.
    ego : str, int or None
        The person in the middle, if not the owner of the network.
    like : Network, optional
        Another network of the same person, as a rule the latest: everybody has the angle that she
        has there, and keeps it from one moment to the next.
    initials : bool
        Whether people are called by their initials.
    language : str or Catalogue, optional
        By default that of the records, or else English.
    ax : Axes, optional
        Where to draw; by default on axes of a new figure, ``ax.figure.savefig("mara.png")``.

    Returns
    -------
    Axes
        With the person at (0, 0) and the outermost ring at 1.

    Raises
    ------
    InvalidArgumentError
        If an argument is not of its kind.
    NotFoundError, InvalidNetworkError
        If ``ego`` is not there, or nobody is named and the network is nobody's.
    MissingExtraError
        If matplotlib is not installed.

    Examples
    --------
    >>> import netzwerkwandel as nw
    >>> network = nw.Network.from_edges(["ada", "ada", "ben"], ["ben", "eva", "finn"])
    >>> axes = nw.plot.egogram(network, ego="ada")
    >>> axes.get_title(), [text.get_text() for text in axes.texts[:4]]
    ('The network of ada', ['ada', 'ben', 'eva', 'each on their own'])
    """
    picture = _egogram.egogram(
        network, picks, ego=ego, like=like, initials=initials, language=language
    )
    return _axes.draw(picture, ax)
