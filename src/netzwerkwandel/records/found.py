from __future__ import annotations

import attrs

from netzwerkwandel.errors import InvalidRecordError
from netzwerkwandel.model.contact import Contact
from netzwerkwandel.model.keys import Key
from netzwerkwandel.model.validation import check_key
from netzwerkwandel.records.orders import found_in_order


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
