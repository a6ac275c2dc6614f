"""Every error that can be provoked may be logged: no address, no name of a third person.

The whole of it must be so: its text, its repr, what a traceback shows of it and of its causes.
"""

from __future__ import annotations

import sqlite3
import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import attrs
import numpy as np
import pytest

import netzwerkwandel as nw
from netzwerkwandel.storage import (
    SqliteStorage,
    check_all_storable,
    check_between,
    check_storable,
)
from netzwerkwandel.testing import check_strategy
from test_edges import GOOD, parameters


NAME, OTHER = "Xaver Quastenberg", "Yolanda Zwirnmeister"
MAIL, TEL = "xaver.quastenberg@posteo.example", "+49 171 9876543"
KEY, PAGE = f"mailto:{MAIL}", "https://www.linkedin.com/in/xaver-quastenberg"
CARD = f"card:{NAME}"
TRACES = ("xaver", "quasten", "yolanda", "zwirn", "9876543", "posteo.example")
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
XAVER = nw.Contact(key=KEY, name=NAME, emails=[MAIL], phones=[TEL], profiles=[PAGE])
TWIN = nw.Contact(key=CARD, name=NAME)
MARA = nw.Contact(key="me:", name="Mara Vogt")
LIFE = nw.Records(
    contacts=[MARA, XAVER, TWIN, nw.Contact(key=f"mailto:yolanda@{MAIL[-14:]}", name=OTHER)],
    interactions=[nw.Interaction(key=f"chat with {NAME}", when=NOON, participants=["me:", KEY])],
    me="me:",
)
NETWORK = nw.Network.from_records(LIFE, as_of=NOON)
GOAL = nw.Goal(fields=["ux"])


def interaction(**values: object) -> nw.Interaction:
    return nw.Interaction(**{"key": KEY, "when": NOON, "participants": [KEY, "me:"], **values})


@cache
def stored() -> SqliteStorage:
    storage = SqliteStorage(":memory:")
    storage.save(LIFE)
    return storage


@pytest.fixture(autouse=True, scope="module")
def closed() -> Iterator[None]:
    yield
    stored().close()


@attrs.frozen(kw_only=True, repr=False)
class Pupil(nw.Contact):
    school: str = ""


PROVOKED: dict[str, Callable[[], object]] = {
    # records
    "a key of two lines": lambda: nw.Contact(key=f"{KEY}\n{NAME}"),
    "a name that is none": lambda: nw.Contact(key=KEY, name=[NAME]),
    "mails that are one text": lambda: nw.Contact(key=KEY, emails=MAIL),
    "mails with an empty one": lambda: nw.Contact(key=KEY, emails=[MAIL, ""]),
    "aliases that are one text": lambda: nw.Contact(key=KEY, aliases=KEY),
    "a day that is a text": lambda: nw.Contact(key=KEY, seen=NAME),
    "work that is a text": lambda: nw.Contact(key=KEY, earlier_work=[NAME]),
    "a career of hers": lambda: nw.Contact(key=KEY, changed_career=NAME),
    "a tie to herself": lambda: nw.Tie(a=KEY, b=KEY),
    "a tie to her card": lambda: nw.Tie(a=CARD, b=CARD),
    "a relation of her name": lambda: nw.Tie(a="me:", b=KEY, relations=[NAME]),
    "relations that are one text": lambda: nw.Tie(a="me:", b=KEY, relations=NAME),
    "trust of her address": lambda: nw.Tie(a="me:", b=KEY, trust=MAIL),
    "a conflict of her name": lambda: nw.Tie(a="me:", b=KEY, ended_in_conflict=NAME),
    "nobody took part": lambda: interaction(participants=[]),
    "participants that are one text": lambda: interaction(participants=KEY),
    "a sender who did not": lambda: interaction(sender=CARD),
    "a moment of hers": lambda: interaction(when=NAME),
    "a channel of hers": lambda: interaction(channel=NAME),
    "a duration of hers": lambda: interaction(duration=MAIL),
    "an end before": lambda: nw.Experiment(
        key=f"tea with {NAME}", title=NAME, started=date(2026, 1, 2), ended=date(2026, 1, 1)
    ),
    "a kind of hers": lambda: nw.Experiment(
        key="a", title="a", started=date(2026, 1, 2), kind=NAME
    ),
    "met as one text": lambda: nw.Experiment(
        key="a", title="a", started=date(2026, 1, 2), met=NAME
    ),
    "a decision on herself": lambda: nw.Decision(a=KEY, b=KEY, is_one_person=True),
    "a goal of hers": lambda: nw.Goal(fields=NAME),
    "a report of a place of hers": lambda: nw.SourceReport(kind="mail", where=[NAME]),
    "a report of a reason of hers": lambda: nw.SourceReport(
        kind="mail", where="a", skipped={NAME: 1}
    ),
    # whole records
    "two of one key": lambda: nw.Records(contacts=[XAVER, XAVER]),
    "two cards": lambda: nw.Records(contacts=[TWIN, TWIN]),
    "a tie of somebody else": lambda: nw.Records(ties=[nw.Tie(a=KEY, b=CARD)]),
    "me who is not there": lambda: nw.Records(me=CARD),
    "a contact that is a text": lambda: nw.Records(contacts=[NAME]),
    "a pair that is a text": lambda: nw.Records(contacts=[XAVER, TWIN], merged=[KEY]),
    "both merged and apart": lambda: nw.Records(
        contacts=[XAVER, TWIN], merged=[(KEY, CARD)], kept_apart=[(KEY, CARD)]
    ),
    "an interaction twice": lambda: nw.Records(
        contacts=[XAVER, MARA], interactions=[interaction(), interaction()]
    ),
    "somebody of that name": lambda: LIFE.person(NAME),
    "somebody of a like name": lambda: LIFE.person("Yolanda Zwirnmaister"),
    "somebody of an unknown address": lambda: LIFE.person("xaver.quastenberg@other.example"),
    "somebody of an unknown number": lambda: LIFE.person("+49 171 9876544"),
    "the contact of a key": lambda: LIFE.contact(CARD + "x"),
    "merging unknown ones": lambda: LIFE.merge(NAME + "x", OTHER),
    "keeping one apart": lambda: LIFE.keep_apart(OTHER, OTHER),
    "a tie with an unknown one": lambda: LIFE.with_tie("Xaver Quastenburg"),
    "a tie of a wrong kind": lambda: LIFE.with_tie(OTHER, relations=[OTHER]),
    "met by one text": lambda: LIFE.with_experiment(title="a", started=date(2026, 1, 2), met=NAME),
    "an unknown field": lambda: LIFE.with_contact(OTHER, colour=NAME),
    "no records to join": lambda: LIFE.join(NAME),
    # storages
    "get of nobody": lambda: stored().contacts.get(f"{KEY}x"),
    "get of no card": lambda: stored().contacts.get(f"{CARD}x"),
    "get of no tie": lambda: stored().ties.get((KEY, CARD, "")),
    "get of no decision": lambda: stored().decisions.get((CARD, KEY)),
    "get of no interaction": lambda: stored().interactions.get(f"{NAME} again"),
    "get of a name of two": lambda: stored().ties.get((KEY, CARD)),
    "remove of nobody": lambda: stored().contacts.remove(f"{KEY}x"),
    "forget nobody": lambda: stored().forget(f"{KEY}x"),
    "forget one of two": lambda: stored().forget(NAME),
    "forget a contact of hers": lambda: stored().forget(nw.Contact(key=f"{KEY}y", name=NAME)),
    "forget one of a like name": lambda: stored().forget("Yolanda Zwirnmaister"),
    "forget the owner by name": lambda: stored().forget("Mara Vogt"),
    "between for a text": lambda: list(stored().interactions.between(people=[KEY], since=NAME)),
    "all of a text": lambda: stored().interactions.get_all(KEY),
    "a version of hers": lambda: stored().contacts.put(XAVER, version=MAIL),
    "a backup on a text of hers": lambda: stored().backup([MAIL]),
    "save of a text": lambda: stored().save(NAME),
    "an origin of hers": lambda: stored().put_origin(KEY),
    "a decision of a text": lambda: stored().decisions.put(KEY),
    "forget the owner": lambda: stored().forget("me:"),
    "put a text": lambda: stored().contacts.put(NAME),
    "put all of a text": lambda: stored().interactions.put_all(NAME),
    "put what has changed": lambda: stored().contacts.put(XAVER, version=99),
    "put a card that has changed": lambda: stored().contacts.put(TWIN, version=99),
    "put half a letter": lambda: stored().contacts.put(attrs.evolve(XAVER, notes=NAME + "\ud83d")),
    "put a NUL": lambda: check_storable(attrs.evolve(XAVER, name=NAME + "\0")),
    "put a pupil": lambda: stored().contacts.put(Pupil(key=KEY, name=NAME, school=NAME)),
    "no interactions": lambda: check_all_storable([NAME]),
    "people that are one": lambda: check_between(people=KEY),
    "an owner of hers": lambda: nw.open_storage(":memory:", owner=MAIL + "\0"),
    "a time-out of hers": lambda: nw.open_storage(":memory:", timeout=NAME),
    "a database of another kind": lambda: nw.open_storage(f"mysql://{MAIL}/x"),
    "a document of hers": lambda: nw.import_json(f'{{"format": "{NAME}"}}'),
    "a document that is none": lambda: nw.import_json(f"{NAME} {MAIL}"),
    "a document twice": lambda: nw.import_json(f'{{"{MAIL}": 1, "{MAIL}": 2}}'),
    "half a letter exported": lambda: nw.export_json(
        nw.Records(contacts=[attrs.evolve(XAVER, notes=NAME + "\ud83d")])
    ),
    "a record of a document": lambda: nw.import_json(
        nw.export_json(LIFE).replace("2026-03-01T12:00:00+00:00", NAME)
    ),
    # networks and lists
    "ties of nobody": lambda: NETWORK.ties_of(CARD + "x"),
    "no contact of a network": lambda: NETWORK.index_of(f"{KEY}x"),
    "an edge to herself": lambda: nw.Network.from_edges([KEY], [KEY]),
    "an edge without a key": lambda: nw.Network.from_edges([KEY], [CARD], keys=[KEY]),
    "a weight of hers": lambda: nw.Network.from_edges([KEY], [CARD], [MAIL]),
    "a list for nobody": lambda: nw.recommend(NETWORK, ego=f"{KEY}x"),
    "a list without her": lambda: nw.recommend(NETWORK, exclude=["Yolanda Zwirnmaister"]),
    "a list without a text": lambda: nw.recommend(NETWORK, exclude=NAME),
    "a list with a goal of hers": lambda: nw.recommend(NETWORK, goal=NAME),
    "a list with a strategy of hers": lambda: nw.recommend(NETWORK, strategy=NAME),
    "an introduction": lambda: nw.introductions(
        NETWORK, ego=CARD + "x", goal=nw.Goal(fields=["ux"])
    ),
    "holes of nobody": lambda: nw.metrics.structural_holes(NETWORK, nodes=[CARD + "x"]),
    "an experiment that is not": lambda: nw.without_experiment(
        LIFE, f"tea with {NAME}", as_of=NOON
    ),
    "a change of a text": lambda: nw.network_change(NAME, NETWORK),
    "a strategy that is none": lambda: check_strategy(NAME),
    "a seed of hers": lambda: nw.drift_to_core(
        LIFE, goal=GOAL, as_of=NOON, rng=np.random.default_rng(1)
    ),
    # documents and what came of advice
    "a document with a secret of hers": lambda: nw.function_coverage(NETWORK).to_dict(secret=MAIL),
    "a document with a short secret": lambda: nw.function_coverage(NETWORK).to_dict(
        secret=MAIL[:9].encode()
    ),
    "a schema of hers": lambda: nw.json_schema(NAME),
    "an answer of an unknown one": lambda: LIFE.with_answer(NAME + "x", "talked", on=NOON.date()),
    "an answer of one of two": lambda: LIFE.with_answer(NAME, "talked", on=NOON.date()),
    "an answer that is none": lambda: LIFE.with_answer(OTHER, NAME, on=NOON.date()),
    "an answer by somebody": lambda: LIFE.with_answer(
        OTHER, "talked", on=NOON.date(), introduced=[NAME + "x"]
    ),
    "a suggestion of somebody": lambda: LIFE.with_suggestions([NAME + "x"], on=NOON.date()),
    "suggestions on a day of hers": lambda: LIFE.with_suggestions([XAVER], on=MAIL),
    "a suggestion of hers": lambda: nw.Suggestion(key=KEY, contact=KEY, on=NAME),
    "a suggestion that brought her": lambda: nw.Suggestion(
        key="a", contact=KEY, on=date(2026, 1, 2), brought=[NAME]
    ),
    "questions of a text": lambda: nw.questions(LIFE, as_of=NOON, goal=NAME),
    "an owner who is not there": lambda: attrs.evolve(LIFE, me=f"{KEY}x"),
    "fields of a text": lambda: nw.fields_of(NAME),
    "pseudonyms of a text": lambda: nw.pseudonymise(NAME),
    "an export of a text": lambda: nw.export_json(NAME),
    "an export of an owner of hers": lambda: nw.export_json(LIFE, owner=[MAIL]),
    "a chronicle of hers": lambda: nw.Chronicle.from_records(LIFE).with_interactions([NAME]),
    "a network as of hers": lambda: nw.Network.from_records(LIFE, as_of=NAME),
    # exports
    "me of a name": lambda: nw.read_exports(__file__, me=[NAME]),
    "an export of nothing": lambda: nw.read_exports(__file__),
}


def shown(error: BaseException) -> str:
    """Everything of an error and of its causes that a log would hold, save for the code's lines."""
    told, at = [], error
    while at is not None:
        told += [str(at), repr(at), *traceback.format_exception_only(at)]
        at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)
    return "\n".join(told).casefold()


@pytest.mark.parametrize("name", PROVOKED)
def test_no_error_shows_an_address_or_a_name(name):
    with pytest.raises(nw.NetzwerkwandelError) as caught:
        PROVOKED[name]()

    text = shown(caught.value)
    assert [trace for trace in TRACES if trace in text] == []


def test_so_many_errors_are_provoked():
    assert len(PROVOKED) >= 60


class Hers:
    """Something of an app that says whom it is of."""

    def __repr__(self) -> str:
        return f"<{NAME} {MAIL}>"


HERS = [
    *(NAME, NAME.lower(), MAIL, TEL, NAME.encode(), [NAME], (MAIL,), {MAIL}, {NAME: MAIL}),
    *(Hers(), [Hers()], [{NAME}], {1: NAME}, (NAME.lower(), 3), f"{MAIL}\n{NAME}", XAVER),
    # Where a text is cut off, what is left of an address looks like none.
    *([f"{'k' * n}{MAIL}"] for n in range(30, 80, 5)),
]


@pytest.mark.parametrize("name", GOOD)
def test_no_error_shows_what_was_given_for_any_argument(name):
    function, good = GOOD[name]

    # By a place or a path a file is found, or made; a figure has a name of ours.
    for parameter in set(parameters(name)) - {"place", "path", "figure"}:
        for given in HERS:
            with ExitStack() as opened:
                try:
                    made = function(**{**good, parameter: given})
                    if isinstance(made, nw.Storage):
                        opened.enter_context(made)
                except nw.NetzwerkwandelError as error:
                    told = shown(error)
                    assert not any(trace in told for trace in TRACES), (parameter, given)


def test_no_error_of_a_damaged_file_shows_an_address_or_a_name(tmp_path: Path):
    path = tmp_path / "mara.db"
    with SqliteStorage(path) as storage:
        storage.save(LIFE)
        storage.ties.put(nw.Tie(a="me:", b=KEY))
    changes = [
        f'UPDATE contacts SET body = \'{{"key": "{KEY}", "name": 5}}\'',
        f"UPDATE contacts SET body = '{NAME}'",
        "UPDATE ties SET body = '{\"a\": 1}'",
        f"UPDATE interactions SET participants = '{MAIL}'",
        f"UPDATE interactions SET channel = '{NAME}'",
    ]
    for change in changes:
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(change)
        with SqliteStorage(path) as storage:
            problems = storage.check()
            assert problems
            for problem in problems:
                assert [trace for trace in TRACES if trace in shown(problem)] == []
            with pytest.raises(nw.UnreadableRecordError) as caught:
                storage.load()
            assert [trace for trace in TRACES if trace in shown(caught.value)] == []
