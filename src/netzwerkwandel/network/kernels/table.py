"""The table of the hot loops: which are there, and from which size of work which engine is worth it.

Each loop is written once for every engine that has it, in ``by_numpy`` and ``by_numba``, in a file
and under a name of the same spelling and with one signature. Whoever needs it calls it from here,
and does not see where it runs. A further engine is a folder more, a name in ``ENGINES`` and a
column here.
"""

# ruff: noqa: E501 (a table is read in columns)
from __future__ import annotations

from collections.abc import Callable, Hashable
from importlib import import_module
from typing import Any, Generic, ParamSpec, TypeVar, cast

import numpy as np

from netzwerkwandel.network.kernels.by_numpy import (
    circles,
    moves,
    orientation,
    rows,
    tie_sums,
    triad_sums,
)
from netzwerkwandel.network.kernels.by_numpy import (
    tie_spans as spans,
)
from netzwerkwandel.network.kernels.engines import (
    Beginnings,
    beginnings,
    engine_for,
    loading,
    may_use,
)


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
    begun : Beginnings, optional
        Which engines are in use; by default in this process.
    cold : int
        From which size each other engine is worth loading the form of, by its name, once the engine
        is in use. Once the form is loaded, in this process and for arguments of these types, it is
        worth it for any size.
    """

    def __init__(
        self,
        by_numpy: Callable[P, R],
        size: Callable[P, int],
        begun: Beginnings = beginnings,
        **cold: int,
    ) -> None:
        self._by_numpy = by_numpy
        self._size = size
        self._begun = begun
        self._cold = cold
        self._loaded: set[tuple[str, Hashable]] = set()
        self.__name__ = by_numpy.__name__
        self.__doc__ = by_numpy.__doc__

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        """Run on the engine that was chosen, or on the best that is installed and worth it."""
        size = self._size(*args, **kwargs)
        types = tuple(map(_type_of, (*args, *kwargs.values())))
        floors = {
            name: _WARM if (name, types) in self._loaded else cold * self._begun.least(name)
            for name, cold in self._cold.items()
        }
        engine = engine_for(size, floors)
        result = self.on(engine)(*args, **kwargs)
        if engine == "numpy":
            for name, cold in self._cold.items():
                if size >= cold and may_use(name):
                    self._begun.do_without(name, size / cold)
        # What has come to its end needs no compiler any more, in other threads and in forked
        # children neither. Without any work some loops are left out, and are not compiled then.
        elif size >= _WARM:
            self._loaded.add((engine, types))
            self._begun.begin(engine)
        return result

    def on(self, engine: str) -> Callable[P, R]:
        """Give the form for one engine."""
        if engine == "numpy":
            return self._by_numpy
        name = self._by_numpy.__module__.replace(".by_numpy.", f".by_{engine}.")
        with loading:
            return cast("Callable[P, R]", getattr(import_module(name), self.__name__))


_WARM = 1
"""From which size a loaded form is worth it: measured, each is faster from the first few entries."""


def _type_of(argument: Any) -> Hashable:
    """All that a form may be compiled for: other bytes, order or rights are other machine code.

    An oriented network stands by the arrays that it is given; the others follow from them.
    """
    if isinstance(argument, np.ndarray):
        flags = argument.flags
        order = flags.c_contiguous, flags.fnc
        return argument.dtype, argument.ndim, order, flags.writeable, flags.aligned
    if hasattr(argument, "up_ptr"):
        arrays = argument.up_ptr, argument.up, argument.weights
        return tuple(map(_type_of, arrays))
    return type(argument).__name__


# From these sizes numpy takes about a tenth of a second (measured on one core of 2026 for networks
# of the kinds in ``benchmarks/graphs.py``; for ``core_numbers`` of a long chain, which takes it one
# wave for every two people). Below, nothing is loaded for it; and as long as no compiled form is in
# use in the process, numpy runs until ten such works came, or one ten times as large: ``ENOUGH``.

# fmt: off
#                            numpy form and name             size of the work                                    numba from
up_rows             = Kernel(orientation.up_rows,         lambda _, indices, *__: len(indices),            numba=2_500_000)
down_slots          = Kernel(orientation.down_slots,      lambda *ties: len(ties[-1]),                       numba=1_000_000)
find_slots          = Kernel(orientation.find_slots,      lambda _, indices, *__: len(indices),            numba=700_000)
symmetric_sums      = Kernel(triad_sums.symmetric_sums,   lambda o, *_, **__: len(o.up),                   numba=200_000)
circle_sums         = Kernel(triad_sums.circle_sums,      lambda o: len(o.up),                             numba=200_000)
directed_sums       = Kernel(triad_sums.directed_sums,    lambda o, *_: len(o.up),                         numba=200_000)
node_sums           = Kernel(tie_sums.node_sums,          lambda o, *_, **__: len(o.up),                   numba=800_000)
row_sums            = Kernel(rows.row_sums,               lambda _, weight, *__: len(weight),              numba=1_500_000)
row_ranks           = Kernel(rows.row_ranks,              lambda values, *_: len(values),                  numba=300_000)
row_medians         = Kernel(rows.row_medians,            lambda values, *_: len(values),                  numba=1_000_000)
row_bests           = Kernel(rows.row_bests,              lambda values, *_: len(values),                  numba=300_000)
look_up             = Kernel(circles.look_up,             lambda *ties: int(ties[-1][-1]),                 numba=1_000_000)
core_numbers        = Kernel(circles.core_numbers,        lambda _, indices, *__: len(indices),            numba=50_000)
circle_cores        = Kernel(circles.circle_cores,        lambda _, indices, *__: len(indices),            numba=60_000)
absolute_dispersion = Kernel(circles.absolute_dispersion, lambda ptr, *_: int(np.sum(np.diff(ptr) ** 2)),  numba=4_000_000)
local_moves         = Kernel(moves.local_moves,           lambda _, indices, *__: len(indices),            numba=40_000)
tie_spans           = Kernel(spans.tie_spans,             lambda _, __, i, *___: len(i),                   numba=500)
# fmt: on
