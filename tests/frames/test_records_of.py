from __future__ import annotations

from datetime import UTC, datetime

import pandas as pd
import polars as pl
import pytest

import netzwerkwandel as nw
from frame_engines import arrow_frame, duckdb_frame, pandas_frame, polars_frame
from netzwerkwandel import frames


MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
MAILS = {
    "key": ["m1", "m2"],
    "when": [MONDAY, MONDAY],
    "participants": [["ada", "ben"], ["ada", "eva"]],
    "sender": ["ada", None],
    "duration": [None, 0.5],
}


@pytest.mark.parametrize("make", [pandas_frame, polars_frame, arrow_frame, duckdb_frame])
def test_tables_of_any_library_are_records(make):
    found = frames.records_of(
        make(MAILS),
        contacts=make({"key": ["ben"], "name": ["Ben Okafor"], "fields": [["ux research"]]}),
        ties=make({"a": ["ada"], "b": ["ben"], "relations": [["former boss"]], "trust": [0.9]}),
        me="ada",
    )

    assert [each.key for each in found.interactions] == ["m1", "m2"]
    assert found.interactions[0].when == MONDAY
    assert found.interactions[0].participants == ("ada", "ben")
    assert (found.interactions[0].sender, found.interactions[1].sender) == ("ada", None)
    assert (found.interactions[0].duration, found.interactions[1].duration) == (None, 0.5)
    assert [contact.key for contact in found.contacts] == ["ada", "ben", "eva"]
    assert found.contact("ben").name == "Ben Okafor"
    assert found.ties[0].relations == {nw.Relation.FORMER_BOSS}
    assert found.me == "ada"


def test_what_pandas_calls_missing_is_not_known():
    frame = pd.DataFrame({"a": ["ada"], "b": ["ben"], "trust": [float("nan")], "since": [pd.NaT]})

    (tie,) = frames.records_of(ties=frame).ties

    assert (tie.trust, tie.since) == (None, None)


def test_wrong_tables_are_refused():
    with pytest.raises(nw.InvalidArgumentError, match="ties must be a data frame"):
        frames.records_of(ties=[("ada", "ben")])
    with pytest.raises(nw.InvalidArgumentError, match=r'ties: columns must be called as .* "to"'):
        frames.records_of(ties=pl.DataFrame({"a": ["ada"], "to": ["ben"]}))
    with pytest.raises(nw.InvalidArgumentError, match="ties must have the columns a and b"):
        frames.records_of(ties=pl.DataFrame({"a": ["ada"]}))
    with pytest.raises(nw.InvalidRecordError, match="when"):
        frames.records_of(pl.DataFrame({**MAILS, "when": [datetime(2026, 3, 2)] * 2}))  # noqa: DTZ001
