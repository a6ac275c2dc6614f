"""Other values in any place of a JSON document, to see what a reader makes of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st


Place = tuple[Any, ...]

_SIMPLE = [
    None,
    True,
    10**400,
    -1,
    0.5,
    1e308,
    "",
    "a",
    "2026-03-04",
    "2026-03-04T12:00:00",
    "mail",
]
_NAMES = st.sampled_from(["key", "seen", "where", "x"])
anything = st.recursive(
    st.sampled_from(_SIMPLE) | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_NAMES, inner, max_size=3),
    max_leaves=5,
)


def places(document: Any, at: Place = ()) -> Iterator[Place]:
    """Every place in a document, the outermost first."""
    yield at
    if isinstance(document, dict | list):
        named = document.items() if isinstance(document, dict) else enumerate(document)
        for name, inner in named:
            yield from places(inner, (*at, name))


def replaced(document: Any, at: Place, value: Any) -> Any:
    """A document with another value in one place."""
    if not at:
        return value
    copy = document.copy()
    copy[at[0]] = replaced(document[at[0]], at[1:], value)
    return copy


def deep() -> list[Any]:
    """A list in a list in a list, deeper than Python can follow."""
    nested: list[Any] = []
    for _ in range(100_000):
        nested = [nested]
    return nested
