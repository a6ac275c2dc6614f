"""What happened, laid out once: from which a network as of any moment is quickly made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cached_property
from operator import is_
from typing import Self, TypeVar

import attrs
import numpy as np

from netzwerkwandel.errors import InvalidArgumentError, InvalidRecordError, NotFoundError
from netzwerkwandel.model import Contact, Interaction, InteractionColumns, Key, Tie
from netzwerkwandel.model.arguments import check_aware, check_kind
from netzwerkwandel.model.later_interactions import LaterInteractions
from netzwerkwandel.network.additions import Additions
from netzwerkwandel.network.arrays import (
    LEAST_WEIGHT,
    BoolArray,
    FloatArray,
    IntArray,
    find_ties,
)
from netzwerkwandel.network.csr import Csr
from netzwerkwandel.network.fields import FieldMatcher
from netzwerkwandel.network.history import History
from netzwerkwandel.network.latest import Latest, carry_over
from netzwerkwandel.network.pairs import Pairs, are_offices
from netzwerkwandel.network.patched_history import PatchedHistory
from netzwerkwandel.network.snapshot import S, Snapshot
from netzwerkwandel.network.statements import Statements, told_by_talks
from netzwerkwandel.network.strength import TieStrength
from netzwerkwandel.network.touches import Touches
from netzwerkwandel.records import Records


L = TypeVar("L", bound="Layout")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Layout:
    """What happened in one person's records, laid out by pairs of people; see ``Chronicle``.

    Parameters
    ----------
    known : Records
        The records, but for what happened.
    interactions : InteractionColumns
        What happened.
    number : mapping of str to int
        Which of the records' contacts each key belongs to.
    tie_strength : TieStrength
        How strength is measured.
    field_matcher : FieldMatcher
        Decides who works in which field.
    me : int
        Which of the records' contacts their owner is.
    laid_out : Touches
        All touches of any two people, by their numbers, but for what was added since.
    additions : Additions or None
        What was added since.
    stated_ties : tuple of Tie
        What is stated of two people who are not one.
    stated_ends : IntArray, shape (n_statements, 2)
        The two people of each statement, in its order.
    statements : Statements
        What they say, as said and then from the other side; ``position`` is not filled in.
    pairs : Pairs
        Every pair that is ever in touch or stated.
    offices : BoolArray, shape (n_people,)
        Which of the records' contacts are no people: nobody has a tie to them.
    latest : Latest
        The network that was looked at last.
    """

    known: Records
    interactions: InteractionColumns
    number: Mapping[Key, int]
    tie_strength: TieStrength
    field_matcher: FieldMatcher
    me: int
    laid_out: Touches
    additions: Additions | None = None
    stated_ties: tuple[Tie, ...]
    stated_ends: IntArray
    statements: Statements
    pairs: Pairs
    offices: BoolArray
    latest: Latest = attrs.field(factory=Latest)

    @cached_property
    def records(self) -> Records:
        """The records, with all that happened."""
        # Made when asked for: they are checked anew, at the cost of everybody in them.
        if self.known.interactions is self.interactions:
            return self.known
        return attrs.evolve(self.known, interactions=self.interactions)

    @cached_property
    def _to_be_continued(self) -> LaterInteractions:
        """What happened, to which more can be added."""
        return LaterInteractions.after(self.interactions)

    @property
    def touches(self) -> Touches:
        """All touches of any two people."""
        return self.laid_out if self.additions is None else self.additions.together

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self.touches):,} touches of {self.records!r})"

    @classmethod
    def from_records(
        cls,
        records: Records,
        *,
        strength: TieStrength | None = None,
        fields: FieldMatcher | None = None,
    ) -> Self:
        """Lay out the records of one person, to be looked at as of any moment.

        Parameters
        ----------
        records : Records
            One person's data.
        strength : TieStrength, optional
            How strength is measured.
        fields : FieldMatcher, optional
            Decides who works in which field.

        Returns
        -------
        Chronicle
            All that happened, of which ``network`` shows what there was by a moment.

        Raises
        ------
        InvalidArgumentError
            If the records are none, or have no owner.

        Examples
        --------
        >>> from datetime import UTC, datetime
        >>> from netzwerkwandel import Chronicle, Contact, Interaction
        >>> lunch = Interaction(
        ...     key="lunch", when=datetime(2026, 3, 9, 12, tzinfo=UTC), participants=["ben", "eva"]
        ... )
        >>> people = [Contact(key="ben"), Contact(key="eva")]
        >>> Chronicle.from_records(Records(contacts=people, interactions=[lunch], me="eva"))
        Chronicle(1 touches of Records(2 contacts, 0 ties, 1 interaction, 0 experiments))
        """
        check_kind("records", records, Records)
        if records.me is None:
            raise InvalidArgumentError(
                "a network is seen from its owner: the records must say who that is (me=...)"
            )
        tie_strength = TieStrength() if strength is None else strength
        check_kind("strength", tie_strength, TieStrength)
        matcher = check_kind("fields", FieldMatcher() if fields is None else fields, FieldMatcher)
        people = len(records.contacts)
        place = {contact.key: i for i, contact in enumerate(records.contacts)}
        number = {key: place[of] for key, of in records.person_of.items()}
        me, happened = number[records.me], records.interactions
        touches = Touches.of_interactions(happened, number, people, me, tie_strength)
        stated = (*records.ties, *told_by_talks(records.suggestions, records.me, records.person_of))
        said = tuple(tie for tie in stated if number[tie.a] != number[tie.b])
        ends = np.array([(number[t.a], number[t.b]) for t in said], dtype=np.int64).reshape(-1, 2)
        nowhere = np.zeros(len(said), dtype=np.int64)
        between = ends.min(axis=1) * people + ends.max(axis=1)
        return cls(
            known=records,
            interactions=happened,
            number=number,
            tie_strength=tie_strength,
            field_matcher=matcher,
            me=me,
            laid_out=touches,
            stated_ties=said,
            stated_ends=ends,
            statements=Statements.of(said, nowhere, nowhere),
            pairs=Pairs.between(people, touches.codes, between),
            offices=are_offices(records.contacts, me, ends),
        )

    def with_interactions(self, new: Iterable[Interaction]) -> Self:
        """Add what happened since, or what became known of earlier times.

        The networks are the same, to the last bit, as those of all interactions laid out anew.

        Parameters
        ----------
        new : sequence of Interaction
            Of people whom the records know, in any order of time. What has the key of a known
            interaction is not counted twice: the more complete copy stays, as in ``Records``.

        Returns
        -------
        Chronicle
            With ``records`` that hold the new interactions too; the same object if nothing is new.

        Raises
        ------
        NotFoundError
            If somebody took part whom the records do not know. Add the contact to the records
            first, and lay them out anew: one person more moves everybody's place in the arrays.
        InvalidRecordError
            If one is no interaction, or two of the new ones have one key.

        Notes
        -----
        Costs what is new; the columns of all that happened are joined when they are asked for.

        Examples
        --------
        >>> from datetime import UTC, datetime
        >>> from netzwerkwandel import Chronicle, Contact, Interaction
        >>> noon = datetime(2026, 3, 9, 12, tzinfo=UTC)
        >>> lunch = Interaction(key="lunch", when=noon, participants=["ben", "eva"])
        >>> records = Records(contacts=[Contact(key="ben"), Contact(key="eva")], me="eva")
        >>> chronicle = Chronicle.from_records(records).with_interactions([lunch])
        >>> chronicle.network(noon).ties_of().talks
        array([0])
        """
        happened, people = self._to_be_continued, len(self.known.contacts)
        try:
            news = InteractionColumns.from_interactions(new)
        except InvalidRecordError as error:
            raise InvalidArgumentError(f"new: {error}") from None
        for key in news.people:
            if key not in self.number:
                raise NotFoundError("contact of these records", key)
        in_both = happened.shared_with(news)
        if in_both:
            is_new = np.array([key not in in_both for key in news.keys], dtype=np.bool_)
            if happened.joined(news.take(~is_new)) is not happened:
                # A fuller copy of what is known takes its place, with other touches: that is rare.
                records = attrs.evolve(self.known, interactions=happened.joined(news))
                return type(self).from_records(
                    records, strength=self.tie_strength, fields=self.field_matcher
                )
            news = news.take(is_new)
        if not len(news):
            return self
        added = Touches.of_interactions(news, self.number, people, self.me, self.tie_strength)
        places, both = happened.places_for(news), happened.with_more(news)
        known = self.additions
        if known is None:
            known = Additions.none(self.laid_out)
        more = known.with_more(added, places)
        pairs = self.pairs
        if len(more.codes) > len(known.codes):
            pairs = pairs.with_(people, more.codes)
        later = attrs.evolve(self, interactions=both, additions=more, pairs=pairs)
        if more.is_much():
            # From here on it is as if the records had been read with it.
            told = attrs.evolve(self.known, interactions=both.laid_out())
            later = attrs.evolve(later, laid_out=more.together, additions=None)
            return attrs.evolve(later, known=told, interactions=told.interactions)
        return later

    def snapshot(self, kind: type[S], as_of: datetime) -> S:
        """Look at what there was by a moment: number the people who had a tie, and lay theirs out.

        Saying a thing twice does not make it stronger, and a touch too faint to write down as a
        number is still a tie.
        """
        check_aware("as_of", as_of)
        history = self._history(as_of.timestamp())
        day = as_of.date()
        said = [tie.since is None or tie.since <= day for tie in self.stated_ties]
        known = np.flatnonzero(np.array(said, dtype=np.bool_))
        weights = self._weights(history, known)
        # Of the people [0 1 2 3] only 1 and 3 have ties: they are there, and become 0 and 1, which
        # is for each how many before her are there. A row that begins where a source stood still
        # does so: sources keep their order, and are only numbered anew.
        pairs, weight = self.pairs, weights[self.pairs.of]
        rows = slice(None) if weight.all() else np.flatnonzero(weight)
        source, target, pair = pairs.source[rows], pairs.target[rows], pairs.of[rows]
        present = np.zeros(len(self.known.contacts), dtype=bool)
        present[source] = True
        present[self.me] = True
        there, number = np.flatnonzero(present), np.cumsum(present) - 1
        indptr = np.searchsorted(source, np.append(there, len(present)))
        before = self.latest.network
        keys, contacts = self._people(there, before)
        csr = Csr(indptr, number[target], weight[rows])
        network = kind(
            keys=keys,
            csr=csr,
            ego=int(number[self.me]),
            contacts=contacts,
            interactions=self.interactions,
            as_of=as_of,
            history=history,
            pair=pairs.in_touch[pair],
            statements=self._about(csr, number, known),
            kept_apart=self.known.contacts_kept_apart,
            suggestions=tuple(
                attrs.evolve(each.as_known(day), contact=self.known.person_of[each.contact])
                for each in self.known.suggestions
                if each.on <= day
            ),
            companions={
                self.known.person_of[key]: each.title
                for each in self.known.experiments
                if each.started <= day
                for key in each.met
            },
            field_matcher=self.field_matcher,
            goal=self.known.goal,
            language=self.known.language,
            asked_of=self.known,
        )
        if before is not None:
            carry_over(before, network)
        self.latest.network = network
        return network

    def _people(
        self, there: IntArray, before: Snapshot | None
    ) -> tuple[tuple[Key, ...], tuple[Contact, ...]]:
        """Who has a tie; if everybody has whom a network had before, the very same as there."""
        everybody = self.known.contacts
        contacts = tuple(map(everybody.__getitem__, there.tolist()))
        known = () if before is None else before.contacts
        if before is not None and len(contacts) == len(known) and all(map(is_, contacts, known)):
            return before.keys, known
        return tuple(contact.key for contact in contacts), contacts

    def _history(self, as_of: float) -> History:
        known, before = History(self.laid_out, self.tie_strength, as_of), self.latest.network
        if before is not None and before.history.laid_out.is_as(known):
            known = before.history.laid_out
        if self.additions is None:
            return known
        return PatchedHistory.beside(known, self.additions)

    def _weights(self, history: History, known: IntArray) -> FloatArray:
        """The weight of each pair as of a moment; 0 where there was no touch and no statement."""
        pairs = self.pairs
        faint = np.maximum(history.strength, LEAST_WEIGHT)
        measured = np.where(history.days > 0, faint, 0.0)
        # The last row is that of a pair that never was in touch, and has the weight 0 there.
        weights: FloatArray = measured[pairs.in_touch]
        stated = pairs.stated[known]
        weights[stated] = np.maximum(weights[stated], self.tie_strength.stated)
        weights[pairs.touching(self.offices)] = 0.0
        return weights

    def _about(self, csr: Csr, number: IntArray, known: IntArray) -> Statements:
        """Put each known statement to both directions of its tie, between people as numbered."""
        a, b = number[self.stated_ends[known]].T
        there, back = (find_ties(csr.indptr, csr.indices, i, j) for i, j in ((a, b), (b, a)))
        both = np.r_[known, known + len(self.stated_ties)]
        return attrs.evolve(self.statements.take(both), position=np.r_[there, back])


def as_layout(
    records: Records | L,
    strength: TieStrength | None,
    kind: type[L],
    fields: FieldMatcher | None = None,
) -> L:
    """Lay out records, or take what was laid out before; see ``as_chronicle``."""
    if not isinstance(records, Layout):
        return kind.from_records(records, strength=strength, fields=fields)
    if strength is not None and strength != records.tie_strength:
        raise InvalidArgumentError(
            "strength is the chronicle's own, and must not be another one, got "
            f"{strength!r} for a chronicle with {records.tie_strength!r}"
        )
    if fields is not None and fields != records.field_matcher:
        raise InvalidArgumentError("fields is the chronicle's own, and must not be another one")
    return check_kind("records", records, kind)
