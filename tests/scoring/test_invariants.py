"""The rules that every shipped strategy keeps; each was broken once to see its test fail."""

from __future__ import annotations

import math

import attrs
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
    life,
    mail,
    mailbox_life,
    meeting,
    network,
    records,
)
from netzwerkwandel.model import Contact, Tie
from netzwerkwandel.network import Network, Ties
from netzwerkwandel.recommending import recommend
from netzwerkwandel.records import Records
from netzwerkwandel.scoring import (
    BringsIdeas,
    Dormant,
    GuidingFigures,
    NewInformation,
    OpensDoors,
    ProfessionalCommunity,
    ScoringStrategy,
    checked_scores,
    score,
    top_contacts,
)
from netzwerkwandel.testing import check_strategy
from scoring.given_columns import KINDS, changed, columns, rows, shares, ties_with, two
from scoring.shipped import (
    BLENDS,
    GOAL,
    READS_THE_FIELD,
    SHIPPED,
    SINGLE,
    shipped,
    single,
)


TRUST_BLIND = {"professional community"}
PAST_BLIND = {"supports", "peers", "peers, no goal", "professional community"}
NOVEL = {
    "opens doors": OpensDoors(GOAL),
    "brings ideas": BringsIdeas(),
    "new information": NewInformation(),
    "dormant": Dormant(),
}
novel = pytest.mark.parametrize("name", NOVEL)


def scores(strategy: ScoringStrategy, ties: Ties) -> list[float]:
    return checked_scores(strategy, ties).tolist()


# All else equal


@single
@given(columns, rows, two(shares))
def test_at_equal_rest_the_trusted_contact_comes_first(name, given_columns, row, trust):
    less, more = (
        scores(SINGLE[name], ties_with(changed(given_columns, "stated_trust", row, value)))
        for value in trust
    )

    assert math.isnan(less[row]) == math.isnan(more[row])
    if name in TRUST_BLIND:
        np.testing.assert_array_equal(less, more)
    elif less[row] > 0:
        assert more[row] > less[row]
    else:
        assert math.isnan(more[row]) or more[row] >= less[row]
    less[row] = more[row]
    np.testing.assert_array_equal(less, more)


@pytest.mark.parametrize("name", BLENDS)
@given(columns, rows, two(shares))
def test_trust_takes_nobody_down_in_a_blend(name, given_columns, row, trust):
    less, more = (
        scores(BLENDS[name], ties_with(changed(given_columns, "stated_trust", row, value)))[row]
        for value in trust
    )

    assert (math.isnan(less) and math.isnan(more)) or more >= less - 1e-12


@single
# From three days of contact on: one exchange, of fewer, leaves nothing of what it was.
@given(columns, rows, two(st.integers(3, 500)))
def test_at_equal_trust_the_shorter_shared_past_comes_first(name, given_columns, row, days):
    less, more = (
        scores(SINGLE[name], ties_with(changed(given_columns, "contact_days", row, value)))
        for value in days
    )

    if name in PAST_BLIND or math.isnan(less[row]) or less[row] == 0:
        np.testing.assert_array_equal(less, more)
    else:
        assert more[row] < less[row]


@novel
@given(columns, rows, two(shares))
def test_whose_world_is_less_new_brings_less_that_is_new(name, given_columns, row, novelty):
    less, more = (
        scores(NOVEL[name], ties_with(changed(given_columns, "novelty", row, value)))[row]
        for value in novelty
    )

    assert (math.isnan(less) and math.isnan(more)) or less <= more
    if more > 0:
        assert less < more


@given(columns, rows, st.floats(0.05, 0.95), two(st.floats(0.01, 0.99)))
def test_new_information_rises_to_its_peak_and_falls_from_there(
    given_columns, row, peak, intensities
):
    def at(intensity: float) -> float:
        strength = 6.0 * intensity / (1 - intensity)
        used = changed(given_columns, "strength", row, strength)
        used = changed(used, "peak_strength", row, strength)
        return scores(NewInformation(peak=peak), ties_with(used))[row]

    less, more = intensities
    assert at(less) <= at(peak) * (1 + 1e-12)
    assert at(more) <= at(peak) * (1 + 1e-12)
    if more <= peak:
        assert at(less) <= at(more)
    if less >= peak:
        assert at(less) >= at(more)


@novel
@given(columns, rows, two(st.integers(300, 2000)))
def test_the_longer_the_silence_the_more_is_new_all_else_equal(name, given_columns, row, silences):
    less, more = (
        scores(NOVEL[name], ties_with(changed(given_columns, "silence", row, value / 100)))[row]
        for value in silences
    )

    assert more >= less


@given(columns, rows)
def test_however_long_the_silence_a_tie_without_strength_does_not_sleep(given_columns, row):
    silent = changed(changed(given_columns, "strength", row, 0.0), "silence", row, 9.0)
    once, never = (changed(silent, "peak_strength", row, value) for value in (1.0, 0.0))

    assert scores(Dormant(), ties_with(once))[row] >= 0  # 0 where nothing of hers is new
    assert math.isnan(scores(Dormant(), ties_with(never))[row])


@given(columns, rows)
def test_a_guiding_figure_is_close_to_the_goal_and_far_from_the_core(given_columns, row):
    deep = changed(given_columns, "core", row, 1.0)
    outside = changed(given_columns, "core", row, 0.5)
    inside, relations, career = KINDS[row]
    is_close = inside or career or bool({"mentor", "role model"} & set(relations))

    assert scores(GuidingFigures(GOAL), ties_with(deep))[row] == pytest.approx(
        0.0 if is_close else math.nan, nan_ok=True
    )
    worth = scores(GuidingFigures(GOAL), ties_with(outside))[row]
    assert worth > 0 if is_close else math.isnan(worth)


# In a life


def together(days: float) -> Network:
    """Mara met Ana and Ben, five days in a row, and never since."""
    return life(*(meeting(ago(days + i), MARA, ANA, BEN) for i in range(5)))


@novel
def test_in_a_life_what_is_new_grows_with_silence_and_saturates(name):
    years = [
        scores(attrs.evolve(NOVEL[name]), together(365.25 * (4 + 5 * span)).ties_of())[0]
        for span in range(8)
    ]
    gains = np.diff(years)

    assert (gains > 0).all()
    assert (np.diff(gains) < 0).all()
    assert gains[-1] < 0.01 * years[0]


def is_found_asleep(made: Network) -> bool:
    return not math.isnan(scores(Dormant(), made.ties_of())[0])


@pytest.mark.parametrize(
    ("silence", "rhythm", "asleep"),
    [
        (3 * 365.25 + 1, 400, True),
        (3 * 365.25 - 1, 400, False),
        (401, 50, True),
        (399, 50, False),
    ],
)
def test_a_formerly_strong_tie_sleeps_by_its_years_or_by_its_rhythm(silence, rhythm, asleep):
    days = [silence + rhythm * i for i in range(6)]

    assert is_found_asleep(life(*(meeting(ago(day), MARA, BEN) for day in days))) is asleep


def test_a_tie_that_never_had_strength_does_not_sleep():
    assert not is_found_asleep(life(ties=[Tie(a=MARA, b=BEN, trust=1.0, closeness=1.0)]))
    everybody = [f"mailto:p{i}@example.org" for i in range(40)]
    crowd = meeting(ago(4000), MARA, BEN, *everybody)
    assert not is_found_asleep(life(crowd, ties=[Tie(a=MARA, b=BEN)]))


PERFECT = Contact(key=BEN, name="Ben", fields=["ux research"], changed_career=True)


def with_ben(**stated: object) -> Network:
    """Ben is all that can be wanted: in the field, a peer, a mentor, trusted, asleep."""
    old = [mail(ago(1500 + 30 * i), *pair) for i in range(9) for pair in ((MARA, BEN), (BEN, MARA))]
    now = [mail(ago(3 + 30 * i), *pair) for i in range(9) for pair in ((MARA, ANA), (ANA, MARA))]
    tie = Tie(a=MARA, b=BEN, relations=["peer", "mentor"], trust=1.0, closeness=1.0, **stated)
    return life(*old, *now, ties=[tie], people=[PERFECT])


@shipped
def test_a_tie_that_ended_in_conflict_never_comes_up(name):
    strategy, friends, parted = SHIPPED[name], with_ben(), with_ben(ended_in_conflict=True)
    ben, mara = friends.index_of(BEN), friends.index_of(MARA)

    def found(made: Network) -> list[bool]:
        picks = recommend(made, strategy=strategy, goal=GOAL)
        return [
            not math.isnan(score(made, strategy)[made.ties().target == ben][0]),
            ben in top_contacts(made, strategy, n=2)[mara],
            BEN in [pick.contact.key for pick in picks],
        ]

    assert found(friends) == [True, True, True]
    assert found(parted) == [False, False, False]


def evolved(life_records: Records, **changes: object) -> Network:
    people = [attrs.evolve(contact, **changes) for contact in life_records.contacts]
    return Network.from_records(attrs.evolve(life_records, contacts=people), as_of=AS_OF)


@shipped
@pytest.mark.parametrize("field", ["name", "organisation", "position", "notes"])
def test_who_a_contact_is_on_paper_moves_no_score(name, field):
    life_records = mailbox_life()

    before = score(Network.from_records(life_records, as_of=AS_OF), SHIPPED[name])
    after = score(
        evolved(life_records, **{field: "Dr. President of the World Bank"}), SHIPPED[name]
    )

    np.testing.assert_array_equal(before, after)


@pytest.mark.parametrize("name", sorted(SHIPPED.keys() - READS_THE_FIELD))
def test_the_field_moves_a_score_only_where_a_goal_is_given(name):
    life_records = mailbox_life()

    before = score(Network.from_records(life_records, as_of=AS_OF), SHIPPED[name])
    after = score(evolved(life_records, position="UX Researcher", fields=["ux"]), SHIPPED[name])

    np.testing.assert_array_equal(before, after)


@pytest.mark.parametrize("name", sorted(READS_THE_FIELD))
def test_where_a_goal_is_given_the_field_does_move_scores(name):
    life_records = mailbox_life()

    # to have changed career is as good as being in the field, save in the blend
    changed = name != "default"
    before = score(evolved(life_records, changed_career=changed), SHIPPED[name])
    some = [
        attrs.evolve(c, changed_career=changed, fields=["UX research"] if c.key == CEM else [])
        for c in life_records.contacts
    ]
    after = score(
        Network.from_records(attrs.evolve(life_records, contacts=some), as_of=AS_OF), SHIPPED[name]
    )

    if name in {"orients", "peers"}:
        np.testing.assert_array_equal(before, after)
    else:
        assert not np.array_equal(before, after, equal_nan=True)


@shipped
def test_how_many_strangers_a_contact_knows_moves_no_score(name):
    edges = [("m", "a", 3.0), ("m", "b", 3.0), ("a", "b", 1.0), ("m", "c", 3.0)]
    crowd = [("c", f"x{i}", 50.0) for i in range(2000)]

    few = scores(SHIPPED[name], network([*edges, *crowd[:1000]]).ties_of("m"))
    many = scores(SHIPPED[name], network([*edges, *crowd]).ties_of("m"))

    np.testing.assert_allclose(few, many, rtol=0.01)


@pytest.mark.slow
@shipped
def test_every_strategy_passes_what_third_parties_run(name):
    check_strategy(SHIPPED[name], reads_field=name in READS_THE_FIELD)


# The professional community


def test_who_stands_further_inside_the_field_comes_first():
    def ux(name: str) -> Contact:
        return Contact(key=f"ux:{name}", fields=["ux research"])

    inner = [ux(letter) for letter in "abcd"]
    edge = ux("z")
    circle = [
        Tie(a=one.key, b=other.key) for one in inner for other in inner if one.key < other.key
    ]
    known = [Tie(a=MARA, b=person.key) for person in (inner[0], edge)]
    plain = [Tie(a=MARA, b=DAN)]
    made = life(ties=[*circle, *known, *plain], people=[*inner, edge])
    ties = made.ties_of()

    found = dict(
        zip(
            [made.keys[i] for i in ties.target],
            scores(ProfessionalCommunity(GOAL), ties),
            strict=True,
        )
    )

    assert found["ux:a"] > found["ux:z"] > 0
    assert math.isnan(found[DAN])


def test_who_stands_no_further_inside_than_i_do_can_still_be_talked_to():
    one, other = (Contact(key=key, fields=["ux research"]) for key in (ANA, BEN))
    made = Network.from_records(
        records(ties=[Tie(a=MARA, b=ANA), Tie(a=MARA, b=BEN)], people=[one, other]), as_of=AS_OF
    )

    found = scores(ProfessionalCommunity(GOAL), made.ties_of())

    assert found == [0.5 * (1 + 0.01 / 6.01) / 2] * 2
