from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from itertools import combinations, product

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.errors import SeveralOwnersError
from netzwerkwandel.identity.shared_keys import bare_key
from netzwerkwandel.model import ME as ME_KEY
from netzwerkwandel.model import (
    Contact,
    Experiment,
    Interaction,
    InteractionColumns,
    MeEvidence,
    SourceKind,
    SourceReport,
    Tie,
    Work,
)
from netzwerkwandel.model.interaction import more_complete
from netzwerkwandel.records import Records
from netzwerkwandel.records.records_change import Move, RecordsChange, records_change
from netzwerkwandel.storage import MemoryStorage
from strategies import interactions, pairs
from strategies import records as plain_records
from whole_records import reports


ME, BEN, EVA, ZOE = "linkedin:mara", "linkedin:ben", "linkedin:eva", "linkedin:zoe"
NAMES = {ME: "Mara Vogt", BEN: "Ben Okafor", EVA: "Eva Lang", ZOE: "Zoe Brandt"}
LAST_YEAR, THIS_YEAR = date(2025, 3, 3), date(2026, 3, 3)
MET = date(2020, 1, 1)


@st.composite
def settled(draw: st.DrawFn) -> Records:
    """Records of which who is who is settled by what they say, and of which one note is edited."""
    plain, merged = draw(plain_records()), draw(pairs())
    records = Records.from_found(
        plain.found,
        ties=plain.ties,
        interactions=plain.interactions,
        experiments=plain.experiments,
        me=None if merged else plain.me,  # of some merges it is another whom a key means
        merged=merged,
        kept_apart=draw(pairs()) - merged,
        reports=draw(st.lists(reports(), max_size=2)),
    )
    if not draw(st.booleans()):
        return records
    first, *others = records.contacts
    return attrs.evolve(records, contacts=[attrs.evolve(first, notes="by hand"), *others])


def change(before: Records, newer: Records) -> RecordsChange:
    known = {event.key for event in before.interactions}
    new = sum(event.key not in known for event in newer.interactions)
    return records_change(before, newer, before.join(newer), new)


def archive(day: date, *people: str, **works: tuple[str, str]) -> Records:
    """What a LinkedIn archive of a day tells of some connections."""
    found = [
        Contact(
            key=key,
            name=NAMES[key],
            organisation=works.get(key.removeprefix("linkedin:"), ("", ""))[0],
            position=works.get(key.removeprefix("linkedin:"), ("", ""))[1],
            seen=day,
        )
        for key in (ME, *people)
    ]
    return Records.from_found(
        found,
        ties=[Tie(a=ME, b=key, relations=["connection"], since=MET) for key in people],
        me=ME,
        reports=[report(day)],
    )


def report(day: date) -> SourceReport:
    last = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return SourceReport(kind=SourceKind.LINKEDIN, where=f"{day}.zip", last=last)


@pytest.mark.slow
@given(settled())
def test_adding_the_same_again_changes_nothing(records: Records) -> None:
    assert records.join(records) == records
    assert change(records, records).is_nothing


@given(settled())
def test_adding_to_nothing_and_adding_nothing_gives_what_there_is(records: Records) -> None:
    assert Records().join(records) == records
    assert records.join(Records()) == records
    assert change(records, Records()).is_nothing


@pytest.mark.slow
@given(settled(), settled())
def test_adding_twice_is_adding_once(before: Records, newer: Records) -> None:
    once = before.join(newer)

    assert once.join(newer) == once
    assert change(once, newer).is_nothing


def bare_pairs(pairs: Iterable[tuple[str, str]]) -> set[frozenset[str]]:
    """Pairs by the keys without a name: who shares an address with others may have it now."""
    return {frozenset(map(bare_key, pair)) for pair in pairs}


@pytest.mark.slow
@given(settled(), settled())
def test_nothing_is_lost(before: Records, newer: Records) -> None:
    after = before.join(newer)

    for records in (before, newer):
        assert {each.key for each in records.interactions} <= {e.key for e in after.interactions}
        assert bare_pairs((t.a, t.b) for t in records.ties) <= bare_pairs(
            (t.a, t.b) for t in after.ties
        )
        assert {each.key for each in records.experiments} <= {e.key for e in after.experiments}
        assert {bare_key(contact.key) for contact in records.contacts} <= after.person_of.keys()
        assert set(records.found) <= set(after.found)
        assert {(r.where, r.kind) for r in records.reports} <= {
            (r.where, r.kind) for r in after.reports
        }


@pytest.mark.slow
@given(settled(), settled())
def test_a_newer_decision_wins_and_the_others_stay(before: Records, newer: Records) -> None:
    after = before.join(newer)

    merged, kept_apart = (
        [getattr(records, name) for records in (before, newer, after)]
        for name in ("merged", "kept_apart")
    )
    was, new, now = map(bare_pairs, merged)
    was_apart, new_apart, now_apart = map(bare_pairs, kept_apart)
    assert new <= now <= new | was
    assert new_apart <= now_apart <= new_apart | was_apart
    assert was - now <= new_apart
    assert was_apart - now_apart <= new
    assert now.isdisjoint(new_apart)
    assert now_apart.isdisjoint(new)


def test_who_was_merged_and_is_kept_apart_is_two_people_again_and_the_other_way() -> None:
    two = Records.from_found([Contact(key=BEN, name="Ben"), Contact(key="card:1", name="Ben O.")])
    one = two.merge(BEN, "card:1")
    apart = two.keep_apart(BEN, "card:1")

    assert len(two.join(one).contacts) == 1
    assert len(one.join(two).contacts) == 1
    assert len(one.join(apart).contacts) == 2
    assert len(apart.join(one).contacts) == 1


def test_what_was_changed_by_hand_survives_the_next_archive() -> None:
    first = archive(LAST_YEAR, BEN, ben=("Contoso", "Clerk"))
    mara, ben = sorted(first.contacts, key=lambda contact: contact.key != ME)
    by_hand = attrs.evolve(ben, notes="met in Rome", fields=["data"], name="Benny")
    edited = attrs.evolve(first, contacts=[mara, by_hand])

    now = edited.join(archive(THIS_YEAR, BEN, ben=("Fabrikam", "Boss"))).contact(BEN)

    assert (now.notes, now.fields, now.name) == ("met in Rome", ("data",), "Benny")
    assert (now.organisation, now.position, now.seen) == ("Fabrikam", "Boss", THIS_YEAR)
    assert now.earlier_work == (Work(organisation="Contoso", position="Clerk", seen=LAST_YEAR),)


def test_where_both_were_changed_by_hand_the_newer_counts() -> None:
    plain = archive(LAST_YEAR, BEN)
    older, newer = (
        attrs.evolve(plain, contacts=[attrs.evolve(c, notes=notes) for c in plain.contacts])
        for notes in ("old", "new")
    )

    assert older.join(newer).contact(BEN).notes == "new"
    assert newer.join(plain).contact(BEN).notes == "new"


def test_a_newer_statement_takes_the_place_of_what_it_contradicts() -> None:
    def stated(*relations: str, **more: object) -> Records:
        tie = Tie(a=ME, b=BEN, relations=relations, **more)
        return Records(contacts=[Contact(key=ME), Contact(key=BEN)], ties=[tie], me=ME)

    (now,) = stated("colleague", "friend", trust=0.9).join(stated("former colleague")).ties

    assert now == Tie(a=ME, b=BEN, relations=["former colleague", "friend"], trust=0.9)


def test_a_newer_contact_of_an_app_replaces_the_one_of_the_same_key() -> None:
    older = Records(contacts=[Contact(key="1", name="Ben", notes="old"), Contact(key="2")])
    newer = Records(contacts=[Contact(key="1", name="Ben Okafor"), Contact(key="3")])

    after = older.join(newer)

    assert after.contacts == (
        Contact(key="1", name="Ben Okafor"),
        Contact(key="2"),
        Contact(key="3"),
    )
    assert after.found == ()
    assert change(older, newer) == RecordsChange(added=(Contact(key="3"),))


@given(interactions(["a", "b", "c"]), interactions(["a", "b", "c"]))
def test_of_two_copies_the_one_that_tells_more_is_kept_in_any_order(one, other) -> None:
    other = attrs.evolve(other, key=one.key)
    people = [Contact(key=key) for key in "abc"]
    first, second = (Records(contacts=people, interactions=[each]) for each in (one, other))

    (kept,) = first.join(second).interactions

    assert kept == more_complete(one, other) == more_complete(other, one)
    assert len(kept.participants) == max(len(one.participants), len(other.participants))
    assert second.join(first).interactions == (kept,)


def test_interactions_in_columns_are_added_too() -> None:
    noon = datetime(2026, 3, 4, 12, tzinfo=UTC)
    lunch, tea = (Interaction(key=k, when=noon, participants=[ME]) for k in ("lunch", "tea"))
    older, newer = (
        Records(
            contacts=[Contact(key=ME)],
            interactions=InteractionColumns.from_interactions(events),
        )
        for events in ([lunch], [lunch, tea])
    )

    assert older.join(newer).interactions == (lunch, tea)


def test_a_newer_experiment_and_report_takes_the_place_of_the_older() -> None:
    course = Experiment(key="course", title="Course", started=LAST_YEAR)
    ended = attrs.evolve(course, ended=THIS_YEAR)
    older = Records(experiments=[course], reports=[report(LAST_YEAR)])
    fresh = attrs.evolve(report(LAST_YEAR), read=5)
    newer = Records(experiments=[ended], reports=[fresh, report(THIS_YEAR)])

    after = older.join(newer)

    assert after.experiments == (ended,)
    assert after.reports == (fresh, report(THIS_YEAR))


def test_two_archives_a_year_apart_show_who_moved_came_and_went() -> None:
    older = archive(LAST_YEAR, BEN, EVA, ben=("Contoso GmbH", "Clerk"), eva=("Contoso", "Nurse"))
    newer = archive(THIS_YEAR, BEN, ZOE, ben=("Fabrikam", "Clerk"))

    told = change(older, newer)
    after = older.join(newer)

    assert told == RecordsChange(
        added=(after.contact(ZOE),),
        moved=(
            Move(
                contact=after.contact(BEN),
                before=Work(organisation="Contoso GmbH", position="Clerk", seen=LAST_YEAR),
                after=Work(organisation="Fabrikam", position="Clerk", seen=THIS_YEAR),
            ),
        ),
        gone=(after.contact(EVA),),
        new_ties=1,
    )
    assert told.moved[0].is_new_employer


def test_another_position_at_the_same_employer_is_no_new_employer() -> None:
    older = archive(LAST_YEAR, BEN, ben=("Contoso GmbH", "Clerk"))
    newer = archive(THIS_YEAR, BEN, ben=("Contoso", "Boss"))

    (move,) = change(older, newer).moved

    assert not move.is_new_employer
    assert (move.before.position, move.after.position) == ("Clerk", "Boss")


def test_the_owner_who_moved_is_told_as_everybody_is() -> None:
    older, newer = (
        archive(day, BEN, mara=(employer, "Clerk"))
        for day, employer in ((LAST_YEAR, "Contoso"), (THIS_YEAR, "Fabrikam"))
    )

    assert [move.contact.key for move in change(older, newer).moved] == [ME]


def test_an_older_archive_read_later_makes_nobody_gone_or_moved() -> None:
    older = archive(LAST_YEAR, BEN, EVA, ben=("Contoso", "Clerk"))
    newer = archive(THIS_YEAR, BEN, ZOE, ben=("Fabrikam", "Boss"))

    told = change(newer, older)

    assert (told.moved, told.gone) == ((), ())
    assert [contact.key for contact in told.added] == [EVA]
    assert newer.join(older) == older.join(newer)


def test_a_connection_under_a_changed_profile_address_is_not_gone() -> None:
    older = archive(LAST_YEAR, BEN)
    renamed = Contact(key="linkedin:ben-2", name="Ben Okafor", seen=THIS_YEAR)
    newer = attrs.evolve(
        archive(THIS_YEAR),
        contacts=[*archive(THIS_YEAR).contacts, renamed],
        found=[*archive(THIS_YEAR).found, renamed],
        ties=[Tie(a=ME, b=renamed.key, relations=["connection"], since=MET)],
    )
    another_day = attrs.evolve(
        newer, ties=[attrs.evolve(newer.ties[0], since=MET + timedelta(days=1))]
    )

    assert change(older, newer).gone == ()
    assert [contact.key for contact in change(older, another_day).gone] == [BEN]


def test_who_is_not_in_another_kind_of_export_is_not_gone() -> None:
    older = archive(LAST_YEAR, BEN)
    mailbox = Records.from_found([Contact(key="mailto:eva@example.org")])

    assert change(older, mailbox).gone == ()


def test_who_moved_between_exports_without_a_day_has_other_work_in_plain_text() -> None:
    def app(organisation: str) -> Records:
        return Records(contacts=[Contact(key="1", organisation=organisation, position="Clerk")])

    (move,) = change(app("Contoso"), app("Fabrikam")).moved

    assert (move.before.organisation, move.after.organisation) == ("Contoso", "Fabrikam")
    assert change(app("Contoso"), app("CONTOSO")).moved == ()
    assert change(app("Contoso"), app("")).moved == ()
    assert change(app(""), app("Contoso")).moved == ()


def test_whoever_is_named_by_anything_new_is_a_contact() -> None:
    ben = Contact(key="card:1", emails=["ben@example.org"])
    noon = datetime(2026, 3, 4, 12, tzinfo=UTC)
    mail = Interaction(key="x", when=noon, participants=["mailto:ben@example.org"])
    older = Records(contacts=[ben], interactions=[mail])
    newer = Records(contacts=[Contact(key="card:1", name="Ben")])

    after = older.join(newer)

    assert after.contact("mailto:ben@example.org").key == "mailto:ben@example.org"


# Whose both are


def told_of(me: str, evidence: MeEvidence, *others: str) -> Records:
    """What exports tell whose owner was recognised so, as reading them puts it."""
    return Records.from_found(
        [Contact(key=ME_KEY), *(Contact(key=key, name=NAMES[key]) for key in (me, *others))],
        me=ME_KEY,
        me_evidence=evidence,
        merged=[(ME_KEY, me)],
    )


@pytest.mark.parametrize("evidence", [MeEvidence.GIVEN, MeEvidence.DELIVERED_TO])
def test_whoever_only_takes_part_in_most_does_not_become_the_owner(evidence: MeEvidence):
    sure = told_of(ME, evidence, BEN, EVA)
    guessed = told_of(BEN, MeEvidence.MOST_FREQUENT, ME)

    for joined in (sure.join(guessed), guessed.join(sure)):
        assert (joined.contact(joined.me).name, joined.me_evidence) == ("Mara Vogt", evidence)
        assert sorted(each.name for each in joined.contacts) == [
            "Ben Okafor",
            "Eva Lang",
            "Mara Vogt",
        ]
        assert joined.join(guessed) == joined


def test_of_two_who_were_guessed_the_first_stays_the_owner():
    first = told_of(ME, MeEvidence.MOST_FREQUENT, BEN)

    joined = first.join(told_of(BEN, MeEvidence.MOST_FREQUENT, ME))

    assert joined.contact(joined.me).name == "Mara Vogt"
    assert joined.contact(BEN).name == "Ben Okafor"


@pytest.mark.parametrize("evidence", [MeEvidence.GIVEN, MeEvidence.MOST_FREQUENT])
def test_an_address_book_that_names_no_owner_takes_the_place_of_none(evidence: MeEvidence):
    named = told_of(ME, evidence, BEN)
    book = Records(
        contacts=[Contact(key=ME_KEY), Contact(key=EVA, name=NAMES[EVA])],
        me=ME_KEY,
        me_evidence=MeEvidence.UNNAMED,
    )

    for joined in (named.join(book), book.join(named)):
        assert (joined.contact(joined.me).name, joined.me_evidence) == ("Mara Vogt", evidence)
        assert {each.name for each in joined.contacts} == {"Mara Vogt", "Ben Okafor", "Eva Lang"}


def test_another_address_of_ones_own_is_the_owner_too():
    other = Records.from_found(
        [Contact(key=ME_KEY), Contact(key=ZOE, name="Mara Vogt")],
        me=ME_KEY,
        me_evidence=MeEvidence.DELIVERED_TO,
        merged=[(ME_KEY, ZOE)],
    )

    joined = told_of(ME, MeEvidence.GIVEN, BEN).join(other)

    assert joined.person_of[ZOE] == joined.person_of[ME] == joined.me


NAMED = ["", "Anna Meier", "A Meier", "Anna", "Meier", "Anna Berg", "Ben Meier"]


@pytest.mark.slow
def test_a_key_that_names_told_apart_and_newer_ones_join_again_is_known_or_gone_as_one() -> None:
    several = [
        Records.from_found([Contact(key="linkedin:anna", name=name) for name in names])
        for names in combinations(NAMED, 2)
    ]

    for older, newer in product(several, several):
        joined = older.join(newer)

        assert {each.name for each in joined.found} == {
            each.name for each in (*older.found, *newer.found)
        }
        # What has changed can be told though a key of before is no more.
        assert change(older, newer).moved == ()
        assert joined.join(newer) == joined


def test_an_archive_that_names_another_owner_is_not_joined() -> None:
    karla = Contact(key="mailto:karla@w.example", name="Karla Weidner")
    hers = Records(contacts=[karla], me=karla.key, me_evidence="own calendar")
    his = Contact(key="me:", name="Bert Anders")
    archive = Records(contacts=[his], me=his.key, me_evidence="own profile in the archive")

    for one, other in [(hers, archive), (archive, hers)]:
        with pytest.raises(SeveralOwnersError):
            one.join(other)
    storage = MemoryStorage()
    storage.save(hers)
    with pytest.raises(SeveralOwnersError):
        storage.save(archive)
    assert storage.load() == hers

    # Who is called as she is may be she; what was guessed of the owner may have been wrong.
    married = attrs.evolve(archive, contacts=[attrs.evolve(his, name="Karla Sommer")])
    assert hers.join(married).contact(married.me).name == "Karla Sommer"
    guessed = attrs.evolve(hers, me_evidence=MeEvidence.MOST_FREQUENT)
    assert guessed.join(archive).contact(archive.me).name == "Bert Anders"
