"""Who is meant by a name or a profile in a LinkedIn archive?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

import attrs

from netzwerkwandel.model import ME, Key
from netzwerkwandel.sources.linkedin.archive import URL, Archive
from netzwerkwandel.sources.linkedin.names import (
    is_nobody,
    linkedin_name,
    name_key,
    split_names,
)
from netzwerkwandel.sources.tools import Row, page_key


class Seen(NamedTuple):
    """Somebody as a row names them: a key, the name and the address of the profile, if told."""

    key: Key
    name: str = ""
    url: str = ""


@attrs.frozen
class Members:
    """The names and profiles of an archive, and which of them are the owner's.

    Parameters
    ----------
    names : mapping of str to str
        Every name in the archive, case-folded, and as written.
    carriers : mapping of str to frozenset of str
        For a case-folded name, the keys of all profiles that bear it.
    my_names, my_keys : frozenset of str
        The owner's, names case-folded.
    asked : set of str
        Takes each key of which it is asked whether it is the owner's.
    """

    names: Mapping[str, str]
    carriers: Mapping[str, frozenset[Key]]
    my_names: frozenset[str] = frozenset()
    my_keys: frozenset[Key] = frozenset()
    asked: set[Key] = attrs.field(factory=set, repr=False, eq=False)

    @cached_property
    def _begins(self) -> frozenset[str]:
        """How names begin, which may have titles behind a comma."""
        return frozenset(name.partition(",")[0] for name in self.names)

    def is_mine(self, key: Key) -> bool:
        """Say whether a key is the owner's."""
        self.asked.add(key)
        return key in self.my_keys

    def seen(self, name: str, url: str) -> Seen | None:
        """Say who somebody is; None for a member who is hidden or has left.

        A name without a profile means the one profile of that name in this archive. Where there
        are several or none, it means a person of whom only the name is known.
        """
        name = linkedin_name(name)
        key = page_key(url)
        if key is not None:
            return Seen(ME if self.is_mine(key) else key, "" if is_nobody(name) else name, url)
        folded = name.casefold()
        if not name or is_nobody(name):
            return None
        if folded in self.my_names:
            return Seen(ME, name)
        carriers = self.carriers.get(folded, frozenset())
        key = min(carriers) if len(carriers) == 1 else name_key(name)
        return Seen(ME if self.is_mine(key) else key, name)

    def sender(self, message: Row) -> Seen | None:
        """Say who wrote a message."""
        return self.seen(message["from"], message["senderprofileurl"])

    def recipients(self, message: Row) -> list[Seen]:
        """Say who got a message, by their profiles where these are told, else by their names."""
        urls = [url for url in URL.findall(message["recipientprofileurls"]) if page_key(url)]
        names = split_names(message["to"], self.names, self._begins)
        if not urls:
            people = [self.seen(name, "") for name in names]
        elif len(urls) == len(names):
            people = [self.seen(name, url) for name, url in zip(names, urls, strict=True)]
        else:
            # Which page is whose cannot be told then; the pages are the surer half.
            people = [self.seen("", url) for url in urls]
        return [seen for seen in people if seen is not None]


def members_of(archive: Archive) -> Members:
    """Collect who is named in an archive; whose it is remains open."""
    names: dict[str, str] = {}
    carriers: dict[str, set[Key]] = defaultdict(set)
    for written, url in sorted(set(archive.named())):
        name = linkedin_name(written)
        if not name or is_nobody(name):
            continue
        folded = name.casefold()
        names[folded] = min(name, names.get(folded, name))
        key = page_key(url)
        if key is not None:
            carriers[folded].add(key)
    return Members(names, {name: frozenset(keys) for name, keys in carriers.items()})
