"""Names as they are shown: in order, and without what is no part of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from netzwerkwandel.identity.name_words import (
    BESIDE_A_NAME,
    FAMILIES_TOO,
    SALUTATIONS,
    SUFFIXES,
)
from netzwerkwandel.identity.names import BRACKETS, without_slogan
from netzwerkwandel.identity.spelling import fold
from netzwerkwandel.identity.words import (
    Word,
    begins_with_given,
    is_remark,
    is_remark_in_brackets,
    without_extras,
)


# Of plain letters folding leaves out some of these and no others: words of which the rest differs
# fold to two forms. To look at that first takes a quarter of the time of folding them.
_FOLDED_AWAY = str.maketrans("", "", "aej")
_SKELETONS = frozenset(word.translate(_FOLDED_AWAY) for word in BESIDE_A_NAME)


def in_order(text: str) -> str | None:
    """Turn ``Last, First`` round; None where what follows the comma is no given name.

    Examples
    --------
    >>> in_order("Okafor, Ben"), in_order("Müller-Stein, Karl-Heinz Prof. Dr.")
    ('Ben Okafor', 'Karl-Heinz Müller-Stein')
    >>> in_order("Anna Schmidt, Coach") is in_order("Contoso, Ltd.") is None
    True
    """
    before, *behind = text.split(",")
    first, in_capitals = Word.several(before), text.isupper()
    rest = [words for part in behind if (words := _name_behind(part, in_capitals=in_capitals))]
    if not rest or not first or begins_with_given(first, rest[0]):
        return None
    given = without_extras(rest[0])
    return " ".join(word.written for word in (*given, *first)) if given else None


# Thousands of people share some hundreds of given names.
@lru_cache(maxsize=4_096)
def _name_behind(part: str, *, in_capitals: bool) -> tuple[Word, ...]:
    """The words of a part behind a comma; none where they are a remark."""
    words = Word.several(part)
    return () if not words or is_remark(words, in_capitals=in_capitals) else tuple(words)


def shown_name(text: str) -> str:
    """Say what to call somebody whom an export names like this; what tells people apart stays.

    Letters and remarks behind a name, pictures, words that are typed into address books beside it,
    and titles that stand between its words are left out.

    Examples
    --------
    >>> shown_name("Ben Okafor, CIPP/E"), shown_name("Ulf Hahn | Agile Coach")
    ('Ben Okafor', 'Ulf Hahn')
    >>> shown_name("Dr. Anna Becker (geb. Schmidt)"), shown_name("Ute Dr. Weber")
    ('Dr. Anna Becker (geb. Schmidt)', 'Ute Weber')
    >>> shown_name("Mama Handy"), shown_name("Ben Okafor, Jr.")
    ('Mama', 'Ben Okafor, Jr.')
    """
    letters = text.replace(" ", "")
    is_plain = letters.isalpha() or (letters.isalnum() and len(text.split()) < 3)
    if is_plain and text.isascii() and not _has_word_beside(text.split()):
        return text
    told = without_slogan(text)
    for bracket in BRACKETS.findall(told):
        if is_remark_in_brackets(bracket[1:-1]):
            told = told.replace(bracket, " ")
    first, *behind = told.split(",")
    in_capitals = text.isupper()
    kept = [_without_remarks(first.split())]
    for part in behind:
        words = Word.several(part)
        is_suffix = words and "".join(words[-1].pieces) in SUFFIXES
        if words and (is_suffix or not is_remark(words, in_capitals=in_capitals)):
            kept.append(" ".join(part.split()))
    return ", ".join(part for part in kept if part) or text


def _has_word_beside(words: Sequence[str]) -> bool:
    """Say whether words of plain letters have one among them that is typed beside a name."""
    skeletons = (word.casefold().translate(_FOLDED_AWAY) for word in words)
    return not (_SKELETONS.isdisjoint(skeletons) or BESIDE_A_NAME.isdisjoint(map(fold, words)))


def _without_remarks(written: Sequence[str]) -> str:
    """The words of a name, of which the others are left out where one is left."""
    # A picture is no word; "&" joins two people, and a number is kept.
    signs = ([Word(text, (text,))] if any(map(str.isalnum, text)) else [] for text in written)
    words = [
        w for text, sign in zip(written, signs, strict=True) for w in Word.several(text) or sign
    ]
    beside = BESIDE_A_NAME if len(words) > 2 else BESIDE_A_NAME - FAMILIES_TOO
    while len(words) > 2 and words[-1].is_surely_behind():
        words.pop()
    kept: list[Word] = []
    for word in words:
        # "Prof. Dr. Eva Lindner" is called so; in "Lindner Prof. Dr." the titles stand behind.
        is_inside = not all(each.is_title() for each in kept) and word.is_title_anywhere()
        is_suffix = "".join(word.pieces) in SUFFIXES
        if is_suffix or not (is_inside or word.is_among(beside)):
            kept.append(word)
    if len(kept) > 1 and kept[0].is_among(SALUTATIONS):
        kept = kept[1:]
    return " ".join(word.written for word in kept or words)
