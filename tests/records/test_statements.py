from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.model import Function, Relation, Tie
from netzwerkwandel.records.statements import updated_tie, updated_ties


FORMER = {
    Relation.COLLEAGUE: Relation.FORMER_COLLEAGUE,
    Relation.BOSS: Relation.FORMER_BOSS,
    Relation.REPORT: Relation.FORMER_REPORT,
}

ties = st.builds(
    Tie,
    a=st.just("me:"),
    b=st.just("linkedin:ben"),
    relations=st.frozensets(st.sampled_from(Relation)),
    functions=st.frozensets(st.sampled_from(Function)),
    closeness=st.none() | st.floats(0, 1),
    trust=st.none() | st.floats(0, 1),
    since=st.none() | st.dates(),
    ended_in_conflict=st.booleans(),
)


def tie(*relations: str, trust: float | None = None, closeness: float | None = None) -> Tie:
    return Tie(
        a="me:", b="linkedin:ben", relations=set(relations), trust=trust, closeness=closeness
    )


@pytest.mark.parametrize(("now", "former"), FORMER.items())
def test_who_is_called_a_former_one_by_the_newer_statement_is_no_current_one_any_more(
    now: Relation, former: Relation
) -> None:
    assert updated_tie(tie(now, "friend"), tie(former)) == tie(former, "friend")


@pytest.mark.parametrize(("now", "former"), FORMER.items())
def test_who_works_together_again_is_no_former_one_any_more(
    now: Relation, former: Relation
) -> None:
    assert updated_tie(tie(former, "mentor"), tie(now)) == tie(now, "mentor")


def test_a_former_colleague_may_become_a_boss() -> None:
    older, newer = tie("former colleague"), tie("boss")

    assert updated_tie(older, newer) == tie("former colleague", "boss")


def test_a_newer_statement_that_says_both_keeps_both() -> None:
    both = tie("colleague", "former colleague")

    assert updated_tie(tie("colleague"), both) == both


def test_closeness_and_trust_are_those_of_the_newer_statement_where_it_states_them() -> None:
    older = tie(trust=0.9, closeness=0.8)

    assert updated_tie(older, tie(trust=0.2)) == tie(trust=0.2, closeness=0.8)
    assert updated_tie(older, tie(closeness=0.0)) == tie(trust=0.9, closeness=0.0)


@given(older=ties, newer=ties)
def test_a_conflict_stays_a_conflict_and_nothing_else_of_the_two_is_lost(
    older: Tie, newer: Tie
) -> None:
    now = updated_tie(older, newer)

    assert now.ended_in_conflict == (older.ended_in_conflict or newer.ended_in_conflict)
    assert now.functions == older.functions | newer.functions
    assert now.relations >= newer.relations
    lost = older.relations - now.relations
    outdated = {**FORMER, **{former: current for current, former in FORMER.items()}}
    assert all(outdated[relation] in newer.relations for relation in lost)


@given(older=ties, newer=ties)
def test_the_same_statement_a_second_time_changes_nothing(older: Tie, newer: Tie) -> None:
    once = updated_tie(older, newer)

    assert updated_tie(once, newer) == once
    assert updated_tie(older, older) == older


def test_ties_named_on_one_side_only_stay_as_they_are() -> None:
    to_ana = Tie(a="me:", b="linkedin:ana", relations={"colleague"})
    from_ben = Tie(a="linkedin:ben", b="me:", relations={"former colleague"})

    ties = updated_ties([to_ana, tie("colleague")], [tie("former colleague"), from_ben])

    assert set(ties) == {to_ana, tie("former colleague"), from_ben}


def test_of_many_exports_the_newest_statement_counts() -> None:
    told = [[tie("colleague")], [tie("former colleague")], [tie("friend")]]

    assert updated_ties(*told) == (tie("former colleague", "friend"),)
