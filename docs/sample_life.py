"""The letters of Mara Vogt's life: who wrote to whom, when, and who was in copy."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import attrs

from sample_cast import (
    AT_KESSEL,
    AT_RHEINISCHE,
    BROTHER,
    CHOIR,
    CLIENTS,
    CLIENTS_STAFF,
    CONTROLLING_DAYS,
    COURSE,
    DEPARTMENT,
    DEPOTS,
    FORMER_TEAM,
    FRIENDS,
    KESSEL,
    LOGISTICS_FORUM,
    MANAGEMENT,
    MEETUP,
    MOTHER,
    MY_NAME,
    NEIGHBOURS,
    NORDLICHT,
    OPERATIONS,
    PARENTS,
    PARTNER,
    PRIVATE,
    SISTER_IN_LAW,
    STAYED_IN_TOUCH,
    STUDIO,
    TEAM,
    UNIVERSITY,
    Group,
    Person,
)
from sample_words import BODIES, SUBJECTS


BERLIN = ZoneInfo("Europe/Berlin")
EVERYBODY = 99


@attrs.frozen
class Mail:
    """One mail, as it was sent."""

    key: str
    when: datetime
    sender: Person
    to: Group
    cc: Group
    subject: str
    body: str
    reply_to: str = ""


@attrs.frozen
class Season:
    """A stretch of time in which some people write to each other at a steady rate."""

    name: str
    people: Group
    first: tuple[int, int]
    last: tuple[int, int]
    threads_a_month: float
    most_in_copy: int = 2
    mine: str = PRIVATE
    words: str = "office"
    strangers: Group = ()

    def months(self) -> Iterator[tuple[int, int]]:
        start, end = (year * 12 + month - 1 for year, month in (self.first, self.last))
        return (divmod(number, 12) for number in range(start, end + 1))


def _from_home(group: Group) -> Group:
    return tuple(attrs.evolve(p, mail=p.other, other=p.mail) if p.other else p for p in group)


def _still(group: Group) -> Group:
    return tuple(person for person in group if person.name in STAYED_IN_TOUCH)


def _client_seasons() -> list[Season]:
    return [
        Season(
            f"client-{domain}",
            tuple(p for p in CLIENTS if p.mail.endswith(domain)) + DEPARTMENT[:2],
            (2017 + number // 2, 3),
            (2020, 11),
            1.1,
            mine=AT_KESSEL,
            strangers=staff,
        )
        for number, (domain, staff) in enumerate(CLIENTS_STAFF.items())
    ]


SEASONS = (
    # The former firm: intense for four years, then silence
    Season("department", DEPARTMENT, (2017, 1), (2020, 12), 4.2, 3, AT_KESSEL),
    Season("operations", OPERATIONS, (2017, 2), (2020, 11), 1.6, 2, AT_KESSEL, strangers=DEPOTS),
    Season("management", MANAGEMENT + DEPARTMENT[:1], (2018, 1), (2020, 12), 0.6, 1, AT_KESSEL),
    *_client_seasons(),
    Season("farewell", _from_home(DEPARTMENT[:6]), (2021, 1), (2021, 4), 3.0, 1, words="private"),
    Season("in-touch", _still(KESSEL), (2021, 1), (2026, 9), 0.3, 1, words="private"),
    # the present firm
    Season("team-a", TEAM[:5] + FORMER_TEAM[:2], (2021, 1), (2022, 12), 3.0, 3, AT_RHEINISCHE),
    Season("team-b", TEAM[:7] + FORMER_TEAM[2:], (2023, 1), (2024, 6), 3.0, 3, AT_RHEINISCHE),
    Season("team-c", TEAM, (2024, 7), (2026, 6), 4.0, 4, AT_RHEINISCHE),
    Season("team-drift", TEAM, (2026, 7), (2026, 10), 9.0, 5, AT_RHEINISCHE),
    # home
    Season("partner", (PARTNER,), (2017, 1), (2026, 10), 1.0, 0, words="private"),
    Season("friends", FRIENDS, (2017, 1), (2026, 6), 0.9, 2, words="private"),
    Season("friends-home", (*FRIENDS, PARTNER), (2018, 6), (2026, 6), 0.3, 3, words="private"),
    Season("friends-drift", (*FRIENDS, PARTNER), (2026, 7), (2026, 10), 4.0, 3, words="private"),
    Season("mother", (MOTHER,), (2017, 1), (2026, 10), 0.7, 0, words="private"),
    Season(
        "family", (BROTHER, SISTER_IN_LAW, MOTHER), (2017, 3), (2026, 9), 0.2, 1, words="private"
    ),
    # those who were there once
    Season("university", UNIVERSITY, (2017, 1), (2018, 12), 2.2, 4, words="private"),
    Season("university-late", UNIVERSITY[:7], (2019, 1), (2019, 7), 0.7, 1, words="private"),
    Season("forum", LOGISTICS_FORUM, (2017, 3), (2019, 11), 1.2, 2, AT_KESSEL),
    Season("controlling-days", CONTROLLING_DAYS, (2022, 3), (2026, 5), 0.8, 2, AT_RHEINISCHE),
    # around her today
    Season("choir", CHOIR, (2019, 2), (2026, 10), 0.6, EVERYBODY, words="choir"),
    Season("neighbours", NEIGHBOURS, (2018, 1), (2026, 9), 0.25, 2, words="private"),
    Season("parents", PARENTS, (2021, 9), (2026, 9), 0.7, 7, words="school"),
    # what she tries
    Season("course", COURSE, (2025, 9), (2025, 12), 6.0, 3, words="research"),
    Season("course-after", COURSE[:5], (2026, 1), (2026, 9), 0.5, 1, words="research"),
    Season("studio", STUDIO, (2026, 3), (2026, 5), 8.0, 3, words="research"),
    Season("studio-after", STUDIO[:3], (2026, 6), (2026, 10), 0.8, 1, words="research"),
    Season("meetup", MEETUP, (2026, 1), (2026, 6), 3.5, 2, words="research"),
    Season("meetup-after", MEETUP[:6], (2026, 7), (2026, 10), 0.8, 1, words="research"),
)


def letters() -> list[Mail]:
    """All mails between people, in order of time."""
    mails = [mail for season in SEASONS for mail in _season(season)]
    mails.extend(_beside_me())
    return sorted(mails, key=lambda mail: (mail.when, mail.key))


def _season(season: Season) -> Iterator[Mail]:
    rng = random.Random(f"mara {season.name}")
    number = 0
    for year, month in season.months():
        for _ in range(_how_many(rng, season.threads_a_month)):
            when = a_moment(rng, year, month + 1, office=season.words == "office")
            yield from _thread(rng, season, when, f"{season.name}.{number}")
            number += 1


def _how_many(rng: random.Random, rate: float) -> int:
    whole = int(rate)
    return max(0, whole + rng.randint(-1, 1) * (whole > 1) + (rng.random() < rate - whole))


def a_moment(rng: random.Random, year: int, month: int, *, office: bool) -> datetime:
    """Choose a moment of a month, on a working day where it is about work."""
    day = date(year, month, rng.randrange(1, 27))
    if office and day.weekday() > 4:
        day += timedelta(days=2 if day.weekday() == 5 else 1)
    hour = rng.randrange(8, 18) if office else rng.randrange(7, 23)
    return datetime(day.year, day.month, day.day, hour, rng.randrange(60), tzinfo=BERLIN)


def _thread(rng: random.Random, season: Season, when: datetime, key: str) -> Iterator[Mail]:
    me = Person(MY_NAME, season.mine)
    partner, copies = _company(rng, season)
    writers = (partner, me) if rng.random() < 0.55 else (me, partner)
    topic, before = rng.choice(SUBJECTS[season.words]), ""
    subject = topic
    for turn in range(1 + (rng.random() < 0.6) + (rng.random() < 0.2)):
        sender, receiver = writers[turn % 2], writers[1 - turn % 2]
        strangers = _strangers(rng, season, sender)
        this = f"{key}.{turn}"
        body = rng.choice(BODIES[season.words])
        yield Mail(this, when, sender, (receiver,), copies + strangers, subject, body, before)
        when += timedelta(minutes=rng.randrange(9, 1800))
        subject, before = f"{'AW' if rng.random() < 0.5 else 'Re'}: {topic}", this


def _company(rng: random.Random, season: Season) -> tuple[Person, Group]:
    """Choose whom it is between, more often the first of the group, and who is in copy."""
    people = season.people
    at = min(rng.randrange(len(people)), rng.randrange(len(people)))
    others = people[:at] + people[at + 1 :]
    if season.most_in_copy == EVERYBODY:
        return people[at], others
    most = min(season.most_in_copy, len(others))
    return people[at], tuple(rng.sample(others, rng.randint(0, most)))


def _strangers(rng: random.Random, season: Season, sender: Person) -> Group:
    """Those whom the others copy in; she herself never writes to them."""
    if not season.strangers or sender.name == MY_NAME or rng.random() < 0.5:
        return ()
    return tuple(rng.sample(season.strangers, rng.randint(1, 2)))


def _beside_me() -> Iterator[Mail]:
    """Mails that reached her by the department's address or as a blind copy, not by her name."""
    rng = random.Random("mara beside me")
    desk = Person("Buchhaltung", "buchhaltung@kessel-kranz.example")
    for number in range(36):
        when = a_moment(rng, 2017 + number % 4, 1 + number % 12, office=True)
        sender = (*OPERATIONS, *DEPARTMENT[:3], *CLIENTS)[number % 16]
        domain = sender.mail.partition("@")[2]
        copies = tuple(rng.sample(CLIENTS_STAFF.get(domain, DEPOTS), 2))
        subject, body = rng.choice(SUBJECTS["office"]), rng.choice(BODIES["office"])
        yield Mail(f"desk.{number}", when, sender, (desk,), copies, subject, body)
    when = a_moment(rng, 2021, 2, office=True)
    subject, body = "Vorstellung Forschungsrunde", rng.choice(BODIES["research"])
    yield Mail("blind.0", when, DEPARTMENT[1], NORDLICHT[-1:], (), subject, body)
