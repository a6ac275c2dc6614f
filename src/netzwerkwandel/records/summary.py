from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sized
from datetime import datetime
from typing import Protocol

import attrs

from netzwerkwandel.model import (
    Contact,
    Key,
    MeEvidence,
    SourceKind,
    SourceReport,
)
from netzwerkwandel.model.naming import plainly_called
from netzwerkwandel.records.biases import Bias, Gathered, biases
from netzwerkwandel.texts import Catalogue, printable


WIDTH = 100
SHOWN_PROBLEMS = 5


class Summarised(Gathered, Protocol):
    """What of records is told in a summary; see ``Records``."""

    @property
    def contacts(self) -> Sized:
        """As of ``Records``."""

    @property
    def experiments(self) -> Sized:
        """As of ``Records``."""

    @property
    def me_evidence(self) -> MeEvidence:
        """As of ``Records``."""

    def contact(self, key: Key) -> Contact:
        """Return the contact that is known by a key."""


@attrs.frozen
class SummaryWording:
    """Tells what was read, what was left out and why, and what it cannot show."""

    texts: Catalogue

    def of(self, records: Summarised) -> str:
        """The whole summary."""
        texts = self.texts
        lines = [self._owner(records), _wrapped(self._contents(records) + ".", "")]
        for report in records.reports:
            lines += ["", *self._source(report)]
        # Of what a reader of one's own cannot show, only whoever wrote it could tell.
        kinds = sorted({r.kind for r in records.reports if f"limit {r.kind}" in texts.phrases})
        if kinds:
            lines += ["", texts.say("summary limits")]
            lines += [_wrapped(texts.say(f"limit {kind}")) for kind in kinds]
        if leaning := self.leaning(records):
            lines += ["", texts.say("summary biases"), *map(_wrapped, leaning)]
        return "\n".join(lines)

    def leaning(self, records: Gathered) -> list[str]:
        """Which figures lean because of how the data was gathered: a sentence or two for each."""
        return [self._bias(bias) for bias in biases(records)]

    def problems(self, report: SourceReport) -> list[str]:
        """What could not be read of a source: the first of it, and how much more there is."""
        texts, problems = self.texts, report.problems
        told = [
            printable(f"{texts.problem(problem.where)}: {texts.problem(problem.reason)}")
            for problem in problems[:SHOWN_PROBLEMS]
        ]
        more = len(problems[SHOWN_PROBLEMS:])
        return [*told, texts.say("summary more", more)] if more else told

    def _bias(self, bias: Bias) -> str:
        since = "" if bias.since is None else self.texts.day(bias.since.date())
        return self.texts.say(
            f"bias {bias.kind}",
            bias.count,
            source=printable(self.texts.kind(bias.source)),
            since=since,
        )

    def _owner(self, records: Summarised) -> str:
        if records.me is None:
            return self.texts.say("summary me nobody")
        who = plainly_called(records.contact(records.me), self.texts)
        return self.texts.say(f"summary me {records.me_evidence}", who=who)

    def _contents(self, records: Summarised) -> str:
        n, is_mine = len(records.contacts), records.me is not None
        people = "contacts besides" if is_mine else "contacts"
        numbers = {people: n - is_mine, "ties": len(records.ties)}
        numbers["interactions"] = len(records.interactions)
        # Most people have written no experiment down, and are not told that there are 0.
        if records.experiments:
            numbers["experiments"] = len(records.experiments)
        counts = [self.texts.say(f"summary {name}", n) for name, n in numbers.items()]
        contents = self.texts.listing(counts)
        if records.interactions:
            ends = (records.interactions[0].when, records.interactions[-1].when)
            contents += f", {self._span(*ends)}"
        return contents

    def _span(self, first: datetime, last: datetime) -> str:
        first_day, last_day = (self.texts.day(moment.date()) for moment in (first, last))
        return self.texts.say("summary span", first=first_day, last=last_day)

    def _source(self, report: SourceReport) -> Iterator[str]:
        texts, kind = self.texts, printable(self.texts.kind(report.kind))
        is_unread = report.kind is SourceKind.FILES
        yield kind if is_unread else f"{printable(report.where)} ({kind})"
        name = "summary looked at" if is_unread else "summary read"
        counts = [texts.say(name, report.read), texts.say("summary used", report.used)]
        if report.first is not None and report.last is not None:
            counts.append(self._span(report.first, report.last))
        yield _wrapped(", ".join(counts))
        if report.skipped:
            reasons = [texts.say(f"skip {why}", n) for why, n in report.skipped]
            yield _wrapped(texts.say("summary skipped", reasons=", ".join(reasons)))
        yield from self._nobodies(report)
        yield from self._problems(report)

    def _nobodies(self, report: SourceReport) -> Iterator[str]:
        if report.nobodies:
            yield _wrapped(self.texts.say("summary nobodies"))
        for each in report.nobodies:
            named = ", ".join(map(printable, each.named))
            if each.more:
                named += " " + self.texts.say("summary more", each.more)
            yield _wrapped(self.texts.say(f"nobody {each.reason}", named=named), "    ")

    def _problems(self, report: SourceReport) -> Iterator[str]:
        if report.problems:
            yield _wrapped(self.texts.say("summary problems", len(report.problems)))
        for told in self.problems(report):
            yield _wrapped(told, "    ")


def _wrapped(text: str, indent: str = "  ") -> str:
    return textwrap.fill(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )
