"""Counting while an export is read."""

from __future__ import annotations

from copy import deepcopy
from datetime import UTC, datetime

from netzwerkwandel.model import NobodyReason, SkipReason
from netzwerkwandel.sources.tally import Tally


def test_a_copy_of_a_tally_counts_on_without_the_other() -> None:
    tally = Tally("index cards", "cards.txt")
    tally.use(datetime(2026, 1, 1, tzinfo=UTC))
    tally.broken("card 2", "no name", SkipReason.ANONYMOUS)
    tally.addresses.add("mailto:ben@example.org")
    tally.nobody(NobodyReason.THING, "mailto:room@example.org")
    before = tally.report()
    copied = deepcopy(tally)
    assert copied.report() == before
    copied.use(datetime(2026, 2, 1, tzinfo=UTC))
    copied.broken("card 3", "no name")
    copied.addresses.add("mailto:eva@example.org")
    copied.nobody(NobodyReason.THING, "mailto:hall@other.example")
    assert tally.report() == before
