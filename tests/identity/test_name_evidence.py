from __future__ import annotations

from netzwerkwandel.identity.candidates import Candidate
from netzwerkwandel.identity.census import Census
from netzwerkwandel.identity.evidence import Evidence
from netzwerkwandel.identity.lookalikes import LookalikeReason
from netzwerkwandel.identity.name_evidence import NameEvidence
from netzwerkwandel.model import Contact


def evidence(*contacts: Contact) -> NameEvidence:
    candidates = [each for contact in contacts if (each := Candidate.of(contact))]
    return NameEvidence(candidates, Census(each.name for each in candidates))


CARD = Contact(key="card:1", name="Ben Okafor")
AGAIN = Contact(key="card:2", name="Okafor, Ben")
SPELT = Contact(key="mailto:ben.okafor@x.example", emails=["ben.okafor@x.example"])


def test_a_name_that_an_address_spells_is_another_than_the_same_that_stands_on_a_card():
    names = evidence(CARD, AGAIN, SPELT)

    (of_cards, likely), (spelt, less_likely) = names.best(0, 1), names.best(0, 2)

    assert (of_cards, spelt) == (LookalikeReason.SAME_NAME, LookalikeReason.MAIL_SPELLS_NAME)
    assert likely > less_likely
    assert names.best(0, 1) == (of_cards, likely)


def test_a_further_name_of_an_address_counts_beside_the_one_she_is_called_by():
    married = Contact(key="card:3", name="Eva Vogt", emails=["eva.meier@x.example"])
    namesake = Contact(key="card:4", name="Eva Vogt")
    before = Contact(key="card:5", name="Eva Meier")

    names = evidence(married, namesake, before)

    assert names.best(0, 1)[0] is LookalikeReason.SAME_NAME
    assert names.best(0, 2)[0] is LookalikeReason.OTHER_FAMILY_NAME
    assert names.best(1, 2) == (None, 0.0)


def test_letters_tell_only_of_whoever_has_them():
    letters = Contact(key="mailto:benokafor@x.example", emails=["benokafor@x.example"])
    nobody = Contact(key="mailto:u7@x.example", emails=["u7@x.example"])

    names = evidence(CARD, letters, nobody)

    assert names.best(0, 1)[0] is LookalikeReason.MAIL_SPELLS_NAME
    assert names.best(0, 2) == (None, 0.0)


def test_names_that_are_two_peoples_as_they_stand_count_against_what_fits():
    called = ["Sasha Ivanov", "Ivanov Sasha", "S. Ivanov"]
    people = [Contact(key=name, name=name, organisation="Acme") for name in called]
    candidates = [Candidate.of(contact) for contact in people]
    both = Evidence(candidates, Census(each.name for each in candidates))

    (reasons, fits), (same_reasons, turned) = both.weighed(0, 2), both.weighed(1, 2)

    assert reasons == same_reasons
    assert reasons == (LookalikeReason.INITIAL_FITS, LookalikeReason.SAME_EMPLOYER)
    assert turned < fits - 2
