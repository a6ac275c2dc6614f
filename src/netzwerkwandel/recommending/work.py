"""What is told of people's work: as it may be shown, spread over, and who works where one does."""

from __future__ import annotations

from datetime import date

import numpy as np

from netzwerkwandel.identity.employers import employer_form
from netzwerkwandel.identity.spelling import fold
from netzwerkwandel.model import Contact, Relation
from netzwerkwandel.model.keys import own_domains, without_addresses
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
    organisation = shown_text(contact.organisation)
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


def is_workplace_known(ties: Ties) -> bool:
    """Whether anything says where the person works: her word, or an address at a firm's domain."""
    network = ties.network
    if not network.contacts or not len(ties):
        return False
    me = network.contacts[int(ties.source[0])]
    return bool(me.organisation or own_domains(me.keys))


def are_at_work(ties: Ties, *, by_domain: bool) -> BoolArray:
    """Who works where the person works, and could carry it there that she looks elsewhere.

    Those stated to be her colleague, boss or report now, and those of the same employer, whatever
    the legal form; and where care goes before certainty, those who write from the same domain,
    unless it is one where anybody has an address, and were in touch within a year, and those of
    ``have_address_at_work``.

    Parameters
    ----------
    ties : Ties
        All ties of one person.
    by_domain : bool
        Whether the domain is enough.
    """
    now = (Relation.COLLEAGUE, Relation.BOSS, Relation.REPORT)
    at_work: BoolArray = np.logical_or.reduce([ties.has_relation(relation) for relation in now])
    network = ties.network
    if not network.contacts or not len(ties):
        return at_work
    me = network.contacts[int(ties.source[0])]
    where, domains = employer_form(employer(me)), own_domains(me.keys)
    if where:
        at_work |= ties.of_contacts(lambda who: employer_form(employer(who)) == where) > 0
    if by_domain:
        shares = ties.of_contacts(lambda who: not domains.isdisjoint(own_domains(who.keys)))
        at_work |= have_address_at_work(ties, where, at_work) | (shares > 0) & (ties.silence < 1)
    return at_work


def have_address_at_work(ties: Ties, where: str, at_work: BoolArray) -> BoolArray:
    """Who has an address at the employer, however old, and is not known to work elsewhere.

    A domain is that of the employer if it spells its name, as ``sparkasse-erft.example`` does
    *Sparkasse Erft*, or if somebody known to work there has an address at it.

    Parameters
    ----------
    ties : Ties
        All ties of one person.
    where : str
        The employer, in the form in which employers compare equal; empty where it is not known.
    at_work : BoolArray, shape (n_rows,)
        Who is known to work there.
    """
    contacts = ties.network.contacts
    colleagues = [contacts[number].keys for number in ties.target[at_work].tolist()]
    theirs = frozenset[str]().union(*map(own_domains, colleagues))
    spelt, words = _joined(where), frozenset(where.split())

    def has_address(who: Contact) -> bool:
        domains = own_domains(who.keys)
        labels = {_joined(label) for domain in domains for label in domain.split(".")[:-1]}
        if theirs.isdisjoint(domains) and not (spelt and spelt in labels):
            return False
        # A branch or a shorter name of the same employer is not elsewhere.
        known = frozenset(employer_form(employer(who)).split())
        return not known or known <= words or words <= known

    has: BoolArray = ties.of_contacts(has_address) > 0
    return has


def _joined(name: str) -> str:
    """The name of an employer as one word, as domains have it."""
    return fold(employer_form(name).replace(" ", ""))
