"""What is looked at: the list of recommendations in a terminal, as HTML, and its documents."""

from __future__ import annotations

from netzwerkwandel.show import plot
from netzwerkwandel.show._json_schema import json_schema
from netzwerkwandel.show._lists import html, table


__all__ = ["html", "json_schema", "plot", "table"]
