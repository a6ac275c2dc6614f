from __future__ import annotations

from collections.abc import Mapping

from netzwerkwandel.errors import InvalidArgumentError, NotFoundError
from netzwerkwandel.model import Key
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.records.forgotten import forgotten
from netzwerkwandel.storage.protocols import Storage, check_storage
from netzwerkwandel.storage.saving import Stored


def forget_contact(storage: Storage, key: Key) -> None:
    """Forget a person who asks for it.

    She is taken out of every record: her contact and what exports said of her, the ties,
    decisions and interactions that name her by any of her keys, the experiments by which she was
    met, and the problems of reports that mention her. What she sent is removed; what she took part
    in with at least two others stays, without her. What others' notes say of her stays: these are
    the words of the person whose data it is. Reading an export in which she still is finds her
    again.

    Call it from ``forget`` of a storage of your own, and then see to it that nothing is left on
    the disk where it was deleted.

    Parameters
    ----------
    storage : Storage
        Where.
    key : str
        Any of her keys.

    Raises
    ------
    NotFoundError
        If nobody is known by the key.
    InvalidArgumentError
        If she is the owner of the data (``clear`` removes everything), or an argument is of the
        wrong kind.

    Examples
    --------
    >>> from netzwerkwandel.model import Contact
    >>> from netzwerkwandel.storage import MemoryStorage
    >>> storage = MemoryStorage()
    >>> storage.contacts.put(Contact(key="card:1", name="Ben Okafor"))
    >>> forget_contact(storage, "card:1")
    >>> len(storage.contacts)
    0
    """
    check_storage(storage)
    check_kind("key", key, str)
    with storage.transaction():
        stored = Stored.read(storage)
        keys = _keys(storage, key, stored.records().person_of)
        before = stored.records(storage.interactions.between(people=keys))
        if before.me in keys:
            raise InvalidArgumentError(
                f"the owner of the data cannot be forgotten, got {key!r}; clear() removes all"
            )
        after = forgotten(before, keys)
        stored.replace(storage, after)
        kept = {event.key for event in after.interactions}
        for event in before.interactions:
            if event.key not in kept:
                storage.interactions.remove(event.key)
        storage.interactions.put_all(after.interactions)


def _keys(storage: Storage, key: Key, person_of: Mapping[Key, Key]) -> set[Key]:
    """All keys of the person whom a key means, or the key alone, where it is named and no more."""
    if key in person_of:
        return {each for each, person in person_of.items() if person == person_of[key]}
    # Loading makes contacts of those whom ties and experiments name. Decisions, what exports said,
    # and interactions, which are not loaded here, may name somebody of whom nothing else is known.
    is_named = (
        any(key in decision.pair for decision in storage.decisions)
        or any(key == found.key for found in storage.found)
        or any(True for _ in storage.interactions.between(people=[key]))
    )
    if not is_named:
        raise NotFoundError("contact", key)
    return {key}
