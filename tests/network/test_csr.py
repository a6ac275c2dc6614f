from __future__ import annotations

import copy
import pickle

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import edge_lists, edge_networks, network
from netzwerkwandel.network.csr import Csr


def dense(csr: Csr) -> np.ndarray:
    matrix = np.zeros((csr.n_contacts, csr.n_contacts))
    matrix[csr.sources, csr.indices] = csr.weights
    return matrix


def pickled(csr: Csr) -> Csr:
    return pickle.loads(pickle.dumps(csr))


ends = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6), st.integers(1, 9)), max_size=20)


@given(ends.map(lambda edges: [edge for edge in edges if edge[0] != edge[1]]))
def test_parallel_ties_are_summed_and_one_way_ties_are_mutual(edges):
    a, b, w = (np.array([edge[k] for edge in edges], dtype=np.int64) for k in range(3))
    expected = np.zeros((7, 7))
    np.add.at(expected, (a, b), w)

    csr = Csr.symmetric(a, b, w.astype(np.float64), 7)

    np.testing.assert_array_equal(dense(csr), expected + expected.T)
    for person in range(7):
        row = csr.indices[csr.indptr[person] : csr.indptr[person + 1]].tolist()
        assert row == sorted(set(row))


def test_nobody_has_no_ties():
    none = np.zeros(0, dtype=np.int64)

    csr = Csr.symmetric(none, none, np.zeros(0), 0)

    assert (csr.n_contacts, len(csr), csr.indptr.tolist()) == (0, 0, [0])
    assert csr.degree.tolist() == csr.strength_sums.tolist() == csr.sources.tolist() == []


@given(edge_lists())
def test_what_follows_from_the_ties_is_what_the_matrix_says(edges):
    csr = network(edges).csr
    matrix = dense(csr)

    assert csr.degree.tolist() == (matrix > 0).sum(axis=1).tolist()
    assert csr.strength_sums.tolist() == pytest.approx(matrix.sum(axis=1).tolist())
    assert csr.largest_weights.tolist() == matrix.max(axis=1, initial=0.0).tolist()


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, pickled])
def test_a_copy_is_read_only_and_leaves_behind_what_can_be_computed_again(again):
    csr = edge_networks()["isolate among others"].csr
    size = len(pickle.dumps(csr))
    csr.orientation, csr.sources, csr.alters_of(1)

    same = again(csr)

    assert len(pickle.dumps(csr)) == size
    for name in ("indptr", "indices", "weights", "degree"):
        np.testing.assert_array_equal(getattr(same, name), getattr(csr, name))
        with pytest.raises(ValueError, match="read-only"):
            getattr(same, name)[0] = 7
