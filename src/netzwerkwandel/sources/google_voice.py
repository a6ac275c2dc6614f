"""Google Voice of a Takeout: a page for each call, and for some messages with somebody."""

from __future__ import annotations

import re
from datetime import datetime
from html import unescape

import attrs
from typing_extensions import override

from netzwerkwandel.model import SourceKind
from netzwerkwandel.sources.tools import (
    ME,
    UNREADABLE,
    ArchiveReader,
    Chat,
    ExportFormatError,
    Key,
    ReadContext,
    Reading,
    SkipReason,
    Source,
    SourceFile,
    Talks,
    Tally,
    decode,
    microseconds,
    saved_name,
    saved_name_key,
    sender_key,
    skip_sender,
)


_LARGEST_FILE = 64_000_000
_PAGE = re.compile(rb"\s*(?:\xef\xbb\xbf)?<(?:\?xml|!doctype|html)", re.IGNORECASE)
_KINDS = re.compile(rb'class="(?:hChatLog|haudio)\b')
# <a class="tel" href="tel:+15551234"><span class="fn">Ben</span></a>, and "abbr" for the owner.
_PERSON = re.compile(
    r'<a class="tel" href="tel:([^"]{0,60})"[^>]{0,200}>\s{0,40}<(span|abbr) class="fn"[^>]{0,200}>'
    r"([^<]{0,400})<"
)
_WRITTEN = re.compile(r'<abbr class="dt" title="([^"]{10,40})"')
_CALLED = re.compile(r'<abbr class="published" title="([^"]{10,40})"')
_LASTED = re.compile(
    r'<abbr class="duration" title="PT(?:(\d{1,4})H)?(?:(\d{1,4})M)?(?:(\d{1,6})S)?"'
)
_TAG = re.compile(r'rel="tag" href="[^"#]{0,200}#(\w{1,40})"')
_MESSAGE = re.compile('<div class="message">')
_PARTICIPANTS = re.compile(r'<div class="participants">(.*?)</div>', re.DOTALL)
_TITLE = re.compile(r"<title>\s{0,40}(?:Me to\s{1,40})?([^<]{0,400})</title>")
_LEFT_OUT = {"spam": SkipReason.SPAM, "trash": SkipReason.TRASH}


class GoogleVoiceReader(ArchiveReader):
    """Reads the pages of Google Voice, all of a folder together."""

    kind = SourceKind.GOOGLE_VOICE

    @override
    def looks_like(self, head: bytes, name: str) -> bool:
        return looks_like_google_voice(head)

    @override
    def group(self, file: SourceFile, head: bytes) -> str | None:
        return file.folder or "Google Voice"

    @override
    def read(self, source: Source, context: ReadContext) -> Reading:
        return read_google_voice(source, context)


def looks_like_google_voice(head: bytes) -> bool:
    """Say whether a page is one of Google Voice, by its first bytes.

    Examples
    --------
    >>> looks_like_google_voice(b'<?xml version="1.0" ?><html><div class="hChatLog hfeed">')
    True
    """
    return _PAGE.match(head) is not None and _KINDS.search(head) is not None


def read_google_voice(source: Source, context: ReadContext) -> Reading:
    r"""Who called and wrote through this number of Google?

    Parameters
    ----------
    source : Source
        The pages of a folder.
    context : ReadContext
        The moment of reading.

    Returns
    -------
    Reading
        The contacts are called as in Google's contacts.

    Raises
    ------
    ExportFormatError
        If none of the pages can be read.

    Examples
    --------
    >>> from datetime import UTC
    >>> page = b'''<html><div class="haudio"><a class="tel" href="tel:+491701234567"><span
    ... class="fn">Anna</span></a><abbr class="published" title="2024-03-12T18:04:11.000Z">
    ... </abbr><abbr class="duration" title="PT15M0S"></abbr><a rel="tag"
    ... href="http://www.google.com/voice#placed">Placed</a></div></html>'''.replace(b"\n", b" ")
    >>> source = Source.from_bytes(page, "Anna - Placed.html")
    >>> reading = read_google_voice(source, ReadContext(as_of=datetime(2026, 1, 1, tzinfo=UTC)))
    >>> reading.contacts, reading.interactions[0].duration
    ((Contact('Anna'),), 0.25)
    """
    tally = Tally(SourceKind.GOOGLE_VOICE, source.where)
    voice = _Voice(Talks(tally, "google-voice", context))
    read = 0
    for file in source.files:
        try:
            voice.take(decode(file.read(_LARGEST_FILE)), file.name)
            read += 1
        except UNREADABLE as error:
            tally.problem(file.name, getattr(error, "reason", "it cannot be read"))
    if not read:
        raise ExportFormatError(source.where, tally.problems[0].reason)
    return voice.talks.reading()


@attrs.frozen
class _Voice:
    """Takes the pages of a folder."""

    talks: Talks

    def take(self, page: str, place: str) -> None:
        """Take a page: of a call, or of messages."""
        tags = set(_TAG.findall(page))
        left_out = next((reason for tag, reason in _LEFT_OUT.items() if tag in tags), None)
        starts = [found.end() for found in _MESSAGE.finditer(page)]
        if left_out is not None:
            self.talks.tally.skip(left_out, max(1, len(starts)))
        elif starts:
            self._add_messages(page, starts, place)
        else:
            self._add_call(page, tags, place)

    def _add_call(self, page: str, tags: set[str], place: str) -> None:
        at = self.talks.moment(_moment(_CALLED.search(page)), place)
        if at is None:
            return
        lasted = _LASTED.search(page)
        seconds = sum(
            int(part or 0) * unit
            for part, unit in zip(lasted.groups() if lasted else (), (3600, 60, 1), strict=False)
        )
        is_placed = "placed" in tags
        if not seconds or not (is_placed or "received" in tags) or "voicemail" in tags:
            self.talks.tally.skip(SkipReason.MISSED)
            return
        found = _PERSON.search(page)
        number, name = (unescape(found[1]), unescape(found[3])) if found else ("", "")
        other = self._known(number, name)
        if other is None:
            skip_sender(self.talks.tally, number, name)
            return
        caller, callee = (ME, other) if is_placed else (other, ME)
        self.talks.call(at, caller, callee, told=other, hours=seconds / 3600)

    def _add_messages(self, page: str, starts: list[int], place: str) -> None:
        tally, chat = self.talks.tally, self._chat(page)
        for start, end in zip(starts, [*starts[1:], len(page)], strict=True):
            # What somebody wrote comes after who wrote it.
            head = page[start : min(end, start + 2_000)].partition("<q")[0]
            at = self.talks.moment(_moment(_WRITTEN.search(head)), place)
            if at is None:
                continue
            found = _PERSON.search(head)
            if found is None:
                tally.skip(SkipReason.ANONYMOUS)
                continue
            number, name = unescape(found[1]), unescape(found[3])
            sender = ME if found[2] == "abbr" else self._known(number, name)
            if sender is None or chat is None:
                skip_sender(tally, number, name)
            else:
                self.talks.write(chat, sender, at)

    def _chat(self, page: str) -> Chat | None:
        """The chat of a page; None where the other is nobody."""
        several = _PARTICIPANTS.search(page)
        told = several[1] if several else page
        people = [found for found in _PERSON.finditer(told) if found[2] == "span"]
        pairs = {(unescape(found[1]), unescape(found[3])) for found in people}
        others = {key for number, name in pairs if (key := self._known(number, name)) is not None}
        if not pairs and (title := _TITLE.search(page)) is not None:
            # She never answered: the title alone says who it is.
            name = unescape(title[1]).strip()
            key = self._known(name, "") if name[:1] in "+0123456789" else self._known("", name)
            others.update([key] if key else ())
        if not others:
            return None
        members = {ME, *others}
        return self.talks.chat("~".join(sorted(members)), members=members)

    def _known(self, number: str, name: str) -> Key | None:
        key = sender_key(number, name) if number else saved_name_key(saved_name(name))
        if key is not None:
            written = number if key.startswith("tel:") else ""
            self.talks.see(key, saved_name(name), phone=written)
        return key


def _moment(found: re.Match[str] | None) -> int | None:
    if found is None:
        return None
    try:
        when = datetime.fromisoformat(found[1])
        return None if when.tzinfo is None else microseconds(when)
    except (ValueError, OverflowError):
        return None
