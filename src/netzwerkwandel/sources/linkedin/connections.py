"""``Connections.csv``: with whom the owner is connected, since when, and who shared an employer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date
from typing import NamedTuple

from netzwerkwandel.model import Key, Relation, SkipReason
from netzwerkwandel.model.keys import email_key
from netzwerkwandel.sources.linkedin.companies import company_key
from netzwerkwandel.sources.linkedin.findings import EARLIEST, Findings, midnight
from netzwerkwandel.sources.linkedin.names import connection_key, is_nobody, linkedin_name
from netzwerkwandel.sources.tools import Row, is_day_first, page_key, parse_day


# Archives tell the addresses of pages since the middle of 2023.
_FIRST_WITH_PAGES = date(2023, 7, 1)
_CONNECTED = frozenset([Relation.CONNECTION])

Employers = dict[tuple[str, ...], Relation]


class _Connection(NamedTuple):
    """What a row tells; in the order in which rows are put."""

    name: str
    url: str
    email: str
    company: str
    position: str
    day: date
    """Since when; ``date.min`` where that is not known."""
    called: Key
    """The key of the name and the day, for one who has no other."""

    @property
    def since(self) -> date | None:
        """Since when, where it is known."""
        return None if self.day == date.min else self.day

    @classmethod
    def of(cls, row: Row, findings: Findings, *, day_first: bool) -> _Connection | None:
        """Read a row; None, and counted, where it names nobody or lies in the future."""
        name = linkedin_name(row.full_name())
        is_told = name or page_key(row["url"]) or email_key(row["emailaddress"])
        if is_nobody(name) or not is_told:
            findings.tally.skip(SkipReason.HIDDEN_PROFILE)
            return None
        since = parse_day(row["connectedon"], day_first=day_first)
        if since is not None and since > findings.as_of.astimezone(UTC).date():
            findings.tally.skip(SkipReason.FUTURE)
            return None
        if since is None or since < EARLIEST.date():
            findings.tally.problem(row.place, "the day of the connection cannot be read")
            since = None
        told = (row["url"], row["emailaddress"], row["company"], row["position"])
        return cls(name, *told, since or date.min, connection_key(name, since))

    def add_to(
        self,
        findings: Findings,
        worked_for: Employers,
        names: dict[Key, str],
        alias: Key | None,
    ) -> None:
        """Add it, and how the owner is related to such a colleague."""
        name = self.name.casefold()
        key = page_key(self.url) or email_key(self.email)
        if key is None or (key.startswith("mailto:") and names.get(key, name) != name):
            key = self.called
        findings.tally.addresses.add(key)
        if findings.members.is_mine(key):
            findings.tally.skip(SkipReason.NOBODY_ELSE)
            return
        relations = _CONNECTED
        employer = worked_for.get(company_key(self.company)) if worked_for else None
        if employer is not None:
            relations = relations.union([employer])
        findings.add_person(
            key,
            name=self.name,
            emails=[self.email],
            profiles=[self.url],
            organisation=self.company,
            position=self.position,
            is_current=True,
            alias=alias,
        )
        since = self.since
        findings.add_relations(key, relations, since)
        if key in names:
            findings.tally.skip(SkipReason.DUPLICATE)
        else:
            findings.tally.use(None if since is None else midnight(since))
        names.setdefault(key, name)


def employers(positions: Sequence[Row]) -> Employers:
    """Say of each company the owner has worked for how its people are related to the owner."""
    relations: Employers = {}
    for row in positions:
        company = company_key(row["companyname"])
        if company and not row["finishedon"]:
            relations[company] = Relation.COLLEAGUE
        elif company:
            relations.setdefault(company, Relation.FORMER_COLLEAGUE)
    return relations


def current_employer(positions: Sequence[Row]) -> str:
    """Where the owner works; empty where the archive tells of no place, or of several."""
    names = sorted(row["companyname"] for row in positions if not row["finishedon"])
    current = {company_key(name): name for name in names}
    current.pop((), None)
    return next(iter(current.values())) if len(current) == 1 else ""


def read_connections(rows: Sequence[Row], worked_for: Employers, findings: Findings) -> None:
    """Add every connection; what a row says of employer and position is as of the export."""
    day_first = is_day_first(row["connectedon"] for row in rows)
    read = [_Connection.of(row, findings, day_first=day_first) for row in rows]
    connections = [connection for connection in read if connection is not None]
    if any(row["url"] for row in rows):
        findings.exported_after(_FIRST_WITH_PAGES)
    names: dict[Key, str] = {}
    days = Counter(each.called for each in connections)
    # In an order of their own, so that the order of the rows, which changes from one export to the
    # next, does not matter where two share an address.
    for connection in sorted(connections):
        # Members change the address of their page, and archives before 2023 have none: then the
        # name and the day of the connection are who it is, if only one in the archive has both.
        is_alone = connection.since is not None and days[connection.called] == 1
        alias = connection.called if is_alone else None
        connection.add_to(findings, worked_for, names, alias)
