from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.model import SkipReason
from netzwerkwandel.sources.mail import looks_like_mail
from netzwerkwandel.sources.mail.headers import kinds_by_headers, parse_headers
from netzwerkwandel.sources.mail.kinds import kind_by_place


@pytest.mark.parametrize(
    ("where", "kind"),
    [
        ("Mail/Trash", SkipReason.TRASH),
        ("Mail/Trash.mbox", SkipReason.TRASH),
        ("Mail/[Gmail].sbd/Trash", SkipReason.TRASH),
        ("C:\\Mail\\Deleted Items.mbox", SkipReason.TRASH),
        ("Recoverable Items/Purges/1.mbox", SkipReason.TRASH),
        ("Outlook/Elementy usunięte/1.mbox", SkipReason.TRASH),
        ("Outlook/Törölt elemek.mbox", SkipReason.TRASH),
        ("Outlook/Lixo Eletrônico.mbox", SkipReason.SPAM),
        ("Outlook/İstenmeyen.mbox", SkipReason.SPAM),
        ("Outlook/Kopie robocze.mbox", SkipReason.DRAFT),
        ("Mail/Deleted Messages.mbox/mbox", SkipReason.TRASH),
        ("Mail/Papierkorb.mbox.gz", SkipReason.TRASH),
        ("Mail/Gelo\u0308schte Elemente.mbox", SkipReason.TRASH),
        ("Mail/Gel&APY-schte Elemente", SkipReason.TRASH),
        ("Mail/Corbeille", SkipReason.TRASH),
        ("Takeout/Mail/Spam.mbox", SkipReason.SPAM),
        ("Mail/Junk E-Mail", SkipReason.SPAM),
        ("Mail/Junk-E-Mail.mbox", SkipReason.SPAM),
        ("Mail/bulk mail", SkipReason.SPAM),
        ("Mail/Entwürfe", SkipReason.DRAFT),
        ("Mail/Entw&APw-rfe", SkipReason.DRAFT),
        ("Mail/Drafts", SkipReason.DRAFT),
        ("Mail/Brouillons", SkipReason.DRAFT),
        ("Mail/postponed", SkipReason.DRAFT),
        ("Takeout/Mail/All mail Including Spam and Trash.mbox", None),
        ("Takeout/Mail/Alle Nachrichten einschließlich Spam und Papierkorb.mbox", None),
        ("Mail/Trash talk.mbox", None),
        ("usr/bin/Inbox", None),
        ("Mail/R&D + Co&-", None),
        ("", None),
    ],
)
def test_a_mailbox_is_known_by_its_folder(where, kind):
    assert kind_by_place(where, one_mail=False) == kind


@pytest.mark.parametrize(
    ("where", "kind"),
    [
        ("Maildir/cur/1354585346.000260:2,S", None),
        ("Maildir/cur/1354585346.000260:2,ST", SkipReason.TRASH),
        ("Maildir/cur/1354585346.000260!2,T", SkipReason.TRASH),
        ("Maildir/cur/1354585346.000260;2,D", SkipReason.DRAFT),
        ("Maildir/.Trash/cur/1354585346.000260:2,S", SkipReason.TRASH),
        ("Maildir/.INBOX.Deleted Items/cur/1", SkipReason.TRASH),
        ("Maildir/.Entw&APw-rfe/cur/1", SkipReason.DRAFT),
        ("Mail/inbox/,12", SkipReason.TRASH),
        ("Mail/inbox/#12", SkipReason.TRASH),
        ("Mail/inbox/,first", None),
        ("Mail/Spam.eml", None),
        ("Mail/Spam/1.eml", SkipReason.SPAM),
    ],
)
def test_a_single_mail_is_known_by_its_flags_and_its_folder(where, kind):
    assert kind_by_place(where, one_mail=True) == kind


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("Subject: Hello", None),
        ("List-Id: <talk.example.org>", SkipReason.MAILING_LIST),
        ("List-Post: <mailto:talk@example.org>", SkipReason.MAILING_LIST),
        ("List-Unsubscribe: <https://example.org>", SkipReason.MAILING_LIST),
        ("Precedence: bulk", SkipReason.MAILING_LIST),
        ("precedence:  List", SkipReason.MAILING_LIST),
        ("Precedence: junk", SkipReason.MAILING_LIST),
        ("Precedence: first-class", None),
        ("Auto-Submitted: auto-generated", SkipReason.AUTOMATIC),
        ("Auto-Submitted: auto-replied (vacation)", SkipReason.AUTOMATIC),
        ("Auto-Submitted: No", None),
        ("Auto-Submitted: no; owner=x", None),
        ("Content-Type: multipart/report; report-type=delivery-status", SkipReason.AUTOMATIC),
        ("Content-Type: multipart/mixed", None),
        ("X-Spam-Flag: YES", SkipReason.SPAM),
        ("X-Spam-Flag: NO", None),
        ("X-Mozilla-Status: 0008", SkipReason.TRASH),
        ("X-Mozilla-Status: 8009", SkipReason.TRASH),
        ("X-Mozilla-Status: 0001", None),
        ("X-Mozilla-Status: zzzz", None),
        ("X-Mozilla-Status:", None),
        ("X-Gmail-Labels: Inbox,Important,Opened", None),
        ("X-Gmail-Labels: Archived,Spam", SkipReason.SPAM),
        ('X-Gmail-Labels: Opened,"Trash"', SkipReason.TRASH),
        ("X-Gmail-Labels: Bin", SkipReason.TRASH),
        ("X-Gmail-Labels: =?UTF-8?Q?Entw=C3=BCrfe,Ge=C3=B6ffnet?=", SkipReason.DRAFT),
        ("X-Gmail-Labels: =?UTF-8?Q?Ge=C3=B6ffnet,?=\n =?UTF-8?Q?Papierkorb?=", SkipReason.TRASH),
        ("X-Gmail-Labels: Corbeille", SkipReason.TRASH),
        ("X-Gmail-Labels: Cestino", SkipReason.TRASH),
        ("X-Gmail-Labels: Papelera", SkipReason.TRASH),
        ("X-Gmail-Labels: Borradores", SkipReason.DRAFT),
        ("X-Gmail-Labels: Trash talk", None),
        ("X-Gmail-Labels: Κάδος", SkipReason.TRASH),
        ("Mailing-List: list talk@example.org; contact owner@example.org", SkipReason.MAILING_LIST),
        ("X-BeenThere: talk@example.org", SkipReason.MAILING_LIST),
        ("Preference: auto_reply", SkipReason.AUTOMATIC),
        ("X-Precedence: auto_reply", SkipReason.AUTOMATIC),
        ("X-POST-MessageClass: 9; Autoresponder", SkipReason.AUTOMATIC),
        ("X-Unsent: 1", SkipReason.DRAFT),
        ("X-Uniform-Type-Identifier: com.apple.mail-note", SkipReason.DRAFT),
        ("X-Bogosity: Spam, tests=bogofilter", SkipReason.SPAM),
        ("X-Bogosity: Ham, tests=bogofilter", None),
        ("X-Forefront-Antispam-Report: CIP:1.2.3.4;SFV:SPM;SCL:5", SkipReason.SPAM),
        ("X-Forefront-Antispam-Report: CIP:1.2.3.4;SFV:NSPM;SCL:1", None),
        ("X-MS-Exchange-Organization-SCL: 6", SkipReason.SPAM),
        ("X-MS-Exchange-Organization-SCL: -1", None),
        ("X-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent", SkipReason.AUTOMATIC),
        ("Subject: AUTO: Ben Okafor is out of the office (returning 1/2)", SkipReason.AUTOMATIC),
        ("Subject: Ben Okafor ist außer Haus.", SkipReason.AUTOMATIC),
        ("Subject: AUTO: zu verkaufen", None),
        ("Subject: The office is out of paper", None),
        ("X-Unsent: 0", None),
        ("Content-Type: text/calendar; method=REPLY; charset=utf-8", SkipReason.AUTOMATIC),
        ('Content-Type: text/calendar; charset=utf-8; method="COUNTER"', SkipReason.AUTOMATIC),
        ("Content-Type: text/calendar; method=REQUEST", None),
        ("Subject: Automatikus v\u00e1lasz: Hello", SkipReason.AUTOMATIC),
        ("Subject: R\u00e9ponse automatique : Hello", SkipReason.AUTOMATIC),
        ("Subject: \u81ea\u52a8\u7b54\u590d\uff1aHello", SkipReason.AUTOMATIC),
        ("Subject: Gelesen: Hello", SkipReason.AUTOMATIC),
        ("Subject: Mail delivery failed: returning message to sender", SkipReason.AUTOMATIC),
        ("Subject: Zugesagt: Coffee", SkipReason.AUTOMATIC),
        ("Subject: Принято: Coffee", SkipReason.AUTOMATIC),
        ("Subject: Poza biurem: Coffee", SkipReason.AUTOMATIC),
        ("Return-Path: <>", SkipReason.AUTOMATIC),
        ("Return-Path: <ben@example.org>", None),
        ("Delivered-To: Autoresponder", SkipReason.AUTOMATIC),
        ("Delivered-To: mara@example.org", None),
        ("X-Failed-Recipients: ben@example.org", SkipReason.AUTOMATIC),
        ("Content-Type: message/disposition-notification", SkipReason.AUTOMATIC),
        ("Content-Type: message/rfc822", None),
        ("Subject: Meeting Forward Notification: Coffee", SkipReason.AUTOMATIC),
        ("X-CSA-Complaints: csa-complaints@eco.example", SkipReason.MAILING_LIST),
        ("X-Yahoo-Filtered-Bulk: 192.0.2.1", SkipReason.SPAM),
        ("X-Microsoft-Antispam-Mailbox-Delivery: ucf:0;dest:J;OFR:x", SkipReason.SPAM),
        ("X-Microsoft-Antispam-Mailbox-Delivery: ucf:0;dest:I;OFR:x", None),
        ("Subject: Readings: what I liked", None),
        ("Subject: I was absent: sorry", None),
    ],
)
def test_a_mail_is_known_by_its_headers(header, kind):
    assert kinds_by_headers(parse_headers([b"\n" + header.encode()])) == [kind]


@given(st.text(max_size=60), st.booleans())
def test_any_place_is_a_place(where, one_mail):
    kind_by_place(where, one_mail=one_mail)


@given(st.text(alphabet="&-+,/AbcDÄ", max_size=12))
def test_any_nearly_encoded_folder_is_a_place(name):
    kind_by_place(name, one_mail=False)


@pytest.mark.parametrize(
    "text",
    [
        b"From ben@example.org Mon Mar  4 08:05:00 2024\nFrom: ben@example.org\n\nHello",
        b"From - Mon Mar  4 08:05:00 2024\r\nX-Mozilla-Status: 0001\r\n\r\n",
        b"\xef\xbb\xbf\nFrom 1@xxx Mon Mar 04 11:20:34 +0000 2024\nX-GM-THRID: 1\n",
        b"From mike@example.org\nReturn-Path: <mike@example.org>\nReceived: from a\n",
        b"From: ben@example.org\nTo: ana@example.org\n\n",
        b"Return-Path: <ben@example.org>\r\nReceived: from a\r\n\tby b\r\n\r\n",
        b"1234\nFrom: ben@example.org\nDate: Mon, 4 Mar 2024 08:05:00 +0000\n\n",
        b"From: a@b.org\nTo: c@d.org\nSubject: a long\nline without a blank\n\n",
        b"Message-ID: <1@example.org>\nSubject: cut of",
    ],
)
def test_mail_looks_like_mail(text):
    assert looks_like_mail(text)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\n\n\n",
        b"\x00" * 100,
        b"\x89PNG\r\n\x1a\n",
        b"PK\x03\x04",
        b"\x1f\x8b\x08",
        b"Dear Ben,\n\nFrom: me\nTo: you\n",
        b"From my point of view\nit works\n",
        b"From: Berlin\n\nTo: Hamburg\n",
        b"From,To,Date\na@b.org,c@d.org,2024-03-04\n",
        b"First Name,Last Name,Email Address\nBen,Okafor,ben@example.org\n",
        b"Title: A page\nDate: 2024-03-04\nSubject: x\n\n",
        b"HTTP/1.1 200 OK\nDate: Mon, 04 Mar 2024 08:05:00 GMT\nContent-Type: text/html\n\n",
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n",
        b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ben\r\n",
        b"<!DOCTYPE html>\n<html>",
        b'{"From": "ben@example.org", "To": "ana@example.org"}',
        b"from __future__ import annotations\nimport os\n",
        b"# README\n\nFrom: ben\nTo: ana\n",
        b"Metadata-Version: 2.1\nName: x\nAuthor-email: ben@example.org\n\n",
        b"[3/4/24, 08:05:00] Ben: From: x\n",
        b"Content-Type: text/plain\nSubject: x\n\n",
    ],
)
def test_other_texts_do_not_look_like_mail(text):
    assert not looks_like_mail(text)


@given(st.binary(max_size=200))
def test_any_bytes_look_like_mail_or_not(head):
    assert looks_like_mail(head) in {True, False}
