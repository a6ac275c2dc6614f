"""What the owner and others did: messages, invitations, endorsements and recommendations."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import timedelta

from netzwerkwandel.model import ME, Channel, SkipReason
from netzwerkwandel.sources.keys import page_key
from netzwerkwandel.sources.linkedin.dates import parse_moment
from netzwerkwandel.sources.linkedin.findings import Findings
from netzwerkwandel.sources.linkedin.members import Seen
from netzwerkwandel.sources.linkedin.names import name_key
from netzwerkwandel.sources.linkedin.tables import Row


_YES = frozenset(["ja", "true", "yes"])
_PAGES = ("linkedin.com/company/", "linkedin.com/school/", "linkedin.com/showcase/")
# How LinkedIn begins the text of an InMail that was paid for; "spinmail" is its class in the page.
_ADVERTISEMENT = '<p class="spinmail'
_ADVERTISED = frozenset(["sponsored conversation", "sponsored message", "gesponserte nachricht"])
_A_DAY = timedelta(days=1)


def read_messages(rows: Sequence[Row], findings: Findings) -> None:
    """Add every message that a person wrote and sent; a group's message has all of the group."""
    members, tally = findings.members, findings.tally
    told_of = [(row, members.sender(row), members.recipients(row)) for row in rows]
    advertisers = {row["from"] for row in rows if _is_advertisement(row)}
    known, known_names = findings.connected()
    has_connections = bool(known)
    # Whom the owner wrote to is no stranger to her, connected or not.
    for _, sender, recipients in told_of:
        if sender is not None and sender.key == ME:
            known.update(seen.key for seen in recipients)
    for row, sender, recipients in told_of:
        people = [*recipients, *([] if sender is None else [sender])]
        tally.addresses.update(seen.key for seen in people if seen.key != ME)
        reason = _reason_to_skip(row, advertisers)
        if reason is None and has_connections and sender is not None:
            is_known = sender.key in known or sender.name.casefold() in known_names
            # A recruiter's offer that was left without an answer makes nobody a contact.
            if not is_known and {seen.key for seen in recipients} == {ME}:
                reason = SkipReason.OF_A_STRANGER
        if reason is not None:
            tally.skip(reason)
            continue
        when = findings.moment(row, "date")
        if when is None:
            continue
        if sender is None:
            tally.skip(SkipReason.ANONYMOUS)
            continue
        # A message has no name of its own: two of one person in one conversation and second are
        # one, for an archive may hold a folder twice. The next one may have another page of hers.
        who = ME if sender.key == ME else sender.name.casefold() or sender.key
        told = (row["conversationid"], who if row["conversationid"] else sender.key)
        findings.add_interaction("message", told, when, Channel.MESSAGE, people, sender.key)


def _is_advertisement(message: Row) -> bool:
    return not message["senderprofileurl"] and (
        message["content"].startswith(_ADVERTISEMENT)
        or message["conversationtitle"].casefold() in _ADVERTISED
    )


def _reason_to_skip(message: Row, advertisers: Collection[str]) -> SkipReason | None:
    if any(message[flag].casefold() in _YES for flag in ("ismessagedraft", "isconversationdraft")):
        return SkipReason.DRAFT
    if message["folder"].upper() == "SPAM":
        return SkipReason.SPAM
    if not message["senderprofileurl"] and message["from"] in advertisers:
        return SkipReason.SPONSORED
    if any(page in message["senderprofileurl"] for page in _PAGES):
        return SkipReason.NOT_A_PERSON
    return None


def read_invitations(rows: Sequence[Row], findings: Findings) -> None:
    """Add every invitation, sent or received."""
    for row in rows:
        inviter = findings.members.seen(row["from"], row["inviterprofileurl"])
        invitee = findings.members.seen(row["to"], row["inviteeprofileurl"])
        outgoing = row["direction"].upper() == "OUTGOING"
        if not outgoing and row["direction"].upper() != "INCOMING":
            findings.tally.broken(row.place, "the direction must be INCOMING or OUTGOING")
            continue
        other = invitee if outgoing else inviter
        if other is None:
            findings.tally.skip(SkipReason.ANONYMOUS)
            continue
        # Who is connected already is not invited again: a stranger of that name.
        url = row["inviteeprofileurl" if outgoing else "inviterprofileurl"]
        since, when = findings.since(other.key), parse_moment(row["sentat"])
        if not page_key(url) and since and when and when.date() > since + _A_DAY:
            other = Seen(name_key(other.name), other.name)
        findings.add_with_owner(
            row, "sentat", "invitation", other, Channel.SIGNAL, outgoing=outgoing
        )


def read_endorsements(rows: Sequence[Row], findings: Findings, *, given: bool) -> None:
    """Add every endorsement that was accepted, of the owner or by the owner."""
    prefix = "endorsee" if given else "endorser"
    for row in rows:
        if row["endorsementstatus"].upper() not in {"", "ACCEPTED"}:
            findings.tally.skip(SkipReason.UNANSWERED)
            continue
        other = findings.members.seen(row.full_name(prefix), row[prefix + "publicurl"])
        if other is None:
            findings.tally.skip(SkipReason.ANONYMOUS)
            continue
        # One click endorses for several skills, in one second: each is a row.
        findings.add_with_owner(
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
        other = findings.members.seen(row.full_name(), "")
        if other is None:
            findings.tally.skip(SkipReason.ANONYMOUS)
            continue
        # Members recommend each other only once they are connected.
        since, when = findings.since(other.key), parse_moment(row["creationdate"])
        if since and when and when.date() < since - _A_DAY:
            other = Seen(name_key(other.name), other.name)
        outgoing = {"given": True, "received": False}.get(row["direction"])
        added = findings.add_with_owner(
            row, "creationdate", "recommendation", other, Channel.RECOMMENDATION, outgoing=outgoing
        )
        if added:
            findings.add_person(other.key, organisation=row["company"], position=row["jobtitle"])
