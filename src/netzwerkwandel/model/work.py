from __future__ import annotations

from datetime import date

import attrs

from netzwerkwandel.model.validation import check_optional_day, check_text


@attrs.frozen(kw_only=True)
class Work:
    """Where did somebody work, and as what, when it was last told?

    Parameters
    ----------
    organisation, position : str
        Where, and as what; empty says not known.
    seen : date or None
        The last day as of which this was told; None for not known.

    Raises
    ------
    InvalidRecordError
        If a value breaks the rule of its field.

    Examples
    --------
    >>> Work(organisation="Contoso", seen=date(2025, 3, 1))
    Work(organisation='Contoso', position='', seen=datetime.date(2025, 3, 1))
    """

    organisation: str = attrs.field(default="", validator=check_text)
    position: str = attrs.field(default="", validator=check_text)
    seen: date | None = attrs.field(default=None, validator=check_optional_day)
