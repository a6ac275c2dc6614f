"""Two names compared: may they be one person's, and how sure does that make it?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum, unique
from functools import lru_cache

import attrs

from netzwerkwandel.identity.nicknames import is_called, may_be_called
from netzwerkwandel.identity.person_name import PersonName
from netzwerkwandel.identity.scripts import sound
from netzwerkwandel.identity.spelling import is_a_slip_apart


SHORTEST_TO_MISSPELL = 4

Called = Callable[[str, str], bool]
"""Whether two given names may be one person's."""


@unique
class NameFit(IntEnum):
    """How well two names fit as one person's; the higher, the better."""

    CONTRADICTS = 0
    """The given names are two people's, or one of the names means several people."""
    OTHER = 1
    """Nothing contradicts, and nothing speaks for it: ``B. Meier`` and ``Ben Okafor``."""
    NO_NAME = 2
    """One of the two has no name."""
    PARTIAL = 3
    """One says less: ``Ben``, ``B. Okafor``, ``Okafor``, beside ``Ben Okafor``."""
    MARRIED = 4
    """Both are whole, the given names fit, the families differ, as by a marriage."""
    SAME = 5
    """Both are whole and fit."""


def name_fit(a: PersonName, b: PersonName) -> NameFit:
    """Say how well two names fit as one person's.

    Examples
    --------
    >>> from netzwerkwandel.identity.names import parse_name
    >>> ben = parse_name("Ben Okafor")
    >>> [name_fit(ben, parse_name(other)).name for other in ("Benjamin Okafor", "B. Okafor")]
    ['SAME', 'PARTIAL']
    >>> [name_fit(ben, parse_name(other)).name for other in ("Ben Vogt", "Eva Okafor", "E. Vogt")]
    ['MARRIED', 'CONTRADICTS', 'CONTRADICTS']
    """
    if (a is b or a == b) and not a.is_several:
        return NameFit.SAME if a.is_spelt_out else NameFit.PARTIAL if a.tokens else NameFit.NO_NAME
    if a.is_several or b.is_several or (a.suffix and b.suffix and a.suffix != b.suffix):
        return NameFit.CONTRADICTS
    if not a.tokens or not b.tokens:
        return NameFit.NO_NAME
    if a.is_foreign != b.is_foreign:
        fit = NameFit.SAME if sounds_alike(a, b) else NameFit.CONTRADICTS
    else:
        fit = Fitting(a, b, is_called).fit()
    # What joins nobody, and speaks against nobody: Robin is a name of its own, and may be Robert;
    # Chiang Ching-kuo may be Jiang Jingguo, and Szabó István be Pista Szabo.
    if fit is NameFit.CONTRADICTS and is_perhaps(a, b):
        return NameFit.OTHER
    return fit


def contradict(some: Iterable[PersonName], others: Iterable[PersonName]) -> bool:
    """Say whether all that is spelt out of one person's names contradicts all of another's.

    Examples
    --------
    >>> from netzwerkwandel.identity.names import parse_name
    >>> karla, bert, kay = map(parse_name, ("Karla Weidner", "Bert Anders", "Kay"))
    >>> contradict([karla], [bert]), contradict([karla], [bert, karla]), contradict([karla], [kay])
    (True, False, False)
    """
    whole = [[name for name in names if name.is_spelt_out] for names in (some, others)]
    fits = [name_fit(a, b) is NameFit.CONTRADICTS for a in whole[0] for b in whole[1]]
    return bool(fits) and all(fits)


def is_perhaps(a: PersonName, b: PersonName) -> bool:
    """Say whether two names that do not fit as they stand may be ways to write one.

    Examples
    --------
    >>> from netzwerkwandel.identity.names import parse_name
    >>> is_perhaps(parse_name("Robin Stone"), parse_name("Robert Stone"))
    True
    """
    if is_written_otherwise(a, b) or is_turned(a, b):
        return True
    fit = Fitting(a, b, may_be_called).fit()
    return a.is_foreign == b.is_foreign and fit is not NameFit.CONTRADICTS


@attrs.frozen
class Fitting:
    """Two names in letters of one kind, and which given names may be one person's."""

    a: PersonName
    b: PersonName
    called: Called

    def fit(self) -> NameFit:
        """How well the two fit."""
        a, b = self.a, self.b
        if not (a.is_full and b.is_full):
            return self._fit_of_less()
        is_one = a.tokens == b.tokens or a.halves == b.halves
        if is_one or is_within(a, b, self.called) or is_within(b, a, self.called):
            return NameFit.SAME if a.is_spelt_out and b.is_spelt_out else NameFit.PARTIAL
        shares_family = share_family(a, b)
        # Wei (David) Wang is David Wang.
        by_another = not {*a.also, *b.also}.isdisjoint((*a.given, *b.given))
        if by_another or given_names_fit(a.given, b.given, self.called):
            return NameFit.SAME if shares_family else self._fit_of_families()
        if initials_fit(a.given, b.given):
            return NameFit.PARTIAL if shares_family else NameFit.OTHER
        return NameFit.CONTRADICTS

    def _fit_of_families(self) -> NameFit:
        """The given names are one person's, and the families have no word in common."""
        pairs = zip(self.a.family_core, self.b.family_core, strict=False)
        return NameFit.PARTIAL if any(is_initial(x, y) for x, y in pairs) else NameFit.MARRIED

    def _fit_of_less(self) -> NameFit:
        """At least one of the two is a single word, or a family alone."""
        if self.a.letters == self.b.letters:
            return NameFit.PARTIAL
        less, more = (self.a, self.b) if not self.a.is_full else (self.b, self.a)
        words, its = less.given + less.family_core, more.given + more.family_core
        fits = all(
            any(self.called(word, other) or is_initial(word, other) for other in its)
            for word in words
        )
        return NameFit.PARTIAL if fits else NameFit.CONTRADICTS


# Few given names are borne by many, and of two of them much is asked.
@lru_cache(maxsize=65_536)
def given_names_fit(a: tuple[str, ...], b: tuple[str, ...], called: Called = may_be_called) -> bool:
    """Say whether two sets of given names, spelt out, may be one person's.

    The first ones are the same or a nickname of one name; or all of the fewer are among the more,
    as Anna Maria may be called Maria.
    """
    if len(a[0]) == 1 or len(b[0]) == 1:
        return False
    if called(a[0], b[0]):
        return True
    if len(a) == len(b) == 1:
        return False
    if called("".join(a), "".join(b)):
        return True
    few, many = sorted((a, b), key=len)
    return any(called("".join(few), name) for name in ("".join(many), *many)) or all(
        any(called(x, y) for y in many) for x in few
    )


def initials_fit(a: Sequence[str], b: Sequence[str]) -> bool:
    """Say whether given names fit if initials are taken for what they may stand for."""
    few, many = sorted((a, b), key=len)
    return all(
        may_be_called(x, y) or is_initial(x, y) for x, y in zip(few, many, strict=False)
    ) or all(any(may_be_called(x, y) or is_initial(x, y) for y in many) for x in few)


def share_family(a: PersonName, b: PersonName) -> bool:
    """Say whether two names have a word of the family name in common, or the one she was born with.

    Examples
    --------
    >>> from netzwerkwandel.identity.names import parse_name
    >>> share_family(parse_name("Eva Meier-Vogt"), parse_name("Eva Vogt"))
    True
    >>> share_family(parse_name("Eva Meier geb. Vogt"), parse_name("Eva Vogt"))
    True
    """
    if a.family == b.family or not set(a.family_core).isdisjoint((*b.family_core, *b.also)):
        return True
    if not set(b.family_core).isdisjoint(a.also):
        return True
    # Vandenberg and van den Berg, Delacruz and De La Cruz.
    if "".join(a.family) == "".join(b.family):
        return True
    # Novák and his wife Nováková, Iyer and Aiyar.
    return not a.family_forms.isdisjoint(b.family_forms)


def is_within(few: PersonName, many: PersonName, called: Called = may_be_called) -> bool:
    """Say whether all of a whole name stands in a longer one: Carmen García in a Spanish one.

    The given name may be a nickname there.

    Examples
    --------
    >>> from netzwerkwandel.identity.names import parse_name
    >>> is_within(parse_name("Carmen García"), parse_name("Maria del Carmen García López"))
    True
    """
    if not few.is_spelt_out:
        return False
    if few.tokens <= many.tokens:
        return True
    if len(many.given) + len(many.family) <= len(few.given) + len(few.family):
        return False
    # Nacho Ferrer is in Ignacio Ferrer Luna; what is left for the family are words behind it.
    first, *others = (*few.given, *few.family)
    rest = {*many.given[1:], *many.family}
    return len(rest) > len(others) > 0 and rest.issuperset(others) and called(first, many.given[0])


def sounds_alike(a: PersonName, b: PersonName) -> bool:
    """Say whether two names, of which one was in another script, sound the same.

    The given name may be another form of the same: Aleksandr for Sascha.
    """
    if a.sounds in (b.sounds, b.german_sounds) or a.german_sounds == b.sounds:
        return True
    if a.is_full and b.is_full and may_be_called(a.given[0], b.given[0]):
        families = [sorted(map(sound, name.family_core)) for name in (a, b)]
        return families[0] == families[1]
    bare = min(sum(map(len, name.consonants)) for name in (a, b))
    return bare > 3 and (a.consonants == b.consonants)


def is_written_otherwise(a: PersonName, b: PersonName) -> bool:
    """Say whether two whole names may be one that was brought into Latin letters by other rules.

    Examples
    --------
    >>> from netzwerkwandel.identity.names import parse_name
    >>> names = ("Chiang Ching-kuo", "Jiang Jingguo", "Khaled Abu Bakr", "Khalid Aboubakr")
    >>> chiang, jiang, khaled, khalid = map(parse_name, names)
    >>> is_written_otherwise(chiang, jiang), is_written_otherwise(khaled, khalid)
    (True, True)
    """
    if not a.is_full or not b.is_full:
        return False
    if not a.readings.isdisjoint(b.readings):
        return True
    if a.is_foreign != b.is_foreign:
        return bool(a.skeleton) and a.skeleton == b.skeleton and not a.characters + b.characters
    # Dmitry Orlov and Dmitrij Orlow.
    is_one_sound = a.is_spelt_out and a.sounds == b.sounds
    return is_one_sound or (bool(a.semitic_form) and a.semitic_form == b.semitic_form)


def is_turned(a: PersonName, b: PersonName) -> bool:
    """Say whether one of two whole names fits the other with its family name first.

    Examples
    --------
    >>> from netzwerkwandel.identity.names import parse_name
    >>> is_turned(parse_name("Szabó István"), parse_name("Pista Szabo"))
    True
    """
    if not a.is_full or not b.is_full:
        return False
    pairs = ((a, b), (b, a))
    return any(
        one.may_be_turned
        and may_be_called(one.family[0], other.given[0])
        and (share_family(one.turned, other) or is_initial(one.given[0], other.family_core[0]))
        for one, other in pairs
    )


def is_initial(a: str, b: str) -> bool:
    """Say whether one of two words is the first letter of the other."""
    return min(len(a), len(b)) == 1 and a[0] == b[0]


def is_misspelt(a: str, b: str) -> bool:
    """Say whether two words, neither of them short, are a single slip of the pen apart."""
    return min(len(a), len(b)) >= SHORTEST_TO_MISSPELL and is_a_slip_apart(a, b)
