from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import attrs

from netzwerkwandel.errors import InvalidArgumentError, shown_names
from netzwerkwandel.model import Contact, Interaction, Key, Tie
from netzwerkwandel.model.arguments import check_optional
from netzwerkwandel.network.data_frames import as_frame
from netzwerkwandel.network.names import is_missing
from netzwerkwandel.records import Records


R = TypeVar("R", Contact, Interaction, Tie)


def records_of(
    interactions: object = None,
    *,
    contacts: object = None,
    ties: object = None,
    me: Key | None = None,
) -> Records:
    """What does a table know of one person? Records of data frames, a row for each.

    The columns are called as the fields of ``Interaction``, ``Contact`` and ``Tie``; a field that
    has no column, or no value in a row, is not known. Lists, such as the participants of an
    interaction, are columns of lists.

    Parameters
    ----------
    interactions : data frame, optional
        What happened: at least ``key``, ``when`` with a time zone, and ``participants``.
    contacts : data frame, optional
        Who is there: at least ``key``. Whoever is only named by the others is a contact by her key.
    ties : data frame, optional
        What is stated of two people: at least ``a`` and ``b``.
    me : str, optional
        The key of the person whose data this is.

    Returns
    -------
    Records
        All of it.

    Raises
    ------
    InvalidArgumentError
        If something is no data frame, a column is none of the fields, or one that is needed is not
        there.
    InvalidRecordError
        If a row breaks a rule of its kind.

    Examples
    --------
    >>> import polars as pl
    >>> ties = pl.DataFrame({"a": ["ada", "ada"], "b": ["ben", "eva"], "trust": [0.9, None]})
    >>> records_of(ties=ties, me="ada")
    Records(3 contacts, 2 ties, 0 interactions, 0 experiments)
    """
    check_optional("me", me, str)
    happened = list(_rows("interactions", interactions, Interaction))
    stated = list(_rows("ties", ties, Tie))
    people = {contact.key: contact for contact in _rows("contacts", contacts, Contact)}
    named = [key for each in happened for key in each.participants]
    named += [key for each in happened if each.sender is not None for key in [each.sender]]
    named += [key for tie in stated for key in (tie.a, tie.b)]
    for key in (*named, *([] if me is None else [me])):
        people.setdefault(key, Contact(key=key))
    return Records(contacts=people.values(), ties=stated, interactions=happened, me=me)


def _rows(argument: str, frame: object, kind: type[R]) -> Iterator[R]:
    """Each row of a frame as a record."""
    if frame is None:
        return
    rows = as_frame(argument, frame).lazy().collect()
    fields = [field.name for field in attrs.fields(kind) if field.init]
    for name in rows.columns:
        if name not in fields:
            raise InvalidArgumentError(
                f"{argument}: columns must be called as the fields {shown_names(*fields)}; got "
                f"{shown_names(name)}"
            )
    needed = [f.name for f in attrs.fields(kind) if f.init and f.default is attrs.NOTHING]
    if not set(needed) <= set(rows.columns):
        raise InvalidArgumentError(
            f"{argument} must have the columns {' and '.join(needed)}, got "
            f"{shown_names(*rows.columns)}"
        )
    for row in rows.iter_rows(named=True):
        # A list is never missing, and as an array is not to be compared.
        yield kind(**{k: v for k, v in row.items() if hasattr(v, "__len__") or not is_missing(v)})
