"""Every public callable, given what it does not want: a clear error that names the argument."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from datetime import date, datetime

import networkx as nx
import numpy as np
import polars as pl
import pytest

import netzwerkwandel as nw
from builders import ANA, AS_OF, BEN, MARA, ago, mail, meeting, records
from netzwerkwandel import frames
from netzwerkwandel.testing import check_strategy


class Wrong:
    """Something that is nothing of what anybody could want."""

    def __repr__(self) -> str:
        return "<wrong>"


WRONG = Wrong()
GOAL = nw.Goal(fields=["ux research"], since=date(2026, 9, 1))
RECORDS = records(
    mail(ago(40), MARA, BEN), mail(ago(50), BEN, MARA), meeting(ago(90), MARA, ANA, BEN)
)
NETWORK = nw.Network.from_records(RECORDS, as_of=AS_OF)
TIES = NETWORK.ties_of()
COURSE = nw.Experiment(key="course", title="UX course", started=date(2026, 6, 1), met=[BEN])
TRIED = nw.Records(
    contacts=RECORDS.contacts,
    interactions=RECORDS.interactions,
    experiments=[COURSE],
    me=RECORDS.me,
)
EFFECTS = nw.experiment_effects(TRIED, as_of=AS_OF, goal=GOAL)
PICKS = nw.recommend(NETWORK, goal=GOAL)
CHANGE = nw.network_change(NETWORK, NETWORK)
RNG = np.random.default_rng(1)
EDGES = pl.DataFrame({"source": ["ada", "ben"], "target": ["ben", "eva"]})
STRATEGY = nw.NewInformation()
CLASSES = [nw.metrics.FieldClass.OTHER] * NETWORK.n_contacts

# What each is called with; an argument that has a default and is not named here is tried too.
GOOD: dict[str, tuple[Callable[..., object], dict[str, object]]] = {
    "drift_to_core": (
        nw.drift_to_core,
        {"records": RECORDS, "goal": GOAL, "as_of": AS_OF, "rng": RNG},
    ),
    "experiment_effects": (nw.experiment_effects, {"records": TRIED, "as_of": AS_OF}),
    "explain": (nw.explain, {"error": nw.UnknownPersonError("Ben"), "language": "de"}),
    "export_json": (nw.export_json, {"records": RECORDS}),
    "fields_of": (nw.fields_of, {"records": RECORDS}),
    "function_coverage": (nw.function_coverage, {"network": NETWORK}),
    "import_json": (nw.import_json, {"text": nw.export_json(RECORDS)}),
    "json_schema": (nw.json_schema, {"of": nw.Records}),
    "report": (nw.report, {"records": RECORDS, "as_of": AS_OF}),
    "introductions": (nw.introductions, {"network": NETWORK, "goal": GOAL}),
    "network_change": (nw.network_change, {"before": NETWORK, "after": NETWORK}),
    "open_storage": (nw.open_storage, {"place": ":memory:"}),
    "pseudonymise": (nw.pseudonymise, {"records": RECORDS}),
    "rank_experiments": (nw.rank_experiments, {"planned": [COURSE], "past": EFFECTS}),
    "recommend": (nw.recommend, {"network": NETWORK}),
    "safe_base": (nw.safe_base, {"network": NETWORK}),
    "score": (nw.score, {"network": NETWORK, "strategy": STRATEGY}),
    "ties_woken": (nw.ties_woken, {"records": RECORDS, "as_of": AS_OF}),
    "timeline": (nw.timeline, {"records": RECORDS, "as_of": AS_OF}),
    "top_contacts": (nw.top_contacts, {"network": NETWORK, "strategy": STRATEGY}),
    "without_experiment": (
        nw.without_experiment,
        {"records": TRIED, "experiment": "course", "as_of": AS_OF},
    ),
    # Methods of what is public.
    "Network.from_records": (nw.Network.from_records, {"records": RECORDS, "as_of": AS_OF}),
    "Network.from_edges": (nw.Network.from_edges, {"source": [0], "target": [1]}),
    "Network.from_networkx": (nw.Network.from_networkx, {"graph": nx.path_graph(3)}),
    "Network.ties_of": (NETWORK.ties_of, {}),
    "Network.index_of": (NETWORK.index_of, {"key": MARA}),
    "Network.contact": (NETWORK.contact, {"number": 0}),
    "Ties.has_relation": (TIES.has_relation, {"relation": "client"}),
    "Ties.serves": (TIES.serves, {"function": "feedback"}),
    "Ties.in_field": (TIES.in_field, {"goal": GOAL}),
    "Ties.column": (TIES.column, {"compute": lambda ties: ties.silence * 2}),
    "Ties.of_contacts": (TIES.of_contacts, {"value": lambda contact: len(contact.name)}),
    "Records.contact": (RECORDS.contact, {"key": BEN}),
    "Records.find": (RECORDS.find, {"text": "Ben"}),
    "Records.merge": (RECORDS.merge, {"a": ANA, "b": BEN}),
    "Records.keep_apart": (RECORDS.keep_apart, {"a": ANA, "b": BEN}),
    "Records.with_contact": (RECORDS.with_contact, {"who": BEN}),
    "Records.with_tie": (RECORDS.with_tie, {"who": BEN, "relations": ["client"]}),
    "Records.with_experiment": (
        RECORDS.with_experiment,
        {"title": "UX course", "started": date(2026, 3, 1)},
    ),
    "questions": (nw.questions, {"records": RECORDS, "as_of": AS_OF}),
    "suggestion_effects": (nw.suggestion_effects, {"records": RECORDS, "as_of": AS_OF}),
    "Records.with_suggestions": (
        RECORDS.with_suggestions,
        {"picks": [BEN], "on": date(2026, 3, 1)},
    ),
    "Records.with_answer": (
        RECORDS.with_answer,
        {"who": BEN, "answer": "talked", "on": date(2026, 3, 1)},
    ),
    "Records.join": (RECORDS.join, {"other": RECORDS}),
    "Chronicle.from_records": (nw.Chronicle.from_records, {"records": RECORDS}),
    "Chronicle.network": (nw.Chronicle.from_records(RECORDS).network, {"as_of": AS_OF}),
    "Chronicle.with_interactions": (
        nw.Chronicle.from_records(RECORDS).with_interactions,
        {"new": []},
    ),
    "Recommendations.explain": (PICKS.explain, {}),
    "summary": (RECORDS.summary, {}),
    "NetworkChange.meaning": (CHANGE.meaning, {"figure": "turnover"}),
    # What is made.
    "Contact": (nw.Contact, {"key": BEN}),
    "Tie": (nw.Tie, {"a": MARA, "b": BEN}),
    "Interaction": (nw.Interaction, {"key": "1", "when": AS_OF, "participants": [MARA, BEN]}),
    "Experiment": (nw.Experiment, {"key": "1", "title": "UX", "started": date(2026, 3, 1)}),
    "Suggestion": (nw.Suggestion, {"key": "1", "contact": BEN, "on": date(2026, 3, 1)}),
    "Goal": (nw.Goal, {"fields": ["ux"]}),
    "Decision": (nw.Decision, {"a": ANA, "b": BEN, "is_one_person": True}),
    "Work": (nw.Work, {}),
    "Records": (nw.Records, {}),
    "TieStrength": (nw.TieStrength, {}),
    "ExponentialDecay": (nw.ExponentialDecay, {"half_life": 100.0}),
    "PowerLawDecay": (nw.PowerLawDecay, {"scale": 100.0, "exponent": 1.0}),
    "SurvivalDecay": (nw.SurvivalDecay, {"half_life": 100.0}),
    "Blend": (nw.Blend, {"parts": [(STRATEGY, 1.0)]}),
    "NewInformation": (nw.NewInformation, {}),
    "OpensDoors": (nw.OpensDoors, {}),
    "Orients": (nw.Orients, {}),
    "Peers": (nw.Peers, {}),
    "GuidingFigures": (nw.GuidingFigures, {}),
    "ProfessionalCommunity": (nw.ProfessionalCommunity, {"goal": GOAL}),
    "check_strategy": (check_strategy, {"strategy": STRATEGY}),
    # Measures: those of a network alone are added below.
    "metrics.brokerage": (nw.metrics.brokerage, {"network": NETWORK, "classes": CLASSES}),
    "metrics.brokerage_of_arcs": (
        nw.metrics.brokerage_of_arcs,
        {"source": [0], "target": [1], "classes": [1, 2]},
    ),
    "metrics.burstiness": (nw.metrics.burstiness, {"times": [0.0, 1.0, 3.0, 4.0]}),
    "metrics.memory": (nw.metrics.memory, {"times": [0.0, 1.0, 3.0, 4.0]}),
    "metrics.degree_test": (
        nw.metrics.degree_test,
        {"network": NETWORK, "statistic": lambda network: network.n_contacts, "rng": RNG},
    ),
    "metrics.permutation_test": (
        nw.metrics.permutation_test,
        {
            "network": NETWORK,
            "groups": [0] * NETWORK.n_contacts,
            "statistic": lambda network, _groups: network.n_contacts,
            "rng": RNG,
        },
    ),
    "metrics.bootstrap": (
        nw.metrics.bootstrap,
        {
            "records": RECORDS,
            "statistic": lambda network: network.n_contacts,
            "as_of": AS_OF,
            "rng": RNG,
            "samples": 2,
        },
    ),
    "metrics.omega_index": (
        nw.metrics.omega_index,
        {"a": [{"ada", "ben"}], "b": [{"ada", "ben"}], "people": ["ada", "ben", "cem"]},
    ),
    "metrics.two_mode_holes": (
        nw.metrics.two_mode_holes,
        {"people": ["ada", "ben"], "groups": ["choir", "choir"]},
    ),
    "metrics.EgoStudy.of": (
        nw.metrics.EgoStudy.of,
        {
            "egos": {"ego": [1], "size": [1.0]},
            "alters": {"ego": [1, 1], "alter": [1, 2], "hours": [1.0, 2.0]},
            "ties": {"ego": [1], "source": [1], "target": [2], "hours": [1.0]},
        },
    ),
    "metrics.EgoStudy.by_ego": (
        nw.metrics.EgoStudy.of(None, {"ego": [1], "alter": [1]}).by_ego,
        {"measure": nw.metrics.constraint},
    ),
    "Network.attribute": (NETWORK.attribute, {"name": "organisation"}),
    "Ties.to_frame": (TIES.to_frame, {"library": None}),
    "metrics.composition": (
        nw.metrics.composition,
        {"network": NETWORK, "groups": [0] * NETWORK.n_contacts},
    ),
    "metrics.ei_index": (
        nw.metrics.ei_index,
        {"network": NETWORK, "groups": [0] * NETWORK.n_contacts},
    ),
    "metrics.field_classes": (
        nw.metrics.field_classes,
        {"network": NETWORK, "old": ["law"], "target": GOAL},
    ),
}
GOOD |= {
    f"frames.{name}": (
        getattr(frames, name),
        {"edges": EDGES, "source": "source", "target": "target"},
    )
    for name in ("local_constraint", "overlap", "reach", "redundancy", "structural_holes")
} | {
    "frames.records_of": (frames.records_of, {}),
    "frames.top_contacts": (frames.top_contacts, {"ties": EDGES, "strategy": STRATEGY}),
}
for _name in nw.metrics.__all__:
    _measure = getattr(nw.metrics, _name)
    if inspect.isfunction(_measure) and f"metrics.{_name}" not in GOOD:
        _rng = {"rng": RNG} if "rng" in inspect.signature(_measure).parameters else {}
        GOOD[f"metrics.{_name}"] = (_measure, {"network": NETWORK, **_rng})
# Anything at all may be called a node or a class, and any value may be none of a vocabulary's own.
ANYTHING_GOES = {
    ("metrics.brokerage_of_arcs", "source"),
    ("metrics.brokerage_of_arcs", "target"),
}
NO_CALLS = {"read_exports", "cite"}  # tests/sources/test_exports.py, tests/show/test_cite.py


def parameters(name: str) -> Iterator[str]:
    function, _ = GOOD[name]
    for parameter in inspect.signature(function).parameters.values():
        if parameter.kind not in {parameter.VAR_KEYWORD, parameter.VAR_POSITIONAL}:
            yield parameter.name


def test_every_public_callable_is_among_them() -> None:
    functions = {name for name in nw.__all__ if inspect.isfunction(getattr(nw, name))}
    measures = {
        f"metrics.{name}"
        for name in nw.metrics.__all__
        if inspect.isfunction(getattr(nw.metrics, name))
    }

    of_frames = {f"frames.{name}" for name in frames.__all__}

    assert (functions | measures | of_frames) - NO_CALLS <= GOOD.keys()


@pytest.mark.parametrize("name", GOOD)
def test_what_is_wanted_is_taken(name: str) -> None:
    function, good = GOOD[name]

    made = function(**good)

    if isinstance(made, nw.Storage):
        made.close()


@pytest.mark.parametrize("name", GOOD)
def test_what_is_not_wanted_is_refused_by_the_name_of_the_argument(name: str) -> None:
    function, good = GOOD[name]

    for parameter in parameters(name):
        if (name, parameter) not in ANYTHING_GOES:
            with pytest.raises(nw.NetzwerkwandelError, match=parameter) as refused:
                function(**{**good, parameter: WRONG})
            assert type(refused.value) is not nw.NetzwerkwandelError


NAIVE = datetime(2026, 1, 1)  # noqa: DTZ001 (what is tried)
NEARLY = {
    "as_of": [date(2026, 1, 1), NAIVE, "2026-01-01", 0],
    "since": [date(2026, 1, 1), NAIVE, "2026-01-01"],
    "goal": ["ux research", ["ux research"], {}],
    "strategy": [nw.NewInformation, "new information"],
    "n": [-1, 1.5, True, "3", np.nan],
    "ego": [1.5, True, -1, 10_000, "nobody", b"x"],
    "network": [RECORDS, nx.path_graph(3), np.zeros((2, 2))],
    "before": [RECORDS],
    "after": [AS_OF],
    "records": [NETWORK, list(RECORDS.contacts), "exports/"],
    "model": ["alter", "Ego", 1],
    "nodes": [[1.5], ["nobody"], [-1], [10_000], 1.5],
    "rng": [3, "seed"],
    "samples": [0, 1.5, True],
    "every": ["century", 1],
    "language": ["xx", 1, ""],
    "exclude": ["nobody", ["nobody"], 3],
    "include": ["nobody", ["nobody"], 3],
    "at_least": [{"x": 1}, {"feedback": -1}, {"feedback": 1.5}, 3],
    "owner": [None, 3],
    "place": [None, 3, ""],
    "strength": [1.0, nw.ExponentialDecay(half_life=3.0)],
    "relation": ["x"],
    "function": ["x"],
    "level": [-1.0, 2.0, "high"],
}


def nearly(name: str) -> Iterator[tuple[str, object]]:
    """What a callable's arguments could be mistaken for; what is made is tried with its class."""
    if name.split(".")[-1][0].islower() or "." in name:
        for parameter in parameters(name):
            # Here these two are what a tie is stated to be, and not asked for.
            is_stated = name == "Records.with_tie" and parameter in {"since", "function"}
            if not is_stated and (name, parameter) not in ANYTHING_GOES:
                yield from ((parameter, wrong) for wrong in NEARLY.get(parameter, []))


@pytest.mark.parametrize("name", GOOD)
def test_what_is_nearly_right_is_refused_too(name: str) -> None:
    function, good = GOOD[name]

    for parameter, wrong in nearly(name):
        with pytest.raises(nw.NetzwerkwandelError):  # noqa: PT012 (the note says which)
            function(**{**good, parameter: wrong})
            pytest.fail(f"{parameter}={wrong!r} was taken")
