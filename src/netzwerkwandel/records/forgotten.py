"""Records without a person who asks to be forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from hashlib import blake2b

import attrs
import numpy as np

from netzwerkwandel.model.arrays import starts_of
from netzwerkwandel.model.experiment import Experiment
from netzwerkwandel.model.interaction import Interaction
from netzwerkwandel.model.interactions import InteractionColumns
from netzwerkwandel.model.keys import Key
from netzwerkwandel.model.report import Problem, SourceReport
from netzwerkwandel.records.records import Records


ADDRESSES = frozenset(["mailto", "linkedin", "tel"])
"""What a key begins with that holds an address, by which a report may call a person."""


def forgotten(records: Records, keys: AbstractSet[Key]) -> Records:
    """Take the person of these keys out of everything, and leave everything else as it is.

    What she sent is gone; of what she took part in with at least two others, only she is. Problems
    that mention her are gone. In the places of reports, the titles and keys of experiments and the
    keys of what happened, every name and address of hers is replaced by an ellipsis.
    """
    traces = Traces.of(records, keys)
    decided = (records.merged, records.kept_apart)
    merged, kept_apart = ([pair for pair in pairs if keys.isdisjoint(pair)] for pairs in decided)
    left = without_people(records.interactions, keys, records.person_of)
    return attrs.evolve(
        records,
        contacts=[contact for contact in records.contacts if contact.key not in keys],
        found=[contact for contact in records.found if contact.key not in keys],
        ties=[tie for tie in records.ties if keys.isdisjoint((tie.a, tie.b))],
        interactions=traces.out_of_keys(left),
        experiments=traces.out_of_experiments(records.experiments, keys),
        suggestions=[
            attrs.evolve(each, introduced=[who for who in each.introduced if who not in keys])
            for each in records.suggestions
            if each.contact not in keys
        ],
        merged=merged,
        kept_apart=kept_apart,
        reports=[traces.out_of_report(report) for report in records.reports],
    )


@attrs.frozen
class Traces:
    """What a person is called in texts: whole, and by single words of her name."""

    whole: re.Pattern[str]
    words: re.Pattern[str]

    @classmethod
    def of(cls, records: Records, keys: AbstractSet[Key]) -> Traces:
        """Gather what the contacts of these keys are called by."""
        hers = [each for each in (*records.contacts, *records.found) if each.key in keys]
        whole = {way for each in hers for way in (*each.emails, *each.phones, *each.profiles)}
        for key in {key for each in hers for key in each.keys}:
            scheme, _, address = key.partition(":")
            whole.add(address if scheme in ADDRESSES else key)
        # A given name alone is a word of other sentences, too.
        whole |= {each.name for each in hers if len(each.name.split()) > 1}
        # "von" and "de" are no names, and whoever bears the owner's name is not shown by it.
        named = {word for each in hers for word in each.name.split() if word[:1].isupper()}
        words = {word.strip(".,()") for word in named}
        if records.me is not None:
            words -= set(records.contact(records.me).name.split())
        return cls(_any_of(whole, "", ""), _any_of(words, r"(?<![^\W_])", r"(?![^\W_])"))

    def out_of(self, text: str) -> str:
        """Replace every trace in a text by an ellipsis.

        An underscore, as in the name of a file, is between words: ``Mails_with_Ben`` names Ben.
        """
        return self.words.sub("…", self.whole.sub("…", text))

    def out_of_report(self, report: SourceReport) -> SourceReport:
        """Leave out the problems that mention her, and her name in the places of the others."""
        return attrs.evolve(
            report,
            where=self.out_of(report.where),
            problems=[
                Problem(self.out_of(problem.where), problem.reason)
                for problem in report.problems
                if not self.whole.search(str(problem))
            ],
            nobodies=[
                attrs.evolve(each, named=[self.out_of(name) for name in each.named])
                for each in report.nobodies
            ],
        )

    def out_of_experiments(
        self, experiments: Iterable[Experiment], keys: AbstractSet[Key]
    ) -> list[Experiment]:
        """Leave her out of those who were met, and of titles and keys."""
        told: dict[Key, Experiment] = {}
        for each in experiments:
            key = name = self.out_of(each.key)
            # Two whose keys differed by her name alone stay two.
            count = 1
            while key in told:
                count += 1
                key = f"{name} ({count})"
            met = [who for who in each.met if who not in keys]
            told[key] = attrs.evolve(each, key=key, title=self.out_of(each.title), met=met)
        return list(told.values())

    def out_of_keys(self, happened: InteractionColumns) -> InteractionColumns:
        """Give what happened another key where its own names her; it is of nobody's making."""
        # One search in one long text settles nearly every life.
        text = "\n".join(happened.keys)
        if not (self.whole.search(text) or self.words.search(text)):
            return happened
        events: list[Interaction] = []
        for event in happened:
            key = event.key
            if self.out_of(key) != key:
                rest = (event.when, event.channel, event.participants, len(events))
                key = f"forgotten:{blake2b(repr(rest).encode(), digest_size=8).hexdigest()}"
            events.append(attrs.evolve(event, key=key))
        return InteractionColumns.from_interactions(events)


def _any_of(texts: AbstractSet[str], before: str, after: str) -> re.Pattern[str]:
    """A pattern for any of some texts, the longest first; for none where there are none."""
    several = sorted((text for text in texts if len(text) > 1), key=lambda text: (-len(text), text))
    inside = "|".join(map(re.escape, several)) or r"(?!)"
    return re.compile(f"{before}(?:{inside}){after}", re.IGNORECASE)


def without_people(
    happened: InteractionColumns, keys: AbstractSet[Key], person_of: Mapping[Key, Key]
) -> InteractionColumns:
    """Take some keys out of what happened: what they sent, and what fewer than two others shared.

    Parameters
    ----------
    happened : InteractionColumns
        What happened.
    keys : set of str
        Who is taken out.
    person_of : mapping of str to str
        Whom each key means: somebody who took part by two of her keys is one.

    Returns
    -------
    InteractionColumns
        The same object where none of them took part in anything.

    Examples
    --------
    >>> from datetime import UTC, datetime
    >>> from netzwerkwandel.model import Interaction
    >>> noon = datetime(2026, 3, 9, 12, tzinfo=UTC)
    >>> lunch = Interaction(key="lunch", when=noon, participants=["ben", "eva", "noor"])
    >>> happened = InteractionColumns.from_interactions([lunch])
    >>> person_of = {key: key for key in lunch.participants}
    >>> without_people(happened, {"eva"}, person_of)[0].participants
    ('ben', 'noor')
    """
    # One more place at the end is for nobody, who is -1 and who is not taken out.
    is_out = np.array([*(key in keys for key in happened.people), False])
    if not is_out.any():
        return happened
    n, people = len(happened), len(happened.people)
    number: dict[Key, int] = {}
    person = np.array([number.setdefault(person_of[key], len(number)) for key in happened.people])
    event = np.repeat(np.arange(n), np.diff(happened.starts))
    stays = ~is_out[happened.participants]
    # How many people are left of each event? Every participant is written as event * people +
    # person: of 10 people, the persons 4 6 4 in event 2 are 24 26 24. Each number once is 24 26,
    # and divided by 10 again 2 2: two are left of event 2.
    shared = np.unique(event[stays] * people + person[happened.participants[stays]]) // people
    is_whole = np.bincount(event[stays], minlength=n) == np.diff(happened.starts)
    is_shared = np.bincount(shared, minlength=n) > 1
    kept = np.flatnonzero(is_whole | (is_shared & ~is_out[happened.sender]))
    left = happened.take(kept)
    # Those who are out still stand in what is kept, and are now left out of it.
    is_out = np.array([*(key in keys for key in left.people), False])
    stays = ~is_out[left.participants]
    number_now = np.cumsum(~is_out) - 1
    number_now[-1] = -1
    counts = np.add.reduceat(stays.astype(np.int64), left.starts[:-1])
    return attrs.evolve(
        left,
        sender=number_now[left.sender],
        starts=starts_of(counts),
        participants=number_now[left.participants[stays]],
        people=[key for key in left.people if key not in keys],
    )
