from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

from netzwerkwandel.errors import InvalidArgumentError, InvalidRecordError, NotFoundError
from netzwerkwandel.model.column_rules import check_unique
from netzwerkwandel.model.contact import Contact
from netzwerkwandel.model.experiment import Experiment
from netzwerkwandel.model.interaction import Interaction
from netzwerkwandel.model.interactions import InteractionColumns
from netzwerkwandel.model.keys import Key
from netzwerkwandel.model.report import SourceReport
from netzwerkwandel.model.tie import Tie
from netzwerkwandel.model.validation import check_optional_key, member
from netzwerkwandel.model.vocabularies import MeEvidence
from netzwerkwandel.records.orders import (
    NO_INTERACTIONS,
    Pairs,
    contacts_in_order,
    experiments_in_order,
    found_in_order,
    interactions_in_columns,
    pair_in_order,
    pairs_in_order,
    reports_in_order,
    ties_in_order,
)
from netzwerkwandel.records.rejoining import as_found, rejoined


if TYPE_CHECKING:
    from netzwerkwandel.identity.lookalikes import PossibleDuplicate


def _me_evidence(value: MeEvidence | str) -> MeEvidence:
    return member(MeEvidence, value)


@attrs.frozen(kw_only=True, repr=False)
class Records:
    """All of one person's data: who is there, what happened, and where is it known from?

    What happened stays as it was found; who is who is an interpretation that can be changed. Ties,
    interactions and experiments may name a person by any of her keys, and ``person_of`` says whom
    a key means.

    Parameters
    ----------
    contacts : sequence of Contact
        One for each person; kept in the order of their keys.
    ties, interactions, experiments : sequences
        What is stated, what happened, what was tried. Several statements about the same two
        people, seen from the same side, become one tie (``Tie.and_also``). What happened is kept
        as ``InteractionColumns``, whatever sequence of interactions it is given as.
    me : str or None
        A key of the person whose data this is.
    me_evidence : MeEvidence
        How she was recognised.
    found : sequence of Contact
        The contacts as the sources gave them, several for one person; by default ``contacts``.
    merged, kept_apart : pairs of keys
        What was decided about who is one person and who is not.
    reports : sequence of SourceReport
        What was read, what was left out, and why.

    Raises
    ------
    InvalidRecordError
        If two records have one key, a key is named that no contact has, or a pair is both merged
        and kept apart.

    Examples
    --------
    >>> mara = Contact(key="mailto:mara@example.org", name="Mara Vogt")
    >>> Records(contacts=[mara], me=mara.key)
    Records(1 contact, 0 ties, 0 interactions, 0 experiments)
    """

    contacts: tuple[Contact, ...] = attrs.field(default=(), converter=contacts_in_order)
    ties: tuple[Tie, ...] = attrs.field(default=(), converter=ties_in_order)
    interactions: InteractionColumns = attrs.field(
        default=NO_INTERACTIONS, converter=interactions_in_columns
    )
    experiments: tuple[Experiment, ...] = attrs.field(default=(), converter=experiments_in_order)
    me: Key | None = attrs.field(default=None, validator=check_optional_key)
    me_evidence: MeEvidence = attrs.field(default=MeEvidence.GIVEN, converter=_me_evidence)
    found: tuple[Contact, ...] = attrs.field(default=(), converter=found_in_order)
    merged: Pairs = attrs.field(default=frozenset(), converter=pairs_in_order)
    kept_apart: Pairs = attrs.field(default=frozenset(), converter=pairs_in_order)
    reports: tuple[SourceReport, ...] = attrs.field(default=(), converter=reports_in_order)

    def __attrs_post_init__(self) -> None:
        check_unique("contact", [contact.key for contact in self.contacts])
        check_unique("experiment", [experiment.key for experiment in self.experiments])
        self._check_decided_once()
        self._check_known("ties", {key for tie in self.ties for key in (tie.a, tie.b)})
        self._check_known("interactions", set(self.interactions.people))
        self._check_known("experiments", set().union(*(e.met for e in self.experiments)))
        self._check_known("me", set() if self.me is None else {self.me})

    def _check_known(self, place: str, keys: set[Key]) -> None:
        unknown = keys - self.person_of.keys()
        if unknown:
            raise InvalidRecordError(
                f"{place} may only name contacts that are there, got {min(unknown)!r} in Records"
                f" ({len(unknown)} unknown)"
            )

    def _check_decided_once(self) -> None:
        if both := self.merged & self.kept_apart:
            raise InvalidRecordError(
                f"a pair is either merged or kept apart, got {min(both)} in both in Records"
            )

    def __repr__(self) -> str:
        parts = (
            _count(len(self.contacts), "contact"),
            _count(len(self.ties), "tie"),
            _count(len(self.interactions), "interaction"),
            _count(len(self.experiments), "experiment"),
        )
        return f"Records({', '.join(parts)})"

    @cached_property
    def person_of(self) -> Mapping[Key, Key]:
        """For every key that a person is known by, the key of her contact.

        A key that several people share, such as a family's address, means the one whose own key
        it is, and otherwise nobody.
        """
        shared = Counter(key for contact in self.contacts for key in contact.keys)
        people = {key: c.key for c in self.contacts for key in c.keys if shared[key] == 1}
        people.update((alias, c.key) for c in self.contacts for alias in c.aliases)
        people.update((c.key, c.key) for c in self.contacts)
        return MappingProxyType(people)

    def contact(self, key: Key) -> Contact:
        """Return the contact that is known by a key.

        Raises
        ------
        NotFoundError
            If nobody is.
        """
        person = self.person_of.get(key)
        if person is None:
            raise NotFoundError("contact", key)
        return self._by_key[person]

    @cached_property
    def _by_key(self) -> Mapping[Key, Contact]:
        return MappingProxyType({contact.key: contact for contact in self.contacts})

    @classmethod
    def from_found(
        cls,
        found: Iterable[Contact],
        *,
        ties: Iterable[Tie] = (),
        interactions: Iterable[Interaction] = (),
        experiments: Iterable[Experiment] = (),
        me: Key | None = None,
        me_evidence: MeEvidence = MeEvidence.GIVEN,
        merged: Iterable[Iterable[Key]] = (),
        kept_apart: Iterable[Iterable[Key]] = (),
        reports: Iterable[SourceReport] = (),
    ) -> Records:
        """Make records of contacts as sources gave them: which of these are one person?

        Two contacts become one if they share a key: a mail address, a phone number or a profile.
        The key of a role (``info@``), or one that people of different names share, joins nobody;
        nor does anything join those who were kept apart. Names alone join nobody.

        Parameters
        ----------
        found : sequence of Contact
            Any number for one person.
        ties, interactions, experiments, me, me_evidence, merged, kept_apart, reports
            As for ``Records``.

        Returns
        -------
        Records
            With one contact for each person; ``found`` is kept, so every join can be undone.
        """
        from netzwerkwandel.identity.people import people

        found = found_in_order(found)
        joined, apart = pairs_in_order(merged), pairs_in_order(kept_apart)
        contacts = people(found, joined, apart)
        records = cls(
            contacts=contacts,
            found=found,
            ties=ties,
            interactions=interactions,
            experiments=experiments,
            me=me,
            me_evidence=me_evidence,
            merged=joined,
            kept_apart=apart,
            reports=reports,
        )
        return attrs.evolve(records, me=me and records.person_of[me])

    def _decide(self, merged: Pairs, kept_apart: Pairs) -> Records:
        records = attrs.evolve(
            self,
            contacts=rejoined([self], merged, kept_apart),
            found=as_found(self),
            merged=merged,
            kept_apart=kept_apart,
        )
        return attrs.evolve(records, me=self.me and records.person_of[self.me])

    def merge(self, a: Key, b: Key) -> Records:
        """Say that two contacts are one person; the records they came from are kept.

        Raises
        ------
        NotFoundError
            If nobody is known by a key.
        InvalidArgumentError
            If this would join two who were kept apart.
        """
        both = {self.contact(a).key, self.contact(b).key}
        if len(both) == 1:
            return self
        found = {contact.key for contact in (*self.contacts, *self.found)}
        keys = [key for key in found if self.person_of.get(key) in both]
        decided = {pair_in_order(min(both), key) for key in keys if key != min(both)}
        records = self._decide(self.merged | (decided - self.kept_apart), self.kept_apart)
        if len({records.person_of[key] for key in keys}) > 1:
            raise InvalidArgumentError(
                f"two contacts that were kept apart cannot be merged, got {a!r} and {b!r}; to "
                "decide anew, take their pair out with attrs.evolve(records, kept_apart=...)"
            )
        return records

    def keep_apart(self, a: Key, b: Key) -> Records:
        """Say that two contacts are two people: they are never joined and never asked about again.

        Keys of one contact may be kept apart too, if they were found in two records of an export.

        Raises
        ------
        NotFoundError
            If nobody is known by a key.
        InvalidArgumentError
            If both keys are the same, or stand in one record, which cannot be parted.
        """
        self.contact(a), self.contact(b)
        if a == b:
            raise InvalidArgumentError(
                f"a contact cannot be kept apart from itself, got {a!r} twice"
            )
        pair = pair_in_order(a, b)
        records = self._decide(self.merged - {pair}, self.kept_apart | {pair})
        if records.person_of.get(a, a) == records.person_of.get(b, b):
            raise InvalidArgumentError(
                f"keys that stand in one record cannot be kept apart, got {a!r} and {b!r}"
            )
        return records

    def possible_duplicates(self) -> tuple[PossibleDuplicate, ...]:
        """Ask about the contacts that may be one person, each pair with the reasons.

        Most likely pairs first. Decide with ``merge`` or ``keep_apart``.
        """
        from netzwerkwandel.identity.lookalikes import possible_duplicates

        return possible_duplicates(self)

    def summary(self, language: str = "en") -> str:
        """Tell in words what was read, what was left out and why, and what it cannot show.

        Parameters
        ----------
        language : str
            ``"en"`` or ``"de"``.

        Raises
        ------
        InvalidArgumentError
            If there are no texts in that language.
        """
        from netzwerkwandel.records.summary import summary

        return summary(self, language)


def _count(n: int, noun: str) -> str:
    return f"{n:,} {noun}{'' if n == 1 else 's'}"
