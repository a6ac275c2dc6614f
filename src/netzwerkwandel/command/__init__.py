"""``netzwerkwandel`` at the command line: exports in, an explained list of people out."""

from __future__ import annotations

from netzwerkwandel.command._main import main


__all__ = ["main"]
