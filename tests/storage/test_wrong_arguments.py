"""Whatever is given in place of what is wanted is refused by the name of the argument."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from netzwerkwandel.errors import InvalidArgumentError, InvalidRecordError
from netzwerkwandel.model import Contact
from netzwerkwandel.records import Records
from netzwerkwandel.storage import (
    MemoryStorage,
    SqliteStorage,
    Storage,
    check_storable,
    export_json,
    forget_contact,
    import_json,
    is_storable,
    load_records,
    open_storage,
    save_records,
)


NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


@pytest.fixture(params=["memory", "sqlite"])
def storage(request: pytest.FixtureRequest) -> Iterator[Storage]:
    is_sqlite = request.param == "sqlite"
    with SqliteStorage(":memory:") if is_sqlite else MemoryStorage() as opened:
        yield opened


@pytest.mark.parametrize("kind", ["contacts", "found", "ties", "experiments", "decisions"])
@pytest.mark.parametrize("record", ["x", None, 3, Records()], ids=repr)
def test_a_repository_takes_records_of_its_own_kind_only(storage, kind, record):
    with pytest.raises(InvalidArgumentError, match=r"^record must be an? \w+, got"):
        getattr(storage, kind).put(record)


@pytest.mark.parametrize("kind", ["contacts", "found", "interactions", "experiments"])
@pytest.mark.parametrize("key", [3, None, ("card:1",), b"card:1"], ids=repr)
def test_what_one_text_names_is_asked_for_by_one(storage, kind, key):
    repository = getattr(storage, kind)

    for call in (repository.get, repository.remove):
        with pytest.raises(InvalidArgumentError, match=r"^key must be a text, got"):
            call(key)


@pytest.mark.parametrize(
    ("kind", "rule"), [("ties", r"\(a, b, since\)"), ("decisions", r"\(a, b\)")]
)
@pytest.mark.parametrize("key", [3, "card:1", ("card:1",), ("a", "b", "", ""), (1, 2, 3)], ids=repr)
def test_what_several_texts_name_is_asked_for_by_as_many(storage, kind, rule, key):
    repository = getattr(storage, kind)

    for call in (repository.get, repository.remove):
        with pytest.raises(InvalidArgumentError, match=rf"^key must be a tuple {rule}"):
            call(key)


@pytest.mark.parametrize("name", ["since", "until"])
@pytest.mark.parametrize(
    "moment", [date(2020, 1, 1), NOON.replace(tzinfo=None), 3, "2020"], ids=repr
)
def test_a_span_is_one_of_moments_with_a_time_zone(storage, name, moment):
    with pytest.raises(InvalidArgumentError, match=rf"^{name} must be a datetime with a time zone"):
        storage.interactions.between(**{name: moment})


@pytest.mark.parametrize("keys", ["card:ben", 3, [3], b"card:ben"], ids=repr)
def test_people_and_keys_are_several_texts(storage, keys):
    with pytest.raises(InvalidArgumentError, match=r"^people must be a sequence of keys"):
        storage.interactions.between(people=keys)
    with pytest.raises(InvalidArgumentError, match=r"^keys must be a sequence of keys"):
        storage.interactions.get_all(keys)


@pytest.mark.parametrize("interactions", ["x", 3, None, [3], [Contact(key="card:1")]], ids=repr)
def test_what_happened_is_given_as_interactions(storage, interactions):
    with pytest.raises(
        InvalidRecordError, match=r"^interactions must be a sequence of Interaction"
    ):
        storage.interactions.put_all(interactions)
    with pytest.raises(InvalidArgumentError, match=r"^record must be an Interaction"):
        storage.interactions.put(interactions)


@pytest.mark.parametrize("wrong", ["x", 3, None], ids=repr)
def test_a_storage_saves_records_and_keeps_an_origin(storage, wrong):
    with pytest.raises(InvalidArgumentError, match=r"^records must be a Records"):
        storage.save(wrong)
    with pytest.raises(InvalidArgumentError, match=r"^origin must be an Origin"):
        storage.put_origin(wrong)


@pytest.mark.parametrize("key", [3, None, b"card:1"], ids=repr)
def test_who_is_forgotten_is_named_by_a_text(storage, key):
    with pytest.raises(InvalidArgumentError, match=r"^who must be a str"):
        storage.forget(key)


@pytest.mark.parametrize("version", ["1", 1.5, -1, True], ids=repr)
def test_a_version_is_a_whole_number(version):
    with (
        SqliteStorage(":memory:") as storage,
        pytest.raises(InvalidArgumentError, match=r"^version must be a whole number"),
    ):
        storage.contacts.put(Contact(key="card:1"), version=version)


@pytest.mark.parametrize("place", [None, 3, ["mara.db"]], ids=repr)
def test_a_storage_is_opened_at_a_path_or_a_url(place):
    with pytest.raises(InvalidArgumentError, match=r"^place must be"):
        open_storage(place)
    with pytest.raises(InvalidArgumentError, match=r"^path must be"):
        SqliteStorage(place)


@pytest.mark.parametrize("owner", [None, 3, b"mara"], ids=repr)
def test_an_owner_is_a_text_and_no_file_is_made_for_another(tmp_path, owner):
    with pytest.raises(InvalidArgumentError, match=r"^owner must be a str"):
        open_storage(tmp_path / "mara.db", owner=owner)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("timeout", [None, "30", -1, float("nan"), True], ids=repr)
def test_a_time_out_is_a_number_of_seconds(tmp_path, timeout):
    with pytest.raises(InvalidArgumentError, match=r"^timeout must be"):
        open_storage(tmp_path / "mara.db", timeout=timeout)


@pytest.mark.parametrize("wrong", [None, 3, ["x"]], ids=repr)
def test_what_works_on_any_storage_says_what_it_wants(wrong):
    with pytest.raises(InvalidArgumentError, match=r"^storage must be a Storage"):
        save_records(wrong, Records())
    with pytest.raises(InvalidArgumentError, match=r"^storage must be a Storage"):
        load_records(wrong)
    with pytest.raises(InvalidArgumentError, match=r"^storage must be a Storage"):
        forget_contact(wrong, "card:1")
    with pytest.raises(InvalidArgumentError, match=r"^records must be a Records"):
        export_json(wrong)
    with pytest.raises(InvalidArgumentError, match=r"^owner must be a str"):
        export_json(Records(), owner=wrong)
    with pytest.raises(InvalidArgumentError, match=r"^text must be a str"):
        import_json(wrong)
    with pytest.raises(InvalidArgumentError, match=r"^text must be a str"):
        is_storable(wrong)
    with pytest.raises(InvalidArgumentError, match=r"^record must be a record"):
        check_storable(wrong)
