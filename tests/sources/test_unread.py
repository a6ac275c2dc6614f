from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import netzwerkwandel as nw
from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.unread import UnreadFile, unread_problems
from sources.exports_folder import AS_OF, BOOK, write


def seen(name, data):
    return UnreadFile.of(SourceFile.from_bytes(data, name), data)


def told(**files):
    problems = unread_problems(seen(name, data) for name, data in files.items())
    return {problem.where: problem.reason for problem in problems}


@pytest.mark.parametrize(
    ("begins", "what"),
    [
        ('"Anrede";"Vorname";"E-Mail-Adresse";"Firma"\r\n'.encode("cp1252"), "a table with mail"),
        (b"Year\tE-mail\r\n2008\tben@example.org", "a table with mail addresses; say what"),
        (b'"Subject","Body","From: (Name)"\r\n', "mails of Outlook as a table"),
        (b"First Name,Primary Email,Notes\n", "a table with mail addresses"),
        (b"<!DOCTYPE html><html><title>LinkedIn</title>", "a page of LinkedIn; ask for"),
        (b"<?xml version='1.0'?><contacts>", "contacts or appointments of Outlook for Mac"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Outlook message"),
        (b"*mbx*\r\n1234", "a mailbox of Pine"),
    ],
)
def test_an_export_that_is_not_read_is_called_by_its_kind(begins, what):
    file = seen("x", begins)
    assert file.is_export
    assert file.kind.startswith(what)


def test_there_is_one_line_for_a_kind_and_one_for_all_others():
    lines = told(
        a=b"*mbx*\r\n1",
        b=b"*mbx*\r\n2",
        c=b"\xff\xd8\xff1",
        d=b"\xff\xd8\xff2",
        e=b"%PDF-1.7",
        f=b"",
        g=b"a note",
    )
    assert lines == {
        "a and 1 more": "a mailbox of Pine (mbx); save it as mbox instead",
        "5 files": "of no known kind: JPEG 2 (c, d); PDF 1 (e); empty 1 (f); text 1 (g)",
    }


def test_other_files_are_called_by_their_endings_and_a_few_by_name():
    pictures = {f"IMG_{n}.JPG": b"\xff\xd8\xff" for n in range(3)}
    notes = {"Liste für Ben.docx": b"PK", "x" * 90 + ".docx": b"PK", "nothing.txt": b""}
    lines = told(**pictures, **notes, **{"ben@example.org.txt": b"a", "Makefile": b"a"})
    assert lines == {
        "8 files": (
            "of no known kind: .jpg 3 (IMG_0.JPG, IMG_1.JPG, ...); "
            f".docx 2 (Liste für Ben.docx, {'x' * 29}…); .txt 1; empty 1 (nothing.txt); "
            "text 1 (Makefile)"
        )
    }


def test_no_address_is_told():
    assert list(told(**{"ben@example.org.mbx": b"*mbx*\r\n"})) == ["1 file"]


def test_a_folder_says_what_was_not_read(tmp_path):
    write(tmp_path, {"a.vcf": BOOK, "mail.mbx": b"*mbx*\r\n", "x.jpg": b"\xff\xd8\xff"})

    summary = nw.read_exports(tmp_path, as_of=AS_OF).summary()

    assert "mail.mbx: a mailbox of Pine (mbx); save it as mbox instead" in summary
    assert "1 file: of no known kind: .jpg 1 (x.jpg)" in summary


def test_where_nothing_is_read_the_error_says_what_there_is(tmp_path):
    write(tmp_path, {"contacts.csv": b"Name,Email\n"})

    with pytest.raises(ExportFormatError, match="a table with mail addresses; say what"):
        nw.read_exports(tmp_path, as_of=AS_OF)


@given(st.binary(max_size=300))
def test_any_bytes_are_of_some_kind(data):
    assert seen("x", data).kind
