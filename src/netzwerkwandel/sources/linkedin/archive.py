"""The files of one LinkedIn archive, read into the rows of its tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import attrs

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.model import SkipReason
from netzwerkwandel.sources.linkedin.columns import (
    CONNECTIONS,
    ENDORSEMENTS_GIVEN,
    ENDORSEMENTS_RECEIVED,
    INVITATIONS,
    MESSAGES,
    NOTES,
    PROFILE,
    RECOMMENDATIONS,
    TEXTS,
    TableKind,
)
from netzwerkwandel.sources.linkedin.snapshot import looks_like_snapshot, snapshot_rows
from netzwerkwandel.sources.linkedin.tables import (
    Header,
    find_header,
    headings,
    is_passed_over,
    looks_like_connections,
)
from netzwerkwandel.sources.tools import Row, SourceFile, Tally, body, decode


LARGEST_FILE = 256_000_000
URL = re.compile(r"[^\s,]+")


@attrs.frozen
class Archive:
    """The rows of an archive, by their table."""

    tables: Mapping[TableKind, Sequence[Row]]

    def rows(self, table: TableKind) -> Sequence[Row]:
        """The rows of a table; none where the archive lacks it."""
        return self.tables.get(table, ())

    def named(self) -> Iterator[tuple[str, str]]:
        """Everyone who is named in it, as written, with the address of the profile, if told."""
        for table in (PROFILE, CONNECTIONS, RECOMMENDATIONS):
            for row in self.rows(table):
                yield row.full_name(), row["url"]
        for row in self.rows(ENDORSEMENTS_RECEIVED):
            yield row.full_name("endorser"), row["endorserpublicurl"]
        for row in self.rows(ENDORSEMENTS_GIVEN):
            yield row.full_name("endorsee"), row["endorseepublicurl"]
        for row in self.rows(NOTES):
            yield row.full_name("connection"), row["connectionprofileurl"]
        for row in self.rows(INVITATIONS):
            yield row["from"], row["inviterprofileurl"]
            yield row["to"], row["inviteeprofileurl"]
        for row in self.rows(MESSAGES):
            yield row["from"], row["senderprofileurl"]
        yield from self.received()

    def received(self) -> Iterator[tuple[str, str]]:
        """Everyone who got a message that went to nobody else, and the address of the profile."""
        for row in self.rows(MESSAGES):
            urls = URL.findall(row["recipientprofileurls"])
            if len(urls) == 1 and "," not in row["to"]:
                yield row["to"], urls[0]


def load(files: Sequence[SourceFile], tally: Tally) -> Archive:
    """Read every file of an archive; what cannot be read is counted and told of."""
    tables: dict[TableKind, list[Row]] = {}
    for file in sorted(files, key=lambda file: file.where):
        try:
            if looks_like_snapshot(file.head()):
                for table, row in snapshot_rows(file):
                    tables.setdefault(table, []).append(row)
                continue
            text = decode(file.read(LARGEST_FILE))
        except OSError:
            tally.broken(file.name, "the file cannot be opened")
            continue
        except ExportFormatError as error:
            tally.broken(file.name, error.reason)
            continue
        if is_passed_over(file.name, text):
            continue
        header = find_header(text)
        if header is None:
            reason = f"this is no table that is known here; its columns are {headings(text)}"
            if looks_like_connections(text):
                reason = (
                    "these are connections without the heading that names their columns; download "
                    "the archive again, and leave the file as it is"
                )
            tally.broken(file.name, reason, SkipReason.NOT_AN_EXPORT)
            continue
        tables.setdefault(header.table, []).extend(_rows(file.name, text, header, tally))
    return Archive(tables)


def _rows(name: str, text: str, header: Header, tally: Tally) -> list[Row]:
    if header.unknown:
        columns = ", ".join(repr(column) for column in header.unknown)
        tally.problem(name, f"some columns are not known here and were not read: {columns}")
    # "Recommendations_Given.csv" and "..._Received.csv" have the same columns: who recommended whom
    # stands in the name of the file only.
    direction = next((word for word in ("given", "received") if word in name.casefold()), "")
    rows = []
    for row, wrong in body(text, header, name, cut=TEXTS):
        if wrong:
            tally.broken(row.place, wrong)
            continue
        if header.table is RECOMMENDATIONS:
            row.cells["direction"] = direction
        rows.append(row)
    return rows
