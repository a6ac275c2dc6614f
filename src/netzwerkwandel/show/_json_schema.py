from __future__ import annotations

from collections.abc import Mapping
from types import GenericAlias
from typing import Any, get_args, get_origin, get_type_hints

import numpy as np
from typing_extensions import TypedDict

from netzwerkwandel.change import Timeline
from netzwerkwandel.change.documents import StepDocument
from netzwerkwandel.errors import InvalidArgumentError, shown
from netzwerkwandel.metrics.columns import ColumnarResult
from netzwerkwandel.model.as_dict import AsDict, AsDicts
from netzwerkwandel.model.json_schema import SchemaWriter
from netzwerkwandel.records import Records
from netzwerkwandel.storage.exporting import RecordsDocument


_DOCUMENTS: Mapping[type, Any] = {Records: RecordsDocument, Timeline: list[StepDocument]}


def json_schema(of: type[Any]) -> dict[str, Any]:
    """What do the documents look like that this library writes?

    Parameters
    ----------
    of : type
        ``Records`` for what ``export_json`` writes; or the class of a result, such as
        ``Recommendations`` or ``NetworkChange``, for what its ``to_dict`` gives, of a series
        without one, such as ``Timeline``, its ``to_dicts``.

    Returns
    -------
    dict
        A JSON Schema (2020-12), ready for ``json.dumps``. It names every field and allows no other.

    Raises
    ------
    InvalidArgumentError
        If there are no documents of such a class.

    Notes
    -----
    For a type checker there is a ``TypedDict`` of each, which ``to_dict`` returns: in
    ``netzwerkwandel.recommending.documents``, ``netzwerkwandel.change.documents`` and
    ``netzwerkwandel.scoring.documents``.

    Examples
    --------
    >>> import netzwerkwandel as nw
    >>> schema = json_schema(nw.Recommendations)
    >>> schema["$ref"], schema["$defs"]["Recommendations"]["properties"]["candidates"]
    ('#/$defs/Recommendations', {'type': 'integer'})
    """
    writer = SchemaWriter()
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    schema |= writer.of(_document(of))
    return {**schema, "$defs": writer.definitions} if writer.definitions else schema


def _document(of: Any) -> Any:
    """The type of the document of a class."""
    classes = of.__mro__ if isinstance(of, type) else ()
    for kind in _DOCUMENTS.keys() & classes:
        return _DOCUMENTS[kind]
    bases = [base for each in classes for base in vars(each).get("__orig_bases__", ())]
    # By the class that a result is one of: what its document is said to be.
    said = {get_origin(base): get_args(base)[-1] for base in reversed(bases) if get_args(base)}
    if AsDict in said:
        return said[AsDict]
    if AsDicts in said:
        return GenericAlias(list, (said[AsDicts],))
    if ColumnarResult in classes:
        hints = get_type_hints(of)
        arrays = [name for name, hint in hints.items() if get_origin(hint) is np.ndarray]
        if not arrays:  # what is measured of egos has the names that it was given
            return dict[str, list[float | bool]]
        return TypedDict(of.__name__, dict.fromkeys(arrays, list[float | bool]))  # type: ignore[operator]
    raise InvalidArgumentError(f"of must be Records, or the class of a result, got {shown(of)}")
