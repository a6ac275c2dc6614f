"""What a notebook shows: read as a browser reads it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

import netzwerkwandel as nw
from builders import AS_OF, BEN, CEM, MARA, ago, mail, mailbox_life, meeting, records
from familiar import familiar
from listed import listed, pick
from netzwerkwandel.show import html
from netzwerkwandel.texts import LANGUAGES, Catalogue, Several, Shown, catalogue
from page import Page


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'; DROP TABLE contacts; --",
    "Tom & Jerry &amp; <b>Spike</b>",
    "&lt;script&gt;",
    "\u202eevil\u200f\u2066",
    "</td></tr></table><a href='https://example.org'>",
    "<!-- ",
    "</bdi></details></summary>",
]
ANA, EVA = "mailto:ana@example.org", "mailto:eva@example.org"
GOAL = nw.Goal(fields=["ux research"], since=date(2026, 1, 1))
COURSE = nw.Experiment(key="course", title="Course", started=date(2026, 6, 1), hours=9, met=[ANA])


def life(language: str | None = None, name: str = "Ben Okafor") -> nw.Records:
    """A mailbox in which everything happens once, with a name of one's choice."""
    known = records(
        mail(ago(2000), MARA, BEN),
        mail(ago(1990), BEN, MARA),
        mail(ago(40), MARA, BEN),
        meeting(ago(90), MARA, ANA, EVA),
        mail(ago(80), EVA, MARA),
    )
    twice = [nw.Contact(key=f"card:{n}", name="Ngozi Eze") for n in (1, 2)]
    people = [nw.Contact(key=BEN, name=name) if c.key == BEN else c for c in known.contacts]
    whole = nw.Records(
        contacts=[*people, *twice],
        interactions=known.interactions,
        experiments=[COURSE],
        me=known.me,
        goal=GOAL,
        language=language,
    ).with_tie(EVA, relations=["friend"], functions=["support"], closeness=0.9, trust=0.9)
    return whole.with_suggestions([BEN], on=(AS_OF - timedelta(days=60)).date())


def shown(known: nw.Records) -> dict[str, Shown]:
    """One of everything that a person meets."""
    network = nw.Network.from_records(known, as_of=AS_OF)
    before = nw.Network.from_records(known, as_of=AS_OF - timedelta(days=365))
    effects = nw.experiment_effects(known, as_of=AS_OF)
    picks, coverage = nw.recommend(network), nw.function_coverage(network)
    with nw.open_storage(":memory:") as storage:
        saved = storage.save(known)
    return {
        "records": known,
        "contact": known.contacts[0],
        "found": known.find("Ben"),
        "network": network,
        "ties": network.ties_of(),
        "all ties": network.ties(),
        "stated": known.ties[0],
        "list": picks,
        "pick": picks[0],
        "introductions": nw.introductions(network, GOAL),
        "change": nw.network_change(before, network),
        "timeline": nw.timeline(known, as_of=AS_OF),
        "coverage": coverage,
        "one function": coverage[nw.Function.SUPPORT],
        "base": nw.safe_base(network),
        "experiment": COURSE,
        "effects": effects,
        "effect": effects[0],
        "planned": nw.rank_experiments([COURSE], effects),
        "suggestion": known.suggestions[0],
        "advice": nw.suggestion_effects(known, as_of=AS_OF),
        "questions": nw.questions(known, as_of=AS_OF),
        "question": nw.questions(known, as_of=AS_OF)[0],
        "duplicates": known.possible_duplicates(),
        "duplicate": known.possible_duplicates()[0],
        "woken": nw.ties_woken(known, as_of=AS_OF),
        "drift": nw.drift_to_core(
            known, goal=GOAL, as_of=AS_OF, rng=np.random.default_rng(1), samples=100
        ),
        "saved": saved,
    }


@cache
def results(language: str | None = None) -> dict[str, Shown]:
    return shown(life(language))


everything = pytest.mark.parametrize("name", results())


# Of everything


@everything
def test_a_notebook_shows_it_in_the_language_of_the_records(name: str):
    value = results("de")[name]

    page = Page(value._repr_html_())

    carries_none = name in {"contact", "stated", "experiment", "suggestion"}
    assert page.language == ("en" if carries_none else "de")
    assert Page(html(value, "de")).language == "de"
    assert page.paragraphs or page.tables


@everything
def test_who_is_addressed_formally_is_so_in_everything(name: str):
    value = results("de-formal")[name]

    for text in (html(value), html(value, "de-formal")):
        assert familiar(re.sub("<[^>]*>", "\n", text)) == []


@everything
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_has_a_caption_and_headings_of_columns_and_rows(name: str, language: str):
    page = Page(html(results()[name], language))

    for table in page.tables:
        assert table.caption
        assert all(table.head)
        assert {len(row) for row in table.rows} == {len(table.head)}
    heads = [
        scope for t in page.tables for scope in (*["col"] * len(t.head), *["row"] * len(t.body))
    ]
    assert page.scopes == heads


@everything
def test_no_address_and_nothing_from_elsewhere_is_in_it(name: str):
    text = html(results()[name]) + repr(results()[name])

    foreign = (
        "@",
        "mailto:",
        "example.org",
        "http",
        "src=",
        "href=",
        "url(",
        "<script",
        "color: #",
    )
    assert [word for word in foreign if word in text] == []


@everything
def test_a_repr_is_one_short_line(name: str):
    text = repr(results()[name])

    assert len(text) <= 200
    assert "\n" not in text


def test_a_name_is_text_in_everything():
    for value in shown(life(name=" ".join(HOSTILE))).values():
        Page(html(value))


def test_a_name_of_a_million_letters_is_cut_everywhere():
    for name, value in shown(life(name="Ben " + "x" * 1_000_000)).items():
        assert len(html(value)) < 60_000, name
        assert len(repr(value)) < 400, name


def test_a_language_that_is_not_there_is_refused():
    with pytest.raises(nw.InvalidArgumentError, match="language must be one of"):
        html(listed(pick("Ana")), "xx")


# The list


def test_a_row_has_the_name_what_it_brings_the_last_contact_and_why():
    page = Page(html(listed(pick("Ana"), pick("Ben", function=None))))

    (table,) = page.tables
    assert table.caption == "2 people to talk to next"
    assert table.head == ["who", "could bring", "last contact", "why"]
    assert table.body[0][:3] == ["Ana", "new ideas", "4 May 2024"]
    assert table.body[0][3].startswith(pick("Ana").explain())
    assert table.body[1][:3] == ["Ben", "7 new people", "4 May 2024"]


def test_it_speaks_german():
    page = Page(html(listed(pick("Ana")), "de"))

    assert page.language == "de"
    assert page.tables[0].head == ["wer", "könnte bringen", "letzter Kontakt", "warum"]
    assert page.tables[0].body[0][:3] == ["Ana", "neue Ideen", "4. Mai 2024"]


def test_a_first_line_waits_behind_a_click():
    page = Page(html(listed(pick("Ana"))))

    assert page.clicks == ["a first line to write"]
    assert page.folded == [pick("Ana").opening()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_below_the_table_stands_the_overview(language: str):
    made = listed(pick("Ana"))

    text = html(made, language)

    assert Page(text).paragraphs == made.explain(language).split("\n")
    assert text.index("</table>") < text.index("<p>")


@attrs.frozen(repr=False, kw_only=True)
class BoldList(nw.Recommendations):
    """A list whose overview is HTML."""

    @override
    def _told(self, texts: Catalogue) -> str:
        return "<b>bold</b>"


def test_the_overview_is_text_too():
    made = listed(pick("Ana"))
    bold = BoldList(**{name: getattr(made, name) for name in attrs.fields_dict(nw.Recommendations)})

    assert Page(html(bold)).paragraphs == ["<b>bold</b>"]


def test_an_empty_list_has_no_table():
    page = Page(html(listed(candidates=0)))

    assert page.tables == []
    assert page.paragraphs[0].startswith("There is nobody to suggest")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_text_and_nothing_else(name: str):
    page = Page(html(listed(pick(name), pick("Ben"))))

    names = page.tables[0].column("who")
    assert names == ["".join(c for c in name if c.isprintable()).strip(), "Ben"]


@given(st.lists(st.text(), min_size=1, max_size=3))
def test_whatever_the_names_the_page_stays_whole(people: list[str]):
    page = Page(html(listed(*map(pick, people))))

    assert [len(row) for row in page.tables[0].body] == [4] * len(people)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_small_life_is_shown_without_addresses(language):
    text = html(nw.recommend(nw.Network.from_records(mailbox_life(), as_of=AS_OF)), language)

    assert [word for word in ("@", "mailto:", "example.org") if word in text] == []


def test_every_function_has_a_name_in_the_table():
    made = listed(*(pick("Ana", function=function) for function in nw.Function))

    assert len(set(Page(html(made)).tables[0].column("could bring"))) == len(nw.Function)


def test_the_order_is_that_of_the_list():
    made = listed(*map(pick, "CAB"))

    def names(picks: nw.Recommendations) -> list[str]:
        return Page(html(picks)).tables[0].column("who")

    assert names(made) == ["C", "A", "B"]
    assert names(attrs.evolve(made, picks=made.picks[::-1])) == ["B", "A", "C"]


# Letters from right to left


def test_a_name_from_right_to_left_stands_apart_in_its_cell_and_in_a_sentence():
    page = Page(html(listed(pick("יעל כהן"))))

    assert page.isolated == ["יעל כהן", "יעל כהן", "יעל"]


def test_only_what_runs_from_right_to_left_is_set_apart_in_a_sentence():
    contact = nw.Contact(key="x", name="Ana", organisation="Ärzte & شركة النور GmbH")

    page = Page(html(contact))

    assert page.isolated == ["Ana", "شركة النور"]
    assert page.tables[0].column("work") == ["Ärzte & شركة النور GmbH"]


# What is long


def people(n: int) -> Several[nw.Contact]:
    return Several.of([nw.Contact(key=f"card:{i}", name=f"N{i}") for i in range(n)], None)


def test_twelve_are_shown_the_others_wait_and_beyond_two_hundred_they_are_counted():
    page = Page(html(people(250)))

    first, others = page.tables
    assert first.caption == "250 people you know"
    assert [row[0] for row in first.body] == [f"N{i}" for i in range(12)]
    assert [row[0] for row in others.body] == [f"N{i}" for i in range(12, 200)]
    assert page.clicks == ["and 238 more"]
    assert page.paragraphs == ["and 50 more"]


def test_twelve_need_no_click():
    assert Page(html(people(12))).clicks == []
    assert Page(html(people(0))).tables == []


def test_a_column_in_which_nothing_stands_is_left_out():
    assert Page(html(people(1))).tables[0].head == ["who"]


def test_records_say_whose_they_are_and_fold_the_rest():
    page = Page(html(results()["records"]))

    assert page.paragraphs[0].startswith("The data of Mara")
    assert page.clicks[-1] == "6 people you know"
    assert "Ngozi Eze" in page.tables[0].column("who")


# What each kind shows


SAYS: dict[str, Callable[[nw.Records], tuple[list[str], list[str]]]] = {
    "network": lambda known: (
        ["who", "last contact", "trust"],
        ["Eva", "Ana", "Ben Okafor"],
    ),
    "ties": lambda known: (
        ["who", "last contact", "trust"],
        ["Ana", "Ben Okafor", "Eva"],
    ),
    "timeline": lambda known: (
        ["until", "in touch", "new", "awake again", "gone quiet", "attention to the inner circle"],
        [],
    ),
    "coverage": lambda known: (
        ["what for", "people", "circles", "who"],
        ["open doors", "support", "orientation", "honest feedback", "new ideas", "new information"],
    ),
    "base": lambda known: (["who", "support"], ["Eva"]),
    "effects": lambda known: (
        ["what", "when", "met", "new", "of other circles", "met again"],
        ["Course"],
    ),
    "advice": lambda known: (["who", "on", "people met"], ["Ben Okafor"]),
    "questions": lambda known: (["question", "why", "answer with"], []),
    "duplicates": lambda known: (["who", "what speaks for it", "how likely"], []),
    "woken": lambda known: (["who", "on", "silent before", "people met"], ["Ben Okafor"]),
    "change": lambda known: (["meaning", "value"], []),
    "planned": lambda known: (["what", "what it may bring"], ["Course"]),
}


@pytest.mark.parametrize("name", SAYS)
def test_each_kind_has_its_columns_and_rows(name: str):
    head, first = SAYS[name](life())

    table = Page(html(results()[name])).tables[0]

    assert [column for column in head if column not in table.head] == []
    if first:
        assert [row[0] for row in table.body] == first


def test_an_effect_of_an_experiment_has_the_figures_of_the_effect():
    effect = results()["effects"][0]

    page = Page(html(effect))

    row = dict(zip(*page.tables[0].rows, strict=True))
    until = catalogue("en").day(effect.until)
    assert effect.experiment.ended is None
    assert row["when"] == f"1 June 2026 – {until}" and f"to {until}:" in effect.explain()
    assert row["met"] == str(len(effect.met)) != "0"
    assert row["new"] == str(len(effect.new))
    assert page.folded == [effect.explain()]


def test_a_tie_without_contact_in_the_data_has_an_empty_cell_and_no_never():
    known = records(mail(ago(3), MARA, BEN), ties=[nw.Tie(a=MARA, b=CEM, relations=["family"])])
    network = nw.Network.from_records(known, as_of=AS_OF)
    table = Page(html(network.ties_of())).tables[0]

    assert "" in table.column("last contact") and "never" not in table.column("last contact")


def test_a_coverage_names_on_whom_a_function_rests():
    table = Page(html(results()["coverage"])).tables[0]

    assert dict(zip(table.column("what for"), table.column("who"), strict=True))["support"] == (
        "only your inner circle: Eva"
    )


def test_figures_are_written_as_in_the_language():
    def values(language: str) -> list[str]:
        table = Page(html(results()["change"], language)).tables[0]
        return [row[1] for row in table.body if "." in row[1] or "," in row[1]]

    assert [value.replace(".", ",") for value in values("en")] == values("de") != []


# Questions are answered without a key


def asked(known: nw.Records, kind: nw.QuestionKind) -> nw.Question:
    if kind is nw.QuestionKind.SAME_PERSON:
        return nw.Question(kind=kind, duplicate=known.possible_duplicates()[0], changes=1.0)
    return next(each for each in nw.questions(known, as_of=AS_OF) if each.kind is kind)


@pytest.mark.parametrize("word", ["talked", "gesprochen", " Talked "])
def test_what_came_of_a_talk_is_told_in_a_word_of_any_language(word: str):
    known = life().with_suggestions([EVA], on=(AS_OF - timedelta(days=100)).date())

    told = asked(known, nw.QuestionKind.OUTCOME).answered(known, word, on=AS_OF.date())

    assert [each.answer for each in told.suggestions if each.contact == EVA] == [nw.Answer.TALKED]


def test_a_talk_needs_its_day():
    known = life().with_suggestions([EVA], on=(AS_OF - timedelta(days=100)).date())

    with pytest.raises(nw.InvalidArgumentError, match="on must be the day"):
        asked(known, nw.QuestionKind.OUTCOME).answered(known, "talked")


@pytest.mark.parametrize("yes", [True, "yes", "ja"])
def test_who_is_one_person_is_said_with_yes(yes: bool | str):
    told = asked(life(), nw.QuestionKind.SAME_PERSON).answered(life(), yes)

    assert len(told.find("Ngozi Eze")) == 1


@pytest.mark.parametrize("no", [False, "no", "nein"])
def test_and_who_is_not_with_no(no: bool | str):
    told = asked(life(), nw.QuestionKind.SAME_PERSON).answered(life(), no)

    assert len(told.find("Ngozi Eze")) == 2
    assert told.possible_duplicates() == ()


def test_where_one_works_is_said_with_a_name():
    told = asked(life(), nw.QuestionKind.EMPLOYER).answered(life(), "Contoso")

    assert told.contact(MARA).organisation == "Contoso"


@pytest.mark.parametrize(
    "said", ["former boss", "frühere Führungskraft", ["client", "former boss"]]
)
def test_how_one_knows_somebody_is_said_with_relations(said: str | list[str]):
    question = asked(life(), nw.QuestionKind.RELATION)

    told = question.answered(life(), said)

    (tie,) = (each for each in told.ties if question.contacts[0].key in (each.a, each.b))
    assert nw.Relation.FORMER_BOSS in tie.relations
    assert len(tie.relations) == (1 if isinstance(said, str) else 2)


def test_the_boss_is_said_with_her_name():
    question = nw.Question(kind=nw.QuestionKind.BOSS, changes=1.0)

    told = question.answered(life(), "Ben Okafor")

    assert [tie.relations for tie in told.ties if BEN in (tie.a, tie.b)] == [{nw.Relation.BOSS}]


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        (nw.QuestionKind.SAME_PERSON, "perhaps"),
        (nw.QuestionKind.RELATION, "enemy"),
        (nw.QuestionKind.EMPLOYER, True),
    ],
)
def test_what_is_no_answer_is_refused(kind: nw.QuestionKind, answer: str | bool):
    with pytest.raises(nw.InvalidArgumentError, match="answer must be"):
        asked(life(), kind).answered(life(), answer)
