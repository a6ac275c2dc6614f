"""How something was, and how it is."""

from __future__ import annotations

import attrs

from netzwerkwandel.model.vocabularies import Function


@attrs.frozen
class Shift:
    """How a figure was, and how it is: did it rise or fall?

    Parameters
    ----------
    before, after : float
        The figure without and with what is looked at, or at an earlier and a later moment; nan
        where it is not known.

    Examples
    --------
    >>> Shift(0.25, 0.75).change
    0.5
    """

    before: float
    after: float

    @property
    def change(self) -> float:
        """What came to it; below 0 where it fell."""
        return self.after - self.before


@attrs.frozen
class FunctionShift:
    """Which functions a network served, and which it serves: what was gained, what was lost?

    Parameters
    ----------
    before, after : sequence of Function
        The functions that somebody serves, in the order of ``Function``.

    Examples
    --------
    >>> shift = FunctionShift((Function.SUPPORT, Function.IDEAS), (Function.IDEAS, Function.DOORS))
    >>> shift.gained, shift.lost
    ((<Function.DOORS: 'doors'>,), (<Function.SUPPORT: 'support'>,))
    """

    before: tuple[Function, ...]
    after: tuple[Function, ...]

    @property
    def gained(self) -> tuple[Function, ...]:
        """The functions that are served after and were not before."""
        return tuple(function for function in self.after if function not in self.before)

    @property
    def lost(self) -> tuple[Function, ...]:
        """The functions that were served before and are not after."""
        return tuple(function for function in self.before if function not in self.after)
