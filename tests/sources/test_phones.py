from __future__ import annotations

import pytest

import netzwerkwandel as nw
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Contact
from netzwerkwandel.sources.phones import checked_region, dialled_abroad


def phones(*numbers: str, region: str | None = None) -> list[str]:
    contacts = [Contact(key=f"card:{n}", phones=[number]) for n, number in enumerate(numbers)]
    return [number for contact in dialled_abroad(contacts, region) for number in contact.phones]


@pytest.mark.parametrize(
    ("region", "national", "abroad"),
    [
        ("DE", "0170 1234567", "+491701234567"),
        ("DE", "(040) 123 45 67", "+49401234567"),
        ("AT", "0664 1234567", "+436641234567"),
        ("US", "(415) 555-2671", "+14155552671"),
        ("IT", "06 698 57561", "+390669857561"),
    ],
)
def test_a_number_of_a_region_is_written_as_from_abroad(region, national, abroad):
    assert phones(national, region=region) == [abroad]


@pytest.mark.parametrize("number", ["+43 664 1234567", "112", "0170 12", "no number"])
def test_other_numbers_stay_as_they_are(number):
    assert phones(number, region="DE") == [number]


def test_the_region_is_taken_from_the_data_where_it_is_clear():
    german = [f"+49 170 123456{n}" for n in range(5)]

    assert phones(*german, "0170 7654321")[-1] == "+491707654321"
    assert phones(*german[:4], "0170 7654321")[-1] == "0170 7654321"
    assert phones(*german[:3], "+43 664 1234567", "+41 79 1234567", "0170 7654321")[-1] == (
        "0170 7654321"
    )


@pytest.mark.parametrize("region", ["Germany", "", 49])
def test_what_is_no_region_is_refused(region):
    with pytest.raises(InvalidArgumentError, match="region must be a country"):
        checked_region(region)


def test_read_exports_joins_both_forms(tmp_path):
    cards = [
        f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nTEL;TYPE=CELL:{number}\nEND:VCARD\n"
        for name, number in [("Kai Rau", "0171 5550123"), ("Kai", "+49 171 5550123")]
    ]
    (tmp_path / "book.vcf").write_text("".join(cards))

    assert len(nw.read_exports(tmp_path).contacts) == 3
    assert len(nw.read_exports(tmp_path, region="de").contacts) == 2
