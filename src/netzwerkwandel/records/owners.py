"""Are the owners of two records two people?"""

from __future__ import annotations

from netzwerkwandel.identity.likeness import contradict
from netzwerkwandel.identity.names import parse_name
from netzwerkwandel.model.contact import Contact
from netzwerkwandel.model.vocabularies import MeEvidence


_GUESSED = {MeEvidence.CHATS, MeEvidence.MOST_FREQUENT, MeEvidence.UNNAMED}


def are_two_owners(one: tuple[Contact, MeEvidence], other: tuple[Contact, MeEvidence]) -> bool:
    """Say whether two owners who have no key in common, and how each was recognised, are two.

    An archive or account that is somebody's own names her; what was guessed may have been wrong.

    Examples
    --------
    >>> karla, bert = (Contact(key="me:", name=name) for name in ("Karla Weidner", "Bert Anders"))
    >>> calendar, profile = MeEvidence.CALENDAR, MeEvidence.PROFILE
    >>> are_two_owners((karla, calendar), (bert, profile))
    True
    >>> are_two_owners((karla, MeEvidence.MOST_FREQUENT), (bert, profile))
    False
    """
    (someone, how), (another, its) = one, other
    if MeEvidence.PROFILE not in {how, its} or _GUESSED & {how, its}:
        return False
    return contradict([parse_name(someone.name)], [parse_name(another.name)])
