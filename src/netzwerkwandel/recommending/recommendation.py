from __future__ import annotations

from collections.abc import Sequence
from typing import overload

import attrs
from typing_extensions import override

from netzwerkwandel.model import Contact, Function
from netzwerkwandel.recommending.comparison import Comparison
from netzwerkwandel.recommending.effect import Effect
from netzwerkwandel.recommending.reasons import Reason
from netzwerkwandel.recommending.shortfalls import Shortfall
from netzwerkwandel.scoring import NetworkCoverage


SCHEMA = 1
"""The version of what ``to_dicts`` returns; it grows when a field changes its meaning."""


@attrs.frozen(kw_only=True, repr=False)
class Recommendation:
    """Someone to talk to, and why.

    Parameters
    ----------
    contact : Contact
        Whom.
    function : Function or None
        Which of the six functions this contact adds to the list.
    score : float
        In the unit of the strategy; higher is better.
    gain : float
        What this contact adds to those before: circles, functions and new people.
    reasons : sequence of Reason
        The facts that speak for it, the last a first step.
    """

    contact: Contact
    function: Function | None
    score: float
    gain: float
    reasons: tuple[Reason, ...]

    def __repr__(self) -> str:
        return f"Recommendation({self.contact.label!r}, {self.score:.3f})"

    def explain(self, language: str = "en") -> str:
        """Say why to talk to this person, in two or three sentences, and how to begin.

        Parameters
        ----------
        language : str
            ``"en"`` or ``"de"``.

        Raises
        ------
        InvalidArgumentError
            If there are no texts in that language.
        """
        from netzwerkwandel.recommending.reason_wording import explain

        return explain(self, language)

    def to_dict(self) -> dict[str, object]:
        """Give plain values, ready for JSON: no addresses, dates as text."""
        return {
            "schema": SCHEMA,
            "key": self.contact.key,
            "name": self.contact.label,
            "function": None if self.function is None else str(self.function),
            "score": self.score,
            "gain": self.gain,
            "reasons": [reason.to_dict() for reason in self.reasons],
        }


@attrs.frozen(repr=False, kw_only=True)
class Recommendations(Sequence[Recommendation]):
    """The people to talk to next, who adds most first, and what is known of them as a set.

    Parameters
    ----------
    picks : sequence of Recommendation
        The people.
    candidates : int
        How many contacts came into question.
    certificate : float
        From 0 to 1: the share of the best possible coverage, within the same limits, that this set
        is sure to reach; 1 where there was nothing to choose.
    coverage : NetworkCoverage
        What the network covers, without the list.
    effect : Effect
        What one meeting with each would do to the structure of the network.
    shortfalls : sequence of Shortfall
        What could not be found.
    comparison : Comparison or None
        How the people of ``compare_with`` differ.
    """

    picks: tuple[Recommendation, ...]
    candidates: int
    certificate: float
    coverage: NetworkCoverage
    effect: Effect
    shortfalls: tuple[Shortfall, ...] = ()
    comparison: Comparison | None = None

    @overload
    def __getitem__(self, index: int) -> Recommendation: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Recommendation, ...]: ...
    @override
    def __getitem__(self, index: int | slice) -> Recommendation | tuple[Recommendation, ...]:
        return self.picks[index]

    @override
    def __len__(self) -> int:
        return len(self.picks)

    def __repr__(self) -> str:
        return f"Recommendations({len(self)} of {self.candidates:,} candidates)"

    def _repr_html_(self) -> str:
        from netzwerkwandel.show._html import html

        return html(self)

    def explain(self, language: str = "en") -> str:
        """Say what is known of the list as a whole: what it lacks, changes, and how it compares.

        Parameters
        ----------
        language : str
            ``"en"`` or ``"de"``.

        Raises
        ------
        InvalidArgumentError
            If there are no texts in that language.
        """
        from netzwerkwandel.recommending.overview import explain

        return explain(self, language)

    def to_dicts(self) -> list[dict[str, object]]:
        """Give the picks as plain values, ready for JSON, each with the version of the schema."""
        return [pick.to_dict() for pick in self.picks]
