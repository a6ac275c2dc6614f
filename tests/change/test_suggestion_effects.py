from __future__ import annotations

from datetime import date, timedelta

import attrs
import pytest

import netzwerkwandel as nw
from builders import ANA, AS_OF, BEN, CEM, DAN, MARA, ago, mail, meeting
from netzwerkwandel.change.suggestion_effect import SuggestionEffects


DAY = AS_OF.date() - timedelta(days=100)
OTHERS = tuple(f"mailto:p{i}@example.org" for i in range(6))
NEW = ("mailto:new1@example.org", "mailto:new2@example.org")
EVERYBODY = (MARA, ANA, BEN, CEM, DAN, *OTHERS, *NEW)


def wrote(days: float, *people: str) -> list[nw.Interaction]:
    return [mail(ago(days), *pair) for p in people for pair in ((MARA, p), (p, MARA))]


def lived(*since: nw.Interaction, **about: object) -> nw.Records:
    """Ana to Dan and six others were in touch once, 900 days ago; Ana and Ben are suggested."""
    before = wrote(900, ANA, BEN, CEM, DAN, *OTHERS)
    # The inner circle is not compared with: somebody has to be it.
    near = [letter for i in range(40) for letter in wrote(3 * i, "mailto:near@example.org")]
    records = nw.Records(
        contacts=[nw.Contact(key=key) for key in (*EVERYBODY, "mailto:near@example.org")],
        interactions=[*before, *near, *since],
        me=MARA,
    )
    return records.with_suggestions([ANA, BEN], on=DAY)


def effects(records: nw.Records) -> SuggestionEffects:
    return nw.suggestion_effects(records, as_of=AS_OF)


def test_who_was_asked_stands_beside_comparable_people_who_never_were() -> None:
    ana, ben = effects(lived())

    assert (ana.contact.key, ben.contact.key) == (ANA, BEN)
    assert len(ana.compared) == len(ben.compared) == 5
    assert not {ANA, BEN, "mailto:near@example.org", *NEW} & {*ana.compared, *ben.compared}
    assert (ana.heard, ana.met, ana.is_asked) == (None, (), False)


def test_what_came_of_both_is_counted_alike() -> None:
    told = lived(
        mail(ago(50), ANA, MARA),
        mail(ago(40), MARA, BEN),  # she wrote, and no answer came
        meeting(ago(30), MARA, ANA, NEW[0]),
        mail(ago(20), *reversed((MARA, CEM))),
        meeting(ago(10), MARA, CEM, NEW[1]),
    )

    made = effects(told)
    ana, ben = made

    assert (ana.heard, ben.heard) == (ago(50).date(), None)
    assert (ana.met, ben.met) == ((NEW[0],), ())
    # Of the five who compare with each one, Cem, was heard of and led to somebody.
    assert CEM in ana.compared
    assert made.heard_share == (0.5, pytest.approx(0.2))
    assert made.met_each == (0.5, pytest.approx(0.2))
    assert made.people == (NEW[0],)


def test_what_is_stated_is_told_as_stated() -> None:
    records = lived().with_answer(
        BEN, "talked", on=DAY + timedelta(days=9), brought=["ideas"], introduced=[NEW[0]]
    )

    made = effects(records)

    assert made.answers[nw.Answer.TALKED] == made.brought[nw.Function.IDEAS] == 1
    assert made.people == (NEW[0],)
    assert made.heard_share[0] == 0.0
    for language, word in (("en", "new ideas once"), ("de", "einmal neue Ideen")):
        assert word in made.explain(language)
        assert "  " not in made.explain(language)


def test_nothing_after_the_moment_is_seen() -> None:
    told = lived(mail(ago(50), ANA, MARA)).with_answer(
        ANA, "talked", on=(AS_OF - timedelta(days=50)).date(), brought=["ideas"]
    )

    early = nw.suggestion_effects(told, as_of=AS_OF - timedelta(days=60))
    before = nw.suggestion_effects(told, as_of=AS_OF - timedelta(days=101))

    assert [(each.heard, each.suggestion.answer) for each in early] == [(None, "open")] * 2
    assert not sum(early.brought.values())
    assert len(before) == 0
    assert before.explain() == "Nobody has been suggested so far."


def test_a_suggestion_of_somebody_without_a_tie_compares_with_nobody() -> None:
    records = attrs.evolve(lived(), suggestions=()).with_suggestions([NEW[1]], on=DAY)

    (effect,) = made = effects(records)

    assert effect.compared == ()
    assert "comparable" not in made.explain()


def test_a_document_for_others_names_nobody_by_an_address() -> None:
    records = lived().with_answer(BEN, "talked", on=date(2026, 10, 1), introduced=[NEW[0]])

    assert "@" not in repr(effects(records).to_dicts())
    assert NEW[0] in repr(effects(records).to_dicts(with_keys=True))


def test_all_of_whom_something_is_known_are_counted_by_what_it_is() -> None:
    records = lived(mail(ago(50), ANA, MARA)).with_suggestions([CEM, DAN], on=DAY)
    told = records.with_answer(BEN, "not now", on=DAY + timedelta(days=9))

    english, german = (effects(told).explain(language).split("\n")[0] for language in ("en", "de"))

    # Of Ana only that she wrote since: that is something, and what came of it is not known.
    assert english == (
        "4 people were suggested; of 2 something is known since. In detail: one put off and one "
        "with contact since."
    )
    assert german.endswith("Im Einzelnen: ein Aufschub und einmal Kontakt seither.")


@pytest.mark.parametrize(
    ("answer", "english", "german"),
    [
        ("open", "nothing is known of it since.", "seitdem ist nichts bekannt."),
        ("none", "no answer came.", "es kam keine Antwort."),
        ("declined", "and declined.", "und hat abgesagt."),
        ("not now", "you have put it off.", "du hast es auf später verschoben."),
        (
            "talked",
            "as you said, you had talked by ",
            "laut deiner Antwort hattet ihr bis zum ",
        ),
    ],
)
def test_what_came_of_each_is_told(answer: str, english: str, german: str) -> None:
    (_, ben) = effects(lived().with_answer(BEN, answer, on=DAY + timedelta(days=9)))

    assert ben.explain("en").startswith("Someone without a name was suggested on ")
    assert english in ben.explain("en")
    assert " wurde am " in ben.explain("de")
    assert german in ben.explain("de")


@pytest.mark.parametrize(
    ("answer", "english", "german"),
    [
        (
            "talked",
            "As you said, you had talked with E… by 1 October 2026.",
            "Mit E… hattest du laut deiner Antwort bis zum 1. Oktober 2026 gesprochen.",
        ),
        ("none", "You asked E…; no answer came.", "Du hast E… gefragt; es kam keine Antwort."),
        ("declined", "You asked E…, and got a refusal.", "Du hast E… gefragt und eine Absage "),
        ("not now", "You put off a talk with E….", "Ein Gespräch mit E… hast du auf später "),
    ],
)
def test_nobody_is_said_to_have_been_suggested_whom_no_list_named(answer, english, german) -> None:
    told = attrs.evolve(lived(), suggestions=())
    told = told.with_contact(CEM, name="Eva").with_answer(CEM, answer, on=date(2026, 10, 1))

    (eva,) = made = effects(told)

    assert eva.explain("en").startswith(english.replace("E…", "Eva"))
    assert eva.explain("de").startswith(german.replace("E…", "Eva"))
    assert made.explain().startswith("One person was suggested, or chosen by you; of 1 something")
    hidden = nw.pseudonymise(told)
    assert [each.is_chosen for each in hidden.suggestions] == [True]


def test_whom_a_talk_led_to_is_told_in_words() -> None:
    later = DAY + timedelta(days=9)
    (_, ben) = effects(lived().with_answer(BEN, "talked", on=later, introduced=NEW))
    (_, one) = effects(lived().with_answer(BEN, "talked", on=later, introduced=NEW[:1]))

    assert ben.explain("en").endswith("It led to 2 new people.")
    assert one.explain("en").endswith("It led to one new person.")
    assert one.explain("de").endswith("Es führte zu einer neuen Person.")


def test_nobody_suggested_is_said() -> None:
    nobody = attrs.evolve(lived(), suggestions=())

    assert effects(nobody).explain("en") == "Nobody has been suggested so far."
    assert effects(nobody).explain("de") == "Bisher wurde niemand vorgeschlagen."


@pytest.mark.parametrize(("ended", "is_told"), [(120, True), (90, True), (80, False)])
def test_exports_that_end_before_or_soon_after_a_suggestion_show_nothing_of_it(
    ended: int, is_told: bool
) -> None:
    known = lived()
    old = [each for each in known.interactions if each.when <= ago(ended)]
    made = effects(attrs.evolve(known, interactions=[*old, mail(ago(ended), MARA, CEM)]))

    english, german = (made.explain(language) for language in ("en", "de"))

    assert made.end == ago(ended).date()
    assert ("what came of 2 suggestions since, newer ones will show" in english) is is_told
    assert ("was aus 2 Vorschlägen wurde, zeigen erst neuere" in german) is is_told
    # No share of what nothing can show.
    assert ("%" in english) is not is_told
    assert (made.heard_share[0] == 0.0) is not is_told


def test_without_anything_that_happened_no_end_is_told() -> None:
    made = effects(attrs.evolve(lived(), interactions=()))

    assert made.end is None
    assert "end on" not in made.explain()
