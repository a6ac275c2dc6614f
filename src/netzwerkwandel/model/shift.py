from __future__ import annotations

import attrs


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
