"""A first line to write: from what is true between the two, and without a pretext."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import attrs

from netzwerkwandel.recommending.reason import Reason, ReasonKind
from netzwerkwandel.texts import Catalogue, printable


LONG_SILENCE = 365
"""Days without contact from which one says how long it has been."""

A_MONTH = 30
"""Days after which one asks to be forgiven for not having answered."""


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

    def lines(self, name: str, *, formal: bool) -> str:
        """A greeting, what there was, and a question; each a line."""
        form = "formal" if formal else "plain"
        greeting = self.texts.say(f"opening hello {form}", who=name)
        return "\n".join([greeting, self._past(form), self._question(form)])

    def _past(self, form: str) -> str:
        """How long it is, and from where the two know each other."""
        texts, reasons, days = self.texts, self.reasons, self._days
        if ReasonKind.UNANSWERED in reasons:
            name = "answer" if days < A_MONTH else "unanswered"
            last = self._day(ReasonKind.UNANSWERED, "last")
            return texts.say(f"opening {name} {form}", last=texts.day(last) if last else "")
        # That the data shows no contact does not mean that there was none.
        if since := self._day(ReasonKind.NEVER, "since"):
            return texts.say(f"opening never {form}", since=texts.month(since))
        if days < LONG_SILENCE:
            return texts.say(f"opening lately {form}")
        relation = reasons.get(ReasonKind.RELATION)
        worked = relation is not None and str(relation["relation"]).startswith("former")
        return texts.say(f"opening {'worked' if worked else 'long'} {form}", span=texts.span(days))

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

    def _question(self, form: str) -> str:
        """What is asked for."""
        if ReasonKind.CHANGED_CAREER in self.reasons:
            return self.texts.say(f"opening change {form}")
        if ReasonKind.FIELD in self.reasons:
            field = printable(str(self.reasons[ReasonKind.FIELD]["field"]))
            begin = self.reasons.get(ReasonKind.FIRST_STEP)
            knows_it = begin is not None and dict(begin.values).get("question") == "who else"
            name = "who else" if knows_it else "field"
            return self.texts.say(f"opening {name} {form}", field=field)
        return self.texts.say(f"opening talk {form}")
