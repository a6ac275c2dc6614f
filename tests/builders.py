"""Small networks and lives with names, for tests of what is computed from them."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from netzwerkwandel.model import Channel, Contact, Interaction, Key, Tie
from netzwerkwandel.network import Network, Ties
from netzwerkwandel.records import Records


Edges = Sequence[tuple[str, str, float]]

AS_OF = datetime(2026, 11, 1, tzinfo=UTC)
MARA = "mailto:mara@example.org"
ANA, BEN, CEM, DAN = (f"mailto:{name}@example.org" for name in ("ana", "ben", "cem", "dan"))

_BORGATTI = {
    ("A", "B"): 2,
    ("A", "F"): 3,
    ("A", "G"): 5,
    ("A", "E"): 2,
    ("E", "G"): 8,
    ("F", "G"): 3,
    ("B", "G"): 4,
    ("B", "D"): 1,
    ("D", "G"): 3,
    ("G", "C"): 10,
}
_FAMILIES = (
    "Acciaiuoli Albizzi Barbadori Bischeri Castellani Ginori Guadagni Lamberteschi Medici Pazzi "
    "Peruzzi Pucci Ridolfi Salviati Strozzi Tornabuoni"
).split()
_MARRIAGES = (
    "0-8 1-5 1-6 1-8 2-4 2-8 3-6 3-10 3-14 4-10 4-14 6-7 6-15 8-12 8-13 8-15 9-13 10-14 12-14 12-15"
)


def tie_columns() -> tuple[str, ...]:
    """The names of all columns of ``Ties``, so that no test of every column leaves one out."""
    return tuple(
        name
        for base in reversed(Ties.__mro__)
        for name, value in vars(base).items()
        if isinstance(value, functools.cached_property) and not name.startswith("_")
    )


def network(edges: Iterable[tuple[str, str, float]], keys: Sequence[str] | None = None) -> Network:
    """A network from (one, other, weight)."""
    rows = list(edges)
    return Network.from_edges(
        [row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows], keys=keys
    )


def path(n: int = 4) -> Network:
    """People in a line: a - b - c - d."""
    return network((a, b, 1.0) for a, b in itertools.pairwise("abcdefgh"[:n]))


def triangle() -> Network:
    """Three who all know each other."""
    return clique("abc")


def clique(people: str) -> Network:
    """All know each other."""
    return network((a, b, 1.0) for a, b in itertools.combinations(people, 2))


def star(leaves: str = "bcde") -> Network:
    """The person a, whose contacts do not know each other."""
    return network(("a", leaf, 1.0) for leaf in leaves)


def two_cliques_and_a_bridge() -> Network:
    """Four and four who all know each other, and the tie d - e between them."""
    pairs = [*itertools.combinations("abcd", 2), *itertools.combinations("efgh", 2), ("d", "e")]
    return network((a, b, 1.0) for a, b in pairs)


def borgatti_1997(*, weighted: bool = False) -> Network:
    """The example of Borgatti (1997), "Structural Holes: Unpacking Burt's Redundancy Measures"."""
    return network((a, b, w if weighted else 1.0) for (a, b), w in _BORGATTI.items())


def florentine_marriages() -> Network:
    """Sixteen families of Renaissance Florence, one of them (Pucci) without a marriage."""
    pairs = [tuple(map(int, pair.split("-"))) for pair in _MARRIAGES.split()]
    return network(((_FAMILIES[a], _FAMILIES[b], 1.0) for a, b in pairs), keys=_FAMILIES)


@functools.cache
def edge_networks() -> dict[str, Network]:
    """Networks at the edge of what there can be."""
    crowd = meeting(AS_OF - timedelta(days=30), *(f"mailto:p{i}@example.org" for i in range(30)))
    return {
        "empty": Network.from_edges([], []),
        "lone": Network.from_edges([], [], keys=["a"]),
        "pair": path(2),
        "isolate among others": network([("a", "b", 1.0), ("b", "c", 1.0)], keys="abcd"),
        "clique": clique("abcde"),
        "star": star(),
        "bridge": two_cliques_and_a_bridge(),
        "weighted": borgatti_1997(weighted=True),
        "faint and loud": network([("a", "b", 1e-140), ("b", "c", 1e140), ("a", "c", 1e-140)]),
        "owner without ties": life(),
        "only stated ties": life(ties=[Tie(a=MARA, b=ANA, relations=["friend"])]),
        "a crowd only": life(crowd, people=crowd.participants),
        "a mailbox": Network.from_records(mailbox_life(), as_of=AS_OF),
    }


@st.composite
def edge_lists(draw: st.DrawFn, most: int = 8) -> list[tuple[str, str, float]]:
    """Ties among a few people, each pair at most once, with weights of very different size."""
    pairs = list(itertools.combinations("abcdefgh"[: draw(st.integers(2, most))], 2))
    chosen = draw(st.lists(st.sampled_from(pairs), min_size=1, unique=True))
    weights = st.floats(1e-3, 1e3)
    return [(a, b, draw(weights)) for a, b in chosen]


def ago(days: float) -> datetime:
    """The moment so many days before ``AS_OF``."""
    return AS_OF - timedelta(days=days)


def mail(when: datetime, sender: Key, *to: Key, channel: Channel = Channel.MAIL) -> Interaction:
    """A mail, or something else with a sender."""
    everyone = sorted({sender, *to})
    key = f"{channel}:{when.isoformat()}:{sender}:{'+'.join(everyone)}"
    return Interaction(key=key, when=when, channel=channel, sender=sender, participants=everyone)


def meeting(when: datetime, *people: Key) -> Interaction:
    """A meeting of several people."""
    key = f"meeting:{when.isoformat()}:{'+'.join(sorted(people))}"
    return Interaction(key=key, when=when, channel=Channel.MEETING, participants=people)


def records(
    *events: Interaction, ties: Iterable[Tie] = (), people: Iterable[Key | Contact] = ()
) -> Records:
    """Mara's records: her contacts are those named, each by the first part of the address."""
    stated = list(ties)
    contacts = {c.key: c for c in people if isinstance(c, Contact)}
    known = {alias for contact in contacts.values() for alias in contact.keys}
    keys = {MARA, *(p for p in people if isinstance(p, str))}
    keys |= {key for event in events for key in event.participants}
    keys |= {key for tie in stated for key in (tie.a, tie.b)}
    for key in keys - known:
        name = key.removeprefix("mailto:").partition("@")[0].title()
        contacts[key] = Contact(key=key, name=name)
    return Records(contacts=contacts.values(), interactions=events, ties=stated, me=MARA)


def life(
    *events: Interaction, ties: Iterable[Tie] = (), people: Iterable[Key | Contact] = ()
) -> Network:
    """The network of Mara's records as of ``AS_OF``."""
    return Network.from_records(records(*events, ties=ties, people=people), as_of=AS_OF)


def mailbox_life() -> Records:
    """A small life: an old team, a client from then, two friends now, and a boss only stated.

    Ana and Ben were colleagues until six years ago, Cem was a client and knows people of his own,
    Eva and Dan are in touch every week, and Finn is a former boss of whom there is no mail.
    """
    eva, finn = "mailto:eva@example.org", "mailto:finn@example.org"
    office = [meeting(ago(2200 + 14 * i), MARA, ANA, BEN) for i in range(50)]
    letters = [
        mail(ago(2205 + 30 * i), *pair) for i in range(20) for pair in ((MARA, CEM), (CEM, MARA))
    ]
    circle = [mail(ago(2300 + i), CEM, MARA, f"mailto:cem{i}@example.org") for i in range(5)]
    now = [mail(ago(1 + 7 * i), *pair) for i in range(40) for pair in ((MARA, eva), (eva, MARA))]
    lunch = [meeting(ago(3 + 7 * i), MARA, eva, DAN) for i in range(40)]
    ties = [
        Tie(a=MARA, b=CEM, relations=["client"]),
        Tie(a=MARA, b=finn, relations=["former boss"]),
    ]
    return records(*office, *letters, *circle, *now, *lunch, ties=ties)
