from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

import attrs
from typing_extensions import override

from netzwerkwandel.model import Contact, Function
from netzwerkwandel.model.as_dict import AsDict, AsDicts
from netzwerkwandel.model.naming import called, named_functions
from netzwerkwandel.recommending.overview import (
    Comparison,
    ListEffect,
    Shortfall,
    ShortfallKind,
)
from netzwerkwandel.recommending.reason_wording import ReasonWording
from netzwerkwandel.recommending.reasons import Reason
from netzwerkwandel.scoring import NetworkCoverage
from netzwerkwandel.texts import Catalogue, Explained


SCHEMA = 1
"""The version of what ``to_dicts`` returns; it grows when a field changes its meaning."""


@attrs.frozen(kw_only=True, repr=False)
class Recommendation(Explained, AsDict):
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

    Examples
    --------
    >>> import netzwerkwandel as nw
    >>> ties = ["ada", "ada", "ben", "ben"], ["ben", "eva", "finn", "gil"]
    >>> network = nw.Network.from_edges(*ties)
    >>> (ben,) = nw.recommend(network, ego="ada", n=1)
    >>> ben.contact.key, [str(reason.kind) for reason in ben.reasons]
    ('ben', ['reach', 'closest', 'first step'])
    >>> print(ben.explain().partition(".")[0])
    Ben knows 2 people you do not, but not your closest contact
    """

    contact: Contact
    function: Function | None
    score: float
    gain: float
    reasons: tuple[Reason, ...]

    def __repr__(self) -> str:
        return f"Recommendation({self.contact.label!r}, {self.score:.3f})"

    @override
    def _told(self, texts: Catalogue) -> str:
        """Who somebody is, when the two were in touch, and how to begin: a sentence for each."""
        return ReasonWording.of(texts, self.reasons).sentences(called(self.contact, texts))

    @override
    def to_dict(self) -> dict[str, object]:
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
class Recommendations(AsDicts[Recommendation], Explained):
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
    effect : ListEffect
        What one meeting with each would do to the structure of the network.
    shortfalls : sequence of Shortfall
        What could not be found.
    comparison : Comparison or None
        How the people of ``compare_with`` differ.

    Examples
    --------
    >>> import netzwerkwandel as nw
    >>> ties = ["ada", "ada", "ben", "ben"], ["ben", "eva", "finn", "gil"]
    >>> network = nw.Network.from_edges(*ties)
    >>> picks = nw.recommend(network, ego="ada", n=1)
    >>> picks, [pick.contact.key for pick in picks]
    (Recommendations(1 of 2 candidates), ['ben'])
    >>> print(picks.explain().splitlines()[0])
    The list names 1 of 2 people who could be worth talking to.
    """

    picks: tuple[Recommendation, ...]
    candidates: int
    certificate: float
    coverage: NetworkCoverage
    effect: ListEffect
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
        from netzwerkwandel.show import html

        return html(self)

    @override
    def _told(self, texts: Catalogue) -> str:
        """What the list lacks, would change, and how it compares: a line for each subject."""
        return "\n".join(line for line in self._lines(texts) if line)

    def _lines(self, texts: Catalogue) -> Iterator[str]:
        chosen = len(self)
        if chosen:
            yield texts.say("list considered", self.candidates, picks=texts.number(chosen))
        else:
            yield texts.say("shortfall nobody")
        # That there is nobody the first line has said; what the safe base lacks is one sentence.
        lacking = []
        others = []
        for shortfall in self.shortfalls:
            if shortfall.kind is ShortfallKind.SAFE_BASE and shortfall.function is not None:
                lacking.append(shortfall.function)
            elif shortfall.kind is ShortfallKind.FEWER and not shortfall.n:
                continue
            elif shortfall.kind is not ShortfallKind.NOBODY:
                others.append(shortfall.explain(texts))
        yield " ".join(others)
        if lacking:
            yield texts.say("shortfall safe base", functions=named_functions(lacking, texts))
        yield " ".join(self._coverage_lines(texts, lacking))
        if chosen:
            yield self.effect.explain(texts)
        if self.comparison is not None and self.comparison.own.people:
            yield self.comparison.explain(texts)

    def _coverage_lines(self, texts: Catalogue, said: Sequence[Function]) -> Iterator[str]:
        """Name what the network lacks, save what was said, and what depends on few."""
        one = self.coverage.single_points
        core = [function for function in self.coverage.core_only if function not in one]
        if not (self.coverage.missing or one or core):
            yield texts.say("coverage whole", functions=named_functions(Function, texts))
        missing = [function for function in self.coverage.missing if function not in said]
        for name, some in (("missing", missing), ("one", one), ("core", core)):
            if some:
                named = named_functions(some, texts)
                yield texts.say(f"coverage {name}", len(some), functions=named)
