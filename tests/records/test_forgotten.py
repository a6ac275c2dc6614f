from __future__ import annotations

from datetime import UTC, date, datetime

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from netzwerkwandel.model import (
    Contact,
    Experiment,
    Interaction,
    Nobodies,
    Problem,
    SourceKind,
    SourceReport,
    Suggestion,
    Tie,
    Work,
)
from netzwerkwandel.records import Records
from netzwerkwandel.records.forgotten import forgotten
from netzwerkwandel.storage.exporting import export_json
from whole_records import whole_records


NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
MARA, EVA, CEM = "mailto:mara@example.org", "mailto:eva@example.org", "mailto:cem@example.org"
BEN = Contact(
    key="mailto:ben@secret.example",
    name="Ben Okafor",
    emails=["ben@secret.example", "Private@Hidden.example"],
    phones=["+49 170 1234567"],
    profiles=["https://www.linkedin.com/in/okafor-b"],
    organisation="Contoso",
    position="Clerk",
    fields=["pottery"],
    communities=["choir"],
    notes="likes tea",
    aliases=["linkedin:okafor-b", "card:77"],
    seen=date(2026, 1, 1),
    earlier_work=[Work(organisation="Fabrikam", position="Nurse")],
)
BENS = frozenset(BEN.keys)
OTHERS = tuple(
    Contact(key=key, name=key[7:10].title(), notes="Ben told me") for key in (MARA, EVA, CEM)
)


def happened(key: str, *people: str, sender: str | None = None) -> Interaction:
    return Interaction(key=key, when=NOON, participants=people, sender=sender)


def problem(text: str) -> SourceReport:
    return SourceReport(kind=SourceKind.MAIL, where="a.mbox", problems=[Problem("a.mbox", text)])


def test_a_token_in_her_place_does_not_name_her_any_more():
    token = Nobodies(reason="a machine", named=["Ben Okafor (tracker.example)"])
    report = SourceReport(kind=SourceKind.MAIL, where="a.mbox", nobodies=[token])

    left = forgotten(Records(contacts=[BEN], reports=[report]), {BEN.key})

    assert "Okafor" not in str(left.reports)
    assert "tracker.example" in str(left.reports)


LIFE = Records(
    contacts=[BEN, *OTHERS],
    found=[Contact(key="linkedin:okafor-b", name="B. Okafor"), BEN, *OTHERS],
    ties=[
        Tie(a=MARA, b="linkedin:okafor-b", relations=["friend"]),
        Tie(a=BEN.key, b=EVA),
        Tie(a=MARA, b=EVA, relations=["boss"]),
    ],
    interactions=[
        happened("alone", MARA, BEN.key),
        happened("by her", MARA, EVA, "card:77", sender="card:77"),
        happened("with others", MARA, EVA, BEN.key, sender=MARA),
        happened("by two addresses", MARA, BEN.key, "card:77", sender=MARA),
        happened("without", MARA, EVA),
    ],
    experiments=[
        Experiment(
            key="course", title="Course", started=NOON.date(), met=[EVA, "linkedin:okafor-b"]
        ),
        Experiment(key="talk", title="Talk", started=NOON.date(), met=[EVA]),
    ],
    suggestions=[
        Suggestion(key="s:1", contact="card:77", on=NOON.date(), introduced=[EVA]),
        Suggestion(key="s:2", contact=EVA, on=NOON.date(), introduced=["linkedin:okafor-b", CEM]),
    ],
    me=MARA,
    merged=[(BEN.key, "card:77"), (EVA, CEM)],
    kept_apart=[("linkedin:okafor-b", EVA), (MARA, EVA)],
    reports=[
        problem("the sender Ben Okafor cannot be read"),
        problem("the date of private@hidden.example cannot be read"),
        problem("the card card:77 cannot be read"),
        problem("the profile Okafor-B has no date"),
        problem("B. Okafor is no address"),
        problem("message 77 has no date"),
        problem("the date 'ben' cannot be read"),
    ],
)


def test_a_person_is_taken_out_of_everything_and_everything_else_stays() -> None:
    after = forgotten(LIFE, BENS)

    assert after == attrs.evolve(
        LIFE,
        contacts=OTHERS,
        found=OTHERS,
        ties=[Tie(a=MARA, b=EVA, relations=["boss"])],
        interactions=[
            happened("with others", MARA, EVA, sender=MARA),
            happened("without", MARA, EVA),
        ],
        experiments=[
            Experiment(key="course", title="Course", started=NOON.date(), met=[EVA]),
            Experiment(key="talk", title="Talk", started=NOON.date(), met=[EVA]),
        ],
        suggestions=[Suggestion(key="s:2", contact=EVA, on=NOON.date(), introduced=[CEM])],
        merged=[(EVA, CEM)],
        kept_apart=[(MARA, EVA)],
        reports=[
            *(attrs.evolve(report, problems=()) for report in LIFE.reports[:5]),
            *LIFE.reports[5:],
        ],
    )


def test_no_text_of_hers_is_left_anywhere() -> None:
    text = export_json(forgotten(LIFE, BENS)).casefold()

    for told in (
        *("okafor", "secret", "hidden", "1234567", "contoso", "fabrikam", "clerk", "nurse"),
        *("pottery", "choir", "tea", "linkedin:", "card:77"),
    ):
        assert told not in text, told


def test_what_others_notes_say_stays() -> None:
    assert all(contact.notes == "Ben told me" for contact in forgotten(LIFE, BENS).contacts)


def test_somebody_known_by_interactions_alone_can_be_forgotten() -> None:
    people = [Contact(key=MARA), Contact(key=EVA), Contact(key=CEM)]
    events = [happened("x", MARA, EVA, CEM), happened("y", MARA, EVA)]

    after = forgotten(Records(contacts=people, interactions=events), {EVA})

    assert after == Records(
        contacts=[Contact(key=MARA), Contact(key=CEM)], interactions=[happened("x", MARA, CEM)]
    )


def test_what_is_left_between_two_addresses_of_one_person_is_nothing() -> None:
    mara = Contact(key=MARA, aliases=["card:mara"])
    event = happened("x", MARA, "card:mara", EVA)
    records = Records(contacts=[mara, Contact(key=EVA)], interactions=[event])

    assert forgotten(records, {EVA}).interactions == ()


def test_who_took_part_in_nothing_leaves_everything_as_it_is() -> None:
    assert forgotten(LIFE, {"card:nobody"}) == LIFE


@pytest.mark.slow
@given(whole_records(), st.data())
def test_of_anybody_no_key_is_left_and_others_stay(records: Records, data: st.DataObject) -> None:
    people = [contact.key for contact in records.contacts if contact.key != records.me]
    assume(people)
    person = data.draw(st.sampled_from(people))
    keys = {key for key, who in records.person_of.items() if who == person}
    assume(not keys & {key for c in records.contacts if c.key != person for key in c.aliases})

    after = forgotten(records, keys)

    left = {contact.key: contact for contact in records.contacts if contact.key != person}
    assert {contact.key: contact for contact in after.contacts} == left
    assert set(after.found) == {each for each in records.found if each.key not in keys}
    decided = {key for pairs in (after.merged, after.kept_apart) for pair in pairs for key in pair}
    assert keys.isdisjoint(decided)
    named = {key for tie in after.ties for key in (tie.a, tie.b)}
    named.update(key for event in after.interactions for key in event.participants)
    named.update(key for each in after.experiments for key in each.met)
    assert not keys & named
    assert [tie for tie in records.ties if keys.isdisjoint((tie.a, tie.b))] == list(after.ties)
    untouched = [e for e in records.interactions if keys.isdisjoint(e.participants)]
    assert [e for e in after.interactions if e in untouched] == untouched
    assert forgotten(after, keys) == after


def test_her_name_is_out_of_places_titles_and_keys():
    life = Records(
        contacts=[BEN, *OTHERS],
        interactions=[
            happened("chat with Ben Okafor 7", BEN.key, EVA, CEM),
            happened("chat with ben@secret.example", BEN.key, EVA, CEM),
            happened("lunch", BEN.key, EVA, CEM),
            happened("benefit gala", EVA, CEM),
        ],
        experiments=[
            Experiment(
                key=f"coffee with {who}", title=f"Coffee with {who}", started=date(2026, 1, 1)
            )
            for who in ("Ben", "Okafor", "Eva")
        ],
        reports=[
            SourceReport(
                kind=SourceKind.MAIL,
                where="Mails_with_Ben.mbox",
                problems=[Problem("Mails_with_Ben.mbox, mail 3", "it has no date")],
            )
        ],
    )

    left = forgotten(life, BENS)

    assert sorted(each.title for each in left.experiments) == [
        "Coffee with Eva",
        *["Coffee with …"] * 2,
    ]
    assert {each.key for each in left.experiments} == {
        "coffee with …",
        "coffee with … (2)",
        "coffee with Eva",
    }
    assert [str(each) for each in left.reports[0].problems] == [
        "Mails_with_….mbox, mail 3: it has no date"
    ]
    assert left.reports[0].where == "Mails_with_….mbox"
    keys = {event.key for event in left.interactions}
    assert {"lunch", "benefit gala"} <= keys
    assert len(keys) == 4
    text = export_json(left)
    assert "Okafor" not in text
    assert "secret.example" not in text


def test_whoever_bears_the_name_of_the_owner_is_not_shown_by_it():
    owner = Contact(key=MARA, name="Mara Okafor")
    report = SourceReport(kind=SourceKind.MAIL, where="Okafor.zip")

    left = forgotten(Records(contacts=[owner, BEN], me=MARA, reports=[report]), BENS)

    assert left.reports == (report,)
