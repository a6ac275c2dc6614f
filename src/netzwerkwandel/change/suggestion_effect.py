"""What came of what was suggested: the figures, and the words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import overload

import attrs
from typing_extensions import override

from netzwerkwandel.change.documents import SuggestionEffectDocument
from netzwerkwandel.change.plain_values import plain_values
from netzwerkwandel.model import Answer, Contact, Function, Key, Suggestion
from netzwerkwandel.model.as_dict import AsDict, AsDicts
from netzwerkwandel.model.keys import counted
from netzwerkwandel.model.naming import called
from netzwerkwandel.texts import Catalogue, Explained
from netzwerkwandel.texts.explained import is_told


SCHEMA = 1
"""The version of what ``to_dicts`` returns; it grows when a field changes its meaning."""

ENOUGH = 10
"""From so many suggestions on a difference to others may be more than chance."""

LEAST_DAYS = 14
"""Exports that end sooner after a suggestion cannot show what came of it."""


@attrs.frozen(kw_only=True, repr=False)
class SuggestionEffect(Explained, AsDict[SuggestionEffectDocument]):
    """What came of one suggestion?

    Parameters
    ----------
    suggestion : Suggestion
        What was suggested, and what is said of it.
    contact : Contact
        Whom.
    heard : date or None
        The first day after it on which she wrote, or the two met or talked on the phone.
    met : sequence of str
        Who was first met with her or through her since, by key, as far as the data shows.
    compared : sequence of str
        Comparable people who were not suggested, by key: of that day, about as long silent and
        about as often in touch before.
    compared_heard, compared_met : float
        The share of these who were heard of by then, and how many people were met through each of
        them; nan where nobody compares.
    """

    suggestion: Suggestion
    contact: Contact
    heard: date | None
    met: tuple[Key, ...] = attrs.field(repr=counted)
    compared: tuple[Key, ...] = attrs.field(repr=counted)
    compared_heard: float
    compared_met: float

    def __repr__(self) -> str:
        return f"SuggestionEffect({self.suggestion.on}, {self.suggestion.answer})"

    @property
    def is_asked(self) -> bool:
        """Whether anything is known to have come of it: an answer, or contact since."""
        return self.suggestion.answer is not Answer.OPEN or self.heard is not None

    @override
    def _as_dict(self) -> dict[str, object]:
        made = attrs.asdict(self.suggestion, recurse=False)
        seen = attrs.asdict(self, recurse=False, filter=is_told)
        asked = {name: made[name] for name in ("on", "function", "answer", "talked", "introduced")}
        found = {name: seen[name] for name in ("heard", "met", "compared")}
        means = {name: seen[name] for name in ("compared_heard", "compared_met")}
        who = {"contact": self.contact.key, "name": self.contact.label}
        told = {**who, **asked, "brought": sorted(made["brought"]), **found, **means}
        return plain_values({"schema": SCHEMA, **told})

    @override
    def _told(self, texts: Catalogue) -> str:
        made = self.suggestion
        told = [self._what_became(texts)]
        if made.brought:
            some = [texts.say(f"function {f}") for f in Function if f in made.brought]
            told.append(texts.say("advice brought", functions=texts.listing(some)))
        if people := {*made.introduced, *self.met}:
            told.append(texts.say("advice met", len(people)))
        return " ".join(told)

    def _what_became(self, texts: Catalogue) -> str:
        """When she was suggested, and what is known of it since."""
        made, day = self.suggestion, self.suggestion.talked or self.heard
        answer = "heard" if made.answer is Answer.OPEN and day else str(made.answer)
        answer += " own" if made.is_chosen else ""
        on, since = texts.day(made.on), texts.day(day) if day else ""
        who = texts.beginning(called(self.contact, texts))
        return texts.sentence([texts.say(f"advice {answer}", who=who, on=on, day=since)])


@attrs.frozen(repr=False, kw_only=True)
class SuggestionEffects(AsDicts[SuggestionEffect, SuggestionEffectDocument], Explained):
    """What came of the advice: whom it led to and what it brought, beside those not suggested.

    Parameters
    ----------
    effects : sequence of SuggestionEffect
        One for each suggestion, in the order of days.
    as_of : datetime
        The moment from which it is looked at.
    end : date or None
        The last day of which the exports tell by then: what came later they cannot show.
    """

    effects: tuple[SuggestionEffect, ...]
    as_of: datetime
    end: date | None = None

    @overload
    def __getitem__(self, index: int) -> SuggestionEffect: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[SuggestionEffect, ...]: ...
    @override
    def __getitem__(self, index: int | slice) -> SuggestionEffect | tuple[SuggestionEffect, ...]:
        return self.effects[index]

    @override
    def __len__(self) -> int:
        return len(self.effects)

    def __repr__(self) -> str:
        return f"SuggestionEffects({len(self)} suggestions)"

    @property
    def answers(self) -> dict[Answer, int]:
        """How many suggestions have which answer."""
        counts = Counter(each.suggestion.answer for each in self)
        return {answer: counts[answer] for answer in Answer}

    @property
    def brought(self) -> dict[Function, int]:
        """How many talks brought which function, as stated."""
        counts = Counter(f for each in self for f in each.suggestion.brought)
        return {function: counts[function] for function in Function}

    @property
    def people(self) -> tuple[Key, ...]:
        """Who was met through them, by key: as stated, and as the data shows."""
        return tuple(sorted({k for e in self for k in (*e.suggestion.introduced, *e.met)}))

    @property
    def heard_share(self) -> tuple[float, float]:
        """Which share has been in touch since: of those suggested, and of those who compare.

        Of whom the exports go on long enough after the suggestion to show it.
        """
        told = [(float(each.heard is not None), each.compared_heard) for each in self._comparable]
        return _means(told)

    @property
    def met_each(self) -> tuple[float, float]:
        """How many people were met through each: of those suggested, and of those who compare.

        As the data shows it of both; what is stated is not counted, since of those who were not
        suggested nobody states it.
        """
        return _means([(float(len(each.met)), each.compared_met) for each in self._comparable])

    @property
    def _comparable(self) -> list[SuggestionEffect]:
        return [each for each in self if each.compared and not self._is_too_late(each)]

    def _is_too_late(self, effect: SuggestionEffect) -> bool:
        """Whether the exports end before, or soon after, she was suggested."""
        return self.end is not None and (self.end - effect.suggestion.on).days < LEAST_DAYS

    @override
    def _told(self, texts: Catalogue) -> str:
        """How many were asked, what it brought, and whether more came of it than otherwise."""
        return "\n".join(" ".join(part) for part in self._parts(texts))

    def _parts(self, texts: Catalogue) -> Iterator[list[str]]:
        if not self.effects:
            yield [texts.say("advice nobody")]
            return
        yield list(self._answered(texts))
        gains = [
            texts.say("advice gain", n, function=texts.say(f"function {function}"))
            for function, n in self.brought.items()
            if n
        ]
        if gains:
            yield [texts.say("advice gains", functions=texts.listing(gains))]
        if self.people:
            yield [texts.say("advice people", len(self.people))]
        late = sum(map(self._is_too_late, self))
        if late and self.end is not None:
            yield [texts.say("advice ends", late, day=texts.day(self.end))]
        if self._comparable:
            yield list(self._compared(texts))

    def _answered(self, texts: Catalogue) -> Iterator[str]:
        """How many were suggested, and of how many it is known what came of it."""
        asked = sum(each.is_asked for each in self)
        own = any(each.suggestion.is_chosen for each in self)
        name = "advice suggested or chosen" if own else "advice suggested"
        yield texts.say(name, len(self), asked=texts.number(asked))
        heard = sum(each.is_asked and each.suggestion.answer is Answer.OPEN for each in self)
        known = {**{str(a): n for a, n in self.answers.items()}, "open": 0, "heard": heard}
        counts = [texts.say(f"advice count {answer}", n) for answer, n in known.items() if n]
        if counts:
            yield texts.say("advice counts", counts=texts.listing(counts))

    def _compared(self, texts: Catalogue) -> Iterator[str]:
        """Whether more came of them than of those who compare."""
        mine, others = map(texts.percent, self.heard_share)
        met, met_by_others = (round(10 * each) for each in self.met_each)
        yield texts.say("advice compared", mine=mine, others=others)
        name = "advice compared met" if met or met_by_others else "advice compared none"
        yield texts.say(name, met, others=texts.number(met_by_others))
        yield texts.say("advice few" if len(self._comparable) < ENOUGH else "advice chosen")


def _means(pairs: Sequence[tuple[float, float]]) -> tuple[float, float]:
    if not pairs:
        return float("nan"), float("nan")
    mine, others = zip(*pairs, strict=True)
    return sum(mine) / len(pairs), sum(others) / len(pairs)
