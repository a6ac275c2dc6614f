from __future__ import annotations

from netzwerkwandel.storage.exporting import export_json, import_json
from netzwerkwandel.storage.forgetting import forget_contact
from netzwerkwandel.storage.memory import MemoryStorage
from netzwerkwandel.storage.opening import open_storage
from netzwerkwandel.storage.protocols import InteractionRepository, Repository, Storage
from netzwerkwandel.storage.saving import load_records, save_records
from netzwerkwandel.storage.sqlite import SqliteStorage


__all__ = [
    "InteractionRepository",
    "MemoryStorage",
    "Repository",
    "SqliteStorage",
    "Storage",
    "export_json",
    "forget_contact",
    "import_json",
    "load_records",
    "open_storage",
    "save_records",
]
