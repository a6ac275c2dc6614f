"""Who is compared with whom, and that it is what a plain loop over all blocks would say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations, pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from netzwerkwandel.identity.blocks import Blocks, by_slips, by_sound, by_words, slip_points
from netzwerkwandel.identity.candidates import Candidate
from netzwerkwandel.identity.names import parse_name
from netzwerkwandel.identity.spelling import is_a_slip_apart
from netzwerkwandel.model import Contact


NAMES = [
    *("", "Ben Meier", "Ben Meyer", "Benjamin Meier", "B. Meier", "Ben Maria Meier", "Eva Meier"),
    *("Anna Vogt", "Anne Vogt", "Anna Maria Vogt", "王小明", "Wang Xiaoming", "Szabó István"),
]
MAILS = ["ben.meier@x.example", "benmeier@x.example", "anna.vogt@vogt.example", "u1@x.example"]
PHONES = ["+49 170 1234567", "0170 1234567", "030 1234567"]
DAYS = [date(2020, 1, 1), date(2021, 2, 3)]


@st.composite
def people(draw: st.DrawFn) -> tuple[list[Candidate], dict[str, set[date]]]:
    """Contacts of few names, so that of some blocks there are many; and when they were met."""
    contacts = [
        Contact(
            key=f"card:{n:02}",
            name=name,
            emails=draw(st.lists(st.sampled_from(MAILS), max_size=1)),
            phones=draw(st.lists(st.sampled_from(PHONES), max_size=1)),
        )
        for n, name in enumerate(draw(st.lists(st.sampled_from(NAMES), max_size=30)))
    ]
    met = {each.key: draw(st.sets(st.sampled_from(DAYS), max_size=1)) for each in contacts}
    candidates = [each for contact in contacts if (each := Candidate.of(contact))]
    return candidates, met


def compared(blocks: dict[object, list[int]], most: int, *, few_of_many: bool) -> set:
    """The pairs of some blocks, of whom those of more than so many are compared little."""
    found = set()
    for members in blocks.values():
        if len(members) <= most:
            found.update(combinations(members, 2))
        elif few_of_many:
            found.update(pairwise(members))
    return found


def blocks_of(each: Candidate, *, has_foreign: bool) -> Iterator[str]:
    for name in each.names:
        yield from by_words(name)
        yield from (f"read {told}" for told in {*name.readings, name.is_full and name.semitic_form})
        if has_foreign and name.is_full:
            yield from by_sound(name)


@given(people())
def test_compared_is_whoever_shares_a_block_as_a_plain_loop_finds_them(found):
    candidates, met = found
    has_foreign = any(each.name.is_foreign for each in candidates)
    by_name, by_day, by_address = defaultdict(list), defaultdict(list), defaultdict(list)
    for i, each in enumerate(candidates):
        for block in set(blocks_of(each, has_foreign=has_foreign)) - {"read ", "read False"}:
            by_name[block].append(i)
        for block in {*each.keys, *(ending for ending, _ in each.endings)}:
            by_address[block].append(i)
        for day in met[each.contact.key]:
            by_day[day, each.name.given[:1]].append(i)
    expected = compared(by_name, 12, few_of_many=True)
    expected |= compared(by_day, 12, few_of_many=True)
    expected |= compared(by_address, 4, few_of_many=False)

    pairs = set(Blocks(candidates, is_slip_likely=False, connected=met).pairs())

    # Who has an initial, or is called by letters alone, is compared besides.
    plain = [
        i
        for i, each in enumerate(candidates)
        if each.name.is_spelt_out and not each.letters and len(each.name.given[0]) > 1
    ]
    among = set(combinations(plain, 2))
    assert pairs >= expected
    assert pairs & among == expected & among


@given(people())
def test_a_slip_is_looked_for_in_every_name_that_is_spelt_out(found):
    candidates, met = found
    names = {each.name: None for each in candidates if each.name.is_spelt_out}
    of_name = dict(zip(names, by_slips(names), strict=True))
    blocks = defaultdict(list)
    for i, each in enumerate(candidates):
        for block in set(of_name.get(each.name, ())):
            blocks[block].append(i)

    with_slips, without = (
        set(Blocks(candidates, is_slip_likely=told, connected=met).pairs())
        for told in (True, False)
    )

    assert with_slips == without | compared(blocks, 12, few_of_many=False)


@given(st.lists(st.text("abc", min_size=1, max_size=7)))
@example(["meier", "meyer", "meie", "eier"])
@example(["abba"])
def test_words_meet_where_one_letter_left_out_of_either_leaves_the_same(words):
    points = slip_points(words)

    for one, other in combinations(points, 2):
        left = [
            {word, *(word[:i] + word[i + 1 :] for i in range(len(word)) if len(word) > 3)}
            for word in (one, other)
        ]
        assert set(points[one]).isdisjoint(points[other]) is left[0].isdisjoint(left[1])
        if min(len(one), len(other)) > 3 and is_a_slip_apart(one, other):
            assert not set(points[one]).isdisjoint(points[other])
    every = [point for its in points.values() for point in its]
    for its in points.values():
        assert len([point for point in its if every.count(point) == 1]) <= 1


def test_of_a_word_that_no_other_is_near_one_point_is_left():
    assert slip_points(["vogt", "meier", "meyer"])["vogt"] == ["vogt"]


def test_whoever_has_two_names_of_one_block_is_not_compared_with_herself():
    ben = Candidate.of(Contact(key="1", name="Ben Meier", emails=["benjamin.meier@x.example"]))

    assert len(ben.names) == 2
    assert set(by_words(ben.names[0])) & set(by_words(parse_name("Benjamin Meier")))
    assert Blocks([ben], is_slip_likely=True, connected={}).pairs() == []
