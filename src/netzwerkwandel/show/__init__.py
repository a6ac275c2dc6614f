"""What is looked at: the list in a terminal, every result as HTML, and the documents."""

from __future__ import annotations

from netzwerkwandel.show import plot
from netzwerkwandel.show._cite import Citation, Source, cite
from netzwerkwandel.show._html import html
from netzwerkwandel.show._json_schema import json_schema
from netzwerkwandel.show._lists import table
from netzwerkwandel.show._report import report


__all__ = ["Citation", "Source", "cite", "html", "json_schema", "plot", "report", "table"]
