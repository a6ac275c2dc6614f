"""What a list, its people and its questions are as plain values."""

from __future__ import annotations

from typing_extensions import TypedDict

from netzwerkwandel.model.as_dict import Both, Figure, Id
from netzwerkwandel.model.vocabularies import Function
from netzwerkwandel.recommending.overview import ShortfallKind
from netzwerkwandel.recommending.reason import ReasonDocument
from netzwerkwandel.recommending.ruled_out import RuledOutReason
from netzwerkwandel.scoring.documents import CoverageDocument


class RecommendationDocument(TypedDict):
    """Somebody to talk to, and why."""

    schema: int
    key: Id
    name: str
    function: Function | None
    score: Figure
    gain: Figure
    reasons: list[ReasonDocument]


class EffectDocument(TypedDict):
    """What one meeting with each would do to the structure of the network."""

    effective_size: Both
    constraint: Both


class ShortfallDocument(TypedDict):
    """Something that a list could not do."""

    kind: ShortfallKind
    function: Function | None
    n: int
    functions: list[Function]
    fields: list[str]


class ChoiceDocument(TypedDict):
    """What some contacts are like, taken together."""

    people: int
    redundancy: Figure
    shared_time: Figure
    core: Figure
    dormant: int
    circles: int
    new_people: int


class ComparisonDocument(TypedDict):
    """How the people of a list differ from others."""

    suggested: ChoiceDocument
    own: ChoiceDocument
    in_both: list[Id]
    added_circles: int
    added_people: int


class RuledOutDocument(TypedDict):
    """How many did not come into question, for which reason."""

    reason: RuledOutReason
    n: int


class RecommendationsDocument(TypedDict):
    """A list, and what is known of it as a set."""

    schema: int
    picks: list[RecommendationDocument]
    candidates: int
    certificate: float
    coverage: CoverageDocument
    effect: EffectDocument
    shortfalls: list[ShortfallDocument]
    ruled_out: list[RuledOutDocument]
    comparison: ComparisonDocument | None
