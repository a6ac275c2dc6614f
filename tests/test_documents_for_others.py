"""What is given as plain values shows nobody's key, and goes through JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator

import numpy as np
import pytest

import netzwerkwandel as nw
from netzwerkwandel import sample
from netzwerkwandel.model.as_dict import pseudonym


GOAL = nw.Goal(fields=sample.FIELDS, since=sample.AS_OF.date().replace(year=2025))


@pytest.fixture(scope="module")
def records() -> nw.Records:
    with sample.sample_exports() as folder:
        records = nw.read_exports(folder, as_of=sample.AS_OF)
    met = [who for who in records.contacts if who.key != records.person_of[records.me]][:3]
    started = sample.AS_OF.date().replace(year=2025)
    return records.with_experiment(title="A course", started=started, met=met)


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
    assert {pseudonym(key) for key in whole & keys} == {t for t in hidden if t.startswith("id:")}
    assert whole & keys


def test_all_of_a_list_is_in_its_document(results):
    picks = results["list"]
    document = picks.to_dict()

    assert [pick["name"] for pick in document["picks"]] == [pick.contact.label for pick in picks]
    assert document["picks"] == picks.to_dicts()
    assert set(document) == {
        *("schema", "picks", "candidates", "certificate", "coverage", "effect"),
        *("shortfalls", "comparison"),
    }
    assert document["comparison"]["suggested"]["people"] == 5


def test_the_argument_is_checked(results):
    with pytest.raises(nw.InvalidArgumentError, match="with_keys must be a bool"):
        results["change"].to_dict(with_keys="no")
