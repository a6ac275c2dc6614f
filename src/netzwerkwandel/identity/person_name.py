"""A name in its parts, and all by which it is compared with others."""

from __future__ import annotations

from functools import cached_property

import attrs

from netzwerkwandel.identity.common_names import COMMON_FAMILY
from netzwerkwandel.identity.families import family_forms
from netzwerkwandel.identity.name_words import PARTICLES
from netzwerkwandel.identity.nicknames import is_given_name
from netzwerkwandel.identity.readings import (
    han_families,
    han_readings,
    latin_families,
    latin_readings,
)
from netzwerkwandel.identity.scripts import sound
from netzwerkwandel.identity.semitic import semitic_form, skeleton


@attrs.frozen(cache_hash=True)
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
    characters : str
        The name in Chinese or Japanese characters, kana or Hangul, where it was written so, too.
    """

    given: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    in_name_of: tuple[str, ...] = ()
    suffix: str = ""
    is_several: bool = False
    is_foreign: bool = False
    characters: str = ""

    @cached_property
    def tokens(self) -> frozenset[str]:
        """All words, whatever their order."""
        return frozenset(self.given + self.family)

    def has_words_of(self, other: PersonName) -> bool:
        """Whether the words of another are the same, in whatever order."""
        words, its = self.given + self.family, other.given + other.family
        return words == its or set(words) == set(its)

    @cached_property
    def known_words(self) -> frozenset[str]:
        """All words, those by which she is known besides, and those of whom she writes for."""
        more = (*self.also, *self.in_name_of)
        return self.tokens.union(more) if more else self.tokens

    @cached_property
    def family_core(self) -> tuple[str, ...]:
        """The family name without particles; a double name gives two words."""
        return tuple(word for word in self.family if word not in PARTICLES) or self.family

    @cached_property
    def is_full(self) -> bool:
        """Whether there is a given and a family name."""
        return bool(self.given and self.family)

    @cached_property
    def is_spelt_out(self) -> bool:
        """Whether there is a given and a family name, and neither is an initial."""
        return self.is_full and len(self.given[0]) > 1 and len(self.family_core[-1]) > 1

    @property
    def fullness(self) -> tuple[bool, int, tuple[str, ...]]:
        """How much it says, to choose the fullest of several by."""
        return self.is_spelt_out, len(self.tokens), (*self.given, *self.family, self.suffix)

    @cached_property
    def family_forms(self) -> frozenset[str]:
        """The words of the family name in all forms of them: Nováková is Novák's wife."""
        forms = [family_forms(word) for word in self.family_core]
        return forms[0] if len(forms) == 1 else frozenset().union(*forms)

    @cached_property
    def letters(self) -> str:
        """All letters in order: Hansjürgen is Hans-Jürgen, and MacDonald Mac Donald."""
        return "".join((*self.given, *self.family))

    @cached_property
    def halves(self) -> frozenset[str]:
        """Given and family name, each as one word: Min-su Kim is Kim Minsu."""
        is_plain = len(self.given) == len(self.family) == 1
        return self.tokens if is_plain else frozenset(["".join(self.given), "".join(self.family)])

    @cached_property
    def may_be_turned(self) -> bool:
        """Whether the family may be first, as in Hungary, or its initial, as in South India.

        So it is of ``Szabó István`` and of ``S. Venkatesh``, and not of ``Ute Martin``.
        """
        first, last = self.given[0], self.family[-1]
        if len(first) == 1:
            return last not in COMMON_FAMILY
        return is_given_name(last) and not is_given_name(first)

    @cached_property
    def turned(self) -> PersonName:
        """The same with the family name first: of ``Szabó István`` the given name is the last."""
        return attrs.evolve(self, given=self.family, family=self.given)

    @cached_property
    def sounds(self) -> frozenset[str]:
        """How its words sound."""
        return frozenset(map(sound, self.tokens))

    @cached_property
    def german_sounds(self) -> frozenset[str]:
        """As ``sounds``, where ``ch`` is the one of Bach."""
        return frozenset(sound(word, german=True) for word in self.tokens)

    @cached_property
    def consonants(self) -> frozenset[str]:
        """How its words sound, without vowels: all there is in Arabic and Hebrew."""
        words = frozenset((*self.given, *self.family_core))
        return frozenset(sound(word, vowels=False) for word in words)

    @cached_property
    def skeleton(self) -> str:
        """The consonants of all of it in order, without articles."""
        return skeleton((*self.given, *self.family))

    @cached_property
    def semitic_form(self) -> str:
        """For Arabic, Persian and Hebrew names, one form of the ways to write them."""
        return semitic_form((*self.given, *self.family))

    @cached_property
    def readings(self) -> frozenset[str]:
        """How it may be read as a Chinese, Japanese or Korean name; empty for others."""
        told = latin_readings((*self.given, *self.family)) if not self.is_foreign else frozenset()
        return told | han_readings(self.characters) if self.characters else told

    @cached_property
    def read_families(self) -> frozenset[str]:
        """As ``readings``, of the family name alone."""
        if self.characters:
            return han_families(self.characters)
        return latin_families((*self.given, *self.family))


NO_NAME = PersonName()
