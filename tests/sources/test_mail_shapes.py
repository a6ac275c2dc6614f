"""Mail in the shapes in which programs and providers leave it."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime

import pytest

import netzwerkwandel as nw
from netzwerkwandel.model import MeEvidence, SkipReason
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.mail import looks_like_mail, read_mail
from netzwerkwandel.sources.mail.addresses import AddressBook
from netzwerkwandel.sources.mail.mbox import blocks_of, outermost, split_mbox
from sources.exports_folder import write
from sources.test_mail import AS_OF, mail, mbox, read, skipped
from sources.tried import TRIED


ANA, BEN = "mailto:ana@example.org", "mailto:ben@example.org"


def named(text):
    return [m.address for m in AddressBook().mailboxes(text.encode())]


@pytest.mark.parametrize(
    "above",
    [
        b"ARC-Seal: i=1; a=rsa-sha256;\n\tt=1; cv=none;\n",
        b"X-Nobody-Knows-This: a\n b\n c\n",
        b"Recieved: from a\n\tby b\n",
        b"   \n",
        b"Exported by an archive on 4 March 2024\n",
        b"\n \n\t\n",
        b"Saved message\n\n",
        b"Received: from a\nby b with SMTP; Mon, 4 Mar 2024 08:05:10 +0100\n",
        b"To: eva@example.org,\nZoe <zoe@example.org>\n",
    ],
)
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_a_mail_is_known_by_its_shape_whatever_comes_first(above, end):
    text = (above + mail()).replace(b"\n", end)

    assert looks_like_mail(text)
    assert [event.sender for event in read(text).interactions] == [BEN]


@pytest.mark.parametrize(
    "text",
    [
        b"Dear Ben,\nFrom: Berlin\nTo: Hamburg\n\n",
        b"a line\nanother: line\n  with: fold\n\n",
        b"From: Berlin\n  and on\n\nTo: Hamburg\n",
        b"From: Berlin\nby train\nTo: Hamburg\nSubject: a way\n\n",
        b"From: Berlin\n" + b"by train\n" * 30 + b"To: Hamburg\nCc: Bremen\nSubject: a way\n\n",
    ],
)
def test_other_texts_with_colons_are_no_mail(text):
    assert not looks_like_mail(text)


def test_a_separator_that_lost_its_sender_and_date_still_begins_a_mail():
    text = mbox(mail(1)) + b"From \n" + mail(2) + b"From\n" + mail(3) + b"From \nhere on\n"

    assert read(text).report.used == 3


def test_a_quoted_from_header_is_one_where_it_is_the_only_one():
    assert [e.sender for e in read(mbox(mail().replace(b"From:", b">From:"))).interactions] == [BEN]
    text = mail().replace(b"\n\n", b"\n>From: eva@example.org\n\n", 1)
    assert [e.sender for e in read(mbox(text)).interactions] == [BEN]


@pytest.mark.parametrize(
    "text",
    [
        b"\1\1\1\1\n" + mail(1) + b"\1\1\1\1\n\1\1\1\1\n" + mail(2) + b"\1\1\1\1\n",
        b"BABYL OPTIONS: -*- rmail -*-\nVersion: 5\n\x1f\x0c\n1,,\n"
        + mail(1)
        + b"\x1f\x0c\n0, unseen,,\n"
        b"*** EOOH ***\n" + mail(2) + b"\x1f",
        mbox(mail(1), mail(2), line=b"From ???@??? Mon Mar 04 08:05:00 2024\n"),
        mbox(mail(1), mail(2, X_Long="x" * 70_000)).replace(b"\n", b"\r"),
    ],
    ids=["MMDF", "Babyl", "Eudora", "Macs of old"],
)
def test_old_mailboxes_are_read(text):
    assert looks_like_mail(text)
    assert read(text).report.used == 2


QUOTED = b"look:\n\nFrom dora@example.org Mon Mar 11 09:00:00 2024\nFrom: dora@example.org\n\nx\n"


@pytest.mark.parametrize(("length", "found"), [(len(QUOTED), 2), (len(QUOTED) - 9, 3), (9_999, 3)])
@pytest.mark.parametrize("block", [64, 1 << 16])
def test_a_mail_in_the_text_of_another_is_none_where_the_length_proves_it(length, found, block):
    first = mail(1, Content_Length=length).partition(b"\n\n")[0] + b"\n\n" + QUOTED + b"\n"
    stream = io.BytesIO(mbox(first, mail(2)))

    mails = outermost(blocks_of(split_mbox(b"", stream, block=block)))
    assert sum(len(each.mails) for each in mails) == found


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("\"'Ana'\" <'ana@example.org'>", ["ana@example.org"]),
        ("Ana Ruiz ana@example.org", ["ana@example.org"]),
        ("ana@example.org ben@example.org", ["ana@example.org", "ben@example.org"]),
        ("IMCEASMTP-ana+40example+2Eorg@firm.example", ["ana@example.org"]),
        ("IMCEAEX-_O=FIRM_OU=ADMIN_CN=ANA@firm.example", []),
        ("Ana </O=FIRM/OU=ADMIN/CN=RECIPIENTS/CN=ANA>", []),
        ("Ana </o=firm/cn=recipients/cn=ana@example.org>", ["ana@example.org"]),
    ],
)
def test_addresses_are_found_where_programs_hide_them(text, addresses):
    assert named(text) == addresses


def test_people_known_by_an_internal_name_only_are_told_of():
    reading = read(mail(1), mail(2, sender="Dora </O=FIRM/CN=RECIPIENTS/CN=DORA>"))

    assert skipped(reading) == {SkipReason.ANONYMOUS: 1}
    assert [problem.reason[:32] for problem in reading.report.problems] == [
        "some mails name people by the in"
    ]


@pytest.mark.parametrize(
    ("date", "received", "when"),
    [
        ("Thu, 01 Jan 1970 00:00:00 +0000", "Wed, 4 Mar 2015 08:05:00 +0000", 2015),
        ("Thu, 07 Feb 2036 06:28:16 +0000", "Wed, 4 Mar 2015 08:05:00 +0000", 2015),
        ("Wed, 4 Mar 2001 08:05:00 +0000", "Wed, 4 Mar 2015 08:05:00 +0000", 2015),
        ("Wed, 31 Dec 2014 23:59:00 +0000", "Thu, 1 Jan 2015 00:01:00 +0000", 2014),
        ("Wed, 4 Mar 2015 08:05:00 +0000", "never", 2015),
    ],
)
def test_an_absurd_date_gives_way_to_that_of_the_first_server(date, received, when):
    servers = f"from b; Sun, 6 Sep 2020 08:05:00 +0000\nReceived: from a; {received}"

    for text in (
        mail(Date=date, Received=servers),
        f"Received: {servers}\n".encode() + mail(Date=date),
    ):
        (event,) = read(text).interactions
        assert event.when.year == when


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Autoreply": "yes"},
        {"X_Autorespond": "Hello"},
        {"X_Auto_Response_Suppress": "All"},
        {"X_Auto_Response_Suppress": "DR, OOF, AutoReply"},
        {"Precedence": "auto_reply"},
        {"Subject": "Automatische Antwort: Hallo"},
        {"Subject": "=?utf-8?q?R=C3=A9ponse_automatique=3A_x?="},
    ],
)
def test_an_automatic_reply_wakes_nobody(headers):
    assert skipped(read(mail(**headers))) == {SkipReason.AUTOMATIC: 1}


@pytest.mark.parametrize(
    ("headers", "reason"),
    [
        ({"X_Gmail_Labels": "Boîte de réception,Corbeille"}, SkipReason.TRASH),
        (
            {"X_Gmail_Labels": "=?utf-8?q?=E8=BF=B7=E6=83=91=E3=83=A1=E3=83=BC=E3=83=AB?="},
            SkipReason.SPAM,
        ),
        ({"X_Gmail_Labels": "Черновики"}, SkipReason.DRAFT),
        ({"X_Keywords": "$Junk"}, SkipReason.SPAM),
        ({"X_Spam_Status": "Yes, score=9"}, SkipReason.SPAM),
        ({"X_Status": "D"}, SkipReason.TRASH),
        ({"X_Google_Groups": "friends"}, SkipReason.MAILING_LIST),
    ],
)
def test_marks_of_programs_and_labels_of_any_language_count(headers, reason):
    assert skipped(read(mail(**headers))) == {reason: 1}


@pytest.mark.parametrize(
    "headers",
    [
        {"Subject": "Re: Automatische Antwort: Hallo"},
        {"X_Spam_Status": "No, score=-1"},
        {"X_Auto_Response_Suppress": "RN"},
        {"X_Gmail_Labels": "Spamalot"},
    ],
)
def test_what_only_looks_like_a_mark_does_not_count(headers):
    assert read(mail(**headers)).report.used == 1


def test_a_mail_to_nobody_lies_in_my_mailbox_because_i_got_it():
    blind = mail(To="undisclosed-recipients:;")

    assert skipped(read(blind)) == {SkipReason.NOBODY_ELSE: 1}
    (event,) = read(blind, me=frozenset([ANA])).interactions
    assert (event.participants, event.sender) == ((BEN, "me:"), BEN)
    assert skipped(read(blind, me=frozenset([BEN]))) == {SkipReason.NOBODY_ELSE: 1}


def test_a_chat_that_gmail_keeps_among_the_mails_is_with_me():
    chat = b"X-Gmail-Labels: Chat\nFrom: ben@example.org\nMessage-ID: <c1>\n\nhi\n"
    text = mbox(chat, line=b"From 179@xxx Mon Mar 04 08:05:00 +0000 2013\n")

    (event,) = read(text).interactions
    assert event.participants == (BEN, "me:")
    assert event.when == datetime(2013, 3, 4, 8, 5, tzinfo=UTC)


def test_an_address_that_the_mailbox_proves_to_be_a_list_is_nobody():
    post = {"List_Id": "<ux.lists.example>", "List_Post": "<mailto:ux@lists.example>"}
    reading = read(
        mail(1),
        mail(2, To="ux@lists.example", **post),
        mail(3, To="ux@lists.example"),
        mail(4, To="ux@lists.example, ana@example.org"),
    )

    assert [contact.key for contact in reading.contacts] == [ANA, BEN]
    assert len(reading.interactions) == reading.report.used == 2
    assert skipped(reading) == {SkipReason.MAILING_LIST: 2}


@pytest.mark.parametrize("stead", ["Sender", "Reply_To", "Return_Path"])
def test_where_no_writer_is_named_somebody_stands_in_his_stead(stead):
    text = mail(From=None, **{stead: "<ben@example.org>"})
    assert [event.sender for event in read(text).interactions] == [BEN]

    both = mail(From=None, Return_Path="<bounce@x.example>", Reply_To="Ben <ben@example.org>")
    assert [event.sender for event in read(both).interactions] == [BEN]
    assert skipped(read(mail(From=None))) == {SkipReason.ANONYMOUS: 1}


def test_apple_mail_says_behind_a_mail_what_became_of_it(tmp_path):
    def emlx(number, flags):
        properties = f"<plist><dict><key>flags</key>\n<integer>{flags}</integer></dict></plist>\n"
        return b"%-10d\n" % len(mail(number)) + mail(number) + properties.encode()

    flags = [1, 1 | 1 << 1, 1 << 6, 1 << 24, 1 << 25]
    write(tmp_path, {f"{n}.emlx": emlx(n, each) for n, each in enumerate(flags)})
    (tmp_path / "9.emlx").write_bytes(b"%d\n" % len(mail(9)) + mail(9))

    (report,) = nw.read_exports(tmp_path, as_of=AS_OF).reports
    gone = dict.fromkeys([SkipReason.TRASH, SkipReason.DRAFT, SkipReason.SPAM], 1)
    assert (report.used, dict(report.skipped)) == (3, gone)
    assert skipped(read(emlx(1, 2))) == {SkipReason.TRASH: 1}


def test_proton_says_beside_a_mail_where_it_lay(tmp_path):
    def marks(*labels):
        return json.dumps({"Version": 1, "Payload": {"LabelIDs": labels}}).encode()

    files = {"a.eml": mail(1), "a.metadata.json": marks("0", "5"), "b.eml": mail(2)}
    files |= {"b.metadata.json": marks("4", "5"), "c.eml": mail(3), "c.metadata.json": b"{"}
    write(tmp_path, files)

    (report,) = nw.read_exports(tmp_path, as_of=AS_OF).reports
    assert (report.used, dict(report.skipped)) == (2, {SkipReason.SPAM: 1})


def test_an_earlier_mailbox_of_the_same_name_is_mine_too(tmp_path):
    def delivered(n, to, name):
        return mail(n, To=f"{name} <{to}>", Delivered_To=to)

    old = [delivered(n, "ana@old.example", "Ana Ruiz") for n in range(3)]
    new = [delivered(n, "ana@example.org", "Ana Ruiz") for n in range(10, 13)]
    other = [delivered(n, "eva@example.org", "Eva Maier") for n in range(20, 23)]
    write(tmp_path, {"old.mbox": mbox(*old), "new.mbox": mbox(*new), "other.mbox": mbox(*other)})

    records = nw.read_exports(tmp_path, me=["ana@example.org"], as_of=AS_OF)

    assert records.me_evidence is MeEvidence.GIVEN
    assert records.person_of["mailto:ana@old.example"] == records.me
    assert records.person_of["mailto:eva@example.org"] != records.me


def test_a_file_of_mail_that_is_cut_anywhere_gives_records_or_is_refused():
    text = mbox(mail(1), mail(2, To="Ana Ruiz ana@example.org", Content_Length=30))
    for end in range(0, len(text), 7):
        try:
            reading = read_mail([SourceFile.from_bytes(text[:end])], "x", as_of=AS_OF)
        except nw.ExportFormatError:
            continue
        assert reading.report.read <= 2


def test_mails_that_name_none_of_my_addresses_are_told_of(tmp_path):
    strangers = mbox(*(mail(n, To="eva@example.org") for n in range(7)))
    write(tmp_path, {"old.mbox": strangers, "new.mbox": mbox(*(mail(n) for n in range(10, 15)))})

    records = nw.read_exports(tmp_path, me=["ana@example.org"], as_of=AS_OF)

    told = {
        report.where[-8:]: [p.reason[:34] for p in report.problems] for report in records.reports
    }
    assert told == {"old.mbox": ["7 mails name none of your addresse"], "new.mbox": []}


def test_mails_of_outlook_that_name_none_of_my_addresses_are_told_of(tmp_path):
    mine = {"new.mbox": mbox(*(mail(n) for n in range(10, 15)))}
    write(tmp_path, {**TRIED["outlook for mac"].larger(7), **mine})

    records = nw.read_exports(tmp_path, me=["ana@example.org"], as_of=AS_OF)

    told = {report.kind: [p.reason[:34] for p in report.problems] for report in records.reports}
    assert told == {"outlook for mac": ["7 mails name none of your addresse"], "mail": []}


def test_mails_to_an_address_that_my_own_card_names_concern_me(tmp_path):
    mails = mbox(*(mail(n, To="Ana Ruiz <ana.ruiz@example.org>") for n in range(7)))
    card = (
        b"BEGIN:VCARD\nFN:Ana Ruiz\nEMAIL:ana@example.org\nEMAIL:ana.ruiz@example.org\nEND:VCARD\n"
    )
    write(tmp_path, {"a.mbox": mails, "a.vcf": card})

    records = nw.read_exports(tmp_path, me=["ana@example.org"], as_of=AS_OF)

    assert not any(report.problems for report in records.reports)
