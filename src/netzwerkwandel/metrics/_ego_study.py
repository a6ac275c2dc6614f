from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TypeAlias

import attrs
import numpy as np
import numpy.typing as npt
from typing_extensions import override

from netzwerkwandel.errors import InvalidArgumentError, shown
from netzwerkwandel.metrics.columns import About, ColumnarResult
from netzwerkwandel.metrics.ego_rows import EgoRows
from netzwerkwandel.metrics.ego_tables import EGO, EgoTable
from netzwerkwandel.model import Key
from netzwerkwandel.model.arguments import check_callable, is_of_library
from netzwerkwandel.network import Network


Measured: TypeAlias = float | ColumnarResult | Mapping[str, float] | npt.NDArray[np.generic]
"""What a measure says of one ego, or of each person: numbers, several by name, or a result."""
Measure: TypeAlias = Callable[[Network], Measured]


@attrs.frozen(eq=False, repr=False, kw_only=True)
class ByEgo(ColumnarResult):
    """What was measured of each ego, and the weight that each has in the survey.

    Parameters
    ----------
    values : mapping of str to array, shape (n_egos,)
        Each figure by its name, and ``survey_weight`` where there is one.
    computed : sequence of callable or str
        The measures of this library that it is of, or the classes of what they gave, for ``cite``;
        and the names of figures that a function of one's own gave.
    """

    values: Mapping[str, npt.NDArray[np.generic]]
    computed: tuple[Callable[..., object] | str, ...]

    @override
    def columns(self) -> dict[str, npt.NDArray[np.generic]]:
        return dict(self.values)


@attrs.frozen(eq=False, repr=False)
class EgoStudy:
    """Many people's own networks, as a survey asks for them: egos, their alters, and ties of these.

    Made by ``EgoStudy.of``.

    Parameters
    ----------
    egos : sequence of str
        The key of each ego.
    survey_weight : sequence of float or None
        The weight of each in the survey, where there is one.
    networks : mapping of str to Network
        The network of each ego, by her key: its ``ego`` is she, and what the tables say of egos and
        alters are attributes of its people. Where no ties were asked about there are none in it
        but the ego's own: only ``by_ego`` tells what that leaves unknown.

    Examples
    --------
    Two egos; the alters of the first know each other.

    >>> study = EgoStudy.of(
    ...     egos={"ego": [1, 2], "weight": [0.8, 1.2], "sex": ["w", "m"]},
    ...     alters={"ego": [1, 1, 2, 2], "alter": [1, 2, 1, 2], "sex": ["w", "m", "m", "m"]},
    ...     ties={"ego": [1], "source": [1], "target": [2]},
    ...     survey_weight="weight",
    ... )
    >>> from netzwerkwandel.metrics import composition, constraint
    >>> study.by_ego(constraint=constraint).to_frame("polars").rows()
    [('1', 1.125, 0.8), ('2', 0.5, 1.2)]
    >>> study.by_ego(lambda own: composition(own, "sex")).columns()["ei"]
    array([ 0., -1.])

    Where nobody was asked which alters know each other, what depends on it is not known.

    >>> asked = EgoStudy.of(None, {"ego": [1, 1, 2], "alter": [1, 2, 1], "sex": ["w", "m", "m"]})
    >>> asked.by_ego(constraint=constraint).columns()["constraint"]
    array([nan,  1.])
    >>> asked.by_ego(lambda own: composition(own, "sex")).columns()["blau"]
    array([0.5, 0. ])
    """

    egos: tuple[Key, ...]
    survey_weight: tuple[float, ...] | None
    networks: Mapping[Key, Network]
    _rows: EgoRows

    @classmethod
    def of(
        cls,
        egos: object | None,
        alters: object,
        ties: object | None = None,
        *,
        ego: str | None = None,
        alter: str | None = None,
        source: str | None = None,
        target: str | None = None,
        weight: str | None = None,
        tie_weight: str | None = None,
        survey_weight: str | None = None,
    ) -> EgoStudy:
        """Read the three tables of a survey of egos.

        As the R package egor and Network Canvas write them; what they call the columns is known.

        Parameters
        ----------
        egos : path, data frame or mapping, optional
            A row for each ego; by default everybody who has alters. A path is that of a CSV file, a
            mapping has columns by name.
        alters : path, data frame or mapping
            A row for each alter of each ego.
        ties : path, data frame or mapping, optional
            A row for each tie between two alters of one ego. Left out means that these were not
            asked about, and what depends on them is nan in ``by_ego``; if they were and nobody
            knows anybody, give a table without rows.
        ego, alter, source, target : str, optional
            What the columns with the keys are called: of the ego in all three, of the alter, and of
            both ends of a tie. By default what this library, egor or Network Canvas call them.
        weight, tie_weight : str, optional
            The columns with the strength of the tie from ego to alter, in ``alters``, and between
            alters, in ``ties``; by default all are 1.
        survey_weight : str, optional
            The column of ``egos`` with the weight of each in the survey.

        Returns
        -------
        EgoStudy
            All other columns are attributes of the people of each network.

        Raises
        ------
        InvalidArgumentError
            If there is no such file, a column is missing, somebody is not named, a weight is no
            number, an alter is one of an ego who is not there, or named twice by her; or a tie is
            not between two of the alters of its ego.
        InvalidNetworkError
            If a weight is not finite and positive.
        MissingExtraError
            If it is a data frame and the extra ``frames`` is not installed.
        """
        alter_table = EgoTable.of("alters", alters)
        alter_ego = alter_table.keys(alter_table.named("ego", ego, EGO))
        ego_table = EgoTable("egos", {"ego": list(dict.fromkeys(alter_ego))})
        if egos is not None:
            ego_table = EgoTable.of("egos", egos)
        rows = EgoRows.of(ego_table, alter_table, ego, alter)
        rows.place_alters(alter_ego)
        if weight is not None:
            rows.strengths = alter_table.numbers(alter_table.named("weight", weight, ()))
        if ties is not None:
            rows.place_ties(EgoTable.of("ties", ties), (ego, source, target), tie_weight)
        survey = None
        if survey_weight is not None:
            survey = tuple(ego_table.numbers(ego_table.named("survey_weight", survey_weight, ())))
        networks = {key: rows.network([key], key) for key in rows.egos}
        return cls(tuple(rows.egos), survey, networks, rows)

    def __len__(self) -> int:
        return len(self.egos)

    def __repr__(self) -> str:
        asked = "" if self._rows.ties_of is not None else ", ties of alters not asked about"
        return f"EgoStudy({len(self):,} egos{asked})"

    def __iter__(self) -> Iterator[Network]:
        """Give the network of each ego, in their order."""
        return map(self.networks.__getitem__, self.egos)

    def network(self) -> Network:
        """Give all egos and their alters as one network, side by side.

        Returns
        -------
        Network
            Nobody's own. An ego has her key, and the alter *b* of the ego *a* has the key ``a/b``:
            alters of two egos are two people, whatever they are called.
        """
        return self._rows.network(self.egos)

    def by_ego(self, measure: Measure | None = None, /, **measures: Measure) -> ByEgo:
        """Measure each ego's own network, and give one table of all.

        Parameters
        ----------
        measure : callable, optional
            From a network to what is measured of its ``ego``: a number, numbers by name, or what
            measures such as ``structural_holes`` give, of which the row of the ego is taken.
        **measures : callable
            The same of single numbers, each under the name that it is given.

        Returns
        -------
        ByEgo
            One row for each ego, in their order; ``survey_weight`` is passed through. nan where a
            figure depends on ties between alters and the survey did not ask about these.

        Raises
        ------
        InvalidArgumentError
            If a measure is none, or gives something else.

        Notes
        -----
        Without a table of ties each measure is also taken as if two of an ego's alters, and as if
        all of them knew each other. A figure that would be another one then, such as density or
        constraint, is not known; composition, the number of alters, or anything of one alter is.
        """
        if measure is None and not measures:
            raise InvalidArgumentError("by_ego needs at least one measure")
        asked = [_Asked(name, each) for name, each in measures.items()]
        if measure is not None:
            asked.insert(0, _Asked("measure", measure, is_one=False))
        rows, computed = [], dict[Callable[..., object] | str, None]()
        for own in self:
            row: dict[str, float] = {}
            for each in asked:
                found = each.of(own)
                row |= self._known(each, own, found)
                computed |= dict.fromkeys(each.sources(found))
            rows.append(row)
        if not rows:
            computed = dict.fromkeys(source for each in asked for source in each.sources(math.nan))
        names = rows[0] if rows else dict.fromkeys(measures)
        values = {name: np.array([row[name] for row in rows]) for name in names}
        if self.survey_weight is not None:
            values["survey_weight"] = np.array(self.survey_weight)
        about = About.people(self.egos)
        return ByEgo(about=about, values=values, computed=tuple(computed))

    def _known(self, asked: _Asked, own: Network, found: Measured) -> dict[str, float]:
        """What a measure says of an ego, nan where it rests on what nobody was asked."""
        told = asked.figures(found, own)
        for supposed in self._rows.supposed(own):
            other = asked.figures(asked.of(supposed), supposed)
            told = {
                name: value
                if math.isclose(value, other.get(name, math.nan), abs_tol=1e-12)
                else math.nan
                for name, value in told.items()
            }
        return told


@attrs.frozen
class _Asked:
    """One of the measures that egos are measured by.

    Parameters
    ----------
    name : str
        What its figure is called, and the measure in errors.
    of : callable
        The measure.
    is_one : bool
        Whether it gives one figure, which has its name.
    """

    name: str
    of: Measure = attrs.field()
    is_one: bool = True

    @of.validator
    def _check(self, _: object, value: object) -> None:
        check_callable(self.name, value)

    def sources(self, found: Measured) -> tuple[Callable[..., object] | str, ...]:
        """What is to be cited: the measure, what it gave, or else the names of its figures."""
        given: Callable[..., object] = self.of.func if isinstance(self.of, partial) else self.of
        for each in (given, type(found)):
            if is_of_library(each):
                return (each,)
        return (self.name,) if self.is_one else tuple(self._columns(found))

    def figures(self, found: Measured, own: Network) -> dict[str, float]:
        """What was found of the ego of a network, as numbers by name."""
        figures = {}
        for column, given in self._columns(found).items():
            values = np.atleast_1d(np.asarray(given))
            place = own.ego if values.shape == (own.n_contacts,) and own.ego is not None else 0
            if values.shape not in ((1,), (own.n_contacts,)) or values.dtype.kind not in "biuf":
                raise self._unfit(given)
            figures[column] = values[place].item()
        if not self.is_one:
            return figures
        if len(figures) != 1:
            raise self._unfit(found)
        return {self.name: next(iter(figures.values()))}

    @staticmethod
    def _columns(found: Measured) -> Mapping[str, object]:
        if isinstance(found, ColumnarResult):
            return found.columns()
        return found if isinstance(found, Mapping) else {"value": found}

    def _unfit(self, given: object) -> InvalidArgumentError:
        return InvalidArgumentError(
            f"{self.name} must give one number for an ego, or for each person, got {shown(given)}"
        )
