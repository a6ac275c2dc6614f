from __future__ import annotations

import json
from datetime import UTC, datetime

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import mailbox_life
from json_places import anything, places, replaced
from netzwerkwandel.errors import InvalidRecordError, StorageError
from netzwerkwandel.model import (
    Contact,
    Experiment,
    Goal,
    Interaction,
    InteractionColumns,
    Problem,
    SkipReason,
    SourceKind,
    SourceReport,
    Suggestion,
    Tie,
)
from netzwerkwandel.records import Records
from netzwerkwandel.storage import MemoryStorage
from netzwerkwandel.storage.exporting import export_json, import_json
from whole_records import whole_records


NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
ZOE = Contact(key="card:zoë", name="Zoë 李明", notes="a\nb\0")
BEN = Contact(key="card:ben")
FULL = Records(
    contacts=[ZOE, BEN],
    found=[ZOE],
    ties=[Tie(a=ZOE.key, b=BEN.key, trust=0.1)],
    interactions=[Interaction(key="x", when=NOON, participants=[ZOE.key, BEN.key])],
    experiments=[Experiment(key="course", title="Course", started=NOON.date(), met=[BEN.key])],
    suggestions=[Suggestion(key="s", contact=BEN.key, on=NOON.date())],
    me=ZOE.key,
    me_evidence="own calendar",
    goal=Goal(fields=["ux research"], since=NOON.date()),
    language="de",
    merged=[(ZOE.key, "card:z"), ("card:a", "card:z")],
    kept_apart=[(ZOE.key, BEN.key)],
    reports=[
        SourceReport(
            kind=SourceKind.MAIL,
            where="a.mbox",
            read=3,
            skipped={SkipReason.SPAM: 3},
            problems=[Problem("a.mbox, message 3", "no date")],
        )
    ],
)
DOCUMENT = json.loads(export_json(FULL))


def written(**changes: object) -> str:
    """An export in which something else stands."""
    return json.dumps(DOCUMENT | changes)


@given(whole_records())
def test_any_records_are_read_back(records: Records) -> None:
    text = export_json(records)
    again = import_json(text)

    assert again == records
    assert export_json(again) == text
    assert text.encode().decode() == text


def test_records_with_everything_in_them_are_read_back() -> None:
    assert all(getattr(FULL, field.name) for field in attrs.fields(Records))
    assert import_json(export_json(FULL)) == FULL


def test_an_export_of_before_suggestions_is_read() -> None:
    document = {name: value for name, value in DOCUMENT.items() if name != "suggestions"}
    of_then = {n: value for n, value in document.items() if n not in {"goal", "language"}}
    known = attrs.evolve(FULL, suggestions=(), goal=None, language=None)

    assert import_json(json.dumps(of_then | {"schema": 1})) == known
    assert import_json(json.dumps(of_then | {"schema": 2, "suggestions": []})) == known
    with pytest.raises(StorageError, match=r"must have \['suggestions'\]"):
        import_json(json.dumps(document))


def test_no_records_at_all_are_read_back() -> None:
    assert import_json(export_json(Records())) == Records()


def test_an_export_has_a_record_on_each_line() -> None:
    assert export_json(FULL, owner="zoë").splitlines(keepends=False) == [
        "{",
        '"format": "netzwerkwandel records",',
        '"schema": 3,',
        '"owner": "zoë",',
        '"me": "card:zoë",',
        '"me_evidence": "own calendar",',
        '"goal": {"fields":["ux research"],"since":"2026-03-04"},',
        '"language": "de",',
        '"contacts": [',
        '{"key":"card:ben"},',
        r'{"key":"card:zoë","name":"Zoë 李明","notes":"a\nb\u0000"}',
        "],",
        '"found": [',
        r'{"key":"card:zoë","name":"Zoë 李明","notes":"a\nb\u0000"}',
        "],",
        '"ties": [',
        '{"a":"card:zoë","b":"card:ben","trust":0.1}',
        "],",
        '"interactions": [',
        '{"key":"x","when":"2026-03-04T12:00:00+00:00","participants":["card:ben","card:zoë"]}',
        "],",
        '"experiments": [',
        '{"key":"course","title":"Course","started":"2026-03-04","met":["card:ben"]}',
        "],",
        '"suggestions": [',
        '{"key":"s","contact":"card:ben","on":"2026-03-04"}',
        "],",
        '"merged": [',
        '["card:a", "card:z"],',
        '["card:z", "card:zoë"]',
        "],",
        '"kept_apart": [',
        '["card:ben", "card:zoë"]',
        "],",
        '"reports": [',
        (
            '{"kind":"mail","where":"a.mbox","read":3,"skipped":[["spam",3]],'
            '"problems":[{"where":"a.mbox, message 3","reason":"no date"}]}'
        ),
        "]",
        "}",
    ]


def test_a_list_of_which_there_is_nothing_is_empty() -> None:
    assert '\n"ties": [],\n' in export_json(Records())


def test_interactions_in_columns_are_written_as_the_tuple_of_them() -> None:
    records = mailbox_life()
    columns = InteractionColumns.from_interactions(records.interactions)
    in_columns = attrs.evolve(records, interactions=columns)

    assert export_json(in_columns) == export_json(records)
    assert import_json(export_json(in_columns)) == in_columns


def test_the_order_in_which_records_were_given_is_no_matter() -> None:
    backwards = Records(
        contacts=FULL.contacts[::-1],
        merged=sorted(FULL.merged)[::-1],
    )
    forwards = Records(contacts=FULL.contacts, merged=FULL.merged)

    assert export_json(backwards) == export_json(forwards)


def test_what_a_storage_holds_can_be_taken_to_another() -> None:
    storage, other = MemoryStorage(), MemoryStorage()
    storage.save(mailbox_life())

    other.save(import_json(export_json(storage.load())))

    assert other.load() == storage.load()


def test_a_document_may_be_laid_out_in_any_way() -> None:
    turned = dict(reversed(DOCUMENT.items()))

    assert import_json(json.dumps(turned, indent=4)) == FULL


@pytest.mark.parametrize("code", [0xD83D, 0xDE00])
def test_half_of_a_surrogate_pair_is_refused_and_shown(code: int) -> None:
    records = Records(contacts=[BEN, Contact(key="card:z", name=f"Zo{chr(code)}")])

    with pytest.raises(StorageError, match=r"half of a surrogate pair, got one in line 11 "):
        export_json(records)


@pytest.mark.parametrize(
    "text",
    ["", "{", "no JSON", "\ufeff{}", "[" * 100_000, written() + "x", "1" * 5000, '{"a": NaN}'],
)
def test_a_text_that_is_no_json_is_refused(text: str) -> None:
    with pytest.raises(StorageError, match="must be JSON"):
        import_json(text)


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity"])
def test_what_is_no_number_of_json_is_refused(constant: str) -> None:
    with pytest.raises(StorageError, match=f"{constant} is no number"):
        import_json(export_json(FULL).replace("0.1", constant))


def test_a_number_beyond_all_floats_is_refused() -> None:
    with pytest.raises(InvalidRecordError, match="trust must be a number from 0 to 1"):
        import_json(export_json(FULL).replace("0.1", "1e999"))


@pytest.mark.parametrize("line", ['"me": null', '"x": 1, "x": 1'])
def test_a_name_that_stands_twice_is_refused(line: str) -> None:
    with pytest.raises(StorageError, match=f"the name {line[1]}.* stands twice"):
        import_json(export_json(FULL).replace("{", "{" + line + ", ", 1))


@pytest.mark.parametrize(
    "text", ["null", "[]", "5", '"x"', "{}", '{"format": "other"}', '{"schema": 1}']
)
def test_json_of_another_program_is_refused(text: str) -> None:
    with pytest.raises(StorageError, match='"format": "netzwerkwandel records"'):
        import_json(text)


def test_an_export_of_a_newer_version_is_refused_whatever_it_holds() -> None:
    newer = {"format": "netzwerkwandel records", "schema": 4, "people": []}

    with pytest.raises(StorageError, match=r"schema 3 or older, got 4: .* update to read it"):
        import_json(json.dumps(newer))


@pytest.mark.parametrize("name", DOCUMENT)
def test_an_export_without_one_of_its_fields_is_refused(name: str) -> None:
    short = {field: value for field, value in DOCUMENT.items() if field != name}

    with pytest.raises(StorageError, match=f"must have .*{name}"):
        import_json(json.dumps(short))


def test_an_export_with_another_field_is_refused() -> None:
    with pytest.raises(StorageError, match="got one with \\['pets'\\]"):
        import_json(written(pets=[]))


@pytest.mark.parametrize(
    ("name", "value", "rule"),
    [
        ("schema", 0, "schema of an export must be at least 1"),
        ("schema", True, "schema of an export must be of type int"),
        ("schema", "1", "schema of an export must be of type int"),
        ("owner", None, "owner of an export must be of type str"),
        ("me", [], "me of an export must be of type str or NoneType"),
        ("contacts", {}, "contacts of an export must be of type list"),
    ],
)
def test_a_field_of_another_type_is_refused(name: str, value: object, rule: str) -> None:
    with pytest.raises(StorageError, match=rule):
        import_json(written(**{name: value}))


@pytest.mark.parametrize(
    ("name", "value", "rule"),
    [
        ("contacts", [{"key": "card:1"}, {"name": "Ben"}], "contacts, number 2: .*'key'"),
        ("ties", [5], "ties, number 1: "),
        ("reports", [{"kind": 5, "where": "x"}], "reports, number 1: .*kind must be of type str"),
        ("me", "card:nobody", "card:n…"),
        ("me_evidence", "told", "'told'"),
        ("goal", {"fields": []}, "goal: .*at least one field"),
        ("goal", {"since": "2026-01-01"}, "goal: .*fields"),
        ("language", "xx", "language must be one of 'de', 'en', or None"),
        ("merged", [["a"]], "merged of an export must be pairs of two keys"),
        ("merged", [{"a": 1, "b": 2}], "merged of an export must be pairs of two keys"),
        ("kept_apart", [["a", 5]], "kept_apart of an export must be pairs of two keys"),
        ("contacts", [{"key": "card:1"}, {"key": "card:1"}], "each contact must have its own key"),
    ],
)
def test_a_record_that_breaks_a_rule_is_refused_with_its_place(name, value, rule: str) -> None:
    with pytest.raises(InvalidRecordError, match=rule):
        import_json(written(**{name: value}))


@pytest.mark.slow
@given(st.sampled_from(list(places(DOCUMENT))), anything)
def test_anything_in_any_place_gives_records_or_is_refused(at, value) -> None:
    try:
        records = import_json(json.dumps(replaced(DOCUMENT, at, value)))
    except (InvalidRecordError, StorageError):
        return
    assert import_json(export_json(records)) == records


@pytest.mark.parametrize("depth", [100, 900, 3000, 100_000])
def test_what_is_nested_deep_is_refused_in_any_place(depth: int) -> None:
    for at in places(DOCUMENT):
        text = json.dumps(replaced(DOCUMENT, at, "HERE"))
        with pytest.raises((InvalidRecordError, StorageError)):
            import_json(text.replace('"HERE"', "[" * depth + "]" * depth))
