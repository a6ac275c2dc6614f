"""``messages.csv`` and ``Invitations.csv``: who wrote to whom, and who asked whom to connect."""

from __future__ import annotations

from collections.abc import Sequence

from netzwerkwandel.model import ME, Channel, SkipReason
from netzwerkwandel.sources.linkedin.findings import Findings
from netzwerkwandel.sources.linkedin.tables import Row


_YES = frozenset(["ja", "true", "yes"])
_PAGES = ("linkedin.com/company/", "linkedin.com/school/", "linkedin.com/showcase/")
_ADVERTISEMENT = '<p class="spinmail'


def read_messages(rows: Sequence[Row], findings: Findings) -> None:
    """Add every message that a person wrote and sent; a group's message has all of the group."""
    for row in rows:
        _read_message(row, findings)


def _read_message(row: Row, findings: Findings) -> None:
    sender, recipients = findings.directory.sender(row), findings.directory.recipients(row)
    people = [*recipients, *([] if sender is None else [sender])]
    findings.tally.addresses.update(seen.key for seen in people if seen.key != ME)
    reason = _reason_to_skip(row)
    if reason is not None:
        findings.tally.skip(reason)
        return
    when = findings.moment(row, "date")
    if when is None:
        return
    if sender is None:
        findings.tally.skip(SkipReason.ANONYMOUS)
        return
    told = (row["conversationid"], sender.key)
    findings.happened("message", told, when, Channel.MESSAGE, people, sender.key)


def _reason_to_skip(row: Row) -> SkipReason | None:
    if any(row[flag].casefold() in _YES for flag in ("ismessagedraft", "isconversationdraft")):
        return SkipReason.DRAFT
    if row["folder"].upper() == "SPAM":
        return SkipReason.SPAM
    if not row["senderprofileurl"] and row["content"].startswith(_ADVERTISEMENT):
        return SkipReason.SPONSORED
    if any(page in row["senderprofileurl"] for page in _PAGES):
        return SkipReason.NOT_A_PERSON
    return None


def read_invitations(rows: Sequence[Row], findings: Findings) -> None:
    """Add every invitation, sent or received."""
    for row in rows:
        _read_invitation(row, findings)


def _read_invitation(row: Row, findings: Findings) -> None:
    inviter = findings.directory.seen(row["from"], row["inviterprofileurl"])
    invitee = findings.directory.seen(row["to"], row["inviteeprofileurl"])
    outgoing = row["direction"].upper() == "OUTGOING"
    if not outgoing and row["direction"].upper() != "INCOMING":
        findings.tally.broken(row.place, "the direction must be INCOMING or OUTGOING")
        return
    other = invitee if outgoing else inviter
    if other is None:
        findings.tally.skip(SkipReason.ANONYMOUS)
        return
    findings.between(row, "sentat", "invitation", other, Channel.SIGNAL, outgoing=outgoing)
