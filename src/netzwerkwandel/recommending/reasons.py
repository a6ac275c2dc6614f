from __future__ import annotations

from datetime import UTC, date, timedelta
from functools import partial

import numpy as np

from netzwerkwandel.model import Channel, Contact, Function, Goal, Key, Relation
from netzwerkwandel.model.interactions import InteractionColumns
from netzwerkwandel.model.later_interactions import told_of
from netzwerkwandel.model.moments import EPOCH
from netzwerkwandel.model.vocabularies import CHANNELS
from netzwerkwandel.network import IntArray, Ties
from netzwerkwandel.network.arrays import SmallIntArray, find_ties
from netzwerkwandel.network.carried import MadeOf
from netzwerkwandel.network.fields import spelling
from netzwerkwandel.network.pairs import is_office
from netzwerkwandel.recommending.choice import shows_contact
from netzwerkwandel.recommending.first_steps import TALKS, FirstSteps
from netzwerkwandel.recommending.new_people import new_people
from netzwerkwandel.recommending.reason import Reason, ReasonKind, Value
from netzwerkwandel.recommending.work import (
    employer,
    newer_work,
    position,
    shown_text,
)
from netzwerkwandel.recommending.workplace import are_at_work
from netzwerkwandel.scoring import rounded


CLOSEST, FEWEST = 10, 3
"""So many of a person's strongest ties that are awake are called the people she is most in touch
with, and of fewer nothing is said."""

MOST_KNOWN = 100
"""So much of what happened is kept for the next list: more than one has, and not without end."""

NAMED = 2
"""So many of the people whom a contact knows are named."""

PAST = {"answer": "answered", "meet": "meet before"}
"""What a fact is called that has been so and is no more."""

TO_FEW = 4
"""A message among so many people at most, both ends counted, waits for an answer of each."""

_WRITTEN = [CHANNELS.index(channel) for channel in (Channel.MAIL, Channel.MESSAGE)]


def closest(ties: Ties) -> IntArray:
    """The numbers of the contacts with the strongest ties that do not sleep, the strongest first.

    Who never gave an answer, or never got one, is not close; save where the data shows one side of
    everybody, as a folder of sent mail does.
    """
    answers = ties.answers[ties.strength > 0]
    is_one_sided = not (answers == 1).any() and not {0.0, 0.5} <= set(answers.tolist())
    is_mutual = np.isnan(ties.answers) | (ties.answers == 1)
    strength = np.where((is_mutual | is_one_sided) & ~ties.is_dormant, ties.strength, 0.0)
    # The sort is stable, so that equals stay in the order of keys. One more, since nobody is held
    # against herself.
    order = np.argsort(-rounded(strength), kind="stable")[: CLOSEST + 1]
    return ties.target[order[strength[order] > 0]]


class ReasonFinder:
    """Finds the reasons for rows of a person's ties.

    Parameters
    ----------
    ties : Ties
        All ties of one person.
    goal : Goal or None
        Where the change is heading.
    """

    def __init__(self, ties: Ties, goal: Goal | None) -> None:
        self._ties, self._network, self._goal = ties, ties.network, goal
        self._interactions = InteractionColumns.from_interactions(self._network.interactions)
        self._at_work = are_at_work(ties, by_domain=False)
        self._steps = FirstSteps(ties, self._interactions)
        wanted = () if goal is None else goal.fields
        self._written = self._network.carried.once(
            "spelling", MadeOf.PEOPLE, partial(self._spelled, wanted), wish=wanted
        )
        # Where the person never wrote to anybody the data lacks what she sent, and says nothing of
        # what she left without an answer.
        self._shows_answers = bool(np.isin(ties.answers, (0.0, 1.0))[ties.talks == 0].any())
        self._relations = {relation: ties.has_relation(relation) for relation in Relation}
        self._functions = {function: ties.serves(function) for function in Function}
        self._closest = closest(ties)
        self._shows_contact = shows_contact(ties)
        self._introductions = {
            key: made for made in self._network.suggestions for key in made.introduced
        }

    def _spelled(self, fields: tuple[str, ...]) -> dict[str, str]:
        """How most contacts write each of some fields."""
        return {each: spelling(each, self._network.contacts or ()) for each in fields}

    def reasons(self, row: int, function: Function | None = None) -> tuple[Reason, ...]:
        """List the reasons for one row, the plainest first.

        Parameters
        ----------
        row : int
            The row.
        function : Function or None
            What the contact is on the list for.
        """
        interactions = self._ties.interaction_rows(row)
        keys, channels, history = self._happened(row, interactions)
        moved, doubt = self._moved(row), self.doubt(row)
        introduced = self._introduced(row)
        reasons = (
            self._relation(row, moved),
            # What is said of contact would be wrong if another record is hers as well.
            doubt or self._silence(row, keys, introduced),
            None if doubt else history,
            self._experiment(row),
            introduced,
            self._reach(row),
            self._known_to_closest(row),
            self._field(row),
            self._work(row) if moved is None else moved,
            Reason(ReasonKind.CHANGED_CAREER, {}) if self._ties.changed_career[row] else None,
            self._stated_functions(row),
            None if doubt else self._unanswered(row, interactions, channels),
            Reason(ReasonKind.AT_WORK, {}) if self._at_work[row] else None,
            None if function is None else self._brings(row, function, channels),
        )
        told = {reason.kind: reason for reason in reasons if reason is not None}
        return (*told.values(), self._steps.step(row, interactions[np.isin(channels, TALKS)], told))

    def _relation(self, row: int, moved: Reason | None) -> Reason | None:
        weak = {Relation.CONNECTION, Relation.ACQUAINTANCE}
        if moved is not None and moved["new"] == "employer":
            weak.add(Relation.COLLEAGUE)  # an export said so before the move
        known = [r for r, mask in self._relations.items() if mask[row] and r not in weak]
        return Reason(ReasonKind.RELATION, {"relation": str(known[0])}) if known else None

    def _experiment(self, row: int) -> Reason | None:
        """In what course or other experiment the two met, as stated."""
        key = self._network.keys[self._ties.target[row]]
        title = shown_text(self._network.companions.get(key, ""))
        return Reason(ReasonKind.EXPERIMENT, {"title": title}) if title else None

    def _introduced(self, row: int) -> Reason | None:
        """Who introduced the two, and on which day, as stated of a talk."""
        network = self._network
        keys = network.contact(int(self._ties.target[row])).keys if self._introductions else ()
        made = next((self._introductions[k] for k in keys if k in self._introductions), None)
        if made is None or made.talked is None or made.contact not in network.keys:
            return None
        who = network.contact(network.index_of(made.contact)).label
        return Reason(ReasonKind.INTRODUCED, [("who", who), ("on", made.talked)])

    def _silence(self, row: int, keys: tuple[Key, ...], introduced: Reason | None) -> Reason | None:
        last, as_of = self._ties.last_contact[row], self._network.as_of
        if as_of is None:
            return None
        met = None if introduced is None else introduced["on"]
        if isinstance(met, date) and (np.isnan(last) or _day(last) < met):
            return Reason(ReasonKind.SILENCE, [("days", (as_of.date() - met).days), ("last", met)])
        if np.isnan(last):
            since = self._ties.acquainted[row]
            # Where no contact with anybody is known, that there is none says nothing.
            never: dict[str, Value] = {} if self._shows_contact else {"shown": 0}
            never |= {} if np.isnan(since) else {"since": _day(since)}
            return Reason(ReasonKind.NEVER, never)
        days = int((as_of.timestamp() - last) // 86_400)
        when = _day(last)
        return Reason(ReasonKind.SILENCE, [("days", days), ("last", when)], keys[-1:])

    def doubt(self, row: int) -> Reason | None:
        """Who may be the same person and was in touch later, as long as nobody has answered."""
        network, as_of = self._network, self._network.as_of
        latest, last = self._latest_of_same(row), self._ties.last_contact
        if as_of is None or latest is None or last[latest] <= np.nan_to_num(last[row]):
            return None
        other = network.contact(int(self._ties.target[latest]))
        domain = other.emails[0].rpartition("@")[2] if other.emails else ""
        values: list[tuple[str, Value]] = [
            ("days", int((as_of.timestamp() - last[latest]) // 86_400)),
            ("name", other.label),
            ("at", other.organisation or domain),
        ]
        behind, _ = told_of(self._interactions, self._ties.interaction_rows(latest)[-1:])
        return Reason(ReasonKind.DOUBT, values, behind)

    def _latest_of_same(self, row: int) -> int | None:
        """The row of who may be the same person and was in touch last."""
        network, last = self._network, self._ties.last_contact
        contact = network.contact(int(self._ties.target[row]))
        group = network.open_questions.get(contact.key)
        if group is None:
            return None
        numbers = [network.index_of(c.key) for c in group.contacts if c.key != contact.key]
        rows = np.flatnonzero(np.isin(self._ties.target, numbers) & ~np.isnan(last)).tolist()
        return max(rows, key=lambda r: (last[r], -r), default=None)

    def _happened(
        self, row: int, interactions: IntArray
    ) -> tuple[tuple[Key, ...], SmallIntArray, Reason | None]:
        """The keys and channels of what happened between the two, and what that comes to."""
        # Read off the columns: a friend of years has thousands of interactions, and to make each
        # takes longer than all the rest of a list. So does to read the keys of all ten once more
        # after a new mail to somebody else.
        network = self._network
        known: dict[object, tuple[tuple[Key, ...], SmallIntArray, Reason | None]]
        known = network.carried.once(
            "what happened", MadeOf.PEOPLE, dict, wish=network.history.laid_out.touches
        )
        stretch = network.history.stretch(int(network.pair[self._ties.positions[row]]))
        if stretch in known:
            return known[stretch]
        keys, channels = told_of(self._interactions, interactions)
        told = keys, channels, self._history(row, keys, channels)
        if stretch is not None:
            if len(known) >= MOST_KNOWN:
                known.clear()
            known[stretch] = told
        return told

    def _history(self, row: int, keys: tuple[Key, ...], channels: SmallIntArray) -> Reason | None:
        if not keys:
            return None
        numbers = np.bincount(channels, minlength=len(CHANNELS)).tolist()
        counts = [(str(channel), n) for channel, n in zip(CHANNELS, numbers, strict=True) if n]
        span = self._ties.last_contact[row] - self._ties.first_contact[row]
        values = [*counts, ("span", int(span // 86_400))]
        return Reason(ReasonKind.HISTORY, values, keys)

    def _reach(self, row: int) -> Reason | None:
        """How many people she knows and the person does not, and who two of them are."""
        people = int(self._ties.reach[row])
        if not people:
            return None
        values: dict[str, Value] = {"people": people}
        some = self._to_be_named(row)[:NAMED]
        values |= {f"name {place}": shown_text(who.name) for place, who in enumerate(some, 1)}
        employers = {shown_text(contact.organisation) for contact in some}
        if len(employers) == 1 and (employer := employers.pop()):
            values["organisation"] = employer
        return Reason(ReasonKind.REACH, values)

    def _to_be_named(self, row: int) -> list[Contact]:
        """Whom she knows and the person does not, who have a whole name; of the goal's first."""
        _, positions = new_people(self._ties, np.array([row]))
        contacts = self._network.contacts
        named = [contacts[i] for i in self._network.indices[positions].tolist()] if contacts else []
        named = [who for who in named if shown_text(who.name) and "@" not in who.name]
        named = [who for who in named if " " in who.name.strip() and not is_office(who)]
        # Who may be one person with somebody whom she knows is perhaps not new to her.
        named = [who for who in named if who.key not in self._network.open_questions]
        if self._goal is not None:
            wanted, matcher = self._goal.fields, self._network.field_matcher
            named.sort(key=lambda contact: matcher.first_field(contact, wanted) is None)
        return named

    def _known_to_closest(self, row: int) -> Reason | None:
        closest = self._closest[self._closest != self._ties.target[row]][:CLOSEST]
        # Where the data shows nobody whom she knows, that it shows none of these says nothing.
        if len(closest) < FEWEST or not self._ties.relations_known[row] > 0:
            return None
        contact = np.full(len(closest), self._ties.target[row])
        network = self._network
        knowing = find_ties(network.indptr, network.indices, contact, closest) >= 0
        values = {"knowing": int(knowing.sum()), "closest": len(closest)}
        return Reason(ReasonKind.CLOSEST, values)

    def _field(self, row: int) -> Reason | None:
        if self._goal is None or not self._network.contacts:
            return None
        contact = self._network.contacts[self._ties.target[row]]
        field = self._network.field_matcher.first_field(contact, self._goal.fields)
        return (
            None
            if field is None
            else Reason(ReasonKind.FIELD, {"field": self._written.get(field, field)})
        )

    def _moved(self, row: int) -> Reason | None:
        """Where to, or to what, somebody moved since the day on which the work before was told."""
        contacts, as_of = self._network.contacts, self._network.as_of
        if not contacts or as_of is None:
            return None
        contact = contacts[self._ties.target[row]]
        new = newer_work(contact, as_of.astimezone(UTC).date())
        since = contact.earlier_work[-1].seen if new else None
        if since is None:
            return None
        work = {"organisation": employer(contact), "position": position(contact)}
        values: dict[str, Value] = {"new": new, "since": since}
        values |= {name: text for name, text in work.items() if text}
        return Reason(ReasonKind.MOVED, values)

    def _work(self, row: int) -> Reason | None:
        """Where somebody works, and as what, where no move is told."""
        if not self._network.contacts:
            return None
        contact = self._network.contacts[self._ties.target[row]]
        work = {"organisation": employer(contact), "position": position(contact)}
        told = {name: text for name, text in work.items() if text}
        return Reason(ReasonKind.WORK, told) if told else None

    def _unanswered(
        self, row: int, interactions: IntArray, channels: SmallIntArray
    ) -> Reason | None:
        """Whether she wrote and never got an answer, and when she last did.

        What went to many waits for no answer of each, and is marked.
        """
        if self._ties.answers[row] != 0.5 or not self._shows_answers:
            return None
        contact = self._network.contact(int(self._ties.target[row]))
        written = interactions[np.isin(channels, _WRITTEN)]
        events = (self._interactions[place] for place in written[::-1].tolist())
        event = next((each for each in events if each.sender in contact.keys), None)
        if event is None:
            return None
        last: dict[str, Value] = {"last": event.when.astimezone(UTC).date()}
        last |= {"many": 1} if len(event.participants) > TO_FEW else {}
        return Reason(ReasonKind.UNANSWERED, last, [event.key])

    def _brings(self, row: int, function: Function, channels: SmallIntArray) -> Reason:
        """What she is on the list for, and the fact that makes her serve it."""
        ties = self._ties
        in_field = self._goal is not None and ties.in_field(self._goal)[row] > 0
        if self._functions[function][row]:
            because = "stated"
        elif function is Function.ORIENTATION:
            because = "change" if ties.changed_career[row] else "field" if in_field else "way"
        elif function is Function.FEEDBACK:
            because = self._why_feedback(row, channels)
        elif function is Function.DOORS and in_field:
            because = "field"
        elif function is Function.SUPPORT:
            because = "close"
        else:
            because = "reach" if ties.reach[row] else "renewed"
        return Reason(ReasonKind.BRINGS, {"function": str(function), "because": because})

    def _why_feedback(self, row: int, channels: SmallIntArray) -> str:
        """Whether the two answer each other or only ever talk, now or before; else it is trust."""
        if self._ties.answers[row] != 1:
            return "trust"
        now = "meet" if np.isin(channels, TALKS).all() else "answer"
        return PAST[now] if self._ties.silence[row] >= 1 else now

    def _stated_functions(self, row: int) -> Reason | None:
        stated = [str(function) for function, mask in self._functions.items() if mask[row]]
        return Reason(ReasonKind.FUNCTION, {"functions": ",".join(stated)}) if stated else None


def _day(seconds: float) -> date:
    return (EPOCH + timedelta(seconds=float(seconds))).date()
