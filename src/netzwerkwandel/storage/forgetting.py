from __future__ import annotations

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Contact
from netzwerkwandel.records.forgotten import forgotten
from netzwerkwandel.storage.protocols import Storage
from netzwerkwandel.storage.saving import Stored, check_storage


def forget_contact(storage: Storage, who: Contact | str) -> None:
    """Forget a person who asks for it.

    She is taken out of every record: her contact and what exports said of her, the ties,
    decisions, suggestions and interactions that name her by any of her keys, the experiments and
    talks by which she was met, and the problems of reports that mention her. What she sent is
    removed; what she took part in with at least two others stays, without her. Where the place of
    a report, the title or key of an experiment holds a name or address of hers, an ellipsis takes
    its place ("Mails with Ben.zip" becomes "Mails with ….zip"); and where the key of what happened
    with her does, another key takes its place. What others' notes, employers and communities say of
    her stays: these are the words of the person whose data it is. The next import of an export in
    which she still is brings her back: forget her anew after it.

    Call it from ``forget`` of a storage of your own, and then see to it that nothing is left on
    the disk where it was deleted.

    Parameters
    ----------
    storage : Storage
        Where.
    who : Contact or str
        The person as she is known: a contact, an address, a number, or a name that only one person
        bears (see ``Records.person``); or any key that names somebody, be there a contact or not.

    Raises
    ------
    NotFoundError
        If nobody is known by it.
    InvalidArgumentError
        If several people are, or she is the owner of the data (``clear`` removes everything), or an
        argument is of the wrong kind.

    Examples
    --------
    >>> from netzwerkwandel.model import Contact
    >>> from netzwerkwandel.storage import MemoryStorage
    >>> storage = MemoryStorage()
    >>> storage.contacts.put(Contact(key="card:1", name="Ben Okafor"))
    >>> forget_contact(storage, "Ben Okafor")
    >>> len(storage.contacts)
    0
    """
    check_storage(storage)
    with storage.transaction():
        stored = Stored.read(storage)
        keys = stored.keys_of(who, storage.interactions)
        before = stored.records(storage.interactions.between(people=keys))
        if before.me in keys:
            raise InvalidArgumentError("the owner cannot be forgotten; clear() removes everything")
        after = forgotten(before, keys)
        stored.replace(storage, Stored.of(after))
        for key in set(before.interactions.keys) - set(after.interactions.keys):
            storage.interactions.remove(key)
        storage.interactions.put_all(after.interactions)
