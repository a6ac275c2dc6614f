"""``Contacts.csv`` and ``Notes.csv``: whom the owner had saved, and has noted something about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from netzwerkwandel.model import ME, Key, Relation, SkipReason
from netzwerkwandel.model.keys import email_key, phone_key
from netzwerkwandel.sources.linkedin.findings import Findings
from netzwerkwandel.sources.linkedin.names import is_nobody, linkedin_name
from netzwerkwandel.sources.tools import Row, digest, keys_in_order, page_key


_JOINED = re.compile(r"[,;]\s*|\s*\n\s*")


def read_address_book(rows: Sequence[Row], findings: Findings) -> None:
    """Add everyone in the address book as an acquaintance of the owner."""
    names: dict[Key, str] = {}
    for row in rows:
        name = linkedin_name(row["fullname"]) or linkedin_name(row.full_name())
        emails = [email for email in _JOINED.split(row["emails"]) if email_key(email)]
        phones = [phone for phone in _JOINED.split(row["phonenumbers"]) if phone_key(phone)]
        profiles = [url for url in _JOINED.split(row["profiles"]) if page_key(url)]
        company = _JOINED.split(row["companies"])[0]
        keys = keys_in_order(emails, phones, profiles)
        findings.tally.addresses.update(keys)
        if is_nobody(name) or (not name and not keys):
            findings.tally.skip(SkipReason.ANONYMOUS)
            continue
        if any(map(findings.members.is_mine, keys)):
            findings.tally.skip(SkipReason.NOBODY_ELSE)
            continue
        key = keys[0] if keys else ""
        # Under one address with two names are two people, a couple or a team.
        if not key or (key in names and names[key] != name.casefold()):
            key = "linkedin-contact:" + digest(name.casefold(), company.casefold())
            findings.tally.addresses.add(key)
        findings.add_person(
            key,
            name=name,
            emails=emails,
            phones=phones,
            profiles=profiles,
            organisation=company,
            position=row["title"],
        )
        findings.add_relations(key, [Relation.ACQUAINTANCE])
        if key in names:
            findings.tally.skip(SkipReason.DUPLICATE)
        else:
            findings.tally.use()
        names[key] = name.casefold()


def read_notes(rows: Sequence[Row], findings: Findings) -> None:
    """Add everyone about whom the owner has noted something; what it is stays unread."""
    for row in rows:
        noted = findings.members.seen(row.full_name("connection"), row["connectionprofileurl"])
        if noted is None:
            findings.tally.skip(SkipReason.HIDDEN_PROFILE)
        elif noted.key == ME:
            findings.tally.skip(SkipReason.NOBODY_ELSE)
        else:
            findings.tally.addresses.add(noted.key)
            findings.add_person(noted.key, name=noted.name, profiles=[noted.url])
            findings.add_relations(noted.key, [Relation.CONNECTION])
            findings.tally.use()
