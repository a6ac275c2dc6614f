from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.model import ME, Relation, SkipReason, SourceKind
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.vcard import looks_like_vcard, read_vcards


def card(*lines, version="3.0", name="Ben Okafor"):
    named = [f"FN:{name}"] if name else []
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *named, *lines, "END:VCARD", ""])


def read(*cards):
    data = b"".join(c if isinstance(c, bytes) else c.encode() for c in cards)
    return read_vcards(SourceFile.from_bytes(data, "book.vcf"))


def only(reading):
    (contact,) = reading.contacts
    return contact


def skipped(reading):
    return dict(reading.report.skipped)


def relations(reading):
    return {(tie.a, tie.b): tie.relations for tie in reading.ties}


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
        ("FN:Mara\r\n  Vogt", "Mara Vogt"),
        ("N:Vogt;Mara;;Dr.;", "Mara Vogt"),
        ("FN:Vogt\\, Mara\r\nN:Vogt;Mara;;;", "Mara Vogt"),
        ("item1.FN:Mara Vogt", "Mara Vogt"),
        ('FN;X-A="a:b;c":Mara Vogt', "Mara Vogt"),
        ('FN;X-A="a:Mara Vogt', "Mara Vogt"),
        ("fn:Mara Vogt", "Mara Vogt"),
        ("FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=\r\n=AB Vogt", "Zoë Vogt"),
        ("N;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:M=FCller;J=F6rg", "Jörg Müller"),
        ("FN;ENCODING=QUOTED-PRINTABLE;CHARSET=nonsense:Zo=C3=AB", "Zoë"),
        ("FN;ENCODING=QUOTED-PRINTABLE:Mara=", "Mara"),
        ("FN:Mara\\\\Vogt", "Mara\\Vogt"),
    ],
)
def test_names_are_read_however_they_are_folded_and_encoded(property_, name):
    assert only(read(card(property_, name=""))).name == name


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
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


@pytest.mark.parametrize(
    ("lines", "key"),
    [
        (["EMAIL:info@example.org", "EMAIL:ben@example.org"], "mailto:ben@example.org"),
        (["EMAIL:info@example.org", "TEL:+491701234567"], "tel:+491701234567"),
        (["EMAIL:info@example.org", "URL:https://github.com/ben"], "https://github.com/ben"),
        (["EMAIL:info@example.org"], "mailto:info@example.org"),
    ],
)
def test_the_key_is_the_address_that_says_most_about_who_it_is(lines, key):
    assert only(read(card(*lines))).key == key


def test_a_card_without_an_address_is_known_by_its_uid_whatever_else_changes():
    before = only(read(card("UID:42", "ORG:Contoso")))
    after = only(read(card("UID:42", "ORG:Fabrikam", name="Ben Vogt")))

    assert before.key == after.key
    assert before.key.startswith("vcard:")


def test_a_card_without_address_and_uid_is_known_by_name_and_organisation():
    first, second = read(card("ORG:Contoso"), card("ORG:Fabrikam")).contacts

    assert first.name == second.name
    assert first.key != second.key


def test_the_same_person_twice_is_one_contact():
    reading = read(
        card("EMAIL:ben@example.org", "ORG:Contoso"),
        card(
            "EMAIL:ben@example.org", "EMAIL:ben@contoso.example", "TITLE:Sales", name="BEN OKAFOR"
        ),
    )

    contact = only(reading)
    assert contact.emails == ("ben@example.org", "ben@contoso.example")
    assert (contact.organisation, contact.position) == ("Contoso", "Sales")
    assert skipped(reading) == {SkipReason.DUPLICATE: 1}
    assert len(reading.ties) == 1


def test_a_shared_address_does_not_merge_two_people():
    reading = read(
        card("EMAIL:family@example.org", name="Mara Vogt"),
        card("EMAIL:family@example.org", name="Tom Vogt"),
    )

    assert sorted(contact.name for contact in reading.contacts) == ["Mara Vogt", "Tom Vogt"]
    assert skipped(reading) == {}


def test_one_uid_for_two_names_does_not_merge_two_people():
    reading = read(card("UID:0", name="Mara Vogt"), card("UID:0", name="Tom Vogt"))

    assert len(reading.contacts) == 2


@pytest.mark.parametrize(
    "lines",
    [
        ["KIND:group"],
        ["KIND:org"],
        ["X-ADDRESSBOOKSERVER-KIND:group"],
        ["X-ABShowAs:COMPANY", "N:;;;;"],
        ["ORG:ben okafor", "N:;;;;"],
    ],
)
def test_groups_and_companies_are_no_people(lines):
    reading = read(card(*lines, "EMAIL:ben@example.org"))

    assert reading.contacts == ()
    assert skipped(reading) == {SkipReason.NOT_A_PERSON: 1}


def test_a_person_who_is_shown_as_a_company_stays_a_person():
    assert only(read(card("X-ABShowAs:COMPANY", "N:Okafor;Ben;;;"))).name == "Ben Okafor"


def test_a_card_without_name_and_address_is_nobody():
    reading = read(card("ORG:Contoso", name=""))

    assert reading.contacts == ()
    assert skipped(reading) == {SkipReason.ANONYMOUS: 1}


def test_labels_that_state_a_relation_are_no_communities():
    reading = read(card("CATEGORIES:Friends,Rowing", "EMAIL:ben@example.org"))

    assert only(reading).communities == ("Rowing",)
    assert relations(reading) == {
        (ME, "mailto:ben@example.org"): {Relation.ACQUAINTANCE, Relation.FRIEND}
    }


def test_related_people_are_tied_to_each_other():
    reading = read(
        card(
            "EMAIL:ben@example.org",
            "RELATED;TYPE=co-worker,friend:mailto:ama@example.org",
            "RELATED;TYPE=spouse:tel:+491701234567",
            "RELATED;TYPE=friend:urn:uuid:7",
            "RELATED;TYPE=friend:mailto:ben@example.org",
            "RELATED:mailto:nobody@example.org",
        ),
        card("UID:urn:uuid:7", "EMAIL:tom@example.org", name="Tom"),
        card("EMAIL:ama@work.example", "EMAIL:ama@example.org", name="Ama"),
    )

    among = {pair: found for pair, found in relations(reading).items() if ME not in pair}
    assert among == {
        ("mailto:ama@work.example", "mailto:ben@example.org"): {
            Relation.COLLEAGUE,
            Relation.FRIEND,
        },
        ("mailto:ben@example.org", "tel:+491701234567"): {Relation.FAMILY},
        ("mailto:ben@example.org", "mailto:tom@example.org"): {Relation.FRIEND},
    }
    assert (ME, "tel:+491701234567") not in relations(reading)
    assert len(reading.contacts) == 4


def test_a_relation_to_a_shared_address_means_nobody():
    reading = read(
        card("EMAIL:ben@example.org", "RELATED;TYPE=friend:mailto:family@example.org"),
        card("EMAIL:family@example.org", name="Mara Vogt"),
        card("EMAIL:family@example.org", name="Tom Vogt"),
    )

    assert all(ME in pair for pair in relations(reading))


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
