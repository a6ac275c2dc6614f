"""The same exports read alike, whether their owner was known beforehand or is found in them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import attrs
import pytest
from tests.sources.exports_folder import AS_OF, calendar, event, mail, mbox, write

from netzwerkwandel import sample
from netzwerkwandel.model import ME, MeEvidence, SkipReason
from netzwerkwandel.records import Records
from netzwerkwandel.sources import tools
from netzwerkwandel.sources.exports import READERS, read_exports
from netzwerkwandel.sources.mail import read_mail
from netzwerkwandel.sources.mail.telling import Telling
from netzwerkwandel.sources.reading import Reading


TO_ME = "Delivered-To: mara@example.org\n"
MINE = [mail(n, headers=TO_ME) for n in range(3)]
BLIND = mail(7, to="undisclosed-recipients:;", headers=TO_ME)
FORWARDED = mail(8, to="team@example.org", headers=TO_ME)
SENT_ON = mail(
    9, to="eve@example.org", headers="Resent-From: dana@example.org\nResent-To: mara@example.org\n"
)
TWO_OF_HERS = (
    b"BEGIN:VCARD\nVERSION:3.0\nFN:Mara Vogt\nEMAIL:mara@example.org\n"
    b"EMAIL:m.vogt@work.example\nEND:VCARD\n"
)
AT_WORK = [
    mail(n, to="undisclosed-recipients:;", headers="Delivered-To: m.vogt@work.example\n")
    for n in range(20, 22)
]
DECLINED = event(
    "4",
    "DTSTART:20240306T090000Z\n"
    "ATTENDEE;PARTSTAT=DECLINED:mailto:m.vogt@work.example\n"
    "ATTENDEE;CN=Eve:mailto:eve@example.org\n",
).replace("ATTENDEE;CN=Mara Vogt:mailto:mara@example.org\n", "")
GROUP = (
    b"12.03.24, 18:04 - Anna: Hallo\n12.03.24, 18:09 - Mara: Hallo Anna\n"
    b"12.03.24, 18:10 - Zoe: Hallo\n"
)
INVITED = (
    b"From,To,Sent At,Direction,inviterProfileUrl,inviteeProfileUrl\n"
    b'Mara Vogt,Ben Okafor,"2/8/23, 9:30 AM",OUTGOING,https://www.linkedin.com/in/mara-vogt,'
    b"https://www.linkedin.com/in/ben-okafor\n"
)

FOLDERS: list[Mapping[str, bytes]] = [
    {"a.mbox": mbox(*MINE, BLIND)},
    {"a.mbox": mbox(*MINE, FORWARDED, SENT_ON)},
    {f"cur/{n}": each for n, each in enumerate([*MINE, BLIND, SENT_ON])},
    {"a.mbox": mbox(*MINE), "b.mbox": mbox(*AT_WORK), "me.vcf": TWO_OF_HERS},
    {
        "a.mbox": mbox(*MINE),
        "me.vcf": TWO_OF_HERS,
        "a.ics": calendar(event("1"), event("2", "DTSTART:20240305T090000Z\n"), DECLINED, name=""),
    },
    {"a.mbox": mbox(*MINE, BLIND), "WhatsApp Chat mit Team/_chat.txt": GROUP},
    {"a.mbox": mbox(*MINE, BLIND), "archive/Invitations.csv": INVITED},
]


def read_once_more(folder: Path, found: Records, **context: object) -> Records:
    """The same exports, where the addresses of whoever was found are given."""
    me = found.contact(ME)
    records = read_exports(folder, me=[*me.emails, *me.profiles, *me.phones], **context)
    assert records.me_evidence is MeEvidence.GIVEN
    return attrs.evolve(records, me_evidence=found.me_evidence)


@pytest.mark.parametrize("files", FOLDERS)
def test_who_is_found_gets_what_one_who_is_given_gets(tmp_path, files):
    write(tmp_path, files)

    found = read_exports(tmp_path, as_of=AS_OF)

    assert found.me_evidence is not MeEvidence.GIVEN
    assert found == read_once_more(tmp_path, found, as_of=AS_OF)


def test_the_invented_person_is_read_alike_too():
    with sample.sample_exports() as folder:
        found = read_exports(folder, as_of=sample.AS_OF)
        again = read_once_more(folder, found, as_of=sample.AS_OF)

    assert found.me_evidence is MeEvidence.PROFILE
    assert found == again


def test_what_is_given_and_stands_nowhere_recognises_nobody():
    with sample.sample_exports() as folder:
        records = read_exports(folder, as_of=sample.AS_OF, me=["nobody@nowhere.example"])

    assert records.me_evidence is MeEvidence.PROFILE


def test_a_blind_copy_counts_for_who_is_found(tmp_path):
    write(tmp_path, FOLDERS[0])

    (report,) = read_exports(tmp_path, as_of=AS_OF).reports

    assert (report.used, dict(report.skipped)) == (4, {})


def test_a_blind_copy_to_an_address_that_only_her_card_tells_counts(tmp_path):
    # Of two mails alone nobody would say that their mailbox is hers.
    write(tmp_path, FOLDERS[3])

    reports = {Path(r.where).name: r for r in read_exports(tmp_path, as_of=AS_OF).reports}

    assert reports["b.mbox"].used == 2


def test_what_she_declined_under_another_address_of_her_card_did_not_happen(tmp_path):
    write(tmp_path, FOLDERS[4])

    reports = {Path(r.where).name: r for r in read_exports(tmp_path, as_of=AS_OF).reports}

    assert dict(reports["a.ics"].skipped) == {SkipReason.DECLINED: 1}


def test_who_is_found_at_a_shared_address_is_not_who_shares_it(tmp_path):
    anna, carl = (f"{name} Kraus <family@example.org>" for name in ("Anna", "Carl"))
    to_anna = mail(1, sender="eve@example.org", to=anna)
    of_carl = [mail(n, sender=carl, to=f"p{n}@example.org") for n in range(2, 5)]
    write(tmp_path, {"a.mbox": mbox(to_anna, *of_carl)})

    records = read_exports(tmp_path, as_of=AS_OF)

    assert records.me_evidence is MeEvidence.MOST_FREQUENT
    assert records.contact(ME).name == "Carl Kraus"
    assert "Anna Kraus" in {contact.name for contact in records.contacts}


@pytest.mark.slow
def test_it_does_not_matter_who_reads(tmp_path):
    write(tmp_path, {**FOLDERS[1], **FOLDERS[4], "b.mbox": mbox(BLIND)})

    assert read_exports(tmp_path, as_of=AS_OF, workers=2) == read_exports(tmp_path, as_of=AS_OF)


def test_a_reader_of_ones_own_is_told_who_was_found(tmp_path):
    class Diary:
        kind = "diary"

        def looks_like(self, head, name):
            return head.startswith(b"diary")

        def read(self, source, context):
            tally = tools.Tally(self.kind, source.where)
            tally.skip(SkipReason.NOBODY_ELSE, len(context.me))
            return Reading(report=tally.report(), for_owner=tools.read_again(self, source, context))

    write(tmp_path, {"a.mbox": mbox(*MINE), "d.txt": b"diary"})

    records = read_exports(tmp_path, as_of=AS_OF, readers=[*READERS, Diary()])

    diary = next(report for report in records.reports if report.kind == "diary")
    assert dict(diary.skipped) == {SkipReason.NOBODY_ELSE: 1}


def test_a_mailbox_is_told_anew_only_for_keys_that_it_has(monkeypatch):
    mails = (
        b"From x Mon Mar  4 08:05:00 2024\nDate: 4 Mar 2024 08:05 +0000\nFrom: ben@example.org\n"
        b"To: mara@example.org\n\nHello\n\n"
        b"From x Mon Mar  4 08:05:00 2024\nDate: 5 Mar 2024 08:05 +0000\nFrom: ben@example.org\n\n"
    )
    told = []
    monkeypatch.setattr(Telling, "reading", _noting(told, Telling.reading))

    def read(*me):
        file = tools.SourceFile.from_bytes(mails, "a.mbox")
        return read_mail([file], "a.mbox", me=frozenset(me), as_of=AS_OF)

    mara, other = "mailto:mara@example.org", "linkedin:mara"
    for before, after, times in (
        ({mara}, {mara, other}, 0),
        ({other}, {mara, other}, 1),
        (set(), {other}, 1),
    ):
        first, expected = read(*before), read(*after)
        told.clear()
        again = first.for_owner(frozenset(after))
        assert again == expected
        assert list(again.interactions) == list(expected.interactions)
        assert len(told) == times
        assert again.for_owner(frozenset(before)) == first


def _noting(calls, function):
    def noted(*args):
        calls.append(args)
        return function(*args)

    return noted
