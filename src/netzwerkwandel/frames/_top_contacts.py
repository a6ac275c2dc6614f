from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar, cast

import narwhals.stable.v2 as nw
import numpy as np
import numpy.typing as npt

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.frames.edges import TIE, EdgeFrame, Lazy
from netzwerkwandel.frames.in_memory import read_network
from netzwerkwandel.frames.on_spark import key_type, numbered
from netzwerkwandel.frames.partitions import blocks_of
from netzwerkwandel.frames.ways import SPARK, blocks_for, in_one_place
from netzwerkwandel.model.arguments import check_count
from netzwerkwandel.network import IntArray, Network, Ties
from netzwerkwandel.network.arrays import find_ties, put
from netzwerkwandel.network.kernels.table import row_bests
from netzwerkwandel.scoring.ranking import argsort_keys, rounded
from netzwerkwandel.scoring.strategy import ScoringStrategy, check_is_strategy, checked_scores


F = TypeVar("F")


def top_contacts(
    ties: F,
    strategy: ScoringStrategy,
    n: int = 5,
    *,
    source: str = "source",
    target: str = "target",
    weight: str | None = None,
    blocks: int | None = None,
) -> F:
    """Whom should each person talk to first, on any engine that can run the library itself?

    The very strategies of ``top_contacts``, with the same results. On Spark so many ties as one
    worker can take are given to one, and of more each person is scored by some worker who is given
    her ties and all those of her contacts.

    Parameters
    ----------
    ties : data frame
        One row for each tie, as for ``structural_holes``: of pandas, Polars, Arrow, DuckDB or
        PySpark.
    strategy : ScoringStrategy
        What counts.
    n : int
        How many for each, at least 1.
    source, target : str
        The columns with the ends of each tie.
    weight : str, optional
        The column with the strength of each tie; by default 1.
    blocks : int, optional
        Into how many groups of people Spark divides the work, at least 1; by default as many as
        for ``structural_holes``.

    Returns
    -------
    data frame
        Of the same library, at most n rows for each person: ``key``, ``rank`` from 1, ``contact``,
        and the ``score`` of the contact.

    Raises
    ------
    InvalidArgumentError
        If it is no data frame of these, a column is not there, or ``n`` is not at least 1.
    InvalidNetworkError
        As ``structural_holes``.
    StrategyError
        As ``score``; on Spark by the worker, if the scores are wrong.

    Notes
    -----
    The ties of a contact go to every group in which she has contacts: a hub's to all of them.

    Examples
    --------
    >>> import polars as pl
    >>> from netzwerkwandel import NewInformation
    >>> ties = pl.DataFrame({"source": ["ada", "ada", "ben"], "target": ["ben", "eva", "finn"]})
    >>> top_contacts(ties, NewInformation(), n=1).select("key", "contact").rows()
    [('ada', 'ben'), ('ben', 'ada'), ('eva', 'ada'), ('finn', 'ben')]
    """
    check_is_strategy(strategy)
    check_count("n", n, 1)
    if blocks is not None:
        check_count("blocks", blocks, 1)
    given = EdgeFrame.read(ties, source, target, weight, "ties")
    kind = given.edges.collect_schema()["source"]
    engine = given.edges.implementation
    if not given.rows:
        nobody = given.edges.select(
            key="source",
            rank=nw.lit(1, nw.Int64),
            contact="target",
            score=nw.lit(0.0, nw.Float64),
        )
        return given.give(nobody, ["key"])
    by = blocks or blocks_for(given)
    if engine in SPARK and by > 1:
        return given.give(_on_spark(given.mutual(), strategy, int(n), by), [])

    def found(batches: Iterator[Any]) -> dict[str, npt.NDArray[Any]]:
        people, network = read_network(batches, named=True)
        return best_contacts(network, np.arange(len(people)), people, strategy, int(n))

    schema = {"key": kind, "rank": nw.Int64(), "contact": kind, "score": nw.Float64()}
    answer = in_one_place(given, schema, found)
    if answer is None:
        raise InvalidArgumentError(
            f"ties must be of pandas, Polars, Arrow, DuckDB or PySpark, got {engine.value}"
        )
    return cast("F", answer)


def best_contacts(
    network: Network,
    egos: IntArray,
    people: npt.NDArray[Any],
    strategy: ScoringStrategy,
    n: int,
) -> dict[str, npt.NDArray[Any]]:
    """Rank the contacts of some people, of whose contacts all ties are there.

    Parameters
    ----------
    network : Network
        The ties.
    egos : IntArray
        The people.
    people : array, shape (n_contacts,)
        Who everybody is, in the order of the network.
    strategy, n
        As for ``top_contacts``.
    """
    csr = network.csr
    rows, starts = csr.ties_of(egos)
    scores = np.full(len(csr), np.nan)
    scores[rows] = rounded(checked_scores(strategy, Ties(network, rows)))
    place = np.empty(csr.n_contacts, dtype=np.int64)
    place[argsort_keys(network.keys)] = np.arange(len(place))
    best = row_bests(scores[rows], starts, csr.indices[rows], place, n)
    some = best >= 0
    ego, contact = np.repeat(egos, n).reshape(best.shape)[some], best[some]
    return {
        "key": people[ego],
        "rank": np.nonzero(some)[1] + 1,
        "contact": people[contact],
        "score": scores[find_ties(csr.indptr, csr.indices, ego, contact)],
    }


def _on_spark(mutual: Lazy, strategy: ScoringStrategy, n: int, blocks: int) -> Lazy:
    """Give each group of people to a worker, with their ties and those of their contacts."""
    key = key_type(mutual)
    ties = mutual.to_native()
    columns = f"source {key}, target {key}, weight double"

    def with_group(batches: Iterable[Any]) -> Iterator[Any]:
        import pyarrow as pa

        for batch in batches:
            group = blocks_of(batch["source"].to_numpy(zero_copy_only=False), blocks)
            yield pa.RecordBatch.from_arrays(
                [pa.array(group), *batch.columns], ["task", *batch.schema.names]
            )

    own = ties.mapInArrow(with_group, f"task long, {columns}")
    contacts = own.select("task", own["target"].alias("source")).distinct()
    theirs = contacts.join(ties, "source").select("task", *TIE, "weight")
    both = own.unionByName(theirs).dropDuplicates(["task", *TIE])
    # How wide a tie is depends on what is usual among all of them: every row brings it along.
    usual = mutual.select(nw.col("weight").median().alias("usual")).to_native()
    both = both.crossJoin(usual)
    found: Lazy = nw.from_native(
        both.groupBy("task").applyInArrow(
            lambda table: _of_group(table, strategy, n, blocks),
            f"key {key}, rank long, contact {key}, score double",
        )
    )
    return found


def _of_group(table: Any, strategy: ScoringStrategy, n: int, blocks: int) -> Any:
    import pyarrow as pa

    people, i, j = numbered(table)
    people = people.to_numpy(zero_copy_only=False)
    # Most ties are there in both directions, those of the contacts' contacts in one.
    count = len(people)
    _, once = np.unique(np.minimum(i, j) * count + np.maximum(i, j), return_index=True)
    weights = table["weight"].to_numpy()
    network = Network.from_edges(
        i[once], j[once], weights[once], keys=[str(key) for key in people.tolist()]
    )
    put(network, "half_bandwidth", table["usual"][0].as_py())
    group = table["task"][0].as_py()
    egos = np.flatnonzero(blocks_of(people, blocks) == group)
    found = best_contacts(network, egos, people, strategy, n)
    kind = table.schema.field("source").type
    return pa.table(
        {
            "key": pa.array(found["key"], kind),
            "rank": found["rank"],
            "contact": pa.array(found["contact"], kind),
            "score": found["score"],
        }
    )
