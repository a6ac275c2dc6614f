from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from metrics.comparison import MODELS, assert_agrees, assert_same, rows_of
from metrics.generated import Case, cases
from netzwerkwandel import metrics as measures
from netzwerkwandel.network import Network


def holes(case: Case, model: str) -> measures.StructuralHoles:
    return measures.structural_holes(case.network, model=model)


def renumbered(case: Case, number: list[int]) -> Case:
    return Case(case.n, tuple((number[a], number[b], w) for a, b, w in case.arcs))


@given(case=cases(), model=st.sampled_from(MODELS), data=st.data())
def test_the_order_of_people_does_not_matter(kernel, case: Case, model: str, data: st.DataObject):
    number = data.draw(st.permutations(range(case.n)))

    other = holes(renumbered(case, number), model)

    assert_agrees(rows_of(other, number), holes(case, model).to_dict())


@given(case=cases(), model=st.sampled_from(MODELS), data=st.data())
def test_the_order_and_direction_of_ties_do_not_matter(
    kernel, case: Case, model: str, data: st.DataObject
):
    shuffled = data.draw(st.permutations(case.arcs))
    turned = Case(case.n, tuple((b, a, w) for a, b, w in shuffled))

    assert_agrees(holes(turned, model).to_dict(), holes(case, model).to_dict())


@pytest.mark.parametrize("unit", [2.0**-40, 3.7, 1e9])
@given(case=cases(), model=st.sampled_from(MODELS))
def test_the_unit_of_strength_does_not_matter(kernel, unit: float, case: Case, model: str):
    scaled = Case(case.n, tuple((a, b, w * unit) for a, b, w in case.arcs))

    assert_agrees(holes(scaled, model).to_dict(), holes(case, model).to_dict())


@given(case=cases(), model=st.sampled_from(MODELS))
def test_a_person_without_ties_changes_nothing_for_the_others(kernel, case: Case, model: str):
    more = Case(case.n + 1, case.arcs)

    found = holes(more, model)

    assert_same(rows_of(found, list(range(case.n))), holes(case, model).to_dict())
    assert np.isnan(found.constraint[-1])


@given(case=cases(most=8), model=st.sampled_from(MODELS))
def test_a_second_copy_beside_the_network_has_the_same_values(kernel, case: Case, model: str):
    copy = tuple((a + case.n, b + case.n, w) for a, b, w in case.arcs)
    twice = Case(2 * case.n, case.arcs + copy)

    found, once = holes(twice, model), holes(case, model).to_dict()

    assert_agrees(rows_of(found, list(range(case.n))), once)
    assert_agrees(rows_of(found, list(range(case.n, 2 * case.n))), once)


@given(case=cases())
def test_what_is_out_of_sight_does_not_count_in_the_ego_model(kernel, case: Case):
    """Five people whom only one contact knows, for every contact: nothing changes for the first."""
    known = sorted({b for a, b, _ in case.arcs if a == 0} | {a for a, b, _ in case.arcs if b == 0})
    new = [(friend, case.n + 5 * k + i, 2.5) for k, friend in enumerate(known) for i in range(5)]
    more = Case(case.n + len(new), case.arcs + tuple(new))

    assert_agrees(rows_of(holes(more, "ego"), [0]), rows_of(holes(case, "ego"), [0]))


@given(case=cases())
def test_both_models_agree_where_somebody_knows_everybody(kernel, case: Case):
    hub = tuple((case.n, person, 1.5) for person in range(case.n))
    tied = Case(case.n + 1, case.arcs + hub)

    assert_agrees(rows_of(holes(tied, "whole"), [case.n]), rows_of(holes(tied, "ego"), [case.n]))


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("some", [[0, 0], [1, 0, 1], [0, 5, 0], [5], [5, 0, 5], [2, 2, 2]])
def test_whoever_is_asked_about_twice_is_told_twice(kernel, some: list[int], model: str):
    # All of four know each other, and 4 knows the last of them; 5 knows nobody.
    arcs = [(a, b, 1.0 + a) for a in range(4) for b in range(4) if a != b]
    case = Case(6, (*arcs, (3, 4, 2.0)))

    found = measures.structural_holes(case.network, model=model, nodes=some)

    assert_same(found.to_dict(), rows_of(holes(case, model), some))


@given(case=cases(), model=st.sampled_from(MODELS), data=st.data())
def test_some_people_have_what_they_have_among_all_to_the_last_bit(
    kernel, case: Case, model: str, data: st.DataObject
):
    everybody = holes(case, model)
    some = data.draw(st.lists(st.integers(0, case.n - 1)))
    keys = [str(person) for person in some]

    for nodes in (some, keys, np.array(some, dtype=np.int64)):
        found = measures.structural_holes(case.network, model=model, nodes=nodes)
        assert_same(found.to_dict(), rows_of(everybody, some))
    for name in ("constraint", "effective_size", "efficiency", "hierarchy"):
        alone = getattr(measures, name)(case.network, model=model, nodes=some)
        np.testing.assert_array_equal(alone, getattr(everybody, name)[some])
    alone = measures.density(case.network, nodes=some)
    np.testing.assert_array_equal(alone, everybody.density[some])


@pytest.mark.parametrize("some", [[0, 0], [0, 3, 0], [4, 0], [0, 4, 4, 0]], ids=str)
@pytest.mark.parametrize("model", MODELS)
def test_who_is_asked_about_twice_has_the_same_twice(kernel, model: str, some: list[int]):
    ties = [(0, 1), (0, 2), (1, 2), (2, 3), (1, 3)]
    made = Network.from_edges(*zip(*ties, strict=True), keys=list("abcde"))
    everybody = measures.structural_holes(made, model=model)

    found = measures.structural_holes(made, model=model, nodes=some)

    assert_same(found.to_dict(), rows_of(everybody, some))


@pytest.mark.parametrize("model", MODELS)
def test_one_of_many_has_what_he_has_among_all_to_the_last_bit(kernel, model: str):
    """A network large enough for hubs, long rows and several threads."""
    chance = np.random.default_rng(7)
    source = chance.integers(0, 3_000, 30_000)
    target = (3_000 * chance.random(30_000) ** 3).astype(np.int64)
    apart = source != target
    weight = chance.lognormal(0, 2, apart.sum())
    made = Network.from_edges(source[apart], target[apart], weight)
    everybody = measures.structural_holes(made, model=model)

    for some in ([0], [2_999], [5, 1], chance.integers(0, 3_000, 200).tolist()):
        found = measures.structural_holes(made, model=model, nodes=some)
        assert_same(found.to_dict(), rows_of(everybody, some))
