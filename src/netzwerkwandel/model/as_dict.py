"""What a result is as plain values: for JSON, an API, a table."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from typing import TypeVar

from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.model.keys import Key


KEYS = frozenset(
    "came compared contact in_both in_those_days inner_circle interaction interactions introduced "
    "key keys may_hold_back met new non_redundant people reconnected second_contact shared "
    "strengthened weakened went".split()
)
"""The fields of results that name people, or what happened, by their keys."""


def pseudonym(key: Key) -> str:
    """Give the id of a person in a document for others: the same for the same key, and no address.

    Whoever knows an address can make its id and look for it: it hides who somebody is from those
    who do not know it.

    Examples
    --------
    >>> pseudonym("mailto:ben@example.org")
    'id:0a63be0299ded485'
    """
    return f"id:{blake2b(key.encode(errors='surrogatepass'), digest_size=8).hexdigest()}"


def without_keys(document: Mapping[str, object]) -> dict[str, object]:
    """Put an id in place of every key in a document of plain values."""
    return {
        name: _plain(value, pseudonym if name in KEYS else str, without_keys)
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


class AsDict(ABC):
    """A result that can be given as plain values, to be sent, stored or shown elsewhere."""

    __slots__ = ()

    def to_dict(self, *, with_keys: bool = False) -> dict[str, object]:
        """Give it as plain values, ready for JSON.

        Parameters
        ----------
        with_keys : bool
            Whether people and what happened are told by their keys, which may be addresses. By
            default each has an id in its place: ``pseudonym(key)``, the same in every document.

        Returns
        -------
        dict of str to object
            Texts, numbers, truth values and None, and lists and dicts of these, by the names of
            the fields. Moments and days are text in ISO 8601, a contact is her id or key, a pair of
            before and after is a list of two, and a figure that is not known (nan) is None. Names
            and titles hold no address. Where there is a ``schema``, its number rises when a field
            changes its meaning.

        Raises
        ------
        InvalidArgumentError
            If ``with_keys`` is neither True nor False.
        """
        check_kind("with_keys", with_keys, bool)
        document = self._as_dict()
        return with_lists(document) if with_keys else without_keys(document)

    @abstractmethod
    def _as_dict(self) -> dict[str, object]:
        """Give it as plain values, with keys."""


D = TypeVar("D", bound=AsDict)


class AsDicts(Sequence[D]):
    """A series of results, of which each can be given as plain values."""

    __slots__ = ()

    def to_dicts(self, *, with_keys: bool = False) -> list[dict[str, object]]:
        """Give each as plain values, ready for JSON.

        Parameters
        ----------
        with_keys : bool
            As of ``to_dict``.

        Returns
        -------
        list of dict
            What ``to_dict`` gives of each, in their order.
        """
        return [each.to_dict(with_keys=with_keys) for each in self]
