from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence, Sized
from typing import Protocol

from netzwerkwandel.model import (
    Contact,
    InteractionColumns,
    Key,
    MeEvidence,
    SourceKind,
    SourceReport,
)
from netzwerkwandel.model.naming import called
from netzwerkwandel.texts import Catalogue, printable


WIDTH = 100
SHOWN_PROBLEMS = 5


class Summarised(Protocol):
    """What of records is told in a summary; see ``Records``."""

    @property
    def contacts(self) -> Sized:
        """As of ``Records``."""

    @property
    def ties(self) -> Sized:
        """As of ``Records``."""

    @property
    def interactions(self) -> InteractionColumns:
        """As of ``Records``."""

    @property
    def experiments(self) -> Sized:
        """As of ``Records``."""

    @property
    def me(self) -> Key | None:
        """As of ``Records``."""

    @property
    def me_evidence(self) -> MeEvidence:
        """As of ``Records``."""

    @property
    def reports(self) -> Sequence[SourceReport]:
        """As of ``Records``."""

    def contact(self, key: Key) -> Contact:
        """Return the contact that is known by a key."""


def summary_of(records: Summarised, texts: Catalogue) -> str:
    """Tell what was read, what was left out and why, and what it cannot show."""
    if records.me is None:
        owner = texts.say("summary me nobody")
    else:
        who = called(records.contact(records.me), texts)
        owner = texts.say(f"summary me {records.me_evidence}", who=who)
    counts = {
        "contacts": len(records.contacts),
        "ties": len(records.ties),
        "interactions": len(records.interactions),
    }
    # Most people have written no experiment down, and are not told that there are 0.
    if records.experiments:
        counts["experiments"] = len(records.experiments)
    contents = texts.listing([texts.say(f"summary {name}", n) for name, n in counts.items()])
    if records.interactions:
        ends = (records.interactions[0].when, records.interactions[-1].when)
        first, last = (texts.day(moment.date()) for moment in ends)
        contents += ", " + texts.say("summary span", first=first, last=last)
    lines = [owner, contents + "."]
    for report in records.reports:
        lines += ["", *_source(report, texts)]
    # Of what a reader of one's own cannot show, only whoever wrote it could tell.
    kinds = sorted({r.kind for r in records.reports if isinstance(r.kind, SourceKind)})
    if kinds:
        lines += ["", texts.say("summary limits")]
        lines += [_wrapped(texts.say(f"limit {kind}")) for kind in kinds]
    return "\n".join(lines)


def _source(report: SourceReport, texts: Catalogue) -> Iterator[str]:
    is_known = isinstance(report.kind, SourceKind)
    kind = texts.say(f"kind {report.kind}") if is_known else printable(report.kind)
    yield kind if report.kind is SourceKind.FILES else f"{printable(report.where)} ({kind})"
    counts = f"{texts.say('summary read', report.read)}, {texts.say('summary used', report.used)}"
    if report.first is not None and report.last is not None:
        first, last = texts.day(report.first.date()), texts.day(report.last.date())
        counts += ", " + texts.say("summary span", first=first, last=last)
    yield _wrapped(counts)
    if report.skipped:
        reasons = [texts.say(f"skip {why}", n) for why, n in report.skipped]
        yield _wrapped(texts.say("summary skipped", reasons=", ".join(reasons)))
    if report.nobodies:
        yield _wrapped(texts.say("summary nobodies"))
        for each in report.nobodies:
            named = ", ".join(map(printable, each.named))
            if each.more:
                named += " " + texts.say("summary more", each.more)
            yield _wrapped(texts.say(f"nobody {each.reason}", named=named), "    ")
    if report.problems:
        yield _wrapped(texts.say("summary problems", len(report.problems)))
        for problem in report.problems[:SHOWN_PROBLEMS]:
            told = f"{texts.problem(problem.where)}: {texts.problem(problem.reason)}"
            yield _wrapped(printable(told), "    ")
        more = len(report.problems) - SHOWN_PROBLEMS
        if more > 0:
            yield _wrapped(texts.say("summary more", more), "    ")


def _wrapped(text: str, indent: str = "  ") -> str:
    return textwrap.fill(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )
