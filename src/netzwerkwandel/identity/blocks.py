"""Which contacts are worth comparing: those who share something that one person would share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from itertools import combinations, pairwise

from netzwerkwandel.identity.candidates import (
    SHORTEST_TO_MISSPELL,
    Candidate,
    letter_forms,
    plainer,
)
from netzwerkwandel.identity.likeness import may_be_turned
from netzwerkwandel.identity.nicknames import full_names
from netzwerkwandel.identity.person_name import PersonName
from netzwerkwandel.identity.scripts import sound
from netzwerkwandel.model.keys import Key


_MOST_COMPARED = 12
"""Of a block of more than these each is compared with the next only: pairs grow too many."""
_MOST_AT_ONE_ADDRESS = 4
_MOST_BY_INITIAL = 3
_MOST_WORDS = 6

_ADDRESSES = ("key ", "number ")


class Blocks:
    """Who shares a block with whom: words of a name, an address, the end of a number.

    What many share is no sign of one person. Of a block of more than a dozen each is compared with
    the next one only, which is enough to find a person of many addresses, and an address of more
    than four is passed over.

    Parameters
    ----------
    candidates : sequence of Candidate
        In the order of their keys.
    connected : mapping of str to set of date
        On which days contacts were connected to the owner by an account.
    is_slip_likely : bool
        Whether to look for names that are one letter apart, too: among tens of thousands of people
        they are other people.
    """

    def __init__(
        self,
        candidates: Sequence[Candidate],
        *,
        is_slip_likely: bool,
        connected: Mapping[Key, AbstractSet[date]],
    ) -> None:
        self._candidates, self._is_slip_likely = candidates, is_slip_likely
        self._connected = connected
        self._has_foreign = any(each.name.is_foreign for each in candidates)

    def pairs(self) -> list[tuple[int, int]]:
        """All pairs to compare, each once."""
        found = {pair for pairs in self._by_blocks() for pair in pairs}
        found.update(self._by_initial())
        found.update(self._by_letters())
        if self._is_slip_likely:
            found.update(self._by_slips())
        return sorted(found)

    def _by_blocks(self) -> Iterator[Iterable[tuple[int, int]]]:
        """The pairs of each block; what many share is no sign of one person."""
        blocks = Sharing()
        for i, each in enumerate(self._candidates):
            blocks.add(self._of(each), i)
        for block, members in blocks.several.items():
            if not block.startswith(_ADDRESSES) or len(members) <= _MOST_AT_ONE_ADDRESS:
                many = len(members) > _MOST_COMPARED
                yield pairwise(members) if many else combinations(members, 2)

    def _of(self, candidate: Candidate) -> Iterator[str]:
        """The blocks that a contact is in."""
        yield from (f"key {key}" for key in candidate.keys)
        yield from (f"number {ending}" for ending, _ in candidate.endings)
        for day in self._connected.get(candidate.contact.key, ()):
            yield f"day {day} {candidate.name.given[:1]}"
        for name in candidate.names:
            yield from by_words(name)
            yield from (f"read {each}" for each in name.readings)
            if name.is_full and name.semitic_form:
                yield f"read {name.semitic_form}"
            if self._has_foreign and name.is_full:
                yield from by_sound(name)

    def _by_initial(self) -> Iterator[tuple[int, int]]:
        """Whoever is known by an initial, with those whom it fits, if these are few."""
        short: list[tuple[int, tuple[str, str]]] = []
        whole: list[tuple[int, str, str]] = []
        for i, each in enumerate(self._candidates):
            given = each.name.given[0] if each.name.is_full else ""
            joined = "".join(each.name.family)
            for word in {*each.name.family_core, joined} if given else ():
                # "Anna S." and "A. Schmidt" alike: either half may be the letter.
                if min(len(given), len(word)) == 1:
                    short += [(i, (given, word)), (i, (word, given))][
                        : 1 + may_be_turned(each.name)
                    ]
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

    def _by_letters(self) -> Iterator[tuple[int, int]]:
        """Addresses that spell a name without a dot, with whoever is called so."""
        wanted: defaultdict[str, list[int]] = defaultdict(list)
        for i, each in enumerate(self._candidates):
            for letters in each.letters:
                wanted[letters].append(i)
        first = {letters[0] for letters in wanted}
        for j, each in enumerate(self._candidates):
            may_be_spelt = not first.isdisjoint(word[0] for word in each.name.tokens)
            for form in letter_forms(each.name) if may_be_spelt else ():
                for i in wanted.get(form, ())[:_MOST_AT_ONE_ADDRESS]:
                    if i != j:
                        yield min(i, j), max(i, j)

    def _by_slips(self) -> Iterator[tuple[int, int]]:
        """Names of which one half is the same and the other perhaps a slip of the pen away.

        Leaving one letter out of either leaves the same: "meer" of Meier and of Meyer.
        """
        blocks = Sharing()
        # Who has a card, a profile and an address is called the same in each.
        told: dict[PersonName, list[str]] = {}
        for i, each in enumerate(self._candidates):
            if each.name.is_spelt_out:
                if each.name not in told:
                    told[each.name] = list(by_slips(each.name))
                blocks.add(told[each.name], i)
        for members in blocks.several.values():
            if len(members) <= _MOST_COMPARED:
                yield from combinations(members, 2)


class Sharing:
    """Who shares a text with whom; of most texts nobody shares them, and one number is kept.

    Examples
    --------
    >>> sharing = Sharing()
    >>> for i, names in enumerate([["anna", "ann"], ["ben"], ["anna"]]):
    ...     sharing.add(names, i)
    >>> sharing.several
    {'anna': [0, 2]}
    """

    def __init__(self) -> None:
        self._first: dict[str, int] = {}
        self.several: dict[str, list[int]] = {}

    def add(self, texts: Iterable[str], i: int) -> None:
        """Write down who has some texts; in the order of the numbers."""
        first_with, several = self._first.setdefault, self.several
        for text in texts:
            first = first_with(text, i)
            if first == i:
                continue
            members = several.get(text)
            if members is None:
                several[text] = [first, i]
            elif members[-1] != i:
                members.append(i)


def by_words(name: PersonName) -> Iterator[str]:
    """Any two words of a name, and the family with all names that the given one may stand for.

    Anna Maria Meier is in "anna maria", "anna meier" and "maria meier", so that she meets whoever
    leaves one of her words out or writes them in another order; Ben Meier is in "benjamin meier".
    """
    words = sorted(word for word in name.known_words if len(word) > 1)[:_MOST_WORDS]
    yield from (f"words {one} {other}" for one, other in combinations(words, 2))
    if not name.is_full:
        return
    yield f"joined {name.letters}"
    # Min-su Kim meets Kim Minsu.
    yield f"words {' '.join(sorted(name.halves))}"
    called = {full for given in (*name.given, "".join(name.given)) for full in full_names(given)}
    # What stands behind the first word may be the first of two surnames.
    families = {"".join(name.family), *name.also, *name.given[1:]}
    families |= name.family_forms
    yield from (f"called {full} {word}" for full in called for word in families)
    if may_be_turned(name):
        called = set(full_names(name.family[-1]))
        yield from (f"called {full} {word}" for full in called for word in name.given)


def by_sound(name: PersonName) -> Iterator[str]:
    """How a name sounds, where some are in other scripts."""
    yield from (f"read {each}" for each in (*name.read_families, name.skeleton) if each)
    for words in (name.sounds, name.german_sounds, name.consonants):
        yield f"sound {' '.join(sorted(words))}"
    family = " ".join(sorted(map(sound, name.family_core)))
    yield from (f"called {full} {family}" for full in full_names(name.given[0]))


def by_slips(name: PersonName) -> Iterator[str]:
    """What a name has in common with another of which one half is a letter apart."""
    given, family = "".join(name.given), "".join(name.family_core)
    for form in full_names(name.given[0]):
        yield from (f"family {form} {spelling}" for spelling in _shortened(family))
    for spelling in _shortened(given):
        yield from (f"given {word} {spelling}" for word in name.family_core)
    yield f"both {' '.join(sorted(name.sounds))}"
    for form in {plainer(family), *name.family_forms}:
        yield f"plain {plainer(name.given[0])} {form}"


def _shortened(word: str) -> set[str]:
    """The word, and all that leaving one letter out makes of it."""
    if len(word) < SHORTEST_TO_MISSPELL:
        return {word}
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}
