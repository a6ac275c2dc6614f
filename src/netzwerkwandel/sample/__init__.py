"""The exports of an invented person, to try the library on before one's own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.resources import as_file, files
from pathlib import Path


ME = "mara.vogt@posteo.example"
"""The address of the invented person whose exports these are."""

NAME = "Mara Vogt"
"""Her name."""

AS_OF = datetime(2026, 11, 1, tzinfo=UTC)
"""The moment as of which the exports were made."""

FIELDS = ("ux research",)
"""The field of work that she would like to move to."""


@contextmanager
def sample_exports() -> Iterator[Path]:
    """Where are the exports of the invented person?

    Yields
    ------
    Path
        A folder with a mailbox, an older one, three calendars, a LinkedIn archive and an address
        book. It may be gone after the ``with`` block, and is not to be written to.

    Examples
    --------
    >>> with sample_exports() as exports:
    ...     print(*sorted(path.name for path in exports.iterdir()), sep=", ")
    Basic_LinkedInDataExport_10-20-2026.zip, Takeout, contacts.vcf, old-laptop
    """
    with as_file(files(__name__) / "exports") as folder:
        yield folder
