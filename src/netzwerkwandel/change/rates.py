"""How often something happens per hour, told from how often it did in groups that differ."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

import attrs


@attrs.frozen
class Evidence:
    """So many in so many hours: what a rate is told from, and a gamma distribution of the rate."""

    count: float = 0.0
    hours: float = 0.0

    @property
    def mean(self) -> float:
        """The rate that it speaks for; the hours must not be 0."""
        return self.count / self.hours

    def __add__(self, other: Evidence) -> Evidence:
        return Evidence(self.count + other.count, self.hours + other.hours)

    def seen_through(self, hours: float) -> Evidence:
        """What it says of a rate that differs from its own.

        The same mean. Its variance, m / h, grows by that of the difference, m / ``hours``.
        """
        kept = hours / (hours + self.hours)
        return Evidence(self.count * kept, self.hours * kept)


Group: TypeAlias = tuple[str, str]
"""A kind, and a field within it."""

WEAK = Evidence(0.5, 2.0)
"""What is assumed before anything is known: Jeffreys' shape of 1/2, worth two hours."""
VARIATION = 1.0
"""How much groups are assumed to differ: the squared coefficient of variation of their rates."""
FIELDS = 3.0
"""How many fields that assumption is worth."""


def posterior(groups: Mapping[Group, Evidence], group: Group) -> Evidence:
    """What is known of the rate of a group: its own evidence, and that of all others.

    Each of the others is seen through what lies between: the differences of fields within a kind,
    and of kinds.
    """
    total = sum(groups.values(), WEAK)
    field_step = 1.0 / (variation(groups) * total.mean)
    kind_step = 1.0 / (VARIATION * total.mean)
    kinds = dict.fromkeys([group[0], *(kind for kind, _ in groups)], Evidence())
    for other, evidence in groups.items():
        if other != group:
            kinds[other[0]] += evidence.seen_through(field_step)
    beyond = [kinds[kind].seen_through(kind_step) for kind in kinds if kind != group[0]]
    above = sum(beyond, WEAK).seen_through(kind_step)
    prior = (above + kinds[group[0]]).seen_through(field_step)
    return prior + groups.get(group, Evidence())


def variation(groups: Mapping[Group, Evidence]) -> float:
    r"""How much do the true rates of fields differ within a kind?

    Their squared coefficient of variation by the method of moments, from

    .. math:: E \sum_f h_f (r_f - m)^2 = (F - 1) m + v m^2 \Bigl(H - \sum_f h_f^2 / H\Bigr)

    for the F fields of a kind with rates r in h hours, H in all, and m their common mean; averaged
    with ``VARIATION`` as if that came from ``FIELDS`` more fields, so that few data decide little
    and fields never count as all alike.
    """
    excess, weight, freedom = 0.0, 0.0, 0
    for kind in sorted({kind for kind, _ in groups}):
        fields = [evidence for (of, _), evidence in groups.items() if of == kind]
        total = sum(fields, Evidence())
        mean, free = total.mean, len(fields) - 1
        if mean == 0 or free == 0:
            continue
        spread = sum(each.hours * (each.mean - mean) ** 2 for each in fields)
        excess += spread - free * mean
        weight += mean**2 * (total.hours - sum(each.hours**2 for each in fields) / total.hours)
        freedom += free
    found = max(excess / weight, 0.0) if freedom else 0.0
    return (FIELDS * VARIATION + freedom * found) / (FIELDS + freedom)
