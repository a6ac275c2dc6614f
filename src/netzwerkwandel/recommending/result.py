from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import overload

import attrs
from typing_extensions import override

from netzwerkwandel.model import Contact, Function
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.model.as_dict import AsDict, AsDicts
from netzwerkwandel.model.naming import called, name_shown, named_functions
from netzwerkwandel.recommending.documents import RecommendationDocument, RecommendationsDocument
from netzwerkwandel.recommending.opening_wording import OpeningWording
from netzwerkwandel.recommending.overview import (
    Comparison,
    ListEffect,
    Shortfall,
    ShortfallKind,
)
from netzwerkwandel.recommending.reason import Reason
from netzwerkwandel.recommending.reason_wording import ReasonWording
from netzwerkwandel.recommending.ruled_out import RuledOut, told
from netzwerkwandel.scoring import NetworkCoverage
from netzwerkwandel.texts import Catalogue, Explained, Language
from netzwerkwandel.texts.explained import is_told


SCHEMA = 1
"""The version of what ``to_dicts`` returns; it grows when a field changes its meaning."""

NEAR = 0.9
"""The certificate from which no other list is said to bring much more."""

TOLD_FIRST = (
    ShortfallKind.FEWER,
    ShortfallKind.HOURS,
    ShortfallKind.FEW_CANDIDATES,
    ShortfallKind.ONE_CIRCLE,
    ShortfallKind.FUNCTION,
    ShortfallKind.NO_FIELD,
)
"""What a list falls short of as a list, in the order in which it is told."""

_TOO_FEW = (ShortfallKind.NOBODY, ShortfallKind.FEWER)
"""Where somebody asks who is missing, and why."""

TOLD_LAST = (
    ShortfallKind.NO_WORKPLACE,
    ShortfallKind.NOBODY_AT_WORK,
    ShortfallKind.NO_CONTACT,
    ShortfallKind.CANNOT_SHOW,
)
"""What the data does not show, each in a line of its own, in the order in which it is told."""


@attrs.frozen(kw_only=True, repr=False)
class Recommendation(Explained, AsDict[RecommendationDocument]):
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
    ('ben', ['reach', 'first step'])
    >>> print(ben.explain().partition(".")[0])
    Ben knows 2 people outside your network
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

    def opening(self, language: Language | None = None, *, formal: bool = False) -> str:
        """Write two or three lines that one could send, from what is true between the two.

        Parameters
        ----------
        language : str or Catalogue, optional
            As for ``explain``.
        formal : bool
            In German, whether to say *Sie* in place of *du*, as ``"de-formal"`` does; in English
            only the greeting differs.

        Returns
        -------
        str
            A greeting, what there was between the two, and a plain question; to be made one's own.

        Raises
        ------
        InvalidArgumentError
            If there are no texts in that language, or ``formal`` is neither True nor False.

        Examples
        --------
        >>> from datetime import date
        >>> from netzwerkwandel.recommending import ReasonKind
        >>> told = (Reason(ReasonKind.SILENCE, {"days": 2000, "last": date(2021, 5, 1)}),)
        >>> ben = Contact(key="card:1", name="Ben Okafor")
        >>> pick = Recommendation(contact=ben, function=None, score=1.0, gain=1.0, reasons=told)
        >>> print(pick.opening().splitlines()[1])
        It is more than 5 years since we were last in touch, and I have been thinking of you.
        """
        check_kind("formal", formal, bool)
        told = self.texts_in(language)
        texts = told.formally() if formal else told
        wording = OpeningWording(texts, {reason.kind: reason for reason in self.reasons})
        return wording.lines(name_shown(self.contact))

    def label(self, language: Language | None = None) -> str:
        """Say in a few words what this contact could bring.

        Parameters
        ----------
        language : str or Catalogue, optional
            As for ``explain``.

        Returns
        -------
        str
            A function that she serves, so many new people, or another circle.

        Raises
        ------
        InvalidArgumentError
            If there are no texts in that language.
        """
        return ReasonWording.of(self.texts_in(language), self.reasons).label()

    @override
    def _as_dict(self) -> dict[str, object]:
        return {
            "schema": SCHEMA,
            "key": self.contact.key,
            "name": self.contact.label,
            "function": None if self.function is None else str(self.function),
            "score": self.score,
            "gain": self.gain,
            "reasons": [reason.to_dict(with_keys=True) for reason in self.reasons],
        }


@attrs.frozen(repr=False, kw_only=True)
class Recommendations(
    AsDicts[Recommendation, RecommendationDocument], AsDict[RecommendationsDocument], Explained
):
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
    ruled_out : sequence of RuledOutReason and int
        How many contacts did not come into question, for which reason.
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
    >>> print(picks.explain().partition(". ")[0])
    The list names 1 of 2 people who could be worth talking to
    """

    picks: tuple[Recommendation, ...]
    candidates: int
    certificate: float
    coverage: NetworkCoverage
    effect: ListEffect
    shortfalls: tuple[Shortfall, ...] = ()
    ruled_out: RuledOut = ()
    comparison: Comparison | None = None

    @override
    def _as_dict(self) -> dict[str, object]:
        effect = {name: getattr(self.effect, name) for name in ("effective_size", "constraint")}
        document = {
            "schema": SCHEMA,
            "picks": [pick.to_dict(with_keys=True) for pick in self],
            "candidates": self.candidates,
            "certificate": self.certificate,
            "coverage": self.coverage.to_dict(with_keys=True),
            "effect": {name: attrs.astuple(shift) for name, shift in effect.items()},
            "shortfalls": [attrs.asdict(each, filter=is_told) for each in self.shortfalls],
            "ruled_out": [{"reason": str(reason), "n": n} for reason, n in self.ruled_out],
            "comparison": self.comparison and attrs.asdict(self.comparison, filter=is_told),
        }
        return {name: _known(value) for name, value in document.items()}

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

    @override
    def _told(self, texts: Catalogue) -> str:
        """What the list lacks, would change, and how it compares: a line for each subject."""
        return "\n".join(line for line in self._lines(texts) if line)

    def _lines(self, texts: Catalogue) -> Iterator[str]:
        of = {kind: [s for s in self.shortfalls if s.kind is kind] for kind in ShortfallKind}
        yield " ".join(sentence for sentence in self._considered(texts) if sentence)
        yield self._covered(texts, [s.function for s in of[ShortfallKind.SAFE_BASE] if s.function])
        for kind in TOLD_LAST:
            for shortfall in of[kind]:
                yield shortfall.explain(texts)
        # Where nobody's relations are known, more weight on a few says nothing of openness.
        unshown = {f for shortfall in of[ShortfallKind.CANNOT_SHOW] for f in shortfall.functions}
        if self.picks and Function.IDEAS not in unshown:
            yield self.effect.explain(texts)
        if self.comparison is not None and self.comparison.own.people:
            yield self.comparison.explain(texts)

    def _considered(self, texts: Catalogue) -> Iterator[str]:
        """From how many the list was chosen, how good it is, and what it falls short of."""
        if self.picks:
            picks = texts.number(len(self))
            name = "list considered all" if self._has_all else "list considered"
            yield texts.say(name, self.candidates, picks=picks)
            yield self._certified(texts)
        elif all(shortfall.kind is not ShortfallKind.HOURS for shortfall in self.shortfalls):
            yield texts.say("shortfall nobody")
        for kind in TOLD_FIRST:
            for shortfall in self.shortfalls:
                # That there is nobody, or nobody else, the first line has said.
                is_said = kind is ShortfallKind.FEWER and (not shortfall.n or self._has_all)
                if shortfall.kind is kind and not is_said:
                    yield shortfall.explain(texts)
        if any(each.kind in _TOO_FEW for each in self.shortfalls):
            yield told(self.ruled_out, texts)

    @property
    def _has_all(self) -> bool:
        """Whether everybody who comes into question is on the list."""
        return self.candidates <= len(self)

    def _certified(self, texts: Catalogue) -> str:
        """How much more another list could reach at most, where there was a choice."""
        if self._has_all:
            return ""
        share = math.floor(100 * self.certificate) / 100
        how = "best" if share == 1 else "near" if share >= NEAR else "far"
        return texts.say(f"list certified {how}", share=texts.percent(share))

    def _covered(self, texts: Catalogue, lacking: Sequence[Function]) -> str:
        """What the network has, what depends on few, and what it lacks, in one sentence."""
        said = {*lacking, *(f for shortfall in self.shortfalls for f in shortfall.functions)}
        clauses = self.coverage.clauses(texts, without=said)
        if lacking:
            named = named_functions(lacking, texts)
            clauses.append(texts.say("has nobody", functions=named))
        return texts.sentence(clauses) if clauses else ""


def _known(value: object) -> object:
    """Plain values as JSON knows them: what is not known is None, of several a list."""
    if isinstance(value, float) and math.isnan(value):
        return None
    if isinstance(value, str):
        return str(value)
    if isinstance(value, dict):
        return {str(name): _known(each) for name, each in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_known(each) for each in value]
    return value
