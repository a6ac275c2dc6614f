"""Who is tied to whom as of one moment, and what is known of it: arrays with names at the edge."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import cached_property, partial
from types import MappingProxyType
from typing import Any, Self, TypeVar

import attrs
import numpy as np

from netzwerkwandel.errors import (
    InvalidArgumentError,
    InvalidNetworkError,
    shown,
    shown_choice,
    shown_names,
)
from netzwerkwandel.identity.lookalikes import PossibleDuplicate, possible_duplicates
from netzwerkwandel.model import Contact, Goal, Interaction, InteractionColumns, Key, Suggestion
from netzwerkwandel.model.arguments import check_kind, check_optional
from netzwerkwandel.model.later_interactions import LaterInteractions
from netzwerkwandel.model.naming import told_apart
from netzwerkwandel.network.arrays import (
    GREATEST_WEIGHT,
    LEAST_WEIGHT,
    BoolArray,
    FloatArray,
    IntArray,
)
from netzwerkwandel.network.attributes import OF_A_CONTACT, Attributes
from netzwerkwandel.network.carried import Carried, MadeOf
from netzwerkwandel.network.csr import Csr
from netzwerkwandel.network.fields import FieldMatcher
from netzwerkwandel.network.history import History
from netzwerkwandel.network.orientation import Orientation
from netzwerkwandel.network.people import People
from netzwerkwandel.network.statements import Statements
from netzwerkwandel.network.strength import TieStrength
from netzwerkwandel.records import Records
from netzwerkwandel.records.directory import people_by_key
from netzwerkwandel.texts import Shown


S = TypeVar("S", bound="Snapshot")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Snapshot(Shown, People):
    """What a ``Network`` holds, and ``Ties`` look at.

    Parameters
    ----------
    keys, contacts, named_by_number
        The people; see ``People``.
    csr : Csr
        Their ties. Every weight is finite and positive.
    ego : int or None
        The index of the person whose data this is.
    interactions : sequence of Interaction
        What happened between them, as the records know it, or empty.
    as_of : datetime or None
        The moment.
    history : History
        What the touches of each pair of people amount to; that of nobody, unless the network was
        built from records.
    pair : IntArray, shape (n_ties,)
        The pair of each directed tie in ``history``; both directions have the same.
    statements : Statements
        What is stated of the ties.
    kept_apart : set of pairs of str
        Keys of contacts that were decided to be two people.
    suggestions : sequence of Suggestion
        What was suggested and answered by the moment.
    companions : mapping of str to str
        Who is stated to have been met in an experiment that had begun, and what it is called.
    field_matcher : FieldMatcher
        Decides who works in which field.
    goal : Goal or None
        Where the records say that the change is heading.
    language : str or None
        In which language the records say that she is told things.
    attributes : Attributes
        What the graph that it was built from says of people and ties.
    asked_of : Records or None
        The records that it was made of, if any, which are asked who may be one person: once for
        all moments, and for every network that is made of this one.

    Raises
    ------
    InvalidNetworkError
        If a tie leads to oneself, or a weight is not positive and finite, within 1e-140 and 1e140.
    """

    csr: Csr
    ego: int | None = None
    interactions: Sequence[Interaction] = ()
    as_of: datetime | None = None
    history: History = attrs.field(factory=lambda: History.of_nobody(TieStrength()))
    pair: IntArray = attrs.field()
    statements: Statements = attrs.field(factory=Statements.none)
    kept_apart: frozenset[tuple[Key, Key]] = frozenset()
    suggestions: tuple[Suggestion, ...] = ()
    companions: Mapping[Key, str] = attrs.field(factory=dict)
    field_matcher: FieldMatcher = attrs.field(factory=FieldMatcher)
    goal: Goal | None = None
    language: str | None = None
    attributes: Attributes = attrs.field(factory=Attributes)
    asked_of: Records | None = None
    carried: Carried = attrs.field(factory=Carried, init=False)

    @pair.default
    def _no_pair(self) -> IntArray:
        """The one row of a history of nobody, for every tie: an array of no size of its own."""
        return np.broadcast_to(np.int64(0), len(self.csr))

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        loops = np.flatnonzero(self.csr.indices == self.csr.sources)
        if len(loops):
            twice = self.keys[self.csr.indices[loops[0]]]
            raise InvalidNetworkError(f"a tie must join two people, got {shown(twice)} twice")
        weights = self.csr.weights
        if not len(weights):
            return
        least, greatest = float(weights.min()), float(weights.max())
        if not LEAST_WEIGHT <= least <= greatest <= GREATEST_WEIGHT:
            raise InvalidNetworkError(
                f"tie strengths must be > 0 and finite, from {LEAST_WEIGHT} to {GREATEST_WEIGHT}, "
                f"got {least} to {greatest}"
            )

    def __repr__(self) -> str:
        of = "" if self.as_of is None else f", as of {self.as_of.date()}"
        return f"{type(self).__name__}({len(self.keys):,} people, {len(self.csr) // 2:,} ties{of})"

    def _fields(self) -> Mapping[str, Any]:
        """What a pickle holds.

        Not the records, which would be in it twice, nor the pairs where there are none, which would
        get a size in it.
        """
        left = {"asked_of"} if self.history.is_measured else {"asked_of", "pair"}
        return {name: value for name, value in super()._fields().items() if name not in left}

    def with_ties(self, csr: Csr) -> Self:
        """Give the same people other ties, of which nothing is measured or stated.

        Parameters
        ----------
        csr : Csr
            The ties, of as many people in the same order.

        Returns
        -------
        Network
            Of the same owner and the same moment.

        Raises
        ------
        InvalidNetworkError
            If a tie leads to oneself, or a weight is not positive and finite.
        """
        return type(self)(
            keys=self.keys,
            csr=csr,
            ego=self.ego,
            contacts=self.contacts,
            interactions=self.interactions,
            as_of=self.as_of,
            history=History.of_nobody(self.tie_strength),
            kept_apart=self.kept_apart,
            suggestions=self.suggestions,
            companions=self.companions,
            field_matcher=self.field_matcher,
            named_by_number=self.named_by_number,
            attributes=self.attributes.of_people_alone(),
            asked_of=self.asked_of,
        )

    @cached_property
    def namesakes(self) -> Mapping[Key, Contact]:
        """Those who are called as somebody else is, as the records tell them apart, too."""
        return told_apart(self.contacts) if self.asked_of is None else self.asked_of.namesakes

    @cached_property
    def open_questions(self) -> Mapping[Key, PossibleDuplicate]:
        """For the key of each contact who may be the same person as another, the question.

        As ``Records.possible_duplicates`` asks, about those who have a tie by this moment. As long
        as it is open, no list names two of a group.
        """
        records = self.asked_of
        if records is not None and records.contacts_kept_apart == self.kept_apart:
            # Of what came since, that tells more in which somebody took part who is asked about.
            heard = self._heard_of(records.open_questions.keys(), records)
            with_what = (len(records.interactions), heard)
            if heard:
                records = attrs.evolve(records, interactions=self.interactions)
            questions = partial(self._questions_of, records)
            return self.carried.once("open questions", MadeOf.PEOPLE, questions, wish=with_what)
        # A network that was unpickled knows the people and no records.
        taking_part = InteractionColumns.from_interactions(self.interactions)
        person_of = people_by_key(self.contacts)
        mine = {self.keys[self.ego]} if self.ego is not None else set()
        there = {key: person_of.get(key, key) for key in taking_part.people}
        groups = possible_duplicates(
            self.contacts,
            self.kept_apart,
            lambda people: taking_part.rows_by_person(people - mine, there),
        )
        return MappingProxyType({c.key: group for group in groups for c in group.contacts})

    def _heard_of(self, people: Collection[Key], records: Records) -> int:
        """How many of the interactions that came after the records were of any of these people?"""
        if not isinstance(self.interactions, LaterInteractions):
            return 0
        person_of = records.person_of
        return sum(
            any(person_of.get(key, key) in people for key in event.participants)
            for event in self.interactions.news
        )

    def _questions_of(self, records: Records) -> Mapping[Key, PossibleDuplicate]:
        """The questions of records about at least two of these people, each about these alone."""
        asked: dict[Key, PossibleDuplicate] = {}
        for group in {id(group): group for group in records.open_questions.values()}.values():
            rows = [i for i, contact in enumerate(group.contacts) if contact.key in self._number]
            if len(rows) < 2:
                continue
            about = group
            if len(rows) < len(group.contacts):
                contacts = tuple(group.contacts[i] for i in rows)
                last = tuple(group.last[i] for i in rows) if group.last else ()
                about = attrs.evolve(group, contacts=contacts, last=last)
            asked |= {contact.key: about for contact in about.contacts}
        return MappingProxyType(asked)

    def goal_meant(self, goal: Goal | None) -> Goal | None:
        """The goal that a question is about: the one given with it, or else that of the records.

        Raises
        ------
        InvalidArgumentError
            If it is no ``Goal``.
        """
        check_optional("goal", goal, Goal)
        return self.goal if goal is None else goal

    def attribute(self, name: str) -> tuple[object, ...]:
        """What is said of each person in one respect, as a graph or a survey says it, or records?

        Parameters
        ----------
        name : str
            The name of an attribute of the graph, or of the column of a survey, that the network
            was built from; or ``name``, ``position`` or ``organisation`` of the contacts of
            records.

        Returns
        -------
        tuple
            One value for each person, in the order of ``keys``; None where nothing is said.

        Raises
        ------
        InvalidArgumentError
            If there is no such attribute.
        """
        check_kind("name", name, str)
        if name in self.attributes.people:
            said = self.attributes.people[name]
            return tuple(said.get(place) for place in range(self.n_contacts))
        if self.contacts and name in OF_A_CONTACT:
            return tuple(getattr(contact, name) or None for contact in self.contacts)
        there = [*self.attributes.people, *(OF_A_CONTACT if self.contacts else ())]
        raise InvalidArgumentError(
            f"the name of an attribute must be one of {shown_names(*there)}; got "
            f"{shown_choice(name)}"
        )

    def members(self, goal: Goal) -> BoolArray:
        """Who works in one of a goal's fields?

        Parameters
        ----------
        goal : Goal
            Where the change is heading.

        Returns
        -------
        BoolArray, shape (n_contacts,)
            One value for each; empty where the network was not built from records.

        Raises
        ------
        InvalidArgumentError
            If it is no ``Goal``.
        """
        return self.field_matcher.members(self.contacts, goal)

    @property
    def indptr(self) -> IntArray:
        """Where each person's ties begin, shape (n_contacts + 1,)."""
        return self.csr.indptr

    @property
    def indices(self) -> IntArray:
        """Whom each directed tie leads to, in order within a person, shape (n_ties,)."""
        return self.csr.indices

    @property
    def weights(self) -> FloatArray:
        """The weight of each directed tie, shape (n_ties,); both directions have the same."""
        return self.csr.weights

    @property
    def sources(self) -> IntArray:
        """Whom each directed tie starts from, shape (n_ties,)."""
        return self.csr.sources

    @property
    def degree(self) -> IntArray:
        """How many ties each person has, shape (n_contacts,)."""
        return self.csr.degree

    @property
    def strength_sums(self) -> FloatArray:
        """The summed weight of each person's ties, shape (n_contacts,)."""
        return self.csr.strength_sums

    @property
    def largest_weights(self) -> FloatArray:
        """The largest weight of each person's ties, shape (n_contacts,); 0 without ties."""
        return self.csr.largest_weights

    @property
    def orientation(self) -> Orientation:
        """The ties once each, from lower to higher degree."""
        return self.csr.orientation

    @property
    def tie_strength(self) -> TieStrength:
        """How strength was measured."""
        return self.history.tie_strength

    @cached_property
    def half_bandwidth(self) -> float:
        """The strength at which half of what can get through a tie does.

        Where strength is not measured in days of contact, its unit is not known: then it is the
        median weight, so that minutes and hours come to the same.
        """
        if self.history.is_measured or not len(self.csr):
            return self.tie_strength.half_bandwidth
        return float(np.median(self.weights))

    def one_sided(self, ties: IntArray) -> BoolArray:
        """Say of some directed ties whether only one of the two is known to have reached out.

        Parameters
        ----------
        ties : IntArray, shape (n_rows,)
            Which of the network's directed ties.

        Returns
        -------
        BoolArray, shape (n_rows,)
            One value for each.

        Raises
        ------
        IndexError
            If the network has no such tie.
        """
        return self.history.one_sided[self.pair[ties]]

    def direct(self, ties: IntArray) -> BoolArray:
        """Say of some directed ties whether the two were in direct contact, or are stated to be.

        One wrote to the other, or the two met or talked. Who only stood on one list of recipients
        was not. In a network in which nothing was measured every tie is direct.

        Parameters
        ----------
        ties : IntArray, shape (n_rows,)
            Which of the network's directed ties.

        Returns
        -------
        BoolArray, shape (n_rows,)
            One value for each.

        Raises
        ------
        IndexError
            If the network has no such tie.
        """
        if not self.history.is_measured:
            return np.ones(len(ties), dtype=np.bool_)
        direct: BoolArray = self.carried.once("direct", MadeOf.SIDES, self._are_direct)[ties]
        return direct

    def _are_direct(self) -> BoolArray:
        direct: BoolArray = self.history.direct[self.pair]
        direct[self.statements.position] = True
        return direct
