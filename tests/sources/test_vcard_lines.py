from __future__ import annotations

import pytest

from netzwerkwandel.sources.vcard.lines import lines
from sources.work import grows_in_proportion


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


LONG = {
    "folded": lambda n: b"FN:" + b"\n x" * n,
    "soft breaks": lambda n: b"FN;QUOTED-PRINTABLE:a" + b"=\nx" * n,
    "quotes": lambda n: b'FN;A="' + b'"' * (3 * n + 1) + b":x",
    "parameters": lambda n: b"FN" + b";A=b" * n + b":x",
}


@pytest.mark.parametrize("long", LONG.values(), ids=LONG)
def test_the_work_grows_with_the_length_and_no_faster(long):
    assert grows_in_proportion(lambda value: list(lines(value)), long, 2_000)


@pytest.mark.parametrize("long", LONG.values(), ids=LONG)
def test_a_megabyte_of_one_line_is_read_to_its_end(long):
    (line,) = lines(long(200_000))

    assert line.name == "FN"
