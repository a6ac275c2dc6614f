"""The archive that LinkedIn gives its members: "Download your data"."""

from __future__ import annotations

from netzwerkwandel.sources.linkedin.reader import read_linkedin
from netzwerkwandel.sources.linkedin.tables import looks_like_linkedin


__all__ = ["looks_like_linkedin", "read_linkedin"]
