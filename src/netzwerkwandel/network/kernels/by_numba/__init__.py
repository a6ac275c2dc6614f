"""The hot loops compiled by numba, each in the file and under the name it has in ``by_numpy``.

Nothing here asks numba for threads (``parallel=True``): the pools of OpenMP that it starts kill a
forked child, and those of its own "workqueue" kill the process when two threads of Python come at
once. Loops are compiled to run without the interpreter's lock instead, each on a share of the
work, and threads of Python run them side by side (``threads``).

Sums are added up in the order they have in numpy, whoever adds them. So every result is the same
to the last bit, for any number of threads and on either engine.
"""

from __future__ import annotations

from numba.core.compiler_lock import global_compiler_lock

from netzwerkwandel.network.kernels.engines import locks_at_fork


locks_at_fork.append(global_compiler_lock)
