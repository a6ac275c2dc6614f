from __future__ import annotations

import attrs

from netzwerkwandel.model.keys import Key
from netzwerkwandel.model.report import SourceReport
from netzwerkwandel.model.validation import check_optional_key
from netzwerkwandel.model.vocabularies import MeEvidence
from netzwerkwandel.records.orders import me_evidence, reports_in_order


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
