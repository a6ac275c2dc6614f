"""What was suggested, and what became of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from difflib import get_close_matches
from typing import Protocol, Self

import attrs
import numpy as np

from netzwerkwandel.errors import InvalidArgumentError, UnknownPersonError, shortened, shown
from netzwerkwandel.model.arguments import check_date, check_member
from netzwerkwandel.model.contact import Contact
from netzwerkwandel.model.interactions import InteractionColumns
from netzwerkwandel.model.keys import Key
from netzwerkwandel.model.moments import microseconds
from netzwerkwandel.model.suggestion import CHOSEN, Suggestion
from netzwerkwandel.model.vocabularies import Answer, Channel, Function
from netzwerkwandel.records.by_hand import StatedByHand
from netzwerkwandel.records.contents import (
    NO_INTERACTIONS,
    interactions_in_columns,
    suggestions_in_order,
)
from netzwerkwandel.records.directory import new_contact


ASKED_AGAIN = timedelta(days=182)
"""After so long somebody is suggested again who gave no answer, or was put off without a day."""


A_CONVERSATION = 10
"""In a meeting of more people the two may not have spoken at all."""


SLIP = 0.8
"""How alike two spellings must be, from 0 to 1, for one to be taken for a slip of the pen."""


class Suggested(Protocol):
    """Somebody whom a list names, as a ``Recommendation`` does."""

    @property
    def contact(self) -> Contact:
        """Whom."""

    @property
    def function(self) -> Function | None:
        """What is hoped for."""


@attrs.frozen(kw_only=True, repr=False)
class Advised(StatedByHand):
    """Who was suggested to a person, or chosen by herself, and what became of it."""

    interactions: InteractionColumns = attrs.field(
        default=NO_INTERACTIONS, converter=interactions_in_columns
    )
    suggestions: tuple[Suggestion, ...] = attrs.field(default=(), converter=suggestions_in_order)

    def with_suggestions(self, picks: Iterable[Suggested | Contact | str], *, on: date) -> Self:
        """Write down whom a list suggested, so that the next list knows it.

        Parameters
        ----------
        picks : sequence of Recommendation, Contact or str
            A list as ``recommend`` gives it, or people whom one has chosen oneself, as they are
            known: see ``person``.
        on : date
            The day.

        Returns
        -------
        Records
            The same, with a suggestion for each. Whose last one is still open stays as she is: it
            is one suggestion, however often a list repeats it.

        Raises
        ------
        UnknownPersonError, AmbiguousPersonError, InvalidArgumentError
            If somebody is not one person who is known, or ``picks`` or ``on`` is of another kind.

        Examples
        --------
        >>> from netzwerkwandel import Records
        >>> records = Records(contacts=[Contact(key="card:1", name="Ben Okafor")])
        >>> records.with_suggestions(["Ben Okafor"], on=date(2026, 11, 1)).suggestions
        (Suggestion(2026-11-01, open),)
        """
        if isinstance(picks, str) or not isinstance(picks, Iterable):
            raise InvalidArgumentError(f"picks must be several people, got {shown(picks)}")
        check_date("on", on)
        told = list(self.suggestions)
        for pick in picks:
            who = pick if isinstance(pick, Contact | str) else getattr(pick, "contact", None)
            if who is None:
                raise InvalidArgumentError(f"picks must be people, got {shown(pick)}")
            function = getattr(pick, "function", None)
            last = _last_of(told, key := self.person(who).key, self.person_of)
            if last is None or (last.answer is not Answer.OPEN and last.on < on):
                name = f"suggestion:{on}:{key}"
                told.append(Suggestion(key=name, contact=key, on=on, function=function))
        return attrs.evolve(self, suggestions=told)

    def with_answer(
        self,
        who: Contact | str,
        answer: Answer | str,
        *,
        on: date,
        brought: Iterable[Function | str] = (),
        introduced: Iterable[Contact | str] = (),
        again: date | None = None,
        notes: str | None = None,
    ) -> Self:
        """Say what became of a suggestion, or of a talk that nobody suggested.

        Somebody who was never suggested was chosen by herself: whom one talks to without a list
        brings people and functions alike, and the next list knows it.

        Parameters
        ----------
        who : Contact or str
            A person as she is known: see ``person``.
        answer : Answer or str
            ``"talked"``, ``"none"`` (asked, and no answer came), ``"declined"`` or ``"not now"``;
            ``"open"`` takes an answer back, or a suggestion that is not answered yet is left so.
        on : date
            The day on which the two talked, or on which it was clear.
        brought : sequence of Function or str
            The functions that it brought. They count as stated from then on.
        introduced : sequence of Contact or str
            The people met through it, as they are known. Somebody who is not known becomes a
            contact, unless a name is so near that hers is likely misspelt.
        again : date, optional
            The day from which she may be suggested again. Without one it is half a year after
            ``on`` where no answer came or it is not now; where the two talked or she declined, she
            is not suggested again without one.
        notes : str, optional
            Free text; what was noted before stays where nothing is given.

        Returns
        -------
        Records
            The same, with this answer to her last suggestion, or with one that she chose herself.

        Raises
        ------
        UnknownPersonError, AmbiguousPersonError, InvalidArgumentError
            If somebody is not one person who is known, an argument is of another kind, or there is
            nothing to take back; it names the nearest suggestion.
        InvalidRecordError
            If a value breaks the rule of its field.

        Examples
        --------
        >>> from netzwerkwandel import Records
        >>> records = Records(contacts=[Contact(key="card:1", name="Ben Okafor")])
        >>> told = records.with_answer("Ben Okafor", "talked", on=date(2026, 11, 9))
        >>> told.suggestions
        (Suggestion(2026-11-09, talked),)
        """
        for name, value in (("brought", brought), ("introduced", introduced)):
            if isinstance(value, str) or not isinstance(value, Iterable):
                raise InvalidArgumentError(f"{name} must be several, got {shown(value)}")
        check_date("on", on)
        became = check_member("answer", Answer, answer)
        if again is None and became in (Answer.NONE, Answer.NOT_NOW):
            again = on + ASKED_AGAIN
        known, met = self, []
        for each in introduced:
            known, contact = known._with_introduced(each)
            met.append(contact.key)
        key = known.person(who).key
        said = [each for each in known.suggestions if each.on <= on]
        last = _last_of(said, key, known.person_of)
        if last is None and became is Answer.OPEN:
            raise InvalidArgumentError(self._nothing_open(self.person(who), on))
        if last is None:
            last = Suggestion(key=f"{CHOSEN}{on}:{key}", contact=key, on=on)
        answered = attrs.evolve(
            last,
            answer=became,
            talked=on if became is Answer.TALKED else None,
            brought=brought,
            introduced=met,
            again=again,
            notes=last.notes if notes is None else notes,
        )
        others = [each for each in known.suggestions if each.key != last.key]
        return attrs.evolve(known, suggestions=[*others, answered])

    def _nothing_open(self, who: Contact, on: date) -> str:
        """Why no answer of somebody can be taken back, and what comes nearest to it."""
        later = [each for each in self.suggestions if self.person_of[each.contact] == who.key]
        named = {self.contact(each.contact).label: each for each in self.suggestions}
        alike = get_close_matches(who.label, named, n=1, cutoff=0.0)
        nearest = later[0] if later else named[alike[0]] if alike else None
        near = "there is no suggestion at all"
        if nearest is not None:
            label = shortened(self.contact(nearest.contact).label)
            near = f"the nearest suggestion is that of {label!r} of {nearest.on}"
        return (
            "answer must be other than 'open' for somebody who was not suggested by "
            f"{on}, got it for {shortened(who.label)!r}: {near}"
        )

    def _with_introduced(self, who: Contact | str) -> tuple[Self, Contact]:
        """Find who was met through somebody, or add her where nobody of a like name is known."""
        try:
            return self, self.person(who)
        except UnknownPersonError as error:
            added = new_contact(who)
            named = [near.partition(" (")[0].casefold() for near in error.nearest]
            if get_close_matches(added.name.casefold(), named, cutoff=SLIP):
                raise
            return attrs.evolve(self, contacts=[*self.contacts, added]), added

    def talked_since(self) -> dict[Key, date]:
        """Where was there contact since a suggestion of which it is not known what came of it?

        Returns
        -------
        dict of str to date
            For the key of each such suggestion the first day after it on which she wrote to the
            owner, or the two met or talked on the phone.

        Examples
        --------
        >>> from datetime import UTC, datetime
        >>> from netzwerkwandel import Interaction, Records
        >>> ben, me = Contact(key="card:1", name="Ben Okafor"), Contact(key="me:")
        >>> call = Interaction(
        ...     key="call",
        ...     when=datetime(2026, 11, 9, tzinfo=UTC),
        ...     channel="call",
        ...     participants=["card:1", "me:"],
        ... )
        >>> records = Records(contacts=[ben, me], me="me:", interactions=[call])
        >>> records.with_suggestions(["Ben Okafor"], on=date(2026, 11, 1)).talked_since()
        {'suggestion:2026-11-01:card:1': datetime.date(2026, 11, 9)}
        """
        return talked_since(self.suggestions, self.interactions, self.person_of, self.me)


def talked_since(
    suggestions: Iterable[Suggestion],
    happened: InteractionColumns,
    person_of: Mapping[Key, Key],
    me: Key | None,
) -> dict[Key, date]:
    """As ``Advised.talked_since``, in what happened as it was read somewhere."""
    known = (Answer.TALKED, Answer.DECLINED)
    waiting: defaultdict[Key, list[Suggestion]] = defaultdict(list)
    for each in suggestions:
        if each.answer not in known:
            waiting[person_of[each.contact]].append(each)
    if me is None or not waiting:
        return {}
    # They are in the order of time, so that what was before all suggestions need not be looked at.
    earliest = min(each.on for several in waiting.values() for each in several)
    first = int(
        np.searchsorted(happened.at, microseconds(datetime.combine(earliest, time.min, UTC)))
    )
    heard: dict[Key, date] = {}
    for who, rows in happened.rows_by_person(waiting, person_of).items():
        for row in sorted(row for row in rows if row >= first):
            event = happened[row]
            day, people = event.when.date(), {person_of[key] for key in event.participants}
            spoke = event.channel in (Channel.MEETING, Channel.CALL)
            spoke &= len(people) <= A_CONVERSATION
            wrote = event.sender is not None and person_of[event.sender] == who
            if person_of[me] in people and (spoke or wrote):
                late = (each.key for each in waiting[who] if each.on < day)
                heard |= {key: day for key in late if key not in heard}
    return heard


def _last_of(
    suggestions: Iterable[Suggestion], person: Key, person_of: Mapping[Key, Key]
) -> Suggestion | None:
    """The last suggestion of a person, by whatever of her keys."""
    hers = [each for each in suggestions if person_of.get(each.contact, each.contact) == person]
    return max(hers, key=lambda each: (each.on, each.key), default=None)
