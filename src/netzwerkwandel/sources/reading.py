"""What a reader gives: the records of one export, and a report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from copy import copy

import attrs

from netzwerkwandel.model import (
    ME,
    Contact,
    Interaction,
    InteractionColumns,
    Key,
    MeEvidence,
    SourceReport,
    Tie,
)
from netzwerkwandel.model.validation import instances
from netzwerkwandel.records.contents import contacts_in_order, ties_in_order
from netzwerkwandel.sources.happened import as_given
from netzwerkwandel.sources.revisions import Revision


@attrs.frozen
class OwnerEvidence:
    """A key that may be the owner's own, how that shows, and in how many records.

    A reader of chats that do not say whose they are tells for each chat, by ``MeEvidence.CHATS``,
    everybody who writes in it and may be the owner: whoever does in the most chats is. One that
    knows the owner tells of her by ``PROFILE``, or calls her ``ME``.

    Parameters
    ----------
    key : str
        The key.
    evidence : MeEvidence
        How it shows.
    weight : int
        In how many records.
    beside : str, optional
        The key of an owner in whose stead this one may stand, such as an alias under which she is
        invited: it counts where she is the owner, and is called as she is.
    """

    key: Key = attrs.field(repr=False)
    evidence: MeEvidence
    weight: int = 1
    beside: Key | None = attrs.field(default=None, repr=False)


def _as_evidence(value: Iterable[OwnerEvidence]) -> tuple[OwnerEvidence, ...]:
    return instances(OwnerEvidence, "owner_evidence", value)


@attrs.frozen(kw_only=True)
class Reading:
    """What does one export tell, and how did reading it go?

    Every participant of an interaction and both ends of a tie are in ``contacts``, save ``ME``,
    which stands for the owner and may be named without a contact.

    Parameters
    ----------
    report : SourceReport
        How it went; a ``Tally`` makes it.
    contacts, ties, interactions : sequences
        What the export tells. What happened has a key that is the same each time it is read.
    owner_evidence : sequence of OwnerEvidence
        Which keys may be the owner's own.
    revisions : mapping of str to Revision
        Of events that another export may know in another revision; empty for most kinds.
    met : mapping of str to set of str
        Who took part in entries that are called as an experiment, by its key.
    is_address_book : bool
        Whether its contacts are those that the owner saved herself, under the names she gave them:
        by these a ``saved_name_key`` finds whom it means.
    for_owner : callable, optional
        Gives the reading that the same export gives where other keys are known to be the owner's
        (``ReadContext.me``); None where it reads alike whoever she is. Only all exports together
        may show who she is, and then each is read as if that had been known before.
    """

    report: SourceReport
    contacts: tuple[Contact, ...] = attrs.field(default=(), converter=contacts_in_order)
    ties: tuple[Tie, ...] = attrs.field(default=(), converter=ties_in_order)
    interactions: Sequence[Interaction] = attrs.field(default=(), converter=as_given)
    owner_evidence: tuple[OwnerEvidence, ...] = attrs.field(default=(), converter=_as_evidence)
    revisions: Mapping[str, Revision] = attrs.field(factory=dict, repr=False, eq=False)
    met: Mapping[Key, AbstractSet[Key]] = attrs.field(factory=dict, repr=False)
    is_address_book: bool = False
    for_owner: Callable[[frozenset[Key]], Reading] | None = attrs.field(
        default=None, repr=False, eq=False
    )

    def evidence_of(self, kind: MeEvidence) -> list[OwnerEvidence]:
        """Which keys show in one way to be the owner's own?"""
        return [e for e in self.owner_evidence if e.evidence is kind and e.beside is None]

    @property
    def has_owner(self) -> bool:
        """Whether it is somebody's: there is one who states and takes part, named or not."""
        if any(ME in (tie.a, tie.b) for tie in self.ties):
            return True
        if isinstance(self.interactions, InteractionColumns):
            return ME in self.interactions.people
        return any(ME in event.participants for event in self.interactions)


@attrs.frozen(eq=False)
class _ToldFor:
    """Gives a reading as it is as long as it depends on none of the owner's other keys."""

    reading: Reading
    is_alike: Callable[[frozenset[Key]], bool]
    again: Callable[[frozenset[Key]], Reading]

    def __call__(self, me: frozenset[Key]) -> Reading:
        """Give the reading where these keys are known to be the owner's."""
        return self.told() if self.is_alike(me) else self.again(me)

    def told(self) -> Reading:
        """Give the reading as it is; it may be asked again."""
        told = copy(self.reading)
        object.__setattr__(told, "for_owner", self)
        return told


def told_again(
    reading: Reading,
    is_alike: Callable[[frozenset[Key]], bool],
    again: Callable[[frozenset[Key]], Reading],
) -> Reading:
    """Let a reading be told anew only where it would be another one: its ``for_owner``.

    Parameters
    ----------
    reading : Reading
        What was read.
    is_alike : callable
        Takes the keys that are known to be the owner's, and says whether it reads alike then.
    again : callable
        Takes them, too, and tells it anew.
    """
    return _ToldFor(reading, is_alike, again).told()


def contact_at(key: Key, address: str) -> Contact:
    """Make the contact of somebody of whom one address is known: a mail address, a number, a page.

    Examples
    --------
    >>> contact_at("tel:+4930901820", "030 901820").phones
    ('030 901820',)
    """
    kind = key.partition(":")[0]
    emails, phones = ([address] if kind == wanted else [] for wanted in ("mailto", "tel"))
    return Contact(key=key, emails=emails, phones=phones)
