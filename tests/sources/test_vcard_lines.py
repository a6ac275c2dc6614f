from __future__ import annotations

import time

import pytest

from netzwerkwandel.sources.vcard.lines import lines


def test_parameters_are_read_in_the_style_of_every_version():
    (line,) = lines(b'item1.Tel;WORK;type=cell;TYPE="voice,pref";X-A="b:c";CHARSET=utf-8:1;2\r\n')

    assert (line.name, line.group, line.raw) == ("TEL", "ITEM1", b"1;2")
    assert line.types == {"WORK", "CELL", "VOICE", "PREF"}
    assert line.charset == "utf-8"


@pytest.mark.parametrize("encoding", ["ENCODING=b", "ENCODING=BASE64", "BASE64"])
def test_binary_values_are_not_decoded(encoding):
    (line,) = lines(f"PHOTO;{encoding}:QUJD".encode())

    assert line.value == ""


def test_declared_japanese_is_read():
    (line,) = lines(b"FN;CHARSET=ISO-2022-JP:" + "佐藤".encode("iso-2022-jp"))

    assert line.value == "佐藤"


@pytest.mark.parametrize(
    "value",
    [
        b"FN:" + b"\n x" * 300_000,
        b"FN;QUOTED-PRINTABLE:a" + b"=\nx" * 300_000,
        b'FN;A="' + b'"' * 900_001 + b":x",
        b"FN" + b";A=b" * 200_000 + b":x",
    ],
)
def test_reading_takes_time_in_proportion_to_the_length(value):
    started = time.perf_counter()
    list(lines(value))

    assert time.perf_counter() - started < 5
