from __future__ import annotations

import copy
import pickle

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.model.packing import MANY, packed


WHOLE = st.integers(-(2**63), 2**63 - 1) | st.integers(-3, 3) | st.integers(2**31 - 2, 2**31 + 2)


def through_a_pickle(value: object) -> object:
    return pickle.loads(pickle.dumps(packed(value)))


@given(st.lists(WHOLE, min_size=1, max_size=4), st.sampled_from([np.int64, np.float64]))
def test_an_array_comes_out_of_a_pickle_as_it_went_in(some, kind):
    array = np.resize(np.array(some, dtype=np.int64), MANY + len(some)).astype(kind)

    found = through_a_pickle(array)

    assert found.dtype == array.dtype
    np.testing.assert_array_equal(found, array)


@pytest.mark.parametrize("kind", [np.float64, np.float32, np.int64, np.int8, np.bool_])
def test_an_array_out_of_a_pickle_has_the_type_that_numpy_is_fast_with(kind):
    array = np.resize([0, 1, 2**40], MANY).astype(kind)

    assert through_a_pickle(array).dtype is np.dtype(kind)


def test_a_zero_keeps_its_sign():
    zeros = np.resize([0.0, -0.0], MANY)

    assert through_a_pickle(zeros).tobytes() == zeros.tobytes()


@given(st.lists(st.text(max_size=3), min_size=1, max_size=4))
def test_texts_come_out_of_a_pickle_as_they_went_in(some):
    texts = tuple(some * MANY)

    assert through_a_pickle(texts) == texts


@pytest.mark.parametrize("value", [(), ("a", 1) * MANY, np.zeros(0), np.full(MANY, np.nan), None])
def test_anything_else_is_left_as_it_is(value):
    found = through_a_pickle(value)

    assert type(found) is type(value)
    np.testing.assert_array_equal(found, value)


def test_what_is_packed_is_small():
    numbers = np.arange(10_000)

    assert len(pickle.dumps(packed(numbers))) < 0.6 * len(pickle.dumps(numbers))
    assert len(pickle.dumps(packed(np.ones(10_000)))) < 500
    assert copy.copy(packed(None)) is None
