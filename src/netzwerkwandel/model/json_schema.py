"""JSON Schemas of types: of a document's ``TypedDict``, and of a record as it is written down."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from enum import EnumType
from typing import (
    Annotated,
    Any,
    Literal,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

import attrs
from typing_extensions import is_typeddict


Schema = dict[str, Any]

_PLAIN: Mapping[Any, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    type(None): {"type": "null"},
    date: {"type": "string", "format": "date"},
    datetime: {"type": "string", "format": "date-time"},
}


@attrs.frozen
class SchemaWriter:
    """Writes schemas; each class once, in ``definitions``, to which the others refer.

    Examples
    --------
    >>> SchemaWriter().of(list[int] | None)
    {'anyOf': [{'type': 'array', 'items': {'type': 'integer'}}, {'type': 'null'}]}
    """

    definitions: dict[str, Schema] = attrs.field(factory=dict)

    def of(self, kind: Any) -> Schema:
        """The schema of a type, as a type checker reads it."""
        if kind in _PLAIN:
            return dict(_PLAIN[kind])
        if is_typeddict(kind) or attrs.has(kind):
            return self._defined(kind)
        if isinstance(kind, EnumType):
            members: list[object] = list(kind)
            return {"enum": list(map(str, members))}
        of_origin = _OF_ORIGIN.get(get_origin(kind))
        if of_origin is None:
            raise TypeError(f"no schema is known of {kind!r}")
        return of_origin(self, *get_args(kind))

    def _defined(self, kind: type[Any]) -> Schema:
        name = kind.__name__.removesuffix("Document")
        if name not in self.definitions:
            self.definitions[name] = {}  # so that one that holds another of its kind finds it
            hints = get_type_hints(kind, include_extras=True)
            fields = attrs.fields_dict(kind) if attrs.has(kind) else {}
            # What a class works out of its fields, and keeps, is no field of a document.
            hints = {name: hint for name, hint in hints.items() if name in fields or not fields}
            optional = {each.name for each in fields.values() if each.default is not attrs.NOTHING}
            self.definitions[name] |= {
                "description": (kind.__doc__ or name).strip().partition("\n")[0],
                "type": "object",
                "properties": {name: self.of(hint) for name, hint in hints.items()},
                "required": [name for name in hints if name not in optional],
                "additionalProperties": False,
            }
        return {"$ref": f"#/$defs/{name}"}

    def annotated(self, kind: Any, *extras: Any) -> Schema:
        """A type with more words of a schema and what they say; or a record, as its dict."""
        schema = self.of(kind)
        for extra in extras:
            schema = {**schema, extra[0]: extra[1]} if isinstance(extra, tuple) else self.of(extra)
        return schema

    def one_of(self, *kinds: Any) -> Schema:
        """One of several types."""
        return {"anyOf": [self.of(kind) for kind in kinds]}

    def several(self, kind: Any, *others: Any) -> Schema:
        """So many values of one type, or a tuple of certain types."""
        if not others or others == (...,):
            return {"type": "array", "items": self.of(kind)}
        items = [self.of(each) for each in (kind, *others)]
        length = {"minItems": len(items), "maxItems": len(items)}
        return {"type": "array", "prefixItems": items, **length}

    def named(self, _: Any, kind: Any) -> Schema:
        """Values by names of any kind."""
        return {"type": "object", "additionalProperties": {} if kind is object else self.of(kind)}

    def literally(self, *values: Any) -> Schema:
        """One of these values."""
        return {"enum": list(values)}


_OF_ORIGIN: Mapping[Any, Callable[..., Schema]] = {
    Annotated: SchemaWriter.annotated,
    Union: SchemaWriter.one_of,
    types.UnionType: SchemaWriter.one_of,
    Literal: SchemaWriter.literally,
    dict: SchemaWriter.named,
    **dict.fromkeys((list, tuple, frozenset, Sequence, AbstractSet), SchemaWriter.several),
}
