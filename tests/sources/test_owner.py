from __future__ import annotations

from pathlib import Path

import pytest

import netzwerkwandel as nw
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import ME, Contact, MeEvidence, SkipReason, SourceKind, SourceReport, Tie
from netzwerkwandel.records import Records
from netzwerkwandel.sources.owner import Owner, find_owner
from netzwerkwandel.sources.reading import OwnerEvidence, Reading
from sources.exports_folder import (
    BEN,
    BOOK,
    CALENDAR,
    CHEN,
    CONNECTIONS,
    GOOD,
    LINKEDIN,
    MAIL,
    MARA,
    PROFILE,
    calendar,
    event,
    mail,
    mbox,
    read,
    write,
    zipped,
)
from sources.linkedin_archive import IN, MESSAGES


DELIVERED = "Delivered-To: Mara.Vogt@Work.example\n"
WORK = "mailto:mara.vogt@work.example"
TEXTS = b'<smses count="1"><sms address="+491703334445" date="1735689600000" type="1" /></smses>'


def reading(*evidence: OwnerEvidence, **options) -> Reading:
    return Reading(
        report=SourceReport(kind=SourceKind.MAIL, where="x"), owner_evidence=evidence, **options
    )


def delivered(key: str, weight: int) -> Reading:
    return reading(OwnerEvidence(key, MeEvidence.DELIVERED_TO, weight))


def owner_of(records: Records) -> Contact:
    assert records.me is not None
    return records.contact(records.me)


def test_a_name_as_me_is_refused_before_anything_is_read(tmp_path) -> None:
    with pytest.raises(InvalidArgumentError, match="got 'M… V…'"):
        read(tmp_path / "nowhere", me=["Mara Vogt"])


def test_me_as_given_counts(tmp_path) -> None:
    write(tmp_path, GOOD)

    records = read(tmp_path, me=["chen@example.org"])

    assert owner_of(records).name == "Chen Li"
    assert records.me_evidence is MeEvidence.GIVEN
    assert records.summary().startswith("The data of Chen Li, as given.")


def test_an_address_of_mine_that_no_export_has_is_fine(tmp_path) -> None:
    write(tmp_path, {"a.mbox": MAIL})

    records = read(tmp_path, me=["unseen@example.org", "mara@example.org"])

    assert owner_of(records).emails == ("mara@example.org", "unseen@example.org")
    assert len(records.contacts) == 2


def test_the_owner_is_one_contact_however_many_addresses_there_are(tmp_path) -> None:
    old = mbox(mail(1, to="m.vogt@old.example"), mail(2, to="+491701234567@sms.example"))
    write(tmp_path, {**GOOD, "old.mbox": old, "x.zip": zipped(LINKEDIN)})

    records = read(tmp_path, me=["m.vogt@old.example", "mara@example.org", "+49 170 1234567"])

    me = owner_of(records)
    for key in (MARA, "mailto:m.vogt@old.example", "tel:+491701234567", ME):
        assert records.contact(key) == me
    assert me.name == "Mara Vogt"
    assert ME not in {contact.key for contact in records.contacts}
    assert records.person_of[ME] == records.me == me.key


def test_mail_between_my_own_addresses_is_no_contact(tmp_path) -> None:
    to_myself = mail(1, "mara@example.org", "mara@work.example")
    write(tmp_path, {"a.mbox": mbox(to_myself, mail(2))})

    records = read(tmp_path, me=["mara@example.org", "mara@work.example"])

    assert dict(records.reports[0].skipped) == {SkipReason.NOBODY_ELSE: 1}
    assert len(records.interactions) == 1


def test_my_profile_as_given_is_known_in_an_archive_without_one(tmp_path) -> None:
    row = f"1,,Mara Vogt,{IN}mara,Ben Okafor,{IN}ben,2024-03-04 09:00:00 UTC,,Hello,INBOX,\n"
    write(tmp_path, {"messages.csv": (MESSAGES + row).encode()})

    records = read(tmp_path, me=[f"{IN}mara"])

    assert records.interactions[0].participants == ("linkedin:ben", "linkedin:mara")


def test_an_empty_list_of_my_addresses_leaves_it_to_the_data(tmp_path) -> None:
    write(tmp_path, {"a.ics": CALENDAR})

    assert read(tmp_path, me=[]) == read(tmp_path)


def test_the_profile_of_an_archive_names_the_owner(tmp_path) -> None:
    write(tmp_path, {"x.zip": zipped(LINKEDIN), "a.mbox": MAIL})

    records = read(tmp_path)

    assert owner_of(records).keys >= {MARA, ME}
    assert records.me_evidence is MeEvidence.PROFILE
    assert "The data of Mara Vogt, recognised by the profile in the archive." in records.summary()


def test_an_owner_whom_only_chats_name_is_not_known_by_a_profile(tmp_path) -> None:
    chat = "04.03.25, 18:04 - Anna: hi\n04.03.25, 18:05 - Mara: hi\n"
    write(tmp_path, {"WhatsApp Chat mit Anna.txt": chat.encode()})

    records = read(tmp_path)

    assert (owner_of(records).name, records.me_evidence) == ("Mara", MeEvidence.CHATS)
    assert "Die Daten von Mara, erkannt an den Chats." in records.summary("de")
    assert "The data of Mara, recognised by the chats." in records.summary("en")


class Compared(int):
    """A weight that counts how often any is compared."""

    times = 0

    def __radd__(self, other: int) -> Compared:
        return Compared(int(self) + other)

    def __gt__(self, other: int) -> bool:
        Compared.times += 1
        return int(self) > other

    def __eq__(self, other: object) -> bool:
        Compared.times += 1
        return int(self) == other

    __hash__ = int.__hash__


def test_ten_times_as_many_in_a_chat_are_ten_times_the_work_to_find_the_owner() -> None:
    def comparisons(people: int) -> int:
        chat = reading(
            *(OwnerEvidence(f"x:{n}", MeEvidence.CHATS, Compared(n)) for n in range(people))
        )
        Compared.times = 0
        assert find_owner(frozenset(), [chat]) == Owner((f"x:{people - 1}",), MeEvidence.CHATS)
        return Compared.times

    assert 0 < comparisons(200) <= 11 * comparisons(20)


def test_a_profile_of_nothing_but_a_name_names_the_owner(tmp_path) -> None:
    write(tmp_path, {"Connections.csv": CONNECTIONS, "Profile.csv": PROFILE})

    records = read(tmp_path)

    assert (records.me, records.me_evidence) == (ME, MeEvidence.PROFILE)
    assert owner_of(records).name == "Mara Vogt"


def test_the_address_that_mail_was_delivered_to_is_the_owners(tmp_path) -> None:
    mails = [mail(n, to="team@example.org", headers=DELIVERED) for n in range(3)]
    write(tmp_path, {"a.mbox": mbox(*mails, mail(9, "mara.vogt@work.example"))})

    records = read(tmp_path)

    assert owner_of(records).emails == ("Mara.Vogt@work.example",)
    assert records.me_evidence is MeEvidence.DELIVERED_TO
    assert "recognised by the address that the mail was delivered to" in records.summary()


def test_each_mailbox_has_its_own_address_of_the_owner() -> None:
    found = find_owner(frozenset(), [delivered(MARA, 900), delivered(WORK, 3)])

    assert found == Owner((WORK, MARA), MeEvidence.DELIVERED_TO)


def test_a_mail_that_was_kept_from_another_makes_nobody_the_owner() -> None:
    found = find_owner(frozenset(), [delivered(MARA, 900), delivered(BEN, 1)])

    assert found == Owner((MARA,), MeEvidence.DELIVERED_TO)


def test_a_single_mail_is_enough_where_there_is_no_other() -> None:
    assert find_owner(frozenset(), [delivered(BEN, 1)]) == Owner((BEN,), MeEvidence.DELIVERED_TO)


def test_the_owner_of_a_calendar_is_the_owner(tmp_path) -> None:
    write(tmp_path, {"a.ics": CALENDAR, "b.vcf": BOOK})

    records = read(tmp_path)

    assert owner_of(records).name == "Mara Vogt"
    assert records.me_evidence is MeEvidence.CALENDAR
    assert "recognised by the calendar's owner" in records.summary()


def test_the_owner_of_the_fuller_calendar_is_the_owner(tmp_path) -> None:
    others = calendar(event("9", "DTSTART:20240401T090000Z\n"), name="chen@example.org")
    write(tmp_path, {"a.ics": others, "b.ics": CALENDAR})

    assert owner_of(read(tmp_path)).name == "Mara Vogt"


def test_whoever_takes_part_most_is_the_owner(tmp_path) -> None:
    mails = [mail(n, f"friend{n}@example.org") for n in range(5)]
    write(tmp_path, {"a.mbox": mbox(*mails)})

    records = read(tmp_path)

    assert owner_of(records).emails == ("mara@example.org",)
    assert records.me_evidence is MeEvidence.MOST_FREQUENT
    assert "recognised by taking part in almost everything" in records.summary()


def test_stronger_evidence_goes_before_weaker(tmp_path) -> None:
    steps = {
        "a.mbox": (
            mbox(*(mail(n, f"f{n}@example.org", "chen@example.org") for n in range(5))),
            CHEN,
        ),
        "b.ics": (CALENDAR, MARA),
        "c.mbox": (mbox(*(mail(n, headers=DELIVERED) for n in range(3))), WORK),
        "d.zip": (zipped({"Profile.csv": PROFILE, **LINKEDIN}), MARA),
    }

    found = []
    for name, (data, key) in steps.items():
        write(tmp_path, {name: data})
        records = read(tmp_path)
        found.append(records.me_evidence)
        assert records.me == key or key in owner_of(records).keys

    assert found == [
        MeEvidence.MOST_FREQUENT,
        MeEvidence.CALENDAR,
        MeEvidence.DELIVERED_TO,
        MeEvidence.PROFILE,
    ]


def test_an_address_book_is_somebodys_though_it_does_not_say_whose(tmp_path) -> None:
    write(tmp_path, {"a.vcf": BOOK})

    records = read(tmp_path)

    assert (records.me, records.me_evidence) == (ME, MeEvidence.UNNAMED)
    assert records.summary().startswith("The data does not name its owner; say who")
    assert records.summary("de").startswith("Die Daten sagen nicht, wessen sie sind;")


@pytest.mark.parametrize("me", ["mara@example.org", "+49 172 5556667", "linkedin:mara"])
@pytest.mark.parametrize(
    ("name", "export"), [("a.vcf", BOOK), ("sms.xml", TEXTS), ("Connections.csv", CONNECTIONS)]
)
def test_who_was_named_is_not_asked_for_where_the_data_does_not_name_her(
    tmp_path, name: str, export: bytes, me: str
) -> None:
    write(tmp_path, {name: export})

    assert read(tmp_path).me_evidence is MeEvidence.UNNAMED
    named = read(tmp_path, me=[me])
    assert named.me_evidence is MeEvidence.GIVEN
    assert "--me" not in named.summary()


def test_a_calendar_is_somebodys_though_it_does_not_say_whose(tmp_path) -> None:
    alone = (
        "BEGIN:VEVENT\nUID:1\nDTSTART:20240304T090000Z\n"
        "ATTENDEE;CN=Chen Li:mailto:chen@example.org\nEND:VEVENT\n"
    )
    write(tmp_path, {"a.ics": calendar(alone, name="")})

    records = read(tmp_path)

    assert records.me_evidence is MeEvidence.UNNAMED
    assert records.interactions[0].participants == (CHEN, ME)


def test_where_nothing_tells_the_owner_the_summary_says_so(tmp_path) -> None:
    mails = [mail(n, f"a{n}@example.org", f"b{n}@example.org") for n in range(5)]
    write(tmp_path, {"a.mbox": mbox(*mails)})

    records = read(tmp_path)

    assert records.me is None
    assert records.summary().startswith("It is not clear whose data this is; say so with me=[...]")


def test_equal_evidence_is_decided_by_key_and_not_by_order() -> None:
    two = [reading(OwnerEvidence(key, MeEvidence.CALENDAR, 5)) for key in (MARA, BEN)]

    assert find_owner(frozenset(), two) == find_owner(frozenset(), two[::-1])
    assert find_owner(frozenset(), two) == Owner((BEN,), MeEvidence.CALENDAR)


def test_what_is_given_and_a_profile_are_the_same_person() -> None:
    profile = reading(OwnerEvidence("linkedin:mara", MeEvidence.PROFILE))

    assert find_owner(frozenset([MARA]), [profile]) == Owner(
        ("linkedin:mara", MARA), MeEvidence.GIVEN
    )


def test_a_tie_to_whoever_made_the_export_needs_an_owner() -> None:
    tied = reading(ties=[Tie(a=ME, b=BEN)], contacts=[Contact(key=BEN)])

    assert find_owner(frozenset(), [reading()]) is None
    assert find_owner(frozenset(), [reading(), tied]) == Owner((), MeEvidence.UNNAMED)


def test_the_owner_has_a_contact_for_each_key() -> None:
    owner = Owner((BEN, "tel:+491701234567", "linkedin:mara"), MeEvidence.GIVEN)

    assert [(c.key, c.emails, c.phones) for c in owner.contacts()] == [
        (ME, (), ()),
        (BEN, ("ben@example.org",), ()),
        ("tel:+491701234567", (), ("+491701234567",)),
        ("linkedin:mara", (), ()),
    ]


def test_an_owner_whom_no_mail_names_is_told_of_and_changes_nobody(tmp_path: Path) -> None:
    """As when an old mailbox is read with the address of today: the command refuses, this tells."""
    (tmp_path / "old.mbox").write_text(
        "From x Mon Jan  5 10:00:00 2026\n"
        "From: Ana <ana@example.org>\nTo: Ben <ben@example.org>\n"
        "Date: Mon, 5 Jan 2026 10:00:00 +0000\nMessage-ID: <1@x>\n\nhi\n"
    )

    records = nw.read_exports(tmp_path, me=["mara@example.org"])

    assert records.me == "mailto:mara@example.org"
    assert [event.participants for event in records.interactions] == [
        ("mailto:ana@example.org", "mailto:ben@example.org")
    ]
    assert "names none of your addresses" in str(records.reports[0].problems[0])


def test_what_names_no_owner_is_told_of_her_by_her_own_key(tmp_path) -> None:
    chat = mail(1, to="undisclosed-recipients:;", headers="X-Gmail-Labels: Chat\n")
    write(tmp_path, {"chat.mbox": mbox(chat)})

    records = read(tmp_path, me=["mara@example.org"])

    (event,) = records.interactions
    assert event.participants == (BEN, records.me)
    assert records.person_of[ME] == records.me == MARA
