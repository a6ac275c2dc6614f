from __future__ import annotations

from datetime import date

import pytest

from netzwerkwandel.change import Drift, ShareDifference
from netzwerkwandel.errors import InvalidArgumentError


NAN = float("nan")
UNKNOWN = ShareDifference(NAN, NAN, NAN)
BEN = "mailto:ben@example.org"


def drift(**values: object) -> Drift:
    sliding = {
        "inner_circle": (BEN,),
        "weeks": (52, 40, 13),
        "baseline": 0.6,
        "earlier": 0.352,
        "lately": 0.648,
        "over_baseline": ShareDifference(0.048, -0.02, 0.1),
        "over_earlier": ShareDifference(0.296, 0.2, 0.4),
        "since": date(2026, 3, 1),
    }
    return Drift(**(sliding | values))


def test_a_drift_is_told_with_its_shares_its_month_and_no_reproach():
    assert drift().explain() == (
        "Counted in days with contact, 65% of them in the last 13 weeks were with the people who "
        "were your inner circle when you set out. In the year before you set out it was 60%. "
        "Since then, and until lately, it was 35%. More of your attention goes to the familiar "
        "again. It has been so since about March 2026. When much is uncertain it is only natural "
        "to seek the familiar. Perhaps there is somebody you have not talked to for a while and "
        "would like to hear from."
    )
    assert drift().explain("de") == (
        "Gezählt nach Tagen mit Kontakt: In den letzten 13 Wochen waren 65 % davon mit den "
        "Menschen, die bei deinem Aufbruch dein engster Kreis waren. Im Jahr vor deinem Aufbruch "
        "waren es 60 %. Danach waren es bis vor Kurzem 35 %. Es zieht deine Aufmerksamkeit wieder "
        "mehr zum Vertrauten. Das ist etwa seit März 2026 so. Wenn vieles unsicher ist, ist es "
        "ganz natürlich, das Vertraute zu suchen. Vielleicht gibt es jemanden, mit dem du länger "
        "nicht gesprochen hast und von dem du gern wieder hören würdest."
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


def test_no_text_shows_an_address_and_every_language_that_is_not_there_is_refused():
    result = drift()

    assert "@" not in result.explain() + result.explain("de")
    with pytest.raises(InvalidArgumentError, match="language must be one of"):
        result.explain("xx")
