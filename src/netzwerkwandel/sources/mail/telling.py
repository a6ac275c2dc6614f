"""What the mails of one mailbox say together, once it is known who its owner is, or before."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

import attrs
import numpy as np

from netzwerkwandel.model import ME, Contact, Key, MeEvidence, NobodyReason, SkipReason
from netzwerkwandel.model.arrays import IntArray
from netzwerkwandel.sources.mail.addresses import AddressBook
from netzwerkwandel.sources.mail.taken import CountedMails, TakenMails
from netzwerkwandel.sources.tools import Happened, OwnerEvidence, Reading, Tally, most_used_name


OWNER = 0
"""The number of the mailbox that stands for the owner where a mail does not name her."""

# One person has a handful of addresses in a handful of spellings; a list server may have thousands.
_MOST_SPELLINGS = 20


@attrs.frozen(eq=False)
class Telling:
    """Makes a Reading of mails that were taken, as far as some keys are known to be the owner's.

    Parameters
    ----------
    book : AddressBook
        Who is named in them; it stays as it is.
    mails : TakenMails
        The mails; they stay, too.
    lists : set of int
        The people that are mailing lists.
    me : set of str
        The owner's keys; none where she is not known.
    tally : Tally
        What was counted while they were taken; goes on counting.
    """

    book: AddressBook
    mails: TakenMails
    lists: AbstractSet[int]
    me: AbstractSet[Key]
    tally: Tally

    def reading(self) -> Reading:
        """Count the mails that are between people, each once, and say who wrote to whom."""
        book, tally = self.book, self.tally
        mine = {person for person, key in enumerate(book.keys) if key in self.me}
        # A mail that does not name the owner is hers under the first of her addresses that is here.
        hers = min(mine, key=book.keys.__getitem__, default=OWNER)
        counted = self._counted([hers, *book.person[1:]], mine)
        nobodies, shared = book.shared()
        nobodies -= self._owned(counted, mine)
        keys, person = book.told_apart(shared)
        person[OWNER] = hers
        happened = counted.happened(person)
        happened = self._without(self.lists, SkipReason.MAILING_LIST, happened)
        happened = self._without(nobodies, SkipReason.AUTOMATIC, happened)
        self._name_nobodies(person, nobodies)
        people = (key for number, key in enumerate(keys) if number not in self.lists)
        # Two people of one address have keys of their own, with a name behind the address.
        tally.addresses.update(key.partition("#")[0] for key in people if key != ME)
        if happened.at:
            tally.span(min(happened.at), max(happened.at))
        return Reading(
            report=tally.report(),
            contacts=list(self._contacts(keys, person, counted, self.lists | nobodies)),
            interactions=happened.columns(keys),
            owner_evidence=sorted(
                self._owners(keys, counted.times_delivered(person), happened),
                key=lambda each: (each.key, each.evidence),
            ),
        )

    def _counted(self, person: Sequence[int], mine: set[int]) -> CountedMails:
        counted = self.mails.counted(person, mine=mine, is_known=bool(self.me))
        self.tally.used += len(counted.at)
        for reason, n in (
            (SkipReason.NOBODY_ELSE, counted.nobody_else),
            (SkipReason.DUPLICATE, counted.twice),
        ):
            if n:
                self.tally.skipped[reason] += n
        return counted

    def _owned(self, counted: CountedMails, mine: set[int]) -> set[int]:
        """Who is the owner, whatever others call her: whoever most mail was delivered to."""
        delivered = counted.times_delivered(self.book.person)
        return mine | ({int(np.argmax(delivered))} if delivered.any() else set())

    def _name_nobodies(self, person: Sequence[int], nobodies: set[int]) -> None:
        """Say in the report which addresses are no person's, and why."""
        for number, mailbox in zip(person, self.book.mailbox, strict=True):
            if number in self.lists:
                self.tally.nobody(NobodyReason.LIST, mailbox.key, mailbox.name)
            elif number in nobodies:
                self.tally.nobody(NobodyReason.MANY_NAMES, mailbox.key)
            elif mailbox.automatic:
                self.tally.nobody(NobodyReason.MACHINE, mailbox.key)

    def _without(
        self, nobodies: AbstractSet[int], reason: SkipReason, happened: Happened
    ) -> Happened:
        """Leave out addresses of no person: those of lists, and what writes for many people."""
        if not nobodies or nobodies.isdisjoint(happened.participants):
            return happened
        left = happened.without(nobodies)
        dropped = len(happened.keys) - len(left.keys)
        self.tally.used -= dropped
        self.tally.skipped[reason] += dropped
        return left

    def _contacts(
        self,
        keys: Sequence[Key],
        person: Sequence[int],
        counted: CountedMails,
        nobodies: AbstractSet[int],
    ) -> Iterator[Contact]:
        """One for each address: the name it was seen with most, and how it was written."""
        mailboxes = self.book.mailbox
        counts = counted.times_named(len(mailboxes))
        names: defaultdict[int, Counter[str]] = defaultdict(Counter)
        spellings: defaultdict[int, set[str]] = defaultdict(set)
        for number in np.flatnonzero(counts).tolist():
            whose, mailbox = person[number], mailboxes[number]
            if whose in nobodies or mailbox.key == ME:
                continue
            spellings[whose].add(mailbox.address)
            if mailbox.name:
                names[whose][mailbox.name] += int(counts[number])
        for whose in sorted(spellings, key=keys.__getitem__):
            name = most_used_name(names[whose]) if whose in names else ""
            emails = sorted(spellings[whose])[:_MOST_SPELLINGS]
            yield Contact(key=keys[whose], name=name, emails=emails)

    def _owners(
        self, keys: Sequence[Key], delivered: IntArray, happened: Happened
    ) -> Iterator[OwnerEvidence]:
        for whose in np.flatnonzero(delivered).tolist():
            yield OwnerEvidence(keys[whose], MeEvidence.DELIVERED_TO, int(delivered[whose]))
        # Where no server noted to whom it delivered, the owner is whoever is in every mail, or in
        # nearly every one: in half of them at least.
        counts = np.bincount(np.array(happened.participants, np.int64), minlength=1).tolist()
        counts[OWNER] = 0
        whose = min(range(len(counts)), key=lambda n: (-counts[n], keys[n]))
        if counts[whose] and 2 * counts[whose] >= self.tally.used:
            yield OwnerEvidence(keys[whose], MeEvidence.MOST_FREQUENT, counts[whose])
