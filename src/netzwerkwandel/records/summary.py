from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from netzwerkwandel.model import Contact, MeEvidence, SourceKind, SourceReport
from netzwerkwandel.model.naming import called
from netzwerkwandel.texts import Catalogue, printable


WIDTH = 100
SHOWN_PROBLEMS = 5


def summary_of(
    texts: Catalogue,
    *,
    me: Contact | None,
    me_evidence: MeEvidence,
    counts: Mapping[str, int],
    span: tuple[datetime, datetime] | None,
    reports: Sequence[SourceReport],
) -> str:
    """Tell what was read, what was left out and why, and what it cannot show."""
    if me is None:
        owner = texts.say("summary me nobody")
    else:
        owner = texts.say(f"summary me {me_evidence}", who=called(me, texts))
    contents = texts.listing(
        [
            texts.say(f"summary {name}", n)
            for name, n in counts.items()
            if n or name != "experiments"
        ]
    )
    if span is not None:
        first, last = (texts.day(moment.date()) for moment in span)
        contents += ", " + texts.say("summary span", first=first, last=last)
    lines = [owner, contents + "."]
    for report in reports:
        lines += ["", *_source(report, texts)]
    # Of what a reader of one's own cannot show, only whoever wrote it could tell.
    kinds = sorted({r.kind for r in reports if isinstance(r.kind, SourceKind)})
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
    if report.problems:
        yield _wrapped(texts.say("summary problems", len(report.problems)))
        for problem in report.problems[:SHOWN_PROBLEMS]:
            yield _wrapped(printable(str(problem)), "    ")
        more = len(report.problems) - SHOWN_PROBLEMS
        if more > 0:
            yield _wrapped(texts.say("summary more", more), "    ")


def _wrapped(text: str, indent: str = "  ") -> str:
    return textwrap.fill(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )
