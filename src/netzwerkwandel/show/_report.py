from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import attrs

from netzwerkwandel.errors import InvalidArgumentError, shown
from netzwerkwandel.model import Goal
from netzwerkwandel.model.arguments import check_aware, check_count, check_kind, check_optional
from netzwerkwandel.model.naming import plainly_called
from netzwerkwandel.records import Records
from netzwerkwandel.show.pictures.names import ShortNames
from netzwerkwandel.show.reporting.findings import find
from netzwerkwandel.show.reporting.initials import with_initials
from netzwerkwandel.show.reporting.page import render, write
from netzwerkwandel.show.reporting.sections import Sections
from netzwerkwandel.texts import Language
from netzwerkwandel.texts.explained import spoken


def report(
    records: Records,
    *,
    as_of: datetime,
    goal: Goal | None = None,
    path: str | os.PathLike[str] | None = None,
    n: int = 10,
    discreet: bool = False,
    formal: bool = False,
    for_coach: bool = False,
    language: Language | None = None,
) -> str:
    """Write one page to read, print and keep: whom to talk to, and how the network stands.

    The list with its reasons and first lines, the network's picture, what it has and lacks, how it
    changed, what experiments brought and what came of the advice, the questions whose answers would
    change the list, what the data cannot show, and how all of it was computed. The page needs
    nothing from outside, has no script, is light or dark as the reader's device is, can be read
    aloud, and prints on A4.

    Parameters
    ----------
    records : Records
        One person's data.
    as_of : datetime
        The moment, with a time zone; nothing after it is seen.
    goal : Goal, optional
        Where the change is heading; by default as the records say.
    path : str or Path, optional
        Where to write it, too. An earlier report there is replaced; any other file is not.
    n : int
        How many people the list names at most.
    discreet : bool
        Whether to leave out everybody who could carry it to the present employer.
    formal : bool
        In German, whether the page and its first lines say *Sie* in place of *du*, as they do in
        the language ``"de-formal"``.
    for_coach : bool
        Whether it is for somebody who helps her: everybody is called by initials, there are no
        first lines to send, and there is a page of questions for the talk.
    language : str or Catalogue, optional
        By default that of the records, or else English.

    Returns
    -------
    str
        The page, as HTML.

    Raises
    ------
    InvalidArgumentError
        If an argument is not of its kind, the records have no owner, or at ``path`` is a file that
        is no report, or that place cannot be written to.
    NotFoundError
        If there is no such folder.
    MissingExtraError
        If jinja2 is not installed (extra ``report``).

    Examples
    --------
    >>> from datetime import UTC
    >>> from netzwerkwandel.model import Contact
    >>> mara = Records(contacts=[Contact(key="mara", name="Mara Vogt")], me="mara")
    >>> page = report(mara, as_of=datetime(2026, 11, 1, tzinfo=UTC))
    >>> "<script" in page, page.count("<h1>")
    (False, 1)
    """
    check_kind("records", records, Records)
    check_aware("as_of", as_of)
    check_optional("goal", goal, Goal)
    check_count("n", n, 1)
    for name, value in (("discreet", discreet), ("formal", formal), ("for_coach", for_coach)):
        check_kind(name, value, bool)
    if path is not None and not isinstance(path, str | os.PathLike):
        raise InvalidArgumentError(f"path must be a text or a path, got {shown(path)}")
    told = spoken(language, records.language)
    texts = told.formally() if formal else told
    found = find(records, as_of, goal, n, discreet=discreet)
    people = found.records.contacts
    owner = next(i for i, who in enumerate(people) if who.key == found.records.me)
    names = ShortNames.of(people, texts, initials=for_coach, owner=owner)
    # By their keys, in every sentence and picture: two people may have one name.
    marked = attrs.evolve(texts, marks=names.initials or {})
    page = Sections(found=found, texts=marked, names=names, for_coach=for_coach).page()
    if for_coach:
        page = with_initials(page, found.records, names)
    text = render(page, (plainly_called(contact, texts) for contact in people))
    if path is not None:
        write(text, Path(path))
    return text
