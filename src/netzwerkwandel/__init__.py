from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING


if TYPE_CHECKING:
    from netzwerkwandel import evaluation, metrics
    from netzwerkwandel import frames as frames
    from netzwerkwandel.change import (
        Attention,
        Drift,
        ExperimentEffect,
        ExperimentEffects,
        NetworkChange,
        RankedExperiment,
        RankedExperiments,
        ReconnectedTie,
        ReconnectedTies,
        SafeBase,
        ShareDifference,
        SuggestionEffect,
        SuggestionEffects,
        Supporter,
        Timeline,
        drift_to_core,
        experiment_effects,
        network_change,
        rank_experiments,
        safe_base,
        suggestion_effects,
        ties_woken,
        timeline,
        without_experiment,
    )
    from netzwerkwandel.errors import (
        AmbiguousPersonError,
        ExportFormatError,
        InvalidArgumentError,
        InvalidNetworkError,
        InvalidRecordError,
        MissingExtraError,
        NetzwerkwandelError,
        NotFoundError,
        SeveralOwnersError,
        StorageBusyError,
        StorageConflictError,
        StorageConnectionError,
        StorageError,
        StrategyError,
        UnknownPersonError,
        UnreadableRecordError,
    )
    from netzwerkwandel.identity.lookalikes import PossibleDuplicate
    from netzwerkwandel.model import (
        Answer,
        Channel,
        Contact,
        Decision,
        Experiment,
        ExperimentKind,
        Function,
        Goal,
        Interaction,
        Key,
        MeEvidence,
        Nobodies,
        NobodyReason,
        Problem,
        Relation,
        SkipReason,
        SourceKind,
        SourceReport,
        Suggestion,
        Tie,
        Work,
    )
    from netzwerkwandel.network import (
        Chronicle,
        Decay,
        ExponentialDecay,
        FloatArray,
        Network,
        PowerLawDecay,
        SurvivalDecay,
        Ties,
        TieStrength,
    )
    from netzwerkwandel.network.fields import FieldMatcher, fields_of
    from netzwerkwandel.recommending import (
        ChoiceSummary,
        Comparison,
        Introduction,
        Introductions,
        ListEffect,
        Question,
        QuestionKind,
        Reason,
        ReasonKind,
        Recommendation,
        Recommendations,
        RuledOutReason,
        Shortfall,
        ShortfallKind,
        introductions,
        questions,
        recommend,
    )
    from netzwerkwandel.records import Records
    from netzwerkwandel.records.pseudonyms import pseudonymise
    from netzwerkwandel.records.records_change import Move, RecordsChange
    from netzwerkwandel.scoring import (
        Blend,
        BringsIdeas,
        Dormant,
        FunctionCoverage,
        GivesFeedback,
        GuidingFigures,
        NetworkCoverage,
        NewInformation,
        OpensDoors,
        Orients,
        Peers,
        ProfessionalCommunity,
        ScoringStrategy,
        Supports,
        function_coverage,
        score,
        top_contacts,
    )
    from netzwerkwandel.show import Citation, cite, json_schema, plot, report
    from netzwerkwandel.sources import READERS, Reader, TableReader, read_exports
    from netzwerkwandel.storage import (
        MemoryStorage,
        SqliteStorage,
        Storage,
        export_json,
        import_json,
        open_storage,
    )
    from netzwerkwandel.texts import explain


__version__ = "0.1.0"

__all__ = [
    "READERS",
    "AmbiguousPersonError",
    "Answer",
    "Attention",
    "Blend",
    "BringsIdeas",
    "Channel",
    "ChoiceSummary",
    "Chronicle",
    "Citation",
    "Comparison",
    "Contact",
    "Decay",
    "Decision",
    "Dormant",
    "Drift",
    "Experiment",
    "ExperimentEffect",
    "ExperimentEffects",
    "ExperimentKind",
    "ExponentialDecay",
    "ExportFormatError",
    "FieldMatcher",
    "FloatArray",
    "Function",
    "FunctionCoverage",
    "GivesFeedback",
    "Goal",
    "GuidingFigures",
    "Interaction",
    "Introduction",
    "Introductions",
    "InvalidArgumentError",
    "InvalidNetworkError",
    "InvalidRecordError",
    "Key",
    "ListEffect",
    "MeEvidence",
    "MemoryStorage",
    "MissingExtraError",
    "Move",
    "Network",
    "NetworkChange",
    "NetworkCoverage",
    "NetzwerkwandelError",
    "NewInformation",
    "Nobodies",
    "NobodyReason",
    "NotFoundError",
    "OpensDoors",
    "Orients",
    "Peers",
    "PossibleDuplicate",
    "PowerLawDecay",
    "Problem",
    "ProfessionalCommunity",
    "Question",
    "QuestionKind",
    "RankedExperiment",
    "RankedExperiments",
    "Reader",
    "Reason",
    "ReasonKind",
    "Recommendation",
    "Recommendations",
    "ReconnectedTie",
    "ReconnectedTies",
    "Records",
    "RecordsChange",
    "Relation",
    "RuledOutReason",
    "SafeBase",
    "ScoringStrategy",
    "SeveralOwnersError",
    "ShareDifference",
    "Shortfall",
    "ShortfallKind",
    "SkipReason",
    "SourceKind",
    "SourceReport",
    "SqliteStorage",
    "Storage",
    "StorageBusyError",
    "StorageConflictError",
    "StorageConnectionError",
    "StorageError",
    "StrategyError",
    "Suggestion",
    "SuggestionEffect",
    "SuggestionEffects",
    "Supporter",
    "Supports",
    "SurvivalDecay",
    "TableReader",
    "Tie",
    "TieStrength",
    "Ties",
    "Timeline",
    "UnknownPersonError",
    "UnreadableRecordError",
    "Work",
    "cite",
    "drift_to_core",
    "evaluation",
    "experiment_effects",
    "explain",
    "export_json",
    "fields_of",
    "function_coverage",
    "import_json",
    "introductions",
    "json_schema",
    "metrics",
    "network_change",
    "open_storage",
    "plot",
    "pseudonymise",
    "questions",
    "rank_experiments",
    "read_exports",
    "recommend",
    "report",
    "safe_base",
    "score",
    "suggestion_effects",
    "ties_woken",
    "timeline",
    "top_contacts",
    "without_experiment",
]

# What each room gives to this package. A room is loaded once one of its names, or the room itself,
# is asked for, so that nobody waits for classes that are not used.
_GIVEN = {
    "evaluation": "",
    "frames": "",
    "identity": "",
    "metrics": "",
    "change": """
        Attention Drift ExperimentEffect ExperimentEffects NetworkChange RankedExperiment
        RankedExperiments ReconnectedTie ReconnectedTies SafeBase ShareDifference
        SuggestionEffect SuggestionEffects Supporter Timeline drift_to_core experiment_effects
        network_change rank_experiments safe_base suggestion_effects ties_woken timeline
        without_experiment
    """,
    "errors": """
        AmbiguousPersonError ExportFormatError InvalidArgumentError InvalidNetworkError
        InvalidRecordError MissingExtraError NetzwerkwandelError NotFoundError SeveralOwnersError
        StorageBusyError StorageConflictError StorageConnectionError StorageError StrategyError
        UnknownPersonError UnreadableRecordError
    """,
    "identity.lookalikes": "PossibleDuplicate",
    "model": """
        Answer Channel Contact Decision Experiment ExperimentKind Function Goal Interaction Key
        MeEvidence Nobodies NobodyReason Problem Relation SkipReason SourceKind SourceReport
        Suggestion Tie Work
    """,
    "network": """
        Chronicle Decay ExponentialDecay FloatArray Network PowerLawDecay SurvivalDecay Ties
        TieStrength
    """,
    "network.fields": "FieldMatcher fields_of",
    "recommending": """
        ChoiceSummary Comparison Introduction Introductions ListEffect Question QuestionKind
        Reason ReasonKind Recommendation Recommendations RuledOutReason Shortfall ShortfallKind
        introductions
        questions recommend
    """,
    "records": "Records",
    "records.pseudonyms": "pseudonymise",
    "records.records_change": "Move RecordsChange",
    "scoring": """
        Blend BringsIdeas Dormant FunctionCoverage GivesFeedback GuidingFigures NetworkCoverage
        NewInformation OpensDoors Orients Peers ProfessionalCommunity ScoringStrategy Supports
        function_coverage score top_contacts
    """,
    "show": "Citation cite json_schema plot report",
    "sources": "READERS Reader TableReader read_exports",
    "storage": "MemoryStorage SqliteStorage Storage export_json import_json open_storage",
    "texts": "explain",
}
_HOMES = {name: home for home, names in _GIVEN.items() for name in names.split()}


if not TYPE_CHECKING:  # a type checker reads the imports above, and finds a name that is misspelt

    def __getattr__(name: str) -> object:
        """Load what is asked for: a name out of its room, or a room."""
        if name in _HOMES:
            value = getattr(import_module(f"netzwerkwandel.{_HOMES[name]}"), name)
        elif name in _GIVEN:
            value = import_module(f"netzwerkwandel.{name}")
        else:
            raise AttributeError(f"module 'netzwerkwandel' has no attribute {name!r}")
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """Show what can be asked for, loaded or not."""
    return sorted({*globals(), *__all__})
