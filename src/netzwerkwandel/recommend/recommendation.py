from __future__ import annotations

from collections.abc import Sequence
from typing import overload

import attrs
from typing_extensions import override

from netzwerkwandel.model import Contact, Function
from netzwerkwandel.recommend.reasons import Reason


@attrs.frozen(kw_only=True, repr=False)
class Recommendation:
    """Someone to talk to, and why.

    Parameters
    ----------
    contact : Contact
        Whom.
    function : Function or None
        Which of the six functions this contact serves, where the strategy says so.
    score : float
        In the unit of the strategy; higher is better.
    reasons : sequence of Reason
        The facts that speak for it.
    """

    contact: Contact
    function: Function | None
    score: float
    reasons: tuple[Reason, ...]

    def __repr__(self) -> str:
        return f"Recommendation({self.contact.label!r}, {self.score:.3f})"

    def explain(self, language: str = "en") -> str:
        """Say why to talk to this person, in a sentence.

        Parameters
        ----------
        language : str
            ``"en"`` or ``"de"``.

        Raises
        ------
        InvalidArgumentError
            If there are no texts in that language.
        """
        from netzwerkwandel.show.reasons import explain

        return explain(self, language)


@attrs.frozen(repr=False)
class Recommendations(Sequence[Recommendation]):
    """The people to talk to next, the best first.

    Parameters
    ----------
    picks : sequence of Recommendation
        The people.
    candidates : int
        How many contacts came into question.
    """

    picks: tuple[Recommendation, ...]
    candidates: int

    @overload
    def __getitem__(self, index: int) -> Recommendation: ...
    @overload
    def __getitem__(self, index: slice) -> Recommendations: ...
    @override
    def __getitem__(self, index: int | slice) -> Recommendation | Recommendations:
        if isinstance(index, slice):
            return attrs.evolve(self, picks=self.picks[index])
        return self.picks[index]

    @override
    def __len__(self) -> int:
        return len(self.picks)

    def __repr__(self) -> str:
        return f"Recommendations({len(self)} of {self.candidates:,} candidates)"
