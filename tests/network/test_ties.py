from __future__ import annotations

import math
from datetime import UTC, date, datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import (
    ANA,
    AS_OF,
    BEN,
    CEM,
    DAN,
    MARA,
    ago,
    edge_lists,
    edge_networks,
    life,
    mail,
    mailbox_life,
    meeting,
    network,
    path,
    records,
    tie_columns,
)
from netzwerkwandel.model import Channel, Contact, Goal, Relation, Tie
from netzwerkwandel.network import Network, Ties, TieStrength


COLUMNS = tie_columns()
ALWAYS_KNOWN = (
    "redundancy",
    "core",
    "novelty",
    "intensity",
    "bandwidth",
    "trust",
    "closeness",
    "shared_time",
)
SHARES = (*ALWAYS_KNOWN, "answers", "reciprocity", "overlap", "stated_trust", "stated_closeness")


def in_touch(*days: float, **rules: float) -> Ties:
    """The tie to Ben, met on days so long ago."""
    events = [meeting(ago(day), MARA, BEN) for day in days]
    return Network.from_records(
        records(*events), as_of=AS_OF, strength=TieStrength(**rules)
    ).ties_of()


@pytest.mark.parametrize("name", edge_networks())
def test_every_column_has_one_value_for_each_row(name: str):
    ties = edge_networks()[name].ties()

    for column in COLUMNS:
        values = getattr(ties, column)
        assert values.shape == (len(ties),), column
        assert not np.isinf(values).any(), column


@pytest.mark.parametrize("name", edge_networks())
def test_shares_lie_between_nothing_and_one(name: str):
    ties = edge_networks()[name].ties()

    for column in SHARES:
        values = getattr(ties, column)
        known = values[~np.isnan(values)]
        assert ((known >= 0) & (known <= 1)).all(), column
        assert column not in ALWAYS_KNOWN or len(known) == len(values), column


@pytest.mark.parametrize("name", edge_networks())
def test_a_persons_rows_are_those_of_the_whole_network(name: str):
    made = edge_networks()[name]

    for column in COLUMNS:
        whole = getattr(made.ties(), column)
        parts = [getattr(made.ties_of(number), column) for number in range(made.n_contacts)]
        np.testing.assert_array_equal(np.concatenate([whole[:0], *parts]), whole, column)


@pytest.mark.parametrize("column", COLUMNS)
def test_columns_are_read_only_so_that_no_strategy_spoils_them_for_the_next(column: str):
    values = getattr(path().ties(), column)

    with pytest.raises(ValueError, match="read-only"):
        values[0] = 0


@pytest.mark.parametrize("column", COLUMNS)
def test_columns_are_kept(column: str):
    ties = path().ties()

    assert getattr(ties, column) is getattr(ties, column)


def test_rows_say_how_many_they_are():
    assert len(path().ties()) == 6
    assert repr(path().ties()) == "Ties(6 rows)"


def test_edges_without_records_have_no_history():
    ties = network([("a", "b", 3.0)]).ties()

    assert ties.strength.tolist() == ties.peak_strength.tolist() == [3.0, 3.0]
    assert np.isnan(ties.silence).all()
    assert np.isnan(ties.rhythm).all()
    assert np.isnan(ties.first_contact).all()
    assert ties.touches_by(Channel.MAIL).tolist() == [0, 0]
    assert not ties.is_dormant.any()
    assert not ties.has_relation(Relation.FRIEND).any()
    assert ties.in_field(Goal(fields=["ux"])).tolist() == [0.0, 0.0]
    assert ties.bandwidth.tolist() == [1 / 2, 1 / 2]


def test_without_records_half_gets_through_a_tie_of_the_median_weight():
    ties = network([("a", "b", 60.0), ("a", "c", 120.0), ("b", "c", 180.0)]).ties_of("a")

    assert ties.bandwidth.tolist() == ties.intensity.tolist() == [60 / 180, 120 / 240]


# Novelty, intensity, bandwidth


def redundant(years: float) -> float:
    """Novelty of Ben, met so long ago, whom Ana knows too, met at the same time."""
    ties = life(meeting(ago(years * 365.25), MARA, BEN, ANA)).ties_of()
    return float(ties.novelty[1])


def test_what_is_known_already_halves_with_three_years_after_one_of_silence():
    # Each knows one person besides Mara, and nobody new: usual is a half over three contacts.
    usual = 0.5 / 3
    known = 1 - 3 * usual / (1 + 3)

    assert redundant(0.0) == redundant(1.0) == pytest.approx(1 - known)
    assert redundant(4.0) == pytest.approx(1 - known / 2)
    assert redundant(7.0) == pytest.approx(1 - known / 4)


def test_novelty_is_the_share_of_new_people_drawn_to_the_median_of_all_contacts():
    # ana knows 5 strangers and ben; ben knows ana and a stranger; of cem nothing is known
    strangers = [("ana", f"x{i}", 1.0) for i in range(5)]
    made = network(
        [
            *(("me", key, 1.0) for key in ("ana", "ben", "cem")),
            ("ana", "ben", 1.0),
            ("ben", "y", 1.0),
            *strangers,
        ]
    )
    ties = made.ties_of("me")
    usual = (3 * 1 / (2 + 3) + 0.5) / 4  # they show 5 / 9, 1 / 5 and 0

    assert ties.reach.tolist() == [5, 1, 0]
    assert ties.relations_known.tolist() == [6.0, 2.0, 0.0]
    assert ties.novelty.tolist() == pytest.approx(
        [(5 + 3 * usual) / (6 + 3), (1 + 3 * usual) / (2 + 3), usual]
    )


def test_a_hermit_is_less_new_than_a_hub_and_a_bigger_hub_is_not_much_newer():
    def hub(strangers: int) -> list[float]:
        ties = [("me", "hub", 1.0), ("me", "hermit", 1.0)]
        crowd = [("hub", f"x{i}", 1.0) for i in range(strangers)]
        return network([*ties, *crowd]).ties_of("me").novelty.tolist()

    (hermit, less), (_, more) = hub(50), hub(500)

    assert hermit < 0.7 < less
    assert less == pytest.approx(more, abs=0.05)


def test_who_only_stood_on_one_list_with_somebody_hardly_knows_her():
    # Ana wrote to Cem and Mara; Ben wrote to nobody but Mara, and stood on a list with Dan.
    lists = [
        mail(ago(5), ANA, MARA, CEM),
        mail(ago(6), ANA, MARA, BEN, DAN),
        mail(ago(7), BEN, MARA),
    ]
    made = life(*lists)
    ties = made.ties_of()

    assert [made.keys[i] for i in ties.target] == [ANA, BEN]
    assert ties.reach.tolist() == [2, 0]
    assert ties.relations_known.tolist() == pytest.approx([3.0, 1.1])


@pytest.mark.parametrize(
    ("letters", "answers"),
    [
        ([(MARA, BEN), (BEN, MARA)], 1.0),
        ([(BEN, MARA)], 0.5),
        ([(MARA, BEN)], 0.0),
    ],
)
def test_it_is_known_whether_a_contact_answers(letters, answers: float):
    made = life(*(mail(ago(9 - i), *pair) for i, pair in enumerate(letters)))

    assert made.ties_of().answers.tolist() == [answers]
    # seen from the other side, who was never answered never answered
    other = {1.0: 1.0, 0.5: 0.0, 0.0: 0.5}[answers]
    assert made.ties_of(BEN).answers.tolist() == [other]


def test_whoever_was_met_answered():
    assert life(meeting(ago(3), MARA, BEN)).ties_of().answers.tolist() == [1.0]
    assert np.isnan(life(ties=[Tie(a=MARA, b=BEN)]).ties_of().answers).all()


def test_the_last_talk_is_no_mail():
    talks = [meeting(ago(50), MARA, BEN), mail(ago(3), MARA, BEN), mail(ago(2), MARA, ANA)]
    ana, ben = life(*talks).ties_of().last_talk.tolist()

    assert math.isnan(ana)
    assert ben == ago(50).timestamp()


def test_people_are_acquainted_since_they_were_connected_or_in_touch():
    since = date(2019, 5, 2)
    ties = [Tie(a=MARA, b=ANA, since=since), Tie(a=MARA, b=BEN, since=since), Tie(a=MARA, b=CEM)]
    known = life(mail(ago(9), MARA, ANA), mail(ago(5000), MARA, BEN), ties=ties).ties_of()

    connected = datetime(2019, 5, 2, tzinfo=UTC).timestamp()
    assert known.acquainted[:2].tolist() == [connected, ago(5000).timestamp()]
    assert math.isnan(known.acquainted[2])


def test_the_longer_two_have_been_connected_without_contact_the_more_is_new():
    ties = [
        Tie(a=MARA, b=key, since=date(year, 1, 1))
        for key, year in ((ANA, 2026), (BEN, 2020), (CEM, 2012))
    ]
    ana, ben, cem = life(ties=ties).ties_of().novelty.tolist()

    assert ana < ben < cem < 1


@given(st.floats(0, 60), st.floats(0, 60))
def test_novelty_grows_with_silence_and_stays_below_one(one: float, other: float):
    less, more = sorted([one, other])

    assert redundant(less) <= redundant(more) + 1e-12
    assert redundant(more) <= 1.0


def test_silence_unknown_adds_no_novelty():
    told = [Tie(a=MARA, b=ANA), Tie(a=MARA, b=BEN), Tie(a=ANA, b=BEN)]

    assert life(ties=told).ties_of().novelty.tolist() == pytest.approx([0.125, 0.125])


@given(st.lists(st.floats(1e-6, 1e6), min_size=2, max_size=8))
def test_intensity_and_bandwidth_grow_with_strength_and_saturate(weights: list[float]):
    leaves = [f"x{i}" for i in range(len(weights))]
    ties = network(zip("a" * len(weights), leaves, weights, strict=True)).ties_of("a")
    order = np.argsort(ties.strength)

    for column in (ties.intensity, ties.bandwidth):
        assert (np.diff(column[order]) >= 0).all()
        assert (column < 1).all()
        assert (column > 0).all()


def test_half_gets_through_at_half_bandwidth():
    ties = network([("a", "b", 6.0)]).ties()

    assert ties.intensity.tolist() == ties.bandwidth.tolist() == [0.5, 0.5]


def test_a_tie_that_fell_asleep_keeps_half_of_what_got_through_at_its_peak():
    days = (9000, 9100)
    ties = in_touch(*days)
    (peak,) = ties.peak_strength.tolist()

    assert peak > 3.0
    assert ties.intensity[0] < 1e-6
    assert ties.bandwidth[0] == pytest.approx((peak / 2) / (peak / 2 + 6))
    assert in_touch(*days, residue=0.0).bandwidth[0] == pytest.approx(0.0, abs=1e-6)
    assert in_touch(*days, residue=1.0).bandwidth[0] == pytest.approx(peak / (peak + 6))


def test_one_exchange_of_long_ago_leaves_nothing():
    for days in ((9000,), (9000, 9006)):
        assert in_touch(*days).bandwidth[0] < 1e-6
    for days in ((9000, 9007), (9000, 9001, 9002)):
        assert in_touch(*days).bandwidth[0] > 0.2


def test_formerly_strong_gets_more_through_than_formerly_weak():
    weak, strong = in_touch(9000), in_touch(*(9000 + 7 * i for i in range(30)))

    assert weak.bandwidth[0] < strong.bandwidth[0]


def test_a_stated_tie_lets_something_through_and_contact_never_takes_it_away():
    told = Tie(a=MARA, b=BEN)
    crowd = [f"mailto:p{i}@example.org" for i in range(17)]
    faint = mail(ago(9000), BEN, MARA, *crowd, channel=Channel.SIGNAL)

    only_told = life(ties=[told]).ties_of()
    both = life(faint, ties=[told]).ties_of()

    assert only_told.bandwidth[0] == pytest.approx(0.01 / 6.01)
    assert both.bandwidth[0] >= only_told.bandwidth[0]


# Reach


@given(edge_lists())
def test_reach_counts_whom_the_contact_knows_and_source_does_not(edges):
    made = network(edges)
    knows = {a: set() for a in made.keys}
    for a, b, _ in edges:
        knows[a].add(b)
        knows[b].add(a)

    ties = made.ties()

    for i, j, reach in zip(
        ties.source.tolist(), ties.target.tolist(), ties.reach.tolist(), strict=True
    ):
        one, other = made.keys[i], made.keys[j]
        assert reach == len(knows[other] - knows[one] - {one})


def test_those_on_a_list_with_the_owner_are_within_reach():
    network = life(mail(ago(3), BEN, MARA, CEM, DAN), mail(ago(4), MARA, ANA))
    ties = network.ties_of()

    assert [network.keys[i] for i in ties.target] == [ANA, BEN]
    assert ties.reach.tolist() == [0, 2]


# The field of work


def test_a_field_is_matched_for_each_row():
    ana = Contact(key=ANA, name="Ana", fields=["UX research"])
    ben = Contact(key=BEN, name="Ben", position="Head of Sales")
    network = life(mail(ago(3), MARA, ANA, BEN, CEM), people=[ana, ben])

    assert network.ties_of().in_field(Goal(fields=["ux research"])).tolist() == [1.0, 0.0, 0.0]
    assert network.ties_of().in_field(Goal(fields=["sales", "ux"])).tolist() == [1.0, 1.0, 0.0]
    whole = network.ties()
    assert whole.in_field(Goal(fields=["ux"])).tolist() == [
        float(network.keys[i] == ANA) for i in whole.target
    ]


def test_a_mailbox_has_the_ties_it_tells_of():
    network = Network.from_records(mailbox_life(), as_of=AS_OF)
    ties = network.ties_of()
    names = [network.contacts[i].name for i in ties.target]

    assert names == ["Ana", "Ben", "Cem", "Dan", "Eva", "Finn"]
    assert ties.is_dormant.tolist() == [True, True, True, False, False, False]
    assert ties.reach.tolist() == [0, 0, 5, 0, 0, 0]
    assert ties.touches_by(Channel.MEETING).tolist() == [50, 50, 0, 40, 40, 0]
    assert ties.touches_by(Channel.MAIL).tolist() == [0, 0, 45, 0, 80, 0]


def test_where_no_tie_among_contacts_is_known_one_employer_and_time_is_a_circle():
    told = {
        "a": ("Contoso", 2012),
        "b": ("contoso ", 2013),
        "c": ("Contoso", 2022),
        "d": ("", 2012),
    }
    people = [Contact(key=key, organisation=employer) for key, (employer, _) in told.items()]
    ties = [Tie(a=MARA, b=key, since=date(year, 5, 1)) for key, (_, year) in told.items()]

    assert life(ties=ties, people=people).ties_of().circle.tolist() == [0, 0, 1, 2]
    # as soon as a tie among them is known, the ties are what counts
    known = [*ties, Tie(a="a", b="c")]
    assert life(ties=known, people=people).ties_of().circle.tolist() == [0, 1, 0, 2]
