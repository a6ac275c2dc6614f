from __future__ import annotations

from datetime import date

import pytest

import netzwerkwandel as nw
from builders import ANA, AS_OF, BEN, CEM, DAN, MARA, ago, life, mail, meeting, network
from netzwerkwandel.model import Channel, Work
from netzwerkwandel.network import Network
from netzwerkwandel.recommending import Reason, ReasonKind, Recommendation, recommend
from netzwerkwandel.recommending.reasons import closest


FRIENDS = [f"mailto:friend{i}@example.org" for i in range(10)]
YEAR = 365.25


def friends_now() -> list[nw.Interaction]:
    """Ten people who are in touch with Mara every month."""
    pairs = [pair for friend in FRIENDS for pair in ((MARA, friend), (friend, MARA))]
    return [mail(ago(5 + 30 * i), *pair) for i in range(12) for pair in pairs]


def old_letters() -> list[nw.Interaction]:
    """Forty-one mails between nine and six years ago, the first of them to twelve others too."""
    twelve = [f"mailto:other{i}@example.org" for i in range(12)]
    days = [6 * YEAR + 3 * YEAR * i / 40 for i in range(41)]
    pairs = [(BEN, MARA), (MARA, BEN)]
    return [
        mail(ago(day), *pairs[i % 2], *(twelve if i == 40 else ())) for i, day in enumerate(days)
    ]


def the_case() -> Network:
    return life(*friends_now(), *old_letters())


def found(made: Network, key: str, goal: nw.Goal | None = None) -> Recommendation:
    (pick,) = (p for p in recommend(made, n=100, goal=goal) if p.contact.key == key)
    return pick


def reasons(made: Network, key: str, goal: nw.Goal | None = None) -> dict[str, dict[str, object]]:
    return {str(r.kind): dict(r.values) for r in found(made, key, goal).reasons}


def test_the_case_that_started_it_comes_first_and_says_why_in_english():
    pick = recommend(the_case())[0]

    assert pick.contact.key == BEN
    assert pick.explain() == (
        "Ben knows 12 people outside your network. You have not been in touch for 6 years; before "
        "that there were 41 mails over 3 years. Good for honest feedback: you used to answer each "
        "other, and there is enough distance between you for a frank word; you could ask for a "
        "frank opinion of what "
        "you have in mind."
    )


def test_the_case_that_started_it_says_why_in_german():
    assert recommend(the_case())[0].explain("de") == (
        "Ben kennt 12 Menschen außerhalb deines Netzwerks. Ihr hattet seit 6 Jahren keinen "
        "Kontakt; davor gab es 41 Mails in 3 Jahren. Gut für ehrliches Feedback: Ihr habt "
        "einander früher geantwortet und habt genug Abstand für ein offenes Wort; du könntest um "
        "eine ehrliche Meinung zu deinen Plänen bitten."
    )


def test_the_numbers_behind_the_words_are_there():
    assert reasons(the_case(), BEN) == {
        "silence": {"days": 2191, "last": date(2020, 10, 31)},
        "history": {"mail": 41, "span": 1095},
        "reach": {"people": 12},
        "closest": {"knowing": 0, "closest": 10},
        "brings": {"function": "feedback", "because": "answered"},
        "first step": {"way": "message", "question": "frank"},
    }


def test_reasons_come_the_plainest_first():
    made = life(
        *friends_now(),
        *old_letters(),
        ties=[nw.Tie(a=MARA, b=BEN, relations=["client"], functions=["doors"])],
        people=[
            nw.Contact(
                key=BEN,
                name="Ben",
                fields=["ux"],
                changed_career=True,
                organisation="Fabrikam",
                seen=date(2026, 3, 1),
                earlier_work=[Work(organisation="Contoso", seen=date(2025, 3, 1))],
            )
        ],
    )

    pick = found(made, BEN, nw.Goal(fields=["ux"]))

    assert [str(reason.kind) for reason in pick.reasons] == [
        "relation",
        "silence",
        "history",
        "reach",
        "closest",
        "field",
        "moved",
        "changed career",
        "function",
        "brings",
        "first step",
    ]


@pytest.mark.parametrize("days", [0, 1, 2, 7, 14, 23, 97, 364, 365, 366, 3653])
def test_days_of_silence_are_whole_days(days: int):
    made = life(mail(ago(days + 1), MARA, BEN), mail(ago(days), BEN, MARA))

    assert reasons(made, BEN)["silence"] == {"days": days, "last": ago(days).date()}


def test_every_channel_is_counted_by_itself():
    made = life(
        meeting(ago(40), MARA, BEN),
        meeting(ago(50), MARA, BEN),
        mail(ago(60), BEN, MARA, channel=Channel.MESSAGE),
        mail(ago(60.5), BEN, MARA, channel=Channel.MESSAGE),
        mail(ago(61), BEN, MARA, channel=Channel.SIGNAL),
    )

    assert reasons(made, BEN)["history"] == {"meeting": 2, "message": 2, "signal": 1, "span": 21}


def test_who_was_never_in_touch_has_no_history():
    made = life(ties=[nw.Tie(a=MARA, b=BEN, relations=["former boss"])])

    assert reasons(made, BEN) == {
        "never": {"shown": 0},
        "relation": {"relation": "former boss"},
        "first step": {"way": "message", "question": "news"},
    }


@pytest.mark.parametrize("relation", ["connection", "acquaintance"])
def test_relations_that_say_nothing_are_no_reason(relation: str):
    made = life(ties=[nw.Tie(a=MARA, b=BEN, relations=[relation])])

    assert "relation" not in reasons(made, BEN)


def test_the_relation_is_seen_from_the_one_who_asks():
    made = life(ties=[nw.Tie(a=BEN, b=MARA, relations=["former boss"])])

    assert reasons(made, BEN)["relation"] == {"relation": "former report"}


def test_who_knows_no_one_else_has_no_reach():
    made = life(meeting(ago(90), MARA, BEN, ANA))

    assert "reach" not in reasons(made, BEN)


def test_those_of_the_closest_who_know_a_contact_are_counted():
    made = life(
        *friends_now(),
        *old_letters(),
        meeting(ago(3000), MARA, BEN, FRIENDS[0], FRIENDS[1]),
        mail(ago(2900), FRIENDS[2], MARA, BEN),
    )

    assert reasons(made, BEN)["closest"] == {"knowing": 3, "closest": 10}


def test_a_closest_contact_is_not_counted_among_her_own():
    eleventh = [mail(ago(90 + i), *pair) for i in range(3) for pair in ((MARA, ANA), (ANA, MARA))]
    made = life(*friends_now(), mail(ago(9), FRIENDS[0], DAN))
    of_eleven = life(*friends_now(), mail(ago(9), FRIENDS[0], DAN), *eleventh)

    assert reasons(made, FRIENDS[0])["closest"] == {"knowing": 0, "closest": 9}
    # Ana, the eleventh, takes her place.
    assert reasons(of_eleven, FRIENDS[0])["closest"] == {"knowing": 0, "closest": 10}
    # Of the others the data shows nobody whom they know, which says nothing.
    assert "closest" not in reasons(made, FRIENDS[1])


def test_there_are_never_more_than_ten_closest_and_the_strongest_now_are_they():
    more = meeting(ago(8), MARA, ANA), meeting(ago(7), MARA, CEM)
    knows_ana = meeting(ago(2500), MARA, BEN, ANA)

    made = life(*friends_now(), *old_letters(), *more, knows_ana)

    assert reasons(made, BEN)["closest"] == {"knowing": 0, "closest": 10}


def test_people_who_were_only_ever_stated_are_not_among_the_closest():
    friends = [nw.Tie(a=ANA, b=who, relations=["friend"]) for who in (MARA, DAN)]
    made = life(*old_letters(), ties=friends)

    assert "closest" not in reasons(made, BEN)
    assert closest(made.ties_of()).tolist() == []


def test_the_field_that_matches_is_named():
    ben = nw.Contact(key=BEN, name="Ben", position="Head of UX-Research")
    made = life(*old_letters(), people=[ben])

    goal = nw.Goal(fields=["law", "ux research"])

    assert reasons(made, BEN, goal)["field"] == {"field": "ux research"}
    assert "field" not in reasons(made, BEN)


def test_a_field_typed_in_small_letters_is_written_as_contacts_write_it():
    ben = nw.Contact(key=BEN, name="Ben", position="Head of UX Research")
    made = life(*old_letters(), people=[ben])

    for typed, written in (("ux research", "UX Research"), ("UX-research", "UX-research")):
        assert reasons(made, BEN, nw.Goal(fields=[typed]))["field"] == {"field": written}


def test_the_functions_that_are_stated_are_a_reason():
    tie = nw.Tie(a=MARA, b=BEN, functions=["ideas", "doors"])

    made = life(*old_letters(), ties=[tie])

    assert reasons(made, BEN)["function"] == {"functions": "doors,ideas"}
    assert "function" not in reasons(the_case(), BEN)


def test_who_changed_career_is_known_for_it():
    changed = nw.Contact(key=BEN, name="Ben", changed_career=True)

    assert reasons(life(*old_letters(), people=[changed]), BEN)["changed career"] == {}
    assert "changed career" not in reasons(the_case(), BEN)


def test_the_first_step_follows_the_last_talk():
    made = life(
        meeting(ago(90), MARA, BEN),
        mail(ago(60), MARA, BEN, channel=Channel.CALL),
        mail(ago(30), BEN, MARA),
    )

    assert reasons(made, BEN)["first step"] == {
        "way": "message",
        "last": ago(60).date(),
        "channel": "call",
        "question": "frank",
    }


def test_a_call_is_proposed_only_where_there_is_a_number():
    reached = nw.Contact(key=BEN, phones=["+49 170 1234567"])
    made = life(*old_letters(), people=[reached])

    assert reasons(made, BEN)["first step"]["way"] == "call"
    assert reasons(the_case(), BEN)["first step"]["way"] == "message"


def test_who_wrote_yesterday_is_not_told_how_to_make_a_start():
    made = life(mail(ago(30), BEN, MARA), mail(ago(1), MARA, BEN))

    assert reasons(made, BEN)["first step"] == {"way": "message", "question": "in touch"}


def test_the_questions_of_a_list_differ_where_the_facts_allow_it():
    twelve = [f"mailto:other{i}@example.org" for i in range(12)]
    people = [nw.Contact(key=key, name=f"Other {key[12:14]}") for key in twelve]
    letters = [
        mail(ago(2000 + i), *pair, *(twelve[3 * n : 3 * n + 3] if pair[1] == MARA else ()))
        for n, key in enumerate((ANA, BEN, CEM))
        for i, pair in enumerate(((MARA, key), (key, MARA)))
    ]

    picks = recommend(life(*letters, people=people))
    steps = [dict(pick.reasons[-1].values)["question"] for pick in picks]

    assert len(set(steps)) > 1


def test_whom_she_knows_is_named_and_machines_and_offices_are_not():
    sara = nw.Contact(key="mailto:sara@example.org", name="Sara Blum", organisation="Rivale")
    desk = nw.Contact(key="mailto:info@example.org", name="Front Desk")
    letter = mail(ago(2500), BEN, MARA, sara.key, desk.key)
    made = life(*old_letters(), letter, people=[sara, desk])

    reach = reasons(made, BEN)["reach"]

    assert reach == {"people": 13, "name 1": "Sara Blum", "organisation": "Rivale"}


def test_the_interactions_behind_a_reason_are_named_the_oldest_first():
    met, first, last = (
        meeting(ago(90), MARA, BEN),
        mail(ago(99), BEN, MARA),
        mail(ago(9), MARA, BEN),
    )
    made = life(met, first, last)

    behind = {str(r.kind): r.interactions for r in found(made, BEN).reasons}

    assert behind["silence"] == (last.key,)
    assert behind["history"] == (first.key, met.key, last.key)
    assert behind["first step"] == (met.key,)


def test_edges_give_reasons_without_a_history():
    made = network([("a", "b", 1.0), ("b", "c", 1.0), ("a", "d", 1.0)])

    (pick,) = (p for p in recommend(made, ego="a") if p.contact.key == "b")

    assert [(str(r.kind), dict(r.values)) for r in pick.reasons] == [
        ("reach", {"people": 1}),
        ("first step", {"way": "message", "question": "reach"}),
    ]
    assert pick.explain() == (
        "B knows one person outside your network. You could ask who else is good to talk to."
    )


def test_a_reason_gives_its_values_by_name():
    reason = Reason(ReasonKind.CLOSEST, {"knowing": 1, "closest": 10})

    assert reason["closest"] == 10
    assert hash(reason) == hash(Reason(ReasonKind.CLOSEST, [("closest", 10), ("knowing", 1)]))
    with pytest.raises(nw.NotFoundError, match="there is no value of a reason 'days'"):
        reason["days"]


def test_moments_before_1970_do():
    made = Network.from_records(
        nw.Records(
            contacts=[nw.Contact(key=MARA), nw.Contact(key=BEN)],
            interactions=[mail(AS_OF.replace(year=1960), MARA, BEN)],
            ties=[nw.Tie(a=MARA, b=BEN)],
            me=MARA,
        ),
        as_of=AS_OF,
    )

    assert reasons(made, BEN)["silence"]["last"] == date(1960, 11, 1)
