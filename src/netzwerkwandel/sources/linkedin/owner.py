"""Whose archive is this?"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

import attrs

from netzwerkwandel.model import Key, MeEvidence
from netzwerkwandel.model.keys import email_key
from netzwerkwandel.sources.linkedin.archive import Archive
from netzwerkwandel.sources.linkedin.columns import (
    EMAIL_ADDRESSES,
    INVITATIONS,
    MESSAGES,
    PROFILE,
)
from netzwerkwandel.sources.linkedin.members import Members, Seen
from netzwerkwandel.sources.linkedin.names import linkedin_name
from netzwerkwandel.sources.tools import OwnerEvidence, most_used_name, page_key


FEWEST_MESSAGES = 3


@attrs.frozen(kw_only=True)
class ArchiveOwner:
    """The owner of an archive, as far as it tells: empty texts say not known."""

    name: str = ""
    url: str = ""
    emails: tuple[str, ...] = ()
    evidence: MeEvidence = MeEvidence.PROFILE
    weight: int = 1

    @property
    def keys(self) -> tuple[OwnerEvidence, ...]:
        """The keys that are the owner's own, and how that shows."""
        page = page_key(self.url)
        profile = [] if page is None else [OwnerEvidence(page, self.evidence, self.weight)]
        emails = dict.fromkeys(key for e in self.emails if (key := email_key(e)) is not None)
        return (*profile, *(OwnerEvidence(key, MeEvidence.PROFILE) for key in emails))

    @classmethod
    def in_every_conversation(cls, archive: Archive, members: Members) -> ArchiveOwner:
        """The one person who takes part in all of them; nobody where there are few, or several."""
        messages = archive.rows(MESSAGES)
        if len(messages) < FEWEST_MESSAGES:
            return cls()
        people: dict[Key, list[Seen]] = defaultdict(list)
        conversations: dict[str, set[Key]] = defaultdict(set)
        for row in messages:
            for seen in (members.sender(row), *members.recipients(row)):
                if seen is None:
                    continue
                people[seen.key].append(seen)
                conversations[row["conversationid"]].add(seen.key)
        common = set.intersection(*conversations.values()) if conversations else set()
        if len(common) != 1:
            return cls()
        owner = people[common.pop()]
        return cls(
            name=_most_frequent(seen.name for seen in owner),
            url=_most_frequent_profile((seen.name, seen.url) for seen in owner),
            evidence=MeEvidence.MOST_FREQUENT,
            weight=len(owner),
        )


@attrs.frozen
class Clues:
    """What an archive tells of whose it is, to be asked again once more of her keys are known.

    Parameters
    ----------
    written : tuple of str
        The names in the profile.
    emails : tuple of str
        The addresses in the list of them.
    invited_as : tuple of str and str
        The inviters of what went out, and the invitees of what came in, each with a page: both are
        the owner.
    sent, received : tuple of str and str
        Who wrote each message, and who got those that went to nobody else, each with a page.
    """

    written: tuple[str, ...]
    emails: tuple[str, ...]
    invited_as: tuple[tuple[str, str], ...]
    sent: tuple[tuple[str, str], ...]
    received: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, archive: Archive) -> Clues:
        """Collect them."""
        invited_as = []
        for row in archive.rows(INVITATIONS):
            if row["direction"].upper() == "OUTGOING":
                invited_as.append((linkedin_name(row["from"]), row["inviterprofileurl"]))
            elif row["direction"].upper() == "INCOMING":
                invited_as.append((linkedin_name(row["to"]), row["inviteeprofileurl"]))
        return cls(
            written=tuple(linkedin_name(row.full_name()) for row in archive.rows(PROFILE)),
            emails=tuple(row["emailaddress"] for row in archive.rows(EMAIL_ADDRESSES)),
            invited_as=tuple(invited_as),
            sent=tuple(
                (linkedin_name(row["from"]), row["senderprofileurl"])
                for row in archive.rows(MESSAGES)
            ),
            received=tuple((linkedin_name(name), url) for name, url in archive.received()),
        )

    def owner(self, me: frozenset[Key]) -> ArchiveOwner | None:
        """Find whose archive this is, where some keys are known to be hers.

        By the profile in it, by who sent the outgoing invitations, or by these keys.
        """
        name = _most_frequent(self.written) or _most_frequent(name for name, _ in self.invited_as)
        # Profile.csv names the owner and not her page: that stands where she invited or wrote.
        folded = name.casefold()
        by_me = [
            (writer, url)
            for writer, url in self.sent
            if page_key(url) in me or (writer and writer.casefold() == folded)
        ]
        # Whoever never wrote got messages all the same.
        to_me = [pair for pair in self.received if pair[0].casefold() == folded]
        pages = map(_most_frequent_profile, (self.invited_as, by_me, to_me if folded else []))
        url = next((page for page in pages if page), "")
        key = page_key(url)
        if not name and key is None:
            return None
        told = (*self.invited_as, *self.sent)
        under_it = [pair for pair in told if key and page_key(pair[1]) == key]
        return ArchiveOwner(
            name=name or _most_frequent(name for name, _ in under_it),
            url=url,
            emails=self.emails,
            weight=max(1, len(under_it)),
        )


@attrs.frozen(eq=False)
class Whose:
    """Whose an archive is, and among whose keys was looked for hers while it was read.

    Parameters
    ----------
    clues : Clues
        What the archive tells of it.
    me : set of str
        The keys that were known to be hers.
    found : ArchiveOwner or None
        Whom the clues name; where they name nobody, whoever is in every conversation is the owner.
    asked : set of str
        The keys of which was asked whether they are hers.
    """

    clues: Clues
    me: frozenset[Key]
    found: ArchiveOwner | None
    asked: set[Key] = attrs.field(factory=set)

    @classmethod
    def of(cls, archive: Archive, me: frozenset[Key]) -> Whose:
        """Find it out."""
        clues = Clues.of(archive)
        return cls(clues, me, clues.owner(me))

    def is_alike(self, me: frozenset[Key]) -> bool:
        """Say whether the archive reads alike where other keys are known to be the owner's."""
        # What is hers by the archive itself is hers either way.
        others = (me ^ self.me).difference(each.key for each in (self.found or ArchiveOwner()).keys)
        return self.asked.isdisjoint(others) and self.clues.owner(me) == self.found


def owner_of(archive: Archive, members: Members, whose: Whose) -> tuple[ArchiveOwner, Members]:
    """Say whose an archive is, by its clues or its conversations, and which member that is."""
    owner = whose.found
    if owner is None:
        in_all = ArchiveOwner.in_every_conversation(archive, members)
        owner = attrs.evolve(in_all, emails=whose.clues.emails)
    keys = whose.me | {each.key for each in owner.keys}
    names = frozenset([owner.name.casefold()]) if owner.name else frozenset()
    return owner, attrs.evolve(members, my_names=names, my_keys=keys, asked=whose.asked)


def _most_frequent(names: Iterable[str]) -> str:
    return most_used_name(Counter(name for name in names if name))


def _most_frequent_profile(pairs: Iterable[tuple[str, str]]) -> str:
    urls: dict[Key, list[str]] = defaultdict(list)
    for _, url in pairs:
        key = page_key(url)
        if key is not None:
            urls[key].append(url)
    if not urls:
        return ""
    return min(urls[min(urls, key=lambda key: (-len(urls[key]), key))])
