from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import netzwerkwandel as nw
from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.unread import UnreadFile, unread_problems
from netzwerkwandel.texts.german import GERMAN
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
        (b"<html><head><style>._3-95{}</style>", "a download of Facebook or Instagram as pages"),
        (b'[{"title": "", "string_list_data": [{"href"', "a list of friends or followers"),
        (b'{\n "guild": {"id": "0"}, "channel": {', "a chat of DiscordChatExporter; ask Discord"),
        (b":\xa2eroots\x81\xd8*X%", "what Bluesky keeps of an account"),
        (b"Anna Schmidt\tanna@example.org\t2024-03-12T18:04", "a table with mail addresses and no"),
        (b"<html><body>Termin</body></html>", "a page (HTML); where you can choose"),
        (b"<?xml version='1.0'?><contacts>", "contacts or appointments of Outlook for Mac"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Outlook message"),
        (b"*mbx*\r\n1234", "a mailbox of Pine"),
    ],
)
def test_an_export_that_is_not_read_is_called_by_its_kind(begins, what):
    file = seen("x", begins)
    assert file.is_export
    assert file.kind.startswith(what)
    assert GERMAN.problem(file.kind) != file.kind


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


def test_a_table_is_told_of_by_its_name_and_in_a_takeout_by_its_product():
    lines = told(**{
        "groups.csv": b"group_name,joined\nUX Berlin,2020-01-01\n",
        "notes.txt": b"Dear Ben, hello\n",
        "x/Takeout/Maps/places.csv": b"Title,Note\n",
        "x/Takeout/Maps/x.html": b"<html></html>",
        "archive_browser.html": b"<html></html>",
    })  # fmt: skip

    assert lines.pop("groups.csv").startswith("a table; if it names people")
    assert lines == {
        "4 files": "of no known kind: Maps 2 (places.csv, x.html); .html 1 (archive_browser.html); "
        ".txt 1 (notes.txt)"
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
