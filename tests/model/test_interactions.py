from __future__ import annotations

import copy
import math
import pickle
from array import array
from datetime import UTC, datetime, timedelta, timezone

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.errors import InvalidArgumentError, InvalidRecordError
from netzwerkwandel.model import Channel, Interaction, InteractionColumns
from netzwerkwandel.model.interaction import more_complete
from strategies import interactions


NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
LUNCH = Interaction(
    key="lunch", when=NOON, channel="meeting", participants=["ann", "ben", "cleo"], duration=1.5
)
LETTER = Interaction(
    key="letter", when=NOON + timedelta(days=1), participants=["ann", "ben"], sender="ben"
)
CALL = Interaction(
    key="call", when=LETTER.when, channel="call", participants=["ann", "cleo"], sender="cleo"
)
DAY = 86_400_000_000
FIRST, LAST = (
    (end.replace(tzinfo=UTC) - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
    for end in (datetime.min, datetime.max)  # noqa: DTZ901 - the offset follows
)


def columns_of(*events: Interaction) -> dict[str, list]:
    """The columns of some interactions, to be broken by a test."""
    columns = InteractionColumns.from_interactions(events)
    named = {field.name: getattr(columns, field.name) for field in attrs.fields(type(columns))}
    return {
        name: column.tolist() if isinstance(column, np.ndarray) else list(column)
        for name, column in named.items()
    }


def any_moments() -> st.SearchStrategy[datetime]:
    """Every moment that a datetime with a fixed offset can say."""
    offsets = st.sampled_from([0, 1 - DAY, DAY - 1]) | st.integers(1 - DAY, DAY - 1)
    ends = st.sampled_from([datetime.min, datetime.max])  # noqa: DTZ901 - the offset follows
    zones = offsets.map(lambda offset: timezone(timedelta(microseconds=offset)))
    return st.builds(lambda when, tz: when.replace(tzinfo=tz), ends | st.datetimes(), zones)


@st.composite
def histories(draw: st.DrawFn, most: int = 6) -> list[Interaction]:
    """Interactions of few people at any moments, several of them at one."""
    people = ["ann", "ben", "cleo", "李"]
    several = st.lists(interactions(people), unique_by=lambda event: event.key, max_size=most)
    events = draw(several)
    moments = draw(st.lists(any_moments(), min_size=1, max_size=3))
    return [attrs.evolve(event, when=draw(st.sampled_from(moments))) for event in events]


@given(histories())
def test_columns_are_the_tuple_of_their_interactions_in_order(events):
    expected = tuple(sorted(events, key=lambda event: (event.when, event.key)))

    columns = InteractionColumns.from_interactions(events)

    assert tuple(columns) == expected
    assert len(columns) == len(expected)
    assert [each.when.isoformat() for each in columns] == [e.when.isoformat() for e in expected]
    assert [each.when.tzinfo for each in columns] == [each.when.tzinfo for each in expected]
    assert columns == expected
    assert expected == columns
    assert hash(columns) == hash(expected)
    assert list(reversed(columns)) == list(reversed(expected))
    for i, event in enumerate(expected):
        assert columns[i] == columns[i - len(expected)] == event
        assert event in columns
        assert columns.index(event) == i


@given(histories(), st.slices(6))
def test_a_slice_is_the_tuple_of_those_interactions(events, part):
    columns = InteractionColumns.from_interactions(events)

    assert columns[part] == tuple(columns)[part]


@given(histories())
def test_columns_survive_pickling(events):
    columns = InteractionColumns.from_interactions(events)

    again = pickle.loads(pickle.dumps(columns))

    assert again == columns
    assert tuple(again) == tuple(columns)


@given(histories(), histories())
def test_columns_are_equal_where_their_interactions_are(first, second):
    one, other = map(InteractionColumns.from_interactions, (first, second))

    assert (one == other) == (tuple(one) == tuple(other)) == (one == tuple(other))


@pytest.mark.parametrize(
    "changed",
    [
        {"key": "brunch"},
        {"when": NOON + timedelta(microseconds=1)},
        {"channel": Channel.CALL},
        {"sender": "ann"},
        {"duration": None},
        {"duration": 1.25},
        {"participants": ["ann", "ben"]},
        {"participants": ["ann", "ben", "dan"]},
    ],
)
def test_columns_that_differ_in_one_value_are_not_equal(changed):
    columns = InteractionColumns.from_interactions([LUNCH])
    other = attrs.evolve(LUNCH, **changed)

    assert columns != InteractionColumns.from_interactions([other])
    assert columns != (other,)
    assert columns != (LUNCH, other)


def test_the_same_people_in_other_company_are_not_equal():
    pair, alone = (attrs.evolve(LUNCH, participants=some) for some in (["ann", "ben"], ["ann"]))
    other = attrs.evolve(CALL, sender=None, participants=["cleo"])
    company = attrs.evolve(other, participants=["ben", "cleo"])

    first, second = map(InteractionColumns.from_interactions, ([pair, other], [alone, company]))

    assert first.participants.tolist() == second.participants.tolist()
    assert first != second


@pytest.mark.parametrize(("end", "step"), [(FIRST, -1), (LAST, 1)])
def test_a_moment_is_within_the_years_that_there_are_where_it_happened(end, step):
    at_the_end = {**columns_of(LUNCH), "at": [end]}

    assert InteractionColumns(**at_the_end)[0].when.year in {1, 9999}
    with pytest.raises(InvalidRecordError, match="at must be from the year 1 to the year 9999"):
        InteractionColumns(**{**at_the_end, "offset": [step]})


def test_the_same_moment_in_another_place_is_the_same_in_columns_too():
    there = attrs.evolve(LUNCH, when=NOON.astimezone(timezone(timedelta(hours=2))))
    here, away = (InteractionColumns.from_interactions([each]) for each in (LUNCH, there))

    assert here == away
    assert hash(here) == hash(away)
    assert away[0].when.isoformat() == "2026-03-04T14:00:00+02:00"


def test_columns_are_equal_to_no_other_thing():
    columns = InteractionColumns.from_interactions([LUNCH])

    assert columns != LUNCH
    assert columns != {LUNCH}
    assert columns != "lunch"


def test_there_is_no_interaction_after_the_last():
    columns = InteractionColumns.from_interactions([LUNCH])

    for place in (1, -2):
        with pytest.raises(IndexError):
            columns[place]


def test_a_repr_counts_and_shows_nobody():
    assert repr(InteractionColumns.from_interactions([LUNCH, CALL])) == "InteractionColumns(2)"


def test_columns_do_not_change_with_what_they_were_made_of():
    given_columns = columns_of(LUNCH)
    given_columns["at"] = array("q", given_columns["at"])
    columns = InteractionColumns(**given_columns)

    given_columns["at"][0] = 0

    assert columns == (LUNCH,)


@pytest.mark.parametrize("value", ["lunch", [LUNCH, None], None])
def test_columns_are_made_of_interactions_only(value):
    with pytest.raises(InvalidRecordError, match="interactions must be a sequence of Interaction"):
        InteractionColumns.from_interactions(value)


def test_two_interactions_of_one_key_are_refused():
    again = attrs.evolve(LUNCH, when=LETTER.when)

    with pytest.raises(InvalidRecordError, match="must have its own key, got 'l…' twice"):
        InteractionColumns.from_interactions([LUNCH, again])


# In order: lunch (ann, ben, cleo), call (ann, cleo; by cleo), letter (ann, ben; by ben).
BROKEN = {
    "a key that is empty": ("keys", 0, "", "keys must be a non-empty text without line breaks"),
    "a key of spaces": ("keys", 0, "  ", "keys must be a non-empty text without line breaks"),
    "a key of two lines": ("keys", 0, "a\nb", "keys must be a non-empty text without line"),
    "a key with a NUL": ("keys", 0, "a\0b", "keys must be a non-empty text without line breaks"),
    "a key that is no text": ("keys", 0, b"a", "keys must be a non-empty text without line"),
    "a key twice": ("keys", 0, "call", "each interaction must have its own key, got 'c…' twice"),
    "a person without a key": ("people", 0, "", "people must be a non-empty text without line"),
    "a person of two lines": ("people", 2, "x\ny", "people must be a non-empty text without line"),
    "people not in order": ("people", 0, "bob", r"people must be in order, .*\('b…', 'b…'\)"),
    "a person twice": ("people", 0, "ben", r"people must be in order, each key once, got \('b…'"),
    "a moment before time": ("at", 0, FIRST - 1, "at must be from the year 1 to the year 9999"),
    "a moment after time": ("at", 2, LAST + 1, "at must be from the year 1 to the year 9999"),
    "moments not in order": ("at", 0, 2**51, "sorted by moment and key, got 'l…' before 'c…'"),
    "keys of a moment not in order": ("keys", 1, "mail", "got 'm…' before 'l…'"),
    "an offset of a day": ("offset", 0, DAY, "offset must be less than a day, in microseconds"),
    "an offset of a day back": ("offset", 0, -DAY, "offset must be less than a day"),
    "no such channel": ("channel", 0, len(Channel), "channel must be from 0 to"),
    "a channel below the first": ("channel", 0, -1, "channel must be from 0 to"),
    "a channel too large": ("channel", 0, 1000, "made of numbers that fit"),
    "a duration below nothing": ("duration", 0, -0.5, "duration must be finite and at least 0"),
    "a duration without end": ("duration", 0, math.inf, "duration must be finite and at least 0"),
    "a duration that is a text": ("duration", 0, "1", "made of numbers that fit"),
    "a sender who did not take part": ("sender", 1, 1, "sender must take part in .*'c…'"),
    "a sender who is nobody": ("sender", 1, 3, "sender must take part in Interaction 'c…'"),
    "a sender below nobody": ("sender", 1, -2, "sender must take part in Interaction 'c…'"),
    "a first start that is not 0": ("starts", 0, 1, "starts must begin with 0 and end with the 7"),
    "an end too early": ("starts", 3, 6, "starts must begin with 0 and end with the 7 part"),
    "an end too late": ("starts", 3, 8, "starts must begin with 0 and end with the 7 part"),
    "nobody took part": ("starts", 2, 3, "participants must not be empty in Interaction 'c…'"),
    "starts that go back": ("starts", 1, 6, "participants must not be empty in Interaction 'c…'"),
    "a participant who is nobody": ("participants", 2, 3, "one for each of the people"),
    "a participant below the first": ("participants", 0, -1, "one for each of the people"),
    "a participant twice": ("participants", 3, 2, "in order, each once, in Interaction 'c…'"),
    "participants not in order": ("participants", 0, 2, "each once, in Interaction 'l…'"),
    "a participant who is a part": ("participants", 0, 0.5, "made of numbers that fit"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_columns_that_break_a_rule_are_refused_by_its_name(case):
    name, place, value, message = BROKEN[case]
    columns = columns_of(LUNCH, LETTER, CALL)
    columns[name][place] = value

    with pytest.raises(InvalidRecordError, match=message):
        InteractionColumns(**columns)


@pytest.mark.parametrize("name", [field.name for field in attrs.fields(InteractionColumns)])
@pytest.mark.parametrize("more", [0, 1])
def test_columns_of_unequal_length_are_refused(name, more):
    columns = columns_of(LUNCH, LETTER, CALL)
    columns[name] = [*columns[name], columns[name][-1]] if more else columns[name][:-1]

    with pytest.raises(InvalidRecordError):
        InteractionColumns(**columns)


def test_somebody_who_took_part_in_nothing_is_refused():
    columns = columns_of(LUNCH)
    columns["people"].append("dan")

    with pytest.raises(InvalidRecordError, match="one for each of the people"):
        InteractionColumns(**columns)


@pytest.mark.parametrize("name", ["keys", "people", "at", "duration"])
@pytest.mark.parametrize("value", [None, 5])
def test_something_else_than_a_column_is_refused(name, value):
    with pytest.raises(InvalidRecordError):
        InteractionColumns(**{**columns_of(LUNCH), name: value})


@given(histories(4), st.data())
def test_columns_with_any_value_changed_are_refused_or_are_interactions_in_order(events, data):
    columns = columns_of(*events)
    filled = [name for name, column in columns.items() if column]
    name = data.draw(st.sampled_from(filled))
    place = data.draw(st.integers(0, len(columns[name]) - 1))
    numbers = st.integers(-2, 6) | st.sampled_from([*columns[name], 2**62])
    columns[name][place] = data.draw(st.text(max_size=3) if name in {"keys", "people"} else numbers)

    try:
        found = InteractionColumns(**columns)
    except InvalidRecordError:
        return

    again = InteractionColumns.from_interactions(found)
    assert tuple(again) == tuple(found)
    assert again == found


def numbers_of(columns: InteractionColumns) -> list[np.ndarray]:
    """Every column that is an array."""
    named = (getattr(columns, field.name) for field in attrs.fields(InteractionColumns))
    return [column for column in named if isinstance(column, np.ndarray)]


@pytest.mark.parametrize(
    "copied", [copy.copy, copy.deepcopy, lambda c: pickle.loads(pickle.dumps(c))]
)
def test_columns_stay_read_only_when_copied(copied):
    columns = InteractionColumns.from_interactions([LUNCH, LETTER, CALL])

    for made in (columns, copied(columns), columns.take([0, 2]), columns.take([1]).joined(columns)):
        assert not any(column.flags.writeable for column in numbers_of(made))


def test_an_array_that_nobody_can_change_is_kept_and_any_other_is_copied():
    given_columns = columns_of(LUNCH)
    fixed, open_ = np.array(given_columns["at"]), np.array(given_columns["at"])
    view = open_[:]
    fixed.flags.writeable = view.flags.writeable = False

    assert InteractionColumns(**{**given_columns, "at": fixed}).at is fixed
    for changeable in (open_, view):
        columns = InteractionColumns(**{**given_columns, "at": changeable})
        open_[0] += 1
        assert columns == (LUNCH,)
        open_[0] -= 1


@pytest.mark.parametrize("made_of", [tuple, iter, np.array, lambda column: array("q", column)])
def test_columns_are_made_of_any_sequence_of_numbers(made_of):
    given_columns = columns_of(LUNCH, LETTER)
    given_columns["starts"] = made_of(given_columns["starts"])

    assert InteractionColumns(**given_columns) == (LUNCH, LETTER)


@given(histories(), st.data())
def test_those_taken_are_the_columns_of_those_interactions(events, data):
    columns = InteractionColumns.from_interactions(events)
    mask = data.draw(st.lists(st.booleans(), min_size=len(events), max_size=len(events)))
    wanted = [event for event, is_wanted in zip(columns, mask, strict=True) if is_wanted]

    for rows in (np.array(mask, dtype=bool), np.flatnonzero(mask).tolist()):
        found = columns.take(rows)

        assert found == InteractionColumns.from_interactions(wanted)
        assert InteractionColumns(**{n: getattr(found, n) for n in columns_of(*wanted)}) == found


@pytest.mark.parametrize("rows", [[1, 0], [0, 0], [-1], [2], [0.5], [True], [[0]], "0", None])
def test_rows_that_do_not_rise_or_are_not_there_are_refused(rows):
    columns = InteractionColumns.from_interactions([LUNCH, LETTER])

    with pytest.raises(InvalidArgumentError, match="rows must be a mask of 2 or places"):
        columns.take(rows)


@given(histories(), histories())
def test_two_histories_joined_have_each_key_once_as_the_more_complete_copy_tells_it(first, second):
    one, other = map(InteractionColumns.from_interactions, (first, second))
    expected = {event.key: event for event in one}
    for event in other:
        known = expected.setdefault(event.key, event)
        if known != event:
            expected[event.key] = more_complete(known, event)
    wanted = InteractionColumns.from_interactions(expected.values())

    found = one.joined(other)

    assert found == wanted
    assert [each.when.isoformat() for each in found] == [each.when.isoformat() for each in wanted]
    assert InteractionColumns(**{n: getattr(found, n) for n in columns_of(*wanted)}) == found
    assert found == other.joined(one)
    assert found.joined(other) is found
    assert found.joined(one) is found


def test_many_are_put_among_many_others():
    days = [
        Interaction(key=str(n), when=NOON + timedelta(days=n % 90), participants=["ben", "eva"])
        for n in range(200)
    ]
    whole, one, other = map(InteractionColumns.from_interactions, (days, days[::3], days[1::3]))
    rest = InteractionColumns.from_interactions(days[2::3])

    assert one.joined(other).joined(rest) == whole


def test_of_what_is_known_nothing_is_made_anew():
    columns = InteractionColumns.from_interactions([LUNCH, LETTER])

    assert columns.joined(columns.take([1])) is columns
    assert columns.take([0, 1]) is columns
    assert columns.take([]).joined(columns) is columns


@pytest.mark.parametrize("other", [(LUNCH,), None, "lunch"])
def test_columns_are_joined_with_columns_only(other):
    with pytest.raises(InvalidArgumentError, match="other must be an InteractionColumns"):
        InteractionColumns.from_interactions([LUNCH]).joined(other)


@given(histories(), st.data())
def test_everybody_has_the_rows_she_took_part_in_by_whatever_key(events, data):
    columns = InteractionColumns.from_interactions(events)
    person_of = {key: data.draw(st.sampled_from("AB")) for key in columns.people}
    asked = data.draw(st.lists(st.sampled_from("ABC")))

    rows = columns.rows_by_person(asked, person_of)

    took_part = {
        person: {
            row
            for row, event in enumerate(columns)
            if person in {person_of[key] for key in event.participants}
        }
        for person in asked
    }
    assert rows == {person: its for person, its in took_part.items() if its}
