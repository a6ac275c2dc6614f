from __future__ import annotations

from netzwerkwandel.sources.mail.layout import looks_like_mail
from netzwerkwandel.sources.mail.reader import MailReader, read_mail


__all__ = ["MailReader", "looks_like_mail", "read_mail"]
