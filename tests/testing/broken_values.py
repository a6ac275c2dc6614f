"""Storages that keep something else than they were given."""

from __future__ import annotations

import struct
import unicodedata
from datetime import UTC

import attrs

from netzwerkwandel.model import Contact, Interaction
from netzwerkwandel.testing import StorageConformance as Kit
from testing.broken import Broken


class Rewrites(Broken):
    """Keeps something else than it was given."""

    @staticmethod
    def rewritten(record):
        raise NotImplementedError

    def __init__(self):
        super().__init__()
        for repository in self._repositories():
            self._rewrite(repository)

    def _rewrite(self, repository):
        put = repository.put
        repository.put = lambda record: put(self.rewritten(record))
        if repository is self.interactions:
            put_all = repository.put_all
            repository.put_all = lambda events: put_all([self.rewritten(e) for e in events])


class ForgetsTheOffset(Rewrites):
    caught_by = (Kit.test_moments_keep_their_instant_and_their_offset,)

    @staticmethod
    def rewritten(record):
        if not isinstance(record, Interaction) or record.when.year in {1, 9999}:
            return record
        return attrs.evolve(record, when=record.when.astimezone(UTC))


class RoundsToMilliseconds(Rewrites):
    caught_by = (Kit.test_moments_keep_their_instant_and_their_offset,)

    @staticmethod
    def rewritten(record):
        if not isinstance(record, Interaction):
            return record
        thousands = record.when.microsecond // 1000 * 1000
        return attrs.evolve(record, when=record.when.replace(microsecond=thousands))


class RoundsToSinglePrecision(Rewrites):
    caught_by = (Kit.test_numbers_come_back_to_the_last_bit,)

    @staticmethod
    def rewritten(record):
        if not isinstance(record, Interaction) or not record.duration:
            return record
        if record.duration > 1e38:
            return record
        (hours,) = struct.unpack("f", struct.pack("f", record.duration))
        return attrs.evolve(record, duration=hours)


class NormalisesTexts(Rewrites):
    caught_by = (Kit.test_texts_come_back_as_they_were,)
    history_sees_it = False

    @staticmethod
    def rewritten(record):
        if not isinstance(record, Contact):
            return record
        return attrs.evolve(record, name=unicodedata.normalize("NFC", record.name))


class TranslatesLineBreaks(Rewrites):
    caught_by = (Kit.test_notes_keep_their_line_breaks,)
    history_sees_it = False

    @staticmethod
    def rewritten(record):
        if not isinstance(record, Contact):
            return record
        return attrs.evolve(record, notes=record.notes.replace("\r\n", "\n"))


class CutsLongTexts(Rewrites):
    caught_by = (Kit.test_notes_may_be_very_long,)
    history_sees_it = False

    @staticmethod
    def rewritten(record):
        if not isinstance(record, Contact):
            return record
        return attrs.evolve(record, notes=record.notes[:65_535])


class TakesUnknownForFalse(Rewrites):
    caught_by = (Kit.test_a_record_comes_back_as_it_was_put,)
    history_sees_it = False

    @staticmethod
    def rewritten(record):
        if not isinstance(record, Contact):
            return record
        return attrs.evolve(record, changed_career=record.changed_career or None)


class AcceptsAnyText(Broken):
    caught_by = (
        Kit.test_a_text_that_no_database_gives_back_is_refused_and_nothing_written,
        Kit.test_a_key_with_half_a_surrogate_pair_is_refused_and_nothing_written,
        Kit.test_a_call_that_fails_within_a_transaction_does_not_spoil_it,
    )

    class Every:
        def put(self, record):
            self._records[self._kind.name(record)] = record
