"""What the table of each kind of result says: its rows, and its columns by their headings."""

from __future__ import annotations

from collections.abc import Mapping

from netzwerkwandel.show.views import advice, changes, people
from netzwerkwandel.show.views.view import Row, Whole


ROWS: Mapping[type, Row] = {**people.ROWS, **changes.ROWS, **advice.ROWS}
WHOLES: Mapping[type, Whole] = {**people.WHOLES, **changes.WHOLES, **advice.WHOLES}
