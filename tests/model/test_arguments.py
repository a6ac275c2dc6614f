from __future__ import annotations

import numpy as np
import pytest

import netzwerkwandel as nw
from netzwerkwandel.model.arguments import is_number


@pytest.mark.parametrize("value", [1, 1.5, np.int64(1), np.int8(1), np.float32(0.5), np.float64(1)])
def test_numbers_of_python_and_of_numpy_are_numbers(value):
    assert is_number(value)


@pytest.mark.parametrize("value", [True, np.True_, "1", None, 1j, np.array([1.0])])
def test_what_is_no_number_is_none(value):
    assert not is_number(value)


def test_a_numpy_integer_serves_as_a_timeout():
    with nw.open_storage(":memory:", timeout=np.int64(5)) as storage:
        assert len(storage.contacts) == 0
