"""The rules that every record keeps, and how what is given is made to keep them: here alone."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime, timezone
from enum import StrEnum
from typing import Any, Protocol, TypeVar, cast

from netzwerkwandel.errors import InvalidRecordError, shown, shown_choice
from netzwerkwandel.model.vocabularies import (
    Answer,
    Channel,
    ExperimentKind,
    Function,
    MeEvidence,
    NobodyReason,
    Relation,
    SkipReason,
    SourceKind,
)
from netzwerkwandel.texts import LANGUAGES, language_code


E = TypeVar("E", bound=StrEnum)
R = TypeVar("R")


_BIRTHDAY = re.compile(r"(?:\d{4}|-)-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
MOST = sys.float_info.max
"""More than there is of anything, and a number that every document keeps."""

_ONLY_TEXT = frozenset([str])
_SEVERAL = frozenset([tuple, list, set, frozenset])


class Field(Protocol):
    """The field of an attrs class that a validator is asked about."""

    @property
    def name(self) -> str:
        """What it is called."""


def refuse(instance: object, field: Field, rule: str, value: object) -> InvalidRecordError:
    """Build the error of a broken rule: the rule, the value, the place."""
    return InvalidRecordError(
        f"{field.name} must be {rule}, got {shown(value)} in {type(instance).__name__}"
    )


def check_key(instance: object, field: Field, value: Any) -> None:
    """Keys are non-empty text without line breaks."""
    if not (isinstance(value, str) and is_key(value)):
        raise refuse(instance, field, "a non-empty text without line breaks", value)


def is_key(text: str) -> bool:
    """Say whether a text can be somebody's key: not empty, and without line breaks."""
    if text.isprintable() and text and not text.isspace():
        return True
    return bool(text.strip()) and "\0" not in text and text.splitlines() == [text]


def check_optional_key(instance: object, field: Field, value: Any) -> None:
    """As check_key, or None for not known."""
    if value is not None:
        check_key(instance, field, value)


def check_text(instance: object, field: Field, value: Any) -> None:
    """Texts are str; empty says not known."""
    if not isinstance(value, str):
        raise refuse(instance, field, "a text", value)


def check_texts(instance: object, field: Field, value: Any) -> None:
    """Several texts, none of them empty."""
    # Of most contacts most is not known.
    if isinstance(value, tuple) and not value:
        return
    if not isinstance(value, tuple) or not all(isinstance(v, str) and v.strip() for v in value):
        raise refuse(instance, field, "a sequence of non-empty texts", value)


def check_keys(instance: object, field: Field, value: Any) -> None:
    """Several keys."""
    if not isinstance(value, tuple):
        raise refuse(instance, field, "a sequence of keys", value)
    for key in value:
        check_key(instance, field, key)


def check_values(kind: type) -> Callable[[object, Field, Any], None]:
    """Several values of one class."""

    def check(instance: object, field: Field, value: Any) -> None:
        if not isinstance(value, tuple) or not all(isinstance(each, kind) for each in value):
            raise refuse(instance, field, f"a sequence of {kind.__name__}", value)

    return check


def check_moment(instance: object, field: Field, value: Any) -> None:
    """Moments are aware: a time without its offset says nothing."""
    if not isinstance(value, datetime) or value.tzinfo is None or value.utcoffset() is None:
        raise refuse(instance, field, "a datetime with a time zone", value)


def check_optional_moment(instance: object, field: Field, value: Any) -> None:
    """As check_moment, or None for not known."""
    if value is not None:
        check_moment(instance, field, value)


def check_day(instance: object, field: Field, value: Any) -> None:
    """Days are dates without a time."""
    if isinstance(value, datetime) or not isinstance(value, date):
        raise refuse(instance, field, "a date without a time", value)


def check_optional_language(instance: object, field: Field, value: Any) -> None:
    """The code of a language that there are texts for, or None for not known."""
    if not (value is None or (isinstance(value, str) and language_code(value) in LANGUAGES)):
        known = ", ".join(repr(code) for code in sorted(LANGUAGES))
        raise refuse(instance, field, f"one of {known}, or None", value)


def check_optional_day(instance: object, field: Field, value: Any) -> None:
    """As check_day, or None for not known."""
    if value is not None:
        check_day(instance, field, value)


def check_birthday(instance: object, field: Field, value: Any) -> None:
    """A day, with or without its year, or an empty text for not known."""
    if value != "" and not (isinstance(value, str) and _BIRTHDAY.fullmatch(value)):
        raise refuse(instance, field, "a day such as '1979-04-01' or '--04-01'", value)


def check_optional_share(instance: object, field: Field, value: Any) -> None:
    """Shares lie between 0 and 1, or are None for not known."""
    if value is None:
        return
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise refuse(instance, field, "a number from 0 to 1, or None", value)


def check_amount(instance: object, field: Field, value: Any) -> None:
    """Amounts are finite and not negative, or None for not known."""
    if value is None:
        return
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise refuse(instance, field, "a number, or None", value)
    if not 0 <= value <= sys.float_info.max:
        raise refuse(instance, field, "finite and at least 0", value)


def check_number_of(instance: object, field: Field, value: Any) -> None:
    """Numbers of things are whole and not negative, and few enough for every database."""
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MOST:
        raise refuse(instance, field, "a whole number of at least 0", value)


def check_bool(instance: object, field: Field, value: Any) -> None:
    """True or False and nothing that merely looks like it."""
    if not isinstance(value, bool):
        raise refuse(instance, field, "True or False", value)


def check_optional_bool(instance: object, field: Field, value: Any) -> None:
    """As check_bool, or None for not known."""
    if value is not None:
        check_bool(instance, field, value)


def texts(value: Iterable[str]) -> tuple[str, ...]:
    """Convert several texts to a tuple, in order, each once.

    What is not several texts is left as it is, for the check of its field to refuse by name.
    """
    if type(value) in _SEVERAL and not value:
        return ()
    if not _is_several(value):
        return cast("tuple[str, ...]", value)
    several = tuple(value)
    if not _are_texts(several):
        return several
    return tuple(sorted(several) if isinstance(value, AbstractSet) else dict.fromkeys(several))


def sorted_texts(value: Iterable[str]) -> tuple[str, ...]:
    """Convert several texts to a sorted tuple, each once; as ``texts`` where they are not."""
    if type(value) in _SEVERAL and not value:
        return ()
    if not _is_several(value):
        return cast("tuple[str, ...]", value)
    several = tuple(value)
    return tuple(sorted(set(several))) if _are_texts(several) else several


def _are_texts(value: tuple[object, ...]) -> bool:
    kinds = set(map(type, value))
    return kinds <= _ONLY_TEXT or all(issubclass(kind, str) for kind in kinds)


def _is_several(value: object) -> bool:
    if type(value) in _SEVERAL:
        return True
    return isinstance(value, Iterable) and not isinstance(value, str | bytes | Mapping)


def instances(kind: type[R], name: str, value: Iterable[R]) -> tuple[R, ...]:
    """Convert several records of one kind to a tuple, or say what is none."""
    several = tuple(value) if _is_several(value) else (value,)
    for each in several:
        if not isinstance(each, kind):
            raise InvalidRecordError(
                f"{name} must be a sequence of {kind.__name__}, got {shown(each)} in Records"
            )
    return cast("tuple[R, ...]", several)


def member(vocabulary: type[E], value: str, name: str) -> E:
    """Convert a text to its member of a vocabulary, or say which members there are."""
    if type(value) is vocabulary:
        return value
    try:
        return vocabulary(value)
    except ValueError:
        known = ", ".join(repr(str(each)) for each in vocabulary)
        raise InvalidRecordError(
            f"{name}: a {vocabulary.__name__} must be one of {known}, got {shown_choice(value)}"
        ) from None


def values(value: Iterable[R]) -> tuple[R, ...]:
    """Convert several values to a tuple; what is not several is left for its check to refuse."""
    return tuple(value) if _is_several(value) else cast("tuple[R, ...]", value)


def fixed_offset(value: datetime) -> datetime:
    """Give a moment the offset that it has, in place of a zone with rules, and no other class.

    Two moments of a zone with rules can be the same and yet not equal, in the hour that the clock
    goes through twice. What is no aware datetime is left for the check to refuse.
    """
    if type(value) is datetime and type(value.tzinfo) is timezone:
        return value
    moment: object = value
    if not isinstance(moment, datetime) or (offset := moment.utcoffset()) is None:
        return value
    return datetime.combine(value.date(), value.time(), timezone(offset))


def members(vocabulary: type[E], value: Iterable[str], name: str) -> frozenset[E]:
    """Convert several texts to a frozenset of members of a vocabulary; a lone text is refused."""
    if type(value) is frozenset and (not value or {vocabulary}.issuperset(map(type, value))):
        return cast("frozenset[E]", value)
    if not _is_several(value):
        raise InvalidRecordError(
            f"{name}: several {vocabulary.__name__} values are expected, got {shown(value)}"
        )
    return frozenset(member(vocabulary, each, name) for each in value)


# A converter of a field must be a function with a name and types of its own: of anything else, such
# as `partial(member, Channel)`, a type checker makes Any, and would let every value through.


def answer(value: Answer | str) -> Answer:
    """Convert what became of a suggestion."""
    return member(Answer, value, "answer")


def optional_function(value: Function | str | None) -> Function | None:
    """Convert a function, where one is named."""
    return None if value is None else member(Function, value, "function")


def channel(value: Channel | str) -> Channel:
    """Convert the channel of an interaction."""
    return member(Channel, value, "channel")


def experiment_kind(value: ExperimentKind | str) -> ExperimentKind:
    """Convert the kind of an experiment."""
    return member(ExperimentKind, value, "kind")


def functions(value: Iterable[Function | str]) -> frozenset[Function]:
    """Convert the functions that a tie serves."""
    return members(Function, value, "functions")


def brought(value: Iterable[Function | str]) -> frozenset[Function]:
    """Convert the functions that a talk brought."""
    return members(Function, value, "brought")


def me_evidence(value: MeEvidence | str) -> MeEvidence:
    """Convert how the owner was recognised."""
    return member(MeEvidence, value, "me_evidence")


def nobody_reason(value: NobodyReason | str) -> NobodyReason:
    """Convert why an address is nobody's."""
    return member(NobodyReason, value, "reason")


def named(value: Iterable[str]) -> tuple[str, ...]:
    """Convert what some addresses are called."""
    return instances(str, "named", value)


def skipped(
    value: Mapping[SkipReason, int] | Iterable[tuple[SkipReason, int]],
) -> tuple[tuple[SkipReason, int], ...]:
    """Convert how many records were left out, by reason; a reason of none is left out itself."""
    pairs = []
    # Whatever an untyped caller may have given.
    given: Any = value.items() if isinstance(value, Mapping) else value
    for pair in given if isinstance(given, Iterable) else (given,):
        if not (isinstance(pair, Sequence) and len(pair) == 2):
            raise InvalidRecordError(
                f"skipped must be pairs of a reason and a number, got {shown(pair)}"
            )
        reason, n = pair
        if isinstance(n, bool) or not isinstance(n, int) or not 0 <= n <= MOST:
            raise InvalidRecordError(f"skipped must count whole numbers, got {shown(n)}")
        pairs.append((member(SkipReason, reason, "skipped"), n))
    return tuple(sorted((reason, n) for reason, n in pairs if n))


def relations(value: Iterable[Relation | str]) -> frozenset[Relation]:
    """Convert the relations that a tie states."""
    return members(Relation, value, "relations")


# A mailbox may have a folder for each of its mails, and each of these has a report.
_SOURCE_KINDS = {str(kind): kind for kind in SourceKind}


def source_kind(value: SourceKind | str) -> SourceKind | str:
    """Convert the kind of an export; another text is that of a reader of one's own."""
    try:
        return _SOURCE_KINDS.get(value, value)
    except TypeError:
        # What has no hash is no text, and is refused where the report is checked.
        return value
