"""Names in other scripts: written in Latin letters, and compared by how they sound."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from netzwerkwandel.identity.pinyin import PINYIN


_CYRILLIC = dict(
    zip("абвгґдеєжзиіїйклмнопрстуфхцчшщъыьэюяўјљњћђџѕќѓ", (
        "a b v g g d e ie zh z i i i i k l m n o p r s t u f kh ts ch sh shch  y  e iu ia u j lj nj"
        " c d dz dz k g"
    ).split(" "), strict=True)
)  # fmt: skip
_GREEK = dict(
    zip("αβγδεζηθικλμνξοπρσςτυφχψω", (
        "a v g d e z i th i k l m n x o p r s s t y f kh ps o"
    ).split(" "), strict=True)
)  # fmt: skip
# Of Arabic and Hebrew only the consonants are written; the skeleton of a Latin name drops vowels.
_SEMITIC = dict(
    zip("بتثجحخدذرزسشصضطظعغفقكلمنهويאבגדהוזחטיכךלמםנןסעפףצץקרשת", (
        "b t th j h kh d dh r z s sh s d t z  gh f k k l m n h w y"
        "  b g d h v z h t y k k l m m n n s  p p s s k r sh t"
    ).split(" "), strict=True)
) | dict.fromkeys("اأإآىئؤءةـ", "")  # fmt: skip

_ARTICLE, _LONGEST_BARE = "ال", 4
_BEFORE_H = tuple("cdgkpstz")

# A syllable of Hangul is taken apart into one of 19 first sounds, 21 vowels and 28 last sounds.
_HANGUL_FIRST = "g kk n d tt r m b pp s ss  j jj ch k t p h".split(" ")
_HANGUL_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(" ")
_HANGUL_LAST = " k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ")
_KOREAN_FAMILIES = dict(
    zip("김이박최정강조윤임오신권안유류전고문배백허심노곽차주우구염공국", (
        "kim lee park choi jung kang cho yoon lim oh shin kwon ahn yoo ryu jeon ko moon bae baek"
        " hur shim noh kwak cha joo woo koo yeom kong kook"
    ).split(), strict=True)
)  # fmt: skip
_JAMO = {
    chr(start + i): sound
    for start, sounds in ((0x1100, _HANGUL_FIRST), (0x1161, _HANGUL_VOWELS), (0x11A7, _HANGUL_LAST))
    for i, sound in enumerate(sounds)
}
_PERSIAN = dict(zip("پچژگکیةھہی", "p ch zh g k y  h h y".split(" "), strict=True))
_GEORGIAN = dict(
    zip("აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ", (
        "a b g d e v z t i k l m n o p zh r s t u p k gh q sh ch ts dz ts ch kh j h"
    ).split(), strict=True)
)  # fmt: skip
_ARMENIAN = dict(
    zip("աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև", (
        "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts w p k o f ev"
    ).split(), strict=True)
)  # fmt: skip
# Nine scripts of India are laid out alike, 128 places apart: क in each is 21 after the first. Of
# vowels only those that begin a word are letters.
_INDIAN_VOWELS, _INDIAN_CONSONANTS = (
    "a a i i u u r l e e e ai o o o au".split(),
    (
        "k kh g gh n ch chh j jh n t th d dh n t th d dh n n p ph b bh m y r r l l l v sh sh s h"
    ).split(),
)
_INDIAN = {
    chr(0x900 + 128 * script + first + i): sound
    for script in range(9)
    for first, sounds in ((5, _INDIAN_VOWELS), (21, _INDIAN_CONSONANTS))
    for i, sound in enumerate(sounds)
}
_ALPHABETS = _CYRILLIC | _GREEK | _SEMITIC | _JAMO | _PERSIAN | _GEORGIAN | _ARMENIAN | _INDIAN
_GREEK_PAIRS = (("ου", "ou"), ("γγ", "ng"), ("ει", "i"), ("αι", "e"), ("αυ", "av"), ("ευ", "ev"))
_GREEK_FIRST = {"μπ": "b", "ντ": "d", "γκ": "g"}

# What the ways to write a sound in Latin letters have in common; in this order.
_CONSONANTS, _VOWEL_SOUNDS = (
    tuple((re.compile(pattern), sound) for pattern, sound in pairs)
    for pairs in (
        (
            *(("schtsch|shch", "s"), ("tsch|tch", "c"), ("sch|sh|zh", "s"), ("kh|g", "h")),
            *(("ph", "f"), ("th", "t"), ("ck|q|c(?=[aoulr])", "k"), ("ts|tz|z", "s")),
        ),
        (
            *(("ch", "c"), ("x", "ks"), ("w", "v"), ("eo|ou|oo", "u"), ("ee", "i"), ("[yj]", "i")),
            *(("ei", "i"), ("i[eo]", "e"), (r"(.)\1+", r"\1")),
        ),
    )
)
_VOWELS = re.compile("(?<=.)[aeiouyw]|^[aeiou]")


def is_han(text: str) -> bool:
    """Say whether a text is written in the characters of Chinese, Japanese or Korean only.

    Examples
    --------
    >>> is_han("佐々木 花子"), is_han("김민준"), is_han("Anna 王")
    (True, True, False)
    """
    letters = text.replace(" ", "")
    return bool(letters) and all("々" <= c <= "鿿" or "가" <= c <= "힣" for c in letters)


def in_latin(word: str, *, is_family: bool = False) -> str:
    """Write a word in Latin letters; what is not known stays as it is.

    Examples
    --------
    >>> in_latin("щербаков"), in_latin("παπαδοπουλος"), in_latin("박", is_family=True)
    ('shcherbakov', 'papadopoulos', 'park')
    >>> in_latin("민준"), in_latin("丽华"), in_latin("anna")
    ('minjun', 'lihua', 'anna')
    """
    if word.isascii():
        return word
    if is_family and (korean := _KOREAN_FAMILIES.get(word)):
        return korean
    # The article of Arabic names is a word of its own in Latin letters: "al-Zahra".
    if len(word) > _LONGEST_BARE and word.startswith(_ARTICLE):
        word = word.removeprefix(_ARTICLE)
    word = _GREEK_FIRST.get(word[:2], word[:2]) + word[2:]
    for pair, latin in _GREEK_PAIRS:
        word = word.replace(pair, latin)
    # An h of its own is no part of the letter before: of "zhr" for Zahra, not the zh of Zhukov.
    told = ""
    for char in unicodedata.normalize("NFD", word):
        latin = _ALPHABETS.get(char, PINYIN.get(char, char))
        told += f"'{latin}" if latin == "h" and told[-1:] in _BEFORE_H else latin
    return told


# The words of names come again and again, and each is a row of substitutions.
@lru_cache(maxsize=65_536)
def sound(word: str, *, vowels: bool = True, german: bool = False) -> str:
    """Bring the ways to write a word in Latin letters to one form.

    Examples
    --------
    >>> sound("sergej") == sound("sergey"), sound("kusnezow") == sound("kuznetsov")
    (True, True)
    >>> sound("mohamed", vowels=False), sound("mhmd", vowels=False)
    ('mhmd', 'mhmd')
    >>> sound("michail", german=True) == sound("mikhail")
    True
    """
    # "ch" is the first sound of Chekhov, and in German the middle one.
    word = word.replace("ch", "kh") if german and "sch" not in word else word
    for pattern, form in (*_CONSONANTS, *_VOWEL_SOUNDS) if vowels else _CONSONANTS:
        word = pattern.sub(form, word)
    word = word.replace("'", "")
    return word if vowels else re.sub(r"(.)\1+", r"\1", _VOWELS.sub("", word))
