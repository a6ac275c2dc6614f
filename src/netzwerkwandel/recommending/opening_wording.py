"""A first line to write: from what is true between the two, and without a pretext."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import attrs

from netzwerkwandel.recommending.reasons import Reason, ReasonKind
from netzwerkwandel.texts import Catalogue, printable


LONG_SILENCE = 365
"""Days without contact from which one says how long it has been."""


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
        texts, reasons = self.texts, self.reasons
        if ReasonKind.UNANSWERED in reasons:
            last = reasons[ReasonKind.UNANSWERED]["last"]
            assert isinstance(last, date)
            return texts.say(f"opening unanswered {form}", last=texts.day(last))
        silence = reasons.get(ReasonKind.SILENCE)
        if silence is None:
            return texts.say(f"opening never {form}")
        days = silence["days"]
        assert isinstance(days, int)
        if days < LONG_SILENCE:
            return texts.say(f"opening lately {form}")
        relation = reasons.get(ReasonKind.RELATION)
        worked = relation is not None and str(relation["relation"]).startswith("former")
        return texts.say(f"opening {'worked' if worked else 'long'} {form}", span=texts.span(days))

    def _question(self, form: str) -> str:
        """What is asked for."""
        if ReasonKind.CHANGED_CAREER in self.reasons:
            return self.texts.say(f"opening change {form}")
        if ReasonKind.FIELD in self.reasons:
            field = printable(str(self.reasons[ReasonKind.FIELD]["field"]))
            return self.texts.say(f"opening field {form}", field=field)
        return self.texts.say(f"opening talk {form}")
