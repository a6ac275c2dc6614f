from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any, Self

import attrs

from netzwerkwandel.texts._catalogue import Catalogue
from netzwerkwandel.texts.languages import Language, catalogue


LANGUAGE = "en"
"""In this one it is told where nobody says another."""


class Shown:
    """What a notebook shows as a table: whatever an export says is text in it and no markup."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        from netzwerkwandel.show import html

        return html(self)


@attrs.frozen(eq=False, repr=False)
class Spoken(Shown):
    """What is found in records, and shown in their language where no other is asked for.

    Parameters
    ----------
    language : str or Catalogue, optional
        In which it is told where none is asked for: that of the records it was found in. Two
        results that differ only in this are equal.
    """

    language: Language | None = attrs.field(default=None, kw_only=True, eq=False, repr=False)

    def texts_in(self, language: Language | None) -> Catalogue:
        """Give the words of the language asked for, or else of its own.

        Parameters
        ----------
        language : str or Catalogue or None
            As for ``explain``.

        Returns
        -------
        Catalogue
            The texts.

        Raises
        ------
        InvalidArgumentError
            If there are no texts in that language.
        """
        return spoken(language, self.language)

    def in_language(self, language: Language | None) -> Self:
        """Give the same, to be told in another language wherever none is asked for.

        Parameters
        ----------
        language : str or Catalogue or None
            As for ``explain``; None for English.

        Returns
        -------
        Spoken
            Equal to this one.

        Raises
        ------
        InvalidArgumentError
            If there are no texts in that language.
        """
        if language is not None:
            catalogue(language)
        parts = {
            field.alias: _in_language(getattr(self, field.name), language)
            for field in attrs.fields(type(self))
            if field.name != "language"
        }
        return type(self)(**parts, language=language)


@attrs.frozen(eq=False, repr=False)
class Explained(Spoken, ABC):
    """What can be told in words, in every language that there are texts for."""

    @abstractmethod
    def _told(self, texts: Catalogue) -> str:
        """Tell it in the words of a catalogue."""

    def explain(self, language: Language | None = None) -> str:
        """Tell it in words.

        Parameters
        ----------
        language : str or Catalogue, optional
            ``"en"``, ``"de"``, or a catalogue of one's own; by default that of the records it was
            found in, or else English.

        Returns
        -------
        str
            Sentences, without an address in them.

        Raises
        ------
        InvalidArgumentError
            If there are no texts in that language.
        """
        return self._told(self.texts_in(language))


def spoken(language: Language | None, own: Language | None) -> Catalogue:
    """Give the words of the language asked for, or else of one's own, or else English."""
    return catalogue((own or LANGUAGE) if language is None else language)


def is_told(field: attrs.Attribute[Any], _value: object) -> bool:
    """Whether a field belongs to what a result says, for ``attrs.asdict``."""
    return field.name != "language"


def _in_language(part: object, language: Language | None) -> object:
    if isinstance(part, tuple):
        # Most are the keys of thousands of people, in which there is nothing to tell.
        if not any(issubclass(kind, Spoken | tuple) for kind in set(map(type, part))):
            return part
        return tuple(_in_language(each, language) for each in part)
    return part.in_language(language) if isinstance(part, Spoken) else part
