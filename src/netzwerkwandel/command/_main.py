from __future__ import annotations

import io
import os
import sys
import textwrap
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import attrs

import netzwerkwandel as nw
from netzwerkwandel import sample
from netzwerkwandel.command._dialogue import MOST_QUESTIONS, Dialogue
from netzwerkwandel.command._options import Options
from netzwerkwandel.model.naming import called
from netzwerkwandel.show import table
from netzwerkwandel.sources.owner import keys_of
from netzwerkwandel.texts import Catalogue


WIDTH = 100
WITH_ADDRESSES = (nw.SourceKind.MAIL, nw.SourceKind.CALENDAR)


def main(arguments: Sequence[str] | None = None) -> int:
    """Read exports and print whom to talk to next; returns the exit code."""
    options = Options.parse(arguments)
    # A terminal that knows no umlauts shows question marks, and does not fail over a name.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    told = options.texts().problem
    try:
        print(_Answering(options).text(), flush=True)
    except nw.ExportFormatError as error:
        return _failed(f"{told(error.where)}: {told(error.reason)}")
    except nw.NetzwerkwandelError as error:
        return _failed(told(options.with_own_words(str(error))))
    except BrokenPipeError:
        # As after "| head": Python would fail once more when it closes the pipe at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt as interrupt:
        return _failed(told(str(interrupt) or "stopped"), 130)
    return 0


def _failed(why: str, code: int = 1) -> int:
    print(f"netzwerkwandel: {why}", file=sys.stderr)
    return code


@attrs.frozen
class _Answering:
    """The way from what was asked for to the text of the answer."""

    options: Options
    as_of: datetime = attrs.field()

    @as_of.default
    def _asked_or_now(self) -> datetime:
        return self.options.as_of or (sample.AS_OF if self.options.on_sample else datetime.now(UTC))

    def text(self) -> str:
        """The list, and before and after it what belongs to it."""
        options = self.options
        records, change = self._records()
        texts, me = options.texts(records.language), records.me
        if me is None:
            raise nw.InvalidArgumentError(records.summary(texts).partition("\n")[0])
        if options.ask:
            records = self._asked(records, texts)
        network = nw.Network.from_records(records, as_of=self.as_of)
        picks = nw.recommend(network, n=options.n, discreet=options.discreet)
        self._report(records, texts)
        self._keep(records.with_suggestions(picks, on=self.as_of.date()))
        parts = [*self._unseen(records, texts)]
        parts += [] if change is None else [change.explain(texts)]
        parts += [records.summary(texts)] if options.summary else []
        parts.append(table(picks, called(records.contact(records.person_of[me]), texts), texts))
        return "\n\n".join([*parts, *self._notes(records, texts)])

    def _report(self, records: nw.Records, texts: Catalogue) -> None:
        """Write the page that was asked for, before anything is kept that it does not know."""
        options = self.options
        if options.coach and options.report is None:
            raise nw.InvalidArgumentError(texts.say("refused coach without report"))
        if options.report is not None:
            nw.report(
                self._with_what_was_tried(records),
                as_of=self.as_of,
                path=options.report,
                n=options.n,
                discreet=options.discreet,
                for_coach=options.coach,
                language=texts,
            )

    def _with_what_was_tried(self, records: nw.Records) -> nw.Records:
        """What the invented person tried is told as of the day of her exports."""
        is_told = self.options.on_sample and self.as_of >= sample.AS_OF
        for told in sample.EXPERIMENTS if is_told else ():
            records = records.with_experiment(**told)
        return records

    def _records(self) -> tuple[nw.Records, nw.RecordsChange | None]:
        """What is read and what is kept, and what is new in it since the last time."""
        options = self.options
        if options.keep is None:
            return self._read(), None
        if not options.paths:
            return self._stated(self._kept(options.keep)), None
        with nw.open_storage(options.keep) as storage:
            change = storage.save(self._read(storage))
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

    def _check_owner(self, storage: nw.Storage, owner: nw.Contact | None) -> None:
        """Refuse to add what is said to be the data of somebody else, whom the kept data knows."""
        given = keys_of(self.options.me) if self.options.me and owner else frozenset()
        others = (each for each in storage.contacts if given.intersection(each.keys))
        other = next((each for each in others if each != owner), None)
        if owner is not None and other is not None and not given.intersection(owner.keys):
            texts = self.options.texts(storage.origin.language)
            who, whose = called(other, texts), called(owner, texts)
            raise nw.InvalidArgumentError(texts.say("refused other owner", who=who, whose=whose))

    def _read(self, storage: nw.Storage | None = None) -> nw.Records:
        options = self.options
        # Whose data it is was found out when the first of it was kept.
        origin = None if storage is None else storage.origin
        own = storage.contacts.get(origin.me) if storage and origin and origin.me else None
        if storage:
            self._check_owner(storage, own)
        if options.me:
            origin = own = None
        me = options.me or ([*own.emails, *own.profiles] if own else None)
        tried = () if storage is None else tuple(storage.experiments)
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
            )
        # Where somebody who was met is not in these exports, what is kept stays as it is.
        met = {each.key: set(each.met) for each in tried}
        grown = [each for each in records.experiments if met[each.key] < set(each.met)]
        records = attrs.evolve(records, experiments=grown)
        if origin and own:
            records = attrs.evolve(records, me_evidence=origin.me_evidence)
        return self._stated(records)

    def _stated(self, records: nw.Records) -> nw.Records:
        """The records with the goal and the language that were asked for, if they were."""
        return attrs.evolve(
            records,
            goal=self.options.goal or records.goal,
            language=self.options.spoken(records.language),
        )

    def _asked(self, records: nw.Records, texts: Catalogue) -> nw.Records:
        """What is known with the answers of today, which are kept where there is a storage."""
        dialogue = Dialogue(texts)
        records = dialogue.what_came(records, self.as_of.date())
        self._keep(records)
        records = dialogue.who_is_one(records)
        if self.options.keep is not None:
            with nw.open_storage(self.options.keep) as storage:
                storage.save(records)
        return records

    def _keep(self, records: nw.Records) -> None:
        """Keep goal, language, who was suggested and what came of it: the next list knows them."""
        if self.options.keep is None:
            return
        with nw.open_storage(self.options.keep) as storage, storage.transaction():
            stated = attrs.evolve(storage.origin, goal=records.goal, language=records.language)
            if stated != storage.origin:
                storage.put_origin(stated)
            kept = {each.key: each for each in storage.suggestions}
            for each in records.suggestions:
                if kept.get(each.key) != each:
                    storage.suggestions.put(each)

    def _unseen(self, records: nw.Records, texts: Catalogue) -> Iterator[str]:
        """Say before all else that an address given as hers is perhaps mistyped."""
        # Only mails and meetings name their people by address.
        is_named = any(report.kind in WITH_ADDRESSES for report in records.reports)
        given = self.options.me if self.options.paths and is_named else None
        if given and keys_of(given).isdisjoint(records.interactions.people):
            yield _wrapped(texts.say("list me unseen", me=", ".join(given)))

    def _notes(self, records: nw.Records, texts: Catalogue) -> Iterator[str]:
        """What stands below the list: questions where they are wanted, and notes on the data."""
        options = self.options
        if options.questions:
            asked = nw.questions(records, n=MOST_QUESTIONS, as_of=self.as_of, listed=options.n)
            yield from (_wrapped(each.explain(texts)) for each in asked)
        if len(records.contacts) <= 1:
            yield _wrapped(texts.say("list nobody else"))
        problems = sum(len(report.problems) for report in records.reports)
        if problems and options.paths and not options.summary:
            yield texts.say("list problems", problems)
        duplicates = len(records.possible_duplicates())
        if duplicates:
            yield texts.say("list duplicates", duplicates)
        if options.report is not None:
            yield texts.say("list report", path=str(options.report))


def _wrapped(text: str) -> str:
    lines = [textwrap.fill(line, WIDTH, subsequent_indent="  ") for line in text.splitlines()]
    return "\n".join(lines)
