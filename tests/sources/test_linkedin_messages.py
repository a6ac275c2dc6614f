from __future__ import annotations

from datetime import UTC, datetime

import pytest

from netzwerkwandel.model import ME, Channel, SkipReason
from sources.linkedin_archive import (
    CONNECTIONS,
    IN,
    INVITATIONS,
    MARA,
    MESSAGES,
    PROFILE,
    by_key,
    message,
    problems,
    read,
    skipped,
)


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
    assert reading.owner_evidence == (MARA,)


def test_a_name_with_a_comma_that_is_known_elsewhere_is_one_recipient():
    rows = message(to="Theo Grant, Coach, Mara Vogt")
    connected = CONNECTIONS + f'Theo,"Grant, Coach",{IN}theo,,,,08 Feb 2023\n'
    reading = read(messages=MESSAGES + rows, Connections=connected, Profile=PROFILE)

    (sent,) = reading.interactions
    assert sent.participants == ("linkedin:ben", "linkedin:theo", ME)


def test_profiles_count_where_the_names_of_recipients_do_not_fit_them():
    rows = message(to="Mara Vogt, LinkedIn Member, Tom Roe", urls=f"{IN}tom,{IN}mara")
    reading = read(messages=MESSAGES + rows, me={"linkedin:mara"})

    assert reading.interactions[0].participants == ("linkedin:ben", "linkedin:tom", ME)
    assert by_key(reading)["linkedin:tom"].name == ""


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
        (message(sender="Membre de LinkedIn", url=""), SkipReason.ANONYMOUS),
        (message(sender="LinkedIn", url=""), SkipReason.ANONYMOUS),
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


def test_an_advertiser_is_one_in_every_message():
    rows = (
        message(sender="Premium Brand", url="", content='<p class="spinmail-quill">Hi')
        + message(sender="Premium Brand", url="", content="Buy now", date="2023-07-01 08:00:00 UTC")
    )  # fmt: skip
    reading = read(messages=MESSAGES + rows, Profile=PROFILE)

    assert skipped(reading) == {SkipReason.SPONSORED: 2}


def test_a_stranger_who_was_never_answered_is_no_contact():
    connections = CONNECTIONS + f"Lena,Vogt,{IN}lena,,,,1 Jan 2020\n"
    mine = message("Mara Vogt", IN + "mara", "Tom Roe", IN + "tom", "2023-06-02 00:00:00 UTC")
    rows = message() + message("Lena Vogt", IN + "lena") + message("Tom Roe", IN + "tom") + mine
    reading = read(messages=MESSAGES + rows, Profile=PROFILE, Connections=connections)

    assert skipped(reading) == {SkipReason.OF_A_STRANGER: 1}
    assert by_key(reading).keys() == {"linkedin:lena", "linkedin:tom", ME}


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
    assert "its columns are Month, Amount, ..." in problem


def test_a_message_is_one_under_an_old_page_and_a_new_one():
    mine = message("Mara Vogt", IN + "mara", "Ben Okafor", IN + "ben", "2023-06-02 08:00:00 UTC")
    before = read(messages=MESSAGES + message() + mine, Profile=PROFILE)
    later = mine.replace(IN + "ben", IN + "ben-ux")
    after = read(messages=MESSAGES + message(url=IN + "ben-ux") + later, Profile=PROFILE)

    assert [each.key for each in before.interactions] == [each.key for each in after.interactions]
