"""A table says in its first columns whom each row is about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cached_property

import networkx as nx
import numpy as np
import pytest

import netzwerkwandel as nw
from netzwerkwandel import metrics, sample
from netzwerkwandel.errors import InvalidArgumentError


polars = pytest.importorskip("polars")

PEOPLE = ["ada", "ben", "cem", "dan", "eva"]
KINDS = ["law", "law", "design", None, "design"]


def network() -> nw.Network:
    return nw.Network.from_edges(
        ["ada", "ada", "ben", "cem"],
        ["ben", "cem", "cem", "dan"],
        [3.0, 1.0, 1.0, 2.0],
        keys=PEOPLE,
    )


@pytest.mark.parametrize(
    "result",
    [
        metrics.structural_holes,
        lambda of: metrics.composition(of, KINDS),
        lambda of: metrics.brokerage(of, ["law", "law", "design", "art", "design"]),
        lambda of: metrics.brokerage(of, ["law", "law", "design", "art", "design"]).ratio,
        metrics.core_periphery,
    ],
    ids=["holes", "composition", "brokerage", "ratio", "core"],
)
def test_a_row_for_each_person_begins_with_her_key(result: Callable[[nw.Network], object]):
    frame = result(network()).to_frame("polars")

    assert frame.columns[0] == "key"
    assert frame["key"].to_list() == PEOPLE
    assert "about" not in frame.columns


def test_the_keys_are_those_of_the_people_asked_about_in_their_order():
    asked = ["eva", "cem"]

    holes = metrics.structural_holes(network(), nodes=asked).to_frame("polars")
    mixed = metrics.composition(network(), KINDS, nodes=asked).to_frame("polars")

    assert holes["key"].to_list() == mixed["key"].to_list() == asked
    assert holes["degree"].to_list() == [0.0, 3.0]


def test_numbers_that_are_names_name_the_same_people():
    named = nw.Network.from_networkx(nx.Graph([(30, 10), (30, 20), (10, 20)]))

    frame = metrics.structural_holes(named, nodes=[10]).to_frame("polars")

    assert frame["key"].to_list() == ["10"]


def test_counts_and_what_is_expected_stand_in_one_table():
    found = metrics.brokerage(network(), ["law", "law", "design", "art", "design"])

    frame = found.to_frame("polars")

    assert frame["liaison"].to_list() == found.counts.liaison.tolist()
    assert frame["liaison_expected"].to_list() == found.expected.liaison.tolist()


def test_the_contacts_of_a_core_are_named():
    frame = metrics.ego_core(network(), "cem").to_frame("polars")

    assert frame["key"].to_list() == ["ada", "ben", "dan"]


def test_ties_are_named_by_both_ends():
    of = network()
    ends = [(of.keys[a], of.keys[b]) for a, b in zip(of.sources, of.indices, strict=True)]

    vector = metrics.tie_vector(of).to_frame("polars")
    stand_ins = metrics.substitutes(of, ego="cem").to_frame("polars")

    assert list(zip(vector["source"], vector["target"], strict=True)) == ends
    assert stand_ins.columns[:2] == ["source", "contact"]
    assert stand_ins["source"].to_list() == ["cem"] * 3
    assert stand_ins["contact"].to_list() == ["ada", "ben", "dan"]


def test_a_result_without_people_has_no_keys():
    roles = metrics.brokerage_of_arcs([0, 1], [1, 2], ["a", "b", "a"])

    assert roles.to_frame("polars").columns[0] == "coordinator"


def test_ties_tell_the_columns_asked_for():
    ties = network().ties_of("ada")

    frame = ties.to_frame("polars", columns=["weight", "embeddedness"])

    assert frame.columns == ["source", "target", "weight", "embeddedness"]
    assert frame.rows() == [("ada", "ben", 3.0, 1), ("ada", "cem", 1.0, 1)]


def test_columns_of_a_subclass_can_be_asked_for():
    class Doubled(nw.Ties):
        @cached_property
        def doubled(self) -> np.ndarray:
            return 2 * self.weight

    ties = Doubled(network(), network().ties_of("ada").positions)

    assert ties.to_frame("polars", columns=["doubled"])["doubled"].to_list() == [6.0, 2.0]


@pytest.mark.parametrize("columns", ["weight", ["wieght"], [None], 3, [["weight"]], ["_pair"]])
def test_what_is_no_column_is_refused(columns: object):
    with pytest.raises(InvalidArgumentError, match="columns must be"):
        network().ties().to_frame("polars", columns=columns)


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
def test_lists_are_tables_with_a_row_for_each(library: str):
    pytest.importorskip(library)
    with sample.sample_exports() as folder:
        records = nw.read_exports(folder, as_of=datetime(2026, 11, 1, tzinfo=UTC))
    picks = nw.recommend(nw.Network.from_records(records, as_of=sample.AS_OF), n=4)

    frame = picks.to_frame(library)

    rows = frame.to_pydict() if library == "pyarrow" else frame
    names = list(rows) if library == "pyarrow" else list(frame.columns)
    assert names == ["key", "name", "function", "score", "gain"]
    assert list(rows["key"]) == [pick.contact.key for pick in picks]
    assert list(rows["name"]) == [pick.contact.name for pick in picks]
