"""After a new mail, what holds as before is taken from the network before, and nothing else is."""

from __future__ import annotations

import pickle

import attrs
import numpy as np
import pytest

from builders import ANA, AS_OF, BEN, CEM, DAN, MARA, ago, mail, meeting, records, tie_columns
from netzwerkwandel import recommend
from netzwerkwandel.model import Contact, Goal, Interaction, Tie
from netzwerkwandel.network import Chronicle, Network
from netzwerkwandel.records import Records


GOAL = Goal(fields=["ux research"])
EVA, FINN = "mailto:eva@example.org", "mailto:finn@example.org"
EVERYBODY = (ANA, BEN, CEM, DAN, EVA, FINN)


FURTHER = Goal(fields=["law"])


def crowd(*more: Interaction, ties: tuple[Tie, ...] = ()) -> Records:
    """Mara's six contacts, who meet in fours and write to each other, and a list from Cem."""
    happened = [
        meeting(
            ago(60 + 140 * i + j), MARA, *((*EVERYBODY, *EVERYBODY)[(i + j) % 6 :][: 1 + j % 3])
        )
        for i in range(12)
        for j in range(6)
    ]
    happened += [
        mail(ago(100 + i), a, b)
        for i, (a, b) in enumerate(zip(EVERYBODY, (BEN, CEM, DAN, EVA, FINN, ANA), strict=True))
    ]
    happened += [mail(ago(500), CEM, MARA, ANA, DAN, FINN)]
    people = [
        Contact(key=key, name=key[7:10].title(), fields=["UX Research"] * (key in {ANA, EVA}))
        for key in EVERYBODY
    ]
    return records(*happened, *more, ties=ties, people=people)


def columns(network: Network, whose: str | None = None) -> dict[str, bytes]:
    """Every column of somebody's ties, to the last bit."""
    ties = network.ties_of(whose)
    told = {name: np.asarray(getattr(ties, name)).tobytes() for name in tie_columns()}
    return {**told, "far": ties.in_field(FURTHER).tobytes(), "near": ties.in_field(GOAL).tobytes()}


def look(network: Network) -> None:
    """Ask for all that there is to be carried over."""
    columns(network)
    recommend(network, goal=GOAL, n=4)


def assert_as_anew(network: Network, chronicle: Chronicle) -> None:
    anew = Network.from_records(chronicle.records, as_of=network.as_of or AS_OF)
    assert network.keys == anew.keys
    for whose in (None, ANA, CEM):
        assert columns(network, whose) == columns(anew, whose)
    found, expected = (recommend(each, goal=GOAL, n=4) for each in (network, anew))
    assert list(found) == list(expected)
    assert found.explain() == expected.explain()
    assert (found.certificate, repr(found.effect)) == (expected.certificate, repr(expected.effect))


STEPS = {
    "a mail to a contact": [mail(ago(1), MARA, ANA)],
    "one among contacts": [mail(ago(1), ANA, BEN)],
    "a meeting of several": [meeting(ago(1), MARA, ANA, BEN, CEM)],
    "a mail long ago": [mail(ago(900), MARA, ANA)],
    "many": [mail(ago(i), MARA, EVERYBODY[i % 6]) for i in range(1, 30)],
}


@pytest.mark.parametrize("new", STEPS.values(), ids=STEPS)
@pytest.mark.parametrize("later", [0, 1, 400], ids=["at once", "a day later", "a year before"])
def test_a_list_after_new_mails_is_as_if_all_had_been_laid_out_anew(new, later):
    chronicle = Chronicle.from_records(crowd())
    for moment in (AS_OF, ago(-1)):
        assert_as_anew(chronicle.network(moment), chronicle)

    chronicle = chronicle.with_interactions(new)

    assert_as_anew(chronicle.network(ago(-1 if later == 1 else later)), chronicle)
    again = chronicle.with_interactions([mail(ago(2), BEN, MARA)])
    assert_as_anew(again.network(AS_OF), again)
    assert_as_anew(chronicle.network(AS_OF), chronicle)


def test_what_a_mail_to_a_contact_leaves_as_it_was_is_the_very_same():
    chronicle = Chronicle.from_records(crowd())
    before = chronicle.network(AS_OF)
    look(before)

    after = chronicle.with_interactions([mail(ago(1), MARA, ANA)]).network(AS_OF)

    assert after.contacts is before.contacts
    mine, ties = before.ties_of(), after.ties_of()
    for name in ("simmelian", "embeddedness", "changed_career", "_core_numbers", "_counted"):
        assert getattr(ties, name) is getattr(mine, name)
    assert ties.in_field(GOAL) is mine.in_field(GOAL)
    number = before.index_of(MARA)
    assert after.csr.alters_of(number) is before.csr.alters_of(number)
    assert ties.weight.tolist() != mine.weight.tolist()


def test_circles_are_told_anew_once_a_tie_within_them_has_changed():
    chronicle = Chronicle.from_records(crowd())
    before = chronicle.network(AS_OF)
    look(before)

    after = chronicle.with_interactions([mail(ago(1), ANA, BEN)]).network(AS_OF)

    number = before.index_of(MARA)
    assert after.csr.alters_of(number) is not before.csr.alters_of(number)
    assert after.ties_of().embeddedness is before.ties_of().embeddedness


def test_who_is_tied_to_whom_is_asked_anew_once_two_more_are():
    apart = mail(ago(600), ANA, "mailto:gil@example.org")
    chronicle = Chronicle.from_records(crowd(apart))
    before = chronicle.network(AS_OF)
    look(before)

    chronicle = chronicle.with_interactions([mail(ago(1), BEN, "mailto:gil@example.org")])
    after = chronicle.network(AS_OF)

    assert after.contacts is before.contacts
    assert after.ties_of().embeddedness is not before.ties_of().embeddedness
    assert after.ties_of().in_field(GOAL) is before.ties_of().in_field(GOAL)
    assert_as_anew(after, chronicle)


def test_who_reached_out_is_asked_anew_once_somebody_did():
    listed = [mail(ago(700), BEN, MARA, EVA, "mailto:gil@example.org")]
    chronicle = Chronicle.from_records(crowd(*listed))
    before = chronicle.network(AS_OF)
    gil = before.index_of("mailto:gil@example.org")
    row = before.ties_of().target.tolist().index(before.index_of(EVA))
    look(before)

    chronicle = chronicle.with_interactions([mail(ago(1), EVA, "mailto:gil@example.org")])
    after = chronicle.network(AS_OF)

    assert after.index_of("mailto:gil@example.org") == gil
    assert [network.ties_of().reach[row] for network in (before, after)] == [0, 1]
    assert after.ties_of().embeddedness is before.ties_of().embeddedness
    assert_as_anew(after, chronicle)


def test_who_comes_and_who_is_not_there_yet_is_seen():
    newcomer = Contact(key="mailto:gil@example.org", name="Gil Ortiz", fields=["UX Research"])
    known = crowd()
    chronicle = Chronicle.from_records(attrs.evolve(known, contacts=[*known.contacts, newcomer]))
    before = chronicle.network(AS_OF)
    look(before)

    chronicle = chronicle.with_interactions([mail(ago(1), newcomer.key, MARA)])

    assert_as_anew(chronicle.network(AS_OF), chronicle)
    assert_as_anew(chronicle.network(ago(2)), chronicle)
    assert newcomer.key in chronicle.network(AS_OF).keys


def test_another_one_in_her_place_is_another_one():
    gil = Contact(key="mailto:gil@example.org", name="Gil Ortiz", fields=["UX Research"])
    hal = Contact(key="mailto:hal@example.org", name="Hal Novak", changed_career=True)
    known = crowd()
    chronicle = Chronicle.from_records(attrs.evolve(known, contacts=[*known.contacts, gil, hal]))
    for somebody in (gil, hal, gil):
        either = chronicle.with_interactions([mail(ago(1), somebody.key, MARA)])

        assert_as_anew(either.network(AS_OF), either)


@pytest.mark.parametrize(
    "news",
    [
        [mail(ago(1), "mailto:gil@b.example", MARA)],
        [mail(ago(1), "mailto:gil@a.example", MARA, "mailto:gil@b.example")],
        [mail(ago(1 + i / 1000), "mailto:gil@b.example", MARA) for i in range(10_001)],
    ],
    ids=["one of them wrote", "one wrote to the other", "so many that all is laid out anew"],
)
def test_who_may_be_one_person_is_asked_with_what_came_since(news):
    two = [f"mailto:gil@{where}.example" for where in "ab"]
    gils = [Contact(key=key, name="Gil Ortiz") for key in two]
    happened = [mail(ago(30 + i), key, MARA) for i, key in enumerate(two)]
    known = crowd(*happened)
    others = [contact for contact in known.contacts if contact.key not in two]
    chronicle = Chronicle.from_records(attrs.evolve(known, contacts=[*others, *gils]))
    before = chronicle.network(AS_OF).open_questions
    assert before.keys() == {*two}

    chronicle = chronicle.with_interactions([mail(ago(2), ANA, MARA)])
    same = chronicle.network(AS_OF).open_questions
    chronicle = chronicle.with_interactions(news)
    after = chronicle.network(AS_OF).open_questions
    again = chronicle.with_interactions([mail(ago(0.5), ANA, MARA)]).network(AS_OF).open_questions

    assert same is before
    assert after == Network.from_records(chronicle.records, as_of=AS_OF).open_questions != before
    assert again is after


def test_what_is_stated_as_of_a_later_day_is_seen():
    friend = Tie(a=ANA, b=CEM, relations=["friend"], since=ago(3).date())
    chronicle = Chronicle.from_records(crowd(mail(ago(9), DAN, MARA, ANA, CEM), ties=(friend,)))
    look(chronicle.network(ago(5)))

    assert_as_anew(chronicle.network(ago(5)), chronicle)
    assert_as_anew(chronicle.network(AS_OF), chronicle)
    assert_as_anew(chronicle.network(ago(5)), chronicle)


def test_a_network_made_of_another_knows_nothing_of_it():
    network = Chronicle.from_records(crowd()).network(AS_OF)
    look(network)

    assert not attrs.evolve(network, ego=network.index_of(ANA)).carried.known
    assert not pickle.loads(pickle.dumps(network)).carried.known


def test_a_copy_of_a_chronicle_is_no_larger_for_what_was_looked_at():
    chronicle = Chronicle.from_records(crowd())
    before = len(pickle.dumps(chronicle))

    look(chronicle.network(AS_OF))

    assert len(pickle.dumps(chronicle)) == before
    assert pickle.loads(pickle.dumps(chronicle)).latest.network is None
