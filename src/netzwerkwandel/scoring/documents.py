"""What the coverage of a network is as plain values."""

from __future__ import annotations

from typing_extensions import TypedDict

from netzwerkwandel.model.as_dict import Figure, Id


class FunctionDocument(TypedDict):
    """Who serves one function."""

    keys: list[Id]
    amounts: list[float]
    is_stated: list[bool]
    circles: int
    concentration: Figure
    core_only: bool


class CoverageDocument(TypedDict):
    """Who serves each of the six functions."""

    doors: FunctionDocument
    support: FunctionDocument
    orientation: FunctionDocument
    feedback: FunctionDocument
    ideas: FunctionDocument
    information: FunctionDocument
