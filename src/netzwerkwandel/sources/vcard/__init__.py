from __future__ import annotations

from netzwerkwandel.sources.vcard.reader import looks_like_vcard, read_vcards


__all__ = ["looks_like_vcard", "read_vcards"]
