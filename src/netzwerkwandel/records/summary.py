from __future__ import annotations

import textwrap
from collections.abc import Iterator

from netzwerkwandel.model import SourceKind, SourceReport
from netzwerkwandel.model.naming import called
from netzwerkwandel.records import Records
from netzwerkwandel.texts import Catalogue, catalogue, printable


WIDTH = 100
SHOWN_PROBLEMS = 5


def summary(records: Records, language: str = "en") -> str:
    """Tell what was read, what was left out and why, and what it cannot show."""
    texts = catalogue(language)
    lines = [_owner(records, texts), _contents(records, texts)]
    for report in records.reports:
        lines += ["", *_source(report, texts)]
    # Of what a reader of one's own cannot show, only whoever wrote it could tell.
    kinds = sorted({r.kind for r in records.reports if isinstance(r.kind, SourceKind)})
    if kinds:
        lines += ["", texts.say("summary limits")]
        lines += [_wrapped(texts.say(f"limit {kind}")) for kind in kinds]
    return "\n".join(lines)


def _owner(records: Records, texts: Catalogue) -> str:
    if records.me is None:
        return texts.say("summary me nobody")
    who = called(records.contact(records.me), texts)
    return texts.say(f"summary me {records.me_evidence}", who=who)


def _contents(records: Records, texts: Catalogue) -> str:
    parts = [
        texts.say("summary contacts", len(records.contacts)),
        texts.say("summary ties", len(records.ties)),
        texts.say("summary interactions", len(records.interactions)),
    ]
    if records.experiments:
        parts.append(texts.say("summary experiments", len(records.experiments)))
    text = texts.listing(parts)
    if records.interactions:
        first, last = records.interactions[0].when, records.interactions[-1].when
        text += ", " + texts.say(
            "summary span", first=texts.day(first.date()), last=texts.day(last.date())
        )
    return text + "."


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
