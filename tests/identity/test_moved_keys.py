from __future__ import annotations

import pytest

from netzwerkwandel.identity.moved_keys import moved_keys
from netzwerkwandel.model import Contact


AT = "mailto:home@example.org"


def found(*names: str, key: str = AT) -> list[Contact]:
    return [Contact(key=key, name=name) for name in names]


@pytest.mark.parametrize(
    ("before", "others", "moved"),
    [
        (["Jan Weber"], ["Anna Huber"], "jan weber"),
        (["Anna Huber"], ["Jan Weber"], None),
        (["Jan Weber"], ["Jan Weber"], None),
        (["Jan Weber"], ["Weber, Jan"], None),
        # Who has no name may be Jan, as long as nobody else is known; then she may be either.
        (["Jan Weber"], [""], None),
        (["Jan Weber"], ["", "Anna Huber"], "jan weber"),
        ([""], ["Jan Weber", "Anna Huber"], None),
        # Two names of Anna, of which another comes first now; and Jan, who does not.
        (["Anna Maria Huber"], ["Anna Huber", "Jan Weber"], None),
        # Of two who shared it before the first had it.
        (["Jan Weber", "Zoe Brandt"], ["Anna Huber"], "jan weber"),
    ],
)
def test_a_key_moves_where_it_comes_to_mean_somebody_else(
    before: list[str], others: list[str], moved: str | None
) -> None:
    expected = {} if moved is None else {AT: f"{AT}#{moved}"}

    assert moved_keys(found(*before), found(*others)) == expected
    assert moved_keys(reversed(found(*before)), reversed(found(*others))) == expected


def test_an_account_and_a_card_are_one_persons_whatever_she_is_called() -> None:
    for key in ("linkedin:jan", "card:1", "tel:+49301234567"):
        assert moved_keys(found("Jan Weber", key=key), found("Anna Huber", key=key)) == {}
