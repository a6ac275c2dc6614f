from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from pathlib import Path

import attrs
import pytest
from typing_extensions import override

import netzwerkwandel as nw
from builders import ANA, AS_OF, BEN, CEM, DAN, MARA, ago, mail, mailbox_life, meeting, records
from familiar import familiar
from netzwerkwandel.model import Contact
from netzwerkwandel.records import Records
from netzwerkwandel.show.pictures.names import ShortNames
from netzwerkwandel.show.reporting import blocks
from netzwerkwandel.show.reporting.initials import with_initials
from netzwerkwandel.show.reporting.page import GENERATOR
from netzwerkwandel.show.reporting.sections import SOURCES
from netzwerkwandel.texts import LANGUAGES, catalogue


pytest.importorskip("jinja2")

VOID = {"meta", "br", "img", "link", "input", "hr"}
TRIED = {"title": "UX course", "started": date(2026, 6, 1), "met": [BEN], "hours": 20.0}
GOAL = nw.Goal(fields=["ux research"], since=date(2026, 1, 1))


def a_life() -> Records:
    """The small life with last names, a goal, an experiment, and advice that was taken."""
    told = mailbox_life()
    named = [attrs.evolve(c, name=f"{c.name} Okafor-{c.name[::-1].title()}") for c in told.contacts]
    told = attrs.evolve(told, contacts=named, goal=GOAL).with_experiment(**TRIED)
    picks = nw.recommend(nw.Network.from_records(told, as_of=AS_OF))
    told = told.with_suggestions(picks, on=date(2026, 9, 1))
    return told.with_answer(CEM, "talked", on=date(2026, 10, 1), brought=["ideas"])


LIFE = a_life()


class Page(HTMLParser):
    """A page as a reader's program sees it: its elements, and the words in each."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: dict[str, list[str]] = {}
        self.feed(text)
        self.close()
        assert self.open == []

    @override
    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    @override
    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    @override
    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    @override
    def handle_data(self, data):
        if self.open and data.strip():
            self.words.setdefault(self.open[-1], []).append(data.strip())

    @property
    def text(self) -> str:
        """All words that are read, without the style."""
        return "\n".join(w for tag, words in self.words.items() if tag != "style" for w in words)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]


@pytest.fixture(scope="module", params=["en", "de"])
def page(request) -> Page:
    return Page(nw.report(LIFE, as_of=AS_OF, language=request.param))


def test_the_page_has_a_part_for_each_thing_that_is_known(page):
    parts = [each["id"] for each in page.all("section")]

    assert parts == [
        *("list", "network", "coverage", "change", "experiments", "advice", "questions"),
        *("limits", "methods"),
    ]
    assert [each["href"] for each in page.all("a")] == ["#list", *(f"#{part}" for part in parts)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_tells_what_the_library_tells_in_the_same_words(language):
    page = Page(nw.report(LIFE, as_of=AS_OF, language=language))
    network = nw.Network.from_records(LIFE, as_of=AS_OF)
    picks = nw.recommend(network)

    told = [pick.explain(language) for pick in picks]
    told += nw.safe_base(network).explain(language).split("\n")
    told += nw.suggestion_effects(LIFE, as_of=AS_OF).explain(language).split("\n")
    told += nw.experiment_effects(LIFE, as_of=AS_OF)[0].explain(language).split("\n")[1:]
    told += nw.questions(LIFE, as_of=AS_OF, n=1)[0].explain(language).split("\n")
    told += [pick.opening(language).split("\n")[-1] for pick in picks]
    text = page.text.replace("\N{NO-BREAK SPACE}%", " %")
    assert [line for line in told if line not in text] == []
    assert [pick.contact.name for pick in picks] == page.words["bdi"][: len(picks)]


@pytest.mark.parametrize("for_coach", [False, True])
def test_a_formal_page_says_sie_in_every_sentence(for_coach):
    arguments = {"as_of": AS_OF, "for_coach": for_coach}
    asked = nw.report(LIFE, language="de", formal=True, **arguments)

    assert nw.report(attrs.evolve(LIFE, language="de-formal"), **arguments) == asked
    assert familiar(Page(asked).text) == []
    assert len(familiar(Page(nw.report(LIFE, language="de", **arguments)).text)) > 20


def test_first_lines_are_formal_where_it_is_asked_for():
    formal = nw.report(LIFE, as_of=AS_OF, language="de", formal=True)
    picks = nw.recommend(nw.Network.from_records(LIFE, as_of=AS_OF))

    assert all(
        pick.opening("de", formal=True).split("\n")[0] in Page(formal).text for pick in picks
    )


def test_the_records_language_and_goal_are_taken_where_none_is_given():
    german = attrs.evolve(LIFE, language="de")

    assert nw.report(german, as_of=AS_OF) == nw.report(LIFE, as_of=AS_OF, language="de", goal=GOAL)


def test_a_german_page_has_no_english_line():
    german = Page(nw.report(LIFE, as_of=AS_OF, language="de"))
    english = Page(nw.report(LIFE, as_of=AS_OF, language="en"))

    same = set(german.text.split("\n")) & set(english.text.split("\n"))
    names = {contact.name for contact in LIFE.contacts}
    left = {line for line in same if len(re.findall(r"[A-Za-z]{3,}", line)) > 1}
    assert {line for line in left if line not in SOURCES and line not in names} <= {
        line for line in left if all(word in " ".join(names) for word in line.split())
    } | {"UX course"}


def test_it_says_in_which_language_it_is_and_every_picture_says_it_in_words(page):
    language = page.all("html")[0]["lang"]

    assert {each["lang"] for each in page.all("svg")} == {language}
    assert len(page.all("svg")) == len(page.all("desc")) == len(page.all("figcaption")) == 4
    assert page.words["desc"] and all(len(words) > 20 for words in page.words["desc"])


def test_every_id_is_there_once_and_whatever_is_named_by_one_is_there(page):
    ids = Counter(each["id"] for _, each in page.elements if "id" in each)
    named = [name for _, each in page.elements for name in each.get("aria-labelledby", "").split()]

    assert set(ids.values()) == {1}
    assert named and set(named) <= ids.keys()


def test_landmarks_headings_and_tables_can_be_read_aloud(page):
    tags = Counter(tag for tag, _ in page.elements)

    assert [tags[tag] for tag in ("header", "nav", "main", "footer", "h1")] == [1] * 5
    assert all(each.get("scope") in {"col", "row"} for each in page.all("th"))
    assert tags["caption"] == tags["table"]
    assert all(each["role"] == "region" and each["aria-label"] for each in page.all("div"))


def test_nothing_comes_from_outside_and_nothing_runs(page):
    tags = {tag for tag, _ in page.elements}
    attributes = {name for _, each in page.elements for name in each}

    assert not tags & {"script", "img", "link", "iframe", "object", "form", "base", "image", "use"}
    assert not attributes & {"src", "style", "srcset", "action", "xlink:href"}
    assert not [name for name in attributes if name.startswith("on")]
    assert all(each["href"].startswith("#") for each in page.all("a"))


def test_the_policy_admits_the_one_style_and_nothing_else():
    text = nw.report(LIFE, as_of=AS_OF)
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()

    policy = Page(text).all("meta")[1]["content"]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert not re.search(r"url\(|@import|expression", style)


def test_no_address_is_on_the_page(page):
    assert "@example" not in page.text and "mailto:" not in page.text


# For a coach


@pytest.fixture(scope="module", params=["en", "de"])
def coached(request) -> tuple[str, str]:
    return request.param, nw.report(LIFE, as_of=AS_OF, language=request.param, for_coach=True)


def test_a_coach_reads_initials_and_no_name(coached):
    _, text = coached

    assert not [c.name for c in LIFE.contacts if c.name in text]
    assert not re.search(r"\b(Okafor|Mara|Cem|Ana|Ben|Eva|Dan|Finn)\b", text)
    assert "C. O." in text and "@example" not in text


def test_a_coach_reads_no_name_in_a_title_or_an_employer_and_tells_apart_whom_she_reads_of():
    names = {CEM: "Malte Jahn", BEN: "Mia Jost", ANA: "Selma Kurz"}
    people = [Contact(key=k, name=n, organisation="Jahn & Kurz GmbH") for k, n in names.items()]
    old = [
        mail(ago(1500 + i), *pair)
        for i in range(9)
        for k in names
        for pair in ((MARA, k), (k, MARA))
    ]
    told = records(*old, people=people).with_experiment(
        title="Kaffee mit Selma und Malte", started=date(2026, 9, 1), met=[ANA]
    )

    text = nw.report(told, as_of=AS_OF, for_coach=True, language="de")

    assert not re.search("Malte|Jahn|Mia|Jost|Selma|Kurz", text)
    assert "Kaffee mit S. und M." in text and "J. &amp; K. GmbH" in text
    assert "M. J." in text and "M. J. 2" in text


def test_on_the_page_of_a_coach_one_person_has_one_mark_everywhere():
    # Of several people of one name, and one of the same initials, each is another; and so is who
    # is called as the mark of one of them.
    names = {ANA: "Uwe Thelen", BEN: "Uwe Thelen", CEM: "Uwe Thelen", DAN: "Ute Tamm"}
    names["mailto:zoe@example.org"] = "U. T."
    people = [Contact(key=key, name=name) for key, name in names.items()]
    old = [
        mail(ago(1500 - 90 * n + i), *pair)
        for n, key in enumerate(names)
        for i in range(9 + 2 * n)
        for pair in ((MARA, key), (key, MARA))
    ]
    told = records(*old, people=[*people, Contact(key=MARA, name="Mara Vogt")])
    apart = [(a, b) for a in names for b in names if a < b]
    told = attrs.evolve(told, kept_apart=apart)
    listed = [pick.contact.key for pick in nw.recommend(nw.Network.from_records(told, as_of=AS_OF))]

    page = nw.report(told, as_of=AS_OF, for_coach=True, language="de")

    mark = {key: "U. T." if n == 1 else f"U. T. {n}" for n, key in enumerate(sorted(names), 1)}
    articles = re.findall(r"<article.*?</article>", page, flags=re.DOTALL)
    assert len(listed) == len(articles) == 5
    for place, (key, article) in enumerate(zip(listed, articles, strict=True), 1):
        assert set(re.findall(r"U\. T\.(?: \d)?", article)) == {mark[key]}
        assert f"{mark[key]} ({place})" in page
    assert set(re.findall(r"U\. T\.(?: \d)*", page)) == set(mark.values())


@pytest.mark.parametrize(("language", "title"), [("en", "My network"), ("de", "Mein Netzwerk")])
def test_the_page_of_an_owner_without_a_name_names_nobody(language: str, title: str):
    people = [Contact(key="me:"), Contact(key=BEN, name="Ben")]
    nameless = Records(contacts=people, interactions=[mail(ago(3), "me:", BEN)], me="me:")

    page = nw.report(nameless, as_of=AS_OF, language=language)

    assert f"<h1>{title}</h1>" in page
    assert catalogue(language).say("nameless") not in page


def test_in_initials_there_is_no_title_and_behind_the_owners_own_no_number():
    people = [Contact(key=MARA, name="Mara Vogt"), Contact(key=ANA, name="Dr. Max Veit")]
    old = [mail(ago(1500 + i), *pair) for i in range(9) for pair in ((MARA, ANA), (ANA, MARA))]

    text = nw.report(records(*old, people=people), as_of=AS_OF, for_coach=True, language="de")

    assert "M. V.: mein Netzwerk" in text and "M. V. 2" in text
    assert "D. M." not in text


def test_a_sentence_that_ends_with_initials_has_one_full_stop():
    people = [Contact(key=MARA, name="Mara Vogt"), Contact(key=ANA, name="Ana Berg")]
    names = ShortNames.of(people, catalogue("de"), initials=True)
    page = blocks.Page(
        language="de",
        title="Mit Ana Berg. Sie",
        subtitle="Platz 1: A. B..",
        contents_word="usw. ...",
        skip_word="",
        scroll_word="",
        made_by="",
        sections=(),
    )

    told = with_initials(page, records(people=people), names)

    assert (told.title, told.subtitle) == ("Mit A. B. Sie", "Platz 1: A. B.")
    assert told.contents_word == "usw. ..."


def test_what_was_read_is_called_by_its_name_in_the_language():
    book = nw.SourceReport(kind="google contacts", where="contacts.csv", read=1, used=1)
    told = attrs.evolve(LIFE, reports=[book])

    text = Page(nw.report(told, as_of=AS_OF, language="de")).text

    assert "Google Kontakte" in text and "google contacts" not in text
    assert catalogue("de").say("limit google contacts").split(":")[0] in text


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "1 file: of no known kind: .txt 1 (Anna Okafor.txt)"),
        ("de", "1 Datei: von keiner bekannten Art: .txt 1 (Anna Okafor.txt)"),
    ],
)
def test_what_was_not_read_and_which_figures_lean_is_told_and_no_file_to_a_coach(
    language: str, told: str
):
    mails = [mail(ago(10 + n), CEM, MARA) for n in range(30)]
    unread = nw.Problem("1 file", "of no known kind: .txt 1 (Anna Okafor.txt)")
    reports = [
        nw.SourceReport(kind="mail", where="a.mbox", read=30, used=30),
        nw.SourceReport(kind="files", where="other files", read=1, problems=[unread]),
    ]
    life = attrs.evolve(records(*mails), reports=reports, language=language)
    own, coached = (
        Page(nw.report(life, as_of=AS_OF, for_coach=for_coach)).text for for_coach in (False, True)
    )

    assert told in own and "Okafor" not in coached
    bias = catalogue(language).say("bias no sent mail")
    assert bias in own and bias in coached


def test_a_coach_reads_no_name_that_an_address_spells():
    old = [mail(ago(1500 + i), *pair) for i in range(9) for pair in ((MARA, CEM), (CEM, MARA))]
    nameless = Contact(key=CEM, emails=["selma.kurz@example.org"])

    text = nw.report(records(*old, people=[nameless]), as_of=AS_OF, for_coach=True)

    assert not re.search("selma|kurz", text, re.IGNORECASE) and "S. K." in text


def own_and_coached(*people: Contact) -> list[str]:
    """What she reads and what her coach does of people who have been silent for years."""
    mails = [
        mail(ago(1500 + i), *pair)
        for i in range(9)
        for who in people
        for pair in ((MARA, who.key), (who.key, MARA))
    ]
    life = records(*mails, people=people).keep_apart(*people) if people[1:] else records(*mails)
    life = attrs.evolve(life, contacts=[*people, *(c for c in life.contacts if c.key == MARA)])
    return [Page(nw.report(life, as_of=AS_OF, for_coach=is_it)).text for is_it in (False, True)]


def test_two_of_one_name_are_told_apart_and_a_coach_reads_their_numbers():
    own, coached = own_and_coached(
        Contact(key=BEN, name="Uwe Thelen", emails=["uwe@webpost.example"]),
        Contact(key=CEM, name="Uwe Thelen", organisation="Stadt Bergheim"),
    )

    assert "Uwe Thelen (Stadt Bergheim)" in own and "Uwe Thelen (webpost.example)" in own
    assert "U. T. 2" in coached
    assert not re.search(r"Thelen|webpost|U\. T\.( 2)? \(\D", coached)


def test_a_coach_reads_nothing_of_a_number_by_which_its_owner_finds_somebody():
    own, coached = own_and_coached(Contact(key="tel:+491703334445"))

    assert "Number …4445" in own and "333" not in own
    assert "N. N." in coached and "4445" not in coached


def test_a_coach_has_questions_for_the_talk_and_no_lines_to_send(coached):
    language, text = coached
    page = Page(text)

    assert "talk" in [each["id"] for each in page.all("section")]
    assert catalogue(language).say("report talk step") in page.text
    assert page.all("blockquote") == []


def test_of_two_people_with_the_same_initials_a_coach_is_not_asked_who_is_one():
    twins = [Contact(key=key, name="Ben Okafor") for key in (BEN, CEM)]
    old = [mail(ago(1500 + i), *pair) for i in range(9) for pair in ((MARA, CEM), (BEN, MARA))]
    told = records(*old, people=twins)

    mine, coached = (nw.report(told, as_of=AS_OF, for_coach=who) for who in (False, True))

    assert "One person, or several?" in mine
    assert "One person, or several?" not in coached


# Whatever stands in the data


HARD = [
    "<script>alert(1)</script>",
    "Ben & <b>Co</b>",
    'Ben" onmouseover="x',
    "{{ 7 * 7 }} {% raw %}",
    "Ben\u202ekrofakO",
    "מרים לוי",
    "x" * 10**6,
    "Ben\x00\x1b[31m",
]


@pytest.mark.parametrize("name", HARD, ids=range(len(HARD)))
@pytest.mark.parametrize("for_coach", [False, True])
def test_a_name_is_text_and_no_markup_and_not_too_long(name, for_coach):
    people = [
        Contact(key=key, name=name, organisation=name, position=name, phones=["+49 30 1"])
        for key in (ANA, BEN, CEM)
    ]
    old = [mail(ago(1500 + i), *pair) for i in range(30) for pair in ((MARA, CEM), (CEM, MARA))]
    told = records(*old, meeting(ago(50), MARA, ANA, BEN), people=people)
    told = told.with_experiment(title=name, started=date(2026, 9, 1))

    text = nw.report(told, as_of=AS_OF, for_coach=for_coach)

    page = Page(text)
    assert not page.all("script") and not page.all("b")
    assert "\u202e" not in text and "\x1b" not in text and "49" not in page.all("title")
    assert len(text) < 150_000


def test_a_name_from_right_to_left_is_set_apart_in_every_sentence():
    name = "מרים לוי"
    old = [mail(ago(1500 + i), *pair) for i in range(30) for pair in ((MARA, CEM), (CEM, MARA))]
    told = records(*old, people=[Contact(key=CEM, name=name)])

    text = nw.report(told, as_of=AS_OF)

    sentences = re.findall(rf"<p>.*{name}.*</p>", text)
    assert sentences
    assert all(line.count(f"<bdi>{name}</bdi>") == line.count(name) for line in sentences)


def test_there_is_a_page_where_there_is_nobody():
    alone = Records(contacts=[Contact(key="me", name="Mara")], me="me")

    page = Page(nw.report(alone, as_of=AS_OF, language="de"))

    assert "Es gibt niemanden vorzuschlagen" in page.text


def test_records_of_nobody_are_refused():
    with pytest.raises(nw.InvalidArgumentError, match="owner"):
        nw.report(Records(), as_of=AS_OF)


def test_the_same_records_give_the_same_page():
    assert nw.report(LIFE, as_of=AS_OF) == nw.report(LIFE, as_of=AS_OF)


@pytest.mark.slow
def test_of_three_thousand_contacts_the_page_is_below_two_megabytes():
    keys = [f"mailto:p{i:04}@example.org" for i in range(3000)]
    people = [Contact(key=key, name=f"Ana{i} Okafor") for i, key in enumerate(keys)]
    mails = [
        mail(ago(3 + 7 * i % 3000), *pair)
        for i, key in enumerate(keys)
        for pair in ((MARA, key), (key, MARA))
    ]
    told = records(*mails, people=people)

    plain, coached = (nw.report(told, as_of=AS_OF, for_coach=who) for who in (False, True))

    assert len(plain.encode()) < 2_000_000 and len(coached.encode()) < 2_000_000
    assert "Okafor" not in coached


# The file


def test_a_page_is_written_and_an_earlier_one_replaced(tmp_path: Path):
    path = tmp_path / "mara.html"

    first = nw.report(LIFE, as_of=AS_OF, path=path, language="en")
    second = nw.report(LIFE, as_of=AS_OF, path=str(path), language="de")

    assert first != second
    assert path.read_text(encoding="utf-8") == second
    assert [*tmp_path.iterdir()] == [path]
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("there", ["a letter", "<html>", ""])
def test_a_file_that_is_no_report_is_left_alone(tmp_path: Path, there: str):
    path = tmp_path / "mara.html"
    path.write_text(there)

    with pytest.raises(nw.InvalidArgumentError, match="no report"):
        nw.report(LIFE, as_of=AS_OF, path=path)

    assert path.read_text() == there


def test_a_folder_is_no_place_for_a_page(tmp_path: Path):
    with pytest.raises(nw.InvalidArgumentError, match="no report"):
        nw.report(LIFE, as_of=AS_OF, path=tmp_path)
    with pytest.raises(nw.NotFoundError, match="folder"):
        nw.report(LIFE, as_of=AS_OF, path=tmp_path / "missing" / "mara.html")


def test_what_cannot_be_written_leaves_what_was_there(tmp_path: Path, monkeypatch):
    path = tmp_path / "mara.html"
    before = nw.report(LIFE, as_of=AS_OF, path=path)

    def fails(number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fails)
    with pytest.raises(nw.InvalidArgumentError, match="No space left"):
        nw.report(LIFE, as_of=AS_OF, path=path, language="de")

    assert path.read_text(encoding="utf-8") == before
    assert [*tmp_path.iterdir()] == [path]


def test_the_mark_of_a_report_stands_at_its_beginning():
    text = nw.report(LIFE, as_of=datetime(2026, 11, 1, tzinfo=UTC))

    assert 0 < text.index(GENERATOR) < 1_000


def test_without_jinja_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "jinja2", None)

    with pytest.raises(nw.MissingExtraError, match=r"netzwerkwandel\[report\]"):
        nw.report(LIFE, as_of=AS_OF)


def test_without_matplotlib_the_extra_is_named_and_a_report_has_its_pictures(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "matplotlib.figure", None)

    with pytest.raises(nw.MissingExtraError, match=r"netzwerkwandel\[plot\]"):
        nw.plot.egogram(nw.Network.from_records(LIFE, as_of=AS_OF))
    assert nw.report(LIFE, as_of=AS_OF).count("<svg") == 4
