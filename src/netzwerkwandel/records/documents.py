"""Records as plain values that JSON knows, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeVar, cast

import attrs

from netzwerkwandel.errors import InvalidRecordError
from netzwerkwandel.model.contact import Contact, Decision, Work
from netzwerkwandel.model.experiment import Experiment
from netzwerkwandel.model.goal import Goal
from netzwerkwandel.model.interaction import Interaction
from netzwerkwandel.model.report import Nobodies, Problem, SourceReport
from netzwerkwandel.model.suggestion import Suggestion
from netzwerkwandel.model.tie import Tie
from netzwerkwandel.model.validation import member
from netzwerkwandel.model.vocabularies import SkipReason
from netzwerkwandel.records.contents import Found, Origin


R = TypeVar(
    "R",
    Contact,
    Decision,
    Experiment,
    Found,
    Goal,
    Interaction,
    Origin,
    SourceReport,
    Suggestion,
    Tie,
)

Document = dict[str, Any]

_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def document_of(record: attrs.AttrsInstance) -> Document:
    """Write a record down as plain values; what is at its default is left out."""
    document = {}
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        if value != field.default:
            document[field.name] = _plain(value)
    return document


def record_of(kind: type[R], document: Mapping[str, Any]) -> R:
    """Read a record from plain values.

    Raises
    ------
    InvalidRecordError
        If a value is missing, unknown or breaks the rule of its field.
    """
    try:
        return cast("R", _record(kind, document))
    except InvalidRecordError:
        raise
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise InvalidRecordError(
            f"a document must be one of a {kind.__name__}, got one that is not: {error}"
        ) from None  # what Python says of it quotes what it is


def text_of(record: attrs.AttrsInstance) -> str:
    """Write a record down as a line of JSON, the same for the same records."""
    return _ENCODER.encode(document_of(record))


def _plain(value: object) -> object:
    if isinstance(value, str):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, frozenset):
        return sorted(map(str, value))
    return document_of(cast("attrs.AttrsInstance", value)) if attrs.has(type(value)) else value


def _record(kind: type, document: Mapping[str, Any]) -> object:
    ways = READ_AS[kind]
    return kind(**{name: _value(name, ways.get(name), each) for name, each in document.items()})


def _value(name: str, way: Any, value: Any) -> object:
    """Read a value in the way that ``READ_AS`` says."""
    if isinstance(way, list):
        _check_type(name, value, list)
        return [_value(name, way[0], each) for each in value]
    if way is Skipped:
        reason, n = value
        _check_type("n", n, int)
        return member(SkipReason, reason, "skipped"), n
    if way in READ_AS:
        return _record(way, value)
    if way is date or way is datetime:
        return None if value is None else way.fromisoformat(value)
    if way is not None:
        _check_type(name, value, way)
    return value


def _check_type(name: str, value: object, kind: type) -> None:
    if type(value) is not kind:
        raise TypeError(f"{name} must be of type {kind.__name__}")


Skipped = tuple[SkipReason, int]

# How the fields of each class are read that JSON has otherwise, or not at all: as a day, a moment
# or a record, a list of these, or as a value of just this type, where the class checks nothing.
READ_AS: Mapping[type, Mapping[str, object]] = {
    Contact: {"seen": date, "earlier_work": [Work]},
    Decision: {},
    Experiment: {"started": date, "ended": date},
    Found: {"contacts": [Contact]},
    Goal: {"since": date},
    Interaction: {"when": datetime},
    Nobodies: {"named": [str], "more": int},
    Origin: {"reports": [SourceReport], "goal": Goal},
    Problem: {"where": str, "reason": str},
    SourceReport: {
        "kind": str,
        "where": str,
        "read": int,
        "used": int,
        "skipped": [Skipped],
        "addresses": int,
        "first": datetime,
        "last": datetime,
        "problems": [Problem],
        "nobodies": [Nobodies],
    },
    Suggestion: {"on": date, "talked": date, "again": date},
    Tie: {"since": date},
    Work: {"seen": date},
}
