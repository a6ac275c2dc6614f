from __future__ import annotations

from collections.abc import Iterable
from typing import Self, TypeVar

from netzwerkwandel.texts.explained import Shown, Spoken
from netzwerkwandel.texts.languages import Language, catalogue


E = TypeVar("E")

SHOWN = 10
"""So many stand in a repr; the others are counted."""


class Several(tuple[E, ...], Shown):  # noqa: SLOT001 - it carries its language
    """Several results: a tuple that a notebook shows as a table.

    Examples
    --------
    >>> several = Several.of(["ana", "ben"], "de")
    >>> several, several.language
    (('ana', 'ben'), 'de')
    """

    language: Language | None = None

    def __repr__(self) -> str:
        if len(self) <= SHOWN:
            return super().__repr__()
        return f"({', '.join(map(repr, self[:SHOWN]))}, ... {len(self):,} in all)"

    @classmethod
    def of(cls, results: Iterable[E], language: Language | None) -> Self:
        """Put results together, each to be told in a language where none is asked for."""
        return cls(results).in_language(language)

    def in_language(self, language: Language | None) -> Self:
        """Give the same, to be told in another language wherever none is asked for.

        Parameters
        ----------
        language : str or Catalogue or None
            As for ``explain``; None for English.

        Returns
        -------
        Several
            Equal to this one.

        Raises
        ------
        InvalidArgumentError
            If there are no texts in that language.
        """
        if language is not None:
            catalogue(language)
        told = (e.in_language(language) if isinstance(e, Spoken) else e for e in self)
        several = type(self)(told)
        several.language = language
        return several


class Stated(Shown):
    """What somebody states, as a contact or a tie: it has no language, and is the same in all."""

    __slots__ = ()

    def in_language(self, language: Language | None) -> Several[Self]:
        """Give it to be looked at in a language: alone it is shown in English.

        Parameters
        ----------
        language : str or Catalogue or None
            As for ``explain``; None for English.

        Returns
        -------
        tuple
            It alone.

        Raises
        ------
        InvalidArgumentError
            If there are no texts in that language.
        """
        return Several.of([self], language)
