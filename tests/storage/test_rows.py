from __future__ import annotations

import numpy as np
import pytest

from netzwerkwandel.errors import InvalidRecordError
from netzwerkwandel.storage.rows import WRONG, columns_of, listed_columns


def listing(
    people: str, *, at: str = "[5, 6]", sender: str = "[0, 2]"
) -> tuple[int, str, str, str, str, str, str]:
    """Two rows as a database puts them together."""
    return 1, '["a","b"]', at, "[0,-3600000000]", "[3,0]", sender, people


def test_what_a_database_put_together_is_taken_apart():
    columns = listed_columns(listing("[1][2,3,10]"), {"b": 0.1})

    assert columns.keys == ("a", "b")
    assert columns.at.tolist() == [5, 6]
    assert columns.offset.tolist() == [0, -3_600_000_000]
    assert columns.channel.tolist() == [3, 0]
    assert columns.sender.tolist() == [0, 2]
    assert np.array_equal(columns.duration, [np.nan, 0.1], equal_nan=True)
    assert columns.starts.tolist() == [0, 1, 4]
    assert columns.participants.tolist() == [1, 2, 3, 10]


@pytest.mark.parametrize(
    "people",
    [
        "",
        "[1]",
        "[1][2][3]",
        "[1][2",
        "1][2]",
        "[1][]",
        "[][1]",
        "[1][2,]",
        "[,1][2]",
        "[1][2,,3]",
        "[1][2 3]",
        "[1][2, 3]",
        "[1][-2]",
        "[1][2.5]",
        "[1][x]",
        "[1][²]",
        "[1][[2]]",
    ],
)
def test_what_are_no_lists_of_people_is_refused(people):
    with pytest.raises(InvalidRecordError):
        listed_columns(listing(people), {})


@pytest.mark.parametrize("at", ["[5, 6.5]", "[5, null]", '[5, "x"]', "[5,,6]"])
def test_what_is_no_list_of_whole_numbers_is_refused(at):
    with pytest.raises(InvalidRecordError):
        listed_columns(listing("[1][2]", at=at), {})


@pytest.mark.parametrize("first", [1, 10**12], ids=["close", "far apart"])
@pytest.mark.parametrize(
    ("people", "sender", "is_right"),
    [
        ("[{0}][{1}]", "[0,{1}]", True),
        ("[{0}][{3}]", "[0,0]", False),
        ("[{0}][0]", "[0,0]", False),
        ("[{0}][{1}]", "[0,{2}]", False),
        ("[{0}][{1}]", "[0,{3}]", False),
        ("[{0}][99999999999999999999]", "[0,0]", False),
    ],
)
def test_people_are_found_by_their_numbers_or_the_row_is_refused(first, people, sender, is_right):
    numbers = range(first, first + 4)
    # The third took part in nothing, and of the fourth nothing is known.
    known = zip(numbers, ["eva", "ben", "noor"], strict=False)
    given = listing(people.format(*numbers), sender=sender.format(*numbers))
    parts = [listed_columns(given, {})]

    if is_right:
        made = columns_of(parts, known)
        assert made.people == ("ben", "eva")
        assert made.participants.tolist() == [1, 0]
        assert made.sender.tolist() == [-1, 0]
    else:
        with pytest.raises(WRONG):
            columns_of(parts, known)


def test_rows_are_put_in_order_with_all_that_is_theirs():
    columns = listed_columns(listing("[1][2,3,10]", at="[8,7]"), {"b": 0.1}).in_order()

    assert columns.keys == ("b", "a")
    assert columns.at.tolist() == [7, 8]
    assert columns.duration[0] == 0.1
    assert columns.starts.tolist() == [0, 3, 4]
    assert columns.participants.tolist() == [2, 3, 10, 1]
