"""Records without names, in which everything that is measured is the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.model.contact import Contact
from netzwerkwandel.model.experiment import Experiment
from netzwerkwandel.model.keys import Key, is_role_address
from netzwerkwandel.model.renaming import under_other_keys
from netzwerkwandel.model.suggestion import CHOSEN, Suggestion
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
    hidden = Pseudonyms.of(records)
    # Statements about two keys of one person say nothing any more.
    stated = [(hidden.key_of[tie.a], hidden.key_of[tie.b], tie) for tie in records.ties]
    places = numbered_names("source ", len(records.reports))
    return Records(
        contacts=map(hidden.contact, records.contacts),
        ties=[attrs.evolve(tie, a=a, b=b) for a, b, tie in stated if a != b],
        interactions=attrs.evolve(
            under_other_keys(records.interactions, hidden.key_of),
            keys=numbered_names("interaction:", len(records.interactions)),
        ),
        experiments=hidden.experiments(records.experiments),
        suggestions=hidden.suggestions(records.suggestions),
        me=None if records.me is None else hidden.key_of[records.me],
        me_evidence=records.me_evidence,
        goal=records.goal,
        language=records.language,
        reports=[
            attrs.evolve(report, where=where, problems=(), nobodies=())
            for report, where in zip(records.reports, places, strict=True)
        ],
    )


@attrs.frozen
class Pseudonyms:
    """What people and employers are called in place of their names.

    Parameters
    ----------
    key_of : mapping of str to str
        For every key of a person, the one by which she is known.
    employers : mapping of str to str
        The same for the names of employers.
    """

    key_of: Mapping[Key, Key]
    employers: Mapping[str, str]

    @classmethod
    def of(cls, records: Records) -> Pseudonyms:
        """Number the people and the employers of some records."""
        keys = numbered_names("person:", len(records.contacts))
        person = dict(zip((contact.key for contact in records.contacts), keys, strict=True))
        known = {contact.organisation for contact in records.contacts}
        known |= {work.organisation for each in records.contacts for work in each.earlier_work}
        employers = sorted(known - {""})
        names = numbered_names("Employer ", len(employers))
        return cls(
            key_of={key: person[contact] for key, contact in records.person_of.items()},
            employers={"": "", **dict(zip(employers, names, strict=True))},
        )

    def contact(self, contact: Contact) -> Contact:
        """A person without what names her."""
        key = self.key_of[contact.key]
        number = key.removeprefix("person:")
        # Offices are not recommended, so that an address of theirs stays one; the others are one.
        ways = [*contact.phones, *contact.profiles, *contact.emails]
        ways += [k.removeprefix("mailto:") for k in contact.keys if k.startswith("mailto:")]
        kinds = {"info" if is_role_address(way) else "person" for way in ways}
        return Contact(
            key=key,
            name=f"Person {number}",
            emails=[f"{kind}@{number}.test" for kind in sorted(kinds)],
            organisation=self.employers[contact.organisation],
            position=contact.position,
            fields=contact.fields,
            communities=contact.communities,
            changed_career=contact.changed_career,
            seen=contact.seen,
            earlier_work=[
                attrs.evolve(work, organisation=self.employers[work.organisation])
                for work in contact.earlier_work
            ],
        )

    def experiments(self, experiments: Sequence[Experiment]) -> list[Experiment]:
        """Experiments by numbers, with those who were met."""
        return [
            attrs.evolve(
                each,
                key=f"experiment:{number}",
                title=f"Experiment {number}",
                met=[self.key_of[who] for who in each.met],
            )
            for each, number in zip(experiments, numbered_names("", len(experiments)), strict=True)
        ]

    def suggestions(self, suggestions: Sequence[Suggestion]) -> list[Suggestion]:
        """Suggestions by numbers, without notes."""
        numbers = numbered_names("suggestion:", len(suggestions))
        return [
            attrs.evolve(
                each,
                key=f"{CHOSEN if each.is_chosen else ''}{number}",
                contact=self.key_of[each.contact],
                introduced=[self.key_of[who] for who in each.introduced],
                notes="",
            )
            for each, number in zip(suggestions, numbers, strict=True)
        ]


def numbered_names(noun: str, n: int) -> list[str]:
    """Name so many things by a noun and a number; the names are in order, as the numbers are."""
    width = len(str(n))
    return [f"{noun}{i:0{width}}" for i in range(1, n + 1)]
