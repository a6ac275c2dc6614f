"""What cells say of a person, by the field that each belongs to, put into one entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import attrs

from netzwerkwandel.model import Relation
from netzwerkwandel.model.keys import email_key, phone_key
from netzwerkwandel.sources.address_book.entry import Entry, birthday
from netzwerkwandel.sources.dates import parse_day
from netzwerkwandel.sources.keys import is_personal_page, page_key
from netzwerkwandel.sources.text import one_line, person_name


FIELDS = (
    *("name", "given name", "middle name", "family name", "name suffix", "nickname"),
    *("email", "phone", "work phone", "profile", "page"),
    *("organisation", "position", "community", "born", "since"),
    *map(str, Relation),
)
"""What a cell may tell of a person; a relation tells the name of who is that to her."""

_RELATIONS = tuple(Relation)
# Google joins the values of one cell by " ::: ", other programs by semicolons or lines.
_SEVERAL = re.compile(r":::|[;\n]")
_SEVERAL_EMAILS = re.compile(r":::|[;,\n]")
_MAILTO = re.compile("^mailto:", re.IGNORECASE)
# A spreadsheet makes 4.91701E+11 of a long number.
_CUT_SHORT = re.compile(r"[0-9]+[.,]?[0-9]*E\+?[0-9]+", re.IGNORECASE)


@attrs.frozen
class Told:
    """The cells of one row, by the field that they tell of.

    Parameters
    ----------
    cells : mapping of str to sequence of str
        Of the names of fields (``FIELDS``); empty cells tell nothing.

    Examples
    --------
    >>> told = Told({"given name": ["Ben"], "family name": ["Okafor"], "boss": ["Eva Maier"]})
    >>> told.entry().name, told.entry().relatives
    ('Ben Okafor', ((<Relation.BOSS: 'boss'>, 'Eva Maier'),))
    """

    cells: Mapping[str, Sequence[str]]

    def entry(self) -> Entry:
        """Make the entry of the person."""
        work_phones = dialled(self._texts("work phone"))
        parts = [self._first(f"{part} name") for part in ("given", "middle", "family")]
        return Entry(
            name=self._name(*parts),
            has_name_parts=any(parts),
            emails=reachable(self._texts("email", _SEVERAL_EMAILS)),
            phones=tuple(dict.fromkeys([*dialled(self._texts("phone")), *work_phones])),
            work_phones=work_phones,
            profiles=(
                *(url for url in self._texts("profile") if page_key(url) is not None),
                *(url for url in self._texts("page") if is_personal_page(url)),
            ),
            organisation=self._first("organisation"),
            position=self._first("position"),
            labels=tuple(bare for label in self._texts("community") if (bare := label.strip("* "))),
            nicknames=tuple(
                name for text in self._texts("nickname") if (name := person_name(text))
            ),
            born=birthday(self._first("born")),
            since=parse_day(self._first("since")),
            relatives=tuple(
                (relation, name)
                for relation in _RELATIONS
                if relation in self.cells
                for text in self._texts(relation)
                if (name := person_name(text))
            ),
        )

    def _texts(self, field: str, between: re.Pattern[str] = _SEVERAL) -> list[str]:
        if field not in self.cells:
            return []
        parts = (part for cell in self.cells[field] for part in between.split(cell))
        return [text for part in parts if (text := one_line(part))]

    def _first(self, field: str) -> str:
        for cell in self.cells.get(field, ()):
            if text := one_line(cell):
                return text
        return ""

    def _name(self, given: str, middle: str, family: str) -> str:
        """What the columns call a person, in order; a suffix such as *Jr.* tells two apart."""
        in_parts = " ".join(part.replace(",", " ") for part in (given, middle, family))
        name = person_name(in_parts) if given and family else person_name(self._first("name"))
        name = name or person_name(in_parts)
        suffix = self._first("name suffix")
        return person_name(f"{name}, {suffix}") if name and suffix else name


def reachable(texts: Iterable[str]) -> tuple[str, ...]:
    """Which mail addresses are there, bare? Some come with a name, ``Ben <ben@example.org>``.

    Examples
    --------
    >>> reachable(["Okafor <ben@example.org>", "mailto:eva@example.org", "/o=Exchange/cn=ben"])
    ('ben@example.org', 'eva@example.org')
    """
    bare = (text.rpartition("<")[2].partition(">")[0].strip() for text in texts)
    emails = (_MAILTO.sub("", email) for email in bare)
    return tuple(dict.fromkeys(email for email in emails if email_key(email) is not None))


def dialled(texts: Iterable[str]) -> tuple[str, ...]:
    """Which phone numbers are there? What a spreadsheet cut short is none.

    Examples
    --------
    >>> dialled(["'+49 170 1234567", "4.91701E+11"])
    ('+49 170 1234567',)
    """
    numbers = (text.strip("='\" ") for text in texts)
    return tuple(n for n in numbers if phone_key(n) is not None and not _CUT_SHORT.fullmatch(n))
