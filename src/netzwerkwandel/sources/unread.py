"""Files that are not read: what each kind of them is, and what to do to have it read."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import attrs

from netzwerkwandel.model import Problem, SkipReason, SourceKind, SourceReport
from netzwerkwandel.sources.files import HEAD, UNREADABLE, SourceFile
from netzwerkwandel.sources.takeouts import product_of
from netzwerkwandel.sources.tally import MOST_PROBLEMS
from netzwerkwandel.sources.text import decode
from netzwerkwandel.sources.unpacking import Gzipped, ZipMember
from netzwerkwandel.texts import cut


_SHOWN_KINDS = 8
_NAMED, _LONGEST_NAME = 2, 30
"""Of each kind so many files are named, and each name is cut after so many letters."""

# What exports of other kinds begin with, and what to do. The first that fits counts.
_EXPORTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (what, re.compile(pattern, re.IGNORECASE | re.DOTALL))
    for pattern, what in {
        r'"?Subject"?[,;\t]"?Body"?[,;\t]"?From': (
            "mails of Outlook as a table; `readpst -e` makes mails of its .pst"
        ),
        # One column of a heading is that of mail addresses; the first line has others besides.
        r'(?=[^\n]*[,;\t])(?:[^\n]*[,;\t])?"?(?:primary )?e-?mail(?:[ -]adress[e]?| address)?"?'
        r"[ ]*(?:[,;\t\r\n]|\Z)": (
            "a table with mail addresses; say what its columns tell with TableReader"
        ),
        # "Anna Schmidt	anna@example.org	2024-03-12", as git and other programs list people.
        r"[^\n,;\t@]*[,;\t]\s*<?[^\s,;@]+@[^\s,;@]+\.\w+>?(?:[,;\t\r\n]|\Z)": (
            "a table with mail addresses and no heading; write one above it, and say what its "
            "columns tell with TableReader"
        ),
        r"<\?xml[^>]*>\s*<(?:contacts|appointments)\b": (
            "contacts or appointments of Outlook for Mac; export them as vCard (.vcf) or iCalendar "
            "(.ics) instead"
        ),
        r'\s*\{\s*"(?:relationships_following|relationships_followers'
        r'|text_post_app_[a-z_]+)"|Account address,|window\.YTD\.(?:follower|following)'
        r'|\s*\[\s*\{\s*"title"\s*:[^{}]{0,500}"string_list_data"': (
            "a list of friends or followers; it has no addresses and no dates of contact, so save "
            "those you know in your address book"
        ),
        r'\s*\{\s*"guild"\s*:\s*\{': (
            "a chat of DiscordChatExporter; ask Discord for your data, which is read"
        ),
        r".{1,4}eroots": (
            "what Bluesky keeps of an account (CAR); it names people by numbers, so save those you "
            "know in your address book"
        ),
        r"\s*<(?:!doctype )?html\b.{0,8000}(?:_a6-g|_3-95|_2ph_|<title>[^<]{0,99}facebook)": (
            "a download of Facebook or Instagram as pages; ask for it again as JSON"
        ),
        r"\s*<(?:!doctype )?html\b.{0,4000}linkedin": (
            "a page of LinkedIn; ask for the archive of your data, which holds tables (.csv)"
        ),
    }.items()
)
# What may be anything, where it is of no product of a takeout, and what to do.
_PAGE = (
    "a page (HTML); where you can choose, ask for tables (.csv), JSON, mails (.mbox), calendars "
    "(.ics) or cards (.vcf)"
)
_TABLE = "a table; if it names people, say what its columns tell with TableReader"
_TO_DO = {".htm": _PAGE, ".html": _PAGE, "HTML": _PAGE, ".csv": _TABLE, ".tsv": _TABLE}
# The first page of a takeout, which says where the rest is.
_CONTENTS = frozenset(["archive_browser.html", "start_here.html"])
_MAGIC = {
    b"\xd0\xcf\x11\xe0": "an Outlook message or Office file; save a message as .eml instead",
    b"*mbx*\r\n": "a mailbox of Pine (mbx); save it as mbox instead",
}
# What is asked of a file without an ending only: most people know a kind of file by its ending.
_OF_NO_USE: tuple[tuple[str, re.Pattern[bytes]], ...] = (
    ("JPEG", re.compile(rb"\xff\xd8\xff")),
    ("PNG", re.compile(rb"\x89PNG")),
    ("GIF", re.compile(rb"GIF8")),
    ("WebP", re.compile(rb"RIFF....WEBP", re.DOTALL)),
    ("HEIC or video", re.compile(rb"....ftyp", re.DOTALL)),
    ("PDF", re.compile(rb"%PDF")),
    ("sound", re.compile(rb"ID3|OggS|fLaC|RIFF....WAVE|\xff[\xf1\xf3\xfb]", re.DOTALL)),
    ("SQLite", re.compile(rb"SQLite format 3\0")),
    ("HTML", re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)", re.IGNORECASE)),
    ("XML", re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml", re.IGNORECASE)),
    ("JSON", re.compile(rb"(?:\xef\xbb\xbf)?\s*[\[{]\s*[\"\[{\]}]")),
)
# Of a file, this much is looked at: headings and magic numbers stand at the beginning.
_LOOKED_AT = 8_192
_ENDING = re.compile(r"\.[a-z0-9]{1,5}\Z", re.IGNORECASE)


@attrs.frozen
class UnreadFile:
    """A file that no reader knows, and what it seems to be."""

    where: str
    name: str
    kind: str
    is_export: bool

    @classmethod
    def of(cls, file: SourceFile, head: bytes) -> UnreadFile:
        r"""Look at the first bytes of a file.

        Examples
        --------
        >>> file = SourceFile.from_bytes(b"", "inbox")
        >>> UnreadFile.of(file, b"*mbx*\r\n").kind
        'a mailbox of Pine (mbx); save it as mbox instead'
        """
        if isinstance(file.opener, Gzipped | ZipMember) and len(head) < HEAD:
            # What was unpacked before it broke off was too little for anybody to know it by.
            try:
                file.read(HEAD)
            except UNREADABLE as error:
                reason = getattr(error, "reason", "it is damaged")
                return cls(file.where, file.where, reason, is_export=True)
        seen = head[:_LOOKED_AT]
        what = next((_MAGIC[magic] for magic in _MAGIC if seen.startswith(magic)), None)
        if what is None:
            text = decode(seen)
            what = next((what for what, begin in _EXPORTS if begin.match(text)), None)
        if what is not None:
            return cls(file.where, file.name, what, is_export=True)
        if product := product_of(file.where):
            return cls(file.where, file.name, product, is_export=False)
        kind = _kind_by_ending(file.name, seen)
        if (what := _TO_DO.get(kind)) and file.name.lower() not in _CONTENTS:
            return cls(file.where, file.name, what, is_export=True)
        return cls(file.where, file.name, kind, is_export=False)


def _kind_by_ending(name: str, seen: bytes) -> str:
    """What kind of file it is: by its ending, or where it has none, by how it begins."""
    if not seen:
        return "empty"
    if ending := _ENDING.search(name):
        return ending[0].lower()
    kinds = (kind for kind, begin in _OF_NO_USE if begin.match(seen))
    return next(kinds, "other files" if b"\0" in seen else "text")


def unread_problems(unread: Iterable[UnreadFile]) -> Iterator[Problem]:
    """Say what files that are not read are, in one line for each kind."""
    exports: defaultdict[str, list[str]] = defaultdict(list)
    others: defaultdict[str, list[str]] = defaultdict(list)
    for file in unread:
        if file.is_export:
            # A name that holds an address is not repeated in a report.
            exports[file.kind].append("1 file" if "@" in file.name else file.name)
        else:
            others[file.kind].append(file.name)
    for kind, names in sorted(exports.items()):
        more = f" and {len(names) - 1:,} more" if len(names) > 1 else ""
        yield Problem(min(names) + more, kind)
    if others:
        in_order = sorted(others.items(), key=lambda each: (-len(each[1]), each[0]))
        told = [_counted(*each) for each in in_order[:_SHOWN_KINDS]]
        told += ["..."] if len(in_order) > _SHOWN_KINDS else []
        count = sum(map(len, others.values()))
        files = "1 file" if count == 1 else f"{count:,} files"
        yield Problem(files, f"of no known kind: {'; '.join(told)}")


def _counted(kind: str, names: Sequence[str]) -> str:
    """How many there are of a kind, and the names of a few, of which none holds an address.

    Examples
    --------
    >>> _counted(".jpg", ["c.jpg", "a.jpg", "b.jpg"])
    '.jpg 3 (a.jpg, b.jpg, ...)'
    """
    some = sorted(name for name in names if "@" not in name)[:_NAMED]
    shown = [cut(name, _LONGEST_NAME) for name in some]
    shown += ["..."] if shown and len(names) > len(shown) else []
    return f"{kind} {len(names):,}" + (f" ({', '.join(shown)})" if shown else "")


def leftovers(unread: Sequence[UnreadFile], problems: Iterable[Problem]) -> SourceReport | None:
    """Report the files that are no export, and those that could not be read."""
    each_once = sorted(set(problems), key=lambda problem: (problem.where, problem.reason))
    told = [*unread_problems(unread), *each_once]
    if not told:
        return None
    return SourceReport(
        kind=SourceKind.FILES,
        where="other files",
        read=len(unread),
        skipped={SkipReason.NOT_AN_EXPORT: len(unread)},
        problems=told[:MOST_PROBLEMS],
    )
