from __future__ import annotations

from datetime import date

import attrs
import pytest

from builders import AS_OF, ago, mail, meeting
from netzwerkwandel.change import (
    Drift,
    ReconnectedTie,
    ReconnectedTies,
    SafeBase,
    ShareDifference,
    Supporter,
)
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Contact, Function, Interaction
from netzwerkwandel.model.shift import Shift


NAN = float("nan")
UNKNOWN = ShareDifference(NAN, NAN, NAN)
BEN = Contact(key="mailto:ben@example.org", name="Ben", emails=["ben@example.org"])
EVA = Contact(key="mailto:eva@example.org", name="Eva")
MARA = "mailto:mara@example.org"


def drift(**values: object) -> Drift:
    sliding = {
        "inner_circle": (BEN.key,),
        "weeks": (52, 40, 13),
        "baseline": 0.6,
        "earlier": 0.352,
        "lately": 0.648,
        "over_baseline": ShareDifference(0.048, -0.02, 0.1),
        "over_earlier": ShareDifference(0.296, 0.2, 0.4),
        "since": date(2026, 3, 1),
    }
    return Drift(**(sliding | values))


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


def waking(step: Interaction, **values: object) -> ReconnectedTie:
    woke = {
        "contact": BEN,
        "when": step.when,
        "silence": 6.0,
        "interaction": step,
        "by_owner": True,
        "by_contact": False,
        "days": 0,
        "people": (),
        "functions": (),
        "year_is_over": True,
    }
    return ReconnectedTie(**(woke | values))


def test_a_drift_is_told_with_its_shares_its_month_and_no_reproach():
    assert drift().explain() == (
        "Lately 65% of your attention goes to your inner circle, the people who were closest to "
        "you when you set out. In the year before you set out it was 60%. Since then, and until "
        "lately, it was 35%. More of your attention goes to the familiar again. It has been so "
        "since about March 2026. When much is uncertain it is only natural to seek the familiar. "
        "Perhaps there is somebody you have not talked to for a while and would like to hear from."
    )
    assert drift().explain("de") == (
        "Zuletzt gingen 65 % deiner Aufmerksamkeit an deinen engsten Kreis, die Menschen, die dir "
        "bei deinem Aufbruch am nächsten waren. Im Jahr vor deinem Aufbruch waren es 60 %. Danach "
        "waren es bis vor Kurzem 35 %. Es zieht deine Aufmerksamkeit wieder mehr zum Vertrauten. "
        "Das ist etwa seit März 2026 so. Wenn vieles unsicher ist, ist es ganz natürlich, das "
        "Vertraute zu suchen. Vielleicht gibt es jemanden, mit dem du länger nicht gesprochen hast "
        "und von dem du gern wieder hören würdest."
    )


def test_no_drift_is_told_as_such():
    steady = drift(since=None, over_earlier=ShareDifference(0.01, -0.1, 0.1))

    assert steady.explain().endswith(
        "Nothing in the data says that you are going back to the familiar."
    )
    assert "natural" not in steady.explain()


def test_what_is_not_known_of_a_drift_is_left_out():
    partly = drift(earlier=NAN, over_earlier=UNKNOWN, since=None)
    nothing = drift(
        baseline=NAN, earlier=NAN, over_baseline=UNKNOWN, over_earlier=UNKNOWN, since=None
    )

    assert "Since then" not in partly.explain()
    assert nothing.explain() == "There is too little data yet to say where your attention goes."


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
    assert "open" not in base(supporter(constraint=Shift(1.0, NAN))).explain()


def test_woken_ties_are_told_with_their_first_steps_and_what_followed():
    call = meeting(ago(500), MARA, BEN.key)
    letter = mail(ago(100), MARA, EVA.key)
    found = ReconnectedTies(
        (
            waking(call, by_contact=True, days=3, people=("x",)),
            waking(letter, contact=EVA, silence=3.5),
        )
    )

    assert found.explain().splitlines() == [
        (
            "2 contacts that had fallen asleep woke up again. The first steps were 1 meeting and 1 "
            "mail. Once you were the one who reached out."
        ),
        "Ben, after 6 years of silence: 3 further days in touch and 1 new acquaintance.",
        "Eva, after 3 years of silence: so far it was this one time.",
    ]
    assert found.explain("de").splitlines() == [
        (
            "2 eingeschlafene Kontakte sind wieder wach geworden. Die ersten Schritte waren 1 "
            "Treffen und 1 Mail. Einmal hast du dich gemeldet."
        ),
        "Ben, nach 6 Jahren ohne Kontakt: 3 weitere Tage mit Kontakt und 1 neue Bekanntschaft.",
        "Eva, nach 3 Jahren ohne Kontakt: bisher blieb es bei diesem einen Mal.",
    ]


def test_who_woke_twice_is_one_contact_and_the_latest_wakings_are_told():
    steps = [waking(mail(ago(100 - i), BEN.key, MARA), by_owner=False) for i in range(12)]

    lines = ReconnectedTies(tuple(steps)).explain().splitlines()

    assert lines[0] == (
        "1 contact that had fallen asleep woke up again. The first steps were 12 mails."
    )
    assert len(lines) == 12
    assert lines[-1] == "And 2 earlier ones."


def test_no_waking_is_told_with_an_encouragement():
    assert "glad to hear" in ReconnectedTies(()).explain()


@pytest.mark.parametrize(
    "result", [drift(), base(supporter()), ReconnectedTies((waking(mail(AS_OF, MARA, BEN.key)),))]
)
def test_no_text_shows_an_address_and_every_language_that_is_not_there_is_refused(result):
    unnamed = attrs.evolve(BEN, name="")
    if isinstance(result, SafeBase):
        result = base(supporter(unnamed))

    assert "@" not in result.explain() + result.explain("de")
    with pytest.raises(InvalidArgumentError, match="language must be one of"):
        result.explain("fr")
