"""Where records come from: what exports said of whom, whose they are, where they were read."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from netzwerkwandel.errors import InvalidRecordError
from netzwerkwandel.model.contact import Contact, contact_order
from netzwerkwandel.model.keys import Key
from netzwerkwandel.model.report import SourceReport
from netzwerkwandel.model.validation import check_key, check_optional_key, instances, member
from netzwerkwandel.model.vocabularies import MeEvidence


def found_in_order(value: Iterable[Contact]) -> tuple[Contact, ...]:
    """Contacts as found by key, several for one person, each once."""
    return tuple(sorted(set(instances(Contact, "found", value)), key=contact_order))


def reports_in_order(value: Iterable[SourceReport]) -> tuple[SourceReport, ...]:
    """Reports by source."""
    reports = instances(SourceReport, "reports", value)
    return tuple(sorted(reports, key=lambda report: (report.where, report.kind)))


def me_evidence(value: MeEvidence | str) -> MeEvidence:
    """How the owner was recognised."""
    return member(MeEvidence, value, "me_evidence")


@attrs.frozen(kw_only=True, repr=False)
class Found:
    """Everything that exports said of the person behind one key, as they said it.

    Parameters
    ----------
    key : str
        The key.
    contacts : sequence of Contact
        At least one, all of this key, each once; kept in order.

    Raises
    ------
    InvalidRecordError
        If there is none, or one of another key.

    Examples
    --------
    >>> key = "mailto:ben@example.org"
    >>> Found(key=key, contacts=[Contact(key=key, name="Ben"), Contact(key=key, name="B. Okafor")])
    Found(2 contacts)
    """

    key: Key = attrs.field(validator=check_key)
    contacts: tuple[Contact, ...] = attrs.field(converter=found_in_order)

    def __attrs_post_init__(self) -> None:
        keys = {contact.key for contact in self.contacts}
        if keys != {self.key}:
            raise InvalidRecordError(
                f"contacts must all have the key {self.key!r}, got {sorted(keys)} in Found"
            )

    def __repr__(self) -> str:
        return f"Found({len(self.contacts)} contact{'' if len(self.contacts) == 1 else 's'})"


@attrs.frozen(kw_only=True, repr=False)
class Origin:
    """Whose data is this, and where was it read?

    Parameters
    ----------
    me : str or None
        A key of the person whose data it is.
    me_evidence : MeEvidence
        How she was recognised.
    reports : sequence of SourceReport
        What was read, what was left out, and why.

    Examples
    --------
    >>> Origin(me="me:")
    Origin(0 reports)
    """

    me: Key | None = attrs.field(default=None, validator=check_optional_key)
    me_evidence: MeEvidence = attrs.field(default=MeEvidence.GIVEN, converter=me_evidence)
    reports: tuple[SourceReport, ...] = attrs.field(default=(), converter=reports_in_order)

    def __repr__(self) -> str:
        return f"Origin({len(self.reports)} report{'' if len(self.reports) == 1 else 's'})"
