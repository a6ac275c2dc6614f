from __future__ import annotations

import pickle
from datetime import UTC, datetime, timedelta

import attrs
import pytest

import netzwerkwandel as nw
from netzwerkwandel.model import Contact, Interaction
from netzwerkwandel.records import Records


NOW = datetime(2026, 11, 1, tzinfo=UTC)
ME, OLD, NEW, BEN = (f"mailto:{name}@x.example" for name in ("mara", "anna.old", "anna", "ben"))


def wrote(key: str, days_ago: float) -> Interaction:
    when = NOW - timedelta(days=days_ago)
    return Interaction(
        key=f"{key}{days_ago}", when=when, channel="mail", sender=key, participants=[key, ME]
    )


def written(key: str, days_ago: float) -> list[Interaction]:
    answer = Interaction(
        key=f"to{key}{days_ago}",
        when=NOW - timedelta(days=days_ago),
        channel="mail",
        sender=ME,
        participants=[key, ME],
    )
    return [wrote(key, days_ago + 1), answer]


RECORDS = Records(
    contacts=[
        Contact(key=ME, name="Mara Vogt"),
        Contact(key=OLD, name="Anna Lindqvist", emails=["anna.old@x.example"]),
        Contact(key=NEW, name="Anna Lindqvist", emails=["anna@studio.example"]),
        Contact(key=BEN, name="Ben Okafor"),
    ],
    interactions=[
        *(event for days in (4000, 3900, 3800) for event in written(OLD, days)),
        *(event for days in (60, 40, 21) for event in written(NEW, days)),
        *(event for days in (900, 800) for event in written(BEN, days)),
    ],
    me=ME,
)


def picks(records: Records, **options: object) -> nw.Recommendations:
    network = nw.Network.from_records(records, as_of=NOW)
    return nw.recommend(network, **{"strategy": nw.Dormant(), **options})


def test_while_a_question_is_open_no_list_names_both():
    named = [pick.contact.name for pick in picks(RECORDS)]

    assert named.count("Anna Lindqvist") == 1
    assert "Ben Okafor" in named


@pytest.mark.parametrize(
    ("language", "doubt"),
    [
        (
            "en",
            "Anna Lindqvist (x.example): if this is the same person as Anna Lindqvist at studio",
        ),
        (
            "de",
            "Falls das dieselbe Person ist wie Anna Lindqvist bei studio.example, hattet ihr",
        ),
    ],
)
def test_no_sentence_relies_on_it_and_the_reason_says_so(language, doubt):
    (anna,) = (pick for pick in picks(RECORDS) if pick.contact.key == OLD)

    text = anna.explain(language)
    assert doubt in text
    assert "10 years" not in text
    assert "10 Jahren" not in text
    # That somebody is glad to hear again, or brings what is new, would rely on a silence.
    assert anna.function is None
    assert "dieselbe Person" in anna.explain("de").split(". ")[-1]
    assert anna.label() == "an open question"
    assert {reason.kind for reason in anna.reasons}.isdisjoint(
        [nw.ReasonKind.SILENCE, nw.ReasonKind.HISTORY]
    )


def test_an_answer_ends_it():
    apart = picks(RECORDS.keep_apart(OLD, NEW))
    (old,) = (pick for pick in apart if pick.contact.key == OLD)

    assert "10 years" in old.explain()
    assert nw.Network.from_records(RECORDS, as_of=NOW).open_questions.keys() == {OLD, NEW}
    assert not nw.Network.from_records(RECORDS.keep_apart(OLD, NEW), as_of=NOW).open_questions


def test_it_is_asked_once_for_all_networks_that_are_made_of_one():
    network = nw.Network.from_records(RECORDS, as_of=NOW)

    asked = network.open_questions[OLD]
    others = (attrs.evolve(network, language="de"), network.with_ties(network.csr))

    assert all(other.open_questions[OLD] is asked for other in others)


def test_a_network_in_which_the_two_are_kept_apart_does_not_ask_the_records():
    network = nw.Network.from_records(RECORDS, as_of=NOW)

    assert not attrs.evolve(network, kept_apart=frozenset({(OLD, NEW)})).open_questions


def test_a_network_that_was_unpickled_asks_the_same_without_the_records():
    copy = pickle.loads(pickle.dumps(nw.Network.from_records(RECORDS, as_of=NOW)))

    assert copy.asked_of is None
    assert copy.open_questions.keys() == {OLD, NEW}


def test_whoever_is_asked_for_is_on_the_list_all_the_same():
    # Old and new: both are named by the owner herself.
    network = nw.Network.from_records(RECORDS, as_of=NOW)

    named = [pick.contact.key for pick in nw.recommend(network, include=[OLD, BEN])]

    assert {OLD, BEN} <= set(named)
    assert NEW not in named


def test_whoever_may_be_one_with_somebody_who_is_ruled_out_is_not_named_in_her_place():
    enemy = RECORDS.with_tie(OLD, ended_in_conflict=True)
    asked = RECORDS.with_suggestions([RECORDS.contact(OLD)], on=NOW.date() - timedelta(days=60))
    declined = asked.with_answer(OLD, "declined", on=NOW.date())

    def named(records: Records, **options: object) -> set[str]:
        some = picks(records, strategy=nw.NewInformation(), **options)
        return {pick.contact.key for pick in some} - {BEN}

    assert not named(RECORDS, exclude=[OLD])
    assert not named(enemy)
    assert not named(declined)
    assert named(RECORDS.keep_apart(OLD, NEW), exclude=[OLD]) == {NEW}
    assert named(RECORDS, exclude=[OLD], include=[NEW]) == {NEW}
