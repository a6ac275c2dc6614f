from __future__ import annotations

import gzip
import os
import sys
import tarfile
from pathlib import Path

import pytest

from netzwerkwandel.errors import NotFoundError
from netzwerkwandel.model import Problem
from netzwerkwandel.sources.files import HEAD
from netzwerkwandel.sources.walk import walk
from sources.exports_folder import write, zipped


posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX files")


def walked(*paths: Path | str) -> tuple[list[str], list[Problem]]:
    """The names of the files found, and the problems."""
    problems: list[Problem] = []
    found = [file.where for files in walk(paths, problems) for file, _ in files]
    return found, problems


def names(folder: Path, *paths: Path) -> list[str]:
    found, problems = walked(*(paths or [folder]))
    assert problems == []
    return [Path(where).relative_to(folder).as_posix() for where in found]


def test_files_of_nested_folders_come_in_the_order_of_their_names(tmp_path) -> None:
    write(tmp_path, dict.fromkeys(["b", "a/z", "a/b/c", "a.b", ".hidden/.file"], b"x"))

    assert names(tmp_path) == [".hidden/.file", "a/b/c", "a/z", "a.b", "b"]


def test_a_file_comes_with_its_first_bytes_and_its_size(tmp_path) -> None:
    write(tmp_path, {"empty": b"", "large": b"x" * (HEAD + 1)})

    found = {f.name: (head, f.size) for files in walk([tmp_path], []) for f, head in files}

    assert found == {"empty": (b"", 0), "large": (b"x" * HEAD, HEAD + 1)}


def test_a_file_is_found_once_however_often_and_by_whatever_path_it_is_given(tmp_path) -> None:
    write(tmp_path, {"a/b": b"x", "c": b"y"})
    again = [tmp_path / "c", tmp_path / "a", tmp_path, tmp_path / "a/../c", tmp_path]

    assert names(tmp_path, *again) == names(tmp_path)


def test_the_order_of_the_paths_does_not_matter(tmp_path) -> None:
    write(tmp_path, {"a/b": b"x", "c": b"y", "d": b"z"})
    paths = [tmp_path / "d", tmp_path / "a", tmp_path / "c"]

    assert walked(*paths) == walked(*reversed(paths))


def test_a_path_may_be_a_text(tmp_path, monkeypatch) -> None:
    write(tmp_path, {"a": b"x"})
    monkeypatch.chdir(tmp_path)

    assert walked("a") == (["a"], [])


def test_the_files_of_a_zip_are_found_like_those_of_a_folder(tmp_path) -> None:
    write(tmp_path, {"x.zip": zipped({"b": b"2", "a": b"1"})})

    assert names(tmp_path) == ["x.zip/a", "x.zip/b"]


def test_a_gzipped_file_begins_as_its_content_does(tmp_path) -> None:
    write(tmp_path, {"x.gz": gzip.compress(b"content")})

    ((file, head),) = next(walk([tmp_path], []))

    assert head == b"content"
    assert file.read(100) == b"content"


def test_a_name_inside_a_zip_leads_nowhere(tmp_path) -> None:
    outside = {"../../up": b"x", "/etc/absolute": b"y", "C:\\windows": b"z"}
    write(tmp_path, {"in/x.zip": zipped(outside)})
    before = sorted(tmp_path.rglob("*"))

    found, problems = walked(tmp_path)

    assert len(found) == 3
    assert problems == []
    assert all(where.startswith(f"{tmp_path}/in/x.zip/") for where in found)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("name", ["inner.zip", "inner.zip.gz", "inner.tar", "inner.tar.gz"])
def test_archives_that_are_not_opened_are_told_of(tmp_path, name) -> None:
    write(tmp_path, {"text": b"x"})
    with tarfile.open(tmp_path / "tar", "w") as archive:
        archive.add(tmp_path / "text", "text")
    inner = (tmp_path / "tar").read_bytes() if ".tar" in name else zipped({"a": b"x"})
    data = gzip.compress(inner) if name.endswith(".gz") else inner
    (tmp_path / "tar").unlink()
    write(tmp_path, {"outer.zip": zipped({name: data, "z": b"x"})})

    found, problems = walked(tmp_path)

    assert found == [f"{tmp_path}/outer.zip/z", f"{tmp_path}/text"]
    assert [problem.where for problem in problems] == [f"{tmp_path}/outer.zip/{name}"]
    assert "must be unpacked first" in problems[0].reason


def test_a_damaged_archive_is_a_problem_and_the_others_are_read(tmp_path) -> None:
    good = zipped({"a": b"x"})
    write(tmp_path, {"1.zip": good[:-5], "2.zip": good, "3.gz": b"\x1f\x8b\x08"})

    found, problems = walked(tmp_path)

    assert found == [f"{tmp_path}/2.zip/a"]
    assert [(Path(p.where).name, p.reason) for p in problems] == [
        ("1.zip", "the zip archive cannot be opened: it is cut off or damaged"),
        ("3.gz", "it is cut off or damaged"),
    ]


def test_a_folder_that_may_not_be_read_is_a_problem(tmp_path, monkeypatch) -> None:
    write(tmp_path, {"a/x": b"1", "b/x": b"2"})
    listing = os.scandir

    def scandir(path):
        if path == str(tmp_path / "a"):
            raise PermissionError(13, "Permission denied", path)
        return listing(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found, problems = walked(tmp_path)

    assert found == [f"{tmp_path}/b/x"]
    assert problems == [Problem(f"{tmp_path}/a", "it cannot be read: Permission denied")]


@pytest.mark.parametrize("method", ["open", "stat"])
def test_a_file_that_may_not_be_read_is_a_problem(tmp_path, monkeypatch, method) -> None:
    # Of a small file, nothing is asked but its content.
    write(tmp_path, {"a": b"1" * HEAD, "b": b"2"})
    allowed = getattr(os, method)

    def refuse(path, *args, **options):
        if path == str(tmp_path / "a"):
            raise PermissionError(13, "Permission denied", path)
        return allowed(path, *args, **options)

    monkeypatch.setattr(os, method, refuse)
    found, problems = walked(tmp_path)

    assert found == [f"{tmp_path}/b"]
    assert problems == [Problem(f"{tmp_path}/a", "it cannot be read: Permission denied")]


def test_a_path_that_does_not_exist_is_an_error_before_anything_is_read(tmp_path) -> None:
    write(tmp_path, {"a": b"x"})

    with pytest.raises(NotFoundError, match=r"there is no file or folder '.*nowhere'"):
        next(walk([tmp_path / "a", tmp_path / "nowhere"], []))


@posix
def test_a_link_to_a_file_is_followed_and_counts_once(tmp_path) -> None:
    write(tmp_path, {"in/a": b"x", "out/b": b"y"})
    (tmp_path / "in/c").symlink_to(tmp_path / "in/a")
    (tmp_path / "in/d").symlink_to(tmp_path / "out/b")

    assert names(tmp_path, tmp_path / "in") == ["in/a", "in/d"]


@posix
def test_a_link_to_a_folder_is_followed_only_where_it_is_named(tmp_path) -> None:
    write(tmp_path, {"in/a": b"x", "out/b": b"y"})
    (tmp_path / "in/aside").symlink_to(tmp_path / "out")

    found, problems = walked(tmp_path / "in")
    assert found == [f"{tmp_path}/in/a"]
    assert [p.where for p in problems] == [f"{tmp_path}/in/aside"]
    assert "a link to a folder is not followed" in problems[0].reason

    assert walked(tmp_path / "in/aside") == ([f"{tmp_path}/in/aside/b"], [])


@posix
def test_folders_that_link_to_each_other_are_walked_once(tmp_path) -> None:
    write(tmp_path, {"a/x": b"1", "b/y": b"2"})
    (tmp_path / "a/to-b").symlink_to(tmp_path / "b")
    (tmp_path / "b/to-a").symlink_to(tmp_path / "a")
    (tmp_path / "a/self").symlink_to(tmp_path / "a")

    found, _ = walked(tmp_path)

    assert found == [f"{tmp_path}/a/x", f"{tmp_path}/b/y"]


@posix
def test_links_that_lead_nowhere_are_problems(tmp_path) -> None:
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    (tmp_path / "gone").symlink_to(tmp_path / "never")

    found, problems = walked(tmp_path)

    assert found == []
    assert [Path(problem.where).name for problem in problems] == ["circle", "gone"]


@posix
def test_a_pipe_is_not_waited_for(tmp_path) -> None:
    write(tmp_path, {"a": b"x"})
    os.mkfifo(tmp_path / "pipe")

    found, problems = walked(tmp_path)

    assert found == [f"{tmp_path}/a"]
    assert problems == [Problem(f"{tmp_path}/pipe", "it is neither a file nor a folder")]


@posix
def test_a_name_that_is_no_text_can_be_shown(tmp_path) -> None:
    try:
        (tmp_path / os.fsdecode(b"caf\xe9\x1b")).write_bytes(b"x")
    except OSError:
        pytest.skip("this file system takes only names that are text")

    ((file, head),) = next(walk([tmp_path], []))

    assert file.name == "caf\ufffd\ufffd"
    assert head == file.head() == b"x"


@pytest.mark.slow
def test_a_thousand_zips_can_be_read_one_after_another(tmp_path) -> None:
    data = zipped({"a": b"x"})
    write(tmp_path, {f"{n:04}.zip": data for n in range(1200)})

    files = [file for files in walk([tmp_path], []) for file, _ in files]

    assert len(files) == 1200
    assert {file.read(10) for file in files} == {b"x"}


def test_the_files_of_a_folder_come_together_and_in_order_with_archives_among_them(tmp_path):
    packed = {"b.zip": zipped({"1": b"x", "2": b"y"}), "d.gz": gzip.compress(b"z")}
    write(tmp_path, {**dict.fromkeys(["a1", "a2", "c", "e1", "e2"], b"x"), **packed})

    together = [[file.name for file, _ in files] for files in walk([tmp_path], [])]

    assert together == [["a1", "a2"], ["1", "2"], ["c"], ["d.gz"], ["e1", "e2"]]


def test_so_many_files_come_together_as_have_some_megabytes(tmp_path):
    write(tmp_path, {f"{n:03}": b"x" * (HEAD if n < 100 else 1) for n in range(500)})

    counts = [len(files) for files in walk([tmp_path], [])]

    assert counts == [65, 256, 179]


@posix
def test_a_backslash_in_a_name_parts_folders_as_a_slash_does(tmp_path):
    write(tmp_path, dict.fromkeys(["a", "b\\c", "d"], b"x"))

    files = [file for files in walk([tmp_path], []) for file, _ in files]

    assert [file.name for file in files] == ["a", "c", "d"]
    assert [file.read(9) for file in files] == [b"x"] * 3
