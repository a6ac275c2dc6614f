"""Which contacts may be one person? To be asked, not to be decided here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from types import MappingProxyType

import attrs

from netzwerkwandel.identity.candidates import Candidate, candidate, pairs
from netzwerkwandel.identity.census import Census
from netzwerkwandel.identity.clusters import Clusters
from netzwerkwandel.identity.evidence import (
    TOGETHER,
    WORTH_ASKING,
    LookalikeReason,
    likelihood,
    weigh,
)
from netzwerkwandel.identity.likeness import NameFit, name_fit
from netzwerkwandel.identity.names import PersonName
from netzwerkwandel.model.contact import Contact
from netzwerkwandel.model.keys import Key
from netzwerkwandel.texts import Catalogue, Language, catalogue, printable
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

    def in_short(self, language: Language = "en") -> str:
        """Name the contacts and what tells them apart in a line, for a list of such questions.

        Parameters
        ----------
        language : str or Catalogue
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
        texts = catalogue(language)
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
    candidates = [each for contact in ordered if (each := candidate(contact))]
    alike = _alike(candidates, kept_apart, connected)
    people = {candidates[i].contact.key for pair in alike for i in pair[:2]}
    events = took_part(people)
    asked: list[tuple[float, int, int, tuple[LookalikeReason, ...]]] = []
    for i, j, reasons, log_odds in alike:
        a, b = candidates[i].contact.key, candidates[j].contact.key
        together = not events.get(a, _NOTHING).isdisjoint(events.get(b, _NOTHING))
        chance = likelihood(log_odds + TOGETHER * together)
        if chance >= WORTH_ASKING:
            asked.append((chance, i, j, reasons))
    groups = _groups(candidates, asked, kept_apart, events)

    def last(i: int) -> date | None:
        rows = events.get(candidates[i].contact.key)
        return day_of(max(rows)) if rows else None

    questions = [
        PossibleDuplicate(
            tuple(candidates[i].contact for i in members),
            reasons,
            chance,
            tuple(map(last, members)),
        )
        for members, reasons, chance in groups
    ]
    return tuple(
        sorted(questions, key=lambda each: (-each.likelihood * each.telling, each.contacts[0].key))
    )


def _alike(
    candidates: Sequence[Candidate],
    kept_apart: AbstractSet[tuple[Key, Key]],
    connected: Mapping[Key, AbstractSet[date]],
) -> list[tuple[int, int, tuple[LookalikeReason, ...], float]]:
    """The pairs that are worth asking about by what they are called and where they are reached."""
    census = Census(each.name for each in candidates)
    found = []
    for i, j in pairs(candidates, is_slip_likely=census.twice >= _SLIPS_FROM):
        a, b = candidates[i], candidates[j]
        if (a.contact.key, b.contact.key) in kept_apart:
            continue
        days = (connected.get(each.contact.key, _NO_DAYS) for each in (a, b))
        reasons, log_odds = weigh(a, b, census, same_day=not next(days).isdisjoint(next(days)))
        # Whoever is unlikely already stays so, and it need not be asked in what they took part.
        if reasons and likelihood(log_odds) >= WORTH_ASKING:
            found.append((i, j, reasons, log_odds))
    return found


def _groups(
    candidates: Sequence[Candidate],
    asked: Sequence[tuple[float, int, int, tuple[LookalikeReason, ...]]],
    kept_apart: AbstractSet[tuple[Key, Key]],
    events: Mapping[Key, AbstractSet[int]],
) -> list[tuple[list[int], tuple[LookalikeReason, ...], float]]:
    """Put pairs together to groups, the likeliest first, as long as no two of one are two people.

    Somebody who may be one of two different people stays with the likelier: the other is asked
    about when that is answered.
    """
    clusters = Clusters(len(candidates), {})
    best: dict[int, tuple[float, dict[LookalikeReason, None]]] = {}
    for chance, i, j, reasons in sorted(asked, key=lambda each: (-each[0], *each[1:3])):
        one, other = (clusters.members(k) for k in (i, j))
        roots = clusters.find(i), clusters.find(j)
        if roots[0] == roots[1]:
            continue
        if len(one) * len(other) > 1 and _are_two(candidates, one, other, kept_apart, events):
            continue
        told = [best.pop(root, (0.0, {})) for root in roots]
        clusters.join(i, j)
        merged = {**told[0][1], **told[1][1], **dict.fromkeys(reasons)}
        best[clusters.find(i)] = (max(chance, told[0][0], told[1][0]), merged)
    return [
        (sorted(clusters.members(root)), tuple(reasons), chance)
        for root, (chance, reasons) in best.items()
    ]


def _are_two(
    candidates: Sequence[Candidate],
    these: Iterable[int],
    those: Iterable[int],
    kept_apart: AbstractSet[tuple[Key, Key]],
    events: Mapping[Key, AbstractSet[int]],
) -> bool:
    """Whether anybody of one group is surely not somebody of another.

    Names are compared once for each way to write them, so that a group of many of one name costs
    no more than its size.
    """
    these, those = list(these), list(those)
    first, second = ({candidates[i].name for i in members} for members in (these, those))
    if any(_contradict(a, b) for a in first for b in second):
        return True
    taken = [
        frozenset().union(*(events.get(candidates[i].contact.key, _NOTHING) for i in members))
        for members in (these, those)
    ]
    if not taken[0].isdisjoint(taken[1]):
        return True
    slugs = [{slug for i in members for slug in candidates[i].slugs} for members in (these, those)]
    if slugs[0] and slugs[1] and slugs[0].isdisjoint(slugs[1]):
        return True
    if not kept_apart:
        return False
    keys = [{candidates[i].contact.key for i in members} for members in (these, those)]
    return any(
        (a in keys[0] and b in keys[1]) or (b in keys[0] and a in keys[1]) for a, b in kept_apart
    )


def _contradict(a: PersonName, b: PersonName) -> bool:
    """Whether two names are two people's, as far as letters of another script can tell."""
    is_told = not (a.is_several or b.is_several) and a.is_foreign == b.is_foreign
    return is_told and name_fit(a, b) is NameFit.CONTRADICTS
