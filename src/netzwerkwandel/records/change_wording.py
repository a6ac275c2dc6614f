"""What is new in one's data since the last time, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from netzwerkwandel.model import Contact
from netzwerkwandel.model.naming import called
from netzwerkwandel.records.records_change import Move, RecordsChange
from netzwerkwandel.texts import Catalogue, catalogue, printable


MOST_NAMED = 12
"""So many people of a group are named; the others are counted."""


def explain(change: RecordsChange, language: str = "en") -> str:
    """Say who is new, who has moved and who is gone, a line for each subject."""
    texts = catalogue(language)
    return "\n".join(_lines(texts, change)) or texts.say("news nothing")


def _lines(texts: Catalogue, change: RecordsChange) -> Iterator[str]:
    if change.added:
        yield _group(texts, "change came", change.added)
    counts = {"ties": change.new_ties, "interactions": change.new_interactions}
    if new := [texts.say(f"summary {name}", n) for name, n in counts.items() if n]:
        yield texts.say("news added", what=texts.listing(new))
    yield from (_move(texts, move) for move in change.moved[:MOST_NAMED])
    if more := change.moved[MOST_NAMED:]:
        yield texts.say("news moved more", len(more))
    if change.gone:
        yield _group(texts, "news gone", change.gone)


def _group(texts: Catalogue, phrase: str, people: Sequence[Contact]) -> str:
    """Count people, and name those who have a name."""
    count = texts.say(phrase, len(people))
    nameless = texts.say("nameless")
    names = [name for each in people if (name := called(each, texts)) != nameless][:MOST_NAMED]
    if not names:
        return f"{count}."
    if more := len(people) - len(names):
        names.append(texts.say("news more", more))
    return f"{count}: {texts.listing(names)}."


def _move(texts: Catalogue, move: Move) -> str:
    then, now = move.before.seen, move.after.seen
    dated = ""
    if then is not None and now is not None and then < now:
        dated = f" ({texts.say('news between', before=texts.day(then), after=texts.day(now))})"
    return f"{_moved(texts, move)}{dated}."


def _moved(texts: Catalogue, move: Move) -> str:
    who = called(move.contact, texts)
    before = printable(move.before.organisation)
    employer, position = printable(move.after.organisation), printable(move.after.position)
    if move.is_new_employer and before and employer:
        moved = texts.say("news moved", who=who, before=before, employer=employer)
        return moved + (f" {texts.say('news moved as', position=position)}" if position else "")
    if position and employer:
        return texts.say("news now at", who=who, position=position, employer=employer)
    if position:
        return texts.say("news now", who=who, position=position)
    if employer:
        return texts.say("news at", who=who, employer=employer)
    return texts.say("news elsewhere", who=who)
