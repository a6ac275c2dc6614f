"""The report of the sample in a real browser: Chromium, and axe-core for what can be accessed.

Skipped where there is no Chromium, or where NETZWERKWANDEL_TEST_AXE names no axe.min.js;
``.ci/browser`` installs both.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import attrs
import pytest

import netzwerkwandel as nw
from browser import CHROMIUM, Browser, browser
from netzwerkwandel import sample


pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here"),
]
AXE = os.environ.get("NETZWERKWANDEL_TEST_AXE")
PAGES = ("en", "de", "coach")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The report of the sample in both languages, and for a coach, with advice that was taken."""
    with sample.sample_exports() as folder:
        records = nw.read_exports(folder, as_of=sample.AS_OF)
    for told in sample.EXPERIMENTS:
        records = records.with_experiment(**told)
    goal = nw.Goal(fields=sample.FIELDS, since=date(2025, 9, 1))
    records = attrs.evolve(records, goal=goal)
    picks = nw.recommend(nw.Network.from_records(records, as_of=sample.AS_OF))
    day = sample.AS_OF.date()
    records = records.with_suggestions(picks, on=day)
    records = records.with_answer(picks[0].contact, "talked", on=day, brought=["feedback"])
    folder = tmp_path_factory.mktemp("reports")
    for name in PAGES:
        language, for_coach = ("de", True) if name == "coach" else (name, False)
        path = folder / f"{name}.html"
        nw.report(records, as_of=sample.AS_OF, path=path, language=language, for_coach=for_coach)
    return {name: folder / f"{name}.html" for name in PAGES}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as opened:
        yield opened


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_asked_for_and_nothing_is_complained_about(chromium, pages, name):
    chromium.look(1280)
    chromium.open(pages[name])

    assert chromium.requests() == [pages[name].as_uri()]
    assert chromium.complaints() == []
    assert chromium.evaluate("document.querySelectorAll('svg').length") == 4


def test_the_policy_forbids_what_a_page_should_not_do(chromium, pages, tmp_path):
    text = pages["de"].read_text(encoding="utf-8")
    harmed = tmp_path / "harmed.html"
    harm = '<script>document.title = "harmed"</script><img src="https://example.org/x.png">'
    harmed.write_text(text.replace("</main>", f"{harm}</main>"), encoding="utf-8")

    chromium.open(harmed)

    assert chromium.evaluate("document.title") == "Mara Vogt: mein Netzwerk"
    assert len([each for each in chromium.complaints() if "Content Security Policy" in each]) == 2


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_as_wide_as_the_screen(chromium, pages, name, width):
    chromium.look(width)
    chromium.open(pages[name])

    assert chromium.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.skipif(AXE is None, reason="NETZWERKWANDEL_TEST_AXE names no axe.min.js")
@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("width", "dark"), [(390, False), (1280, False), (1280, True)])
def test_axe_finds_nothing(chromium, pages, name, width, dark):
    chromium.look(width, dark=dark)
    chromium.open(pages[name])
    chromium.evaluate(Path(AXE).read_text(encoding="utf-8"))

    found = chromium.evaluate(
        "axe.run().then(r => r.violations.map(v => [v.id, ...v.nodes.map(n => n.html)]))"
    )

    assert found == []


def test_dark_and_light_are_what_the_device_asks_for(chromium, pages):
    chromium.open(pages["en"])
    colour = "getComputedStyle(document.body).backgroundColor"

    chromium.look(1280)
    light = chromium.evaluate(colour)
    chromium.look(1280, dark=True)
    dark = chromium.evaluate(colour)
    chromium.look(1280, dark=True, paper=True)
    paper = chromium.evaluate(colour)

    assert (light, dark, paper) == ("rgb(255, 255, 255)", "rgb(21, 24, 28)", "rgb(255, 255, 255)")


@pytest.mark.parametrize("name", PAGES)
def test_it_prints_on_a4_in_few_pages(chromium, pages, name):
    chromium.look(1280, paper=True)
    chromium.open(pages[name])

    printed = chromium.pdf()

    assert b"/MediaBox [0 0 594.95996 841.91998]" in printed or b"/MediaBox [0 0 595" in printed
    assert 6 <= printed.count(b"/Type /Page\n") <= 16


def test_every_heading_is_one_step_below_the_one_before_and_every_place_is_there(chromium, pages):
    chromium.open(pages["de"])

    levels = chromium.evaluate(
        "[...document.querySelectorAll('h1, h2, h3, h4')].map(h => +h.tagName[1])"
    )
    missing = chromium.evaluate(
        "[...document.querySelectorAll('a')].filter(a => !document.querySelector(a.hash)).length"
    )

    assert levels[0] == 1 and levels.count(1) == 1
    assert all(below <= above + 1 for above, below in itertools.pairwise(levels))
    assert missing == 0


@pytest.mark.parametrize("name", PAGES)
def test_on_a_phone_the_letters_of_a_picture_can_be_read_and_it_is_said_that_it_scrolls(
    chromium, pages, name
):
    # The numbers in the marks of those on the list are smaller, and stand below it, too.
    letters = """[...document.querySelectorAll('svg text')]
        .filter(t => t.textContent.length > 2)
        .map(t => parseFloat(getComputedStyle(t).fontSize) * t.getScreenCTM().a)"""
    hints = "[...document.querySelectorAll('.more')].filter(p => p.offsetHeight > 0).length"
    frames = "[...document.querySelectorAll('.wide')].map(w => w.scrollWidth > w.clientWidth)"

    chromium.look(390)
    chromium.open(pages[name])
    assert min(chromium.evaluate(letters)) >= 10.9
    assert all(chromium.evaluate(frames))
    assert chromium.evaluate(hints) == len(chromium.evaluate(frames))

    chromium.look(1280)
    assert not any(chromium.evaluate(frames))
    assert chromium.evaluate(hints) == 0
