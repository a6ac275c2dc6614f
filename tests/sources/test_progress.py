from __future__ import annotations

import gzip
import io
import sys

import pytest

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.sources.exports import READERS, read_exports
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.planning import plan, read_groups
from netzwerkwandel.sources.progress import metered, progress_bar, unmetered
from netzwerkwandel.sources.reader import ReadContext
from netzwerkwandel.sources.unpacking import unzipped
from netzwerkwandel.sources.walk import walk
from netzwerkwandel.texts import catalogue
from sources.exports_folder import AS_OF, GOOD, MAIL, write, zipped


@pytest.fixture
def counts() -> list[int]:
    return []


def test_every_byte_read_is_told(counts) -> None:
    file = metered(SourceFile.from_bytes(b"x" * 1000), counts.append)

    with file.open() as stream:
        assert stream.readable()
        assert len(stream.read(300)) == 300
        assert len(stream.read()) == 700
        assert stream.read(1) == b""

    assert counts == [300, 700]


def test_a_file_that_is_read_twice_counts_once(counts) -> None:
    file = metered(SourceFile.from_bytes(b"x" * 1000), counts.append)

    file.head(400)
    file.read(5000)
    file.read(5000)

    assert counts == [400, 600]


def test_of_a_gzipped_file_the_packed_bytes_count(counts) -> None:
    data = gzip.compress(MAIL * 1000)
    file = metered(unzipped(SourceFile.from_bytes(data)), counts.append)

    assert file.read(10**9) == MAIL * 1000
    assert sum(counts) == len(data)


def test_a_file_that_is_unmetered_tells_nothing(counts) -> None:
    plain, packed = SourceFile.from_bytes(b"x"), SourceFile.from_bytes(gzip.compress(MAIL))
    for file in (plain, unzipped(packed)):
        assert unmetered(metered(file, counts.append)).read(10**6) == file.read(10**6)
        assert unmetered(file).read(10**6) == file.read(10**6)

    assert counts == []


def test_closing_a_counted_file_closes_the_file(counts) -> None:
    inner = io.BytesIO(b"x")

    with metered(SourceFile("a", lambda: inner, 1), counts.append).open():
        assert not inner.closed

    assert inner.closed


def test_a_bar_is_shown_where_it_is_wanted(capsys, tmp_path) -> None:
    pytest.importorskip("tqdm")
    write(tmp_path, {**GOOD, "mail.gz": gzip.compress(MAIL), "book.zip": zipped(GOOD)})

    with_bar = read_exports(tmp_path, as_of=AS_OF, progress=True)
    shown = capsys.readouterr().err
    without = read_exports(tmp_path, as_of=AS_OF)

    steps = ["looking", "reading", "who is who"]
    assert sorted(steps, key=shown.find) == steps
    assert all(step in shown for step in steps)
    assert with_bar == without
    assert capsys.readouterr() == ("", "")


def test_the_language_that_is_asked_for_is_that_of_the_bar_and_of_the_records(
    capsys, tmp_path
) -> None:
    pytest.importorskip("tqdm")
    write(tmp_path, GOOD)

    german = read_exports(tmp_path, as_of=AS_OF, progress=True, language="de")

    shown = capsys.readouterr().err
    assert "lesen" in shown and "wer ist wer" in shown and "reading" not in shown
    assert german == read_exports(tmp_path, as_of=AS_OF).in_language("de")
    assert read_exports(tmp_path, as_of=AS_OF).language is None
    with pytest.raises(InvalidArgumentError, match="language must be one of"):
        read_exports(tmp_path, as_of=AS_OF, language="xx")


def test_without_tqdm_there_is_no_bar_and_no_error(capsys, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)

    with progress_bar(catalogue("en")) as bar:
        assert bar is None

    assert capsys.readouterr() == ("", "")


def test_the_bar_ends_where_the_files_end(counts, tmp_path) -> None:
    write(tmp_path, {**GOOD, "mail.gz": gzip.compress(MAIL * 99), "unknown": b"x" * 10_000})
    groups, _ = plan(walk([tmp_path], []), READERS)

    read_groups(groups, ReadContext(as_of=AS_OF), [], counts.append)

    assert sum(counts) == sum(file.size for group in groups for file in group.files) > 0
