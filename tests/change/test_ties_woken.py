from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from builders import ANA, AS_OF, BEN, CEM, DAN, MARA, ago, mail, meeting, records
from netzwerkwandel.change import ReconnectedTies, ties_woken
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Channel, Contact, Function, Interaction, Tie
from netzwerkwandel.network import Chronicle, FloatArray, IntArray, Network, TieStrength
from netzwerkwandel.records import Records


YEAR = 365.25


def woken(*events: Interaction, ties=(), **options) -> ReconnectedTies:
    return ties_woken(records(*events, ties=ties), **({"as_of": AS_OF} | options))


def test_a_contact_after_years_of_silence_wakes_a_tie():
    step = mail(ago(100), MARA, BEN)

    (found,) = woken(mail(ago(100 + 4 * YEAR), MARA, BEN), step)

    assert found.contact.key == BEN
    assert found.when == ago(100)
    assert found.silence == pytest.approx(4)
    assert found.interaction == step
    assert found.channel is Channel.MAIL


@pytest.mark.parametrize(("years", "count"), [(2.99, 0), (3.0, 1), (3.01, 1)])
def test_a_tie_sleeps_from_three_years_on(years: float, count: int):
    assert len(woken(mail(ago(100 + years * YEAR), MARA, BEN), mail(ago(100), MARA, BEN))) == count


@pytest.mark.parametrize(("days", "count"), [(480, 0), (481, 1)])
def test_a_tie_sleeps_by_its_own_rhythm(days: int, count: int):
    # every sixty days, so it sleeps after more than eight times sixty
    now_and_then = [mail(ago(200 + days + 60 * i), MARA, BEN) for i in range(4)]

    assert len(woken(*now_and_then, mail(ago(200), BEN, MARA))) == count


def test_a_rhythm_is_that_before_the_silence():
    # daily, a pause that is long for that, and then twice as long a pause: each is judged anew
    first = [mail(ago(1300 + i), MARA, BEN) for i in range(5)]
    again = [mail(ago(800), MARA, BEN), mail(ago(400), MARA, BEN)]

    found = woken(*first, *again)

    assert [tie.when for tie in found] == [ago(800), ago(400)]


def test_a_short_silence_is_no_sleep_whatever_the_rhythm():
    daily = [mail(ago(229 + i), MARA, BEN) for i in range(5)]

    assert not woken(*daily, mail(ago(200), MARA, BEN))
    assert woken(*daily, mail(ago(200), MARA, BEN), strength=TieStrength(shortest_sleep=20))


def test_after_years_a_tie_sleeps_even_where_no_rhythm_could_say_so():
    contacts = [mail(ago(1500), MARA, BEN), mail(ago(100), MARA, BEN)]

    assert woken(*contacts, strength=TieStrength(shortest_sleep=2000))


def test_two_days_of_contact_have_no_rhythm():
    assert not woken(*(mail(ago(days), MARA, BEN) for days in (401, 400, 200)))


def test_who_slept_twice_is_there_twice_and_who_never_slept_is_not():
    often = [mail(ago(30 * i), MARA, ANA) for i in range(90)]

    found = woken(*(mail(ago(days), MARA, BEN) for days in (3000, 1800, 10)), *often)

    assert [(tie.contact.key, tie.when) for tie in found] == [(BEN, ago(1800)), (BEN, ago(10))]


def test_a_first_contact_wakes_nobody():
    assert not woken(mail(ago(5), MARA, BEN))
    assert not woken()


@pytest.mark.parametrize(
    ("step", "by_owner", "by_contact"),
    [
        (mail(ago(100), MARA, BEN), True, False),
        (mail(ago(100), BEN, MARA), False, True),
        (meeting(ago(100), MARA, BEN), True, True),
        (
            Interaction(key="x", when=ago(100), participants=[MARA, BEN], channel="message"),
            False,
            False,
        ),
    ],
)
def test_who_reached_out_is_told(step: Interaction, by_owner: bool, by_contact: bool):
    (found,) = woken(mail(ago(2000), MARA, BEN), step)

    assert (found.by_owner, found.by_contact) == (by_owner, by_contact)


@pytest.mark.parametrize("who", ["mailto:aaa@example.org", "mailto:zoe@example.org"])
def test_who_reached_out_does_not_hang_on_the_order_of_keys(who: str):
    (found,) = woken(mail(ago(2000), MARA, who), mail(ago(100), who, MARA))

    assert (found.by_owner, found.by_contact) == (False, True)


def test_a_recipient_list_shared_with_others_wakes_nobody():
    assert not woken(mail(ago(2000), MARA, BEN), mail(ago(100), ANA, MARA, BEN))


def test_further_days_of_contact_within_a_year_are_counted():
    noon = datetime(2022, 5, 4, 12, tzinfo=UTC)
    days = [0, 0.1, 1, 1.2, 365, 365.3, 600]

    (found,) = woken(
        mail(noon - timedelta(days=2000), MARA, BEN),
        *(mail(noon + timedelta(days=day), MARA, BEN) for day in days),
    )

    assert found.days == 2
    assert found.year_is_over


def test_a_year_that_has_not_passed_is_counted_as_far_as_it_goes():
    (found,) = woken(mail(ago(2000), MARA, BEN), *(mail(ago(d), MARA, BEN) for d in (300, 30, -30)))

    assert found.days == 1
    assert not found.year_is_over


def test_people_first_met_with_her_are_found():
    found = woken(
        mail(ago(2000), MARA, BEN),
        meeting(ago(500), MARA, BEN, ANA),
        meeting(ago(400), MARA, BEN, DAN),
        meeting(ago(300), MARA, BEN, CEM),
        meeting(ago(100), MARA, BEN, "mailto:late@example.org"),
    )

    assert found[0].people == (ANA, DAN, CEM)


def test_who_was_met_elsewhere_or_before_is_not_counted():
    (found,) = woken(
        meeting(ago(2000), MARA, BEN, DAN),
        mail(ago(1200), MARA, ANA),
        mail(ago(500), MARA, BEN),
        mail(ago(450), MARA, CEM),
        meeting(ago(400), MARA, BEN, ANA, CEM),
    )

    assert found.people == ()


def test_people_whom_she_alone_knew_are_met_through_her():
    introduction = mail(ago(450), BEN, MARA, CEM)

    (found,) = woken(
        mail(ago(2000), MARA, BEN),
        mail(ago(500), MARA, BEN),
        introduction,
        mail(ago(400), MARA, CEM),
    )

    assert found.people == (CEM,)


@pytest.mark.parametrize("other", [ANA, "mailto:bob@example.org", DAN])
def test_people_whom_another_contact_knew_too_are_not_met_through_her(other: str):
    (found,) = woken(
        mail(ago(2000), MARA, BEN),
        mail(ago(990), MARA, other),
        mail(ago(500), MARA, BEN),
        mail(ago(470), other, MARA, CEM),
        mail(ago(450), BEN, MARA, CEM),
        mail(ago(400), MARA, CEM),
    )

    assert found.people == ()


def test_whom_strangers_know_does_not_matter():
    (found,) = woken(
        mail(ago(2000), MARA, BEN),
        mail(ago(500), MARA, BEN),
        mail(ago(450), BEN, MARA, CEM, DAN),
        mail(ago(400), MARA, CEM),
    )

    assert found.people == (CEM,)


def test_what_others_learn_later_does_not_matter():
    (found,) = woken(
        mail(ago(2000), MARA, BEN),
        mail(ago(990), MARA, ANA),
        mail(ago(500), MARA, BEN),
        mail(ago(450), BEN, MARA, CEM),
        mail(ago(400), MARA, CEM),
        mail(ago(390), ANA, MARA, CEM),
    )

    assert found.people == (CEM,)


def test_functions_are_those_stated_of_her_as_seen_from_the_owner():
    ties = [
        Tie(a=MARA, b=BEN, functions={"ideas", "doors"}),
        Tie(a=MARA, b=BEN, functions={"support"}, since=date(2027, 1, 1)),
        Tie(a=BEN, b=MARA, functions={"feedback"}),
        Tie(a=ANA, b=BEN, functions={"information"}),
    ]

    (found,) = woken(mail(ago(2000), MARA, BEN), mail(ago(100), MARA, BEN), ties=ties)

    assert found.functions == (Function.DOORS, Function.IDEAS)


def test_only_what_is_asked_for_is_told():
    contacts = [mail(ago(days), MARA, who) for who in (BEN, CEM) for days in (3000, 1500, 100)]

    assert len(woken(*contacts)) == 4
    assert [tie.when for tie in woken(*contacts, as_of=ago(1500))] == [ago(1500)] * 2
    assert [tie.contact.key for tie in woken(*contacts)] == [BEN, CEM, BEN, CEM]
    assert [tie.contact.key for tie in woken(*contacts, since=ago(100))] == [BEN, CEM]


def test_first_steps_are_counted_by_channel():
    found = woken(
        *(mail(ago(2000), MARA, who) for who in (ANA, BEN, CEM)),
        mail(ago(90), MARA, ANA),
        meeting(ago(80), MARA, BEN),
        mail(ago(70), MARA, CEM),
    )

    assert found.by_channel == {Channel.MEETING: 1, Channel.MAIL: 2}
    assert list(found.by_channel) == [way for way in Channel if way in found.by_channel]


def test_another_rule_of_sleep_is_kept():
    contacts = [mail(ago(500), MARA, BEN), mail(ago(100), MARA, BEN)]

    assert not woken(*contacts)
    assert woken(*contacts, strength=TieStrength(dormant_years=1))


def test_a_tie_that_never_had_strength_never_slept():
    @attrs.frozen
    class SecondDay(TieStrength):
        """A single day of contact ties nobody."""

        @override
        def accumulate(
            self, starts: IntArray, days: FloatArray, weights: FloatArray, as_of: float
        ) -> tuple[FloatArray, FloatArray]:
            now, peak = super().accumulate(starts, days, weights, as_of)
            several = np.diff(np.r_[starts, len(days)]) > 1
            return now * several, peak * several

    once = [mail(ago(2000), MARA, BEN), mail(ago(100), MARA, BEN)]

    assert not woken(*once, strength=SecondDay())
    assert len(woken(mail(ago(2002), MARA, BEN), *once, strength=SecondDay())) == 1


@given(st.lists(st.integers(0, 4000), min_size=1, max_size=12, unique=True))
def test_a_tie_slept_as_the_network_of_the_moment_before_says(days: list[int]):
    found = records(*(mail(ago(day), MARA, BEN) for day in days))

    expected = []
    for day in sorted(days, reverse=True)[1:]:
        before = Network.from_records(found, as_of=ago(day) - timedelta(microseconds=1))
        if before.ties_of().is_dormant[0]:
            expected.append(ago(day))

    assert [tie.when for tie in ties_woken(found, as_of=AS_OF)] == expected


def test_aliases_are_the_same_person():
    ben = Contact(key=BEN, name="Ben", emails=["ben@example.org", "ben@work.example"])
    old = "mailto:ben@work.example"

    found = ties_woken(
        records(mail(ago(2000), MARA, old), mail(ago(100), old, MARA), people=[ben]), as_of=AS_OF
    )

    assert [tie.contact.key for tie in found] == [BEN]


def test_a_chronicle_gives_the_same_as_its_records():
    rules = TieStrength(dormant_years=1)
    found = records(mail(ago(2000), MARA, BEN), mail(ago(1500), BEN, MARA), mail(ago(9), MARA, BEN))

    chronicle = Chronicle.from_records(found, strength=rules)

    assert ties_woken(chronicle, as_of=AS_OF) == ties_woken(found, as_of=AS_OF, strength=rules)
    assert len(ties_woken(chronicle, as_of=AS_OF)) == 2


def test_rows_can_be_written_down():
    (row,) = woken(mail(ago(2000), MARA, BEN), meeting(ago(500), MARA, BEN, ANA)).to_dicts(
        with_keys=True
    )

    assert json.loads(json.dumps(row)) == row
    assert (row["contact"], row["channel"], row["people"]) == (BEN, "meeting", [ANA])


def test_it_is_a_sequence_whose_text_shows_no_address():
    found = woken(*(mail(ago(days), MARA, BEN) for days in (3000, 1500, 100)))

    assert found[:1] == (found[0],)
    assert repr(found) == "ReconnectedTies(2 ties)"
    assert repr(found[0]) == f"ReconnectedTie('Ben', {ago(1500).date()})"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"as_of": datetime(2026, 1, 1)}, "with a time zone"),  # noqa: DTZ001
        ({"since": datetime(2026, 1, 1)}, "with a time zone"),  # noqa: DTZ001
        (
            {"since": AS_OF + timedelta(days=1)},
            "since must not be later than as_of, got 2026-11-02",
        ),
    ],
)
def test_what_cannot_be_answered_is_refused(options, message):
    with pytest.raises(InvalidArgumentError, match=message):
        woken(**options)


def test_records_of_nobody_are_refused():
    with pytest.raises(InvalidArgumentError, match="records must say who that is"):
        ties_woken(Records(contacts=[Contact(key=MARA)]), as_of=AS_OF)
