"""A first line to write: from what is true between the two, and without a pretext."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import attrs

from netzwerkwandel.model import Channel
from netzwerkwandel.model.naming import first_name
from netzwerkwandel.recommending.first_steps import ABOUT_WORK
from netzwerkwandel.recommending.reason import Reason, ReasonKind
from netzwerkwandel.texts import Catalogue, printable


LONG_SILENCE = 365
"""Days without contact from which one says how long it has been."""

QUIET = 30
"""Days without contact from which nobody writes as if there had been some yesterday."""

A_MONTH = 30
"""Days after which one asks to be forgiven for not having answered."""

ASKED = {
    "long silent": "talk",
    "news": "talk",
    "answer": "talk",
    "first word": "talk",
    "who": "talk",
    "in touch": "plan",
    "in passing": "reach",
}
"""What a letter asks where it does not ask what the list suggests in other words."""


LEFT_OPEN = ("answer", "first word")
"""Where the list suggests to write, and leaves open what to ask."""


@attrs.frozen
class OpeningWording:
    """What one could write to somebody, in the words of one language.

    Parameters
    ----------
    texts : Catalogue
        The words.
    reasons : mapping of ReasonKind to Reason
        The facts.
    """

    texts: Catalogue
    reasons: Mapping[ReasonKind, Reason]

    def lines(self, name: str) -> str:
        """A greeting, what there was, and a question; each a line. A name may be missing."""
        greeting = (
            self.texts.say("opening hello", who=name, first=first_name(name))
            if name
            else self.texts.say("opening hello nameless")
        )
        return f"{greeting}\n{self._past()}\n{self._question()}"

    def _past(self) -> str:
        """How long it is, and from where the two know each other."""
        texts, reasons, days = self.texts, self.reasons, self._days
        wrote = reasons.get(ReasonKind.UNANSWERED)
        if wrote is not None and not wrote.waits:
            return texts.say("opening lately")
        if wrote is not None:
            name = "answer" if days < A_MONTH else "unanswered"
            last = self._day(ReasonKind.UNANSWERED, "last")
            return texts.say(f"opening {name}", last=texts.day(last) if last else "")
        # That the data shows no contact does not mean that there was none.
        if since := self._day(ReasonKind.NEVER, "since"):
            return texts.say("opening never", since=texts.month(since))
        if days >= LONG_SILENCE:
            return texts.say(f"opening {self._after_long()}", span=texts.span(days))
        if met := self._day(ReasonKind.INTRODUCED, "on"):
            who = printable(str(reasons[ReasonKind.INTRODUCED]["who"]))
            return texts.say("opening introduced", who=who, month=texts.month(met))
        if ReasonKind.EXPERIMENT in reasons:
            title = printable(str(reasons[ReasonKind.EXPERIMENT]["title"]))
            return texts.say("opening experiment", title=title)
        name = "lately" if days < QUIET else "quiet met" if self._met_last else "quiet"
        return texts.say(f"opening {name}", None, span=texts.span(days))

    def _after_long(self) -> str:
        """What one thinks of after a long time: work in common, or the last meeting."""
        relation = self.reasons.get(ReasonKind.RELATION)
        if relation is not None and str(relation["relation"]).startswith("former"):
            return "worked"
        return "met" if self._met_last else "long"

    @property
    def _met_last(self) -> bool:
        """Whether the last contact was a meeting."""
        step = self.reasons.get(ReasonKind.FIRST_STEP)
        talk = {} if step is None else dict(step.values)
        met = talk.get("channel") == Channel.MEETING
        return met and talk["last"] == self._day(ReasonKind.SILENCE, "last")

    @property
    def _days(self) -> int:
        """How many days ago the last contact was; 0 where none is told."""
        silence = self.reasons.get(ReasonKind.SILENCE)
        days = 0 if silence is None else silence["days"]
        assert isinstance(days, int)
        return days

    def _day(self, kind: ReasonKind, name: str) -> date | None:
        """A day that a reason tells, if there is such a reason and it does."""
        reason = self.reasons.get(kind)
        value = None if reason is None else dict(reason.values).get(name)
        return value if isinstance(value, date) else None

    def _question(self) -> str:
        """What is asked for, which is what the list suggests to ask.

        Who could carry it to the present employer is told nothing of a change.
        """
        reasons, step = self.reasons, self.reasons.get(ReasonKind.FIRST_STEP)
        if ReasonKind.AT_WORK in reasons:
            return self.texts.say("opening quietly")
        question = "news" if step is None else str(dict(step.values).get("question", "news"))
        if ReasonKind.CHANGED_CAREER in reasons:
            question = "change"
        elif ReasonKind.FIELD in reasons and question != "who else":
            question = "field"
        elif question in LEFT_OPEN and ReasonKind.REACH in reasons:
            question = "reach"
        name = f"opening {ASKED.get(question, question)}"
        if question in ("field", "who else"):
            field = printable(str(reasons[ReasonKind.FIELD]["field"]))
            return self.texts.say(name, field=field)
        return self.texts.say(name, None, **self._where(question))

    def _where(self, question: str) -> dict[str, str]:
        """Where, or as what, somebody works who is asked about it."""
        if question not in ABOUT_WORK:
            return {}
        work = {n: printable(str(v)) for n, v in self.reasons[ReasonKind.WORK].values}
        name = "opening at" if "organisation" in work else "opening as"
        at = self.texts.places(work.get("organisation", ""))
        return {"where": self.texts.say(name, None, **work, **at)}
