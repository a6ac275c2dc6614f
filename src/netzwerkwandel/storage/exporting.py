"""All of one person's records as one JSON document, and back."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, Final, Literal, NoReturn, TypeVar

import attrs
from typing_extensions import TypedDict

from netzwerkwandel.errors import InvalidRecordError, StorageError, shortened
from netzwerkwandel.model import (
    Contact,
    Experiment,
    Goal,
    Interaction,
    Key,
    MeEvidence,
    SourceReport,
    Suggestion,
    Tie,
)
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.records import Records
from netzwerkwandel.records.contents import Pairs
from netzwerkwandel.records.documents import record_of, text_of


FORMAT: Final = "netzwerkwandel records"
SCHEMA: Final = 3
"""Rises with every change that an older version could not read."""

Pair = Annotated[list[Key], ("minItems", 2), ("maxItems", 2)]


class RecordsDocument(TypedDict):
    """Everything that is known of one person, as ``export_json`` writes it.

    A record is a dict of its fields, in which those are left out that say "not known".
    """

    format: Literal["netzwerkwandel records"]
    schema: int
    owner: str
    me: Key | None
    me_evidence: MeEvidence
    goal: Annotated[dict[str, object], Goal] | None
    language: str | None
    contacts: list[Annotated[dict[str, object], Contact]]
    found: list[Annotated[dict[str, object], Contact]]
    ties: list[Annotated[dict[str, object], Tie]]
    interactions: list[Annotated[dict[str, object], Interaction]]
    experiments: list[Annotated[dict[str, object], Experiment]]
    suggestions: list[Annotated[dict[str, object], Suggestion]]
    merged: list[Pair]
    kept_apart: list[Pair]
    reports: list[Annotated[dict[str, object], SourceReport]]


R = TypeVar("R", Contact, Experiment, Interaction, SourceReport, Suggestion, Tie)

_TEXT = (str,)
_LIST = (list,)
_FIELDS: Mapping[str, tuple[type, ...]] = {
    "format": _TEXT,
    "schema": (int,),
    "owner": _TEXT,
    "me": (str, type(None)),
    "me_evidence": _TEXT,
    "goal": (dict, type(None)),
    "language": (str, type(None)),
    "contacts": _LIST,
    "found": _LIST,
    "ties": _LIST,
    "interactions": _LIST,
    "experiments": _LIST,
    "suggestions": _LIST,
    "merged": _LIST,
    "kept_apart": _LIST,
    "reports": _LIST,
}


def export_json(records: Records, *, owner: str = "") -> str:
    """Everything that is known of one person, as a document to take along: what does it hold?

    JSON with one record on each line, so that two exports can be compared line by line. It holds
    all that the records hold: names, addresses and notes too.

    Parameters
    ----------
    records : Records
        What to write; of a storage, ``storage.load()``.
    owner : str
        Whose data it is, in a storage for several people; written down for the reader alone.

    Returns
    -------
    str
        To be written as UTF-8; the same text for the same records.

    Raises
    ------
    StorageError
        If a text holds half of a surrogate pair, which UTF-8 cannot write.
    InvalidArgumentError
        If ``records`` is no ``Records``, or ``owner`` no text.

    Examples
    --------
    >>> records = Records(contacts=[Contact(key="card:1", name="Ben Okafor")])
    >>> import_json(export_json(records)) == records
    True
    """
    check_kind("records", records, Records)
    check_kind("owner", owner, str)
    values: dict[str, Any] = {"format": FORMAT, "schema": SCHEMA, "owner": owner}
    parts, begin = [], "{\n"
    for name, types in _FIELDS.items():
        value = values[name] if name in values else getattr(records, name)
        lines = _list(value) if types is _LIST else [_json(value)]
        parts += [f"{begin}{_json(name)}: ", *lines]
        begin = ",\n"
    text = "".join([*parts, "\n}\n"])
    try:
        text.encode()
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        raise StorageError(
            "a text to be exported must hold no half of a surrogate pair, got one in "
            f"line {line:,} of the document"
        ) from None  # the error of Python holds all of the text
    return text


def import_json(text: str) -> Records:
    """Read the records back that ``export_json`` wrote: what was known then?

    Parameters
    ----------
    text : str
        The document.

    Returns
    -------
    Records
        Equal to those that were written.

    Raises
    ------
    StorageError
        If the text is no such document, or one of a newer version.
    InvalidRecordError
        If a record in it breaks a rule.
    InvalidArgumentError
        If it is no text at all.

    Examples
    --------
    >>> ben = Contact(key="card:1", name="Ben Okafor")
    >>> import_json(export_json(Records(contacts=[ben]))).contacts
    (Contact('Ben Okafor'),)
    """
    export = Export.of(check_kind("text", text, str))
    return Records(
        contacts=export.records(Contact, "contacts"),
        found=export.records(Contact, "found"),
        ties=export.records(Tie, "ties"),
        interactions=export.records(Interaction, "interactions"),
        experiments=export.records(Experiment, "experiments"),
        suggestions=export.records(Suggestion, "suggestions"),
        me=export.document["me"],
        me_evidence=export.document["me_evidence"],
        goal=export.goal(),
        language=export.document["language"],
        merged=export.pairs("merged"),
        kept_apart=export.pairs("kept_apart"),
        reports=export.records(SourceReport, "reports"),
    )


def _list(values: Pairs | Iterable[attrs.AttrsInstance]) -> Iterator[str]:
    """A list in pieces, with a record on each line."""
    lines = map(_json, sorted(values)) if isinstance(values, frozenset) else map(text_of, values)
    begin = "["
    for line in lines:
        yield f"{begin}\n{line}"
        begin = ","
    yield "[]" if begin == "[" else "\n]"


def _json(value: object) -> str:
    return text_of(value) if isinstance(value, Goal) else json.dumps(value, ensure_ascii=False)


@attrs.frozen
class Export:
    """The outermost object of a document that is read, with the fields that it must have."""

    document: Mapping[str, Any]

    @classmethod
    def of(cls, text: str) -> Export:
        """Read it, and see that it is one of ours."""
        try:
            document = json.loads(
                text, object_pairs_hook=cls._each_once, parse_constant=cls._no_number
            )
        except (ValueError, RecursionError) as error:
            raise StorageError(
                f"an export must be JSON, got a text that is not: {error}"
            ) from error
        if not isinstance(document, dict) or document.get("format") != FORMAT:
            raise StorageError(f'an export must have "format": {_json(FORMAT)}, got a text without')
        schema = document.get("schema")
        if type(schema) is int and schema > SCHEMA:
            raise StorageError(
                f"an export must be of schema {SCHEMA} or older, got {schema}: a newer version of "
                "netzwerkwandel wrote it; update to read it"
            )
        if schema == 1:  # which knew no suggestions
            document = {"suggestions": [], **document}
        if type(schema) is int and schema < SCHEMA:  # which knew neither a goal nor a language
            document = {"goal": None, "language": None, **document}
        return cls(document)

    def __attrs_post_init__(self) -> None:
        if missing := _FIELDS.keys() - self.document.keys():
            raise StorageError(f"an export must have {sorted(missing)}, got one without")
        if unknown := self.document.keys() - _FIELDS.keys():
            raise StorageError(
                f"an export can have {sorted(_FIELDS)}, got one with {sorted(unknown)}"
            )
        for name, types in _FIELDS.items():
            if type(self.document[name]) not in types:
                named = " or ".join(each.__name__ for each in types)
                raise StorageError(f"{name} of an export must be of type {named}")
        if (schema := self.document["schema"]) < 1:
            raise StorageError(f"schema of an export must be at least 1, got {schema}")

    def records(self, kind: type[R], name: str) -> list[R]:
        """Those of a kind, in the order in which they stand."""
        records: list[R] = []
        try:
            for each in self.document[name]:
                records.append(record_of(kind, each))  # noqa: PERF401 (the error counts them)
        except InvalidRecordError as error:
            raise InvalidRecordError(f"{name}, number {len(records) + 1}: {error}") from error
        return records

    def goal(self) -> Goal | None:
        """Where the change is heading."""
        told = self.document["goal"]
        try:
            return None if told is None else record_of(Goal, told)
        except InvalidRecordError as error:
            raise InvalidRecordError(f"goal: {error}") from error

    def pairs(self, name: str) -> Iterator[list[str]]:
        """Pairs of keys."""
        for pair in self.document[name]:
            if type(pair) is not list or [type(key) for key in pair] != [str, str]:
                raise InvalidRecordError(f"{name} of an export must be pairs of two keys")
            yield pair

    @staticmethod
    def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        fields = dict(pairs)
        if len(fields) != len(pairs):
            (twice, _), *_ = Counter(name for name, _ in pairs).most_common(1)
            raise ValueError(f"the name {shortened(twice)} stands twice in one object")
        return fields

    @staticmethod
    def _no_number(name: str) -> NoReturn:
        raise ValueError(f"{name} is no number")
