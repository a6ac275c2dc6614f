"""Pictures of a network, drawn by matplotlib (extra ``plot``): each returns axes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from netzwerkwandel.change import Timeline
from netzwerkwandel.model import Contact, Experiment, Goal, Key
from netzwerkwandel.network import Network
from netzwerkwandel.recommending import Recommendations
from netzwerkwandel.show import _axes
from netzwerkwandel.show.pictures import egogram as _egogram
from netzwerkwandel.show.pictures import functions, one_contact, what_changes
from netzwerkwandel.show.pictures import signature as _signature
from netzwerkwandel.show.pictures.attention import attention
from netzwerkwandel.texts import Language


if TYPE_CHECKING:
    from matplotlib.axes import Axes


__all__ = ["before_after", "coverage", "egogram", "history", "signature", "timeline"]


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


def timeline(
    years: Timeline,
    experiments: Iterable[Experiment] = (),
    *,
    language: Language | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Did attention go to the inner circle or to everybody else, over time, and what was tried?

    Parameters
    ----------
    years : Timeline
        As ``nw.timeline`` gives it.
    experiments : iterable of Experiment
        What was tried, such as ``records.experiments``: a bar for each above the years.
    language : str or Catalogue, optional
        By default that of the timeline.
    ax : Axes, optional
        Where to draw; by default on axes of a new figure.

    Returns
    -------
    Axes
        With dates from left to right, and shares of all attention from 0 to 1.

    Raises
    ------
    InvalidArgumentError
        If an argument is not of its kind.
    MissingExtraError
        If matplotlib is not installed.

    Examples
    --------
    >>> import netzwerkwandel as nw
    >>> nw.plot.timeline(nw.Timeline(())).get_title()
    'Where the attention goes'
    """
    return _axes.draw(attention(years, experiments, language=language), ax)


def coverage(
    network: Network,
    goal: Goal | None = None,
    *,
    ego: Key | int | None = None,
    initials: bool = False,
    language: Language | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Which of the six functions does the network cover, and on whom does each hang?

    Each function is a bar that is cut into those who serve it, the one who does so most first, by
    the same figures as ``nw.function_coverage``; where nobody does, it is an empty outline.

    Parameters
    ----------
    network : Network
        The network of the person who asks.
    goal : Goal, optional
        Where the change is heading; by default as the records say.
    ego : str, int or None
        Who asks, if not the owner of the network.
    initials : bool
        Whether people are called by their initials.
    language : str or Catalogue, optional
        By default that of the records, or else English.
    ax : Axes, optional
        Where to draw; by default on axes of a new figure.

    Returns
    -------
    Axes
        With a row for each function, the first at 5, and shares from 0 to 1.

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
    >>> network = nw.Network.from_edges(["ada", "ada", "ben", "ben"], ["ben", "eva", "finn", "gil"])
    >>> [text.get_text() for text in nw.plot.coverage(network, ego="ada").texts[:2]]
    ['open doors', 'nobody yet']
    """
    picture = functions.coverage(network, goal, ego=ego, initials=initials, language=language)
    return _axes.draw(picture, ax)


def history(
    network: Network,
    contact: Contact | Key,
    *,
    initials: bool = False,
    language: Language | None = None,
    ax: Axes | None = None,
) -> Axes:
    """When was there contact with somebody, and when did it fall silent?

    Parameters
    ----------
    network : Network
        Built from records, as of a moment.
    contact : Contact or str
        Whose history, as she is known: a contact, a key, an address, or a name that only she bears.
    initials : bool
        Whether she is called by her initials.
    language : str or Catalogue, optional
        By default that of the records, or else English.
    ax : Axes, optional
        Where to draw; by default on axes of a new figure.

    Returns
    -------
    Axes
        With dates from left to right, and the days with contact in each quarter of a year.

    Raises
    ------
    InvalidArgumentError
        If an argument is not of its kind.
    NotFoundError, InvalidNetworkError
        If she is nobody in the network, or it was not built from records.
    MissingExtraError
        If matplotlib is not installed.

    Examples
    --------
    >>> import netzwerkwandel as nw
    >>> from netzwerkwandel import sample
    >>> with sample.sample_exports() as folder:
    ...     records = nw.read_exports(folder, as_of=sample.AS_OF)
    >>> network = nw.Network.from_records(records, as_of=sample.AS_OF)
    >>> nw.plot.history(network, records.find("Ben Okafor")[0]).get_title()
    'Contact with Ben Okafor'
    """
    picture = one_contact.history(network, contact, initials=initials, language=language)
    return _axes.draw(picture, ax)


def signature(
    network: Network,
    before: Network | None = None,
    *,
    ego: Key | int | None = None,
    initials: bool = False,
    language: Language | None = None,
    ax: Axes | None = None,
) -> Axes:
    """To whom does attention go, from the first to the last?

    How it is spread over the ranks, whoever stands there, is a person's social signature, and
    changes slowly [1]_.

    Parameters
    ----------
    network : Network
        The network at a moment.
    before : Network, optional
        The same person's, earlier: a stroke marks what the contact of that rank had then.
    ego : str, int or None
        Whose, if not the owner's.
    initials : bool
        Whether people are called by their initials.
    language : str or Catalogue, optional
        By default that of the records, or else English.
    ax : Axes, optional
        Where to draw; by default on axes of a new figure.

    Returns
    -------
    Axes
        With a row for each of the first fifteen and one for all others, and shares from 0 to 1.

    Raises
    ------
    InvalidArgumentError
        If an argument is not of its kind.
    NotFoundError, InvalidNetworkError
        If ``ego`` is not there, or nobody is named and the network is nobody's.
    MissingExtraError
        If matplotlib is not installed.

    References
    ----------
    .. [1] Saramäki, J. et al. (2014). "Persistence of social signatures in human communication."
       PNAS 111(3), 942-947. https://doi.org/10.1073/pnas.1308540110

    Examples
    --------
    >>> import netzwerkwandel as nw
    >>> network = nw.Network.from_edges(["ada", "ada"], ["ben", "eva"], [3.0, 1.0])
    >>> [text.get_text() for text in nw.plot.signature(network, ego="ada").texts[:4]]
    ['ben', '75%', 'eva', '25%']
    """
    picture = _signature.signature(network, before, ego=ego, initials=initials, language=language)
    return _axes.draw(picture, ax)


def before_after(
    picks: Recommendations, *, language: Language | None = None, ax: Axes | None = None
) -> Axes:
    """What would change if she talked to everybody on the list once?

    Parameters
    ----------
    picks : Recommendations
        The list.
    language : str or Catalogue, optional
        By default that of the list.
    ax : Axes, optional
        Where to draw; by default on axes of a new figure.

    Returns
    -------
    Axes
        With a row for each figure, of which the larger value is 1.

    Raises
    ------
    InvalidArgumentError
        If an argument is not of its kind.
    MissingExtraError
        If matplotlib is not installed.

    Examples
    --------
    >>> import netzwerkwandel as nw
    >>> network = nw.Network.from_edges(["ada", "ada", "ben", "ben"], ["ben", "eva", "finn", "gil"])
    >>> nw.plot.before_after(nw.recommend(network, ego="ada", n=1)).get_title()
    'What one talk would change'
    """
    return _axes.draw(what_changes.before_after(picks, language=language), ax)
