from __future__ import annotations

import logging

import networkx as nx
import pytest

from backend.graphs import NAME
from netzwerkwandel.network.kernels.engines import use_kernel


def calls(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Which functions the backend was used for."""
    texts = [record.getMessage() for record in caplog.records]
    caplog.clear()
    return [text.split("'")[3] for text in texts if text.startswith("Using backend 'netz")]


def test_networkx_asks_the_backend_by_itself_where_it_is_worth_it(caplog):
    caplog.set_level(logging.DEBUG, logger="networkx")
    graph, path = nx.barabasi_albert_graph(400, 2, seed=1), nx.path_graph(1000)
    loop = nx.Graph([(0, 0), (0, 1)])

    with nx.config.backend_priority(algos=[NAME]):
        nx.constraint(graph)
        nx.effective_size(graph, nodes=list(graph))
        nx.dispersion(graph)
        assert calls(caplog) == ["constraint", "effective_size", "dispersion"]
        nx.local_constraint(graph, 399, "nobody")
        with pytest.raises(nx.NetworkXError, match="The node nobody is not in the graph"):
            nx.local_constraint(graph, "nobody", 399)
        nx.constraint(path, nodes=[0])
        nx.constraint(path, nodes=[500])
        assert nx.constraint(path, nodes=iter([0])) == {0: 1.0}
        nx.constraint(loop)
        nx.dispersion(graph, 0)
        nx.dispersion(nx.karate_club_graph())
        nx.core_number(graph)
        assert calls(caplog) == []
        nx.constraint(nx.Graph([(0, 1, {"weight": 0}), (0, 2)]), weight="weight")
        assert calls(caplog) == ["constraint"]  # which finds the weight of 0 then


@pytest.mark.slow
@pytest.mark.parametrize(("kernel", "asked"), [("numpy", []), ("numba", ["core_number"])])
def test_core_numbers_are_asked_for_where_long_chains_do_no_harm(caplog, kernel, asked):
    if kernel == "numba":
        pytest.importorskip("numba")
    caplog.set_level(logging.DEBUG, logger="networkx")

    with use_kernel(kernel), nx.config.backend_priority(algos=[NAME]):
        nx.core_number(nx.path_graph(1002))

    assert calls(caplog) == asked
