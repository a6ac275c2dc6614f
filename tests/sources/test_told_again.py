"""What is read before it shows whose it is is told anew only where that makes a difference."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from netzwerkwandel.sources.calendar import read_calendar
from netzwerkwandel.sources.files import SourceFile
from sources.linkedin_archive import (
    CONNECTIONS,
    CONTACTS,
    IN,
    INVITATIONS,
    MESSAGES,
    PROFILE,
    message,
    read,
)


MARA, WORK, BEN = "mailto:mara@example.org", "mailto:m.vogt@example.org", "mailto:ben@example.org"
ANYBODY = "mailto:anybody@example.org"
PAGE = "linkedin:mara"

DIARY = b"""BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
DTSTART:20260304T090000Z
ATTENDEE:mailto:mara@example.org
ATTENDEE;PARTSTAT=DECLINED:mailto:m.vogt@example.org
ATTENDEE:mailto:ben@example.org
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART:20260305T090000Z
ATTENDEE;PARTSTAT=DECLINED:mailto:m.vogt@example.org
ATTENDEE:mailto:ben@example.org
ATTENDEE:mailto:ana@example.org
END:VEVENT
BEGIN:VEVENT
UID:3
DTSTART:20260306T090000Z
ATTENDEE:mailto:zoe@example.org
END:VEVENT
END:VCALENDAR
"""


def diary(me=frozenset()):
    file = SourceFile.from_bytes(DIARY, "a.ics")
    return read_calendar(file, me=frozenset(me), as_of=datetime(2026, 6, 1, tzinfo=UTC))


def archive(me=frozenset()):
    return read(
        me=frozenset(me),
        Connections=CONNECTIONS
        + f"Ben,Okafor,{IN}ben,ben@example.org,,,08 Feb 2023\nEva,Maier,,,,,08 Feb 2023\n",
        Contacts=CONTACTS + ",Ana,Ruiz,,,ana@example.org,,Ana Ruiz,\n",
        messages=MESSAGES
        + message("Ben Okafor", IN + "ben", "Mara Vogt", IN + "mara")
        + message("Ama Owusu", IN + "ama", "Mara Vogt", IN + "mara", conversation="2"),
    )


def owned(me=frozenset()):
    return read(
        me=frozenset(me),
        Profile=PROFILE,
        Invitations=INVITATIONS
        + f'Mara Vogt,Ben Okafor,"1/29/26, 2:37 PM",,OUTGOING,{IN}mara,{IN}ben\n',
    )


KEYS = [
    (),
    (MARA,),
    (WORK,),
    (MARA, WORK),
    (BEN,),
    (ANYBODY,),
    (PAGE,),
    (PAGE, ANYBODY),
    ("linkedin:ben",),
    ("linkedin:ama", "mailto:ana@example.org"),
    ("mailto:ana@example.org",),
]


@pytest.mark.parametrize("tell", [diary, archive, owned])
@pytest.mark.parametrize("before", KEYS)
@pytest.mark.parametrize("me", KEYS)
def test_it_is_told_as_if_her_keys_had_been_known_before(tell, before, me):
    again = tell(before).for_owner(frozenset(me))

    assert again == tell(me)
    assert again.for_owner(frozenset(before)) == tell(before)


@pytest.mark.parametrize(
    ("tell", "me"),
    [
        (diary, [MARA]),
        (diary, [MARA, WORK, ANYBODY]),
        (diary, [WORK, BEN]),
        (archive, [ANYBODY]),
        (owned, [PAGE, ANYBODY]),
    ],
)
def test_it_is_not_told_anew_where_that_says_the_same(tell, me):
    reading = tell(me[:1])

    again = reading.for_owner(frozenset(me))

    # Equal contacts that are the same objects were made once.
    is_same = reading.contacts[0] is again.contacts[0]
    assert is_same is (reading == tell(me))
