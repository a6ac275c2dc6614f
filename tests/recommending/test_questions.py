from __future__ import annotations

from datetime import timedelta

import attrs
import pytest

import netzwerkwandel as nw
from builders import ANA, AS_OF, MARA, ago, mail
from netzwerkwandel.recommending import Question, QuestionKind, Questions
from netzwerkwandel.texts import LANGUAGES


ME = nw.Contact(key=MARA, name="Mara Vogt", organisation="Contoso")


def wrote(days: float, *people: str) -> list[nw.Interaction]:
    return [mail(ago(days), *pair) for p in people for pair in ((MARA, p), (p, MARA))]


def lived(*people: nw.Contact, me: nw.Contact = ME, **more: object) -> nw.Records:
    """Everybody was in touch long ago, and knows somebody whom Mara does not."""
    letters = [
        *wrote(900, *(each.key for each in people)),
        *(mail(ago(800), each.key, f"{each.key}.org") for each in people),
    ]
    others = [nw.Contact(key=f"{each.key}.org") for each in people]
    return nw.Records(contacts=[me, *people, *others], interactions=letters, me=MARA, **more)


def asked(records: nw.Records, n: int = 12) -> Questions:
    return nw.questions(records, n=n, as_of=AS_OF)


def named(*names: str) -> list[nw.Contact]:
    return [nw.Contact(key=f"mailto:{n.split()[0].lower()}@x.example", name=n) for n in names]


def test_what_came_of_it_is_asked_first_and_whoever_is_on_the_list_before_others() -> None:
    people = named("Ana Berg", "Ben Okafor")
    records = lived(*people)
    day = AS_OF.date() - timedelta(days=60)
    records = records.with_suggestions(people, on=day)
    records = attrs.evolve(
        records, interactions=[*records.interactions, mail(ago(40), people[1].key, MARA)]
    )

    first, *rest = asked(records)

    assert (first.kind, first.contacts[0].name) == (QuestionKind.OUTCOME, "Ben Okafor")
    assert first.suggestion in records.suggestions
    assert first.changes == max(each.changes for each in (first, *rest))
    assert QuestionKind.OUTCOME not in {each.kind for each in rest}
    told = records.with_answer("Ben Okafor", "talked", on=AS_OF.date())
    assert QuestionKind.OUTCOME not in {each.kind for each in asked(told)}


def test_what_happens_after_the_moment_is_not_asked_about() -> None:
    people = named("Ana Berg")
    records = lived(*people).with_suggestions(people, on=AS_OF.date() - timedelta(days=60))
    later = mail(ago(-9), people[0].key, MARA)
    records = attrs.evolve(records, interactions=[*records.interactions, later])

    assert QuestionKind.OUTCOME not in {each.kind for each in asked(records)}


def test_who_is_one_person_is_asked_of_those_on_the_list_before_others() -> None:
    twice = [nw.Contact(key=f"mailto:ngozi@{at}.example", name="Ngozi Eze") for at in "ab"]

    (question,) = (q for q in asked(lived(*twice)) if q.kind is QuestionKind.SAME_PERSON)

    assert question.on_list == 1
    assert {c.key for c in question.duplicate.contacts} == {each.key for each in twice}
    assert "One of them is on your list of one;" in question.explain()


def test_a_boss_is_asked_for_where_colleagues_are_known_and_not_again_once_it_is_said() -> None:
    boss = nw.Contact(key=ANA, name="Ana Berg", organisation="contoso")
    records = lived(boss, *named("Ben Okafor"))

    (question,) = (q for q in asked(records) if q.kind is QuestionKind.BOSS)

    assert (question.contacts, question.on_list) == ((boss,), 1)
    assert "Ana Berg or somebody else" in question.explain()
    told = records.with_tie("Ana Berg", relations=["boss"])
    assert QuestionKind.BOSS not in {each.kind for each in asked(told)}


def test_where_one_works_is_asked_where_nothing_shows_it() -> None:
    nobody_knows = attrs.evolve(ME, key=MARA, organisation="", emails=["mara@gmail.com"])
    unknown = nw.Records(
        contacts=[attrs.evolve(nobody_knows, key="me:"), *named("Ben Okafor")],
        ties=[nw.Tie(a="me:", b="mailto:ben@x.example")],
        me="me:",
    )

    assert QuestionKind.EMPLOYER in {each.kind for each in asked(unknown)}
    assert QuestionKind.EMPLOYER not in {each.kind for each in asked(lived(*named("Ben Okafor")))}


def test_how_one_knows_somebody_is_asked_until_it_is_said() -> None:
    records = lived(*named("Ana Berg", "Ben Okafor"))
    stated = records.with_tie("Ana Berg", relations=["client"])

    def of(some: nw.Records) -> set[str]:
        return {q.contacts[0].name for q in asked(some) if q.kind is QuestionKind.RELATION}

    assert of(records) == {"Ana Berg", "Ben Okafor"}
    assert of(stated) == {"Ben Okafor"}


def test_how_one_knows_somebody_is_not_asked_where_a_course_or_a_talk_says_it() -> None:
    ana, ben, cem = named("Ana Berg", "Ben Okafor", "Cem Kaya")
    course = {"title": "UX course", "started": AS_OF.date() - timedelta(days=900)}
    records = lived(ana, ben, cem).with_experiment(**course, met=["Ana Berg"])
    day = AS_OF.date() - timedelta(days=60)
    records = records.with_answer("Cem Kaya", "talked", on=day, introduced=["Ben Okafor"])

    asked_of = {q.contacts[0].name for q in asked(records) if q.kind is QuestionKind.RELATION}

    assert asked_of.isdisjoint({"Ana Berg", "Ben Okafor"})


@pytest.mark.slow
def test_who_would_come_onto_the_list_by_an_answer_is_asked_about() -> None:
    # Twelve alike: ten are listed, and the other two might be, were they trusted colleagues.
    names = [f"{first} {last}" for first in ("Ana", "Ben", "Cem") for last in "ABCD"]
    people = [nw.Contact(key=f"card:{i:02}", name=name) for i, name in enumerate(names)]

    life = lived(*people)
    every = asked(life, n=50)
    questions = [q for q in every if q.kind is QuestionKind.RELATION]

    picks = nw.recommend(nw.Network.from_records(life, as_of=AS_OF))
    listed = {pick.contact.key for pick in picks}
    others = {person.key for person in people} - listed
    assert {q.contacts[0].key for q in questions if not q.on_list} <= others
    assert {q.contacts[0].key for q in questions if q.on_list} == listed
    assert asked(life, n=3) == every[:3]
    shorter = nw.questions(life, n=50, as_of=AS_OF, listed=3)
    assert sum(question.on_list for question in shorter) == 3


def question(kind: str, *contacts: nw.Contact, **more: object) -> Question:
    return Question(kind=QuestionKind(kind), contacts=contacts, changes=0.7, **more)


def test_what_is_asked_for_one_reason_is_asked_together_and_the_reason_said_once() -> None:
    ana, ben, cem = named("Ana Berg", "Ben Okafor", "Cem Kaya")
    alike = [question("relation", each, on_list=1, listed=15) for each in (ana, ben)]
    several = Questions([*alike, question("employer"), question("relation", cem, listed=15)])

    assert several.explain() == (
        "How do you know Ana Berg and Ben Okafor? Where they stand on your list of 15, and what "
        "for, depends on it.\n"
        "Where do you work now? Then a discreet list can leave out everybody through whom it could "
        "be known there that you are looking for something new.\n"
        "How do you know Cem Kaya? If it is somebody you trust from earlier work, Cem Kaya belongs "
        "on your list of 15."
    )
    assert "Woher kennst du Ana Berg und Ben Okafor? " in several.explain("de")


@pytest.mark.parametrize(
    ("language", "two", "three"),
    [
        ("en", "and both are on your list", "and all of them are on your list"),
        ("de", "und beide stehen auf deiner Liste", "und alle stehen auf deiner Liste"),
        ("de-formal", "und beide stehen auf Ihrer Liste", "und alle stehen auf Ihrer Liste"),
    ],
)
def test_two_are_both_and_not_all(language: str, two: str, three: str) -> None:
    people = named("Ana Berg", "Ben Okafor", "Cem Kaya")
    alike = [attrs.evolve(question("relation", each, on_list=1), changes=0.1) for each in people]

    assert two in Questions(alike[:2]).explain(language)
    assert three in Questions(alike).explain(language)


def test_who_is_one_person_is_asked_of_each_and_the_reason_said_once() -> None:
    names = [("Ngozi Eze", at) for at in "ab"] + [("Aylin Demir", at) for at in "ab"]
    twice = [
        nw.Contact(key=f"mailto:{n.split()[0].lower()}@{at}.example", name=n) for n, at in names
    ]

    told = asked(lived(*twice)).explain()

    assert told.count("One person, or several?") == 2
    assert told.count("your list of 2") == 1


def test_the_size_of_the_list_is_that_of_whom_it_names() -> None:
    for each in asked(lived(*named("Ana Berg", "Ben Okafor"))):
        assert "of 10" not in each.explain()
        assert each.listed == 2


def test_the_size_of_the_list_is_told() -> None:
    (question, *_) = nw.questions(lived(*named("Ben Okafor")), as_of=AS_OF, listed=1)

    assert question.explain().endswith("on your list of one, and what for, depends on it.") or (
        question.explain().endswith("is on your list of one.")
    )
    assert "Liste mit einem Menschen" in question.explain("de")


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_each_question_says_why_it_is_asked(language: str) -> None:
    twice = [nw.Contact(key=f"mailto:ngozi@{at}.example", name="Ngozi Eze") for at in "ab"]
    boss = nw.Contact(key=ANA, name="Ana Berg", organisation="contoso")
    for question in asked(lived(boss, *twice, *named("Ben Okafor"))):
        text = question.explain(language)
        assert "?" in text
        assert text.endswith(".")
        assert "@" not in text
        assert "@" not in repr(question.to_dict())


def test_nobody_at_all_is_asked_about_nothing() -> None:
    assert asked(nw.Records(contacts=[ME], me=MARA)) == ()


@pytest.mark.parametrize(
    ("said", "discreet", "is_asked"),
    [
        ("Rohrbach Bau", True, False),
        ("rohrbach bau gmbh", True, False),
        ("Rohrbach-Bau", True, False),
        ("Rohrbch Bau", False, True),
        ("Rohrbach", False, True),
        ("Contoso", True, True),
        ("Contoso", False, False),
        ("freiberuflich", True, False),
    ],
)
def test_an_employer_that_is_nobody_elses_is_asked_for_again(said, discreet, is_asked) -> None:
    tim = nw.Contact(key=ANA, name="Tim Berg", organisation="Rohrbach Bau")
    records = lived(tim, me=attrs.evolve(ME, organisation=said))

    again = [
        q
        for q in nw.questions(records, as_of=AS_OF, discreet=discreet)
        if q.kind is QuestionKind.EMPLOYER
    ]

    assert len(again) == is_asked
    for question in again:
        assert f"Nobody else in your data works at {said}; if" in question.explain()
        told = question.answered(records, " Rohrbach Bau ")
        assert told.contact(MARA).organisation == "Rohrbach Bau"


@pytest.mark.parametrize("answer", ["ja", "Nein", "yes", " no ", "?!", ""])
def test_no_employer_is_called_yes_or_no(answer: str) -> None:
    question = Question(kind=QuestionKind.EMPLOYER, changes=0.8)

    with pytest.raises(nw.InvalidArgumentError, match="must be the name of an employer"):
        question.answered(lived(*named("Ben Okafor")), answer)


def test_two_of_one_name_are_told_apart_wherever_one_of_them_is_named() -> None:
    uwes = [
        nw.Contact(key="mailto:uwe@w.example", name="Uwe Thelen", emails=["uwe@w.example"]),
        nw.Contact(key="card:uwe", name="Uwe Thelen", organisation="Stadt Bergheim"),
    ]
    records = lived(*uwes).keep_apart(*uwes)

    picks = nw.recommend(nw.Network.from_records(records, as_of=AS_OF), n=1)
    questions = asked(records).explain("de")

    assert "Uwe Thelen (Stadt Bergheim)" in questions and "Uwe Thelen (w.example)" in questions
    assert "Uwe Thelen (" in picks.picks[0].explain()
    assert picks.picks[0].opening("de").startswith("Hallo Uwe,")
