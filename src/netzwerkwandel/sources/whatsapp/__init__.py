from __future__ import annotations

from netzwerkwandel.sources.whatsapp.chat import is_archive
from netzwerkwandel.sources.whatsapp.reader import (
    WhatsAppReader,
    looks_like_whatsapp,
    read_whatsapp,
)


__all__ = ["WhatsAppReader", "is_archive", "looks_like_whatsapp", "read_whatsapp"]
