"""Which reader reads which files: decided by how they begin, and never by their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import attrs

from netzwerkwandel.sources.calendar import looks_like_calendar
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.linkedin import looks_like_linkedin
from netzwerkwandel.sources.mail import looks_like_mail
from netzwerkwandel.sources.mail.split import is_mbox
from netzwerkwandel.sources.vcard import looks_like_vcard


def _groups() -> defaultdict[str, list[SourceFile]]:
    return defaultdict(list)


@attrs.frozen
class Plan:
    """The files of some exports, by the reader that reads them.

    Parameters
    ----------
    calendars, address_books : list of SourceFile
        Each read on its own.
    archives, mailboxes : dict of str to list of SourceFile
        Read together, by what to call them: the tables of a LinkedIn archive, the messages of a
        mailbox.
    unknown : list of SourceFile
        Not known exports.
    """

    calendars: list[SourceFile] = attrs.field(factory=list)
    address_books: list[SourceFile] = attrs.field(factory=list)
    archives: defaultdict[str, list[SourceFile]] = attrs.field(factory=_groups)
    mailboxes: defaultdict[str, list[SourceFile]] = attrs.field(factory=_groups)
    unknown: list[SourceFile] = attrs.field(factory=list)

    def files(self) -> Iterator[SourceFile]:
        """All files that are read."""
        yield from self.calendars
        yield from self.address_books
        for files in (*self.archives.values(), *self.mailboxes.values()):
            yield from files


def plan(opened: Iterable[tuple[SourceFile, bytes]]) -> Plan:
    """Decide which reader reads which files, each given with its first bytes."""
    found = Plan()
    for file, head in opened:
        if looks_like_calendar(head):
            found.calendars.append(file)
        elif looks_like_vcard(head):
            found.address_books.append(file)
        elif looks_like_mail(head):
            found.mailboxes[file.where if is_mbox(head) else _mailbox(file.folder)].append(file)
        elif looks_like_linkedin(head):
            found.archives[file.folder or file.where].append(file)
        else:
            found.unknown.append(file)
    _give_small_tables_to_their_archive(found)
    return found


def _give_small_tables_to_their_archive(found: Plan) -> None:
    """A table of one column tells by its company what it is: it goes with the archive beside it."""
    for file in list(found.unknown):
        if file.folder in found.archives and file.name.lower().endswith(".csv"):
            found.archives[file.folder].append(file)
            found.unknown.remove(file)


def _mailbox(folder: str) -> str:
    """The mailbox of a message's folder: a Maildir's ``cur`` and ``new`` are one."""
    parent, _, last = folder.rpartition("/")
    return parent if last in {"cur", "new"} and parent else folder or "."
