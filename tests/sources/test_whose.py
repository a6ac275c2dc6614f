"""An export says that it is somebody else's than the rest."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

import netzwerkwandel as nw
from sources.exports_folder import write


NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
CONNECTIONS = b"First Name,Last Name,URL,Company,Connected On\nRudi,Ratlos,,Firma,14 Mar 2019\n"


def profile(name: str, email: str = "") -> dict[str, bytes]:
    """A LinkedIn archive of somebody."""
    first, last = name.split(" ")
    files = {
        "Profile.csv": f"First Name,Last Name,Maiden Name,Headline\n{first},{last},,\n",
        "Email Addresses.csv": f"Email Address,Confirmed,Primary\n{email},Yes,Yes\n",
    }
    archive = {f"LinkedIn {name}/{file}": text.encode() for file, text in files.items() if email}
    archive[f"LinkedIn {name}/Profile.csv"] = files["Profile.csv"].encode()
    return {**archive, f"LinkedIn {name}/Connections.csv": CONNECTIONS}


def telegram(first: str, last: str, user: int, phone: str = "") -> dict[str, bytes]:
    """What Telegram exports for somebody."""
    message = {"id": 1, "type": "message", "date_unixtime": "1710266651", "from": "Rita Rost"}
    chat = {"name": "Rita Rost", "type": "personal_chat", "id": 9}
    who = {"user_id": user, "first_name": first, "last_name": last, "phone_number": phone}
    told = {
        "personal_information": who,
        "chats": {"list": [{**chat, "messages": [{**message, "from_id": "user9"}]}]},
    }
    return {f"telegram {user}.json": json.dumps(told).encode()}


def takeout(name: str, address: str) -> dict[str, bytes]:
    """Google Chat, of the Takeout of somebody."""
    who, other = (
        {"name": n, "email": a, "user_type": "Human"}
        for n, a in [(name, address), ("Rita", "rita@r.example")]
    )
    day = "Tuesday, March 12, 2024 at 6:04:11 PM UTC"
    told = {
        "Users/User 1/user_info": {"user": who, "membership_info": []},
        "Groups/DM a/group_info": {"members": [who, other]},
        "Groups/DM a/messages": {
            "messages": [{"creator": other, "created_date": day, "text": "a", "topic_id": "x"}]
        },
    }
    return {
        f"Takeout/Google Chat/{n}.json": json.dumps(t, indent=2).encode() for n, t in told.items()
    }


def facebook(name: str) -> dict[str, bytes]:
    """What Facebook lets somebody download."""
    chat = {
        "participants": [{"name": "Rita Rost"}, {"name": name}],
        "messages": [{"sender_name": "Rita Rost", "timestamp_ms": 1_710_266_651_000}],
        "title": "Rita Rost",
    }
    told = {
        "your_facebook_activity/messages/inbox/rita_1/message_1": chat,
        "personal_information/profile": {"profile_v2": {"name": {"full_name": name}}},
    }
    return {f"facebook/{n}.json": json.dumps(t).encode() for n, t in told.items()}


def mailbox(name: str, address: str) -> dict[str, bytes]:
    """Mails between somebody and Ana."""
    pairs = [(f"{name} <{address}>", "Ana Berg <ana@x.example>")] * 3
    pairs += [(to, sender) for sender, to in pairs]
    mails = [
        f"From x Mon Jun  1 10:00:00 2020\nFrom: {sender}\nTo: {to}\n"
        f"Date: {n + 1:02} Jun 2020 10:00:00 +0000\nMessage-ID: <{n}@{name[0]}>\n"
        f"{'Delivered-To: ' + address if address in to else 'X-A: 1'}\n\nHallo\n\n"
        for n, (sender, to) in enumerate(pairs)
    ]
    return {f"{address}.mbox": "".join(mails).encode()}


def card(name: str, *lines: str) -> dict[str, bytes]:
    """An address book with one card."""
    told = "\n".join(["BEGIN:VCARD", "VERSION:3.0", f"FN:{name}", *lines, "END:VCARD", ""])
    return {"book.vcf": told.encode()}


def read(tmp_path, *parts: dict[str, bytes], me=None) -> nw.Records:
    for part in parts:
        write(tmp_path, part)
    return nw.read_exports(tmp_path, me=me, as_of=NOON)


KARLA = nw.Contact(
    key="mailto:karla@w.example",
    name="Karla Weidner",
    emails=["karla@w.example"],
    phones=["+49 172 5556667"],
)


@pytest.mark.parametrize(
    "theirs",
    [
        profile("Bert Anders"),
        profile("Bert Anders", "bert@a.example"),
        telegram("Bert", "Anders", 77, "+49 172 9999999"),
        takeout("Bert Anders", "bert@a.example"),
        facebook("Bert Anders"),
    ],
)
def test_an_archive_of_another_name_is_not_hers_who_is_known(tmp_path, theirs) -> None:
    with pytest.raises(nw.SeveralOwnersError, match="whose owner has another name") as caught:
        read(tmp_path, mailbox("Karla Weidner", "karla@w.example"), theirs, me=KARLA)

    assert str(tmp_path) in caught.value.where


@pytest.mark.parametrize(
    "hers",
    [
        profile("Karla Weidner"),
        profile("Karla Sommer"),
        profile("Charlotte Sommer", "karla@w.example"),
        profile("Karla Weidner-Sommer", "new@w.example"),
        telegram("Sonnenblume", "", 7),
        takeout("Wander Lust", "karla@w.example"),
        facebook("Karla Sommer"),
        telegram("Wander", "Lust", 7, "+491725556667"),
    ],
)
def test_whoever_has_married_or_calls_herself_otherwise_is_still_she(tmp_path, hers) -> None:
    records = read(tmp_path, hers, me=KARLA)

    assert not [problem for report in records.reports for problem in report.problems]
    assert "mailto:karla@w.example" in records.contact(records.me).keys


def test_a_chat_that_names_no_owner_may_be_of_whoever_writes_in_it(tmp_path) -> None:
    lines = ["05.06.24, 10:00 - Rolf Rabe: Hallo", "06.06.24, 10:00 - Bert Anders: Moin"]
    chat = {"WhatsApp Chat mit Rolf Rabe.txt": "\n".join(lines).encode()}

    records = read(tmp_path, chat, mailbox("Karla Weidner", "karla@w.example"), me=KARLA)

    assert len(records.reports) == 2


def test_two_peoples_archives_in_one_folder_are_refused_unless_it_is_said_whose_they_are(
    tmp_path,
) -> None:
    both = (profile("Karla Weidner", "karla@w.example"), telegram("Bert", "Anders", 77))

    with pytest.raises(nw.SeveralOwnersError, match=r"telegram 77\.json"):
        read(tmp_path, *both)
    records = read(tmp_path, me=["karla@w.example"])

    (told,) = (problem for report in records.reports for problem in report.problems)
    assert told.where.endswith("telegram 77.json")
    assert told.reason.startswith("it names somebody else as its owner")


def test_the_account_that_she_gives_is_hers_whatever_it_is_called(tmp_path) -> None:
    hers = profile("Karla Weidner", "karla@w.example")
    both = hers, telegram("Wander", "Lust", 7, "+49 172 5556667")

    records = read(tmp_path, *both, me=["karla@w.example", "+49 172 5556667"])

    assert not [problem for report in records.reports for problem in report.problems]


def test_a_card_of_hers_says_that_an_account_is_hers(tmp_path) -> None:
    hers = card("Karla Weidner", "EMAIL:karla@w.example", "TEL;TYPE=CELL:+491725556667")
    both = (
        profile("Karla Weidner", "karla@w.example"),
        telegram("Wander", "Lust", 7, "+491725556667"),
    )

    assert len(read(tmp_path, *both, hers).reports) == 3


def test_a_number_of_the_family_on_his_card_does_not_make_his_account_hers(tmp_path) -> None:
    his = card("Bert Anders", "TEL;TYPE=HOME:+491725556667", "TEL;TYPE=CELL:+491729999999")

    with pytest.raises(nw.SeveralOwnersError):
        read(tmp_path, his, telegram("Bert", "Anders", 77, "+491729999999"), me=KARLA)


def test_beside_a_mailbox_of_another_name_an_archive_is_read_and_told_of(tmp_path) -> None:
    records = read(tmp_path, mailbox("Karla Weidner", "karla@w.example"), profile("Bert Anders"))

    (told,) = (problem for report in records.reports for problem in report.problems)
    assert "LinkedIn Bert Anders" in told.where


def test_an_account_under_which_she_was_known_is_hers_under_its_new_name(tmp_path) -> None:
    known = read(tmp_path / "old", telegram("Karla", "Weidner", 7))
    newer = read(tmp_path / "new", telegram("Wander", "Lust", 7), me=known.contact(known.me))

    assert len(known.join(newer).contacts) == 2
