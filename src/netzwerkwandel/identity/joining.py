"""Several contacts of one person made one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

import attrs

from netzwerkwandel.identity.employment import employment
from netzwerkwandel.identity.names import parse_name
from netzwerkwandel.identity.shared_keys import is_role_key
from netzwerkwandel.model.contact import Contact, contact_order
from netzwerkwandel.model.keys import (
    ME,
    Key,
    email_key,
    key_order,
    phone_key,
    profile_key,
)


def key_rank(key: Key) -> tuple[bool, bool, tuple[int, Key]]:
    """Order the keys of one person: what is stable first, then a role's address, ``ME`` last."""
    return key == ME, is_role_key(key), key_order(key)


def best_name(names: Mapping[str, int]) -> str:
    """Choose what to call a person: a full name, the one used most, the longest.

    Parameters
    ----------
    names : mapping of str to int
        How often each is used.

    Examples
    --------
    >>> best_name(Counter(["ben", "B. Okafor", "Okafor, Ben", "Ben Okafor", "BEN OKAFOR"]))
    'Ben Okafor'
    """
    known = [name for name in names if name.strip()]
    if len(known) < 2:
        return "".join(known)
    ranked = []
    for name in known:
        parsed = parse_name(name)
        words = parsed.given + parsed.family
        # Five words and more are a sentence and no name, and count as a single word.
        n, spelt_out = len(words), sum(len(word) > 1 for word in words)
        if n > 4:
            n = spelt_out = 1
        is_odd = name.isupper() or name.islower() or "," in name
        order = ("@" in name, -spelt_out, not parsed.is_full, -n, is_odd, -names[name], -len(name))
        ranked.append((order, name))
    return min(ranked)[1]


def joined(records: Sequence[Contact], aliases: Iterable[Key]) -> Contact:
    """Make one contact of those of one person, under the most stable of their keys.

    Where and as what she works is as it was told last (``employment``). Whether she has changed
    career is what a record states; where none does, it is estimated: True for a move to another
    employer and into another occupation, and otherwise not known.

    Parameters
    ----------
    records : sequence of Contact
        At least one; the order does not matter.
    aliases : iterable of str
        All keys that name this person and nobody else; her own may be among them.
    """
    key = min((record.key for record in records), key=key_rank)
    others = tuple(sorted(set(aliases) - {key}))
    if len(records) == 1:
        only = records[0]
        return only if only.aliases == others else attrs.evolve(only, aliases=others)
    records = sorted(records, key=lambda each: (key_rank(each.key), contact_order(each)))
    name = best_name(Counter(record.name for record in records))
    work = employment(records)
    stated = {record.changed_career for record in records} - {None}
    return Contact(
        key=key,
        name=name,
        emails=_distinct((e for record in records for e in record.emails), email_key),
        phones=_distinct((p for record in records for p in record.phones), phone_key),
        profiles=_distinct((p for record in records for p in record.profiles), profile_key),
        organisation=work.current.organisation,
        position=work.current.position,
        fields=sorted({field for record in records for field in record.fields}),
        communities=sorted({each for record in records for each in record.communities}),
        changed_career=True in stated if stated else (work.is_other_career or None),
        notes="\n".join(dict.fromkeys(record.notes for record in records if record.notes)),
        aliases=others,
        seen=work.current.seen,
        earlier_work=work.earlier,
        nicknames=_other_names(name, records),
        born=max((record.born for record in records), key=lambda day: (len(day), day)),
        work_phones=_distinct((p for record in records for p in record.work_phones), phone_key),
    )


def _other_names(name: str, records: Sequence[Contact]) -> list[str]:
    """What else she is called: nicknames, and whole names that have other words than hers.

    Whom they contradict is never joined with her, also when it is asked of this contact alone.
    """
    known = {each for record in records for each in record.nicknames}
    words = {parse_name(each).tokens for each in (name, *known)}
    for other in sorted({record.name for record in records}):
        parsed = parse_name(other)
        if parsed.is_spelt_out and not parsed.is_several and parsed.tokens not in words:
            known.add(other)
            words.add(parsed.tokens)
    return sorted(known)


def _distinct(texts: Iterable[str], key_of: Callable[[str], Key | None]) -> tuple[str, ...]:
    """Each address once, sorted, in the first of its spellings."""
    chosen: dict[Key, str] = {}
    for text in sorted(texts):
        chosen.setdefault(key_of(text) or text, text)
    return tuple(sorted(chosen.values()))
