from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.sources.table import rows


CELLS = st.text(alphabet='ab ,;"\r\nä', max_size=6)


@given(st.lists(st.lists(CELLS, min_size=1), max_size=5), st.sampled_from(",;"))
def test_what_the_csv_module_writes_is_read_back(table, delimiter):
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(table)

    assert list(rows(text.getvalue(), delimiter)) == table


@given(st.text(alphabet='a,"\r\n'))
def test_every_text_is_read_as_the_csv_module_reads_it(text):
    try:
        expected = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error:
        return

    assert [row if row != [""] else [] for row in rows(text)] == [
        row if row != [""] else [] for row in expected
    ]


def test_a_field_may_be_longer_than_the_limit_of_the_csv_module():
    long = "x" * 1_000_000

    assert list(rows(f'a,"{long}",b\nc')) == [["a", long, "b"], ["c"]]
    assert csv.field_size_limit() == 131_072


def test_a_quote_that_is_never_closed_spoils_one_row_only():
    assert list(rows('a,"b\nc,d')) == [["a", '"b'], ["c", "d"]]


@pytest.mark.parametrize("text", ['"' * 500_001, ',"' * 300_001, '"""a\n' * 100_001])
def test_quotes_of_any_number_are_read_to_the_end(text):
    assert sum(len(cell) for row in rows(text) for cell in row) > 0
