from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

import netzwerkwandel as nw
from netzwerkwandel.errors import discreet, shortened, shown


LETTERS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=4, max_size=12)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("mailto:ben@posteo.de", "mailto:b…@posteo…"),
        ("<Ben.Okafor@kessel-kranz.example>", "<B…@k…>"),
        ("mönch@bücher.example, and", "m…@b…, and"),
        ("a@b.c.example a@b.c.example", "a…@b… a…@b…"),
        ("tel:+491701234567", "tel:+49…"),
        ("at +49 170 123 45 67.", "at +49…."),
        ("linkedin:ben-okafor", "linkedin:b…"),
        ("https://www.linkedin.com/in/ben-okafor?x=1", "https://www.linkedin.com/…"),
        ("https://people.example/ben/okafor", "https://people.example/…"),
        ("got 'Ben Okafor' twice", "got 'B… O…' twice"),
        ("got 'Mails with Ben.mbox'", "got 'Mails with Ben.mbox'"),
        ("it isn't Ben's, it wasn't", "it isn't Ben's, it wasn't"),
        ("postgresql://user:password@host:port/name", "postgresql://user:password@host:port/name"),
        ("from 2026-03-01T12:00:00+00:00 on", "from 2026-03-01T12:00:00+00:00 on"),
        ("got 12345678901 of 0.25", "got 12345678901 of 0.25"),
    ],
)
def test_a_text_shows_no_address_and_no_quoted_name(text, short):
    assert discreet(text) == short


@given(LETTERS, LETTERS, LETTERS)
def test_no_address_stays_wherever_it_stands(local, domain, words):
    text = discreet(f"{words} 'mailto:{local}@{domain}.example', ({local}@{domain}.example)")

    assert local not in text.replace(words, "")
    assert f"@{domain}" not in text


@given(LETTERS, LETTERS)
def test_of_a_name_the_first_letters_stay(given_name, family_name):
    assert shortened(f"{given_name} {family_name}") == f"{given_name[0]}… {family_name[0]}…"
    assert given_name not in shown([f"{given_name} {family_name}"])


def test_the_whole_is_in_an_attribute_and_survives_a_pickle():
    error = nw.NotFoundError("contact", "mailto:ben@posteo.de")
    copy = pickle.loads(pickle.dumps(error))

    assert str(error) == str(copy) == "there is no contact with the key 'mailto:b…@posteo…'"
    assert repr(error) == "NotFoundError(\"there is no contact with the key 'mailto:b…@posteo…'\")"
    assert error.key == copy.key == "mailto:ben@posteo.de"
