"""The few hot loops, each in numpy and in numba, in one table (``table``).

Which form runs is decided by the size of the work, loop by loop: below a size that is measured for
each, numpy takes about a tenth of a second at most, and nothing compiled is loaded for it. To begin
with compiled code at all costs half a second in each process, and more where the compiler runs: so
numpy also does what is larger until it has taken about a second (``engines.ENOUGH``). From there
on the compiled form runs, on all cores. It is compiled once, and kept beside the code (or in the
folder that ``NUMBA_CACHE_DIR`` names) for all processes to come; once it is loaded, it runs small
work too. Either way the results are the same to the last bit.

Either can be asked for, whatever the size:

>>> from netzwerkwandel import Network, metrics
>>> from netzwerkwandel.network.kernels.engines import use_kernel
>>> path = Network.from_edges(["a", "b"], ["b", "c"])
>>> with use_kernel("numpy"):
...     metrics.constraint(path)
array([1. , 0.5, 1. ])

``use_kernel("numba", threads=1)`` is for those who have processes enough of their own. A process
may fork at any time, before and after a compiled loop has run, and any number of threads may
measure at once: no loop uses the thread pools of numba.
"""
