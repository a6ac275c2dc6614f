"""Reasons made by hand, and what is said of somebody for them."""

from __future__ import annotations

from datetime import date

from netzwerkwandel.model import Contact
from netzwerkwandel.recommending import Reason, ReasonKind, Recommendation


LAST = date(2024, 1, 2)
Told = tuple[str, dict[str, object]]


def explained(language: str, *reasons: Told, name: str = "Ben") -> str:
    """What is said of Ben for some reasons, each a kind and its values."""
    pick = Recommendation(
        contact=Contact(key="mailto:ben@example.org", name=name),
        function=None,
        score=0.5,
        gain=0.5,
        reasons=tuple(Reason(ReasonKind(kind), values) for kind, values in reasons),
    )
    return pick.explain(language)


def silence(days: int) -> Told:
    """No contact for some days."""
    return "silence", {"days": days, "last": LAST}


def closest(knowing: int, of: int = 10) -> Told:
    """How many of the closest know Ben."""
    return "closest", {"knowing": knowing, "closest": of}


def moved(new: str, organisation: str = "Fabrikam", position: str = "Head of Design") -> Told:
    """That Ben has a new employer or a new position."""
    values = {"organisation": organisation, "position": position, "since": date(2025, 3, 1)}
    return "moved", {"new": new, **{name: value for name, value in values.items() if value}}


REACH = "reach", {"people": 12}
UX = "field", {"field": "ux research"}
