"""What happened, with people under other keys."""

from __future__ import annotations

from collections.abc import Mapping

import attrs
import numpy as np

from netzwerkwandel.model.interactions import InteractionColumns
from netzwerkwandel.model.keys import Key


def under_other_keys(happened: InteractionColumns, key_of: Mapping[Key, Key]) -> InteractionColumns:
    """Give people other keys, of which several may become one; whom nothing is said of stays.

    Parameters
    ----------
    happened : InteractionColumns
        What happened.
    key_of : mapping of str to str
        The other key of each person who has one.

    Returns
    -------
    InteractionColumns
        The same events; whoever took part by two keys that are one now did so once.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from netzwerkwandel.model import Interaction
    >>> noon = datetime(2026, 3, 9, 12, tzinfo=UTC)
    >>> lunch = Interaction(key="lunch", when=noon, participants=["ben", "benjamin", "eva"])
    >>> happened = InteractionColumns.from_interactions([lunch])
    >>> under_other_keys(happened, {"benjamin": "ben"})[0].participants
    ('ben', 'eva')
    """
    # A participant is written as event * n + person: of n = 10, the persons 6 4 6 in event 2 are 26
    # 24 26. Sorted and each once, these are 24 26, which is event 2 with the persons 4 and 6.
    people = sorted({key_of.get(key, key) for key in happened.people})
    number = {key: i for i, key in enumerate(people)}
    # One more place at the end is for nobody, who is -1.
    place = np.array([*(number[key_of.get(key, key)] for key in happened.people), -1])
    n = max(len(people), 1)
    event = np.repeat(np.arange(len(happened)), np.diff(happened.starts))
    codes = np.unique(event * n + place[happened.participants])
    return attrs.evolve(
        happened,
        sender=place[happened.sender],
        starts=np.searchsorted(codes, np.arange(len(happened) + 1) * n),
        participants=codes % n,
        people=people,
    )
