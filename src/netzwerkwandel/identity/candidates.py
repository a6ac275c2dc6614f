"""Which contacts are worth comparing: those who share something that one person would share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, combinations, pairwise

import attrs

from netzwerkwandel.identity.employers import employer_form
from netzwerkwandel.identity.names import (
    PersonName,
    local_letters,
    parse_name,
    slug_name,
    spelt_name,
)
from netzwerkwandel.identity.nicknames import full_names
from netzwerkwandel.identity.scripts import sound
from netzwerkwandel.identity.shared_keys import KeyKind, is_role_key, key_kind
from netzwerkwandel.identity.spelling import fold
from netzwerkwandel.model.contact import Contact
from netzwerkwandel.model.keys import Key, phone_key


SHORTEST_TO_MISSPELL = 4

_MOST_COMPARED = 12
"""Of a block of more than these each is compared with the next only: pairs grow too many."""
_MOST_AT_ONE_ADDRESS = 4
_MOST_BY_INITIAL = 3
_MOST_WORDS = 6
_ENDING_DIGITS = 9

_Block = tuple[str, ...]


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
    keys, lines : frozenset of str
        Its keys but those of roles, and which of them several may share.
    endings : frozenset of pairs of str and bool
        The ends of its numbers, and whether they begin with a country.
    slugs : frozenset of str
        Its LinkedIn addresses of today's form, of which nobody has two at a time.
    employer : str
        Its employer, in the form to compare.
    domains : frozenset of str
        The names of firms that its mail addresses may tell.
    """

    contact: Contact
    name: PersonName
    is_spelt: bool
    others: tuple[PersonName, ...]
    letters: frozenset[str]
    keys: frozenset[Key]
    lines: frozenset[Key]
    endings: frozenset[tuple[str, bool]]
    slugs: frozenset[Key]
    employer: str
    domains: frozenset[str]

    @property
    def names(self) -> tuple[PersonName, ...]:
        """All of its names, the one it is called by first."""
        return (self.name, *self.others)


def candidate(contact: Contact) -> Candidate | None:
    """Read what a contact is compared by; None for a role."""
    keys = contact.keys
    mails = sorted(key.removeprefix("mailto:") for key in keys if key.startswith("mailto:"))
    reached_otherwise = any(key.startswith(("tel:", "linkedin:", "https:")) for key in keys)
    name = parse_name(contact.name)
    is_role = bool(mails) and all(is_role_key(f"mailto:{mail}") for mail in mails)
    if is_role and not reached_otherwise:
        # Whose name the domain has writes from "info@" herself: Nadine Ebel of "info@ebel.example".
        domains = " ".join(mail.rpartition("@")[2] for mail in mails)
        if not (name.is_spelt_out and "".join(name.family) in fold(domains)):
            return None
    slugs = [key.removeprefix("linkedin:") for key in sorted(keys) if key.startswith("linkedin:")]
    told = [*map(spelt_name, mails), *map(slug_name, slugs)]
    spelt = [each for each in told if each is not None and each.tokens != name.tokens]
    is_spelt = not name.is_full and bool(spelt)
    if is_spelt:
        name, *spelt = spelt
    lines = {phone_key(number) for number in contact.work_phones}
    roles = frozenset(filter(is_role_key, keys))
    own = keys - roles if roles else keys
    return Candidate(
        contact=contact,
        name=name,
        is_spelt=is_spelt,
        others=tuple(dict.fromkeys(spelt)),
        letters=frozenset(filter(None, map(local_letters, [] if name.is_full else mails))),
        keys=own,
        lines=frozenset(k for k in own if k in lines or key_kind(k) is KeyKind.LINE),
        endings=frozenset(_ending(key) for key in keys if _is_long_number(key)),
        slugs=frozenset(s for s in slugs if "/" not in s and not s.startswith("acoa")),
        employer=employer_form(contact.organisation),
        domains=frozenset(
            fold(label).replace("-", "")
            for mail in mails
            for label in mail.rpartition("@")[2].split(".")[:-1]
        ),
    )


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


def works_there(a: Candidate, b: Candidate) -> bool:
    """Say whether two have one employer, or one's mail address names the other's."""
    if a.employer and a.employer == b.employer:
        return True
    # "kessel-kranz" is what a domain makes of the first two words of Kessel & Kranz Logistik.
    words, its = ({*w, *accumulate(w)} for w in (a.employer.split(), b.employer.split()))
    return not (words.isdisjoint(b.domains) and its.isdisjoint(a.domains))


def pairs(candidates: Sequence[Candidate], *, is_slip_likely: bool) -> list[tuple[int, int]]:
    """Pairs that share a block: words of a name, an address, the end of a number; each pair once.

    What many share is no sign of one person. Of a block of more than a dozen each is compared with
    the next one only, which is enough to find a person of many addresses, and an address of more
    than four is passed over.

    Parameters
    ----------
    candidates : sequence of Candidate
        In the order of their keys.
    is_slip_likely : bool
        Whether to look for names that are one letter apart, too: among tens of thousands of people
        they are other people.
    """
    blocks: defaultdict[_Block, list[int]] = defaultdict(list)
    has_foreign = any(each.name.is_foreign for each in candidates)
    for i, each in enumerate(candidates):
        own: set[_Block] = {("key", key) for key in each.keys}
        own.update(("number", ending) for ending, _ in each.endings)
        for name in each.names:
            own.update(_word_blocks(name))
            if has_foreign and name.is_full:
                own.add(("sound", *sorted(name.sounds)))
                own.add(("consonants", *sorted(name.consonants)))
                family = sorted(map(sound, name.family_core))
                own.update(("called", full, *family) for full in full_names(name.given[0]))
        for block in own:
            blocks[block].append(i)
    found: set[tuple[int, int]] = set()
    for (kind, *_), members in blocks.items():
        is_address = kind in {"key", "number"}
        if len(members) < 2 or (is_address and len(members) > _MOST_AT_ONE_ADDRESS):
            continue
        many = len(members) > _MOST_COMPARED
        found.update(pairwise(members) if many else combinations(members, 2))
    found.update(_by_initial(candidates))
    found.update(_by_letters(candidates))
    if is_slip_likely:
        found.update(_by_slips(candidates))
    return sorted(found)


def _word_blocks(name: PersonName) -> Iterator[_Block]:
    """Any two words of a name, and the family with all names that the given one may stand for.

    Anna Maria Meier is in "anna maria", "anna meier" and "maria meier", so that she meets whoever
    leaves one of her words out or writes them in another order; Ben Meier is in "benjamin meier".
    """
    words = sorted(word for word in name.known_words if len(word) > 1)[:_MOST_WORDS]
    yield from (("words", *two) for two in combinations(words, 2))
    if name.is_full:
        yield "joined", "".join((*name.given, *name.family))
        if len(words) > 2:
            # Min-su Kim meets Kim Minsu.
            yield "words", *sorted(name.halves)
        joined = "".join(name.given)
        called = {full for given in (*name.given, joined) for full in full_names(given)}
        # What stands behind the first word may be the first of two surnames.
        families = {*name.family_core, "".join(name.family), *name.also, *name.given[1:]}
        yield from (("called", full, word) for full in called for word in families)


def _by_initial(candidates: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """Whoever is known by an initial, with those whom it fits, if these are few."""
    short: list[tuple[int, tuple[str, str]]] = []
    whole: list[tuple[int, str, str]] = []
    for i, each in enumerate(candidates):
        given = each.name.given[0] if each.name.is_full else ""
        for word in each.name.family_core if given else ():
            # "Anna S." and "A. Schmidt" alike: either half may be the letter.
            if min(len(given), len(word)) == 1:
                short.append((i, (given, word)))
            else:
                whole.append((i, given, word))
    known: dict[tuple[str, str], list[int]] = {letters: [] for _, letters in short}
    for i, given, word in whole if known else ():
        for letters in ((given[0], word), (given, word[0])):
            if letters in known:
                known[letters].append(i)
    for i, letters in short:
        if len(known[letters]) <= _MOST_BY_INITIAL:
            yield from ((min(i, j), max(i, j)) for j in known[letters] if j != i)


def _by_letters(candidates: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """Addresses that spell a name without a dot, with whoever is called so."""
    wanted: defaultdict[str, list[int]] = defaultdict(list)
    for i, each in enumerate(candidates):
        for letters in each.letters:
            wanted[letters].append(i)
    for j, each in enumerate(candidates):
        for form in letter_forms(each.name) if wanted else ():
            for i in wanted.get(form, ())[:_MOST_AT_ONE_ADDRESS]:
                if i != j:
                    yield min(i, j), max(i, j)


def letter_forms(name: PersonName) -> frozenset[str]:
    """Return what a mail address without a dot makes of a name, the surest forms.

    Examples
    --------
    >>> sorted(letter_forms(parse_name("Anna Schmidt")))
    ['annas', 'annaschmidt', 'aschmidt', 'schmidtanna']
    """
    if not name.is_spelt_out:
        return frozenset()
    given, family = name.given[0], "".join(name.family)
    return frozenset([given + family, family + given, given[0] + family, given + family[0]])


def _by_slips(candidates: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """Names of which one half is the same and the other perhaps a slip of the pen away.

    Leaving one letter out of either leaves the same: "meer" of Meier and of Meyer.
    """
    blocks: defaultdict[_Block, list[int]] = defaultdict(list)
    for i, each in enumerate(candidates):
        if each.name.is_spelt_out:
            given, family = "".join(each.name.given), "".join(each.name.family_core)
            for form in full_names(each.name.given[0]):
                for spelling in _shortened(family):
                    blocks["family", form, spelling].append(i)
            for spelling in _shortened(given):
                for word in each.name.family_core:
                    blocks["given", word, spelling].append(i)
            blocks["both", *sorted(each.name.sounds)].append(i)
    for members in blocks.values():
        if 1 < len(members) <= _MOST_COMPARED:
            yield from combinations(sorted(set(members)), 2)


def _shortened(word: str) -> set[str]:
    if len(word) < SHORTEST_TO_MISSPELL:
        return {word}
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


def plainer(word: str) -> str:
    """A word without what is spelt in two ways most: th, tz, ck, double letters, y."""
    for letters, letter in (("th", "t"), ("tz", "z"), ("ck", "k"), ("ph", "f"), ("y", "i")):
        word = word.replace(letters, letter)
    return "".join(a for a, b in zip(word, f"{word[1:]} ", strict=True) if a != b)
