"""Sums over closed triads by joins: for any engine that can join, group and add."""

from __future__ import annotations

import narwhals.stable.v2 as nw

from netzwerkwandel.frames.edges import TIE, Lazy
from netzwerkwandel.network.slot_dyads import Model


def with_totals(mutual: Lazy) -> Lazy:
    """Give each directed tie what its two ends have in all.

    To the columns of ``EdgeFrame.mutual`` come ``degree``, ``strength`` and ``largest`` of the
    source, and the same of the target, as ``target_degree`` and so on.
    """
    weight = nw.col("weight")
    people = mutual.with_columns(
        nw.lit(1).cast(nw.Int64).alias("degree"),
        weight.alias("strength"),
        weight.alias("largest"),
    )
    people = people.group_by("source").agg(
        nw.col("degree").sum(), nw.col("strength").sum(), nw.col("largest").max()
    )
    people = people.with_columns(nw.col("degree").cast(nw.Int64))
    targets = people.rename({name: f"target_{name}" for name in ("degree", "strength", "largest")})
    return mutual.join(people, on="source").join(targets.rename({"source": "target"}), on="target")


def triads(ties: Lazy) -> Lazy:
    """Give every closed triad six times: each of its directed ties, and the third person.

    Parameters
    ----------
    ties : narwhals LazyFrame
        As ``with_totals`` gives them.

    Returns
    -------
    narwhals LazyFrame
        ``source``, ``target`` and ``third``, ``third_strength``, and the weights ``iq`` from the
        source to the third and ``jq`` from the target to the third.
    """
    # Each triad is found once, from its person of lowest degree: q < i < j by degree, and by key
    # where degrees are equal. So a hub's ties are paired with each other only as far as they lead
    # to greater hubs. Of the triad's three ties, (q, i) and (q, j) are paired and (i, j) looked up.
    degree, to = nw.col("degree"), nw.col("target_degree")
    rises = (degree < to) | ((degree == to) & (nw.col("source") < nw.col("target")))
    up = ties.filter(rises)
    first = up.select(
        q="source", i="target", qi="weight", q_strength="strength",
        i_strength="target_strength", i_degree="target_degree",
    )  # fmt: skip
    second = up.select(
        q="source", j="target", qj="weight", j_strength="target_strength", j_degree="target_degree"
    )
    pairs = first.join(second, on="q").filter(
        (nw.col("i_degree") < nw.col("j_degree"))
        | ((nw.col("i_degree") == nw.col("j_degree")) & (nw.col("i") < nw.col("j")))
    )
    once = pairs.join(up.select(i="source", j="target", ij="weight"), on=["i", "j"])
    seen_from = ("q", "i", "j"), ("q", "j", "i"), ("i", "j", "q")
    sides = [(a, b, third) for x, y, third in seen_from for a, b in ((x, y), (y, x))]
    return nw.concat(
        [
            once.select(
                source=a,
                target=b,
                third=third,
                third_strength=f"{third}_strength",
                iq="".join(sorted((a, third), key="qij".index)),
                jq="".join(sorted((b, third), key="qij".index)),
            )
            for a, b, third in sides
        ]
    )


def tie_sums(ties: Lazy, model: Model) -> Lazy:
    """Give each directed tie what the measures need to know of its closed triads.

    Parameters
    ----------
    ties : narwhals LazyFrame
        As ``with_totals`` gives them.
    model : {"whole", "ego"}
        As for ``structural_holes``.

    Returns
    -------
    narwhals LazyFrame
        The same with ``through``, ``shared``, ``common`` and ``largest_within``, the names of
        ``SlotDyads``; 0 where there are no triads.
    """
    found = triads(ties)
    iq, jq = nw.col("iq"), nw.col("jq")
    sums = found.with_columns(
        (iq * jq).alias("shared"),
        (iq * jq / nw.col("third_strength")).alias("through"),
        nw.lit(1).cast(nw.Int64).alias("common"),
        jq.alias("around"),
        jq.alias("within"),
    )
    sums = sums.group_by(TIE).agg(
        *(nw.col(name).sum() for name in ("shared", "through", "common", "around")),
        nw.col("within").max(),
    )
    known = _left(ties, sums, ["shared", "through", "around", "within"], ["common"])
    if model == "whole":
        return known.with_columns(nw.col("target_largest").alias("largest_within"))
    weight, around = nw.col("weight"), nw.col("around")
    known = known.drop("through").with_columns(
        nw.max_horizontal("within", "weight").alias("largest_within"),
        (weight / (weight + around)).alias("share"),
    )
    share = known.select(source="source", third="target", share="share")
    through = found.join(share, on=["source", "third"]).with_columns(
        (nw.col("share") * jq).alias("through")
    )
    return _left(known, through.group_by(TIE).agg(nw.col("through").sum()), ["through"], [])


def _left(ties: Lazy, sums: Lazy, numbers: list[str], counts: list[str]) -> Lazy:
    """Join sums to the ties, and 0 where there are none."""
    return ties.join(sums, on=TIE, how="left").with_columns(
        *(nw.col(name).fill_null(0.0) for name in numbers),
        *(nw.col(name).fill_null(0).cast(nw.Int64) for name in counts),
    )
