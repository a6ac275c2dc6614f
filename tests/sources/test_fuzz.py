"""Files changed at random: a short run of what ``python -m benchmarks.fuzz`` does for long."""

from __future__ import annotations

import random
from itertools import islice
from pathlib import Path

import pytest


pytest.importorskip("resource")
fuzz = pytest.importorskip("fuzz")


@pytest.mark.parametrize("seed", range(3))
def test_changed_files_give_records_a_report_or_a_refusal(seed):
    tried = [fuzz.trial(files) for files in islice(fuzz.cases(random.Random(seed)), 15)]

    assert tried == [None] * 15


@pytest.mark.parametrize("name", fuzz.SEEDS)
def test_the_files_that_are_changed_are_read_as_they_are(name):
    assert fuzz.trial({name: fuzz.SEEDS[name]}, twice=True) is None


def test_values_of_a_json_text_are_changed_one_by_one():
    rng, text = random.Random(1), b'{"a": [1, {"b": 2}]}\n{"c": 3}\n'

    changed = {fuzz._value(rng, text) for _ in range(200)}

    assert any(b'"a": []' in each or b'{"a": [1]}' in each for each in changed)
    assert any(each.startswith(text[:21]) and b'"c": 3' not in each for each in changed)
    assert fuzz._value(rng, b"no JSON\n") == b"no JSON\n"


def test_what_is_wrong_is_told_and_kept(tmp_path, monkeypatch):
    def fail(*_paths, **_options):
        raise ZeroDivisionError

    monkeypatch.setattr(fuzz.nw, "read_exports", fail)

    count, wrong = fuzz.run(0.2, seed=1, keep=tmp_path)

    assert len(wrong) == count == len(list(Path(tmp_path).iterdir())) > 0
    assert "ZeroDivisionError" in wrong[0]
