"""Readers that other packages bring along."""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.sources.reader import Reader


GROUP = "netzwerkwandel.readers"
"""The group of entry points in which a package names its readers."""


def installed_readers() -> tuple[Reader, ...]:
    """Which readers do the packages bring along that are installed beside this one?

    A package names them among its entry points, each a reader or its class::

        [project.entry-points."netzwerkwandel.readers"]
        phone-log = "phone_log:PhoneLog"

    Nothing of another package runs until this is called: ``read_exports(..., readers=[*READERS,
    *installed_readers()])`` reads with them; the command ``netzwerkwandel`` does so by itself.

    Returns
    -------
    tuple of Reader
        In the order of their names.

    Raises
    ------
    InvalidArgumentError
        If one cannot be loaded or is no reader; which one, and of which package.

    Examples
    --------
    >>> installed_readers()
    ()
    """
    points = sorted(entry_points(group=GROUP), key=lambda each: (each.name, each.value))
    return tuple(map(_loaded, points))


def _loaded(point: EntryPoint) -> Reader:
    package = "" if point.dist is None else f" of {point.dist.name}"
    what = f"the reader {point.name!r}{package} ({point.value})"
    try:
        made = point.load()
        reader = made() if isinstance(made, type) else made
    except Exception as error:
        raise InvalidArgumentError(
            f"{what} cannot be loaded ({type(error).__name__}); mend or uninstall that package"
        ) from error
    if not isinstance(reader, Reader):
        raise InvalidArgumentError(f"{what} must be a Reader, got {type(reader).__name__}")
    return reader
