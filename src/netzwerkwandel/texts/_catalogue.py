from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import attrs


Phrase = str | tuple[str, str]
"""A template, or one for exactly one and one for any other number."""


@attrs.frozen(kw_only=True)
class Catalogue:
    """The texts of one language; another language is one more of these.

    Parameters
    ----------
    language : str
        Its code.
    months : sequence of str
        The twelve names.
    few : sequence of str
        The numbers from one to ten in words.
    day_format : str
        A date, of ``day``, ``month`` and ``year``.
    thousands : str
        The separator of thousands.
    percent_sign : str
        What stands after a number of hundredths.
    conjunction : str
        Joins the last two of a list.
    phrases : mapping of str to str or pair of str
        Every text by its name, with ``{placeholders}``.
    """

    language: str
    months: tuple[str, ...]
    few: tuple[str, ...]
    day_format: str
    thousands: str
    percent_sign: str
    conjunction: str
    phrases: Mapping[str, Phrase] = attrs.field(repr=False, hash=False)

    def say(self, name: str, n: int | None = None, **values: str) -> str:
        """Fill in a text; a number chooses between singular and plural and is ``{n}``."""
        phrase = self.phrases[name]
        if isinstance(phrase, tuple):
            phrase = phrase[0] if n == 1 else phrase[1]
        return phrase.format(n="" if n is None else self.number(n), **values)

    def number(self, n: int) -> str:
        """Write a whole number."""
        return f"{n:,}".replace(",", self.thousands)

    def percent(self, share: float) -> str:
        """Write a share, from 0 to 1, in whole percent."""
        return f"{round(100 * share)}{self.percent_sign}"

    def word(self, n: int) -> str:
        """Write a whole number in words, where it is a small one."""
        return self.few[n - 1] if 1 <= n <= len(self.few) else self.number(n)

    def day(self, day: date) -> str:
        """Write a date."""
        return self.day_format.format(day=day.day, month=self.months[day.month - 1], year=day.year)

    def span(self, days: int) -> str:
        """Write a length of time as roughly as one would say it: a little short of six is six."""
        for name, length in (("years", 365.25), ("months", 30.44), ("weeks", 7)):
            whole = int(days / length + 0.1)
            if whole >= 2:
                return self.say(name, whole)
        return self.say("days", days)

    def listing(self, parts: Sequence[str]) -> str:
        """Write a list: a, b and c."""
        if len(parts) < 2:
            return "".join(parts)
        return f"{', '.join(parts[:-1])} {self.conjunction} {parts[-1]}"

    def sentence(self, clauses: Sequence[str]) -> str:
        """Write clauses as one sentence."""
        text = "; ".join(clauses)
        return f"{text[:1].upper()}{text[1:]}."
