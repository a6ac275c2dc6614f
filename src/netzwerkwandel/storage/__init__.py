from __future__ import annotations

from netzwerkwandel.records.documents import record_of, text_of
from netzwerkwandel.storage import kinds
from netzwerkwandel.storage.exporting import export_json, import_json
from netzwerkwandel.storage.forgetting import forget_contact
from netzwerkwandel.storage.kinds import check_all_storable, check_storable, is_storable
from netzwerkwandel.storage.memory import MemoryStorage
from netzwerkwandel.storage.opening import open_storage
from netzwerkwandel.storage.protocols import (
    InteractionRepository,
    Repository,
    Storage,
    check_between,
)
from netzwerkwandel.storage.saving import check_records, load_records, save_records
from netzwerkwandel.storage.sqlite import SqliteStorage, backup_records
from netzwerkwandel.storage.written_since import WrittenSince, check_version


__all__ = [
    "InteractionRepository",
    "MemoryStorage",
    "Repository",
    "SqliteStorage",
    "Storage",
    "WrittenSince",
    "backup_records",
    "check_all_storable",
    "check_between",
    "check_records",
    "check_storable",
    "check_version",
    "export_json",
    "forget_contact",
    "import_json",
    "is_storable",
    "kinds",
    "load_records",
    "open_storage",
    "record_of",
    "save_records",
    "text_of",
]
