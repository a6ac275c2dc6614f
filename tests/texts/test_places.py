"""Where an employer stands in a sentence: with its article where it is an institution."""

from __future__ import annotations

import attrs
import pytest

from netzwerkwandel.model import Contact
from netzwerkwandel.recommending import Reason, ReasonKind, Recommendation
from netzwerkwandel.texts import catalogue
from netzwerkwandel.texts.english import ENGLISH


@pytest.mark.parametrize(
    ("employer", "at", "from_", "to"),
    [
        ("Siemens", "bei Siemens", "von Siemens", "zu Siemens"),
        ("Stadt Köln", "bei der Stadt Köln", "von der Stadt Köln", "zur Stadt Köln"),
        ("Klinikum Mitte", "beim Klinikum Mitte", "vom Klinikum Mitte", "zum Klinikum Mitte"),
        ("Stadtwerke Ulm", *(f"{p} den Stadtwerken Ulm" for p in ("bei", "von", "zu"))),
        ("VHS Rhein-Erft", *(f"{p} VHS Rhein-Erft" for p in ("bei der", "von der", "zur"))),
        ("Goethe-Institut", "beim Goethe-Institut", "vom Goethe-Institut", "zum Goethe-Institut"),
    ],
)
def test_a_german_institution_has_its_article(employer: str, at: str, from_: str, to: str):
    places = catalogue("de").places(employer)

    assert (places["at"], places["from"], places["to"]) == (at, from_, to)


COMMON = {
    "bei der": (
        "Jugendhilfe Erft, Volkshochschule Köln, Hochschule Düsseldorf, Universität Bonn, "
        "Kanzlei Morgenrot, Praxis Süd, Gesamtschule Nord, Akademie der Künste, Agentur Süd, "
        "Caritas Bergheim, Diakonie Köln, Gemeinde Elsdorf, Kreissparkasse Köln, Volksbank Köln, "
        "Arbeiterwohlfahrt, Verbraucherzentrale NRW, Beratungsstelle Erft, Uni Köln"
    ),
    "beim": (
        "Verein Lebenshilfe e.V., Sportverein Erft, Amt für Jugend, Kulturamt, Ministerium des "
        "Innern, Institut für Physik, Verband der Chemie, Museum Ludwig, Theater Bonn, Kreis "
        "Düren, Landkreis Harz, Rhein-Erft-Kreis, Jobcenter Köln, DRK Köln, Kindergarten St. Anna"
    ),
}


@pytest.mark.parametrize("before", COMMON)
def test_where_many_people_work_has_its_article(before: str):
    for employer in COMMON[before].split(", "):
        assert catalogue("de").places(employer)["at"] == f"{before} {employer}"


@pytest.mark.parametrize(
    ("employer", "at"),
    [
        ("Technische Universität Berlin", "bei der Technischen Universität Berlin"),
        ("Bayerisches Rotes Kreuz", "beim Bayerischen Roten Kreuz"),
        ("Freie Universität Berlin", "bei der Freien Universität Berlin"),
        ("Berliner Sparkasse", "bei der Berliner Sparkasse"),
        ("Robert Bosch Stiftung gGmbH", "bei der Robert Bosch Stiftung gGmbH"),
    ],
)
def test_what_stands_before_the_noun_is_declined_or_a_name(employer: str, at: str):
    assert catalogue("de").places(employer)["at"] == at


@pytest.mark.parametrize(
    "employer",
    [
        *("Darmstadt", "Karstadt", "Neuhaus GmbH", "Cooper", "Samt und Seide", "web.example", ""),
        *("Siemens Werk Erlangen", "Die Zeitung", "Kessel & Kranz Logistik", "Nordlicht Software"),
    ],
)
def test_a_firm_has_none(employer: str):
    assert catalogue("de").places(employer)["at"] == f"bei {employer}"


def test_a_list_says_it_so_in_reason_label_and_letter():
    work = {"organisation": "Klinikum Stuttgart", "position": "Trainerin"}
    told = [
        Reason(ReasonKind.NEVER, {"shown": 0}),
        Reason(ReasonKind.WORK, work),
        Reason(ReasonKind.FIRST_STEP, {"way": "message", "question": "work"}),
    ]
    pick = Recommendation(
        contact=Contact(key="a", name="Ana Berg"), function=None, score=1, gain=1, reasons=told
    )

    assert pick.explain("de").startswith("Ana Berg arbeitet als Trainerin beim Klinikum Stuttgart.")
    assert pick.label("de") == "Neues vom Klinikum Stuttgart"
    assert "wie deine Arbeit beim Klinikum Stuttgart so ist" in pick.opening("de")
    assert pick.label("en") == "news from Klinikum Stuttgart"


def test_a_language_of_ones_own_may_bring_its_own_rule():
    texts = attrs.evolve(ENGLISH, placed=lambda preposition, name: f"{preposition} the {name}")

    assert texts.places("bank")["at"] == "at the bank"
