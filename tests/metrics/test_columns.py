from __future__ import annotations

import sys
from types import ModuleType

import attrs
import numpy as np
import pytest

from netzwerkwandel.errors import InvalidArgumentError, MissingExtraError
from netzwerkwandel.metrics.columns import ColumnarResult
from netzwerkwandel.network import FloatArray, IntArray


@attrs.frozen(eq=False, repr=False)
class Sizes(ColumnarResult):
    height: FloatArray
    fingers: IntArray


@attrs.frozen(eq=False, repr=False)
class NoColumns(ColumnarResult):
    pass


def sizes() -> Sizes:
    return Sizes(height=np.array([1.5, np.nan]), fingers=np.array([10, 9]))


def frames(monkeypatch: pytest.MonkeyPatch, *installed: str) -> None:
    """Let just these libraries of data frames be installed, each giving its name and the data."""
    for name in ("pandas", "polars", "pyarrow"):
        library = ModuleType(name)
        library.DataFrame = library.table = lambda data, name=name: (name, data)
        library.__spec__ = sys.__spec__
        monkeypatch.setitem(sys.modules, name, library if name in installed else None)


def test_columns_become_lists_in_their_order():
    columns = sizes().to_dict()

    assert list(columns) == ["height", "fingers"]
    np.testing.assert_equal(columns, {"height": [1.5, np.nan], "fingers": [10, 9]})
    assert {type(value) for value in columns["fingers"]} == {int}


def test_columns_cannot_be_written_to():
    with pytest.raises(ValueError, match="read-only"):
        sizes().height[0] = 2.0


def test_columns_tell_their_names_and_length_and_no_values():
    assert repr(sizes()) == "Sizes(2 rows: height, fingers)"
    assert len(sizes()) == 2
    assert len(NoColumns()) == 0
    assert NoColumns().to_dict() == {}


@pytest.mark.parametrize(
    ("installed", "asked", "given"),
    [
        (["pandas", "polars"], None, "pandas"),
        (["pandas", "polars"], "polars", "polars"),
        (["polars"], None, "polars"),
        (["pandas"], "pandas", "pandas"),
        (["pandas", "pyarrow"], "pyarrow", "pyarrow"),
    ],
)
def test_a_frame_is_of_the_library_asked_for_or_of_the_one_there_is(
    installed: list[str], asked: str | None, given: str, monkeypatch: pytest.MonkeyPatch
):
    frames(monkeypatch, *installed)
    columns = sizes()

    name, data = columns.to_frame(asked)

    assert name == given
    assert list(data) == ["height", "fingers"]
    assert data["fingers"] is columns.fingers


@pytest.mark.parametrize(
    ("installed", "asked", "message"),
    [
        ([], None, "a data frame of pandas or polars or pyarrow needs .* pip install pandas"),
        (["pandas"], "polars", "a data frame of polars needs .* pip install polars"),
    ],
)
def test_without_the_library_one_is_told_what_to_install(
    installed: list[str], asked: str | None, message: str, monkeypatch: pytest.MonkeyPatch
):
    frames(monkeypatch, *installed)

    with pytest.raises(MissingExtraError, match=message):
        sizes().to_frame(asked)


def test_an_unknown_library_is_refused():
    with pytest.raises(InvalidArgumentError, match="got 'excel'"):
        sizes().to_frame("excel")


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
def test_real_frames_hold_the_columns(library: str):
    pytest.importorskip(library)

    frame = sizes().to_frame(library)

    columns = frame.to_pydict() if library == "pyarrow" else frame
    assert list(columns if library == "pyarrow" else frame.columns) == ["height", "fingers"]
    assert list(columns["fingers"]) == [10, 9]
    np.testing.assert_equal(list(columns["height"]), [1.5, np.nan])
