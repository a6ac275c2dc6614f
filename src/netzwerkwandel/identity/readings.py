"""East Asian names, read: two that were brought into Latin letters by different rules meet here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from netzwerkwandel.identity import chinese, japanese, korean
from netzwerkwandel.identity.scripts import in_latin
from netzwerkwandel.identity.spelling import fold


_MOST_WORDS = 4
_NO_READINGS: frozenset[str] = frozenset()

Parts = tuple[str, str, str]
"""A language, a family name and a given name; the last is empty where it is not known."""


def latin_readings(words: Sequence[str]) -> frozenset[str]:
    """How a name in Latin letters may be read as Chinese, Japanese or Korean, family first or last.

    Examples
    --------
    >>> latin_readings(("chiang", "ching", "kuo")) & latin_readings(("jingguo", "jiang"))
    frozenset({'zh jiang jingguo'})
    >>> latin_readings(("anna", "schmidt"))
    frozenset()
    """
    return frozenset(" ".join(each) for each in _of_words(words) if each[2]) or _NO_READINGS


def latin_families(words: Sequence[str]) -> frozenset[str]:
    """As ``latin_readings``, of the family name alone.

    Examples
    --------
    >>> sorted(latin_families(("tony", "wong")))
    ['zh huang', 'zh wang']
    """
    return frozenset(" ".join(each[:2]) for each in _of_words(words))


def han_readings(characters: str) -> frozenset[str]:
    """How a name in characters, kana or Hangul is read; empty where it is not known.

    Examples
    --------
    >>> sorted(han_readings("佐藤健一")), sorted(han_readings("김민준"))
    (['ja sato kenichi'], ['ko gim mincun'])
    """
    return frozenset(" ".join(each) for each in _of_characters(characters) if each[2])


def han_families(characters: str) -> frozenset[str]:
    """As ``han_readings``, of the family name alone.

    Examples
    --------
    >>> sorted(han_families("王小明"))
    ['zh wang']
    """
    return frozenset(" ".join(each[:2]) for each in _of_characters(characters))


def _of_words(words: Sequence[str]) -> Iterator[Parts]:
    if not 2 <= len(words) <= _MOST_WORDS:
        return
    for given, family in ((words[:-1], words[-1]), (words[1:], words[0])):
        if families := chinese.FAMILIES.get(family):
            told = chinese.given_readings(given) or [""]
            yield from (("zh", *each) for each in product(families, told))
        if families := korean.FAMILIES.get(family):
            yield from (("ko", each, korean.given_form(given)) for each in families)
        form = japanese.japanese_form(family)
        if form and (called := japanese.japanese_form("".join(given))):
            yield "ja", form, called


def _of_characters(characters: str) -> Iterator[Parts]:
    first, _, last = characters.partition(" ")
    if "가" <= characters[:1] <= "힣":
        family, given = korean.parted_korean(characters)
        meant = korean.FAMILIES.get(fold(in_latin(family)), _NO_READINGS)
        form = korean.given_form((fold(in_latin(given)),))
        yield from (("ko", each, form) for each in meant)
        return
    family, given = (first, last) if last else chinese.parted_chinese(characters)
    if chinese.in_pinyin(family):
        yield "zh", chinese.in_pinyin(family), chinese.in_pinyin(given)
    family, given = (first, last) if last else japanese.parted_japanese(characters)
    families = japanese.japanese_readings(family, japanese.FAMILIES)
    told = japanese.japanese_readings(given, japanese.GIVEN) or [""]
    yield from (("ja", *each) for each in product(families, told))
