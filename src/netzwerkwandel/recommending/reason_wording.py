"""The reasons for one person in plain words: who she is, what there was, and how to begin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import attrs

from netzwerkwandel.model import Channel
from netzwerkwandel.recommending.first_steps import NO_CALL, only_signs
from netzwerkwandel.recommending.reason import Reason, ReasonKind
from netzwerkwandel.texts import Catalogue, printable


LONG_SILENCE = 365
"""Days without contact from which one says so, rather than when the last one was."""

OLD = 730
"""Days without contact from which a tie is called an old one."""

QUIET = 90
"""Days without contact after which nobody says that two people stay in touch."""

SEVERAL = 3
"""So many touches over days are more than one exchange."""

A_WEEK = 7
"""Days within which contact is one exchange, of which nobody says how long it went on."""


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
        facts, for_what = self._about_her(who), [*self._what_for(), *self._first_step()]
        history = self._history(None if facts else who)
        is_named = bool(history) and who in history[0]
        known = facts or ("" if is_named else self.texts.say("reason known", who=who))
        clauses = ([known] if known else [], history, for_what, self._care())
        return " ".join(self.texts.sentence(sentence) for sentence in clauses if sentence)

    def label(self) -> str:
        """What somebody could bring, in a few words.

        A function that she serves, so many new people, an old tie taken up again or a first talk,
        another circle, or that the two stay in touch.
        """
        brings = self.reasons.get(ReasonKind.BRINGS)
        if brings is not None:
            return self.texts.say(f"function {brings['function']}")
        reach = self.reasons.get(ReasonKind.REACH)
        if reach is not None:
            return self.texts.say("brings people", _number(reach, "people"))
        if ReasonKind.DOUBT in self.reasons:
            return self.texts.say("brings doubt")
        if ReasonKind.NEVER in self.reasons:
            work = self.reasons.get(ReasonKind.WORK)
            where = "" if work is None else str(dict(work.values).get("organisation", ""))
            name = "brings news" if where else "brings hello"
            return self.texts.say(name, None, **self.texts.places(printable(where)))
        return self.texts.say(f"brings {self._contact()}")

    def _contact(self) -> str:
        """What contact alone could bring: an old tie, an answer, a circle, or that it goes on."""
        days = self._days
        if days >= LONG_SILENCE and not self._was_more_than_one_exchange:
            return "talk"
        if days >= OLD:
            return "old tie"
        closest = self.reasons.get(ReasonKind.CLOSEST)
        knows_none = closest is not None and not _number(closest, "knowing")
        if (wrote := self.reasons.get(ReasonKind.UNANSWERED)) is not None:
            return "answer due" if wrote.waits else "hello"
        if only_signs(self.reasons.get(ReasonKind.HISTORY)):
            return "hello"
        return "circle" if knows_none else "contact again" if days >= QUIET else "contact"

    def _what_for(self) -> list[str]:
        """What she is on the list for, by the fact that makes her serve it."""
        brings = self.reasons.get(ReasonKind.BRINGS)
        if brings is None:
            return []
        function = self.texts.say(f"function {brings['function']}")
        name = str(brings["because"])
        if name in ("field", "way", "change", "reach", "renewed"):
            name = f"{brings['function']} {name}"
        return [self.texts.say(f"brings {name}", function=function)]

    def _care(self) -> list[str]:
        """What to think of first where somebody works at the same place."""
        if ReasonKind.AT_WORK not in self.reasons:
            return []
        relation = self.reasons.get(ReasonKind.RELATION)
        is_boss = relation is not None and relation["relation"] == "boss"
        return [self.texts.say("care boss" if is_boss else "care at work")]

    def person(self, who: str, without_facts: str = "reason known") -> str:
        """Say who somebody is, by the facts if there are any, else by a text that names her."""
        return self._about_her(who) or self.texts.say(without_facts, who=who)

    def _about_her(self, who: str) -> str:
        """Who somebody is, by the facts; empty where there are none."""
        facts = self.texts.listing(list(self._facts()))
        return f"{who} {facts}" if facts else ""

    def _facts(self) -> Iterator[str]:
        """What is said of a person, as it stands after the name."""
        plain = [fact for reason in self.reasons.values() for fact in self._fact(reason)]
        yield from plain
        reach, closest = self.reasons.get(ReasonKind.REACH), self.reasons.get(ReasonKind.CLOSEST)
        if reach is not None:
            yield self._reach(reach)
        elif closest is not None and not plain:
            # Whom of the closest she knows is worth saying where there is nothing else to say.
            knowing, of = _number(closest, "knowing"), _number(closest, "closest")
            share = "none" if not knowing else "all" if knowing == of else "some"
            few, some = self.texts.word(of), self.texts.word(knowing)
            yield self.texts.say(f"reason closest {share}", of, few=few, knowing=some)

    def _reach(self, reason: Reason) -> str:
        """How many people she knows and the person does not, by name where there are names."""
        values, people = dict(reason.values), _number(reason, "people")
        names = [printable(str(values[n])) for n in ("name 1", "name 2") if n in values]
        if not names:
            return self.texts.say("reason reach", people)
        more = people - len(names)
        told = ", ".join(names) if more else self.texts.listing(names)
        if "organisation" in values:
            employer = printable(str(values["organisation"]))
            told = self.texts.say("names at", None, names=told, **self.texts.places(employer))
        if more:
            return self.texts.say("reason reach names more", more, names=told)
        return self.texts.say("reason reach names", len(names), names=told)

    def _fact(self, reason: Reason) -> Iterator[str]:
        texts = self.texts
        match reason.kind:
            case ReasonKind.RELATION:
                yield texts.say(f"relation {reason['relation']}")
            case ReasonKind.EXPERIMENT:
                yield texts.say("reason experiment", title=printable(str(reason["title"])))
            case ReasonKind.INTRODUCED:
                values = {"who": printable(str(reason["who"])), "month": self._month(reason, "on")}
                yield texts.say("reason introduced", None, **values)
            case ReasonKind.FIELD if not self._is_for_the_field:
                yield texts.say("reason field", field=printable(str(reason["field"])))
            case ReasonKind.IN_FIELD:
                too = " too" if ReasonKind.FIELD in self.reasons else ""
                yield texts.say(f"reason in field{too}", _number(reason, "people"))
            case ReasonKind.MOVED:
                yield self._move(reason)
            case ReasonKind.WORK:
                yield from self._work(reason)
            case ReasonKind.CHANGED_CAREER:
                yield texts.say("reason changed career")
            case ReasonKind.FUNCTION:
                named = [texts.say(f"function {f}") for f in str(reason["functions"]).split(",")]
                yield texts.say("reason function", functions=texts.listing(named))

    def _work(self, reason: Reason) -> Iterator[str]:
        work = {name: printable(str(value)) for name, value in reason.values}
        # "Works with you and works as" would say it twice, and where is known.
        verb = "is" if self._works_with_me else "work"
        if verb == "work" or "position" in work:
            name = " ".join([f"reason {verb}", *sorted(work)])
            at = self.texts.places(work.get("organisation", ""))
            yield self.texts.say(name, None, **work, **at)

    def _move(self, reason: Reason) -> str:
        values = dict(reason.values)
        organisation = printable(str(values.get("organisation", "")))
        position = printable(str(values.get("position", "")))
        at = " at" if values["new"] == "position" and organisation else ""
        name = f"reason new {values['new']}{at}"
        return self.texts.say(
            name,
            None,
            position=position,
            month=self._month(reason, "since"),
            **self.texts.places(organisation),
        )

    def _history(self, who: str | None) -> list[str]:
        """When the two were last in touch, and what there was between them till then.

        Where nothing is told before it, it names her.
        """
        reasons, clauses = self.reasons, []
        if ReasonKind.DOUBT in reasons:
            clauses.append(self._doubt(reasons[ReasonKind.DOUBT], who))
        elif ReasonKind.NEVER in reasons:
            clauses += self._never(reasons[ReasonKind.NEVER], who)
        elif ReasonKind.SILENCE in reasons:
            days = self._days
            name = "silence" if days >= LONG_SILENCE else "recent" if days >= 1 else "today"
            if ReasonKind.UNANSWERED in reasons:
                name = "wrote" if days >= 1 else "wrote today"
            elif days >= 1 and self._only_met:
                name += " met"
            clauses.append(self._said(name, who, span=self.texts.span(days)))
        if ReasonKind.HISTORY in reasons:
            clauses.append(self._what_there_was(reasons[ReasonKind.HISTORY]))
        return clauses

    def _said(self, name: str, who: str | None, **values: str) -> str:
        """Say a reason of somebody who is named before, or else within it."""
        if who is None:
            return self.texts.say(f"reason {name}", None, **values)
        return self.texts.say(f"reason {name} with", None, who=who, **values)

    def _never(self, reason: Reason, who: str | None) -> list[str]:
        """That no contact is known, where that of anybody is, and since when they are connected."""
        told = dict(reason.values)
        if "since" in told:
            name = "since" if "shown" in told else "never since"
            return [self._said(name, who, month=self._month(reason, "since"))]
        return [] if "shown" in told else [self._said("never", who)]

    def _doubt(self, reason: Reason, who: str | None) -> str:
        """Whom she may be as well, and when the two were in touch if she is."""
        name, at = (printable(str(reason[value])) for value in ("name", "at"))
        kind = f"doubt {'at' if at else 'alone'}"
        span = self.texts.span(max(1, _number(reason, "days")))
        return self._said(kind, who, other=name, span=span, **self.texts.places(at))

    def _month(self, reason: Reason, name: str) -> str:
        """The month of a day that a reason tells."""
        day = reason[name]
        assert isinstance(day, date)
        return self.texts.month(day)

    def _what_there_was(self, reason: Reason) -> str:
        texts, values = self.texts, dict(reason.values)
        numbers = [(_number(reason, c), c) for c in Channel if c in values]
        numbers.sort(key=lambda each: -each[0])
        counts = texts.listing([texts.say(f"channel {c}", n) for n, c in numbers])
        name = "reason before" if self._is_long_silent else "reason so far"
        span, most = _number(reason, "span"), numbers[0][0]
        if span < A_WEEK:
            return texts.say(f"{name} once", most, counts=counts)
        return texts.say(name, most, counts=counts, span=texts.span(span))

    def _first_step(self) -> list[str]:
        """How to begin, by phone where there is a number; nothing where the two are in touch."""
        begin = self.reasons.get(ReasonKind.FIRST_STEP)
        if begin is None:
            return []
        texts, values = self.texts, dict(begin.values)
        question = str(values.get("question", ""))
        clauses = []
        if values["way"] == "call" and question not in NO_CALL and "told before" not in values:
            clauses.append(texts.say("step call"))
        if question:
            name = f"more {question}{' again' if 'asked before' in values else ''}"
            clauses.append(texts.say(name, None, **self._about(question)))
        return clauses

    def _about(self, question: str) -> dict[str, str]:
        """What a question is about."""
        match question:
            case "field" | "who else":
                return {"field": printable(str(self.reasons[ReasonKind.FIELD]["field"]))}
            case "introduce":
                return {"who": printable(str(self.reasons[ReasonKind.REACH]["name 1"]))}
        return {}

    @property
    def _is_for_the_field(self) -> bool:
        """Whether the field is what she is on the list for, which is said by itself."""
        brings = self.reasons.get(ReasonKind.BRINGS)
        return brings is not None and brings["because"] == "field"

    @property
    def _works_with_me(self) -> bool:
        """Whether she is stated to be a colleague now, which is said by itself."""
        relation = self.reasons.get(ReasonKind.RELATION)
        return relation is not None and relation["relation"] == "colleague"

    @property
    def _was_more_than_one_exchange(self) -> bool:
        """Whether there was contact a week or more after the first time, or on several days."""
        history = self.reasons.get(ReasonKind.HISTORY)
        if history is None:
            return False
        span, values = _number(history, "span"), dict(history.values)
        touches = sum(_number(history, channel) for channel in Channel if channel in values)
        return span >= A_WEEK or (span >= SEVERAL - 1 and touches >= SEVERAL)

    @property
    def _only_met(self) -> bool:
        """Whether the two are known to have met, and of nothing else between them."""
        history = self.reasons.get(ReasonKind.HISTORY)
        channels = [] if history is None else [c for c in Channel if c in dict(history.values)]
        return channels == [Channel.MEETING]

    @property
    def _is_long_silent(self) -> bool:
        return self._days >= LONG_SILENCE

    @property
    def _days(self) -> int:
        """How many days ago the last contact was; 0 where none is told."""
        silence = self.reasons.get(ReasonKind.SILENCE)
        return 0 if silence is None else _number(silence, "days")


def _number(reason: Reason, name: str) -> int:
    value = reason[name]
    assert isinstance(value, int)
    return value
