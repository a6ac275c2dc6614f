from __future__ import annotations

from netzwerkwandel.show.html import html
from netzwerkwandel.show.reasons import explain
from netzwerkwandel.show.summary import summary
from netzwerkwandel.show.table import table


__all__ = ["explain", "html", "summary", "table"]
