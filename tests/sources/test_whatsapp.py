from __future__ import annotations

import pickle

import pytest

import netzwerkwandel as nw
from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.sources.tools import ME, Source, SourceFile, saved_name_key
from netzwerkwandel.sources.whatsapp import WhatsAppReader, looks_like_whatsapp
from netzwerkwandel.sources.whatsapp.lines import MANY, Lines
from sources.whatsapp_chats import AS_OF, BERLIN, LRM, context, one, read, told


@pytest.mark.parametrize(
    ("first", "second", "when"),
    [
        ("04.03.25, 18:04 - {}", "04.03.25, 18:05 - {}", "2025-03-04 18:04"),
        ("04.03.2025, 18:04 - {}", "14.03.2025, 18:05 - {}", "2025-03-04 18:04"),
        ("[04.03.25, 18:04:11] {}", "[04.03.25, 18:05:11] {}", "2025-03-04 18:04"),
        ("3/4/25, 6:04 PM - {}", "3/14/25, 6:05 PM - {}", "2025-03-04 18:04"),
        ("3/4/25, 6:04\u202fPM - {}", "3/5/25, 6:05\u202fPM - {}", "2025-03-04 18:04"),
        ("[3/4/25, 6:04:11\u202fPM] {}", "[3/5/25, 6:05:11\u202fPM] {}", "2025-03-04 18:04"),
        ("04/03/2025, 18:04 - {}", "14/03/2025, 18:05 - {}", "2025-03-04 18:04"),
        ("04/03/2025, 6:04 pm - {}", "05/03/2025, 6:05 pm - {}", "2025-03-04 18:04"),
        ("4/3/25, 6:04 p. m. - {}", "4/3/25, 6:05 p. m. - {}", "2025-03-04 18:04"),
        (
            "4/3/25, 6:04\u00a0p.\u00a0m. - {}",
            "14/3/25, 6:05\u00a0p.\u00a0m. - {}",
            "2025-03-04 18:04",
        ),
        ("2025-03-04, 18:04 - {}", "2025-03-04, 18:05 - {}", "2025-03-04 18:04"),
        ("2025-03-04, 6:04 p.m. - {}", "2025-03-04, 6:05 p.m. - {}", "2025-03-04 18:04"),
        ("[2025-03-04 18:04] {}", "[2025-03-04 18:05] {}", "2025-03-04 18:04"),
        ("04-03-2025 18:04 - {}", "04-03-2025 18:05 - {}", "2025-03-04 18:04"),
        ("4. 3. 2025. 18:04 - {}", "4. 3. 2025. 18:05 - {}", "2025-03-04 18:04"),
        ("04/03/2025 à 18:04 - {}", "04/03/2025 à 18:05 - {}", "2025-03-04 18:04"),
        ("[4.3.2025 klo 18.04.11] {}", "[4.3.2025 klo 18.05.11] {}", "2025-03-04 18:04"),
        ("[05.08.23, 5:52:02 PM] {}", "[05.08.23, 5:53:02 PM] {}", "2023-08-05 17:52"),
        ("04.03.25, 6:04 nachm. - {}", "04.03.25, 6:05 nachm. - {}", "2025-03-04 18:04"),
        ("04.03.25, 11:04 vormittags - {}", "04.03.25, 11:05 abends - {}", "2025-03-04 11:04"),
        ("04.03.25, 12:04 nachts - {}", "04.03.25, 2:05 nachts - {}", "2025-03-04 00:04"),
        ("04.03.25, 12:04 mittags - {}", "04.03.25, 1:05 mittags - {}", "2025-03-04 12:04"),
        ("3/4/25, 12:04 AM - {}", "3/14/25, 12:05 AM - {}", "2025-03-04 00:04"),
        ("2025/3/4 下午6:04 - {}", "2025/3/4 下午6:05 - {}", "2025-03-04 18:04"),
        ("4.03.2025, 18:04 - {}", "14.03.2025, 18:05 - {}", "2025-03-04 18:04"),
    ],
)
def test_a_date_is_read_as_the_phone_writes_it(first, second, when):
    text = f"{first.format('Anna: hi')}\n{second.format('Mara: hi')}\n"
    reading = one(text, "WhatsApp Chat with Anna.txt")
    assert looks_like_whatsapp(text.encode())
    assert told(reading)[0] == (when, "Anna", ["Mara"])
    assert reading.report.used == 2


@pytest.mark.parametrize(
    ("dates", "days"),
    [
        (["3/4/25", "3/13/25"], ["2025-03-04", "2025-03-13"]),
        (["3/4/25", "13/4/25"], ["2025-04-03", "2025-04-13"]),
        # No number over 12: the order of the file is that of time.
        (["5/1/25", "4/2/25"], ["2025-01-05", "2025-02-04"]),
        (["1/5/25", "2/4/25"], ["2025-01-05", "2025-02-04"]),
        # Nothing was written after it was read.
        (["05/07/2026"], ["2026-05-07"]),
    ],
)
def test_day_and_month_are_told_apart_over_the_whole_file(dates, days):
    text = "".join(f"{day}, 10:00 - Anna: hi\n" for day in dates)
    reading = one(text, "WhatsApp Chat with Anna.txt")
    assert [when[:10] for when, _, _ in told(reading)] == days
    assert not reading.report.problems


def test_what_can_be_read_in_both_orders_is_said():
    reading = one("04/03/2025, 18:04 - Anna: hi\n", "WhatsApp Chat with Anna.txt")
    assert told(reading)[0][0] == "2025-03-04 18:04"
    assert [problem.reason for problem in reading.report.problems] == [
        "day and month can be read in either order; the usual one was taken"
    ]


def test_the_moment_is_by_the_zone_of_the_phone():
    text = "01.07.25, 18:04 - Anna: hi\n01.12.25, 18:04 - Anna: hi\n"
    reading = one(text, "WhatsApp Chat mit Anna.txt", timezone=BERLIN)
    assert [when for when, _, _ in told(reading)] == ["2025-07-01 16:04", "2025-12-01 17:04"]


def test_of_a_chat_of_two_the_owner_is_whom_it_is_not_called_after():
    text = "04.03.25, 18:04 - Anna Schmidt: hi\n04.03.25, 18:05 - Mara 🌻: hi\n"
    for name in (
        "WhatsApp Chat mit Anna Schmidt.txt",
        "WhatsApp-Chat mit Anna Schmidt (2).txt",
        "x/WhatsApp Chat - Anna Schmidt.zip/_chat.txt",
        "Discussion WhatsApp avec Anna Schmidt.txt",
        "Chat de WhatsApp con Anna Schmidt.txt",
        "Conversa do WhatsApp com Anna Schmidt.txt",
        "Chat WhatsApp con Anna Schmidt.txt",
        "WhatsApp-chat met Anna Schmidt.txt",
        "Anna Schmidt ile WhatsApp Sohbeti.txt",
        "Czat WhatsApp z użytkownikiem Anna Schmidt.txt",
    ):
        reading = one(text, name)
        keys = {contact.key: contact.name for contact in reading.contacts}
        assert keys == {ME: "Mara 🌻", saved_name_key("Anna Schmidt"): "Anna Schmidt"}


def test_whoever_never_wrote_is_who_the_chat_is_called_after():
    reading = one("04.03.25, 18:04 - Mara: hi\n", "WhatsApp Chat mit Anna.txt")
    assert told(reading) == [("2025-03-04 18:04", "Mara", ["Anna"])]
    assert {contact.key for contact in reading.contacts} == {ME, saved_name_key("Anna")}


def test_on_an_iphone_the_first_notice_tells_the_title():
    text = (
        f"{LRM}[04.03.25, 18:04:11] Anna Schmidt: {LRM}Nachrichten und Anrufe sind "
        "Ende-zu-Ende-verschlüsselt.\n[04.03.25, 18:05:11] Mara: hi\n"
    )
    reading = one(text, "_chat.txt")
    assert told(reading) == [("2025-03-04 18:05", "Mara", ["Anna Schmidt"])]
    assert reading.report.read == 2
    assert dict(reading.report.skipped) == {nw.SkipReason.AUTOMATIC: 1}


def test_a_message_of_many_lines_is_one():
    text = (
        "04.03.25, 18:04 - Anna: hi\n\nAgenda:\n10.03.25 Mara: kommt\nUhrzeit: 18:05 - spät\n"
        "04.03.25, 18:07 - Anna: \nBis dann\r\n"
    )
    reading = one(text, "WhatsApp Chat mit Anna.txt")
    assert (reading.report.read, reading.report.used) == (2, 2)


def test_names_with_dots_numbers_and_marks_are_who_they_are():
    text = (
        "[04.03.25, 18:04:11] \u202a+49\u00a0170\u00a01234567\u202c: hi\n"
        "[04.03.25, 18:05:11] ~\u202fBen Okafor: hi\n"
        "[04.03.25, 18:06:11] Dr. Klein: hi\n"
    )
    reading = one(text, "WhatsApp Chat - Kurs.zip/_chat.txt")
    keys = [contact.key for contact in reading.contacts]
    assert "tel:+491701234567" in keys
    assert saved_name_key("Dr. Klein") in keys
    # What a stranger calls himself is not how the phone's address book has him.
    assert saved_name_key("Ben Okafor") not in keys
    assert {contact.name for contact in reading.contacts} == {"", "Ben Okafor", "Dr. Klein"}


@pytest.mark.parametrize(
    "line",
    [
        "Anna hat Ben hinzugefügt.",
        'Anna hat den Betreff von "A" zu "B: C" geändert.',
        "Anna changed the subject from “A: x” to “B”",
        "Du hast die Gruppe „Kurs“ erstellt.",
        "Anna left",
        "You're now an admin",
        "Verpasster Sprachanruf um 18:04",
        "Deine Sicherheitsnummer für Anna hat sich geändert. Tippe, um mehr zu erfahren.",
        "Se añadió a +34 600 11 22 33",
        "Les messages et les appels sont chiffrés de bout en bout.",
    ],
)
def test_on_android_what_names_nobody_is_of_nobody(line):
    reading = one(
        f"04.03.25, 18:04 - {line}\n04.03.25, 18:05 - Anna: hi\n", "WhatsApp Chat mit Kurs.txt"
    )
    assert (reading.report.read, reading.report.used) == (2, 1)
    assert saved_name_key(line) not in {contact.key for contact in reading.contacts}


@pytest.mark.parametrize(
    ("author", "text"),
    [
        ("Priya", "You added Priya."),
        ("Boris", 'Boris created group "X"'),
        ("Anna", "Anna hat die Gruppe verlassen."),
        ("Anna", f"{LRM}Du hast Anna hinzugefügt."),
        ("Anna", f"{LRM}Anna left"),
        ("Anna", f"{LRM}Anna a ajouté Ben"),
        ("Anna", f"{LRM}Anna salió del grupo"),
        ("Anna", f"{LRM}Anna ha aggiunto Ben"),
        ("Anna", f"{LRM}Anna saiu"),
        ("Anna", f"{LRM}Anna heeft de groep verlaten"),
        ("Anna", f"{LRM}Anna opuścił(a) grupę"),
        (
            "Kurs",
            f"{LRM}Messages and calls are end-to-end encrypted. No one outside can read them.",
        ),
        ("Kurs", "Los mensajes y las llamadas están cifrados de extremo a extremo."),
        ("Anna", f"{LRM}Your security code with Anna changed. Tap to learn more."),
    ],
)
def test_a_notice_with_an_author_is_no_message_of_hers(author, text):
    reading = one(f"[04.03.25, 18:04:11] {author}: {text}\n[04.03.25, 18:05:11] Eva: hi\n")
    assert reading.report.used == 1
    assert dict(reading.report.skipped) == {nw.SkipReason.AUTOMATIC: 1}


@pytest.mark.parametrize(
    "text",
    [
        "You added too much salt",
        "Anna ist krank, sagt Anna",
        f"{LRM}image omitted",
        f"{LRM}Image omitted",
        f"{LRM}<attached: 00000012-PHOTO-2025-03-04.jpg>",
        f"{LRM}Bild weggelassen",
        "<Medien ausgeschlossen>",
        "IMG-1.jpg (Datei angehängt)",
        f"{LRM}This message was deleted.",
        "Diese Nachricht wurde gelöscht.",
        "hi <This message was edited.>",
        "Standort: https://maps.google.com/?q=1,2",
        "Voice call, but when?",
        "Missed you!",
        "",
    ],
)
def test_what_somebody_sent_is_a_message_whatever_is_left_of_it(text):
    reading = one(f"[04.03.25, 18:04:11] Anna: {text}\n", "WhatsApp Chat - Anna.zip/_chat.txt")
    assert reading.report.used == 1
    assert reading.interactions[0].channel is nw.Channel.MESSAGE


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        (f"{LRM}Voice call, {LRM}30 min", 0.5),
        (f"{LRM}Video call, {LRM}1 hr 30 min", 1.5),
        ("Sprachanruf, 36 Sek.", 0.01),
        ("Videoanruf, 1 Std. 6 Min.", 1.1),
        ("Appel vocal, 12 min", 0.2),
        ("Llamada de voz, 12 min", 0.2),
        ("Videochiamata, 12 min", 0.2),
        ("Chamada de voz, 12 min", 0.2),
        ("Spraakoproep, 12 min", 0.2),
    ],
)
def test_a_call_that_was_answered_is_a_call(text, hours):
    reading = one(f"[04.03.25, 18:04:11] Anna: {text}\n", "WhatsApp Chat - Anna.zip/_chat.txt")
    (call,) = reading.interactions
    assert call.channel is nw.Channel.CALL
    assert call.duration == pytest.approx(hours)
    assert call.participants == tuple(sorted([ME, saved_name_key("Anna")]))


@pytest.mark.parametrize(
    "text",
    [
        f"{LRM}Missed voice call, {LRM}Tap to call back",
        f"{LRM}Voice call, {LRM}No answer",
        "Verpasster Sprachanruf",
        "Verpasster Videoanruf. Tippe, um zurückzurufen.",
        f"{LRM}Sprachanruf, {LRM}Keine Antwort",
        "Appel vidéo manqué",
        "Videollamada perdida",
        "Chiamata vocale persa",
        "Chamada de voz perdida",
        "Gemiste spraakoproep",
        "Nieodebrane połączenie głosowe",
        "Cevapsız sesli arama",
    ],
)
def test_a_call_that_nobody_answered_is_no_contact(text):
    reading = one(
        f"[04.03.25, 18:04:11] Anna: {text}\n[04.03.25, 18:04:11] Anna: hi\n",
        "WhatsApp Chat - Anna.zip/_chat.txt",
    )
    assert dict(reading.report.skipped) == {nw.SkipReason.MISSED: 1}
    assert len(reading.interactions) == 1


def test_a_group_ties_those_who_wrote_to_each_other_and_nobody_else():
    members = ", ".join(f"Person {n}" for n in range(60))
    text = (
        f"04.03.25, 10:00 - Anna hat die Gruppe „Kurs“ erstellt.\n"
        f"04.03.25, 10:01 - Anna hat {members} hinzugefügt.\n"
        "04.03.25, 18:04 - Ben: wer kommt?\n04.03.25, 18:05 - Eva: ich\n"
    )
    reading = one(text, "WhatsApp Chat mit Kurs.txt")
    assert told(reading) == [("2025-03-04 18:05", "Eva", ["Ben"])]
    # Silent members are known, and not in touch.
    assert saved_name_key("Person 7") in {contact.key for contact in reading.contacts}


def test_the_owner_is_called_in_groups_as_in_chats_of_two():
    pair = ("WhatsApp Chat mit Anna.txt", "04.03.25, 18:04 - Mara: hi\n04.03.25, 18:05 - Anna: x\n")
    group = (
        "WhatsApp Chat mit Kurs.txt",
        "04.03.25, 9:00 - Mara: hi\n04.03.25, 9:05 - Ben: x\n04.03.25, 9:06 - Eva: x\n",
    )
    reading = read(pair, group)
    names = {contact.key: contact.name for contact in reading.contacts}
    assert names[ME] == "Mara"
    assert saved_name_key("Mara") not in names
    assert told(reading) == told(read(group, pair))


def test_the_owner_of_a_group_alone_is_known_by_her_address_or_by_what_she_deleted():
    text = "04.03.25, 9:00 - Mara Vogt: hi\n04.03.25, 9:05 - Ben: x\n04.03.25, 9:06 - Eva: x\n"
    name = "WhatsApp Chat mit Kurs.txt"
    assert ME not in {contact.key for contact in one(text, name).contacts}
    by_address = one(text, name, me=["mailto:mara.vogt@example.org"])
    assert [c.name for c in by_address.contacts if c.key == ME] == ["Mara Vogt"]
    deleted = "04.03.25, 9:07 - Mara Vogt: Du hast diese Nachricht gelöscht.\n"
    assert [c.name for c in one(text + deleted, name).contacts if c.key == ME] == ["Mara Vogt"]


def test_whoever_writes_in_most_groups_of_a_phone_is_its_owner(tmp_path):
    for name, others in {"Kurs": ["Ben", "Eva"], "Chor": ["Anna", "Emil"]}.items():
        who = ["Mara", *others]
        lines = [f"14.03.25, 9:0{n} - {author}: x\n" for n, author in enumerate(who)]
        (tmp_path / f"WhatsApp Chat mit {name}.txt").write_text("".join(lines), encoding="utf-8")
    records = nw.read_exports(tmp_path, as_of=AS_OF)
    assert records.me_evidence is nw.MeEvidence.CHATS
    assert records.contact(records.me).name == "Mara"


def test_a_later_export_of_a_chat_tells_what_is_new():
    lines = [f"0{n}.03.25, 18:04 - Anna: hi\n" for n in range(1, 8)]
    early, late = "".join(lines[:5]), "".join(lines[3:])
    one_file, two = (
        one("".join(lines), "WhatsApp Chat mit Anna.txt"),
        read(("WhatsApp Chat mit Anna.txt", early), ("WhatsApp Chat mit Anna (1).txt", late)),
    )
    assert told(one_file) == told(two)
    assert dict(two.report.skipped) == {nw.SkipReason.DUPLICATE: 2}
    assert two.report.used == one_file.report.used == 7


@pytest.mark.parametrize(
    ("notice", "reason"),
    [
        ("Dieser Chat ist mit einem Unternehmenskonto.", nw.SkipReason.AUTOMATIC),
        (
            "This business uses a secure service from Meta to manage this chat.",
            nw.SkipReason.AUTOMATIC,
        ),
        ("You created a broadcast list with 12 recipients", nw.SkipReason.MAILING_LIST),
    ],
)
def test_businesses_and_broadcast_lists_are_nobody(notice, reason):
    text = f"04.03.25, 9:00 - {notice}\n04.03.25, 9:05 - DHL: x\n"
    reading = one(text, "WhatsApp Chat mit DHL.txt")
    assert not len(reading.interactions)
    assert not reading.contacts
    assert dict(reading.report.skipped)[reason] >= 1


def test_lines_after_the_moment_of_reading_or_without_a_date_are_counted():
    text = (
        "04.03.25, 9:00 - Anna: x\n31.02.25, 9:00 - Anna: x\n04.03.25, 27:00 - Anna: x\n"
        "04.03.27, 9:00 - Anna: x\n"
    )
    reading = one(text, "WhatsApp Chat mit Anna.txt")
    assert dict(reading.report.skipped) == {nw.SkipReason.FUTURE: 1, nw.SkipReason.NO_DATE: 2}
    assert [str(p) for p in reading.report.problems] == [
        "WhatsApp Chat mit Anna.txt, row 2: the date cannot be read"
    ]


def test_what_has_no_line_of_a_chat_is_refused():
    with pytest.raises(ExportFormatError, match="no line of a chat"):
        one("nothing of the kind")


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"2024-03-12 18:04:11 INFO started",
        b"[2024-03-12 18:04:11] INFO: started",
        b"From ana@example.org Mon Mar  4 08:05:00 2024\n",
        b"Subject,Start Date\n",
        b"BEGIN:VCARD",
        b"12.03.24;18:04;Anna",
    ],
)
def test_other_files_are_none(head):
    assert not looks_like_whatsapp(head)


def test_no_text_is_kept():
    secret = "Geheimnis"
    text = f"04.03.25, 9:00 - Anna: {secret}\n{secret}: x\n31.02.25, 9:00 - Anna: {secret}\n"
    reading = one(text, "WhatsApp Chat mit Anna.txt")
    assert secret.encode() not in pickle.dumps(reading)


@pytest.mark.slow
def test_of_a_file_beyond_all_bounds_the_days_are_held():
    count, who = MANY + 200_000, ("Anna", "Mara")
    text = "".join(
        f"{1 + n // 30_000:02}.03.25, {n // 1250 % 24:02}:{n % 60:02} - {who[n % 2]}: x\n"
        for n in range(count)
    )
    reading = one(text, "WhatsApp Chat mit Anna.txt")
    assert reading.report.read == reading.report.used == count
    assert len(reading.interactions) == 2 * (1 + (count - 1) // 30_000)
    assert reading.report.last.day == 1 + (count - 1) // 30_000


def test_of_a_file_beyond_all_bounds_a_day_that_comes_back_is_held_once():
    day, lines = (("9:00", "Anna"), ("9:01", "Anna"), ("9:02", "Mara")), Lines()
    lines.date.extend([lines.dates["01.03.25"]] * (MANY + 1))

    for _ in range(3):
        lines.add("".join(f"\n04.03.25, {time} - {who}: x" for time, who in day))

    assert list(lines.author) == [0, 0, 1]
    assert dict(lines.more) == {(1, 0): 4, (1, 1): 2}


def test_utf_16_is_read_too():
    text = "\ufeff04.03.25, 9:00 - Zoë: x\n"
    source = Source.from_bytes(text.encode("utf-16-le"), "WhatsApp Chat mit Zoë.txt")
    reading = WhatsAppReader().read(source, context())
    assert [contact.name for contact in reading.contacts if contact.key != ME] == ["Zoë"]


def test_chats_of_one_folder_are_read_together_zipped_or_not():
    reader, head = WhatsAppReader(), b""
    names = ["a/WhatsApp Chat - Anna.zip/_chat.txt", "a/WhatsApp Chat mit Ben.txt"]
    assert {reader.group(SourceFile.from_bytes(b"", name), head) for name in names} == {"a"}
