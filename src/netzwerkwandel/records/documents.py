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
from netzwerkwandel.model.interaction import Interaction
from netzwerkwandel.model.report import Problem, SourceReport
from netzwerkwandel.model.tie import Tie
from netzwerkwandel.model.validation import member
from netzwerkwandel.model.vocabularies import SkipReason
from netzwerkwandel.model.work import Work
from netzwerkwandel.records.found import Found
from netzwerkwandel.records.origin import Origin


R = TypeVar("R", Contact, Decision, Experiment, Found, Interaction, Origin, SourceReport, Tie)

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
        return cast("R", _READERS[kind](document))
    except InvalidRecordError:
        raise
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise InvalidRecordError(
            f"a document must be one of a {kind.__name__}, got one that is not: {error}"
        ) from error


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


def _contact(document: Mapping[str, Any]) -> Contact:
    works = [_work(each) for each in _list(document, "earlier_work")]
    return Contact(**_dated(document, "seen") | {"earlier_work": works})


def _work(document: Mapping[str, Any]) -> Work:
    return Work(**_dated(document, "seen"))


def _found(document: Mapping[str, Any]) -> Found:
    contacts = [_contact(each) for each in _list(document, "contacts")]
    return Found(**{**document, "contacts": contacts})


def _tie(document: Mapping[str, Any]) -> Tie:
    return Tie(**_dated(document, "since"))


def _experiment(document: Mapping[str, Any]) -> Experiment:
    return Experiment(**_dated(document, "started", "ended"))


def _interaction(document: Mapping[str, Any]) -> Interaction:
    return Interaction(**_timed(document, "when"))


def _decision(document: Mapping[str, Any]) -> Decision:
    return Decision(**document)


def _origin(document: Mapping[str, Any]) -> Origin:
    return Origin(**{**document, "reports": [_report(r) for r in _list(document, "reports")]})


def _report(document: Mapping[str, Any]) -> SourceReport:
    _check_types(document, kind=str, where=str, read=int, used=int, addresses=int)
    return SourceReport(
        **_timed(document, "first", "last")
        | {
            "skipped": [_skipped(*each) for each in _list(document, "skipped")],
            "problems": [_problem(each) for each in _list(document, "problems")],
        }
    )


def _skipped(reason: str, n: int) -> tuple[SkipReason, int]:
    _check_types({"n": n}, n=int)
    return member(SkipReason, reason), n


def _problem(document: Mapping[str, Any]) -> Problem:
    _check_types(document, where=str, reason=str)
    return Problem(**document)


def _check_types(document: Mapping[str, Any], **types: type) -> None:
    """Reports are written by readers of exports, and check nothing themselves."""
    for name, kind in types.items():
        if name in document and type(document[name]) is not kind:
            raise TypeError(f"{name} must be of type {kind.__name__}")


def _list(document: Mapping[str, Any], name: str) -> list[Any]:
    _check_types(document, **{name: list})
    return cast("list[Any]", document.get(name, []))


def _dated(document: Mapping[str, Any], *days: str) -> Document:
    return _read(date.fromisoformat, document, days)


def _timed(document: Mapping[str, Any], *moments: str) -> Document:
    return _read(datetime.fromisoformat, document, moments)


def _read(
    read: Callable[[str], date], document: Mapping[str, Any], names: tuple[str, ...]
) -> Document:
    told = [name for name in names if document.get(name) is not None]
    return {**document, **{name: read(document[name]) for name in told}}


_READERS: Mapping[type, Callable[[Mapping[str, Any]], object]] = {
    Contact: _contact,
    Decision: _decision,
    Experiment: _experiment,
    Found: _found,
    Interaction: _interaction,
    Origin: _origin,
    SourceReport: _report,
    Tie: _tie,
}
