from __future__ import annotations

import pickle

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import (
    AS_OF,
    edge_lists,
    mailbox_life,
    network,
    path,
    two_cliques_and_a_bridge,
)
from netzwerkwandel.errors import StrategyError
from netzwerkwandel.model import Function
from netzwerkwandel.network import FloatArray, Network, Ties
from netzwerkwandel.records import Records
from netzwerkwandel.scoring import (
    Blend,
    Dormant,
    GuidingFigures,
    Peers,
    ProfessionalCommunity,
    ScoringStrategy,
    checked_scores,
    function_strategies,
    rounded,
    score,
)
from scoring.shipped import GOAL, SHIPPED, networks, shipped


@shipped
def test_every_strategy_scores_every_network(name: str):
    for where, made in networks().items():
        scores = score(made, SHIPPED[name])

        assert scores.shape == (len(made.indices),), where
        assert scores.dtype == np.float64, where
        assert not np.isinf(scores).any(), where
        assert not (scores < 0).any(), where


@shipped
def test_two_calls_and_a_pickled_copy_agree(name: str):
    strategy = SHIPPED[name]
    copy = pickle.loads(pickle.dumps(strategy))

    assert copy == strategy
    assert hash(copy) == hash(strategy)
    for where, made in networks().items():
        once, again = score(made, strategy), score(made, strategy)
        np.testing.assert_array_equal(again, once, err_msg=where)
        np.testing.assert_array_equal(score(made, copy), once, err_msg=where)


@shipped
def test_one_persons_scores_are_those_she_has_among_all(name: str):
    made = Network.from_records(mailbox_life(), as_of=AS_OF)
    whole = score(made, SHIPPED[name])

    parts = [
        checked_scores(SHIPPED[name], made.ties_of(number)) for number in range(made.n_contacts)
    ]

    np.testing.assert_array_equal(np.concatenate(parts), whole)


def by_pair(made: Network, strategy: ScoringStrategy) -> dict[tuple[str, str], float]:
    ties = made.ties()
    pairs = zip(ties.source.tolist(), ties.target.tolist(), strict=True)
    scores = score(made, strategy).tolist()
    return {
        (made.keys[i], made.keys[j]): value for (i, j), value in zip(pairs, scores, strict=True)
    }


@pytest.mark.slow
@shipped
@given(edge_lists(), st.permutations("abcdefgh"))
def test_permuting_the_people_permutes_their_scores(name: str, edges, names):
    renamed = dict(zip("abcdefgh", names, strict=True))
    one, other = network(edges), network((renamed[a], renamed[b], w) for a, b, w in edges)

    expected = {(renamed[a], renamed[b]): v for (a, b), v in by_pair(one, SHIPPED[name]).items()}
    assert by_pair(other, SHIPPED[name]) == pytest.approx(expected, rel=1e-9, nan_ok=True)


@shipped
def test_permuting_the_people_of_records_permutes_their_scores(name: str):
    life = mailbox_life()
    keys = [contact.key for contact in life.contacts if contact.key != life.me]
    renamed = {**dict(zip(keys, keys[::-1], strict=True)), life.me: life.me}
    turned = Records(
        contacts=[attrs.evolve(c, key=renamed[c.key]) for c in life.contacts],
        ties=[attrs.evolve(t, a=renamed[t.a], b=renamed[t.b]) for t in life.ties],
        interactions=[
            attrs.evolve(
                e,
                participants=[renamed[key] for key in e.participants],
                sender=e.sender and renamed[e.sender],
            )
            for e in life.interactions
        ],
        me=life.me,
    )
    one, other = (Network.from_records(r, as_of=AS_OF) for r in (life, turned))

    expected = {(renamed[a], renamed[b]): v for (a, b), v in by_pair(one, SHIPPED[name]).items()}
    assert by_pair(other, SHIPPED[name]) == pytest.approx(expected, rel=1e-9, nan_ok=True)


@shipped
def test_strangers_elsewhere_move_no_score(name: str):
    alone = two_cliques_and_a_bridge()
    pairs = zip(alone.sources.tolist(), alone.indices.tolist(), strict=True)
    edges = [(alone.keys[i], alone.keys[j], 1.0) for i, j in pairs if i < j]
    among = network([*edges, ("x", "y", 9.0)])

    expected = by_pair(alone, SHIPPED[name])
    assert {p: v for p, v in by_pair(among, SHIPPED[name]).items() if p in expected} == (
        pytest.approx(expected, nan_ok=True)
    )


# What comes back is checked


@attrs.frozen
class Returns(ScoringStrategy):
    """Whatever it is given."""

    value: object = attrs.field(eq=False)

    def score(self, ties: Ties) -> FloatArray:
        return self.value


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (None, r"array of shape \(6,\), got NoneType from Returns"),
        ([1.0] * 6, r"array of shape \(6,\), got list from Returns"),
        (1.0, r"array of shape \(6,\), got float from Returns"),
        (np.ones(5), r"array of shape \(6,\), got \(5,\) from Returns"),
        (np.ones((6, 1)), r"array of shape \(6,\), got \(6, 1\) from Returns"),
        (np.float64(1.0), r"array of shape \(6,\), got \(\) from Returns"),
        (np.array(["a"] * 6), "scores must be real numbers, got <U1 from Returns"),
        (np.array([None] * 6), "scores must be real numbers, got object from Returns"),
        (np.ones(6, dtype=complex), "scores must be real numbers, got complex128 from Returns"),
        (np.array([0, 0, np.inf, 0, 0, 0]), "finite or nan, got inf in row 2 from Returns"),
        (np.array([0, -np.inf, 0, 0, 0, 0]), "finite or nan, got -inf in row 1 from Returns"),
    ],
)
def test_what_cannot_be_ranked_is_refused(value: object, message: str):
    with pytest.raises(StrategyError, match=message):
        score(path(), Returns(value))


@pytest.mark.parametrize("dtype", [np.float32, np.int8, np.uint16, bool])
def test_any_real_numbers_do(dtype: type):
    scores = score(path(), Returns(np.ones(6, dtype=dtype)))

    assert scores.dtype == np.float64
    assert scores.tolist() == [1.0] * 6


def test_what_a_strategy_returns_is_not_changed_by_the_library():
    values = np.arange(6.0)

    score(path(), Returns(values))[0] = 9.0

    assert values.tolist() == [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]


def test_the_class_is_not_a_strategy_but_its_instance_is():
    with pytest.raises(StrategyError, match=r"\(an instance, not the class\), got <class"):
        score(path(), Dormant)


def test_a_function_is_not_a_strategy():
    with pytest.raises(StrategyError, match="must be a ScoringStrategy, got 'd…'"):
        score(path(), "dormant")


def test_a_strategy_without_the_decorator_is_refused():
    class Forgotten(ScoringStrategy):
        years: float = attrs.field(default=2.0)

        def score(self, ties: Ties) -> FloatArray:
            return ties.novelty

    with pytest.raises(StrategyError, match=r"decorated with attrs.frozen, Forgotten is not"):
        score(path(), Forgotten())


def test_a_strategy_without_a_score_cannot_be_made():
    @attrs.frozen
    class Empty(ScoringStrategy):
        pass

    with pytest.raises(TypeError, match=r"abstract method '?score"):
        Empty()


def test_strategies_say_which_function_they_find():
    assert all(s.function is function for function, s in function_strategies(GOAL).items())
    assert set(function_strategies()) == set(Function)
    assert Dormant().function is Function.INFORMATION
    for other in (
        Blend([(Dormant(), 1.0)]),
        Peers(),
        GuidingFigures(),
        ProfessionalCommunity(GOAL),
    ):
        assert other.function is None


# Rounding


@given(st.floats(allow_infinity=False, max_value=1e300, min_value=-1e300))
def test_rounding_keeps_twelve_digits(value: float):
    assert rounded(np.array([value]))[0] == pytest.approx(value, rel=1e-12, nan_ok=True)


@given(st.floats(1e-300, 1e300))
def test_rounding_is_idempotent_and_keeps_order(value: float):
    pair = rounded(np.array([value, value * 1.0000001]))

    assert pair[0] < pair[1]
    np.testing.assert_array_equal(rounded(pair), pair)


@pytest.mark.parametrize("value", [0.1, 1.0, 1 / 3, 2.0**-30, 12345.678])
def test_rounding_makes_neighbours_in_the_last_bit_equal(value: float):
    near = np.array([np.nextafter(value, 0), value, np.nextafter(value, np.inf)])

    assert len(set(rounded(near).tolist())) == 1


def test_the_largest_number_can_be_rounded():
    assert rounded(np.array([np.finfo(np.float64).max, np.nan, 0.0]))[0] > 1e308
