"""What is said of contacts who work elsewhere, or as something else, than when last told of."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import netzwerkwandel as nw
from builders import AS_OF, BEN, MARA, ago, life, mail
from netzwerkwandel.model import Work
from netzwerkwandel.recommending import Recommendation, recommend


LETTERS = mail(ago(2000), BEN, MARA), mail(ago(1900), MARA, BEN)
TOLD, TOLD_AGAIN = date(2025, 3, 1), date(2026, 3, 1)


def found(ben: nw.Contact, *relations: str) -> Recommendation:
    """What is recommended of Ben, an old pen friend."""
    tie = nw.Tie(a=MARA, b=BEN, relations=relations)
    (pick,) = recommend(life(*LETTERS, ties=[tie], people=[ben]))
    return pick


def reasons(ben: nw.Contact, *relations: str) -> dict[str, dict[str, object]]:
    return {str(reason.kind): dict(reason.values) for reason in found(ben, *relations).reasons}


def ben_at(
    organisation: str = "Fabrikam",
    position: str = "",
    *,
    before: Work,
    seen: date | None = TOLD_AGAIN,
) -> nw.Contact:
    """Ben as known now, and where he worked before."""
    return nw.Contact(
        key=BEN,
        name="Ben",
        organisation=organisation,
        position=position,
        seen=seen,
        earlier_work=[Work(organisation="Globex", seen=date(2020, 1, 1)), before],
    )


def moved(ben: nw.Contact) -> dict[str, object] | None:
    return reasons(ben).get("moved")


def test_who_has_another_employer_since_it_was_last_told_has_moved():
    before = Work(organisation="Contoso", position="Nurse", seen=TOLD)

    assert moved(ben_at(position="Nurse", before=before)) == {
        "new": "employer",
        "organisation": "Fabrikam",
        "position": "Nurse",
        "since": TOLD,
    }


def test_who_has_another_position_at_the_same_employer_has_moved_too():
    before = Work(organisation="Contoso", position="Nurse", seen=TOLD)

    assert moved(ben_at("Contoso", "Head Nurse", before=before)) == {
        "new": "position",
        "organisation": "Contoso",
        "position": "Head Nurse",
        "since": TOLD,
    }


@pytest.mark.parametrize(
    "name", ["Self-employed", "Freelance", "selbstständig", "...", "a@b.example"]
)
def test_where_no_employer_can_be_named_the_position_is(name: str):
    before = Work(organisation="Contoso", position="Nurse", seen=TOLD)

    assert moved(ben_at(name, "Designer", before=before)) == {
        "new": "position",
        "position": "Designer",
        "since": TOLD,
    }
    assert moved(ben_at(name, "Nurse", before=before)) is None
    assert moved(ben_at(name, "", before=before)) is None


def test_who_has_an_employer_where_none_was_told_has_not_moved_for_that():
    assert moved(ben_at(before=Work(position="Nurse", seen=TOLD))) is None


def test_a_position_is_new_only_where_another_was_told_before():
    before = Work(organisation="Contoso", seen=TOLD)

    assert moved(ben_at("Contoso", "Nurse", before=before)) is None


def test_a_move_needs_a_day_on_either_side():
    contoso = Work(organisation="Contoso", seen=TOLD)

    assert moved(ben_at(before=contoso)) is not None
    assert moved(ben_at(before=contoso, seen=None)) is None
    assert moved(ben_at(before=Work(organisation="Contoso"))) is None


def test_a_move_that_was_told_after_the_moment_in_question_is_not_known_then():
    contoso = Work(organisation="Contoso", seen=TOLD)
    today = AS_OF.date()

    assert moved(ben_at(before=contoso, seen=today)) is not None
    assert moved(ben_at(before=contoso, seen=today + timedelta(days=1))) is None


def test_addresses_in_what_an_export_says_of_work_stay_out_of_a_reason():
    contoso = Work(organisation="Contoso", seen=TOLD)

    told = moved(ben_at("Fabrikam ben@fab.example", "Nurse <b@fab.example>", before=contoso))

    assert told is not None
    assert (told["organisation"], told["position"]) == ("Fabrikam", "Nurse")


def test_who_has_moved_away_is_no_longer_called_a_colleague():
    contoso = Work(organisation="Contoso", position="Nurse", seen=TOLD)
    gone, risen = ben_at(before=contoso), ben_at("Contoso", "Head Nurse", before=contoso)

    assert "relation" not in reasons(gone, "colleague")
    assert reasons(gone, "colleague", "friend")["relation"] == {"relation": "friend"}
    assert reasons(risen, "colleague")["relation"] == {"relation": "colleague"}


def test_no_score_reads_a_move():
    still = nw.Contact(key=BEN, name="Ben")
    gone = ben_at(before=Work(organisation="Contoso", seen=TOLD))

    scores = [found(ben).score for ben in (still, gone)]

    assert scores[0] == scores[1]
