from __future__ import annotations

from netzwerkwandel.storage.forgetting import forget_contact
from netzwerkwandel.storage.memory import MemoryStorage
from netzwerkwandel.storage.protocols import InteractionRepository, Repository, Storage
from netzwerkwandel.storage.saving import load_records, save_records


__all__ = [
    "InteractionRepository",
    "MemoryStorage",
    "Repository",
    "Storage",
    "forget_contact",
    "load_records",
    "save_records",
]
