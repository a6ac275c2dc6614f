from __future__ import annotations

from netzwerkwandel.sources.phone_backup.reader import (
    PhoneBackupReader,
    looks_like_phone_backup,
    read_phone_backup,
)


__all__ = ["PhoneBackupReader", "looks_like_phone_backup", "read_phone_backup"]
