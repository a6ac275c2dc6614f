"""What is told of people's work: as it may be shown, and spread over."""

from __future__ import annotations

from datetime import date

import numpy as np

from netzwerkwandel.model import Contact
from netzwerkwandel.model.keys import without_addresses
from netzwerkwandel.model.moments import SECONDS_A_YEAR
from netzwerkwandel.network import BoolArray, IntArray, Ties
from netzwerkwandel.network.fields import things


YEARS = 3.0
"""People whom one came to know within so many years are of one time."""

# What people write in the field of the employer of an export when they have none, as LinkedIn
# wants it filled in: to "move" there is no news.
_NO_EMPLOYER = frozenset(
    [
        *("confidential", "freelance", "freelancer", "freiberufler", "freiberuflich"),
        *("independent", "n/a", "none", "retired", "self employed", "self-employed"),
        *("selbständig", "selbstständig", "stealth", "stealth startup", "student", "various"),
    ]
)


# What a list of staff writes where it knows no more, or before what it knows.
_NO_POSITION = frozenset(
    [
        *("angestellte", "angestellter", "angestellte/r", "employee", "mitarbeiter"),
        *("mitarbeiterin", "mitarbeiter/in", "mitarbeiter:in", "n/a", "staff", "team member"),
    ]
)


def shown_text(text: str) -> str:
    """A text of an export as it may be shown; empty where it names nothing."""
    plain = without_addresses(text).strip()
    return plain if any(map(str.isalnum, plain)) else ""


def employer(contact: Contact) -> str:
    """The employer as it may be shown; empty where an export has none."""
    return employer_told(contact.organisation)


def employer_told(text: str) -> str:
    """An employer as it may be shown; empty where a text names none, as *freelance*."""
    organisation = shown_text(text)
    return "" if organisation.casefold() in _NO_EMPLOYER else organisation


def position(contact: Contact) -> str:
    """As what somebody works, as it may be shown; empty where that says nothing."""
    told = shown_text(contact.position)
    first, _, rest = told.partition(", ")
    return rest if first.casefold() in _NO_POSITION else told


def newer_work(contact: Contact, day: date) -> str:
    """What of somebody's work is new since it was told before: "employer", "position", or ""."""
    before = contact.earlier_work[-1] if contact.earlier_work else None
    if before is None or before.seen is None or contact.seen is None or contact.seen > day:
        return ""
    if employer(contact) and before.organisation and contact.organisation != before.organisation:
        return "employer"
    has_both = position(contact) and before.position
    return "position" if has_both and contact.position != before.position else ""


def kinds_of(ties: Ties, rows: IntArray) -> tuple[IntArray, IntArray, BoolArray]:
    """Employers, years and fields that a list should spread over where no relation is known.

    Of a LinkedIn archive alone nothing says who knows whom: then the employers, the times at which
    people came to be known and the fields of their work stand in for it.

    Parameters
    ----------
    ties : Ties
        All ties of one person.
    rows : IntArray, shape (n_candidates,)
        The rows of those who come into question.

    Returns
    -------
    tuple of two IntArray, shape (n_entries,), and BoolArray, shape (n_kinds,)
        Which candidate is of which kind, and which kinds are years; none where any relation of a
        contact is known.
    """
    contacts, none = ties.network.contacts, np.zeros(0, dtype=np.int64)
    if not contacts or ties.relations_known.any():
        return none, none, np.zeros(0, dtype=np.bool_)
    years = np.nan_to_num(ties.acquainted[rows] / SECONDS_A_YEAR, nan=-1.0) // YEARS
    numbers: dict[tuple[str, object], int] = {}
    entries = []
    each = zip(ties.target[rows].tolist(), years.tolist(), strict=True)
    for candidate, (target, year) in enumerate(each):
        contact = contacts[target]
        told: list[tuple[str, object]] = [("field", thing) for thing in things(contact.position)]
        told += [("employer", employer(contact).casefold()), ("years", year)]
        known = [kind for kind in told if kind[1] not in ("", -1.0)]
        entries += [(candidate, numbers.setdefault(kind, len(numbers))) for kind in known]
    of, kinds = np.array(entries, dtype=np.int64).reshape(-1, 2).T
    return of, kinds, np.array([name == "years" for name, _ in numbers], dtype=np.bool_)
