from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
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
from netzwerkwandel.model.arguments import check_callable
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
    """

    values: Mapping[str, npt.NDArray[np.generic]]

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
        alters are attributes of its people.

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
            A row for each tie between two alters of one ego.
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
        return f"EgoStudy({len(self):,} egos)"

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
            One row for each ego, in their order; ``survey_weight`` is passed through.

        Raises
        ------
        InvalidArgumentError
            If a measure is none, or gives something else.
        """
        if measure is None and not measures:
            raise InvalidArgumentError("by_ego needs at least one measure")
        rows: list[dict[str, float]] = []
        for own in self:
            row = {} if measure is None else dict(_figures("measure", measure, own))
            for name, each in measures.items():
                (row[name],) = dict(_figures(name, each, own)).values()
            rows.append(row)
        names = rows[0] if rows else dict.fromkeys(measures)
        values = {name: np.array([row[name] for row in rows]) for name in names}
        if self.survey_weight is not None:
            values["survey_weight"] = np.array(self.survey_weight)
        return ByEgo(about=About.people(self.egos), values=values)


def _figures(name: str, measure: Measure, own: Network) -> Iterator[tuple[str, float]]:
    """What a measure says of one ego, as numbers by name."""
    check_callable(name, measure)
    found = measure(own)
    columns: Mapping[str, object] = {"value": found}
    if isinstance(found, ColumnarResult):
        columns = found.columns()
    elif isinstance(found, Mapping):
        columns = found
    for column, given in columns.items():
        values = np.atleast_1d(np.asarray(given))
        place = own.ego if values.shape == (own.n_contacts,) and own.ego is not None else 0
        if values.shape not in ((1,), (own.n_contacts,)) or values.dtype.kind not in "biuf":
            raise InvalidArgumentError(
                f"{name} must give one number for an ego, or for each person, got {shown(given)}"
            )
        yield column, values[place].item()
