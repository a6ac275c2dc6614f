"""One address, two people: whose it is alone may be another's once both are known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from netzwerkwandel.identity.nodes import MOST_NAMES, as_nodes, name_text
from netzwerkwandel.identity.shared_keys import several_people
from netzwerkwandel.model.contact import Contact
from netzwerkwandel.model.keys import Key


def moved_keys(found: Iterable[Contact], others: Iterable[Contact]) -> dict[Key, Key]:
    """Say which keys mean somebody else once others are known, and what means the same then.

    Of two people who share a mail address one has it for her key, and the other with the name
    behind it (``as_nodes``); whoever is the only one known has it bare. Who is who is asked by
    names alone, so that no decision changes what another one means.

    Parameters
    ----------
    found : iterable of Contact
        What exports said when the keys were used.
    others : iterable of Contact
        What others said.

    Examples
    --------
    >>> jan, anna = (Contact(key="mailto:x@x.example", name=n) for n in ("Jan Weber", "Anna Huber"))
    >>> moved_keys([jan], [anna])
    {'mailto:x@x.example': 'mailto:x@x.example#jan weber'}
    >>> moved_keys([anna], [jan])
    {}
    """
    then, new = _by_address(found), _by_address(others)
    moved: dict[Key, Key] = {}
    for key, records in then.items():
        names = {each.name for each in records}
        if names.issuperset(each.name for each in new.get(key, ())):
            continue
        nodes = as_nodes({*records, *new[key]})
        called = {name_text(node.who): node.name for node in nodes if node.name.tokens}
        groups = several_people(dict(list(called.items())[:MOST_NAMES]), key)
        mine = [node for node in as_nodes(records) if node.name.tokens]
        if len(groups) > 1 and mine:
            before, now = name_text(mine[0].who), name_text(nodes[0].who)
            if not any(before in group and now in group for group in groups):
                moved[key] = f"{key}#{before}"
    return moved


def _by_address(found: Iterable[Contact]) -> dict[Key, set[Contact]]:
    """What was found under each mail address."""
    there: defaultdict[Key, set[Contact]] = defaultdict(set)
    for each in found:
        if each.key.startswith("mailto:"):
            there[each.key].add(each)
    return there
