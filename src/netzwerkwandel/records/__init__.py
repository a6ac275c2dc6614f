"""Everything that is known of one person, and what can be done with all of it at once."""

from __future__ import annotations

from netzwerkwandel.records.contents import Found, Origin
from netzwerkwandel.records.pseudonyms import pseudonymise
from netzwerkwandel.records.records import Records
from netzwerkwandel.records.records_change import Move, RecordsChange


__all__ = ["Found", "Move", "Origin", "Records", "RecordsChange", "pseudonymise"]
