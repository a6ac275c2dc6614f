"""The keys of people of whom no address is known."""

from __future__ import annotations

import pytest

from netzwerkwandel.sources.tools import account_key, named_key, saved_name_key


@pytest.mark.parametrize(
    "name", ["Anna Schmidt", "anna  schmidt", "\u200eAnna Schmidt", "\u2068Anna Schmidt\u2069 "]
)
def test_one_name_is_one_key_however_it_is_written(name) -> None:
    assert named_key("facebook", name) == named_key("facebook", "Anna Schmidt")


def test_names_of_several_services_and_several_names_are_apart() -> None:
    keys = {
        named_key("facebook", "Anna Schmidt"),
        named_key("instagram", "Anna Schmidt"),
        named_key("facebook", "Anna Schmitt"),
        saved_name_key("Anna Schmidt"),
        account_key("facebook", "Anna Schmidt"),
    }

    assert len(keys) == 5


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("+49 170 1234567", "tel:+491701234567"),
        ("\u202a+49 170 1234567\u202c", "tel:+491701234567"),
        ("+49\u00a0170\u00a01234567", "tel:+491701234567"),
        ("Ben@Example.org", "mailto:ben@example.org"),
    ],
)
def test_a_name_that_is_an_address_is_that_address(name, key) -> None:
    assert saved_name_key(name) == key


@pytest.mark.parametrize("name", ["Anna 1234567", "user1234567", "❤️", "12345"])
def test_a_name_with_digits_or_without_letters_is_a_name(name) -> None:
    assert saved_name_key(name).startswith("saved-name:")


def test_what_is_blank_has_no_key() -> None:
    assert saved_name_key(" \u200e") is None
    assert named_key("facebook", "") is None
    assert account_key("telegram", " ") is None


def test_an_id_keeps_its_case() -> None:
    assert account_key("signal", "aGVsbG8=") == "signal:aGVsbG8="
