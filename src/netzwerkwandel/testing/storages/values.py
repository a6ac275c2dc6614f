from __future__ import annotations

import sys
from datetime import date, datetime, timedelta, timezone

import pytest

from netzwerkwandel.errors import NotFoundError, StorageError
from netzwerkwandel.model import Contact, Experiment, Problem, SourceKind, SourceReport, Tie, Work
from netzwerkwandel.records import Found, Origin
from netzwerkwandel.records.documents import text_of
from netzwerkwandel.storage import Storage
from netzwerkwandel.testing.storages.examples import (
    ANNA,
    BEN,
    NOON,
    east,
    event,
    event_keys,
    everything,
)


# A database that keeps moments as text, as seconds or as floats fails at one of these: an offset of
# seconds, a moment before 1970, a microsecond, and the ends of what a datetime can say.
MOMENTS = {
    "in UTC": NOON,
    "in Nepal": datetime(2026, 3, 4, 17, 45, tzinfo=east(5, 45)),
    "in Liberia": datetime(1970, 1, 1, tzinfo=east(0, -44, -30)),
    "before 1970": datetime(1969, 12, 31, 23, 59, 59, 999_999, tzinfo=east(1)),
    "to a microsecond": datetime(2026, 3, 4, 5, 6, 7, 8, tzinfo=east(-3, -30)),
    "of an odd offset": datetime(2026, 3, 4, tzinfo=timezone(timedelta(hours=-1, microseconds=1))),
    "the first there is": datetime.min.replace(tzinfo=east(14)),
    "the last there is": datetime.max.replace(tzinfo=east(-12)),
}
DAYS = (date.min, date(1969, 12, 31), date(2024, 2, 29), date.max)
# The least number there is, one that no decimal is, a third, the first whole number after which
# some are missing, and the greatest: written as decimals with 15 digits, most come back as others.
NUMBERS = (0.0, 5e-324, 1e-300, 0.1 + 0.2, 1 / 3, 1.0, 2.0**53, 1e300, sys.float_info.max)
# What other languages write, and what means something to SQL, to its drivers, to JSON or to a file.
TEXTS = {
    "umlauts": "Änne Größe",
    "an accent of its own": "A\u0308nne",
    "emoji": "👩🏽\u200d🔬 😀",
    "Chinese": "李明",
    "from right to left": "\u202eמרים",
    "quotes": "O'Brien \"Bo\" `x` ''",
    "SQL": "'; DROP TABLE contacts; --",
    "wild cards": "100 % of_*?[a-z]",
    "parameters": "? ?1 :name @name $1 %s %(name)s {name}",
    "backslashes": "\\ \\n \\u0041 \\x00 C:\\",
    "controls": "\x01\t\x1b\x7f\ufeff.",
    "the last code points": "\ufffe\uffff\U0010ffff",
    "spaces around": "  a  ",
    "a number": "007",
    "an exponent": "1e5",
    "a document": '{"a": [null, "b"]}',
    "null": "null",
}
UNSTORABLE = {
    "a NUL": "me\0et",
    "the first half of a pair": "me\ud83det",
    "the second half of a pair": "me\ude00et",
}

each_day = pytest.mark.parametrize("day", DAYS, ids=str)
each_moment = pytest.mark.parametrize("moment", MOMENTS.values(), ids=MOMENTS)
each_number = pytest.mark.parametrize("number", NUMBERS, ids=repr)
each_text = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
each_unstorable = pytest.mark.parametrize("text", UNSTORABLE.values(), ids=UNSTORABLE)


class KeepsValues:
    """Moments, numbers and texts come back as they were, or are refused."""

    @each_moment
    def test_moments_keep_their_instant_and_their_offset(
        self, storage: Storage, moment: datetime
    ) -> None:
        storage.interactions.put(event("one", moment))
        storage.interactions.put_all([event("two", moment)])

        for when in (each.when for each in storage.interactions):
            assert (when, when.utcoffset()) == (moment, moment.utcoffset())
            assert when.isoformat() == moment.isoformat()

    @each_moment
    def test_moments_can_be_asked_for(self, storage: Storage, moment: datetime) -> None:
        storage.interactions.put(event("then", moment))

        assert event_keys(storage.interactions.between(moment)) == ["then"]
        assert event_keys(storage.interactions.between(until=moment)) == []

    @each_moment
    def test_moments_of_reports_keep_their_offset(self, storage: Storage, moment: datetime) -> None:
        report = SourceReport(kind=SourceKind.MAIL, where="a", first=moment, last=moment)
        origin = Origin(reports=[report])

        storage.put_origin(origin)

        assert text_of(storage.origin) == text_of(origin)

    @each_day
    def test_days_come_back_as_they_were(self, storage: Storage, day: date) -> None:
        contact = Contact(key=ANNA, seen=day, earlier_work=[Work(seen=day)])
        experiment = Experiment(key="x", title="x", started=day, ended=day)
        storage.contacts.put(contact)
        storage.ties.put(Tie(a=ANNA, b=BEN, since=day))
        storage.experiments.put(experiment)

        assert storage.contacts.get(ANNA) == contact
        assert storage.ties.get((ANNA, BEN, day.isoformat())).since == day
        assert storage.experiments.get("x") == experiment

    @each_number
    def test_numbers_come_back_to_the_last_bit(self, storage: Storage, number: float) -> None:
        share = min(number, 1.0)
        storage.interactions.put(event("one", hours=number))
        storage.interactions.put_all([event("two", hours=number)])
        storage.ties.put(Tie(a=ANNA, b=BEN, trust=share, closeness=share))
        storage.experiments.put(Experiment(key="x", title="", started=DAYS[1], hours=number))

        tie = storage.ties.get((ANNA, BEN, ""))
        assert [each.duration for each in storage.interactions] == [number, number]
        assert (tie.trust, tie.closeness) == (share, share)
        assert storage.experiments.get("x").hours == number

    @each_text
    def test_texts_come_back_as_they_were(self, storage: Storage, text: str) -> None:
        contact = Contact(
            key=ANNA,
            name=text,
            emails=[text, "x"],
            phones=[text],
            profiles=[text],
            organisation=text,
            position=text,
            fields=[text],
            communities=["x", text],
            notes=text,
            earlier_work=[Work(organisation=text, position=text)],
        )
        experiment = Experiment(key="x", title=text, started=DAYS[1], field=text)
        storage.contacts.put(contact)
        storage.found.put(Found(key=ANNA, contacts=[contact]))
        storage.experiments.put(experiment)

        assert storage.contacts.get(ANNA) == contact
        assert storage.found.get(ANNA).contacts == (contact,)
        assert storage.experiments.get("x") == experiment

    @each_text
    def test_keys_come_back_as_they_were_and_are_found(self, storage: Storage, text: str) -> None:
        storage.contacts.put(Contact(key=text, aliases=[text + "!"]))
        storage.ties.put(Tie(a=text, b=BEN))
        storage.experiments.put(Experiment(key=text, title="", started=DAYS[1], met=[text]))
        storage.interactions.put(event(text, people=[text, BEN]))
        storage.put_origin(Origin(me=text))

        (found,) = storage.interactions.between(people=[text])
        assert storage.contacts.get(text).aliases == (text + "!",)
        assert storage.ties.get((text, BEN, "")).a == text
        assert storage.experiments.get(text).met == (text,)
        assert found == storage.interactions.get(text)
        assert (found.key, set(found.participants)) == (text, {text, BEN})
        assert storage.origin.me == text

    def test_keys_that_look_alike_are_different(self, storage: Storage) -> None:
        alike = ["\u00e4", "a\u0308", "\u00c4", "1", "01", "1.0", "1e0", "a", "A", "a ", "%", "_"]

        for key in alike:
            storage.contacts.put(Contact(key=key, name=ascii(key)))
            storage.interactions.put(event(key, people=[key]))

        assert [storage.contacts.get(key).name for key in alike] == [ascii(key) for key in alike]
        for key in alike:
            assert event_keys(storage.interactions.between(people=[key])) == [key]
            assert event_keys(storage.interactions.get_all([key])) == [key]

    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\u2028", " ", ""])
    def test_notes_keep_their_line_breaks(self, storage: Storage, end: str) -> None:
        notes = f"met in Rome{end}and in Ulm{end}"
        storage.contacts.put(Contact(key=ANNA, notes=notes))

        assert storage.contacts.get(ANNA).notes == notes

    def test_notes_may_be_very_long(self, storage: Storage) -> None:
        notes = "Größe😀 " * 150_000
        storage.contacts.put(Contact(key=ANNA, notes=notes))

        assert storage.contacts.get(ANNA).notes == notes

    @each_unstorable
    def test_a_text_that_no_database_gives_back_is_refused_and_nothing_written(
        self, storage: Storage, text: str
    ) -> None:
        storage.contacts.put(Contact(key=ANNA, name="as before"))
        before = everything(storage)
        report = SourceReport(
            kind=SourceKind.MAIL, where="a", problems=[Problem("b", "is bad: " + text)]
        )

        several = ["x", text]
        for contact in (
            Contact(key=ANNA, name=text),
            Contact(key=ANNA, organisation=text),
            Contact(key=ANNA, position=text),
            Contact(key=ANNA, notes=text),
            Contact(key=ANNA, emails=several),
            Contact(key=ANNA, phones=several),
            Contact(key=ANNA, profiles=several),
            Contact(key=ANNA, fields=several),
            Contact(key=ANNA, communities=several),
            Contact(key=ANNA, earlier_work=[Work(), Work(position=text)]),
        ):
            with pytest.raises(StorageError):
                storage.contacts.put(contact)
        with pytest.raises(StorageError):
            storage.found.put(
                Found(key=ANNA, contacts=[Contact(key=ANNA), Contact(key=ANNA, name=text)])
            )
        with pytest.raises(StorageError):
            storage.experiments.put(Experiment(key="x", title=text, started=DAYS[1]))
        with pytest.raises(StorageError):
            storage.put_origin(Origin(reports=[report]))

        assert everything(storage) == before

    def test_a_key_with_half_a_surrogate_pair_is_refused_and_nothing_written(
        self, storage: Storage
    ) -> None:
        half = "\ud83d"
        before = everything(storage)

        with pytest.raises(StorageError):
            storage.contacts.put(Contact(key=half))
        with pytest.raises(StorageError):
            storage.contacts.put(Contact(key=ANNA, aliases=[half]))
        with pytest.raises(StorageError):
            storage.ties.put(Tie(a=ANNA, b=half))
        with pytest.raises(StorageError):
            storage.experiments.put(Experiment(key="x", title="", started=DAYS[1], met=[half]))
        with pytest.raises(StorageError):
            storage.interactions.put(event(half))
        with pytest.raises(StorageError):
            storage.interactions.put(event("x", people=[ANNA, half]))
        with pytest.raises(StorageError):
            storage.put_origin(Origin(me=half))

        assert everything(storage) == before

    @pytest.mark.parametrize("name", ["a\0b", "\ud83d"], ids=ascii)
    def test_a_name_that_cannot_be_stored_is_unknown(self, storage: Storage, name: str) -> None:
        storage.contacts.put(Contact(key="a"))
        storage.interactions.put(event("a", people=["a"]))

        for call in (storage.contacts.get, storage.contacts.remove, storage.forget):
            with pytest.raises(NotFoundError):
                call(name)
        assert list(storage.interactions.get_all([name])) == []
        assert list(storage.interactions.between(people=[name])) == []
