"""Records as plain values that JSON knows, and back."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, TypeVar, cast

import attrs

from netzwerkwandel.errors import InvalidRecordError
from netzwerkwandel.model.contact import Contact
from netzwerkwandel.model.decision import Decision
from netzwerkwandel.model.experiment import Experiment
from netzwerkwandel.model.found import Found
from netzwerkwandel.model.interaction import Interaction
from netzwerkwandel.model.origin import Origin
from netzwerkwandel.model.report import Problem, SourceReport
from netzwerkwandel.model.tie import Tie
from netzwerkwandel.model.work import Work


A = TypeVar("A")
R = TypeVar("R", Contact, Decision, Experiment, Found, Interaction, Origin, Tie)

Document = dict[str, Any]


def document_of(record: attrs.AttrsInstance) -> Document:
    """Write a record down as plain values; what is at its default is left out."""
    return attrs.asdict(record, filter=_says_something, value_serializer=_plain)


def record_of(kind: type[R], document: Mapping[str, Any]) -> R:
    """Read a record from plain values.

    Raises
    ------
    InvalidRecordError
        If a value is missing, unknown or breaks the rule of its field.
    """
    try:
        return cast("R", _READERS[kind](document))
    except InvalidRecordError:
        raise
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise InvalidRecordError(
            f"a document must be one of a {kind.__name__}, got one that is not: {error}"
        ) from error


def text_of(record: attrs.AttrsInstance) -> str:
    """Write a record down as a line of JSON, the same for equal records."""
    return json.dumps(
        document_of(record), ensure_ascii=False, allow_nan=False, separators=(",", ":")
    )


def _says_something(field: attrs.Attribute[Any], value: object) -> bool:
    return bool(field.default is attrs.NOTHING or value != field.default)


def _plain(_: object, __: object, value: object) -> object:
    if isinstance(value, frozenset):
        return sorted(map(str, value))
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, str) else value


def _contact(document: Mapping[str, Any]) -> Contact:
    works = [_dated(Work, work, "seen") for work in document.get("earlier_work", ())]
    return _dated(Contact, {**document, "earlier_work": works}, "seen")


def _found(document: Mapping[str, Any]) -> Found:
    return Found(**{**document, "contacts": [_contact(each) for each in document["contacts"]]})


def _tie(document: Mapping[str, Any]) -> Tie:
    return _dated(Tie, document, "since")


def _experiment(document: Mapping[str, Any]) -> Experiment:
    return _dated(Experiment, document, "started", "ended")


def _interaction(document: Mapping[str, Any]) -> Interaction:
    return _moments(Interaction, document, "when")


def _decision(document: Mapping[str, Any]) -> Decision:
    return Decision(**document)


def _origin(document: Mapping[str, Any]) -> Origin:
    return Origin(
        **{**document, "reports": [_report(each) for each in document.get("reports", ())]}
    )


def _report(document: Mapping[str, Any]) -> SourceReport:
    problems = [Problem(**problem) for problem in document.get("problems", ())]
    return _moments(SourceReport, {**document, "problems": problems}, "first", "last")


def _dated(kind: Callable[..., A], document: Mapping[str, Any], *days: str) -> A:
    read = {name: date.fromisoformat(document[name]) for name in days if name in document}
    return kind(**{**document, **read})


def _moments(kind: Callable[..., A], document: Mapping[str, Any], *moments: str) -> A:
    read = {name: datetime.fromisoformat(document[name]) for name in moments if name in document}
    return kind(**{**document, **read})


_READERS: Mapping[type, Callable[[Mapping[str, Any]], object]] = {
    Contact: _contact,
    Decision: _decision,
    Experiment: _experiment,
    Found: _found,
    Interaction: _interaction,
    Origin: _origin,
    Tie: _tie,
}
