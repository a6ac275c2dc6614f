"""The sections of the report, a method each, from what was found to blocks of words."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import date

import attrs

from netzwerkwandel.model import Function, SourceKind
from netzwerkwandel.model.naming import called, name_shown
from netzwerkwandel.recommending import QuestionKind, ReasonKind, Recommendation
from netzwerkwandel.records.summary import SummaryWording
from netzwerkwandel.show.counted import counted
from netzwerkwandel.show.pictures.attention import attention
from netzwerkwandel.show.pictures.egogram import egogram
from netzwerkwandel.show.pictures.functions import coverage
from netzwerkwandel.show.pictures.names import ShortNames
from netzwerkwandel.show.pictures.what_changes import before_after
from netzwerkwandel.show.reporting.blocks import (
    Block,
    Figure,
    Lines,
    Page,
    Pick,
    Picks,
    Section,
    Table,
)
from netzwerkwandel.show.reporting.findings import Findings
from netzwerkwandel.texts import Catalogue, printable


MOST_NAMED = 12
"""So many of those who serve a function are named in the table; all others are counted."""

METHODS = ("strength", "asleep", "inner", "open", "list", "six", "change", "experiments", "advice")
SOURCES = (
    "Burt, R. S. (1992). Structural Holes. Harvard University Press.",
    "Borgatti, S. P. (1997). Structural Holes: Unpacking Burt's Redundancy Measures. Connections.",
    "Granovetter, M. S. (1973). The Strength of Weak Ties. American Journal of Sociology.",
    "Marsden, P. V., Campbell, K. E. (1984). Measuring Tie Strength. Social Forces.",
    (
        "Levin, D. Z., Walter, J., Murnighan, J. K. (2011). Dormant Ties: The Value of "
        "Reconnecting. Organization Science."
    ),
    (
        "Walter, J., Levin, D. Z., Murnighan, J. K. (2015). Reconnection Choices: Selecting the "
        "Most Valuable (vs. Most Preferred) Dormant Ties. Organization Science."
    ),
    (
        "Navarro, H., Miritello, G., Canales, A., Moro, E. (2017). Temporal patterns behind the "
        "strength of persistent ties. EPJ Data Science."
    ),
    (
        "Aral, S., Van Alstyne, M. (2011). The Diversity-Bandwidth Trade-off. American Journal of "
        "Sociology."
    ),
    (
        "Rajkumar, K., Saint-Jacques, G., Bojinov, I., Brynjolfsson, E., Aral, S. (2022). A causal "
        "test of the strength of weak ties. Science."
    ),
    (
        "Nemhauser, G. L., Wolsey, L. A., Fisher, M. L. (1978). An analysis of approximations for "
        "maximizing submodular set functions. Mathematical Programming."
    ),
    "Saramäki, J. et al. (2014). Persistence of social signatures in human communication. PNAS.",
    (
        "Ibarra, H. (1999). Provisional Selves: Experimenting with Image and Identity in "
        "Professional Adaptation. Administrative Science Quarterly."
    ),
    "Ibarra, H. (2003). Working Identity. Harvard Business School Press.",
)
"""What the docstrings of the measures cite, too."""


@attrs.frozen(kw_only=True)
class Sections:
    """What was found, told in one language: for the person herself, or for her coach."""

    found: Findings
    texts: Catalogue
    names: ShortNames
    for_coach: bool

    def page(self) -> Page:
        """The page, with every section on it."""
        say, as_of = self.texts.say, self.found.network.as_of
        assert as_of is not None
        title = say("report title unnamed")
        if name_shown(self.found.me):
            title = say("report title", who=self.names.of_one(self.found.me))
        about = "report subtitle coach" if self.for_coach else "report subtitle"
        return Page(
            language=self.texts.language,
            title=title,
            subtitle=say(about, on=self.texts.day(as_of.date())),
            contents_word=say("report contents"),
            skip_word=say("report skip"),
            scroll_word=say("report scroll"),
            made_by=say("report made by"),
            sections=self.all(),
        )

    def all(self) -> tuple[Section, ...]:
        """Every section, in the order of the page."""
        blocks = {
            "list": self._list(),
            "network": self._network(),
            "coverage": self._coverage(),
            "change": self._change(),
            "experiments": self._experiments(),
            "advice": self._advice(),
            "questions": self._questions(),
            "talk": self._talk() if self.for_coach else iter(()),
            "limits": self._limits(),
            "methods": self._methods(),
        }
        told = {name: tuple(some) for name, some in blocks.items()}
        return tuple(
            Section(name, self.texts.say(f"report {name}"), some)
            for name, some in told.items()
            if some
        )

    def _say(self, name: str, n: int | None = None, **values: str) -> Lines:
        return Lines((self.texts.say(f"report {name}", n, **values),))

    def _table(self, name: str, columns: Sequence[str], rows: Sequence[tuple[str, ...]]) -> Table:
        head = tuple(self.texts.say(f"report column {column}") for column in columns)
        return Table(self.texts.say(f"report {name} table"), head, tuple(rows))

    def _list(self) -> Iterator[Block]:
        """The people, each with the reasons and, unless a coach reads it, first lines to write."""
        texts, picks = self.texts, self.found.picks
        if picks:
            yield self._say("list about")
            people = tuple(self._pick(pick) for pick in picks)
            yield Picks(people, texts.say("column last"), texts.say("report opening"))
        yield Lines(tuple(picks.explain(texts).split("\n")[:1]))

    def _pick(self, pick: Recommendation) -> Pick:
        texts = self.texts
        silence = {reason.kind: reason for reason in pick.reasons}.get(ReasonKind.SILENCE)
        last = silence["last"] if silence is not None else None
        opening = "" if self.for_coach else pick.opening(texts)
        return Pick(
            name=called(pick.contact, texts),
            label=pick.label(texts),
            last=texts.day(last) if isinstance(last, date) else "",
            why=pick.explain(texts),
            opening=opening,
        )

    def _network(self) -> Iterator[Block]:
        """The egogram, and what the list would change."""
        found, texts = self.found, self.texts
        picks, there = found.picks, set(found.network.keys)
        left_out = [who for who in found.records.contacts if who.key not in there]
        yield Lines((counted(found.network, texts, left_out),))
        yield self._say("network about")
        yield Figure(egogram(found.network, picks, initials=self.for_coach, language=texts))
        if picks:
            change = before_after(picks, language=texts)
            yield Figure(change) if change.marks else Lines((change.description,))

    def _coverage(self) -> Iterator[Block]:
        """What the network has and lacks, who holds her, and all who serve a function."""
        found, texts = self.found, self.texts
        yield self._say("coverage about")
        _, *lines = found.picks.explain(texts).split("\n")
        # What the list would change is told below the picture of it.
        yield Lines(tuple(line for line in lines if line != found.picks.effect.explain(texts)))
        yield Figure(coverage(found.network, initials=self.for_coach, language=texts))
        rows = []
        for each in found.picks.coverage.values():
            function = texts.say(f"function {each.function}")
            rows.append((function, texts.number(len(each.keys)), self._named(each.keys)))
        yield self._table("coverage", ("function", "people", "who"), rows)
        yield Lines(tuple(found.base.explain(texts).split("\n")))

    def _named(self, keys: tuple[str, ...]) -> str:
        """The first of some people by name, and how many more."""
        network, texts = self.found.network, self.texts
        contacts = [network.contact(network.index_of(key)) for key in keys[:MOST_NAMED]]
        names = [self.names.of_one(contact) for contact in contacts]
        more = len(keys) - len(names)
        names += [texts.say("picture more", more)] if more else []
        return texts.listing(names) if names else texts.say("picture nobody")

    def _change(self) -> Iterator[Block]:
        """Where attention went, what changed since the goal began, and who woke."""
        found, texts = self.found, self.texts
        if found.years:
            yield Figure(attention(found.years, found.records.experiments, language=texts))
        else:
            yield Lines((found.years.explain(texts),))
        for each in (found.change, found.drift):
            if each is not None:
                yield Lines(tuple(each.explain(texts).split("\n")))
        yield Lines(tuple(found.woken.explain(texts).split("\n")))
        if found.change is not None:
            woken = {tie.contact.key for tie in found.woken}
            counted = len(woken.intersection(found.change.reconnected))
            if counted < len(woken):
                none = texts.say("report none of them")
                yield self._say("woken between", counted=texts.number(counted) if counted else none)

    def _experiments(self) -> Iterator[Block]:
        for each in self.found.experiments:
            title, *lines = each.explain(self.texts).split("\n")
            yield Lines(tuple(lines), title.rstrip(":"))
        if not self.found.experiments:
            yield self._say("experiments none")

    def _advice(self) -> Iterator[Block]:
        """What came of earlier lists; of the one on this page nothing can be known yet."""
        advice = self.found.advice
        if advice:
            yield Lines(tuple(advice.explain(self.texts).split("\n")))
            yield Lines(tuple(each.explain(self.texts) for each in advice), as_list=True)
        else:
            before = self._say("advice before") if self.found.picks else None
            yield before or Lines((advice.explain(self.texts),))
        if self.found.is_kept:
            yield self._say("advice kept")
        elif not advice:
            yield self._say("advice none")

    def _questions(self) -> Iterator[Block]:
        # Of two people with the same initials a coach can say nothing.
        hidden = {QuestionKind.SAME_PERSON} if self.for_coach else set()
        some = [each for each in self.found.questions if each.kind not in hidden]
        asked = [each.explain(self.texts) for each in some]
        if asked:
            yield self._say("questions about")
            yield Lines(tuple(asked), as_list=True)

    def _talk(self) -> Iterator[Block]:
        """Questions for a talk between the person and her coach, from what stands out."""
        found, texts = self.found, self.texts
        yield self._say("talk about")
        alone, lacking = found.picks.coverage.single_points, found.picks.coverage.missing
        asked = [texts.say("report talk list")] if found.picks else []
        for name, functions in (("one", alone), ("missing", lacking)):
            if functions:
                asked.append(texts.say(f"report talk {name}", functions=self._functions(functions)))
        share = found.years[-1].to_inner_circle.share.after if found.years else math.nan
        if not math.isnan(share):
            asked.append(texts.say("report talk core", share=texts.percent(share)))
        if found.drift is not None and found.drift.is_sliding:
            asked.append(texts.say("report talk sliding"))
        tried = "some" if found.experiments else "none"
        asked += [texts.say(f"report talk experiments {tried}"), texts.say("report talk base")]
        asked.append(texts.say("report talk step"))
        yield Lines(tuple(asked), as_list=True)

    def _functions(self, functions: tuple[Function, ...]) -> str:
        return self.texts.listing([self.texts.say(f"function {each}") for each in functions])

    def _limits(self) -> Iterator[Block]:
        """What the data cannot show, which figures lean, what was read and what was not."""
        texts, reports = self.texts, self.found.records.reports
        summary = SummaryWording(texts)
        kinds = sorted({r.kind for r in reports if f"limit {r.kind}" in texts.phrases})
        yield Lines(
            (*(texts.say(f"limit {kind}") for kind in kinds), texts.say("report limits about"))
        )
        if leaning := summary.leaning(self.found.records):
            yield Lines(tuple(leaning), texts.say("summary biases"))
        rows = []
        for report in reports:
            kind = printable(texts.kind(report.kind))
            days = [texts.day(day.date()) for day in (report.first, report.last) if day]
            counts = texts.number(report.read), texts.number(report.used)
            rows.append((kind, *counts, " – ".join(days)))
        if rows:
            yield self._table("read", ("source", "read", "used", "span"), rows)
        unread = [r for r in reports if r.kind == SourceKind.FILES and not self.for_coach]
        if told := [line for report in unread for line in summary.problems(report)]:
            yield Lines(tuple(told), texts.say("report unread"), as_list=True)

    def _methods(self) -> Iterator[Block]:
        texts = self.texts
        yield self._say("methods about")
        yield Lines(tuple(texts.say(f"report method {name}") for name in METHODS), as_list=True)
        yield self._say("methods true")
        yield Lines(SOURCES, texts.say("report sources"), as_list=True)
