from __future__ import annotations

import pytest

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.sources.owner import keys_of
from sources.exports_folder import MARA


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Mara@Example.org", MARA),
        ("mailto:mara@example.org", MARA),
        ("https://www.linkedin.com/in/Mara-Vogt/", "linkedin:mara-vogt"),
        ("linkedin.com/in/mara-vogt", "linkedin:mara-vogt"),
        ("linkedin:Mara-Vogt", "linkedin:mara-vogt"),
        ("+49 170 1234567", "tel:+491701234567"),
        ("tel:+491701234567", "tel:+491701234567"),
        ("https://mara.example/about", "https://mara.example/about"),
    ],
)
def test_me_may_be_an_address_a_profile_a_number_or_a_key(text, key) -> None:
    assert keys_of([text]) == {key}


@pytest.mark.parametrize("text", ["Mara Vogt", "Mara", "", " ", "me:", "mara@", "112", "a\nb"])
def test_me_as_a_name_is_refused(text) -> None:
    with pytest.raises(InvalidArgumentError, match="me must be mail addresses, profile pages or"):
        keys_of([text])


def test_me_as_a_single_text_is_refused() -> None:
    with pytest.raises(InvalidArgumentError, match="me must be several addresses, got the single"):
        keys_of("mara@example.org")
