"""The archive that LinkedIn gives its members: "Download your data"."""

from __future__ import annotations

from netzwerkwandel.sources.linkedin.reader import LinkedInReader, read_linkedin
from netzwerkwandel.sources.linkedin.tables import looks_like_linkedin


__all__ = ["LinkedInReader", "looks_like_linkedin", "read_linkedin"]
