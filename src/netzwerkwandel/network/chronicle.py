"""What happened, to be looked at as of any moment."""

from __future__ import annotations

from datetime import datetime

import attrs

from netzwerkwandel.network.layout import Layout, as_layout
from netzwerkwandel.network.network import Network
from netzwerkwandel.network.strength import TieStrength
from netzwerkwandel.records import Records


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Chronicle(Layout):
    """What happened in one person's records, laid out once to be looked at as of any moment.

    Built by ``from_records``; not by hand. Whoever wants networks as of several moments, or the
    next list after every new mail, keeps one: ``Network.from_records``, ``timeline``,
    ``ties_woken`` and ``drift_to_core`` can be given it in place of the records.

    Examples
    --------
    Ben and Eva meet for lunch, and she looks at her network a day before and a day after:

    >>> from datetime import UTC, datetime
    >>> from netzwerkwandel import Contact, Interaction
    >>> noon = datetime(2026, 3, 9, 12, tzinfo=UTC)
    >>> lunch = Interaction(key="lunch", when=noon, participants=["ben", "eva"])
    >>> people = [Contact(key="ben"), Contact(key="eva")]
    >>> chronicle = Chronicle.from_records(
    ...     Records(contacts=people, interactions=[lunch], me="eva")
    ... )
    >>> [chronicle.network(noon.replace(day=day)).n_contacts for day in (8, 10)]
    [1, 2]
    """

    def network(self, as_of: datetime) -> Network:
        """Show the network as of a moment; see ``Network.from_records``.

        Parameters
        ----------
        as_of : datetime
            The moment, with a time zone.

        Returns
        -------
        Network
            Of the owner and everybody who had a tie by then.

        Raises
        ------
        InvalidArgumentError
            If ``as_of`` is no moment with a time zone.

        Examples
        --------
        >>> from datetime import UTC, datetime
        >>> from netzwerkwandel import Contact, Interaction
        >>> lunch = Interaction(
        ...     key="lunch", when=datetime(2026, 3, 9, 12, tzinfo=UTC), participants=["ben", "eva"]
        ... )
        >>> people = [Contact(key="ben"), Contact(key="eva")]
        >>> records = Records(contacts=people, interactions=[lunch], me="eva")
        >>> chronicle = Chronicle.from_records(records)
        >>> chronicle.network(datetime(2026, 3, 1, tzinfo=UTC))
        Network(1 people, 0 ties, as of 2026-03-01)
        >>> chronicle.network(datetime(2026, 4, 1, tzinfo=UTC))
        Network(2 people, 1 ties, as of 2026-04-01)
        """
        return self.snapshot(Network, as_of)


def as_chronicle(records: Records | Chronicle, strength: TieStrength | None) -> Chronicle:
    """Lay out records, or take what was laid out before: for functions that can be given either.

    Parameters
    ----------
    records : Records or Chronicle
        What happened.
    strength : TieStrength or None
        How strength is measured; None for the chronicle's own way, and the usual one for records.

    Raises
    ------
    InvalidArgumentError
        If ``records`` is neither, the records have no owner, or a chronicle was laid out with
        another strength.
    """
    return as_layout(records, strength, Chronicle)
