"""Records without names, in which everything that is measured is the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from netzwerkwandel.model.addresses import is_role_address
from netzwerkwandel.model.contact import Contact
from netzwerkwandel.model.experiment import Experiment
from netzwerkwandel.model.interaction import Interaction
from netzwerkwandel.model.keys import Key
from netzwerkwandel.model.report import SourceReport
from netzwerkwandel.model.tie import Tie
from netzwerkwandel.records.records import Records


def pseudonymise(records: Records) -> Records:
    """How can I show my network to somebody without showing who is in it?

    Names, addresses, keys, employers, notes, titles of experiments and the places of files are
    replaced or left out. Every measure, score, choice and change is the same to the last digit; of
    a reason in words, what it says of an employer may differ.

    Parameters
    ----------
    records : Records
        One person's data.

    Returns
    -------
    Records
        The contact at each place is the one that ``records`` have there, so that whoever has both
        can tell who is who. All of a person's keys have become one; decisions, and what exports
        said of each key, are left out.

    Notes
    -----
    This hides names; it does not make anybody anonymous. What a measure reads stays as it is:

    - moments, channels, durations and who was in touch with whom: the shape of a network and its
      moments are like a fingerprint for everybody who knows a part of them;
    - positions, fields and communities, by whose words a ``Goal`` finds who works in a field: a
      rare position, or one that names an employer, names its bearer;
    - relations, functions, closeness and trust as stated, and who changed career;
    - the days on which work was told, and that two people have one employer, spelled alike;
    - that a contact can only be reached at the address of an office;
    - the order of the keys, in which what is equal is decided: numbers follow that of the
      originals.

    Examples
    --------
    >>> ben = Contact(key="mailto:ben@example.org", name="Ben Okafor", position="UX Researcher")
    >>> hidden = pseudonymise(Records(contacts=[ben])).contacts[0]
    >>> hidden.key, hidden.name, hidden.position
    ('person:1', 'Person 1', 'UX Researcher')
    """
    keys = _numbered("person:", len(records.contacts))
    person = dict(zip((contact.key for contact in records.contacts), keys, strict=True))
    key_of = {key: person[contact] for key, contact in records.person_of.items()}
    return Records(
        contacts=_contacts(records.contacts, keys),
        ties=_ties(records.ties, key_of),
        interactions=_interactions(records, key_of),
        experiments=_experiments(records, key_of),
        me=None if records.me is None else key_of[records.me],
        me_evidence=records.me_evidence,
        reports=_reports(records),
    )


def _numbered(noun: str, n: int) -> list[str]:
    """Texts that are in order, as the numbers in them are."""
    width = len(str(n))
    return [f"{noun}{i:0{width}}" for i in range(1, n + 1)]


def _contacts(contacts: Iterable[Contact], keys: Iterable[Key]) -> Iterator[Contact]:
    contacts = tuple(contacts)
    employers = {work for contact in contacts for work in _employers(contact)} - {""}
    hidden = dict(zip(sorted(employers), _numbered("Employer ", len(employers)), strict=True))
    hidden[""] = ""
    for contact, key in zip(contacts, keys, strict=True):
        number = key.removeprefix("person:")
        yield Contact(
            key=key,
            name=f"Person {number}",
            emails=_addresses(contact, number),
            organisation=hidden[contact.organisation],
            position=contact.position,
            fields=contact.fields,
            communities=contact.communities,
            changed_career=contact.changed_career,
            seen=contact.seen,
            earlier_work=[
                attrs.evolve(work, organisation=hidden[work.organisation])
                for work in contact.earlier_work
            ],
        )


def _employers(contact: Contact) -> Iterator[str]:
    yield contact.organisation
    for work in contact.earlier_work:
        yield work.organisation


def _addresses(contact: Contact, number: str) -> list[str]:
    """An address for those of an office, and one for all others: offices are not recommended."""
    ways = [*contact.phones, *contact.profiles, *contact.emails]
    ways += [key.removeprefix("mailto:") for key in contact.keys if key.startswith("mailto:")]
    names = {"info" if is_role_address(way) else "person" for way in ways}
    return [f"{name}@{number}.invalid" for name in sorted(names)]


def _ties(ties: Iterable[Tie], key_of: Mapping[Key, Key]) -> Iterator[Tie]:
    """Statements about two people; those about two keys of one person say nothing."""
    for tie in ties:
        a, b = key_of[tie.a], key_of[tie.b]
        if a != b:
            yield attrs.evolve(tie, a=a, b=b)


def _interactions(records: Records, key_of: Mapping[Key, Key]) -> Iterator[Interaction]:
    keys = _numbered("interaction:", len(records.interactions))
    for event, key in zip(records.interactions, keys, strict=True):
        yield attrs.evolve(
            event,
            key=key,
            participants=[key_of[who] for who in event.participants],
            sender=None if event.sender is None else key_of[event.sender],
        )


def _experiments(records: Records, key_of: Mapping[Key, Key]) -> Iterator[Experiment]:
    keys = _numbered("experiment:", len(records.experiments))
    for each, key in zip(records.experiments, keys, strict=True):
        title = f"Experiment {key.removeprefix('experiment:')}"
        yield attrs.evolve(each, key=key, title=title, met=[key_of[who] for who in each.met])


def _reports(records: Records) -> Iterator[SourceReport]:
    names = _numbered("source ", len(records.reports))
    for report, name in zip(records.reports, names, strict=True):
        yield attrs.evolve(report, where=name, problems=())
