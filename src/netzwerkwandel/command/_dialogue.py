from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TypeAlias

import attrs

from netzwerkwandel.errors import NetzwerkwandelError
from netzwerkwandel.identity.lookalikes import PossibleDuplicate
from netzwerkwandel.model import Answer, Contact, Function, Suggestion
from netzwerkwandel.model.naming import called
from netzwerkwandel.recommending import Question, QuestionKind, questions
from netzwerkwandel.recommending.question import is_yes_or_no
from netzwerkwandel.recommending.workplace import is_employer_of_any, nearest_employer
from netzwerkwandel.records import Records
from netzwerkwandel.texts import Catalogue, printable


Group: TypeAlias = PossibleDuplicate | list[Contact]

MOST_QUESTIONS = 12
"""So many are asked at one time: nobody answers more, and the next time the next ones are."""

LIKELY, FEW, MOST_AT_ONCE = 0.9, 3, 40
"""From so likely on, and if there are a few, those who are one person are asked about at once."""

MOST_OF_ELSE = 6
"""So many questions of other kinds are asked then."""

ASKED_BEFORE = (QuestionKind.SAME_PERSON, QuestionKind.OUTCOME)

ANSWERS = ("talked", "none", "declined", "not now")
"""What can have come of a suggestion."""


@attrs.frozen
class Dialogue:
    """Questions that are asked at the terminal, one after the other, in one language.

    Each part gives what is known with its answers, and whether to go on: "stop" ends all of it.
    What was understood is said after each answer.

    Parameters
    ----------
    texts : Catalogue
        The words.
    as_of : datetime
        Now.
    is_kept : bool
        Whether the answers are kept, and not for this list alone.
    """

    texts: Catalogue
    as_of: datetime
    is_kept: bool

    def what_came(self, records: Records) -> tuple[Records, bool]:
        """Ask what came of earlier suggestions, those first with whom there was contact since."""
        words, today = self._words("came", ANSWERS), self.as_of.date()
        for each, day in self._waiting(records, today)[:MOST_QUESTIONS]:
            self._ask_about(each, records.contact(each.contact), day)
            said, _ = self._said("came answer", words, "came unclear")
            brought, stops = self._brought() if said == Answer.TALKED else ([], said == "stop")
            if said in ANSWERS:
                on = max(day or today, each.on)
                records = records.with_answer(each.contact, said, on=on, brought=brought)
                who = called(records.contact(each.contact), self.texts)
                functions = [self.texts.say(f"function {function}") for function in brought]
                self._note(
                    "noted brought" if brought else "noted answer",
                    who=who,
                    answer=words[said],
                    functions=self.texts.listing(functions),
                )
            if stops:
                return records, False
        return records, True

    def who_is_one(self, records: Records) -> tuple[Records, bool]:
        """Ask who is one person, the most telling first."""
        same: list[Group] = []
        different: list[Group] = []
        groups: Sequence[PossibleDuplicate] = records.possible_duplicates()
        likely = [each for each in groups if each.likelihood >= LIKELY and len(each.contacts) == 2]
        stopped = False
        if len(likely) >= FEW:
            stopped = self._ask_of_all(likely[:MOST_AT_ONCE], same, different)
            groups = tuple(each for each in groups if each not in likely)
        for group in groups[:MOST_QUESTIONS]:
            if stopped:
                break
            stopped = self._ask_of_one(group, same, different)
        return records.with_answers(same=same, different=different), not stopped

    def what_else(self, records: Records, *, listed: int, discreet: bool) -> Records:
        """Ask what else would change the list: where she works, and how she knows somebody."""
        asked = questions(
            records,
            n=3 * MOST_QUESTIONS,
            as_of=self.as_of,
            listed=listed,
            discreet=discreet,
        )
        several = [each for each in asked if each.kind not in ASKED_BEFORE]
        for each in several[:MOST_OF_ELSE]:
            self._say(each.explain(self.texts))
            answered = self._answered(each, records)
            if answered is None:
                break
            records = answered
        return records

    def _answered(self, asked: Question, records: Records) -> Records | None:
        """Ask until there is an answer that it has; None is to stop."""
        words, answers = self._words("ask", ()), asked.answers(self.texts)
        while True:
            text = self._heard(self.texts.say("else answer", answers=answers), words["stop"])
            if text.casefold() in {"", words["later"]}:
                return records
            if text.casefold() == words["stop"]:
                return None
            if asked.kind is QuestionKind.EMPLOYER:
                text = self._employer(text, records, words["stop"])
                if text.casefold() in {"", *words.values()}:
                    return None if text.casefold() == words["stop"] else records
            try:
                relations = [part.strip() for part in text.split(",")]
                is_relation = asked.kind is QuestionKind.RELATION
                known = asked.answered(records, relations if is_relation else text)
            except NetzwerkwandelError:
                every = asked.answers(self.texts, every=True)
                self._say(self.texts.say("else unclear", answers=every))
            else:
                self._note("noted else", answer=printable(text))
                return known

    def _employer(self, said: str, records: Records, at_the_end: str) -> str:
        """An employer at which somebody works, or as it was said twice; or what else was said."""
        others = [contact for contact in records.contacts if contact.key != records.me]
        said_before = ""
        while said != said_before and not is_yes_or_no(said):
            if is_employer_of_any(said, others):
                return said
            said_before, nearest = said, nearest_employer(said, others)
            told = {"employer": printable(said), "nearest": printable(nearest)}
            name = f"else {'nearest' if nearest else 'nobody'} there"
            self._say(self.texts.say(name, None, **told))
            said = self._heard(self.texts.say("else again"), at_the_end)
            if said.casefold() in {"", *self._words("ask", ()).values()}:
                return said
            if nearest and said.casefold() == self.texts.say("ask yes"):
                return nearest
        return said

    def _waiting(self, records: Records, today: date) -> list[tuple[Suggestion, date | None]]:
        """Suggestions without an answer, each with the day on which there was contact since."""
        heard = records.talked_since()
        waiting = [
            each
            for each in records.suggestions
            if each.key in heard or (each.answer is Answer.OPEN and each.on < today)
        ]
        waiting.sort(key=lambda each: (each.key not in heard, each.on, each.key))
        return [(each, heard.get(each.key)) for each in waiting]

    def _ask_about(self, one: Suggestion, contact: Contact, day: date | None) -> None:
        who = self.texts.beginning(called(contact, self.texts))
        on = self.texts.day(one.on)
        if day is None:
            self._say(self.texts.say("came open", who=who, on=on))
        else:
            self._say(self.texts.say("came heard", who=who, on=on, day=self.texts.day(day)))

    def _brought(self) -> tuple[list[Function], bool]:
        """Ask which functions a talk brought, by their numbers; returns also whether to stop."""
        functions = dict(enumerate(Function, 1))
        named = [f"{n} {self.texts.say(f'function {each}')}" for n, each in functions.items()]
        numbers = range(1, len(functions) + 1)
        words = self._words("came", ())
        said, chosen = self._said("came brought", words, "came numbers", numbers, ", ".join(named))
        return [functions[n] for n in chosen], said == "stop"

    def _ask_of_all(
        self, likely: Sequence[PossibleDuplicate], same: list[Group], different: list[Group]
    ) -> bool:
        """Ask about all who surely are one, in one question; returns whether to stop."""
        self._say(self.texts.say("ask all", len(likely)))
        for n, group in enumerate(likely, 1):
            self._say(f"{n:4}. {group.in_short(self.texts)}")
        words = self._words("ask", ("yes",))
        numbers = range(1, len(likely) + 1)
        said, two = self._said("ask answer all", words, "ask unclear all", numbers)
        if said == "yes" or two:
            for n, group in enumerate(likely, 1):
                (different if n in two else same).append(group)
            self._note("noted one each", len(likely) - len(two))
            if two:
                self._note("noted two each", len(two))
        self._say()
        return said == "stop"

    def _ask_of_one(
        self, group: PossibleDuplicate, same: list[Group], different: list[Group]
    ) -> bool:
        """Ask whether a few contacts are one person, or which of them; returns whether to stop."""
        while True:
            self._say(group.explain(self.texts))
            said, one = self._said_of(len(group.contacts))
            self._say()
            if said == "no":
                different.append(group)
            if not one:
                return said == "stop"
            named = [group.contacts[n - 1] for n in one]
            rest = [n for n, each in enumerate(group.contacts) if each not in named]
            same.append(named)
            different += [[named[0], group.contacts[n]] for n in rest]
            if len(rest) < 2:
                return False
            # Of those who are somebody else, two may be one, too.
            group = attrs.evolve(
                group,
                contacts=tuple(group.contacts[n] for n in rest),
                last=tuple(group.last[n] for n in rest) if group.last else (),
            )

    def _said_of(self, n: int) -> tuple[str, list[int]]:
        """Ask who of so many is one person, and say what was understood; the numbers of these."""
        is_two = n == 2
        question, unclear = (
            ("ask answer two", "ask unclear two") if is_two else ("ask answer", "ask unclear")
        )
        words, numbers = self._words("ask", ("yes", "no")), range(1, n + 1)
        said, one = self._said(question, words, unclear, numbers, fewest=2)
        one = list(numbers) if said == "yes" else one
        if said == "no":
            self._note("noted different", n)
        elif one:
            rest = [str(number) for number in numbers if number not in one]
            listed = self.texts.listing([str(number) for number in one])
            self._note("noted same", numbers=listed)
            if rest:
                self._note("noted others", len(rest), numbers=self.texts.listing(rest))
        return "" if one else said, one

    def _words(self, about: str, names: Sequence[str]) -> Mapping[str, str]:
        """What can be answered, each with the word for it; "later" and "stop" always can."""
        words = {name: self.texts.say(f"{about} {name}") for name in names}
        return words | {name: self.texts.say(f"said {name}") for name in ("later", "stop")}

    def _said(
        self,
        question: str,
        words: Mapping[str, str],
        unclear: str,
        numbers: range = range(0),
        functions: str = "",
        fewest: int = 1,
    ) -> tuple[str, list[int]]:
        """Ask until one of some words is said, or enough of some numbers; returns either."""
        while True:
            asked = self.texts.say(question, functions=functions)
            text = self._heard(asked, words["stop"]).casefold()
            # "y" will do for "yes", but "no" may be "none" or "not now"; nothing at all is "later".
            meant = [word for word in words if words[word].startswith(text)] if text else ["later"]
            if len(meant) == 1:
                return meant[0], []
            parts = text.replace(",", " ").split()
            chosen = {int(part) for part in parts if part.isdecimal()}
            if all(map(str.isdecimal, parts)) and len(chosen) >= fewest and chosen <= set(numbers):
                return "", sorted(chosen)
            self._say(self.texts.say(unclear, len(numbers)))

    def _heard(self, question: str, at_the_end: str) -> str:
        """What is answered; where nobody is there to answer, that it ends."""
        try:
            return input(f"{question} ").strip()
        except EOFError:
            return at_the_end

    def _note(self, name: str, n: int | None = None, **values: str) -> None:
        """Say what was understood, and whether it is kept."""
        what = self.texts.say(name, n, **values)
        self._say(self.texts.say("noted kept" if self.is_kept else "noted once", what=what))

    def _say(self, text: str = "") -> None:
        print(text, flush=True)  # at once, so that it stands before the question
