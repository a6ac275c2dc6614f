from __future__ import annotations

import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netzwerkwandel.sources.mail.headers import header_lines, parse_headers, received_date
from netzwerkwandel.sources.mail.layout import is_mbox, start_of_mail
from netzwerkwandel.sources.mail.mbox import (
    LONGEST_HEADERS,
    first_mail,
    is_separator,
    split_mbox,
)
from netzwerkwandel.sources.mail.words import unfolded


ONE = b"From ben@example.org Mon Mar  4 08:05:00 2024\nFrom: ben@example.org\n\nHello\n\n"
TWO = b"From - Tue Mar  5 08:05:00 2024\nFrom: chen@example.org\nTo: ana@example.org\n\nHi\n\n"


def headers_of(text, block=1 << 16, head=0):
    return [m.lines[1:] for m in split_mbox(text[:head], io.BytesIO(text[head:]), block=block)]


def test_an_mbox_is_split_at_its_from_lines():
    mails = list(split_mbox(ONE, io.BytesIO(TWO)))
    assert [m.envelope for m in mails] == [ONE[: ONE.index(b"\n") + 1], TWO[: TWO.index(b"\n") + 1]]
    assert [m.lines[1:] for m in mails] == [
        b"From: ben@example.org\n",
        b"From: chen@example.org\nTo: ana@example.org\n",
    ]
    assert all(m.whole for m in mails)


@pytest.mark.parametrize(
    "line",
    [
        b"From ben@example.org Mon Mar  4 08:05:00 2024",
        b"From ben@example.org  Mon Mar 4 08:05 2024",
        b"From - Mon Mar 04 08:05:00 2024",
        b"From 1790123456789012345@xxx Mon Mar 04 11:20:34 +0000 2024",
        b"From ben at example.org  Mon Mar  4 08:05:00 2024",
        b"From ben@example.org Mon Mar  4 08:05:00 CET 2024",
        b"From ben@example.org Mon, 4 Mar 2024 08:05:00 +0100",
        b'From "Ben Okafor" Mon Mar  4 08:05:00 2024 remote from host',
        b"From luc\xedia@example.org Mon Mar  4 08:05:00 2024",
    ],
)
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_a_dated_from_line_after_a_blank_line_begins_a_mail(line, end):
    text = ONE.replace(b"\n", end) + line + end + b"To: ana@example.org" + end + end
    assert len(headers_of(text)) == 2


@pytest.mark.parametrize(
    "line",
    [
        b"From my point of view it works",
        b">From ben@example.org Mon Mar  4 08:05:00 2024",
        b" From ben@example.org Mon Mar  4 08:05:00 2024",
        b"From here on Mon Mar  4 08:05:00 2024 nothing was the same",
        b"From 2bccb1d241b69a72c2d7d38e745814a7e2d486cb Mon Sep 17 00:00:00 2001\nFrom: Ben <b@c>",
        b"From: ben@example.org Mon Mar  4 08:05:00 2024",
    ],
)
def test_other_lines_of_a_text_begin_no_mail(line):
    assert len(headers_of(ONE + line + b"\nand so on\n\n" + TWO)) == 2


def test_without_a_blank_line_a_mail_begins_where_a_sender_and_headers_show_it():
    assert len(headers_of(ONE.rstrip() + b"\n" + ONE)) == 2
    assert len(headers_of(ONE.rstrip() + b"\n" + TWO)) == 1
    assert len(headers_of(ONE.rstrip() + b"\n" + ONE.replace(b"From: ", b"Says "))) == 1


def test_a_bare_from_line_begins_a_mail_within_a_text_where_two_headers_follow():
    bare = b"From \nFrom: ben@example.org\nTo: eva@example.org\n\nHello\n"
    assert len(headers_of(bare + bare)) == 2
    assert len(headers_of(bare + bare.replace(b"To:", b"And:"))) == 1


def test_a_from_line_right_before_the_end_is_a_mail_without_headers():
    assert headers_of(ONE + b"From - Tue Mar  5 08:05:00 2024\n") == [
        b"From: ben@example.org\n",
        b"",
    ]


def test_a_byte_order_mark_and_blank_lines_before_an_mbox_are_passed_over():
    text = b"\xef\xbb\xbf\r\n\n" + ONE
    assert is_mbox(text)
    assert headers_of(text[start_of_mail(text) :]) == [b"From: ben@example.org\n"]


def test_headers_with_a_blank_before_the_colon_are_no_mbox():
    assert not is_mbox(b"From  : ben@example.org\nTo: ana@example.org\n\n")


def test_the_body_of_a_mail_is_no_header():
    assert headers_of(ONE.replace(b"Hello", b"To: nobody@example.org")) == [
        b"From: ben@example.org\n"
    ]


def test_a_mail_whose_headers_never_end_is_cut_and_the_next_one_found():
    long = ONE.replace(b"\n\nHello", b"\n" + b"X: y\n" * 300_000)
    mails = list(split_mbox(b"", io.BytesIO(long + TWO)))
    assert [m.whole for m in mails] == [False, True]
    assert len(mails[0].lines) < LONGEST_HEADERS
    assert mails[1].lines.startswith(b"\nFrom: chen")


def test_a_single_mail_ends_at_its_first_blank_line():
    text = b"From: ben@example.org\r\nTo: ana@example.org\r\n\r\nBcc: nobody@example.org\r\n"
    mail = first_mail(text[:9], io.BytesIO(text[9:]), block=7)
    assert mail.lines == b"\nFrom: ben@example.org\nTo: ana@example.org\n"
    assert mail.size == text.index(b"\r\n\r\n") + 2


def test_the_count_before_a_mail_of_apple_is_passed_over():
    text = b"1234      \nFrom: ben@example.org\n\n"
    assert text[start_of_mail(text) :] == b"From: ben@example.org\n\n"


FROM_LINES = st.sampled_from(
    [
        b"From ben@example.org Mon Mar  4 08:05:00 2024",
        b"From - Mon Mar  4 08:05:00 2024",
        b"From 179@xxx Mon Mar 04 11:20:34 +0000 2024",
        b"From 2bccb1d241b69a72c2d7d38e745814a7e2d486cb Mon Sep 17 00:00:00 2001",
        b"From my point of view",
        b">From ben@example.org Mon Mar  4 08:05:00 2024",
        b"From: ben@example.org",
        b"To: ana@example.org,\n\tchen@example.org",
        b"Fro",
        b"",
        b"",
        b"a" * 3_000,
    ]
)
MBOXES = st.builds(
    lambda lines, end: b"From - Mon Mar  4 08:05:00 2024" + end + end.join(lines),
    st.lists(FROM_LINES | st.binary(max_size=12), max_size=25),
    st.sampled_from([b"\n", b"\r\n"]),
)


@given(text=MBOXES, block=st.integers(1, 6_000))
@example(text=ONE + TWO, block=1)
@example(text=ONE + b"a" * 2_048 + b"\n\n" + TWO, block=2_048)
def test_the_size_of_the_blocks_changes_nothing(text, block):
    whole = list(split_mbox(text, io.BytesIO()))
    assert list(split_mbox(b"", io.BytesIO(text), block=block)) == whole
    assert list(split_mbox(text[:block], io.BytesIO(text[block:]), block=block)) == whole


@pytest.mark.parametrize("block", [*range(1, 40), len(ONE), len(ONE + TWO), 5_000])
def test_mails_are_found_across_the_borders_of_blocks(block):
    assert headers_of((ONE + TWO) * 3, block) == headers_of(ONE + TWO, 1 << 20) * 3


def test_it_does_not_matter_where_in_a_mailbox_the_first_bytes_end():
    no_mail = b"From - Tue Mar  5 08:05:00 2024\nplain text\n\n"
    text = ONE + b"a line\n" * 9 + b"\n" + TWO + no_mail + b"a line\n" * 400
    whole = list(split_mbox(text, io.BytesIO()))
    assert len(whole) == 2
    for end in range(len(text)):
        assert list(split_mbox(text[:end], io.BytesIO(text[end:]))) == whole


@given(st.binary(max_size=300), st.integers(0, 300))
def test_any_place_in_any_bytes_is_a_separator_or_not(text, at):
    assert is_separator(text, at) in {True, False}


def test_repeated_headers_are_joined():
    block = b"TO: ana@example.org,\r\n\tben@example.org\r\nto: chen@example.org\r\nX-Other: x\r\n"
    headers = parse_headers([header_lines(block)])
    told = b" ana@example.org,\tben@example.org, chen@example.org"
    assert [unfolded(value) for value in headers.column(b"to")] == [told]


def test_lines_that_are_no_headers_are_left_out():
    headers = parse_headers([b"\nno header\nTo ana: x\nCc  : ana@example.org\n>To: x\n"])
    assert headers.column(b"cc") == [b" ana@example.org"]
    assert b"to" not in headers


def test_the_last_server_says_when_a_mail_arrived():
    block = b"Received: from a;\n b; Mon, 4 Mar 2024\n 08:05:00 +0000\nReceived: from c; never\n"
    assert received_date(header_lines(block)) == b" Mon, 4 Mar 2024 08:05:00 +0000"
    assert received_date(b"\nTo: ana@example.org\n") == b""
