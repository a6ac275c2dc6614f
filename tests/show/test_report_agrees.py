"""No part of the report contradicts another one."""

from __future__ import annotations

import re
from datetime import date, timedelta

import attrs
import pytest

import netzwerkwandel as nw
from builders import AS_OF, BEN, CEM, MARA, ago, mail, mailbox_life, meeting, records
from netzwerkwandel import sample
from netzwerkwandel.command import main
from netzwerkwandel.model import ME
from netzwerkwandel.records.records_change import records_change
from netzwerkwandel.show.pictures.marks import Text
from netzwerkwandel.show.pictures.svg import text_width
from netzwerkwandel.show.pictures.what_changes import before_after


def told(page: str) -> str:
    """The words of a page, in one line."""
    return re.sub(r"\s+", " ", re.sub(r"<style.*?</style>|<[^>]+>", " ", page, flags=re.DOTALL))


NONE, BEFORE, KEPT = (
    "Bisher wurde niemand vorgeschlagen.",
    "Vor der Liste auf dieser Seite wurde niemand vorgeschlagen.",
    "Diese Liste ist gespeichert",
)


def test_a_list_that_is_kept_is_none_of_which_nobody_knows():
    life = mailbox_life()
    picks = nw.recommend(nw.Network.from_records(life, as_of=AS_OF))
    kept = life.with_suggestions(picks, on=AS_OF.date())

    without, with_it = (told(nw.report(each, as_of=AS_OF, language="de")) for each in (life, kept))

    assert BEFORE in without and "Halte fest, wer vorgeschlagen war" in without
    assert BEFORE in with_it and KEPT in with_it
    assert NONE not in without + with_it and KEPT not in without
    assert "seitdem ist nichts bekannt" not in with_it


def test_what_came_of_an_earlier_list_stands_beside_the_one_that_is_kept():
    life = mailbox_life()
    picks = nw.recommend(nw.Network.from_records(life, as_of=AS_OF))
    earlier = life.with_suggestions(picks, on=date(2026, 6, 1))
    again = nw.recommend(nw.Network.from_records(earlier, as_of=AS_OF))
    both = earlier.with_suggestions(again, on=AS_OF.date())

    page = told(nw.report(both, as_of=AS_OF, language="de"))

    assert f"{len(picks)} Personen wurden vorgeschlagen" in page
    assert KEPT in page and BEFORE not in page
    assert "am 1. November 2026 vorgeschlagen" not in page


def test_where_there_is_no_list_nobody_was_suggested():
    page = told(nw.report(records(), as_of=AS_OF, language="de"))

    assert NONE in page and BEFORE not in page


@pytest.mark.parametrize(("keep", "is_kept"), [([], False), (["--keep", "mara.db"], True)])
def test_the_command_tells_its_page_whether_the_list_is_kept(monkeypatch, tmp_path, keep, is_kept):
    monkeypatch.chdir(tmp_path)

    main(["--sample", "--language", "de", *keep, "--report", "mara.html"])

    page = told((tmp_path / "mara.html").read_text(encoding="utf-8"))
    assert (KEPT in page) is is_kept
    assert NONE not in page


def slept(first: float, last: float, again: float, who: str) -> list[nw.Interaction]:
    """In touch every ten days from one day to another, and once more much later."""
    days = [last + 10 * n for n in range(int((first - last) / 10))]
    return [meeting(ago(day), MARA, who) for day in (*days, again)]


def test_who_woke_is_counted_alike_or_it_is_said_why_not():
    goal = nw.Goal(fields=["ux research"], since=(AS_OF - timedelta(days=365)).date())
    # Ben slept before the first day, and Cem fell asleep and woke within the year.
    happened = [*slept(2000, 1600, 30, BEN), *slept(1200, 400, 8, CEM)]
    life = attrs.evolve(records(*happened), goal=goal)
    one = attrs.evolve(records(*slept(2000, 1600, 30, BEN)), goal=goal)

    page, alone = (told(nw.report(each, as_of=AS_OF, language="de")) for each in (life, one))

    assert "1 eingeschlafener Kontakt ist wieder wach" in page
    assert "2 eingeschlafene Kontakte sind wieder wach geworden" in page
    assert "Der Vergleich der beiden Tage oben zählt 1 davon" in page
    assert "Der Vergleich der beiden Tage" not in alone


def test_a_sleep_of_less_than_three_years_is_told_beside_its_rhythm():
    life = records(*slept(1200, 420, 8, CEM))

    page = told(nw.report(life, as_of=AS_OF, language="de"))

    assert "nach über 13 Monaten ohne Kontakt (davor meist im Abstand von 10 Tagen)" in page
    assert "Der Vergleich der beiden Tage oben zählt keinen davon" in page
    assert "nach einem Jahr, wo die Stille achtmal so lang ist" in page


def test_two_ways_to_count_attention_are_told_apart():
    goal = nw.Goal(fields=["ux research"], since=(AS_OF - timedelta(days=365)).date())
    weekly = [
        mail(ago(7 * n + side), *pair)
        for n in range(104)
        for side, pair in enumerate(((MARA, BEN), (BEN, MARA)))
    ]
    life = attrs.evolve(records(*weekly, *slept(700, 20, 5, CEM)), goal=goal)

    page = told(nw.report(life, as_of=AS_OF, language="de"))

    assert "deiner Aufmerksamkeit gehen an deinen engsten Kreis" in page
    assert "Gezählt nach Tagen mit Kontakt: In den letzten 13 Wochen" in page
    assert "der Anteil an der Stärke aller Kontakte" in page


@pytest.fixture(scope="module")
def sample_records() -> nw.Records:
    with sample.sample_exports() as folder:
        known = nw.read_exports(folder, as_of=sample.AS_OF)
    return attrs.evolve(known, goal=nw.Goal(fields=sample.FIELDS))


def test_who_came_and_went_adds_up_to_who_is_there(sample_records):
    steps = nw.timeline(sample_records, as_of=sample.AS_OF)
    came, went, woke = (int(steps.column(n).sum()) for n in ("came", "went", "reconnected"))
    first, last = int(steps[0].contacts.before), int(steps[-1].contacts.after)

    assert first + came - went + woke == last
    assert f"Beginn mit {first} Person" in steps.explain("de")


@pytest.mark.parametrize("formal", [False, True])
@pytest.mark.parametrize("as_of", [AS_OF, AS_OF - timedelta(days=3000)])
def test_the_people_that_are_counted_add_up(sample_records, as_of, formal):
    network = nw.Network.from_records(sample_records, as_of=as_of)
    page = told(nw.report(sample_records, as_of=as_of, language="de", formal=formal))
    you = "Ihnen" if formal else "dir"
    counted = re.search(rf"Die Daten nennen außer {you} (\d+) Menschen: ([^.]+)\.", page)
    whole, parts = counted.groups()
    numbers = [int(n) for n in re.findall(r"\d+", parts)]

    assert sum(numbers) == int(whole) == len(sample_records.contacts) - 1
    assert parts.startswith(f"{len(network.ties_of())} Kontakte von {you}")
    assert f"{whole} Menschen außer dir, " in sample_records.summary("de")
    mine = nw.Records(me=ME, contacts=[sample_records.contact(ME)])
    news = records_change(mine, sample_records, sample_records, 0)
    assert f"{whole} people are new" in news.explain("en")


def test_offices_and_who_is_known_through_others_are_counted_apart():
    office = nw.Contact(key="mailto:info@shop.example", emails=["info@shop.example"])
    known = mailbox_life()
    mine = attrs.evolve(known, contacts=[*known.contacts, office])

    rang = nw.Contact(key="tel:+4922711234", name="Pizzeria Napoli")
    page, more = (
        told(nw.report(each, as_of=AS_OF, language="en"))
        for each in (mine, attrs.evolve(mine, contacts=[*mine.contacts, rang]))
    )

    assert "1 office or shop." in page
    assert "1 office or shop and 1 of whom the data shows nothing else up to that day." in more
    assert "1 office or shop" not in told(nw.report(known, as_of=AS_OF, language="en"))


@pytest.mark.parametrize("discreet", [False, True])
def test_what_is_asked_is_about_the_list_on_the_page(sample_records, discreet):
    network = nw.Network.from_records(sample_records, as_of=sample.AS_OF)
    listed = {pick.contact.key for pick in nw.recommend(network, discreet=discreet)}

    asked = nw.questions(sample_records, as_of=sample.AS_OF, n=50, discreet=discreet)

    for each in asked:
        on_list = len(listed.intersection(contact.key for contact in each.contacts))
        # Of those who may be the boss only the first are named.
        assert each.on_list == on_list or (each.kind is nw.QuestionKind.BOSS and not discreet)
    at_work = "arbeitet dort, wo du arbeitest, und könnte weitererzählen"
    page = told(nw.report(sample_records, as_of=sample.AS_OF, discreet=discreet, language="de"))
    assert (at_work in page) is not discreet


def test_what_stands_beside_a_line_stays_in_the_picture(sample_records):
    network = nw.Network.from_records(sample_records, as_of=sample.AS_OF)

    picture = before_after(nw.recommend(network), language="de")

    for mark in picture.marks:
        if isinstance(mark, Text) and mark.anchor != "end":
            left, _ = picture.place(mark.x, mark.y)
            assert left + mark.dx + text_width(mark.text, mark.size) <= picture.width
