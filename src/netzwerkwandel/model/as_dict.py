"""What a result is as plain values: for JSON, an API, a table."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import TypeVar


class AsDict(ABC):
    """A result that can be given as plain values, to be sent, stored or shown elsewhere."""

    __slots__ = ()

    @abstractmethod
    def to_dict(self) -> dict[str, object]:
        """Give it as plain values, ready for JSON.

        Returns
        -------
        dict of str to object
            Texts, numbers, truth values and None, and lists and dicts of these, by the names of
            the fields. Moments and days are text in ISO 8601, a contact is her key, a pair of
            before and after is a list of two, and a figure that is not known (nan) is None. Names
            and titles hold no address, though a key may be one. Where there is a ``schema``, its
            number rises when a field changes its meaning.
        """


D = TypeVar("D", bound=AsDict)


class AsDicts(Sequence[D]):
    """A series of results, of which each can be given as plain values."""

    __slots__ = ()

    def to_dicts(self) -> list[dict[str, object]]:
        """Give each as plain values, ready for JSON.

        Returns
        -------
        list of dict
            What ``to_dict`` gives of each, in their order.
        """
        return [each.to_dict() for each in self]
