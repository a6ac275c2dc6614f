"""The cast of the sample: everybody in Mara Vogt's life, all of them invented."""

from __future__ import annotations

import unicodedata

import attrs


PRIVATE = "mara.vogt@posteo.example"
AT_KESSEL = "mara.vogt@kessel-kranz.example"
AT_RHEINISCHE = "m.vogt@rheinische-leben.example"
MY_NAME = "Mara Vogt"
MY_PROFILE = "https://www.linkedin.com/in/mara-vogt-example"
POST_DOMAINS = ("posteo.example", "webpost.example", "funkpost.example")
LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "ı": "i", "ł": "l", "æ": "ae"}
)


@attrs.frozen
class Person:
    """One of the cast: the name, the address mostly used, and another one."""

    name: str
    mail: str
    other: str = ""

    @property
    def first(self) -> str:
        return self.name.removeprefix("Dr. ").split(" ")[0]

    @property
    def last(self) -> str:
        return self.name.removeprefix("Dr. ").partition(" ")[2]

    @property
    def addresses(self) -> tuple[str, ...]:
        return (self.mail, self.other) if self.other else (self.mail,)


Group = tuple[Person, ...]


def plain(text: str) -> str:
    """Write a name as it stands in an address: no accents, no blanks, lower case."""
    text = unicodedata.normalize("NFKD", text.lower().translate(LETTERS))
    return "".join(c for c in text if c.isascii() and (c.isalnum() or c == "-"))


def at_work(domain: str, names: str) -> Group:
    """Give everybody of a firm an address of the form first.last@firm."""
    people = (Person(name.strip(), "") for name in names.split(","))
    return tuple(attrs.evolve(p, mail=f"{plain(p.first)}.{plain(p.last)}@{domain}") for p in people)


def private_address(name: str, number: int) -> str:
    """Make up an address at one of three mail providers, in one of three fashions."""
    person = Person(name, "")
    first, last = plain(person.first), plain(person.last)
    fashion = (f"{first}.{last}", f"{first[0]}.{last}", f"{first}{last[:3]}{71 + number % 23}")
    return f"{fashion[number % 3]}@{POST_DOMAINS[number // 2 % 3]}"


def at_home(names: str) -> Group:
    """Give everybody a private address."""
    listed = [name.strip() for name in names.split(",")]
    return tuple(Person(name, private_address(name, i)) for i, name in enumerate(listed))


def with_private_address(group: Group) -> Group:
    """Give every second of a group a private address beside that of the firm."""
    return tuple(
        attrs.evolve(p, other=private_address(p.name, i)) if i % 2 else p
        for i, p in enumerate(group)
    )


# Her innermost circle, today.
PARTNER = Person("Jonas Brandt", "jonas.brandt@posteo.example")
FRIENDS = at_home("Leila Haddad, Sophie Lindner, Miriam Adler")
MOTHER = Person("Ursula Vogt", "ursula.vogt@funkpost.example")
FAMILY_ADDRESS = "familie.vogt@funkpost.example"
BROTHER = Person("Markus Vogt", FAMILY_ADDRESS)
SISTER_IN_LAW = Person("Petra Vogt", FAMILY_ADDRESS)
TEAM = at_work(
    "rheinische-leben.example",
    "Claudia Hoffmeister, Stefan Krüger, Nadine Olbrich, Emre Yıldız, Julia Paulsen,"
    "Rafael Monteiro, Katrin Dörfler, David Nowak",
)
FORMER_TEAM = at_work("rheinische-leben.example", "Birgit Lange, Sven Hartung, Priya Raman")

# The logistics firm where she worked until the end of 2020.
DEPARTMENT = with_private_address(
    at_work(
        "kessel-kranz.example",
        "Ingrid Sørensen, Ben Okafor, Anna Schmidt, Tobi Reinhardt, Olga Petrenko, Lukas Feldmann,"
        "Hannah Wirth, Mehmet Aksoy, Clara Jansen",
    )
)
OPERATIONS = with_private_address(
    at_work(
        "kessel-kranz.example",
        "Frank Dietrich, Tomasz Zieliński, Marlies Bongartz, Carlos Bermúdez, Jörg Münker",
    )
)
MANAGEMENT = at_work("kessel-kranz.example", "Dr. Hartmut Kessel, Sabine Kranz, Uwe Pohlmann")
CLIENTS = (
    *at_work("tannhof-moebel.example", "Yara Mansour, Peter Vandenberg"),
    *at_work("ferraro-keramik.example", "Giulia Ferraro, Holger Stratmann"),
    *at_work("demir-textil.example", "Aylin Demir, Matteo Rinaldi"),
    *at_work("ahlers-saatgut.example", "Kerstin Ahlers, Pavel Dvořák"),
)
KESSEL = (*DEPARTMENT, *OPERATIONS, *MANAGEMENT, *CLIENTS)
STAFF = DEPARTMENT[6:]
STAYED_IN_TOUCH = frozenset({"Olga Petrenko", "Kerstin Ahlers"})

UNIVERSITY = at_home(
    "Daniel Osterkamp, Friederike Stahl, Nils Petersen, Chiara Romano, Jakob Wendt, Lena Buschmann,"
    "Amélie Fournier, Henrik Sandberg, Judith Kampmann, Samuel Adeyemi, Verena Holtz,"
    "Moritz Eickhoff"
)
LOGISTICS_FORUM = (
    *at_work("rheinfracht.example", "Gerd Achterberg, Susanne Tietz, Olaf Brinkmeier"),
    *at_work("baltic-cargo.example", "Joanna Kowalczyk, Anders Holm"),
    *at_work("bellini-spedizioni.example", "Marco Bellini"),
    *at_work("hafenlogistik-uhde.example", "Ines Falkenhagen, Thorsten Uhde"),
    *at_work("palettenring.example", "Brigitte Moll, Petra Wessels"),
)
CONTROLLING_DAYS = (
    *at_work("westfalen-sach.example", "Dirk Sauerbier, Vanessa Kolb, Roland Imhof"),
    *at_work("hanse-kranken.example", "Fatma Özdemir, Niklas Thiede, Arne Lüders"),
    *at_work("rosenow-beratung.example", "Beate Rosenow, Ivo Marković"),
    *at_work("donau-rueck.example", "Simone Greif, Carolin Pfaff"),
)
CHOIR = at_home(
    "Elisabeth Nöll, Wolfgang Ritter, Gisela Bach, Andreas Kuhn, Monika Ziegler, Ruth Ahrens,"
    "Bernd Falk, Tanja Seidel, Rosa Martínez, Heike Böhm, Christoph Laumen, Irene Vollmer,"
    "Paul Decker, Angelika Roth, Kai Lorenz"
)
NEIGHBOURS = at_home(
    "Hans-Peter Junkers, Dilara Kaya, Ewa Mazur, Georg Thelen, Silke Manns, Ahmed Benali"
)
PARENTS = at_home(
    "Melanie Fuchs, Anna Schmidt, Patrick Engels, Nora Winkler, Ali Rezaei, Sandra Peters,"
    "Björn Hansen, Yvonne Klein, Thuy Nguyen, Michael Strunk, Isabel Costa, Ralf Becker"
)
FLATMATES = (Person("Rieke Johannsen", ""), Person("Bilal Rahimi", ""), Person("Kaja Lepik", ""))
"""With whom she shared a flat: they wrote in WhatsApp, and no mail or calendar has them."""

# What she tries: user experience research.
COURSE = (
    *at_work("abendakademie.example", "Dr. Theresa Albrecht"),
    *at_home(
        "Malik Johnson, Franziska Ebert, Oskar Winter, Zeynep Arslan, Linus Bergmann,"
        "Marta Nowicka, Philipp Gräf, Joy Adebayo, Helen Sommer"
    ),
)
STUDIO = at_work(
    "studio-halbmond.example",
    "Nele Voss, Arjun Mehta, Lotte de Vries, Simon Rauch, Paula Ibsen, Mika Laine",
)
MEETUP = at_home(
    "Juliane Frey, Sami Haddou, Annika Thoma, Robert Lenz, Camille Girard, Ole Petri,"
    "Dana Weiss, Victor Sandoval, Mirjam Kock, Felix Aumann, Swantje Rohde, Luca Marchetti"
)

# People whom she never met: those whom others have around them.
CLIENTS_STAFF = {
    "tannhof-moebel.example": at_work(
        "tannhof-moebel.example", "Wiebke Harms, Nuno Tavares, Elif Şahin, Gregor Pohl"
    ),
    "ferraro-keramik.example": at_work(
        "ferraro-keramik.example", "Paolo Conti, Greta Nilsson, Jens Overbeck"
    ),
    "demir-textil.example": at_work(
        "demir-textil.example", "Deniz Korkmaz, Laura Engel, Selin Acar"
    ),
    "ahlers-saatgut.example": at_work(
        "ahlers-saatgut.example", "Tim Rasmussen, Eva Horáková, Cord Meinders"
    ),
}
NORDLICHT = at_work(
    "nordlicht-software.example",
    "Alma Lindqvist, Jasper Thun, Noor Al-Amin, Eleni Pappas, Bastian Kroll, Yuki Tanaka,"
    "Merle Janssen, Adrian Popescu, Silvia Brenner, Tarek Mansouri, Ida Holmgren, Leon Fabricius",
)
DEPOTS = at_work(
    "kessel-kranz.example", "Rudi Schepers, Ivana Babić, Kurt Lohmann, Petr Novák, Silja Brandes"
)
SCHOOL = at_work(
    "gesamtschule-nord.example", "Agnes Plate, Hamid Noori, Corinna Velten, Stefano Greco"
)
CITY_WORKS = at_work(
    "stadtwerke-ahrtal.example", "Gudrun Esser, Milan Horvat, Fenja Ohlsen, Aaron Stein, Rita Prinz"
)
ORGANISERS = at_home(
    "Kolja Brandauer, Esra Polat, Hanne Dahl, Marius Weck, Gwen Morris, Tomke Siebers"
)
UNKNOWN = (
    *(p for group in CLIENTS_STAFF.values() for p in group),
    *NORDLICHT,
    *DEPOTS,
    *SCHOOL,
    *CITY_WORKS,
    *ORGANISERS,
)


def addresses(*people: Person) -> frozenset[str]:
    """Give all addresses of some people."""
    return frozenset(address for person in people for address in person.addresses)


CORE = addresses(PARTNER, *FRIENDS, MOTHER, *TEAM)
"""Those with whom she is in contact all the time: no recommendation should name them."""

DORMANT = addresses(
    *(p for p in (*KESSEL, *UNIVERSITY) if p.name not in STAYED_IN_TOUCH),
)
"""Those who were close, or in frequent contact, and have been silent for more than three years."""

NEW_FIELD = addresses(*COURSE, *STUDIO, *MEETUP, DEPARTMENT[1])
"""Those who are at home in the field that she is moving to, or on their way into it as she is."""

CHANGED_CAREER = addresses(DEPARTMENT[1], OPERATIONS[1], CLIENTS[0])
"""Former colleagues and clients who do something else today."""

PRESENT = addresses(*CHOIR, *NEIGHBOURS, *PARENTS)
"""Those whom she meets today, without being close to them."""
