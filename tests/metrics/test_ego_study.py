"""Surveys of egos: three tables in, one network for each, and one table of what was measured."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.errors import InvalidArgumentError, InvalidNetworkError
from netzwerkwandel.metrics import (
    EgoStudy,
    composition,
    constraint,
    density,
    ei_index,
    structural_holes,
)
from netzwerkwandel.network import Network


Study = dict[int, dict[int, set[int]]]
"""The alters of each ego, each with those whom she knows and who have a greater number."""


@st.composite
def studies(draw: st.DrawFn) -> Study:
    study: Study = {}
    for ego in range(draw(st.integers(1, 4))):
        n = draw(st.integers(0, 5))
        study[ego] = {a: {b for b in range(a + 1, n) if draw(st.booleans())} for a in range(n)}
    return study


def tables(study: Study) -> dict[str, dict[str, list]]:
    alters = [(ego, alter) for ego, theirs in study.items() for alter in theirs]
    ties = [(e, a, b) for e, theirs in study.items() for a, known in theirs.items() for b in known]
    return {
        "egos": {"ego": list(study), "age": [30 + ego for ego in study]},
        "alters": {
            "ego": [e for e, _ in alters],
            "alter": [a for _, a in alters],
            "sex": ["wm"[a % 2] for _, a in alters],
        },
        "ties": {
            "ego": [e for e, *_ in ties],
            "source": [a for _, a, _ in ties],
            "target": [b for *_, b in ties],
        },
    }


@given(studies())
def test_each_network_is_that_of_the_ego_her_alters_and_their_ties(study: Study):
    made = EgoStudy.of(**tables(study))

    assert made.egos == tuple(map(str, study))
    for ego, theirs in study.items():
        ends = [(f"{ego}", f"{ego}/{a}") for a in theirs]
        ends += [(f"{ego}/{a}", f"{ego}/{b}") for a, known in theirs.items() for b in known]
        keys = [f"{ego}", *(f"{ego}/{a}" for a in theirs)]
        source, target = zip(*ends, strict=True) if ends else ((), ())
        expected = Network.from_edges(source, target, keys=keys)
        own = made.networks[str(ego)]
        assert own.keys == expected.keys
        assert own.ego == own.keys.index(str(ego))
        assert own.indices.tolist() == expected.indices.tolist()
        assert own.attribute("sex")[own.keys.index(str(ego))] is None


@given(studies())
def test_what_is_told_without_ties_holds_whatever_they_are(study: Study):
    """A figure that another answer would change is not told, and any other is."""
    given_tables = tables(study)
    all_told = EgoStudy.of(**given_tables).by_ego(of_all).columns()
    del given_tables["ties"]

    found = EgoStudy.of(**given_tables).by_ego(of_all).columns()

    for name, values in found.items():
        left = np.isnan(values)
        np.testing.assert_allclose(values[~left], all_told[name][~left], rtol=1e-12, err_msg=name)
    for name in ("degree", "known", "blau", "ei", "constraint_size"):
        np.testing.assert_allclose(found[name], all_told[name], rtol=1e-12, err_msg=name)
    alters = np.array([len(theirs) for theirs in study.values()])
    for name in ("density", "constraint", "effective_size"):
        np.testing.assert_array_equal(np.isnan(found[name][alters > 1]), True)
    np.testing.assert_array_equal(found["constraint"][alters == 1], 1.0)


def of_all(own: Network) -> dict[str, float]:
    """Every figure of structural holes and of composition, and one of a pair in the middle."""
    holes = structural_holes(own, nodes=[own.keys[own.ego]]).columns()
    made = composition(own, "sex", nodes=[own.keys[own.ego]]).columns()
    alters = [key for key in own.keys if "/" in key]
    joined = float(own.to_networkx().has_edge(*alters[-2:])) if len(alters) > 1 else 0.0
    return {name: float(values[0]) for name, values in {**holes, **made}.items()} | {"last": joined}


def test_a_table_without_rows_says_that_nobody_knows_anybody():
    given_tables = small()
    none = {"ego": [], "source": [], "target": []}
    asked = EgoStudy.of(**{**given_tables, "ties": none})
    not_asked = EgoStudy.of(given_tables["egos"], given_tables["alters"])

    assert asked.by_ego(density=density).columns()["density"].tolist() == [0.0, 0.0]
    assert np.isnan(not_asked.by_ego(density=density).columns()["density"]).all()
    assert repr(asked) == "EgoStudy(2 egos)"
    assert repr(not_asked) == "EgoStudy(2 egos, ties of alters not asked about)"


@given(studies())
def test_side_by_side_egos_have_the_values_that_they_have_alone(study: Study):
    made = EgoStudy.of(**tables(study))

    alone = made.by_ego(structural_holes)

    together = structural_holes(made.network(), model="ego", nodes=made.egos)
    for name, values in together.columns().items():
        np.testing.assert_allclose(alone.columns()[name], values, rtol=1e-12)
    assert made.network().ego is None
    assert made.network().n_contacts == sum(own.n_contacts for own in made)


def small() -> dict[str, dict[str, list]]:
    return {
        "egos": {"ego": [1, 2], "weight": [0.8, 1.2], "sex": ["w", "m"]},
        "alters": {"ego": [1, 1, 2, 2], "alter": [1, 2, 1, 2], "sex": ["w", "m", "m", None]},
        "ties": {"ego": [1], "source": [1], "target": [2]},
    }


def test_figures_of_several_kinds_stand_in_one_table_with_the_weights_of_the_survey():
    study = EgoStudy.of(**small(), survey_weight="weight")

    found = study.by_ego(
        lambda own: composition(own, "sex"),
        constraint=constraint,
        ei=lambda own: ei_index(own, "sex"),
        alters=lambda own: own.n_contacts - 1,
        density=lambda own: density(own, nodes=[own.keys[own.ego]]),
    )

    columns = found.columns()
    assert columns["constraint"].tolist() == [1.125, 0.5]
    assert columns["ei"].tolist() == [0.0, -1.0]
    assert columns["known"].tolist() == [2, 1]
    assert columns["alters"].tolist() == [2, 2]
    assert columns["density"].tolist() == [1.0, 0.0]
    assert columns["survey_weight"].tolist() == [0.8, 1.2]
    pytest.importorskip("polars")
    assert found.to_frame("polars")["key"].to_list() == ["1", "2"]


def test_strengths_are_those_of_both_tables():
    given_tables = small()
    given_tables["alters"]["hours"] = [2.0, 3.0, 1.0, 1.0]
    given_tables["ties"]["hours"] = [5]

    own = EgoStudy.of(**given_tables, weight="hours", tie_weight="hours").networks["1"]

    assert own.to_networkx().edges["1", "1/2"]["weight"] == 3.0
    assert own.to_networkx().edges["1/1", "1/2"]["weight"] == 5.0


def test_an_ego_without_alters_has_a_network_and_no_values():
    study = EgoStudy.of({"ego": ["a", "b"]}, {"ego": ["b"], "alter": ["c"]})

    found = study.by_ego(structural_holes).columns()

    assert found["degree"].tolist() == [0.0, 1.0]
    assert np.isnan(found["constraint"][0])
    assert EgoStudy.of(None, {"ego": ["b"], "alter": ["c"]}).egos == ("b",)
    assert EgoStudy.of({"ego": []}, {"ego": [], "alter": []}).by_ego(c=constraint).to_dict() == {
        "c": []
    }


EGOR = {
    "egos.csv": ".EGOID;sex\n1;m\n2;w\n",
    "alters.csv": ".ALTID;.EGOID;sex\n1;1;w\n2;1;m\n1;2;m\n",
    "aaties.csv": ".EGOID;.SRCID;.TGTID;weight\n1;1;2;0.66\n",
}
CANVAS = {
    "study_ego.csv": "networkCanvasEgoUUID,networkCanvasCaseID,age\ne1,case,33\n",
    "study_attributeList_Person.csv": (
        "nodeID,networkCanvasEgoUUID,networkCanvasUUID,name\n1,e1,u1,Ben\n2,e1,u2,Eva\n"
    ),
    "study_edgeList_Knows.csv": (
        "edgeID,from,to,networkCanvasEgoUUID,networkCanvasUUID,networkCanvasSourceUUID,"
        "networkCanvasTargetUUID\n1,1,2,e1,k1,u1,u2\n"
    ),
}


@pytest.mark.parametrize("files", [EGOR, CANVAS], ids=["egor", "Network Canvas"])
def test_the_files_of_egor_and_network_canvas_are_read_as_they_are(files, tmp_path):
    for name, text in files.items():
        (tmp_path / name).write_text("\ufeff" + text, encoding="utf-8")

    study = EgoStudy.of(*(tmp_path / name for name in files))

    own = next(iter(study))
    assert own.n_contacts == 3
    assert study.by_ego(constraint=constraint).columns()["constraint"][0] == 1.125
    assert {"sex", "name", "age"} & own.attributes.people.keys()


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
def test_data_frames_of_any_library_are_tables(library: str):
    frames = pytest.importorskip(library)
    make = frames.table if library == "pyarrow" else frames.DataFrame

    study = EgoStudy.of(**{name: make(columns) for name, columns in small().items()})

    assert study.egos == ("1", "2")
    assert study.by_ego(constraint=constraint).columns()["constraint"].tolist() == [1.125, 0.5]
    assert study.networks["2"].attribute("sex") == ("m", "m", None)


def test_a_column_of_numbers_with_a_gap_still_names_whole_numbers():
    study = EgoStudy.of(None, {"ego": [1.0, 1.0], "alter": [3.0, 4.0]})

    assert study.networks["1"].keys == ("1", "1/3", "1/4")


def changed(table: str, **columns: list) -> dict[str, dict[str, list]]:
    made = json.loads(json.dumps(small()))
    made[table] |= columns
    return made


@pytest.mark.parametrize(
    ("given_tables", "message"),
    [
        (changed("alters", ego=[1, 1, 2, 3]), "'3' in row 3"),
        (changed("alters", alter=[1, 1, 1, 2]), "each alter once, got '1' again in row 1"),
        (changed("alters", alter=[1, None, 1, 2]), "must be named, got None in row 1"),
        (changed("alters", alter=[1, float("nan"), 1, 2]), "must be named"),
        (changed("egos", ego=[1, 1]), "one row of egos, got '1' twice"),
        (changed("egos", ego=[1, " "]), "must be named"),
        (changed("egos", ego=[1]), "of one length"),
        (changed("ties", target=[3]), "two alters of its ego, got '3' in row 0"),
        (changed("ties", source=[3]), "two alters of its ego, got '3' in row 0"),
        (changed("ties", ego=[7]), "two alters of its ego"),
        ({**small(), "alters": {"ego": [1]}}, 'alter must be a column of alters, of "ego"; got'),
        ({**small(), "ties": 3}, "ties must be a data frame"),
        ({**small(), "survey_weight": "wieght"}, "survey_weight must be a column of egos"),
        ({**small(), "survey_weight": "sex"}, "\"sex\" of egos must be numbers, got 'w' in row 0"),
        ({**small(), "weight": "sex"}, "must be numbers"),
        ({**small(), "ego": "who"}, "ego must be a column of alters"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_row(given_tables: dict, message: str):
    with pytest.raises(InvalidArgumentError, match=message):
        EgoStudy.of(**given_tables)


def test_an_error_names_the_columns_that_are_there():
    columns = {".EGOID": [1], "SurveyWeight": [1.0], "ben@posteo.example": [0]}

    with pytest.raises(InvalidArgumentError) as refused:
        EgoStudy.of(columns, {"ego": [1], "alter": [2]}, survey_weight="WEIGHT")

    assert 'of ".EGOID", "SurveyWeight", "b…@posteo…"; got' in str(refused.value)


def test_a_strength_is_above_zero_and_a_tie_leads_to_another():
    with pytest.raises(InvalidNetworkError):
        EgoStudy.of(**changed("alters", hours=[1, 0, 1, 1]), weight="hours")
    with pytest.raises(InvalidNetworkError):
        EgoStudy.of(**changed("ties", target=[1]))


def test_there_must_be_such_a_file(tmp_path):
    with pytest.raises(InvalidArgumentError, match="alters must be a file that is there"):
        EgoStudy.of(None, tmp_path / "alters.csv")


@pytest.mark.parametrize(
    "measure",
    [3, "constraint", lambda own: "x", lambda own: [1.0] * 9],
    ids=["number", "text", "gives a text", "gives too many"],
)
def test_what_is_no_measure_is_refused(measure: object):
    with pytest.raises(InvalidArgumentError):
        EgoStudy.of(**small()).by_ego(measure)
    with pytest.raises(InvalidArgumentError, match="at least one"):
        EgoStudy.of(**small()).by_ego()
    with pytest.raises(InvalidArgumentError, match="holes must give one number"):
        EgoStudy.of(**small()).by_ego(holes=structural_holes)
