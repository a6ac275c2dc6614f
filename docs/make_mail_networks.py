"""Write ``mail_networks.md``: whom twenty people of two real firms should have talked to next.

``python docs/make_mail_networks.py FOLDER`` wants a folder with two public data sets:

- ``igraphdata/enron.edges.csv`` and ``enron.nodes.csv``, the mail of Enron (1998 to 2002) as the R
  package igraphdata has it, and
- ``konect/out.radoslaw_email``, the mail of a manufacturing firm (2010) from the KONECT project.

Each person sees her own mail only, up to a day in the middle.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import attrs

import netzwerkwandel as nw


PAGE = Path(__file__).with_name("mail_networks.md")
PEOPLE = 10
PICKS = 5
INTRODUCTION = """\
Made by `python docs/make_mail_networks.py`, from public data. Each person sees her own mail only.
Who was really worth talking to nobody knows: the lists are here to be read with the eyes of those
people, and to see at which a friend would shake her head."""
FIRST_REAL_DAY = datetime(1998, 1, 1, tzinfo=UTC)


@attrs.frozen
class Firm:
    """The mail of a firm, and who works there."""

    name: str
    about: str
    as_of: datetime
    contacts: tuple[nw.Contact, ...]
    mails: tuple[nw.Interaction, ...]
    goal: nw.Goal | None = None


def enron(folder: Path) -> Firm:
    """Enron: people with names and positions; every cc stands again as bcc, and once is enough."""
    with (folder / "enron.nodes.csv").open(encoding="utf-8", newline="") as file:
        contacts = [
            nw.Contact(
                key=f"enron:{row['id']}",
                name=_known(row["Name"]) or row["Email"].replace(".", " ").title(),
                position=_known(row["Note"]),
            )
            for row in csv.DictReader(file)
        ]
    together: dict[tuple[str, datetime], set[str]] = defaultdict(set)
    with (folder / "enron.edges.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            when = datetime.fromisoformat(row["Time"]).replace(tzinfo=UTC)
            if when >= FIRST_REAL_DAY:
                together[row["from"], when].add(row["to"])
    return Firm(
        "Enron",
        "184 people of an energy trader, 1998 to 2002; seen on 1 May 2001 by each from her own "
        "mail; the goal is a change into trading.",
        datetime(2001, 5, 1, tzinfo=UTC),
        tuple(contacts),
        tuple(_mails("enron", together)),
        nw.Goal(fields=["trading"]),
    )


def radoslaw(folder: Path) -> Firm:
    """A firm whose people are numbers."""
    together: dict[tuple[str, datetime], set[str]] = defaultdict(set)
    with (folder / "out.radoslaw_email").open(encoding="utf-8") as file:
        for line in file:
            if not line.startswith("%"):
                sender, recipient, _, seconds = line.split()
                when = datetime.fromtimestamp(int(seconds), UTC)
                together[sender, when].add(recipient)
    people = {sender for sender, _ in together}.union(*together.values())
    return Firm(
        "A manufacturing firm",
        "167 people without names, January to September 2010; seen on 1 June 2010 by each from her "
        "own mail; of nobody is more known than the mail.",
        datetime(2010, 6, 1, tzinfo=UTC),
        tuple(
            nw.Contact(key=f"radoslaw:{number}", name=f"No. {number}")
            for number in sorted(people, key=int)
        ),
        tuple(_mails("radoslaw", together)),
    )


def _known(text: str) -> str:
    return "" if text == "NA" else text


def _mails(firm: str, together: dict[tuple[str, datetime], set[str]]) -> Iterator[nw.Interaction]:
    """One mail for each sender and second, to all its recipients."""
    for (sender, when), recipients in together.items():
        people = {f"{firm}:{number}" for number in {sender, *recipients}}
        if len(people) > 1:
            yield nw.Interaction(
                key=f"{firm}:{sender}:{when.isoformat()}",
                when=when,
                sender=f"{firm}:{sender}",
                participants=people,
            )


def own_records(firm: Firm, me: str) -> nw.Records:
    """What one person's own mailbox shows."""
    mails = [mail for mail in firm.mails if me in mail.participants]
    return nw.Records(contacts=firm.contacts, interactions=mails, me=me)


def chosen(firm: Firm) -> list[str]:
    """Ten people at even steps, from who has least mail up to the day to who has most."""
    count = Counter(
        key for mail in firm.mails if mail.when <= firm.as_of for key in mail.participants
    )
    busy = sorted((n, key) for key, n in count.items() if n >= 50)
    return [busy[round(step * (len(busy) - 1) / (PEOPLE - 1))][1] for step in range(PEOPLE)]


def page(firms: Sequence[Firm]) -> str:
    """The whole page."""
    parts = ["# Twenty people of two firms: whom should they have talked to next?", INTRODUCTION]
    for firm in firms:
        parts += [f"## {firm.name}", firm.about]
        for me in chosen(firm):
            parts += _person(firm, me)
    return "\n\n".join(parts) + "\n"


def _person(firm: Firm, me: str) -> Iterator[str]:
    records = own_records(firm, me)
    network = nw.Network.from_records(records, as_of=firm.as_of)
    picks = nw.recommend(network, goal=firm.goal, n=PICKS)
    contact = records.contact(me)
    known = f", {contact.position}" if contact.position else ""
    yield f"### {contact.label}{known}"
    yield (
        f"{len(network.ties_of())} contacts; of {picks.candidates} candidates these, sure to reach "
        f"{picks.certificate:.0%} of the best coverage."
    )
    yield "\n".join(_list(picks))
    yield picks.explain()


def _list(picks: Iterable[nw.Recommendation]) -> Iterator[str]:
    for place, pick in enumerate(picks, 1):
        adds = f" ({pick.function})" if pick.function else ""
        yield f"{place}. **{pick.contact.label}**{adds}: {pick.explain()}"


def main() -> None:
    """Write the page."""
    folder = Path(sys.argv[1])
    firms = [enron(folder / "igraphdata"), radoslaw(folder / "konect")]
    PAGE.write_text(page(firms), encoding="utf-8")


if __name__ == "__main__":
    main()
