"""Text messages and calls in a mailbox, where *SMS Backup+* put them."""

from __future__ import annotations

import pickle
from datetime import UTC, datetime

import netzwerkwandel as nw
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.mail import read_mail
from netzwerkwandel.sources.tools import ME
from sources.exports_folder import AS_OF, BEN, MARA, mail, mbox


ANNA = "tel:+491701234567"
AT = 1710266651000


def text(kind=1, at=AT, address="+491701234567", name="Anna Schmidt", what="SMS", more=""):
    hers, mine = f'"{name}" <491701234567@unknown.email>', "mara@example.org"
    sender, to = (mine, hers) if kind == 2 else (hers, mine)
    return (
        f"From: {sender}\nTo: {to}\nSubject: SMS with {name}\nMessage-ID: <{at}@sms.local>\n"
        f"Date: Tue, 12 Mar 2024 18:04:11 +0000\nX-smssync-id: 1\nX-smssync-address: {address}\n"
        f"X-smssync-datatype: {what}\nX-smssync-type: {kind}\nX-smssync-date: {at}\n{more}\n"
        "Geheimnis\n"
    ).encode()


def read(*mails):
    file = SourceFile.from_bytes(mbox(*mails), "mail.mbox")
    return read_mail([file], "mail.mbox", me=frozenset([MARA]), as_of=AS_OF)


def test_text_messages_are_by_number_and_no_mails():
    reading = read(text(1), text(2, AT + 60_000), mail(1))
    assert [(e.channel, e.sender) for e in reading.interactions] == [
        (nw.Channel.MAIL, BEN),
        (nw.Channel.MESSAGE, ANNA),
        (nw.Channel.MESSAGE, ME),
    ]
    named = {c.key: (c.name, c.phones) for c in reading.contacts}
    assert named[ANNA] == ("Anna Schmidt", ("+491701234567",))
    assert not [key for key in named if "unknown.email" in key]
    assert (reading.report.read, reading.report.used) == (3, 3)


def test_a_call_that_was_answered_is_a_call():
    lasted = "X-smssync-duration: 900\n"
    reading = read(
        text(1, what="CALLLOG"),
        text(2, AT + 1000, what="CALLLOG", more=lasted),
        text(2, AT + 2000, what="CALLLOG"),
        text(3, AT + 3000, what="CALLLOG"),
    )
    assert [(e.channel, e.sender, e.duration) for e in reading.interactions] == [
        (nw.Channel.CALL, ANNA, None),
        (nw.Channel.CALL, ME, 0.25),
    ]
    assert dict(reading.report.skipped) == {nw.SkipReason.MISSED: 2}


def test_what_is_of_nobody_is_counted():
    reading = read(
        text(address="22122", name="22122"),
        text(3),
        text(at="soon"),
        text(at=1_900_000_000_000),
    )
    assert dict(reading.report.skipped) == {
        nw.SkipReason.AUTOMATIC: 1,
        nw.SkipReason.DRAFT: 1,
        nw.SkipReason.NO_DATE: 1,
        nw.SkipReason.FUTURE: 1,
    }
    assert not reading.contacts or ANNA not in {c.key for c in reading.contacts}


def test_the_same_messages_in_a_backup_of_the_phone_are_told_once(tmp_path):
    (tmp_path / "mail.mbox").write_bytes(mbox(text(1), mail(1), mail(2), mail(3)))
    sms = (
        f'<sms address="+491701234567" date="{AT}" type="1" body="x" contact_name="Anna Schmidt" />'
    )
    (tmp_path / "sms.xml").write_text(f"<smses>{sms}</smses>", encoding="utf-8")
    records = nw.read_exports(tmp_path, me=["mara@example.org"], as_of=AS_OF)
    assert [e.when for e in records.interactions if e.channel is nw.Channel.MESSAGE] == [
        datetime(2024, 3, 12, 18, 4, 11, tzinfo=UTC)
    ]


def test_no_text_is_kept():
    assert b"Geheimnis" not in pickle.dumps(read(text()))
