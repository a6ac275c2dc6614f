from __future__ import annotations

import json
import pickle
from datetime import UTC, date, datetime

import pytest
from hypothesis import given

import netzwerkwandel as nw
from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.sources.meta import MetaReader, looks_like_meta, read_meta
from netzwerkwandel.sources.tools import ME, ReadContext, Source, SourceFile
from sources.test_telegram import ANY


AS_OF = datetime(2026, 6, 1, tzinfo=UTC)
AT = 1710266651000
ZIPS = ("facebook-mara-2026-03-12-x7Gh2k.zip", "facebook-mara-2026-03-12-a8Bc3d.zip")
INBOX = f"{ZIPS[0]}/your_facebook_activity/messages/inbox"


def message(name, at=AT, **more):
    return {"sender_name": name, "timestamp_ms": at, "content": "Geheimnis"} | more


def thread(names, *messages):
    """A chat as Meta writes it: each byte of UTF-8 as a letter."""
    people = [{"name": name} for name in names]
    told = {"participants": people, "messages": list(messages), "title": names[0]}
    text = json.dumps(told, ensure_ascii=False).encode().decode("latin-1")
    return json.dumps(json.loads(text, strict=False)).encode()


def encrypted(names, *messages):
    told = {"participants": names, "threadName": f"{names[0]}_4", "messages": list(messages)}
    return json.dumps(told, ensure_ascii=False).encode()


def read(files):
    sources = [SourceFile.from_bytes(data, where) for where, data in files.items()]
    return read_meta(Source(sources, "facebook"), ReadContext(as_of=AS_OF))


def names(reading):
    return {contact.key: contact.name for contact in reading.contacts}


def told(reading):
    called = names(reading)
    return [
        (called[e.sender], sorted(map(called.get, e.participants))) for e in reading.interactions
    ]


PAIR = ["Jörg Käfer", "Mara Vogt"]
BOTH = [message(PAIR[0]), message(PAIR[1], AT + 60_000)]


def test_a_chat_of_two_is_with_the_other_and_names_are_as_meant():
    reading = read({f"{INBOX}/joerg_1/message_1.json": thread(PAIR, *BOTH)})
    assert told(reading) == [(name, PAIR) for name in PAIR]
    assert (reading.report.read, reading.report.used) == (2, 2)
    assert reading.report.first == datetime(2024, 3, 12, 18, 4, 11, tzinfo=UTC)


def test_names_in_any_script_are_repaired():
    reading = read({"message_1.json": thread(["Анна", "Łukasz"], message("Анна"))})
    assert set(names(reading).values()) == {"Анна", "Łukasz"}


def test_the_files_of_a_chat_are_one_and_what_is_kept_twice_counts_once():
    group = ["Ben", "Eva", "Mara"]
    parts = {
        f"{INBOX}/kurs_1/message_2.json": thread(group, message("Ben")),
        f"{INBOX}/kurs_1/message_1.json": thread(group, message("Eva", AT + 60_000)),
    }
    assert told(read(parts)) == [("Eva", ["Ben", "Eva"])]
    secure = [
        {"senderName": each["sender_name"], "timestamp": each["timestamp_ms"]} for each in BOTH
    ]
    plain, apart = thread(PAIR, *BOTH), encrypted(PAIR, *secure)
    once = read({f"{INBOX}/joerg_1/message_1.json": plain})
    twice = read(
        {
            f"{INBOX}/joerg_1/message_1.json": plain,
            f"{ZIPS[0]}/your_facebook_activity/messages/e2ee_cutover/j_2/message_1.json": plain,
            "secure/Jörg Käfer_4.json": apart,
        }
    )
    assert twice.interactions == once.interactions
    assert read({"secure/Jörg Käfer_4.json": apart}).interactions == once.interactions


def test_whose_download_it_is_says_its_profile():
    profile = json.dumps({"profile_v2": {"name": {"full_name": "Mara Vogt"}}}).encode()
    chat = {f"{INBOX}/joerg_1/message_1.json": thread(PAIR, *BOTH)}
    evidence = read(chat | {f"{ZIPS[1]}/personal_information/p.json": profile}).owner_evidence
    assert [each.evidence for each in evidence] == [nw.MeEvidence.PROFILE]
    assert {each.evidence for each in read(chat).owner_evidence} == {nw.MeEvidence.CHATS}


def test_without_a_profile_she_is_in_most_chats_and_no_friend_of_her_own():
    friends = json.dumps({"friends_v2": [{"name": "Eva", "timestamp": 1500000000}]}).encode()
    files = {
        f"{INBOX}/eva_1/message_{n}.json": thread(["Eva", "Mara"], message("Eva", AT + n))
        for n in (1, 2)
    }
    weights = {names(read(files))[each.key]: each.weight for each in read(files).owner_evidence}
    assert weights == {"Eva": 1, "Mara": 1}
    reading = read(files | {"your_friends.json": friends})
    assert [names(reading)[each.key] for each in reading.owner_evidence] == ["Mara"]


def test_friends_are_acquaintances_since_a_day():
    listed = [{"name": "J\u00c3\u00b6rg", "timestamp": 1500000000}, {"name": ""}, "x"]
    reading = read({"your_friends.json": json.dumps({"friends_v2": listed}).encode()})
    assert [(tie.a, names(reading)[tie.b], tie.since) for tie in reading.ties] == [
        (ME, "Jörg", date(2017, 7, 14))
    ]
    assert not reading.interactions
    assert dict(reading.report.skipped) == {nw.SkipReason.ANONYMOUS: 2}


def test_a_call_lasts_and_a_missed_one_is_none():
    calls = [message(PAIR[0], call_duration=900), message(PAIR[1], AT + 1000, call_duration=0)]
    reading = read({"message_1.json": thread(PAIR, *calls)})
    assert [(e.channel, e.duration) for e in reading.interactions] == [(nw.Channel.CALL, 0.25)]
    assert dict(reading.report.skipped) == {nw.SkipReason.MISSED: 1}


def test_strangers_vanished_accounts_and_wrong_dates_are_counted():
    reading = read(
        {
            f"{ZIPS[0]}/messages/message_requests/x_1/message_1.json": thread(
                ["Kim", "Mara"], message("Kim")
            ),
            f"{INBOX}/y_1/message_1.json": thread(
                ["Facebook user", "Mara"],
                message("Facebook user"),
                message("Mara", "gestern"),
                message("Mara", 1_900_000_000_000),
                message("Mara", type="Subscribe"),
                "nothing",
            ),
        }
    )
    assert set(names(reading).values()) == {"Mara"}
    assert dict(reading.report.skipped) == {
        nw.SkipReason.OF_A_STRANGER: 1,
        nw.SkipReason.ANONYMOUS: 1,
        nw.SkipReason.NO_DATE: 1,
        nw.SkipReason.FUTURE: 1,
        nw.SkipReason.AUTOMATIC: 1,
        nw.SkipReason.BROKEN: 1,
    }


def test_names_of_instagram_are_not_those_of_facebook():
    keys = {
        min(names(read({f"{service}/inbox/a_1/message_1.json": thread(PAIR, *BOTH)})))
        for service in ("your_instagram_activity/messages", "messages")
    }
    assert {key.split("-name:")[0] for key in keys} == {"facebook", "instagram"}


def test_the_archives_of_a_download_are_one_tree():
    reader = MetaReader()
    wheres = [
        f"d/{ZIPS[0]}/your_facebook_activity/messages/inbox/anna_1/message_1.json",
        f"d/{ZIPS[1]}/messages/e2ee_cutover/anna_2/message_1.json",
        f"d/{ZIPS[1]}/connections/friends/your_friends.json",
        f"d/{ZIPS[1]}/personal_information/profile_information/profile_information.json",
    ]
    groups = {reader.group(SourceFile.from_bytes(b"", where), b"") for where in wheres}
    assert groups == {"d/facebook-mara-2026-03-12"}


def test_what_there_is_before_it_breaks_off_is_kept():
    data = thread(PAIR, *BOTH)
    reading = read({"message_1.json": data[: data.rindex(b'"content"')]})
    assert reading.report.used == 1
    assert "only the first record was read" in reading.report.problems[0].reason
    with pytest.raises(ExportFormatError):
        read({"message_1.json": b'{"participants": '})


def test_no_text_is_kept():
    assert b"Geheimnis" not in pickle.dumps(read({"message_1.json": thread(PAIR, *BOTH)}))


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        (thread(PAIR, *BOTH), True),
        (encrypted(PAIR, {"senderName": "Mara"}), True),
        (b'\xef\xbb\xbf{\n "friends_v2": [', True),
        (b'{"participants": [{"name": "Eva"}]}', False),
        (b'{"relationships_following": [', False),
    ],
)
def test_a_download_is_known_by_how_it_begins(head, is_one):
    assert looks_like_meta(head) is is_one


@given(ANY, ANY)
def test_any_values_in_any_places_give_a_report_or_a_refusal(part, other):
    for document in (
        {"participants": [part, {"name": other}], "messages": [other, message(part, other)]},
        {"participants": part, "messages": [message("Eva", call_duration=other)]},
        {"friends_v2": [part, {"name": "Eva", "timestamp": other}]},
        {"profile_v2": part, "messages": other},
    ):
        report = read({"message_1.json": json.dumps(document).encode()}).report
        assert report.read == report.used + sum(dict(report.skipped).values())
