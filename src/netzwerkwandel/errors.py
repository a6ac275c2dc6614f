from __future__ import annotations

import re
from datetime import date, timedelta
from enum import Enum
from numbers import Number


SHOWN = 10
"""So many names are written out at most in the text of an error."""

# Texts of errors go to logs and to services that collect them, where no third person belongs: an
# address, a number or a profile is cut to what still tells one from another, and of a name the
# first letters stay. What is meant stands whole in an attribute of the error.
# A domain of one's own is a name; those of the great providers say nothing of anybody.
_PROVIDERS = (
    "aol|example|freenet|gmail|gmx|googlemail|hotmail|icloud|mail|mailbox|me|online|outlook|posteo|"
    "proton|protonmail|t-online|web|yahoo"
)
_ADDRESS = re.compile(
    r"([^\s<>()\[\]'\",;:@/])[^\s<>()\[\]'\",;:@]*@"
    rf"(?:({_PROVIDERS})(?=\.)|([\w-])[\w-]*)(?:\.[\w-]+)+",
    re.IGNORECASE,
)
_LINKEDIN = re.compile(r"linkedin(:|\.com/(?:in|pub)/)(\w)[^\s'\",;]*", re.IGNORECASE)
_PAGE = re.compile(r"(https?://[^/\s'\"]+/)[^\s'\",;]+")
_NUMBER = re.compile(r"(tel:\+?\d\d|\+\d\d)[\d ()/-]{3,}\d")
_QUOTED = re.compile(r"(?<!\w)'([^'\n]+)'(?!\w)")
_FILE = re.compile(r"[/\\]|\.\w{1,5}$")
_CAPITALISED = re.compile(r"\b([^\W\d_a-z])[^\W\d_]+(?<![A-Z]{2})")
_TOKEN = re.compile(r"\+\d[\d ()/-]{6,}\d|\S+")
_WORD = re.compile(r"([^\W\d_])[^\W\d_]+")
_SCHEME = re.compile(r"([a-z]+:)(.*)", re.DOTALL)


def discreet(text: str) -> str:
    """Shorten every address, number and profile in a text, and quoted names to their first letters.

    Examples
    --------
    >>> discreet("no contact 'mailto:ben.okafor@posteo.example'")
    "no contact 'mailto:b…@posteo…'"
    >>> discreet("a must be a key, got 'Ben Okafor'")
    "a must be a key, got 'B… O…'"
    """
    text = _ADDRESS.sub(r"\1…@\2\3…", text)
    text = _LINKEDIN.sub(r"linkedin\1\2…", text)
    text = _PAGE.sub(r"\1…", text)
    text = _NUMBER.sub(r"\1…", text)
    return _QUOTED.sub(
        lambda it: it[0] if _FILE.search(it[1]) else _CAPITALISED.sub(r"\1…", it[0]), text
    )


def shortened(text: str) -> str:
    """Shorten a key or a name, of which only what kind it is and the first letters may be shown.

    Examples
    --------
    >>> shortened("card:Ben Okafor"), shortened("card:17"), shortened("tel:+491701234567")
    ('card:B… O…', 'card:17', 'tel:+49…')
    """

    def short(token: re.Match[str]) -> str:
        told = token[0]
        if (discreetly := discreet(told)) != told:
            return discreetly
        scheme = _SCHEME.fullmatch(told)
        before, rest = scheme.groups() if scheme else ("", told)
        return before + _WORD.sub(r"\1…", rest)

    return _TOKEN.sub(short, text)[:80]


def shown(value: object) -> str:
    """Show a value that was refused: numbers and days whole, texts shortened, all else by its kind.

    Examples
    --------
    >>> shown(1.5), shown("Ben Okafor"), shown(["ben@example.org"]), shown(object())
    ('1.5', "'B… O…'", "['b…@example…']", 'a value of the type object')
    """
    if isinstance(value, str):
        return repr(shortened(value)) if len(value) <= 200 else f"a text of {len(value):,} letters"
    if value is None or isinstance(value, Number | date | timedelta | Enum):
        return f"{value!r:.60}"
    if isinstance(value, list | tuple) and all(isinstance(each, str) for each in value):
        texts = [shortened(each) for each in value[:3]]
        return repr(texts if isinstance(value, list) else tuple(texts))[:120]
    return f"a value of the type {type(value).__name__}"


def shown_choice(value: object) -> str:
    """Show what was given where one of a few words is wanted: one in small letters is no name.

    Examples
    --------
    >>> shown_choice("chief"), shown_choice("Ben")
    ("'chief'", "'B…'")
    """
    text = value if isinstance(value, str) and len(value) <= 30 else ""
    is_word = text.isascii() and text.isalpha() and text.islower()
    return repr(text) if is_word else shown(value)


def shown_names(*names: object) -> str:
    """Show what the columns or attributes that are there are called: a word whole.

    Several words may be somebody's name, and an address is one, where a table has no heading. What
    was given in place of a column may be anything, and is for ``shown_choice``.

    Examples
    --------
    >>> print(shown_names(".EGOID", "Weight", "ben@example.org", "Ben Okafor"))
    ".EGOID", "Weight", "b…@example…", 'B… O…'
    """
    # In double quotes, since what stands in single ones is taken for a name of somebody.
    told = (
        f'"{discreet(name)}"'
        if isinstance(name, str) and len(name) <= 60 and not re.search(r"\s", name)
        else shown(name)
        for name in names
    )
    return ", ".join(told) or "none"


class NetzwerkwandelError(Exception):
    """Anything that this library raises on purpose.

    Its text can be logged: it shows no address, and of a name no more than the first letters.
    """

    def __str__(self) -> str:
        return discreet(self._text())

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"

    def _text(self) -> str:
        return super().__str__()


class InvalidRecordError(NetzwerkwandelError, ValueError):
    """A contact, tie, interaction, experiment or goal breaks a rule of the model."""


class InvalidNetworkError(NetzwerkwandelError, ValueError):
    """A network breaks a rule: a tie to oneself, a strength not positive, an unknown key."""


class InvalidArgumentError(NetzwerkwandelError, ValueError):
    """An argument is outside what a function can answer for."""


class StrategyError(NetzwerkwandelError, TypeError):
    """A scoring strategy returned something that cannot be ranked."""


class NotFoundError(NetzwerkwandelError, LookupError):
    """Nothing is known under this key; ``key`` and ``nearest`` are whole, and short in the text."""

    def __init__(self, kind: str, key: str, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(kind, key, nearest)
        self.kind, self.key, self.nearest = kind, key, nearest

    def _text(self) -> str:
        # A file has its name, and so has what this library has named; a key is a person's.
        if self.kind.startswith(_NAMED_BY_US):
            name = repr(self.key)
        else:
            name = f"with the key {shortened(str(self.key))!r}"
        return f"there is no {self.kind} {name}{_near(self.nearest)}"


class UnknownPersonError(NotFoundError):
    """Nobody is known by what was said; ``nearest`` are the names of who may be meant."""

    def __init__(self, who: str, nearest: tuple[str, ...] = ()) -> None:
        super().__init__("person", who, nearest)
        self.args = who, nearest

    def _text(self) -> str:
        return f"nobody is known by {shortened(str(self.key))!r}{_near(self.nearest)}"


class UnnamedOwnerError(InvalidArgumentError):
    """Exports name nowhere whom they are said to be of; ``me`` is what was said, whole."""

    def __init__(self, me: tuple[str, ...]) -> None:
        super().__init__(me)
        self.me = me

    def _text(self) -> str:
        return (
            "me must be named in a mail or meeting that is read, got addresses that none of them "
            "names; check how they are spelt, or leave me out and the owner is looked for"
        )


class AmbiguousPersonError(InvalidArgumentError):
    """Several people are known by what was said; ``candidates`` are their names."""

    def __init__(self, who: str, candidates: tuple[str, ...]) -> None:
        super().__init__(who, candidates)
        self.who, self.candidates = who, candidates

    def _text(self) -> str:
        first, n = map(shortened, self.candidates[:SHOWN]), len(self.candidates)
        more = f" and {n - SHOWN:,} more" if n > SHOWN else ""
        return (
            f"{n:,} people are known by {shortened(self.who)!r}: {', '.join(first)}{more}; "
            "say which by a key, an address or a number (candidates of this error has the names)"
        )


_NAMED_BY_US = ("file or folder", "folder", "figure of a change", "text in", "value of a reason")


def _near(nearest: tuple[str, ...]) -> str:
    return f"; the nearest: {', '.join(map(shortened, nearest))}" if nearest else ""


class ExportFormatError(NetzwerkwandelError, ValueError):
    """A file is not of the kind that was expected, or holds nothing that can be read."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(where, reason)
        self.where, self.reason = where, reason

    def _text(self) -> str:
        return f"{self.where}: {self.reason}"


class SeveralOwnersError(ExportFormatError, InvalidArgumentError):
    """What is read or joined names another owner than the rest; ``where`` is the place of it."""

    def __init__(self, where: str) -> None:
        NetzwerkwandelError.__init__(self, where)
        self.where, self.reason = where, "it is of another owner"

    def _text(self) -> str:
        return (
            f"what is put together must be of one person, got {self.where}, whose owner has "
            "another name and other addresses; leave it out, or if it is hers, give a "
            "known address and the new ones with me=[...] or --me"
        )


class MissingExtraError(NetzwerkwandelError, ImportError):
    """A package that this needs is not installed."""

    def __init__(self, extra: str, purpose: str) -> None:
        super().__init__(extra, purpose)
        self.extra, self.purpose = extra, purpose

    def _text(self) -> str:
        return (
            f"{self.purpose} needs an extra that is not installed; "
            f"install it with: pip install 'netzwerkwandel[{self.extra}]'"
        )


class StorageError(NetzwerkwandelError, RuntimeError):
    """A storage cannot do what was asked; what it held before is still there."""


class StorageBusyError(StorageError):
    """Somebody else is writing for longer than the time-out; asking again may help."""


class StorageConnectionError(StorageError):
    """The database cannot be reached, or was lost; asking again connects anew."""


class UnreadableRecordError(StorageError):
    """One row of a storage holds no record any more: somebody changed it, or a disk did.

    ``table`` and ``name`` say which; ``problem`` what is wrong. ``check`` of the storage names all
    such rows, and ``remove_unreadable`` takes them out.
    """

    def __init__(self, table: str, noun: str, name: tuple[str, ...], problem: str) -> None:
        super().__init__(table, noun, name, problem)
        self.table, self.noun, self.name, self.problem = table, noun, name, problem

    def _text(self) -> str:
        name = " and ".join(shortened(str(part)) for part in self.name if part)
        return (
            f"every row must hold a valid {self.noun}, got one that does not, of {name!r}: "
            f"{self.problem} (check() of the storage names all such rows, remove_unreadable() "
            "takes them out)"
        )


class StorageConflictError(StorageError):
    """A record was changed by somebody else since it was read; read it again and decide anew."""
