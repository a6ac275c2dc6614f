from __future__ import annotations

import math

import numpy as np
import pytest

from builders import ANA, BEN, CEM, DAN, MARA, ago, edge_networks, life, mail, meeting, path
from netzwerkwandel.model import Contact, Function, Goal, Relation, Tie
from netzwerkwandel.network import Network, Ties
from netzwerkwandel.testing.networks import ugly_cases


NETWORKS = {**edge_networks(), **{case.name: case.network() for case in ugly_cases([])}}
everywhere = pytest.mark.parametrize("name", NETWORKS)


# Trust


def test_trust_is_as_stated_the_most_of_several_statements():
    stated = [Tie(a=MARA, b=BEN, trust=0.2), Tie(a=BEN, b=MARA, trust=0.7), Tie(a=MARA, b=BEN)]
    ties = life(mail(ago(3), MARA, BEN), ties=stated).ties()

    assert ties.trust.tolist() == ties.stated_trust.tolist() == [0.7, 0.7]
    assert ties.trust_is_stated.tolist() == [True, True]


def test_no_trust_at_all_is_a_statement_too():
    ties = life(meeting(ago(3), MARA, BEN), ties=[Tie(a=MARA, b=BEN, trust=0.0)]).ties_of()

    assert ties.trust.tolist() == [0.0]
    assert ties.trust_is_stated.tolist() == [True]


def test_where_no_trust_is_stated_it_is_estimated_from_bandwidth_and_reciprocity():
    mutual = [mail(ago(3), MARA, ANA), mail(ago(3), ANA, MARA)]
    one_sided = [mail(ago(3), BEN, MARA), mail(ago(2), BEN, MARA)]
    told = [Tie(a=MARA, b=CEM, closeness=1.0)]
    ties = life(*mutual, *one_sided, ties=told).ties_of()
    ana, ben, cem = ties.bandwidth.tolist()

    assert ties.trust.tolist() == [ana, ben / 2, cem / 2]
    assert not ties.trust_is_stated.any()
    assert np.isnan(ties.stated_trust).all()


@everywhere
def test_trust_is_what_the_definition_says(name):
    ties = NETWORKS[name].ties()

    for row in range(len(ties)):
        stated, mutual = float(ties.stated_trust[row]), float(ties.reciprocity[row])
        mutual = 0.0 if math.isnan(mutual) else mutual
        estimate = float(ties.bandwidth[row]) * (1 + mutual) / 2
        assert ties.trust[row] == pytest.approx(estimate if math.isnan(stated) else stated)


# Closeness


def test_closeness_is_as_stated_the_most_of_several_statements():
    stated = [Tie(a=MARA, b=BEN, closeness=0.9), Tie(a=MARA, b=BEN, closeness=0.1)]
    ties = life(ties=stated).ties()

    assert ties.closeness.tolist() == ties.stated_closeness.tolist() == [0.9, 0.9]


@everywhere
def test_closeness_is_what_the_definition_says(name):
    ties = NETWORKS[name].ties()

    for row in range(len(ties)):
        stated, mutual = float(ties.stated_closeness[row]), float(ties.reciprocity[row])
        mutual = 0.0 if math.isnan(mutual) else mutual
        estimate = float(ties.intensity[row]) * (1 + mutual) / 2
        assert ties.closeness[row] == pytest.approx(estimate if math.isnan(stated) else stated)


def test_closeness_fades_with_silence_and_trust_does_less():
    letters = [mail(ago(2000 + i), *pair) for i in range(9) for pair in ((MARA, BEN), (BEN, MARA))]
    ties = life(*letters).ties_of()

    assert ties.closeness[0] < 0.05
    assert ties.trust[0] > 0.3


def test_what_is_stated_of_one_tie_says_nothing_of_another():
    stated = [Tie(a=MARA, b=BEN, trust=0.5, closeness=0.6, functions=["doors"])]
    ties = life(mail(ago(3), MARA, ANA, BEN), ties=stated).ties_of()

    assert ties.trust_is_stated.tolist() == [False, True]
    assert np.isnan(ties.stated_closeness).tolist() == [True, False]
    assert ties.serves(Function.DOORS).tolist() == [False, True]


# The functions


def test_a_contact_serves_the_functions_of_all_statements_and_no_others():
    stated = [
        Tie(a=MARA, b=BEN, functions=["doors", "ideas"]),
        Tie(a=MARA, b=BEN, functions=["support"]),
    ]
    ties = life(ties=stated).ties_of()

    served = {function for function in Function if ties.serves(function)[0]}

    assert served == {Function.DOORS, Function.IDEAS, Function.SUPPORT}


@everywhere
def test_without_statements_nobody_serves_anything(name):
    ties = NETWORKS[name].ties()

    for function in Function:
        assert not ties.serves(function)[~ties.is_stated].any()


def test_relations_and_functions_do_not_mix():
    ties = life(ties=[Tie(a=MARA, b=BEN, relations=["peer"], functions=["doors"])]).ties_of()

    assert [r for r in Relation if ties.has_relation(r)[0]] == [Relation.PEER]
    assert [f for f in Function if ties.serves(f)[0]] == [Function.DOORS]


# What the records say of a contact


def test_who_changed_career_is_known_only_where_it_is_said():
    people = [
        Contact(key=ANA, changed_career=True),
        Contact(key=BEN, changed_career=False),
        Contact(key=CEM),
    ]
    ties = life(mail(ago(3), MARA, ANA, BEN, CEM), people=people).ties_of()

    assert ties.changed_career.tolist() == [True, False, False]


def test_each_contact_is_asked_once_however_many_rows_lead_to_her():
    made = life(meeting(ago(3), MARA, ANA, BEN), meeting(ago(3), MARA, CEM, DAN))
    asked = []

    def letters(contact: Contact) -> float:
        asked.append(contact.key)
        return float(len(contact.name))

    ties = made.ties()
    values = ties.of_contacts(letters)

    assert values.tolist() == [float(len(made.contacts[i].name)) for i in ties.target.tolist()]
    assert sorted(asked) == sorted(made.keys)
    assert len(ties) > len(asked)


def test_only_contacts_of_the_rows_are_asked():
    made = life(meeting(ago(3), MARA, ANA), mail(ago(4), ANA, BEN))
    asked = []

    made.ties_of().of_contacts(lambda contact: asked.append(contact.key) or 0.0)

    assert asked == [ANA]


def test_where_no_records_are_nobody_is_asked():
    ties = path().ties()

    assert ties.of_contacts(lambda contact: 1 / 0).tolist() == [0.0] * 6
    assert not ties.changed_career.any()


def test_the_field_is_looked_up_once_for_each_goal():
    ties = life(mail(ago(3), MARA, ANA)).ties_of()
    goal = Goal(fields=["ux"])

    assert ties.in_field(goal) is ties.in_field(Goal(fields=["ux"]))
    assert ties.in_field(goal) is not ties.in_field(Goal(fields=["law"]))
    with pytest.raises(ValueError, match="read-only"):
        ties.in_field(goal)[0] = 1.0


# A column of one's own


def days_of_contact_twice(ties: Ties) -> np.ndarray:
    return ties.contact_days * 2


def test_a_column_of_ones_own_is_computed_once_and_kept_and_read_only():
    ties = life(mail(ago(3), MARA, ANA)).ties_of()
    asked = []

    def own(rows: Ties) -> np.ndarray:
        asked.append(len(rows))
        return rows.contact_days * 1.5

    assert ties.column(own).tolist() == [1.5]
    assert ties.column(own) is ties.column(own)
    assert asked == [1]
    with pytest.raises(ValueError, match="read-only"):
        ties.column(own)[0] = 0.0


def test_columns_of_ones_own_are_kept_apart_by_their_function_and_by_their_ties():
    made = life(mail(ago(3), MARA, ANA), mail(ago(3), MARA, BEN))

    assert made.ties_of().column(days_of_contact_twice).tolist() == [2, 2]
    assert made.ties_of(ANA).column(days_of_contact_twice).tolist() == [2]
    ties = made.ties_of()
    assert ties.column(days_of_contact_twice) is not ties.column(lambda rows: rows.contact_days)


def test_an_empty_network_has_empty_columns():
    ties = Network.from_edges([], []).ties()

    assert ties.of_contacts(lambda contact: 1.0).shape == (0,)
    assert ties.column(days_of_contact_twice).shape == (0,)
    assert ties.serves(Function.DOORS).shape == (0,)
