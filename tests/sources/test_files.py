from __future__ import annotations

import gzip
import io
import struct
import zipfile
from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.unpacking import LIMITS, UnpackingLimits, unzipped, zip_members
from netzwerkwandel.sources.walk import is_gzip, is_tar, is_zip
from sources.exports_folder import zipped


TEXT = b"".join(b"line %d\n" % n for n in range(100_000))
FILES = {"b.csv": b"two", "a/c.csv": b"three", "a.csv": b"one"}


def members(data: bytes, limits: UnpackingLimits = LIMITS) -> list[SourceFile]:
    return zip_members(SourceFile.from_bytes(data, "x.zip"), limits)


def changed(data: bytes, signature: bytes, offset: int, value: bytes) -> bytes:
    """Overwrite a field of every zip header that begins with a signature."""
    found = bytearray(data)
    at = data.find(signature)
    while at >= 0:
        found[at + offset : at + offset + len(value)] = value
        at = data.find(signature, at + 4)
    return bytes(found)


def content(file: SourceFile) -> bytes:
    return file.read(10**9)


def test_the_kinds_of_archives_are_known_by_their_first_bytes() -> None:
    assert is_zip(zipped(FILES)) and is_zip(zipped({}))
    assert is_gzip(gzip.compress(b""))
    assert is_tar(b"name".ljust(257, b"\0") + b"ustar\x0000")
    assert not any(kind(b"From: ben@example.org\n") for kind in (is_zip, is_gzip, is_tar))


def test_the_files_of_a_zip_come_in_the_order_of_their_names_and_can_be_read_again() -> None:
    found = members(zipped(FILES))

    assert [file.where for file in found] == ["x.zip/a.csv", "x.zip/a/c.csv", "x.zip/b.csv"]
    assert [content(file) for file in found] == [b"one", b"three", b"two"]
    assert [file.head(2) for file in found] == [b"on", b"th", b"tw"]
    assert [file.size for file in found] == [3, 5, 3]


def test_folders_in_a_zip_are_no_files() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("folder/", b"")
        archive.writestr("folder/a", b"x")

    assert [file.where for file in members(stream.getvalue())] == ["x.zip/folder/a"]


def test_two_files_of_one_name_in_a_zip_are_both_read() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a", b"first")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a", b"second")

    assert [content(file) for file in members(stream.getvalue())] == [b"first", b"second"]


def test_a_name_in_a_zip_cannot_write_to_the_terminal() -> None:
    (file,) = members(zipped({"\x1b[31mred\n.csv": b"x"}))

    assert file.where.isprintable()
    assert content(file) == b"x"


def test_an_archive_is_open_only_while_it_is_read(tmp_path) -> None:
    resource = pytest.importorskip("resource")
    limit, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    path = tmp_path / "x.zip"
    path.write_bytes(zipped(FILES))

    resource.setrlimit(resource.RLIMIT_NOFILE, (64, hard))
    try:
        found = [file for _ in range(200) for file in zip_members(SourceFile.from_path(path))]
        read = {content(file) for file in found}
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (limit, hard))

    assert read == {b"one", b"two", b"three"}


@pytest.mark.parametrize("cut", range(0, len(zipped(FILES)), 7))
def test_a_zip_that_was_cut_off_is_refused(cut) -> None:
    with pytest.raises(ExportFormatError, match=r"x\.zip: the zip archive cannot be opened"):
        members(zipped(FILES)[:cut])


def test_a_zip_cut_off_at_its_end_mark_says_what_is_wrong() -> None:
    with pytest.raises(ExportFormatError, match="cut off or damaged"):
        members(zipped(FILES)[:-1])


def test_an_encrypted_file_in_a_zip_is_refused_and_the_others_are_not() -> None:
    data = zipped({"a": b"x", "b": b"y"})
    at = data.rfind(b"PK\x01\x02") + 8
    locked = data[:at] + b"\x01\x00" + data[at + 2 :]

    first, second = members(locked)

    assert content(first) == b"x"
    with pytest.raises(ExportFormatError, match=r"x\.zip/b: it is encrypted"):
        second.open()


@pytest.mark.parametrize("method", [9, 12, 14, 93, 99])
def test_a_file_packed_in_an_unknown_way_says_so(method) -> None:
    (file,) = members(changed(zipped({"a": b"x"}), b"PK\x01\x02", 10, struct.pack("<H", method)))

    with pytest.raises(ExportFormatError, match="packed in a way that is not known here"):
        file.open()


def test_a_compression_that_unpacks_without_bounds_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("a", b"x" * 1000)

    with pytest.raises(ExportFormatError, match="packed in a way"):
        members(stream.getvalue())[0].open()


def test_a_damaged_file_in_a_zip_gives_what_came_before_and_then_an_error() -> None:
    data = bytearray(zipped({"a": TEXT}))
    data[len(data) // 2] ^= 0xFF

    with members(bytes(data))[0].open() as stream:
        before = stream.read(len(TEXT))
        with pytest.raises(ExportFormatError, match=r"x\.zip/a: it is cut off or damaged"):
            stream.read(1)
    assert 1000 < len(before) < len(TEXT)
    assert TEXT.startswith(before[:1000])


def test_a_whole_file_is_never_read_in_part() -> None:
    data = gzip.compress(TEXT)

    with pytest.raises(ExportFormatError, match="cut off or damaged"):
        content(unzipped(SourceFile.from_bytes(data[: len(data) // 2])))


def test_a_gzip_file_that_was_cut_off_gives_what_came_before_and_then_an_error() -> None:
    data = gzip.compress(TEXT)

    with unzipped(SourceFile.from_bytes(data[: len(data) // 2], "x.gz")).open() as stream:
        before = stream.read(len(TEXT))
        for _ in range(2):
            with pytest.raises(ExportFormatError, match=r"x\.gz: it is cut off or damaged"):
                stream.read(1)
        assert stream.read(0) == b""
    assert before
    assert TEXT.startswith(before)


def test_a_gzip_file_of_several_parts_is_one_file() -> None:
    data = gzip.compress(b"one") + gzip.compress(b"two")

    assert content(unzipped(SourceFile.from_bytes(data))) == b"onetwo"


def test_closing_an_unpacked_file_closes_the_packed_one() -> None:
    packed = io.BytesIO(gzip.compress(TEXT))

    with unzipped(SourceFile("x.gz", lambda: packed)).open() as stream:
        assert stream.readable()
        assert stream.read() == TEXT

    assert packed.closed


def test_a_zip_of_too_many_files_is_refused() -> None:
    with pytest.raises(ExportFormatError, match="must have at most 2 files, got 3"):
        members(zipped(FILES), UnpackingLimits(entries=2))


def test_a_zip_that_unpacks_to_too_much_is_refused() -> None:
    with pytest.raises(ExportFormatError, match="must unpack to at most 10 bytes, got 11"):
        members(zipped(FILES), UnpackingLimits(size=10))


def test_a_zip_of_zeros_is_refused_before_it_is_unpacked() -> None:
    bomb = zipped({"mail.mbox": bytes(30 * 1024**2)})

    with pytest.raises(ExportFormatError, match="at most 250 times its size, got 31,457,280"):
        members(bomb)


def test_a_zip_whose_files_share_their_bytes_is_refused() -> None:
    """Many entries that point to one packed file: the ratio is that of the whole archive."""
    bomb = zipped({"a": TEXT[:100_000]})
    end = bomb.rindex(b"PK\x05\x06")
    start = bomb.rindex(b"PK\x01\x02")
    entries = bomb[start:end] * 3000
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 3000, 3000, len(entries), start, 0)

    with pytest.raises(ExportFormatError, match="times its size, got 300,000,000 bytes"):
        members(bomb[:start] + entries + tail)


def test_a_zip_that_lies_about_a_size_is_damaged() -> None:
    lie = struct.pack("<L", 10)
    bomb = changed(zipped({"a": bytes(5_000_000)}), b"PK\x01\x02", 24, lie)

    with pytest.raises(ExportFormatError, match="cut off or damaged"):
        content(members(bomb)[0])


def test_a_well_packed_small_file_is_no_bomb() -> None:
    (file,) = members(zipped({"a": bytes(1_000_000)}))

    assert len(content(file)) == 1_000_000


def test_a_gzip_bomb_is_stopped() -> None:
    bomb = b"From - Mon Mar 11 09:00:00 2024\n" + bytes(3_000_000)

    packed = SourceFile.from_bytes(gzip.compress(bomb), "x.gz")
    file = unzipped(packed, UnpackingLimits(small=100_000))

    assert file.head().startswith(b"From - ")
    with pytest.raises(ExportFormatError, match=r"x\.gz: it unpacks to more than 250 times"):
        content(file)


def refused(read: Callable[[], object]) -> str:
    """What was refused; empty where all was read."""
    try:
        read()
    except ExportFormatError as error:
        return error.where.partition("/")[0]
    return ""


def read_all(data: bytes) -> None:
    for file in members(data):
        assert len(content(file)) <= file.size


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x05\x06", b"PK\x01\x02"]))
def test_any_bytes_are_an_archive_or_refused(data, within) -> None:
    middle = len(data) // 2
    begun = b"PK\x03\x04" + data[:middle] + within + data[middle:]

    assert refused(lambda: read_all(begun)) in {"", "x.zip"}
    assert refused(lambda: read_all(data)) in {"", "x.zip"}


@given(st.lists(st.tuples(st.integers(0, len(zipped(FILES)) - 1), st.integers(0, 255)), max_size=4))
@example([(zipped(FILES).rindex(b"a.csv"), 0)])
def test_a_zip_with_wrong_bytes_gives_files_or_is_refused(wrong) -> None:
    data = bytearray(zipped(FILES))
    for at, value in wrong:
        data[at] = value

    assert refused(lambda: read_all(bytes(data))) in {"", "x.zip"}


@given(st.binary(max_size=300))
def test_any_bytes_are_gzipped_or_refused(data) -> None:
    for raw in (b"\x1f\x8b\x08" + data, gzip.compress(data) + data):
        file = unzipped(SourceFile.from_bytes(raw, "x.gz"))

        assert refused(partial(content, file)) in {"", "x.gz"}


def test_entries_that_repeat_or_overlap_are_refused():
    data = zipped({"a.mbox": TEXT[:5_000]})
    begin, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entry, count = data[begin:end], 9
    # The directory of the archive names its one file nine times.
    tail = bytearray(data[end:])
    tail[8:12] = struct.pack("<HH", count, count)
    tail[12:16] = struct.pack("<I", len(entry) * count)
    repeated = data[:begin] + entry * count + bytes(tail)

    with pytest.raises(ExportFormatError, match="overlap"):
        zip_members(SourceFile.from_bytes(repeated, "x.zip"))


@pytest.mark.parametrize("told", [0, 3, 100_000, 400_000])
def test_a_file_is_read_whole_and_in_few_pieces_whatever_size_it_seems_to_have(told) -> None:
    data = bytes(range(256)) * 1_000
    pieces: list[int] = []

    class Stream(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            assert size is not None
            pieces.append(size)
            return super().read(size)

    file = SourceFile("a", lambda: Stream(data), told)

    assert file.read(100_000_000) == data
    assert max(pieces) <= 4 * max(len(data), told)
    assert len(pieces) < 10
    with pytest.raises(ExportFormatError, match="under 255,999 bytes"):
        file.read(len(data) - 1)
