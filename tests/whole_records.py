"""Records with everything in them that records can hold, for Hypothesis."""

from __future__ import annotations

import attrs
from hypothesis import strategies as st

from netzwerkwandel.model import (
    MeEvidence,
    Nobodies,
    NobodyReason,
    Problem,
    SkipReason,
    SourceKind,
    SourceReport,
)
from netzwerkwandel.records import Records
from strategies import any_text, moments, pairs, records, suggestions


def problems() -> st.SearchStrategy[Problem]:
    """What could not be read."""
    return st.builds(Problem, where=any_text, reason=any_text)


def nobodies() -> st.SearchStrategy[Nobodies]:
    """Addresses of no person."""
    return st.builds(
        Nobodies,
        reason=st.sampled_from(NobodyReason),
        named=st.lists(any_text, max_size=2),
        more=st.integers(0, 9),
    )


def reports() -> st.SearchStrategy[SourceReport]:
    """What was read and what was left out."""
    return st.builds(
        SourceReport,
        kind=st.sampled_from(SourceKind),
        where=any_text,
        read=st.integers(0, 10**20),
        used=st.integers(0, 9),
        skipped=st.dictionaries(st.sampled_from(SkipReason), st.integers(0, 9), max_size=3),
        addresses=st.integers(0, 9),
        first=st.none() | moments,
        last=st.none() | moments,
        problems=st.lists(problems(), max_size=2),
        nobodies=st.lists(nobodies(), max_size=2),
    )


@st.composite
def whole_records(draw: st.DrawFn) -> Records:
    """Records as they may be stored: with decisions, reports and changes made by hand."""
    plain, merged = draw(records()), draw(pairs())
    by_hand = draw(st.sampled_from(["", "by hand"]))
    return attrs.evolve(
        plain,
        contacts=[attrs.evolve(each, notes=by_hand or each.notes) for each in plain.contacts],
        found=draw(st.sampled_from([plain.found, ()])),
        me_evidence=draw(st.sampled_from(MeEvidence)),
        merged=merged,
        kept_apart=draw(pairs()) - merged,
        suggestions=draw(suggestions([each.key for each in plain.contacts])),
        reports=draw(st.lists(reports(), max_size=2)),
    )
