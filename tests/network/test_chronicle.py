from __future__ import annotations

import pickle
from datetime import datetime

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import netzwerkwandel as nw
from builders import ANA, AS_OF, BEN, MARA, ago, mail, mailbox_life, meeting
from netzwerkwandel.errors import InvalidArgumentError, NotFoundError
from netzwerkwandel.model import Channel, InteractionColumns
from netzwerkwandel.network import Chronicle, Network, TieStrength
from netzwerkwandel.network.chronicle import as_chronicle
from netzwerkwandel.network.touches import Touches
from netzwerkwandel.records import Records
from strategies import records


def arrays_of(value: object) -> dict[str, tuple[object, bytes]]:
    """Every array that a value holds, and the values that it holds, to the last bit.

    Touches that were added are told as they are once laid out with the others, and the network that
    was looked at last is none of what a chronicle tells.
    """
    arrays = {}
    for field in attrs.fields(type(value)):
        held = getattr(value, field.name)
        more = getattr(value, "additions", None)
        if field.name in {"additions", "latest"}:
            continue
        if isinstance(held, Touches) and more is not None:
            held = more.together
        if isinstance(held, np.ndarray):
            arrays[field.name] = (held.dtype, held.tobytes())
        elif attrs.has(type(held)) and not isinstance(held, Records):
            arrays |= {f"{field.name}.{name}": each for name, each in arrays_of(held).items()}
    return arrays


def assert_alike(found: Chronicle, expected: Chronicle) -> None:
    assert found.records == expected.records
    assert arrays_of(found) == arrays_of(expected)


@st.composite
def split_records(draw: st.DrawFn) -> tuple[Records, list[Records]]:
    """Records with an owner, and the same ones as they grew, in any order of time."""
    known = draw(records().filter(lambda known: known.me is not None))
    happened = draw(st.permutations(list(known.interactions)))
    cuts = sorted(draw(st.lists(st.integers(0, len(happened)), max_size=3)))
    return known, [
        attrs.evolve(known, interactions=happened[begin:end])
        for begin, end in zip([0, *cuts], [*cuts, len(happened)], strict=True)
    ]


@pytest.mark.slow
@given(split_records(), st.booleans())
def test_what_is_added_is_as_if_all_had_been_laid_out_anew(grown, seen):
    known, parts = grown
    chronicle = Chronicle.from_records(parts[0])
    for part in parts[1:]:
        if seen:
            ties = chronicle.network(AS_OF).ties()
            assert len(ties.strength) == len(ties.simmelian) == len(ties.reciprocity)
            assert len(ties.talks) == len(ties)
        chronicle = chronicle.with_interactions(part.interactions)

    expected = Chronicle.from_records(known)
    assert_alike(chronicle, expected)
    for moment in (AS_OF, ago(3000), *(each.when for each in known.interactions[:3])):
        found, anew = chronicle.network(moment), expected.network(moment)
        assert (found.keys, found.ego) == (anew.keys, anew.ego)
        assert arrays_of(found) == arrays_of(anew)
        for name in (
            "strength peak_strength silence rhythm is_dormant reciprocity contact_days talks "
            "simmelian"
        ).split():
            assert getattr(found.ties(), name).tobytes() == getattr(anew.ties(), name).tobytes()
        assert found.ties().touches_by(Channel.MAIL).tolist() == (
            anew.ties().touches_by(Channel.MAIL).tolist()
        )
        for row in range(len(anew.indices)):
            assert found.ties().interactions_of(row) == anew.ties().interactions_of(row)


@given(st.randoms(use_true_random=False))
def test_a_mailbox_can_come_in_any_order(chance):
    known = mailbox_life()
    happened = list(known.interactions)
    chance.shuffle(happened)
    cut = chance.randrange(len(happened))

    chronicle = Chronicle.from_records(attrs.evolve(known, interactions=happened[:cut]))

    assert_alike(chronicle.with_interactions(happened[cut:]), Chronicle.from_records(known))


def test_what_is_known_by_its_key_is_not_counted_twice():
    known = mailbox_life()
    chronicle = Chronicle.from_records(known)

    assert chronicle.with_interactions(known.interactions) is chronicle
    assert chronicle.with_interactions(list(known.interactions)[5:9]) is chronicle
    assert chronicle.with_interactions([]) is chronicle


def test_a_more_complete_copy_takes_the_place_of_what_is_known():
    known = mailbox_life()
    lunch = meeting(ago(5), MARA, ANA)
    fuller = attrs.evolve(lunch, participants=[MARA, ANA, BEN])
    other = mail(ago(4), ANA, MARA)
    happened = [*known.interactions, lunch]
    chronicle = Chronicle.from_records(attrs.evolve(known, interactions=happened))

    found = chronicle.with_interactions([fuller, other])

    happened = [*known.interactions, fuller, other]
    expected = Chronicle.from_records(attrs.evolve(known, interactions=happened))
    assert_alike(found, expected)


def test_a_stranger_must_be_added_to_the_records_first():
    chronicle = Chronicle.from_records(mailbox_life())

    with pytest.raises(NotFoundError, match=r"mailto:n…@example…"):
        chronicle.with_interactions([mail(ago(1), MARA, "mailto:new@example.org")])


def test_the_chronicle_before_stays_as_it_was():
    chronicle = Chronicle.from_records(mailbox_life())
    before = arrays_of(chronicle)

    chronicle.with_interactions([mail(ago(1), MARA, ANA)])

    assert arrays_of(chronicle) == before


def test_another_idea_of_strength_is_kept():
    strength = TieStrength(largest_gathering=2)
    chronicle = Chronicle.from_records(mailbox_life(), strength=strength)

    chronicle = chronicle.with_interactions([meeting(ago(1), MARA, ANA, BEN)])

    assert chronicle.tie_strength == strength
    assert_alike(chronicle, Chronicle.from_records(chronicle.records, strength=strength))


def test_a_chronicle_stands_in_for_records():
    known = mailbox_life()
    chronicle = Chronicle.from_records(known)

    found = Network.from_records(chronicle, as_of=AS_OF)

    assert type(found) is Network
    assert arrays_of(found) == arrays_of(Network.from_records(known, as_of=AS_OF))
    assert as_chronicle(chronicle, None) is chronicle
    assert as_chronicle(chronicle, TieStrength()) is chronicle
    with pytest.raises(InvalidArgumentError, match="strength"):
        Network.from_records(chronicle, as_of=AS_OF, strength=TieStrength(largest_gathering=2))


@pytest.mark.parametrize("wrong", [None, "records", 3, [], Network.from_edges(["a"], ["b"])])
def test_what_is_neither_records_nor_a_chronicle_is_refused(wrong):
    with pytest.raises(InvalidArgumentError, match="records must be a Records"):
        Chronicle.from_records(wrong)
    with pytest.raises(InvalidArgumentError, match="records must be a Records"):
        Network.from_records(wrong, as_of=AS_OF)


@pytest.mark.parametrize("wrong", [AS_OF.date(), AS_OF.replace(tzinfo=None), "2026", None])
def test_a_moment_has_a_time_zone(wrong):
    with pytest.raises(InvalidArgumentError, match="as_of"):
        Chronicle.from_records(mailbox_life()).network(wrong)


def test_copies_stay_read_only_and_small():
    chronicle = Chronicle.from_records(mailbox_life())
    network = chronicle.network(AS_OF)
    before = len(pickle.dumps(network))
    network.ties().core, network.ties().redundancy, network.orientation.arrays

    copy = pickle.loads(pickle.dumps(network))

    assert len(pickle.dumps(network)) == before
    assert arrays_of(copy) == arrays_of(network)
    for array in (copy.indptr, copy.weights, copy.pair, copy.history.touches.when):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0
    assert copy.ties_of().strength.tolist() == network.ties_of().strength.tolist()
    assert pickle.loads(pickle.dumps(chronicle)).network(AS_OF).keys == network.keys


def test_all_of_it_is_public():
    assert nw.Chronicle is Chronicle
    assert isinstance(
        Chronicle.from_records(mailbox_life()).records.interactions, InteractionColumns
    )
    assert isinstance(AS_OF, datetime)


def eventful_life(people: int = 12, events: int = 400) -> Records:
    """Years of mails and meetings of a few people, several a day at times."""
    chance = np.random.default_rng(4)
    keys = [MARA, *(f"mailto:p{i}@example.org" for i in range(people))]
    happened = []
    for day in np.sort(chance.integers(1, 900, events))[::-1].tolist():
        some = [keys[i] for i in chance.choice(len(keys), chance.integers(2, 4), replace=False)]
        made = mail if chance.random() < 0.7 else meeting
        happened.append(made(ago(day), *some))
    found = [nw.Contact(key=key) for key in keys]
    happened = [attrs.evolve(each, key=f"event {i}") for i, each in enumerate(happened)]
    return Records(contacts=found, interactions=happened, me=MARA)


def test_what_was_worked_out_before_is_carried_over_to_the_last_bit():
    known = eventful_life()
    happened = np.random.default_rng(1).permutation(len(known.interactions)).tolist()
    rows = (
        "strength peak_strength silence rhythm is_dormant reciprocity contact_days talks simmelian"
    ).split()
    chronicle = Chronicle.from_records(attrs.evolve(known, interactions=()))
    for begin, end in ((0, 250), (250, 251), (251, 255), (255, 256), (256, 300), (300, 400)):
        some = [known.interactions[i] for i in happened[begin:end]]
        chronicle = chronicle.with_interactions(some)
        for moment in (AS_OF, ago(400)):
            ties = chronicle.network(moment).ties()
            anew = Chronicle.from_records(chronicle.records).network(moment).ties()
            for name in rows:
                assert getattr(ties, name).tobytes() == getattr(anew, name).tobytes(), name
