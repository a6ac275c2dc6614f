from __future__ import annotations

import itertools
import statistics
from collections import defaultdict
from datetime import UTC, datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import ANA, AS_OF, BEN, CEM, MARA, ago, life, mail, meeting
from netzwerkwandel.model import Channel, Contact, Interaction
from netzwerkwandel.network import TieStrength


BEN_AT_WORK = "mailto:ben@work.example"
BOTH_BENS = Contact(key=BEN, name="Ben", emails=["ben@example.org", "ben@work.example"])


@st.composite
def events(draw: st.DrawFn) -> Interaction:
    people = draw(
        st.lists(
            st.sampled_from([MARA, ANA, BEN, CEM, BEN_AT_WORK]), min_size=1, max_size=5, unique=True
        )
    )
    channel = draw(st.sampled_from(list(Channel)))
    together = channel is Channel.MEETING
    return Interaction(
        key=str(draw(st.uuids())),
        when=ago(draw(st.floats(0, 800))),
        participants=people,
        channel=channel,
        sender=None if together else draw(st.sampled_from([None, *people])),
    )


def slow_contacts(event: Interaction) -> list[tuple[str, str, float]]:
    """The definition: which two people an event ties, and what it is worth to them."""
    person = {BEN_AT_WORK: BEN}
    people = sorted({person.get(key, key) for key in event.participants})
    sender = person.get(event.sender, event.sender)
    found = []
    for one, other in itertools.combinations(people, 2):
        together = event.channel in {Channel.MEETING, Channel.CALL} or sender is None
        if MARA in {one, other} and not together and sender not in {one, other}:
            continue
        found.append((one, other, dict(TieStrength().channels)[event.channel] / (len(people) - 1)))
    return found


@given(st.lists(events(), max_size=8))
def test_the_history_is_what_the_definition_says(happened: list[Interaction]):
    best: dict[tuple[str, str], dict[int, float]] = defaultdict(dict)
    by_channel: dict[tuple[str, str, Channel], int] = defaultdict(int)
    for event in happened:
        day = int(event.when.timestamp() // 86_400)
        for one, other, weight in slow_contacts(event):
            best[one, other][day] = max(weight, best[one, other].get(day, 0.0))
            by_channel[one, other, event.channel] += 1

    network = life(*happened, people=[BOTH_BENS])

    rows = network.ties()
    found = {}
    counts = {}
    for row, (i, j) in enumerate(zip(rows.source.tolist(), rows.target.tolist(), strict=True)):
        pair = network.keys[i], network.keys[j]
        found[pair] = rows.strength[row], rows.contact_days[row]
        counts.update({(*pair, c): rows.touches_by(c)[row] for c in Channel})
        assert rows.talks[row] == counts[*pair, Channel.MEETING] + counts[*pair, Channel.CALL]
    today = AS_OF.timestamp() / 86_400
    expected = {}
    for pair, days in best.items():
        strength = sum(w * 2 ** ((day - today) / 365.0) for day, w in days.items())
        expected[pair] = expected[pair[::-1]] = pytest.approx(strength), len(days)
    assert found == expected
    assert {k: n for k, n in counts.items() if n and k[0] < k[1]} == by_channel


def test_the_columns_tell_the_history_of_a_tie():
    events = [
        mail(ago(100), MARA, BEN),
        mail(ago(90), BEN, MARA),
        mail(ago(90), MARA, BEN),
        meeting(ago(70), MARA, BEN),
        mail(ago(40), BEN, MARA, channel=Channel.MESSAGE),
    ]

    row = life(*events).ties_of()

    assert row.first_contact.tolist() == [ago(100).timestamp()]
    assert row.last_contact.tolist() == [ago(40).timestamp()]
    assert row.silence.tolist() == pytest.approx([40 / 365.25])
    assert row.contact_days.tolist() == [4]
    assert row.rhythm.tolist() == [20.0]
    assert row.touches_by(Channel.MAIL).tolist() == [3]
    assert row.touches_by(Channel.MEETING).tolist() == [1]
    assert row.touches_by(Channel.MESSAGE).tolist() == [1]
    assert row.touches_by(Channel.CALL).tolist() == [0]
    assert row.talks.tolist() == [1]
    assert row.reciprocity.tolist() == [1.0]


def test_reciprocity_compares_the_days_on_which_each_reached_out():
    from_ben = [mail(ago(10 + i), BEN, MARA) for i in range(4)]
    same_day = [mail(ago(0.6 + i / 100), BEN, MARA) for i in range(9)]

    assert life(*from_ben).ties_of().reciprocity.tolist() == [0.0]
    assert life(*from_ben, mail(ago(50), MARA, BEN)).ties_of().reciprocity.tolist() == [0.25]
    assert life(*same_day, mail(ago(50), MARA, BEN)).ties_of().reciprocity.tolist() == [1.0]
    assert life(*from_ben, meeting(ago(50), MARA, BEN)).ties_of().reciprocity.tolist() == [0.2]


def test_both_ends_see_the_same_history():
    network = life(mail(ago(9), MARA, BEN), mail(ago(8), BEN, MARA), mail(ago(7), BEN, MARA))
    hers, his = network.ties_of(MARA), network.ties_of(BEN)

    for column in ("strength", "peak_strength", "silence", "reciprocity", "contact_days"):
        assert getattr(hers, column).tolist() == getattr(his, column).tolist()


def test_a_shared_list_of_recipients_has_no_one_who_reached_out():
    network = life(mail(ago(3), MARA, ANA, BEN))

    anas = network.ties_of(ANA)
    to_ben = anas.target == network.index_of(BEN)
    assert np.isnan(anas.reciprocity[to_ben]).all()


@given(st.lists(st.integers(1, 4000), min_size=1, max_size=9))
def test_rhythm_is_the_median_gap_between_days_of_contact(days: list[int]):
    row = life(*(mail(ago(day), MARA, BEN) for day in sorted(set(days)))).ties_of()

    each = sorted(set(days))
    gaps = [b - a for a, b in itertools.pairwise(each)]
    expected = statistics.median(gaps) if len(gaps) >= 2 else np.nan
    np.testing.assert_equal(row.rhythm.tolist(), [expected])
    assert row.contact_days.tolist() == [len(each)]


def test_histories_of_many_pairs_do_not_mix():
    people = [f"mailto:p{i}@example.org" for i in range(9)]
    events = [
        mail(ago(10 * (i + 1) + j * (i + 1)), MARA, person)
        for i, person in enumerate(people)
        for j in range(i + 1)
    ]

    row = life(*events).ties_of()

    assert row.contact_days.tolist() == list(range(1, 10))
    assert row.rhythm[2:].tolist() == [3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0]
    assert np.isnan(row.rhythm[:2]).all()
    assert row.last_contact.tolist() == [ago(10 * (i + 1)).timestamp() for i in range(9)]


def test_days_are_days_in_utc():
    late = datetime(2026, 10, 5, 23, 30, tzinfo=UTC)
    early = datetime(2026, 10, 6, 0, 30, tzinfo=UTC)

    assert life(mail(late, MARA, BEN), mail(early, MARA, BEN)).ties_of().contact_days[0] == 2


@pytest.mark.parametrize("n", [1, 127, 128, 129, 32_768])
def test_what_comes_later_and_is_between_no_two_changes_nothing(n: int):
    before = [mail(ago(n - i), MARA, BEN) for i in range(n)]
    to_herself = mail(ago(-1), MARA)

    rows, alone = (life(*events).ties_of() for events in ([*before, to_herself], before))

    assert rows.last_contact.tolist() == alone.last_contact.tolist() == [ago(1).timestamp()]
    assert rows.strength.tolist() == alone.strength.tolist()
