from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Self

import attrs

from netzwerkwandel.errors import InvalidArgumentError, shown
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.model.contact import Contact
from netzwerkwandel.model.experiment import Experiment
from netzwerkwandel.model.keys import Key
from netzwerkwandel.model.tie import Tie
from netzwerkwandel.model.vocabularies import ExperimentKind, Function, Relation
from netzwerkwandel.records.contents import experiments_in_order, ties_in_order
from netzwerkwandel.records.statements import restated
from netzwerkwandel.records.who_is_who import WhoIsWho
from netzwerkwandel.texts import printable


@attrs.frozen(kw_only=True, repr=False)
class StatedByHand(WhoIsWho):
    """What a person says herself: how people are related, and what she tries."""

    ties: tuple[Tie, ...] = attrs.field(default=(), converter=ties_in_order)
    experiments: tuple[Experiment, ...] = attrs.field(default=(), converter=experiments_in_order)

    def with_tie(
        self,
        who: Contact | str,
        *,
        of: Contact | str | None = None,
        relations: Iterable[Relation | str] | None = None,
        functions: Iterable[Function | str] | None = None,
        closeness: float | None = None,
        trust: float | None = None,
        since: date | None = None,
        ended_in_conflict: bool | None = None,
    ) -> Self:
        """State how two people are related, and what the tie is good for.

        Parameters
        ----------
        who : Contact or str
            A person as she is known: see ``person``. What is stated, is stated of her.
        of : Contact or str, optional
            To whom she is this; by default to the owner of the records.
        relations, functions, closeness, trust, ended_in_conflict : optional
            As of a ``Tie``. What is given takes the place of what was stated from that day on, so
            that everything can be taken back; what is not given stays. That an archive lists the
            two as connected stays, too.
        since : date, optional
            Since when it holds. Statements from different days hold beside each other.

        Returns
        -------
        Records
            The same, with this statement.

        Raises
        ------
        UnknownPersonError, AmbiguousPersonError, InvalidArgumentError
            If somebody is not one person who is known, as where there is no owner and no ``of``.
        InvalidRecordError
            If a value breaks the rule of its field, or the two are one.

        Examples
        --------
        >>> from netzwerkwandel import Records
        >>> ben = Contact(key="card:1", name="Ben Okafor")
        >>> records = Records(contacts=[Contact(key="me:"), ben], me="me:")
        >>> records.with_tie("Ben Okafor", relations=["former boss"], trust=0.9).ties
        (Tie(former boss),)
        """
        if (teller := self.me if of is None else of) is None:
            raise InvalidArgumentError("of must be given where the records have no owner")
        check_kind("of", teller, Contact if isinstance(teller, Contact) else str)
        a, b = self.person(teller).key, self.person(who).key
        told: dict[str, Any] = {
            "relations": relations,
            "functions": functions,
            "closeness": closeness,
            "trust": trust,
            "ended_in_conflict": ended_in_conflict,
        }
        given = {name: value for name, value in told.items() if value is not None}
        stated = Tie(a=a, b=b, since=since, **given)
        return attrs.evolve(self, ties=restated(self.ties, self.person_of, stated, given))

    def with_experiment(
        self,
        *,
        title: str,
        started: date,
        ended: date | None = None,
        field: str = "",
        kind: ExperimentKind | str = ExperimentKind.EXPLORATORY,
        hours: float | None = None,
        met: Iterable[Contact | str] = (),
        key: Key | None = None,
    ) -> Self:
        """Add an experiment, or tell it anew.

        Parameters
        ----------
        title, started, ended, field, kind, hours
            As of an ``Experiment``.
        met : sequence of Contact or str
            The people met by it, as they are known: see ``person``.
        key : str, optional
            By default a key is made of the first day and the title.

        Returns
        -------
        Records
            The same, with this experiment in place of one of the same key.

        Raises
        ------
        UnknownPersonError, AmbiguousPersonError, InvalidArgumentError
            If somebody who was met is not one person who is known, or ``met`` is a lone text.
        InvalidRecordError
            If a value breaks the rule of its field.

        Examples
        --------
        >>> from netzwerkwandel import Records
        >>> records = Records(contacts=[Contact(key="card:1", name="Lotte de Vries")])
        >>> told = {"title": "UX course", "started": date(2026, 3, 1), "met": ["Lotte de Vries"]}
        >>> records.with_experiment(**told).experiments[0].key
        'experiment:2026-03-01:ux course'
        """
        if isinstance(met, str) or not isinstance(met, Iterable):
            raise InvalidArgumentError(f"met must be several people, got {shown(met)}")
        experiment = Experiment(
            key=f"experiment:{started}:{printable(str(title)).casefold()}" if key is None else key,
            title=title,
            started=started,
            ended=ended,
            field=field,
            kind=kind,
            hours=hours,
            met=[self.person(who).key for who in met],
        )
        by_key = {each.key: each for each in (*self.experiments, experiment)}
        return attrs.evolve(self, experiments=by_key.values())
