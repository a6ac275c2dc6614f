"""What is new since the last time, and how it is told in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date

import attrs

from netzwerkwandel.model.contact import Contact, Work
from netzwerkwandel.model.keys import Key
from netzwerkwandel.model.naming import called, name_shown
from netzwerkwandel.records.records import Records
from netzwerkwandel.records.statements import connections, last_archive
from netzwerkwandel.texts import Catalogue, Explained, printable


MOST_NAMED = 12
"""So many people of a group are named; the others are counted."""


@attrs.frozen(kw_only=True, repr=False)
class Move(Explained):
    """Who works elsewhere, or as something else, than when last seen?

    Parameters
    ----------
    contact : Contact
        The person, as known now.
    before, after : Work
        Where and as what, then and now. The same employer is spelled alike in both.
    """

    contact: Contact
    before: Work
    after: Work

    def __repr__(self) -> str:
        return f"Move({self.contact.label!r})"

    @property
    def is_new_employer(self) -> bool:
        """Whether the employer is another; otherwise only the position is."""
        return self.before.organisation != self.after.organisation

    @classmethod
    def between(cls, then: Contact, now: Contact) -> Move | None:
        """Say where a person has moved since she was known otherwise; None where she has not.

        Parameters
        ----------
        then, now : Contact
            The same person, as she was known and as she is.

        Returns
        -------
        Move or None
            Where no export is dated, another text is another work.

        Examples
        --------
        >>> then = Contact(key="card:1", organisation="Contoso")
        >>> print(Move.between(then, Contact(key="card:1", organisation="Fabrikam")).explain())
        Someone without a name has moved from Contoso to Fabrikam.
        """
        left = None
        if (day := then.seen) is not None and now.seen is not None:
            # Each of the two tells of earlier work. Where now more of it was still held on the day
            # as of which she was known then, she has left the last of it since.
            works = (then.earlier_work, now.earlier_work)
            before, told = ([w for w in work if w.seen and w.seen >= day] for work in works)
            left = told[-1] if len(told) > len(before) else None
        elif then.seen == now.seen:
            texts = ((then.organisation, now.organisation), (then.position, now.position))
            if any(a and b and a.casefold() != b.casefold() for a, b in texts):
                left = Work(organisation=then.organisation, position=then.position)
        work = Work(organisation=now.organisation, position=now.position, seen=now.seen)
        return None if left is None else cls(contact=now, before=left, after=work)

    def _told(self, texts: Catalogue) -> str:
        """Tell it in the words of a catalogue, as one of several sentences."""
        told = (self.before.organisation, self.after.organisation, self.after.position)
        who, (before, employer, position) = called(self.contact, texts), map(printable, told)
        phrase = "news at" if employer else "news elsewhere"
        if self.is_new_employer and before and employer:
            phrase = "news moved"
        elif position:
            phrase = "news now at" if employer else "news now"
        places = texts.places(employer) | {"from": texts.places(before)["from"]}
        moved = texts.beginning(texts.say(phrase, None, who=who, position=position, **places))
        if phrase == "news moved" and position:
            moved += f" {texts.say('news moved as', position=position)}"
        then, now = self.before.seen, self.after.seen
        if not (then and now and then < now):
            return f"{moved}."
        between = texts.say("news between", before=texts.day(then), after=texts.day(now))
        return f"{moved} ({between})."


@attrs.frozen(kw_only=True, repr=False)
class RecordsChange(Explained):
    """What is new since the last time that exports were saved: who came, moved, or is gone?

    Parameters
    ----------
    added : tuple of Contact
        People who were not known before.
    moved : tuple of Move
        People with a new employer or a new position.
    gone : tuple of Contact
        People who were connections in an earlier archive of the same network and are no more.
        They stay in the records: a tie that is no longer listed is not a tie that never was.
    talked : tuple of Contact
        With whom there was contact since they were suggested, and it is not said what came of it.
    new_interactions, new_ties : int
        How many interactions, and statements about two people, were not known before.
    """

    added: tuple[Contact, ...] = ()
    moved: tuple[Move, ...] = ()
    gone: tuple[Contact, ...] = ()
    talked: tuple[Contact, ...] = ()
    new_interactions: int = 0
    new_ties: int = 0

    def __repr__(self) -> str:
        people = (("added", self.added), ("moved", self.moved), ("gone", self.gone))
        return f"RecordsChange({', '.join(f'{len(some)} {name}' for name, some in people)})"

    @property
    def is_nothing(self) -> bool:
        """Whether nothing at all is new."""
        return self == RecordsChange()

    def _told(self, texts: Catalogue) -> str:
        lines = []
        if self.added:
            lines.append(_group(texts, "change came", self.added))
        counts = {"ties": self.new_ties, "interactions": self.new_interactions}
        if new := [texts.say(f"summary {name}", n) for name, n in counts.items() if n]:
            lines.append(texts.say("news added", what=texts.listing(new)))
        lines += [move.explain(texts) for move in self.moved[:MOST_NAMED]]
        if more := self.moved[MOST_NAMED:]:
            lines.append(texts.say("news moved more", len(more)))
        if self.gone:
            lines.append(_group(texts, "news gone", self.gone))
        if self.talked:
            names = [called(each, texts) for each in self.talked]
            lines.append(texts.say("news talked", len(names), names=texts.listing(names)))
        return "\n".join(lines) or texts.say("news nothing")


def records_change(
    before: Records,
    newer: Records,
    after: Records,
    new_interactions: int,
    talked: Iterable[Key] = (),
) -> RecordsChange:
    """Say what ``after`` has that ``before`` did not; ``newer`` was added to make it so.

    ``talked`` are people of whom it can be asked now what came of a suggestion.
    """
    names = {key for contact in before.contacts for key in (contact.key, *contact.aliases)}
    known = {tie.key for tie in before.ties}
    # Whose key had a name behind it may have lost that key to whom all of it is one person now.
    there = (then for then in before.contacts if then.key in after.person_of)
    moves = (Move.between(then, after.contact(then.key)) for then in there)
    new = (each for each in after.contacts if names.isdisjoint((each.key, *each.aliases)))
    return RecordsChange(
        added=tuple(after.contact(each.key) for each in new if each.key != after.me),
        moved=tuple(move for move in moves if move is not None),
        gone=tuple(_gone(before, newer, after)),
        talked=tuple(map(after.contact, talked)),
        new_interactions=new_interactions,
        new_ties=sum(tie.key not in known for tie in after.ties),
    ).in_language(after.language)


def _gone(before: Records, newer: Records, after: Records) -> Iterator[Contact]:
    """Who was a connection in the last archive, and is none in a newer one."""
    if not before.ties:
        return
    last, earlier = (last_archive(each.ties, each.reports) for each in (newer, before))
    if last is None or earlier is None or last <= earlier:
        return
    # Whoever has another address in the newer archive is known by the name and by the day of the
    # connection; and who was not in the last but one archive either, has been gone before.
    still = {after.person_of[key] for key in connections(newer.ties)}
    named = {_named_on(newer, key, since) for key, since in connections(newer.ties).items()}
    for key, since in sorted(connections(before.ties).items()):
        person, seen = after.person_of[key], before.contact(key).seen
        was_gone_already = seen is not None and seen < earlier.astimezone(UTC).date()
        is_still_there = person in still or _named_on(before, key, since) in named
        if not was_gone_already and not is_still_there:
            yield after.contact(person)


def _named_on(records: Records, key: Key, since: date | None) -> tuple[str, date] | Key:
    """The name and the day of a connection, by which it is known when its address has changed."""
    name = records.contact(key).name.casefold()
    return (name, since) if name and since is not None else key


def _group(texts: Catalogue, phrase: str, people: Sequence[Contact]) -> str:
    """Count people, and name those who have a name."""
    count = texts.say(phrase, len(people))
    names = [called(who, texts) for who in people if name_shown(who)][:MOST_NAMED]
    if not names:
        return f"{count}."
    if more := len(people) - len(names):
        names.append(texts.say("news more", more))
    return f"{count}: {texts.listing(names)}."
