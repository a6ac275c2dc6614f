"""What is looked at: the list of recommendations in a terminal, and as HTML."""

from __future__ import annotations

from netzwerkwandel.show._lists import html, table


__all__ = ["html", "table"]
