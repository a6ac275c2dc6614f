"""Which contacts may be one person? To be asked, not to be decided here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet

import attrs

from netzwerkwandel.identity.candidates import candidate, pairs
from netzwerkwandel.identity.evidence import TOGETHER, LookalikeReason, likelihood, weigh
from netzwerkwandel.model.contact import Contact
from netzwerkwandel.model.keys import Key


__all__ = ["LookalikeReason", "PossibleDuplicate", "possible_duplicates"]

_WORTH_ASKING = 0.3
_NOTHING: frozenset[int] = frozenset()


@attrs.frozen(repr=False)
class PossibleDuplicate:
    """Two contacts that may be one person: why, and how likely is it?

    Parameters
    ----------
    a, b : Contact
        The two, in the order of their keys.
    reasons : tuple of LookalikeReason
        What speaks for it.
    likelihood : float
        From 0 to 1, with what speaks against it; an estimate to sort by.
    """

    a: Contact
    b: Contact
    reasons: tuple[LookalikeReason, ...]
    likelihood: float

    def __repr__(self) -> str:
        reasons = ", ".join(self.reasons)
        return (
            f"PossibleDuplicate({self.a.label!r}, {self.b.label!r}, "
            f"{self.likelihood:.2f}: {reasons})"
        )


def possible_duplicates(
    contacts: Iterable[Contact],
    kept_apart: AbstractSet[tuple[Key, Key]] = frozenset(),
    took_part: Callable[[AbstractSet[Key]], Mapping[Key, AbstractSet[int]]] = lambda _: {},
) -> tuple[PossibleDuplicate, ...]:
    """Ask about the contacts that may be one person, each pair with the reasons.

    Compared are names (nicknames, initials and single slips of the pen included), names that mail
    addresses spell, employers, numbers without country code, and addresses shared by people of
    different names. Against it speak two profiles, other given names, and having taken part in one
    mail or meeting together.

    Parameters
    ----------
    contacts : iterable of Contact
        One for each person.
    kept_apart : set of pairs of str, optional
        Keys of contacts that are known to be two people, the smaller first.
    took_part : callable, optional
        Given the keys of some contacts, it says in what each of them took part, by any numbers.
        It is asked once, about those whose names or addresses are alike.

    Returns
    -------
    tuple of PossibleDuplicate
        Most likely first. Pairs kept apart are left out, and so are the addresses of roles, and
        contacts without any name.

    Examples
    --------
    >>> bob = Contact(key="card:1", name="Bob Smith")
    >>> robert = Contact(key="card:2", name="Smith, Robert")
    >>> possible_duplicates([bob, robert])
    (PossibleDuplicate('Bob Smith', 'Smith, Robert', 0.73: nickname of the same name),)
    """
    candidates = [each for contact in contacts if (each := candidate(contact))]
    alike = [
        (candidates[i].contact, candidates[j].contact, *weigh(candidates[i], candidates[j]))
        for i, j in pairs(candidates)
        if (candidates[i].contact.key, candidates[j].contact.key) not in kept_apart
    ]
    # Whoever is unlikely already stays so, and it need not be asked in what they took part.
    alike = [pair for pair in alike if pair[2] and likelihood(pair[3]) >= _WORTH_ASKING]
    events = took_part({contact.key for a, b, *_ in alike for contact in (a, b)})
    asked = []
    for a, b, reasons, log_odds in alike:
        together = not events.get(a.key, _NOTHING).isdisjoint(events.get(b.key, _NOTHING))
        chance = likelihood(log_odds + TOGETHER * together)
        if chance >= _WORTH_ASKING:
            asked.append(PossibleDuplicate(a, b, reasons, chance))
    return tuple(sorted(asked, key=lambda pair: (-pair.likelihood, pair.a.key, pair.b.key)))
