"""Endorsements and recommendations: who spoke up for whom."""

from __future__ import annotations

from collections.abc import Sequence

from netzwerkwandel.model import Channel, SkipReason
from netzwerkwandel.sources.linkedin.directory import full_name
from netzwerkwandel.sources.linkedin.findings import Findings
from netzwerkwandel.sources.linkedin.tables import Row


def read_endorsements(rows: Sequence[Row], findings: Findings, *, given: bool) -> None:
    """Add every endorsement that was accepted, of the owner or by the owner."""
    prefix = "endorsee" if given else "endorser"
    for row in rows:
        if row["endorsementstatus"].upper() not in {"", "ACCEPTED"}:
            findings.tally.skip(SkipReason.UNANSWERED)
            continue
        other = findings.directory.seen(full_name(row, prefix), row[prefix + "publicurl"])
        if other is None:
            findings.tally.skip(SkipReason.ANONYMOUS)
            continue
        findings.between(
            row,
            "endorsementdate",
            "endorsement",
            other,
            Channel.SIGNAL,
            outgoing=given,
            told=row["skillname"],
        )


def read_recommendations(rows: Sequence[Row], findings: Findings) -> None:
    """Add every recommendation, with what it says about the other's work."""
    for row in rows:
        other = findings.directory.seen(full_name(row), "")
        if other is None:
            findings.tally.skip(SkipReason.ANONYMOUS)
            continue
        outgoing = {"given": True, "received": False}.get(row["direction"])
        used = findings.between(
            row, "creationdate", "recommendation", other, Channel.RECOMMENDATION, outgoing=outgoing
        )
        if used:
            findings.meet(other.key, organisation=row["company"], position=row["jobtitle"])
