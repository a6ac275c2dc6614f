"""A person's own exports, of all kinds together, read into one ``Records``."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import nullcontext
from datetime import UTC, datetime, tzinfo

from netzwerkwandel.errors import ExportFormatError, InvalidArgumentError
from netzwerkwandel.model import (
    Contact,
    Experiment,
    Problem,
    SourceKind,
)
from netzwerkwandel.model.arguments import check_aware, check_count, check_kind
from netzwerkwandel.model.validation import instances
from netzwerkwandel.records import Records
from netzwerkwandel.sources.apple import AppleContactsReader
from netzwerkwandel.sources.calendar import CalendarReader
from netzwerkwandel.sources.combined import combined
from netzwerkwandel.sources.contacts import (
    OUTLOOK_CONTACTS,
    THUNDERBIRD_CONTACTS,
    XING_CONTACTS,
    DirectoryReader,
    GoogleContactsReader,
)
from netzwerkwandel.sources.discord import DiscordReader
from netzwerkwandel.sources.google_chat import GoogleChatReader
from netzwerkwandel.sources.google_voice import GoogleVoiceReader
from netzwerkwandel.sources.imessage import IMessageReader
from netzwerkwandel.sources.linkedin import LinkedInReader
from netzwerkwandel.sources.mail import MailReader
from netzwerkwandel.sources.mail.msg import OutlookMessageReader
from netzwerkwandel.sources.mail.olm import OutlookMacReader
from netzwerkwandel.sources.mail.pst import OutlookDataReader
from netzwerkwandel.sources.meta import MetaReader
from netzwerkwandel.sources.outlook import OutlookCalendarReader
from netzwerkwandel.sources.owner import keys_of
from netzwerkwandel.sources.phone_backup import PhoneBackupReader
from netzwerkwandel.sources.phones import checked_region
from netzwerkwandel.sources.planning import checked_readers, plan, read_groups
from netzwerkwandel.sources.progress import progress_bar
from netzwerkwandel.sources.reader import ReadContext, Reader
from netzwerkwandel.sources.signal import SignalReader
from netzwerkwandel.sources.slack import SlackReader
from netzwerkwandel.sources.teams import TeamsReader
from netzwerkwandel.sources.telegram import TelegramReader
from netzwerkwandel.sources.unread import UnreadFile, leftovers, unread_problems
from netzwerkwandel.sources.vcard import AddressBookReader
from netzwerkwandel.sources.walk import walk
from netzwerkwandel.sources.whatsapp import WhatsAppReader
from netzwerkwandel.texts.explained import spoken


# Mail comes first: a Maildir has a hundred thousand files, each asked about, and everything else
# has a few. No file is two of these by its content, so the order changes no result.
READERS: tuple[Reader, ...] = (
    MailReader(),
    CalendarReader(),
    AddressBookReader(),
    LinkedInReader(),
    GoogleContactsReader(),
    OUTLOOK_CONTACTS,
    THUNDERBIRD_CONTACTS,
    XING_CONTACTS,
    DirectoryReader(),
    OutlookCalendarReader(),
    OutlookMessageReader(),
    OutlookDataReader(),
    OutlookMacReader(),
    AppleContactsReader(),
    WhatsAppReader(),
    PhoneBackupReader(),
    TelegramReader(),
    SignalReader(),
    GoogleChatReader(),
    IMessageReader(),
    GoogleVoiceReader(),
    MetaReader(),
    SlackReader(),
    DiscordReader(),
    TeamsReader(),
)
"""The readers that ``read_exports`` asks by default."""

_FIRST_YEAR, _LAST_YEAR = 1990, 9000
_STOPPED = "stopped while reading: nothing of it was kept, and the exports are as they were before"
_SHOWN_KINDS = 6
_CALLED = {str(SourceKind.LINKEDIN): "LinkedIn archive"}


def read_exports(
    *paths: str | os.PathLike[str],
    me: Iterable[str] | Contact | None = None,
    as_of: datetime | None = None,
    timezone: tzinfo = UTC,
    region: str | None = None,
    experiments: Iterable[Experiment] = (),
    readers: Iterable[Reader] = READERS,
    progress: bool = False,
    workers: int = 1,
    language: str | None = None,
) -> Records:
    """Read a person's own exports: who is there, and who was in contact with whom?

    Mail (mbox, also of Google Takeout; Maildir; .eml; gzipped), calendars (.ics), LinkedIn archives
    and address books (vCard, LDIF, the tables of Google, Outlook, Thunderbird and XING) are known
    by their content. Of a mail only the header lines are read;
    no message text is kept. Nothing leaves the machine.

    Parameters
    ----------
    *paths : paths
        Files, folders and zip archives, in any order; each is an argument of its own.
    me : sequence of str or Contact, optional
        The owner's own mail addresses, profile pages or phone numbers. Where it is left out, the
        data is asked, and ``records.summary()`` says how it answered. Or she as she is known
        already, ``records.contact(records.me)``: then an archive or account of another name, of
        which nothing is known as hers, is refused. Whoever gives addresses is believed; what names
        somebody else all the same is a problem in its report.
    as_of : datetime, optional
        The moment of reading, with a time zone; repeated events are taken up to it, and nothing
        later. By default now.
    timezone : tzinfo
        Where times that name no zone were written.
    region : str, optional
        The country of phone numbers that name none, as ``"DE"``: so ``0170 ...`` is one with
        ``+49 170 ...``. Where it is left out, the numbers themselves are asked. Both need the extra
        ``identity``.
    experiments : sequence of Experiment
        What she tried: whoever took part in an entry of a calendar that is called so, on one of its
        days, was met by it. Titles are read for nothing else, and not kept.
    readers : sequence of Reader
        Who is asked about each file, in this order: the first that knows it reads it.
        ``[*READERS, MyReader()]`` adds a format of your own.
    progress : bool
        Whether to show a bar, where tqdm is installed.
    workers : int
        How many processes read several files, and the parts of a large mailbox, side by side. The
        result is the same. With more than one, a script needs ``if __name__ == "__main__":`` where
        the system starts processes anew, as Windows and macOS do.
    language : str, optional
        In which language the owner is told things, as of ``Records``; the bar, too.

    Returns
    -------
    Records
        With one report for each source. The same exports give the same records, in any order of
        the paths, read once or twice.

    Raises
    ------
    NotFoundError
        If a path does not exist.
    ExportFormatError
        If nothing under the paths is a known export.
    KeyboardInterrupt
        If reading is interrupted; its text says that nothing was kept.
    InvalidArgumentError
        If ``as_of`` has no time zone, ``me`` is not made of addresses, or another argument is not
        what it should be.
    SeveralOwnersError
        If an archive or account names another owner than the rest, or than her who is known.
    MissingExtraError
        If there is a calendar and the extra ``calendars`` is not installed, or a ``region`` is
        given and the extra ``identity`` is not.

    Notes
    -----
    What cannot be read is a problem in a report, and everything else is read all the same.

    Examples
    --------
    >>> from netzwerkwandel.sample import AS_OF, sample_exports
    >>> with sample_exports() as folder:
    ...     records = read_exports(folder / "contacts.vcf", as_of=AS_OF)
    >>> records.reports[0].kind
    <SourceKind.ADDRESS_BOOK: 'address book'>
    """
    moment = datetime.now(UTC) if as_of is None else check_aware("as_of", as_of)
    # Beyond these years no calendar can be worked out up to this moment.
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise InvalidArgumentError(
            f"as_of must be of the years {_FIRST_YEAR} to {_LAST_YEAR}, got {moment.year}"
        )
    context = ReadContext(
        me=keys_of(() if me is None else me),
        as_of=moment,
        timezone=check_kind("timezone", timezone, tzinfo),  # type: ignore[type-abstract]
        region=None if region is None else checked_region(region),
        workers=workers,
        experiments=instances(Experiment, "experiments", experiments),
    )
    check_kind("progress", progress, bool)
    texts = spoken(language, None)
    check_count("workers", workers, least=1)
    readers = checked_readers(readers)
    if not paths:
        raise InvalidArgumentError("read_exports needs at least one file or folder")
    try:
        with progress_bar(texts) if progress else nullcontext() as bar:
            problems: list[Problem] = []
            walked = walk(paths, problems)
            opened = walked if bar is None else bar.looking(walked)
            groups, unknown = plan(opened, readers, context if workers == 1 else None)
            if bar is not None:
                bar.reading(sum(group.size for group in groups))
            readings = read_groups(groups, context, problems, None if bar is None else bar.advance)
            if not readings and problems:
                raise ExportFormatError(problems[0].where, problems[0].reason)
            if not readings:
                raise nothing_known(paths, readers, unknown)
            if bar is not None:
                bar.joining()
            rest = leftovers(unknown, problems) if unknown or problems else None
            known = me if isinstance(me, Contact) else None
            records = combined(
                readings, context.me, context.region, rest, context.experiments, known
            )
            return records if language is None else records.in_language(language)
    except KeyboardInterrupt:
        raise KeyboardInterrupt(_STOPPED) from None


def nothing_known(
    paths: Iterable[object], readers: Iterable[Reader], unknown: Iterable[UnreadFile]
) -> ExportFormatError:
    """Say that nothing under some paths is a known export, and what is there."""
    kinds = [_CALLED.get(reader.kind, reader.kind) for reader in readers]
    called = ", ".join([*kinds[:_SHOWN_KINDS], *(["..."] if len(kinds) > _SHOWN_KINDS else [])])
    reason = f"nothing here is a known export ({called})"
    told = "; ".join(str(problem) for problem in unread_problems(unknown))
    where = ", ".join(sorted(str(path) for path in paths))
    return ExportFormatError(where, f"{reason}: {told}" if told else reason)
