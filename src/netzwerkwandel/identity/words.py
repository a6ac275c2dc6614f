"""The words of a name: which of them are titles, letters behind it, remarks, and which the name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import attrs

from netzwerkwandel.identity.name_words import (
    AND,
    AND_OF_GIVEN,
    BESIDE_A_NAME,
    BOOK_WORDS,
    CREDENTIALS,
    NOBILITY,
    PARTICLES,
    PLURAL_ARTICLES,
    RELATIVES,
    REMARKS,
    SEVERAL,
    SUFFIXES,
    TITLES,
    TITLES_CUT_SHORT,
)
from netzwerkwandel.identity.nicknames import is_given_name
from netzwerkwandel.identity.spelling import fold


LETTERS = re.compile(r"[^\W\d_]+")
JOINTS = re.compile(r"[.·_‐-]")
_AFTER_COMMA = frozenset([*TITLES, *CREDENTIALS, *SUFFIXES])
_IN_REMARKS = REMARKS | SEVERAL
_LONGEST_CODE = 4
_FIRMS = frozenset(["gmbh", "ag", "kg", "inc", "ltd"])


@attrs.frozen
class Word:
    """A word of a name as written, and its folded pieces: ``Dipl.-Ing.`` has two."""

    written: str
    pieces: tuple[str, ...]

    @classmethod
    def several(cls, text: str) -> list[Word]:
        """The words of a text that have letters, and the signs that join two people."""
        words = []
        for word in text.split():
            pieces = ("".join(filter(str.isalnum, each)) for each in JOINTS.split(fold(word)))
            if lettered := tuple(piece for piece in pieces if LETTERS.search(piece)):
                words.append(cls(word, lettered))
            elif word in AND:
                words.append(cls(word, (word,)))
        return words

    def is_among(self, known: Iterable[str]) -> bool:
        """Whether it, or each of its pieces, is one of some folded words."""
        known = frozenset(known)
        return "".join(self.pieces) in known or known.issuperset(self.pieces)

    def is_initials(self) -> bool:
        """``O.P.`` is of two, and ``Li`` of none."""
        return all(len(piece) == 1 for piece in self.pieces)

    def is_sign(self) -> bool:
        """Whether it joins two people: ``und``, and not the initial of ``Hans U. Meier``."""
        return self.pieces[0] in AND and (len(self.pieces[0]) > 1 or not self.written[0].isupper())

    def is_title(self) -> bool:
        """``h. c.`` is one, and the capital letter of ``H. Meier`` is a name's."""
        written = self.written.rstrip(".")
        if self.written.endswith(".") and self.is_among(TITLES_CUT_SHORT):
            return True
        return self.is_among(TITLES) and (len(written) > 1 or written.islower())

    def is_title_anywhere(self) -> bool:
        """Whether it is a title between the words of a name, too: ``Ute Dr. Weber``."""
        return self.is_title() and ("." in self.written or self.pieces[0] in {"dr", "prof"})

    def is_particle(self, *, leads: bool) -> bool:
        """``van Gogh`` has one, and ``Van Morrison`` has a given name."""
        return self.is_among(PARTICLES) and (not leads or self.written.islower())

    def is_credential(self, *, in_capitals: bool) -> bool:
        """Whether it looks like letters after a name: ``CIPP/E``, ``SHRM-SCP``, ``M.Sc.``."""
        if self.is_among(_AFTER_COMMA):
            return True
        letters = [c for c in self.written if c.isalpha()]
        if in_capitals or len(letters) < 2:
            return False
        return all(c.isupper() for c in letters) or "/" in self.written or "®" in self.written

    def is_surely_behind(self) -> bool:
        """Whether it is letters after a name for sure: ``M.A.``, ``PMP®``, ``CIPP/E``."""
        letters = [c for c in self.written if c.isalpha()]
        has_sign = any(sign in self.written for sign in "./®") and all(map(str.isupper, letters))
        return len(letters) > 1 and (self.is_among(CREDENTIALS) or (has_sign and len(letters) > 2))


def are_several(words: Sequence[Word]) -> bool:
    """Whether the words of a name tell of more than one person.

    Examples
    --------
    >>> [are_several(Word.several(text)) for text in ("Ana y Luis Vega", "José Ortega y Gasset")]
    [True, False]
    """
    if len(words) < 2:
        return False
    if is_plural(words) or any(word.is_among(SEVERAL) for word in words):
        return True
    return any(
        sign.is_sign()
        or (
            sign.written in AND_OF_GIVEN
            and is_given_name(before.pieces[0])
            and is_given_name(after.pieces[0])
        )
        for before, sign, after in zip(words, words[1:], words[2:], strict=False)
    )


def is_plural(words: Sequence[Word]) -> bool:
    """Whether this is a family called as one: ``The Smiths``."""
    if len(words) != 2 or words[0].written.casefold() not in PLURAL_ARTICLES:
        return False
    return words[1].pieces[-1].endswith("s") or words[0].written.casefold() == "los"


def without_signs(words: Sequence[Word]) -> list[Word]:
    """The words of a name without those that say that it is of several."""
    if is_plural(words):
        return [Word(words[1].written, (words[1].pieces[-1].removesuffix("s"),))]
    kept = [word for word in words if not (word.is_sign() or word.is_among(SEVERAL))]
    return kept or list(words)


def begins_with_given(first: Sequence[Word], after: Sequence[Word]) -> bool:
    """Whether what stands before a comma is a whole name already: ``Anna Schmidt, Contoso``."""
    before = without_extras(first)
    if len(before) < 2 or before[0].is_particle(leads=True):
        return False
    return is_given_name(before[0].pieces[0]) and not is_given_name(after[0].pieces[0])


def is_remark(words: Sequence[Word], *, in_capitals: bool) -> bool:
    """Whether some words are no name: letters behind one, a post, a firm."""
    return all(
        word.is_credential(in_capitals=in_capitals) or word.is_among(_IN_REMARKS) for word in words
    ) or any(word.is_among(_FIRMS) for word in words)


def is_remark_in_brackets(bracket: str) -> bool:
    """Whether what stands in brackets is a remark: ``she/her``, ``CT RDA``, ``Coach``."""
    words = Word.several(bracket)
    is_code = bracket.isupper() and all(len(word) <= _LONGEST_CODE for word in bracket.split())
    return (
        "/" in bracket or is_code or all(word.is_among(REMARKS | BESIDE_A_NAME) for word in words)
    )


def without_extras(words: Sequence[Word]) -> list[Word]:
    """The words without titles and without what is typed into address books beside a name."""
    words = [word for word in words if not word.is_among(BOOK_WORDS)] or list(words)
    while len(words) > 1 and words[0].is_title():
        words = words[1:]
    words = [w for i, w in enumerate(words) if i == 0 or not w.is_title_anywhere()]
    if len(words) > 2:
        words = [*(w for w in words[:-1] if not w.is_among(NOBILITY)), words[-1]]
    # "Tante Ute" is Ute, and "Mama" is nobody's name.
    while words and words[0].is_among(RELATIVES):
        words = words[1:]
    return words
