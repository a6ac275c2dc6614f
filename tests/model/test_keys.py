from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netzwerkwandel.model import ME, Contact
from netzwerkwandel.model.keys import email_key, key_order, phone_key, profile_key
from strategies import KEYS, any_text


def test_the_key_of_an_address_is_its_normal_form():
    assert email_key("B.en+jobs@GoogleMail.com") == "mailto:ben@gmail.com"
    assert email_key("no address") is None


@pytest.mark.parametrize(
    ("number", "key"),
    [
        ("+49 170 1234567", "tel:+491701234567"),
        ("0049 170 1234567", "tel:+491701234567"),
        ("0049 (0)170 1234567", "tel:+491701234567"),
        ("+49 (0) 170/123-45.67", "tel:+491701234567"),
        ("tel:+49-170-1234567;ext=5", "tel:+491701234567"),
        ("0170 1234567", "tel:01701234567"),
        ("(555) 010-9999", "tel:5550109999"),
        ("112", None),
        ("ext. 4711", None),
        ("", None),
        ("no number", None),
        ("+1234567890123456", None),
        ("٠١٢٣٤٥٦٧٨", None),
    ],
)
def test_the_key_of_a_number_is_its_digits(number, key):
    assert phone_key(number) == key


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://www.linkedin.com/in/ben-okafor", "linkedin:ben-okafor"),
        ("http://de.linkedin.com/in/Ben-Okafor/?trk=x", "linkedin:ben-okafor"),
        ("linkedin.com/in/ben-okafor/", "linkedin:ben-okafor"),
        ("https://linkedin.com/in/zo%C3%AB", "linkedin:zoë"),
        ("https://linkedin.com/in/zoe\u0308", "linkedin:zoë"),
        ("https://www.linkedin.com/pub/ben-okafor/1/2/3", "linkedin:ben-okafor/1/2/3"),
        ("https://www.linkedin.com/company/acme", None),
        ("https://linkedin.com/in/a%0Ab", None),
        ("https://linkedin.com/in/%20", None),
        ("https://Git.Example/Ben/", "https://git.example/Ben"),
        ("http://www.git.example/Ben?tab=x#top", "https://git.example/Ben"),
        ("https://git.example/", None),
        ("mailto:ben@example.org", None),
        ("javascript:alert(1)", None),
        ("ftp://files.example/ben", None),
        ("http://[broken/x", None),
        ("two words.example/x", None),
        ("", None),
        ("https://x.example/" + "a" * 2048, None),
    ],
)
def test_the_key_of_a_page_is_its_name_or_its_address(url, key):
    assert profile_key(url) == key


def test_the_most_stable_key_comes_first():
    keys = ["card:1", "tel:+491701234567", "https://git.example/ben", "linkedin:ben", "mailto:b@x"]

    assert sorted([ME, *keys], key=key_order) == [*reversed(keys), ME]


@given(any_text)
@example("https://linkedin.com/in/%00")
@example("https://linkedin.com/in/a%E2%80%A8b")
@example("x.example/\u2028")
def test_any_text_gives_keys_that_a_contact_may_have(text):
    for key_of in (email_key, phone_key, profile_key):
        key = key_of(text)
        assert key is None or Contact(key=key).key == key


@given(st.sampled_from(KEYS) | st.emails().map(email_key))
def test_a_key_read_again_is_the_same_key(key):
    kind, _, value = key.partition(":")

    if kind == "mailto":
        assert email_key(value) == key
    if kind == "tel":
        assert phone_key(value) == phone_key(key) == key
    if kind == "linkedin":
        assert profile_key(f"https://www.linkedin.com/in/{value}") == key
