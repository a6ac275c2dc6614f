from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import attrs
import numpy as np
import pytest

from builders import ANA, AS_OF, BEN, CEM, MARA, ago, life, mail, mailbox_life, meeting, records
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Channel, Contact, Relation, Tie
from netzwerkwandel.network import Network
from netzwerkwandel.records import Records


def ties(network: Network) -> set[tuple[str, str]]:
    """Every tie once, by the first parts of the addresses."""
    names = [key.removeprefix("mailto:").partition("@")[0] for key in network.keys]
    pairs = zip(network.sources.tolist(), network.indices.tolist(), strict=True)
    return {(names[i], names[j]) for i, j in pairs if i < j}


def test_writer_and_readers_of_a_mail_are_tied_to_its_writer():
    assert ties(life(mail(ago(3), MARA, ANA, BEN))) >= {("ana", "mara"), ("ben", "mara")}


def test_sharing_a_list_of_recipients_ties_others_and_not_the_owner():
    network = life(mail(ago(3), ANA, MARA, BEN))

    assert ties(network) == {("ana", "ben"), ("ana", "mara")}
    assert BEN in network.keys


def test_readers_of_the_owners_own_mail_are_tied_to_each_other():
    assert ties(life(mail(ago(3), MARA, ANA, BEN))) == {
        ("ana", "ben"),
        ("ana", "mara"),
        ("ben", "mara"),
    }


def test_everybody_in_a_meeting_is_tied_the_owner_too():
    assert ties(life(meeting(ago(3), MARA, ANA, BEN))) == {
        ("ana", "ben"),
        ("ana", "mara"),
        ("ben", "mara"),
    }


def test_a_group_counts_one_part_of_its_size_less_one():
    network = life(mail(ago(0.25), MARA, ANA, BEN, CEM))

    assert network.ties_of().peak_strength.tolist() == pytest.approx([1 / 3] * 3)


def test_the_writer_by_two_addresses_is_one_person_and_no_group():
    ben = Contact(key=BEN, name="Ben", emails=["ben@example.org", "ben@work.example"])

    network = life(mail(ago(0.25), "mailto:ben@work.example", BEN, MARA), people=[ben])

    assert network.keys == (BEN, MARA)
    assert network.ties_of().peak_strength.tolist() == [1.0]
    assert network.ties_of().touches_by(Channel.MAIL).tolist() == [1]


def test_a_mail_to_oneself_ties_nobody():
    mara = Contact(key=MARA, name="Mara", emails=["mara@example.org", "mara@work.example"])

    network = life(mail(ago(3), MARA, "mailto:mara@work.example"), people=[mara])

    assert network.keys == (MARA,)
    assert len(network.indices) == 0


def test_nothing_after_the_moment_is_seen():
    before, after = mail(AS_OF, MARA, ANA), mail(AS_OF + timedelta(seconds=1), MARA, BEN)

    assert life(before, after).keys == (ANA, MARA)


def test_moments_in_other_time_zones_are_compared_as_moments():
    tokyo = timezone(timedelta(hours=9))
    just_before = datetime(2026, 11, 1, 8, 59, tzinfo=tokyo)
    just_after = datetime(2026, 11, 1, 9, 1, tzinfo=tokyo)

    assert life(mail(just_before, MARA, ANA), mail(just_after, MARA, BEN)).keys == (ANA, MARA)


@pytest.mark.parametrize("as_of", [datetime(2026, 11, 1), date(2026, 11, 1)])  # noqa: DTZ001
def test_a_moment_needs_a_time_zone(as_of: datetime):
    with pytest.raises(InvalidArgumentError, match="as_of must be a datetime with a time zone"):
        Network.from_records(records(), as_of=as_of)


def test_records_need_an_owner():
    nobodys = Records(contacts=[Contact(key=ANA)])

    with pytest.raises(InvalidArgumentError, match=r"must say who that is \(me="):
        Network.from_records(nobodys, as_of=AS_OF)


def test_an_owner_without_ties_is_a_network_of_one():
    network = life(people=[ANA, BEN])

    assert network.keys == (MARA,)
    assert network.ego == 0
    assert len(network.ties_of()) == 0


def test_the_owner_may_be_named_by_another_of_her_keys():
    mara = Contact(key="linkedin:mara", name="Mara", emails=["mara@example.org"])
    data = records(mail(ago(3), MARA, ANA), people=[mara])

    network = Network.from_records(data, as_of=AS_OF)

    assert network.keys == ("linkedin:mara", ANA)
    assert network.ego == 0


def test_people_come_in_the_order_of_their_keys_and_with_their_contacts():
    network = life(mail(ago(3), MARA, CEM, ANA), people=[BEN])

    assert network.keys == (ANA, CEM, MARA)
    assert [contact.name for contact in network.contacts] == ["Ana", "Cem", "Mara"]
    assert network.as_of == AS_OF


def same(one: Network, other: Network) -> bool:
    arrays = ("indptr", "indices", "weights")
    columns = ("strength", "peak_strength", "silence", "rhythm", "contact_days", "reciprocity")
    return (
        one.keys == other.keys
        and one.ego == other.ego
        and all(np.array_equal(getattr(one, a), getattr(other, a)) for a in arrays)
        and all(
            np.array_equal(getattr(one.ties(), c), getattr(other.ties(), c), equal_nan=True)
            for c in columns
        )
    )


@pytest.mark.parametrize("days", [0, 2, 100, 1000, 2200, 2210, 2500, 4000])
def test_the_network_of_a_moment_needs_only_the_records_up_to_it(days: int):
    whole, moment = mailbox_life(), ago(days)
    until = attrs.evolve(whole, interactions=[e for e in whole.interactions if e.when <= moment])

    assert same(
        Network.from_records(whole, as_of=moment), Network.from_records(until, as_of=moment)
    )


def test_the_order_of_the_records_changes_nothing():
    whole = mailbox_life()
    turned = Records(
        contacts=whole.contacts[::-1],
        interactions=whole.interactions[::-1],
        ties=whole.ties[::-1],
        me=whole.me,
    )

    assert same(Network.from_records(whole, as_of=AS_OF), Network.from_records(turned, as_of=AS_OF))


def test_a_stated_tie_is_a_tie_without_a_history():
    network = life(ties=[Tie(a=MARA, b=ANA)])
    row = network.ties_of()

    assert network.weights.tolist() == [0.01, 0.01]
    assert row.strength.tolist() == row.peak_strength.tolist() == [0.0]
    assert np.isnan(row.silence).all()
    assert np.isnan(row.first_contact).all()
    assert np.isnan(row.last_contact).all()
    assert np.isnan(row.reciprocity).all()
    assert row.contact_days.tolist() == [0]
    assert row.is_stated.tolist() == [True]
    assert row.is_dormant.tolist() == [False]


def test_ties_among_others_may_be_stated_too():
    assert ties(life(ties=[Tie(a=BEN, b=ANA)])) == {("ana", "ben")}


def test_saying_a_tie_twice_or_from_both_sides_does_not_make_it_stronger():
    once = life(ties=[Tie(a=MARA, b=ANA)])
    often = life(ties=[Tie(a=MARA, b=ANA), Tie(a=ANA, b=MARA), Tie(a=MARA, b=ANA, trust=1.0)])

    assert once.weights.tolist() == often.weights.tolist()


def test_a_stated_tie_keeps_its_least_weight_and_a_strong_one_its_own():
    told = [Tie(a=MARA, b=ANA), Tie(a=MARA, b=BEN)]
    network = life(mail(ago(20_000), MARA, ANA), mail(ago(365), MARA, BEN), ties=told)

    assert network.ties_of().weight.tolist() == pytest.approx([0.01, 0.5])
    assert network.ties_of().strength.tolist() == pytest.approx([0.0, 0.5])


def test_a_tie_that_begins_later_is_not_there_yet():
    began = Tie(a=MARA, b=ANA, since=date(2026, 11, 1))
    begins = Tie(a=MARA, b=BEN, since=date(2026, 11, 2))

    assert life(ties=[began, begins]).keys == (ANA, MARA)


def test_a_statement_about_two_addresses_of_one_person_is_no_tie():
    ben = Contact(key=BEN, name="Ben", emails=["ben@example.org", "ben@work.example"])

    network = life(ties=[Tie(a=BEN, b="mailto:ben@work.example")], people=[ben])

    assert network.keys == (MARA,)


@pytest.mark.parametrize(
    ("said", "turned"),
    [
        ("boss", "report"),
        ("former boss", "former report"),
        ("report", "boss"),
        ("former report", "former boss"),
        ("client", "supplier"),
        ("supplier", "client"),
        ("friend", "friend"),
        ("former colleague", "former colleague"),
    ],
)
def test_a_relation_is_seen_from_both_sides(said: str, turned: str):
    network = life(ties=[Tie(a=MARA, b=ANA, relations=[said])])
    hers, anas = network.ties_of(MARA), network.ties_of(ANA)

    assert [str(r) for r in Relation if hers.has_relation(r)[0]] == [said]
    assert [str(r) for r in Relation if anas.has_relation(r)[0]] == [turned]


@pytest.mark.parametrize("said", ["mentor", "role model"])
def test_mentors_are_not_mentored_by_those_they_guide(said: str):
    network = life(ties=[Tie(a=ANA, b=MARA, relations=[said])])

    assert not any(network.ties_of(MARA).has_relation(r)[0] for r in Relation)
    assert network.ties_of(ANA).has_relation(Relation(said)).tolist() == [True]


def test_each_statement_hangs_on_its_own_tie():
    told = [
        Tie(a=MARA, b=CEM, relations=["client"]),
        Tie(a=ANA, b=MARA, relations=["boss"], ended_in_conflict=True),
    ]
    network = life(mail(ago(5), MARA, BEN), ties=told)
    row = network.ties_of()

    assert [network.keys[i] for i in row.target] == [ANA, BEN, CEM]
    assert row.has_relation(Relation.REPORT).tolist() == [True, False, False]
    assert row.has_relation(Relation.CLIENT).tolist() == [False, False, True]
    assert row.is_stated.tolist() == [True, False, True]
    assert row.ended_in_conflict.tolist() == [True, False, False]
