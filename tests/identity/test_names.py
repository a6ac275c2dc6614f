from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netzwerkwandel.identity.employers import employer_form
from netzwerkwandel.identity.likeness import NameFit, name_fit
from netzwerkwandel.identity.names import parse_name, spelt_name
from netzwerkwandel.identity.nicknames import may_be_called
from strategies import NAMES, any_text


@pytest.mark.parametrize(
    ("text", "given", "family"),
    [
        ("Ben Okafor", "ben", "okafor"),
        ("BEN OKAFOR", "ben", "okafor"),
        ("OKAFOR Ben", "ben", "okafor"),
        ("B Okafor2", "b", "okafor2"),
        ("Ben", "ben", ""),
        ("Ben 2", "ben", ""),
        ("Okafor, Ben", "ben", "okafor"),
        ("Ben Nnamdi Okafor", "ben nnamdi", "okafor"),
        ("B. N. Okafor", "b n", "okafor"),
        ("J.R. Smith", "j r", "smith"),
        ("Hans-Peter Meier-Schulz", "hans peter", "meier schulz"),
        ("Prof. Dr. med. Dipl.-Ing. Anna Meier", "anna", "meier"),
        ("Meier, Dr. Anna", "anna", "meier"),
        ("Dr. h. c. Anna Meier", "anna", "meier"),
        ("Anna Meier, MBA, PhD", "anna", "meier"),
        ("Anna Meier Ph.D.", "anna", "meier"),
        ("Martin Luther King Jr.", "martin luther", "king"),
        ("H. Meier", "h", "meier"),
        ("C. Meier", "c", "meier"),
        ("Jack Ma", "jack", "ma"),
        ("Anna von der Heide", "anna", "von der heide"),
        ("Vincent van Gogh", "vincent", "van gogh"),
        ("van Gogh", "", "van gogh"),
        ("Van Morrison", "van", "morrison"),
        ("Al Gore", "al", "gore"),
        ("Anna Meier geb. Schulz", "anna", "meier"),
        ("Ben Okafor (Acme)", "ben", "okafor"),
        ('Robert "Bob" Smith', "robert", "smith"),
        ('"Ben Okafor"', "ben", "okafor"),
        ("Ben Okafor via LinkedIn", "ben", "okafor"),
        ("Ben Okafor | Acme", "ben", "okafor"),
        ("Ben Okafor - Acme", "ben", "okafor"),
        ("ben.okafor@example.org", "ben", "okafor"),
        ("Anna", "anna", ""),
        ("Herr Meier", "meier", ""),
        ("Dr.", "dr", ""),
        ("李明", "ming", "li"),
        ("😀 Ben Okafor 😀", "ben", "okafor"),
        ("", "", ""),
        (" , ", "", ""),
        ("...", "", ""),
    ],
)
def test_a_name_is_parted_into_given_and_family_name(text, given, family):
    name = parse_name(text)

    assert (" ".join(name.given), " ".join(name.family)) == (given, family)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Anna Müller", "Anna Mueller"),
        ("Anna Müller", "ANNA MULLER"),
        ("Jörg Groß", "Joerg Gross"),
        ("Zoë Brandt", "Zoe Brandt"),
        ("Søren Łuk", "Soren Luk"),
        ("Sinéad O'Brien", "Sinead O’Brien"),
        ("Müller, Anna", "Anna Müller"),
        ("Mu\u0308ller Anna", "Müller Anna"),
    ],
)
def test_spellings_of_one_name_compare_equal(one, other):
    assert parse_name(one).tokens == parse_name(other).tokens


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        ("Ben Okafor", "Benjamin Okafor", True),
        ("B. Okafor", "Ben Okafor", True),
        ("Ben", "Ben Okafor", True),
        ("Okafor", "Ben Okafor", True),
        ("Okafor Ben", "Ben Okafor", True),
        ("", "Ben Okafor", True),
        ("Anna Meier", "Anna Schulz", True),
        ("Peter Meier", "Hans-Peter Meier", True),
        ("Ming Li", "李明", True),
        ("Bob Smith", "Rob Smith", True),
        ("Anna Meier", "Bernd Meier", False),
        ("A. Meier", "Bernd Meier", False),
        ("Anna", "Bernd Meier", False),
        ("Alexander Meier", "Alexandra Meier", False),
        ("Christian Meier", "Christina Meier", False),
        ("Martin Meier", "Martina Meier", False),
        ("van Gogh", "van Dyck", False),
    ],
)
def test_names_fit_one_person_if_their_given_names_do(one, other, fits):
    a, b = parse_name(one), parse_name(other)

    assert (name_fit(a, b) is not NameFit.CONTRADICTS) is fits
    assert name_fit(b, a) is name_fit(a, b)


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("ben.okafor@x.example", "ben okafor"),
        ("Ben_Okafor@x.example", "ben okafor"),
        ("ben.okafor87@x.example", "ben okafor"),
        ("ben.okafor+jobs@x.example", "ben okafor"),
        ("b.okafor@x.example", "b okafor"),
        ("jörg.müller@x.example", "jorg muller"),
        ("ben.n.okafor@x.example", "ben n okafor"),
        ("okafor.b@x.example", "b okafor"),
        ("ben_o87@x.example", "ben o"),
    ],
)
def test_a_mail_address_may_spell_a_name(address, name):
    spelt = spelt_name(address)

    assert " ".join(spelt.given + spelt.family) == name


@pytest.mark.parametrize(
    "address",
    [
        "ben@x.example",
        "o.b@x.example",
        "info.berlin@x.example",
        "anna.und.bernd@x.example",
        "a.b.c.d@x.example",
        "no address",
    ],
)
def test_a_mail_address_that_spells_no_name_gives_none(address):
    assert spelt_name(address) is None


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ("hans", "johannes", True),
        ("bob", "robert", True),
        ("kathi", "katharina", True),
        ("sepp", "josef", True),
        ("uschi", "ursula", True),
        ("bill", "liam", True),
        ("mehmet", "mehmet", True),
        ("alexander", "alexandra", False),
        ("anna", "bernd", False),
        ("mehmet", "murat", False),
    ],
)
def test_a_nickname_is_known_whichever_comes_first(one, other, may):
    assert may_be_called(one, other) is may
    assert may_be_called(other, one) is may


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme GmbH", "ACME"),
        ("Müller & Söhne GmbH & Co. KG", "Mueller und Soehne"),
        ("The Acme Corp.", "Acme Corporation"),
        ("Verein der Freunde e. V.", "Verein der Freunde e.V."),
    ],
)
def test_an_employer_is_the_same_without_its_legal_form(one, other):
    assert employer_form(one) == employer_form(other) != ""


def test_employers_that_share_a_word_are_two():
    assert employer_form("Acme Health") != employer_form("Acme")
    assert employer_form("AG") == "ag"
    assert employer_form("") == ""


@given(any_text)
@example("\N{ARABIC LETTER AIN}")
def test_any_text_is_read_as_a_name_in_lower_case_words(text):
    name = parse_name(text)

    assert all(word and word == word.strip() for word in name.given + name.family)
    assert name.is_full is bool(name.given and name.family)


@given(st.sampled_from(NAMES) | any_text, st.sampled_from(NAMES) | any_text)
def test_fitting_is_mutual_and_each_name_fits_itself_and_none(one, other):
    a, b = parse_name(one), parse_name(other)

    assert name_fit(a, b) is name_fit(b, a)
    if not a.is_several:
        assert name_fit(a, a) > NameFit.OTHER
        assert name_fit(a, parse_name("")) is NameFit.NO_NAME
