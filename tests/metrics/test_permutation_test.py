from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from builders import path
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.metrics import degree_test, ei_index, permutation_test
from netzwerkwandel.network import Network


def test_every_order_of_the_groups_is_as_likely_as_any_other():
    seen = Counter[tuple[object, ...]]()

    def look(_: Network, groups) -> float:
        seen[tuple(groups)] += 1
        return 0.0

    permutation_test(
        path(4), ["a", "b", None, "c"], look, rng=np.random.default_rng(1), samples=3000
    )

    assert {groups[2] for groups in seen} == {None}
    assert len(seen) == 6
    assert min(seen.values()) > 400


def test_the_same_chance_gives_the_same_result():
    def alike(network: Network, groups) -> float:
        return float(np.nansum(ei_index(network, groups)))

    one, again = (
        permutation_test(path(8), list("aabbccaa"), alike, rng=np.random.default_rng(5))
        for _ in range(2)
    )

    assert one.shuffled.tolist() == again.shuffled.tolist()
    assert one.observed == again.observed


def test_it_says_in_a_line_what_was_found_and_has_the_samples_as_a_table():
    def alike(network: Network, groups) -> float:
        return float(np.nansum(ei_index(network, groups)))

    found = permutation_test(path(8), list("aabbccaa"), alike, rng=np.random.default_rng(5))

    told = f"observed={found.observed:.6g}, p_value={found.p_value:.4g}, samples=199"
    assert repr(found) == f"PermutationTest({told})"
    assert (found.of, degree_test(path(5), lambda _: 0.0, rng=np.random.default_rng(1)).of) == (
        "groups",
        "ties",
    )
    assert found.to_dict() == {"shuffled": found.shuffled.tolist()}
    pytest.importorskip("polars")
    assert found.to_frame("polars")["shuffled"].to_list() == found.shuffled.tolist()


@pytest.mark.slow
def test_where_groups_do_not_matter_the_p_value_is_even():
    """Of groups handed out at random at most one in ten has a p-value below a tenth, or above."""
    random, found = np.random.default_rng(2), []
    network = Network.from_edges(*random.permutation(60).reshape(2, 30))
    for _ in range(300):
        groups = random.integers(3, size=network.n_contacts).tolist()
        found.append(
            permutation_test(
                network,
                groups,
                lambda network, groups: float(np.nansum(ei_index(network, groups))),
                rng=random,
                samples=39,
            )
        )
    values = np.array([one.p_value for one in found])

    assert np.mean(values <= 0.1) == pytest.approx(0.1, abs=0.055)
    assert np.mean(values) == pytest.approx(0.5, abs=0.06)
    assert np.mean([one.two_sided <= 0.1 for one in found]) == pytest.approx(0.1, abs=0.055)


@pytest.mark.parametrize("values", [[np.nan, 1.0, 2.0, 3.0], [np.nan] * 4])
def test_where_there_is_no_value_there_is_no_p_value(values: list[float]):
    left = iter(values)
    rng = np.random.default_rng(1)

    found = permutation_test(path(3), ["a", "b", "b"], lambda *_: next(left), rng=rng, samples=3)

    assert np.isnan(found.p_value)
    assert np.isnan(found.two_sided)


def test_a_sample_without_a_value_is_left_out():
    left = iter([1.0, np.nan, 2.0, 0.0])
    rng = np.random.default_rng(1)

    found = permutation_test(path(3), ["a", "b", "b"], lambda *_: next(left), rng=rng, samples=3)

    assert found.p_value == (1 + 1 / 2) / 3


def test_progress_is_told_of_each_sample():
    told: list[tuple[int, int]] = []

    permutation_test(
        path(3),
        ["a", "b", "b"],
        lambda _network, _groups: 0.0,
        rng=np.random.default_rng(1),
        samples=3,
        progress=lambda done, of: told.append((done, of)),
    )
    degree_test(
        path(5),
        lambda _: 0.0,
        rng=np.random.default_rng(1),
        samples=2,
        progress=lambda done, of: told.append((done, of)),
    )

    assert told == [(1, 3), (2, 3), (3, 3), (1, 2), (2, 2)]


def test_what_is_no_group_of_everybody_is_refused():
    with pytest.raises(InvalidArgumentError, match="groups must be one for each of 3 people"):
        permutation_test(
            path(3), ["a"], lambda _network, _groups: 0.0, rng=np.random.default_rng(1)
        )
