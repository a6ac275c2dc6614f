from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given

from backend.graphs import NAME, graphs


@given(graphs([nx.Graph]))
def test_the_core_number_is_that_of_networkx(graph):
    ours = nx.core_number(graph, backend=NAME)

    assert ours == nx.core_number(graph)
    assert list(ours) == list(graph)
    assert {type(number) for number in ours.values()} == {int}


@pytest.mark.parametrize("graph", [nx.DiGraph([(0, 1)]), nx.Graph([(0, 0)])], ids=str)
def test_other_core_numbers_are_left_to_networkx(graph):
    with pytest.raises(NotImplementedError, match="netzwerkwandel"):
        nx.core_number(graph, backend=NAME)
