"""What comes out of an archive, collected while its tables are read one after another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time

from netzwerkwandel.model import (
    ME,
    Channel,
    Contact,
    Interaction,
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


class _Traits:
    """What is known of one person so far."""

    def __init__(self) -> None:
        self.names: dict[str, int] = {}
        self.emails: dict[str, None] = {}
        self.phones: dict[str, None] = {}
        self.profiles: dict[Key, str] = {}
        self.aliases: set[Key] = set()
        self.organisation = self.position = ""
        self.is_current = False

    def contact(self, key: Key, exported: date | None) -> Contact:
        """Make the contact, as of the day of the export where that is what was told."""
        is_told = self.is_current and bool(self.organisation or self.position)
        return Contact(
            key=key,
            name=most_used_name(self.names),
            emails=list(self.emails),
            phones=list(self.phones),
            profiles=[self.profiles[profile] for profile in sorted(self.profiles)],
            organisation=self.organisation,
            position=self.position,
            seen=exported if is_told else None,
            aliases=sorted(self.aliases - {key}),
        )


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
        self._people: dict[Key, _Traits] = defaultdict(_Traits)
        self._relations: dict[Key, set[Relation]] = defaultdict(set)
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
        traits = self._people[key]
        if alias is not None:
            traits.aliases.add(alias)
        if name:
            traits.names[name] = traits.names.get(name, 0) + 1
        traits.emails.update((email, None) for email in emails if email and email_key(email))
        traits.phones.update((phone, None) for phone in phones if phone and phone_key(phone))
        for url in profiles:
            profile = page_key(url)
            if profile is not None:
                # Some tables leave the scheme out; an address with it sorts first.
                traits.profiles[profile] = min(traits.profiles.get(profile, url), url)
        if not traits.organisation and not traits.position:
            traits.organisation, traits.position = one_line(organisation), one_line(position)
            traits.is_current = is_current

    def add_relations(
        self, key: Key, relations: Iterable[Relation], since: date | None = None
    ) -> None:
        """Add how a person is related to the owner."""
        self._relations[key].update(relations)
        if since is not None:
            self._since[key] = min(self._since.get(key, since), since)

    def connected(self) -> tuple[set[Key], set[str]]:
        """With whom the owner is connected so far: the keys, and the names in small letters."""
        keys = {key for key, told in self._relations.items() if Relation.CONNECTION in told}
        return keys, {name.casefold() for key in keys for name in self._people[key].names}

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
        return [self._people[key].contact(key, day) for key in sorted(self._people)]

    def ties(self) -> list[Tie]:
        """Make the ties, in the order of the other's key."""
        return [
            Tie(a=ME, b=key, relations=self._relations[key], since=self._since.get(key))
            for key in sorted(self._relations)
        ]

    def interactions(self) -> list[Interaction]:
        """Make the interactions, in the order of time."""
        return sorted(self._interactions.values(), key=lambda event: (event.when, event.key))


def midnight(day: date) -> datetime:
    """Say when a day began, in UTC."""
    return datetime.combine(day, time(), UTC)
