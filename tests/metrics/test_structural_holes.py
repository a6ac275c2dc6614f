from __future__ import annotations

import itertools
from dataclasses import replace
from fractions import Fraction

import attrs
import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builders import edge_networks, network, path, star, triangle
from metrics import oracle
from metrics.comparison import MODELS, assert_agrees, exact, exact_ties
from metrics.generated import VAST, Case, cases
from netzwerkwandel import metrics as measures
from netzwerkwandel.errors import InvalidArgumentError, NotFoundError
from netzwerkwandel.network import Network


COLUMNS = [
    "degree",
    "constraint",
    "constraint_size",
    "constraint_density",
    "constraint_hierarchy",
    "normalised_constraint",
    "effective_size",
    "efficiency",
    "hierarchy",
    "density",
]
ONE_BY_ONE = ["constraint", "effective_size", "efficiency", "hierarchy"]
LONE = Case(1, ())
DOUBLED = Case(3, ((0, 1, 1.0), (0, 1, 1.0), (1, 2, 1.0), (0, 2, 1.0)))
ONE_WAY = Case(4, ((0, 1, 1.0), (2, 1, 0.25), (3, 1, 0.25), (3, 2, 2.0), (2, 3, 1.0)))


def check_against_the_oracle(case: Case) -> None:
    z, made = case.z, case.network
    for model in MODELS:
        assert_agrees(measures.structural_holes(made, model=model).to_dict(), exact(z, model))
        ties = {
            "local_constraint": measures.local_constraint(made, model=model),
            "redundancy": measures.redundancy(made, model=model),
        }
        assert_agrees(ties, exact_ties(z, made, model))


@pytest.mark.slow
@given(case=cases())
@example(case=LONE)
@example(case=DOUBLED)
@example(case=ONE_WAY)
def test_every_measure_is_what_the_definition_says(kernel: str, case: Case):
    check_against_the_oracle(case)


@given(case=cases(most=8), model=st.sampled_from(MODELS))
def test_one_measure_alone_is_the_same_as_all_together(kernel: str, case: Case, model: str):
    made = case.network
    all_together = measures.structural_holes(made, model=model)

    for name in ONE_BY_ONE:
        alone = getattr(measures, name)(made, model=model)
        np.testing.assert_array_equal(alone, getattr(all_together, name), err_msg=name)
    np.testing.assert_array_equal(measures.density(made), all_together.density)


@given(case=cases(), model=st.sampled_from(MODELS))
def test_parts_add_up_and_ranges_hold(kernel: str, case: Case, model: str):
    holes = measures.structural_holes(case.network, model=model)
    there = holes.degree > 0
    parts = holes.constraint_size + holes.constraint_density + holes.constraint_hierarchy

    np.testing.assert_allclose(parts, holes.constraint, rtol=1e-12)
    assert (holes.constraint[there] > 0).all()
    assert (holes.effective_size[there] > 0).all()
    assert (holes.effective_size <= holes.degree)[there].all()
    for share in (holes.efficiency[there], holes.hierarchy[there], holes.density[holes.degree > 1]):
        assert ((share >= 0) & (share <= 1)).all()


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("name", edge_networks())
def test_nobody_without_ties_has_a_value_and_everybody_else_has(kernel, name: str, model: str):
    made = edge_networks()[name]

    holes = measures.structural_holes(made, model=model)

    assert holes.degree.tolist() == made.degree.tolist()
    for column in COLUMNS[1:]:
        least = 2 if column == "density" else 1
        found = np.isfinite(getattr(holes, column)).tolist()
        assert found == (made.degree >= least).tolist(), column


@given(case=cases(most=6, weights=[VAST]))
@example(case=Case(4, ((0, 1, 1e-140), (1, 2, 1e140), (0, 2, 1e-140), (2, 3, 1e70))))
def test_weights_of_every_size_there_may_be_give_what_the_definition_says(kernel, case: Case):
    check_against_the_oracle(case)


@pytest.mark.parametrize("model", MODELS)
def test_a_network_of_nobody_has_columns_of_no_rows(kernel, model: str):
    holes = measures.structural_holes(Network.from_edges([], []), model=model)

    assert len(holes) == 0
    assert holes.to_dict() == {name: [] for name in COLUMNS}


@pytest.mark.parametrize("model", MODELS)
def test_two_who_know_nobody_else_hold_each_other_fast(kernel, model: str):
    holes = measures.structural_holes(path(2), model=model).to_dict()

    assert {name: values[0] for name, values in holes.items() if name != "density"} == {
        "degree": 1,
        "constraint": 1,
        "constraint_size": 1,
        "constraint_density": 0,
        "constraint_hierarchy": 0,
        "normalised_constraint": 1,
        "effective_size": 1,
        "efficiency": 1,
        "hierarchy": 1,
    }


@pytest.mark.parametrize("model", MODELS)
def test_constraint_of_a_triangle_exceeds_one(kernel, model: str):
    holes = measures.structural_holes(triangle(), model=model)

    assert holes.constraint.tolist() == [1.125] * 3
    assert holes.normalised_constraint == pytest.approx(1.0)
    assert holes.density.tolist() == [1.0] * 3
    assert measures.local_constraint(triangle(), model=model).tolist() == [0.5625] * 6
    assert measures.redundancy(triangle(), model=model).tolist() == [0.5] * 6


@pytest.mark.parametrize("leaves", [2, 3, 200, 5_000])
@pytest.mark.parametrize("model", MODELS)
def test_the_middle_of_a_star_has_as_many_contacts_as_count(kernel, leaves: int, model: str):
    made = Network.from_edges([0] * leaves, range(1, leaves + 1))

    holes = measures.structural_holes(made, model=model)

    assert holes.effective_size.tolist() == [leaves] + [1] * leaves
    assert holes.constraint[0] == pytest.approx(1 / leaves, rel=1e-12)
    assert holes.normalised_constraint[0] == pytest.approx(0, abs=1e-12)
    assert holes.hierarchy[0] == pytest.approx(0, abs=1e-12)
    assert holes.density[0] == 0


@pytest.mark.parametrize("model", MODELS)
def test_one_tied_to_all_others_who_stand_in_a_ring(kernel, model: str):
    """Each of the ring has three contacts, two neighbours and the hub, and two ties among them."""
    n = 3_000
    rim = np.arange(1, n + 1)
    made = Network.from_edges(np.r_[np.zeros(n, int), rim], np.r_[rim, np.roll(rim, -1)])

    holes = measures.structural_holes(made, model=model)

    through = 2 / n * (1 / 3)
    assert holes.constraint[0] == pytest.approx(n * (1 / n + through) ** 2, rel=1e-12)
    assert holes.effective_size[0] == pytest.approx(n - 2, rel=1e-12)
    assert holes.density[0] == pytest.approx(2 / (n - 1), rel=1e-12)
    assert holes.effective_size[1:] == pytest.approx(3 - 4 / 3, rel=1e-12)


@pytest.mark.slow
@pytest.mark.parametrize("model", MODELS)
def test_a_large_clique_has_the_closed_form(kernel, model: str):
    people = 1_500 if kernel == "numba" else 500
    n = people - 1
    a, b = np.triu_indices(people, 1)

    holes = measures.structural_holes(Network.from_edges(a, b), model=model)

    assert holes.constraint == pytest.approx((2 * n - 1) ** 2 / n**3, rel=1e-12)
    assert holes.effective_size == pytest.approx(1.0, rel=1e-12)
    assert holes.density == pytest.approx(1.0)
    assert holes.hierarchy == pytest.approx(0.0, abs=1e-12)


@pytest.mark.parametrize("n", [2, 3, 6, 7, 8, 9, 30])
def test_normalised_constraint_reaches_one_in_the_closest_circle_of_its_size(kernel, n: int):
    """All tied up to seven contacts; from eight on, one go-between who is tied to all others."""
    pairs = itertools.combinations(range(n + 1), 2)
    clique = Network.from_edges(*zip(*pairs, strict=True))
    spokes = [(0, j) for j in range(1, n + 1)] + [(1, j) for j in range(2, n + 1)]
    shadow = Network.from_edges(*zip(*spokes, strict=True))

    in_clique = measures.structural_holes(clique).normalised_constraint[0]
    in_shadow = measures.structural_holes(shadow, model="ego").normalised_constraint[0]

    assert max(in_clique, in_shadow) == pytest.approx(1.0, rel=1e-12)
    if n > 2:
        assert (in_clique > in_shadow) == (n <= 7)


def test_what_contacts_do_elsewhere_counts_in_the_whole_model_only(kernel):
    """Four who all know each other, and five whom only one of them knows, for each of three."""
    core = list(itertools.combinations("abcd", 2))
    pendants = [(friend, f"{friend}{i}") for friend in "bcd" for i in range(5)]
    made = network((a, b, 1.0) for a, b in [*core, *pendants])

    ego = measures.constraint(made, model="ego")[0]
    whole = measures.constraint(made, model="whole")[0]

    assert ego == pytest.approx(25 / 27, rel=1e-12)
    assert whole == pytest.approx(0.5208, abs=5e-5)


@given(n=st.integers(1, 10), k=st.integers(0, 10), data=st.data())
def test_a_new_contact_is_worth_one_less_what_it_repeats(kernel, n: int, k: int, data):
    """A contact with k ties to n contacts with t among them: 1 - 2k/(n+1) + 2t/(n(n+1))."""
    k = min(k, n)
    pairs = list(itertools.combinations(range(1, n + 1), 2))
    among = data.draw(st.lists(st.sampled_from(pairs), unique=True)) if pairs else []
    edges = [(0, j) for j in range(1, n + 1)] + among
    more = [(0, n + 1)] + [(n + 1, j) for j in range(1, k + 1)]

    before, after = (
        measures.effective_size(Network.from_edges(*zip(*ties, strict=True)), nodes=[0])[0]
        for ties in (edges, edges + more)
    )

    gain = Fraction(n * (n + 1) - 2 * k * n + 2 * len(among), n * (n + 1))
    assert after - before == pytest.approx(float(gain), abs=1e-12)


def test_hierarchy_tells_one_who_constrains_from_all_alike(kernel):
    """One contact takes nearly all the time, or all take the same."""
    one_sided = network([("a", "b", 1e6), ("a", "c", 1.0), ("a", "d", 1.0)])

    assert measures.hierarchy(one_sided)[0] > 0.99
    assert measures.hierarchy(star())[0] == pytest.approx(0, abs=1e-12)


def test_a_network_model_that_does_not_exist_is_refused(kernel):
    for measure in (measures.structural_holes, measures.constraint, measures.local_constraint):
        with pytest.raises(
            InvalidArgumentError, match="model must be 'whole' or 'ego', got 'both'"
        ):
            measure(triangle(), model="both")


def test_a_network_of_somebodys_own_is_measured_in_the_ego_model_unless_another_is_named(kernel):
    """Mara's contacts Ben and Cem know each other; Cem knows somebody else far better."""
    ties = [("mara", "ben", 1.0), ("mara", "cem", 1.0), ("ben", "cem", 3.0), ("cem", "dan", 5.0)]
    more = network(ties)
    own = attrs.evolve(more, ego=more.index_of("mara"))

    assert measures.structural_holes(more).model == "whole"
    assert measures.structural_holes(own).model == "ego"
    for name in [*ONE_BY_ONE, "local_constraint", "redundancy"]:
        measure = getattr(measures, name)
        np.testing.assert_array_equal(measure(own), measure(own, model="ego"), err_msg=name)
        np.testing.assert_array_equal(measure(more), measure(own, model="whole"), err_msg=name)
        assert (measure(own) != measure(more)).any(), name


@pytest.mark.parametrize("nodes", ["abc", 1, {"a"}, {"a": 1}, [1.0], [None], [True, False, True]])
def test_what_names_no_people_is_refused(kernel, nodes):
    with pytest.raises(InvalidArgumentError, match="nodes must be"):
        measures.structural_holes(triangle(), nodes=nodes)


@pytest.mark.parametrize("nodes", [["zoe"], [3], [-1], ["a", "zoe"]])
def test_who_is_not_there_is_named(kernel, nodes):
    with pytest.raises(NotFoundError) as caught:
        measures.structural_holes(triangle(), nodes=nodes)
    assert caught.value.key == str(nodes[-1])


def test_columns_are_read_only_and_named():
    holes = measures.structural_holes(triangle())

    assert list(holes.to_dict()) == COLUMNS
    with pytest.raises(ValueError, match="read-only"):
        holes.constraint[0] = 0


def transposed(table: oracle.Table) -> oracle.Table:
    """What comes of dividing by the sums or maxima of columns where rows are meant."""
    return {(k, j): share for (j, k), share in table.items()}


def second_step_transposed(v: oracle.View, j: oracle.Node) -> Fraction:
    """p_iq p_jq for p_iq p_qj: how influenceR came to .645 for the Peruzzi."""
    return sum((v.p[v.person, q] * v.p.get((j, q), 0) for q in v.contacts if q != j), Fraction(0))


@pytest.mark.parametrize("model", MODELS)
def test_rows_and_columns_swapped_would_be_noticed(kernel, model: str):
    """The oracle broken on purpose: the library agrees with the right one and with none else."""
    arcs = [(0, 1, 1), (0, 2, 2), (1, 2, 5), (2, 3, 3), (3, 4, 1), (1, 3, 1), (0, 3, 4)]
    v = oracle.view(oracle.mutual(arcs), 0, model)
    of_columns = replace(v, p=transposed(v.p), m=transposed(v.m))
    second = sum((v.p[0, j] + second_step_transposed(v, j)) ** 2 for j in v.contacts)

    holes = measures.structural_holes(Network.from_edges(*zip(*arcs, strict=True)), model=model)

    assert holes.constraint[0] == pytest.approx(float(oracle.constraint(v)), rel=1e-12)
    assert holes.effective_size[0] == pytest.approx(float(oracle.effective_size(v)), rel=1e-12)
    for wrong in (second, oracle.constraint(replace(of_columns, m=v.m))):
        assert abs(holes.constraint[0] - wrong) > 5e-4
    assert abs(holes.effective_size[0] - oracle.effective_size(replace(v, m=of_columns.m))) > 5e-4
