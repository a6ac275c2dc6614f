"""Write ``timelines.md``: how the networks of five people of two real firms changed.

``python docs/make_timelines.py FOLDER`` wants the folder that ``make_mail_networks.py`` wants. Each
person sees her own mail only.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import attrs

import netzwerkwandel as nw
from make_mail_networks import Firm, chosen, enron, own_records, radoslaw
from netzwerkwandel.change import Every


PAGE = Path(__file__).with_name("timelines.md")
FIGURES = (
    "contacts",
    "came",
    "reconnected",
    "went",
    "turnover",
    "core_share",
    "core_per_month",
    "effective_size",
    "constraint",
    "circles",
)
INTRODUCTION = """\
Made by `python docs/make_timelines.py`, from public data; each person sees her own mail only. A row
is what a step brought and how things stood at its end.

What can be said: with whom somebody was in touch by mail, who came, who fell silent, how attention
was spread, whether those she wrote with were on mails with each other. The figures agree with what
networks built anew for each date give.

What cannot be said:

- **why.** A contact that goes quiet may have moved to the next room. Mail is one of many ways, and
  in a firm it shows work more than friendship.
- **who is new in life.** Who is new in a mailbox may be an old friend. The first months of an
  export are full of people who came with the export, not with the year.
- **what the end means.** Where the data end, everybody goes quiet; a slow rhythm looks like sleep.
- **whether a change is good.** An open network is not better than a closed one; it depends on what
  it is needed for."""


@attrs.frozen
class Person:
    """Whose network is shown, and in which steps."""

    firm: Firm
    key: str
    every: Every
    since: datetime
    until: datetime


def people(folder: Path) -> Iterator[Person]:
    """Three of Enron by quarters, and two of the other firm by months, from few to many mails."""
    first, second = enron(folder / "igraphdata"), radoslaw(folder / "konect")
    for key in chosen(first)[3::3]:
        since, until = datetime(1999, 7, 1, tzinfo=UTC), datetime(2002, 4, 1, tzinfo=UTC)
        yield Person(first, key, "quarter", since, until)
    for key in chosen(second)[4::5]:
        since, until = datetime(2010, 2, 1, tzinfo=UTC), datetime(2010, 10, 1, tzinfo=UTC)
        yield Person(second, key, "month", since, until)


def page(folder: Path) -> str:
    """The whole page."""
    parts = ["# Five people of two firms: how did their networks change?", INTRODUCTION]
    shown = [part for person in people(folder) for part in _person(person)]
    return "\n\n".join([*parts, "## What the figures mean", _meanings(folder), *shown]) + "\n"


def _meanings(folder: Path) -> str:
    person = next(people(folder))
    step = _timeline(person, _chronicle(person))[0]
    return "\n".join(f"- `{figure}`: {step.meaning(figure)}" for figure in FIGURES)


def _chronicle(person: Person) -> nw.Chronicle:
    return nw.Chronicle.from_records(own_records(person.firm, person.key))


def _timeline(person: Person, chronicle: nw.Chronicle) -> nw.Timeline:
    return nw.timeline(chronicle, as_of=person.until, every=person.every, since=person.since)


def _person(person: Person) -> Iterator[str]:
    chronicle = _chronicle(person)
    contact = chronicle.records.contact(person.key)
    known = f", {contact.position}" if contact.position else ""
    yield f"## {contact.label}{known} ({person.firm.name})"
    steps = _timeline(person, chronicle)
    yield "\n".join(_table(steps))
    usual = f"{steps.usual_signature_distance:.3f}"
    yield (
        f"Constraint turned {steps.oscillation} times; from step to step the spread of attention "
        f"over few and many moved by {usual} on average (0 is not at all, 0.693 wholly)."
    )
    before, after = (chronicle.network(moment) for moment in (person.since, person.until))
    yield "From the first to the last moment:"
    yield nw.network_change(before, after).explain()


def _table(steps: nw.Timeline) -> Iterator[str]:
    yield "| until | " + " | ".join(FIGURES) + " |"
    yield "|---" * (len(FIGURES) + 1) + "|"
    for moment, step in zip(steps.moments, steps, strict=True):
        figures = step.figures()
        yield f"| {moment.date()} | " + " | ".join(_shown(figures[f]) for f in FIGURES) + " |"


def _shown(value: float) -> str:
    if math.isnan(value):
        return ""
    return f"{value:.0f}" if value == round(value) else f"{value:.2f}"


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(Path(sys.argv[1])), encoding="utf-8")


if __name__ == "__main__":
    main()
