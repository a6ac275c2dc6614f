"""Mail files that are broken, cut off, enormous or no mail at all."""

from __future__ import annotations

import contextlib
import gzip
import io
import random
import tracemalloc
import zipfile
import zlib
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.model import SkipReason
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.mail import read_mail
from netzwerkwandel.sources.mail.reader import MailReader
from netzwerkwandel.sources.tools import ReadContext
from netzwerkwandel.sources.unpacking import unzipped


AS_OF = datetime(2026, 3, 1, tzinfo=UTC)
MB = 1_000_000
MAIL = (
    b"From - Mon Mar 11 09:00:00 2024\n"
    b"X-Mozilla-Status: 0001\n"
    b"Received: from a\n\tby b; Mon, 11 Mar 2024 09:00:00 +0000\n"
    b"Message-ID: <1@example.org>\n"
    b"Date: Mon, 11 Mar 2024 10:00:00 +0100\n"
    b'From: "Okafor, Ben" <ben@example.org>\n'
    b"To: =?utf-8?q?Jos=C3=A9?= <jose@example.org>, Team: ana@example.org;\n"
    b"Subject: lunch\n"
    b"\n"
    b">From the archives\n"
    b"\n"
)
OTHER = MAIL.replace(b"<1@", b"<2@")


class Pattern(io.RawIOBase):
    """A stream of many bytes that are made when they are read."""

    def __init__(self, start, fill, size, end=b""):
        self._parts = [start, end]
        self._fill, self._left = fill, size

    def read(self, size=-1):
        if self._parts[0]:
            part, self._parts[0] = self._parts[0][:size], self._parts[0][size:]
            return part
        if self._left > 0:
            self._left -= size
            return (self._fill * (size // len(self._fill) + 1))[:size]
        part, self._parts[1] = self._parts[1][:size], self._parts[1][size:]
        return part


class Broken(io.BytesIO):
    """A stream that fails after its bytes."""

    def __init__(self, data, error):
        super().__init__(data)
        self._error = error

    def read(self, size=-1):
        data = super().read(size)
        if not data:
            raise self._error
        return data


def file(text, where="a.mbox"):
    return SourceFile.from_bytes(text, where)


def read(*files):
    return read_mail(files, "mailbox", as_of=AS_OF)


def reading_or_refusal(*texts):
    try:
        reading = read(*(file(text, f"{n}.eml") for n, text in enumerate(texts)))
    except ExportFormatError:
        return
    report = reading.report
    assert report.read == report.used + sum(n for _, n in report.skipped)
    assert report.used == len(reading.interactions)
    known = {contact.key for contact in reading.contacts}
    for interaction in reading.interactions:
        assert known.issuperset(interaction.participants)
    assert not any("@" in str(problem) for problem in report.problems)


@given(st.binary(max_size=400))
def test_any_bytes_give_a_reading_or_are_refused(data):
    reading_or_refusal(data)
    reading_or_refusal(data, MAIL)


@given(st.binary(max_size=300), st.binary(max_size=100))
def test_any_bytes_behind_the_beginning_of_a_mail_give_a_reading(headers, more):
    reading_or_refusal(MAIL[: MAIL.index(b"Date")] + headers + more)
    reading_or_refusal(MAIL + b"From - Mon Mar 11 09:00:00 2024\nFrom: " + headers + b"\n\n" + more)


@given(st.data())
def test_a_mutated_mbox_gives_a_reading_or_is_refused(data):
    text = bytearray(MAIL + OTHER)
    for _ in range(data.draw(st.integers(1, 12))):
        at = data.draw(st.integers(0, len(text) - 1))
        piece = data.draw(
            st.binary(max_size=3) | st.sampled_from([b"\n", b"\n\n", b'"', b"<", b"=?", b"(", b"@"])
        )
        text[at : at + data.draw(st.integers(0, 6))] = piece
    reading_or_refusal(bytes(text))


@given(st.integers(0, len(MAIL + OTHER)))
def test_an_mbox_cut_anywhere_gives_what_was_before(at):
    reading_or_refusal((MAIL + OTHER)[:at])


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\x00" * 70_000, b"hello", b"\xef\xbb\xbf"])
def test_an_only_file_that_is_no_mail_is_refused(data):
    with pytest.raises(ExportFormatError, match="neither an mbox nor a mail") as caught:
        read(file(data))
    assert caught.value.where == "mailbox"


def test_among_others_a_file_that_is_no_mail_is_left_out_and_named():
    reading = read(file(MAIL, "a.mbox"), file(b"hello", "b.txt"), file(b"\x00", "c@x.org.txt"))
    assert dict(reading.report.skipped) == {SkipReason.NOT_AN_EXPORT: 2}
    assert [str(p) for p in reading.report.problems] == [
        "mailbox, b.txt: this is neither an mbox nor a mail",
        "mailbox, file 3: this is neither an mbox nor a mail",
    ]


def test_an_empty_folder_among_others_is_no_problem():
    reading = read(file(MAIL, "Inbox"), file(b"", "Junk"))
    assert (reading.report.read, reading.report.problems) == (1, ())


ERRORS = [
    OSError(5, "Input/output error"),
    EOFError("ended"),
    zlib.error("bad"),
    zipfile.BadZipFile("bad"),
    ExportFormatError("x", "the archive is a bomb"),
    gzip.BadGzipFile("bad"),
]


@pytest.mark.parametrize("error", ERRORS)
def test_a_file_that_breaks_off_keeps_what_was_read_before(error):
    text = MAIL + OTHER + b"x" * 200_000
    for files in ([], [file(MAIL.replace(b"<1@", b"<3@"), "b.mbox")]):
        reading = read(SourceFile("a.mbox", lambda: Broken(text, error)), *files)
        assert reading.report.used >= 1
        (problem,) = reading.report.problems
        assert problem.reason.startswith("only the first 2 mails were read; ")


@pytest.mark.parametrize("error", ERRORS)
def test_an_only_file_that_cannot_be_read_at_all_is_refused(error):
    def fail():
        raise error

    for opener in (fail, lambda: Broken(b"", error)):
        with pytest.raises(ExportFormatError) as caught:
            read(SourceFile("ana@example.org.mbox", opener))
        assert caught.value.where == "mailbox"
        assert "@" not in str(caught.value)


@pytest.mark.parametrize("error", ERRORS)
def test_among_others_a_file_that_cannot_be_opened_is_a_problem(error):
    def fail():
        raise error

    reading = read(SourceFile("a.mbox", fail), file(MAIL, "b.mbox"))
    assert (reading.report.read, reading.report.used) == (1, 1)
    assert [p.where for p in reading.report.problems] == ["mailbox, a.mbox"]


@pytest.mark.slow
def test_a_gzipped_mailbox_cut_in_the_middle_keeps_its_beginning():
    packed = gzip.compress(MAIL * 20_000)[:-2_000]
    reading = read(SourceFile("a.gz", lambda: gzip.GzipFile(fileobj=io.BytesIO(packed))))
    assert reading.report.used == 1
    assert reading.report.skipped[0][0] is SkipReason.DUPLICATE
    assert "compressed data" in reading.report.problems[0].reason


def test_a_mail_with_a_megabyte_of_headers_is_broken_and_the_next_one_read():
    long = MAIL.replace(b"Subject: ", b"X-Long: " + b"x" * 2 * MB + b"\nSubject: ")
    reading = read(file(long + OTHER))
    assert reading.report.used == 1
    assert dict(reading.report.skipped) == {SkipReason.BROKEN: 1}
    assert [str(p) for p in reading.report.problems] == [
        "mailbox, message 1: its headers are longer than 1 MB"
    ]


def test_a_mail_to_thousands_is_one_interaction():
    to = b",\n ".join(b"Ben %d <ben%d@example.org>" % (n, n) for n in range(2_700))
    reading = read(file(MAIL.replace(b"To: ", b"To: " + to + b", ")))
    assert len(reading.interactions[0].participants) == 2_703


@pytest.mark.slow
@pytest.mark.parametrize(
    ("start", "fill"),
    [
        (MAIL, b"a line of a long attachment\n"),
        (MAIL, b"\n"),
        (MAIL, b"\nFrom "),
        (MAIL, b"no line at all "),
        (MAIL[: MAIL.index(b"\n\n")] + b"\nX: ", b"a header without an end "),
        (MAIL[: MAIL.index(b"\n\n")] + b"\n", b"X: y\n"),
        (MAIL[: MAIL.index(b"To: ") + 4], b"Ben <ben@example.org>, "),
        (MAIL[: MAIL.index(b"To: ") + 4], b"b"),
        (b"From ", b"x"),
        (b"From: ", b"x"),
        (MAIL[MAIL.index(b"Mess") : MAIL.index(b"\n\n") + 2], b"x"),
    ],
)
def test_memory_is_bounded_however_long_a_mail_a_header_or_a_line_is(start, fill):
    def peak(size):
        source = SourceFile("big.mbox", lambda: Pattern(start, fill, size, b"\n\n" + OTHER))
        tracemalloc.start()
        with contextlib.suppress(ExportFormatError):
            read(source)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    assert peak(8 * MB) < peak(2 * MB) + MB // 2 < 32 * MB


@pytest.mark.parametrize("as_found", [True, False])
def test_memory_is_bounded_however_many_mails_have_long_headers(as_found):
    headers = MAIL[MAIL.index(b"Mess") : MAIL.index(b"\n\n") + 1]
    data = headers + b"X: y\n" * (MB // 5) + b"\nHi\n"

    def peak(mails):
        files = [SourceFile.from_bytes(data, f"{n:02}.eml") for n in range(mails)]
        folder = MailReader().begin("mails", ReadContext(as_of=AS_OF))
        tracemalloc.start()
        if as_found:
            assert folder.take([(file, file.head()) for file in files]) == []
            report = folder.reading().report
        else:
            report = read(*files).report
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert report.read == mails
        return most

    assert peak(16) < 2 * peak(4)


def test_a_mail_after_twenty_megabytes_of_attachment_is_found():
    source = SourceFile("a", lambda: Pattern(MAIL, b"base64\n", 20 * MB, b"\n\n" + OTHER))
    assert read(source).report.used == 2


@pytest.mark.parametrize("mails", [1, 40, 2_000])
@pytest.mark.parametrize("cut", [8, 300])
def test_of_a_gzipped_mailbox_that_is_cut_off_what_can_be_unpacked_is_read(mails, cut):
    text = b"".join(MAIL.replace(b"<1@", b"<%d@" % n) + b"x%d\n\n" % (n * n) for n in range(mails))
    packed = gzip.compress(text + random.Random(1).randbytes(3_000), mtime=0)[:-cut]
    whole = zlib.decompressobj(31).decompress(packed).count(b"Subject: lunch\n\n")

    reading = read(unzipped(SourceFile.from_bytes(packed, "a.mbox.gz")))

    assert reading.report.used == whole == mails
    kept = "mail was" if mails == 1 else f"{mails:,} mails were"
    assert [p.reason for p in reading.report.problems] == [
        f"only the first {kept} read; it is cut off or damaged"
    ]
