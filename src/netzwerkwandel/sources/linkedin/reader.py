from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from typing_extensions import override

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.model import ME, Key, SkipReason, SourceKind
from netzwerkwandel.model.arguments import check_aware
from netzwerkwandel.model.keys import email_key
from netzwerkwandel.sources.linkedin import columns
from netzwerkwandel.sources.linkedin.address_book import read_address_book, read_notes
from netzwerkwandel.sources.linkedin.archive import Archive, load
from netzwerkwandel.sources.linkedin.connections import (
    current_employer,
    employers,
    read_connections,
)
from netzwerkwandel.sources.linkedin.exchanges import (
    read_endorsements,
    read_invitations,
    read_messages,
    read_recommendations,
)
from netzwerkwandel.sources.linkedin.findings import Findings
from netzwerkwandel.sources.linkedin.members import members_of
from netzwerkwandel.sources.linkedin.owner import ArchiveOwner, Whose, owner_of
from netzwerkwandel.sources.linkedin.snapshot import looks_like_snapshot
from netzwerkwandel.sources.linkedin.tables import looks_like_linkedin
from netzwerkwandel.sources.tools import (
    ArchiveReader,
    ReadContext,
    Reading,
    Source,
    SourceFile,
    Tally,
    check_files,
    told_again,
)


class LinkedInReader(ArchiveReader):
    """Reads LinkedIn archives: the tables of a folder, or of a zip, are one archive."""

    kind = SourceKind.LINKEDIN

    @override
    def looks_like(self, head: bytes, name: str) -> bool:
        return looks_like_linkedin(head) or looks_like_snapshot(head)

    @override
    def group(self, file: SourceFile, head: bytes) -> str:
        return file.folder or file.where

    @override
    def group_of_unknown(self, file: SourceFile) -> str | None:
        # A table of one column, such as "Skills.csv", is known by its company only.
        return file.folder if file.name.lower().endswith(".csv") else None

    @override
    def read(self, source: Source, context: ReadContext) -> Reading:
        return read_linkedin(source.files, source.where, me=context.me, as_of=context.as_of)


def read_linkedin(
    files: Sequence[SourceFile],
    where: str,
    *,
    me: frozenset[Key] = frozenset(),
    as_of: datetime,
) -> Reading:
    r"""Who is in this LinkedIn archive, since when, and who wrote to whom?

    Reads the tables that tell of other people, in the forms they have had since 2020: connections,
    messages, invitations, endorsements, recommendations, notes, the imported address book, and the
    owner's own profile, positions and addresses. A table is known by its columns, in any order, and
    may be an answer of LinkedIn's programming interface (JSON). Of messages only who, whom and when
    are kept, and of a note whom it is about.

    Parameters
    ----------
    files : sequence of SourceFile
        The CSV files of one archive, or ``Connections.csv`` alone.
    where : str
        What to call the archive in the report.
    me : frozenset of str
        Keys known to be the owner's own.
    as_of : datetime
        Aware. What lies after this moment is left out.

    Returns
    -------
    Reading
        The owner is ``ME``; a time that is written without its zone is taken as UTC, which is what
        LinkedIn writes.

    Raises
    ------
    ExportFormatError
        If none of the files is such a table.

    Examples
    --------
    >>> from datetime import UTC
    >>> csv = b"First Name,Last Name,Company,Connected On\nBen,Okafor,Contoso,08 Feb 2023\n"
    >>> file = SourceFile.from_bytes(csv, "Connections.csv")
    >>> reading = read_linkedin([file], "archive.zip", as_of=datetime(2026, 1, 1, tzinfo=UTC))
    >>> reading.contacts, reading.ties
    ((Contact('Ben Okafor'),), (Tie(connection),))
    """
    check_files(files)
    check_aware("as_of", as_of)
    tally = Tally(SourceKind.LINKEDIN, where)
    # The rows are let go before contacts are made of what was found in them.
    whose, owner, findings = _read_tables(load(files, tally), tally, me, as_of)
    reading = Reading(
        report=tally.report(),
        contacts=findings.contacts(),
        ties=findings.ties(),
        interactions=findings.interactions(),
        owner_evidence=owner.keys,
    )
    return told_again(reading, whose.is_alike, partial(_read_for, files, where, as_of))


def _read_tables(
    archive: Archive, tally: Tally, me: frozenset[Key], as_of: datetime
) -> tuple[Whose, ArchiveOwner, Findings]:
    if not archive.tables:
        if tally.problems:
            raise ExportFormatError(tally.problems[0].where, tally.problems[0].reason)
        raise ExportFormatError(tally.where, "it holds no table about people")
    whose = Whose.of(archive, me)
    owner, members = owner_of(archive, members_of(archive), whose)
    findings = Findings(members, tally, as_of)
    rows = archive.rows
    for _ in (*rows(columns.PROFILE), *rows(columns.POSITIONS)):
        tally.use()
    for row in rows(columns.EMAIL_ADDRESSES):
        if email_key(row["emailaddress"]) is None:
            tally.skip(SkipReason.ANONYMOUS)
        else:
            tally.use()
    if owner.name or owner.keys:
        findings.add_person(
            ME,
            name=owner.name,
            emails=owner.emails,
            profiles=[owner.url],
            organisation=current_employer(rows(columns.POSITIONS)),
            is_current=True,
        )
    read_connections(rows(columns.CONNECTIONS), employers(rows(columns.POSITIONS)), findings)
    read_messages(rows(columns.MESSAGES), findings)
    read_invitations(rows(columns.INVITATIONS), findings)
    read_endorsements(rows(columns.ENDORSEMENTS_RECEIVED), findings, given=False)
    read_endorsements(rows(columns.ENDORSEMENTS_GIVEN), findings, given=True)
    read_recommendations(rows(columns.RECOMMENDATIONS), findings)
    read_notes(rows(columns.NOTES), findings)
    # Last, for the first employer that is told stays, and an address book is the oldest source.
    read_address_book(rows(columns.CONTACTS), findings)
    return whose, owner, findings


def _read_for(
    files: Sequence[SourceFile], where: str, as_of: datetime, me: frozenset[Key]
) -> Reading:
    return read_linkedin(files, where, me=me, as_of=as_of)
