"""The pages of the site, as far as that can be seen without building it."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

import netzwerkwandel as nw
from netzwerkwandel.sources import tools
from netzwerkwandel.texts import catalogue


ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(page for page in DOCS.rglob("*.md") if "_build" not in page.parts)
TUTORIALS = {
    "de/netzwerk-lesen.md": "en/read-my-network.md",
    "de/wen-anrufen.md": "en/whom-to-call.md",
    "de/was-hat-der-kurs-gebracht.md": "en/what-did-the-course-bring.md",
}


def without_code(text: str) -> str:
    """A page without its blocks of code and its code in a line."""
    return re.sub(
        r"`[^`\n]*`", "", re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    )


def anchors(page: Path) -> set[str]:
    """What a link can lead to on a page: its headings, as they are written in an address."""
    headings = re.findall(
        r"^#+ (.*)$", without_code(page.read_text(encoding="utf-8")), re.MULTILINE
    )
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {heading.replace(" ", "-") for heading in plain}


def broken_links(page: Path) -> list[str]:
    """The links of a page to other files, or into them, that lead nowhere."""
    links = re.findall(r"\]\(([^)\s]+)\)", without_code(page.read_text(encoding="utf-8")))
    broken = []
    for link in links:
        if "://" in link or link.startswith("mailto:"):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)
    return broken


@pytest.mark.parametrize(
    "page",
    [*PAGES, *sorted(ROOT.glob("*.md")), ROOT / "benchmarks" / "README.md"],
    ids=lambda page: page.relative_to(ROOT).as_posix(),
)
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    assert broken_links(page) == []


def test_a_link_that_leads_nowhere_is_found(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Ein Titel\n[a](#ein-titel) [b](#other) [c](gone.md) `[d](code.md)`\n")

    assert broken_links(page) == ["#other", "gone.md"]


def test_every_public_name_is_in_the_reference_once() -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in (DOCS / "reference").glob("*.md"))

    named = re.findall(r"^\.\. (?:auto\w+|py:data):: netzwerkwandel\.(\S+)$", text, re.MULTILINE)
    of_readers = [name for name in named if name.startswith("sources.tools.")]

    modules = {f"show.{name}" if name == "plot" else name for name in ("plot",)}
    expected = [name for name in nw.__all__ if name != "plot"] + ["sources.installed_readers"]
    assert sorted({*named} - {*of_readers}) == sorted([*expected, *modules])
    its_own = [name for name in tools.__all__ if name not in nw.__all__]
    assert sorted(of_readers) == sorted(f"sources.tools.{name}" for name in its_own)


def cells(page: str) -> list[str]:
    text = (DOCS / page).read_text(encoding="utf-8")
    return re.findall(r"^```\{code-cell\} python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("german", TUTORIALS)
def test_a_tutorial_shows_the_same_in_both_languages_with_two_pictures_at_least(
    german: str,
) -> None:
    def pictures(page: str) -> list[str]:
        return [name for cell in cells(page) for name in re.findall(r"nw\.plot\.(\w+)", cell)]

    english = TUTORIALS[german]

    assert len(cells(german)) == len(cells(english))
    assert pictures(german) == pictures(english)
    assert len(pictures(german)) >= 2


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_every_picture_says_in_words_what_it_shows(page: Path) -> None:
    for cell in cells(page.relative_to(DOCS).as_posix()):
        assert "nw.plot." not in cell or "alt: " in cell


def test_every_page_has_a_place_in_the_contents() -> None:
    named = {
        (page.parent / entry).resolve().with_suffix(".md")
        for page in PAGES
        for block in re.findall(
            r"(?ms)^```\{toctree\}\n(.*?)^```$", page.read_text(encoding="utf-8")
        )
        for entry in re.findall(r"(?m)^([\w./-]+)$", block)
    }

    assert [page.name for page in PAGES if page not in named] == ["index.md"]


def test_how_much_better_than_chance_lists_are_is_said_alike_everywhere() -> None:
    """The figures are those of the measure: a hundredth of *excess* is one of a hundred people."""
    measured = (DOCS / "backtest.md").read_text(encoding="utf-8").partition("## As found")[2]
    row = r"^\| recommended \|[^|]*\| [\d.]+ \(\+([\d.]+),"
    gains = sorted(round(100 * float(gain)) for gain in re.findall(row, measured, re.MULTILINE))
    assert len(gains) == 2
    german, english = "{} bis {} mehr mit".format(*gains), "{} to {} more were".format(*gains)

    told = {
        german: [
            (DOCS / "de" / "worum-es-geht.md").read_text(encoding="utf-8"),
            *(catalogue(code).say("report methods true") for code in ("de", "de-formal")),
        ],
        english: [
            (DOCS / "explanation" / "evidence.md").read_text(encoding="utf-8"),
            catalogue("en").say("report methods true"),
        ],
    }
    for words, texts in told.items():
        assert all(words in " ".join(text.split()) for text in texts)


def test_a_german_page_leads_to_german_pages_and_once_to_the_others() -> None:
    pytest.importorskip("sphinx")
    pages = [page.stem for page in sorted((DOCS / "de").glob("*.md"))]
    german = "".join(f'<li class="toctree-l2"><a href="{page}.html">x</a></li>' for page in pages)
    others = '<li class="toctree-l1"><a href="../howto/index.html">How to</a></li>'
    tree = f'<ul><li class="toctree-l1 current"><a href="index.html">x</a><ul>{german}</ul></li>'

    told = runpy.run_path(str(DOCS / "conf.py"))["german_pages_only"](f"{tree}{others * 3}</ul>")

    links = re.findall(r'href="(.*?)"', told)
    assert links == ["index.html", *(f"{page}.html" for page in pages), "../index.html"]
    assert told.count("<ul>") == told.count("</ul>") and told.count("<li") == told.count("</li>")


def test_the_site_is_built_in_ci_and_a_warning_is_an_error() -> None:
    assert re.search(r"sphinx-build .*-W", (ROOT / ".ci" / "run").read_text())
