from __future__ import annotations

from datetime import date

import pytest

from netzwerkwandel.errors import InvalidArgumentError, NotFoundError
from netzwerkwandel.model import (
    Contact,
    Decision,
    Experiment,
    Interaction,
    Problem,
    SourceKind,
    SourceReport,
    Suggestion,
    Tie,
)
from netzwerkwandel.records import Found, Origin
from netzwerkwandel.storage import Storage
from netzwerkwandel.testing.storages.examples import (
    ANNA,
    BEN,
    EVA,
    FULL,
    MARA,
    NOBODY,
    NOON,
    event,
    event_keys,
    everything,
)


TRACES = (ANNA, "linkedin:anna", "anna@", "Änne", "Größe", "1701234567")
"""What names her, in any of her records."""


def life(storage: Storage) -> None:
    """Put what there is of four people, one of whom is named by all her keys."""
    for contact in (FULL, Contact(key=BEN), Contact(key=EVA), Contact(key=MARA)):
        storage.contacts.put(contact)
        storage.found.put(Found(key=contact.key, contacts=[contact]))
    storage.found.put(Found(key="linkedin:anna", contacts=[Contact(key="linkedin:anna")]))
    for a, b in ((MARA, ANNA), ("linkedin:anna", BEN), (MARA, BEN)):
        storage.ties.put(Tie(a=a, b=b))
    storage.interactions.put_all(
        [
            # What two did is about her and goes; of what three did the other two may know.
            event("two of us", people=[ANNA, MARA]),
            event("three of us", people=["mailto:anna@example.org", BEN, MARA]),
            event("without her", people=[BEN, MARA]),
            # What she wrote is her own, however many read it.
            Interaction(
                key="sent by her",
                when=NOON,
                participants=["linkedin:anna", BEN, MARA],
                sender="linkedin:anna",
            ),
        ]
    )
    for key, met in (("course", [ANNA, BEN]), ("talk", [BEN])):
        storage.experiments.put(Experiment(key=key, title=key, started=date(2026, 1, 1), met=met))
    for who, met in ((ANNA, [BEN]), (BEN, ["linkedin:anna", EVA])):
        storage.suggestions.put(
            Suggestion(key=f"suggestion:{who}", contact=who, on=date(2026, 1, 1), introduced=met)
        )
    storage.decisions.put(Decision(a="linkedin:anna", b=ANNA, is_one_person=True))
    storage.decisions.put(Decision(a=BEN, b="tel:+491701234567", is_one_person=False))
    storage.decisions.put(Decision(a=BEN, b=EVA, is_one_person=False))
    problems = [Problem("a.mbox", "anna@example.org has no date"), Problem("b.mbox", "no date")]
    reports = [SourceReport(kind=SourceKind.MAIL, where="mail", problems=problems)]
    storage.put_origin(Origin(me=MARA, reports=reports))


class Forgets:
    """What ``forget`` promises."""

    @pytest.mark.parametrize("who", [ANNA, "linkedin:anna", "mailto:anna@example.org"])
    def test_nothing_is_left_of_a_person_who_is_forgotten(self, storage: Storage, who: str) -> None:
        life(storage)

        storage.forget(who)

        # Searched as text, so that it is found wherever it stands, and not only where it belongs.
        told = repr(everything(storage)) + repr(storage.origin.reports)
        assert [trace for trace in TRACES if trace in told] == []
        assert list(storage.interactions.between(people=[ANNA, "linkedin:anna"])) == []
        assert ANNA not in storage.load().person_of

    @pytest.mark.parametrize("who", [FULL, "Anna@example.org", FULL.name], ids=str)
    def test_a_person_is_forgotten_as_she_is_known(
        self, storage: Storage, who: Contact | str
    ) -> None:
        life(storage)

        storage.forget(who)

        assert ANNA not in storage.load().person_of

    def test_of_several_who_may_be_meant_nobody_is_forgotten(self, storage: Storage) -> None:
        life(storage)
        storage.contacts.put(Contact(key=NOBODY, name=FULL.name))
        before = everything(storage)

        with pytest.raises(InvalidArgumentError, match="2 people"):
            storage.forget(FULL.name)

        assert everything(storage) == before

    def test_others_stay_as_they_are(self, storage: Storage) -> None:
        life(storage)

        storage.forget(ANNA)

        assert [contact.key for contact in storage.contacts] == [BEN, EVA, MARA]
        assert [found.key for found in storage.found] == [BEN, EVA, MARA]
        assert [(tie.a, tie.b) for tie in storage.ties] == [(MARA, BEN)]
        assert [decision.pair for decision in storage.decisions] == [(BEN, EVA)]
        assert [each.met for each in storage.experiments] == [(BEN,), (BEN,)]
        assert [(s.contact, s.introduced) for s in storage.suggestions] == [(BEN, (EVA,))]
        assert storage.origin.me == MARA
        assert [p.where for p in storage.origin.reports[0].problems] == ["b.mbox"]

    def test_what_she_took_part_in_with_two_others_stays_without_her(
        self, storage: Storage
    ) -> None:
        life(storage)

        storage.forget(ANNA)

        assert event_keys(storage.interactions) == ["three of us", "without her"]
        assert storage.interactions.get("three of us").participants == (BEN, MARA)

    def test_a_person_can_be_forgotten_who_is_named_and_no_more(self, storage: Storage) -> None:
        storage.ties.put(Tie(a=ANNA, b=BEN))
        storage.interactions.put(event("tea", people=[EVA, BEN]))
        storage.decisions.put(Decision(a=MARA, b=BEN, is_one_person=False))
        storage.found.put(Found(key=NOBODY, contacts=[Contact(key=NOBODY)]))

        for key in (ANNA, EVA, MARA, NOBODY):
            storage.forget(key)

        assert storage.load().contacts == (Contact(key=BEN),)
        assert [len(each) for each in (storage.ties, storage.decisions, storage.found)] == [0] * 3

    def test_to_forget_somebody_unknown_says_whom(self, storage: Storage) -> None:
        life(storage)
        before = everything(storage)

        with pytest.raises(NotFoundError) as error:
            storage.forget(NOBODY)
        assert NOBODY in error.value.key

        assert everything(storage) == before

    def test_who_was_forgotten_is_unknown(self, storage: Storage) -> None:
        life(storage)
        storage.forget(ANNA)

        with pytest.raises(NotFoundError):
            storage.forget(ANNA)

    def test_the_owner_cannot_be_forgotten(self, storage: Storage) -> None:
        life(storage)
        before = everything(storage)

        with pytest.raises(InvalidArgumentError, match="clear"):
            storage.forget(MARA)

        assert everything(storage) == before
