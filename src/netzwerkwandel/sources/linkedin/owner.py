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


def archive_owner(archive: Archive, members: Members, me: frozenset[Key]) -> ArchiveOwner:
    """Find whose archive this is.

    By the profile in it, by who sent the outgoing invitations, by keys given as the user's own, or
    else as the one person who takes part in every conversation.
    """
    emails = tuple(row["emailaddress"] for row in archive.rows(EMAIL_ADDRESSES))
    # The inviter of what went out, the invitee of what came in: both are the owner.
    invited_as = []
    for row in archive.rows(INVITATIONS):
        if row["direction"].upper() == "OUTGOING":
            invited_as.append((linkedin_name(row["from"]), row["inviterprofileurl"]))
        elif row["direction"].upper() == "INCOMING":
            invited_as.append((linkedin_name(row["to"]), row["inviteeprofileurl"]))
    sent = [(linkedin_name(row["from"]), row["senderprofileurl"]) for row in archive.rows(MESSAGES)]
    written = [linkedin_name(row.full_name()) for row in archive.rows(PROFILE)]
    name = _most_frequent(written) or _most_frequent(name for name, _ in invited_as)
    # Profile.csv names the owner and not her page: that stands where she invited or wrote.
    folded = name.casefold()
    by_me = [
        (writer, url)
        for writer, url in sent
        if page_key(url) in me or (writer and writer.casefold() == folded)
    ]
    # Whoever never wrote got messages all the same.
    to_me = [pair for pair in archive.received() if linkedin_name(pair[0]).casefold() == folded]
    pages = map(_most_frequent_profile, (invited_as, by_me, to_me if folded else []))
    url = next((page for page in pages if page), "")
    key = page_key(url)
    if not name and key is None:
        return attrs.evolve(ArchiveOwner.in_every_conversation(archive, members), emails=emails)
    under_it = [pair for pair in (*invited_as, *sent) if key and page_key(pair[1]) == key]
    return ArchiveOwner(
        name=name or _most_frequent(name for name, _ in under_it),
        url=url,
        emails=emails,
        weight=max(1, len(under_it)),
    )


def with_owner(members: Members, owner: ArchiveOwner, me: frozenset[Key]) -> Members:
    """Say which of the members is the owner."""
    keys = me | {each.key for each in owner.keys}
    names = frozenset([owner.name.casefold()]) if owner.name else frozenset()
    return attrs.evolve(members, my_names=names, my_keys=keys)


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
