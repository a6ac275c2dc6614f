from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.model import ME, Relation, SourceKind
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.vcard import looks_like_vcard, read_vcards
from sources.vcard_book import card, only, read, relations, skipped


def test_a_card_becomes_a_contact_and_an_acquaintance():
    reading = read(
        card(
            "EMAIL;TYPE=INTERNET:Ben@Example.org",
            "TEL;TYPE=CELL:+49 170 1234567",
            "ORG:Contoso\\, Ltd.;Sales",
            "TITLE:Head of\\nSales",
            "CATEGORIES:Rowing,myContacts,* starred",
            "URL:https://www.linkedin.com/in/ben-okafor",
            "URL:https://contoso.example/imprint",
            "NOTE:owes me ten euros",
        )
    )

    contact = only(reading)
    assert contact.key == "mailto:ben@example.org"
    assert contact.name == "Ben Okafor"
    assert contact.emails == ("Ben@Example.org",)
    assert contact.phones == ("+49 170 1234567",)
    assert contact.profiles == ("https://www.linkedin.com/in/ben-okafor",)
    assert (contact.organisation, contact.position) == ("Contoso, Ltd.", "Head of Sales")
    assert contact.communities == ("Rowing",)
    assert contact.notes == ""
    assert relations(reading) == {(ME, contact.key): {Relation.ACQUAINTANCE}}
    assert reading.report.kind is SourceKind.ADDRESS_BOOK
    assert (reading.report.read, reading.report.used, reading.report.addresses) == (1, 1, 3)


@pytest.mark.parametrize(
    ("property_", "name"),
    [
        ("FN;CHARSET=US-ASCII:Zoë Vogt", "Zoë Vogt"),
        ("FN;CHARSET=CP999:Zo\\nnja", "Zo nja"),
        ("FN:Mara\r\n  Vogt", "Mara Vogt"),
        ("N:Vogt;Mara;;Dr.;", "Mara Vogt"),
        ("FN:Vogt\\, Mara\r\nN:Vogt;Mara;;;", "Mara Vogt"),
        ("FN:Mara Vogt\\, SHRM-CP\r\nN:Vogt;Mara;;;", "Mara Vogt"),
        ("item1.FN:Mara Vogt", "Mara Vogt"),
        ('FN;X-A="a:b;c":Mara Vogt', "Mara Vogt"),
        ('FN;X-A="a:Mara Vogt', "Mara Vogt"),
        ("fn:Mara Vogt", "Mara Vogt"),
        ("FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=\r\n=AB Vogt", "Zoë Vogt"),
        ("N;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:M=FCller;J=F6rg", "Jörg Müller"),
        ("FN;ENCODING=QUOTED-PRINTABLE;CHARSET=nonsense:Zo=C3=AB", "Zoë"),
        ("FN;ENCODING=QUOTED-PRINTABLE:Mara=", "Mara"),
        ("FN;ENCODING=QUOTED-PRINTABLE:Mara=\r\n\r\nTEL:12345", "Mara"),
        ("FN:Mara\\\\Vogt", "Mara\\Vogt"),
    ],
)
def test_names_are_read_however_they_are_folded_and_encoded(property_, name):
    assert only(read(card(property_, name=""))).name == name


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\r\r\n"])
def test_the_encoding_and_line_ends_of_a_file_do_not_matter(encoding, line_end):
    data = card("EMAIL:zoe@example.org", name="Zoë").replace("\r\n", line_end).encode(encoding)

    assert looks_like_vcard(data)
    assert only(read(data)).name == "Zoë"


def test_a_letter_may_be_folded_in_the_middle_of_its_bytes():
    data = card(name="Zo#").encode().replace(b"#", b"\xc3\r\n \xab")

    assert only(read(data)).name == "Zoë"


def test_version_2_1_keeps_the_blank_it_folds_before():
    assert only(read(card("ORG:Contoso\r\n Ltd.", version="2.1"))).organisation == "Contoso Ltd."
    assert only(read(card("ORG:Con\r\n toso", version="3.0"))).organisation == "Contoso"


@pytest.mark.parametrize(
    "line",
    [
        "TEL;FAX;WORK:+49 30 1234567",
        "TEL;TYPE=WORK,FAX:+49 30 1234567",
        'TEL;TYPE="fax,work":+49 30 1234567',
        "TEL;TYPE=PAGER:+49 30 1234567",
        "item1.TEL:+49 30 1234567\r\nitem1.X-ABLabel:_$!<AssistantPhone>!$_",
        "TEL:110",
    ],
)
def test_fax_pager_and_the_phones_of_others_are_left_out(line):
    assert only(read(card(line))).phones == ()


def test_addresses_may_be_links():
    contact = only(
        read(
            card(
                "EMAIL;VALUE=uri:mailto:ben@example.org",
                "TEL;VALUE=uri:tel:+49-170-1234567;ext=5",
                "X-SOCIALPROFILE;TYPE=mastodon:https://chaos.social/@ben",
                version="4.0",
            )
        )
    )

    assert contact.emails == ("ben@example.org",)
    assert contact.phones == ("+49-170-1234567",)
    assert contact.profiles == ("https://chaos.social/@ben",)


def test_an_address_may_stand_behind_a_name_and_beside_another():
    lines = ["EMAIL:Okafor, Ben <ben@example.org>", "EMAIL:b@example.org; mailto:o@example.org"]
    emails = only(read(card(*lines))).emails
    assert emails == ("ben@example.org", "b@example.org", "o@example.org")


def test_a_card_may_begin_right_behind_the_one_before():
    text = (card(name="Ben") + card(name="Ama")).replace("END:VCARD\r\n", "END:VCARD")
    assert sorted(contact.name for contact in read(text).contacts) == ["Ama", "Ben"]


def test_a_blank_before_the_frame_of_a_card_folds_nothing():
    reading = read(card(name="Ben"), "\r\n " + card(name="Ama"))
    assert sorted(contact.name for contact in reading.contacts) == ["Ama", "Ben"]
    assert reading.report.problems == ()


def test_a_card_within_a_card_is_left_out():
    agent = "AGENT:\r\n" + card("EMAIL:agent@example.org", name="Agent").rstrip()
    reading = read(card(agent, "EMAIL:ben@example.org", version="2.1"))

    assert only(reading).emails == ("ben@example.org",)
    assert reading.report.problems == ()


def test_a_missing_end_loses_no_card_and_is_told():
    reading = read(card(name="Ben").replace("END:VCARD\r\n", ""), card(name="Ama"))

    assert sorted(contact.name for contact in reading.contacts) == ["Ama", "Ben"]
    (problem,) = reading.report.problems
    assert str(problem) == "book.vcf, card 1: a card must end with END:VCARD"


def test_pictures_of_any_size_are_passed_over():
    photo = "PHOTO;ENCODING=b;TYPE=JPEG:" + "\r\n " + "\r\n ".join(["A" * 70] * 20_000)

    assert read(card(photo)).report.problems == ()


def test_a_value_over_a_megabyte_is_a_problem_and_reading_goes_on():
    reading = read(card("ORG:" + "x" * 1_000_001, "EMAIL:ben@example.org"), card(name="Ama"))

    assert len(reading.contacts) == 2
    (problem,) = reading.report.problems
    assert "ORG must be under 1 MB" in problem.reason


@pytest.mark.parametrize("data", [b"", b"END:VCARD\n", b"BEGIN:VCALENDAR\nEND:VCALENDAR\n"])
def test_a_file_without_a_card_is_no_address_book(data):
    assert not looks_like_vcard(data)
    with pytest.raises(ExportFormatError, match="must hold a card"):
        read(data)


LINES = st.sampled_from(
    [
        b"BEGIN:VCARD",
        b"END:VCARD",
        b"VERSION:2.1",
        b"AGENT:",
        b"FN;QUOTED-PRINTABLE:=\r\n=C3",
        b"FN;CHARSET=utf-7;ENCODING=Q:+AAA-",
        b"EMAIL:a@example.org",
        b"N:\\;;",
        b'TEL;X=":+491701234567',
        b"UID:1",
        b"URL:linkedin.com/in/%0A%00",
        b"RELATED;TYPE=friend:mailto:a@example.org",
        b"RELATED;TYPE=kin:tel:0170 1234567",
        b" folded",
        b"CATEGORIES:,",
        b"\xff\xfe:\x00",
    ]
)


@given(st.one_of(st.binary(), st.lists(LINES | st.binary(max_size=12)).map(b"\r\n".join)))
def test_any_bytes_give_a_reading_or_a_format_error(data):
    file = SourceFile.from_bytes(b"BEGIN:VCARD\n" + data)
    try:
        reading = read_vcards(file)
    except ExportFormatError:
        return

    keys = {contact.key for contact in reading.contacts} | {ME}
    assert len(keys) == len(reading.contacts) + 1
    assert all({tie.a, tie.b} <= keys for tie in reading.ties)
    assert reading.report.read == reading.report.used + sum(skipped(reading).values())
    assert reading == read_vcards(file)
