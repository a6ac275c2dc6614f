from __future__ import annotations

import importlib
from importlib.resources import files

import netzwerkwandel as nw


NAMES = """
Attention Blend BringsIdeas Channel Comparison Contact Decay Decision Dormant Drift Effect
Experiment ExperimentEffect ExperimentEffects ExperimentKind ExponentialDecay ExportFormatError
FloatArray Function FunctionCoverage GivesFeedback Goal GuidingFigures Holder Interaction
Introduction Introductions InvalidArgumentError InvalidNetworkError InvalidRecordError Key
MeEvidence MemoryStorage MissingExtraError Move Network NetworkChange NetworkCoverage
NetzwerkwandelError NewInformation NotFoundError OpensDoors Orients Peers Portrait PossibleDuplicate
PowerLawDecay Problem ProfessionalCommunity RankedExperiment RankedExperiments Reason ReasonKind
Recommendation Recommendations Records RecordsChange Relation SafeBase ScoringStrategy
ShareDifference Shortfall ShortfallKind SkipReason SourceKind SourceReport SqliteStorage Storage
StorageBusyError StorageConflictError StorageError StrategyError Supports SurvivalDecay Tie
TieStrength Ties Timeline WokenTie WokenTies Work drift_to_core experiment_effects export_json
function_coverage import_json introductions metrics network_change open_storage pseudonymise
rank_experiments read_exports recommend safe_base score ties_woken timeline top_contacts
without_experiment
""".split()


def test_the_public_names_are_these_and_sorted() -> None:
    assert sorted(nw.__all__) == sorted(NAMES)
    assert all(hasattr(nw, name) for name in nw.__all__)


def test_functions_are_not_hidden_by_the_rooms_of_their_name() -> None:
    importlib.import_module("netzwerkwandel.recommend.recommend")
    importlib.import_module("netzwerkwandel.show")

    assert callable(nw.recommend)
    assert callable(nw.score)


def test_every_error_has_one_root() -> None:
    errors = [getattr(nw, name) for name in NAMES if name.endswith("Error")]

    assert all(issubclass(error, nw.NetzwerkwandelError) for error in errors)


def test_the_package_says_that_it_is_typed() -> None:
    assert files("netzwerkwandel").joinpath("py.typed").is_file()
