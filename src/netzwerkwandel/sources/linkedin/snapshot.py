"""What LinkedIn's programming interface gives members in Europe: the same tables, as JSON.

An answer of ``memberSnapshotData`` has elements, each with the name of a table (its domain) and
some rows of it; who has asked for all of them may have several answers, in one list.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from netzwerkwandel.sources.linkedin.columns import (
    CONNECTIONS,
    EMAIL_ADDRESSES,
    INVITATIONS,
    MESSAGES,
    POSITIONS,
    PROFILE,
    READ,
    TEXTS,
    TableKind,
    column_name,
)
from netzwerkwandel.sources.tools import KEPT_OF_A_TEXT, Row, SourceFile, decode, json_parts


# A column that is empty in all rows may be missing: these are known without their columns.
_DOMAINS = {
    "CONNECTIONS": CONNECTIONS,
    "INBOX": MESSAGES,
    "INVITATIONS": INVITATIONS,
    "PROFILE": PROFILE,
    "POSITIONS": POSITIONS,
    "EMAIL_ADDRESSES": EMAIL_ADDRESSES,
}
_START = re.compile(r'\s*[\[{].{0,4000}?"snapshotD(?:omain|ata)"\s*:', re.DOTALL)


def looks_like_snapshot(head: bytes) -> bool:
    """Say whether a file is an answer of that interface, by its first bytes.

    Examples
    --------
    >>> looks_like_snapshot(b'{"elements": [{"snapshotDomain": "INBOX", "snapshotData": []}]}')
    True
    """
    return _START.match(decode(head)) is not None


def snapshot_rows(file: SourceFile) -> Iterator[tuple[TableKind, Row]]:
    """Give the rows of the tables that are read, each with its table.

    Raises
    ------
    ExportFormatError
        If it is no JSON, once all was given that came before.
    """
    counts: Counter[str] = Counter()
    for path, element in json_parts(file, "elements", "*.elements"):
        if not path.endswith("elements.*") or not isinstance(element, dict):
            continue
        domain, data = str(element.get("snapshotDomain", "")), element.get("snapshotData")
        told = [row for row in data if isinstance(row, dict)] if isinstance(data, list) else []
        columns = {name: column_name(name) for name in {name for row in told for name in row}}
        fitting = (table for table in READ if table.required.issubset(columns.values()))
        table = _DOMAINS.get(domain) or next(fitting, None)
        if table is None:
            continue
        for row in told:
            counts[domain] += 1
            # Two names may come to one column: the first counts.
            cells: dict[str, str] = {}
            for name, value in row.items():
                column = columns[name]
                text = value.strip() if isinstance(value, str) else ""
                cells.setdefault(column, text[: KEPT_OF_A_TEXT if column in TEXTS else None])
            yield table, Row(f"{file.name}, row {counts[domain]}", cells)
