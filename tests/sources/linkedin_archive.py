"""Small LinkedIn archives for the tests, and short ways to ask what came out of them."""

from __future__ import annotations

from datetime import UTC, datetime

from netzwerkwandel.model import MeEvidence
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.linkedin import read_linkedin
from netzwerkwandel.sources.reading import OwnerEvidence


AS_OF = datetime(2026, 6, 1, tzinfo=UTC)
CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
    "SUBJECT,CONTENT,FOLDER,IS MESSAGE DRAFT\n"
)
INVITATIONS = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
PROFILE = "First Name,Last Name,Maiden Name,Headline\nMara,Vogt,,Designer\n"
POSITIONS = "Company Name,Title,Started On,Finished On\n"
ENDORSEMENTS = (
    "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,"
    "Endorsement Status\n"
)
RECOMMENDATIONS = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
CONTACTS = "Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,FullName,Profiles\n"

IN = "https://www.linkedin.com/in/"
MARA = OwnerEvidence("linkedin:mara", MeEvidence.PROFILE)


def read(*, me=frozenset(), as_of=AS_OF, **tables):
    """Read an archive; each table is named by its file, its text or bytes is what is in it."""
    files = [
        SourceFile.from_bytes(text if isinstance(text, bytes) else text.encode(), f"{name}.csv")
        for name, text in tables.items()
    ]
    return read_linkedin(files, "archive", me=me, as_of=as_of)


def skipped(reading):
    return dict(reading.report.skipped)


def problems(reading):
    return [str(problem) for problem in reading.report.problems]


def by_key(reading):
    return {contact.key: contact for contact in reading.contacts}


def relations(reading):
    return {tie.b: set(tie.relations) for tie in reading.ties}


def message(
    sender="Ben Okafor", url=IN + "ben", to="Mara Vogt", urls="", date="2023-06-01 14:03:22 UTC",
    conversation="c1", content="Hi", folder="INBOX", draft="No",
):  # fmt: skip
    cells = [conversation, "", sender, url, to, urls, date, "", content, folder, draft]
    return ",".join('"' + cell.replace('"', '""') + '"' for cell in cells) + "\n"
