from __future__ import annotations

import ast
import importlib
import inspect
from importlib.resources import files
from pathlib import Path
from types import ModuleType

import pytest

import netzwerkwandel as nw


NAMES = """
AmbiguousPersonError Answer Attention Blend BringsIdeas Channel ChoiceSummary Chronicle Citation
Comparison Contact Decay Decision Dormant Drift Experiment ExperimentEffect ExperimentEffects
ExperimentKind ExponentialDecay ExportFormatError FieldMatcher FloatArray Function FunctionCoverage
GivesFeedback Goal GuidingFigures Interaction Introduction Introductions InvalidArgumentError
InvalidNetworkError InvalidRecordError Key ListEffect MeEvidence MemoryStorage MissingExtraError
Move Network NetworkChange NetworkCoverage NetzwerkwandelError NewInformation Nobodies NobodyReason
NotFoundError OpensDoors Orients Peers PossibleDuplicate PowerLawDecay Problem ProfessionalCommunity
Question QuestionKind READERS RankedExperiment RankedExperiments Reader Reason ReasonKind
Recommendation Recommendations ReconnectedTie ReconnectedTies Records RecordsChange Relation
RuledOutReason SafeBase ScoringStrategy SeveralOwnersError ShareDifference Shortfall ShortfallKind
SkipReason SourceKind SourceReport SqliteStorage Storage StorageBusyError StorageConflictError
StorageConnectionError StorageError StrategyError Suggestion SuggestionEffect SuggestionEffects
Supporter Supports SurvivalDecay TableReader Tie TieStrength Ties Timeline UnknownPersonError
UnreadableRecordError Work cite drift_to_core evaluation experiment_effects
explain export_json fields_of function_coverage import_json introductions json_schema metrics
network_change open_storage plot pseudonymise questions rank_experiments read_exports recommend
report safe_base score suggestion_effects ties_woken timeline top_contacts without_experiment
""".split()


def test_the_public_names_are_these_and_sorted() -> None:
    assert sorted(nw.__all__) == sorted(NAMES)
    assert all(hasattr(nw, name) for name in nw.__all__)


def test_each_name_is_the_one_that_type_checkers_are_told() -> None:
    tree = ast.parse(inspect.getsource(nw))
    told = {
        alias.name: node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }

    assert set(nw.__all__) <= told.keys()
    assert set(nw.__all__) <= set(dir(nw))
    for name in nw.__all__:
        assert getattr(nw, name) is getattr(importlib.import_module(told[name]), name), name


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'recomend'"):
        nw.recomend  # noqa: B018 - what is read is missing


def test_no_package_exports_a_name_that_hides_one_of_its_own_modules() -> None:
    root = Path(nw.__file__).parent
    folders = [path.parent for path in root.rglob("__init__.py")]
    names = {f: ".".join(["netzwerkwandel", *f.relative_to(root).parts]) for f in folders}
    packages = {folder: importlib.import_module(name) for folder, name in names.items()}

    hidden = [
        f"{package.__name__}.{path.stem}"
        for folder, package in packages.items()
        for path in folder.iterdir()
        if not path.stem.startswith("__")
        and not isinstance(getattr(package, path.stem, package), ModuleType)
    ]

    assert hidden == []


def test_every_error_has_one_root() -> None:
    errors = [getattr(nw, name) for name in NAMES if name.endswith("Error")]

    assert all(issubclass(error, nw.NetzwerkwandelError) for error in errors)


def test_the_package_says_that_it_is_typed() -> None:
    assert files("netzwerkwandel").joinpath("py.typed").is_file()
