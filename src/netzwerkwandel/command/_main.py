from __future__ import annotations

import io
import os
import sys
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime

import attrs

import netzwerkwandel as nw
from netzwerkwandel import sample
from netzwerkwandel.command._dialogue import MOST_QUESTIONS, Dialogue
from netzwerkwandel.command._options import Options
from netzwerkwandel.command._reading import Reading
from netzwerkwandel.model.naming import name_shown
from netzwerkwandel.show import table
from netzwerkwandel.sources.happened import BY_ADDRESS, came_by
from netzwerkwandel.sources.owner import keys_of
from netzwerkwandel.texts import Catalogue


WIDTH = 100


def main(
    arguments: Sequence[str] | None = None, environment: Mapping[str, str] = os.environ
) -> int:
    """Read exports and print whom to talk to next; returns the exit code."""
    options = Options.parse(arguments, environment)
    # A terminal that knows no umlauts shows question marks, and does not fail over a name.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    texts = options.texts()
    try:
        print(_Answering(options).text(), flush=True)
    except nw.NetzwerkwandelError as error:
        return _failed(options.with_own_words(nw.explain(error, texts)))
    except BrokenPipeError:
        # As after "| head": Python would fail once more when it closes the pipe at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt as interrupt:
        return _failed(texts.problem(str(interrupt) or "stopped"), 130)
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
        records, change = Reading(options, self.as_of).records()
        texts, me = options.texts(records.language), records.me
        if me is None:
            raise nw.InvalidArgumentError(records.summary(texts).partition("\n")[0])
        news = [] if change is None else [_wrapped(change.explain(texts))]
        if options.ask:
            # What is new is so before the answers: who is one person with somebody is not new then.
            print(*news, sep="\n", end="\n\n" if news else "", flush=True)
            records, news = self._asked(records, texts), []
        network = nw.Network.from_records(records, as_of=self.as_of)
        picks = nw.recommend(network, n=options.n, discreet=options.discreet)
        told = records.with_suggestions(picks, on=self.as_of.date())
        self._report(records if options.keep is None else told, texts)
        self._keep(told)
        parts = [*self._unseen(records, texts)]
        parts += news
        parts += [records.summary(texts)] if options.summary else []
        owner = name_shown(records.contact(records.person_of[me]))
        parts.append(table(picks, owner, texts))
        return "\n\n".join([*parts, *self._notes(records, picks, texts)])

    def _report(self, records: nw.Records, texts: Catalogue) -> None:
        """Write the page that was asked for; where it cannot be written, nothing is kept."""
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

    def _asked(self, records: nw.Records, texts: Catalogue) -> nw.Records:
        """What is known with the answers of today, which are kept where there is a storage."""
        dialogue = Dialogue(texts, self.as_of, is_kept=self.options.keep is not None)
        # Whatever is answered before somebody stops is kept.
        records, goes_on = dialogue.what_came(records)
        self._keep(records)
        if goes_on:
            records, goes_on = dialogue.who_is_one(records)
        if goes_on:
            records = dialogue.what_else(
                records, listed=self.options.n, discreet=self.options.discreet
            )
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
        is_named = came_by(records.interactions, *BY_ADDRESS).any()
        given = self.options.me if self.options.reads and is_named else None
        if given and keys_of(given).isdisjoint(records.interactions.people):
            yield _wrapped(texts.say("list me unseen", me=", ".join(given)))

    def _notes(
        self, records: nw.Records, picks: nw.Recommendations, texts: Catalogue
    ) -> Iterator[str]:
        """What stands below the list: questions where they are wanted, and notes on the data."""
        options = self.options
        if options.questions:
            asked = nw.questions(
                records,
                n=MOST_QUESTIONS,
                as_of=self.as_of,
                listed=options.n,
                discreet=options.discreet,
            )
            for some in asked.together():
                answers = texts.say("else answers", answers=some[0].answers(texts, every=True))
                yield _wrapped(f"{some.explain(texts)}\n{answers}")
            if asked and not options.ask:
                yield _wrapped(texts.say("else asked"))
        missed = {shortfall.kind for shortfall in picks.shortfalls}
        at_work = {nw.ShortfallKind.NO_WORKPLACE, nw.ShortfallKind.NOBODY_AT_WORK}
        if not missed.isdisjoint(at_work) and not options.ask:
            yield texts.say("list no workplace")
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
