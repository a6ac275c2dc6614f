from __future__ import annotations

import weakref

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import AS_OF, edge_lists, edge_networks, mailbox_life, network, tie_columns
from metrics.test_kernels import crowd
from netzwerkwandel import top_contacts
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Goal
from netzwerkwandel.network import Network, Ties
from netzwerkwandel.network.csr import Csr
from netzwerkwandel.network.kernels.table import row_bests, row_medians
from netzwerkwandel.scoring import default_strategy, rounded, score
from netzwerkwandel.scoring.ranking import argsort_keys


GOAL = Goal(fields=["design"])


def plain(made: Network) -> Network:
    return made.with_ties(Csr(made.indptr, made.indices, np.ones(len(made.indices))))


def kinds() -> dict[str, Network]:
    weighed = crowd(people=60, ties=400, seed=3)
    lived = Network.from_records(mailbox_life(), as_of=AS_OF)
    return {**edge_networks(), "weighed": weighed, "plain": plain(weighed), "lived": lived}


def joined(portions: list[Ties], name: str) -> list[object]:
    return [value for ties in portions for value in getattr(ties, name).tolist()]


@pytest.mark.parametrize("rows", [1, 7, 50])
@pytest.mark.parametrize("name", kinds())
def test_every_column_of_portions_is_that_of_everybody_to_the_last_bit(
    kernel: str, name: str, rows: int
) -> None:
    made = kinds()[name]
    everybody, portions = made.ties(), list(made.portions(rows))

    for column in tie_columns():
        expected = getattr(everybody, column).tolist()
        np.testing.assert_array_equal(joined(portions, column), expected, err_msg=column)
    fields = [value for ties in portions for value in ties.in_field(GOAL).tolist()]
    assert fields == everybody.in_field(GOAL).tolist()


@given(edges=edge_lists(), rows=st.integers(1, 30))
def test_all_ties_of_somebody_are_in_one_portion(edges, rows: int) -> None:
    made = network(edges)

    portions = list(made.portions(rows))

    people = [ego for ties in portions for ego in np.unique(ties.source).tolist()]
    assert len(people) == len(set(people))
    assert joined(portions, "positions") == list(range(len(made.indices)))
    most = int(made.degree.max())
    assert all(len(ties) < rows + most for ties in portions)


def test_a_portion_is_gone_when_it_is_dropped() -> None:
    ties = next(iter(crowd(people=60, ties=400, seed=3).portions(50)))
    default_strategy(GOAL).score(ties)
    gone = weakref.ref(ties)

    del ties

    assert gone() is None


def test_a_network_without_ties_has_no_portion() -> None:
    assert list(network([], keys=["ada", "ben"]).portions()) == []


def test_portions_of_no_ties_are_refused() -> None:
    with pytest.raises(InvalidArgumentError, match="rows"):
        list(edge_networks()["star"].portions(0))


@pytest.mark.slow
def test_who_is_best_of_very_many_is_the_same_in_portions() -> None:
    made = crowd(people=100_000, ties=600_000, seed=4)
    place = np.argsort(argsort_keys(made.keys))

    found = top_contacts(made, default_strategy(), n=3)

    assert len(list(made.portions())) > 1
    scores = rounded(score(made, default_strategy()))
    expected = row_bests(scores, made.indptr, made.indices, place, 3)
    assert np.array_equal(found, expected)


@given(st.lists(st.lists(st.floats(0, 1), min_size=1), min_size=1))
def test_a_median_is_that_of_its_row(kernel: str, rows: list[list[float]]) -> None:
    ends = np.cumsum([0, *map(len, rows)])

    medians = row_medians(np.concatenate(rows), ends)

    assert medians.tolist() == [float(np.median(row)) for row in rows]
