from __future__ import annotations

import pytest

from builders import AS_OF, ago, mail, meeting
from netzwerkwandel.change import ReconnectedTie, ReconnectedTies
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Contact, Interaction


BEN = Contact(key="mailto:ben@example.org", name="Ben", emails=["ben@example.org"])
EVA = Contact(key="mailto:eva@example.org", name="Eva")
MARA = "mailto:mara@example.org"


def reconnected(step: Interaction, **values: object) -> ReconnectedTie:
    values_of_one = {
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
    return ReconnectedTie(**(values_of_one | values))


def test_reconnected_ties_are_told_with_their_first_steps_and_what_followed():
    call = meeting(ago(500), MARA, BEN.key)
    letter = mail(ago(100), MARA, EVA.key)
    found = ReconnectedTies(
        (
            reconnected(call, by_contact=True, days=3, people=("x",)),
            reconnected(letter, contact=EVA, silence=3.5),
        )
    )

    assert found.explain().splitlines() == [
        (
            "2 contacts that had fallen asleep woke up again. The first steps were one meeting and "
            "one mail. Once you were the one who reached out."
        ),
        "Ben, after 6 years of silence: 3 further days in touch and 1 new acquaintance.",
        "Eva, after more than 3 years of silence: so far it was this one time.",
    ]
    assert found.explain("de").splitlines() == [
        (
            "2 eingeschlafene Kontakte sind wieder wach geworden. Die ersten Schritte waren ein "
            "Treffen und eine Mail. Einmal hast du dich gemeldet."
        ),
        "Ben, nach 6 Jahren ohne Kontakt: 3 weitere Tage mit Kontakt und 1 neue Bekanntschaft.",
        "Eva, nach über 3 Jahren ohne Kontakt: bisher blieb es bei diesem einen Mal.",
    ]


def test_a_silence_is_told_beside_what_was_usual_where_that_is_known():
    found = reconnected(meeting(ago(500), MARA, BEN.key), silence=1.1, rhythm=5.4)

    assert found.explain().startswith(
        "Ben, after 13 months of silence (before, contacts were mostly 5 days apart):"
    )
    assert found.explain("de").startswith(
        "Ben, nach 13 Monaten ohne Kontakt (davor meist im Abstand von 5 Tagen):"
    )


def test_who_reconnected_twice_is_one_contact_and_the_latest_times_are_told():
    steps = [reconnected(mail(ago(100 - i), BEN.key, MARA), by_owner=False) for i in range(12)]

    lines = ReconnectedTies(tuple(steps)).explain().splitlines()

    assert lines[0] == (
        "1 contact that had fallen asleep woke up again. It did so 12 times in all. The first "
        "steps were 12 mails."
    )
    assert len(lines) == 12
    assert lines[-1] == "And 2 earlier ones."


def test_none_is_told_with_an_encouragement():
    assert "glad to hear" in ReconnectedTies(()).explain()


def test_no_text_shows_an_address_and_every_language_that_is_not_there_is_refused():
    result = ReconnectedTies((reconnected(mail(AS_OF, MARA, BEN.key)),))

    assert "@" not in result.explain() + result.explain("de")
    with pytest.raises(InvalidArgumentError, match="language must be one of"):
        result.explain("xx")
