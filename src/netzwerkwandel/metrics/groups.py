"""Which group each person belongs to: listed in the order of the network, or told by key."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from typing import TypeAlias

import attrs
import numpy as np
import numpy.typing as npt

from netzwerkwandel.errors import InvalidArgumentError, NotFoundError, shown
from netzwerkwandel.model import Key
from netzwerkwandel.network import FloatArray, IntArray, Network
from netzwerkwandel.network.names import is_missing


Listed: TypeAlias = Sequence[Hashable] | npt.NDArray[np.generic]
"""A group for each person, in the order of the people."""
Groups: TypeAlias = Listed | Mapping[Key, Hashable] | Mapping[int, Hashable] | str
"""That, or a group by key, as a dictionary or a column with an index is; or an attribute's name."""


@attrs.frozen
class Grouped:
    """The group of each person, as a number.

    Parameters
    ----------
    numbers : IntArray, shape (n_contacts,)
        From 0, in the order in which the groups are met; -1 where it is not known.
    labels : sequence
        What the groups are called, in the order of their numbers.
    """

    numbers: IntArray
    labels: tuple[Hashable, ...]

    @classmethod
    def listed(cls, name: str, groups: object) -> Grouped:
        """Number groups that are given as a list.

        Raises
        ------
        InvalidArgumentError
            If it is none, or something in it cannot be told apart from others.
        """
        given: object = groups.tolist() if isinstance(groups, np.ndarray) else groups
        unordered = isinstance(given, str | bytes | Mapping | AbstractSet)
        if unordered or not isinstance(given, Iterable):
            raise InvalidArgumentError(
                f"{name} must be a list with one for each person, got {shown(groups)}"
            )
        number, numbers = dict[Hashable, int](), []
        for value in given:
            if not isinstance(value, Hashable):
                raise InvalidArgumentError(
                    f"{name} must be numbers, texts or the like, got {shown(value)}"
                )
            numbers.append(-1 if is_missing(value) else number.setdefault(value, len(number)))
        return cls(np.array(numbers, dtype=np.int64), tuple(number))

    @classmethod
    def told(
        cls, network: Network, name: str, items: Iterable[tuple[Key | int, Hashable]]
    ) -> Grouped:
        """Number groups that are told by key; whoever nothing is told of has none.

        Raises
        ------
        InvalidArgumentError
            As ``listed``; or if nobody who is told of is there.
        """
        placed: list[Hashable] = [None] * network.n_contacts
        told, known = list(items), 0
        for person, value in told:
            with suppress(NotFoundError):
                placed[network.person(f"each key of {name}", person)] = value
                known += 1
        if told and not known:
            raise InvalidArgumentError(f"{name} must be told of people of this network, by key")
        return cls.listed(name, placed)

    @classmethod
    def of(cls, network: Network, name: str, groups: Groups) -> Grouped:
        """Number the groups of the people of a network, given as a list, by key or as attribute.

        Whoever is told of and not in the network is passed over.

        Raises
        ------
        InvalidArgumentError
            As ``listed`` and ``told``; or if there is not one for each person, or no attribute of
            this name.
        """
        if isinstance(groups, str):
            return cls.listed(name, network.attribute(groups))
        # A column of a data frame is no mapping, and tells its items as one does.
        items = getattr(groups, "items", None)
        found = cls.listed(name, groups) if items is None else cls.told(network, name, items())
        if len(found.numbers) != network.n_contacts:
            raise InvalidArgumentError(
                f"{name} must be one for each of {network.n_contacts} people, got "
                f"{len(found.numbers)}"
            )
        return found


def values_of(network: Network, name: str, values: Groups) -> FloatArray:
    """Take a number or truth value of each person, given as a list or by key; nan without.

    Raises
    ------
    InvalidArgumentError
        As ``Grouped.of``; or if something is no number.
    """
    grouped = Grouped.of(network, name, values)
    numbers: list[float] = []
    for label in grouped.labels:
        if not isinstance(label, int | float | np.number | np.bool_):
            raise InvalidArgumentError(
                f"{name} must be numbers or truth values, got {shown(label)}"
            )
        numbers.append(float(label))
    # The last place is for whoever has none: -1 reads it.
    found: FloatArray = np.array([*numbers, np.nan])[grouped.numbers]
    return found
