from __future__ import annotations

from datetime import UTC, datetime

from netzwerkwandel.model import ME, Channel, MeEvidence, SkipReason
from netzwerkwandel.sources.reading import OwnerEvidence
from sources.linkedin_archive import (
    CONNECTIONS,
    IN,
    INVITATIONS,
    MESSAGES,
    PROFILE,
    by_key,
    message,
    read,
    skipped,
)


def test_the_owner_is_known_by_the_invitations():
    rows = (
        f'Mara Vogt,Ben Okafor,"1/29/26, 2:37 PM",,OUTGOING,{IN}mara,{IN}ben\n'
        f'Ama Owusu,Mara Vogt,"10/2/23, 11:05\u202fAM",,INCOMING,{IN}ama,{IN}mara\n'
    )
    reading = read(Invitations=INVITATIONS + rows)

    received, sent = reading.interactions
    assert (sent.sender, sent.participants) == (ME, ("linkedin:ben", ME))
    assert sent.when == datetime(2026, 1, 29, 14, 37, tzinfo=UTC)
    assert sent.channel is Channel.SIGNAL
    assert (received.sender, received.participants) == ("linkedin:ama", ("linkedin:ama", ME))
    assert reading.owner_evidence == (OwnerEvidence("linkedin:mara", MeEvidence.PROFILE, 2),)
    assert by_key(reading)[ME].name == "Mara Vogt"


def test_the_owner_is_else_who_takes_part_in_every_conversation():
    rows = (
        message("Ben", IN + "ben", "Mara Vogt", conversation="1")
        + message("Mara Vogt", "", "Ben", conversation="1", date="2023-07-01 00:00:00 UTC")
        + message("Ama", IN + "ama", "Mara Vogt", conversation="2")
    )  # fmt: skip
    reading = read(messages=MESSAGES + rows)

    assert by_key(reading)[ME].name == "Mara Vogt"
    assert all(ME in event.participants for event in reading.interactions)
    assert reading.owner_evidence == ()


def test_a_recipient_of_everything_is_the_owner_with_a_profile():
    rows = "".join(
        message(name, IN + name, "Mara Vogt", IN + "mara", conversation=name)
        for name in ("Ben", "Ama", "Tom")
    )
    reading = read(messages=MESSAGES + rows)

    assert reading.owner_evidence == (OwnerEvidence("linkedin:mara", MeEvidence.MOST_FREQUENT, 3),)
    assert by_key(reading)[ME].name == "Mara Vogt"


def test_an_owner_who_never_wrote_is_known_by_what_she_got():
    profile = "First Name,Last Name,Maiden Name,Headline\nMara,Vogt,,\n"
    reading = read(Profile=profile, messages=MESSAGES + message(to="Mara Vogt", urls=IN + "mara"))
    assert reading.owner_evidence == (OwnerEvidence("linkedin:mara", MeEvidence.PROFILE, 1),)
    assert ME in reading.interactions[0].participants


def test_nobody_is_guessed_to_be_the_owner_of_one_conversation():
    rows = (
        message() + message(date="2023-07-01 00:00:00 UTC") + message("Mara Vogt", "", "Ben Okafor")
    )
    reading = read(messages=MESSAGES + rows)

    assert ME not in by_key(reading)
    assert len(reading.interactions) == 3


def test_two_messages_are_too_few_to_guess_the_owner():
    rows = message(conversation="1") + message("Ama", IN + "ama", conversation="2")
    reading = read(messages=MESSAGES + rows)

    assert ME not in by_key(reading)


def test_a_key_given_as_the_owners_own_is_the_owner():
    reading = read(messages=MESSAGES + message(urls=IN + "mara"), me={"linkedin:mara"})

    assert reading.interactions[0].participants == ("linkedin:ben", ME)


def test_the_owners_own_addresses_are_named():
    emails = "Email Address,Confirmed,Primary\nmara@example.org,Yes,Yes\nbroken,No,No\n"
    reading = read(Profile=PROFILE, **{"Email Addresses": emails})

    assert reading.owner_evidence == (OwnerEvidence("mailto:mara@example.org", MeEvidence.PROFILE),)
    assert by_key(reading)[ME].emails == ("mara@example.org",)
    assert (reading.report.read, reading.report.used) == (3, 2)


def test_a_namesake_of_the_owner_with_another_profile_is_somebody_else():
    rows = message("Mara Vogt", IN + "mara", "Mara Vogt", IN + "other-mara")
    more = message("Mara Vogt", IN + "mara", "Ben", IN + "ben", "2023-07-01 00:00:00 UTC")
    reading = read(messages=MESSAGES + rows + more, Profile=PROFILE)

    assert reading.interactions[0].participants == ("linkedin:other-mara", ME)


def test_an_owner_connected_with_herself_has_no_tie_to_herself():
    invitation = INVITATIONS + f'Mara Vogt,Ben,"1/2/23, 4:05 PM",,OUTGOING,{IN}mara,{IN}ben\n'
    reading = read(
        Connections=f"{CONNECTIONS}Mara,Vogt,{IN}mara,,,,1 Jan 2020\n", Invitations=invitation
    )

    assert reading.ties == ()
    assert skipped(reading) == {SkipReason.NOBODY_ELSE: 1}
