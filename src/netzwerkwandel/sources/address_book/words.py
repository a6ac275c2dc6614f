"""What words say in address books: the relation that a label states, and what is a business."""

from __future__ import annotations

import re

from netzwerkwandel.model import Relation


# Labels that a program gives to everybody, such as Google's "My Contacts", say nothing.
_SYSTEM_LABEL = re.compile(
    r"(?:my ?|other ?)?contacts?|(?:meine |weitere )?kontakte|starred(?: in android)?|markiert"
    r"|favou?rites?|favoriten|(?:imported|importiert) .*",
    re.IGNORECASE,
)
_LABEL_RELATIONS = {
    "coworkers": Relation.COLLEAGUE,
    "family": Relation.FAMILY,
    "familie": Relation.FAMILY,
    "freunde": Relation.FRIEND,
    "friends": Relation.FRIEND,
    "kollegen": Relation.COLLEAGUE,
}
# The words of Apple's labels ("_$!<Spouse>!$_") and of people's own, for the same relations.
_LABELS = {
    **dict.fromkeys("spouse wife husband ehefrau ehemann ehepartner".split(), Relation.FAMILY),
    **dict.fromkeys("mother father parent mutter vater elternteil".split(), Relation.FAMILY),
    **dict.fromkeys("brother sister sibling bruder schwester".split(), Relation.FAMILY),
    **dict.fromkeys("child son daughter kind sohn tochter relative".split(), Relation.FAMILY),
    **dict.fromkeys("partner partnerin lebenspartner".split(), Relation.PARTNER),
    **dict.fromkeys("friend freund freundin".split(), Relation.FRIEND),
    **dict.fromkeys("manager boss vorgesetzter vorgesetzte chef chefin".split(), Relation.BOSS),
    **dict.fromkeys("assistant assistent assistentin assistenz".split(), Relation.REPORT),
    **dict.fromkeys("colleague coworker kollege kollegin".split(), Relation.COLLEAGUE),
}
_WORD = re.compile(r"[^\W\d_]+")
_BUSINESS = frozenset(
    "adac ag ambulance amt apotheke arzt autohaus bahn bakery bank barber behörde blumen bäckerei"
    " bürgeramt café clinic clinica clínica dentist dentista dhl doctors dpd elektriker emergency"
    " fahrschule farmacia feuerwehr finanzamt fitnessstudio friseur fundbüro fusspflege garage"
    " gasthaus gasthof gls gmbh grundschule gymnasium hairdresser handwerker hausarzt hausmeister"
    " hausverwaltung heizung helpdesk hermes hospital hotel hotline inc installateur jobcenter"
    " kanzlei kfz kindergarten kindertagesstätte kiosk kita klinik krankenhaus kundendienst"
    " kundenservice laden llc ltd mailbox metzgerei notdienst notruf ortsamt paket panadería"
    " pannenhilfe peluquería pflegedienst pharmacy physio physiotherapie pizza pizzeria plumber"
    " police polizei post praxis rathaus reinigung reisebüro restaurant rettungsdienst ristorante"
    " salon sanitär schlüsseldienst schreinerei schule servicehotline shop sparkasse"
    " stadtverwaltung stadtwerke steuerberatung studio supermarkt support surgery taller taxi taxis"
    " telekom tierarzt tierklinik tischlerei trattoria ug umzüge ups versicherung vet veterinario"
    " vodafone voicemail volksbank waschsalon werkstatt wohnungsgesellschaft zahnarzt"
    " zahnarztpraxis zahnärztin zentrale".split()
)
_BUSINESS_ENDINGS = (
    *("praxis", "verwaltung", "apotheke", "werkstatt", "versicherung", "dienst", "bäckerei"),
    *("handwerk", "klinik", "metzgerei", "salon", "service", "schule", "sparkasse", "stelle"),
)


def is_system_label(label: str) -> bool:
    """Say whether a program gives such a label to everybody, as Google does *My Contacts*.

    Examples
    --------
    >>> is_system_label("myContacts"), is_system_label("Choir")
    (True, False)
    """
    return _SYSTEM_LABEL.fullmatch(label) is not None


def relation_by_label(label: str) -> Relation | None:
    """Which relation to the owner does a label state, such as *Family*; None where it is a group.

    Examples
    --------
    >>> relation_by_label("Freunde"), relation_by_label("Choir")
    (<Relation.FRIEND: 'friend'>, None)
    """
    return _LABEL_RELATIONS.get(label.casefold())


def relation_in(words: str) -> Relation | None:
    """What is somebody to a person whose address book says it in these words?

    Examples
    --------
    >>> relation_in("_$!<Spouse>!$_"), relation_in("Lawyer")
    (<Relation.FAMILY: 'family'>, None)
    """
    found = (_LABELS.get(word) for word in _WORD.findall(words.casefold()))
    return next((relation for relation in found if relation is not None), None)


def names_a_business(name: str) -> bool:
    """Say whether a name is that of a shop, an office or a service.

    Examples
    --------
    >>> names_a_business("Zahnarzt Dr. Weber"), names_a_business("Ben Okafor")
    (True, False)
    """
    words = (word.casefold() for word in _WORD.findall(name))
    return any(word in _BUSINESS or word.endswith(_BUSINESS_ENDINGS) for word in words)
