"""How one could begin with somebody: by phone or by a message, and with what question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from netzwerkwandel.model import Channel, Function, Key
from netzwerkwandel.model.interactions import InteractionColumns
from netzwerkwandel.model.vocabularies import CHANNELS
from netzwerkwandel.network import IntArray, Ties
from netzwerkwandel.recommending.reason import Reason, ReasonKind, Value


TALKS = [CHANNELS.index(channel) for channel in (Channel.MEETING, Channel.CALL)]
"""Ways of contact in which two people talk."""

IN_TOUCH = 30 / 365.25
"""Years of silence below which the two are in touch, and nobody is told how to make a start."""

ABOUT_WORK = ("work", "way to work", "work now")
"""Questions about somebody's work, of whom nothing else is known."""

FOR_FEEDBACK = ("frank", "doubts", "overlooked")
"""What to ask who is to be frank."""

FOR_IDEAS = ("think", "skills", "your place")
"""What to ask who is to think along."""

AFTER_SILENCE = ("long silent", "since", "sign")
"""How to begin after a year or more."""

NO_CALL = ("answer", "in touch", "in passing", "who")
"""Whoever is asked this is not called for it."""

KNOWN_WELL = 5
"""Days of contact after which one knows what somebody's work is like."""


def only_signs(history: Reason | None) -> bool:
    """Whether nothing but signs of life and recommendations is known of two people."""
    told = set() if history is None else {name for name, _ in history.values} - {"span"}
    return bool(told) and told <= {Channel.SIGNAL, Channel.RECOMMENDATION}


class FirstSteps:
    """Finds for each of a list how to begin, and repeats as little as can be.

    Parameters
    ----------
    ties : Ties
        All ties of one person.
    interactions : InteractionColumns
        What happened in the network.
    """

    def __init__(self, ties: Ties, interactions: InteractionColumns) -> None:
        self._ties, self._interactions = ties, interactions
        self._asked: Counter[str] = Counter()

    def step(self, row: int, talks: IntArray, told: Mapping[ReasonKind, Reason]) -> Reason:
        """How to begin with one: by phone only where there is a number, and with what question.

        Of the questions that the facts allow, the one is taken that was asked least on this list.

        Parameters
        ----------
        row : int
            Her row.
        talks : IntArray
            Their meetings and calls, as rows of what happened, in order.
        told : mapping of ReasonKind to Reason
            What else is said of her.
        """
        network = self._ties.network
        contact = network.contacts[self._ties.target[row]] if network.contacts else None
        can_call = contact is not None and any(key.startswith("tel:") for key in contact.keys)
        question = min(self._questions(row, told), key=self._asked.__getitem__)
        talked, behind = self._last_talk(talks)
        values = {"way": "call" if can_call else "message", "question": question, **talked}
        if question == "answer" and self._asked[question]:
            values["asked before"] = 1
        self._asked[question] += 1
        if can_call and question not in NO_CALL:
            # That a call beats a mail is said once, of the first.
            values |= {"told before": 1} if self._asked["call"] else {}
            self._asked["call"] += 1
        return Reason(ReasonKind.FIRST_STEP, values, behind)

    def _last_talk(self, talks: IntArray) -> tuple[dict[str, Value], list[Key]]:
        """When and how the two talked last, and what is behind it; nothing where they never did."""
        if not len(talks):
            return {}, []
        # The day it was where they met: a talk has the place's time.
        last = self._interactions[int(talks[-1])]
        told: dict[str, Value] = {"last": last.when.date()}
        return {**told, "channel": str(last.channel)}, [last.key]

    def _questions(self, row: int, told: Mapping[ReasonKind, Reason]) -> list[str]:
        """What one could ask, or how one could begin, the best first."""
        if ReasonKind.DOUBT in told:
            return ["who"]
        if (wrote := told.get(ReasonKind.UNANSWERED)) is not None:
            return ["answer"] if wrote.waits else ["first word", "news"]
        silence, reach = self._ties.silence[row], told.get(ReasonKind.REACH)
        work = dict(told[ReasonKind.WORK].values) if ReasonKind.WORK in told else {}
        may_ask_of_work = bool(work) and not silence < 1
        brings = told.get(ReasonKind.BRINGS)
        hoped_for = None if brings is None else brings["function"]
        knows_it = self._knows_the_work(row)
        # That somebody liked a post is no touch of which one could say "next time".
        is_in_touch = bool(silence < IN_TOUCH) and not only_signs(told.get(ReasonKind.HISTORY))
        possible = {
            "change": ReasonKind.CHANGED_CAREER in told,
            "who else": ReasonKind.FIELD in told and knows_it,
            "field": ReasonKind.FIELD in told and not knows_it,
            "moved": ReasonKind.MOVED in told,
            **dict.fromkeys(FOR_FEEDBACK, hoped_for == Function.FEEDBACK),
            **dict.fromkeys(FOR_IDEAS, hoped_for == Function.IDEAS),
            "introduce": reach is not None and "name 1" in dict(reach.values),
            "reach": reach is not None,
            **dict.fromkeys(ABOUT_WORK, may_ask_of_work),
            "way to work": may_ask_of_work and "position" in work,
            **dict.fromkeys(AFTER_SILENCE, bool(silence >= 1)),
            **dict.fromkeys(("in touch", "in passing"), is_in_touch),
        }
        return [question for question, fits in possible.items() if fits] or ["news", "plan"]

    def _knows_the_work(self, row: int) -> bool:
        """Whether the two have been in touch so often of late that she knows what the work is."""
        ties = self._ties
        return bool(ties.silence[row] < 1 and ties.contact_days[row] >= KNOWN_WELL)
