"""Names in other scripts: written in Latin letters, and compared by how they sound."""

from __future__ import annotations

import re

from netzwerkwandel.identity.pinyin import PINYIN


_CYRILLIC = dict(
    zip("абвгґдеєжзиіїйклмнопрстуфхцчшщъыьэюяўјљњћђџѕќѓ", (
        "a b v g g d e ie zh z i i i i k l m n o p r s t u f kh ts ch sh shch  y  e iu ia u j lj nj"
        " c d dz dz k g"
    ).split(" "), strict=True)
)  # fmt: skip
_GREEK = dict(
    zip("αβγδεζηθικλμνξοπρσςτυφχψω", (
        "a v g d e z i th i k l m n x o p r s s t y f ch ps o"
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
_BEFORE_H = frozenset("cdgkpstz")

# The syllables of Hangul are counted through: 19 first sounds, 21 vowels, 28 last sounds.
_HANGUL_FIRST = "g kk n d tt r m b pp s ss  j jj ch k t p h".split(" ")
_HANGUL_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(" ")
_HANGUL_LAST = " k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ")
_KOREAN_FAMILIES = dict(
    zip("김이박최정강조윤임오신권안유류전고문배백허심노곽차주우구염공국", (
        "kim lee park choi jung kang cho yoon lim oh shin kwon ahn yoo ryu jeon ko moon bae baek"
        " hur shim noh kwak cha joo woo koo yeom kong kook"
    ).split(), strict=True)
)  # fmt: skip
_ALPHABETS = _CYRILLIC | _GREEK | _SEMITIC
_GREEK_PAIRS = (("ου", "ou"), ("γγ", "ng"), ("ει", "i"), ("αι", "e"), ("αυ", "av"), ("ευ", "ev"))
_GREEK_FIRST = {"μπ": "b", "ντ": "d", "γκ": "g"}

# What the ways to write a sound in Latin letters have in common; in this order.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        *(("schtsch|shch", "s"), ("tsch|tch", "c"), ("sch|sh|zh", "s"), ("kh|g", "h")),
        *(
            ("ph", "f"),
            ("th", "t"),
            ("ck|q|c(?=[aoulr])", "k"),
            ("ts|tz|z", "s"),
            ("x", "ks"),
            ("w", "v"),
        ),
        *(("eo|ou|oo", "u"), ("ee", "i"), ("[yj]", "i"), ("ei", "i"), (r"(.)\1+", r"\1")),
    )
)
_VOWELS = re.compile("(?<=.)[aeiouyw]|^[aeiou]")


def is_han(text: str) -> bool:
    """Say whether a text is written in the characters of Chinese, Japanese or Korean only."""
    return bool(text) and all("぀" <= c <= "鿿" or "가" <= c <= "힣" for c in text)


def parted_han(text: str) -> tuple[str, str]:
    """Part such a name, which is written without a blank, into given and family name.

    Examples
    --------
    >>> parted_han("王伟"), parted_han("田中太郎")
    (('伟', '王'), ('太郎', '田中'))
    """
    # Families of two characters are rule in Japan, where names have four, and rare in China.
    cut = 2 if len(text) > 3 else 1
    return text[cut:], text[:cut]


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
    if is_family and word in _KOREAN_FAMILIES:
        return _KOREAN_FAMILIES[word]
    # The article of Arabic names is a word of its own in Latin letters: "al-Zahra".
    if len(word) > _LONGEST_BARE and word.startswith(_ARTICLE):
        word = word.removeprefix(_ARTICLE)
    word = _GREEK_FIRST.get(word[:2], word[:2]) + word[2:]
    for pair, latin in _GREEK_PAIRS:
        word = word.replace(pair, latin)
    # An h of its own is no part of the letter before: of "zhr" for Zahra, not the zh of Zhukov.
    letters = [_letter(char) for char in word]
    return "".join(
        f"'{letter}" if letter == "h" and before[-1:] in _BEFORE_H else letter
        for before, letter in zip(["", *letters], letters, strict=False)
    )


def _letter(char: str) -> str:
    # Syllables are numbered (first * 21 + vowel) * 28 + last: 한 is (18 * 21 + 0) * 28 + 4.
    place = ord(char) - ord("가")
    if 0 <= place < 19 * 21 * 28:
        first, rest = divmod(place, 21 * 28)
        vowel, last = divmod(rest, 28)
        return _HANGUL_FIRST[first] + _HANGUL_VOWELS[vowel] + _HANGUL_LAST[last]
    return _ALPHABETS.get(char, PINYIN.get(char, char))


def sound(word: str, *, vowels: bool = True) -> str:
    """Bring the ways to write a word in Latin letters to one form.

    Examples
    --------
    >>> sound("sergej") == sound("sergey"), sound("kusnezow") == sound("kuznetsov")
    (True, True)
    >>> sound("mohamed", vowels=False), sound("mhmd", vowels=False)
    ('mhmd', 'mhmd')
    """
    for pattern, form in _SOUNDS[:8] if not vowels else _SOUNDS:
        word = pattern.sub(form, word)
    word = word.replace("'", "")
    return word if vowels else re.sub(r"(.)\1+", r"\1", _VOWELS.sub("", word))
