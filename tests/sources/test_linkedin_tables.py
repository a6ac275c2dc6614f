from __future__ import annotations

import pytest

from netzwerkwandel.sources.linkedin import looks_like_linkedin
from netzwerkwandel.sources.linkedin.columns import TEXTS
from netzwerkwandel.sources.linkedin.companies import company_key
from netzwerkwandel.sources.linkedin.names import split_names
from netzwerkwandel.sources.linkedin.tables import find_header
from netzwerkwandel.sources.table import body


TABLES = [
    "First Name,Last Name,Email Address,Company,Position,Connected On",
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
    "Vorname,Nachname,URL,E-Mail-Adresse,Unternehmen,Position,Verbunden am",
    "Vorname;Nachname;URL;E-Mail-Adresse;Unternehmen;Position;Verbunden am",
    "Prénom,Nom,URL,Adresse e-mail,Entreprise,Poste,Connecté(e) le",
    "Imię,Nazwisko,URL,Adres e-mail,Firma,Stanowisko,Data nawiązania kontaktu",
    "Förnamn,Efternamn,URL,E-postadress,Företag,Befattning,Kontakt sedan",
    "名,姓,URL,メールアドレス,会社,役職,つながった日",
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER",
    '"CONVERSATION ID","FROM","SENDER PROFILE URL","TO","RECIPIENT PROFILE URLS","DATE"',
    "From,To,Sent At,Message,Direction",
    "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl",
    "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry",
    "Company Name,Title,Description,Location,Started On,Finished On",
    "Email Address,Confirmed,Primary,Updated On",
    "Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,FullName",
    "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url",
    "Endorsement Date,Skill Name,Endorsee First Name,Endorsee Last Name,Endorsee Public Url",
    "First Name,Last Name,Company,Job Title,Text,Creation Date,Status",
]
OTHERS = [
    "",
    "Name\nPython\n",
    "Date,Type,Link",
    "First Name,Middle Name,Last Name,File As,Organization Name,Labels,E-mail 1 - Value",
    "Name,Given Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value",
    "First Name,Middle Name,Last Name,Title,E-mail Address,Company,Job Title",
    "Vorname;Nachname;Firma;Position;E-Mail-Adresse",
    "Date,Description,Amount",
    "Ben wrote: First Name, Last Name, Connected On",
]
PREAMBLES = [
    "",
    "\ufeff",
    'Notes:\n"When exporting, you may, notice ""things"".\nSo."\n\n',
    '"Notes:"\r\n"When exporting"\r\n\r\n',
    "Notes:\nThis is a sample.\nAll of it, even this.\n\n",
]


@pytest.mark.parametrize("preamble", PREAMBLES)
@pytest.mark.parametrize("header", TABLES)
def test_every_table_is_known_by_its_columns(header, preamble):
    assert looks_like_linkedin((preamble + header).encode())


@pytest.mark.parametrize("header", OTHERS)
def test_other_tables_are_not_taken_for_linkedin(header):
    assert not looks_like_linkedin(header.encode())


def test_a_heading_far_down_is_none():
    assert not looks_like_linkedin(("Notes\n" * 30 + TABLES[0]).encode())


def test_of_what_people_wrote_only_the_first_letters_are_read():
    text = "CONVERSATION ID,FROM,TO,DATE,CONTENT\nc1,Ben,Mara,x," + 30 * "secret "
    ((row, wrong),) = body(text, find_header(text), "messages.csv", cut=TEXTS)

    assert wrong == ""
    assert len(row["content"]) == 40


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Nestwise, Inc.", "NESTWISE"),
        ("Vogt & Söhne GmbH & Co. KG", "vogt söhne"),
        ("Ruderclub e. V.", "Ruderclub e.V."),
        ("Razorpay Software Pvt Ltd", "Razorpay Software"),
    ],
)
def test_one_company_has_one_key(a, b):
    assert company_key(a) == company_key(b) != ()


def test_companies_that_only_share_words_are_two():
    assert company_key("Contoso") != company_key("Contoso Bank AG")
    assert company_key("AG") == ("ag",)


@pytest.mark.parametrize("name", ["", "Self-employed", "Freelance", "selbstständig", "N/A", "..."])
def test_working_for_oneself_is_no_company(name):
    assert company_key(name) == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Maya Lindgren, Lena Vogt", ["Maya Lindgren", "Lena Vogt"]),
        ("Wren Hale, PhD, Maya Lindgren", ["Wren Hale, PhD", "Maya Lindgren"]),
        ("Jane Doe, Ph.D., M.Sc., Ben Okafor", ["Jane Doe, Ph.D., M.Sc.", "Ben Okafor"]),
        ("Theo Grant, Coach, Ben Okafor", ["Theo Grant, Coach", "Ben Okafor"]),
        ("JD Vance, Ben Okafor", ["JD Vance", "Ben Okafor"]),
        ("", []),
        (" , ,", []),
    ],
)
def test_lists_of_names_are_parted_into_names_that_hold_commas(text, names):
    assert split_names(text, {"theo grant, coach"}, {"theo grant"}) == names
