from __future__ import annotations

import json
import pickle
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

import netzwerkwandel as nw
from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.sources.telegram import looks_like_telegram, read_telegram
from netzwerkwandel.sources.tools import ME, ReadContext, Source


AS_OF = datetime(2026, 6, 1, tzinfo=UTC)
AT = 1710266651
ANNA, BEN, EVA = (f"telegram:user{n}" for n in (2, 3, 4))
MARA = {"user_id": 1, "first_name": "Mara", "last_name": "Vogt", "phone_number": "+49 170 1"}


def read(document, timezone=UTC):
    data = document if isinstance(document, bytes) else json.dumps(document, indent=1).encode()
    context = ReadContext(as_of=AS_OF, timezone=timezone)
    return read_telegram(Source.from_bytes(data, "result.json"), context)


def message(user, name, at=AT, **more):
    return {
        "id": at,
        "type": "message",
        "date": "2024-03-12T18:04:11",
        "date_unixtime": str(at),
        "from": name,
        "from_id": user,
        "text": [{"type": "bold", "text": "Geheimnis"}, " x"],
        "text_entities": [],
    } | more


def chat(kind="personal_chat", name="Anna Schmidt", number=2, messages=()):
    return {"name": name, "type": kind, "id": number, "messages": list(messages)}


def whole(*chats, **more):
    return {
        "about": "x",
        "personal_information": MARA,
        "chats": {"about": "", "list": list(chats)},
    } | more


def names(reading):
    return {contact.key: contact.name for contact in reading.contacts}


def test_whoever_never_answered_is_called_as_the_chat_is():
    reading = read(whole(chat(messages=[message("user1", "Mara Vogt")])))

    assert names(reading)[ANNA] == "Anna Schmidt"
    assert [event.participants for event in reading.interactions] == [(ME, ANNA)]


def test_an_export_without_the_account_is_one_too():
    told = {
        "about": "x",
        "chats": {"about": "", "list": [chat(messages=[message("user2", "Anna")])]},
    }

    assert looks_like_telegram(json.dumps(told).encode())
    assert names(read(told)) == {ANNA: "Anna Schmidt"}


def test_a_chat_of_two_is_with_whom_its_number_says():
    both = [message("user2", "Anna Schmidt"), message("user1", "Mara Vogt", AT + 60)]
    for document in (chat(messages=both), whole(chat(messages=both))):
        reading = read(document)
        assert [event.sender for event in reading.interactions] == [ANNA, ME]
        assert names(reading)[ANNA] == "Anna Schmidt"
        assert (reading.report.read, reading.report.used) == (2, 2)
        assert reading.report.first == datetime(2024, 3, 12, 18, 4, 11, tzinfo=UTC)


def test_the_owner_is_who_the_export_is_of():
    reading = read(whole(chat(messages=[message("user2", "Anna Schmidt")])))
    assert names(reading)[ME] == "Mara Vogt"


def test_in_a_group_those_are_in_touch_who_wrote_to_each_other():
    group = chat(
        "private_supergroup",
        "Kurs",
        99,
        [
            message("user3", "Ben", AT),
            message("user4", "Eva", AT + 60, reply_to_message_id=AT),
            message("user2", "Anna", AT + 300_000),
        ],
    )
    reading = read(whole(group))
    assert [(e.sender, e.participants) for e in reading.interactions] == [(EVA, (BEN, EVA))]
    assert set(names(reading)) == {ME, ANNA, BEN, EVA}


def test_of_a_group_alone_the_owner_may_be_anybody_who_wrote():
    group = chat("private_group", "Kurs", 99, [message("user3", "Ben"), message("user4", "Eva")])
    evidence = read(group).owner_evidence
    assert [(each.key, each.evidence) for each in evidence] == [
        (BEN, nw.MeEvidence.CHATS),
        (EVA, nw.MeEvidence.CHATS),
    ]


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("bot_chat", nw.SkipReason.AUTOMATIC),
        ("verification_codes", nw.SkipReason.AUTOMATIC),
        ("saved_messages", nw.SkipReason.NOBODY_ELSE),
        ("public_channel", nw.SkipReason.MAILING_LIST),
    ],
)
def test_bots_and_channels_are_nobody(kind, reason):
    reading = read(whole(chat(kind, messages=[message("user2", "Anna")])))
    assert dict(reading.report.skipped) == {reason: 1}
    assert ANNA not in names(reading)


def test_calls_with_a_duration_are_calls():
    def call(actor, seconds, at):
        more = {"duration_seconds": seconds} if seconds else {"discard_reason": "missed"}
        told = {"type": "service", "action": "phone_call", "actor": "Anna", "actor_id": actor}
        return {"id": at, "date_unixtime": str(at)} | told | more

    calls = [call("user2", 900, AT), call("user1", 36, AT + 60), call("user2", None, AT + 90)]
    reading = read(whole(chat(messages=calls)))
    assert [(e.channel, e.sender, e.duration) for e in reading.interactions] == [
        (nw.Channel.CALL, ANNA, 0.25),
        (nw.Channel.CALL, ME, 0.01),
    ]
    assert dict(reading.report.skipped) == {nw.SkipReason.MISSED: 1}


def test_services_deleted_accounts_and_wrong_dates_are_counted():
    messages = [
        {"type": "service", "action": "invite_members", "actor": "Ben", "members": ["Eva"]},
        message("user3", None),
        message("channel7", "News"),
        message("user2", "Anna", date_unixtime="x", date="gestern"),
        message("user2", "Anna", date_unixtime="1900000000"),
        "nothing",
    ]
    report = read(whole(chat("private_group", "Kurs", 9, messages))).report
    assert dict(report.skipped) == {
        nw.SkipReason.AUTOMATIC: 1,
        nw.SkipReason.ANONYMOUS: 2,
        nw.SkipReason.NO_DATE: 1,
        nw.SkipReason.FUTURE: 1,
        nw.SkipReason.BROKEN: 1,
    }
    assert report.read == 6


def test_an_old_export_has_the_time_of_the_machine_and_numbers():
    old = message(2, "Anna", date="2019-07-12T18:04:11")
    del old["date_unixtime"]
    old["from_id"] = 2
    reading = read(chat(messages=[old]), timezone=ZoneInfo("Europe/Berlin"))
    assert reading.interactions[0].when == datetime(2019, 7, 12, 16, 4, 11, tzinfo=UTC)
    assert reading.interactions[0].sender == ANNA


def test_saved_contacts_are_acquaintances_with_their_numbers():
    listed = [
        {
            "user_id": 2,
            "first_name": "Anna",
            "last_name": "Schmidt",
            "phone_number": "00491701234567",
        },
        {"first_name": "Ben", "last_name": "", "phone_number": "+49 170 7654321"},
        {"first_name": "", "last_name": "", "phone_number": ""},
    ]
    reading = read(whole(contacts={"about": "", "list": listed}))
    assert names(reading) == {ME: "Mara Vogt", ANNA: "Anna Schmidt", "tel:+491707654321": "Ben"}
    assert [tie.b for tie in reading.ties] == sorted([ANNA, "tel:+491707654321"])
    assert reading.contacts[1].phones or reading.contacts[0].phones


def test_what_there_is_before_it_breaks_off_is_kept():
    data = json.dumps(whole(chat(messages=[message("user2", "Anna")] * 3)), indent=1).encode()
    reading = read(data[: data.rindex(b'"date"')])
    assert reading.report.used == 2
    assert "only the first 2 records were read" in reading.report.problems[0].reason
    with pytest.raises(ExportFormatError):
        read(b'{"name": ')


def test_no_text_is_kept():
    assert b"Geheimnis" not in pickle.dumps(read(whole(chat(messages=[message("user2", "Anna")]))))


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        (b'{"about": "Here is the data", "personal_information": {"user_id": 1', True),
        (b'\xef\xbb\xbf{\n "name": null,\n "type": "private_group",', True),
        (b'{"name": "x", "type": "private_group_of_another_kind"', False),
        (b'[{"type": "personal_chat"}]', False),
        (b'{"version": 1}', False),
    ],
)
def test_an_export_is_known_by_its_kind_of_chat(head, is_one):
    assert looks_like_telegram(head) is is_one


ANY = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=5)
    | st.sampled_from(["user2", "x"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["id", "type", "from", "from_id", "date_unixtime", "messages", "name", "list"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(ANY, ANY)
def test_any_values_in_any_places_give_a_report_or_a_refusal(part, other):
    for document in (
        whole(chat(messages=[part, message("user2", "Anna") | {"from_id": other}])),
        whole(part, contacts={"list": [other]}),
        chat(part, other, other, [message("user2", "Anna")]),
        {"personal_information": part, "chats": other},
    ):
        report = read(document).report
        assert report.read == report.used + sum(dict(report.skipped).values())
