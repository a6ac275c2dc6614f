"""Whom a message of a chat is for, and what a day of a chat tells."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest

from netzwerkwandel.model import ME
from netzwerkwandel.sources.tools import Chats


NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def told(chats):
    """Who wrote to whom, in order."""
    return [
        (event.sender, sorted({*event.participants} - {event.sender}))
        for event in chats.interactions()
    ]


def group(*messages, name="group", **more):
    """A group of messages, each by whom and how many hours after noon."""
    chats = Chats("test")
    chat = chats.chat(name, is_group=True)
    for sender, hours in messages:
        chat.add(sender, NOON + hours * HOUR, **more)
    return chats


def test_a_message_of_a_chat_of_two_is_for_the_other_answered_or_not() -> None:
    chats = Chats("test")
    chats.chat("ben", members=[ME, "ben"]).add(ME, NOON)

    assert told(chats) == [(ME, ["ben"])]


def test_a_group_in_which_only_one_writes_ties_nobody() -> None:
    chats = Chats("test")
    chat = chats.chat("news", members=[f"member {n}" for n in range(60)])
    for day in range(30):
        chat.add("member 0", NOON + day * 24 * HOUR)

    assert told(chats) == []


def test_in_a_group_two_who_write_to_each_other_are_in_touch_and_the_silent_are_not() -> None:
    chats = Chats("test")
    chat = chats.chat("alumni", members=[f"member {n}" for n in range(60)])
    chat.add("member 7", NOON)
    chat.add("member 9", NOON + HOUR)
    chat.add("member 7", NOON + 2 * HOUR)

    assert told(chats) == [("member 7", ["member 9"]), ("member 9", ["member 7"])]


def test_a_group_that_is_known_to_be_one_is_no_chat_of_two_though_two_wrote() -> None:
    assert told(group(("ben", 0))) == []


def test_a_message_is_for_the_last_three_others_within_a_day() -> None:
    chats = group(("a", -23), ("b", 0), ("c", 1), ("d", 2), ("e", 3))

    assert told(chats)[-1] == ("e", ["b", "c", "d"])
    assert told(group(("a", 0), ("b", 25))) == []
    assert told(group(("a", 0), ("b", 24))) == [("b", ["a"])]


def test_what_answers_somebody_is_for_nobody_else() -> None:
    chats = Chats("test")
    chat = chats.chat("group", is_group=True)
    chat.add("a", NOON - 100 * HOUR)
    chat.add("b", NOON)
    chat.add("c", NOON + HOUR, answers="a")
    chat.add("d", NOON + 2 * HOUR, answers="d")

    assert told(chats) == [("c", ["a"]), ("d", ["b", "c"])]


def test_of_a_day_the_five_count_to_whom_somebody_wrote_most() -> None:
    writers = [(name, 0.1 * n) for n, name in enumerate("abcdefgh")]
    answers = [("z", 1), ("h", 1.1), ("z", 1.2), ("g", 1.3), ("z", 1.4), ("f", 2), ("z", 2.1)]
    (of_z,) = [to for sender, to in told(group(*writers, *answers)) if sender == "z"]

    assert len(of_z) <= 5
    assert {"f", "g", "h"} <= {*of_z}


def test_a_day_is_one_interaction_for_each_who_wrote_at_her_first_message() -> None:
    chats = Chats("test")
    chat = chats.chat("ben", members=[ME, "ben"])
    for minute in range(40):
        chat.add(ME if minute % 2 else "ben", NOON + minute * HOUR / 60)
    chat.add(ME, NOON + 24 * HOUR)

    events = chats.interactions()

    assert [(event.sender, event.when - NOON) for event in events] == [
        ("ben", 0 * HOUR),
        (ME, HOUR / 60),
        (ME, 24 * HOUR),
    ]


def test_the_files_of_a_chat_may_come_in_any_order_and_twice() -> None:
    files = [[("a", 0), ("b", 1)], [("c", 30), ("a", 31)], [("b", 60), ("c", 61), ("b", 62)]]

    ways = [
        group(*(message for file in order for message in file)) for order in permutations(files)
    ]
    ways.append(group(*(message for file in [*files, *files] for message in file)))

    first = ways[0].interactions()
    assert len(first) == 4
    assert all(way.interactions() == first for way in ways)


def test_a_chat_goes_on_in_another_file_and_others_are_apart() -> None:
    chats = Chats("test")
    chats.chat("one", is_group=True).add("a", NOON)
    chats.chat("other", is_group=True).add("b", NOON)
    chats.chat("one").add("c", NOON + HOUR)

    assert told(chats) == [("c", ["a"])]


def test_no_title_of_a_chat_is_kept() -> None:
    (event,) = group(("a", 0), ("b", 1), name="our secret").interactions()

    assert "secret" not in event.key


@pytest.mark.parametrize("hour", [0, 23.9])
def test_days_are_those_of_utc(hour) -> None:
    chats = Chats("test")
    chat = chats.chat("ben", members=[ME, "ben"])
    chat.add(ME, NOON.replace(hour=0) + hour * HOUR)
    chat.add(ME, NOON.replace(hour=0))

    assert len(chats.interactions()) == 1
