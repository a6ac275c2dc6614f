from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import ANA, BEN, CEM, MARA, ago, life, mail, network, star, two_cliques_and_a_bridge
from metrics.generated import Case, cases
from netzwerkwandel.errors import InvalidArgumentError, NotFoundError
from netzwerkwandel.metrics._substitutes import Substitutes, substitutes
from netzwerkwandel.network import Network


TWO_CIRCLES = [
    *(("me", key, 1.0) for key in ("ana", "ben", "cem", "dan", "eva")),
    *(("ana", "ben", 1.0), ("ben", "cem", 1.0), ("ana", "cem", 1.0), ("dan", "eva", 1.0)),
    ("me", "zoe", 1.0),
]


def rows(made: Network, found: Substitutes) -> list[tuple[str, int, int, float, bool]]:
    return [
        (made.keys[contact], group, others, share, only)
        for contact, group, others, share, only in zip(
            found.contact.tolist(),
            found.group.tolist(),
            found.substitutes.tolist(),
            found.share.tolist(),
            found.is_only.tolist(),
            strict=True,
        )
    ]


def test_those_of_a_circle_stand_in_for_each_other_and_nobody_for_one_alone():
    made = network(TWO_CIRCLES)

    assert rows(made, substitutes(made, ego="me")) == [
        ("ana", 0, 2, 1 / 3, False),
        ("ben", 0, 2, 1 / 3, False),
        ("cem", 0, 2, 1 / 3, False),
        ("dan", 1, 1, 1 / 2, False),
        ("eva", 1, 1, 1 / 2, False),
        ("zoe", 2, 0, 1.0, True),
    ]


def test_the_owner_is_asked_where_nobody_is_named():
    made = life(mail(ago(10), MARA, ANA, BEN), mail(ago(10), MARA, CEM))

    found = substitutes(made)

    assert [made.keys[person] for person in set(found.source.tolist())] == [MARA]
    assert {made.keys[contact] for contact in found.contact[found.is_only]} == {CEM}


def test_labels_say_who_is_alike_and_below_nought_is_in_no_group():
    made = network(TWO_CIRCLES)

    found = substitutes(made, ego="me", groups=[7, -1, 7, 7, 9, -1])

    assert rows(made, found) == [
        ("ana", 7, 2, 1 / 3, False),
        ("cem", 7, 2, 1 / 3, False),
        ("dan", 7, 2, 1 / 3, False),
        ("eva", 9, 0, 1.0, True),
    ]


GIVES_TO_ONE = [{"ana", "ben"}, {"ben"}, set()]
MASKS = [
    [True, True, False, False, False, False],
    [False, True, False, False, False, False],
    [False] * 6,
]


@pytest.mark.parametrize(
    "groups",
    [GIVES_TO_ONE, np.array(MASKS), [np.array(mask) for mask in MASKS]],
    ids=["sets of keys", "a table of masks", "masks"],
)
def test_a_contact_of_several_groups_may_be_the_only_one_in_one_of_them(groups):
    made = network(TWO_CIRCLES)

    found = substitutes(made, ego="me", groups=groups)

    assert rows(made, found) == [
        ("ana", 0, 1, 1 / 2, False),
        ("ben", 0, 1, 1 / 2, False),
        ("ben", 1, 0, 1.0, True),
    ]


def test_who_is_no_contact_of_ego_stands_in_for_nobody():
    made = two_cliques_and_a_bridge()

    found = substitutes(made, ego="a", groups=[{"b", "e", "f"}])

    assert rows(made, found) == [("b", 0, 0, 1.0, True)]


@given(case=cases(), data=st.data())
def test_everybody_at_once_is_each_person_alone(case: Case, data: st.DataObject):
    made = case.network
    n = len(made.indices)
    drawn = data.draw(st.lists(st.integers(-1, 3), min_size=n, max_size=n))
    labels = np.array(drawn, dtype=np.int64)

    at_once = substitutes(made, groups=labels)

    for person in range(made.n_contacts):
        own = slice(made.indptr[person], made.indptr[person + 1])
        alone = substitutes(made, ego=person, groups=labels[own])
        of_person = at_once.source == person
        for name, values in alone.to_dict().items():
            assert np.array(at_once.to_dict()[name])[of_person].tolist() == values


@given(case=cases())
def test_the_shares_of_a_group_add_up_to_one(case: Case):
    made = case.network
    found = substitutes(made)

    assert len(found) == len(made.indices)
    groups = found.source * max(made.n_contacts, 1) + found.group
    sums = np.bincount(groups, found.share)
    np.testing.assert_allclose(sums[sums > 0], 1.0, rtol=1e-12)
    np.testing.assert_array_equal(found.share == 1.0, found.is_only)


def test_no_groups_and_no_ties_give_no_rows():
    assert len(substitutes(star(), groups=[])) == 0
    assert len(substitutes(Network.from_edges([], []))) == 0
    assert len(substitutes(Network.from_edges([], [], keys=["a"]), ego="a", groups=[])) == 0


@pytest.mark.parametrize(
    ("groups", "message"),
    [
        ([0, 1], r"for each of the 4 ties.* int64 of shape \(2,\)"),
        ([0.5] * 4, r"got float64 of shape \(4,\)"),
        (np.ones((2, 3), dtype=bool), r"got bool of shape \(2, 3\)"),
        (np.ones(4, dtype=bool), r"got bool of shape \(4,\)"),
        ([[True] * 4, [True] * 3], "one way and one size"),
    ],
)
def test_groups_that_do_not_fit_the_ties_are_refused(groups, message: str):
    with pytest.raises(InvalidArgumentError, match=message):
        substitutes(star(), ego="a", groups=groups)


def test_who_is_not_there_is_named():
    with pytest.raises(NotFoundError, match="'z…'"):
        substitutes(star(), ego="zoe")
    with pytest.raises(NotFoundError, match="'y…'"):
        substitutes(star(), ego="a", groups=[{"b", "yan"}])
