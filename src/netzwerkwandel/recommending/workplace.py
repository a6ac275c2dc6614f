"""Where the person works, who works there, too, and whether anybody in her data does."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

import numpy as np

from netzwerkwandel.identity.employers import employer_form
from netzwerkwandel.identity.spelling import fold
from netzwerkwandel.model import Contact, Relation
from netzwerkwandel.model.keys import own_domains
from netzwerkwandel.network import BoolArray, Ties
from netzwerkwandel.recommending.work import employer, employer_told


NEARLY = 0.75
"""The share of letters in common from which an employer may be another, misspelt."""


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
    words = frozenset(where.split())

    def has_address(who: Contact) -> bool:
        if theirs.isdisjoint(own_domains(who.keys)) and not is_spelt_by_domain(where, who):
            return False
        # A branch or a shorter name of the same employer is not elsewhere.
        known = frozenset(employer_form(employer(who)).split())
        return not known or known <= words or words <= known

    has: BoolArray = ties.of_contacts(has_address) > 0
    return has


def is_spelt_by_domain(where: str, who: Contact) -> bool:
    """Whether somebody has an address whose domain spells an employer, in its equal form."""
    spelt, domains = _joined(where), own_domains(who.keys)
    return any(spelt == _joined(label) for d in domains for label in d.split(".")[:-1] if spelt)


def is_employer_of_any(name: str, contacts: Iterable[Contact]) -> bool:
    """Whether anybody works at an employer, or has an address at it; so of what is no employer.

    Examples
    --------
    >>> ben = Contact(key="card:1", organisation="Rohrbach Bau GmbH")
    >>> [is_employer_of_any(n, [ben]) for n in ("rohrbach bau", "Rohrbch Bau", "freelance")]
    [True, False, True]
    """
    where = employer_form(employer_told(name))
    return not where or any(
        employer_form(employer(who)) == where or is_spelt_by_domain(where, who) for who in contacts
    )


def nearest_employer(name: str, contacts: Iterable[Contact]) -> str:
    """The employer of somebody that is likeliest meant by a name; empty where none is like it.

    Examples
    --------
    >>> ben = Contact(key="card:1", organisation="Rohrbach Bau GmbH")
    >>> [nearest_employer(name, [ben]) for name in ("Rohrbch Bau", "Rohrbach", "Contoso")]
    ['Rohrbach Bau GmbH', 'Rohrbach Bau GmbH', '']
    """
    where, told = employer_form(name), {employer_form(t): t for t in map(employer, contacts) if t}
    words, forms = frozenset(where.split()), sorted(told)
    near = get_close_matches(where, forms, n=1, cutoff=NEARLY)
    # A branch or a shorter name of the same employer.
    near += [form for form in forms if words < {*form.split()} or words > {*form.split()}]
    return told[near[0]] if near else ""


def employer_unmatched(ties: Ties) -> tuple[str, ...]:
    """What is told of the person's employer, if it is nobody else's, and then the nearest one."""
    network = ties.network
    if not network.contacts or not len(ties):
        return ()
    me = network.contacts[int(ties.source[0])]
    others = [contact for contact in network.contacts if contact.key != me.key]
    if is_employer_of_any(me.organisation, others):
        return ()
    nearest = nearest_employer(me.organisation, others)
    return (employer(me), nearest) if nearest else (employer(me),)


def _joined(name: str) -> str:
    """The name of an employer as one word, as domains have it."""
    return fold(employer_form(name).replace(" ", ""))
