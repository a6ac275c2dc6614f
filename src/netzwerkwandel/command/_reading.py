"""What the command answers from: exports that are read, and what is kept of earlier ones."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

import attrs

import netzwerkwandel as nw
from netzwerkwandel import sample
from netzwerkwandel.command._options import Options
from netzwerkwandel.command._owner import KeptOwner
from netzwerkwandel.errors import UnnamedOwnerError
from netzwerkwandel.model.naming import called
from netzwerkwandel.sources.owner import check_is_named, keys_of


@attrs.frozen
class Reading:
    """The way from what was asked for to records, as of a moment."""

    options: Options
    as_of: datetime

    def records(self) -> tuple[nw.Records, nw.RecordsChange | None]:
        """What is read and what is kept, and what is new in it since the last time."""
        options = self.options
        if options.keep is None:
            return self._stated(self._read(options.me)), None
        if not options.reads:
            return self._stated(self._kept(options.keep)), None
        with nw.open_storage(options.keep) as storage:
            change = storage.save(self._stated(self._read_for(storage)))
            if options.ask:  # then what came of it is asked in a moment, and need not be told
                change = attrs.evolve(change, talked=())
            return storage.load(), change

    def _kept(self, place: str) -> nw.Records:
        if self.options.me:
            raise nw.InvalidArgumentError(self.options.texts().say("refused me without paths"))
        # Opening would make a file where there is none, and write into one that is empty.
        try:
            is_empty = "://" not in place and Path(place).stat().st_size == 0
        except OSError as error:  # whatever else is wrong, opening says it
            is_empty = isinstance(error, FileNotFoundError)
        if not is_empty:
            with nw.open_storage(place) as storage:
                records = storage.load()
            if records.contacts:
                return records
        raise nw.InvalidArgumentError(self.options.texts().say("refused nothing kept", place=place))

    def _read_for(self, storage: nw.Storage) -> nw.Records:
        """Read what is to be kept, and refuse what is somebody else's."""
        owner, given = KeptOwner.of(storage), keys_of(self.options.me or ())
        tried = tuple(storage.experiments)
        if owner is None:
            return self._read(self.options.me, tried)
        texts = self.options.texts(storage.origin.language)
        whose = called(owner.contact, texts)
        if (other := owner.other(given, storage)) is not None:
            who = called(other, texts)
            raise nw.InvalidArgumentError(texts.say("refused other owner", who=who, whose=whose))
        stranger = nw.InvalidArgumentError(texts.say("refused stranger", whose=whose))
        # Who says nothing new of her says no more than is known.
        says_more = not given <= owner.keys
        try:
            records = self._read(self.options.me if says_more else owner.contact, tried)
        except (UnnamedOwnerError, nw.SeveralOwnersError) as error:
            raise stranger from error
        if not owner.is_owner_of(records, given):
            raise stranger
        return records if given else attrs.evolve(records, me_evidence=owner.origin.me_evidence)

    def _read(
        self, me: Sequence[str] | nw.Contact | None, tried: Sequence[nw.Experiment] = ()
    ) -> nw.Records:
        options = self.options
        with ExitStack() as stack:
            paths = options.paths or [stack.enter_context(sample.sample_exports())]
            # A bar belongs where somebody watches, and not into a file or a pipe.
            watched = sys.stderr.isatty()
            records = nw.read_exports(
                *paths,
                me=me,
                as_of=self.as_of,
                region=options.region,
                experiments=tried,
                readers=[*nw.READERS, *nw.sources.installed_readers()],
                progress=watched,
                language=options.spoken(None),
            )
        if me:
            check_is_named(keys_of(me), records)
        # Where somebody who was met is not in these exports, what is kept stays as it is.
        met = {each.key: set(each.met) for each in tried}
        grown = [each for each in records.experiments if met[each.key] < set(each.met)]
        return attrs.evolve(records, experiments=grown)

    def _stated(self, records: nw.Records) -> nw.Records:
        """The records with the goal and the language that were asked for, if they were."""
        return attrs.evolve(
            records,
            goal=self.options.goal or records.goal,
            language=self.options.spoken(records.language),
        )
