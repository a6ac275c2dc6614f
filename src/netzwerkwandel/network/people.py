"""Who is there, and who is meant by a key, a place or a number."""

from __future__ import annotations

import operator
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import SupportsIndex, TypeGuard

import attrs

from netzwerkwandel.errors import InvalidArgumentError, NotFoundError, shown
from netzwerkwandel.model import Contact, Key
from netzwerkwandel.model.naming import told_apart
from netzwerkwandel.network.arrays import FrozenArrays


@attrs.frozen(kw_only=True, eq=False, repr=False)
class People(FrozenArrays):
    """The people of a network.

    Parameters
    ----------
    keys : sequence of str
        One for each, in the order of all arrays.
    contacts : sequence of Contact
        The people as the records know them, or empty.
    named_by_number : bool
        Whether whole numbers are names here, not places: those of the graph or the list of ties
        that the network was built from, where they were other than 0 to n - 1.
    """

    keys: tuple[Key, ...]
    contacts: tuple[Contact, ...] = ()
    named_by_number: bool = False

    @property
    def n_contacts(self) -> int:
        """How many people there are."""
        return len(self.keys)

    @cached_property
    def _number(self) -> dict[Key, int]:
        return {key: number for number, key in enumerate(self.keys)}

    @cached_property
    def namesakes(self) -> Mapping[Key, Contact]:
        """Those who are called as somebody else is, by key, each told apart from the others."""
        return told_apart(self.contacts)

    @cached_property
    def told(self) -> Sequence[Contact]:
        """Everybody as ``contact`` gives them; empty where nothing but keys is known."""
        if not self.namesakes:
            return self.contacts
        return [self.namesakes.get(contact.key, contact) for contact in self.contacts]

    def index_of(self, key: Key) -> int:
        """Where does a person stand in the arrays?

        Parameters
        ----------
        key : str
            Her key.

        Returns
        -------
        int
            Her index, from 0 to ``n_contacts`` - 1.

        Raises
        ------
        NotFoundError
            If nobody has the key.
        """
        try:
            number = self._number.get(key)
        except TypeError:  # a list, say, which is nobody's key
            number = None
        if number is None:
            raise NotFoundError("contact of this network", key)
        return number

    def contact(self, number: int) -> Contact:
        """Who stands at this place in the arrays?

        Parameters
        ----------
        number : int
            An index, from 0 to ``n_contacts`` - 1.

        Returns
        -------
        Contact
            As the records know her, told apart from others of her name; where there are none, her
            key is all that is known.

        Raises
        ------
        InvalidArgumentError
            If it is no whole number.
        NotFoundError
            If nobody has the index.
        """
        number = self.check_number("number", number)
        if self.contacts:
            return self.namesakes.get(self.keys[number], self.contacts[number])
        return Contact(key=self.keys[number], name=self.keys[number])

    def person(self, name: str, value: object) -> int:
        """Where does a person stand who is asked about by key, by place, or by a number as name?

        Parameters
        ----------
        name : str
            What is asked, for the error.
        value : str, int or tuple
            A key; a whole number, which is a name where ``named_by_number`` says so; or a node of a
            graph that is a tuple, whose key is its text.

        Returns
        -------
        int
            Her index, from 0 to ``n_contacts`` - 1.

        Raises
        ------
        InvalidArgumentError
            If it is neither a key nor a whole number.
        NotFoundError
            If nobody has it.
        """
        if isinstance(value, str):
            return self.index_of(value)
        # The key of a node of a graph that is a tuple is its text.
        if isinstance(value, tuple) and value:
            return self.index_of(str(value))
        if not _is_number(value):
            raise InvalidArgumentError(f"{name} must be a key or an index, got {shown(value)}")
        if self.named_by_number:
            return self.index_of(str(operator.index(value)))
        return self.check_number(name, value)

    def check_number(self, name: str, value: object) -> int:
        """Refuse what is no index of a person."""
        if not _is_number(value):
            raise InvalidArgumentError(f"{name} must be an index, got {shown(value)}")
        number = operator.index(value)
        if not 0 <= number < self.n_contacts:
            raise NotFoundError("contact of this network", str(number))
        return number


def _is_number(value: object) -> TypeGuard[SupportsIndex]:
    # ``int`` is named first since it answers at once, and the protocol in 15 microseconds.
    return isinstance(value, int | SupportsIndex) and not isinstance(value, bool)
