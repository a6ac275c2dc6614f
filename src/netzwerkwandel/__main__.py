"""``python -m netzwerkwandel``: exports in, an explained list of people to talk to out."""

from __future__ import annotations

import argparse
import io
import os
import sys
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from datetime import UTC, date, datetime, time
from pathlib import Path

import attrs

import netzwerkwandel as nw
from netzwerkwandel import sample
from netzwerkwandel.model.naming import called
from netzwerkwandel.show import table
from netzwerkwandel.sources.owner import keys_of
from netzwerkwandel.texts import LANGUAGES, catalogue


WIDTH = 100
MOST_QUESTIONS = 12
"""So many are asked at one time: nobody answers more, and the next time the next ones are."""


LIKELY, FEW, MOST_AT_ONCE = 0.9, 3, 40
"""From so likely on, and if there are a few, those who are one person are asked about at once."""

ANSWERS = ("talked", "none", "declined", "not now")
"""What can have come of a suggestion."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Read exports and print whom to talk to next; returns the exit code."""
    options = _parser().parse_args(arguments)
    # A terminal that knows no umlauts shows question marks, and does not fail over a name.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    texts = catalogue(options.language)
    try:
        print(_answer(options), flush=True)
    except nw.ExportFormatError as error:
        told = f"{texts.problem(error.where)}: {texts.problem(error.reason)}"
        print(f"netzwerkwandel: {told}", file=sys.stderr)
        return 1
    except nw.NetzwerkwandelError as error:
        print(f"netzwerkwandel: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # As after "| head": Python would fail once more when it closes the pipe at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt as interrupt:
        print(f"netzwerkwandel: {texts.problem(str(interrupt) or 'stopped')}", file=sys.stderr)
        return 130
    return 0


def _answer(options: argparse.Namespace) -> str:
    on_sample = not options.paths and options.keep is None
    as_of = options.as_of or (sample.AS_OF if on_sample else datetime.now(UTC))
    fields = options.field or (sample.FIELDS if on_sample else [])
    goal = nw.Goal(fields=fields) if fields else None
    records, news = _records(options, as_of)
    if records.me is None:
        raise nw.InvalidArgumentError(records.summary(options.language).partition("\n")[0])
    me = records.me
    if options.ask:
        records = _what_came(records, options, as_of)
        records = _who_is_one(records, options)
        me = records.person_of[me]
    network = nw.Network.from_records(records, as_of=as_of)
    picks = nw.recommend(network, goal=goal, n=options.n)
    if options.keep is not None:
        _keep_advice(records.with_suggestions(picks, on=as_of.date()), options.keep)
    parts = [news] if news else []
    parts += [records.summary(options.language)] if options.summary else []
    texts = catalogue(options.language)
    parts.append(table(picks, called(records.contact(me), texts), options.language))
    if options.questions:
        asked = nw.questions(records, n=MOST_QUESTIONS, as_of=as_of, goal=goal, listed=options.n)
        parts += [_wrapped(each.explain(options.language)) for each in asked]
    parts += _notes(records, options)
    return "\n\n".join(parts)


def _notes(records: nw.Records, options: argparse.Namespace) -> Iterator[str]:
    """What to know of the data beside the list."""
    texts, given = catalogue(options.language), options.me or []
    named = records.interactions.people
    if given and options.paths and not keys_of(given) & set(named):
        yield _wrapped(texts.say("list me unseen", me=", ".join(given)))
    problems = sum(len(report.problems) for report in records.reports)
    if problems and options.paths and not options.summary:
        yield texts.say("list problems", problems)
    duplicates = len(records.possible_duplicates())
    if duplicates:
        yield texts.say("list duplicates", duplicates)


def _wrapped(text: str) -> str:
    lines = [textwrap.fill(line, WIDTH, subsequent_indent="  ") for line in text.splitlines()]
    return "\n".join(lines)


def _records(options: argparse.Namespace, as_of: datetime) -> tuple[nw.Records, str]:
    """What is read and what is kept, and what is new in it since the last time."""
    if options.keep is None:
        return _read(options, as_of), ""
    with nw.open_storage(options.keep) as storage:
        if options.paths:
            change = storage.save(_read(options, as_of, storage))
            if options.ask:  # then what came of it is asked in a moment, and need not be told
                change = attrs.evolve(change, talked=())
            return storage.load(), change.explain(options.language)
        if options.me:
            raise nw.InvalidArgumentError("--me says whose exports are read; say which exports")
        records = storage.load()
        if not records.contacts:
            raise nw.InvalidArgumentError(
                f"{options.keep} holds nothing yet; say which exports to read"
            )
        return records, ""


def _keep_advice(records: nw.Records, path: str) -> None:
    """Keep who was suggested and what came of it, so that the next list knows it."""
    with nw.open_storage(path) as storage, storage.transaction():
        kept = {each.key: each for each in storage.suggestions}
        for each in records.suggestions:
            if kept.get(each.key) != each:
                storage.suggestions.put(each)


def _said(
    question: str, words: Mapping[str, str], unclear: str, numbers: range = range(0), few: int = 1
) -> tuple[str, list[int]]:
    """Ask until one of some words is said, or at least so few of some numbers; returns either."""
    while True:
        try:
            text = input(question + " ").strip().casefold()
        except EOFError:
            text = words["stop"]
        # "y" will do for "yes", and nothing at all is "later".
        said = next((word for word in words if text and words[word].startswith(text)), "")
        if said or not text:
            return said or "later", []
        parts = text.replace(",", " ").split()
        chosen = {int(part) for part in parts if part.isdecimal()}
        if all(map(str.isdecimal, parts)) and len(chosen) >= few and chosen <= set(numbers):
            return "", sorted(chosen)
        print(unclear, flush=True)


def _what_came(records: nw.Records, options: argparse.Namespace, as_of: datetime) -> nw.Records:
    """Ask what came of earlier suggestions, those first with whom there was contact since."""
    texts, today = catalogue(options.language), as_of.date()
    words = {answer: texts.say(f"came {answer}") for answer in (*ANSWERS, "later", "stop")}
    heard = records.talked_since()
    waiting = [
        each
        for each in records.suggestions
        if each.key in heard or (each.answer is nw.Answer.OPEN and each.on < today)
    ]
    waiting.sort(key=lambda each: (each.key not in heard, each.on, each.key))
    for each in waiting[:MOST_QUESTIONS]:
        who, on = called(records.contact(each.contact), texts), texts.day(each.on)
        if day := heard.get(each.key):
            print(texts.say("came heard", who=who, on=on, day=texts.day(day)), flush=True)
        else:
            print(texts.say("came open", who=who, on=on), flush=True)
        said, _ = _said(texts.say("came answer"), words, texts.say("came unclear"))
        if said == "stop":
            break
        if said in ANSWERS:
            brought = _brought(options.language) if said == nw.Answer.TALKED else []
            records = records.with_answer(
                each.contact, said, on=max(day or today, each.on), brought=brought
            )
    if options.keep is not None:
        _keep_advice(records, options.keep)
    return records


def _brought(language: str) -> list[nw.Function]:
    """Ask which functions a talk brought, by their numbers."""
    texts = catalogue(language)
    functions = dict(enumerate(nw.Function, 1))
    named = [f"{i} {texts.say(f'function {each}')}" for i, each in functions.items()]
    question = texts.say("came brought", functions=", ".join(named))
    unclear = texts.say("came numbers", len(functions))
    _, chosen = _said(
        question, {"stop": texts.say("came stop")}, unclear, range(1, len(functions) + 1)
    )
    return [functions[i] for i in chosen]


def _who_is_one(records: nw.Records, options: argparse.Namespace) -> nw.Records:
    """Ask who is one person, the most telling first, and keep what was answered."""
    texts = catalogue(options.language)
    same: list[nw.PossibleDuplicate | list[nw.Contact]] = []
    different: list[nw.PossibleDuplicate | list[nw.Contact]] = []
    words = {word: texts.say(f"ask {word}") for word in ("yes", "no", "later", "stop")}
    groups = records.possible_duplicates()
    likely = [each for each in groups if each.likelihood >= LIKELY and len(each.contacts) == 2]
    if len(likely) >= FEW:
        said = _ask_of_all(likely[:MOST_AT_ONCE], words, options.language, same, different)
        groups = tuple(each for each in groups if each not in likely) if said != "stop" else ()
    for group in groups[:MOST_QUESTIONS]:
        print(group.explain(options.language), flush=True)
        numbers = range(1, len(group.contacts) + 1)
        said, chosen = _said(texts.say("ask answer"), words, texts.say("ask unclear"), numbers, 2)
        if chosen:
            same.append([group.contacts[n - 1] for n in chosen])
        if said in {"yes", "no"}:
            (same if said == "yes" else different).append(group)
        print(flush=True)
        if said == "stop":
            break
    records = records.with_answers(same=same, different=different)
    if options.keep is not None:
        with nw.open_storage(options.keep) as storage:
            storage.save(records)
    return records


def _ask_of_all(
    likely: Sequence[nw.PossibleDuplicate],
    words: Mapping[str, str],
    language: str,
    same: list[nw.PossibleDuplicate | list[nw.Contact]],
    different: list[nw.PossibleDuplicate | list[nw.Contact]],
) -> str:
    """Ask about all who surely are one, in one question; returns what was said."""
    texts = catalogue(language)
    print(texts.say("ask all", len(likely)))
    for n, group in enumerate(likely, 1):
        print(f"{n:4}. {group.in_short(language)}")
    asked = {word: words[word] for word in ("yes", "later", "stop")}
    numbers = range(1, len(likely) + 1)
    unclear = texts.say("ask unclear all")
    said, two = _said(texts.say("ask answer all"), asked, unclear, numbers)
    if said == "yes" or two:
        for n, group in enumerate(likely, 1):
            (different if n in two else same).append(group)
    print(flush=True)
    return said


def _read(
    options: argparse.Namespace, as_of: datetime, storage: nw.Storage | None = None
) -> nw.Records:
    # Whose data it is was found out when the first of it was kept.
    origin = None if storage is None or options.me else storage.origin
    own = storage.contacts.get(origin.me) if storage and origin and origin.me else None
    me = options.me or ([*own.emails, *own.profiles] if own else None)
    with ExitStack() as stack:
        paths = options.paths or [stack.enter_context(sample.sample_exports())]
        # A bar belongs where somebody watches, and not into a file or a pipe.
        records = nw.read_exports(
            *paths, me=me, as_of=as_of, region=options.region, progress=sys.stderr.isatty()
        )
    return attrs.evolve(records, me_evidence=origin.me_evidence) if origin and own else records


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m netzwerkwandel",
        description="Whom should I talk to next? Read from your own mail, calendar, LinkedIn "
        "archive and address book, on your own machine. Without PATHS it answers for an invented "
        "person.",
    )
    parser.add_argument("paths", nargs="*", type=Path, metavar="PATHS", help="files, folders, zips")
    parser.add_argument(
        "--me", action="append", help="an address of your own; repeat for more; else recognised"
    )
    parser.add_argument(
        "--field", action="append", help="a field of work you could imagine; repeat for more"
    )
    parser.add_argument("--as-of", type=_moment, help="the moment, as 2026-11-01; default now")
    parser.add_argument("-n", type=_count, default=10, help="how many people (default 10)")
    parser.add_argument("--language", choices=sorted(LANGUAGES), default="en")
    parser.add_argument(
        "--keep",
        metavar="FILE",
        help="add what is read to this storage, say what is new, answer from all that is there, "
        "and remember who was suggested",
    )
    parser.add_argument(
        "--ask",
        action="store_true",
        help="first ask what came of earlier suggestions, and which contacts are one person; with "
        "--keep once",
    )
    parser.add_argument(
        "--questions",
        action="store_true",
        help="also say which answers of yours would change the list most, and why",
    )
    parser.add_argument("--region", help="the country of phone numbers without a code, such as DE")
    parser.add_argument("--summary", action="store_true", help="also say what was read")
    return parser


def _moment(text: str) -> datetime:
    """Read a day, meaning its end in UTC, or a moment with a time zone."""
    try:
        if len(text) == len("2026-11-01"):
            return datetime.combine(date.fromisoformat(text), time.max, UTC)
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"must be a date such as 2026-11-01, got {text!r}"
        ) from None
    if moment.tzinfo is None:
        raise argparse.ArgumentTypeError(f"a time needs a time zone, got {text!r}")
    return moment


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"must be a whole number of at least 1, got {text!r}")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())
