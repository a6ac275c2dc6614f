"""What the owner and others did: messages, invitations, endorsements and recommendations."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import timedelta

import attrs

from netzwerkwandel.model import ME, Channel, Key, SkipReason
from netzwerkwandel.sources.linkedin.findings import Findings
from netzwerkwandel.sources.linkedin.members import Seen
from netzwerkwandel.sources.linkedin.names import name_key
from netzwerkwandel.sources.tools import Row, page_key, parse_moment


_YES = frozenset(["ja", "true", "yes"])
_PAGES = ("linkedin.com/company/", "linkedin.com/school/", "linkedin.com/showcase/")
# How LinkedIn begins the text of an InMail that was paid for; "spinmail" is its class in the page.
_ADVERTISEMENT = '<p class="spinmail'
_ADVERTISED = frozenset(["sponsored conversation", "sponsored message", "gesponserte nachricht"])
_A_DAY = timedelta(days=1)
_ENDORSED, _SKILL = "endorsementdate", "skillname"


@attrs.frozen
class _Message:
    """A message as a row tells it: who wrote it, and to whom."""

    row: Row
    sender: Seen | None
    recipients: Sequence[Seen]

    @property
    def is_advertisement(self) -> bool:
        """Whether it was paid for."""
        return not self.row["senderprofileurl"] and (
            self.row["content"].startswith(_ADVERTISEMENT)
            or self.row["conversationtitle"].casefold() in _ADVERTISED
        )

    def reason_to_skip(self, advertisers: Collection[str]) -> SkipReason | None:
        """Why it does not count, by what it says of itself."""
        row, flags = self.row, ("ismessagedraft", "isconversationdraft")
        if any(row[flag].casefold() in _YES for flag in flags):
            return SkipReason.DRAFT
        if row["folder"].upper() == "SPAM":
            return SkipReason.SPAM
        if not row["senderprofileurl"] and row["from"] in advertisers:
            return SkipReason.SPONSORED
        if any(page in row["senderprofileurl"] for page in _PAGES):
            return SkipReason.NOT_A_PERSON
        return None

    def is_of_a_stranger(self, known: Collection[Key], names: Collection[str]) -> bool:
        """Whether somebody else wrote it to the owner alone: a recruiter's offer, say."""
        if self.sender is None or self.sender.key in known or self.sender.name.casefold() in names:
            return False
        return {seen.key for seen in self.recipients} == {ME}

    def add_to(self, findings: Findings) -> None:
        """Add it, if it has a date and somebody wrote it."""
        when, sender = findings.moment(self.row, "date"), self.sender
        if when is None:
            return
        if sender is None:
            findings.tally.skip(SkipReason.ANONYMOUS)
            return
        # A message has no name of its own: two of one person in one conversation and second are
        # one, for an archive may hold a folder twice. The next one may have another page of hers.
        who = ME if sender.key == ME else sender.name.casefold() or sender.key
        conversation = self.row["conversationid"]
        told = (conversation, who if conversation else sender.key)
        people = [*self.recipients, sender]
        findings.add_interaction("message", told, when, Channel.MESSAGE, people, sender.key)


def read_messages(rows: Sequence[Row], findings: Findings) -> None:
    """Add every message that a person wrote and sent; a group's message has all of the group."""
    if not rows:
        return
    members, tally = findings.members, findings.tally
    messages = [_Message(row, members.sender(row), members.recipients(row)) for row in rows]
    advertisers = {message.row["from"] for message in messages if message.is_advertisement}
    known, names = findings.connected()
    has_connections = bool(known)
    # Whom the owner wrote to is no stranger to her, connected or not. An offer that was left
    # without an answer makes nobody a contact.
    mine = [m for m in messages if m.sender is not None and m.sender.key == ME]
    known.update(seen.key for message in mine for seen in message.recipients)
    for message in messages:
        people = [*message.recipients, *([] if message.sender is None else [message.sender])]
        tally.addresses.update(seen.key for seen in people if seen.key != ME)
        reason = message.reason_to_skip(advertisers)
        if reason is None and has_connections and message.is_of_a_stranger(known, names):
            reason = SkipReason.OF_A_STRANGER
        if reason is None:
            message.add_to(findings)
        else:
            tally.skip(reason)


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
            row, _ENDORSED, "endorsement", other, Channel.SIGNAL, outgoing=given, told=row[_SKILL]
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
