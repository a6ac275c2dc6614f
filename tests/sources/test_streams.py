"""Large files read bit by bit."""

from __future__ import annotations

import io
import json
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.sources import streams
from netzwerkwandel.sources.tools import SourceFile, Tally, json_parts, text_lines, what_there_is


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


class Slowly(io.BytesIO):
    """A stream that gives a few bytes at a time."""

    step = 3

    def read(self, size=-1):
        return super().read(min(size, self.step) if size >= 0 else self.step)


def slowly(data, step=3):
    def opened():
        stream = Slowly(data)
        stream.step = step
        return stream

    return SourceFile("slow", opened, len(data))


def whole(file, *into):
    return list(json_parts(file, *into))


@given(VALUES, st.integers(1, 9))
def test_a_document_in_parts_is_the_document(value, step) -> None:
    document = {"a": value, "b": [value, {"c": value}], "d": 12345}
    parts = whole(slowly(json.dumps(document).encode(), step), "b")

    assert parts == [
        ("", {}),
        ("a", value),
        ("b", []),
        ("b.*", value),
        ("b.*", {"c": value}),
        ("d", 12345),
    ]


@pytest.mark.parametrize("number", ["0.0", "-12.5e-3", "1E+5", "123"])
def test_a_number_may_be_parted_anywhere(number) -> None:
    document = f'{{"a": {number}, "b": [{number}]}}'.encode()

    assert [part for _, part in whole(slowly(document, 1), "b")] == [
        {},
        float(number),
        [],
        float(number),
    ]


def test_any_name_is_gone_into_where_it_is_asked_for() -> None:
    document = b'{"a.b": {"name": "x", "of": {"1": 2}}, "c": [], "d": 3}'

    assert list(whole(slowly(document, 3), "*.of")) == [
        ("", {}),
        ("a.b", {}),
        ("a.b.name", "x"),
        ("a.b.of", {}),
        ("a.b.of.1", 2),
        ("c", []),
        ("d", 3),
    ]


def test_a_path_is_gone_into_wherever_it_is() -> None:
    document = {"chats": {"list": [{"id": n, "messages": [n, -n]} for n in (1, 2)]}}
    file = SourceFile.from_bytes(json.dumps(document).encode("utf-8-sig"))

    assert whole(file, "chats.list.*.messages")[3:7] == [
        ("chats.list.*", {}),
        ("chats.list.*.id", 1),
        ("chats.list.*.messages", []),
        ("chats.list.*.messages.*", 1),
    ]


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b" ", b"x", b"12", b'"a"', b"{", b"[", b'{"a"', b'{"a":', b'{"a": 1', b"[1", b"[1,"),
        *(b"[1 2]", b'{"a" 1}', b"[tru", b"[truer]", b'["a', b'["\\ud8', b"[" * 100_000, b"{]"),
        b"[" + b"9" * 10_000 + b"]",
    ],
)
@pytest.mark.parametrize("step", [1, 1000])
def test_what_is_no_json_or_breaks_off_is_refused(data, step) -> None:
    with pytest.raises(ExportFormatError, match="it is cut off or damaged"):
        whole(slowly(data, step))


def test_what_came_before_the_place_where_it_breaks_off_is_given() -> None:
    parts = json_parts(SourceFile.from_bytes(b'[{"a": 1}, {"a": 2}, {"a'))

    assert [next(parts) for _ in range(3)] == [("", []), ("*", {"a": 1}), ("*", {"a": 2})]
    with pytest.raises(ExportFormatError):
        next(parts)


def test_an_array_of_any_size_is_held_in_little_memory() -> None:
    record = json.dumps({"sender": "Ben", "text": "x" * 1000}).encode()
    data = b"[" + b",".join([record] * 20_000) + b"]"

    tracemalloc.start()
    count = sum(path == "*" for path, _ in json_parts(SourceFile.from_bytes(data)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert count == 20_000
    assert peak < len(data) / 2


def test_a_part_that_does_not_end_is_read_in_linear_work(monkeypatch) -> None:
    seen = []
    fill = streams._Document._fill

    def counting(document):
        filled = fill(document)
        seen.append(len(document._text))
        return filled

    monkeypatch.setattr(streams._Document, "_fill", counting)
    with pytest.raises(ExportFormatError):
        whole(slowly(b'["' + b"x" * 100_000, 100))

    assert sum(seen) < 5 * 100_000


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("step", [1, 2, 1000])
def test_lines_are_read_in_any_encoding(encoding, step) -> None:
    text = "Zoë schrieb:\r\nja\u00a0so\n\nBen"

    assert list(text_lines(slowly(text.encode(encoding), max(step, 4)))) == [
        *("Zoë schrieb:", "ja\u00a0so", "", "Ben")
    ]


def test_a_line_ends_at_a_line_feed_only() -> None:
    file = SourceFile.from_bytes("a\u2028b\x0bc\x85d\re\n".encode())

    assert list(text_lines(file)) == ["a\u2028b\x0bc\x85d\re"]


def test_a_line_without_end_is_cut() -> None:
    data = b"x" * 5_000_000 + b"\nBen\n"

    long, ben = text_lines(SourceFile.from_bytes(data))

    assert len(long) <= 2 * streams.LONGEST_LINE
    assert ben == "Ben"


def test_an_empty_file_has_no_lines() -> None:
    assert list(text_lines(SourceFile.from_bytes(b""))) == []


def test_of_a_file_that_breaks_off_before_its_first_record_nothing_is_kept() -> None:
    tally = Tally("log", "calls.log")

    with pytest.raises(ExportFormatError, match=r"calls\.log: it is gone"), what_there_is(tally):
        raise ExportFormatError("calls.log/part", "it is gone")


def test_one_file_of_several_that_breaks_off_is_named() -> None:
    tally = Tally("log", "logs")
    tally.use()

    with what_there_is(tally, "b.log"):
        tally.use()
        tally.use()
        raise OSError(5, "Input/output error")

    (problem,) = tally.report().problems
    assert str(problem) == (
        "logs, b.log: only the first 2 records were read; it cannot be read further"
    )
