"""What can be asked of a storage, for Hypothesis to choose from; few keys, so that they meet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from operator import methodcaller

import attrs
from hypothesis import strategies as st

from netzwerkwandel.errors import NetzwerkwandelError
from netzwerkwandel.model import (
    Answer,
    Channel,
    Contact,
    Decision,
    Experiment,
    Interaction,
    Key,
    MeEvidence,
    Relation,
    Suggestion,
    Tie,
)
from netzwerkwandel.records import Found, Origin, Records
from netzwerkwandel.records.documents import text_of
from netzwerkwandel.storage import Storage
from netzwerkwandel.storage.kinds import K, R
from netzwerkwandel.testing.storages.examples import (
    CONTACTS,
    DECISIONS,
    EXPERIMENTS,
    FOUND,
    INTERACTIONS,
    NOON,
    SUGGESTIONS,
    TIES,
    RepositoryCase,
    east,
    written,
)


# Few names, and of every kind that databases sort or compare in ways of their own: capitals before
# small letters, umlauts after both, and a character that takes four bytes in UTF-8, two in UTF-16.
PEOPLE = ("Z", "a", "ä", "😀")
EVENTS = ("1", "01", "é", "'")
# What no database takes. It has to be refused, and what was written with it taken back.
NUL, HALF = "\0", "\ud83d"
# The first two are one instant in two zones, the third is just before it, by the least there is.
MOMENTS = (
    NOON,
    NOON.astimezone(east(5, 45)),
    NOON.astimezone(east(-3, -30)) - timedelta(microseconds=1),
    NOON + timedelta(hours=1),
    datetime.min.replace(tzinfo=UTC),
)
NAMES = ("Anna", "Änne Größe", "Anna Berg")
DAYS = (date(2025, 3, 1), date(2026, 3, 1))


@attrs.frozen(repr=False)
class Call:
    """Something that is asked of a storage, and how to call it."""

    name: str
    ask: Callable[[Storage], object]

    def __repr__(self) -> str:
        return self.name

    def answer(self, storage: Storage) -> object:
        """Ask it; an answer may be the class of an error of this library."""
        try:
            return self.ask(storage)
        except NetzwerkwandelError as error:
            return type(error)


@attrs.frozen(repr=False)
class Iteration:
    """An iteration that is begun at one moment, and may be read at another."""

    name: str
    begin: Callable[[Storage], Iterator[str]]

    def __repr__(self) -> str:
        return self.name


people = st.sampled_from(PEOPLE)
anybody = st.sampled_from((*PEOPLE, "nobody", HALF))
crowds = st.lists(anybody, max_size=3)
moments = st.sampled_from(MOMENTS)
numbers = st.sampled_from((None, 0.0, 0.1 + 0.2, 1e-300, 1.0))
pairs = st.lists(people, min_size=2, max_size=2, unique=True).map(lambda two: (two[0], two[1]))
contacts = st.builds(
    Contact,
    key=people,
    name=st.sampled_from(("", *NAMES, *NAMES, NUL)),
    emails=st.lists(st.just("x@example.org"), max_size=1),
    organisation=st.sampled_from(("", "Acme", "Beta")),
    aliases=st.lists(people, max_size=1),
    seen=st.none() | st.sampled_from(DAYS),
)
found = st.lists(contacts, min_size=1, max_size=2).map(
    lambda several: Found(
        key=several[0].key, contacts=[attrs.evolve(each, key=several[0].key) for each in several]
    )
)
ties = st.builds(
    lambda pair, since, trust, relations: Tie(
        a=pair[0], b=pair[1], since=since, trust=trust, relations=relations
    ),
    pairs,
    st.none() | st.sampled_from(DAYS),
    numbers,
    st.frozensets(st.sampled_from(Relation), max_size=2),
)
experiments = st.builds(
    Experiment,
    key=st.sampled_from(EVENTS),
    title=st.sampled_from(("", "a course", NUL)),
    started=st.sampled_from(DAYS),
    hours=numbers,
    met=st.lists(people, max_size=2),
)
suggestions = st.builds(
    Suggestion,
    key=st.sampled_from(EVENTS),
    contact=people,
    on=st.sampled_from(DAYS),
    answer=st.sampled_from(Answer),
    introduced=st.lists(people, max_size=2),
    notes=st.sampled_from(("", "likes tea", NUL)),
)
decisions = st.builds(
    lambda pair, is_one_person: Decision(a=pair[0], b=pair[1], is_one_person=is_one_person),
    pairs,
    st.booleans(),
)
origins = st.builds(Origin, me=st.none() | people, me_evidence=st.sampled_from(MeEvidence))


@st.composite
def interactions(draw: st.DrawFn) -> Interaction:
    """Interactions of a few people, now and then one that cannot be stored."""
    took_part = draw(st.lists(people, min_size=1, max_size=3, unique=True))
    return Interaction(
        key=draw(st.sampled_from((*EVENTS, *EVENTS, *EVENTS, HALF))),
        when=draw(moments),
        participants=took_part,
        channel=draw(st.sampled_from(Channel)),
        sender=draw(st.none() | st.sampled_from(took_part)),
        duration=draw(numbers),
    )


@st.composite
def records(draw: st.DrawFn) -> Records:
    """Records as an import gives them."""
    told = draw(st.lists(contacts, max_size=3))
    stated = draw(st.lists(ties, max_size=2))
    events = draw(st.lists(interactions(), max_size=3, unique_by=lambda each: each.key))
    tried = draw(st.lists(experiments, max_size=1))
    advised = draw(st.lists(suggestions, max_size=1))
    me = draw(st.none() | people)
    named = {key for tie in stated for key in (tie.a, tie.b)}
    named.update(*(each.participants for each in events), *(each.met for each in tried))
    named.update(key for each in advised for key in (each.contact, *each.introduced))
    named.update(() if me is None else [me])
    return Records.from_found(
        [*told, *(Contact(key=key) for key in sorted(named))],
        ties=stated,
        interactions=events,
        experiments=tried,
        suggestions=advised,
        me=me,
    )


def _writing(case: RepositoryCase[K, R], records: st.SearchStrategy[R]) -> st.SearchStrategy[Call]:
    noun, of = case.kind.noun, case.of

    def putting(record: R) -> Call:
        return Call(f"put {noun} {text_of(record)}", lambda storage: of(storage).put(record))

    def removing(record: R) -> Call:
        name = case.kind.name(record)
        return Call(f"remove {noun} {name!r}", lambda storage: of(storage).remove(name))

    return st.one_of(records.map(putting), records.map(putting), records.map(removing))


def _reading(case: RepositoryCase[K, R], records: st.SearchStrategy[R]) -> st.SearchStrategy[Call]:
    noun, of = case.kind.noun, case.of

    def getting(record: R) -> Call:
        name = case.kind.name(record)
        return Call(f"get {noun} {name!r}", lambda storage: text_of(of(storage).get(name)))

    return records.map(getting)


def _iterating(case: RepositoryCase[K, R]) -> st.SearchStrategy[Iteration]:
    of = case.of
    return st.just(Iteration(f"each {case.kind.noun}", lambda storage: map(text_of, of(storage))))


def _saving(saved: Records) -> Call:
    told = [*written(saved.found), *written(saved.ties), *written(saved.interactions)]
    return Call(f"save {told} of {saved.me!r}", lambda storage: storage.save(saved))


def _between(since: datetime | None, until: datetime | None, who: list[Key] | None) -> Iteration:
    return Iteration(
        f"interactions between {since} and {until} with {who}",
        lambda storage: map(text_of, storage.interactions.between(since, until, people=who)),
    )


# Of every kind, so that Hypothesis shrinks a history that goes wrong to the few calls that matter;
# what is more often the cause of trouble stands there more often.
writes = st.one_of(
    _writing(CONTACTS, contacts),
    _writing(FOUND, found),
    _writing(TIES, ties),
    _writing(EXPERIMENTS, experiments),
    _writing(SUGGESTIONS, suggestions),
    _writing(DECISIONS, decisions),
    origins.map(
        lambda origin: Call(
            f"put origin {text_of(origin)}", lambda storage: storage.put_origin(origin)
        )
    ),
)
events = st.one_of(
    _writing(INTERACTIONS, interactions()),
    st.lists(interactions(), min_size=1, max_size=4).map(
        lambda several: Call(
            f"put all {written(several)}", lambda storage: storage.interactions.put_all(several)
        )
    ),
)
saves = records().map(_saving)
removals = st.sampled_from(
    (
        *(
            Call(f"forget {key!r}", methodcaller("forget", key))
            for key in (*PEOPLE, *PEOPLE, "nobody", HALF)
        ),
        Call("clear", lambda storage: storage.clear()),
    )
)
reads = st.one_of(
    _reading(CONTACTS, contacts),
    _reading(FOUND, found),
    _reading(TIES, ties),
    _reading(INTERACTIONS, interactions()),
    _reading(EXPERIMENTS, experiments),
    _reading(SUGGESTIONS, suggestions),
    _reading(DECISIONS, decisions),
    st.lists(st.sampled_from((*EVENTS, HALF)), max_size=3).map(
        lambda keys: Call(
            f"get all {keys}", lambda storage: sorted(written(storage.interactions.get_all(keys)))
        )
    ),
    # As text, too: two interactions are equal that happened at one moment in different zones.
    st.just(Call("load", lambda storage: (loaded := storage.load(), written(loaded.interactions)))),
)
iterations = st.one_of(
    _iterating(CONTACTS),
    _iterating(TIES),
    _iterating(INTERACTIONS),
    st.builds(_between, st.none() | moments, st.none() | moments, st.none() | crowds),
    st.builds(_between, st.none(), st.none() | moments, st.none() | crowds),
    st.builds(_between, st.none(), st.none(), crowds),
)
