from __future__ import annotations

import itertools
import json
from datetime import UTC, date, datetime, timedelta, timezone

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import netzwerkwandel as nw
from builders import ANA, AS_OF, BEN, CEM, DAN, MARA, ago, mail, mailbox_life, meeting, records
from netzwerkwandel.change import network_change, timeline
from netzwerkwandel.change._timeline import period_ends
from netzwerkwandel.network import Network, PowerLawDecay, TieStrength


GOAL = nw.Goal(fields=["ux"], since=date(2026, 3, 1))


def made() -> nw.Records:
    return records(
        *(meeting(ago(13 * i), MARA, ANA, BEN) for i in range(60)),
        *(mail(ago(5 * i), *pair) for i in range(20) for pair in ((MARA, CEM), (CEM, MARA))),
        mail(ago(40), DAN, MARA, CEM),
        people=[nw.Contact(key=CEM, position="UX")],
    )


@pytest.mark.parametrize("every", ["month", "quarter", "year"])
def test_each_step_is_the_change_between_its_two_ends(every: str):
    found = timeline(made(), as_of=AS_OF, every=every, goal=GOAL)

    for step in found:
        before, after = (Network.from_records(made(), as_of=moment) for moment in step.moments)
        assert str(network_change(before, after, goal=GOAL)) == str(step)
    assert found.moments[-1] == AS_OF
    assert len(found) == len(found.moments)


def test_the_rules_of_strength_hold_for_every_step():
    rules = TieStrength(decay=PowerLawDecay(scale=30.0, exponent=1.0), dormant_years=0.5)
    found = timeline(made(), as_of=AS_OF, strength=rules)

    before, after = (
        Network.from_records(made(), as_of=moment, strength=rules) for moment in found[-1].moments
    )
    assert str(network_change(before, after)) == str(found[-1])


@given(st.lists(st.integers(0, 900), min_size=1, max_size=12, unique=True), st.floats(0.1, 0.9))
def test_any_history_gives_what_networks_built_anew_give(days: list[int], hour: float):
    happened = records(
        *(meeting(ago(d), MARA, *(ANA, BEN)[: 1 + i % 2]) for i, d in enumerate(days)),
        *(mail(ago(d + hour), BEN, MARA) for d in days[::2]),
    )

    (step, *_) = reversed(timeline(happened, as_of=AS_OF, every="year"))

    before, after = (Network.from_records(happened, as_of=moment) for moment in step.moments)
    assert str(network_change(before, after)) == str(step)


def test_a_chronicle_gives_the_same_as_its_records():
    chronicle = nw.Chronicle.from_records(made())

    assert timeline(chronicle, as_of=AS_OF, goal=GOAL) == timeline(made(), as_of=AS_OF, goal=GOAL)
    assert timeline(chronicle).moments == timeline(made()).moments


def test_it_begins_with_the_first_interaction_or_when_asked_to():
    assert timeline(made(), as_of=AS_OF)[0].moments[0] == made().interactions[0].when
    since = datetime(2026, 2, 3, tzinfo=UTC)
    assert timeline(made(), as_of=AS_OF, since=since)[0].moments[0] == since


def test_it_ends_with_the_last_interaction_unless_asked_otherwise():
    last = made().interactions[-1].when

    assert timeline(made()).moments[-1] == last
    assert str(timeline(made())[-1]) == str(timeline(made(), as_of=last)[-1])
    assert len(timeline(records())) == 0


def test_figures_come_as_columns_and_rows():
    found = timeline(made(), as_of=AS_OF, goal=GOAL)

    assert found.column("contacts").tolist() == [step.contacts.after for step in found]
    assert found.column("core_share")[-1] == found[-1].to_inner_circle.share.after
    rows = json.loads(json.dumps(found.to_dicts(), allow_nan=False))
    assert [row["moment"] for row in rows] == [moment.isoformat() for moment in found.moments]
    assert rows[-1]["field_share"] == found[-1].to_field.share.after
    assert rows[-1].keys() == {"moment", *found[-1].figures()}
    for steps in (found, timeline(records())):
        with pytest.raises(nw.NotFoundError, match="figure"):
            steps.column("happiness")


def test_it_can_be_a_data_frame():
    pytest.importorskip("pandas")
    frame = timeline(made(), as_of=AS_OF).to_frame("pandas")

    assert list(frame["contacts"]) == timeline(made(), as_of=AS_OF).column("contacts").tolist()


def test_an_unknown_data_frame_is_refused():
    with pytest.raises(nw.InvalidArgumentError, match="library must be one of"):
        timeline(made(), as_of=AS_OF).to_frame("excel")


def test_oscillation_counts_the_turns_of_constraint():
    def turns(*groups: int) -> int:
        """Meetings of one circle in some years, of strangers in others."""
        strangers = iter(range(1000))
        happened = []
        for year, crowd in enumerate(groups):
            for week in range(20):
                days = 365 * (len(groups) - year) - 7 * week - 30
                people = (ANA, BEN, CEM) if crowd else (f"x:{next(strangers)}",)
                happened.append(meeting(ago(days), MARA, *people))
        return timeline(records(*happened), as_of=AS_OF, every="year").oscillation

    assert turns(0, 0, 0) == 0
    assert turns(0, 1, 0, 1, 0) > turns(0, 0, 1, 1) > 0


def test_the_usual_distance_is_the_mean_of_all_steps():
    found = timeline(made(), as_of=AS_OF)

    distances = [step.signature_distance for step in found]
    assert found.usual_signature_distance == pytest.approx(np.nanmean(distances))


def test_nothing_happened_is_no_step():
    assert len(timeline(records(), as_of=AS_OF)) == 0
    assert len(timeline(records(mail(ago(-9), MARA, ANA)), as_of=AS_OF)) == 0
    assert np.isnan(timeline(records(), as_of=AS_OF).usual_signature_distance)
    assert timeline(records(), as_of=AS_OF).to_dicts() == []
    assert repr(timeline(made(), as_of=AS_OF, every="year")) == "Timeline(3 steps)"


def test_moments_have_a_time_zone_and_an_order():
    naive = datetime(2026, 1, 1)  # noqa: DTZ001
    with pytest.raises(nw.InvalidArgumentError, match="with a time zone"):
        timeline(made(), as_of=naive)
    with pytest.raises(nw.InvalidArgumentError, match="with a time zone"):
        timeline(made(), as_of=AS_OF, since=naive)
    with pytest.raises(nw.InvalidArgumentError, match="must not end before it begins"):
        timeline(made(), as_of=AS_OF, since=AS_OF + timedelta(days=1))
    with pytest.raises(nw.InvalidArgumentError, match=r"every must be one of .*, got 'day'"):
        timeline(made(), as_of=AS_OF, every="day")


def test_a_small_life_reconnects_nobody_and_goes_on():
    found = timeline(mailbox_life(), as_of=AS_OF, every="year")

    assert found.column("reconnected").sum() == 0
    assert found.column("contacts")[-1] > 0


# The periods


def day(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_quarters_end_with_the_first_moment_of_the_next():
    assert period_ends(day("2025-02-11"), day("2025-11-01"), "quarter") == (
        day("2025-04-01"),
        day("2025-07-01"),
        day("2025-10-01"),
        day("2025-11-01"),
    )


def test_the_other_periods():
    assert period_ends(day("2025-11-20"), day("2026-02-02"), "month") == (
        day("2025-12-01"),
        day("2026-01-01"),
        day("2026-02-01"),
        day("2026-02-02"),
    )
    assert period_ends(day("2023-05-01"), day("2025-01-01"), "year") == (
        day("2024-01-01"),
        day("2025-01-01"),
    )
    assert period_ends(day("2026-11-24"), day("2026-12-01"), "week") == (
        day("2026-11-30"),
        day("2026-12-01"),
    )


def test_the_calendar_is_that_of_utc():
    late = datetime(2025, 4, 1, 1, 30, tzinfo=timezone(timedelta(hours=2)))

    assert period_ends(late, day("2025-04-02"), "quarter") == (day("2025-04-01"), day("2025-04-02"))


def test_a_series_without_length_has_one_step():
    assert period_ends(day("2025-04-01"), day("2025-04-01"), "quarter") == (day("2025-04-01"),)


@given(
    st.datetimes(datetime(1990, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.timedeltas(timedelta(0), timedelta(days=800)),
    st.sampled_from(["week", "month", "quarter", "year"]),
)
def test_periods_go_forward_to_the_last_moment(first, length, every):
    ends = period_ends(first, first + length, every)

    assert ends[-1] == first + length
    assert all(a < b for a, b in itertools.pairwise(ends))
    assert all(first < moment for moment in ends[:-1])


def test_no_way_back():
    with pytest.raises(nw.InvalidArgumentError, match="must not end before it begins"):
        period_ends(day("2025-04-02"), day("2025-04-01"), "week")
