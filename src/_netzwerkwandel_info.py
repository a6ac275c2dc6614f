"""What networkx wants to know of the backend when it starts; it must not import the package."""

from __future__ import annotations


def get_info() -> dict[str, object]:
    """Describe the backend to networkx.

    Returns
    -------
    dict
        As networkx asks for it under the entry point ``networkx.backend_info``.
    """
    return {
        "backend_name": "netzwerkwandel",
        "project": "netzwerkwandel",
        "package": "netzwerkwandel",
        "short_summary": "Structural holes, exact and fast, whatever nodes are asked about.",
        "functions": {name: {"additional_docs": docs} for name, docs in FUNCTIONS.items()},
    }


FUNCTIONS = {
    "constraint": "Parallel edges are summed. Graphs with self-loops are left to networkx.",
    "effective_size": (
        "The values that networkx gives with ``nodes=list(G)``, also where ``nodes`` is None.\n"
        "Parallel edges are summed. Graphs with self-loops are left to networkx."
    ),
    "local_constraint": "Parallel edges are summed. Graphs with self-loops are left to networkx.",
    "dispersion": "Directed graphs and graphs with self-loops are left to networkx.",
    "core_number": "Directed graphs are left to networkx.",
}
