from __future__ import annotations

import pytest

from netzwerkwandel.model import ME, Channel, Relation, SkipReason
from sources.linkedin_archive import (
    CONNECTIONS,
    CONTACTS,
    ENDORSEMENTS,
    IN,
    INVITATIONS,
    RECOMMENDATIONS,
    by_key,
    problems,
    read,
    relations,
    skipped,
)


def test_an_invitation_without_a_direction_is_told_of():
    reading = read(Invitations=INVITATIONS + 'A B,C D,"1/2/23, 4:05 PM",,SIDEWAYS,,\n')

    assert skipped(reading) == {SkipReason.BROKEN: 1}
    assert problems(reading) == [
        "archive, Invitations.csv, row 2: the direction must be INCOMING or OUTGOING"
    ]


def test_who_is_connected_is_not_invited_again_nor_recommended_before():
    connections = CONNECTIONS + f"Lena,Vogt,{IN}lena,,Contoso,PM,12 Mar 2018\n"
    late = 'Lena Vogt,Mara Vogt,"1/29/22, 2:37 PM",,INCOMING,,\n'
    early = 'Lena Vogt,Mara Vogt,"3/11/18, 2:37 PM",,INCOMING,,\n'
    recommended = 'Lena,Vogt,Fabrikam,Head,"Fine","05/03/14, 10:11 AM",VISIBLE\n'
    reading = read(
        Connections=connections,
        Invitations=INVITATIONS + late + early,
        Recommendations_Received=RECOMMENDATIONS + recommended,
    )

    of_lena = [event for event in reading.interactions if "linkedin:lena" in event.participants]
    assert [event.when.year for event in of_lena] == [2018]
    assert by_key(reading)["linkedin:lena"].organisation == "Contoso"
    assert len(by_key(reading)) == 3


def test_only_accepted_endorsements_count():
    rows = "".join(
        f"2023/06/20 13:05:02 UTC,{status},Ben,Okafor,www.linkedin.com/in/ben,{status}\n"
        for status in ("ACCEPTED", "PENDING", "HIDDEN")
    )
    given = ENDORSEMENTS.replace("Endorser", "Endorsee")
    reading = read(
        Endorsement_Received_Info=ENDORSEMENTS + rows, Endorsement_Given_Info=given + rows
    )

    assert [event.sender for event in reading.interactions].count(ME) == 1
    assert {event.channel for event in reading.interactions} == {Channel.SIGNAL}
    assert len(reading.interactions) == 2
    assert skipped(reading) == {SkipReason.UNANSWERED: 4}


@pytest.mark.parametrize(
    ("file", "sender"),
    [
        ("Recommendations_Given", ME),
        ("Recommendations Received", "linkedin:ben"),
        ("Recommendations", None),
    ],
)
def test_recommendations_say_who_wrote_them_by_the_name_of_their_file(file, sender):
    row = 'Ben,Okafor,Contoso,Lead,"Great, really","03/14/22, 09:15 AM",VISIBLE\n'
    reading = read(
        Connections=f"{CONNECTIONS}Ben,Okafor,{IN}ben,,,,1 Jan 2020\n",
        **{file: RECOMMENDATIONS + row},
    )

    (event,) = reading.interactions
    assert (event.channel, event.sender) == (Channel.RECOMMENDATION, sender)
    assert event.participants == ("linkedin:ben", ME)
    assert by_key(reading)["linkedin:ben"].organisation == "Contoso"


def test_the_address_book_joins_addresses_of_a_person():
    rows = (
        'GOOGLE,Ben,Okafor,Contoso,Lead,"info@example.org, ben@example.org","+49 170 1234567",,\n'
        "GOOGLE,Ben,Okafor,,,ben@example.org,,,\n"
        "GOOGLE,Tom,Roe,,,ben@example.org,,,\n"
        "GOOGLE,Ama,Owusu,,,,,,\n"
        "GOOGLE,,,,,,,,\n"
    )
    reading = read(Contacts=CONTACTS + rows)

    contact = by_key(reading)["mailto:ben@example.org"]
    assert contact.emails == ("info@example.org", "ben@example.org")
    assert contact.phones == ("+49 170 1234567",)
    assert sorted(c.name for c in reading.contacts) == ["Ama Owusu", "Ben Okafor", "Tom Roe"]
    assert set(map(frozenset, relations(reading).values())) == {frozenset([Relation.ACQUAINTANCE])}
    assert skipped(reading) == {SkipReason.DUPLICATE: 1, SkipReason.ANONYMOUS: 1}


def test_the_owners_own_entry_in_the_address_book_is_nobody_else():
    emails = "Email Address,Confirmed,Primary\nmara@example.org,Yes,Yes\n"
    entry = "GOOGLE,Mara,Vogt,,,mara@example.org,,,\n"
    reading = read(**{"Email Addresses": emails}, Contacts=CONTACTS + entry)

    assert reading.ties == ()
    assert skipped(reading) == {SkipReason.NOBODY_ELSE: 1}


def test_an_invitation_of_a_member_who_has_left_is_nobodys():
    reading = read(Invitations=INVITATIONS + 'LinkedIn Member,Mara,"1/2/23, 4:05 PM",,INCOMING,,\n')

    assert skipped(reading) == {SkipReason.ANONYMOUS: 1}
