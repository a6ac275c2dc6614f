from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.generated import Case, cases
from netzwerkwandel import Contact, Network, Records, Tie
from netzwerkwandel.errors import InvalidArgumentError, NotFoundError
from netzwerkwandel.metrics import exposure


DONE = st.sampled_from([None, 0, 1, 0.25, True, False, float("nan")])


def by_definition(case: Case, done: list[float | None], i: int, *, weighted: bool) -> float:
    known = {j: w for j, w in case.z[i].items() if done[j] is not None and done[j] == done[j]}
    total = sum(w if weighted else 1.0 for w in known.values())
    met = sum((w if weighted else 1.0) * done[j] for j, w in known.items())
    return met / total if total else float("nan")


@given(cases(), st.data(), st.booleans())
def test_it_is_what_the_definition_says(case: Case, data: st.DataObject, weighted: bool):
    done = data.draw(st.lists(DONE, min_size=case.n, max_size=case.n))

    found = exposure(case.network, done, weighted=weighted)

    for i in range(case.n):
        expected = by_definition(case, done, i, weighted=weighted)
        assert found[i] == pytest.approx(expected, rel=1e-12, abs=1e-12, nan_ok=True)


@given(cases(), st.data())
def test_the_unit_of_weights_and_who_is_named_how_do_not_matter(case: Case, data: st.DataObject):
    done = data.draw(st.lists(st.booleans(), min_size=case.n, max_size=case.n))
    arcs = [(a, b, 60 * w) for a, b, w in case.arcs]
    told = {str(i): value for i, value in enumerate(done)}

    found = exposure(case.network, done)

    np.testing.assert_allclose(exposure(Case(case.n, tuple(arcs)).network, done), found, rtol=1e-12)
    np.testing.assert_array_equal(exposure(case.network, told), found)
    np.testing.assert_array_equal(exposure(case.network, done, nodes=[0]), found[:1])


def test_who_is_met_three_times_as_often_counts_three_times():
    network = Network.from_edges(["a", "a"], ["b", "c"], [3.0, 1.0])

    assert exposure(network, {"b": True, "c": False}, nodes=["a"]).tolist() == [0.75]


def test_the_share_is_between_the_least_and_the_greatest_of_vast_weights():
    network = Network.from_edges(["a", "a"], ["b", "c"], [1e139, 1e139])

    assert exposure(network, {"b": 1, "c": 0}, nodes=["a"]).tolist() == [0.5]


def test_by_default_it_is_to_those_who_changed_career():
    people = [Contact(key="me"), Contact(key="ben", changed_career=True), Contact(key="cem")]
    ties = [Tie(a="me", b="ben"), Tie(a="me", b="cem")]
    records = Records(contacts=people, ties=ties, me="me")
    network = Network.from_records(records, as_of=datetime(2026, 3, 1, tzinfo=UTC))

    assert exposure(network, weighted=False, nodes=["me"]).tolist() == [0.5]
    assert np.isnan(exposure(Network.from_edges(["a"], ["b"]))).all()


@pytest.mark.parametrize("who", [["a"], ["x", "y"], 3, {"zoe": 1}, [[1], [2]]])
def test_what_is_no_number_for_each_is_refused(who: object):
    with pytest.raises(InvalidArgumentError, match="who must"):
        exposure(Network.from_edges(["a"], ["b"]), who)


def test_nobody_else_is_asked_about():
    with pytest.raises(NotFoundError):
        exposure(Network.from_edges(["a"], ["b"]), [1, 0], nodes=["zoe"])
    with pytest.raises(InvalidArgumentError, match="weighted"):
        exposure(Network.from_edges(["a"], ["b"]), [1, 0], weighted=1)
