"""Which contacts may be one person? To be asked, not to be decided here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from itertools import product
from types import MappingProxyType

import attrs

from netzwerkwandel.identity.blocks import Blocks
from netzwerkwandel.identity.candidates import Candidate
from netzwerkwandel.identity.census import Census
from netzwerkwandel.identity.clusters import Clusters
from netzwerkwandel.identity.evidence import TOGETHER, WORTH_ASKING, Evidence, likelihood
from netzwerkwandel.identity.likeness import NameFit, name_fit
from netzwerkwandel.identity.person_name import PersonName
from netzwerkwandel.identity.reasons import LookalikeReason
from netzwerkwandel.model.contact import Contact
from netzwerkwandel.model.keys import Key
from netzwerkwandel.texts import Catalogue, Language, printable
from netzwerkwandel.texts.explained import Explained


__all__ = ["LookalikeReason", "PossibleDuplicate", "possible_duplicates"]

_NOTHING: frozenset[int] = frozenset()
_NO_DAYS: frozenset[date] = frozenset()
_NOBODY: Mapping[Key, AbstractSet[date]] = MappingProxyType({})
_MOST_DOMAINS = 3
_A_YEAR = 365
_SLIPS_FROM = 0.02
"""Where fewer contacts than this stand there twice, names a letter apart are other people's."""


@attrs.frozen(repr=False)
class PossibleDuplicate(Explained):
    """Contacts that may be one person: why, and how likely is it?

    Parameters
    ----------
    contacts : tuple of Contact
        Two or more, in the order of their keys.
    reasons : tuple of LookalikeReason
        What speaks for it.
    likelihood : float
        From 0 to 1, with what speaks against it, of the two that are likeliest; an estimate to sort
        by.
    last : tuple of date or None
        When each was last in touch with anybody.

    Examples
    --------
    >>> bob, robert = Contact(key="1", name="Bob Smith"), Contact(key="2", name="Smith, Robert")
    >>> (group,) = possible_duplicates([bob, robert])
    >>> print(group.explain())
    One person, or several? Likely one: nickname of the same name.
      1. Bob Smith
      2. Smith, Robert
    """

    contacts: tuple[Contact, ...]
    reasons: tuple[LookalikeReason, ...]
    likelihood: float
    last: tuple[date | None, ...] = ()

    def __repr__(self) -> str:
        names = ", ".join(repr(contact.label) for contact in self.contacts[:3])
        more = ", ..." if len(self.contacts) > 3 else ""
        return f"PossibleDuplicate({names}{more}, {self.likelihood:.2f}: {', '.join(self.reasons)})"

    @property
    def telling(self) -> float:
        """How much the answer would change: most where one was in touch long after another."""
        known = [day for day in self.last if day is not None]
        if len(known) < 2:
            return 0.4 if known else 0.2
        return 1.0 if (max(known) - min(known)).days > _A_YEAR else 0.7

    def in_short(self, language: Language | None = None) -> str:
        """Name the contacts and what tells them apart in a line, for a list of such questions.

        Parameters
        ----------
        language : str or Catalogue, optional
            As for ``explain``.

        Returns
        -------
        str
            The names, and what is known of each.

        Raises
        ------
        InvalidArgumentError
            If there are no texts in that language.

        Examples
        --------
        >>> mails = ("bob@kessel.example", "bob@post.example")
        >>> bobs = [Contact(key=mail, name="Bob Smith", emails=[mail]) for mail in mails]
        >>> possible_duplicates(bobs)[0].in_short()
        'Bob Smith: at kessel.example / at post.example'
        """
        texts = self.texts_in(language)
        names = dict.fromkeys(printable(contact.label) for contact in self.contacts)
        told = ["; ".join(self._known(n, texts)) for n in range(len(self.contacts))]
        return f"{texts.listing(list(names))}: {' / '.join(filter(None, told))}"

    def _told(self, texts: Catalogue) -> str:
        kind = "likely" if self.likelihood >= 0.5 else "perhaps"
        reasons = texts.listing([texts.say(f"same {reason}") for reason in self.reasons])
        lines = [texts.say(f"same question {kind}", reasons=reasons)]
        for n, contact in enumerate(self.contacts):
            told = "; ".join([printable(contact.label), *self._known(n, texts)])
            lines.append(f"  {n + 1}. {told}")
        return "\n".join(lines)

    def _known(self, n: int, texts: Catalogue) -> list[str]:
        """What tells a contact from another of the same name: work, domains, last contact."""
        contact = self.contacts[n]
        work = ", ".join(filter(None, (contact.position, contact.organisation)))
        parts = [printable(work)] if work else []
        domains = sorted({printable(mail.rpartition("@")[2]) for mail in contact.emails})
        if domains:
            parts.append(texts.say("same at", domains=texts.listing(domains[:_MOST_DOMAINS])))
        if contact.phones:
            parts.append(texts.say("same phones", len(contact.phones)))
        if any(key.startswith("linkedin:") for key in contact.keys):
            parts.append(texts.say("same linkedin"))
        last = self.last[n] if self.last else None
        if last is not None:
            parts.append(texts.say("same last", day=texts.day(last)))
        return parts


def possible_duplicates(
    contacts: Iterable[Contact],
    kept_apart: AbstractSet[tuple[Key, Key]] = frozenset(),
    took_part: Callable[[AbstractSet[Key]], Mapping[Key, AbstractSet[int]]] = lambda _: {},
    day_of: Callable[[int], date | None] = lambda _: None,
    connected: Mapping[Key, AbstractSet[date]] = _NOBODY,
) -> tuple[PossibleDuplicate, ...]:
    """Ask about the contacts that may be one person: groups, each contact in one of them at most.

    Compared are names (nicknames, initials, other scripts and slips of the pen included), names
    that mail addresses and profiles spell, employers, numbers without country code, and addresses
    shared by people of different names. A name counts the more the rarer it is, in these contacts
    and among people. Against it speak two profiles, other given names, other birthdays, and having
    taken part in one mail or meeting together.

    Parameters
    ----------
    contacts : iterable of Contact
        One for each person.
    kept_apart : set of pairs of str, optional
        Keys of contacts that are known to be two people, the smaller first.
    took_part : callable, optional
        Given the keys of some contacts, it says in what each of them took part, by any numbers.
        It is asked once, about those whose names or addresses are alike.
    day_of : callable, optional
        It says on which day that of a number was; the numbers are in the order of time.
    connected : mapping of str to set of date, optional
        On which days contacts were connected to the owner by an account.

    Returns
    -------
    tuple of PossibleDuplicate
        The likeliest and most telling first. Pairs kept apart are left out, and so are the
        addresses of roles, and contacts without any name.

    Examples
    --------
    >>> bob = Contact(key="card:1", name="Bob Smith")
    >>> robert = Contact(key="card:2", name="Smith, Robert")
    >>> possible_duplicates([bob, robert])
    (PossibleDuplicate('Bob Smith', 'Smith, Robert', 0.71: nickname of the same name),)
    """
    ordered = sorted(contacts, key=lambda contact: contact.key)
    candidates = [each for contact in ordered if (each := Candidate.of(contact))]
    asking = _Asking(candidates, kept_apart, took_part, day_of, connected)
    questions = sorted(asking.questions(), key=lambda each: each.contacts[0].key)
    return tuple(sorted(questions, key=lambda each: -each.likelihood * each.telling))


class _Asking:
    """What is asked of some contacts, of whom pairs are weighed and then put together to groups.

    Parameters
    ----------
    candidates : sequence of Candidate
        In the order of their keys.
    kept_apart, took_part, day_of, connected
        As for ``possible_duplicates``.
    """

    def __init__(
        self,
        candidates: Sequence[Candidate],
        kept_apart: AbstractSet[tuple[Key, Key]],
        took_part: Callable[[AbstractSet[Key]], Mapping[Key, AbstractSet[int]]],
        day_of: Callable[[int], date | None],
        connected: Mapping[Key, AbstractSet[date]],
    ) -> None:
        self._candidates, self._kept_apart, self._day_of = candidates, kept_apart, day_of
        self._alike = list(self._weighed(connected))
        people = {self._key(i) for pair in self._alike for i in pair[:2]}
        self._events = took_part(people)

    def questions(self) -> Iterator[PossibleDuplicate]:
        """The groups, in no order."""
        asked: list[tuple[float, int, int, tuple[LookalikeReason, ...]]] = []
        for i, j, reasons, log_odds in self._alike:
            its = self._events.get(self._key(j), _NOTHING)
            together = not its.isdisjoint(self._events.get(self._key(i), _NOTHING))
            chance = likelihood(log_odds + TOGETHER * together)
            if chance >= WORTH_ASKING:
                asked.append((chance, i, j, reasons))
        for group in self._groups(asked):
            members = sorted(group.members)
            contacts = tuple(self._candidates[i].contact for i in members)
            last = tuple(map(self._last, members))
            yield PossibleDuplicate(contacts, tuple(group.reasons), group.chance, last)

    def _key(self, i: int) -> Key:
        return self._candidates[i].contact.key

    def _last(self, i: int) -> date | None:
        rows = self._events.get(self._key(i))
        return self._day_of(max(rows)) if rows else None

    def _weighed(
        self, connected: Mapping[Key, AbstractSet[date]]
    ) -> Iterator[tuple[int, int, tuple[LookalikeReason, ...], float]]:
        """The pairs that are worth asking about by names and by where they are reached."""
        census = Census(each.name for each in self._candidates)
        is_slip_likely = census.twice >= _SLIPS_FROM
        blocks = Blocks(self._candidates, is_slip_likely=is_slip_likely, connected=connected)
        evidence = Evidence(self._candidates, census)
        keys = [each.contact.key for each in self._candidates]
        days = [connected.get(key, _NO_DAYS) for key in keys]
        for i, j in blocks.pairs():
            if (keys[i], keys[j]) in self._kept_apart:
                continue
            same_day = not days[i].isdisjoint(days[j])
            reasons, log_odds = evidence.weighed(i, j, same_day=same_day)
            # Whoever is unlikely already stays so, and it need not be asked in what they took part.
            if reasons and likelihood(log_odds) >= WORTH_ASKING:
                yield i, j, reasons, log_odds

    def _groups(
        self, asked: Sequence[tuple[float, int, int, tuple[LookalikeReason, ...]]]
    ) -> Iterator[_Group]:
        """Put pairs together to groups, the likeliest first, if no two of one are two people.

        Somebody who may be one of two different people stays with the likelier: the other is asked
        about when that is answered.
        """
        clusters = Clusters(len(self._candidates), {})
        groups: dict[int, _Group] = {}
        for chance, i, j, reasons in sorted(asked, key=lambda each: (-each[0], *each[1:3])):
            roots = clusters.find(i), clusters.find(j)
            if roots[0] == roots[1]:
                continue
            one, other = (groups.get(root) or self._alone(root) for root in roots)
            if one.size * other.size > 1 and one.are_two(other, self._kept_apart):
                groups.update(zip(roots, (one, other), strict=True))
                continue
            for root in roots:
                groups.pop(root, None)
            clusters.join(i, j)
            groups[clusters.find(i)] = one.joined(other, chance, reasons)
        return (group for group in groups.values() if group.size > 1)

    def _alone(self, i: int) -> _Group:
        """A group of one."""
        each = self._candidates[i]
        events = set(self._events.get(each.contact.key, _NOTHING))
        return _Group([i], {each.name}, events, set(each.slugs), {each.contact.key})


@attrs.define
class _Group:
    """Contacts that may be one person, and by what others may be seen to be another."""

    members: list[int]
    names: set[PersonName]
    events: set[int]
    slugs: set[Key]
    keys: set[Key]
    chance: float = 0.0
    reasons: dict[LookalikeReason, None] = attrs.field(factory=dict)

    @property
    def size(self) -> int:
        return len(self.members)

    def are_two(self, other: _Group, kept_apart: AbstractSet[tuple[Key, Key]]) -> bool:
        """Whether anybody of one group is surely not somebody of another."""
        for a, b in product(self.names, other.names):
            # What several people are called, or is in another script, tells too little.
            is_told = not (a.is_several or b.is_several) and a.is_foreign == b.is_foreign
            if is_told and name_fit(a, b) is NameFit.CONTRADICTS:
                return True
        if not self.events.isdisjoint(other.events):
            return True
        if self.slugs and other.slugs and self.slugs.isdisjoint(other.slugs):
            return True
        both = ((self.keys, other.keys), (other.keys, self.keys))
        return any(a in these and b in those for a, b in kept_apart for these, those in both)

    def joined(self, other: _Group, chance: float, reasons: Iterable[LookalikeReason]) -> _Group:
        """Both as one; the smaller goes into the larger, so that each is moved few times in all."""
        less, more = sorted((self, other), key=lambda group: group.size)
        more.reasons = {**self.reasons, **other.reasons, **dict.fromkeys(reasons)}
        more.chance = max(chance, self.chance, other.chance)
        more.members += less.members
        more.names |= less.names
        more.events |= less.events
        more.slugs |= less.slugs
        more.keys |= less.keys
        return more
