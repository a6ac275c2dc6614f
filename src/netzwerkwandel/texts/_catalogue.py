from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import TypeAlias

import attrs

from netzwerkwandel.errors import NotFoundError


Phrase: TypeAlias = str | tuple[str, ...]
"""A template, or one for each form that a number can call for, in the order of ``plural``."""


def _plainly_placed(preposition: str, employer: str) -> str:
    return f"{preposition} {employer}"


def one_or_other(n: int) -> int:
    """Which of two forms a number takes in English and German: the first for exactly one."""
    return 0 if n == 1 else 1


# A number as English has it, in a text that may be told in another language.
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+")
_LONGEST_PROBLEM = 1_000
_ONE_WORD = frozenset({"word", "record"})
_PLACEHOLDER = re.compile(r"\\{([a-z]+)\\}")


# The name of a unit, its days, and by how many days such spans of the calendar may be shorter: two
# years without a leap year are 730 days, January and February 59.
_UNITS = (("years", 365.25, 2), ("months", 30.44, 2), ("weeks", 7, 0))


# Each is asked for again with every problem that is told.
@lru_cache(maxsize=1_024)
def _form(known: str) -> re.Pattern[str]:
    """The form of a text: ``{n}`` and other single letters are numbers, all else is any text.

    ``{word}`` and ``{record}`` are one word.
    """

    def filled(placeholder: re.Match[str]) -> str:
        name = placeholder[1]
        some = r"[0-9,]+" if len(name) == 1 else r"\w+" if name in _ONE_WORD else ".+"
        return f"(?P<{name}>{some})"

    return re.compile(_PLACEHOLDER.sub(filled, re.escape(known)), re.DOTALL)


@attrs.frozen(kw_only=True)
class Catalogue:
    """The texts of one language; another language, or another tone, is one more of these.

    Wherever a language is asked for, a catalogue of one's own may be given in place of a code.

    Parameters
    ----------
    language : str
        Its code.
    months : sequence of str
        The twelve names.
    few : sequence of str
        The numbers from one to ten in words.
    day_format, month_format : str
        A date, of ``day``, ``month`` and ``year``, and a month, of ``month`` and ``year``.
    thousands : str
        The separator of thousands.
    decimal_mark : str
        What stands before tenths.
    percent_sign : str
        What stands after a number of hundredths.
    conjunction : str
        Joins the last two of a list.
    phrases : mapping of str to str or sequence of str
        Every text by its name, with ``{placeholders}``; several forms where a number chooses.
    problems : mapping of str to str
        What sources say in English of places and problems, with ``{placeholders}``, and how it is
        said in this language; what is not among them stays as it is.
    formal : mapping of str to str or sequence of str
        What is said otherwise to somebody who is addressed formally (German with *Sie*): by the
        name of a phrase, or the English of a problem.
    plural : callable
        From a number to the place of its form, from 0; by default two forms, the first for one.
    marks : mapping of str to str
        By her key, what stands for somebody's name wherever she is named: initials, say.
    placed : callable
        From a preposition and an employer to both as they stand in a sentence, where a language
        has articles or cases; by default one after the other.

    Examples
    --------
    French takes nothing as singular, too, and a coach may want words of her own:

    >>> from netzwerkwandel.texts import catalogue
    >>> english = catalogue("en")
    >>> french = attrs.evolve(
    ...     english,
    ...     language="fr",
    ...     plural=lambda n: int(n > 1),
    ...     phrases={**english.phrases, "channel mail": ("{n} courriel", "{n} courriels")},
    ... )
    >>> french.say("channel mail", 0), french.say("channel mail", 2)
    ('0 courriel', '2 courriels')
    """

    language: str
    months: tuple[str, ...]
    few: tuple[str, ...]
    day_format: str
    month_format: str
    thousands: str
    percent_sign: str
    conjunction: str
    phrases: Mapping[str, Phrase] = attrs.field(repr=False, hash=False)
    decimal_mark: str = "."
    problems: Mapping[str, str] = attrs.field(factory=dict, repr=False, hash=False)
    formal: Mapping[str, Phrase] = attrs.field(factory=dict, repr=False, hash=False)
    marks: Mapping[str, str] = attrs.field(factory=dict, repr=False, hash=False)
    plural: Callable[[int], int] = attrs.field(default=one_or_other, repr=False)
    placed: Callable[[str, str], str] = attrs.field(default=_plainly_placed, repr=False)

    def formally(self) -> Catalogue:
        """Give the words for somebody who is addressed formally.

        Examples
        --------
        >>> from netzwerkwandel.texts import catalogue
        >>> catalogue("de").formally().say("question employer")
        'Wo arbeiten Sie jetzt?'
        """
        problems = {text: str(self.formal.get(text, told)) for text, told in self.problems.items()}
        phrases = {name: self.formal.get(name, told) for name, told in self.phrases.items()}
        return attrs.evolve(self, phrases=phrases, problems=problems)

    def say(self, name: str, n: int | None = None, **values: str) -> str:
        """Fill in a text; a number chooses the form, and is ``{n}``.

        Of two there may be a text of its own, the name of which ends with ``of two``: both, and not
        all.

        Raises
        ------
        NotFoundError
            If this language has no such text.
        """
        phrase = self.phrases.get(name)
        if n == 2:
            phrase = self.phrases.get(f"{name} of two", phrase)
        if phrase is None:
            raise NotFoundError(f"text in {self.language!r}", name)
        if isinstance(phrase, tuple):
            # Where nothing is counted the form for many says it.
            phrase = phrase[-1] if n is None else phrase[self.plural(n)]
        return phrase.format(n="" if n is None else self.number(n), **values)

    def places(self, employer: str) -> dict[str, str]:
        """Say where somebody works, is heard from, or has moved to, as ``say`` fills it in.

        Examples
        --------
        >>> from netzwerkwandel.texts import catalogue
        >>> catalogue("de").places("Klinikum Stuttgart")["at"], catalogue("en").places("SAP")["to"]
        ('beim Klinikum Stuttgart', 'to SAP')
        """
        return {n: self.placed(self.say(f"place {n}"), employer) for n in ("at", "from", "to")}

    def kind(self, kind: str) -> str:
        """Say what a kind of export is called; of a reader of one's own, what it calls itself.

        Examples
        --------
        >>> from netzwerkwandel.texts import catalogue
        >>> catalogue("de").kind("google contacts"), catalogue("de").kind("my notes")
        ('Google Kontakte', 'my notes')
        """
        phrase = self.phrases.get(f"kind {kind}")
        return phrase if isinstance(phrase, str) else kind

    def problem(self, text: str) -> str:
        """Say in this language what a source says in English of a place, or of what is wrong there.

        Examples
        --------
        >>> from netzwerkwandel.texts import catalogue
        >>> catalogue("de").problem("its rule of recurrence never comes true; the rule is left out")
        'seine Wiederholungsregel trifft nie zu; die Regel wird ausgelassen'
        """
        if text in self.problems or not self.problems or len(text) > _LONGEST_PROBLEM:
            return self.problems.get(text, text)
        if (kind := self.kind(text)) != text:
            return kind
        if _NUMBER.fullmatch(text):
            return self.number(int(text.replace(",", "")))
        for known, told in self.problems.items():
            if text.startswith(known.partition("{")[0]) and (match := _form(known).fullmatch(text)):
                return told.format(**{k: self.problem(v) for k, v in match.groupdict().items()})
        for between in ("; ", ": ", ", "):
            if between in text:
                return between.join(map(self.problem, text.split(between)))
        return text

    def number(self, n: int) -> str:
        """Write a whole number."""
        return f"{n:,}".replace(",", self.thousands)

    def tenths(self, value: float) -> str:
        """Write a number with one decimal."""
        whole, _, rest = f"{value:.1f}".partition(".")
        return f"{whole}{self.decimal_mark}{rest}"

    def percent(self, share: float) -> str:
        """Write a share, from 0 to 1, in whole percent."""
        return f"{round(100 * share)}{self.percent_sign}"

    def word(self, n: int) -> str:
        """Write a whole number in words, where it is a small one."""
        return self.few[n - 1] if 1 <= n <= len(self.few) else self.number(n)

    def day(self, day: date) -> str:
        """Write a date."""
        return self.day_format.format(day=day.day, month=self.months[day.month - 1], year=day.year)

    def month(self, day: date) -> str:
        """Write the month of a date."""
        return self.month_format.format(month=self.months[day.month - 1], year=day.year)

    def span(self, days: int) -> str:
        """Write a length of time as a friend would say it: in years, months, weeks or days.

        It is told in the longest of these of which there are almost two, and to a third: with less
        than a third above a whole number it is that number, then it is more than that, and from two
        thirds on almost the next. So it is never told as longer than it was.

        Examples
        --------
        >>> from netzwerkwandel.texts import catalogue
        >>> [catalogue("en").span(round(365.25 * years)) for years in (2.1, 2.5, 2.8)]
        ['2 years', 'more than 2 years', 'almost 3 years']
        """
        for name, length, short in _UNITS:
            whole, more = divmod((days + short) / length, 1)
            told = int(whole) + (more >= 2 / 3)
            if told >= 2:
                is_a_year = (name, told) == ("months", 12)
                span = self.say("a year") if is_a_year else self.say(name, told)
                if more < 1 / 3:
                    return span
                return self.say("span almost" if more >= 2 / 3 else "span over", span=span)
        return self.say("days", days)

    def listing(self, parts: Sequence[str]) -> str:
        """Write a list: a, b and c."""
        if len(parts) < 2:
            return "".join(parts)
        return f"{', '.join(parts[:-1])} {self.conjunction} {parts[-1]}"

    def sentence(self, clauses: Sequence[str]) -> str:
        """Write clauses as one sentence; a name that ends with a full stop needs no other."""
        text = self.beginning("; ".join(clauses))
        return f"{text}{'' if text.endswith('.') else '.'}"

    def beginning(self, text: str) -> str:
        """Write what begins a sentence, of which the first may be a name or none."""
        return f"{text[:1].upper()}{text[1:]}"
