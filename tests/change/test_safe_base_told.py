from __future__ import annotations

import attrs
import pytest

from netzwerkwandel.change import SafeBase, Supporter
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Contact, Function
from netzwerkwandel.model.shift import Shift


BEN = Contact(key="mailto:ben@example.org", name="Ben", emails=["ben@example.org"])
EVA = Contact(key="mailto:eva@example.org", name="Eva")


def supporter(contact: Contact = BEN, **values: object) -> Supporter:
    steady = {
        "contact": contact,
        "circle": 0,
        "closeness": 0.8,
        "reciprocity": 1.0,
        "support": 0.6,
        "support_is_stated": True,
        "only_one_for": (),
        "effective_size": Shift(5.0, 4.0),
        "constraint": Shift(0.3, 0.3),
    }
    return Supporter(**(steady | values))


def base(*supporters: Supporter, may_hold_back: tuple[str, ...] = (), floor: int = 3) -> SafeBase:
    return SafeBase(supporters=supporters, may_hold_back=may_hold_back, floor=floor)


def test_a_safe_base_is_told_a_line_for_each_subject():
    ben = supporter(only_one_for=(Function.SUPPORT, Function.DOORS), constraint=Shift(0.3, 0.4))
    found = base(ben, supporter(EVA, circle=1), may_hold_back=("x", "y"))

    assert found.explain().splitlines() == [
        "Ben and Eva hold you while things change.",
        (
            "They belong to 2 circles, so not everything hangs on one of them. 1 more person like "
            "that would make the ground firmer."
        ),
        (
            "For support and open doors you have only Ben: a tie to look after. Ben also helps to "
            "keep your network open."
        ),
        (
            "2 other people close to you belong wholly to your old surroundings. That does not "
            "mean that anybody holds you back."
        ),
    ]
    assert found.explain("de").splitlines() == [
        "Ben und Eva geben dir im Wandel Halt.",
        (
            "Sie gehören zu 2 Kreisen; so hängt nicht alles an einem davon. 1 weiterer solcher "
            "Mensch würde den Boden noch fester machen."
        ),
        (
            "Für Rückhalt und offene Türen hast du nur Ben: ein Kontakt, der Pflege verdient. Ben "
            "hilft auch, dein Netzwerk offen zu halten."
        ),
        (
            "2 weitere Menschen, die dir nahestehen, gehören ganz zu deinem alten Umfeld. Das "
            "heißt nicht, dass dich jemand zurückhält."
        ),
    ]


def test_one_circle_is_named_and_one_person_is_no_circle():
    assert "the same circle" in base(supporter(), supporter(EVA)).explain()
    assert "circle" not in base(supporter()).explain()


def test_a_base_that_is_enough_lacks_nobody():
    assert "more p" not in base(supporter(), supporter(EVA, circle=1), floor=2).explain()


def test_nobody_who_holds_is_said_once():
    assert base().explain() == (
        "The data shows nobody yet who holds you while things change; perhaps those people are not "
        "in the data."
    )


def test_only_those_without_whom_it_would_close_keep_a_network_open():
    assert "open" not in base(supporter(constraint=Shift(0.3, 0.305))).explain()
    assert "open" not in base(supporter(constraint=Shift(1.0, float("nan")))).explain()


def test_no_text_shows_an_address_and_every_language_that_is_not_there_is_refused():
    result = base(supporter(attrs.evolve(BEN, name="")))

    assert "@" not in result.explain() + result.explain("de")
    with pytest.raises(InvalidArgumentError, match="language must be one of"):
        result.explain("xx")
