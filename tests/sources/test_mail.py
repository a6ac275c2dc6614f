from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.model import MeEvidence, SkipReason, SourceKind
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.mail import read_mail


AS_OF = datetime(2026, 3, 1, tzinfo=UTC)
ANA, BEN, CHEN = "mailto:ana@example.org", "mailto:ben@example.org", "mailto:chen@example.org"


def mail(number=1, sender="Ben Okafor <ben@example.org>", **headers):
    """Write a mail; a header given as None is left out."""
    lines = {
        "Message-ID": f"<{number}@example.org>",
        "Date": f"Mon, {number % 28 + 1} Mar 2024 08:05:00 +0000",
        "From": sender,
        "To": "Ana Ruiz <ana@example.org>",
        "Subject": "a secret",
    } | {name.replace("_", "-"): value for name, value in headers.items()}
    text = "".join(f"{name}: {value}\n" for name, value in lines.items() if value is not None)
    return text.encode() + b"\nA text that nobody else reads.\n\n"


def mbox(*mails, line=b"From - Mon Mar 11 09:00:00 2024\n"):
    return b"".join(line + text for text in mails)


def read(*texts, **options):
    files = [SourceFile.from_bytes(text, f"{n}.eml") for n, text in enumerate(texts)]
    return read_mail(files, "mailbox", **{"as_of": AS_OF} | options)


def skipped(reading):
    report = reading.report
    assert report.read == report.used + sum(n for _, n in report.skipped)
    return dict(report.skipped)


def test_a_mail_is_an_interaction_of_all_who_stand_in_it():
    reading = read(mail(Cc="chen@example.org", Bcc='"Zoë" <zoe@example.org>'))
    (interaction,) = reading.interactions
    assert interaction.participants == (ANA, BEN, CHEN, "mailto:zoe@example.org")
    assert interaction.sender == BEN
    assert interaction.when == datetime(2024, 3, 2, 8, 5, tzinfo=UTC)
    assert interaction.channel == "mail"
    assert interaction.key.startswith("mail:")
    assert [(c.key, c.name, c.emails) for c in reading.contacts] == [
        (ANA, "Ana Ruiz", ("ana@example.org",)),
        (BEN, "Ben Okafor", ("ben@example.org",)),
        (CHEN, "", ("chen@example.org",)),
        ("mailto:zoe@example.org", "Zoë", ("zoe@example.org",)),
    ]


def test_the_report_says_what_was_read():
    report = read(mail(1), mail(2), mail(3, To=None)).report
    assert (report.kind, report.where, report.read, report.used) == (
        SourceKind.MAIL,
        "mailbox",
        3,
        2,
    )
    assert dict(report.skipped) == {SkipReason.NOBODY_ELSE: 1}
    assert report.addresses == 2
    assert (report.first.day, report.last.day) == (2, 3)


def test_nothing_of_subject_or_text_is_kept():
    reading = read(mail(), mail(Message_ID=None))
    assert "secret" not in repr(reading)
    assert "nobody else reads" not in repr(reading)


def test_an_mbox_holds_many_mails():
    reading = read(mbox(mail(1), mail(2), mail(3, Precedence="list")))
    assert reading.report.used == 2
    assert skipped(reading) == {SkipReason.MAILING_LIST: 1}


def test_a_mail_in_two_folders_counts_once():
    reading = read(mbox(mail(1), mail(2)), mail(2, Subject="changed"), mail(3))
    assert reading.report.used == 3
    assert skipped(reading) == {SkipReason.DUPLICATE: 1}


def test_mails_without_a_message_id_are_told_apart_by_what_they_say():
    reading = read(
        mail(1, Message_ID=None),
        mail(1, Message_ID=None, Subject="a\n secret"),
        mail(1, Message_ID=" <> "),
        mail(1, Message_ID=None, Cc="chen@example.org"),
        mail(2, Message_ID=None),
        mail(1, Message_ID=None, Subject="another"),
    )
    assert reading.report.used == 4
    assert skipped(reading) == {SkipReason.DUPLICATE: 2}


@pytest.mark.parametrize(
    ("headers", "reason"),
    [
        ({"List_Id": "<talk.example.org>"}, SkipReason.MAILING_LIST),
        ({"Auto_Submitted": "auto-replied"}, SkipReason.AUTOMATIC),
        ({"sender": "No Reply <no-reply@example.org>"}, SkipReason.AUTOMATIC),
        ({"sender": None}, SkipReason.ANONYMOUS),
        ({"sender": "Ben"}, SkipReason.ANONYMOUS),
        ({"To": None}, SkipReason.NOBODY_ELSE),
        ({"To": "undisclosed-recipients:;"}, SkipReason.NOBODY_ELSE),
        ({"To": "Ben <BEN+x@example.org>"}, SkipReason.NOBODY_ELSE),
        ({"To": "notifications@example.org"}, SkipReason.NOBODY_ELSE),
        ({"Date": None}, SkipReason.NO_DATE),
        ({"Date": "yesterday"}, SkipReason.NO_DATE),
        ({"Date": "Mon, 31 Dec 1979 08:05:00 +0000"}, SkipReason.NO_DATE),
        ({"Date": "Mon, 9 Mar 2026 08:05:00 +0000"}, SkipReason.FUTURE),
        ({"Date": "Mon, 9 Mar 3609 08:05:00 +0000"}, SkipReason.FUTURE),
        ({"X_Spam_Flag": "YES"}, SkipReason.SPAM),
    ],
)
def test_a_mail_that_does_not_count_is_left_out_with_its_reason(headers, reason):
    reading = read(mail(**headers))
    assert skipped(reading) == {reason: 1}
    assert (reading.contacts, reading.interactions, reading.owner_evidence) == ((), (), ())


def test_only_a_mail_without_a_good_date_is_a_problem():
    reading = read(mbox(mail(1), mail(2, Date="31 Dec 1979 08:05:00 +0000"), mail(3, To=None)))
    assert [str(p) for p in reading.report.problems] == [
        "mailbox, message 2: its date is before 1990"
    ]


def test_automatic_recipients_take_no_part():
    reading = read(mail(Cc="room@resource.calendar.google.com, no-reply@example.org"))
    assert reading.interactions[0].participants == (ANA, BEN)
    assert reading.report.addresses == 4


def test_the_sender_header_counts_only_without_a_from():
    (interaction,) = read(mail(Sender="chen@example.org")).interactions
    assert interaction.participants == (ANA, BEN)
    (interaction,) = read(mail(sender=None, Sender="chen@example.org")).interactions
    assert interaction.sender == CHEN


def test_the_first_of_several_authors_is_the_sender():
    (interaction,) = read(mail(sender="ben@example.org, chen@example.org")).interactions
    assert interaction.sender == BEN
    assert interaction.participants == (ANA, BEN, CHEN)


def test_a_date_without_a_zone_is_read_in_the_given_one():
    text = mail(Date="Thu, 4 Jul 2024 09:05:00")
    assert read(text).interactions[0].when.hour == 9
    (interaction,) = read(text, timezone=ZoneInfo("Europe/Berlin")).interactions
    assert interaction.when == datetime(2024, 7, 4, 7, 5, tzinfo=UTC)
    assert interaction.when.tzinfo is UTC


@pytest.mark.parametrize("date", [None, "yesterday"])
def test_without_a_date_the_from_line_of_the_mbox_counts(date):
    (interaction,) = read(mbox(mail(Date=date))).interactions
    assert interaction.when == datetime(2024, 3, 11, 9, 0, tzinfo=UTC)


def test_without_both_the_last_server_counts():
    text = mail(Date=None, Received="from a\n\tby b; Tue, 5 Mar 2024 10:00:00 +0100")
    assert read(text).interactions[0].when == datetime(2024, 3, 5, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize("name", ["Delivery_date", "Resent_Date", "X_OriginalArrivalTime"])
def test_without_those_the_date_that_another_program_noted_counts(name):
    noted = {name: "Tue, 5 Mar 2024\n 10:00:00 +0100"}
    assert read(mail(Date=None, **noted)).interactions[0].when.hour == 9


@pytest.mark.parametrize("date", ["Sat, 4 Mar 2062 08:05:00 +0000", "1 Jan 1970 00:00:00 +0000"])
def test_a_clock_that_was_never_set_is_told_by_the_line_before_the_mail(date):
    text = mbox(mail(Date=date), line=b"From ben@example.org Mon Mar 11 09:00:00 2024\n")
    assert [i.when.year for i in read(text).interactions] == [2024]
    # Thunderbird writes there when it wrote the mailbox.
    assert not read(mbox(mail(Date=date))).interactions


def test_a_name_in_no_charset_is_read_in_that_of_the_mail():
    text = mail(sender="X <ben@example.org>", Content_Type="text/plain; charset=koi8-r")
    reading = read(text.replace(b"X", "\u0415\u0432\u0430".encode("koi8-r")))
    assert [c.name for c in reading.contacts if c.key == BEN] == ["\u0415\u0432\u0430"]


def test_a_name_in_japanese_needs_no_encoded_word():
    text = mail(sender="X <ben@example.org>")
    reading = read(text.replace(b"X", "山田".encode("iso2022_jp")))
    assert [c.name for c in reading.contacts if c.key == BEN] == ["山田"]


def test_a_message_id_is_one_with_and_without_its_brackets():
    assert read(mail(Message_ID="<a@b>"), mail(Message_ID="a@b")).report.used == 1


@pytest.mark.parametrize("name", ["X-Delivered-To", "X-Apparently-To", "X-Forwarded-To"])
def test_a_server_tells_to_whom_a_mail_came_in_one_of_many_ways(name):
    text = mail(To="eva@example.org", **{name: "ana@example.org via 1.2.3.4; Mon, 4 Mar 2024"})
    (interaction,) = read(text, me=frozenset([ANA])).interactions
    assert ANA in interaction.participants


def test_whoever_sends_a_mail_on_as_it_was_takes_part():
    text = mail(To="eva@example.org", Resent_From="chen@example.org", Resent_To="ana@example.org")
    (interaction,) = read(text, me=frozenset([ANA])).interactions
    assert {ANA, BEN, CHEN} < set(interaction.participants)
    (interaction,) = read(text, me=frozenset(["mailto:zoe@example.org"])).interactions
    assert CHEN not in interaction.participants


def test_a_mail_of_tomorrow_is_not_in_the_future():
    assert read(mail(Date="Mon, 2 Mar 2026 00:00:00 +0000")).report.used == 1
    assert read(mail(Date="Mon, 2 Mar 2026 00:00:01 +0000")).report.used == 0


def test_the_most_frequent_name_is_shown():
    names = ["Ben", '"Okafor, Ben"', '"Ben Okafor"', "", "ben@example.org"]
    reading = read(*(mail(n, f"{name} <Ben@Example.org>") for n, name in enumerate(names)))
    assert [c.name for c in reading.contacts if c.key == BEN] == ["Ben Okafor"]
    assert [c.emails for c in reading.contacts if c.key == BEN] == [("Ben@example.org",)]


def test_every_spelling_of_an_address_is_kept_up_to_a_limit():
    reading = read(*(mail(n, f"beno+{n:02}@gmail.com") for n in range(30)))
    (contact,) = [c for c in reading.contacts if c.key == "mailto:beno@gmail.com"]
    assert contact.emails == tuple(f"beno+{n:02}@gmail.com" for n in range(20))


def test_the_owner_shows_by_delivery_and_by_taking_part_in_most():
    reading = read(
        mail(1, Delivered_To="ana@example.org", X_Original_To="Ana@example.org"),
        mail(2, sender="Chen <chen@example.org>", Envelope_To="ana@example.org"),
        mail(3, sender="Ana <ana@example.org>", To="ben@example.org"),
    )
    assert [(m.key, m.evidence, m.weight) for m in reading.owner_evidence] == [
        (ANA, MeEvidence.DELIVERED_TO, 2),
        (ANA, MeEvidence.MOST_FREQUENT, 3),
    ]


def test_nobody_is_the_owner_who_takes_part_in_few_mails():
    reading = read(*(mail(n, sender=f"a{n}@example.org", To=f"b{n}@example.org") for n in range(3)))
    assert reading.owner_evidence == ()


def test_the_owner_reached_without_being_named_takes_part():
    text = mail(To="undisclosed-recipients:;", Delivered_To="ana@example.org")
    assert skipped(read(text)) == {SkipReason.NOBODY_ELSE: 1}
    reading = read(text, me=frozenset([ANA]))
    assert reading.interactions[0].participants == (ANA, BEN)
    assert [c.key for c in reading.contacts] == [ANA, BEN]


def test_a_mail_between_the_owners_own_addresses_is_left_out():
    assert read(mail()).report.used == 1
    assert skipped(read(mail(), me=frozenset([ANA, BEN]))) == {SkipReason.NOBODY_ELSE: 1}


def test_mails_that_the_owner_takes_no_part_in_count():
    assert read(mail(), me=frozenset([CHEN])).report.used == 1


def test_a_mail_of_apple_is_read():
    text = mail()
    reading = read(b"%-10d\n" % len(text) + text + b'<?xml version="1.0"?><plist/>')
    assert reading.report.used == 1


def test_windows_line_ends_change_nothing():
    text = mbox(mail(1, Cc="a@example.org,\n b@example.org"), mail(2))
    there = read(text.replace(b"\n", b"\r\n"))
    assert (there.interactions, there.contacts) == (read(text).interactions, read(text).contacts)


def test_contacts_come_in_the_order_of_their_keys_and_interactions_of_their_moments():
    reading = read(*(mail(n, sender=f"ben{9 - n}@example.org") for n in range(9)))
    for order in (
        [contact.key for contact in reading.contacts],
        [(event.when, event.key) for event in reading.interactions],
    ):
        assert len(order) >= 9
        assert order == sorted(order)


def test_reading_the_same_files_again_gives_the_same():
    texts = [mbox(mail(1), mail(2)), mail(3), b"\x00"]
    assert read(*texts) == read(*texts)


MAILS = st.builds(
    mail,
    st.integers(0, 40),
    st.sampled_from(["Ben <ben@example.org>", "Okafor, B <ben@example.org>", "chen@example.org"]),
    To=st.sampled_from(["ana@example.org", "Ana <Ana@example.org>", "Ben O <ben@example.org>"]),
    Cc=st.sampled_from([None, "chen@example.org", "Chen Li <chen+1@example.org>"]),
    Precedence=st.sampled_from([None, None, "bulk"]),
)


@given(st.lists(MAILS, min_size=2, max_size=8), st.randoms())
def test_the_order_of_the_files_changes_nothing(texts, chance):
    files = [SourceFile.from_bytes(text, f"{n}.eml") for n, text in enumerate(texts)]
    there = read_mail(files, "mailbox", as_of=AS_OF)
    chance.shuffle(files)
    assert read_mail(files, "mailbox", as_of=AS_OF) == there


@given(st.lists(MAILS, min_size=1, max_size=8))
def test_an_mbox_and_its_mails_one_by_one_are_the_same(texts):
    together, apart = read(mbox(*texts)), read(*texts)
    assert (together.interactions, together.contacts) == (apart.interactions, apart.contacts)
    assert skipped(together) == skipped(apart)


def test_no_files_are_no_mailbox():
    with pytest.raises(ExportFormatError, match="no file"):
        read_mail([], "mailbox", as_of=AS_OF)
