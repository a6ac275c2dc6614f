"""What a contact is compared by when others may be the same person."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from itertools import accumulate, takewhile

import attrs

from netzwerkwandel.identity.employers import employer_form
from netzwerkwandel.identity.names import (
    domain_name,
    local_letters,
    parse_name,
    slug_name,
    spelt_name,
)
from netzwerkwandel.identity.person_name import PersonName
from netzwerkwandel.identity.shared_keys import (
    KeyKind,
    is_only_a_role,
    key_kind,
)
from netzwerkwandel.identity.spelling import fold
from netzwerkwandel.model.contact import Contact
from netzwerkwandel.model.keys import Key, is_role_address, phone_key


SHORTEST_TO_MISSPELL = 4

_ENDING_DIGITS = 9
_LONGEST_LABEL = 63
"""So many letters a part of a domain has at most."""

_NOTHING: frozenset[str] = frozenset()


@attrs.frozen(eq=False)
class Candidate:
    """A contact, and what it is compared by.

    Parameters
    ----------
    contact : Contact
        The contact.
    name : PersonName
        What it is called, or what its mail address spells.
    is_spelt : bool
        Whether the name is spelt by an address only.
    others : tuple of PersonName
        Other names that its addresses and profiles spell.
    letters : frozenset of str
        What its mail addresses say before the @, where it has no whole name.
    keys : frozenset of str
        Its keys but those of roles.
    slugs : frozenset of str
        Its LinkedIn addresses of today's form, of which nobody has two at a time.
    endings : tuple of str and bool
        The ends of its numbers, and whether they begin with a country.
    """

    contact: Contact
    name: PersonName
    is_spelt: bool
    others: tuple[PersonName, ...]
    letters: frozenset[str]
    keys: frozenset[Key]
    slugs: frozenset[str]
    endings: tuple[tuple[str, bool], ...]

    @property
    def names(self) -> tuple[PersonName, ...]:
        """All of its names, the one it is called by first."""
        return (self.name, *self.others)

    def is_told_by_address(self, place: int) -> bool:
        """Whether one of its names is known from an address, and not from what it is called."""
        return self.is_spelt if place == 0 else not self.name.is_full

    # What few contacts are asked for, who are compared with another.

    @cached_property
    def lines(self) -> frozenset[Key]:
        """Its keys that several may share."""
        at_work = {phone_key(number) for number in self.contact.work_phones}
        return frozenset(k for k in self.keys if k in at_work or key_kind(k) is KeyKind.LINE)

    @cached_property
    def employer(self) -> str:
        """Its employer, in the form to compare."""
        return employer_form(self.contact.organisation)

    @cached_property
    def domains(self) -> frozenset[str]:
        """The names of firms that its mail addresses may tell."""
        mails = (key for key in self.contact.keys if key.startswith("mailto:"))
        told = {_labels(mail.rpartition("@")[2]) for mail in mails}
        return told.pop() if len(told) == 1 else _NOTHING.union(*told)

    @classmethod
    def of(cls, contact: Contact) -> Candidate | None:
        """Read what a contact is compared by; None for a role."""
        keys, name = contact.keys, parse_name(contact.name)
        mails = sorted(key.removeprefix("mailto:") for key in keys if key.startswith("mailto:"))
        pages = sorted(k.removeprefix("linkedin:") for k in keys if k.startswith("linkedin:"))
        if roles := {f"mailto:{mail}" for mail in mails if is_role_address(mail)}:
            if is_only_a_role(keys, name):
                return None
            keys -= roles
        told = [*map(spelt_name, mails), *map(slug_name, pages)]
        spelt = [each for each in told if each is not None and not each.has_words_of(name)]
        letters, is_spelt = _NOTHING, False
        if not name.is_full:
            # Some are called by an address themselves: "annaschmidt".
            letters = frozenset(filter(None, (name.letters, *map(local_letters, mails))))
            if spelt:
                is_spelt, (name, *spelt) = True, spelt
            spelt += filter(None, (domain_name(mail, name) for mail in mails))
        return cls(
            contact=contact,
            name=name,
            is_spelt=is_spelt,
            others=tuple(spelt),
            letters=letters,
            keys=keys,
            slugs=frozenset(filter(_is_of_today, pages)) if pages else _NOTHING,
            endings=tuple(_ending(key) for key in keys if _is_long_number(key)),
        )

    def works_with(self, other: Candidate) -> bool:
        """Whether the two have one employer, or one's mail address names the other's."""
        if self.employer and self.employer == other.employer:
            return True
        pairs = ((self.employer, other), (other.employer, self))
        return any(
            employer and not _as_domains(employer).isdisjoint(whose.domains)
            for employer, whose in pairs
        )


@lru_cache(maxsize=65_536)
def _as_domains(employer: str) -> frozenset[str]:
    """What a domain makes of an employer: a word, or the first words without blanks.

    Of Kessel & Kranz Logistik that is kessel, kranz, logistik, kesselkranz ...
    """
    words = employer.split()
    first = takewhile(lambda several: len(several) <= _LONGEST_LABEL, accumulate(words))
    return frozenset((*words, *first))


@lru_cache(maxsize=65_536)
def _labels(domain: str) -> frozenset[str]:
    """The parts of a domain that may name a firm, in the form to compare."""
    return frozenset(fold(label).replace("-", "") for label in domain.split(".")[:-1])


def _is_of_today(slug: str) -> bool:
    return "/" not in slug and not slug.startswith("acoa")


def _is_long_number(key: Key) -> bool:
    return key.startswith("tel:") and len(key.removeprefix("tel:").lstrip("+")) >= _ENDING_DIGITS


def _ending(key: Key) -> tuple[str, bool]:
    return key[-_ENDING_DIGITS:], key.startswith("tel:+")


def is_number_without_country(a: Key, b: Key) -> bool:
    """Say whether two keys are one long number, at least one of them without a country's code."""
    both = _is_long_number(a) and _is_long_number(b)
    return both and share_number({_ending(a)}, {_ending(b)})


def share_number(endings: Iterable[tuple[str, bool]], others: Iterable[tuple[str, bool]]) -> bool:
    """Two numbers with country codes are equal or they are not; then the key says so."""
    return any(
        end == other and not (abroad and also_abroad)
        for end, abroad in endings
        for other, also_abroad in others
    )


def letter_forms(name: PersonName) -> dict[str, bool]:
    """What a mail address without a dot makes of a name, and whether the name is whole in it.

    Examples
    --------
    >>> sorted(letter_forms(parse_name("Anna Schmidt")))
    ['annas', 'annaschmidt', 'aschmidt', 'schmidta', 'schmidtanna']
    """
    if not name.is_spelt_out:
        return {}
    given, family = name.given[0], "".join(name.family)
    short = (given[0] + family, family + given[0], given + family[0])
    return {**dict.fromkeys(short, False), given + family: True, family + given: True}


# What one sound is written by: of Weißgerber and Weissgerber, Drexler and Drechsler.
_ONE_SOUND = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        *(
            ("th|dt|d$", "t"),
            ("tz", "z"),
            ("chs|cks", "x"),
            ("ck|c(?=[aoukrlt])", "k"),
            ("ph", "f"),
        ),
        *(
            ("(?<=[aeiou])h(?![aeiou])", ""),
            ("(?<!t)sch", "sh"),
            ("y", "i"),
            ("ie", "i"),
            ("ai", "ei"),
        ),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=65_536)
def plainer(word: str) -> str:
    """A word without what is spelt in two ways most: th, tz, ck, double letters, y.

    Examples
    --------
    >>> plainer("gerhardt") == plainer("gerhard"), plainer("behrens") == plainer("berens")
    (True, True)
    """
    for pattern, sound in _ONE_SOUND:
        word = pattern.sub(sound, word)
    return word
