"""The reasons for one person in plain words: who she is, what there was, and how to begin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import attrs

from netzwerkwandel.model import Channel
from netzwerkwandel.recommending.reasons import Reason, ReasonKind
from netzwerkwandel.texts import Catalogue, printable


FEW = 3
"""Who knows one of so many of the closest contacts, or fewer, is of another circle."""
LONG_SILENCE = 365
"""Days without contact from which one says so, rather than when the last one was."""


@attrs.frozen
class ReasonWording:
    """The reasons for one person in the words of one language.

    Parameters
    ----------
    texts : Catalogue
        The words.
    reasons : mapping of ReasonKind to Reason
        The reasons, in the order in which they are told.
    """

    texts: Catalogue
    reasons: Mapping[ReasonKind, Reason]

    @classmethod
    def of(cls, texts: Catalogue, reasons: Iterable[Reason]) -> ReasonWording:
        """Word some reasons, at most one of a kind."""
        return cls(texts, {reason.kind: reason for reason in reasons})

    def sentences(self, who: str) -> str:
        """Say who somebody is, when the two were in touch and how to begin: a sentence for each."""
        clauses = ([self.person(who)], self._history(), self._first_step())
        return " ".join(self.texts.sentence(sentence) for sentence in clauses if sentence)

    def person(self, who: str, without_facts: str = "reason known") -> str:
        """Say who somebody is, by the facts if there are any, else by a text that names her."""
        facts = self.texts.listing(list(self._facts()))
        return f"{who} {facts}" if facts else self.texts.say(without_facts, who=who)

    def _facts(self) -> Iterator[str]:
        """What is said of a person, as it stands after the name."""
        plain = [fact for reason in self.reasons.values() for fact in self._fact(reason)]
        yield from plain
        reach, closest = self.reasons.get(ReasonKind.REACH), self.reasons.get(ReasonKind.CLOSEST)
        new = "" if reach is None else self.texts.say("reason reach", _number(reach, "people"))
        # Whom of the closest she knows is worth saying where it is few, as she is of another circle
        # then, and where there is nothing else to say.
        if closest is not None and (
            _number(closest, "knowing") * FEW <= _number(closest, "closest") or not (new or plain)
        ):
            yield self._closest(closest, new)
        elif new:
            yield new

    def _fact(self, reason: Reason) -> Iterator[str]:
        texts = self.texts
        match reason.kind:
            case ReasonKind.RELATION:
                yield texts.say(f"relation {reason['relation']}")
            case ReasonKind.FIELD:
                yield texts.say("reason field", field=printable(str(reason["field"])))
            case ReasonKind.IN_FIELD:
                yield texts.say("reason in field", _number(reason, "people"))
            case ReasonKind.MOVED:
                yield self._move(reason)
            case ReasonKind.CHANGED_CAREER:
                yield texts.say("reason changed career")
            case ReasonKind.FUNCTION:
                named = [texts.say(f"function {f}") for f in str(reason["functions"]).split(",")]
                yield texts.say("reason function", functions=texts.listing(named))

    def _move(self, reason: Reason) -> str:
        values = dict(reason.values)
        organisation = printable(str(values.get("organisation", "")))
        position = printable(str(values.get("position", "")))
        since = values["since"]
        assert isinstance(since, date)
        at = " at" if values["new"] == "position" and organisation else ""
        name = f"reason new {values['new']}{at}"
        return self.texts.say(
            name, organisation=organisation, position=position, month=self.texts.month(since)
        )

    def _closest(self, reason: Reason, new: str) -> str:
        knowing, closest = _number(reason, "knowing"), _number(reason, "closest")
        share = "none" if not knowing else "all" if knowing == closest else "some"
        name = f"reason reach closest {share}" if new else f"reason closest {share}"
        few, some = self.texts.word(closest), self.texts.word(knowing)
        return self.texts.say(name, closest, reach=new, few=few, knowing=some)

    def _history(self) -> list[str]:
        """When the two were last in touch, and what there was between them till then."""
        if ReasonKind.NEVER in self.reasons:
            return [self.texts.say("reason never")]
        clauses = []
        if ReasonKind.SILENCE in self.reasons:
            days = _number(self.reasons[ReasonKind.SILENCE], "days")
            name = "silence" if days >= LONG_SILENCE else "recent" if days >= 1 else "today"
            clauses.append(self.texts.say(f"reason {name}", span=self.texts.span(days)))
        if ReasonKind.HISTORY in self.reasons:
            clauses.append(self._what_there_was(self.reasons[ReasonKind.HISTORY]))
        return clauses

    def _what_there_was(self, reason: Reason) -> str:
        texts, values = self.texts, dict(reason.values)
        numbers = {c: _number(reason, c) for c in Channel if c in values}
        counts = texts.listing([texts.say(f"channel {c}", n) for c, n in numbers.items()])
        name = "reason before" if self._is_long_silent else "reason so far"
        span, total = _number(reason, "span"), sum(numbers.values())
        if span < 1:
            return texts.say(f"{name} once", total, counts=counts)
        return texts.say(name, total, counts=counts, span=texts.span(span))

    def _first_step(self) -> list[str]:
        begin = self.reasons.get(ReasonKind.FIRST_STEP)
        if begin is None:
            return []
        values = dict(begin.values)
        step, more = self.texts.say(f"step {values['way']}"), self._more()
        clauses = [self.texts.say("step and", step=step, more=more) if more else step]
        last = values.get("last")
        if isinstance(last, date):
            day = self.texts.day(last)
            clauses.insert(0, self.texts.say(f"last {values['channel']}", last=day))
        return clauses

    def _more(self) -> str:
        """What one could ask, or may expect."""
        texts, reasons = self.texts, self.reasons
        if ReasonKind.CHANGED_CAREER in reasons:
            return texts.say("more change")
        if ReasonKind.FIELD in reasons:
            return texts.say("more field", field=printable(str(reasons[ReasonKind.FIELD]["field"])))
        if ReasonKind.MOVED in reasons:
            return texts.say("more moved")
        if ReasonKind.REACH in reasons:
            return texts.say("more reach")
        return texts.say("more long silent") if self._is_long_silent else ""

    @property
    def _is_long_silent(self) -> bool:
        silence = self.reasons.get(ReasonKind.SILENCE)
        return silence is not None and _number(silence, "days") >= LONG_SILENCE


def _number(reason: Reason, name: str) -> int:
    value = reason[name]
    assert isinstance(value, int)
    return value
