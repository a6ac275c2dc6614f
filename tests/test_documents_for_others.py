"""What is given as plain values shows nobody's key, and goes through JSON."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import blake2b

import jsonschema
import numpy as np
import pytest

import netzwerkwandel as nw
from netzwerkwandel import sample
from netzwerkwandel.change import ReconnectedTies
from netzwerkwandel.metrics.columns import ColumnarResult
from netzwerkwandel.model.as_dict import AsDict, AsDicts, Pseudonyms


GOAL = nw.Goal(fields=sample.FIELDS, since=sample.AS_OF.date().replace(year=2025))


@pytest.fixture(scope="module")
def records() -> nw.Records:
    with sample.sample_exports() as folder:
        records = nw.read_exports(folder, as_of=sample.AS_OF)
    met = [who for who in records.contacts if who.key != records.person_of[records.me]][:3]
    started = sample.AS_OF.date().replace(year=2025)
    records = records.with_experiment(title="A course", started=started, met=met)
    return records.with_experiment(title="A talk", started=started + timedelta(7), met=met[:1])


@pytest.fixture(scope="module")
def results(records: nw.Records) -> dict[str, object]:
    chronicle = nw.Chronicle.from_records(records)
    network = chronicle.network(sample.AS_OF)
    before = chronicle.network(sample.AS_OF.replace(year=2025))
    me = records.contact(records.me).key
    mine = [nw.top_contacts(network, nw.Dormant(), n=3)[network.index_of(me)].tolist()]
    own = [network.keys[i] for i in mine[0] if i >= 0]
    rng = np.random.default_rng(1)
    effects = nw.experiment_effects(records, as_of=sample.AS_OF)
    return {
        "list": nw.recommend(network, goal=GOAL, n=5, compare_with=own),
        "change": nw.network_change(before, network, goal=GOAL),
        "base": nw.safe_base(network),
        "drift": nw.drift_to_core(records, goal=GOAL, as_of=sample.AS_OF, rng=rng, samples=100),
        "woken": nw.ties_woken(records, as_of=sample.AS_OF),
        "effects": effects,
        "coverage": nw.function_coverage(network),
    }


def documents(result: object, *, with_keys: bool) -> Iterator[object]:
    for name in ("to_dict", "to_dicts"):
        if hasattr(result, name):
            yield getattr(result, name)(with_keys=with_keys)


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from (name, *texts(each))
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)


NAMES = ("list", "change", "base", "drift", "woken", "effects", "coverage")
SECRET = b"what only the app knows"


@pytest.mark.parametrize("name", NAMES)
def test_no_key_and_no_address_is_told_unless_it_is_asked_for(name, results, records):
    keys = {*records.person_of, *records.interactions.keys}
    keys.update(experiment.key for experiment in records.experiments)
    whole: set[str] = set()
    hidden: set[str] = set()
    for document in documents(results[name], with_keys=True):
        assert json.loads(json.dumps(document, allow_nan=False)) == document
        whole.update(texts(document))
    for document in documents(results[name], with_keys=False):
        assert json.loads(json.dumps(document, allow_nan=False)) == document
        hidden.update(texts(document))

    assert not hidden & keys
    assert not any("@" in text for text in hidden)
    assert {Pseudonyms().of(key) for key in whole & keys} == {
        t for t in hidden if t.startswith("id:")
    }
    assert whole & keys


def test_all_of_a_list_is_in_its_document(results):
    picks = results["list"]
    document = picks.to_dict()

    assert [pick["name"] for pick in document["picks"]] == [pick.contact.label for pick in picks]
    assert document["picks"] == picks.to_dicts()
    assert set(document) == {
        *("schema", "picks", "candidates", "certificate", "coverage", "effect"),
        *("shortfalls", "comparison", "ruled_out"),
    }
    assert document["comparison"]["suggested"]["people"] == 5


def test_the_arguments_are_checked(results):
    for wrong, rule in (
        ({"with_keys": "no"}, "with_keys must be a bool"),
        ({"secret": "a long enough text"}, "secret must be a bytes"),
        ({"secret": b"too short"}, "at least 16 bytes"),
    ):
        with pytest.raises(nw.InvalidArgumentError, match=rule) as caught:
            results["change"].to_dict(**wrong)
        assert "too short" not in str(caught.value)


def test_an_id_is_the_same_with_the_same_secret_and_cannot_be_made_without(results):
    ids = [pick["key"] for pick in results["list"].to_dicts(secret=SECRET)]
    keys = [pick.contact.key for pick in results["list"]]

    assert ids == [Pseudonyms(SECRET).of(key) for key in keys]
    assert ids == [pick["key"] for pick in results["list"].to_dict(secret=SECRET)["picks"]]
    assert not set(ids) & {Pseudonyms(SECRET[:-1]).of(key) for key in keys}
    assert not set(ids) & {Pseudonyms().of(key) for key in keys}
    for digest_size in (8, 16, 32):
        hashed = {blake2b(key.encode(), digest_size=digest_size).hexdigest() for key in keys}
        assert not set(ids) & {f"id:{name[:16]}" for name in hashed}


@pytest.mark.slow
def test_another_process_makes_another_secret_of_its_own():
    code = "from netzwerkwandel.model.as_dict import Pseudonyms; print(Pseudonyms().of('card:1'))"
    told = {
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True).stdout
        for _ in range(2)
    }

    assert len(told) == 2


# What they look like


def subclasses(kind: type) -> Iterator[type]:
    for each in kind.__subclasses__():
        yield from (each, *subclasses(each))


RESULTS = {*subclasses(AsDict), *subclasses(AsDicts), *subclasses(ColumnarResult)}
# Those of other tests are none of ours; and a class that attrs has given slots may still be there
# as it was without them.
OURS = {
    kind
    for kind in RESULTS
    if kind.__module__.startswith("netzwerkwandel.")
    and getattr(sys.modules[kind.__module__], kind.__name__, None) is kind
}
DOCUMENTED = sorted({*OURS, nw.Timeline, nw.Records}, key=lambda kind: kind.__name__)


def validated(document: object, kind: type) -> None:
    validator = jsonschema.Draft202012Validator(
        nw.json_schema(kind), format_checker=jsonschema.FormatChecker()
    )
    validator.validate(document)


@pytest.mark.parametrize("kind", DOCUMENTED)
def test_every_document_has_a_schema_that_names_every_field(kind):
    schema = nw.json_schema(kind)

    jsonschema.Draft202012Validator.check_schema(schema)
    assert json.loads(json.dumps(schema)) == schema
    for definition in schema.get("$defs", {}).values():
        assert definition["additionalProperties"] is False
        assert definition["properties"]


@pytest.mark.parametrize("with_keys", [True, False])
@pytest.mark.parametrize("name", NAMES)
def test_every_document_is_as_its_schema_says(name, with_keys, results):
    result = results[name]
    options = {"with_keys": with_keys, "secret": SECRET}

    if isinstance(result, AsDict):
        validated(result.to_dict(**options), type(result))
    if isinstance(result, AsDicts):
        for each, row in zip(result, result.to_dicts(**options), strict=True):
            validated(row, type(each))


@pytest.mark.slow
def test_other_documents_are_as_their_schemas_say(results, records):
    for reason in (reason for pick in results["list"] for reason in pick.reasons):
        validated(reason.to_dict(), nw.Reason)
    for question in nw.questions(records, as_of=sample.AS_OF, goal=GOAL):
        validated(question.to_dict(), nw.Question)
    for supporter in results["base"].supporters:
        validated(supporter.to_dict(), nw.Supporter)
    validated(nw.timeline(records, as_of=sample.AS_OF).to_dicts(), nw.Timeline)
    advised = records.with_suggestions(results["list"], on=sample.AS_OF.date())
    validated(nw.suggestion_effects(advised, as_of=sample.AS_OF).to_dicts(), nw.SuggestionEffects)
    planned = nw.Experiment(key="planned", title="Another course", started=date(2027, 1, 1))
    ranked = nw.rank_experiments([planned], results["effects"])
    validated(ranked.to_dicts(), nw.RankedExperiments)
    validated(results["woken"].to_dicts(), ReconnectedTies)
    validated(json.loads(nw.export_json(advised)), nw.Records)
    with pytest.raises(jsonschema.ValidationError):
        validated({**results["change"].to_dict(), "more": 1}, nw.NetworkChange)


@pytest.mark.parametrize("wrong", [nw.Contact, int, "Records", None, nw.Records()])
def test_of_what_has_no_documents_there_is_no_schema(wrong):
    with pytest.raises(nw.InvalidArgumentError, match="of must be Records"):
        nw.json_schema(wrong)
