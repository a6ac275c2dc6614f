"""The rows of a CSV file, read the way the csv module reads them, with fields of any length."""

from __future__ import annotations

import re
from collections.abc import Iterator


def rows(text: str, delimiter: str = ",") -> Iterator[list[str]]:
    r"""Part a CSV text into rows of cells.

    As the ``csv`` module does it, save that a quote which is never closed is a plain character and
    spoils one row only, that a field may be longer than its limit, and that an empty line is a row
    of one empty cell.

    Parameters
    ----------
    text : str
        The whole file.
    delimiter : str
        One character.

    Examples
    --------
    >>> list(rows('Ben,"Vogt, MBA"\nMara,"x"'))
    [['Ben', 'Vogt, MBA'], ['Mara', 'x']]
    """
    comma = re.escape(delimiter)
    field = re.compile(rf'(?:"([^"]*+(?:""[^"]*+)*+)")?([^{comma}\r\n]*+)({comma}|\r\n?|\n|\Z)')
    row: list[str] = []
    position, end = 0, len(text)
    while position < end or row:
        found = field.match(text, position)
        assert found is not None  # every part of the pattern may be empty
        quoted, plain, ending = found.groups()
        row.append(plain if quoted is None else quoted.replace('""', '"') + plain)
        position = found.end()
        if ending != delimiter:
            yield row
            row = []
