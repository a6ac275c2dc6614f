"""How a table describes what stands in it, and the cells that several tables have."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import Any, TypeAlias

import attrs

from netzwerkwandel.model import Function
from netzwerkwandel.model.naming import called, named_functions
from netzwerkwandel.texts import Catalogue, Explained


Cell: TypeAlias = Callable[[Any, Catalogue], str]
"""What a column says of a row; of any row, as each view knows its own kind."""


@attrs.frozen
class Row:
    """How one thing of a kind is looked at as a row; the first column names it.

    Parameters
    ----------
    caption : str
        The phrase for so many of them.
    columns : mapping of str to callable
        By the phrase of the heading.
    folds : mapping of str to callable
        What waits behind a click, by the phrase to click on.
    """

    caption: str
    columns: Mapping[str, Cell]
    folds: Mapping[str, Cell] = attrs.field(factory=dict)


def no_words(_value: object, _texts: Catalogue) -> str:
    """Tell nothing: the table says it."""
    return ""


@attrs.frozen
class Whole:
    """How a thing with many in it is looked at.

    Parameters
    ----------
    rows : callable
        What stands in its table.
    told : callable
        What is said of the whole.
    is_folded : bool
        Whether the table waits behind a click.
    is_told_below : bool
        Whether the table comes first.
    """

    rows: Callable[[Any], Sequence[object]]
    told: Cell = no_words
    is_folded: bool = False
    is_told_below: bool = False


def explained(value: Explained, texts: Catalogue) -> str:
    """Tell it in words."""
    return value.explain(texts)


EXPLAINED: Mapping[str, Cell] = {"column words": explained}


def who(value: Any, texts: Catalogue) -> str:
    """Name the contact that it is about."""
    return called(value.contact, texts)


def count(name: str) -> Cell:
    """A column that says how many of these there are."""
    return lambda value, texts: texts.number(len(getattr(value, name)))


def functions(some: Collection[Function], texts: Catalogue) -> str:
    """Name functions, in their usual order."""
    return named_functions([each for each in Function if each in some], texts)


def day(one: date | None, texts: Catalogue) -> str:
    """Name a day, if there is one."""
    return "" if one is None else texts.day(one)


def percent(share: float, texts: Catalogue) -> str:
    """Write a share, if it is known."""
    return "" if math.isnan(share) else texts.percent(share)
