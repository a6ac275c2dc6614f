"""What was worked out of a network, and holds of the next one as well, such as after a new mail.

A mail between two people changes how strong their tie is. It changes nothing of what the records
say of anybody, and hardly ever who is tied to whom. So whoever looks at a list after each new mail
has most of it worked out once.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, unique
from functools import partial, wraps
from typing import Any, Protocol, TypeVar, cast

import attrs
import numpy as np
import numpy.typing as npt

from netzwerkwandel.network.arrays import IntArray


T = TypeVar("T")
A = TypeVar("A", bound=npt.NDArray[Any])


@unique
class MadeOf(Enum):
    """What something is worked out of."""

    PEOPLE = "what the records say of those who have a tie"
    TIES = "who is tied to whom"
    SIDES = "who is tied to whom, and who of them reached out"


@attrs.frozen(eq=False)
class Worked:
    """Something that was worked out, and what of.

    Parameters
    ----------
    made_of : MadeOf
        What of.
    rows : IntArray or None
        What it is told of: people, or directed ties where it is made of these; None for all.
    wish : object
        What else was asked for, such as a goal.
    value : object
        The column, or what else it is.
    """

    made_of: MadeOf
    rows: IntArray | None
    wish: object
    value: Any

    def answers(self, rows: IntArray | None, wish: object) -> bool:
        """Whether it tells what is asked for of these."""
        if self.wish != wish:
            return False
        if self.rows is None or rows is None:
            return self.rows is rows
        return np.array_equal(self.rows, rows)


@attrs.frozen(eq=False)
class Carried:
    """What was worked out of one network, and may hold of the next.

    Parameters
    ----------
    known : dict of str to Worked
        The latest that was worked out under each name: not more, however much is asked for.
    """

    known: dict[str, Worked] = attrs.field(factory=dict)

    def once(
        self,
        name: str,
        made_of: MadeOf,
        compute: Callable[[], T],
        rows: IntArray | None = None,
        wish: object = None,
    ) -> T:
        """Work something out, unless it is known; the same for whoever asks, so not to be changed.

        Parameters
        ----------
        name : str
            What it tells.
        made_of : MadeOf
            What it is worked out of, and of nothing else.
        compute : callable
            Works it out.
        rows, wish
            As in ``Worked``.
        """
        worked = self.known.get(name)
        if worked is None or not worked.answers(rows, wish):
            worked = Worked(made_of, rows, wish, compute())
            self.known[name] = worked
        return cast("T", worked.value)


class Rows(Protocol):
    """Ties, of which something is told."""

    def worked_out(self, name: str, made_of: MadeOf, compute: Callable[[], A]) -> A:
        """Work something out of them, unless it is known."""


R = TypeVar("R", bound=Rows)


def worked_out_of(made_of: MadeOf) -> Callable[[Callable[[R], A]], Callable[[R], A]]:
    """Make what computes a column look first whether the network before knew it."""

    def remembering(compute: Callable[[R], A]) -> Callable[[R], A]:
        @wraps(compute)
        def read(self: R) -> A:
            return self.worked_out(compute.__name__, made_of, partial(compute, self))

        return read

    return remembering
