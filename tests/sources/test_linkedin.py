from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.errors import ExportFormatError
from netzwerkwandel.model import ME, Channel, MeEvidence, Relation, SkipReason, SourceKind
from netzwerkwandel.sources.files import SourceFile
from netzwerkwandel.sources.linkedin import read_linkedin
from netzwerkwandel.sources.reading import Mine


AS_OF = datetime(2026, 6, 1, tzinfo=UTC)
CONNECTIONS = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
MESSAGES = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
    "SUBJECT,CONTENT,FOLDER,IS MESSAGE DRAFT\n"
)
INVITATIONS = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
PROFILE = "First Name,Last Name,Maiden Name,Headline\nMara,Vogt,,Designer\n"
POSITIONS = "Company Name,Title,Started On,Finished On\n"
ENDORSEMENTS = (
    "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,"
    "Endorsement Status\n"
)
RECOMMENDATIONS = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
CONTACTS = "Source,FirstName,LastName,Companies,Title,Emails,PhoneNumbers,FullName,Profiles\n"

IN = "https://www.linkedin.com/in/"
MARA = Mine("linkedin:mara", MeEvidence.PROFILE)


def read(*, me=frozenset(), as_of=AS_OF, **tables):
    """Read an archive; each table is named by its file, its text or bytes is what is in it."""
    files = [
        SourceFile.from_bytes(text if isinstance(text, bytes) else text.encode(), f"{name}.csv")
        for name, text in tables.items()
    ]
    return read_linkedin(files, "archive", me=me, as_of=as_of)


def skipped(reading):
    return dict(reading.report.skipped)


def problems(reading):
    return [str(problem) for problem in reading.report.problems]


def by_key(reading):
    return {contact.key: contact for contact in reading.contacts}


def relations(reading):
    return {tie.b: set(tie.relations) for tie in reading.ties}


def message(
    sender="Ben Okafor", url=IN + "ben", to="Mara Vogt", urls="", date="2023-06-01 14:03:22 UTC",
    conversation="c1", content="Hi", folder="INBOX", draft="No",
):  # fmt: skip
    cells = [conversation, "", sender, url, to, urls, date, "", content, folder, draft]
    return ",".join('"' + cell.replace('"', '""') + '"' for cell in cells) + "\n"


# Connections


def test_a_connection_is_a_contact_with_a_tie_since_that_day():
    row = f'Wren,"Hale, PhD",{IN}Wren-Hale/?x=1,wren@example.org,Contoso,Lead,08 Feb 2023'
    reading = read(Connections=CONNECTIONS + row)

    (contact,), (tie,) = reading.contacts, reading.ties
    assert contact.key == "linkedin:wren-hale"
    assert contact.name == "Wren Hale, PhD"
    assert contact.emails == ("wren@example.org",)
    assert contact.profiles == (f"{IN}Wren-Hale/?x=1",)
    assert (contact.organisation, contact.position) == ("Contoso", "Lead")
    assert (tie.a, tie.b, tie.relations) == (ME, contact.key, {Relation.CONNECTION})
    assert tie.since == date(2023, 2, 8)
    report = reading.report
    assert (report.kind, report.where) == (SourceKind.LINKEDIN, "archive")
    assert (report.read, report.used, report.addresses) == (1, 1, 1)
    assert report.first == report.last == datetime(2023, 2, 8, tzinfo=UTC)


def test_without_a_profile_a_connection_is_known_by_address_or_else_by_name_and_day():
    header = "First Name,Last Name,Email Address,Company,Position,Connected On\n"
    rows = "Ben,Okafor,ben@example.org,,,12 Mar 2021\nAma,Owusu,,,,12 Mar 2021\n"
    first, second = read(Connections=header + rows).contacts

    assert first.key.startswith("linkedin-connection:")
    assert second.key == "mailto:ben@example.org"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("preamble", ["", 'Notes:\n"Some, of\nthem"\n\n', '"Notes:"\n\n'])
def test_preamble_encoding_and_line_ends_do_not_matter(encoding, line_end, preamble):
    text = preamble + CONNECTIONS + f"Zoë,Brandt,{IN}zo%C3%AB,,,,08 Feb 2023\n,,,,,,07 Jun 2023"
    reading = read(Connections=text.replace("\n", line_end).encode(encoding))

    assert [(c.key, c.name) for c in reading.contacts] == [("linkedin:zoë", "Zoë Brandt")]
    assert skipped(reading) == {SkipReason.HIDDEN_PROFILE: 1}
    assert problems(reading) == []


def test_columns_are_found_by_name_in_any_order_and_language():
    text = "Verbunden am;Firma;Nachname;Vorname\n8. Mär. 2021;Contoso;Okafor;Ben\n"
    reading = read(Kontakte=text)

    (contact,) = reading.contacts
    assert (contact.name, contact.organisation) == ("Ben Okafor", "Contoso")
    assert reading.ties[0].since == date(2021, 3, 8)


def test_columns_that_are_not_known_are_told_of():
    reading = read(Connections="First Name,Last Name,Connected On,Shoe Size\nBen,O,1 Jan 2020,44\n")

    assert len(reading.contacts) == 1
    (problem,) = problems(reading)
    assert "'Shoe Size'" in problem
    assert "First Name" not in problem


def test_short_rows_are_read_and_rows_with_a_cell_too_many_are_told_of():
    reading = read(
        Connections=f"{CONNECTIONS}Ben,Okafor,{IN}ben\nAma,O,{IN}ama,,Acme, Inc.,Lead,01 Jan 2020\n"
    )

    assert by_key(reading).keys() == {"linkedin:ben"}
    assert skipped(reading) == {SkipReason.BROKEN: 1}
    assert problems(reading) == [
        "archive, Connections.csv, row 3: a row must have at most 7 cells, got 8",
        "archive, Connections.csv, row 2: the day of the connection cannot be read",
    ]


@pytest.mark.parametrize("day", ["", "soon", "01 Jan 1970"])
def test_a_connection_without_a_usable_day_stays_a_contact(day):
    reading = read(Connections=f"{CONNECTIONS}Ben,Okafor,{IN}ben,,,,{day}\n")

    assert len(reading.contacts) == 1
    assert reading.ties[0].since is None
    assert len(problems(reading)) == 1


def test_a_connection_after_the_moment_of_reading_is_left_out():
    rows = f"Ben,O,{IN}ben,,,,02 Jun 2026\nAma,O,{IN}ama,,,,01 Jun 2026\n"
    reading = read(Connections=CONNECTIONS + rows)

    assert by_key(reading).keys() == {"linkedin:ama"}
    assert skipped(reading) == {SkipReason.FUTURE: 1}


def test_the_same_connection_twice_is_counted_once():
    row = f"Ben,Okafor,{IN}ben,,,,08 Feb 2023\n"
    reading = read(Connections=CONNECTIONS + row + row)

    assert len(reading.contacts) == len(reading.ties) == 1
    assert skipped(reading) == {SkipReason.DUPLICATE: 1}


def test_a_shared_address_does_not_merge_two_connections():
    rows = "Mara,V,,team@example.org,,,1 Jan 2020\nTom,V,,team@example.org,,,1 Jan 2020\n"

    assert len(read(Connections=CONNECTIONS + rows).contacts) == 2


def test_who_works_where_the_owner_worked_is_a_colleague():
    positions = (
        "Contoso GmbH,,2015,2018\nFabrikam,,2018,\nFabrikam,,2018,2019\nSelf-employed,,1,2\n"
    )
    rows = (
        f'A,A,{IN}a,,"CONTOSO, Inc.",,1 Jan 2020\n'
        f"B,B,{IN}b,,Fabrikam,,1 Jan 2020\n"
        f"C,C,{IN}c,,Contoso Bank,,1 Jan 2020\n"
        f"D,D,{IN}d,,Self-employed,,1 Jan 2020\n"
    )
    reading = read(Connections=CONNECTIONS + rows, Positions=POSITIONS + positions)

    assert relations(reading) == {
        "linkedin:a": {Relation.CONNECTION, Relation.FORMER_COLLEAGUE},
        "linkedin:b": {Relation.CONNECTION, Relation.COLLEAGUE},
        "linkedin:c": {Relation.CONNECTION},
        "linkedin:d": {Relation.CONNECTION},
    }


# Messages


def test_a_message_is_an_interaction_of_all_who_got_it():
    rows = (
        message(to="Mara Vogt, Wren Hale, PhD", urls=f"{IN}mara,{IN}wren")
        + message("Mara Vogt", IN + "mara", "Ben Okafor", IN + "ben", "2023-06-02 08:00:00 UTC")
    )  # fmt: skip
    reading = read(messages=MESSAGES + rows, Profile=PROFILE)

    group, answer = reading.interactions
    assert group.when == datetime(2023, 6, 1, 14, 3, 22, tzinfo=UTC)
    assert group.channel is Channel.MESSAGE
    assert group.sender == "linkedin:ben"
    assert group.participants == ("linkedin:ben", "linkedin:wren", ME)
    assert (answer.sender, answer.participants) == (ME, ("linkedin:ben", ME))
    assert by_key(reading)["linkedin:wren"].name == "Wren Hale, PhD"
    assert by_key(reading)[ME].profiles == (IN + "mara",)
    assert reading.mine == (MARA,)


def test_names_mean_the_one_profile_of_that_name():
    rows = (
        message(to="Mara Vogt, Lena Vogt, Priya Sharma, Tom Roe")
        + message("Lena Vogt", IN + "lena", "Mara Vogt", date="2023-06-03 00:00:00 UTC")
    )  # fmt: skip
    two = f"Priya,Sharma,{IN}p1,,,,1 Jan 2020\nPriya,Sharma,{IN}p2,,,,1 Jan 2020\n"
    reading = read(messages=MESSAGES + rows, Profile=PROFILE, Connections=CONNECTIONS + two)

    participants = set(reading.interactions[0].participants)
    named_only = {key for key in participants if key.startswith("linkedin-name:")}
    assert participants - named_only == {"linkedin:ben", "linkedin:lena", ME}
    assert {by_key(reading)[key].name for key in named_only} == {"Priya Sharma", "Tom Roe"}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (message(draft="Yes"), SkipReason.DRAFT),
        (message(folder="SPAM"), SkipReason.SPAM),
        (message(url="", content='<p class="spinmail-quill">Hi'), SkipReason.SPONSORED),
        (message(sender="LinkedIn Member", url=""), SkipReason.ANONYMOUS),
        (message(sender="Acme", url="https://www.linkedin.com/company/1"), SkipReason.NOT_A_PERSON),
        (message(date="2026-06-02 00:00:00 UTC"), SkipReason.FUTURE),
        (message(date="1989-06-02 00:00:00 UTC"), SkipReason.NO_DATE),
        (message(date="soon"), SkipReason.NO_DATE),
        ("BADROW\n", SkipReason.NO_DATE),
        (message(to="LinkedIn Member"), SkipReason.NOBODY_ELSE),
    ],
)
def test_what_no_person_wrote_to_another_is_left_out(row, reason):
    reading = read(messages=MESSAGES + row, Profile=PROFILE)

    assert reading.interactions == ()
    assert skipped(reading) == {reason: 1}
    assert by_key(reading).keys() == {ME}
    assert len(problems(reading)) == (reason is SkipReason.NO_DATE)


def test_the_same_message_twice_is_counted_once():
    reading = read(messages=MESSAGES + message() + message(), Profile=PROFILE)

    assert len(reading.interactions) == 1
    assert skipped(reading) == {SkipReason.DUPLICATE: 1}


def test_a_message_of_a_megabyte_with_line_breaks_is_read_and_not_kept():
    rows = message(content='said "hi",\n' * 100_000) + message(date="2023-06-05 00:00:00 UTC")
    reading = read(messages=MESSAGES + rows, Profile=PROFILE)

    assert len(reading.interactions) == 2
    assert "said" not in repr(reading)


def test_messages_of_2021_and_of_2026_are_one_message():
    old = (
        "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n"
        f"c1,Ben Okafor,{IN}ben,Mara Vogt,2023-06-01 14:03:22 UTC,,Hi,INBOX\n"
    )
    new = MESSAGES + message(urls=IN + "mara")
    invitation = INVITATIONS + f'Mara Vogt,Ama O,"1/2/23, 4:05 PM",,OUTGOING,{IN}mara,{IN}ama\n'

    before = read(messages=old, Profile=PROFILE).interactions
    after = read(messages=new, Profile=PROFILE, Invitations=invitation).interactions
    assert before[0] in after


def test_messages_to_machines_and_other_tables_are_passed_over_in_silence():
    reading = read(
        Profile=PROFILE,
        guide_messages=MESSAGES + message(),
        Skills="Name\nPython\n",
        Comments_34875879="Date,Link,Message\n2024-01-01,x,y\n",
        Reactions="Date,Type,Link\n",
    )

    assert (reading.report.read, reading.report.used, problems(reading)) == (1, 1, [])


def test_an_unknown_table_is_counted_and_its_columns_are_named():
    reading = read(Profile=PROFILE, budget="Month,Amount,ben@example.org\nJan,3,\n")

    assert skipped(reading) == {SkipReason.NOT_AN_EXPORT: 1}
    (problem,) = problems(reading)
    assert "'Month', 'Amount', '...'" in problem


# The owner


def test_the_owner_is_known_by_the_invitations():
    rows = (
        f'Mara Vogt,Ben Okafor,"1/29/26, 2:37 PM",,OUTGOING,{IN}mara,{IN}ben\n'
        f'Ama Owusu,Mara Vogt,"10/2/23, 11:05\u202fAM",,INCOMING,{IN}ama,{IN}mara\n'
    )
    reading = read(Invitations=INVITATIONS + rows)

    received, sent = reading.interactions
    assert (sent.sender, sent.participants) == (ME, ("linkedin:ben", ME))
    assert sent.when == datetime(2026, 1, 29, 14, 37, tzinfo=UTC)
    assert sent.channel is Channel.SIGNAL
    assert (received.sender, received.participants) == ("linkedin:ama", ("linkedin:ama", ME))
    assert reading.mine == (Mine("linkedin:mara", MeEvidence.PROFILE, 2),)
    assert by_key(reading)[ME].name == "Mara Vogt"


def test_the_owner_is_else_who_takes_part_in_every_conversation():
    rows = (
        message("Ben", IN + "ben", "Mara Vogt", conversation="1")
        + message("Mara Vogt", "", "Ben", conversation="1", date="2023-07-01 00:00:00 UTC")
        + message("Ama", IN + "ama", "Mara Vogt", conversation="2")
    )  # fmt: skip
    reading = read(messages=MESSAGES + rows)

    assert by_key(reading)[ME].name == "Mara Vogt"
    assert all(ME in event.participants for event in reading.interactions)
    assert reading.mine == ()


def test_a_recipient_of_everything_is_the_owner_with_a_profile():
    rows = "".join(
        message(name, IN + name, "Mara Vogt", IN + "mara", conversation=name)
        for name in ("Ben", "Ama", "Tom")
    )
    reading = read(messages=MESSAGES + rows)

    assert reading.mine == (Mine("linkedin:mara", MeEvidence.MOST_FREQUENT, 3),)
    assert by_key(reading)[ME].name == "Mara Vogt"


def test_nobody_is_guessed_to_be_the_owner_of_one_conversation():
    rows = (
        message() + message(date="2023-07-01 00:00:00 UTC") + message("Mara Vogt", "", "Ben Okafor")
    )
    reading = read(messages=MESSAGES + rows)

    assert ME not in by_key(reading)
    assert len(reading.interactions) == 3


def test_a_key_given_as_the_owners_own_is_the_owner():
    reading = read(messages=MESSAGES + message(urls=IN + "mara"), me={"linkedin:mara"})

    assert reading.interactions[0].participants == ("linkedin:ben", ME)


def test_the_owners_own_addresses_are_named():
    emails = "Email Address,Confirmed,Primary\nmara@example.org,Yes,Yes\nbroken,No,No\n"
    reading = read(Profile=PROFILE, **{"Email Addresses": emails})

    assert reading.mine == (Mine("mailto:mara@example.org", MeEvidence.PROFILE),)
    assert by_key(reading)[ME].emails == ("mara@example.org",)
    assert (reading.report.read, reading.report.used) == (3, 2)


def test_a_namesake_of_the_owner_with_another_profile_is_somebody_else():
    rows = message("Mara Vogt", IN + "mara", "Mara Vogt", IN + "other-mara")
    more = message("Mara Vogt", IN + "mara", "Ben", IN + "ben", "2023-07-01 00:00:00 UTC")
    reading = read(messages=MESSAGES + rows + more, Profile=PROFILE)

    assert reading.interactions[0].participants == ("linkedin:other-mara", ME)


def test_an_owner_connected_with_herself_has_no_tie_to_herself():
    invitation = INVITATIONS + f'Mara Vogt,Ben,"1/2/23, 4:05 PM",,OUTGOING,{IN}mara,{IN}ben\n'
    reading = read(
        Connections=f"{CONNECTIONS}Mara,Vogt,{IN}mara,,,,1 Jan 2020\n", Invitations=invitation
    )

    assert reading.ties == ()
    assert skipped(reading) == {SkipReason.NOBODY_ELSE: 1}


# Invitations, endorsements, recommendations, the address book


def test_an_invitation_without_a_direction_is_told_of():
    reading = read(Invitations=INVITATIONS + 'A B,C D,"1/2/23, 4:05 PM",,SIDEWAYS,,\n')

    assert skipped(reading) == {SkipReason.BROKEN: 1}
    assert problems(reading) == [
        "archive, Invitations.csv, row 2: the direction must be INCOMING or OUTGOING"
    ]


def test_only_accepted_endorsements_count():
    rows = "".join(
        f"2023/06/20 13:05:02 UTC,{status},Ben,Okafor,www.linkedin.com/in/ben,{status}\n"
        for status in ("ACCEPTED", "PENDING", "HIDDEN")
    )
    given = ENDORSEMENTS.replace("Endorser", "Endorsee")
    reading = read(
        Endorsement_Received_Info=ENDORSEMENTS + rows, Endorsement_Given_Info=given + rows
    )

    assert [event.sender for event in reading.interactions].count(ME) == 1
    assert {event.channel for event in reading.interactions} == {Channel.SIGNAL}
    assert len(reading.interactions) == 2
    assert skipped(reading) == {SkipReason.UNANSWERED: 4}


@pytest.mark.parametrize(
    ("file", "sender"),
    [
        ("Recommendations_Given", ME),
        ("Recommendations Received", "linkedin:ben"),
        ("Recommendations", None),
    ],
)
def test_recommendations_say_who_wrote_them_by_the_name_of_their_file(file, sender):
    row = 'Ben,Okafor,Contoso,Lead,"Great, really","03/14/22, 09:15 AM",VISIBLE\n'
    reading = read(
        Connections=f"{CONNECTIONS}Ben,Okafor,{IN}ben,,,,1 Jan 2020\n",
        **{file: RECOMMENDATIONS + row},
    )

    (event,) = reading.interactions
    assert (event.channel, event.sender) == (Channel.RECOMMENDATION, sender)
    assert event.participants == ("linkedin:ben", ME)
    assert by_key(reading)["linkedin:ben"].organisation == "Contoso"


def test_the_address_book_joins_addresses_of_a_person():
    rows = (
        'GOOGLE,Ben,Okafor,Contoso,Lead,"info@example.org, ben@example.org","+49 170 1234567",,\n'
        "GOOGLE,Ben,Okafor,,,ben@example.org,,,\n"
        "GOOGLE,Tom,Roe,,,ben@example.org,,,\n"
        "GOOGLE,Ama,Owusu,,,,,,\n"
        "GOOGLE,,,,,,,,\n"
    )
    reading = read(Contacts=CONTACTS + rows)

    contact = by_key(reading)["mailto:ben@example.org"]
    assert contact.emails == ("info@example.org", "ben@example.org")
    assert contact.phones == ("+49 170 1234567",)
    assert sorted(c.name for c in reading.contacts) == ["Ama Owusu", "Ben Okafor", "Tom Roe"]
    assert set(map(frozenset, relations(reading).values())) == {frozenset([Relation.ACQUAINTANCE])}
    assert skipped(reading) == {SkipReason.DUPLICATE: 1, SkipReason.ANONYMOUS: 1}


# Whatever comes


def test_files_without_a_table_about_people_are_no_archive():
    with pytest.raises(ExportFormatError, match="its columns are 'Month', 'Amount'"):
        read(budget="Month,Amount\n")
    with pytest.raises(ExportFormatError, match="no table about people"):
        read_linkedin([], "archive", as_of=AS_OF)


def test_a_file_that_cannot_be_opened_is_told_of_and_the_others_are_read():
    def fail():
        raise OSError

    files = [
        SourceFile("messages.csv", fail),
        SourceFile.from_bytes(PROFILE.encode(), "Profile.csv"),
    ]
    reading = read_linkedin(files, "archive", as_of=AS_OF)

    assert problems(reading) == ["archive, messages.csv: the file cannot be opened"]
    assert len(reading.contacts) == 1


@pytest.mark.parametrize(
    "url", ["https://linkedin.com/in/%0A", "https://linkedin.com/in/a%00", "[x"]
)
def test_a_profile_that_cannot_be_a_key_is_no_profile(url):
    (contact,) = read(Connections=f"{CONNECTIONS}Ben,Okafor,{url},,,,1 Jan 2020\n").contacts

    assert contact.key.startswith("linkedin-connection:")


def test_a_name_of_a_megabyte_is_cut():
    (contact,) = read(Connections=f"{CONNECTIONS}{'n' * 1_000_000},,,,,,1 Jan 2020\n").contacts

    assert len(contact.name) == 200


ROWS = [
    f"Ben,Okafor,{IN}ben,,Contoso,Lead,08 Feb 2023",
    f"Ben,Okafor,{IN}BEN,,Fabrikam,Head,08 Feb 2022",
    "Ama,Owusu,,team@example.org,,,01 Jan 2020",
    "Tom,Roe,,team@example.org,,,01 Jan 2020",
    ",,,,,,07 Jun 2023",
    "Lena,Vogt,,,,,3/4/2020",
    "Lena,Vogt,,,,,13/4/2020",
]


@given(st.permutations(ROWS))
def test_the_order_of_connections_does_not_matter(rows):
    expected = read(Connections=CONNECTIONS + "\n".join(ROWS))

    assert read(Connections=CONNECTIONS + "\n".join(rows)) == expected


HEADERS = st.sampled_from(
    [
        CONNECTIONS,
        MESSAGES,
        INVITATIONS,
        PROFILE,
        POSITIONS,
        ENDORSEMENTS,
        RECOMMENDATIONS,
        CONTACTS,
    ]
)
CELL = st.sampled_from(
    [
        "",
        "Ben",
        "Mara, PhD",
        IN + "ben",
        "linkedin.com/in/%00",
        "1 Jan 2020",
        "2020-01-01 10:00 +9999",
        "1/2/20, 1:00 PM",
        "OUTGOING",
        "INCOMING",
        "LinkedIn Member",
        "ben@example.org",
        "\ud7ff\0",
    ]
)
TABLE = st.lists(st.lists(CELL, max_size=11).map(lambda cells: '"' + '","'.join(cells) + '"'))


@given(st.lists(st.tuples(HEADERS, TABLE, st.binary(max_size=9)), max_size=3))
def test_any_bytes_give_a_sound_reading_or_a_format_error(tables):
    files = [
        SourceFile.from_bytes((header + "\n".join(rows)).encode() + tail, f"{index}.csv")
        for index, (header, rows, tail) in enumerate(tables)
    ]
    try:
        reading = read_linkedin(files, "archive", as_of=AS_OF)
    except ExportFormatError:
        assert not files
        return

    keys = {contact.key for contact in reading.contacts}
    assert len(keys) == len(reading.contacts)
    assert all({tie.a, tie.b} <= keys | {ME} for tie in reading.ties)
    assert all(set(event.participants) <= keys | {ME} for event in reading.interactions)
    assert reading.report.read == reading.report.used + sum(skipped(reading).values())
    assert reading == read_linkedin(files[::-1], "archive", as_of=AS_OF)


@given(st.binary())
def test_any_file_is_read_or_refused(data):
    try:
        reading = read(Connections=data)
    except ExportFormatError:
        return

    assert reading == read(Connections=data)
