"""How common names are among some contacts: how many others of a name are to be expected?"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from netzwerkwandel.identity.common_names import (
    COMMON_FAMILY,
    COMMON_GIVEN,
    RARE_FAMILY,
    RARE_GIVEN,
)
from netzwerkwandel.identity.nicknames import full_names
from netzwerkwandel.identity.person_name import PersonName
from netzwerkwandel.identity.reasons import LookalikeReason


_RARE = 0.05
_USUAL, _WEIGHT = 0.1, 20
"""Of twenty contacts two stand there twice: what is believed before anything is counted."""


class Census:
    """Counts names, each once, so that one woman with six addresses makes no name common.

    Parameters
    ----------
    names : iterable of PersonName
        Those of all contacts; names that are not whole count for the size only.

    Examples
    --------
    >>> from netzwerkwandel.identity.names import parse_name
    >>> census = Census([parse_name("Thomas Müller"), parse_name("Ngozi Eze")] * 2)
    >>> common, rare = (parse_name(name) for name in ("Thomas Müller", "Ngozi Eze"))
    >>> common, rare = (census.expected(n, LookalikeReason.SAME_NAME) for n in (common, rare))
    >>> common > 100 * rare
    True
    """

    def __init__(self, names: Iterable[PersonName]) -> None:
        bearers: Counter[frozenset[str]] = Counter()
        whole: dict[frozenset[str], PersonName] = {}
        self._size = 0
        for name in names:
            self._size += 1
            if name.is_spelt_out:
                bearers[name.tokens] += 1
                whole.setdefault(name.tokens, name)
        self._given = Counter(name.given[0] for name in whole.values())
        self._initials = Counter(name.given[0][0] for name in whole.values())
        self._family = Counter(word for name in whole.values() for word in set(name.family_core))
        self._distinct = max(1, len(whole))
        # People of one name meet again and again.
        self._expected: dict[tuple[PersonName, LookalikeReason], float] = {}
        self.twice = self._share_twice(bearers, whole)

    def _share_twice(
        self, bearers: Counter[frozenset[str]], whole: dict[frozenset[str], PersonName]
    ) -> float:
        """How many contacts stand there a second time, estimated by rare names.

        Of 50,000 different people several thousand share a name with another by chance. So many
        are expected: only what is beyond that, among names of which hardly any is, says that
        people stand there twice.
        """
        seen, chance, size = 0, 0.0, 0
        for tokens, n in bearers.items():
            expected = self.expected(whole[tokens], LookalikeReason.SAME_NAME)
            if expected < _RARE:
                seen, chance, size = seen + n - 1, chance + n * expected / 2, size + n
        beyond = max(0.0, seen - chance - 2 * math.sqrt(chance))
        return (beyond + _USUAL * _WEIGHT) / (size + _WEIGHT)

    def expected(self, name: PersonName, reason: LookalikeReason) -> float:
        """How many others are to be expected who are alike for a reason: of a name, of a half?"""
        if (name, reason) not in self._expected:
            self._expected[name, reason] = self._estimated(name, reason)
        return self._expected[name, reason]

    def _estimated(self, name: PersonName, reason: LookalikeReason) -> float:
        if reason is LookalikeReason.FAMILY_IN_OTHER_SCRIPT:
            given = 1.0
        elif reason is LookalikeReason.INITIAL_FITS:
            given = (self._initials[name.given[0][0]] + 1) / (self._distinct + 20)
        else:
            forms = {name.given[0], *full_names(name.given[0])}
            usual = max(COMMON_GIVEN.get(form, RARE_GIVEN) for form in forms)
            given = max(usual, (self._given[name.given[0]] - 2) / self._distinct)
        family = min(
            max(COMMON_FAMILY.get(word, RARE_FAMILY), (self._family[word] - 2) / self._distinct)
            for word in name.family_core
        )
        return self._size * given * family
