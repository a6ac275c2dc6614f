"""The archive that LinkedIn sends, in the form that it had in October 2026."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta

import attrs

from sample_careers import NAMES_THERE, ONLY_JOBS, careers, linkedin_only, slug
from sample_cast import (
    AT_KESSEL,
    AT_RHEINISCHE,
    FORMER_TEAM,
    KESSEL,
    LOGISTICS_FORUM,
    MEETUP,
    MY_NAME,
    MY_PROFILE,
    NORDLICHT,
    PRIVATE,
    STUDIO,
    TEAM,
    UNIVERSITY,
    Person,
)
from sample_mbox import MONTHS


NOTES = (
    'Notes:\n"When exporting your connection data, you may notice that some of the email addresses '
    "are missing. You will only see email addresses for connections who have allowed their "
    "connections to see or download their email address using this setting "
    "https://www.linkedin.com/psettings/privacy/email. You can learn more here "
    'https://www.linkedin.com/help/linkedin/answer/261"\n\n'
)
MESSAGE_COLUMNS = (
    *("CONVERSATION ID", "CONVERSATION TITLE", "FROM", "SENDER PROFILE URL", "TO"),
    *("RECIPIENT PROFILE URLS", "DATE", "SUBJECT", "CONTENT", "FOLDER", "IS MESSAGE DRAFT"),
)
CONNECTION_COLUMNS = (
    *("First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"),
)
INVITATION_COLUMNS = (
    *("From", "To", "Sent At", "Message", "Direction", "inviterProfileUrl", "inviteeProfileUrl"),
)
RECOMMENDATION_COLUMNS = (
    *("First Name", "Last Name", "Company", "Job Title", "Text", "Creation Date", "Status"),
)
TEXTS = ("Danke fürs Vernetzen!", "Wie geht es?", "Gern, ich melde mich.\nViele Grüße", "Hi!")
SPONSORED = '<p class="spinmail-quill-editor__spin-break">Hi %FIRSTNAME%, unser Webinar ...</p>'


@attrs.frozen
class Profile:
    """A connection: the person, the page, and what LinkedIn says of him or her."""

    person: Person
    slug: str
    firm: str
    position: str
    since: datetime
    number: int

    @property
    def name(self) -> str:
        return NAMES_THERE.get(self.person.name, self.person.name)

    @property
    def url(self) -> str:
        return f"https://www.linkedin.com/in/{self.slug}"

    @property
    def email(self) -> str:
        """Every third shows an address, the private one if there is one."""
        shown = self.number % 3 == 0 and self.name == self.person.name
        return (self.person.other or self.person.mail) if shown else ""


def profiles() -> list[Profile]:
    """All connections, the latest first."""
    rng = random.Random("mara profiles")
    known = [
        Profile(person, slug(person, n), firm, position, _met(rng, person), n)
        for n, (person, firm, position) in enumerate(careers())
    ]
    only = [
        Profile(person, slug(person, n), *ONLY_JOBS[n % len(ONLY_JOBS)], _met(rng, person), n)
        for n, person in enumerate(linkedin_only(), start=len(known))
    ]
    return sorted(known + only, key=lambda p: (p.since, p.slug), reverse=True)


def _met(rng: random.Random, person: Person) -> datetime:
    first, last = 2016, 2026
    if person in (*STUDIO, *MEETUP):
        first = 2026
    elif person in (*TEAM, *FORMER_TEAM):
        first = 2021
    elif person in (*KESSEL, *UNIVERSITY, *LOGISTICS_FORUM):
        last = 2019
    start = datetime(rng.randint(first, last), 2, 1, rng.randrange(7, 20), tzinfo=UTC)
    return start + timedelta(days=rng.randrange(240))


def archive() -> dict[str, str]:
    """All files of the archive, by name."""
    people = profiles()
    by_name = {profile.person.name: profile for profile in people}
    return {
        "Connections.csv": NOTES + _connections(people).rstrip("\n"),
        "messages.csv": _csv(_messages(by_name, people), quoting=csv.QUOTE_ALL),
        "guide_messages.csv": _csv([MESSAGE_COLUMNS], quoting=csv.QUOTE_ALL),
        "Invitations.csv": _csv(_invitations(people)),
        "Endorsement_Received_Info.csv": _csv(_endorsements(people, "Endorser", 5)),
        "Endorsement_Given_Info.csv": _csv(_endorsements(people, "Endorsee", 9)),
        "Recommendations_Received.csv": _csv(_recommendations(by_name, "Ingrid Sørensen")),
        "Recommendations_Given.csv": _csv(_recommendations(by_name, "Hannah Wirth")),
        **ABOUT_ME,
    }


def _csv(rows: Iterable[Iterable[str]], quoting: int = csv.QUOTE_MINIMAL) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n", quoting=quoting).writerows(rows)  # type: ignore[arg-type]
    return out.getvalue()


def _connections(people: list[Profile]) -> str:
    rows: list[Sequence[str]] = [CONNECTION_COLUMNS]
    for n, one in enumerate(people):
        first, _, last = one.name.removeprefix("Dr. ").partition(" ")
        last += ", PhD" if n % 41 == 7 else ""
        day = f"{one.since:%d} {MONTHS[one.since.month - 1]} {one.since.year}"
        rows.append([first, last, one.url, one.email, one.firm, one.position, day])
        if n % 14 == 3:
            rows.append(["", "", "", "", "", "", day])
    return _csv(rows)


def _message(
    thread: str, sender: tuple[str, str], to: list[tuple[str, str]], when: datetime, *more: str
) -> list[str]:
    """Write a row; ``more`` is title, content, folder and whether it is a draft."""
    title, content, folder, draft = (*more, "No")[:4]
    names, urls = ", ".join(name for name, _ in to), ",".join(url for _, url in to)
    moment = f"{when:%Y-%m-%d %H:%M:%S} UTC"
    return [thread, title, *sender, names, urls, moment, "", content, folder, draft]


def _messages(by_name: dict[str, Profile], people: list[Profile]) -> Iterator[Sequence[str]]:
    rng, me = random.Random("mara messages"), (MY_NAME, MY_PROFILE)
    yield MESSAGE_COLUMNS
    for n, one in enumerate(people[2::4]):
        when, other = one.since + timedelta(hours=3, minutes=7 * n), (one.name, one.url)
        mine = rng.random() < 0.4
        first, second = (me, other) if mine else (other, me)
        thread, text, answer = f"2-s{n:04d}=", rng.choice(TEXTS), rng.choice(TEXTS)
        yield _message(thread, first, [second], when, "", text, "INBOX")
        if rng.random() < 0.4:
            when += timedelta(days=1)
            yield _message(thread, second, [first], when, "", answer, "ARCHIVE")
    yield from _group_chat(by_name)
    yield from _unwanted(by_name, me)


def _group_chat(by_name: dict[str, Profile]) -> Iterator[Sequence[str]]:
    chat = [by_name[person.name] for person in MEETUP[:4]]
    everybody = [(MY_NAME, MY_PROFILE), *((one.name, one.url) for one in chat)]
    for n in range(6):
        to = everybody[: n % 5] + everybody[n % 5 + 1 :]
        when = datetime(2026, 2, 3, 18, 5, tzinfo=UTC) + timedelta(days=9 * n)
        sender, title = everybody[n % 5], "UX in Köln"
        yield _message("2-group=", sender, to, when, title, "Wer kommt?", "INBOX")


def _unwanted(by_name: dict[str, Profile], me: tuple[str, str]) -> Iterator[Sequence[str]]:
    """An advertisement, a member who left, spam, and two drafts that were never sent."""
    when = datetime(2026, 8, 4, 9, 30, tzinfo=UTC)
    spammer = ("Rex Domke", "https://www.linkedin.com/in/rex-domke-invest")
    yield _message("2-ad=", ("Carla Webinar", ""), [me], when, "Webinar", SPONSORED, "INBOX")
    yield _message("2-left=", ("LinkedIn Member", ""), [me], when, "", "Kurze Frage", "INBOX")
    yield _message("2-spam=", spammer, [me], when, "", "Garantierte Rendite", "SPAM")
    for name in ("Ben Okafor", "Yara Mansour"):
        one = by_name[name]
        to, thread = [(one.name, one.url)], f"2-draft-{one.slug}="
        yield _message(thread, me, to, when, "", "Lange nichts gehört ...", "INBOX", "Yes")


def _invitations(people: list[Profile]) -> Iterator[Sequence[str]]:
    yield INVITATION_COLUMNS
    stranger = NORDLICHT[4]
    url = f"https://www.linkedin.com/in/{slug(stranger, 0)}"
    yield [MY_NAME, stranger.name, "10/3/26, 9:12 PM", "", "OUTGOING", MY_PROFILE, url]
    for n, one in enumerate(p for p in people if p.since.year == 2026):
        when = one.since - timedelta(days=1 + n % 5)
        sent = f"{when.month}/{when.day}/{when:%y}, {when.hour % 12 or 12}:05 "
        sent += "PM" if when.hour > 11 else "AM"
        if n % 2:
            yield [MY_NAME, one.name, sent, "", "OUTGOING", MY_PROFILE, one.url]
        else:
            yield [one.name, MY_NAME, sent, "Hallo!", "INCOMING", one.url, MY_PROFILE]


def _endorsements(people: list[Profile], who: str, every: int) -> Iterator[Sequence[str]]:
    """Endorsements have addresses without a scheme, and a time like ``2018/06/20 13:05:02``."""
    columns = ("First Name", "Last Name", "Public Url")
    yield ["Endorsement Date", "Skill Name", *(f"{who} {c}" for c in columns), "Endorsement Status"]
    for n, one in enumerate(p for p in people[::every] if p.since.year < 2021):
        first, _, last = one.name.partition(" ")
        when = f"{one.since + timedelta(days=30 + n):%Y/%m/%d %H:%M:%S} UTC"
        skill = ("Controlling", "Excel", "Planung")[n % 3]
        status = "ACCEPTED" if n % 4 else "PENDING"
        yield [when, skill, first, last, f"www.linkedin.com/in/{one.slug}", status]


def _recommendations(by_name: dict[str, Profile], name: str) -> Iterator[Sequence[str]]:
    yield RECOMMENDATION_COLUMNS
    one = by_name[name]
    first, _, last = one.name.partition(" ")
    text = "Genau, schnell, freundlich."
    yield [first, last, one.firm, one.position, text, "11/27/20, 04:31 PM", "VISIBLE"]


ABOUT_ME = {
    "Profile.csv": (
        "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,"
        "Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers\n"
        "Mara,Vogt,,,,Controllerin,,Versicherungen,,Köln,,,\n"
    ),
    "Positions.csv": (
        "Company Name,Title,Description,Location,Started On,Finished On\n"
        "Rheinische Leben,Senior Controllerin,,Köln,Jan 2021,\n"
        "Kessel & Kranz Logistik,Teamleiterin Controlling,,Köln,Jan 2017,Dec 2020\n"
    ),
    "Education.csv": (
        "School Name,Start Date,End Date,Notes,Degree Name,Activities\n"
        "Hochschule Deutz,2004,2009,,Diplom,\n"
    ),
    "Email Addresses.csv": (
        "Email Address,Confirmed,Primary,Updated On\n"
        f"{PRIVATE},Yes,Yes,Not Available\n{AT_KESSEL},Yes,No,Not Available\n"
        f"{AT_RHEINISCHE},Yes,No,Not Available\n"
    ),
    "Skills.csv": "Name\nControlling\nInterviews\n",
    "Company Follows.csv": (
        "Organization,Followed On\nNordlicht Software,Sat Feb 07 10:11:12 UTC 2026\n"
    ),
}
