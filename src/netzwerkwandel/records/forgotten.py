"""Records without a person who asks to be forgotten."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from collections.abc import Set as AbstractSet

import attrs

from netzwerkwandel.model.contact import Contact
from netzwerkwandel.model.interaction import Interaction
from netzwerkwandel.model.keys import Key
from netzwerkwandel.model.report import SourceReport
from netzwerkwandel.records.records import Records


_SCHEMES = frozenset(["mailto", "linkedin", "tel"])


def forgotten(records: Records, keys: AbstractSet[Key]) -> Records:
    """Take the person of these keys out of everything, and leave everything else as it is.

    What she sent is gone; of what she took part in with at least two others, only she is.
    """
    told = {
        text.casefold()
        for contact in (*records.contacts, *records.found)
        if contact.key in keys
        for text in _called(contact)
    }
    decided = (records.merged, records.kept_apart)
    merged, kept_apart = ([pair for pair in pairs if keys.isdisjoint(pair)] for pairs in decided)
    return attrs.evolve(
        records,
        contacts=[contact for contact in records.contacts if contact.key not in keys],
        found=[contact for contact in records.found if contact.key not in keys],
        ties=[tie for tie in records.ties if keys.isdisjoint((tie.a, tie.b))],
        interactions=list(_without(records, keys)),
        experiments=[
            attrs.evolve(each, met=set(each.met) - keys) if keys & set(each.met) else each
            for each in records.experiments
        ],
        merged=merged,
        kept_apart=kept_apart,
        reports=[_unmentioned(report, told) for report in records.reports],
    )


def _without(records: Records, keys: AbstractSet[Key]) -> Iterator[Interaction]:
    for event in records.interactions:
        others = set(event.participants) - keys
        if len(others) == len(event.participants):
            yield event
        elif event.sender not in keys and len({records.person_of[key] for key in others}) > 1:
            yield attrs.evolve(event, participants=others)


def _called(contact: Contact) -> Iterator[str]:
    """What a problem of a report may call a person."""
    yield from (*contact.emails, *contact.phones, *contact.profiles)
    for key in contact.keys:
        scheme, _, address = key.partition(":")
        yield address if scheme in _SCHEMES else key
    if len(contact.name.split()) > 1:
        yield contact.name


def _unmentioned(report: SourceReport, told: Collection[str]) -> SourceReport:
    kept = [
        problem
        for problem in report.problems
        if not any(text in str(problem).casefold() for text in told)
    ]
    return attrs.evolve(report, problems=kept)
