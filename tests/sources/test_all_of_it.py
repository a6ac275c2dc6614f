"""One invented person with exports of every kind: each of her contacts is one person."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

import netzwerkwandel as nw
from netzwerkwandel.sources.tools import saved_name_key
from sources.exports_folder import AS_OF, calendar, mail, mbox, write


ANNA = "anna.schmidt@example.org"
CONTACTS = (
    "First Name,Last Name,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value"
    f"\nAnna,Schmidt,* myContacts,* Home,{ANNA},Mobile,+49 170 1234567"
    "\nNoor,Aziz,* myContacts,,,Mobile,+49 171 7654321\n"
)
CALLS = """<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
<calls count="2"><call number="01701234567" duration="600" date="1710266651000" type="2"
 contact_name="Anna Schmidt" /><call number="+491701234567" duration="60" date="1710366651000"
 type="1" contact_name="Anna Schmidt" /></calls>
"""
LINKEDIN = {
    "Connections.csv": (
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        f"Anna,Schmidt,https://www.linkedin.com/in/anna-s,{ANNA},Contoso,Designer,08 Feb 2023\n"
    ).encode(),
    "Profile.csv": b"First Name,Last Name,Maiden Name,Headline\nMara,Vogt,,Designer\n",
}
MEETING = (
    "BEGIN:VEVENT\nUID:1\nDTSTART:20240304T090000Z\n"
    f"ATTENDEE;CN=Anna Schmidt:mailto:{ANNA}\n"
    "ATTENDEE;CN=Mara Vogt:mailto:mara@example.org\nEND:VEVENT\n"
)


def chat(other, begin, days):
    """A chat in which both write every tenth day."""
    moments = [begin + timedelta(days=10 * n) for n in range(days)]
    lines = [
        f"{day:%d.%m.%y}, {hour}:30 - {name}: Hallo"
        for day in moments
        for hour, name in (("18", other), ("19", "Mara Vogt"))
    ]
    return "\n".join(lines).encode()


@pytest.fixture(scope="module")
def records(tmp_path_factory):
    folder, mara = tmp_path_factory.mktemp("all"), "Mara Vogt <mara@example.org>"
    mails = [mail(n, f"Anna Schmidt <{ANNA}>", mara) for n in range(5)]
    write(
        folder,
        {
            "mail.mbox": mbox(*mails),
            "mara.ics": calendar(MEETING),
            "contacts.csv": CONTACTS.encode(),
            "calls.xml": CALLS.encode(),
            "WhatsApp Chat mit Anna Schmidt.txt": chat("Anna Schmidt", datetime(2024, 3, 1), 3),  # noqa: DTZ001
            "WhatsApp Chat mit Noor Aziz.txt": chat("Noor Aziz", datetime(2019, 3, 1), 40),  # noqa: DTZ001
            **{f"linkedin/{name}": table for name, table in LINKEDIN.items()},
        },
    )
    return nw.read_exports(folder, me=["mara@example.org"], region="DE", as_of=AS_OF)


def test_each_contact_is_one_person_with_all_her_channels(records) -> None:
    named = [contact.name for contact in records.contacts]
    assert sorted(named) == ["Anna Schmidt", "Mara Vogt", "Noor Aziz"]

    anna = records.find("Anna Schmidt")[0]
    keys = {key for key, person in records.person_of.items() if person == anna.key}
    assert {f"mailto:{ANNA}", "linkedin:anna-s", saved_name_key("Anna Schmidt")} <= keys
    with_anna = {e.channel for e in records.interactions if keys.intersection(e.participants)}
    assert with_anna == {nw.Channel.MAIL, nw.Channel.MEETING, nw.Channel.MESSAGE, nw.Channel.CALL}


def test_nothing_is_left_to_ask(records) -> None:
    assert not records.possible_duplicates()


def test_the_list_uses_a_tie_that_whatsapp_alone_shows(records) -> None:
    network = nw.Network.from_records(records, as_of=AS_OF)

    picks = nw.recommend(network, n=2)

    noor = records.find("Noor Aziz")[0]
    assert noor.key in [pick.contact.key for pick in picks]
    ties = network.ties_of()
    assert ties.is_dormant[ties.target == network.index_of(noor.key)].all()
