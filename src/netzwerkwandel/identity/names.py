"""Names of people as identity compares them: what is given, what is family, and what fits what."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from netzwerkwandel.identity.nicknames import may_be_called
from netzwerkwandel.identity.spelling import fold
from netzwerkwandel.model.keys import split_address


_LONGEST = 200
_TITLES = frozenset(
    (
        "dr prof professor doktor dipl ing kfm kff inf psych bw univ mag med phil rer nat jur"
        " oec pol habil hc h c mr mrs ms miss herr frau sir dame lady mme pd priv doz fh tu"
    ).split()
)
_CREDENTIALS = frozenset(
    ("phd msc bsc mba llm jr sr jnr snr ii iii iv meng beng mph pmp cpa cfa esq").split()
)
_AFTER_COMMA = _TITLES | _CREDENTIALS | frozenset("ma ba md jd rn mfa mp".split())
_PARTICLES = frozenset(
    (
        "von vom van der den de del della di da dos das du la le zu zum zur ten ter tot af av"
        " bin ibn el al und"
    ).split()
)
_NO_NAMES = frozenset("info team mail post office und and the news no not reply kontakt".split())
_ADDRESS_END = re.compile(r"(?<=\S)@\S*")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\"[^\"]*\"|“[^”]*”|„[^“]*“")
_AFTER_NAME = re.compile(r"\s(?:[|@/–—-]|via|geb\.?|geborene?|née|nee)(?:\s|$)", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]+")
_JOINTS = re.compile(r"[.·_-]")


@attrs.frozen
class PersonName:
    """The words of a name in their folded form; all empty where there is no name."""

    given: tuple[str, ...] = ()
    family: tuple[str, ...] = ()

    @classmethod
    def of(cls, given: Iterable[_Word], family: Iterable[_Word]) -> PersonName:
        """Put a name together of words as they are written."""
        return cls(
            tuple(piece for word in given for piece in word.pieces),
            tuple(piece for word in family for piece in word.pieces),
        )

    @property
    def tokens(self) -> frozenset[str]:
        """All words, whatever their order."""
        return frozenset(self.given + self.family)

    @property
    def family_core(self) -> tuple[str, ...]:
        """The family name without particles; a double name gives two words."""
        return tuple(word for word in self.family if word not in _PARTICLES) or self.family

    @property
    def is_latin(self) -> bool:
        """Whether it is written in Latin letters, which folding has made plain ones."""
        return all(word.isascii() for word in self.tokens)

    @property
    def is_full(self) -> bool:
        """Whether there is a given and a family name."""
        return bool(self.given and self.family)


@attrs.frozen
class _Word:
    """A word as written, and its folded pieces: ``Dipl.-Ing.`` has two."""

    written: str
    pieces: tuple[str, ...]

    @classmethod
    def several(cls, text: str) -> list[_Word]:
        """The words of a text that have letters."""
        words = []
        for word in text.split():
            pieces = ("".join(filter(str.isalnum, each)) for each in _JOINTS.split(fold(word)))
            if lettered := tuple(piece for piece in pieces if _LETTERS.search(piece)):
                words.append(cls(word, lettered))
        return words

    def is_among(self, known: frozenset[str]) -> bool:
        return "".join(self.pieces) in known or known.issuperset(self.pieces)

    def is_title(self) -> bool:
        """``h. c.`` is one, and the capital letter of ``H. Meier`` is a name's."""
        written = self.written.rstrip(".")
        return self.is_among(_TITLES) and (len(written) > 1 or written.islower())

    def is_particle(self, *, leads: bool) -> bool:
        """``van Gogh`` has one, and ``Van Morrison`` has a given name."""
        return self.is_among(_PARTICLES) and (not leads or self.written.islower())


def parse_name(text: str) -> PersonName:
    """Part a name into given and family name, without titles and without what follows it.

    Examples
    --------
    >>> parse_name("Dr. Anna von der Heide, MBA")
    PersonName(given=('anna',), family=('von', 'der', 'heide'))
    >>> parse_name("Okafor, Ben (Acme)") == parse_name("BEN OKAFOR")
    True
    """
    # The part of a text that is the name: no address, no brackets, no employer behind it.
    text = _ADDRESS_END.sub("", text[:_LONGEST].strip())
    if " " not in text:
        text = text.replace(".", " ").replace("_", " ")
    bare = _BRACKETS.sub(" ", text)
    bare = _AFTER_NAME.split(bare if _LETTERS.search(bare) else text, maxsplit=1)[0]
    first, *others = (_Word.several(part) for part in bare.split(","))
    rest = [words for words in others if not all(word.is_among(_AFTER_COMMA) for word in words)]
    if rest and first:
        return PersonName.of(_without_titles(rest[0]), first)
    words = _without_titles(first)
    while len(words) > 2 and words[-1].is_among(_CREDENTIALS):
        words = words[:-1]
    start = len(words) - 1
    while start > 0 and words[start - 1].is_particle(leads=start == 1):
        start -= 1
    if start < 0 or len(words) == 1:
        return PersonName.of(words, [])
    return PersonName.of(words[:start], words[start:])


def spelt_name(address: str) -> PersonName | None:
    """Read the name that a mail address spells, such as ``ben.okafor@``; None where it spells none.

    Examples
    --------
    >>> spelt_name("ben.okafor87@example.org")
    PersonName(given=('ben',), family=('okafor',))
    >>> spelt_name("ben@example.org")
    """
    parts = split_address(address)
    if parts is None:
        return None
    local = parts[0].casefold().partition("+")[0].rstrip("0123456789")
    words = _JOINTS.split(local)
    if not 2 <= len(words) <= 3 or not all(_LETTERS.fullmatch(word) for word in words):
        return None
    folded = tuple(fold(word) for word in words)
    if len(folded[-1]) < 2 or not all(folded) or not _NO_NAMES.isdisjoint(folded):
        return None
    return PersonName(folded[:-1], folded[-1:])


def names_compatible(a: PersonName, b: PersonName) -> bool:
    """Say whether two names may be one person's, of whom it is known that they share a key.

    Family names change by marriage, so only given names conflict. Names in different scripts, and
    no name at all, fit any other.
    """
    if not a.tokens or not b.tokens or a.tokens == b.tokens:
        return True
    if a.is_latin != b.is_latin:
        return True
    if not (a.is_full and b.is_full):
        few, many = sorted((a.tokens, b.tokens), key=len)
        if few < many:
            return True
    given, its_given = a.given or a.family_core, b.given or b.family_core
    if given_fits(given[0], its_given[0]):
        return True
    # Anna Maria may be called Maria: all of the fewer given names are among the more.
    few_given, many_given = sorted((given, its_given), key=len)
    return all(any(given_fits(x, y) for y in many_given) for x in few_given)


def given_fits(a: str, b: str) -> bool:
    """Say whether two given names are the same, a nickname and its name, or an initial and it."""
    return may_be_called(a, b) or is_initial(a, b)


def is_initial(a: str, b: str) -> bool:
    """Say whether one of two given names is the first letter of the other."""
    return min(len(a), len(b)) == 1 and a[0] == b[0]


def _without_titles(words: list[_Word]) -> list[_Word]:
    while len(words) > 1 and words[0].is_title():
        words = words[1:]
    return words
