"""What each reader of the library is tried on: small exports of its kind, and large ones.

A new reader gets a row here: ``check_reader`` is run on every one of ``READERS``.
"""

from __future__ import annotations

import json
import plistlib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta

import attrs

from sources.compound import compound, filetime, fixed, text
from sources.exports_folder import ADDRESSES, CONNECTIONS, PROFILE, card, event, mail, mbox
from sources.exports_folder import calendar as calendar_of
from sources.imessage_database import AT, database
from sources.linkedin_archive import MESSAGES, message


SECRET = "the roof is leaking"
SENT = datetime(2024, 3, 4, 8, tzinfo=UTC)


@attrs.frozen
class Tried:
    """The examples of a reader, of each its files by their names, and how to make a larger one."""

    examples: list[Mapping[str, bytes]]
    larger: Callable[[int], Mapping[str, bytes]]
    secret: str = SECRET


def _mailbox(n):
    return mbox(*(mail(i) + f"{SECRET}\n".encode() for i in range(n)))


def _archive(n):
    rows = [message(conversation=f"c{i}", content=SECRET) for i in range(n)]
    return {
        "Connections.csv": CONNECTIONS,
        "Profile.csv": PROFILE,
        "Email Addresses.csv": ADDRESSES,
        "messages.csv": (MESSAGES + "".join(rows)).encode(),
    }


def _calendar(n):
    described = f"DTSTART:20240304T090000Z\nDESCRIPTION:{SECRET}\n"
    return calendar_of(*(event(str(i), described) for i in range(n)))


def _book(n):
    noted = card("Ben Okafor", "ben@example.org").replace(b"END:", f"NOTE:{SECRET}\nEND:".encode())
    return noted + b"".join(card(f"Dana Fox {i}", f"dana{i}@example.org") for i in range(n))


def _table(head, row, between=","):
    """How to make a table of people: its heading, and a row with {} where their number stands."""

    def of(n):
        rows = (row.replace("{}", str(i)) for i in range(n))
        return {"contacts.csv": "\r\n".join([head, *rows]).replace(",", between).encode()}

    return of


def _directory(n):
    return {
        "book.ldif": b"\n".join(
            f"dn: cn=Dana Fox,mail=dana{i}@example.org\ncn: Dana Fox\nmail: dana{i}@example.org\n"
            f"description: {SECRET}\n".encode()
            for i in range(n)
        )
    }


_GOOGLE = _table(
    "First Name,Last Name,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value",
    f"Dana,Fox,{SECRET},* myContacts,* Work,dana{{}}@example.org",
)
_OUTLOOK = _table(
    "Anrede,Vorname,Weitere Vornamen,Nachname,Suffix,Firma,Notizen,E-Mail-Adresse",
    f",Dana,,Fox,,Contoso,{SECRET},dana{{}}@example.org",
    ";",
)
_THUNDERBIRD = _table(
    "First Name,Last Name,Display Name,Nickname,Primary Email,Notes",
    f"Dana,Fox,Dana Fox,,dana{{}}@example.org,{SECRET}",
)
_XING = _table(
    "Vorname,Nachname,Firma,Position,E-Mail,Kontakt seit",
    "Dana,Fox,Contoso,Designer,dana{}@example.org,2020-03-04",
)


def _chat(n):
    lines = [
        f"04.03.25, {i // 60 % 24:02}:{i % 60:02} - {('Anna', 'Mara')[i % 2]}: {SECRET}\n{SECRET}\n"
        for i in range(n)
    ]
    head = "04.03.25, 00:00 - Nachrichten und Anrufe sind Ende-zu-Ende-verschlüsselt.\n"
    return {"WhatsApp Chat mit Anna.txt": (head + "".join(lines)).encode()}


def _iphone(n):
    lines = [
        f"\u200e[3/{i % 28 + 1}/24, 6:04:11\u202fPM] {who}: {what}\r\n"
        for i in range(n)
        for who, what in [("Anna", SECRET), ("~\u202fBen", "\u200eVoice call, \u200e4 min")]
    ]
    return {"_chat.txt": "".join(lines).encode()}


def _exporter(n):
    messages = {
        str(i): {"from_me": i % 2 == 0, "timestamp": 1_710_266_651.0 + i * 60, "meta": False}
        | {"data": SECRET, "sender": None}
        for i in range(n)
    }
    chats = {"491701234567@s.whatsapp.net": {"name": "Anna", "messages": messages}}
    return {"result.json": json.dumps(chats).encode()}


_BACKUP = "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n"


def _texts(n):
    rows = [
        f'<sms address="+4917012345{i % 90 + 10}" date="{1_710_266_651_000 + i * 60_000}" '
        f'type="{i % 2 + 1}" body="{SECRET} &#55357;&#56838;" contact_name="Anna {i % 90}" />'
        for i in range(n)
    ]
    several = (
        f'<mms date="1710266651000" msg_box="1" address="+491701234567~+491701234568">'
        f'<parts><part text="{SECRET}" /></parts><addrs><addr address="+491701234567" type="137" />'
        "</addrs></mms>"
    )
    return {"sms.xml": f"{_BACKUP}<smses>{several}{''.join(rows)}</smses>".encode()}


def _calls(n):
    rows = [
        f'<call number="+4917012345{i % 90 + 10}" duration="{i % 9}" type="{i % 3 + 1}" '
        f'date="{1_710_266_651_000 + i * 60_000}" contact_name="Anna {i % 90}" />'
        for i in range(n)
    ]
    return {"calls.xml": f"{_BACKUP}<calls>{''.join(rows)}</calls>".encode()}


def _meta(n):
    messages = [
        {"sender_name": ("J\u00c3\u00b6rg", "Mara")[i % 2], "content": SECRET}
        | {"timestamp_ms": 1_710_266_651_000 + i * 60_000}
        for i in range(n)
    ]
    thread = {"participants": [{"name": "J\u00c3\u00b6rg"}, {"name": "Mara"}]}
    return {"message_1.json": json.dumps(thread | {"messages": messages}).encode()}


def _slack(n):
    users = [
        {"id": f"U{i}", "profile": {"real_name": name, "email": f"{name.lower()}@example.org"}}
        for i, name in enumerate(("Anna", "Mara"))
    ]
    messages = [
        {"type": "message", "user": f"U{i % 2}", "text": SECRET}
        | {"ts": f"{1_710_266_651 + i * 60}.000100"}
        for i in range(n)
    ]
    return {
        "users.json": json.dumps(users).encode(),
        "general/2024-03-12.json": json.dumps(messages).encode(),
    }


def _discord(n):
    messages = [
        {"ID": i, "Timestamp": f"2024-03-{i % 28 + 1:02} 18:04:{i % 60:02}", "Contents": SECRET}
        for i in range(n)
    ]
    return {
        "messages/index.json": b'{"123": "Direct Message with anna#0"}',
        "messages/c123/channel.json": b'{"id": "123", "type": 1, "recipients": ["1", "2"]}',
        "messages/c123/messages.json": json.dumps(messages).encode(),
    }


def _older_discord(n):
    rows = [f"{i},2020-10-{i % 28 + 1:02} 18:04:11.5+00:00,{SECRET}," for i in range(n)]
    table = "\r\n".join(["ID,Timestamp,Contents,Attachments", *rows])
    files = {name: data for name, data in _discord(0).items() if not name.endswith("messages.json")}
    return files | {"messages/c123/messages.csv": table.encode()}


def _teams(n):
    people = ("8:live:anna", "8:live:mara")
    messages = [
        {"from": people[i % 2], "displayName": "Anna", "messagetype": "Text", "content": SECRET}
        | {"originalarrivaltime": f"2024-03-{i % 28 + 1:02}T18:04:{i % 60:02}Z"}
        for i in range(n)
    ]
    chat = {"id": "8:live:anna", "displayName": "Anna", "MessageList": messages}
    export = {"userId": "8:live:mara", "exportDate": "2024-05-01T10:00", "conversations": [chat]}
    return {"messages.json": json.dumps(export).encode()}


def _outlook_calendar(n):
    head = (
        "Subject,Start Date,Start Time,End Date,End Time,All day event,Meeting Organizer,"
        "Required Attendees,Optional Attendees,Description"
    )
    row = (
        f"Lunch,3/{{}}/2024,9:00:00 AM,3/{{}}/2024,10:00:00 AM,False,Mara Vogt,Ben Okafor,,{SECRET}"
    )
    rows = (row.format(13 + i % 15, 13 + i % 15) for i in range(n))
    return {"calendar.csv": "\r\n".join([head, *rows]).encode()}


def _telegram(n):
    messages = [
        {"id": i, "type": "message", "from": ("Anna", "Mara")[i % 2], "from_id": f"user{2 - i % 2}"}
        | {"date_unixtime": str(1_710_266_651 + i * 60), "text": SECRET}
        for i in range(n)
    ]
    chat = {"name": "Anna", "type": "personal_chat", "id": 2, "messages": messages}
    export = {"personal_information": {"user_id": 1}, "chats": {"list": [chat]}}
    return {"result.json": json.dumps(export, indent=1).encode()}


def _signal(n):
    lines = [
        {"version": 1, "backupTimeMs": "1780000000000"},
        {
            "recipient": {
                "id": "2",
                "contact": {"e164": "+491701234567", "profileGivenName": "Anna"},
            }
        },
    ]
    lines += [
        {
            "chatItem": {
                "authorId": "2",
                "dateSent": str(1_710_266_651_000 + i * 60_000),
                "incoming": {},
            }
            | {"standardMessage": {"text": {"body": SECRET}}}
        }
        for i in range(n)
    ]
    return {"main.jsonl": "\n".join(map(json.dumps, lines)).encode()}


def _google_chat(n):
    people = [
        {"name": name, "email": f"{name.lower()}@example.org", "user_type": "Human"}
        for name in ("Anna", "Mara")
    ]
    messages = [
        {
            "creator": people[i % 2],
            "created_date": f"Tuesday, March {i % 28 + 1}, 2024 at 6:04:11 PM UTC",
        }
        | {"text": SECRET}
        for i in range(n)
    ]
    return {
        "DM 1/group_info.json": json.dumps({"members": people}).encode(),
        "DM 1/messages.json": json.dumps({"messages": messages}).encode(),
    }


def _saved(n):
    """A folder of messages that Outlook has saved."""
    return {
        f"{i}.msg": compound(
            {
                "__properties_version1.0": fixed(32, t0039=filetime(SENT + timedelta(hours=i))),
                "__substg1.0_1000001F": text(SECRET),
                "__substg1.0_0C1A001F": text("Dana Fox"),
                "__substg1.0_5D01001F": text(f"dana{i:04}@example.org"),
                "__recip_version1.0_#00000000": {
                    "__substg1.0_3001001F": text("Mara Vogt"),
                    "__substg1.0_39FE001F": text("mara@example.org"),
                },
            }
        )
        for i in range(n)
    }


def _mac(n):
    """The XML files of an archive of Outlook for Mac."""
    return {
        f"message_{i:05}.xml": (
            f"<emails><email><OPFMessageCopyBody>{SECRET}</OPFMessageCopyBody>"
            f"<OPFMessageCopyFromAddresses><emailAddress OPFContactEmailAddressAddress="
            f'"dana{i:04}@example.org" OPFContactEmailAddressName="Dana Fox"/>'
            "</OPFMessageCopyFromAddresses><OPFMessageCopyToAddresses><emailAddress "
            'OPFContactEmailAddressAddress="mara@example.org"/></OPFMessageCopyToAddresses>'
            f"<OPFMessageCopySentTime>2024-03-04T{i // 60 % 24:02}:{i % 60:02}:00"
            "</OPFMessageCopySentTime></email></emails>"
        ).encode()
        for i in range(n)
    }


def _imessage(n):
    return {"chat.db": database([(AT + i, i % 2, 1, 1) for i in range(n)], text=SECRET)}


def _google_voice(n):
    def message(i):
        who = ("+491701234567", "span", "Anna") if i % 2 else ("+491700000000", "abbr", "Me")
        return (
            f'<div class="message"><abbr class="dt" title="2024-03-{i % 28 + 1:02}T18:04:11Z">x'
            f'</abbr>: <cite class="sender vcard"><a class="tel" href="tel:{who[0]}"><{who[1]} '
            f'class="fn">{who[2]}</{who[1]}></a></cite>: <q>{SECRET}</q></div>'
        )

    body = "".join(map(message, range(n)))
    return {
        "Anna - Text.html": (
            '<?xml version="1.0" ?><html><head><title>Anna</title></head><body>'
            f'<div class="hChatLog hfeed">{body}</div></body></html>'
        ).encode()
    }


def _mac_book(n):
    """The files of the cards in the archive of a Mac's address book."""
    return {
        f"{i}.abcdp": plistlib.dumps(
            {
                "First": "Dana",
                "Last": "Fox",
                "UID": f"{i:04}:ABPerson",
                "Note": SECRET,
                "Email": {"values": [f"dana{i:04}@example.org"], "labels": ["_$!<Home>!$_"]},
            },
            fmt=plistlib.FMT_BINARY,
        )
        for i in range(n)
    }


TRIED: dict[str, Tried] = {
    "mail": Tried(
        examples=[
            {"mail.mbox": _mailbox(3)},
            {f"{i}.eml": mail(i) + SECRET.encode() for i in range(3)},
        ],
        larger=lambda n: {"mail.mbox": _mailbox(n)},
    ),
    "calendar": Tried([{"mara.ics": _calendar(2)}], lambda n: {"mara.ics": _calendar(n)}),
    "address book": Tried([{"book.vcf": _book(1)}], lambda n: {"book.vcf": _book(n)}),
    "linkedin": Tried([_archive(2), {"Connections.csv": CONNECTIONS}], _archive),
    "google contacts": Tried([_GOOGLE(2)], _GOOGLE),
    "outlook contacts": Tried([_OUTLOOK(2)], _OUTLOOK),
    "thunderbird contacts": Tried([_THUNDERBIRD(2)], _THUNDERBIRD),
    "xing contacts": Tried([_XING(2)], _XING, secret=""),
    "whatsapp": Tried([_chat(3), _iphone(2), _exporter(3)], _chat),
    "phone": Tried([_texts(2), _calls(9)], _texts),
    "outlook calendar": Tried([_outlook_calendar(2)], _outlook_calendar),
    "telegram": Tried([_telegram(3)], _telegram),
    "signal": Tried([_signal(3)], _signal),
    "google chat": Tried([_google_chat(3)], _google_chat),
    "meta": Tried([_meta(3)], _meta),
    "slack": Tried([_slack(3)], _slack),
    "discord": Tried([_discord(3), _older_discord(3)], _discord),
    "teams": Tried([_teams(3)], _teams),
    "outlook mail": Tried([_saved(2)], _saved, secret=""),
    "apple contacts": Tried([_mac_book(2)], _mac_book),
    "outlook for mac": Tried([_mac(2)], _mac),
    "imessage": Tried([_imessage(3)], _imessage),
    "google voice": Tried([_google_voice(3)], _google_voice),
    "directory": Tried([_directory(2)], _directory),
}
