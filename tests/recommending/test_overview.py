from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import ANA, BEN, MARA, ago, life, mail, meeting
from listed import coverage, listed, pick
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Function
from netzwerkwandel.model.shift import Shift
from netzwerkwandel.network import Network
from netzwerkwandel.recommending import (
    ChoiceSummary,
    Comparison,
    ListEffect,
    Recommendations,
    Shortfall,
    ShortfallKind,
    recommend,
)
from netzwerkwandel.texts import LANGUAGES


def lines(made: Recommendations, language: str = "en") -> list[str]:
    return made.explain(language).split("\n")


def lacking(*shortfalls: Shortfall, language: str = "en") -> str:
    return listed(pick("Ana"), shortfalls=shortfalls).explain(language)


def summary(**values: float) -> ChoiceSummary:
    plain = {"people": 3, "redundancy": 0.5, "shared_time": 0.5, "core": 0.5}
    counts = {"dormant": 0, "circles": 1, "new_people": 0}
    return ChoiceSummary(**{**plain, **counts, **values})


def compared(
    listed_ones: ChoiceSummary, own: ChoiceSummary, language: str = "en", **values: object
) -> str:
    counts = {"in_both": (), "added_circles": 0, "added_people": 0, **values}
    comparison = Comparison(suggested=listed_ones, own=own, **counts)
    return lines(listed(pick("Ana"), comparison=comparison), language)[-1]


def effect_of(before: float, after: float, language: str = "en") -> str:
    effect = ListEffect(effective_size=Shift(3.0, 3.0), constraint=Shift(before, after))
    return lines(listed(pick("Ana"), effect=effect), language)[-1]


def test_it_says_from_how_many_the_list_was_chosen():
    made = listed(pick("Ana"), pick("Ben"))

    assert lines(made)[0] == (
        "The list names 2 of 1,234 people who could be worth talking to. No other list of this "
        "length would bring more."
    )
    assert lines(made, "de")[0] == (
        "Die Liste nennt 2 von 1.234 Menschen, mit denen sich ein Gespräch lohnen könnte. "
        "Keine andere Liste dieser Länge brächte mehr."
    )


@pytest.mark.parametrize(
    ("certificate", "told"),
    [
        (0.6299, "might bring more; this one is sure to bring 62% of what the best one would."),
        (0.8999, "might bring more; this one is sure to bring 89% of what the best one would."),
        (0.9, "would bring much more: this one is sure to bring 90% of what the best one would."),
        (0.999, "would bring much more: this one is sure to bring 99% of what the best one would."),
        (1.0, "No other list of this length would bring more."),
    ],
)
def test_the_certificate_is_rounded_down_and_told_in_plain_words(certificate: float, told: str):
    assert told in listed(pick("Ana"), certificate=certificate).explain()


def test_the_certificate_is_left_out_where_there_was_no_choice():
    assert "this length" not in listed(pick("Ana"), candidates=1).explain()


def test_where_all_are_on_the_list_it_says_so_once():
    made = listed(pick("Ana"), pick("Ben"), candidates=2, shortfalls=(FEWER,))

    assert lines(made)[0] == "Besides these 2 people nobody comes into question."
    assert lines(made, "de")[0] == "Außer diesen 2 Menschen kommt niemand infrage."


@pytest.mark.parametrize("kind", [ShortfallKind.NOBODY, ShortfallKind.FEWER])
def test_a_list_of_nobody_says_so_once_and_tells_no_effect(kind: ShortfallKind):
    made = listed(candidates=0, shortfalls=(Shortfall(kind),))

    assert lines(made)[0] == "There is nobody to suggest: none of the contacts in the data fits."
    assert lines(made)[1].startswith("Your network has")
    assert len(lines(made)) == 2


FEWER = Shortfall(ShortfallKind.FEWER, n=2)
SHORT = [
    (
        Shortfall(ShortfallKind.NO_CONTACT),
        "When you were last in touch with anybody your data does not show",
        "Wann du mit wem zuletzt Kontakt hattest, zeigen deine Daten von niemandem",
    ),
    (
        Shortfall(ShortfallKind.NO_WORKPLACE),
        "Where you work is not known",
        "Wo du arbeitest, ist nicht bekannt",
    ),
    (Shortfall(ShortfallKind.FEWER, n=1), "ends after 1 person.", "endet die Liste nach 1 Person."),
    (
        Shortfall(ShortfallKind.FEWER, n=4),
        "ends after 4 people.",
        "endet die Liste nach 4 Personen.",
    ),
    (
        Shortfall(ShortfallKind.FEW_CANDIDATES, n=4),
        "With only 4 people to choose from, take the list as a hint.",
        "Bei nur 4 Personen zur Auswahl nimm die Liste einfach als Hinweis.",
    ),
    (Shortfall(ShortfallKind.ONE_CIRCLE), "to the same circle", "gehören zum selben Kreis"),
    (
        Shortfall(ShortfallKind.SAFE_BASE, Function.FEEDBACK),
        "for honest feedback the data shows nobody, neither among the people you are in touch",
        "für ehrliches Feedback zeigen die Daten niemanden, weder unter den Menschen",
    ),
    (
        Shortfall(ShortfallKind.FUNCTION, Function.DOORS, 1),
        "You wished for more people for open doors; the list has one.",
        "Du hast dir mehr Menschen für offene Türen gewünscht; auf der Liste ist eine Person.",
    ),
    (
        Shortfall(ShortfallKind.CANNOT_SHOW, functions=(Function.ORIENTATION,)),
        "Your data cannot show who is good for orientation; it helps if you say who has changed",
        "Deine Daten können nicht zeigen, wer für Orientierung gut ist; es hilft, wenn du sagst,",
    ),
    (
        Shortfall(ShortfallKind.HOURS, n=2),
        "In the hours you have there is room for 2 people.",
        "In die Stunden, die du hast, passen 2 Personen.",
    ),
    (
        Shortfall(ShortfallKind.HOURS, n=0),
        "Nobody fits into the hours you have.",
        "In die Stunden, die du hast, passt niemand.",
    ),
    (
        Shortfall(ShortfallKind.NO_FIELD, n=1, fields=("ux reserch", "UX Research")),
        "nobody you know works in ux reserch; what comes nearest: UX Research.",
        "kennst du niemanden aus dem Bereich „ux reserch“; am nächsten kommt: UX Research.",
    ),
    (
        Shortfall(ShortfallKind.NO_FIELD, n=2, fields=("law", "art")),
        "nobody you know works in law and art.",
        "kennst du niemanden aus den Bereichen „law“ und „art“.",
    ),
    (
        Shortfall(ShortfallKind.NOBODY_AT_WORK, n=1, fields=("Kessel",)),
        "Nobody else in your data works at Kessel; where others spell it otherwise, the list may",
        "In deinen Daten hat sonst niemand den Arbeitgeber „Kessel“; wo andere ihn anders",
    ),
    (
        Shortfall(ShortfallKind.NOBODY_AT_WORK, n=1, fields=("Rohrbch Bau", "Rohrbach Bau")),
        "the list may name people who work at Rohrbach Bau: is that where you work?",
        "die Liste kann auch Menschen von Rohrbach Bau nennen: arbeitest du dort?",
    ),
]


@pytest.mark.parametrize(("shortfall", "english", "german"), SHORT)
def test_it_says_what_the_list_could_not_do(shortfall: Shortfall, english: str, german: str):
    assert english in lacking(shortfall)
    assert german in lacking(shortfall, language="de")


def test_every_kind_of_shortfall_is_told():
    told = {shortfall.kind for shortfall, *_ in SHORT}

    assert told == set(ShortfallKind) - {ShortfallKind.NOBODY}


def test_what_nobody_gives_of_the_safe_base_is_said_in_one_sentence():
    text = lacking(
        Shortfall(ShortfallKind.SAFE_BASE, Function.SUPPORT),
        Shortfall(ShortfallKind.FEW_CANDIDATES, n=2),
        Shortfall(ShortfallKind.SAFE_BASE, Function.FEEDBACK),
    )

    assert text.count("nobody, neither among the people") == 1
    assert "for support and honest feedback the data shows nobody, neither" in text


def test_what_the_network_lacks_is_named():
    known = coverage({Function.DOORS: (), Function.IDEAS: ()})

    assert lines(listed(pick("Ana"), coverage=known))[1] == (
        "Your network has several people for support, orientation, honest feedback and new "
        "information; for open doors and new ideas the data shows little yet."
    )


def test_what_the_data_cannot_show_is_no_finding():
    known = coverage({Function.ORIENTATION: ()})
    unshown = Shortfall(ShortfallKind.CANNOT_SHOW, functions=(Function.ORIENTATION,))

    text = listed(pick("Ana"), coverage=known, shortfalls=(unshown,)).explain()

    assert text.count("orientation") == 1
    assert "Your data cannot show who is good for orientation" in text


def test_what_was_said_of_the_safe_base_is_not_said_again():
    no_support = Shortfall(ShortfallKind.SAFE_BASE, Function.SUPPORT)
    known = coverage({Function.SUPPORT: (), Function.IDEAS: ()})

    text = listed(pick("Ana"), coverage=known, shortfalls=(no_support,)).explain()

    assert "shows little yet; for support the data shows nobody, neither" in text
    assert text.count("support") == 1


def test_what_hangs_on_one_person_or_on_the_inner_circle_is_named_once():
    known = coverage(
        {Function.DOORS: ("ana",)}, core=frozenset({Function.DOORS, Function.FEEDBACK})
    )
    made = listed(pick("Ana"), coverage=known)

    assert lines(made)[1].endswith(
        "; for open doors there is just one person; for honest feedback there are only people of "
        "your inner circle."
    )
    assert lines(made, "de")[1].endswith(
        "; für offene Türen gibt es genau eine Person; für ehrliches Feedback gibt es nur Menschen "
        "aus deinem engsten Kreis."
    )


def test_two_that_hang_on_one_person_each_need_not_hang_on_the_same():
    known = coverage({Function.DOORS: ("ana",), Function.IDEAS: ("ben",)})

    assert lines(listed(pick("Ana"), coverage=known))[1].endswith(
        "; for open doors and new ideas there is just one person each."
    )


def test_where_nothing_is_missing_that_is_said():
    assert lines(listed(pick("Ana")))[1] == (
        "Your network has several people for open doors, support, orientation, honest feedback, "
        "new ideas and new information."
    )


@pytest.mark.parametrize(
    ("before", "after", "english", "german"),
    [
        (0.3, 0.25, "a little more open", "ein wenig öffnen"),
        (0.25, 0.3, "a little closer together", "ein wenig enger"),
        (0.3, 0.297, "about as open", "etwa so offen"),
        (0.3, 0.303, "about as open", "etwa so offen"),
        (float("nan"), float("nan"), "about as open", "etwa so offen"),
    ],
)
def test_the_effect_is_told_without_numbers(before, after, english: str, german: str):
    assert english in effect_of(before, after)
    assert german in effect_of(before, after, "de")
    assert not re.search(r"\d", effect_of(before, after))


def test_without_a_choice_of_ones_own_nothing_is_compared():
    assert "would have called" not in listed(pick("Ana")).explain()


def test_the_familiar_is_shown_beside_the_list():
    known = summary(shared_time=0.9, redundancy=0.6, dormant=0)
    far = summary(shared_time=0.4, redundancy=0.2, dormant=7)

    assert compared(far, known, added_circles=7, added_people=42) == (
        "You would have called 3 other people. The people on the list share less of your past than "
        "your own choice. They can tell you more that would not reach you otherwise. Of the "
        "contacts on the list 7 are asleep, of those in your choice 0. The list adds 7 circles and "
        "42 people you do not know yet."
    )
    assert compared(far, known, "de", added_circles=1, added_people=1) == (
        "Du hättest 3 andere Personen angerufen. Mit den Menschen auf der Liste teilst du weniger "
        "Vergangenheit als mit deiner Wahl. Von ihnen erfährst du mehr, was dich sonst nicht "
        "erreicht. Von den Kontakten auf der Liste schlafen 7, von denen in deiner Wahl 0. Die "
        "Liste fügt 1 Kreis und 1 dir noch unbekannten Menschen hinzu."
    )


def test_it_is_said_the_other_way_round_too_and_where_there_is_no_difference():
    known, far = summary(shared_time=0.9, redundancy=0.6), summary(shared_time=0.4, redundancy=0)

    assert "share more of your past" in compared(known, far)
    assert "can tell you less that" in compared(known, far)
    assert "share about as much of your past" in compared(known, known)
    assert "can tell you about as much that is new" in compared(known, known)


def test_those_on_both_are_counted():
    assert compared(summary(), summary(), in_both=("a", "b")).startswith(
        "You would have called 3 people, 2 of them on this list too."
    )
    assert compared(summary(), summary(people=2), in_both=("a", "b")).startswith(
        "You would have called 2 people, both of them on this list too."
    )
    assert compared(summary(), summary(people=1), in_both=("a",)).startswith(
        "You would have called 1 person, who is on this list too."
    )


def test_what_is_nought_is_not_counted_out():
    text = compared(summary(), summary())

    assert "asleep" not in text
    assert text.endswith("The list adds no circle and nobody new.")
    assert compared(summary(), summary(), added_people=1).endswith(
        "The list adds 1 person you do not know yet."
    )
    assert "Of the contacts on the list 0 are asleep, of those in your choice 2." in compared(
        summary(), summary(dormant=2)
    )


def test_a_choice_of_nobody_is_not_compared():
    assert "called" not in compared(summary(), summary(people=0))


# These name something.
NAMING = {ShortfallKind.NO_FIELD, ShortfallKind.NOBODY_AT_WORK}
SHORTFALLS = st.lists(
    st.builds(
        Shortfall,
        st.sampled_from([*set(ShortfallKind) - NAMING]),
        st.sampled_from(Function),
        st.integers(0, 30),
    )
)
SERVED = st.dictionaries(st.sampled_from(Function), st.sampled_from([(), ("ana",), ("ana", "b")]))


@given(
    SHORTFALLS, SERVED, st.frozensets(st.sampled_from(Function)), st.sampled_from(sorted(LANGUAGES))
)
def test_whatever_there_is_to_say_the_text_is_well_formed(shortfalls, served, core, language: str):
    made = listed(pick("Ana"), shortfalls=tuple(shortfalls), coverage=coverage(served, core))

    for line in lines(made, language):
        assert re.fullmatch(r"[A-ZÄÖÜ].*[^\s.;,]\.", line)
        assert not re.search(r"  |[{}]| [.;,]|[.;,]{2}", line)


@pytest.mark.parametrize(
    "network",
    [
        life(),
        life(mail(ago(3), MARA, BEN), mail(ago(2), BEN, MARA)),
        life(meeting(ago(2000), MARA, BEN, ANA), meeting(ago(1), MARA, ANA)),
        Network.from_edges(["a", "b"], ["b", "c"]),
    ],
    ids=["nobody", "one", "two", "edges"],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_small_networks_are_told_plainly(network: Network, language: str):
    ego = None if network.ego is not None else "a"

    text = recommend(network, ego=ego).explain(language)

    assert "nan" not in re.findall(r"\w+", text)
    assert all(line.endswith(".") for line in text.split("\n"))


def test_a_language_that_is_not_there_is_refused():
    with pytest.raises(InvalidArgumentError, match="language must be one of"):
        listed(pick("Ana")).explain("xx")
