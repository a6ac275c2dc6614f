"""Which of several exports of a calendar tells of an event in its newest revision."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import TypeAlias

import attrs

from netzwerkwandel.model import Key


RevisionNumber: TypeAlias = tuple[int, bool, str]
"""How often an event was revised, whether it was called off, and when it was last changed.

The greater one is the newer one: nobody cancels what has not been planned before.
"""


@attrs.frozen(eq=False)
class Revision:
    """Which revision of an event an export has, and what it tells of it.

    A newer backup of a calendar may have moved or cancelled what an older one still tells.

    Parameters
    ----------
    number : tuple of int, bool and str
        The greater one is the newer one; see ``RevisionNumber``.
    is_cancelled : bool
        Whether the event did not happen, by this revision.
    keys : set of str
        The keys of what happened, by this revision. Of a change: of what it is about, too.
    changes : list of Revision
        Those of single occurrences, which are sent about and revised by themselves.
    """

    number: RevisionNumber = (-1, False, "")
    is_cancelled: bool = False
    keys: set[Key] = attrs.field(factory=set)
    changes: list[Revision] = attrs.field(factory=list)


def outdated(exports: Sequence[Mapping[str, Revision]]) -> list[set[Key]]:
    """Which interactions of each export does another one, with a newer revision, take back?

    An event that the newer calendar tells of, or has as cancelled, happened as it says, and not as
    an older backup or an invitation still has it. A change of one occurrence says nothing of the
    others.

    Parameters
    ----------
    exports : sequence of mappings of str to Revision
        Of each export its events by their names.

    Examples
    --------
    >>> weekly = Revision((0, False, ""), keys={"on Monday", "on Tuesday"})
    >>> moved = Revision(changes=[Revision((1, False, ""), keys={"on Monday"})])
    >>> outdated([{"event:1": weekly}, {"event:1": moved}])
    [{'on Monday'}, set()]
    """
    # Most events are known to one export only, within which the newest counts anyway.
    times = Counter(chain.from_iterable(exports))
    shared = {name for name, n in times.items() if n > 1}
    gone: list[set[Key]] = [set() for _ in exports]
    # By export and not by event: a folder may hold thousands of invitations, each a file.
    events: defaultdict[str, list[tuple[int, Revision]]] = defaultdict(list)
    for place, export in enumerate(exports if shared else ()):
        for name in shared.intersection(export):
            events[name].append((place, export[name]))
    for each in events.values():
        newest = max((revision for _, revision in each), key=lambda one: one.number)
        changed = _changed(revision for _, revision in each)
        for place, revision in each:
            gone[place] |= _taken_back(revision, newest, changed)
    return gone


def _changed(revisions: Iterable[Revision]) -> dict[Key, RevisionNumber]:
    """When was each occurrence last changed by itself?"""
    changed: dict[Key, RevisionNumber] = {}
    for revision in revisions:
        for change in revision.changes:
            for key in change.keys:
                changed[key] = max(change.number, changed.get(key, change.number))
    return changed


def _taken_back(
    revision: Revision, newest: Revision, changed: Mapping[Key, RevisionNumber]
) -> set[Key]:
    gone: set[Key] = set()
    for told in (revision, *revision.changes):
        if told.number < newest.number and (newest.keys or newest.is_cancelled):
            gone |= told.keys
        gone.update(key for key in told.keys & changed.keys() if told.number < changed[key])
    return gone
