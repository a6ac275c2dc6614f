"""The report as one HTML page that needs nothing from outside, and how it is written to a file."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import tempfile
import unicodedata
from collections.abc import Callable, Iterable
from html import escape
from importlib.resources import files
from pathlib import Path

from netzwerkwandel.errors import InvalidArgumentError, MissingExtraError, NotFoundError
from netzwerkwandel.show.pictures.looks import css
from netzwerkwandel.show.pictures.svg import svg
from netzwerkwandel.show.reporting.blocks import Page


GENERATOR = '<meta name="generator" content="netzwerkwandel report">'
"""By this line a file is known to be a report, and may be written anew."""

RIGHT_TO_LEFT = {"R", "AL"}


def render(page: Page, names: Iterable[str]) -> str:
    """Write a page as HTML.

    Parameters
    ----------
    page : Page
        What is told.
    names : iterable of str
        The names of people: those written from right to left are set apart in every sentence, so
        that they turn nothing around that stands beside them.

    Returns
    -------
    str
        The page. Whatever stands in the data is text in it and no markup.

    Raises
    ------
    MissingExtraError
        If jinja2 is not installed.
    """
    try:
        from jinja2 import Environment, PackageLoader, StrictUndefined
    except ImportError:
        raise MissingExtraError("report", "a report") from None
    environment = Environment(
        loader=PackageLoader("netzwerkwandel.show.reporting"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["told"] = _isolating(names)
    environment.filters["kind"] = lambda block: type(block).__name__.lower()
    environment.filters["svg"] = lambda picture: svg(picture, with_style=False)
    style, policy = _style_and_policy()
    return environment.get_template("report.html.jinja").render(
        page=page, style=style, policy=policy, generator=GENERATOR
    )


def _style_and_policy() -> tuple[str, str]:
    """The one style of the page, and the policy that admits it, by its digest, and nothing else."""
    template = files("netzwerkwandel.show.reporting") / "templates" / "report.css"
    style = f"\n{template.read_text(encoding='utf-8')}\n{css()}\n"
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return style, (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def _isolating(names: Iterable[str]) -> Callable[[str], str]:
    """A way to escape a text that sets names apart that are written from right to left.

    What it gives is markup already: the template marks it as safe where it puts it.
    """
    some = {n for n in names if any(unicodedata.bidirectional(c) in RIGHT_TO_LEFT for c in n)}
    if not some:
        return _escaped
    ordered = sorted(some, key=lambda name: (-len(name), name))
    pattern = re.compile(f"({'|'.join(map(re.escape, ordered))})")

    def isolate(text: str) -> str:
        # Every second part is a name: splitting "a NAME b" gives "a ", "NAME", " b".
        parts = [_escaped(part) for part in pattern.split(text)]
        parts[1::2] = [f"<bdi>{part}</bdi>" for part in parts[1::2]]
        return "".join(parts)

    return isolate


def _escaped(text: str) -> str:
    """Text without markup, in which no line begins with the sign of percent."""
    return escape(text).replace(" %", "\N{NO-BREAK SPACE}%")


def write(text: str, path: Path) -> None:
    """Write a page to a file: wholly or not at all, and over nothing but an earlier report.

    Parameters
    ----------
    text : str
        The page.
    path : Path
        Where.

    Raises
    ------
    InvalidArgumentError
        If there is something else at that place, or it cannot be written to.
    NotFoundError
        If there is no such folder.
    """
    if not path.parent.is_dir():
        raise NotFoundError("folder", str(path.parent))
    if path.exists() and not _is_report(path):
        raise InvalidArgumentError(
            f"path must not be that of a file that is no report, got {str(path)!r}; name another, "
            f"or remove that file"
        )
    try:
        _replace(path, text)
    except OSError as error:
        raise InvalidArgumentError(
            f"path must be a place that can be written to, got {str(path)!r}: {error.strerror}"
        ) from error


def _replace(path: Path, text: str) -> None:
    """Write beside it first, so that a full disk leaves what was there."""
    # Only its owner may read it: a temporary file is made so.
    with tempfile.NamedTemporaryFile(
        "w", dir=path.parent, prefix=".report-", delete=False, encoding="utf-8", newline="\n"
    ) as file:
        try:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink()
            raise


def _is_report(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return GENERATOR.encode() in file.read(2_000)
