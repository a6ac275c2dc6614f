"""How many people there are: in the data, of these one's contacts, and who is none."""

from __future__ import annotations

from collections.abc import Sequence

from netzwerkwandel.model import Contact
from netzwerkwandel.network import Network
from netzwerkwandel.network.pairs import is_office
from netzwerkwandel.texts import Catalogue


def counted(network: Network, texts: Catalogue, left_out: Sequence[Contact] = ()) -> str:
    """Say how many people besides the owner the data names, in parts that add up to it.

    Parameters
    ----------
    network : Network
        That of its owner.
    texts : Catalogue
        The words.
    left_out : sequence of Contact
        Those in the data who are not in the network: offices, and of whom nothing is known but a
        missed call, or what comes later.

    Returns
    -------
    str
        A sentence; empty where there is nobody but the owner.

    Examples
    --------
    >>> from netzwerkwandel.texts import catalogue
    >>> import netzwerkwandel as nw
    >>> from netzwerkwandel import sample
    >>> people = [nw.Contact(key=key) for key in ("ada", "ben", "eva", "finn")]
    >>> ties = [nw.Tie(a=a, b=b) for a, b in (("ada", "ben"), ("ada", "eva"), ("ben", "finn"))]
    >>> records = nw.Records(contacts=people, ties=ties, me="ada")
    >>> network = nw.Network.from_records(records, as_of=sample.AS_OF)
    >>> counted(network, catalogue("en"))
    'The data names 3 people besides you: 2 contacts of yours and 1 known only through others.'
    """
    others, contacts = len(network.keys) - 1, len(network.ties_of())
    offices = sum(map(is_office, left_out))
    numbers = {
        "contacts": contacts,
        "through others": others - contacts,
        "offices": offices,
        "untold": len(left_out) - offices,
    }
    parts = [texts.say(f"people {name}", n) for name, n in numbers.items() if n]
    total = sum(numbers.values())
    return texts.say("people counted", total, parts=texts.listing(parts)) if parts else ""
