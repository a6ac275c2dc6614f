"""What was written since one last looked, so that what is new costs what is new."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from netzwerkwandel.model import Interaction
from netzwerkwandel.model.arguments import check_count
from netzwerkwandel.model.interactions import InteractionColumns


@attrs.frozen
class WrittenSince:
    """What has happened in a storage of interactions since a version of it?

    Attributes
    ----------
    version : int
        What to ask with next time.
    interactions : InteractionColumns
        Those that are new since the version that was asked with; or all there are.
    is_whole : bool
        Whether they are all there are: because that was asked for, or because something that was
        there has been replaced or removed meanwhile, so that what one knew is to be put away.

    Notes
    -----
    A version seen within a transaction is good for as long as that is not taken back.
    """

    version: int
    interactions: InteractionColumns
    is_whole: bool

    @classmethod
    def all_of(cls, interactions: Iterable[Interaction]) -> WrittenSince:
        """All there are, every time, for a storage of your own that does not count its writes.

        Parameters
        ----------
        interactions : iterable of Interaction
            All of them, in any order.

        Returns
        -------
        WrittenSince
            With the version 0, to which everything is new.

        Examples
        --------
        >>> WrittenSince.all_of([]).is_whole
        True
        """
        columns = InteractionColumns.from_interactions(interactions)
        return cls(version=0, interactions=columns, is_whole=True)


def check_version(version: int) -> None:
    """Refuse what is no version, as ``InteractionRepository.since`` must.

    Parameters
    ----------
    version : int
        What was given.

    Raises
    ------
    InvalidArgumentError
        If it is no whole number, or less than 0.

    Examples
    --------
    >>> check_version(-1)
    Traceback (most recent call last):
    netzwerkwandel.errors.InvalidArgumentError: version must be a whole number of at least 0, got -1
    """
    check_count("version", version, least=0)
