from __future__ import annotations

from netzwerkwandel.recommending.reason_wording import explain
from netzwerkwandel.records.summary import summary
from netzwerkwandel.show._html import html
from netzwerkwandel.show._table import table


__all__ = ["explain", "html", "summary", "table"]
