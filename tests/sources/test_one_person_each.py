"""Mail, cards, chats and calls of one person: everybody in them is there once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import netzwerkwandel as nw
from sources.exports_folder import AS_OF, mail, mbox, write, zipped


CARDS = "".join(
    f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nTEL;TYPE=CELL:{number}\n{more}END:VCARD\n"
    for name, number, more in [
        ("Ben Okafor", "+49 170 1000001", "EMAIL:ben@example.org\n"),
        ("Emil Brandt", "+49 170 1000002", ""),
        ("Lotte de Vries", "0170 1000003", ""),
        ("Ines Roth", "+49 170 1000004", ""),
    ]
)


def days(first, count, step):
    return [first + timedelta(days=step * n) for n in range(count)]


def chat(name, *told):
    lines = [f"{day:%d.%m.%y}, 18:{n % 60:02} - {who}: x\n" for n, (day, who) in enumerate(told)]
    return f"WhatsApp Chat mit {name}.txt", "".join(lines).encode()


def both(name, on):
    return [(day, who) for day in on for who in (name, "Mara 🌻")]


@pytest.fixture
def records(tmp_path):
    with_emil = chat("Emil Brandt", *both("Emil Brandt", days(date(2018, 1, 3), 60, 14)))
    group = chat(
        "Designkurs",
        *[
            (day, who)
            for day in days(date(2019, 1, 3), 20, 9)
            for who in ("Emil Brandt", "Lotte de Vries")
        ],
        *[(day, "Mara 🌻") for day in days(date(2020, 1, 3), 3, 9)],
    )
    calls = "".join(
        f'<call number="{number}" duration="600" date="{1_700_000_000_000 + n * 864_000_000}" '
        f'type="{1 + n % 2}" contact_name="{name}" />'
        for n in range(20)
        for number, name in [("01701000001", "Ben Okafor"), ("+491701000004", "Ines Roth")]
    )
    mails = [mail(n) for n in range(9)] + [
        mail(n, "Mara Vogt <mara@example.org>", "ben@example.org") for n in range(9, 14)
    ]
    write(
        tmp_path,
        {
            "mail.mbox": mbox(*mails),
            "book.vcf": CARDS.encode(),
            "WhatsApp Chat - Emil Brandt.zip": zipped({"_chat.txt": with_emil[1]}),
            group[0]: group[1],
            "calls.xml": f"<calls>{calls}</calls>".encode(),
        },
    )
    return nw.read_exports(tmp_path, me=["mara@example.org"], as_of=AS_OF, region="DE")


def test_everybody_is_there_once(records):
    others = sorted(c.name for c in records.contacts if c.key != records.me)
    assert others == ["Ben Okafor", "Emil Brandt", "Ines Roth", "Lotte de Vries"]
    (ben,) = records.find("Ben Okafor")
    assert {"mailto:ben@example.org", "tel:+491701000001"} <= set(ben.keys)
    channels = {e.channel for e in records.interactions if not ben.keys.isdisjoint(e.participants)}
    assert channels == {nw.Channel.MAIL, nw.Channel.CALL}
    assert not records.possible_duplicates()


def test_the_list_has_a_tie_that_only_the_chat_shows(records):
    network = nw.Network.from_records(records, as_of=AS_OF)
    picks = nw.recommend(network, n=3)
    emil = next(pick for pick in picks if pick.contact.name == "Emil Brandt")
    seen = {key for reason in emil.reasons for key in reason.interactions}
    assert seen
    assert all(key.startswith("whatsapp:") for key in seen)


def test_the_summary_names_each_kind(records):
    english, german = records.summary(language="en"), records.summary(language="de")
    assert "(WhatsApp)" in english
    assert "(text messages and calls)" in english
    assert "(SMS und Anrufe)" in german
