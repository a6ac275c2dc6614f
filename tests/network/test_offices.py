"""Whoever is nobody, as the address of a shop, is in no network, and so in nothing shown of it."""

from __future__ import annotations

from datetime import timedelta

import netzwerkwandel as nw
from builders import AS_OF, BEN, MARA, ago, mail, meeting, records
from netzwerkwandel import sample
from netzwerkwandel.network.pairs import is_office
from netzwerkwandel.show.pictures.egogram import egogram


SHOP = nw.Contact(key="mailto:service@books.example", name="Book Shop")
ORDERS = [
    mail(ago(90 * n + side), *pair)
    for n in range(4)
    for side, pair in enumerate(((MARA, SHOP.key), (SHOP.key, MARA)))
]
FRIENDS = [meeting(ago(30 * n), MARA, BEN) for n in range(1, 6)]


def test_a_shop_is_no_contact_of_hers_at_any_moment():
    chronicle = nw.Chronicle.from_records(records(*ORDERS, *FRIENDS, people=[SHOP]))

    for moment in (AS_OF, AS_OF - timedelta(days=200)):
        assert SHOP.key not in chronicle.network(moment).keys
        assert BEN in chronicle.network(AS_OF).keys
    later = chronicle.with_interactions([mail(ago(1), SHOP.key, MARA)]).network(AS_OF)
    assert SHOP.key not in later.keys


def test_what_is_stated_of_somebody_makes_her_a_person_whatever_her_address():
    tie = nw.Tie(a=MARA, b=SHOP.key, relations=["friend"])

    network = nw.Network.from_records(records(*ORDERS, ties=[tie], people=[SHOP]), as_of=AS_OF)

    assert SHOP.key in network.keys


def test_an_owner_who_writes_from_an_office_is_there():
    hers = nw.Contact(key="mailto:info@vogt.example", name="Mara Vogt")
    ben = nw.Contact(key=BEN)
    known = nw.Records(
        contacts=[hers, ben], interactions=[mail(ago(9), hers.key, BEN)], me=hers.key
    )

    assert set(nw.Network.from_records(known, as_of=AS_OF).keys) == {hers.key, BEN}


def test_nobody_of_the_sample_whom_no_list_could_name_is_in_its_pictures():
    with sample.sample_exports() as folder:
        known = nw.read_exports(folder, as_of=sample.AS_OF)
    offices = {contact.label for contact in known.contacts if is_office(contact)}
    network = nw.Network.from_records(known, as_of=sample.AS_OF)

    assert "Buchladen Deutz" in offices
    assert offices.isdisjoint(contact.label for contact in network.contacts)
    assert offices.isdisjoint(egogram(network).texts())
    page = nw.report(known, as_of=sample.AS_OF)
    assert not any(office in page for office in offices)
