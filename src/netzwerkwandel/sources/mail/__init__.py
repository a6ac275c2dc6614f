from __future__ import annotations

from netzwerkwandel.sources.mail.detection import looks_like_mail
from netzwerkwandel.sources.mail.reader import read_mail


__all__ = ["looks_like_mail", "read_mail"]
