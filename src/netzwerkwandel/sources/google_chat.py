"""Google Chat of a Takeout: a folder for each chat, with its members and its messages."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

import attrs
from typing_extensions import override

from netzwerkwandel.model import SourceKind
from netzwerkwandel.model.keys import is_automatic_address
from netzwerkwandel.sources.tools import (
    UNREADABLE,
    ArchiveReader,
    Chat,
    ExportFormatError,
    Json,
    Key,
    MeEvidence,
    OwnerEvidence,
    ReadContext,
    Reading,
    SkipReason,
    Source,
    SourceFile,
    Talks,
    Tally,
    decode,
    email_key,
    json_parts,
    microseconds,
    month_number,
    named_key,
    person_name,
    text_of,
    what_there_is,
)


_MESSAGES = re.compile(r'\s*\{\s*"messages"\s*:\s*\[.{0,6000}?"(?:creator|topic_id)"', re.DOTALL)
_GROUP = re.compile(
    r'\s*\{\s*(?:"name"\s*:\s*"[^"]{0,500}"\s*,\s*)?"members"\s*:\s*\[\s*\{[^{}]{0,2000}?"user_type"'
)
_USER = re.compile(r'\s*\{\s*"user"\s*:\s*\{[^{}]{0,2000}?"user_type"')

# A moment has a clock, a year, and of the rest a day and a month, in whatever order: it is written
# as "Tuesday, September 10, 2029 at 8:44:40 PM UTC" or "2015. február 15., vasárnap 21:54:36 UTC".
_CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?[\s\u202f\xa0]*([AaPp]\.?\s?[Mm]\b\.?)?")
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_OFFSET = re.compile(r"(?:UTC|GMT)\s*([+-\u2212])(\d{1,2})(?::?(\d\d))?")


class GoogleChatReader(ArchiveReader):
    """Reads Google Chat of a Takeout, all its chats together: one file says who the owner is."""

    kind = SourceKind.GOOGLE_CHAT

    @override
    def looks_like(self, head: bytes, name: str) -> bool:
        return looks_like_google_chat(head)

    @override
    def group(self, file: SourceFile, head: bytes) -> str | None:
        # "Google Chat/Groups/DM x/messages.json": the folder of all chats, whatever it is called.
        above = file.folder.rpartition("/")[0].rpartition("/")[0]
        return above or file.folder or file.where

    @override
    def read(self, source: Source, context: ReadContext) -> Reading:
        return read_google_chat(source, context)


def looks_like_google_chat(head: bytes) -> bool:
    r"""Say whether a file is one of Google Chat, by its first bytes.

    Examples
    --------
    >>> looks_like_google_chat(b'{"messages": [{"creator": {"name": "Anna"}}]}')
    True
    """
    if not head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{"):
        return False
    text = decode(head[:8192])
    return any(begins.match(text) for begins in (_MESSAGES, _GROUP, _USER))


def read_google_chat(source: Source, context: ReadContext) -> Reading:
    r"""Who writes to whom in these chats of Google?

    Parameters
    ----------
    source : Source
        The files of one Takeout: of each chat its messages and members, and who the owner is.
    context : ReadContext
        The moment of reading.

    Returns
    -------
    Reading
        People are found again by their mail addresses.

    Raises
    ------
    ExportFormatError
        If nothing of it can be read.

    Examples
    --------
    >>> text = b'''{"messages": [{"creator": {"name": "Anna", "email": "anna@example.org",
    ... "user_type": "Human"}, "created_date": "12 March 2024 at 6:04:11 PM UTC"}]}'''
    >>> source = Source.from_bytes(text, "Groups/DM 1/messages.json")
    >>> reading = read_google_chat(source, ReadContext(as_of=datetime(2026, 1, 1, tzinfo=UTC)))
    >>> reading.contacts, str(reading.report.first)
    ((Contact('Anna'),), '2024-03-12 18:04:11+00:00')
    """
    tally = Tally(SourceKind.GOOGLE_CHAT, source.where)
    takeout = _Takeout(Talks(tally, "google-chat", context))
    by_folder: dict[str, list[SourceFile]] = {}
    for file in source.files:
        by_folder.setdefault(file.folder, []).append(file)
    for folder, files in sorted(by_folder.items()):
        # Who is in a chat is said in another file than what they wrote.
        in_order = sorted(files, key=_is_messages)
        takeout.begin(folder.rpartition("/")[2])
        for file in in_order:
            try:
                with what_there_is(tally, file.name):
                    for path, part in json_parts(file, "messages"):
                        takeout.take(path, part)
            except ExportFormatError as error:
                tally.problem(file.name, error.reason)
        takeout.end()
    if tally.problems and not tally.read and not takeout.owner:
        raise ExportFormatError(source.where, tally.problems[0].reason)
    return takeout.reading()


def _is_messages(file: SourceFile) -> bool:
    try:
        return _MESSAGES.match(decode(file.head(8192))) is not None
    except UNREADABLE:
        return True


@attrs.define
class _Takeout:
    """The chats of a Takeout as they come."""

    talks: Talks
    name: str = ""
    members: set[Key] = attrs.field(factory=set)
    writers: set[Key] = attrs.field(factory=set)
    chat: Chat | None = None
    owner: set[Key] = attrs.field(factory=set)

    def begin(self, name: str) -> None:
        """Begin with a chat."""
        self.name, self.members, self.writers, self.chat = name, set(), set(), None

    def take(self, path: str, part: Json) -> None:
        """Take a part of one of its files."""
        if path == "members" and isinstance(part, list):
            known = (self._known(each) for each in part)
            self.members.update(key for key in known if key is not None)
        elif path == "user":
            key = self._known(part)
            self.owner.update([key] if key else ())
        elif path == "messages.*":
            self._add(part)

    def end(self) -> None:
        """End with a chat."""
        if self.writers:
            self.talks.may_be_owner(self.writers | self.members)

    def reading(self) -> Reading:
        """Make the records: whose Takeout it is says a file of its own."""
        reading = self.talks.reading()
        if not self.owner:
            return reading
        evidence = [OwnerEvidence(key, MeEvidence.PROFILE) for key in sorted(self.owner)]
        return attrs.evolve(reading, owner_evidence=evidence)

    def _add(self, part: Json) -> None:
        tally = self.talks.tally
        if not isinstance(part, dict):
            tally.broken(f"row {tally.read + 1}", "a message must be an object")
            return
        # Of a message that was deleted, only that is dated.
        written = part.get("created_date", part.get("deleted_date"))
        at = self.talks.moment(written_at(text_of(written)))
        if at is None:
            return
        creator = part.get("creator")
        sender = self._known(creator)
        if sender is None:
            is_bot = isinstance(creator, dict) and creator.get("user_type") == "Bot"
            tally.skip(SkipReason.AUTOMATIC if is_bot else SkipReason.ANONYMOUS)
            return
        if self.chat is None:
            is_group = not self.name.upper().startswith("DM") or len(self.members) > 2
            members = () if is_group else self.members
            self.chat = self.talks.chat(self.name, members=members, is_group=is_group)
        self.writers.add(sender)
        self.talks.write(self.chat, sender, at)

    def _known(self, told: Json) -> Key | None:
        """The key of a person, who is seen now; None of a bot, and of nobody."""
        if not isinstance(told, dict) or told.get("user_type") == "Bot":
            return None
        name, email = text_of(told.get("name")), text_of(told.get("email"))
        if is_automatic_address(email):
            return None
        key = email_key(email) or named_key("google-chat", name)
        if key is not None:
            self.talks.see(key, person_name(name), email=email if email_key(email) else "")
        return key


def written_at(text: str) -> int | None:
    """Read a moment as Google writes it out, in whatever language; None where it is none.

    Examples
    --------
    >>> written_at("Dienstag, 12. März 2024 um 18:04:11 UTC")
    1710266651000000
    >>> written_at("2024. március 12., kedd 18:04:11 UTC")
    1710266651000000
    """
    clock, year = _CLOCK.search(text), _YEAR.search(text)
    if clock is None or year is None or len(text) > 200:
        return None
    hour, minute, second = (int(part or 0) for part in clock.groups()[:3])
    half = (clock[4] or "")[:1].casefold()
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    # What is left of "Tuesday, September 10, 2029 at ..." and "2024. március 12., kedd ...".
    date = text[: clock.start()]
    numbers = [m for m in _DAY.finditer(date) if m[0] != year[0]]
    if len(numbers) > 1:
        month, day = int(numbers[0][0]), int(numbers[1][0])
    elif numbers:
        month, day = _month_beside(date, numbers[0], year), int(numbers[0][0])
    else:
        return None
    offset = _OFFSET.search(text)
    ahead = timedelta(0)
    if offset is not None:
        ahead = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
        ahead = ahead if offset[1] == "+" else -ahead
    try:
        zone = timezone(ahead)
        when = datetime(int(year[1]), month, day, hour, minute, second, tzinfo=zone)
        return microseconds(when.astimezone(UTC))
    except (ValueError, OverflowError):
        return None


def _month_beside(date: str, day: re.Match[str], year: re.Match[str]) -> int:
    """The month between day and year, else the one before the day; 0 where there is none.

    Days of the week may begin as months do: "mardi 12 mars 2024", "2024. március 13., szerda".
    """
    first, last = sorted([day.span(), year.span()])
    between = _WORD.findall(date[first[1] : last[0]])
    before = reversed(_WORD.findall(date[: day.start()]))
    return next((n for word in (*between, *before) if (n := month_number(word))), 0)
