"""Names of people as identity compares them: what is given, what is family, and what is neither."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

import attrs

from netzwerkwandel.identity.chinese import parted_chinese
from netzwerkwandel.identity.korean import parted_korean
from netzwerkwandel.identity.name_words import (
    AND,
    BOOK_WORDS,
    NO_NAMES,
    NOBILITY,
    PARTICLES,
    PLURAL_ARTICLES,
    RELATIVES,
    REMARKS,
    SEVERAL,
    SHARED_WORDS,
    SUFFIXES,
    TITLES,
)
from netzwerkwandel.identity.nicknames import is_given_name
from netzwerkwandel.identity.person_name import PersonName
from netzwerkwandel.identity.scripts import in_latin, is_han
from netzwerkwandel.identity.spelling import fold
from netzwerkwandel.identity.words import (
    JOINTS,
    LETTERS,
    Word,
    are_several,
    begins_with_given,
    is_remark,
    without_extras,
    without_signs,
)
from netzwerkwandel.model.keys import own_domains, split_address


_LONGEST = 200
_SPECIAL = AND.union(
    BOOK_WORDS,
    NOBILITY,
    PARTICLES,
    PLURAL_ARTICLES,
    RELATIVES,
    SEVERAL,
    SUFFIXES,
    TITLES,
    ["via", "born", "geb"],
)
_OF_NOBODY = NO_NAMES | SHARED_WORDS
_ADDRESS_END = re.compile(r"(?<=\S)@\S*")
BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\"[^\"]*\"|“[^”]*”|„[^“]*“")
_MAIDEN = re.compile(r"[\s,(]+(?:geb\.?|geborene?|née|nee|born)\s+([^,()]+)", re.IGNORECASE)
_IN_NAME_OF = re.compile(
    r"\s(?:i\. ?[AV]\.|im (?:Auftrag|Namen) von|on behalf of|im Auftrag)\s+", re.IGNORECASE
)
_SUFFIX_IN_TWO = re.compile(r"\sd\. ?([jä])\.?$", re.IGNORECASE)
_VIA = re.compile(r"\svia\s", re.IGNORECASE)
_AFTER_NAME = re.compile(r"\s(?:[|@/\\–—•·▪■●★►▶▸➤➔→»›:~-]+|via)(?:️?\s|$)", re.IGNORECASE)
# Any other sign cuts behind two words only: "Anna 🌻 Schmidt" has it in her name.
_SIGN_BEHIND = re.compile(r"(\S*\w\S*\s+\S*\w.*?)\s+[^\w\s&+,.()\[\]\"'“„”’]+(?:\s|$)")
_JOINED = re.compile(r"([^\W\d_]+)\s*([&+/])\s*([^\W\d_]+)")
_SLUG_END = re.compile(r"-(?=\w*\d)\w+$")


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
    >>> [parse_name(name).is_several for name in ("Krause Family", "The Smiths", "Ute + Jan")]
    [True, True, True]
    """
    text = text[:_LONGEST]
    # Most names are one or two plain words, of which nothing need be taken apart.
    plain = text.split(" ")
    if len(plain) < 3 and all(map(str.isalnum, plain)) and not _may_be_family(plain[0]):
        words = [*map(fold, plain)]
        if all(map(_is_plain, words)):
            return PersonName(tuple(words[:1]), tuple(words[1:]))
    # The part of a text that is the name: no address, no brackets, no employer behind it.
    text = _ADDRESS_END.sub("", text.strip())
    if " " not in text:
        text = text.replace(".", " ").replace("_", " ")
    also = [word for found in _MAIDEN.findall(text) for word in Word.several(found)]
    text = _JOINED.sub(_joined, _MAIDEN.sub(" ", text))
    text, *others = _IN_NAME_OF.split(_SUFFIX_IN_TWO.sub(r" d\1", text), maxsplit=1)
    if others:
        other = parse_name(others[0])
        return attrs.evolve(parse_name(text), in_name_of=(*other.given, *other.family))
    bare = BRACKETS.sub(" ", text)
    for bracket in BRACKETS.findall(text):
        also += Word.several(bracket) if "/" not in bracket else []
    bare = without_slogan(bare if LETTERS.search(bare) else text)
    return _of_words(bare, also) if bare.isascii() else _of_scripts(bare, also)


def _may_be_family(written: str) -> bool:
    """``WEBER Anna`` is turned round; ``A Weber`` is not."""
    return len(written) > 2 and written.isupper()


def _is_plain(word: str) -> bool:
    return word.isascii() and not word.isdigit() and word not in _SPECIAL


def without_slogan(text: str) -> str:
    """What stands before the first sign that no name has: a stroke, an arrow, a picture.

    Examples
    --------
    >>> without_slogan("Ulf Hahn | Agile Coach"), without_slogan("Ute Weber ► Sales & more")
    ('Ulf Hahn', 'Ute Weber')
    >>> without_slogan("Acme - Anna Schmidt")
    'Anna Schmidt'
    """
    told, *others = _AFTER_NAME.split(text)
    if others and not _begins_as_a_name(told):
        # "Acme - Anna Schmidt": the firm, or whose mother she is, stands in front.
        told = next(filter(_begins_as_a_name, others), told)
    behind = _SIGN_BEHIND.match(told)
    return behind[1] if behind else told


def _begins_as_a_name(text: str) -> bool:
    first, *others = text.split() or [""]
    return bool(others) and is_given_name(fold(first.strip(",.")))


def _joined(signs: re.Match[str]) -> str:
    """Two people by a stroke are joined as by a word: ``Ute/Jan``, and not ``Meier / Contoso``."""
    are_two = signs[2] != "/" or all(is_given_name(fold(signs[n])) for n in (1, 3))
    return f"{signs[1]} & {signs[3]}" if are_two else signs[0]


def _of_scripts(text: str, also: Sequence[Word]) -> PersonName:
    """Part a name that may be in characters, or in characters and in Latin letters."""
    words = unicodedata.normalize("NFKC", text.replace("・", " ")).split()
    written = " ".join(word for word in words if is_han(word))
    latin = " ".join(word for word in words if not is_han(word))
    if latin:
        return attrs.evolve(_of_words(latin if written else text, also), characters=written)
    parted = parted_korean if "가" <= written[:1] <= "힣" else parted_chinese
    first, _, last = written.partition(" ")
    family, given = (first, last) if last else parted(written)
    return PersonName(
        (in_latin(given),) if given else (),
        (in_latin(family, is_family=True),),
        also=tuple(piece for word in also for piece in word.pieces),
        is_foreign=True,
        characters=written,
    )


def _of_words(text: str, also: Sequence[Word]) -> PersonName:
    """Part the bare words of a name, which a comma may have turned round."""
    first, *rest = (Word.several(part) for part in text.split(","))
    in_capitals = text.isupper()
    suffix = _suffix_of([word for words in rest for word in words]) or _suffix_of(first)
    every = [word for words in (first, *rest) for word in words]
    is_several = are_several(every) or any(word.is_among(SEVERAL) for word in also)
    rest = [each for each in rest if each and not is_remark(each, in_capitals=in_capitals)]
    if rest and first and not begins_with_given(first, rest[0]):
        # "Okafor, Ben", and of "Beek, Ludwig van" the particles belong to the family.
        given = without_extras(without_signs(rest[0]))
        particles = [word for word in given[1:] if word.is_particle(leads=False)]
        given = [word for word in given if word not in particles]
        family = [*particles, *_without_suffix(first)]
    else:
        words = without_extras(without_signs(_without_suffix(first)))
        while len(words) > 2 and words[-1].is_credential(in_capitals=in_capitals):
            words = words[:-1]
        start = _start_of_family(words, in_capitals=in_capitals)
        given, family = words[:start], words[start:]
    # "Sonja Ritter Yoga" may be called Ritter, as Peter Graf Lambsdorff is not called Graf.
    also = [*also, *(word for word in every if word.is_among(NOBILITY))]
    return attrs.evolve(_named(given, family, also), suffix=suffix, is_several=is_several)


def _start_of_family(words: list[Word], *, in_capitals: bool) -> int:
    """Where the family name begins: with its particles; a lone word is a given name.

    Who writes the first word of two in capitals means the family by it, and so does who writes
    several initials behind it: the words are turned.
    """
    if len(words) < 2:
        return len(words)
    written = words[0].written
    initials = sum(len(word.pieces) for word in words[1:] if word.is_initials())
    if initials > 1 and initials == sum(len(word.pieces) for word in words[1:]):
        words.append(words.pop(0))
        return len(words) - 1
    is_family = written.isalpha() and _may_be_family(written)
    if len(words) == 2 and is_family and not in_capitals:
        words.reverse()
        return 1
    start = len(words) - 1
    while start > 0 and words[start - 1].is_particle(leads=start == 1):
        start -= 1
    return start


def _named(given: Sequence[Word], family: Sequence[Word], also: Sequence[Word]) -> PersonName:
    """Put a name together of words as they are written."""
    pieces = [[piece for word in words for piece in word.pieces] for words in (given, family)]
    known = {piece for words in pieces for piece in words}
    more = [word for word in also if not word.is_among(REMARKS | BOOK_WORDS | TITLES | SEVERAL)]
    extra = [p for word in more for p in word.pieces if len(p) > 1 and p not in known]
    is_foreign = any(not piece.isascii() for words in pieces for piece in words)
    if is_foreign:
        # A letter may have no sound of its own, as an Arabic one, and a word of it alone is none.
        pieces = [list(filter(None, map(in_latin, words))) for words in pieces]
    return PersonName(
        tuple(pieces[0]),
        tuple(pieces[1]),
        also=tuple(dict.fromkeys(extra)),
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


def domain_name(address: str, name: PersonName) -> PersonName | None:
    """Read the name that an address of a domain of her own spells: ``anna@schmidt.example``.

    Parameters
    ----------
    address : str
        A mail address.
    name : PersonName
        What she is called, where it is a given name alone.

    Examples
    --------
    >>> domain_name("ute@weber.example", PersonName()).letters
    'uteweber'
    >>> domain_name("desk@weber.example", PersonName())
    """
    local, _, domain = address.casefold().partition("@")
    label = fold(domain.rpartition(".")[0].rpartition(".")[2])
    given = (fold(local),) if is_given_name(fold(local)) else name.given[:1]
    if name.is_full or not given or not LETTERS.fullmatch(label):
        return None
    return PersonName(given, (label,)) if own_domains([f"mailto:{address}"]) else None


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
    if not 2 <= len(words) <= 3 or not all(map(LETTERS.fullmatch, words)):
        return None
    folded = tuple(map(in_latin, map(fold, words)))
    if not all(folded) or not _OF_NOBODY.isdisjoint(folded):
        return None
    # "schmidt.a" is A. Schmidt, and "anna.s" Anna S.
    if len(folded[-1]) < 2 <= len(folded[0]) and not is_given_name(folded[0]):
        folded = folded[::-1]
    return PersonName(folded[:-1], folded[-1:]) if max(map(len, folded)) > 2 else None


def local_letters(address: str) -> str:
    """Return the letters before the @ of an address, folded: what it may spell without a dot."""
    parts = split_address(address)
    local = parts[0].casefold().partition("+")[0].rstrip("0123456789") if parts else ""
    return fold(local) if LETTERS.fullmatch(local) else ""
