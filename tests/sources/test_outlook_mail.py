from __future__ import annotations

import random
import struct
import sys
import types
from datetime import UTC, datetime

import pytest

import netzwerkwandel as nw
from netzwerkwandel.sources import ReadContext, Source, SourceFile
from netzwerkwandel.sources.mail.msg import OutlookMessageReader
from netzwerkwandel.sources.mail.olm import OutlookMacReader
from netzwerkwandel.sources.mail.pst import OutlookDataReader
from sources.compound import compound, filetime, fixed, text
from sources.table_texts import AS_OF, by_name


WHEN = datetime(2024, 3, 4, 8, 5, tzinfo=UTC)
HEADERS = (
    "From: Ben Okafor <ben@example.org>\r\nTo: Mara Vogt <mara@example.org>\r\n"
    "Date: Mon, 4 Mar 2024 09:05:00 +0100\r\nMessage-ID: <1@example.org>\r\n\r\n"
)


def recipient(name, address, kind=1):
    return {
        "__properties_version1.0": fixed(8, n0C15=kind),
        "__substg1.0_3001001F": text(name),
        "__substg1.0_39FE001F": text(address),
    }


def message(*recipients, when=WHEN, kind="IPM.Note", headers="", **more):
    """A message that was sent by Ben, without the headers of the way it went."""
    return compound(
        {
            "__properties_version1.0": fixed(32, t0039=filetime(when)),
            "__substg1.0_001A001F": text(kind),
            "__substg1.0_0037001F": text("secret subject"),
            "__substg1.0_1000001F": text("secret text"),
            "__substg1.0_0C1A001F": text("Ben Okafor"),
            "__substg1.0_5D01001F": text("ben@example.org"),
            "__substg1.0_1035001F": text("<1@example.org>"),
            **({"__substg1.0_007D001F": text(headers)} if headers else {}),
            **{f"__substg1.0_{name}": content for name, content in more.items()},
            **{f"__recip_version1.0_#{n:08X}": each for n, each in enumerate(recipients)},
        }
    )


MARA, EVA = recipient("Mara Vogt", "mara@example.org"), recipient("Eva", "eva@example.org", 2)


def read(*messages):
    files = [SourceFile.from_bytes(data, f"mails/{n}.msg") for n, data in enumerate(messages)]
    return OutlookMessageReader().read(Source(files, "mails"), ReadContext(as_of=AS_OF))


def test_a_message_without_headers_is_read_by_its_properties():
    reading = read(message(MARA, EVA))

    (mail,) = reading.interactions
    assert mail.when == WHEN
    assert (mail.sender, mail.channel) == ("mailto:ben@example.org", nw.Channel.MAIL)
    assert len(mail.participants) == 3
    assert by_name(reading)["Mara Vogt"].emails == ("mara@example.org",)
    assert "secret" not in repr(reading)


def test_a_message_with_headers_is_the_same_mail_as_in_a_mailbox():
    eml = nw.sources.read_mail(
        [SourceFile.from_bytes(HEADERS.encode(), "1.eml")], "mails", as_of=AS_OF
    )

    assert list(read(message(headers=HEADERS)).interactions) == list(eml.interactions)


def test_a_name_of_any_letters_is_read():
    reading = read(message(recipient('Zoë "Z" Vogt, 王', "zoe@example.org")))

    (zoe,) = (each for each in reading.contacts if each.key == "mailto:zoe@example.org")
    assert "Zoë Z Vogt" in zoe.name


def test_a_name_cannot_bring_headers_along():
    reading = read(message(recipient("Mara\r\nCc: eve@example.org", "mara@example.org")))

    assert {contact.key for contact in reading.contacts} == {
        "mailto:ben@example.org",
        "mailto:mara@example.org",
    }


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("IPM.Contact", nw.SkipReason.NOT_AN_EXPORT),
        ("IPM.Appointment", nw.SkipReason.NOT_AN_EXPORT),
        ("REPORT.IPM.Note.NDR", nw.SkipReason.AUTOMATIC),
        ("IPM.Schedule.Meeting.Resp.Pos", nw.SkipReason.AUTOMATIC),
        ("IPM.Note.Rules.OofTemplate.Microsoft", nw.SkipReason.AUTOMATIC),
    ],
)
def test_what_is_no_mail_of_a_person_is_left_out(kind, reason):
    assert dict(read(message(MARA), message(MARA, kind=kind)).report.skipped) == {reason: 1}


def test_internal_names_of_exchange_are_told_of():
    reading = read(message({"__substg1.0_3003001F": text("/O=EX/OU=FIRST/CN=MARA")}, EVA))

    assert any("Exchange" in problem.reason for problem in reading.report.problems)


def test_a_mail_in_old_letters_is_read():
    (mail,) = read(
        compound(
            {
                "__properties_version1.0": fixed(32, t0E06=filetime(WHEN)),
                "__substg1.0_0C1A001E": "Jörg Käfer".encode("cp1252"),
                "__substg1.0_0C1F001E": b"joerg@example.org",
                "__recip_version1.0_#00000000": MARA,
            }
        )
    ).interactions

    assert mail.sender == "mailto:joerg@example.org"


def test_a_broken_message_is_told_beside_others_and_refused_alone():
    reading = read(message(MARA), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))

    assert dict(reading.report.skipped) == {nw.SkipReason.BROKEN: 1}
    assert str(reading.report.problems[0]).startswith("mails, 1.msg: this message of Outlook")
    with pytest.raises(nw.ExportFormatError, match=r"save it as \.eml instead"):
        read(bytes(600))


@pytest.mark.parametrize("seed", range(40))
def test_any_bytes_are_read_or_refused(seed):
    rng = random.Random(seed)
    data = bytearray(message(MARA, EVA))
    for _ in range(rng.choice((1, 5, 200))):
        data[rng.randrange(len(data))] = rng.randrange(256)
    data = data[: rng.choice((len(data), rng.randrange(len(data))))]

    try:
        report = read(bytes(data)).report
    except nw.ExportFormatError:
        return
    assert report.read == report.used + sum(count for _, count in report.skipped)


def test_without_the_extra_it_says_how_to_go_on(monkeypatch):
    monkeypatch.setitem(sys.modules, "olefile", None)

    with pytest.raises(nw.ExportFormatError, match="install the extra `outlook`"):
        read(message(MARA))


def test_other_files_of_office_are_left_alone():
    reader = OutlookMessageReader()

    assert reader.looks_like(message(MARA)[:65_536], "x")
    assert not reader.looks_like(compound({"WordDocument": b"x"}), "letter.doc")


# --- data files, as libpff gives them


class Entry:
    def __init__(self, tag, value):
        is_text, is_number = isinstance(value, str), isinstance(value, int)
        self.entry_type, self.value_type = tag, 0x1F if is_text else 0x03 if is_number else 0x40
        self.data_as_string = value if is_text else None
        packed = struct.pack("<Q", filetime(value)) if isinstance(value, datetime) else None
        self.data = struct.pack("<I", value) if is_number else packed


class Part:
    """A set of properties, or what has some of them."""

    def __init__(self, values=None, sets=(), recipients=None):
        self.entries = [Entry(*each) for each in (values or {}).items()]
        self.record_sets = [self] if values else list(sets)
        self.recipients = recipients


class Damaged:
    @property
    def record_sets(self):
        raise OSError("unable to read the table")


class Folder:
    def __init__(self, name, messages=(), folders=()):
        self.name, self.sub_messages, self.sub_folders = name, messages, folders


def item(kind="IPM.Note", number=1, *people):
    recipients = [
        Part({0x3001: name, 0x39FE: address, 0x0C15: 1})
        for name, address in people or [("Mara Vogt", "mara@example.org")]
    ]
    values = {
        0x001A: kind,
        0x0C1A: "Ben Okafor",
        0x5D01: "ben@example.org",
        0x0039: WHEN,
        0x1035: f"<{number}@example.org>",
        0x1000: "secret text",
    }
    return Part(values, recipients=Part(sets=recipients))


@pytest.fixture
def data_file(monkeypatch):
    """Read a data file with such folders."""

    def read_folders(*folders):
        class File:
            def open_file_object(self, stream):
                assert stream.read(4) == b"!BDN"

            def get_root_folder(self):
                return Folder("", folders=folders)

            def close(self):
                pass

        monkeypatch.setitem(sys.modules, "pypff", types.SimpleNamespace(file=File))
        source = Source.from_bytes(b"!BDN", "mail.pst")
        assert OutlookDataReader().looks_like(b"!BDN", "x")
        return OutlookDataReader().read(source, ReadContext(as_of=AS_OF))

    return read_folders


def test_the_mails_of_all_folders_of_a_data_file_are_read(data_file):
    inner = Folder("Kunden", [item("IPM.Note", 2, ("Eva", "eva@example.org"))])
    reading = data_file(Folder("Posteingang", [item()], [inner]))

    assert len(reading.interactions) == 2
    assert by_name(reading)["Eva"].emails == ("eva@example.org",)
    assert (reading.report.read, reading.report.used) == (2, 2)


def test_what_was_deleted_is_left_out_and_other_things_are_told_of(data_file):
    reading = data_file(
        Folder("Gelöschte Elemente", [item()]),
        Folder("Kontakte", [item("IPM.Contact"), item("IPM.Appointment")]),
        Folder("Posteingang", [item(number=2), Damaged()]),
    )

    assert dict(reading.report.skipped) == {
        nw.SkipReason.TRASH: 1,
        nw.SkipReason.BROKEN: 1,
    }
    assert [problem.reason for problem in reading.report.problems] == [
        "it is cut off or damaged",
        "what is no mail in it (2) was not read; export it as CSV",
    ]


def test_a_data_file_that_is_none_says_what_to_do():
    pytest.importorskip("pypff")
    source = Source.from_bytes(b"!BDN" + bytes(5_000), "mail.pst")

    with pytest.raises(nw.ExportFormatError, match="make mails of it with `readpst -e`"):
        OutlookDataReader().read(source, ReadContext(as_of=AS_OF))


def test_without_the_extra_a_data_file_says_how_to_go_on(monkeypatch):
    monkeypatch.setitem(sys.modules, "pypff", None)

    with pytest.raises(nw.ExportFormatError, match="install the extra `outlook`"):
        OutlookDataReader().read(Source.from_bytes(b"!BDN", "a"), ReadContext(as_of=AS_OF))


# --- archives of Outlook for Mac

MAC = """<?xml version="1.0" encoding="UTF-8"?>
<emails elementCount="1"><email>
<OPFMessageCopyBody xml:space="preserve">secret &lt;b&gt;text</OPFMessageCopyBody>
<OPFMessageCopyFromAddresses><emailAddress OPFContactEmailAddressAddress="ben@example.org"
 OPFContactEmailAddressName="Ben Okafor" OPFContactEmailAddressType="0"/>
</OPFMessageCopyFromAddresses>
<OPFMessageCopyToAddresses><emailAddress OPFContactEmailAddressAddress="mara@example.org"
 OPFContactEmailAddressName="Zoë &amp; Co"/></OPFMessageCopyToAddresses>
<OPFMessageCopyMessageID>1@example.org</OPFMessageCopyMessageID>
<OPFMessageCopySentTime>2024-03-04T08:05:00</OPFMessageCopySentTime>
<OPFMessageCopySubject>secret</OPFMessageCopySubject>
</email></emails>"""
FOLDER = "old.olm/Accounts/mara@example.org/com.microsoft.__Messages"


def read_mac(**files):
    several = [
        SourceFile.from_bytes(content.encode(), f"{FOLDER}/{name}/message_1.xml")
        for name, content in files.items()
    ]
    assert {OutlookMacReader().group(each, b"") for each in several} == {"old.olm"}
    return OutlookMacReader().read(Source(several, "old.olm"), ReadContext(as_of=AS_OF))


def test_the_mails_of_an_archive_of_a_mac_are_read():
    reading = read_mac(Inbox=MAC)

    (mail,) = reading.interactions
    assert (mail.when, mail.sender) == (WHEN, "mailto:ben@example.org")
    assert "secret" not in repr(reading)


def test_its_folders_and_copies_are_known():
    reading = read_mac(Inbox=MAC, Archive=MAC, **{"Deleted Items": MAC})

    assert dict(reading.report.skipped) == {
        nw.SkipReason.TRASH: 1,
        nw.SkipReason.DUPLICATE: 1,
    }


@pytest.mark.parametrize(
    "bad", ["<emails><email>", "<emails>\0", '<!DOCTYPE x [<!ENTITY a "b">]><emails/>']
)
def test_a_file_that_is_no_plain_xml_is_told(bad):
    reading = read_mac(Inbox=MAC, Bad=bad)

    assert dict(reading.report.skipped) == {nw.SkipReason.BROKEN: 1}
    assert str(reading.report.problems[0]).startswith("old.olm, file 1: this mail of Outlook")


def test_an_empty_archive_is_refused():
    with pytest.raises(nw.ExportFormatError, match="holds no mail"):
        read_mac(Inbox='<?xml version="1.0"?><emails/>')


@pytest.mark.parametrize("seed", range(20))
def test_any_text_in_it_is_read_or_told(seed):
    rng = random.Random(seed)
    text_ = list(MAC)
    for _ in range(20):
        text_[rng.randrange(len(text_))] = rng.choice('<>&"=x \0')

    report = read_mac(Inbox=MAC, Odd="".join(text_)).report

    assert report.read == report.used + sum(count for _, count in report.skipped)
