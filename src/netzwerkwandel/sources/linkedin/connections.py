"""``Connections.csv``: with whom the owner is connected, since when, and who shared an employer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date

import attrs

from netzwerkwandel.model import Key, Relation, SkipReason
from netzwerkwandel.model.keys import email_key
from netzwerkwandel.sources.linkedin.companies import company_key
from netzwerkwandel.sources.linkedin.dates import is_day_first, parse_day
from netzwerkwandel.sources.linkedin.directory import full_name
from netzwerkwandel.sources.linkedin.findings import EARLIEST, Findings, midnight
from netzwerkwandel.sources.linkedin.names import connection_key, is_nobody, linkedin_name
from netzwerkwandel.sources.linkedin.tables import Row
from netzwerkwandel.sources.profiles import page_key


Employers = dict[tuple[str, ...], Relation]


@attrs.frozen(order=True)
class _Connection:
    name: str
    url: str
    email: str
    company: str
    position: str
    since: date | None = attrs.field(order=False)


def employers(positions: Sequence[Row]) -> Employers:
    """Say of each company the owner has worked for how its people are related to the owner."""
    found: Employers = {}
    for row in positions:
        company = company_key(row["companyname"])
        if company and not row["finishedon"]:
            found[company] = Relation.COLLEAGUE
        elif company:
            found.setdefault(company, Relation.FORMER_COLLEAGUE)
    return found


def read_connections(rows: Sequence[Row], worked_for: Employers, findings: Findings) -> None:
    """Add every connection; what a row says of employer and position is as of the export."""
    day_first = is_day_first(row["connectedon"] for row in rows)
    read = [found for row in rows if (found := _connection(row, findings, day_first=day_first))]
    names: dict[Key, str] = {}
    for found in sorted(read, key=lambda c: (c, c.since or date.min)):
        _add(found, worked_for, names, findings)


def _connection(row: Row, findings: Findings, *, day_first: bool) -> _Connection | None:
    name = linkedin_name(full_name(row))
    if is_nobody(name) or not any((name, page_key(row["url"]), email_key(row["emailaddress"]))):
        findings.tally.skip(SkipReason.HIDDEN_PROFILE)
        return None
    since = parse_day(row["connectedon"], day_first=day_first)
    if since is not None and since > findings.as_of.astimezone(UTC).date():
        findings.tally.skip(SkipReason.FUTURE)
        return None
    if since is None or since < EARLIEST.date():
        findings.tally.problem(row.place, "the day of the connection cannot be read")
        since = None
    return _Connection(
        name, row["url"], row["emailaddress"], row["company"], row["position"], since
    )


def _add(
    found: _Connection, worked_for: Employers, names: dict[Key, str], findings: Findings
) -> None:
    name = found.name.casefold()
    key = page_key(found.url) or email_key(found.email)
    if key is None or (key.startswith("mailto:") and names.get(key, name) != name):
        key = connection_key(found.name, found.since)
    findings.tally.addresses.add(key)
    if key in findings.directory.my_keys:
        findings.tally.skip(SkipReason.NOBODY_ELSE)
        return
    relations = {Relation.CONNECTION}
    employer = worked_for.get(company_key(found.company))
    if employer is not None:
        relations.add(employer)
    findings.meet(
        key,
        name=found.name,
        emails=[found.email],
        profiles=[found.url],
        organisation=found.company,
        position=found.position,
        is_current=True,
    )
    findings.relate(key, relations, found.since)
    if key in names:
        findings.tally.skip(SkipReason.DUPLICATE)
    else:
        findings.tally.use(None if found.since is None else midnight(found.since))
    names.setdefault(key, name)
