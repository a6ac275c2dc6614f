"""The table of the hot loops: which are there, and from which size of work which engine is worth it.

Each loop is written once for every engine that has it, in ``by_numpy`` and ``by_numba``, in a file
and under a name of the same spelling and with one signature. Whoever needs it calls it from here,
and does not see where it runs. A further engine is a folder more, a name in ``ENGINES`` and a
column here.
"""

# ruff: noqa: E501 (a table is read in columns)
from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Generic, ParamSpec, TypeVar, cast

import numpy as np

from netzwerkwandel.network.kernels.by_numpy import (
    common_contacts,
    cores,
    dispersion,
    orientation,
    rows,
    tie_sums,
    triad_sums,
)
from netzwerkwandel.network.kernels.by_numpy import (
    local_moves as moves,
)
from netzwerkwandel.network.kernels.by_numpy import (
    tie_spans as spans,
)
from netzwerkwandel.network.kernels.engines import engine_for, loading


P = ParamSpec("P")
R = TypeVar("R")


class Kernel(Generic[P, R]):
    """One hot loop, called like its numpy form.

    Parameters
    ----------
    by_numpy : callable
        The form that is always there.
    size : callable
        From the same arguments, how large the work is; itself quick.
    least : int
        From which size each other engine is worth waiting for, by its name.
    """

    def __init__(self, by_numpy: Callable[P, R], size: Callable[P, int], **least: int) -> None:
        self._by_numpy = by_numpy
        self._size = size
        self._least = least
        self.__name__ = by_numpy.__name__
        self.__doc__ = by_numpy.__doc__

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run on the engine that was chosen, or on the best that is installed and worth it."""
        engine = engine_for(self._size(*args, **kwargs), self._least)
        return self.on(engine)(*args, **kwargs)

    def on(self, engine: str) -> Callable[P, R]:
        """Give the form for one engine."""
        if engine == "numpy":
            return self._by_numpy
        name = self._by_numpy.__module__.replace(".by_numpy.", f".by_{engine}.")
        with loading:
            return cast("Callable[P, R]", getattr(import_module(name), self.__name__))


# From these sizes numpy takes about a tenth of a second (measured on one core of 2026 for networks
# of the kinds in ``benchmarks/graphs.py``; for ``core_numbers`` of a long chain, which takes it one
# wave for every two people). The first use of a compiled form takes a second, and ten where nothing
# compiled is in the cache yet: below, nobody waits for that.

# fmt: off
#                            numpy form and name             size of the work                                    numba from
up_rows             = Kernel(orientation.up_rows,            lambda _, indices, *__: len(indices),               numba=1_500_000)
down_slots          = Kernel(orientation.down_slots,         lambda o: len(o.up),                                numba=1_000_000)
find_slots          = Kernel(orientation.find_slots,         lambda _, indices, *__: len(indices),               numba=700_000)
symmetric_sums      = Kernel(triad_sums.symmetric_sums,      lambda o, *_, **__: len(o.up),                      numba=200_000)
circle_sums         = Kernel(triad_sums.circle_sums,         lambda o: len(o.up),                                numba=200_000)
directed_sums       = Kernel(triad_sums.directed_sums,       lambda o, *_: len(o.up),                            numba=200_000)
node_sums           = Kernel(tie_sums.node_sums,             lambda o, *_, **__: len(o.up),                      numba=800_000)
row_sums            = Kernel(tie_sums.row_sums,              lambda _, weight, *__: len(weight),                 numba=1_500_000)
look_up             = Kernel(common_contacts.look_up,        lambda *ties: int(ties[-1][-1]),                    numba=300_000)
tie_spans           = Kernel(spans.tie_spans,                lambda _, __, i, *___: len(i),                      numba=500)
absolute_dispersion = Kernel(dispersion.absolute_dispersion, lambda ptr, *_: int(np.sum(np.diff(ptr) ** 2)),     numba=1_200_000)
core_numbers        = Kernel(cores.core_numbers,             lambda _, indices, *__: len(indices),               numba=20_000)
circle_cores        = Kernel(cores.circle_cores,             lambda _, indices, *__: len(indices),               numba=20_000)
local_moves         = Kernel(moves.local_moves,              lambda _, indices, *__: len(indices),               numba=25_000)
row_ranks           = Kernel(rows.row_ranks,                 lambda values, *_: len(values),                     numba=300_000)
row_bests           = Kernel(rows.row_bests,                 lambda values, *_: len(values),                     numba=200_000)
# fmt: on
