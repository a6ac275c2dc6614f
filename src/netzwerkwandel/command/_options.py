from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, NoReturn

import attrs
from typing_extensions import override

from netzwerkwandel import sample
from netzwerkwandel.command._environment import language_of
from netzwerkwandel.errors import MissingExtraError, discreet, shown
from netzwerkwandel.model import Goal
from netzwerkwandel.texts import LANGUAGES, Catalogue, catalogue, language_code
from netzwerkwandel.texts.languages import FORMAL


LANGUAGE = "en"

SWITCHES = (
    *("--sample", "--formal", "--ask", "--questions", "--discreet", "--summary", "--coach"),
)

SPOKEN = sorted(f"{code}{tone}" for code in LANGUAGES for tone in ("", f"-{FORMAL}"))

SHELLS = ("bash", "zsh")
FILES = {"bash": "_shtab_compgen_files", "zsh": "_files"}
"""How a shell completes the name of a file, as shtab says it."""


def a_moment(text: str) -> datetime:
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


def a_count(text: str) -> int:
    """Read a whole number of at least 1."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"must be a whole number of at least 1, got {text!r}")
    return int(text)


def a_language(text: str) -> str:
    """Read the code of a language; a region changes nothing."""
    code = language_code(text)
    return f"{code}-{FORMAL}" if text.lower().endswith(FORMAL) else code


class PrintCompletion(argparse.Action):
    """Print what makes a shell complete the options, and end."""

    @override
    def __call__(
        self, parser: argparse.ArgumentParser, _space: object, shell: object, _as: object = None
    ) -> None:
        try:
            import shtab
        except ImportError:
            parser.error(str(MissingExtraError("completion", "completion in a shell")))
        print(shtab.complete(parser, shell=str(shell)))
        parser.exit()


@attrs.frozen(kw_only=True)
class Options:
    """What was asked for at the command line."""

    paths: Sequence[Path]
    me: Sequence[str] | None
    field: Sequence[str] | None
    as_of: datetime | None
    n: int
    language: str | None
    formal: bool
    keep: str | None
    ask: bool
    questions: bool
    discreet: bool
    region: str | None
    summary: bool
    report: Path | None
    coach: bool
    sample: bool
    usual: str | None = None
    """The language of the computer, if it says one that is known."""

    @classmethod
    def parse(cls, arguments: Sequence[str] | None, environment: Mapping[str, str]) -> Options:
        """Read the arguments, or end the program with what is wrong with them."""
        usual = language_of(environment)
        helped = usual or LANGUAGE
        # Which language the help is in has to be known before the rest is read and refused.
        first = argparse.ArgumentParser(add_help=False)
        first.add_argument("--language", nargs="?", default=helped, const=helped)
        first.add_argument("--formal", nargs="?", default=False, const=True)
        said = first.parse_known_args(arguments)[0]
        texts = catalogue(said.language if language_code(said.language) in LANGUAGES else helped)
        spoken = texts.formally() if said.formal else texts
        command = parser(spoken)
        options = cls(**vars(command.parse_args(arguments)), usual=usual)
        if options.sample and options.paths:
            command.error(spoken.say("refused sample with paths"))
        return options

    @property
    def on_sample(self) -> bool:
        """Whether the invented person is asked for, or nothing is given: she is answered for."""
        return self.sample or (not self.paths and self.keep is None)

    @property
    def reads(self) -> bool:
        """Whether exports are read."""
        return self.sample or bool(self.paths)

    def texts(self, kept: str | None = None) -> Catalogue:
        """The words of the answer."""
        return catalogue(self.spoken(kept) or LANGUAGE)

    def spoken(self, kept: str | None) -> str | None:
        """The code of the language asked for, or of what is kept, or else of the computer."""
        language = self.language or kept or self.usual
        return f"{language_code(language or LANGUAGE)}-{FORMAL}" if self.formal else language

    def with_own_words(self, text: str) -> str:
        """An error, in which what stands at the command line is whole: it is no news to anybody."""
        given = [*(self.me or ()), self.region, self.keep, *self.paths, self.report]
        for own in {str(each) for each in given if each and "://" not in str(each)}:
            whole = repr(own)
            for short, word in (
                (shown(own), whole),
                (discreet(whole), whole),
                (discreet(own), own),
            ):
                text = text.replace(short, word)
        return text

    @property
    def goal(self) -> Goal | None:
        """Where the change is heading, if it is said."""
        fields = self.field or (sample.FIELDS if self.on_sample else ())
        return Goal(fields=fields) if fields else None


class Parser(argparse.ArgumentParser):
    """Says in one language what can be asked for, and what is wrong with what was."""

    def __init__(self, texts: Catalogue, **arguments: Any) -> None:
        super().__init__(**arguments)
        self._texts = texts

    @override
    def format_usage(self) -> str:
        return self._told(super().format_usage())

    @override
    def format_help(self) -> str:
        return self._told(super().format_help())

    @override
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {self._texts.problem(message)}\n")

    def _told(self, text: str) -> str:
        return text.replace("usage:", f"{self._texts.say('option usage')}:", 1)


def parser(texts: Catalogue) -> argparse.ArgumentParser:
    """What can be asked for, explained in one language."""
    command = Parser(
        texts,
        prog="netzwerkwandel",
        description=texts.say("option description"),
        epilog=texts.say("option exit codes"),
        add_help=False,
    )
    group = command.add_argument_group(texts.say("option heading"))
    options = [
        group.add_argument("paths", nargs="*", type=Path, metavar="paths"),
        group.add_argument("--me", action="append", metavar="address"),
        group.add_argument("--field", action="append", metavar="field"),
        group.add_argument("--as-of", type=a_moment, metavar="day"),
        group.add_argument("-n", type=a_count, default=10),
        group.add_argument("--language", type=a_language, choices=SPOKEN),
        group.add_argument("--keep", metavar="file"),
        group.add_argument("--region", metavar="country"),
        *(group.add_argument(switch, action="store_true") for switch in SWITCHES),
        group.add_argument("--report", type=Path, metavar="file"),
        group.add_argument(
            "--print-completion",
            action=PrintCompletion,
            choices=SHELLS,
            metavar="shell",
            default=argparse.SUPPRESS,
        ),
        group.add_argument("-h", "--help", action="help"),
    ]
    for option in options:
        option.help = texts.say(f"option {option.dest}")
        if option.metavar is not None:
            option.metavar = texts.say(f"placeholder {option.metavar}")
        if option.dest in {"paths", "keep"}:
            vars(option)["complete"] = FILES
    return command
