"""What comes out of an archive, collected while its tables are read one after another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from itertools import chain
from typing import NamedTuple

from netzwerkwandel.model import (
    ME,
    Channel,
    Contact,
    Interaction,
    InteractionColumns,
    Key,
    Relation,
    SkipReason,
    Tie,
)
from netzwerkwandel.model.keys import email_key, phone_key
from netzwerkwandel.sources.linkedin.members import Members, Seen
from netzwerkwandel.sources.tools import (
    Row,
    Tally,
    digest,
    most_used_name,
    one_line,
    page_key,
    parse_moment,
)


EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)


class _Work(NamedTuple):
    """Where somebody works, as what, and whether that holds as of the export."""

    organisation: str = ""
    position: str = ""
    is_current: bool = False


_NOT_TOLD = _Work()


class Findings:
    """Collects contacts, ties and interactions, each once, and counts what was left out.

    Parameters
    ----------
    members : Members
        Who is meant by a name or a profile.
    tally : Tally
        Where to count.
    as_of : datetime
        What lies after this moment is left out.
    """

    def __init__(self, members: Members, tally: Tally, as_of: datetime) -> None:
        self.members, self.tally, self.as_of = members, tally, as_of
        self._after = date.min
        # Of most people a name is told and no more: so each of these has whom it is told of.
        self._names: defaultdict[Key, dict[str, int]] = defaultdict(dict)
        self._emails: defaultdict[Key, dict[str, None]] = defaultdict(dict)
        self._phones: defaultdict[Key, dict[str, None]] = defaultdict(dict)
        self._pages: defaultdict[Key, dict[Key, str]] = defaultdict(dict)
        self._aliases: defaultdict[Key, set[Key]] = defaultdict(set)
        self._work: dict[Key, _Work] = {}
        self._relations: dict[Key, frozenset[Relation]] = {}
        self._since: dict[Key, date] = {}
        self._interactions: dict[Key, Interaction] = {}

    def add_person(
        self,
        key: Key,
        *,
        name: str = "",
        emails: Iterable[str] = (),
        phones: Iterable[str] = (),
        profiles: Iterable[str] = (),
        organisation: str = "",
        position: str = "",
        is_current: bool = False,
        alias: Key | None = None,
    ) -> None:
        """Add what a row says about a person; the first employer that is told stays.

        ``is_current`` says that the row tells where the person works as of the export; other rows
        tell what was true when somebody wrote it. An ``alias`` is a key that is hers alone.
        """
        names = self._names[key]
        if name:
            names[name] = names.get(name, 0) + 1
        if alias is not None and alias != key:
            self._aliases[key].add(alias)
        for email in filter(email_key, emails):
            self._emails[key][email] = None
        for phone in filter(phone_key, phones):
            self._phones[key][phone] = None
        for url in profiles:
            profile = page_key(url)
            if profile is not None:
                # Some tables leave the scheme out; an address with it sorts first.
                pages = self._pages[key]
                pages[profile] = min(pages.get(profile, url), url)
        if (organisation or position) and key not in self._work:
            work = _Work(one_line(organisation), one_line(position), is_current)
            if work.organisation or work.position:
                self._work[key] = work

    def add_relations(
        self, key: Key, relations: Iterable[Relation], since: date | None = None
    ) -> None:
        """Add how a person is related to the owner."""
        known, told = self._relations.get(key), frozenset(relations)
        self._relations[key] = told if known is None else known | told
        if since is not None:
            self._since[key] = min(self._since.get(key, since), since)

    def connected(self) -> tuple[set[Key], set[str]]:
        """With whom the owner is connected so far: the keys, and the names in small letters."""
        keys = {key for key, told in self._relations.items() if Relation.CONNECTION in told}
        return keys, {name.casefold() for key in keys for name in self._names[key]}

    def since(self, key: Key) -> date | None:
        """Since when the owner is connected with somebody; None where that is not told."""
        return self._since.get(key)

    def moment(self, row: Row, column: str) -> datetime | None:
        """Read when something happened; None, and counted, where that cannot be used."""
        when = parse_moment(row[column])
        if when is None:
            self.tally.broken(row.place, "the date cannot be read", SkipReason.NO_DATE)
        elif when < EARLIEST:
            self.tally.broken(row.place, "the date must not be before 1990", SkipReason.NO_DATE)
        elif when > self.as_of:
            self.tally.skip(SkipReason.FUTURE)
        else:
            return when
        return None

    def add_interaction(
        self,
        kind: str,
        told: Iterable[str],
        when: datetime,
        channel: Channel,
        people: Sequence[Seen],
        sender: Key | None,
    ) -> bool:
        """Add an interaction, once, and count its row; say whether it was added."""
        participants = {seen.key for seen in people}
        if len(participants) < 2:
            self.tally.skip(SkipReason.NOBODY_ELSE)
            return False
        key = f"{kind}:{digest(when.isoformat(), *told)}"
        if key in self._interactions:
            self.tally.skip(SkipReason.DUPLICATE)
            return False
        for seen in people:
            self.add_person(seen.key, name=seen.name, profiles=[seen.url])
        self._interactions[key] = Interaction(
            key=key, when=when, channel=channel, sender=sender, participants=participants
        )
        self.tally.use(when)
        return True

    def add_with_owner(
        self,
        row: Row,
        column: str,
        kind: str,
        other: Seen,
        channel: Channel,
        *,
        outgoing: bool | None,
        told: str = "",
    ) -> bool:
        """Add what a row tells of the owner and one other; None says the direction is not known."""
        if other.key != ME:
            self.tally.addresses.add(other.key)
        when = self.moment(row, column)
        if when is None:
            return False
        sender = None if outgoing is None else ME if outgoing else other.key
        parts = (told, other.key, sender or "")
        return self.add_interaction(kind, parts, when, channel, [Seen(ME), other], sender)

    def exported_after(self, day: date) -> None:
        """Note that the form of the archive is not older than a day."""
        self._after = min(day, self.as_of.astimezone(UTC).date())

    def contacts(self) -> list[Contact]:
        """Make the contacts, in the order of their keys."""
        # No table says when it was exported: not before the last thing in it.
        last = self.tally.report().last
        day = None if last is None else max(last.date(), self._after)
        told = (self._emails, self._phones, self._pages, self._work, self._aliases)
        known = set(chain.from_iterable(told))
        # Of most members of a large network a name is told, and no more.
        return [
            self._contact(key, day)
            if key in known
            else Contact(key=key, name=most_used_name(self._names[key]))
            for key in sorted(self._names)
        ]

    def _contact(self, key: Key, exported: date | None) -> Contact:
        """Make a contact, as of the day of the export where that is what was told."""
        work, pages = self._work.get(key, _NOT_TOLD), self._pages.get(key, {})
        return Contact(
            key=key,
            name=most_used_name(self._names[key]),
            emails=tuple(self._emails.get(key, ())),
            phones=tuple(self._phones.get(key, ())),
            profiles=[pages[page] for page in sorted(pages)],
            organisation=work.organisation,
            position=work.position,
            seen=exported if work.is_current else None,
            aliases=self._aliases.get(key, frozenset()),
        )

    def ties(self) -> list[Tie]:
        """Make the ties, in the order of the other's key."""
        return [
            Tie(a=ME, b=key, relations=self._relations[key], since=self._since.get(key))
            for key in sorted(self._relations)
        ]

    def interactions(self) -> InteractionColumns:
        """Lay out the interactions, in the order of time."""
        return InteractionColumns.from_interactions(self._interactions.values())


def midnight(day: date) -> datetime:
    """Say when a day began, in UTC."""
    return datetime.combine(day, time(), UTC)
