"""What the cast of the sample does for a living today, as LinkedIn says."""

from __future__ import annotations

from urllib.parse import quote

from sample_cast import (
    CLIENTS,
    CONTROLLING_DAYS,
    COURSE,
    DEPARTMENT,
    FORMER_TEAM,
    LOGISTICS_FORUM,
    MANAGEMENT,
    MEETUP,
    OPERATIONS,
    STUDIO,
    TEAM,
    UNIVERSITY,
    Group,
    Person,
    plain,
)


MOVED = {
    "Ben Okafor": ("Nordlicht Software", "UX Researcher"),
    "Tomasz Zieliński": ("Gesamtschule Nord", "Lehrer für Mathematik"),
    "Yara Mansour": ("Yara Mansour Coaching", "Coach, Moderatorin"),
    "Ingrid Sørensen": ("Stadtwerke Ahrtal", "Head of Finance"),
    "Lukas Feldmann": ("Rheinfracht AG", "Teamleiter Controlling"),
    "Hannah Wirth": ("Museum am Rhein", "Referentin Digitale Vermittlung"),
    "Mehmet Aksoy": ("Palettenring eG", "Finance Business Partner"),
    "Carlos Bermúdez": ("Baltic Cargo", "Operations Manager"),
    "Uwe Pohlmann": ("", ""),
    "Matteo Rinaldi": ("Studio Tessile", "Founder"),
    "Birgit Lange": ("", "im Ruhestand"),
    "Sven Hartung": ("Hanse Kranken", "Senior Controller"),
    "Priya Raman": ("Sonnwind Energie", "Product Owner"),
    "Daniel Osterkamp": ("Verlag Nebelkamm", "Lektor"),
    "Friederike Stahl": ("Universität am See", "Soziologin"),
    "Chiara Romano": ("Teatro Cometa Blu", "Produktionsleiterin"),
    "Samuel Adeyemi": ("Kisumu Health Data", "Head of Research"),
    "Dr. Theresa Albrecht": ("Abendakademie", "Dozentin UX Research"),
    "Malik Johnson": ("Fernwärme West", "Service Designer"),
    "Franziska Ebert": ("Nordlicht Software", "Junior UX Researcher"),
    "Zeynep Arslan": ("selbstständig", "UX Researcher"),
}

# the group, its firms in turn (none: the firm is that of the address), the position
FIRMS = (
    (DEPARTMENT, ("Kessel & Kranz Logistik",), "Controller"),
    (OPERATIONS, ("Kessel & Kranz Logistik",), "Disponent"),
    (MANAGEMENT, ("Kessel & Kranz Logistik",), "Geschäftsleitung"),
    (CLIENTS, (), "Leiter Einkauf"),
    (TEAM[:6], ("Rheinische Leben",), "Controlling"),
    (FORMER_TEAM, ("Rheinische Leben",), "Controlling"),
    (UNIVERSITY[:9], ("Kanzlei Morgenrot", "Stadtbank Deutz", "Windpark Nord"), "Finanzen"),
    (LOGISTICS_FORUM, (), "Leitung Controlling"),
    (CONTROLLING_DAYS, (), "Head of Controlling"),
    (COURSE, ("selbstständig", "Fernwärme West", "Stadtbücherei"), "in Weiterbildung"),
    (STUDIO, ("Studio Halbmond",), "Designer"),
    (MEETUP[:10], ("Nordlicht Software", "Apfelbaum Apps", "Klinik Süd"), "UX Researcher"),
)

NOT_ON_LINKEDIN = frozenset({"Olga Petrenko", "Marlies Bongartz", "Sabine Kranz", "Oskar Winter"})
NAMES_THERE = {"Tobi Reinhardt": "Tobias Reinhardt", "Dr. Hartmut Kessel": "Hartmut Kessel"}

ONLY_FIRST = (
    *("Achim", "Bianca", "Cem", "Doris", "Eduardo", "Frauke", "Gül", "Hendrik", "Ivy", "Joscha"),
    *("Karla", "Levke", "Manuel", "Natalia", "Onur", "Pia", "Quirin", "Regine"),
)
ONLY_LAST = (
    *("Abel", "Brückner", "Castell", "Dogan", "Ewers", "Fabry", "Gonsior", "Hülsmann", "Isermann"),
    *("Jurić", "Kaminski", "Lohse", "Mertens", "Niedek", "Orlov", "Pfennig", "Rasch"),
)
ONLY_JOBS = (
    ("Rheinische Leben", "Referent Personal"),
    ("Talentbrücke", "Recruiter"),
    ("Kessel & Kranz Logistik", "Werkstudent"),
    ("Zahlwerk GmbH", "Account Manager, DACH"),
    ("Hochschule Deutz", "Professor"),
    ("", ""),
    ("Bezirksamt Deutz", "Sachbearbeiterin"),
    ("Blauklee Consulting", "Partner"),
    ("Nordlicht Software", "Sales Director"),
)


def linkedin_only() -> Group:
    """Make the ninety whom she knows from LinkedIn and from nowhere else."""
    firsts, lasts = len(ONLY_FIRST), len(ONLY_LAST)
    names = [f"{ONLY_FIRST[i % firsts]} {ONLY_LAST[i * 5 % lasts]}" for i in range(90)]
    return tuple(Person(name, "") for name in names)


def slug(person: Person, number: int) -> str:
    """Make the last part of the address of a profile, which nobody has; some keep their accents."""
    name = f"{person.first}-{person.last}".replace(" ", "-").lower()
    if number % 5:
        name = f"{plain(person.first)}-{plain(person.last)}"
    return f"{quote(name)}-example{number}"


def firm_of(domain: str) -> str:
    """Name a firm after its domain."""
    return domain.removesuffix(".example").replace("-", " ").title()


def careers() -> list[tuple[Person, str, str]]:
    """Everybody of the cast who is on LinkedIn: the person, the firm, the position."""
    moves = []
    for group, firms, position in FIRMS:
        for number, person in enumerate(group):
            if person.name not in NOT_ON_LINKEDIN:
                own = firm_of(person.mail.partition("@")[2])
                firm = firms[number % len(firms)] if firms else own
                moves.append((person, *MOVED.get(person.name, (firm, position))))
    return moves
