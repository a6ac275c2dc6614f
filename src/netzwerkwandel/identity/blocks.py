"""Which contacts are worth comparing: those who share something that one person would share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from itertools import chain, combinations, pairwise
from typing import Generic, TypeVar

from netzwerkwandel.identity.candidates import (
    SHORTEST_TO_MISSPELL,
    Candidate,
    letter_forms,
    plainer,
)
from netzwerkwandel.identity.nicknames import full_names
from netzwerkwandel.identity.person_name import PersonName
from netzwerkwandel.identity.scripts import sound
from netzwerkwandel.model.keys import Key


Mark = TypeVar("Mark", bound=Hashable)

_MOST_COMPARED = 12
"""Of a block of more than these each is compared with the next only: pairs grow too many."""
_MOST_AT_ONE_ADDRESS = 4
_MOST_BY_INITIAL = 3
_MOST_WORDS = 6


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
        found = {*self._by_initial(), *self._by_letters()}
        for members in self._by_address():
            if len(members) <= _MOST_AT_ONE_ADDRESS:
                found.update(combinations(members, 2))
        for members in chain(self._by_name(), self._by_day()):
            many = len(members) > _MOST_COMPARED
            found.update(pairwise(members) if many else combinations(members, 2))
        for members in self._by_slips() if self._is_slip_likely else ():
            if len(members) <= _MOST_COMPARED:
                found.update(combinations(members, 2))
        return sorted(found)

    def _by_address(self) -> Iterator[Sequence[int]]:
        """Who has one key, or numbers of one end."""
        keys, endings = Sharing[Key](), Sharing[str]()
        for i, each in enumerate(self._candidates):
            keys.add(each.keys, i)
            endings.add((ending for ending, _ in each.endings), i)
        return chain(keys.several.values(), endings.several.values())

    def _by_day(self) -> Iterable[Sequence[int]]:
        """Who has one given name, and was connected on one day."""
        days = Sharing[tuple[date, tuple[str, ...]]]()
        for i, each in enumerate(self._candidates) if self._connected else ():
            given = each.name.given[:1]
            days.add(((day, given) for day in self._connected.get(each.contact.key, ())), i)
        return days.several.values()

    def _by_name(self) -> Iterator[Sequence[int]]:
        """Who has a word of a name, or how it is read, in common with others."""
        bearers: dict[PersonName, list[int]] = {}
        for i, each in enumerate(self._candidates):
            for name in set(each.names):
                bearers.setdefault(name, []).append(i)
        return _of_blocks(bearers, map(self._of_name, bearers))

    def _of_name(self, name: PersonName) -> list[str]:
        """The blocks that a name is in."""
        blocks = by_words(name)
        blocks += [f"read {each}" for each in name.readings]
        if name.is_full and name.semitic_form:
            blocks.append(f"read {name.semitic_form}")
        return blocks + by_sound(name) if self._has_foreign and name.is_full else blocks

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
                    short += [(i, (given, word)), (i, (word, given))][: 1 + each.name.may_be_turned]
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

    def _by_slips(self) -> Iterator[Sequence[int]]:
        """Whose names have one half in common, and the other is perhaps a slip of the pen away."""
        bearers: dict[PersonName, list[int]] = {}
        for i, each in enumerate(self._candidates):
            if each.name.is_spelt_out:
                bearers.setdefault(each.name, []).append(i)
        return _of_blocks(bearers, by_slips(bearers))


class Sharing(Generic[Mark]):
    """Who shares a mark with whom; of most marks nobody shares them, and one number is kept.

    Examples
    --------
    >>> sharing = Sharing[str]()
    >>> for i, names in enumerate([["anna", "ann"], ["ben"], ["anna"]]):
    ...     sharing.add(names, i)
    >>> sharing.several, sharing.alone({0, 2})
    ({'anna': [0, 2]}, {0})
    """

    def __init__(self) -> None:
        self._first: dict[Mark, int] = {}
        self.several: dict[Mark, list[int]] = {}

    def add(self, marks: Iterable[Mark], i: int) -> None:
        """Write down who has some marks; in the order of the numbers."""
        first_with, several = self._first.setdefault, self.several
        for mark in marks:
            first = first_with(mark, i)
            if first == i:
                continue
            members = several.get(mark)
            if members is None:
                several[mark] = [first, i]
            elif members[-1] != i:
                members.append(i)

    def alone(self, among: AbstractSet[int]) -> set[int]:
        """Which of some have a mark that nobody shares."""
        several = self.several
        return {i for mark, i in self._first.items() if i in among and mark not in several}


def _of_blocks(
    bearers: Mapping[PersonName, Sequence[int]], blocks: Iterable[Iterable[str]]
) -> Iterator[Sequence[int]]:
    """Who shares a block, by the blocks of each name: the same people once, however many blocks.

    Anna Maria Meier and Maria Meier have a dozen blocks in common, and all of Maria Meier's are
    those of five contacts who are called so.
    """
    sharing = Sharing[str]()
    for name, its in enumerate(blocks):
        sharing.add(its, name)
    called = list(bearers.values())
    for names in set(map(tuple, sharing.several.values())):
        yield sorted({i for name in names for i in called[name]})
    of_several = {name for name, its in enumerate(called) if len(its) > 1}
    yield from (called[name] for name in sharing.alone(of_several))


def by_words(name: PersonName) -> list[str]:
    """Any two words of a name, and the family with all names that the given one may stand for.

    Anna Maria Meier is in "anna maria", "anna meier" and "maria meier", so that she meets whoever
    leaves one of her words out or writes them in another order; Ben Meier is in "benjamin meier".
    """
    words = sorted([word for word in name.known_words if len(word) > 1])[:_MOST_WORDS]
    blocks = [f"words {one} {other}" for one, other in combinations(words, 2)]
    if not name.is_full:
        return blocks
    # Min-su Kim meets Kim Minsu.
    blocks += [f"joined {name.letters}", f"words {' '.join(sorted(name.halves))}"]
    called = full_names("".join(name.given)).union(*map(full_names, name.given))
    # What stands behind the first word may be the first of two surnames.
    families = name.family_forms.union(("".join(name.family), *name.also, *name.given[1:]))
    blocks += [f"called {full} {word}" for full in called for word in families]
    if name.may_be_turned:
        called = full_names(name.family[-1])
        blocks += [f"called {full} {word}" for full in called for word in name.given]
    return blocks


def by_sound(name: PersonName) -> list[str]:
    """How a name sounds, where some are in other scripts."""
    blocks = [f"read {each}" for each in (*name.read_families, name.skeleton) if each]
    heard = (name.sounds, name.german_sounds, name.consonants)
    blocks += [f"sound {' '.join(sorted(words))}" for words in heard]
    family = " ".join(sorted(map(sound, name.family_core)))
    return [*blocks, *(f"called {full} {family}" for full in full_names(name.given[0]))]


def by_slips(names: Collection[PersonName]) -> Iterator[list[str]]:
    """What each name has in common with another of which one half is a letter apart."""
    given_names = slip_points("".join(name.given) for name in names)
    families = slip_points("".join(name.family_core) for name in names)
    for name in names:
        family, forms = "".join(name.family_core), full_names(name.given[0])
        blocks = [f"family {form} {spelling}" for form in forms for spelling in families[family]]
        for spelling in given_names["".join(name.given)]:
            blocks += [f"given {word} {spelling}" for word in name.family_core]
        blocks.append(f"both {' '.join(sorted(name.sounds))}")
        first = plainer(name.given[0])
        blocks += [f"plain {first} {form}" for form in {plainer(family), *name.family_forms}]
        yield blocks


def slip_points(words: Iterable[str]) -> dict[str, list[str]]:
    """Where words that are a slip of the pen apart meet: leaving a letter out of either does it.

    Most of what is left of a word no other has; of that, one stands for all.

    Examples
    --------
    >>> {word: sorted(points) for word, points in slip_points(["meier", "meyer"]).items()}
    {'meier': ['meer', 'meier'], 'meyer': ['meer', 'meyer']}
    """
    shortened = {word: _shortened(word) for word in words}
    times = Counter(chain.from_iterable(shortened.values()))
    points = {}
    for word, spellings in shortened.items():
        points[word] = [each for each in spellings if times[each] > 1]
        points[word] += [each for each in spellings if times[each] == 1][:1]
    return points


def _shortened(word: str) -> Iterable[str]:
    """The word, and all that leaving one letter out makes of it, each once."""
    if len(word) < SHORTEST_TO_MISSPELL:
        return (word,)
    return dict.fromkeys((word, *(word[:i] + word[i + 1 :] for i in range(len(word)))))
