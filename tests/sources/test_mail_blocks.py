"""What is read of many mails at once is what is read of each."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netzwerkwandel.sources.mail.header_block import HeaderBlock
from netzwerkwandel.sources.mail.headers import header_lines, parse_headers
from netzwerkwandel.sources.mail.layout import MailFile, mail_file, usual_mails
from netzwerkwandel.sources.mail.mbox import MAILS_AT_ONCE, MailBlock, blocks_of, first_mail
from netzwerkwandel.sources.mail.words import in_one_charset, is_plain, unfolded
from sources.test_mail import mail, mbox, read


NAMES = (b"From", b"To", b"Received", b"x-auto-response", b"x-auto-response-suppress", b"bcc")
LINES = st.sampled_from(
    [
        *(
            b"From: ben@example.org",
            b"FROM:x",
            b"from :y",
            b"To:\t",
            b"To : ana",
            b"to:",
            b"Tom: x",
        ),
        *(b" folded: x", b"\tfolded", b" ", b"To", b"To x: y", b":", b"::", b": To:", b"\0To: x"),
        *(b"Received: a", b"received: b", b"Received : c", b"Received: a\n b", b"b" * 17 + b": x"),
        *(
            b"X-Auto-Response: 1",
            b"X-Auto-Response-Suppress: All",
            b"x-auto-response-suppressed: 2",
        ),
        *(
            b"X-AUTO-RESPONSE-SUPPRESS  : 3",
            b"x-auto-response-SUPPRESX: 4",
            b"Bcc: a,b",
            b"B\rcc: c",
        ),
        *("To: Jos\u00e9".encode(), "From: Jos\u00e9".encode("latin-1"), b"To: \x1b$B%F\x1b(B"),
        *(b"Content-Type: text/plain; charset=koi8-r", "Bcc: \u0415\u0432\u0430".encode("koi8-r")),
    ]
)
MAILS = st.lists(LINES | st.binary(max_size=9), max_size=9).map(b"\n".join)


def slowly(lines, name):
    """The value of a header by a pattern of its own, mail by mail."""
    if name == b"Received":
        usual = rb"\nReceived:([^\n]*(?:\n[ \t][^\n]*)*)"
        return b"".join(re.findall(usual, lines)[-1:])
    if is_plain(lines):
        return as_written(lines, name)
    # In which charset they are is guessed by all of them.
    others = [each for each in (*NAMES, b"content-type") if each != b"Received"]
    values = [unfolded(as_written(lines, each)) for each in (name, *others)]
    return in_one_charset(values, values[-1])[0]


def as_written(lines, name):
    """All values of a header, with commas between them."""
    header = rb"\n(%b)[ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)" % re.escape(name)
    return b",".join(value for _, value in re.findall(header, lines, re.IGNORECASE))


@given(st.lists(MAILS, max_size=4))
@example([b"To: ana", b" folded into nobody's", b"From: ben"])
@example([b"Received: a\nReceived: b\n c\nTo\0: x\nreceived: d", b"Received: e\nTo: y"])
@example([b"To: ana\n", b"", b"\n", b"From: ben\nFrom: eva"])
@example([b"From: Jos\xe9\nBcc: \xe5\xd7\xc1"])
def test_the_headers_of_several_mails_are_those_of_each(mails):
    lines = [header_lines(each) for each in mails]
    block = HeaderBlock(lines, (*NAMES, b"content-type"), last=b"Received")
    for name in NAMES:
        expected = [slowly(each, name) for each in lines]
        assert block.column(name.lower()) == expected
        told = dict(block.told(name.lower()))
        assert [told.get(row, b"") for row in range(len(lines))] == expected


@pytest.mark.parametrize("name", [b"from", b"to", b"bcc", b"list-post", b"date"])
def test_no_mails_have_no_headers(name):
    assert parse_headers([]).column(name) == []


HEADS = st.builds(
    lambda above, lines, end, body: end.join([*above, *lines, b"", body]),
    st.lists(
        st.sampled_from([b"", b"a banner", b"1234", b"\xef\xbb\xbf", b"From - x"]), max_size=2
    ),
    st.lists(
        LINES | st.sampled_from([b"Subject: x", b"To: ana@example.org", b"From: eva@example.org"]),
        max_size=8,
    ),
    st.sampled_from([b"\n", b"\r\n", b"\r"]),
    st.sampled_from([b"", b"Hello", b"\n\nFrom: x"]),
)


@given(st.lists(HEADS, max_size=4))
@example([b"From: ben@example.org\nTo: ana@example.org\nSubject: x\n\nHello"])
@example([b"From: ben@example.org\nTo: ana@example.org\nno header\nSubject: x\n\nHello"])
def test_what_is_surely_a_mail_is_one_by_itself_too(heads):
    block, are_sure = usual_mails(heads)
    for head, mail_of_block, is_sure in zip(heads, block.mails, are_sure, strict=True):
        if is_sure:
            assert mail_file(head) == MailFile(0, is_mbox=False)
            assert mail_of_block == first_mail(head, io.BytesIO())


def test_the_usual_mail_is_surely_one():
    heads = [mail(1), mail(2).replace(b"\n", b"\r\n"), b"Dear Ben,\n\nFrom: x\nTo: y\nSubject: z\n"]
    assert usual_mails(heads)[1] == [True, True, False]


@pytest.mark.parametrize("count", [1, MAILS_AT_ONCE, MAILS_AT_ONCE + 1, 3 * MAILS_AT_ONCE - 1])
def test_every_mail_is_in_one_block(count):
    mails = [first_mail(mail(n), io.BytesIO()) for n in range(count)]
    blocks = list(blocks_of(mails))
    assert [each for block in blocks for each in block.mails] == mails
    assert all(block.headers.lines == [m.lines for m in block.mails] for block in blocks)


def test_mails_of_large_headers_are_not_gathered_for_long():
    large = MailBlock.of([first_mail(b"X: " + b"x" * 900_000 + b"\n\n", io.BytesIO())]).mails[0]
    assert [len(block.mails) for block in blocks_of([large] * 5)] == [2, 2, 1]


def test_a_mail_is_called_by_its_number_in_whatever_block_it_is():
    number = 2 * MAILS_AT_ONCE + 7
    mails = [mail(n) for n in range(1, number + 9)]
    mails[number - 1] = mail(number, Date="Mon, 4 Mar 1985 08:05:00 +0000")
    line = b"From - Mon Mar 11 09:00:00 2024\n"
    problems = read(mbox(*mails, line=line)).report.problems
    assert [problem.where.partition(", ")[2] for problem in problems] == [f"message {number}"]
