"""What has changed, and what came of something, as plain values."""

from __future__ import annotations

from typing_extensions import TypedDict

from netzwerkwandel.model.as_dict import Both, Day, Figure, Id, Moment
from netzwerkwandel.model.vocabularies import Answer, Channel, ExperimentKind, Function


class AttentionDocument(TypedDict):
    """How much attention some contacts got."""

    share: Both
    per_month: Figure


class NetworkChangeDocument(TypedDict):
    """What changed between two moments."""

    schema: int
    moments: list[Moment | None]
    came: list[Id]
    reconnected: list[Id]
    went: list[Id]
    contacts: Both
    turnover: Figure
    weighted_turnover: Figure
    birth_rate: Figure
    death_rate: Figure
    to_inner_circle: AttentionDocument
    to_periphery: AttentionDocument
    to_reconnected: AttentionDocument
    to_new: AttentionDocument
    to_field: AttentionDocument
    signature_distance: Figure
    effective_size: Both
    constraint: Both
    normalised_constraint: Both
    circles: Both
    functions: list[list[Function]]
    gained_by_new: list[Function]
    gained_in_silence: list[Function]
    level: Both


class StepDocument(TypedDict):
    """One step of a timeline: its end, and each figure as one number."""

    moment: Moment
    contacts: Figure
    came: Figure
    reconnected: Figure
    went: Figure
    turnover: Figure
    weighted_turnover: Figure
    birth_rate: Figure
    death_rate: Figure
    core_share: Figure
    core_per_month: Figure
    periphery_share: Figure
    periphery_per_month: Figure
    reconnected_share: Figure
    reconnected_per_month: Figure
    new_share: Figure
    new_per_month: Figure
    field_share: Figure
    field_per_month: Figure
    signature_distance: Figure
    effective_size: Figure
    constraint: Figure
    normalised_constraint: Figure
    circles: Figure
    functions: Figure
    level: Figure


class DriftDocument(TypedDict):
    """Whether attention slides back to the familiar people."""

    inner_circle: list[Id]
    weeks: list[int]
    baseline: Figure
    earlier: Figure
    lately: Figure
    over_baseline: list[Figure]
    over_earlier: list[Figure]
    since: Day | None
    is_sliding: bool


class ExperimentEffectDocument(TypedDict):
    """What an experiment brought."""

    schema: int
    key: Id
    title: str
    kind: ExperimentKind
    field: str
    started: Day
    until: Day
    hours: Figure
    met: list[Id]
    met_is_stated: bool
    new: list[Id]
    shared: list[Id]
    non_redundant: list[Id]
    second_contact: list[Id]
    new_circles: int
    effective_size: Both
    constraint: Both
    functions: list[list[Function]]
    parallel: list[Id]
    in_those_days: list[Id]
    per_hour: dict[str, Figure]


class RankedExperimentDocument(TypedDict):
    """How many new people a planned experiment may lead to."""

    schema: int
    key: Id
    title: str
    kind: ExperimentKind
    field: str
    hours: Figure
    per_hour: Figure
    interval: Both
    expected: Figure
    alike: int
    is_uncertain: bool


class SuggestionEffectDocument(TypedDict):
    """What came of one suggestion."""

    schema: int
    contact: Id
    name: str
    on: Day
    function: Function | None
    answer: Answer
    talked: Day | None
    introduced: list[Id]
    brought: list[Function]
    heard: Day | None
    met: list[Id]
    compared: list[Id]
    compared_heard: Figure
    compared_met: Figure


class ReconnectedTieDocument(TypedDict):
    """A tie that was asleep, and is awake again."""

    contact: Id
    when: Moment
    silence: float
    interaction: Id
    channel: Channel
    by_owner: bool
    by_contact: bool
    days: int
    people: list[Id]
    functions: list[Function]
    year_is_over: bool
    rhythm: Figure


class SupporterDocument(TypedDict):
    """Somebody who supports without holding back."""

    contact: Id
    circle: int
    closeness: Figure
    reciprocity: Figure
    support: Figure
    support_is_stated: bool
    only_one_for: list[Function]
    effective_size: Both
    constraint: Both


class SafeBaseDocument(TypedDict):
    """Who supports a person while things change."""

    supporters: list[SupporterDocument]
    may_hold_back: list[Id]
    floor: int
    circles: int
    is_enough: bool
