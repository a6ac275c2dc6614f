"""An error in the words of whoever meets it."""

from __future__ import annotations

import sys

from netzwerkwandel.errors import (
    AmbiguousPersonError,
    ExportFormatError,
    InvalidArgumentError,
    NetzwerkwandelError,
    UnknownPersonError,
    shown,
)
from netzwerkwandel.texts._catalogue import Catalogue
from netzwerkwandel.texts.explained import spoken
from netzwerkwandel.texts.languages import Language
from netzwerkwandel.texts.naming import printable, printable_as_typed


MOST_NAMED = 10
"""So many people are named who may be meant; the others are counted."""


def explain(error: BaseException | None = None, language: Language | None = None) -> str:
    """Tell what went wrong, and what to do, in a language, and with the names that it is about.

    The text of an error is English and names nobody, as it may end in a log. This is for the
    person who meets it.

    Parameters
    ----------
    error : Exception, optional
        What was raised; by default the last error that a notebook, or Python where one types into
        it, has shown.
    language : str or Catalogue, optional
        ``"en"``, ``"de"``, or a catalogue of one's own; by default English.

    Returns
    -------
    str
        One sentence or a few. Of an error that is not of this library it says that it is Python's.

    Raises
    ------
    InvalidArgumentError
        If there are no texts in that language, or nothing was raised.

    Examples
    --------
    >>> import netzwerkwandel as nw
    >>> records = nw.Records(contacts=[nw.Contact(key="card:1", name="Ben Okafor")])
    >>> try:
    ...     records.person("Ben Okafr")
    ... except nw.UnknownPersonError as error:
    ...     print(explain(error, "de"))
    Niemand ist als „Ben Okafr“ bekannt. Am nächsten: Ben Okafor.
    """
    texts = spoken(language, None)
    if error is None:
        error = getattr(sys, "last_value", None)
    if not isinstance(error, BaseException):
        raise InvalidArgumentError(f"error must be one that was raised, got {shown(error)}")
    notes = [texts.problem(note) for note in getattr(error, "__notes__", ())]
    return " ".join([_told(error, texts), *(texts.sentence([note]) for note in notes)])


def _told(error: BaseException, texts: Catalogue) -> str:
    if isinstance(error, UnknownPersonError):
        names, who = texts.listing([*map(printable, error.nearest)]), printable_as_typed(error.key)
        return texts.say("error unknown near" if names else "error unknown", who=who, names=names)
    if isinstance(error, AmbiguousPersonError):
        some, n = [*map(printable, error.candidates[:MOST_NAMED])], len(error.candidates)
        names = texts.listing(some)
        if more := n - len(some):
            names = f"{', '.join(some)} {texts.say('summary more', more)}"
        return texts.say("error ambiguous", n, who=printable_as_typed(error.who), names=names)
    if isinstance(error, ExportFormatError):
        return f"{texts.problem(error.where)}: {texts.problem(error.reason)}"
    if isinstance(error, NetzwerkwandelError):
        return texts.problem(str(error))
    what = printable(f"{type(error).__name__}: {error}")
    return texts.say("error other", what=what)
