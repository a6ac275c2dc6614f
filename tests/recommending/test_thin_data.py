"""Where little is known: what a list does, and what it says that it cannot know."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

import netzwerkwandel as nw
from builders import AS_OF, MARA, ago, life, mail, meeting
from netzwerkwandel.model.moments import SECONDS_A_YEAR
from netzwerkwandel.network import Network
from netzwerkwandel.recommending import Recommendations, ShortfallKind, recommend
from netzwerkwandel.show import table


WORK = ["UX Researcher", "Head of Finance", "Lehrerin", "Lektor", "Software Engineer", "Recruiter"]


def linkedin(n: int = 120) -> Network:
    """An archive of connections, of whom nothing is known but their work and a day."""
    people = [
        nw.Contact(
            key=f"linkedin:{i:03}",
            name=f"Person {i:03}",
            organisation=f"Firm {i % 40}",
            position=WORK[i % len(WORK)],
        )
        for i in range(n)
    ]
    ties = [
        nw.Tie(a=MARA, b=each.key, relations=["connection"], since=date(2009 + i % 17, 3, 1))
        for i, each in enumerate(people)
    ]
    records = nw.Records(contacts=[nw.Contact(key=MARA), *people], ties=ties, me=MARA)
    return Network.from_records(records, as_of=AS_OF)


def kinds(picks: Recommendations) -> dict[ShortfallKind, object]:
    return {each.kind: each for each in picks.shortfalls}


def test_an_archive_of_connections_spreads_over_employers_and_fields_and_claims_nothing():
    picks = recommend(linkedin())

    assert len({pick.contact.organisation for pick in picks}) == len(picks) == 10
    assert len({pick.contact.position for pick in picks}) >= 4
    assert len({pick.explain().partition(" works")[2] for pick in picks}) == 10
    assert all(pick.function is None for pick in picks)
    assert set(kinds(picks)[ShortfallKind.CANNOT_SHOW].functions) == set(nw.Function)
    assert ShortfallKind.SAFE_BASE not in kinds(picks)
    assert "closer together" not in picks.explain()
    assert "connected since March" in picks[0].explain()
    # That the archive shows no contact is said once, and of nobody as if there had been none.
    assert ShortfallKind.NO_CONTACT in kinds(picks)
    assert not any("no contact" in pick.explain() for pick in picks)
    assert "never" not in table(picks, "Mara", "en")
    head = table(picks, "Mara", "en").splitlines()[2]
    assert "last contact" not in head
    assert "new people" not in head


@pytest.mark.parametrize("goal", [None, nw.Goal(fields=["ux research"])], ids=["plain", "goal"])
def test_an_archive_of_connections_spreads_over_the_years(goal: nw.Goal | None):
    network = linkedin(800)
    ties = network.ties_of()
    periods = dict(zip(ties.target.tolist(), ties.acquainted // (3 * SECONDS_A_YEAR), strict=True))

    picks = recommend(network, goal=goal)
    named = Counter(periods[network.index_of(pick.contact.key)] for pick in picks)

    # Of six or seven periods of three years all but one have somebody on the list, and none half.
    assert len(named) >= 5
    assert max(named.values()) <= 4


def test_who_works_in_a_wanted_field_comes_first_by_whatever_name():
    picks = recommend(linkedin(), goal=nw.Goal(fields=["Nutzerforschung"]), n=5)

    assert picks[0].contact.position == "UX Researcher"
    assert picks[0].function is nw.Function.ORIENTATION
    assert sum(pick.contact.position == "UX Researcher" for pick in picks) >= 2


def test_a_goal_that_matches_nobody_is_said_with_what_comes_nearest():
    unknown = recommend(linkedin(), goal=nw.Goal(fields=["Bienenzucht"]))
    misspelt = recommend(linkedin(), goal=nw.Goal(fields=["ux reserch"]))

    assert kinds(unknown)[ShortfallKind.NO_FIELD].fields == ("Bienenzucht",)
    assert "nobody you know works in Bienenzucht." in unknown.explain()
    assert "works in ux reserch; what comes nearest: UX Researcher." in misspelt.explain()
    assert ShortfallKind.NO_FIELD not in kinds(
        recommend(linkedin(), goal=nw.Goal(fields=["finance"]))
    )


def test_a_mailbox_without_sent_mail_is_told_without_false_findings():
    letters = [mail(ago(40 + i), f"mailto:p{i % 9}@example.org", MARA) for i in range(40)]

    picks = recommend(life(*letters))

    assert picks
    assert nw.Function.FEEDBACK in kinds(picks)[ShortfallKind.CANNOT_SHOW].functions
    # What she sent is not there: nothing can be said of what she left without an answer.
    assert not any("without an answer" in pick.explain() for pick in picks)


def test_a_calendar_alone_names_whom_one_has_not_met_for_a_while():
    met = [meeting(ago(10 + 20 * i), MARA, f"mailto:p{i}@example.org") for i in range(12)]

    picks = recommend(life(*met))

    assert "mailto:p0@example.org" not in {pick.contact.key for pick in picks}
    assert len(picks) == 10


def test_an_address_book_alone_says_what_it_cannot_show():
    people = [nw.Contact(key=f"tel:+4930{i:06}", name=f"Person {i}") for i in range(12)]
    ties = [nw.Tie(a=MARA, b=each.key) for each in people]

    picks = recommend(life(ties=ties, people=people))

    assert set(kinds(picks)[ShortfallKind.CANNOT_SHOW].functions) == set(nw.Function)
    assert ["phone number" in pick.explain() for pick in picks] == [True] + [False] * 9
