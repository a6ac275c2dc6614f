"""Names of people as identity compares them: what is given, what is family, and what is neither."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache

import attrs

from netzwerkwandel.identity.name_words import (
    AND,
    BOOK_WORDS,
    NO_NAMES,
    NOBILITY,
    PARTICLES,
    RELATIVES,
    REMARKS,
    SEVERAL,
    SHARED_WORDS,
    SUFFIXES,
    TITLES,
)
from netzwerkwandel.identity.scripts import in_latin, is_han, parted_han, sound
from netzwerkwandel.identity.spelling import fold
from netzwerkwandel.identity.words import (
    JOINTS,
    LETTERS,
    Word,
    begins_with_given,
    is_remark,
    without_extras,
)
from netzwerkwandel.model.keys import split_address


_LONGEST = 200
_SPECIAL = AND.union(
    BOOK_WORDS, NOBILITY, PARTICLES, RELATIVES, SEVERAL, SUFFIXES, TITLES, ["via", "born", "geb"]
)
_ADDRESS_END = re.compile(r"(?<=\S)@\S*")
BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\"[^\"]*\"|“[^”]*”|„[^“]*“")
_MAIDEN = re.compile(r"[\s,(]+(?:geb\.?|geborene?|née|nee|born)\s+([^,()]+)", re.IGNORECASE)
_IN_NAME_OF = re.compile(
    r"\s(?:i\. ?[AV]\.|im (?:Auftrag|Namen) von|on behalf of|im Auftrag)\s+", re.IGNORECASE
)
_SUFFIX_IN_TWO = re.compile(r"\sd\. ?([jä])\.?$", re.IGNORECASE)
_VIA = re.compile(r"\svia\s", re.IGNORECASE)
AFTER_NAME = re.compile(r"\s(?:[|@/–—•·▪■●★-]+|via)(?:️?\s|$)", re.IGNORECASE)
_SLUG_END = re.compile(r"-(?=\w*\d)\w+$")


@attrs.frozen
class PersonName:
    """The words of a name in their folded form; all empty where there is no name.

    Parameters
    ----------
    given, family : tuple of str
        The words, in Latin letters.
    also : tuple of str
        Further words by which she is known: a maiden name, another given name in brackets.
    in_name_of : tuple of str
        The words of another person's name, for whom this one writes.
    suffix : str
        Such as ``junior``; it tells two people of one name apart.
    is_several : bool
        Whether more than one person is called so: a couple, a family.
    is_foreign : bool
        Whether it was written in another script, so that the letters are a guess.
    """

    given: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    in_name_of: tuple[str, ...] = ()
    suffix: str = ""
    is_several: bool = False
    is_foreign: bool = False

    @cached_property
    def tokens(self) -> frozenset[str]:
        """All words, whatever their order."""
        return frozenset(self.given + self.family)

    @cached_property
    def known_words(self) -> frozenset[str]:
        """All words, those by which she is known besides, and those of whom she writes for."""
        more = (*self.also, *self.in_name_of)
        return self.tokens.union(more) if more else self.tokens

    @cached_property
    def family_core(self) -> tuple[str, ...]:
        """The family name without particles; a double name gives two words."""
        return tuple(word for word in self.family if word not in PARTICLES) or self.family

    @property
    def is_full(self) -> bool:
        """Whether there is a given and a family name."""
        return bool(self.given and self.family)

    @property
    def is_spelt_out(self) -> bool:
        """Whether there is a given and a family name, and neither is an initial."""
        return self.is_full and len(self.given[0]) > 1 and len(self.family_core[-1]) > 1

    @property
    def fullness(self) -> tuple[bool, int, tuple[str, ...]]:
        """How much it says, to choose the fullest of several by."""
        return self.is_spelt_out, len(self.tokens), (*self.given, *self.family, self.suffix)

    @property
    def letters(self) -> str:
        """All letters in order: Hansjürgen is Hans-Jürgen, and MacDonald Mac Donald."""
        return "".join((*self.given, *self.family))

    @cached_property
    def halves(self) -> frozenset[str]:
        """Given and family name, each as one word: Min-su Kim is Kim Minsu."""
        return frozenset(["".join(self.given), "".join(self.family)])

    @cached_property
    def sounds(self) -> frozenset[str]:
        """How its words sound."""
        return frozenset(map(sound, self.tokens))

    @cached_property
    def consonants(self) -> frozenset[str]:
        """How its words sound, without vowels: all there is in Arabic and Hebrew."""
        words = frozenset((*self.given, *self.family_core))
        return frozenset(sound(word, vowels=False) for word in words)


NO_NAME = PersonName()


# Names are asked about by joining, by asking and by finding, and many contacts share one.
@lru_cache(maxsize=65_536)
def parse_name(text: str) -> PersonName:
    """Part a name into given and family name, without titles and without what follows it.

    Examples
    --------
    >>> parse_name("Dr. Anna von der Heide, MBA")
    PersonName(given=('anna',), family=('von', 'der', 'heide'), ...)
    >>> parse_name("Okafor, Ben (Acme)").tokens == parse_name("BEN OKAFOR").tokens
    True
    >>> parse_name("Anna Becker geb. Schmidt").also, parse_name("Hans Huber jun.").suffix
    (('schmidt',), 'junior')
    """
    # Most names are two plain words, of which nothing need be taken apart.
    plain = text.split(" ")
    if len(plain) == 2 and all(map(str.isalpha, plain)) and not plain[0].isupper():
        first, last = map(fold, plain)
        if f"{first}{last}".isascii() and _SPECIAL.isdisjoint((first, last)):
            return PersonName((first,), (last,))
    # The part of a text that is the name: no address, no brackets, no employer behind it.
    text = _ADDRESS_END.sub("", text[:_LONGEST].strip())
    if " " not in text:
        text = text.replace(".", " ").replace("_", " ")
    also = [word for found in _MAIDEN.findall(text) for word in Word.several(found)]
    text = _MAIDEN.sub(" ", text)
    text, *others = _IN_NAME_OF.split(_SUFFIX_IN_TWO.sub(r" d\1", text), maxsplit=1)
    if others:
        other = parse_name(others[0])
        return attrs.evolve(parse_name(text), in_name_of=(*other.given, *other.family))
    bare = BRACKETS.sub(" ", text)
    for bracket in BRACKETS.findall(text):
        also += Word.several(bracket) if "/" not in bracket else []
    bare = AFTER_NAME.split(bare if LETTERS.search(bare) else text, maxsplit=1)[0]
    if is_han("".join(bare.split())):
        given, family = parted_han("".join(bare.split()))
        latin = in_latin(family, is_family=True)
        return PersonName((in_latin(given),) if given else (), (latin,), is_foreign=True)
    return _of_words(bare, also)


def _of_words(text: str, also: Sequence[Word]) -> PersonName:
    """Part the bare words of a name, which a comma may have turned round."""
    first, *behind = (Word.several(part) for part in text.split(","))
    in_capitals = text.isupper()
    rest = [words for words in behind if words]
    suffix = _suffix_of([word for words in rest for word in words]) or _suffix_of(first)
    rest = [words for words in rest if not is_remark(words, in_capitals=in_capitals)]
    if rest and first and not begins_with_given(first, rest[0]):
        # "Okafor, Ben", and of "Beek, Ludwig van" the particles belong to the family.
        given = without_extras(rest[0])
        particles = [word for word in given[1:] if word.is_particle(leads=False)]
        given = [word for word in given if word not in particles]
        return _named(given, [*particles, *_without_suffix(first)], also, suffix)
    words = without_extras(_without_suffix(first))
    is_several = any(word.is_among(SEVERAL) or word.pieces[0] in AND for word in first[:-1])
    if is_several:
        words = [w for w in words if not w.is_among(SEVERAL) and w.pieces[0] not in AND]
    while len(words) > 2 and words[-1].is_credential(in_capitals=in_capitals):
        words = words[:-1]
    start = _start_of_family(words, in_capitals=in_capitals)
    return _named(words[:start], words[start:], also, suffix, is_several=is_several)


def _start_of_family(words: list[Word], *, in_capitals: bool) -> int:
    """Where the family name begins: with its particles; a lone word is a given name.

    Who writes the first word of two in capitals means the family by it: the words are turned.
    """
    if len(words) < 2:
        return len(words)
    written = words[0].written
    is_family = written.isalpha() and len(written) > 2 and written.isupper()
    if len(words) == 2 and is_family and not in_capitals:
        words.reverse()
        return 1
    start = len(words) - 1
    while start > 0 and words[start - 1].is_particle(leads=start == 1):
        start -= 1
    return start


def _named(
    given: Sequence[Word],
    family: Sequence[Word],
    also: Sequence[Word],
    suffix: str,
    *,
    is_several: bool = False,
) -> PersonName:
    """Put a name together of words as they are written."""
    pieces = [[piece for word in words for piece in word.pieces] for words in (given, family)]
    known = {piece for words in pieces for piece in words}
    extra = [
        piece
        for word in also
        for piece in word.pieces
        if len(piece) > 1
        and piece not in known
        and not word.is_among(REMARKS | BOOK_WORDS | TITLES)
    ]
    is_foreign = any(not piece.isascii() for words in pieces for piece in words)
    if is_foreign:
        pieces = [[in_latin(piece) for piece in words] for words in pieces]
    return PersonName(
        tuple(pieces[0]),
        tuple(pieces[1]),
        also=tuple(dict.fromkeys(extra)),
        suffix=suffix,
        is_several=is_several,
        is_foreign=is_foreign,
    )


def _suffix_of(words: Sequence[Word]) -> str:
    """What tells father and son apart, where it is the last word of several."""
    last = "".join(words[-1].pieces) if words else ""
    return SUFFIXES.get(last, "")


def _without_suffix(words: Sequence[Word]) -> list[Word]:
    words = list(words)
    while len(words) > 1 and "".join(words[-1].pieces) in SUFFIXES:
        words.pop()
    return words


def is_relayed(text: str) -> bool:
    """Say whether a display name tells that a service writes for somebody: ``Anna via Doodle``.

    Examples
    --------
    >>> is_relayed("Anna Schmidt via Doodle"), is_relayed("Olivia Schmidt")
    (True, False)
    """
    return _VIA.search(text) is not None


def spelt_name(address: str) -> PersonName | None:
    """Read the name that a mail address spells, such as ``ben.okafor@``; None where it spells none.

    Examples
    --------
    >>> spelt_name("ben.okafor87@example.org").tokens == {"ben", "okafor"}
    True
    >>> spelt_name("ben@example.org")
    """
    parts = split_address(address)
    if parts is None:
        return None
    return _spelt(parts[0].casefold().partition("+")[0].rstrip("0123456789"))


def slug_name(slug: str) -> PersonName | None:
    """Read the name that the address of a profile spells, such as ``/in/anna-schmidt-12b34``.

    Examples
    --------
    >>> slug_name("anna-schmidt-12b34").tokens == {"anna", "schmidt"}
    True
    """
    return _spelt(_SLUG_END.sub("", slug.partition("/")[0]).rstrip("0123456789"))


def _spelt(text: str) -> PersonName | None:
    # "kai.1984", "rau.kai.84": a year is no word of a name.
    words = [word for word in JOINTS.split(text) if word and not word.isdigit()]
    if not 2 <= len(words) <= 3 or not all(LETTERS.fullmatch(word) for word in words):
        return None
    folded = tuple(in_latin(fold(word)) for word in words)
    if len(folded[-1]) < 2 or not all(folded) or not (NO_NAMES | SHARED_WORDS).isdisjoint(folded):
        return None
    return PersonName(folded[:-1], folded[-1:])


def local_letters(address: str) -> str:
    """Return the letters before the @ of an address, folded: what it may spell without a dot."""
    parts = split_address(address)
    local = parts[0].casefold().partition("+")[0].rstrip("0123456789") if parts else ""
    return fold(local) if LETTERS.fullmatch(local) else ""
