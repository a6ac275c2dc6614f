from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.model.keys import (
    is_automatic_address,
    is_role_address,
    normalise_address,
    split_address,
    without_addresses,
)
from strategies import EMAILS, any_text


@pytest.mark.parametrize(
    ("address", "normal"),
    [
        ("ben@example.org", "ben@example.org"),
        ("  Ben@Example.ORG ", "ben@example.org"),
        ("<ben@example.org>", "ben@example.org"),
        ("'ben@example.org'", "ben@example.org"),
        ("<'ben@example.org'>", "ben@example.org"),
        ('"ben.okafor"@example.org', "ben.okafor@example.org"),
        ("ben@example.org.", "ben@example.org"),
        ("ben+jobs@example.org", "ben@example.org"),
        ("ben+a+b@example.org", "ben@example.org"),
        ("+ben@example.org", "+ben@example.org"),
        ("b.e.n@gmail.com", "ben@gmail.com"),
        ("B.e.n+x@GoogleMail.com", "ben@gmail.com"),
        ("b.e.n@example.org", "b.e.n@example.org"),
        ("o'brien@example.org", "o'brien@example.org"),
        ("anna@münchen.de", "anna@münchen.de"),
        ("anna@MÜNCHEN.de", "anna@münchen.de"),
        ("anna@mu\u0308nchen.de", "anna@münchen.de"),
        ("anna@xn--mnchen-3ya.de", "anna@münchen.de"),
        ("anna@XN--MNCHEN-3YA.de", "anna@münchen.de"),
        ("anna@mail.xn--strae-oqa.de", "anna@mail.straße.de"),
        ("anna@xn--.de", "anna@xn--.de"),
        ("anna@xn--99999999999.de", "anna@xn--99999999999.de"),
        ("Jörg@example.org", "jörg@example.org"),
        ("Jo\u0308rg@example.org", "jörg@example.org"),
        ("root@localhost", "root@localhost"),
    ],
)
def test_spellings_of_a_mailbox_have_one_normal_form(address, normal):
    assert normalise_address(address) == normal


@pytest.mark.parametrize(
    "junk",
    [
        "",
        "@",
        "ben",
        "ben@",
        "@example.org",
        "ben@@example.org",
        "ben@a@b",
        "ben okafor@example.org",
        '"ben okafor"@example.org',
        "ben@exa mple.org",
        "ben@example..org",
        "ben@.example.org",
        "ben@-example.org",
        "ben@example-",
        "ben@.",
        "Ben <ben@example.org>",
        "mailto:ben@example.org",
        "ben,anna@example.org",
        "ben@example.org\nBcc: all@example.org",
        "ben\0@example.org",
        "ben\u200b@example.org",
        "\ud800@example.org",
        "...@gmail.com",
        "a" * 320 + "@example.org",
    ],
)
def test_junk_is_no_address(junk):
    assert normalise_address(junk) is None


@pytest.mark.parametrize(
    "address",
    [
        "info@x.example",
        "Office@x.example",
        "hr+berlin@x.example",
        "kontakt@x.example",
        "no-reply@x.example",
        "room@resource.calendar.google.com",
        "ticket+4711@desk.example",
        "order-update@shop.example",
        "reservierung@hotel.example",
        "empfang@x.example",
        "contacto@x.example",
        "all-hands@x.example",
        "team-ux@x.example",
        "verteiler-ux@x.example",
    ],
)
def test_functions_and_machines_have_addresses_of_a_role(address):
    assert is_role_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "noreply@x.example",
        "no-reply+17@x.example",
        "do_not_reply@x.example",
        "nicht-antworten@x.example",
        "MAILER-DAEMON@x.example",
        "notifications@x.example",
        "bounces+ben=example.org@x.example",
        "python-dev-request@x.example",
        "c_18@group.calendar.google.com",
        "x@sub.noreply.github.com",
        "root@web.example.net",
        "Cron@host.example",
        "postmaster@x.example",
        "auftragsbestaetigung@shop.example",
        "versand-bestätigung@shop.example",
        "order.confirmation@shop.example",
        "auto-confirm@shop.example",
        "parcel-tracking+17@carrier.example",
        "suivi.colis@poste.example",
        "ne-pas-repondre@x.example",
        "nao-responda@x.example",
        "noresponder@x.example",
        "MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@x.example",
        "double-bounce@x.example",
        "wordpress@x.example",
        "voicemail@pbx.example",
        "ux@googlegroups.com",
        "owner-ux@lists.example",
    ],
)
def test_machines_write_from_automatic_addresses(address):
    assert is_automatic_address(address)


@pytest.mark.parametrize(
    "address",
    [
        *("ben@x.example", "inform@x.example", "ben.info@x.example", "alerta@x.example"),
        *("rootes@x.example", "anna.root@x.example", "borders@x.example", "ticketa@x.example"),
        *("alle.berg@x.example", "dl.smith@x.example", "repondre.anna@x.example"),
        *("b.conferman@x.example", "shipton@x.example", "no address"),
    ],
)
def test_people_have_addresses_of_their_own(address):
    assert not is_role_address(address)
    assert not is_automatic_address(address)


def test_a_function_is_no_machine():
    assert not is_automatic_address("info@x.example")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ben Okafor <ben@example.org>", "Ben Okafor"),
        ("ben@example.org", ""),
        ("Meetup @ the harbour", "Meetup the harbour"),
        ("Ben  Okafor", "Ben  Okafor"),
    ],
)
def test_addresses_are_left_out_of_what_is_shown(text, shown):
    assert without_addresses(text) == shown


addresses = st.sampled_from(EMAILS) | st.emails() | st.builds("{}@{}".format, any_text, any_text)


@given(addresses | any_text)
def test_a_normal_form_is_its_own_normal_form(text):
    normal = normalise_address(text)

    assert normal is None or normalise_address(normal) == normal


@given(addresses)
def test_case_and_white_space_around_do_not_matter(address):
    normal = normalise_address(address)

    if address.isascii():
        assert normalise_address(address.swapcase()) == normal
    assert normalise_address(f" {address}\t") == normal


@given(st.text())
def test_any_text_is_an_address_or_is_not(text):
    if split_address(text) is None:
        assert normalise_address(text) is None
    assert is_automatic_address(text) <= is_role_address(text)
    assert "@" not in without_addresses(text)
