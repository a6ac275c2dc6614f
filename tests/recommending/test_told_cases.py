"""People whose lists went wrong once, each told as a friend would expect it."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

import netzwerkwandel as nw
from builders import AS_OF, MARA, ago, life, mail, meeting, records
from netzwerkwandel.model.interactions import InteractionColumns
from netzwerkwandel.recommending import Reason, ReasonKind, Recommendations, ShortfallKind
from netzwerkwandel.recommending.choice import objective
from netzwerkwandel.recommending.first_steps import FOR_FEEDBACK, FOR_IDEAS, FirstSteps


ME = nw.Contact(key=MARA, name="Mara Vogt", organisation="Contoso")


def both(days: float, *people: str) -> list[nw.Interaction]:
    """A mail to each, and an answer on the next day."""
    pairs = [pair for p in people for pair in ((MARA, p, days + 1), (p, MARA, days))]
    return [mail(ago(day), a, b) for a, b, day in pairs]


def colleagues(n: int, prefix: str = "p") -> list[str]:
    return [f"mailto:{prefix}{i}@example.org" for i in range(n)]


def listed(some: nw.Records, **asked: object) -> Recommendations:
    return nw.recommend(nw.Network.from_records(some, as_of=AS_OF), **asked)


def names(picks: Recommendations) -> list[str]:
    return [pick.contact.key for pick in picks]


def test_a_colleague_mailed_daily_until_a_month_ago_neither_sleeps_nor_is_suggested():
    daily = [letter for day in range(200) for letter in both(31 + day, "mailto:dan@example.org")]
    made = records(*daily, *both(900, *colleagues(12)), people=[ME])

    picks = listed(made)

    assert "mailto:dan@example.org" not in names(picks)
    ties = nw.Network.from_records(made, as_of=AS_OF).ties_of()
    dan = [ties.network.keys[i] for i in ties.target].index("mailto:dan@example.org")
    assert not ties.is_dormant[dan]


def test_who_knows_fifty_strangers_comes_before_who_knows_nobody():
    hermit, hub = "mailto:hermit@example.org", "mailto:hub@example.org"
    strangers = [mail(ago(700 + i), hub, s) for i, s in enumerate(colleagues(50, "s"))]
    made = records(*both(900, hermit, hub), *strangers, people=[ME])

    picks = {pick.contact.key: pick for pick in listed(made)}

    assert next(iter(picks)) == hub
    assert picks[hub].score > picks[hermit].score
    assert (
        "50 people outside your network" in picks[hub].explain()
        or "others outside your network" in picks[hub].explain()
    )


@pytest.mark.slow
def test_of_800_connections_those_listed_are_of_many_employers_fields_and_years():
    work = ["UX Researcher", "Head of Finance", "Lehrerin", "Lektor", "Software Engineer", "Koch"]
    people = [
        nw.Contact(
            key=f"linkedin:{i:03}",
            name=f"{chr(65 + i % 26)}nna Muster{i}",
            organisation=f"Firm {i % 90}",
            position=work[i % 6],
        )
        for i in range(800)
    ]
    ties = [
        nw.Tie(a=MARA, b=p.key, relations=["connection"], since=date(2009 + i % 17, 3, 1))
        for i, p in enumerate(people)
    ]
    made = nw.Records(contacts=[ME, *people], ties=ties, me=MARA)

    picks = listed(made)

    assert names(picks) != [person.key for person in people[:10]]
    assert len({pick.contact.organisation for pick in picks}) == 10
    assert len({pick.contact.position for pick in picks}) >= 4
    assert len({pick.explain("de") for pick in picks}) == 10
    kinds = {question.kind for question in nw.questions(made, as_of=AS_OF)}
    assert nw.QuestionKind.RELATION in kinds


def test_who_wrote_and_never_got_an_answer_comes_into_question_and_it_is_said():
    forgotten = "mailto:olga@example.org"
    made = records(*both(900, *colleagues(5)), mail(ago(400), forgotten, MARA), people=[ME])

    picks = {pick.contact.key: pick for pick in listed(made)}

    assert "without an answer" in picks[forgotten].explain()
    assert "noch ohne Antwort" in picks[forgotten].explain("de")
    assert "I never answered" in picks[forgotten].opening()


@pytest.mark.parametrize(
    ("others", "channel", "waits"),
    [(0, "mail", True), (2, "message", True), (3, "mail", False), (0, "signal", False)],
)
def test_an_answer_is_due_to_what_was_written_to_few(others: int, channel: str, waits: bool):
    sent = mail(
        ago(40), "mailto:olga@example.org", MARA, *colleagues(others), channel=nw.Channel(channel)
    )
    picks = {p.contact.key: p for p in listed(records(*both(900, *colleagues(5)), sent))}

    pick = picks["mailto:olga@example.org"]
    assert any(reason.waits for reason in pick.reasons) is waits
    assert ("without an answer" in pick.explain()) is waits
    assert ("I never answered" in pick.opening()) is waits
    # To a whole firm she wrote all the same, and the two are not in touch.
    assert ("The last message " in pick.explain()) is (channel != "signal")
    if others > 2:
        assert pick.label() == "getting in touch"
        assert "you have not written yourself so far" in pick.explain().casefold()


def test_that_an_answer_is_due_is_not_said_of_all_in_one_sentence():
    letters = [mail(ago(40 + i), who, MARA) for i, who in enumerate(colleagues(4, "q"))]

    picks = listed(records(*both(900, *colleagues(2)), *letters, people=[ME]))

    told = [pick.explain() for pick in picks if "without an answer" in pick.explain()]
    assert len(told) == 4
    assert sum("a good occasion" in text for text in told) == 1


def test_of_five_called_last_week_nobody_leads_the_list_again():
    people = colleagues(12)
    before = records(*both(900, *people), people=[ME])
    five = names(listed(before, n=5))
    calls = [mail(ago(7), MARA, who, channel=nw.Channel.CALL) for who in five]

    after = names(listed(records(*both(900, *people), *calls, people=[ME])))

    assert len(five) == 5
    assert set(five).isdisjoint(after)


def test_the_boss_is_told_with_a_word_of_caution_and_left_out_where_it_has_to_be_discreet():
    boss = nw.Contact(key="card:boss", name="Ben Okafor")
    ties = [nw.Tie(a=MARA, b=boss.key, relations=["boss"])]
    made = records(*both(900, *colleagues(3), boss.key), ties=ties, people=[ME, boss])

    told = {pick.contact.key: pick.explain() for pick in listed(made)}

    assert "Think first about who is to know what you have in mind." in told[boss.key]
    assert boss.key not in names(listed(made, discreet=True))


@pytest.mark.parametrize("formal", [False, True])
@pytest.mark.parametrize(("language", "word"), [("en", "change"), ("de", "Veränderung")])
def test_a_letter_to_the_boss_says_nothing_of_a_change(language: str, word: str, formal: bool):
    boss = nw.Contact(key="card:boss", name="Ben Okafor", changed_career=True)
    ties = [nw.Tie(a=MARA, b=boss.key, relations=["boss"])]
    made = records(*both(900, *colleagues(3), boss.key), ties=ties, people=[ME, boss])

    letters = {p.contact.key: p.opening(language, formal=formal) for p in listed(made)}

    assert word not in letters.pop(boss.key)
    assert all(word in letter for letter in letters.values())


def test_who_was_introduced_lately_is_left_out_and_later_is_told_by_whom():
    noor = nw.Contact(key="linkedin:noor", name="Noor Aziz")
    tie = nw.Tie(a=MARA, b=noor.key, relations=["connection"], since=date(2012, 5, 1))
    made = records(*both(900, *colleagues(3)), ties=[tie], people=[ME, noor])

    def told(days: int) -> dict[str, str]:
        day = ago(days).date()
        some = made.with_answer("P0", "talked", on=day, introduced=["Noor Aziz"])
        return {pick.contact.key: pick.explain() for pick in listed(some)}

    assert noor.key in names(listed(made))
    assert noor.key not in told(29)
    text = told(60)[noor.key]
    assert text.startswith("Noor Aziz was introduced to you by P0 in September 2026. ")
    assert "2 months ago" in text
    assert "2012" not in text
    assert "no contact" not in text


def test_where_one_met_is_told_and_written_to_whom_one_met_in_a_course():
    met, *others = colleagues(3)
    course = {"title": "UX course", "started": date(2026, 1, 1)}
    made = records(*both(60, met), *both(900, *others), people=[ME])

    picks = {p.contact.key: p for p in listed(made.with_experiment(**course, met=["P0"]))}

    assert picks[met].explain().startswith("P0 met you through “UX course”. ")
    assert "Wir haben uns bei „UX course“ kennengelernt" in picks[met].opening("de").replace(
        "\nwir", "\nWir"
    )


def test_nobody_is_called_new_who_may_be_somebody_one_knows():
    lotte = [nw.Contact(key=f"mailto:lotte@{at}.example", name="Lotte de Vries") for at in "ab"]
    eva = nw.Contact(key="mailto:eva@c.example", name="Eva Lind")
    hub = "mailto:hub@example.org"
    letters = [*both(900, hub), *both(60, lotte[0].key), mail(ago(700), hub, MARA, eva.key)]
    made = records(*letters, mail(ago(701), hub, lotte[1].key), people=[ME, *lotte, eva])

    (pick,) = (p for p in listed(made) if p.contact.key == hub)

    assert "Lotte" not in pick.explain()


@pytest.mark.parametrize("position", ["Employee", "Mitarbeiterin", "n/a"])
def test_a_position_that_says_nothing_is_not_told(position: str):
    who = nw.Contact(key="card:who", name="Ana Berg", position=position)

    (pick, *_) = listed(records(*both(900, who.key), people=[ME, who]))

    assert position not in pick.explain()


def test_before_a_position_nobody_is_called_an_employee_as_well():
    who = nw.Contact(key="card:who", name="Ana Berg", position="Employee, Cash Analyst")

    (pick, *_) = listed(records(*both(900, who.key), people=[ME, who]))

    assert pick.explain().startswith("Ana Berg works as Cash Analyst. ")


def test_how_one_gets_into_work_is_asked_only_of_work_that_is_known():
    firm = [nw.Contact(key=f"card:{i}", name=f"Ana B{i}", organisation="Ost") for i in range(4)]
    made = records(*(each for who in firm for each in both(900, who.key)), people=[ME, *firm])

    assert not any("such work" in pick.explain() for pick in listed(made))


@pytest.mark.parametrize(
    ("function", "questions"), [("feedback", FOR_FEEDBACK), ("ideas", FOR_IDEAS)]
)
def test_who_is_good_for_one_function_is_asked_for_it_and_no_two_the_same(function, questions):
    network = life(*both(900, *colleagues(1)))
    brings = {ReasonKind.BRINGS: Reason(ReasonKind.BRINGS, {"function": function})}
    columns = InteractionColumns.from_interactions(network.interactions)
    steps, nothing = FirstSteps(network.ties_of(), columns), np.zeros(0, dtype=np.int64)

    asked = [steps.step(0, nothing, brings)["question"] for _ in questions]

    assert asked == list(questions)


@pytest.mark.parametrize("channel", ["signal", "mail"])
def test_who_only_gave_a_sign_of_life_is_not_said_to_be_in_touch_anyway(channel: str):
    network = life(*both(20, *colleagues(1)))
    columns = InteractionColumns.from_interactions(network.interactions)
    history = {ReasonKind.HISTORY: Reason(ReasonKind.HISTORY, {channel: 1, "span": 0})}

    step = FirstSteps(network.ties_of(), columns).step(0, np.zeros(0, dtype=np.int64), history)

    assert (step["question"] == "in touch") is (channel == "mail")


def test_one_day_of_mail_long_ago_speaks_for_nobody_of_whom_nothing_else_is_known():
    once, twice, card = colleagues(3, "old")
    letters = [mail(ago(3000), MARA, once), mail(ago(3000), once, MARA), *both(3000, twice)]
    letters += [mail(ago(3000), MARA, card), mail(ago(3000), card, MARA)]
    made = records(*letters, ties=[nw.Tie(a=MARA, b=card)], people=[ME])

    assert set(names(listed(made))) == {twice, card}


@pytest.mark.parametrize("knows_of_others", [True, False])
def test_somebody_of_whom_no_circle_is_known_stands_for_one_only_where_none_is(knows_of_others):
    loner, *team = colleagues(4)
    events = both(900, loner, *team)
    if knows_of_others:
        events += [mail(ago(900), one, MARA, *team) for one in team]
    ties = nw.Network.from_records(records(*events, people=[ME]), as_of=AS_OF).ties_of()
    rows = np.arange(len(ties))
    alike = np.ones(len(rows)), np.zeros((len(nw.Function), len(rows))), np.ones(len(nw.Function))

    worth = objective(ties, rows, *alike)

    gains = dict(
        zip((ties.network.keys[i] for i in ties.target), worth.gains(worth.nothing()), strict=True)
    )
    assert bool(gains[loner] > 0) == (not knows_of_others)
    assert min(gains[one] for one in team) > 0


def test_a_goal_without_a_match_is_said_with_the_nearest():
    cook = nw.Contact(key="card:cook", name="Eva Lind", position="Konditorin")
    made = records(*both(900, cook.key), people=[ME, cook])

    picks = listed(made, goal=nw.Goal(fields=["Konditorei"]))

    assert ShortfallKind.NO_FIELD in {each.kind for each in picks.shortfalls}
    assert "nobody you know works in Konditorei; what comes nearest: Konditorin." in picks.explain()
    assert "niemand" in picks.explain("de")


@pytest.mark.parametrize("known_as", ["Ben Okafor", "b.okafor@posteo.example", "Okafor, Ben"])
def test_who_is_excluded_by_any_name_is_not_on_the_list(known_as: str):
    ben = nw.Contact(key="mailto:b.okafor@posteo.example", name="Ben Okafor")
    made = records(*both(900, ben.key, *colleagues(2)), people=[ME, ben])

    assert ben.key in names(listed(made))
    assert ben.key not in names(listed(made, exclude=[known_as]))
    with pytest.raises(nw.InvalidArgumentError):
        listed(made, exclude=known_as)
    with pytest.raises(nw.NotFoundError):
        listed(made, exclude=["Ben Okafir Junior"])


def test_twelve_contacts_make_a_short_list_that_says_how_little_there_is():
    made = records(*both(400, *colleagues(12)), people=[ME])

    picks = listed(made)

    assert 0 < len(picks) <= 10
    assert picks.candidates == 12
    few = listed(records(*both(400, *colleagues(4)), people=[ME]))
    assert "only 4 people to choose from" in few.explain()


@pytest.mark.slow
def test_twenty_thousand_contacts_make_a_list_like_any_other():
    rng, n = np.random.default_rng(2026), 20_000
    people = [
        nw.Contact(
            key=f"mailto:p{i}@firm{i % 700}.example",
            name=f"{chr(65 + i % 26)}{i % 97:02}el {chr(65 + i % 23)}{i:05}sen".replace("0", "o"),
            organisation=f"Firm {i % 700}",
        )
        for i in range(n)
    ]
    days = rng.integers(31, 4000, n)
    letters = [
        mail(ago(float(days[i]) + i / n), *((MARA, p.key) if i % 2 else (p.key, MARA)))
        for i, p in enumerate(people)
    ]
    letters += [
        mail(ago(float(days[i]) + 1), people[i].key, people[(7 * i) % n].key, MARA)
        for i in range(0, n, 9)
    ]
    made = records(*letters, meeting(ago(2), MARA, people[0].key), people=[ME, *people])

    picks = listed(made)

    assert len(picks) == 10
    assert picks.candidates > 1_000
    assert len({pick.contact.organisation for pick in picks}) >= 9
    assert people[0].key not in names(picks)
