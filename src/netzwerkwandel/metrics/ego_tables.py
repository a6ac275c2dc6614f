"""Tables of a survey of egos: out of files, data frames or columns, whatever they call people."""

from __future__ import annotations

import csv
import os
from collections.abc import Hashable, Iterable, Mapping, Sequence
from pathlib import Path

import attrs
import numpy as np

from netzwerkwandel.errors import InvalidArgumentError, shown, shown_choice, shown_names
from netzwerkwandel.model.arguments import check_optional
from netzwerkwandel.network.data_frames import all_columns_of
from netzwerkwandel.network.names import is_missing


EGO = ("ego", "egoID", ".egoID", ".EGOID", "networkCanvasEgoUUID", "ego_id")
"""What the column with the ego is called by this library, egor and Network Canvas."""
ALTER = ("alter", "alterID", ".altID", ".ALTID", "networkCanvasUUID", "alter_id")
SOURCE = ("source", "Source", ".srcID", ".SRCID", "networkCanvasSourceUUID", "from")
TARGET = ("target", "Target", ".tgtID", ".TGTID", "networkCanvasTargetUUID", "to")

Columns = Mapping[str, Sequence[object]]


@attrs.frozen
class EgoTable:
    """One table: its columns, each as long as the others.

    Parameters
    ----------
    name : str
        What it is called in errors.
    columns : mapping of str to sequence
        By name.
    """

    name: str
    columns: Columns

    @classmethod
    def of(cls, name: str, given: object) -> EgoTable:
        """Read a CSV file, a data frame of any library, or columns by name.

        Raises
        ------
        InvalidArgumentError
            If it is none of these, or columns are not of one length.
        MissingExtraError
            If it is a data frame and narwhals is not installed.
        """
        if isinstance(given, str | os.PathLike):
            if not Path(given).is_file():
                raise InvalidArgumentError(
                    f"{name} must be a file that is there, got {shown(given)}"
                )
            columns = cls._of_file(os.fspath(given))
        elif isinstance(given, Mapping):
            columns = {str(key): list(values) for key, values in given.items()}
        else:
            columns = all_columns_of(name, given)
        lengths = set(map(len, columns.values()))
        if len(lengths) > 1:
            raise InvalidArgumentError(
                f"the columns of {name} must be of one length, got {sorted(lengths)}"
            )
        return cls(name, columns)

    @staticmethod
    def _of_file(path: str) -> dict[str, list[object]]:
        with Path(path).open(encoding="utf-8-sig", newline="") as lines:
            heading = lines.readline()
            lines.seek(0)
            # Survey tools write commas, and semicolons or tabs where the comma is the decimal sign.
            rows = csv.DictReader(lines, delimiter=max(",;\t", key=heading.count), restval="")
            columns: dict[str, list[object]] = {key: [] for key in rows.fieldnames or ()}
            for row in rows:
                for key, values in columns.items():
                    values.append(row[key])
        return columns

    def __len__(self) -> int:
        return len(next(iter(self.columns.values()), ()))

    def named(self, argument: str, wanted: str | None, usual: Iterable[str]) -> str:
        """Find a column: the one asked for, or the first that has a usual name."""
        check_optional(argument, wanted, str)
        names = [wanted] if wanted is not None else [n for n in usual if n in self.columns]
        if not names or names[0] not in self.columns:
            got = "none of the usual names" if wanted is None else shown_choice(wanted)
            raise InvalidArgumentError(
                f"{argument} must be a column of {self.name}, of {shown_names(*self.columns)}; "
                f"got {got}"
            )
        return names[0]

    def keys(self, column: str) -> list[str]:
        """Take whom a column names, each by her text.

        Raises
        ------
        InvalidArgumentError
            If somebody is not named, with the row.
        """
        found = []
        for row, value in enumerate(self.columns[column]):
            plain = int(value) if isinstance(value, float) and value.is_integer() else value
            if is_missing(plain) or str(plain).strip() == "":
                raise InvalidArgumentError(
                    f"everybody must be named, got {shown(value)} in row {row} of "
                    f"{shown_names(column)} in {self.name}"
                )
            found.append(str(plain))
        return found

    def numbers(self, column: str) -> list[float]:
        """Take a column as numbers; what is missing is nan.

        Raises
        ------
        InvalidArgumentError
            If something is no number, with the row.
        """
        found = []
        for row, value in enumerate(self.columns[column]):
            try:
                found.append(
                    float("nan") if is_missing(value) or value == "" else float(str(value))
                )
            except ValueError:
                raise InvalidArgumentError(
                    f"{shown_names(column)} of {self.name} must be numbers, got {shown(value)} in "
                    f"row {row}"
                ) from None
        return found

    def rest(self, without: Iterable[str]) -> dict[str, list[Hashable]]:
        """Take what the other columns say, with None where they say nothing."""
        left = [name for name in self.columns if name not in set(without)]
        said: dict[str, list[Hashable]] = {name: [] for name in left}
        for name, values in said.items():
            for value in self.columns[name]:
                plain = value.item() if isinstance(value, np.generic) else value
                is_said = not is_missing(plain) and plain != ""
                known = plain if isinstance(plain, Hashable) else str(plain)
                values.append(known if is_said else None)
        return said
