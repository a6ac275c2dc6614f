"""Pairs of records as exports have them, and what is true of them; all people are invented.

``same``: one person, merge or ask. ``ask``: perhaps one person, never merged silently, but asked.
``different``: two people, never merged.
"""

from __future__ import annotations

from typing import Any


Side = tuple[str, dict[str, Any]]


def card(name: str, *addresses: str, org: str = "", bday: str = "", kind: str = "CELL") -> Side:
    """A card of an address book."""
    return "card", {"name": name, "at": addresses, "org": org, "bday": bday, "kind": kind}


def mail(name: str, address: str) -> Side:
    """A mail from somebody to the owner."""
    return "mail", {"name": name, "address": address}


def linked(
    first: str, last: str, slug: str = "", org: str = "", on: str = "12 Mar 2018", archive: int = 1
) -> Side:
    """A row of the connections of a LinkedIn archive."""
    return "linked", {
        "first": first,
        "last": last,
        "slug": slug,
        "org": org,
        "on": on,
        "archive": archive,
    }


SPELLINGS = [
    ("ask", card("Sören Bräuer", "s@x.example"), linked("Soeren", "Braeuer", "sbr")),
    (
        "ask",
        card("Małgorzata Żółkiewska", "m@x.example"),
        mail("Malgorzata Zolkiewska", "z@y.example"),
    ),
    ("ask", card("Đorđe Petrović", "d@x.example"), linked("Djordje", "Petrovic", "dp")),
    ("ask", card("Ægir Þórsson", "a@x.example"), mail("Aegir Thorsson", "at@y.example")),
    ("ask", card("Renée Lefèvre", "r@x.example"), linked("Renee", "Lefevre", "rl")),
    ("ask", card("Šárka Nováková", "s@x.example"), mail("Sarka Novakova", "sn@y.example")),
    ("ask", card("Çiğdem Güneş", "c@x.example"), linked("Cigdem", "Gunes", "cg")),
    ("ask", card("Håkan Sjögren", "h@x.example"), mail("Hakan Sjoegren", "hs@y.example")),
    ("ask", card("Haakon Ås", "h@x.example"), mail("Håkon Aas", "ha@y.example")),
    ("ask", card("Jens Preuß", "j@x.example"), linked("Jens", "Preuss", "jp")),
    ("ask", card("FRANÇOISE DUPONT", "f@x.example"), mail("Françoise Dupont", "fd@y.example")),
    ("ask", card("Ștefan Ionescu", "s@x.example"), linked("Stefan", "Ionescu", "si")),
    ("ask", card("Nguyễn Văn An", "n@x.example"), linked("An", "Nguyen", "an-nguyen")),
    ("different", card("Anja Möller", "a@x.example"), mail("Anja Müller", "am@y.example")),
    ("different", card("Karin Haas", "k@x.example"), mail("Katrin Haas", "kh@y.example")),
    ("different", card("Uwe Bauer", "u@x.example"), mail("Uwe Baur-Kern", "ub@y.example")),
]

TITLES = [
    ("ask", card("Dipl.-Kffr. Birgit Hansen", "b@x.example"), linked("Birgit", "Hansen", "bh")),
    ("ask", card("RA Ludger Thiel", "l@x.example"), linked("Ludger", "Thiel", "lt")),
    ("ask", card("Nadia Rahimi", "n@x.example"), linked("Nadia", "Rahimi, PMP, CSPO", "nr")),
    ("ask", card("Oliver Stark", "o@x.example"), linked("Oliver", "Stark 🚀", "os")),
    ("ask", card("Lea Winter", "l@x.example"), linked("Lea", "Winter (er/sie)", "lw")),
    ("ask", card("Jonas Falk", "j@x.example"), linked("Jonas", "Falk ▪️ Product Lead", "jf")),
    ("ask", card("Jonas Falk", "j@x.example"), mail("Falk, Jonas [ext]", "jf@nordwind.example")),
    ("ask", card("Jonas Falk", "j@x.example"), mail("Jonas Falk (Nordwind AG)", "jf@n.example")),
    ("ask", card("Jonas Falk", "j@x.example"), mail("Jonas Falk | Nordwind", "jf@n.example")),
    ("ask", card("Jonas Falk mobil", "0170 5550123"), mail("Jonas Falk", "jf@n.example")),
    ("ask", card("Handy Jonas Falk", "0170 5550123"), mail("Jonas Falk", "jf@n.example")),
    ("ask", card("Jonas Falk neu", "0170 5550123"), linked("Jonas", "Falk", "jf")),
    ("ask", card("Jonas Falk Büro", "030 5550123"), linked("Jonas", "Falk", "jf")),
    (
        "ask",
        card("Nordwind Jonas Falk", "0170 5550123"),
        linked("Jonas", "Falk", "jf", "Nordwind AG"),
    ),
    (
        "ask",
        card("Jonas Falk Nordwind", "0170 5550123", org="Nordwind"),
        mail("Jonas Falk", "jf@y.example"),
    ),
    ("ask", card("Jonas Falk (Yoga)", "0170 5550123"), linked("Jonas", "Falk", "jf")),
    ("ask", card("Eva Lindner", "e@x.example"), linked("Prof. Dr. Eva", "Lindner, MBA, CFA", "el")),
    ("ask", card("Eva Lindner M.A.", "e@x.example"), mail("Eva Lindner", "el@y.example")),
    ("ask", card("Mag. (FH) Eva Lindner", "e@x.example"), linked("Eva", "Lindner", "el")),
    ("ask", card("Ing. Pavel Dvorak, Ph.D.", "p@x.example"), mail("Pavel Dvorak", "pd@y.example")),
    ("ask", card("Eva Lindner", "e@x.example"), mail("Eva Lindner @ Nordwind", "el@y.example")),
    ("ask", card("Eva Lindner", "e@x.example"), linked("Eva", "Lindner - She/Her", "el")),
    ("ask", card("Eva Lindner", "e@x.example"), linked("Eva", "Lindner, ICF-ACC", "el")),
    ("ask", card("Eva Lindner", "e@x.example"), linked("Eva", "Lindner, Executive Coach", "el")),
    ("ask", card("Herr Rolf Anders", "r@x.example"), mail("Anders, Rolf", "ra@y.example")),
]

ORDER = [
    ("ask", card("Lindner Eva", "e@x.example"), linked("Eva", "Lindner", "el")),
    ("ask", card("Lucas ter Horst", "l@x.example"), mail("Horst, Lucas ter", "lth@y.example")),
    ("ask", card("Maria dos Santos Silva", "m@x.example"), linked("Maria", "Silva", "ms")),
    (
        "ask",
        card("Juan Carlos Ramírez Ortega", "j@x.example"),
        linked("Juan Carlos", "Ramírez", "jcr"),
    ),
    ("ask", card("Ana Sofia Pereira Costa", "a@x.example"), mail("Ana Costa", "ac@y.example")),
    ("ask", card("Pablo Ruiz Delgado", "p@x.example"), linked("Pablo", "Ruiz", "pr")),
    ("ask", card("Lucia De La Cruz", "l@x.example"), mail("Lucia Delacruz", "ld@y.example")),
    ("ask", card("Hans-Jürgen Wolf", "h@x.example"), mail("Hansjürgen Wolf", "hw@y.example")),
    ("ask", card("Anne-Marie Koch", "a@x.example"), linked("Annemarie", "Koch", "ak")),
    ("ask", card("Klaus-Dieter Ernst", "k@x.example"), mail("K.-D. Ernst", "kde@y.example")),
    ("ask", card("Jörg Rainer Hartmann", "j@x.example"), mail("J. R. Hartmann", "jrh@y.example")),
    ("ask", card("Patrick MacDonald", "p@x.example"), mail("Patrick Mac Donald", "pm@y.example")),
    ("ask", card("Rudi van den Berg", "r@x.example"), linked("Rudi", "Vandenberg", "rvb")),
    ("ask", card("Graf Anton von Thurn", "a@x.example"), mail("Anton von Thurn", "at@y.example")),
    ("ask", card("Petra Schäfer-Neumann", "p@x.example"), mail("Petra Neumann", "pn@y.example")),
    ("ask", card("Petra Schäfer-Neumann", "p@x.example"), linked("Petra", "Schäfer", "ps")),
    ("ask", card("Ngozi Adaeze Eze", "n@x.example"), linked("Ngozi", "Eze", "ne")),
]

NICKNAMES = [
    *(
        ("ask", card(f"{name} Rettich", "r@x.example"), mail(f"{called} Rettich", "n@z.example"))
        for name, called in [
            *[("Ulrich", "Uli"), ("Joachim", "Jochen"), ("Heinrich", "Heiner"), ("Eduard", "Edi")],
            *[("Sebastian", "Basti"), ("Franziska", "Franzi"), ("Magdalena", "Leni")],
            *[("Waltraud", "Traudl"), ("Francisco", "Paco"), ("José", "Pepe"), ("Dolores", "Lola")],
            *[("Alexander", "Sascha"), ("Dmitri", "Dima"), ("Jekaterina", "Katja")],
            *[("Mikhail", "Misha"), ("Giovanni", "Gianni"), ("Luigi", "Gigi"), ("Ibrahim", "Ibo")],
            *[("Richard", "Dick"), ("Edward", "Ted"), ("James", "Jim"), ("Henry", "Harry")],
            *[("Elizabeth", "Betty"), ("Małgorzata", "Gosia"), ("Katarzyna", "Kasia")],
            *[("Cornelis", "Kees"), ("Friedrich", "Fritz"), ("Ferdinand", "Ferdl")],
            *[("Eleonore", "Lore"), ("Konstantin", "Kostja"), ("Thomas", "Tom")],
        ]
    ),
    ("different", card("Andrea Roth", "r@x.example"), mail("Andreas Roth", "n@z.example")),
    ("different", card("Michael Roth", "r@x.example"), mail("Michaela Roth", "n@z.example")),
    ("different", card("Simon Roth", "r@x.example"), mail("Simone Roth", "n@z.example")),
    ("different", card("Daniel Roth", "0170 5550123"), card("Daniela Roth", "+49 170 5550123")),
]

MARRIAGE = [
    (
        "same",
        mail("Julia Brandl", "julia@posteo.example"),
        card("Julia Hofer", "julia@posteo.example"),
    ),
    ("same", card("Julia Brandl", "+49 170 5550123"), card("Julia Hofer", "+49 170 5550123")),
    ("ask", card("Julia Brandl", "j@x.example"), linked("Julia", "Hofer (geb. Brandl)", "jh")),
    ("ask", card("Julia Brandl", "j@x.example"), linked("Julia", "Hofer, geb. Brandl", "jh")),
    ("ask", card("Julia Brandl", "j@x.example"), linked("Julia", "Hofer née Brandl", "jh")),
    ("ask", card("Julia Brandl", "j@x.example"), linked("Julia", "Brandl-Hofer", "jh")),
    ("ask", card("Julia Brandl", "j@x.example"), linked("Julia", "Hofer Brandl", "jh")),
    ("ask", card("Julia Hofer", "julia.brandl@nordwind.example"), linked("Julia", "Brandl", "jb")),
    (
        "ask",
        card("Julia Brandl", "j@x.example", org="Nordwind GmbH"),
        linked("Julia", "Hofer", "julia-brandl-88b", "Nordwind"),
    ),
    (
        "different",
        card("Julia Brandl", "jb@x.example", org="Nordwind"),
        card("Julia Hofer", "jh@x.example", org="Nordwind"),
    ),
    (
        "different",
        card("Julia Brandl", "buero@kanzlei.example"),
        card("Julia Hofer", "buero@kanzlei.example"),
    ),
    (
        "different",
        card("Julia Brandl", "+49 40 5550120", kind="WORK"),
        card("Julia Hofer", "+49 40 5550120", kind="WORK"),
    ),
    (
        "different",
        card("Julia Brandl", "+49 170 5550123", kind="WORK"),
        card("Julia Hofer", "+49 170 5550123", kind="WORK"),
    ),
]

SCRIPTS = [
    ("ask", card("Наталья Соколова", "n@x.example"), linked("Natalia", "Sokolova", "ns")),
    ("ask", card("Сергей Кузнецов", "s@x.example"), linked("Sergey", "Kuznetsov", "sk")),
    ("ask", card("Дмитрий Волков", "d@x.example"), mail("Dmitry Volkov", "dv@y.example")),
    ("ask", card("Юлия Иванова", "j@x.example"), linked("Yulia", "Ivanova", "yi")),
    ("ask", card("Олександр Шевченко", "o@x.example"), linked("Oleksandr", "Shevchenko", "os")),
    ("ask", card("Сергей Щербаков", "s@x.example"), mail("Sergej Schtscherbakow", "sch@y.example")),
    ("ask", card("Μαρία Νικολάου", "m@x.example"), linked("Maria", "Nikolaou", "mn")),
    ("ask", card("Δημήτρης Παπαδάκης", "d@x.example"), linked("Dimitris", "Papadakis", "dp")),
    ("ask", card("李明", "l@x.example"), linked("Ming", "Li", "ml")),
    ("ask", card("陈丽华", "c@x.example"), linked("Lihua", "Chen", "lc")),
    ("ask", card("박지영", "p@x.example"), linked("Jiyoung", "Park", "jp")),
    ("ask", card("이서연", "i@x.example"), linked("Seoyeon", "Lee", "sl")),
    ("ask", card("Ji-young Park", "p@x.example"), linked("Jiyoung", "Park", "jp")),
    ("ask", card("أحمد حسن", "a@x.example"), linked("Ahmed", "Hassan", "ah")),
    ("ask", card("يوسف خالد", "y@x.example"), linked("Youssef", "Khaled", "yk")),
    ("same", card("Сергей Кузнецов", "s@x.example"), mail("Sergey Kuznetsov", "s@x.example")),
    (
        "different",
        card("李娜", "+49 30 5550150", kind="WORK"),
        card("Jonas Falk", "+49 30 5550150", kind="WORK"),
    ),
    ("different", card("李娜", "+49 170 5550150"), card("Jonas Falk", "+49 170 5550150")),
    ("different", card("Иван Петров", "+49 170 5550150"), card("Olga Petrova", "+49 170 5550150")),
]

SHARED = [
    (
        "different",
        card("Bernd Lorenz", "b@x.example", "+49 30 5550160"),
        card("Bernd Kiefer", "k@x.example", "+49 30 5550160"),
    ),
    ("different", card("B. Lorenz", "+49 30 5550160"), card("Beate Kiefer", "+49 30 5550160")),
    ("ask", card("Familie Lorenz", "+49 30 5550160"), card("Bernd Lorenz", "+49 30 5550160")),
    ("ask", card("Ute & Bernd Lorenz", "+49 30 5550160"), card("Ute Lorenz", "+49 30 5550160")),
    ("ask", card("Ute and Bernd Lorenz", "ul@x.example"), mail("Bernd Lorenz", "ul@x.example")),
    (
        "different",
        card("Bernd Lorenz senior", "+49 30 5550160"),
        card("Bernd Lorenz junior", "+49 30 5550160"),
    ),
    (
        "different",
        card("Bernd Lorenz Sr.", "+49 170 5550160"),
        card("Bernd Lorenz II", "+49 170 5550160"),
    ),
    (
        "different",
        card("Bernd Lorenz", "+49 30 5550160", bday="1950-04-01"),
        card("Bernd Lorenz", "+49 30 5550160", bday="1982-09-13"),
    ),
    (
        "different",
        card("Bernd Lorenz", "b@x.example", bday="1950-04-01"),
        card("Bernd Lorenz", "b@x.example", bday="1982-09-13"),
    ),
    (
        "different",
        card("Ute Lang", "vorstand@verein.example"),
        mail("Kai Rau", "vorstand@verein.example"),
    ),
    (
        "different",
        mail("Ute Lang", "vorstand@verein.example"),
        card("Ute Rau", "vorstand@verein.example"),
    ),
    (
        "different",
        mail("Ute Lang", "schatzmeister@verein.example"),
        card("Ute Rau", "schatzmeister@verein.example"),
    ),
    (
        "different",
        card("Dr. Ida Lang", "praxis@lang-rau.example"),
        card("Dr. Ida Rau", "praxis@lang-rau.example"),
    ),
    (
        "different",
        mail("Ute Rau", "kai-und-ute@gmx.example"),
        card("Kai Rau", "kai-und-ute@gmx.example"),
    ),
    ("different", mail("Kai Rau", "die.raus@gmx.example"), mail("Ute Rau", "die.raus@gmx.example")),
    (
        "different",
        mail("Kai Rau", "praktikum@nordwind.example"),
        mail("Kai Lang", "praktikum@nordwind.example"),
    ),
    ("different", card("Ute Lang", "+49 40 5550170"), card("Kai Rau", "+49 40 5550170")),
    ("different", card("K. Rau", "+49 40 5550170"), card("Katja Lang", "+49 40 5550170")),
    ("same", card("Kai", "+49 170 5550170"), card("Kai Rau", "+49 170 5550170")),
    ("same", mail("K. Rau", "kai@rau.example"), card("Kai Rau", "kai@rau.example")),
    ("same", card("Rau", "+49 170 5550170"), card("Kai Rau", "+49 170 5550170")),
    (
        "same",
        mail("Kai Rau", "kai.rau@nordwind.example"),
        card("Rau, Kai", "kai.rau@nordwind.example"),
    ),
    ("same", mail("", "kai.rau@nordwind.example"), card("Kai Rau", "kai.rau@nordwind.example")),
    (
        "same",
        mail("Dr. Kai Rau | Nordwind", "kai.rau@nordwind.example"),
        card("Kai Rau", "kai.rau@nordwind.example"),
    ),
    ("same", card("Papa", "+49 170 5550170"), card("Karl Rau", "+49 170 5550170")),
    ("ask", card("Papa", "0170 5550170"), card("Karl Rau", "+49 170 5550170")),
    ("same", card("Vermieter", "+49 170 5550170"), card("Karl Rau", "+49 170 5550170")),
    (
        "different",
        card("Sekretariat Rau", "sek@nordwind.example", "+49 40 5550170"),
        card("Kai Rau", "kai@nordwind.example", "+49 40 5550170"),
    ),
    (
        "different",
        mail("Kai Rau (Jira)", "jira@tracker.example"),
        mail("Kai Rau", "kai@nordwind.example"),
    ),
    (
        "different",
        mail("Kai Rau via Einkauf", "einkauf@nordwind.example"),
        mail("Kai Rau", "kai@nordwind.example"),
    ),
    (
        "different",
        mail("Kai Rau", "reply+a8f3e9c0b1@tracker.example"),
        mail("Kai Rau", "kai@nordwind.example"),
    ),
]

ADDRESSES = [
    ("ask", mail("", "kai.rau@nordwind.example"), linked("Kai", "Rau", "kr")),
    ("ask", mail("", "krau@nordwind.example"), linked("Kai", "Rau", "kr", "Nordwind")),
    ("ask", mail("", "k.rau@nordwind.example"), linked("Kai", "Rau", "kr", "Nordwind AG")),
    ("ask", mail("", "kairau@nordwind.example"), linked("Kai", "Rau", "kr", "Nordwind AG")),
    ("ask", mail("", "kai_rau@x.example"), card("Kai Rau", "+49 170 5550180")),
    ("ask", mail("", "kai-rau@x.example"), card("Kai Rau", "+49 170 5550180")),
    ("ask", mail("", "rau.kai.1984@x.example"), card("Kai Rau", "+49 170 5550180")),
    (
        "ask",
        mail("", "maria-luisa.ortega@x.example"),
        card("María Luisa Ortega", "+34 600 555 018"),
    ),
    ("ask", mail("Kai", "kai.rau@x.example"), linked("Kai", "Rau", "kr")),
    ("ask", mail("K. Rau", "kr7@nordwind.example"), linked("Kai", "Rau", "kr", "Nordwind")),
    ("ask", mail("kai.rau@x.example", "kai.rau@x.example"), card("Kai Rau", "+49 170 5550180")),
    ("same", mail("Kai Rau", "kai.rau@me.com"), card("Kai Rau", "kai.rau@icloud.com")),
    ("same", mail("Kai Rau", "kai.rau@mac.com"), card("Kai Rau", "kai.rau@me.com")),
    ("same", mail("Kai Rau", "kai.r.au@gmail.com"), card("Kai Rau", "kairau@googlemail.com")),
    ("same", mail("Kai Rau", "kai@rau.example"), card("Kai Rau", "KAI+post@Rau.example")),
    ("ask", mail("Kai Rau", "kai@nordwind.example"), mail("Kai Rau", "kai.rau@kessel.example")),
    ("different", mail("", "kai.rau@x.example"), card("Kaia Rauscher", "+49 170 5550180")),
]

PHONES = [
    ("same", card("Kai Rau", "0171 555 0 123"), card("Kai Rau", "+49 171 5550123")),
    ("same", card("Kai Rau", "(040) 55 01 23 7"), card("Kai Rau", "+49 40 5501237")),
    ("same", card("Kai Rau", "0664 5550123"), card("Kai Rau", "+43 664 5550123")),
    ("same", card("Kai Rau", "(415) 555-0101"), card("Kai Rau", "+1 415-555-0101")),
    ("same", card("Kai Rau", "001 415 555 0101"), card("K. Rau", "+1 415 555 0101")),
    ("ask", card("Kai", "0171 5550123"), card("Kai Rau", "+49 171 5550123")),
    ("ask", card("Kai R.", "0171 5550123"), card("Kai Rau", "+49 171 5550123")),
    ("different", card("Kai Rau", "0171 5550123"), card("Ute Lang", "+41 171 5550123")),
    (
        "different",
        card("Kai Rau", "+49 40 5550-56", kind="WORK"),
        card("Kai Lang", "+49 40 5550-57", kind="WORK"),
    ),
    ("different", card("Kai Rau", "115"), card("Ute Lang", "115")),
]

PROFILES = [
    (
        "different",
        card("Kai Rau", "a@x.example", "https://www.linkedin.com/pub/kai-rau/1/22/333"),
        card("Kai Rau", "b@y.example", "https://www.linkedin.com/pub/kai-rau/9/8a/77b"),
    ),
    (
        "ask",
        card("Kai Rau", "a@x.example", "https://www.linkedin.com/pub/kai-rau/1/22/333"),
        linked("Kai", "Rau", "kai-rau-ux"),
    ),
    (
        "same",
        card("Kai Rau", "https://www.xing.com/profile/Kai_Rau"),
        card("Kai Rau", "https://www.xing.com/profile/Kai_Rau/portfolio"),
    ),
    (
        "same",
        card("Kai Rau", "https://github.com/kairau"),
        card("K. Rau", "https://github.com/kairau"),
    ),
    (
        "different",
        card("Kai Rau", "k@x.example", "https://github.com/nordwind"),
        card("Kai Lang", "l@x.example", "https://github.com/nordwind"),
    ),
    (
        "different",
        card("Kai Rau", "k@x.example", "https://www.instagram.com/cafe.nordwind"),
        card("Ute Lang", "l@x.example", "https://instagram.com/cafe.nordwind/"),
    ),
    (
        "different",
        card("Kai Rau", "k@x.example", "https://x.com/nordwind"),
        card("Kai Lang", "l@x.example", "https://x.com/nordwind"),
    ),
    (
        "same",
        linked("Kai", "Rau", "kai-rau-1b2", "Nordwind"),
        linked("Kai", "Rau", "kairau-design", "Kessel", archive=2),
    ),
    (
        "same",
        linked("Kai", "Rau", "kai-rau-1b2", "Nordwind"),
        linked("Kai", "Rau", "ACoAABcd1234efgh", "Nordwind", archive=2),
    ),
    (
        "same",
        linked("Kai", "Rau", "", "Nordwind"),
        linked("Kai", "Rau", "kai-rau-1b2", "Kessel", archive=2),
    ),
    (
        "ask",
        linked("Kai", "Rau", "", "Nordwind", "12 Mar 2018"),
        linked("Kai", "Rau", "kai-rau-1b2", "Kessel", "30 Nov 2021", archive=2),
    ),
    ("different", linked("Kai", "Rau", "kai-rau-1"), linked("Kai", "Rau", "kai-rau-2")),
    (
        "same",
        linked("Kai", "Rau", "kai-rau"),
        card("Rau, Kai", "http://de.linkedin.com/in/Kai-Rau/?originalSubdomain=de"),
    ),
]

SLIPS = [
    ("ask", card("Philipp Rau", "p@x.example"), mail("Phillip Rau", "pr@y.example")),
    ("ask", card("Markus Lorenz", "m@x.example"), mail("Marcus Lorenz", "ml@y.example")),
    ("ask", card("Thorsten Rau", "t@x.example"), linked("Torsten", "Rau", "tr")),
    ("ask", card("Ina Lorenz", "i@x.example"), mail("Ina Lorentz", "il@y.example")),
    ("ask", card("Anna Schmid", "a@x.example"), mail("Anna Schmidt", "as@y.example")),
    ("ask", card("Christian Rau", "c@x.example"), linked("Kristian", "Rau", "krr")),
    ("ask", card("Carsten Rau", "c@x.example"), mail("Karsten Rau", "kra@y.example")),
    (
        "ask",
        card("Sabine Schroeder", "s@x.example"),
        mail("Sabine Schröter-Schröder", "ss@y.example"),
    ),
    ("different", card("Stefan Rau", "s@x.example"), mail("Stefanie Rau", "sr@y.example")),
    ("different", card("Kai Rau", "k@x.example"), mail("Kaj Ru", "kj@y.example")),
]

GROUPS = {
    "spellings": SPELLINGS,
    "titles": TITLES,
    "order": ORDER,
    "nicknames": NICKNAMES,
    "marriage": MARRIAGE,
    "scripts": SCRIPTS,
    "shared": SHARED,
    "addresses": ADDRESSES,
    "phones": PHONES,
    "profiles": PROFILES,
    "slips": SLIPS,
}
