from __future__ import annotations

import pytest

from builders import ANA, BEN, CEM, DAN, MARA, ago, edge_networks, life, meeting, path
from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.metrics._brokerage import brokerage
from netzwerkwandel.metrics._field_classes import FieldClass, field_classes
from netzwerkwandel.model import Contact, Goal
from netzwerkwandel.network import Network


GOAL = Goal(fields=["ux research"])


def change() -> Network:
    """Mara comes from nursing; Ana is there still, Ben has left it for UX research."""
    people = [
        Contact(key=ANA, name="Ana", fields=["nursing"]),
        Contact(key=BEN, name="Ben", fields=["nursing"], position="Head of UX Research"),
        Contact(key=CEM, name="Cem", communities=["UX research Hamburg"]),
        Contact(key=DAN, name="Dan", position="Baker"),
    ]
    events = [meeting(ago(3), MARA, other) for other in (ANA, BEN, CEM, DAN)]
    return life(*events, people=people)


def test_people_are_of_the_old_field_the_new_one_or_another():
    made = change()

    found = dict(zip(made.keys, field_classes(made, old=["nursing"], target=GOAL), strict=True))

    assert found == {
        ANA: FieldClass.OLD,
        BEN: FieldClass.TARGET,
        CEM: FieldClass.TARGET,
        DAN: FieldClass.OTHER,
        MARA: FieldClass.OTHER,
    }


def test_they_are_classes_for_brokerage():
    """Mara knows one of the old field, two of the new one who do not know each other, and Dan."""
    made = change()

    found = brokerage(made, field_classes(made, old=["nursing"], target=GOAL)).counts

    assert found.itinerant[made.index_of(MARA)] == 2
    assert found.total[made.index_of(MARA)] == 12


def test_of_people_without_a_record_nothing_is_known():
    assert field_classes(path(3), old=["nursing"], target=GOAL).tolist() == [0, 0, 0]
    assert field_classes(edge_networks()["empty"], old=["a"], target=GOAL).tolist() == []


def test_the_old_field_must_be_named():
    with pytest.raises(InvalidArgumentError, match="old must list at least one field"):
        field_classes(path(3), old=[], target=GOAL)


@pytest.mark.parametrize("old", ["nursing", [1]])
def test_what_names_no_fields_is_refused(old):
    with pytest.raises(InvalidArgumentError, match="old must list at least one field"):
        field_classes(path(3), old=old, target=GOAL)
