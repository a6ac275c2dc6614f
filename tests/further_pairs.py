"""More pairs of records in the form of ``hard_pairs``: households, offices, pages; all invented."""

from __future__ import annotations

from further_names import ASIAN, ENGLISH, GERMAN, IBERIAN, SECOND, SLAVIC_GREEK, Pair
from hard_pairs import card, linked, mail


HOUSEHOLDS: list[Pair] = [
    (
        "different",
        card("Rolf und Inge Mehnert", "mehnert@m.example"),
        mail("Rolf Mehnert", "rolf@m.example"),
    ),
    (
        "different",
        card("Fam. Mehnert", "mehnert@m.example"),
        mail("Inge Mehnert", "mehnert@m.example"),
    ),
    (
        "different",
        mail("Inge Mehnert", "mehnert@m.example"),
        mail("Rolf Mehnert", "mehnert@m.example"),
    ),
    ("different", card("Rolf Mehnert", "+49 341 555025"), card("Tom Mehnert", "+49 341 555025")),
    ("different", card("Rolf & Inge", "+49 341 555025"), card("Rolf Mehnert", "+49 172 5550251")),
    ("different", card("Mehnerts", "+49 341 555025"), card("Inge Mehnert", "+49 341 555025")),
    ("different", card("Inge Mehnert", "+49 341 555025"), card("Inge Dressler", "+49 341 555025")),
    (
        "different",
        card("Anna Mehnert", "am@m.example", bday="1988-06-01"),
        card("Anna Mehnert", "am@m.example", bday="1955-01-30"),
    ),
    (
        "different",
        card("Lea Mehnert", "zwillinge@m.example", bday="1990-05-05"),
        card("Lena Mehnert", "zwillinge@m.example", bday="1990-05-05"),
    ),
    (
        "same",
        card("Inge Mehnert", "+49 172 5550252", bday="1958-06-01"),
        card("Mehnert, Inge", "+49 172 5550252", bday="--06-01"),
    ),
    ("same", card("Inge Mehnert", "inge@m.example"), mail("Inge", "inge@m.example")),
    ("same", mail("inge mehnert", "inge@m.example"), mail("MEHNERT, INGE", "inge@m.example")),
    ("same", card("Inge Mehnert-Voss", "inge@m.example"), mail("Inge Voss", "inge@m.example")),
    (
        "ask",
        card("Inge Mehnert (geb. Voss)", "+49 172 5550253"),
        mail("Inge Voss", "iv@schule.example"),
    ),
    ("ask", card("Oma Inge", "+49 172 5550254"), card("Inge Mehnert", "0172 5550254")),
    ("ask", mail("Inge Voss", "inge.mehnert@m.example"), card("Inge Mehnert", "+49 172 5550255")),
]

OFFICES: list[Pair] = [
    (
        "different",
        card("Nadine Ebel", "ebel@kanzlei.example", "+49 69 555031"),
        card("Nadine Färber", "faerber@kanzlei.example", "+49 69 555031"),
    ),
    (
        "different",
        mail("Nadine Ebel", "hr@kanzlei.example"),
        mail("Falk Färber", "hr@kanzlei.example"),
    ),
    (
        "different",
        mail("Nadine Ebel", "marketing@kanzlei.example"),
        mail("Nadine Färber", "marketing@kanzlei.example"),
    ),
    (
        "different",
        mail("Nadine Ebel", "empfang@kanzlei.example"),
        card("Nora Färber", "empfang@kanzlei.example"),
    ),
    ("different", card("Kanzlei Ebel", "+49 69 555032"), card("Nadine Ebel", "+49 69 555032")),
    (
        "different",
        mail("Nadine Ebel via SharePoint", "no-reply@share.example"),
        mail("Nadine Ebel", "ne@kanzlei.example"),
    ),
    (
        "different",
        mail("Nadine Ebel (GitLab)", "gitlab@kanzlei.example"),
        mail("Nadine Ebel", "ne@kanzlei.example"),
    ),
    (
        "different",
        mail("Nadine Ebel", "conversations+e81f0c7d@kanban.example"),
        mail("Nadine Ebel", "ne@kanzlei.example"),
    ),
    (
        "different",
        card("N. Ebel", "+49 69 555033", kind="WORK"),
        card("Nora Färber", "+49 69 555033", kind="WORK"),
    ),
    (
        "different",
        mail("Falk Färber i.A. Nadine Ebel", "sekretariat@kanzlei.example"),
        card("Nadine Ebel", "ne@kanzlei.example"),
    ),
    (
        "ask",
        card("Nadine Ebel", "ne@kanzlei.example", org="Kanzlei Ebel"),
        linked("Nadine", "Ebel", "nebel", "Ebel Rechtsanwälte"),
    ),
    (
        "ask",
        mail("Ebel, Nadine [DE/FRA]", "nadine.ebel@konzern.example"),
        card("Nadine Ebel", "+49 172 5550301"),
    ),
    (
        "ask",
        mail("Nadine Ebel - Kanzlei Ebel", "info@ebel.example"),
        card("Nadine Ebel", "+49 172 5550301"),
    ),
    (
        "ask",
        mail("nebel@kanzlei.example", "nebel@kanzlei.example"),
        linked("Nadine", "Ebel", "nebel", "Kanzlei"),
    ),
    (
        "ask",
        card("Kanzlei Nadine Ebel", "+49 172 5550302"),
        linked("Nadine", "Ebel", "nebel", "Kanzlei Ebel"),
    ),
    (
        "same",
        mail("Nadine Ebel", "nadine@kanzlei.example"),
        mail("Nadine Ebel | Partnerin", "nadine@kanzlei.example"),
    ),
    (
        "same",
        mail("Nadine Ebel (sie/ihr)", "nadine@kanzlei.example"),
        card("Ebel Nadine", "nadine@kanzlei.example"),
    ),
]

ONLINE: list[Pair] = [
    (
        "same",
        linked("Iris", "Kolb", "iris-kolb"),
        card("Iris Kolb", "https://linkedin.com/in/iris-kolb/"),
    ),
    (
        "same",
        linked("Iris", "Kolb", "iris-kolb-77a"),
        linked("Iris", "Kolb", "iriskolb", "Süd", archive=2),
    ),
    (
        "same",
        linked("Iris", "Kolb", "iris-kolb-77a"),
        linked("Iris", "Brand", "iris-kolb-77a", archive=2),
    ),
    (
        "same",
        card("Iris Kolb", "https://github.com/iriskolb"),
        card("Kolb, Iris", "https://github.com/iriskolb/"),
    ),
    ("same", card("Iris Kolb", "ikolb@gmail.com"), mail("Iris Kolb", "i.kolb+news@googlemail.com")),
    (
        "same",
        card("Iris Kolb", "http://www.xing.com/profile/Iris_Kolb"),
        card("I. Kolb", "https://xing.com/profile/Iris_Kolb"),
    ),
    (
        "ask",
        linked("Iris", "Kolb-Brand", "iris-kb"),
        card("Iris Kolb", "https://github.com/iriskolb"),
    ),
    ("ask", linked("Iris", "K.", "iris-kolb-77a"), card("Iris Kolb", "ik@s.example")),
    ("ask", linked("iris", "kolb", "iris-77a"), mail("IRIS KOLB", "ik@s.example")),
    ("ask", linked("Iris 🌻", "Kolb | Agile Coach", "iris-77a"), mail("Iris Kolb", "ik@s.example")),
    ("ask", linked("Dr. Iris", "Kolb, PhD", "iris-77a"), mail("Kolb, Iris, Dr.", "ik@s.example")),
    ("different", linked("Iris", "Kolb", "iris-kolb-1"), linked("Iris", "Kolb", "iris-kolb-2")),
    (
        "different",
        card("Iris Kolb", "i@k.example", "https://www.facebook.com/suedwerk"),
        card("Iris Brand", "b@k.example", "https://www.facebook.com/suedwerk"),
    ),
    (
        "different",
        card("Iris Kolb", "i@k.example", "https://www.linkedin.com/company/suedwerk"),
        card("Timo Brand", "t@k.example", "https://www.linkedin.com/company/suedwerk"),
    ),
    (
        "different",
        card("Iris Kolb", "i@k.example", "https://www.linkedin.com/pub/iris-kolb/5/12/9ab"),
        card("Iris Kolb", "i2@k.example", "https://www.linkedin.com/pub/iris-kolb/44/1a/b2"),
    ),
]

FURTHER: dict[str, list[Pair]] = {
    "German": GERMAN,
    "English": ENGLISH,
    "Spanish and Portuguese": IBERIAN,
    "Slavic and Greek": SLAVIC_GREEK,
    "Asian and Arabic": ASIAN,
    "households": HOUSEHOLDS,
    "offices": OFFICES,
    "online": ONLINE,
    "second": SECOND,
}
