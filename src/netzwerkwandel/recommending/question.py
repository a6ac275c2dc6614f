"""A question whose answer would change the list: how it is asked, and how it is answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum, unique
from itertools import groupby

import attrs
from typing_extensions import TypedDict, override

from netzwerkwandel.errors import InvalidArgumentError, shown
from netzwerkwandel.identity.lookalikes import PossibleDuplicate
from netzwerkwandel.model import Answer, Contact, Relation, Suggestion
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.model.as_dict import AsDict, Id
from netzwerkwandel.model.naming import called
from netzwerkwandel.recommending.work import shown_text
from netzwerkwandel.records import Records
from netzwerkwandel.texts import LANGUAGES, Catalogue, Explained, Language, Several, printable
from netzwerkwandel.texts.explained import spoken


ON_LIST = 0.3
"""How likely it is taken to be that an answer takes somebody off the list."""

WORDS: Mapping[str, tuple[str, ...]] = {
    "ask": ("yes", "no"),
    "named": tuple(Relation),
    "came": (Answer.TALKED, Answer.NONE, Answer.DECLINED, Answer.NOT_NOW),
}
"""What is answered by one of a few words, which are known in each language."""


@unique
class QuestionKind(StrEnum):
    """What a question is about."""

    OUTCOME = "outcome"
    SAME_PERSON = "same person"
    BOSS = "boss"
    EMPLOYER = "employer"
    RELATION = "relation"


class QuestionDocument(TypedDict):
    """A question whose answer would change the list."""

    kind: QuestionKind
    people: list[Id]
    names: list[str]
    changes: float
    on_list: int


@attrs.frozen(kw_only=True, repr=False)
class Question(Explained, AsDict[QuestionDocument]):
    """Something that only the person herself knows, and whose answer may change her list.

    Parameters
    ----------
    kind : QuestionKind
        What it is about.
    contacts : sequence of Contact
        Of whom; of a boss, who may be it; of an employer the person herself, where one is known and
        is nobody else's.
    changes : float
        How many of the people on the list the answer may change: an estimate to sort by.
    on_list : int
        How many of the people on the list it is about.
    listed : int
        How many people the list has.
    duplicate : PossibleDuplicate or None
        The group, where it is asked who is one person.
    suggestion : Suggestion or None
        Where it is asked what came of it.

    Examples
    --------
    >>> ben, me = Contact(key="card:1", name="Ben Okafor"), Contact(key="me:")
    >>> records = Records(contacts=[ben, me], me="me:")
    >>> asked = Question(kind=QuestionKind.RELATION, contacts=(ben,), changes=0.4)
    >>> print(asked.question())
    How do you know Ben Okafor?
    >>> asked.answered(records, "former boss").ties
    (Tie(former boss),)
    """

    kind: QuestionKind
    contacts: tuple[Contact, ...] = ()
    changes: float
    on_list: int = 0
    listed: int = 10
    duplicate: PossibleDuplicate | None = None
    suggestion: Suggestion | None = None

    def __repr__(self) -> str:
        names = ", ".join(repr(contact.label) for contact in self.contacts[:2])
        return f"Question({self.kind}{names and f': {names}'})"

    @override
    def _as_dict(self) -> dict[str, object]:
        return {
            "kind": str(self.kind),
            "people": [contact.key for contact in self.contacts],
            "names": [contact.label for contact in self.contacts],
            "changes": self.changes,
            "on_list": self.on_list,
        }

    @override
    def _told(self, texts: Catalogue) -> str:
        """Ask it, and say why it is asked."""
        if self.duplicate is not None:
            return f"{self.duplicate.explain(texts)}\n{self.why(texts)}"
        return f"{self.question(texts)} {self.why(texts)}"

    def question(self, language: Language | None = None) -> str:
        """Ask it, in one line.

        Parameters
        ----------
        language : str or Catalogue, optional
            As for ``explain``.

        Returns
        -------
        str
            The question; of a group, who may be one person and what is known of each.

        Raises
        ------
        InvalidArgumentError
            If there are no texts in that language.
        """
        texts = self.texts_in(language)
        if self.duplicate is not None:
            return texts.say("question same person", who=self.duplicate.in_short(texts))
        names = [called(contact, texts) for contact in self.contacts]
        kind, who = str(self.kind), texts.listing(names)
        if self.kind is QuestionKind.BOSS and names:
            kind, who = "boss perhaps", ", ".join(names)
        on = texts.day(self.suggestion.on) if self.suggestion is not None else ""
        return texts.say(f"question {kind}", who=who, on=on)

    def why(self, language: Language | None = None) -> str:
        """Say why it is asked: what the answer would change.

        Parameters
        ----------
        language : str or Catalogue, optional
            As for ``explain``.

        Returns
        -------
        str
            One sentence.

        Raises
        ------
        InvalidArgumentError
            If there are no texts in that language.
        """
        texts = self.texts_in(language)
        who = texts.listing([called(contact, texts) for contact in self.contacts])
        values = {"who": who, "size": texts.say("people on your list", self.listed)}
        if self.kind is QuestionKind.EMPLOYER:
            values["employer"] = "".join(printable(c.organisation) for c in self.contacts)
        return texts.say(f"why {_because(self)}", max(self.on_list, 1), **values)

    def answers(self, language: Language | None = None, *, every: bool = False) -> str:
        """Name what ``answered`` takes for an answer.

        Parameters
        ----------
        language : str or Catalogue, optional
            As for ``explain``.
        every : bool, optional
            Name every relation, too, and not only the most common.

        Returns
        -------
        str
            In a few words.

        Raises
        ------
        InvalidArgumentError
            If there are no texts in that language.
        """
        texts = self.texts_in(language)
        if every and self.kind is QuestionKind.RELATION:
            return ", ".join(texts.say(f"named {relation}") for relation in Relation)
        return texts.say(f"answer {self.kind}")

    def answered(
        self,
        records: Records,
        answer: str | bool | Iterable[str],  # noqa: FBT001
        *,
        on: date | None = None,
    ) -> Records:
        """Write an answer down, without a key or an address.

        Parameters
        ----------
        records : Records
            What is known so far.
        answer : str, bool or sequence of str
            Of what came of a suggestion ``"talked"``, ``"none"``, ``"declined"`` or ``"not now"``;
            of who is one person yes or no; of the boss her name; of the employer its name; of how
            one knows somebody one or several relations, such as ``"former boss"``. The words for
            these in any other language there is mean the same.
        on : date, optional
            The day on which the two talked, or on which it was clear what came of it: needed there.

        Returns
        -------
        Records
            The same, with this answer.

        Raises
        ------
        UnknownPersonError, AmbiguousPersonError, InvalidArgumentError
            If the answer is none that the question has, or names nobody who is known.
        """
        check_kind("records", records, Records)
        if self.duplicate is not None:
            is_one = answer is True or (answer is not False and self._meant(answer, "ask") == "yes")
            group = [self.duplicate]
            if is_one:
                return records.with_answers(same=group)
            return records.with_answers(different=group)
        if isinstance(answer, bool):
            raise InvalidArgumentError(f"answer must be a text, got {shown(answer)}")
        if self.kind is QuestionKind.OUTCOME:
            if on is None:
                raise InvalidArgumentError("on must be the day on which it was clear, got None")
            return records.with_answer(self.contacts[0], self._meant(answer, "came"), on=on)
        if self.kind is QuestionKind.RELATION:
            several = [answer] if isinstance(answer, str) else answer
            relations = [self._meant(each, "named") for each in several]
            return records.with_tie(self.contacts[0], relations=relations)
        text = check_kind("answer", answer, str)
        if self.kind is QuestionKind.BOSS:
            return records.with_tie(text, relations=[Relation.BOSS])
        if is_yes_or_no(text) or not shown_text(text):
            raise InvalidArgumentError(f"answer must be the name of an employer, got {shown(text)}")
        return records.with_contact(records.me or "", organisation=text.strip())

    def _meant(self, answer: object, about: str) -> str:
        """Which of some answers is meant by a word for it, in whatever language."""
        known = {str(name): str(name) for name in WORDS[about]}
        words = [{t.say(f"{about} {n}").casefold(): n for n in known} for t in LANGUAGES.values()]
        for several in (known, *words):
            if isinstance(answer, str) and answer.strip().casefold() in several:
                return several[answer.strip().casefold()]
        raise InvalidArgumentError(f"answer must be one of {', '.join(known)}, got {shown(answer)}")


def is_yes_or_no(text: str) -> bool:
    """Whether a text says yes or no, in whatever language."""
    words = (t.say(f"ask {name}") for t in LANGUAGES.values() for name in WORDS["ask"])
    return text.strip().casefold() in {each.casefold() for each in words}


class Questions(Several[Question]):
    """Questions, those first whose answer would change most: a tuple that can be told as a whole.

    Examples
    --------
    >>> people = [Contact(key="card:1", name="Ben Okafor"), Contact(key="card:2", name="Eva Lind")]
    >>> asked = [Question(kind=QuestionKind.RELATION, contacts=(c,), changes=0.7) for c in people]
    >>> print(Questions(asked).explain())  # doctest: +NORMALIZE_WHITESPACE
    How do you know Ben Okafor and Eva Lind? Whoever of them you trust from earlier work belongs on
    your list of 10.
    """

    def explain(self, language: Language | None = None) -> str:
        """Ask them one after the other, and say once why, where some are asked for one reason.

        Parameters
        ----------
        language : str or Catalogue, optional
            As for ``Question.explain``.

        Returns
        -------
        str
            Lines, without an address in them.

        Raises
        ------
        InvalidArgumentError
            If there are no texts in that language.
        """
        texts = spoken(language, self.language)
        return "\n".join(_asked_together(group, texts) for group in self.together())

    def together(self) -> tuple[Questions, ...]:
        """Part them into those that are asked for one reason and answered alike.

        Returns
        -------
        tuple of Questions
            In the same order: neighbours with one reason stay together.
        """
        groups = (list(group) for _, group in groupby(self, key=_because))
        return tuple(Questions.of(group, self.language) for group in groups)


def _because(question: Question) -> str:
    """The name of the reason why something is asked."""
    kind = question.kind
    if kind is QuestionKind.RELATION and question.on_list and question.changes > ON_LIST:
        return f"{kind} changing"
    if kind is QuestionKind.EMPLOYER and question.contacts:
        return f"{kind} unmatched"
    return f"{kind} {'listed' if question.on_list else 'other'}"


def _asked_together(group: Sequence[Question], texts: Catalogue) -> str:
    """Ask what is asked for one reason, and say it once."""
    first, *others = group
    if not others:
        return first.explain(texts)
    if first.kind is QuestionKind.OUTCOME:
        return "\n".join([*(each.question(texts) for each in group), first.why(texts)])
    size = texts.say("people on your list", first.listed)
    why = texts.say(f"why {_because(first)} several", len(group), size=size)
    if first.kind is QuestionKind.RELATION:
        who = texts.listing([called(each.contacts[0], texts) for each in group])
        return f"{texts.say('question relation', who=who)} {why}"
    same = [each.duplicate.explain(texts) for each in group if each.duplicate is not None]
    return "\n".join([*same, why])
