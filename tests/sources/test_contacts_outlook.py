from __future__ import annotations

import pytest

from netzwerkwandel.sources.contacts import OUTLOOK_CONTACTS
from sources.table_texts import by_name, people, read, relations


GERMAN = (
    "Anrede,Vorname,Weitere Vornamen,Nachname,Suffix,Firma,Abteilung,Position,Fax geschäftlich,"
    "Telefon geschäftlich,Telefon privat,Mobiltelefon,Telefon Assistent,E-Mail-Adresse,E-Mail-Typ,"
    "E-Mail: Angezeigter Name,E-Mail 2: Adresse,Empfohlen von,Geburtstag,Kategorien,Kinder,"
    "Name Assistent,Name des/r Vorgesetzten,Notizen,Partner,Webseite"
).split(",")
ENGLISH = (
    "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Fax,"
    "Business Phone,Home Phone,Mobile Phone,Assistant's Phone,E-mail Address,E-mail Type,"
    "E-mail Display Name,E-mail 2 Address,Referred By,Birthday,Categories,Children,"
    "Assistant's Name,Manager's Name,Notes,Spouse,Web Page"
).split(",")
CELLS = (
    *("Dr.", "Jörg", "Paul", "Käfer", "", "Contoso GmbH", "Vertrieb", "Leiter", "+49 30 111111"),
    *("+49 30 222222", "+49 30 333333", "0170 1234567", "+49 30 444444", "joerg@contoso.example"),
    *("SMTP", "Jörg Käfer", "jk@example.org", "Eva Maier", "0.0.00", "Chor;Privat", "Tom, Lisa"),
    *("Ben Okafor", "Ute Ott", "schuldet mir zehn Euro", "Anna Käfer", "https://contoso.example"),
)


@pytest.mark.parametrize("columns", [GERMAN, ENGLISH], ids=["german", "english"])
@pytest.mark.parametrize("between", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["cp1252", "utf-8-sig"])
def test_a_contact_is_read_in_both_languages_and_all_encodings(columns, between, encoding):
    text = people(dict(zip(columns, CELLS, strict=True)), columns=columns, between=between)
    reading = read(OUTLOOK_CONTACTS, text, encoding=encoding)

    contact = by_name(reading)["Jörg Paul Käfer"]
    assert contact.emails == ("joerg@contoso.example", "jk@example.org")
    assert set(contact.phones) == {"0170 1234567", "+49 30 222222", "+49 30 333333"}
    assert contact.work_phones == ("+49 30 222222",)
    assert (contact.organisation, contact.position) == ("Contoso GmbH", "Leiter")
    assert contact.communities == ("Chor", "Privat")
    assert (contact.notes, contact.profiles) == ("", ())
    assert relations(reading) == {
        ("me", "Jörg Paul Käfer"): {"acquaintance"},
        ("Jörg Paul Käfer", "Ute Ott"): {"boss"},
        ("Jörg Paul Käfer", "Ben Okafor"): {"report"},
        ("Jörg Paul Käfer", "Anna Käfer"): {"family"},
        ("Jörg Paul Käfer", "Eva Maier"): {"acquaintance"},
    }


@pytest.mark.parametrize(
    "columns",
    [
        (
            "Prénom,Deuxième prénom,Nom,Suffixe,Société,Titre professionnel,Adresse de messagerie,"
            "Adresse de messagerie 2,Téléphone (bureau),Tél. mobile,Responsable"
        ),
        (
            "Nombre,Segundo nombre,Apellidos,Sufijo,Organización,Puesto,"
            "Dirección de correo electrónico,Dirección de correo electrónico 2,"
            "Teléfono del trabajo,Teléfono móvil,Nombre del director"
        ),
        (
            "Nome,Secondo nome,Cognome,Titolo straniero,Società,Posizione,"
            "Indirizzo posta elettronica,Indirizzo posta elettronica 2,Ufficio,Cellulare,"
            "Nome manager"
        ),
        (
            "Voornaam,Middelste naam,Achternaam,Achtervoegsel,Bedrijf,Functie,E-mailadres,"
            "E-mailadres 2,Telefoon op werk,Mobiele telefoon,Naam manager"
        ),
    ],
    ids=["french", "spanish", "italian", "dutch"],
)
def test_a_contact_is_read_in_further_languages(columns):
    cells = ("Jörg", "Paul", "Käfer", "", "Contoso", "Leiter", "jk@contoso.example")
    cells += ("jk@example.org", "+49 30 222222", "0170 1234567", "Ute Ott")
    names = columns.split(",")
    text = people(dict(zip(names, cells, strict=True)), columns=names)
    reading = read(OUTLOOK_CONTACTS, text, encoding="cp1252")

    contact = by_name(reading)["Jörg Paul Käfer"]
    assert contact.emails == ("jk@contoso.example", "jk@example.org")
    assert contact.work_phones == ("+49 30 222222",)
    assert (contact.organisation, contact.position) == ("Contoso", "Leiter")
    assert relations(reading)["Jörg Paul Käfer", "Ute Ott"] == {"boss"}


def test_an_internal_address_of_exchange_is_none():
    row = {
        "Vorname": "Eva",
        "Nachname": "Maier",
        "E-Mail-Adresse": "/o=ExchangeLabs/ou=Exchange Administrative Group/cn=Recipients/cn=eva",
    }

    (eva,) = read(OUTLOOK_CONTACTS, people(row, columns=GERMAN)).contacts

    assert (eva.name, eva.emails) == ("Eva Maier", ())


def test_lists_of_others_are_left_alone():
    heads = [
        b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n",
        b"First Name,Last Name,Email Address,Job Title,Class Year\n",
        b"Vorname,Nachname,E-Mail-Adresse,Jahrgang\n",
        b"Subject,Start Date,Start Time\n",
    ]

    assert not any(OUTLOOK_CONTACTS.looks_like(head, "contacts.csv") for head in heads)
