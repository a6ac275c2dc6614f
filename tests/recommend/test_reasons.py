from __future__ import annotations

from datetime import date, timedelta

import pytest

import netzwerkwandel as nw
from builders import ANA, AS_OF, BEN, CEM, MARA, ago, life, mail, meeting, network
from netzwerkwandel.model import Channel, Work
from netzwerkwandel.network import Network
from netzwerkwandel.recommend import Reason, ReasonKind, Recommendation, recommend


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
        "Ben knows 12 people you do not, but none of your ten closest contacts. You have not been "
        "in touch for 6 years; before that there were 41 mails over 3 years. A short call beats a "
        "mail, and you could ask who else is good to talk to."
    )


def test_the_case_that_started_it_says_why_in_german():
    assert recommend(the_case())[0].explain("de") == (
        "Ben kennt 12 Menschen außerhalb deines Netzwerks, aber keinen deiner zehn engsten "
        "Kontakte. Ihr hattet seit 6 Jahren keinen Kontakt; davor gab es 41 Mails in 3 Jahren. Ein "
        "kurzer Anruf bringt mehr als eine Mail, und du könntest fragen, mit wem sich ein Gespräch "
        "noch lohnt."
    )


def test_the_numbers_behind_the_words_are_there():
    assert reasons(the_case(), BEN) == {
        "silence": {"days": 2191, "last": date(2020, 10, 31)},
        "history": {"mail": 41, "span": 1095},
        "reach": {"people": 12},
        "closest": {"knowing": 0, "closest": 10},
        "first step": {"way": "call"},
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
                seen=TOLD_AGAIN,
                earlier_work=[Work(organisation="Contoso", seen=TOLD)],
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
        "first step",
    ]


@pytest.mark.parametrize("days", [0, 1, 2, 7, 14, 23, 97, 364, 365, 366, 3653])
def test_days_of_silence_are_whole_days(days: int):
    made = life(mail(ago(days), MARA, BEN), mail(ago(days), BEN, MARA))

    assert reasons(made, BEN)["silence"] == {"days": days, "last": ago(days).date()}


def test_every_channel_is_counted_by_itself():
    made = life(
        meeting(ago(10), MARA, BEN),
        meeting(ago(20), MARA, BEN),
        mail(ago(30), BEN, MARA, channel=Channel.MESSAGE),
        mail(ago(30.5), BEN, MARA, channel=Channel.MESSAGE),
        mail(ago(31), BEN, MARA, channel=Channel.SIGNAL),
    )

    assert reasons(made, BEN)["history"] == {"meeting": 2, "message": 2, "signal": 1, "span": 21}


def test_who_was_never_in_touch_has_no_history():
    made = life(ties=[nw.Tie(a=MARA, b=BEN, relations=["former boss"])])

    assert reasons(made, BEN) == {
        "never": {},
        "relation": {"relation": "former boss"},
        "first step": {"way": "message"},
    }


@pytest.mark.parametrize("relation", ["connection", "acquaintance"])
def test_relations_that_say_nothing_are_no_reason(relation: str):
    made = life(ties=[nw.Tie(a=MARA, b=BEN, relations=[relation])])

    assert "relation" not in reasons(made, BEN)


def test_the_relation_is_seen_from_the_one_who_asks():
    made = life(ties=[nw.Tie(a=BEN, b=MARA, relations=["former boss"])])

    assert reasons(made, BEN)["relation"] == {"relation": "former report"}


def test_who_knows_no_one_else_has_no_reach():
    made = life(meeting(ago(9), MARA, BEN, ANA))

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
    made = life(*friends_now())

    assert reasons(made, FRIENDS[0])["closest"] == {"knowing": 0, "closest": 9}


def test_there_are_never_more_than_ten_closest_and_the_strongest_now_are_they():
    more = meeting(ago(8), MARA, ANA), meeting(ago(7), MARA, CEM)
    knows_ana = meeting(ago(2500), MARA, BEN, ANA)

    made = life(*friends_now(), *old_letters(), *more, knows_ana)

    assert reasons(made, BEN)["closest"] == {"knowing": 0, "closest": 10}


def test_people_who_were_only_ever_stated_are_not_among_the_closest():
    made = life(*old_letters(), ties=[nw.Tie(a=MARA, b=ANA, relations=["friend"])])

    assert "closest" not in reasons(made, BEN)
    assert reasons(made, ANA)["closest"] == {"knowing": 0, "closest": 1}


def test_the_field_that_matches_is_named():
    ben = nw.Contact(key=BEN, name="Ben", position="Head of UX-Research")
    made = life(*old_letters(), people=[ben])

    goal = nw.Goal(fields=["law", "ux research"])

    assert reasons(made, BEN, goal)["field"] == {"field": "ux research"}
    assert "field" not in reasons(made, BEN)


def test_the_functions_that_are_stated_are_a_reason():
    tie = nw.Tie(a=MARA, b=BEN, functions=["ideas", "doors"])

    made = life(*old_letters(), ties=[tie])

    assert reasons(made, BEN)["function"] == {"functions": "doors,ideas"}
    assert "function" not in reasons(the_case(), BEN)


def test_who_changed_career_is_known_for_it():
    changed = nw.Contact(key=BEN, name="Ben", changed_career=True)

    assert reasons(life(*old_letters(), people=[changed]), BEN)["changed career"] == {}
    assert "changed career" not in reasons(the_case(), BEN)


TOLD, TOLD_AGAIN = date(2025, 3, 1), date(2026, 3, 1)


def ben_at(
    organisation: str = "Fabrikam",
    position: str = "",
    *,
    before: Work,
    seen: date | None = TOLD_AGAIN,
) -> nw.Contact:
    """Ben as known now, and where he worked before."""
    return nw.Contact(
        key=BEN,
        name="Ben",
        organisation=organisation,
        position=position,
        seen=seen,
        earlier_work=[Work(organisation="Globex", seen=date(2020, 1, 1)), before],
    )


def moved(ben: nw.Contact) -> dict[str, object] | None:
    return reasons(life(*old_letters(), people=[ben]), BEN).get("moved")


def test_who_has_another_employer_since_it_was_last_told_has_moved():
    before = Work(organisation="Contoso", position="Nurse", seen=TOLD)

    assert moved(ben_at(position="Nurse", before=before)) == {
        "new": "employer",
        "organisation": "Fabrikam",
        "position": "Nurse",
        "since": TOLD,
    }


def test_who_has_another_position_at_the_same_employer_has_moved_too():
    before = Work(organisation="Contoso", position="Nurse", seen=TOLD)

    assert moved(ben_at("Contoso", "Head Nurse", before=before)) == {
        "new": "position",
        "organisation": "Contoso",
        "position": "Head Nurse",
        "since": TOLD,
    }


@pytest.mark.parametrize(
    "name", ["Self-employed", "Freelance", "selbstständig", "...", "a@b.example"]
)
def test_where_no_employer_can_be_named_the_position_is(name: str):
    before = Work(organisation="Contoso", position="Nurse", seen=TOLD)

    assert moved(ben_at(name, "Designer", before=before)) == {
        "new": "position",
        "position": "Designer",
        "since": TOLD,
    }
    assert moved(ben_at(name, "Nurse", before=before)) is None
    assert moved(ben_at(name, "", before=before)) is None


def test_who_has_an_employer_where_none_was_told_has_not_moved_for_that():
    assert moved(ben_at(before=Work(position="Nurse", seen=TOLD))) is None


def test_a_position_is_new_only_where_another_was_told_before():
    before = Work(organisation="Contoso", seen=TOLD)

    assert moved(ben_at("Contoso", "Nurse", before=before)) is None


def test_a_move_needs_a_day_on_either_side():
    contoso = Work(organisation="Contoso", seen=TOLD)

    assert moved(ben_at(before=contoso)) is not None
    assert moved(ben_at(before=contoso, seen=None)) is None
    assert moved(ben_at(before=Work(organisation="Contoso"))) is None


def test_a_move_that_was_told_after_the_moment_in_question_is_not_known_then():
    contoso = Work(organisation="Contoso", seen=TOLD)
    today = AS_OF.date()

    assert moved(ben_at(before=contoso, seen=today)) is not None
    assert moved(ben_at(before=contoso, seen=today + timedelta(days=1))) is None


def test_addresses_in_what_an_export_says_of_work_stay_out_of_a_reason():
    contoso = Work(organisation="Contoso", seen=TOLD)

    told = moved(ben_at("Fabrikam ben@fab.example", "Nurse <b@fab.example>", before=contoso))

    assert told is not None
    assert (told["organisation"], told["position"]) == ("Fabrikam", "Nurse")


def test_who_has_moved_away_is_no_longer_called_a_colleague():
    def known(ben: nw.Contact, *relations: str) -> dict[str, dict[str, object]]:
        tie = nw.Tie(a=MARA, b=BEN, relations=relations)
        return reasons(life(*old_letters(), ties=[tie], people=[ben]), BEN)

    contoso = Work(organisation="Contoso", position="Nurse", seen=TOLD)
    gone, risen = ben_at(before=contoso), ben_at("Contoso", "Head Nurse", before=contoso)

    assert "relation" not in known(gone, "colleague")
    assert known(gone, "colleague", "friend")["relation"] == {"relation": "friend"}
    assert known(risen, "colleague")["relation"] == {"relation": "colleague"}


def test_no_score_reads_a_move():
    still = nw.Contact(key=BEN, name="Ben")
    gone = ben_at(before=Work(organisation="Contoso", seen=TOLD))

    scores = [found(life(*old_letters(), people=[ben]), BEN).score for ben in (still, gone)]

    assert scores[0] == scores[1]


def test_the_first_step_follows_the_last_talk():
    made = life(
        meeting(ago(90), MARA, BEN),
        mail(ago(60), MARA, BEN, channel=Channel.CALL),
        mail(ago(30), BEN, MARA),
    )

    assert reasons(made, BEN)["first step"] == {
        "way": "call",
        "last": ago(60).date(),
        "channel": "call",
    }


def test_where_there_were_only_mails_lately_the_first_step_is_a_message():
    made = life(mail(ago(30), BEN, MARA), mail(ago(20), MARA, BEN))

    assert reasons(made, BEN)["first step"] == {"way": "message"}


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
        ("closest", {"knowing": 0, "closest": 1}),
        ("first step", {"way": "message"}),
    ]
    assert pick.explain() == (
        "B knows 1 person you do not, but not your closest contact. A short "
        "message is enough for a start, and you could ask who else is good to talk to."
    )


def test_a_reason_gives_its_values_by_name():
    reason = Reason(ReasonKind.CLOSEST, {"knowing": 1, "closest": 10})

    assert reason["closest"] == 10
    assert hash(reason) == hash(Reason(ReasonKind.CLOSEST, [("closest", 10), ("knowing", 1)]))
    with pytest.raises(nw.NotFoundError, match="no value of a reason with key 'days'"):
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
