"""The exports of an invented person, to try the library on before one's own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from importlib.resources import as_file, files
from pathlib import Path
from typing import Required, TypedDict


ME = "mara.vogt@posteo.example"
"""The address of the invented person whose exports these are."""

NAME = "Mara Vogt"
"""Her name."""


class ExperimentFields(TypedDict, total=False):
    """What is said of an experiment; see ``Records.with_experiment``."""

    title: Required[str]
    started: Required[date]
    ended: date
    field: str
    kind: str
    hours: float
    met: tuple[str, ...]


AS_OF = datetime(2026, 11, 1, tzinfo=UTC)
"""The moment as of which the exports were made."""

FIELDS = ("ux research",)
"""The field of work that she would like to move to."""


EXPERIMENTS: tuple[ExperimentFields, ...] = (
    {
        "title": "Kurs UX Research Basics",
        "started": date(2025, 9, 1),
        "ended": date(2025, 12, 11),
        "field": "ux research",
        "hours": 22.0,
        "met": ("Theresa Albrecht", "Malik Johnson", "Oskar Winter"),
    },
    {
        "title": "UX-Meetup",
        "started": date(2026, 1, 1),
        "field": "ux research",
        "hours": 20.0,
        "met": ("Juliane Frey", "Sami Haddou"),
    },
    {
        "title": "Mitlaufen im Studio Halbmond",
        "started": date(2026, 2, 1),
        "ended": date(2026, 5, 22),
        "field": "ux research",
        "kind": "confirmatory",
        "hours": 90.0,
    },
)
"""What she tried, as she says it: each is taken by ``Records.with_experiment``."""


@contextmanager
def sample_exports() -> Iterator[Path]:
    """Where are the exports of the invented person?

    Yields
    ------
    Path
        A folder with a mailbox, an older one, three calendars, a LinkedIn archive, two chats, an
        address book and contacts of Google. It may be gone after the ``with`` block, and is not to
        be written to.

    Examples
    --------
    >>> with sample_exports() as exports:
    ...     print(*sorted(path.name for path in exports.iterdir() if path.is_dir()), sep=", ")
    Takeout, WhatsApp, old-laptop
    """
    with as_file(files(__name__) / "exports") as folder:
        yield folder
