from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Self

import attrs

from netzwerkwandel.errors import InvalidRecordError, SeveralOwnersError, shown
from netzwerkwandel.identity.lookalikes import PossibleDuplicate, possible_duplicates
from netzwerkwandel.identity.people import people
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.model.column_rules import check_unique
from netzwerkwandel.model.contact import Contact
from netzwerkwandel.model.experiment import Experiment
from netzwerkwandel.model.goal import Goal, check_optional_goal
from netzwerkwandel.model.interaction import Interaction
from netzwerkwandel.model.keys import ME, Key
from netzwerkwandel.model.moments import local_day
from netzwerkwandel.model.report import SourceReport
from netzwerkwandel.model.suggestion import Suggestion
from netzwerkwandel.model.tie import Tie
from netzwerkwandel.model.validation import me_evidence
from netzwerkwandel.model.vocabularies import MeEvidence, Relation
from netzwerkwandel.records.advice import Advised
from netzwerkwandel.records.contents import (
    Pairs,
    found_in_order,
    kept_apart_in_order,
    merged_in_order,
    named_in,
    pair_in_order,
    reports_in_order,
    reports_of_both,
    suggestions_of_both,
)
from netzwerkwandel.records.directory import person_by_key, with_named
from netzwerkwandel.records.owners import are_two_owners
from netzwerkwandel.records.shared_addresses import with_moved_keys
from netzwerkwandel.records.statements import last_archive, updated_ties
from netzwerkwandel.records.summary import SummaryWording
from netzwerkwandel.records.who_is_who import people_of_both
from netzwerkwandel.texts import Language, Several, Shown, catalogue


@attrs.frozen(kw_only=True, repr=False)
class Records(Shown, Advised):
    """All of one person's data: who is there, what happened, and where is it known from?

    What happened stays as it was found; who is who is an interpretation that can be changed. Ties,
    interactions and experiments may name a person by any of her keys, and ``person_of`` says whom
    a key means.

    Parameters
    ----------
    contacts : sequence of Contact
        One for each person; kept in the order of their keys.
    language : str or None
        ``"en"`` or ``"de"``: in which language she is told things where none is asked for.
    me : str or None
        A key of the person whose data this is.
    found : sequence of Contact
        The contacts as the sources gave them, several for one person; by default ``contacts``.
    merged, kept_apart : pairs of keys
        What was decided about who is one person and who is not.
    ties, experiments, interactions : sequences
        What is stated, what was tried, what happened. Several statements about the same two
        people, seen from the same side, become one tie (``Tie.and_also``). What happened is kept
        as ``InteractionColumns``, whatever sequence of interactions it is given as.
    suggestions : sequence of Suggestion
        Who was suggested, and what became of it.
    me_evidence : MeEvidence
        How she was recognised.
    reports : sequence of SourceReport
        What was read, what was left out, and why.
    goal : Goal or None
        Where her change is heading; what is asked of a network without a goal takes this one.

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

    me_evidence: MeEvidence = attrs.field(default=MeEvidence.GIVEN, converter=me_evidence)
    reports: tuple[SourceReport, ...] = attrs.field(default=(), converter=reports_in_order)
    goal: Goal | None = attrs.field(default=None, validator=check_optional_goal)

    def __attrs_post_init__(self) -> None:
        check_unique("contact", [contact.key for contact in self.contacts])
        check_unique("experiment", [experiment.key for experiment in self.experiments])
        check_unique("suggestion", [suggestion.key for suggestion in self.suggestions])
        if both := self.merged & self.kept_apart:
            raise InvalidRecordError(
                f"a pair is either merged or kept apart, got {shown(min(both))} in both in Records"
            )
        for place, keys in self._named_where().items():
            if unknown := keys - self.person_of.keys():
                raise InvalidRecordError(
                    f"{place} may only name contacts that are there, got {shown(min(unknown))} in "
                    f"Records ({len(unknown)} unknown)"
                )

    def _named_where(self) -> dict[str, set[Key]]:
        return named_in(self.ties, self.interactions, self.experiments, self.me, self.suggestions)

    def _named(self) -> set[Key]:
        return set().union(*self._named_where().values())

    def __repr__(self) -> str:
        nouns = ("contact", "tie", "interaction", "experiment")
        counts = {noun: len(getattr(self, f"{noun}s")) for noun in nouns}
        parts = (f"{n:,} {noun}{'' if n == 1 else 's'}" for noun, n in counts.items())
        return f"Records({', '.join(parts)})"

    @classmethod
    def from_found(
        cls,
        found: Iterable[Contact],
        *,
        ties: Iterable[Tie] = (),
        interactions: Iterable[Interaction] = (),
        experiments: Iterable[Experiment] = (),
        suggestions: Iterable[Suggestion] = (),
        me: Key | None = None,
        me_evidence: MeEvidence = MeEvidence.GIVEN,
        merged: Iterable[Iterable[Key]] = (),
        kept_apart: Iterable[Iterable[Key]] = (),
        reports: Iterable[SourceReport] = (),
        goal: Goal | None = None,
        language: str | None = None,
    ) -> Records:
        """Make records of contacts as sources gave them: which of these are one person?

        Two contacts become one if they share a key: a mail address, a phone number or a profile.
        The key of a role (``info@``), or one that people of different names share, joins nobody;
        nor does anything join those who were kept apart. Names alone join nobody.

        Parameters
        ----------
        found : sequence of Contact
            Any number for one person.
        ties, interactions, experiments, suggestions, me, me_evidence
            As for ``Records``.
        merged, kept_apart, reports, goal, language
            As for ``Records``.

        Returns
        -------
        Records
            With one contact for each person; ``found`` is kept, so every join can be undone.

        Raises
        ------
        InvalidRecordError
            As ``Records``.

        Examples
        --------
        >>> card = Contact(key="card:1", name="Ben Okafor", emails=["ben@example.org"])
        >>> mail = Contact(key="mailto:ben@example.org", name="Ben")
        >>> Records.from_found([card, mail]).contacts
        (Contact('Ben Okafor'),)
        """
        found = found_in_order(found)
        joined, apart = merged_in_order(merged), kept_apart_in_order(kept_apart)
        contacts = people(found, joined, apart)
        return cls(
            contacts=contacts,
            found=found,
            ties=ties,
            interactions=interactions,
            experiments=experiments,
            suggestions=suggestions,
            me=(person_by_key(contacts, me) or me) if isinstance(me, str) else me,
            me_evidence=me_evidence,
            merged=joined,
            kept_apart=apart,
            reports=reports,
            goal=goal,
            language=language,
        )

    def join(self, other: Records) -> Records:
        """Add newer records to what is known, and lose nothing.

        - What exports said is kept, old and new; who is who is asked anew, with all decisions.
        - What was changed by hand in a contact stays so; where both were changed, the newer counts.
        - A newer statement about two people adds to the older, or replaces what it contradicts.
        - What happened is there once, as the more complete copy tells it.
        - A newer goal, decision, experiment, suggestion or report takes the place of the older, of
          those with names that of the same name; what was answered is not opened again.
        - Where the two have other people for their owner, and one of these was only recognised by
          taking part in most of it, that one was a mistake: she becomes a contact.

        Parameters
        ----------
        other : Records
            The newer ones, of the same owner.

        Returns
        -------
        Records
            Both in one. Adding the same records twice changes nothing.

        Raises
        ------
        InvalidArgumentError
            If ``other`` is no ``Records``.
        SeveralOwnersError
            If an archive or account of another name, of which nothing is known as hers, is joined.

        Examples
        --------
        >>> mail = Records(contacts=[Contact(key="mailto:ben@example.org", name="Ben")])
        >>> cards = Records(contacts=[Contact(key="card:1", name="Eva Maier")])
        >>> mail.join(cards)
        Records(2 contacts, 0 ties, 0 interactions, 0 experiments)
        """
        check_kind("other", other, Records)
        if self == Records():
            return other
        # Whoever shares an address with somebody of the other records has another key among all.
        before = with_moved_keys(self, other.as_found())
        return _both(before, with_moved_keys(other, self.as_found()))

    def with_goal(self, fields: Iterable[str], *, since: date | None = None) -> Self:
        """Say where the change is heading.

        Parameters
        ----------
        fields : sequence of str
            Fields of work, as of a ``Goal``.
        since : date, optional
            The day on which it began.

        Returns
        -------
        Records
            The same, with this goal.

        Raises
        ------
        InvalidRecordError
            If there is no field, or a value breaks the rule of a ``Goal``.

        Examples
        --------
        >>> Records().with_goal(["ux research"], since=date(2026, 1, 1)).goal.fields
        ('ux research',)
        """
        return attrs.evolve(self, goal=Goal(fields=fields, since=since))

    def possible_duplicates(self) -> Several[PossibleDuplicate]:
        """Ask about the contacts that may be one person: groups, each asked about once.

        Returns
        -------
        tuple of PossibleDuplicate
            The likeliest first, and of these the ones whose answer changes most. Each contact is in
            one group at most. Decide with ``merge``, ``keep_apart`` or, of many, ``with_answers``.

        Examples
        --------
        >>> bob, robert = (Contact(key=name, name=f"{name} Smith") for name in ("Bob", "Robert"))
        >>> Records(contacts=[bob, robert]).possible_duplicates()[0].reasons[0].value
        'nickname of the same name'
        """
        return self._questions

    @cached_property
    def _questions(self) -> Several[PossibleDuplicate]:
        # The owner took part in all, which says nothing of who else she may be.
        me = {self.person_of[self.me]} if self.me is not None else set()
        connected: defaultdict[Key, set[date]] = defaultdict(set)
        for tie in self.ties:
            if tie.since is not None and Relation.CONNECTION in tie.relations:
                for key in (tie.a, tie.b):
                    connected[self.person_of[key]].add(tie.since)
        at, offset = self.interactions.at, self.interactions.offset
        groups = possible_duplicates(
            self.contacts,
            self.contacts_kept_apart,
            lambda people: self.interactions.rows_by_person(people - me, self.person_of),
            lambda row: local_day(int(at[row]), int(offset[row])),
            {key: days for key, days in connected.items() if key not in me},
        )
        return Several.of(groups, self.language)

    @cached_property
    def contacts_kept_apart(self) -> Pairs:
        """The keys of contacts that were decided to be two people, by whatever of their keys."""
        return frozenset(
            pair_in_order(self.person_of.get(a, a), self.person_of.get(b, b))
            for a, b in self.kept_apart
        )

    @cached_property
    def open_questions(self) -> Mapping[Key, PossibleDuplicate]:
        """For the key of each contact that may be the same person as another, the question."""
        return MappingProxyType(
            {contact.key: each for each in self._questions for contact in each.contacts}
        )

    def summary(self, language: Language | None = None) -> str:
        """Tell in words what was read, what was left out and why, and what it cannot show.

        Parameters
        ----------
        language : str or Catalogue, optional
            ``"en"``, ``"de"``, or a catalogue of one's own; by default that of the records, or
            else English.

        Returns
        -------
        str
            Lines, without an address in them.

        Raises
        ------
        InvalidArgumentError
            If there are no texts in that language.

        Examples
        --------
        >>> print(Records().summary())
        It is not clear whose data this is; say so with me=[...] or --me.
        0 people, 0 recorded connections and 0 times in touch.
        """
        told = self.language or "en" if language is None else language
        return SummaryWording(catalogue(told)).of(self)


def _both(before: Records, newer: Records) -> Records:
    """Join records in which no key means two people."""
    me, evidence, mistaken = whose(before, newer)
    merged = ((before.merged - newer.kept_apart) | newer.merged) - mistaken
    kept_apart = (before.kept_apart - newer.merged) | newer.kept_apart
    # What is stated now is what the archive that is newer says, whichever was read first.
    ties = updated_ties(before.ties, newer.ties)
    mine, its = (last_archive(each.ties, each.reports) for each in (before, newer))
    if mine is not None and its is not None and its < mine:
        ties = updated_ties(newer.ties, before.ties)
    interactions = before.interactions.joined(newer.interactions)
    experiments = {each.key: each for each in (*before.experiments, *newer.experiments)}
    suggestions = suggestions_of_both(before.suggestions, newer.suggestions)
    named = named_in(ties, interactions, experiments.values(), me, suggestions).values()
    contacts = with_named(people_of_both(before, newer, merged, kept_apart), set().union(*named))
    return Records(
        contacts=contacts,
        found=[*before.found, *newer.found],
        ties=ties,
        interactions=interactions,
        experiments=experiments.values(),
        suggestions=suggestions,
        me=me and person_by_key(contacts, me),
        me_evidence=evidence,
        merged=merged,
        kept_apart=kept_apart,
        reports=reports_of_both(before.reports, newer.reports),
        goal=newer.goal or before.goal,
        language=newer.language or before.language,
    )


def whose(older: Records, newer: Records) -> tuple[Key | None, MeEvidence, Pairs]:
    """Say who is the owner of two records, by what evidence, and which joins with her were wrong.

    In a handful of mails anybody may take part in most: if Mara's are followed by three that she
    and Ana exchanged, it may be Ana who is recognised. Joined, the two would be one person.
    An address book that does not say whose it is takes the place of nobody.
    """
    known = [records for records in (newer, older) if records.me is not None]
    named = [each for each in known if each.me_evidence is not MeEvidence.UNNAMED]
    last = (named or known or [older])[0]
    if len(named) < 2 or _keys_of_me(older) & _keys_of_me(newer):
        return last.me, last.me_evidence, frozenset()
    if are_two_owners(*((each.contact(each.me), each.me_evidence) for each in named if each.me)):
        raise SeveralOwnersError("the newer records")
    guessed = [each for each in named if each.me_evidence is MeEvidence.MOST_FREQUENT]
    if not guessed:
        return last.me, last.me_evidence, frozenset()
    right = older if guessed[0] is newer else newer
    wrong = frozenset(pair for pair in guessed[0].merged if ME in pair)
    return right.me, right.me_evidence, wrong - right.merged


def _keys_of_me(records: Records) -> set[Key]:
    return {key for key, person in records.person_of.items() if person == records.me} - {ME}
