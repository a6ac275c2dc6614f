"""Records without names, in which everything that is measured is the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs
import numpy as np

from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.model.contact import Contact
from netzwerkwandel.model.interactions import InteractionColumns
from netzwerkwandel.model.keys import Key, is_role_address
from netzwerkwandel.records.records import Records


def pseudonymise(records: Records) -> Records:
    """How can I show my network to somebody without showing who is in it?

    Names, addresses, keys, employers, notes, titles of experiments and the places of files are
    replaced or left out. Every measure, score, choice and change is the same to the last digit,
    save two things that are read from names: what a reason says of an employer, and whether two
    contacts may be one person. Answer the ``possible_duplicates`` first: while such a question is
    open, a list names one of the two at most, and without names nobody can ask it.

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

    Raises
    ------
    InvalidArgumentError
        If these are no ``Records``.

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
    check_kind("records", records, Records)
    keys = numbered_names("person:", len(records.contacts))
    person = dict(zip((contact.key for contact in records.contacts), keys, strict=True))
    key_of = {key: person[contact] for key, contact in records.person_of.items()}
    # Statements about two keys of one person say nothing any more.
    stated = [(key_of[tie.a], key_of[tie.b], tie) for tie in records.ties]
    names = numbered_names("", len(records.experiments))
    advice = numbered_names("suggestion:", len(records.suggestions))
    return Records(
        contacts=_contacts(records.contacts, keys),
        ties=[attrs.evolve(tie, a=a, b=b) for a, b, tie in stated if a != b],
        interactions=renamed(records.interactions, key_of),
        experiments=[
            attrs.evolve(
                each,
                key=f"experiment:{name}",
                title=f"Experiment {name}",
                met=[key_of[who] for who in each.met],
            )
            for each, name in zip(records.experiments, names, strict=True)
        ],
        suggestions=[
            attrs.evolve(
                each,
                key=name,
                contact=key_of[each.contact],
                introduced=[key_of[who] for who in each.introduced],
                notes="",
            )
            for each, name in zip(records.suggestions, advice, strict=True)
        ],
        me=None if records.me is None else key_of[records.me],
        me_evidence=records.me_evidence,
        goal=records.goal,
        language=records.language,
        reports=[
            attrs.evolve(report, where=where, problems=(), nobodies=())
            for report, where in zip(
                records.reports, numbered_names("source ", len(records.reports)), strict=True
            )
        ],
    )


def numbered_names(noun: str, n: int) -> list[str]:
    """Name so many things by a noun and a number; the names are in order, as the numbers are."""
    width = len(str(n))
    return [f"{noun}{i:0{width}}" for i in range(1, n + 1)]


def renamed(happened: InteractionColumns, key_of: Mapping[Key, Key]) -> InteractionColumns:
    """Give people other keys, of which several may become one, and interactions numbers."""
    people = sorted({key_of[key] for key in happened.people})
    number = {key: i for i, key in enumerate(people)}
    # One more place at the end is for nobody, who is -1.
    place = np.array([*(number[key_of[key]] for key in happened.people), -1])
    # Whoever took part by two keys did so once. A participant is written as event * n + person:
    # of n = 10, the persons 6 4 6 in event 2 are 26 24 26. Sorted and each once, these are 24 26,
    # which is event 2 with the persons 4 and 6, in order.
    n = max(len(people), 1)
    event = np.repeat(np.arange(len(happened)), np.diff(happened.starts))
    codes = np.unique(event * n + place[happened.participants])
    return attrs.evolve(
        happened,
        keys=numbered_names("interaction:", len(happened)),
        sender=place[happened.sender],
        starts=np.searchsorted(codes, np.arange(len(happened) + 1) * n),
        participants=codes % n,
        people=people,
    )


def _contacts(contacts: Sequence[Contact], keys: Sequence[Key]) -> Iterator[Contact]:
    known = {contact.organisation for contact in contacts}
    known |= {work.organisation for contact in contacts for work in contact.earlier_work}
    employers = sorted(known - {""})
    hidden = dict(zip(employers, numbered_names("Employer ", len(employers)), strict=True))
    hidden[""] = ""
    for contact, key in zip(contacts, keys, strict=True):
        number = key.removeprefix("person:")
        # Offices are not recommended, so that an address of theirs stays one; the others are one.
        ways = [*contact.phones, *contact.profiles, *contact.emails]
        ways += [
            each.removeprefix("mailto:") for each in contact.keys if each.startswith("mailto:")
        ]
        kinds = {"info" if is_role_address(way) else "person" for way in ways}
        yield Contact(
            key=key,
            name=f"Person {number}",
            emails=[f"{kind}@{number}.invalid" for kind in sorted(kinds)],
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
