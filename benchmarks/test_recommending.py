"""What ``recommending.py`` measures, on something small: that it runs, and that both ways agree."""

from __future__ import annotations

from busy_records import AS_OF, ME, busy_records
from netzwerkwandel import Network
from recommending import one_person, plain_loop


def test_the_busy_person_knows_as_many_people_as_asked_for():
    records = busy_records(200, 1_000)

    assert len(records.interactions) == 1_000
    assert len(Network.from_records(records, as_of=AS_OF).ties_of(ME)) == 200


def test_a_list_for_the_busy_person_is_measured_part_by_part():
    assert {"recommend ten", "- choice", "- ranks"} <= one_person(200, 1_000).keys()


def test_a_plain_loop_finds_the_same_contacts_for_everybody():
    assert plain_loop(300)["ties"] > 300
