from __future__ import annotations

import attrs

from netzwerkwandel.errors import InvalidRecordError
from netzwerkwandel.model.keys import Key
from netzwerkwandel.model.validation import check_bool, check_key


@attrs.frozen(kw_only=True, repr=False)
class Decision:
    """What was decided about two keys: are they one person, or two?

    Parameters
    ----------
    a, b : str
        The two keys, in any order; kept with the smaller first.
    is_one_person : bool
        True where they were merged, False where they were kept apart.

    Raises
    ------
    InvalidRecordError
        If a value breaks the rule of its field, or both keys are the same.

    Examples
    --------
    >>> Decision(a="mailto:ben@example.org", b="linkedin:ben", is_one_person=True).pair
    ('linkedin:ben', 'mailto:ben@example.org')
    """

    a: Key = attrs.field(validator=check_key)
    b: Key = attrs.field(validator=check_key)
    is_one_person: bool = attrs.field(validator=check_bool)

    def __attrs_post_init__(self) -> None:
        if self.a == self.b:
            raise InvalidRecordError(f"a decision is about two keys, got {self.a!r} twice")
        if self.b < self.a:
            a, b = self.b, self.a
            object.__setattr__(self, "a", a)
            object.__setattr__(self, "b", b)

    def __repr__(self) -> str:
        return f"Decision({'one person' if self.is_one_person else 'two people'})"

    @property
    def pair(self) -> tuple[Key, Key]:
        """The two keys, the smaller first."""
        return self.a, self.b
