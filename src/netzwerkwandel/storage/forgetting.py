from __future__ import annotations

from netzwerkwandel.errors import InvalidArgumentError, NotFoundError, shown
from netzwerkwandel.model import Key
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.records.forgotten import forgotten
from netzwerkwandel.storage.protocols import Storage
from netzwerkwandel.storage.saving import Stored, check_storage


def forget_contact(storage: Storage, key: Key) -> None:
    """Forget a person who asks for it.

    She is taken out of every record: her contact and what exports said of her, the ties,
    decisions, suggestions and interactions that name her by any of her keys, the experiments and
    talks by which she was met, and the problems of reports that mention her. What she sent is
    removed; what she took part in with at least two others stays, without her. Where the place of
    a report, the title or key of an experiment holds a name or address of hers, an ellipsis takes
    its place ("Mails with Ben.zip" becomes "Mails with ….zip"); and where the key of what happened
    with her does, another key takes its place. What others' notes, employers and communities say of
    her stays: these are the words of the person whose data it is. Reading an export in which she
    still is finds her again.

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
        # All keys of the person whom it means, or the key alone, where it is named and no more.
        # Loading makes contacts of those whom ties, experiments and suggestions name. Decisions,
        # what exports said, and interactions, which are not loaded here, may name somebody else.
        person_of = stored.records().person_of
        keys = {each for each in person_of if person_of[each] == person_of.get(key)}
        if not keys and not (
            any(key in decision.pair for decision in stored.decisions)
            or any(key == found.key for found in stored.found)
            or any(True for _ in storage.interactions.between(people=[key]))
        ):
            raise NotFoundError("contact", key)
        keys = keys or {key}
        before = stored.records(storage.interactions.between(people=keys))
        if before.me in keys:
            raise InvalidArgumentError(
                f"the owner of the data cannot be forgotten, got {shown(key)}; clear() removes all"
            )
        after = forgotten(before, keys)
        stored.replace(storage, Stored.of(after))
        kept = {event.key for event in after.interactions}
        for event in before.interactions:
            if event.key not in kept:
                storage.interactions.remove(event.key)
        storage.interactions.put_all(after.interactions)
