from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.sources.mail.address_lists import split_list
from netzwerkwandel.sources.mail.addresses import AddressBook, as_mailbox
from netzwerkwandel.sources.mail.words import decode_words, header_text, in_one_charset
from sources.work import grows_in_proportion


def people(text):
    value = text if isinstance(text, bytes) else text.encode()
    return [(m.name, m.address) for m in AddressBook().mailboxes(value)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ben@example.org", [("", "ben@example.org")]),
        ("<ben@example.org>", [("", "ben@example.org")]),
        ("Ben Okafor <Ben@Example.ORG>", [("Ben Okafor", "Ben@example.org")]),
        ("Ben Okafor<ben@example.org>", [("Ben Okafor", "ben@example.org")]),
        ('"Okafor, Ben" <ben@example.org>', [("Ben Okafor", "ben@example.org")]),
        ('"Ben \\"B\\" Okafor" <ben@example.org>', [('Ben "B" Okafor', "ben@example.org")]),
        ("ben@example.org (Ben Okafor)", [("Ben Okafor", "ben@example.org")]),
        ("ben@example.org (Ben (the) Okafor\\))", [("Ben the Okafor)", "ben@example.org")]),
        ("Ben (at work) <ben@example.org>", [("Ben", "ben@example.org")]),
        ("ben at example.org (Ben Okafor)", [("Ben Okafor", "ben@example.org")]),
        ("Ben <ben at example.org>", [("Ben", "ben@example.org")]),
        ("a@b.org, c@d.org,", [("", "a@b.org"), ("", "c@d.org")]),
        ("a@b.org; C <c@d.org>", [("", "a@b.org"), ("C", "c@d.org")]),
        ("Team: a@x.org, Ben <b@y.org>;", [("", "a@x.org"), ("Ben", "b@y.org")]),
        ("Team: a@x.org;, c@y.org", [("", "a@x.org"), ("", "c@y.org")]),
        ("undisclosed-recipients:;", []),
        ("<@one.org,@two.org:ben@example.org>", [("", "ben@example.org")]),
        ("Ben <<ben@example.org>>", [("Ben", "ben@example.org")]),
        ("Ben <ben@Example.org.>", [("Ben", "ben@example.org")]),
        ("Ben <mailto:ben@example.org>", [("Ben", "ben@example.org")]),
        ("Ben <ben@machine(a comment).  example>", [("Ben", "ben@machine.example")]),
        ('"ben.okafor"@example.org', [("", "ben.okafor@example.org")]),
        ('"ben okafor"@example.org', []),
        ("'ben@example.org' <ben@example.org>", [("", "ben@example.org")]),
        ("=?utf-8?q?Jos=C3=A9_Ruiz?= <j@x.org>", [("José Ruiz", "j@x.org")]),
        ("=?iso-8859-1?b?SlJ1aXos?= =?utf-8?q?_Jos=C3=A9?= <j@x.org>", [("José JRuiz", "j@x.org")]),
        ("=?nowhere?q?Jos=C3?= <j@x.org>", [("Jos\ufffd", "j@x.org")]),
        ("=?utf-8?b?A?= <j@x.org>", [("=?utf-8?b?A?=", "j@x.org")]),
        ("=?gb2312?b?1uzpRrv5?= <j@x.org>", [("\u6731\u9555\u57fa", "j@x.org")]),
        (
            "=?utf-8?b?PT91dGYtOD9xP0pvcz1DMz1BOT89?= <j@x.org>",
            [("José", "j@x.org")],
        ),
        ("=?unicode-1-1-utf-7?q?Jos+AOk-?= <j@x.org>", [("José", "j@x.org")]),
        ("=?x-sjis?b?jlKTYw==?= <j@x.org>", [("\u5c71\u7530", "j@x.org")]),
        ("=?utf-8?q?Ben_=3Cb=40x.org=3E=2C_c=40y.org?=", [("Ben", "b@x.org"), ("", "c@y.org")]),
        ("Ben Okafor [mailto:ben@example.org]", [("Ben Okafor", "ben@example.org")]),
        ("mailto:ben@example.org", [("", "ben@example.org")]),
        ("Ben <prvs=0123abcdef=ben@example.org>", [("Ben", "ben@example.org")]),
        ("SRS0=abc=DE=example.org=ben@forwards.example", [("", "ben@example.org")]),
        ("Ben Okafor/Berlin/Contoso@Contoso", []),
        ("CN=Ben Okafor/O=Contoso@contoso.example, c@d.org", [("", "c@d.org")]),
        ("a/b@x.org", [("", "a/b@x.org")]),
        ("José <j@x.org>", [("José", "j@x.org")]),
        ("José <j@x.org>".encode("latin-1"), [("José", "j@x.org")]),
        ("Zoë <zoë@bücher.example>", [("Zoë", "zoë@bücher.example")]),
        ('"Ben <ben@example.org>, c@d.org', [("Ben", "ben@example.org"), ("", "c@d.org")]),
        ('Ben" <ben@example.org>', [("Ben", "ben@example.org")]),
        ("Ben (the <ben@example.org>, c@d.org", [("Ben the", "ben@example.org"), ("", "c@d.org")]),
        ("Ben <ben@example.org, c@d.org", [("Ben", "ben@example.org"), ("", "c@d.org")]),
        ("a@b@c.org, ben, @, <>, , d@e.org", [("", "d@e.org")]),
        ("Okafor, Ben <ben@example.org>", [("Ben Okafor", "ben@example.org")]),
        (
            "van der Berg, Ana <a@b.org>, c@d.org",
            [("Ana van der Berg", "a@b.org"), ("", "c@d.org")],
        ),
        ("=?utf-8?q?Ru=C3=ADz?=, José <j@x.org>", [("José Ruíz", "j@x.org")]),
        ("ben, Ana Berg <a@b.org>", [("Ana Berg", "a@b.org")]),
        ("Berg; Ana <a@b.org>", [("Ana", "a@b.org")]),
        ("Okafor, ben@example.org", [("", "ben@example.org")]),
        ("Ana <a@b.org> Ben <c@d.org>", [("Ana", "a@b.org"), ("Ben", "c@d.org")]),
        ("Ana <the best> Berg <a@b.org>", [("Ana Berg", "a@b.org")]),
        ("ben@example.org <Ben Okafor>", [("Ben Okafor", "ben@example.org")]),
        ("Ben Okafor (ben@example.org)", [("Ben Okafor", "ben@example.org")]),
        ("[mailto:ben@example.org]", [("", "ben@example.org")]),
        ("Ben &lt;ben@example.org&gt;", [("Ben", "ben@example.org")]),
        ('"Okafor, Ben (Contoso, UX)" <b@x.org>', [("Ben Okafor (Contoso UX)", "b@x.org")]),
        ("=?utf-8?b?QmVuIE9rYWZvcg <b@x.org>", [("Ben Okafor", "b@x.org")]),
        ("=?utf-8?q?Ben_Okafor? <b@x.org>", [("Ben Okafor", "b@x.org")]),
        ("", []),
    ],
)
def test_an_address_list_names_people(text, found):
    assert people(text) == found


@given(
    st.lists(
        st.sampled_from(
            ["Ben", '"', "O, ", "<", ">", "b@x.org", " ", ",", "\\", "(", ")", ":", ";", "\t", "é"]
        ),
        max_size=16,
    )
)
def test_the_short_way_through_simple_lists_finds_what_the_long_one_does(pieces):
    text = "".join(pieces)
    entries = [as_mailbox(name, address) for name, address in split_list(text)]
    assert list(AddressBook().mailboxes(text.encode())) == [m for m in entries if m is not None]


def test_a_machine_is_told_from_a_person():
    book = AddressBook()
    assert [m.automatic for m in book.mailboxes(b"no-reply@x.org, ben@x.org")] == [True, False]


@pytest.mark.parametrize(
    ("text", "automatic"),
    [
        ("Ben Okafor via Padlet <hello@padlet.example>", True),
        ('"Ben Okafor (via Adobe Sign)" <adobesign@sign.example>', True),
        ("Ben Okafor über Nebenan <nebenan@nebenan.example>", True),
        ("Ben Okafor via Padlet <ben@example.org>", False),
        ("Ben Okafor (Contoso) <ben@contoso.example>", False),
        ("Via Okafor <via@example.org>", False),
    ],
)
def test_who_writes_by_a_service_is_told_from_its_people(text, automatic):
    (mailbox,) = AddressBook().mailboxes(text.encode())
    assert mailbox.automatic == automatic


def test_two_spellings_of_one_address_are_one_key():
    book = AddressBook()
    first, second = book.mailboxes(b"Ben.O@googlemail.com, beno+x@gmail.com")
    assert first.key == second.key
    assert first.address != second.address


def test_a_list_that_was_read_before_is_read_the_same_again():
    book = AddressBook()
    for value in (b'"O, Ben" <b@x.org>, c@x.org', b"c@x.org, Ben <b@x.org>", b"x, c@x.org"):
        assert book.mailboxes(value) == book.mailboxes(value) == AddressBook().mailboxes(value)


def test_more_addresses_than_are_remembered_are_read_all_the_same():
    book = AddressBook()
    long = b"B" * 5_000_000
    for number in range(10):
        (mailbox,) = book.mailboxes(long + b" <b%d@x.org>" % number)
        assert mailbox.key == f"mailto:b{number}@x.org"
        assert len(mailbox.name) <= 200


LONG = [
    lambda n: " " * n + ":x",
    lambda n: "/" * n + "@x",
    lambda n: "Ben" * n + " <ben@example.org>",
    lambda n: '"' * (3 * n + 1),
    lambda n: '"\\' * n,
    lambda n: "(" * 3 * n,
    lambda n: "()" * n,
    lambda n: "<" * 3 * n,
    lambda n: " " * 3 * n + "x",
    lambda n: "a " * n,
    lambda n: "a@b.org, " * n,
    lambda n: '"a", ' * n,
    lambda n: ":" * 3 * n,
    lambda n: "x" * 3 * n + "@example.org",
    lambda n: "a.b at c.d." * n,
    lambda n: '"x"' + "a.b at c.d." * n,
    lambda n: "=?utf-8?q?" + "a" * 3 * n + "?= <a@b.org>",
    lambda n: "=?utf-8?q?a?= " * n + "<a@b.org>",
]


@pytest.mark.parametrize("long", LONG, ids=range(len(LONG)))
def test_the_work_grows_with_the_length_of_a_header_and_no_faster(long):
    assert grows_in_proportion(people, long, 3_000)


@pytest.mark.slow
@pytest.mark.parametrize("long", LONG, ids=range(len(LONG)))
def test_a_megabyte_of_header_is_read_to_its_end(long):
    names = people(long(100_000))

    assert all(len(name) <= 200 for name, _ in names)


def test_thousands_of_recipients_are_all_read():
    text = ",\n ".join(f'"Ben (of {n}), X" <ben{n}@example.org>' for n in range(3_000))
    assert len(people(text)) == 3_000


@given(st.binary(max_size=200))
def test_any_bytes_name_people_or_nobody(value):
    for mailbox in AddressBook().mailboxes(value):
        assert mailbox.key.startswith("mailto:")
        mailbox.name.encode()


@given(st.text(alphabet='ab@.,;:<>()"\\ =?q', max_size=40))
def test_any_punctuation_names_people_or_nobody(text):
    for mailbox in AddressBook().mailboxes(text.encode()):
        assert "@" in mailbox.address


@pytest.mark.parametrize(
    "charset",
    [
        "punycode",
        "idna",
        "unicode_escape",
        "raw_unicode_escape",
        "undefined",
        "rot13",
        "zlib",
        "utf-8*en",
        "utf-7",
        "mbcs",
        "",
        "\0",
    ],
)
def test_any_charset_gives_a_text(charset):
    assert isinstance(decode_words(f"=?{charset}?q?=5Cq+2AA-?="), str)


@given(st.text(max_size=20), st.sampled_from("bq"), st.text(max_size=30))
def test_any_encoded_word_gives_a_text(charset, encoding, text):
    assert isinstance(decode_words(f"=?{charset}?{encoding}?{text}?="), str)


@pytest.mark.parametrize("charset", ["koi8-r", "cp1251"])
def test_russian_of_no_stated_charset_is_read(charset):
    names = [name.encode(charset) for name in ("Ева Смирнова <e@x.org>", "Привет")]
    assert b"".join(in_one_charset(names, b"multipart/mixed")).decode() == (
        "Ева Смирнова <e@x.org>Привет"
    )


@pytest.mark.parametrize("name", ["Zoë Åström", "Jörg Groß", "D'Ñandú"])
def test_western_names_of_no_stated_charset_are_read(name):
    assert in_one_charset([name.encode("cp1252")], b"")[0].decode() == name


@given(st.binary(max_size=100))
def test_any_bytes_are_a_text(value):
    assert isinstance(header_text(value), str)
