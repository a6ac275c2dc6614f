from __future__ import annotations

import math
import pickle
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from types import TracebackType
from typing import TypeAlias

import attrs
import numpy as np
import numpy.typing as npt

from netzwerkwandel.errors import StrategyError, discreet, shown
from netzwerkwandel.model import Goal, Key
from netzwerkwandel.model.arguments import check_aware, check_kind
from netzwerkwandel.network import Network, Ties
from netzwerkwandel.records import Records
from netzwerkwandel.scoring import ScoringStrategy, checked_scores
from netzwerkwandel.testing.cases import Case, EdgeCase, LifeCase
from netzwerkwandel.testing.errors import ConformanceError
from netzwerkwandel.testing.networks import AS_OF, ugly_cases


Scores: TypeAlias = dict[tuple[Key, Key], float]

_NEAR_ENOUGH = 0.25
_NEAR = 1e-9
"""Sums in another order differ in their last bits; a rule that is broken differs by more."""


def check_strategy(
    strategy: ScoringStrategy,
    *,
    reads_field: bool = False,
    records: Records | None = None,
    as_of: datetime | None = None,
) -> None:
    """Does my strategy keep the rules on which everything that is built on it relies?

    Call it in a test of your own; no test framework is needed. It scores small and ugly networks
    (measured, stated and bare ties; nobody, one tie, a hub, people alone, ties that ended in
    conflict), turns them around, and raises at the first rule that does not hold:

    - the strategy is decorated with ``attrs.frozen`` and can be hashed and pickled, and a pickled
      copy is equal to it;
    - it gives one real number or nan for each tie, never an infinity, and has an opinion somewhere;
    - it gives the same scores twice, and spoils no column;
    - one person's ties alone get the scores that they get among everybody's;
    - other keys, and so another order of people, give the same people the same scores;
    - no name, organisation or position moves a score, and position only as the goal's field may;
    - whom a contact knows beside the person who asks moves no score, in number or in strength;
    - a tie that ended in conflict has no score.

    Parameters
    ----------
    strategy : ScoringStrategy
        Yours. The networks hold people of the fields of every goal among its attributes.
    reads_field : bool
        Whether scores may depend on who is in the goal's field, as ``Ties.in_field`` says it.
    records : Records, optional
        A life to check it on as well, for a strategy that has an opinion of nobody in the networks
        of the check; a small one does, since everybody in it is scored alone too.
    as_of : datetime, optional
        The moment for ``records``; by default that of the last interaction.

    Raises
    ------
    ConformanceError
        If a rule is broken: which one, the values, the two people and the network. It is an
        ``AssertionError`` too.
    InvalidArgumentError
        If an argument is of the wrong kind.

    Notes
    -----
    What the strategy itself raises is passed on, with a note that says in which network it arose.
    Some dozen people are scored some hundred times.

    Examples
    --------
    >>> import netzwerkwandel as nw
    >>> check_strategy(nw.NewInformation(peak=0.2))
    """
    check_kind("reads_field", reads_field, bool)
    if records is not None:
        check_kind("records", records, Records)
    if as_of is not None:
        check_aware("as_of", as_of)
    # Scores of nobody, first: a strategy that is no strategy at all says so there most plainly.
    nobody = EdgeCase("nobody at all")
    _Check(strategy, nobody).scores(nobody.network().ties())
    _check_value(strategy)
    goals = tuple(_goals(strategy))
    cases = [*ugly_cases(goals)]
    if records is not None:
        last = max((event.when for event in records.interactions), default=AS_OF)
        cases.append(LifeCase("the records given", records, last if as_of is None else as_of))
    checks = [_Check(strategy, case) for case in cases]
    opinions = [check.run(goals, reads_field=reads_field) for check in checks]
    if not any(opinions):
        raise ConformanceError(
            f"a strategy must have an opinion of somebody, {strategy!r} has none in the networks "
            f"of the check: pass records in which it has"
        )


def _check_value(strategy: ScoringStrategy) -> None:
    """Check the strategy as a value: hashable, and the same again once it is pickled."""
    rule = "hashable, with tuples for lists"
    try:
        number = hash(strategy)
        rule = "picklable, of a class at the top of a module and of plain values"
        copy = pickle.loads(pickle.dumps(strategy))  # noqa: S301 (our own bytes)
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        raise ConformanceError(f"a strategy must be {rule}: {error} in {strategy!r}") from error
    if copy != strategy or hash(copy) != number:
        raise ConformanceError(
            f"a pickled copy must be equal to its original, got {copy!r} from {strategy!r}"
        )


def _goals(value: object) -> Iterator[Goal]:
    """Find the goals among the attributes of a strategy, and of the strategies that it is made of.

    A strategy is a value of values, so that there is nothing else to look into.
    """
    if isinstance(value, Goal):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _goals(part)
    elif isinstance(value, ScoringStrategy):
        for field in attrs.fields(type(value)):
            yield from _goals(getattr(value, field.name))


@attrs.frozen
class _Check:
    """One strategy on one network."""

    strategy: ScoringStrategy
    case: Case

    def __enter__(self) -> None:
        """Begin what the strategy may raise in."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """Say where an error arose."""
        if error is not None:
            is_one = isinstance(self.strategy, ScoringStrategy)
            given = repr(self.strategy) if is_one else shown(self.strategy)
            error.add_note(discreet(f"raised in the network {self.case.name!r}, from {given}"))

    def run(self, goals: Sequence[Goal], *, reads_field: bool) -> bool:
        """Check every rule; say whether there was an opinion of anybody."""
        network = self.case.network()
        scores = self.scores(network.ties())
        self._check_conflicts(network, scores)
        self._check_columns(network)
        self._same("two calls must give the same", scores, self.scores(network.ties()), near=0.0)
        self._check_alone(network, scores)
        other, names = self.case.renamed()
        moved = self.scores(other.network().ties())
        back = {(a, b): moved[names[a], names[b]] for a, b in scores}
        self._same("other keys must give the same people the same score", scores, back)
        dressed = self.scores(self.case.dressed(goals, keep_field=reads_field).network().ties())
        rule = "names, organisations and positions must move no score"
        if reads_field:
            rule += ", save by who is in the field"
        elif goals:
            rule += " (if it is meant to read the goal's field, say reads_field=True)"
        self._same(rule, scores, dressed)
        self._check_strangers(scores)
        return any(not math.isnan(score) for score in scores.values())

    def scores(self, ties: Ties) -> Scores:
        """Score ties; by the keys of the two people."""
        with self:
            try:
                scores = checked_scores(self.strategy, ties).tolist()
            except StrategyError as error:
                raise ConformanceError(str(error)) from error
        keys = ties.network.keys
        ends = zip(ties.source.tolist(), ties.target.tolist(), strict=True)
        return {(keys[a], keys[b]): score for (a, b), score in zip(ends, scores, strict=True)}

    def _same(
        self,
        rule: str,
        expected: Scores,
        got: Mapping[tuple[Key, Key], float],
        near: float = _NEAR,
    ) -> None:
        for pair, score in expected.items():
            is_nan = math.isnan(score) and math.isnan(got[pair])
            if not is_nan and not math.isclose(score, got[pair], rel_tol=near, abs_tol=near * 1e-3):
                raise ConformanceError(
                    f"{rule}, got {got[pair]} for {score} from {pair[0]!r} to {pair[1]!r} in the "
                    f"network {self.case.name!r} from {self.strategy!r}"
                )

    def _check_conflicts(self, network: Network, scores: Scores) -> None:
        ended = network.ties().ended_in_conflict
        expected = {
            pair: math.nan if over else score
            for (pair, score), over in zip(scores.items(), ended.tolist(), strict=True)
        }
        self._same("a tie that ended in conflict must have no score", expected, scores)

    def _check_columns(self, network: Network) -> None:
        """Lay the columns open, so that writing into one shows as a change and not as an error."""
        ties = network.ties()
        columns = _columns(ties)
        for values in columns.values():
            values.flags.writeable = True
        self.scores(ties)
        for name, values in _columns(network.ties()).items():
            if not np.array_equal(columns[name], values, equal_nan=True):
                raise ConformanceError(
                    f"a strategy must change no column, {name!r} was changed in the network "
                    f"{self.case.name!r} by {self.strategy!r}"
                )

    def _check_alone(self, network: Network, scores: Scores) -> None:
        # One row at a time is how a list is made, all rows is how a platform is scored.
        for key in network.keys:
            own = self.scores(network.ties_of(key))
            among = {pair: scores[pair] for pair in own}
            self._same("one person's ties alone must score as among all", among, own)

    def _check_strangers(self, scores: Scores) -> None:
        # Whether what she knows is new may count, and how many people that are may not: whoever
        # knows dozens of strangers is as good with twice as many.
        many, more = (
            self.scores(self.case.among_strangers(times).network().ties()) for times in (4, 8)
        )
        rule = "how many strangers a contact knows (degree, reach) must move no score"
        own = {pair: many[pair] for pair in scores if pair[0] == self.case.ego}
        # Each may move by much, since of two who are nearly equal a ranking may turn the order; all
        # of them together may not. What rests on degree is twice as high for everybody.
        self._same(rule, own, {pair: more[pair] for pair in own}, near=math.inf)
        moved = np.nansum([abs(more[pair] - score) for pair, score in own.items()])
        before = np.nansum([abs(score) for score in own.values()])
        if moved > _NEAR_ENOUGH * before:
            raise ConformanceError(
                f"{rule}, all together moved by {moved} of {before} in the network "
                f"{self.case.name!r} from {self.strategy!r}"
            )


def _columns(ties: Ties) -> dict[str, npt.NDArray[np.generic]]:
    public = {name: getattr(ties, name) for name in dir(ties) if not name.startswith("_")}
    return {name: values for name, values in public.items() if isinstance(values, np.ndarray)}
