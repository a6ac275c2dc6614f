from __future__ import annotations

import math
import subprocess
import sys
from datetime import UTC, datetime

import attrs
import numpy as np
import pytest

from builders import AS_OF, MARA, ago, mail, records
from netzwerkwandel.errors import NetzwerkwandelError
from netzwerkwandel.model import Contact, Goal, Relation
from netzwerkwandel.network import FloatArray, Ties
from netzwerkwandel.scoring import (
    Blend,
    BringsIdeas,
    NewInformation,
    Orients,
    ScoringStrategy,
)
from netzwerkwandel.testing import ConformanceError, check_strategy
from netzwerkwandel.testing.networks import AS_OF as KIT_AS_OF
from netzwerkwandel.testing.networks import ugly_cases


GOAL = Goal(fields=["ux research"])


@attrs.frozen
class FormerClients(ScoringStrategy):
    """The example of the docs."""

    years: float = 2.0

    def score(self, ties: Ties) -> FloatArray:
        sleeping = ties.has_relation(Relation.CLIENT) & (ties.silence >= self.years)
        return np.where(sleeping, ties.novelty * ties.bandwidth, np.nan)


@pytest.mark.slow
def test_a_strategy_that_keeps_the_rules_passes():
    assert check_strategy(FormerClients()) is None
    assert check_strategy(Blend([(FormerClients(1.0), 1.0), (BringsIdeas(), 2.0)])) is None


@pytest.mark.slow
def test_no_test_framework_is_needed():
    code = (
        "import netzwerkwandel as nw, sys\n"
        "from netzwerkwandel.testing import check_strategy\n"
        "check_strategy(nw.NewInformation())\n"
        "print('pytest' in sys.modules, 'hypothesis' in sys.modules)"
    )

    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert run.stdout == "False False\n"


# As a value


class Undecorated(FormerClients):
    def score(self, ties):
        return ties.novelty


@attrs.frozen
class Lists(ScoringStrategy):
    years: list[float]

    def score(self, ties):
        return ties.novelty


@attrs.frozen
class HoldsAFunction(ScoringStrategy):
    weigh: object

    def score(self, ties):
        return ties.novelty


@attrs.frozen
class Unlike(ScoringStrategy):
    """Equal to its copies, but of another hash."""

    def __hash__(self):
        return id(self)

    def score(self, ties):
        return ties.novelty


@pytest.mark.parametrize(
    ("strategy", "rule"),
    [
        (FormerClients, r"must be a ScoringStrategy \(an instance, not the class\)"),
        (Undecorated(), r"must be decorated with attrs\.frozen, Undecorated is not"),
        (Lists([1.0]), r"must be hashable, with tuples for lists: unhashable type: 'list' in"),
        (HoldsAFunction(lambda x: x), r"must be picklable, of a class at the top of a module"),
        (FormerClients(math.nan), r"a pickled copy must be equal to its original"),
        (Unlike(), r"a pickled copy must be equal to its original"),
    ],
)
def test_a_strategy_is_a_value(strategy, rule):
    with pytest.raises(ConformanceError, match=rule):
        check_strategy(strategy)


def test_a_class_inside_a_function_cannot_be_pickled():
    @attrs.frozen
    class Hidden(ScoringStrategy):
        def score(self, ties):
            return ties.novelty

    with pytest.raises(ConformanceError, match="must be picklable, of a class at the top"):
        check_strategy(Hidden())


# As a score


@attrs.frozen
class TooShort(ScoringStrategy):
    def score(self, ties):
        return ties.novelty[:-1]


@attrs.frozen
class Words(ScoringStrategy):
    def score(self, ties):
        return np.array(["much"] * len(ties))


@attrs.frozen
class Infinite(ScoringStrategy):
    """Infinity where a contact was not long ago."""

    def score(self, ties):
        return np.where(ties.silence < 0.1, np.inf, ties.novelty)


@attrs.frozen
class Silent(ScoringStrategy):
    def score(self, ties):
        return np.full(len(ties), np.nan)


class Remembered:
    calls = 0


@attrs.frozen
class Moody(ScoringStrategy):
    """Another score each time."""

    def score(self, ties):
        Remembered.calls += 1
        return ties.novelty + Remembered.calls


@attrs.frozen
class ByPlaceInTheTable(ScoringStrategy):
    def score(self, ties):
        return np.arange(float(len(ties)))


@attrs.frozen
class ByPlaceAmongAll(ScoringStrategy):
    def score(self, ties):
        return ties.target * 1.0


@attrs.frozen
class ByKey(ScoringStrategy):
    def score(self, ties):
        return np.array([len(ties.network.keys[i]) for i in ties.target.tolist()], dtype=float)


@attrs.frozen
class AgainstEverybody(ScoringStrategy):
    """Over the most that anybody in the table has."""

    def score(self, ties):
        return ties.bandwidth / ties.bandwidth.max(initial=1e-300)


@attrs.frozen
class ByName(ScoringStrategy):
    def score(self, ties):
        return ties.of_contacts(lambda contact: float(len(contact.name)))


@attrs.frozen
class ByOrganisation(ScoringStrategy):
    def score(self, ties):
        return ties.of_contacts(lambda contact: float("Bank" in contact.organisation))


@attrs.frozen
class ByPosition(ScoringStrategy):
    def score(self, ties):
        return ties.of_contacts(lambda contact: float("President" in contact.position))


@attrs.frozen
class ByPositionInTheField(ScoringStrategy):
    """In the field, and high up in it."""

    goal: Goal

    def score(self, ties):
        high = ties.of_contacts(lambda contact: float("President" in contact.position))
        return ties.in_field(self.goal) * (1 + high)


@attrs.frozen
class ByDegree(ScoringStrategy):
    def score(self, ties):
        return ties.network.degree[ties.target] * 1.0


@attrs.frozen
class ByReach(ScoringStrategy):
    def score(self, ties):
        return ties.reach * 1.0


@attrs.frozen
class ByInfluence(ScoringStrategy):
    """By the summed weight of a contact's ties, the one to ego left out."""

    def score(self, ties):
        return ties.network.strength_sums[ties.target] - ties.weight


def spoil(column: np.ndarray) -> None:
    column.flags.writeable = True
    column[:] = 0


@attrs.frozen
class Spoils(ScoringStrategy):
    def score(self, ties):
        spoil(ties.trust)
        return ties.novelty


@attrs.frozen
class Writes(ScoringStrategy):
    def score(self, ties):
        scores = ties.novelty
        scores[ties.is_dormant] = np.nan
        return scores


@attrs.frozen
class Forgives(ScoringStrategy):
    def score(self, ties):
        spoil(ties.ended_in_conflict)
        return ties.novelty


@pytest.mark.parametrize(
    ("strategy", "rule"),
    [
        (TooShort(), r"must return an array of shape \(0,\)|\(2,\), got \(1,\) from TooShort"),
        (Words(), r"scores must be real numbers, got <U"),
        (Infinite(), r"scores must be finite or nan, got inf in row \d+ from Infinite"),
        (Silent(), r"must have an opinion of somebody, Silent\(\) has none .* pass records"),
        (Moody(), r"two calls must give the same, got \d+\.\d+ for \d+\.\d+ from 'a' to 'b'"),
        (ByPlaceInTheTable(), r"one person's ties alone must score as among all, got"),
        (AgainstEverybody(), r"one person's ties alone must score as among all, got"),
        (ByPlaceAmongAll(), r"other keys must give the same people the same score, got"),
        (ByKey(), r"other keys must give the same people the same score, got"),
        (ByName(), r"names, organisations and positions must move no score, got"),
        (ByOrganisation(), r"names, organisations and positions must move no score, got"),
        (ByPosition(), r"names, organisations and positions must move no score, got"),
        (
            ByDegree(),
            r"\(degree, reach\) must move no score, all together moved by \d+.* of \d+",
        ),
        (
            ByReach(),
            r"how many strangers a contact knows .* in the network 'a single tie' from ByReach",
        ),
        (ByInfluence(), r"how many strangers a contact knows .* must move no score"),
        (Spoils(), r"must change no column, 'trust' was changed in the network .* by Spoils"),
        (Forgives(), r"a tie that ended in conflict must have no score, got \d.* for nan from"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, ScoringStrategy) else "",
)
def test_a_broken_rule_is_named(strategy, rule):
    with pytest.raises(ConformanceError, match=rule):
        check_strategy(strategy)


def test_writing_into_a_column_is_an_error_of_numpy_and_the_place_is_noted():
    with pytest.raises(ValueError, match="read-only") as caught:
        check_strategy(Writes())

    assert caught.value.__notes__ == ["raised in the network 'nobody at all', from Writes()"]


@attrs.frozen
class NeedsSomebody(ScoringStrategy):
    def score(self, ties):
        return ties.novelty / ties.novelty[0]


def test_what_the_strategy_raises_is_passed_on_with_its_place():
    with pytest.raises(IndexError) as caught:
        check_strategy(NeedsSomebody())

    assert caught.value.__notes__ == ["raised in the network 'nobody at all', from NeedsSomebody()"]


# The field


@pytest.mark.slow
def test_a_strategy_about_a_field_says_so():
    with pytest.raises(ConformanceError, match=r"move no score \(if it is meant .*reads_field=Tru"):
        check_strategy(Orients(GOAL))
    check_strategy(Orients(GOAL), reads_field=True)


@pytest.mark.slow
def test_the_goals_of_the_parts_of_a_blend_are_found():
    bees = Goal(fields=["beekeeping"])
    blend = Blend([(NewInformation(), 1.0), (Orients(bees), 2.0)])

    with pytest.raises(ConformanceError, match="must move no score"):
        check_strategy(blend)
    check_strategy(blend, reads_field=True)


def test_position_moves_a_score_by_the_field_alone():
    with pytest.raises(ConformanceError, match="must move no score, save by who is in the field"):
        check_strategy(ByPositionInTheField(GOAL), reads_field=True)


@pytest.mark.slow
def test_a_field_that_a_title_names_is_still_the_field():
    check_strategy(Orients(Goal(fields=["professor"])), reads_field=True)


# Records of one's own


@attrs.frozen
class ChoirFriends(ScoringStrategy):
    def score(self, ties):
        sings = ties.of_contacts(lambda contact: float("choir" in contact.communities)) > 0
        return np.where(sings & (ties.silence < 0.02), 1.0, np.nan)


ANN = Contact(key="mailto:ann@example.org", emails=["ann@example.org"], communities=["choir"])
CHOIR = records(mail(ago(3), MARA, ANN.key), people=[ANN])


@pytest.mark.slow
def test_a_strategy_with_an_opinion_of_nobody_is_checked_on_records_of_its_own():
    with pytest.raises(ConformanceError, match="must have an opinion of somebody"):
        check_strategy(ChoirFriends())
    check_strategy(ChoirFriends(), records=CHOIR)
    check_strategy(ChoirFriends(), records=CHOIR, as_of=ago(2))
    with pytest.raises(ConformanceError, match="must have an opinion of somebody"):
        check_strategy(ChoirFriends(), records=CHOIR, as_of=datetime(2030, 1, 1, tzinfo=UTC))


@pytest.mark.slow
def test_records_without_events_are_seen_at_some_moment():
    check_strategy(BringsIdeas(), records=records(people=[ANN]))


@attrs.frozen
class ByChoirAndName(ScoringStrategy):
    def score(self, ties):
        named = ties.of_contacts(lambda contact: float(len(contact.name)))
        return np.where(ChoirFriends().score(ties) > 0, named, np.nan)


@pytest.mark.slow
def test_the_rules_hold_on_records_of_ones_own_too():
    with pytest.raises(
        ConformanceError, match=r"move no score, got .* 'the records given' from ByC"
    ):
        check_strategy(ByChoirAndName(), records=CHOIR)


def test_the_error_is_of_the_library_and_an_assertion():
    assert issubclass(ConformanceError, NetzwerkwandelError)
    assert issubclass(ConformanceError, AssertionError)


# The networks of the check are as ugly as they claim


def test_the_networks_hold_every_kind_of_tie():
    networks = [case.network() for case in ugly_cases([GOAL])]
    ties = [network.ties() for network in networks]

    assert {len(rows) for rows in ties} >= {0, 2}
    assert any(not network.history.is_measured and len(network.indices) for network in networks)
    assert any((network.degree == 0).any() and len(network.indices) for network in networks)
    assert any(network.degree.max(initial=0) >= 12 for network in networks)
    for name in ("ended_in_conflict", "is_dormant", "trust_is_stated", "changed_career"):
        assert any(getattr(rows, name).any() and not getattr(rows, name).all() for rows in ties)
    assert any(0 < rows.in_field(GOAL).sum() < len(rows) for rows in ties)
    for relation in Relation:
        assert any(rows.has_relation(relation).any() for rows in ties), relation
    assert any((np.isnan(rows.silence) & rows.is_stated).any() for rows in ties)
    assert any((rows.redundancy > 0).any() for rows in ties)
    assert any((rows.reach > 0).any() for rows in ties)


def test_the_networks_are_the_same_each_time():
    one, other = ([case.network() for case in ugly_cases([GOAL])] for _ in range(2))

    for a, b in zip(one, other, strict=True):
        assert a.keys == b.keys
        np.testing.assert_array_equal(a.weights, b.weights)
        np.testing.assert_array_equal(a.ties().trust, b.ties().trust)


def test_nothing_of_the_check_lies_in_the_future():
    assert KIT_AS_OF < AS_OF
    assert not math.isnan(KIT_AS_OF.timestamp())
