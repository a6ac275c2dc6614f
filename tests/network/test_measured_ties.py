from __future__ import annotations

import pytest

from builders import (
    ANA,
    AS_OF,
    BEN,
    CEM,
    MARA,
    ago,
    edge_networks,
    life,
    mail,
    mailbox_life,
    meeting,
    path,
)
from netzwerkwandel.model import Tie
from netzwerkwandel.network import Network


# Past time spent together


def test_shared_time_is_half_at_fifty_days_of_contact_and_saturates():
    def shared(days: int) -> float:
        events = [meeting(ago(3 + 2 * i), MARA, BEN) for i in range(days)]
        return float(life(*events).ties_of().shared_time[0])

    assert shared(1) == 1 / 51
    assert shared(50) == 0.5
    assert shared(150) == 0.75


def test_many_contacts_in_a_day_are_one_day_shared():
    events = [mail(ago(2.9 - i / 100), MARA, BEN) for i in range(20)]

    assert life(*events).ties_of().shared_time.tolist() == [1 / 51]


def test_where_nothing_was_measured_no_time_was_shared():
    assert life(ties=[Tie(a=MARA, b=BEN)]).ties_of().shared_time.tolist() == [0.0]
    assert set(path().ties().shared_time.tolist()) == {0.0}


# The interactions behind a tie


def test_the_interactions_behind_a_tie_are_those_of_the_two_oldest_first():
    letter = mail(ago(3), MARA, ANA)
    answer = mail(ago(2), ANA, MARA, BEN)
    lunch = meeting(ago(900), MARA, ANA, BEN)
    others = mail(ago(5), ANA, CEM)
    ties = life(letter, answer, lunch, others).ties_of()

    assert [ties.interactions_of(row) for row in range(2)] == [(lunch, letter, answer), (lunch,)]


def test_both_directions_have_the_same_interactions():
    letter = mail(ago(3), MARA, ANA)
    ties = life(letter).ties()

    assert [ties.interactions_of(row) for row in range(2)] == [(letter,), (letter,)]


def test_what_happens_later_is_not_behind_a_tie():
    letter, later = mail(ago(3), MARA, ANA), mail(ago(-3), MARA, ANA)

    assert life(letter, later).ties_of().interactions_of(0) == (letter,)


def test_where_nothing_happened_nothing_is_behind_a_tie():
    assert (
        life(mail(ago(3), MARA, ANA), ties=[Tie(a=MARA, b=BEN)]).ties_of().interactions_of(1) == ()
    )
    assert path().ties().interactions_of(0) == ()


@pytest.mark.parametrize("name", edge_networks())
def test_there_is_an_interaction_for_each_contact(name):
    ties = edge_networks()[name].ties()

    for row in range(len(ties)):
        behind = ties.interactions_of(row)
        ends = {ties.network.keys[ties.source[row]], ties.network.keys[ties.target[row]]}
        assert all(ends <= set(event.participants) for event in behind)
        assert len({event.when.date() for event in behind}) == ties.contact_days[row]
        assert [event.when for event in behind] == sorted(event.when for event in behind)


def test_of_some_rows_the_interactions_are_those_of_the_row():
    made = Network.from_records(mailbox_life(), as_of=AS_OF)
    dan = made.index_of("mailto:dan@example.org")

    own = made.ties_of(dan)
    whole = made.ties()
    rows = [row for row in range(len(whole)) if whole.source[row] == dan]

    assert [own.interactions_of(i) for i in range(len(own))] == [
        whole.interactions_of(row) for row in rows
    ]
    assert len(own.interactions_of(0)) == 40
