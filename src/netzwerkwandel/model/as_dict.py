"""What a result is as plain values: for JSON, an API, a table."""

from __future__ import annotations

import secrets
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import Annotated, Any, Generic, TypeAlias, TypeVar, cast

import attrs

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.model.data_frames import Library, data_frame
from netzwerkwandel.model.keys import Key
from netzwerkwandel.texts import Shown


KEYS = frozenset(
    "came compared contact in_both in_those_days inner_circle interaction interactions introduced "
    "key keys may_hold_back met new non_redundant parallel people reconnected second_contact "
    "shared strengthened weakened went".split()
)
"""The fields of results that name people, or what happened, by their keys."""

SHORTEST = 16
"""Bytes of a secret that nobody can guess."""

# Not told to anybody, and new in each process: without it nobody can make the id of an address.
_OF_THIS_PROCESS = secrets.token_bytes(32)

Id: TypeAlias = Annotated[str, ("description", "an id, or a key where keys are asked for")]
Day: TypeAlias = Annotated[str, ("format", "date")]
Moment: TypeAlias = Annotated[str, ("format", "date-time")]
Figure: TypeAlias = float | None
"""None where it is not known."""
Both: TypeAlias = Annotated[list[Figure], ("minItems", 2), ("maxItems", 2)]
"""Before and after, or low and high."""

D = TypeVar("D", bound=Mapping[str, object])


@attrs.frozen(repr=False)
class Pseudonyms:
    """The ids of people in documents for others: the same for the same key and secret.

    Whoever knows an address, but not the secret, can neither make its id nor look for it.

    Parameters
    ----------
    secret : bytes
        What only you know, of 16 bytes at least; by default one that each process makes anew.

    Examples
    --------
    >>> Pseudonyms(b"sixteen or more bytes").of("mailto:ben@example.org")
    'id:5cb917d9d82d6d73'
    """

    secret: bytes = _OF_THIS_PROCESS

    def __attrs_post_init__(self) -> None:
        if len(check_kind("secret", self.secret, bytes)) < SHORTEST:
            raise InvalidArgumentError(f"secret must be of at least {SHORTEST} bytes, got fewer")

    def of(self, key: Key) -> str:
        """The id of a person."""
        by = blake2b(self.secret).digest()  # of a length that serves, whatever that of the secret
        name = key.encode(errors="surrogatepass")
        return f"id:{blake2b(name, key=by, digest_size=8).hexdigest()}"

    def hide(self, document: Mapping[str, object]) -> dict[str, object]:
        """Put an id in place of every key in a document of plain values."""
        return {
            name: _plain(value, self.of if name in KEYS else str, self.hide)
            for name, value in document.items()
        }


def with_lists(document: Mapping[str, object]) -> dict[str, object]:
    """Give a document of plain values as JSON knows them: what is several is a list."""
    return {name: _plain(value, str, with_lists) for name, value in document.items()}


def _plain(
    value: object,
    text: Callable[[str], str],
    inner: Callable[[Mapping[str, object]], dict[str, object]],
) -> object:
    if isinstance(value, str):
        return text(value)
    if isinstance(value, Mapping):
        return inner(value)
    if isinstance(value, list | tuple):
        return [_plain(each, text, inner) for each in value]
    return value


class AsDict(ABC, Generic[D]):
    """A result that can be given as plain values, to be sent, stored or shown elsewhere.

    ``D`` is the ``TypedDict`` of its document, of which ``json_schema`` makes the schema.
    """

    __slots__ = ()

    def to_dict(self, *, with_keys: bool = False, secret: bytes | None = None) -> D:
        """Give it as plain values, ready for JSON.

        Parameters
        ----------
        with_keys : bool
            Whether people and what happened are told by their keys, which may be addresses. By
            default each has an id in its place, which nobody can make of an address who does not
            know the secret.
        secret : bytes, optional
            What ids are made with, 16 bytes at least: with the same secret a person has the same id
            in every document; a storage has one (``SqlStorage.secret``). By default it is one that
            each process makes anew, so that ids are the same within a process and no longer.

        Returns
        -------
        dict of str to object
            Texts, numbers, truth values and None, and lists and dicts of these, by the names of
            the fields. Moments and days are text in ISO 8601, a contact is her id or key, a pair of
            before and after is a list of two, and a figure that is not known (nan) is None. Names
            and titles hold no address. Where there is a ``schema``, its number rises when a field
            changes its meaning. ``json_schema`` gives the JSON Schema of it.

        Raises
        ------
        InvalidArgumentError
            If ``with_keys`` is neither True nor False, or the secret is none or too short.
        """
        check_kind("with_keys", with_keys, bool)
        names = Pseudonyms() if secret is None else Pseudonyms(secret)
        document = self._as_dict()
        return cast("D", with_lists(document) if with_keys else names.hide(document))

    @abstractmethod
    def _as_dict(self) -> dict[str, object]:
        """Give it as plain values, with keys."""


R = TypeVar("R", bound=AsDict[Any])


class AsDicts(Shown, Sequence[R], Generic[R, D]):
    """A series of results, of which each can be given as plain values."""

    __slots__ = ()

    def to_dicts(self, *, with_keys: bool = False, secret: bytes | None = None) -> list[D]:
        """Give each as plain values, ready for JSON.

        Parameters
        ----------
        with_keys : bool
            As of ``to_dict``.
        secret : bytes, optional
            As of ``to_dict``.

        Returns
        -------
        list of dict
            What ``to_dict`` gives of each, in their order.
        """
        return [each.to_dict(with_keys=with_keys, secret=secret) for each in self]

    def to_frame(self, library: Library | None = None) -> object:
        """Give the series as a data frame, with a row for each.

        Parameters
        ----------
        library : {"pandas", "polars", "pyarrow"}, optional
            Whose data frame; by default of the first of these that is installed.

        Returns
        -------
        pandas.DataFrame, polars.DataFrame or pyarrow.Table
            What ``to_dict`` says of each in one text or number, by key, which may be an address:
            lists, such as the reasons, have no column, and a pair of figures has two, as
            ``constraint_from`` and ``constraint_to``. Of
            an empty series it has neither rows nor columns.

        Raises
        ------
        InvalidArgumentError
            If the library is none of these.
        MissingExtraError
            If it is not installed.
        """
        rows = [dict(_in_columns(each.to_dict(with_keys=True))) for each in self]
        names = dict.fromkeys(name for row in rows for name in row)
        return data_frame({name: [row.get(name) for row in rows] for name in names}, library)


def _in_columns(document: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """What a row of a table can hold of a document; the number of its schema is not about it."""
    for name, value in document.items():
        if (
            isinstance(value, list)
            and len(value) == 2
            and all(isinstance(v, int | float | None) for v in value)
        ):
            yield from zip((f"{name}_from", f"{name}_to"), value, strict=True)
        elif name != "schema" and not isinstance(value, list | dict):
            yield name, value
