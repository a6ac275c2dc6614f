"""Mails that a program keeps as properties: brought into the form of the header lines of a mail.

So they go the way of all mail, with the same rules of who is a machine and what is a copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from email.header import Header
from email.utils import format_datetime

import attrs

from netzwerkwandel.sources.mail.mbox import RawMail, only_mail
from netzwerkwandel.sources.tools import one_line


_UNFIT = re.compile(r'[\\"<>]')
_BLANK_LINES = re.compile(rb"\r?\n(?:[ \t]*+\r?\n)++")


@attrs.frozen(repr=False)
class Address:
    """Somebody whom a mail names: the mail address, empty where it is not known, and a name."""

    address: str
    name: str = ""

    @property
    def header(self) -> str:
        """As it stands in a header."""
        address, name = one_line(self.address), _UNFIT.sub("", one_line(self.name))
        if not name.isascii():
            return f"{Header(name, 'utf-8', maxlinelen=10_000).encode()} <{address}>"
        return f'"{name}" <{address}>' if name else f"<{address}>"


@attrs.frozen(kw_only=True, repr=False)
class Described:
    """What is known of a mail.

    Parameters
    ----------
    headers : str
        The header lines with which it came, where they were kept; then nothing else is asked.
    sender : Address or None
        Who wrote it.
    to, cc, bcc : sequence of Address
        Who got it.
    when : datetime or None
        When it was sent, aware.
    message_id, subject : str
        Its own id, and what it is about: by that an automatic reply is known.
    """

    headers: str = ""
    sender: Address | None = None
    to: tuple[Address, ...] = ()
    cc: tuple[Address, ...] = ()
    bcc: tuple[Address, ...] = ()
    when: datetime | None = None
    message_id: str = ""
    subject: str = ""

    def mail(self) -> RawMail:
        r"""Make the mail.

        Examples
        --------
        >>> Described(sender=Address("ben@example.org", "Zoë")).mail().lines
        b'\nFrom: =?utf-8?q?Zo=C3=AB?= <ben@example.org>\n'
        """
        # An empty line would end the headers.
        kept = _BLANK_LINES.sub(b"\n", self.headers.strip().encode("utf-8", "replace"))
        block = kept if b":" in kept else "".join(self._lines()).encode("utf-8", "replace")
        mail = only_mail(block.rstrip(b"\r\n") + b"\n\n")
        assert mail is not None  # a blank line ends it
        return mail

    def _lines(self) -> Iterable[str]:
        if self.sender is not None:
            yield f"From: {self.sender.header}\n"
        for name, people in (("To", self.to), ("Cc", self.cc), ("Bcc", self.bcc)):
            if people:
                yield f"{name}: {', '.join(each.header for each in people)}\n"
        if self.when is not None:
            yield f"Date: {format_datetime(self.when)}\n"
        if self.message_id:
            yield f"Message-ID: {one_line(self.message_id)}\n"
        if self.subject:
            subject = Header(one_line(self.subject), "utf-8", maxlinelen=10_000)
            yield f"Subject: {subject.encode()}\n"
