"""Addresses and keys: what is the same address, and under which names one person is found again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sized
from functools import lru_cache
from typing import TypeAlias
from urllib.parse import unquote, urlsplit


Key: TypeAlias = str

ME: Key = "me:"
"""The owner of an export, whoever that is: an archive that names no owner is still somebody's."""

_PREFERENCE = ("mailto:", "linkedin:", "https:", "tel:")
_LINKEDIN_PROFILE = re.compile(r"^/(?:in|mwlite/in)/([^/?#]+)", re.IGNORECASE)
# The old form, "/pub/greg-street/7/644/b35": the three parts at its end tell people apart.
_LINKEDIN_PUBLIC = re.compile(r"^/pub/([^/?#]+(?:/[0-9a-z]{1,4}){0,3})", re.IGNORECASE)
_XING_PROFILE = re.compile(r"/profile/[^/]+")

# Domains of one provider under which a mailbox can be reached, and the one that stands for them.
_ONE_MAILBOX = {
    "googlemail.com": "gmail.com",
    "me.com": "icloud.com",
    "mac.com": "icloud.com",
    "protonmail.com": "proton.me",
    "protonmail.ch": "proton.me",
    "pm.me": "proton.me",
    "ya.ru": "yandex.ru",
    "yandex.com": "yandex.ru",
}

_ROLES = frozenset(
    (
        "abuse accounting accounts accueil admin administration aktuelles anfrage angebote"
        " anmeldung ausbildung bestellservice bewerbung billing bonjour bookings buchhaltung buero"
        " career careers ciao community compras contact contacto contactus contato contatti"
        " customercare customers customerservice empfang enquiries events feedback foretag hallo"
        " hello help helpdesk hi hola hostmaster hotel hr info infos inquiries invoice invoices"
        " jobs kasse kommunikation kontakt kontor kundendienst kundenservice kundeservice leitung"
        " leserbriefe mail mailing marketing membership mitglieder moin news newsroom offers"
        " office orders personal personalabteilung post praxis press presse privacy reception"
        " rechnung recruiting redaktion redazione reservations reservierung restaurant sales"
        " secretariat segreteria sekretariat sekretariatet service shop soporte studio studium"
        " suporte support team termine vendas ventas verein vertrieb verwaltung vorstand wartung"
        " webmaster welcome werkstatt zentrale"
    ).split()
)

# Lists that a firm keeps for itself, whatever they are called behind the word.
_GROUPS = re.compile(
    r"(?:all|alle|all[-_.]?(?:hands|staff)|everyone|everybody|staff|mitarbeiter(?:innen)?|kolleg(?:en|innen)"
    r"|tous|todos|tutti|iedereen)"
    r"|(?:team|verteiler|liste?|group|gruppe|abteilung|dept)[-_.].+|(?:vt|dl|grp)[-_].+"
)
# Desks whose addresses say more behind the word: "order-update", "tickets.berlin".
_ORDERS = re.compile(
    r"(?:orders?|tickets?|bookings?|reservations?|payments?|bestellung(?:en)?|buchung(?:en)?"
    r"|reservierung(?:en)?|zahlung(?:en)?|commandes?|r[eé]servations?|factures?|pedidos?|reservas?"
    r"|facturas?|ordini|prenotazion[ei]|fatture?|zam[oó]wieni[ae]|faktur[aey]?)(?:[-_.].*)?"
)
# Nobody answers: these words anywhere between the joints of a local part.
_NO_REPLY = re.compile(
    r"(?:.*[-_.+=])?(?:do[-_.]?not[-_.]?reply|no[-_.]?reply|nicht[-_.]?antworten|keine[-_.]?antwort"
    r"|(?:ne[-_.]?)?pas[-_.]?repondre|no[-_.]?(?:responder?|contestar)|n[aã]o[-_.]?responder?|nao[-_.]?responda"
    r"|non[-_.]?risponder[ei]|niet[-_.]?(?:be)?antwoorden|svara[-_.]?(?:inte|ej)|ikke[-_.]?svar"
    r"|ei[-_.]?vasta(?:a|usta)|nie[-_.]?odpowiadaj|ne[-_.]?odpovidejte|nereagovat|cevaplamayin"
    r"|mailer[-_.]?daemon|hit-reply)(?:[-_.+=].*)?",
)
# What writes by itself, or passes on what somebody wrote in a tracker, a forum, a market place.
_ROBOT = re.compile(
    r"(?:notifications?|notif|notify|comments?|newsletters?|bounces?|alerts?|auto(?:mated|mailer|reply)?|updates?"
    r"|digest|calendar-notification|invitations?|invites?|einladung(?:en)?|friendupdate|reminders?"
    r"|erinnerung(?:en)?|benachrichtigung(?:en)?|mailrobot|mail-?bot|robot|bot|sharing|shares"
    r"|quarantine|jira|confluence|gitlab|github|bitbucket|redmine|bugzilla|jenkins|sentry|zendesk"
    r"|trello|asana|yammer|helpdesk-system|ticketsystem|nachrichten|messages-noreply)(?:[-_.+=].*)?"
)
# The accounts of a computer itself, under which it sends what it has to report.
_SYSTEM = re.compile(
    r"(?:root|postmaster|(?:ana)?cron|double-bounce|microsoftexchange[0-9a-f]{8,}|[\w.-]*daemon|daemon"
    r"|nobody|uucp|www-data|apache|nginx|mysql|postgres|wordpress|listserv|majordomo"
    r"|logwatch|logcheck|nagios|icinga2?|zabbix|munin|monit(?:or(?:ing)?)?|prometheus|fail2ban|smartd"
    r"|backups?|voice[-_.]?mail|e?fax(?:server)?|scan(?:ner)?|scan2mail|kopierer|copier|printer|drucker)"
    r"(?:[-_.+=].*)?"
)
# What shops, carriers, hotels and railways send by themselves, in several languages.
_CONFIRMATION = re.compile(
    r"(?:.*[-_.])?(?:[^-_.+]*(?:best(?:ae|ä|a)tigung|benachrichtigung|verfolgung)(?:en)?|confirm"
    r"|[^-_.+]*confirmations?|confirmaci[oó]n|confirmação|confirmacao|conferma|bevestiging|potwierdzenie"
    r"|tracking|shipments?|shipping|versand|lieferstatus|lieferung|deliver(?:y|ies)|livraison|suivi"
    r"|seguimiento|env[ií]os?|spedizion[ei]|verzending|verif(?:y|ication)|receipts?|quittung"
    r"|statements?|kontoauszug)(?:[-_.+].*)?"
)
# A reply that finds its thread again: "reply+a8f3e9c0b1", "comment-4711-9f2e8d".
_REPLY_TOKEN = re.compile(r"(?:reply|replies|re|r|comments?|msg|thread)[-+=_.](?=.*\d)[\w.+=-]{6,}")
_TOKEN_AT_END = re.compile(r"[-+=_.](?=[a-z0-9]*\d)[a-z0-9]{5,}$")
_LIST = re.compile(
    r".*-(?:request|bounces|owner|subscribe|unsubscribe|announce|devel|users)|owner-.+|listmaster"
)

_MACHINE_DOMAINS = (
    *(
        "calendar.google.com",
        "docs.google.com",
        "facebookmail.com",
        "mail.kleinanzeigen.de",
    ),
    *(
        "mail.ebay-kleinanzeigen.de",
        "members.ebay.com",
        "members.ebay.de",
        "marketplace.amazon.com",
    ),
    *("marketplace.amazon.de", "reply.craigslist.org", "guest.airbnb.com", "host.airbnb.com"),
    *("guest.booking.com", "property.booking.com", "messaging.microsoft.com"),
    *("googlegroups.com", "yahoogroups.com", "yahoogroups.de", "groups.io", "freelists.org"),
    *("teams.mail.microsoft", "mail.lu.ma", "luma-mail.com", "docusign.net", "sendgrid.net"),
)
# What a program writes where there is no address; nobody can have one under ".invalid".
_NOWHERE = re.compile(
    r".+@(?:.+\.)?invalid|(?:missing_mailbox|no[-_.]?e?[-_.]?mail|un(?:disclosed|listed)[-_.]?recipients?)@.+"
    r"|.+@missing_domain"
)
# The labels of a domain that is there for machines: reply.github.com, bounce.shop.example.
_MACHINE_LABEL = re.compile(r"(?:no-?reply|reply|replies|bounces?|notifications?|mailer|relay)")
# At these services only first.last@ is somebody who works there.
_SERVICES = (
    *("airbnb.com", "atlassian.net", "calendly.com", "doodle.com", "dropbox.com", "evite.com"),
    *("eventbrite.com", "linkedin.com", "meetup.com", "nebenan.de", "onedrive.com", "paypal.com"),
    *(
        "paypal.de",
        "slack.com",
        "trello.com",
        "wetransfer.com",
        "xing.com",
        "yammer.com",
        "zoom.us",
    ),
)

_UNDER_MACHINES = tuple(f".{domain}" for domain in _MACHINE_DOMAINS)
_UNDER_SERVICES = tuple(f".{domain}" for domain in _SERVICES)

_QUOTED = re.compile(r"<(.*)>|'(.*)'")
_QUOTED_LOCAL = re.compile(r'"([^"\\]+)"(@.*)')
_NEVER = re.compile(r'[\s<>,;:"()]')

_OPEN_TO_ALL = frozenset(
    "aol example fastmail freenet gmail gmx googlemail hotmail icloud live mac mail mailbox me msn "
    "online outlook posteo proton protonmail t-online web yahoo ymail zoho".split()
)


def counted(keys: Sized) -> str:
    """Show how many keys there are where a repr would show them: a key may hold an address."""
    return f"({len(keys)})"


# Of one person the same address is asked in every export, and again when these are joined.
@lru_cache(maxsize=16_384)
def email_key(address: str) -> Key | None:
    """Make the key of a mail address; None where it is no address.

    Examples
    --------
    >>> email_key("Ben.Okafor@Example.org")
    'mailto:ben.okafor@example.org'
    """
    normal = normalise_address(address)
    return None if normal is None else "mailto:" + normal


def phone_key(number: str) -> Key | None:
    """Make the key of a phone number; None for extensions and short codes.

    A leading ``00`` becomes ``+``. A national number stays national: no country is guessed, so
    ``+49 170 ...`` and ``0170 ...`` are two keys.

    Examples
    --------
    >>> phone_key("0049 (0)170 1234567")
    'tel:+491701234567'
    """
    text = number.removeprefix("tel:").partition(";")[0].strip().replace("(0)", "")
    digits = "".join(c for c in text if c.isascii() and c.isdigit())
    international = text.startswith("+") or digits.startswith("00")
    digits = digits.removeprefix("00")
    if not 7 <= len(digits) <= 15:
        return None
    return f"tel:{'+' if international else ''}{digits}"


@lru_cache(maxsize=16_384)
def profile_key(url: str) -> Key | None:
    """Make the key of a profile page: ``linkedin:slug``, or the address of the page.

    Examples
    --------
    >>> profile_key("http://WWW.linkedin.com/in/Zo%C3%AB-Brandt/?trk=x")
    'linkedin:zoë-brandt'
    >>> profile_key("linkedin.com/pub/greg-street/7/644/b35")
    'linkedin:greg-street/7/644/b35'
    """
    # Google escapes the colon in the address books that it exports: "https\\://".
    text = url.strip().replace("\\:", ":")
    if len(text) > 2048 or " " in text or not text.isprintable():
        return None
    try:
        parts = urlsplit(text if "://" in text else "https://" + text)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    if "." not in host or parts.scheme not in {"http", "https"}:
        return None
    if host == "linkedin.com" or host.endswith(".linkedin.com"):
        found = _LINKEDIN_PROFILE.match(parts.path) or _LINKEDIN_PUBLIC.match(parts.path)
        slug = unicodedata.normalize("NFC", unquote(found[1]).casefold()) if found else ""
        return f"linkedin:{slug}" if slug.strip() and slug.isprintable() else None
    path = parts.path.rstrip("/")
    # What follows the name of a page on XING is a part of that page, such as "/cv".
    if host.endswith("xing.com") and (profile := _XING_PROFILE.match(path)):
        path = profile[0]
    if not path or not path.isprintable():
        return None
    page = f"https://{host}{path}"
    return f"{page}?{parts.query}" if path.endswith((".php", ".asp", ".aspx")) else page


def key_order(key: Key) -> tuple[int, Key]:
    """Order the keys of one person: mail before profile before phone, then by text."""
    for rank, prefix in enumerate(_PREFERENCE):
        if key.startswith(prefix):
            return rank, key
    return len(_PREFERENCE), key


# An address is parted for its key, for its spelling, and to see whether a machine has it.
@lru_cache(maxsize=64)
def split_address(address: str) -> tuple[str, str] | None:
    """Part an address at its last @ into local part and domain; None where it is no address."""
    if len(address) > 320:
        return None
    text = unicodedata.normalize("NFC", address.strip())
    while quoted := _QUOTED.fullmatch(text):
        text = (quoted[1] or quoted[2] or "").strip()
    if quoted := _QUOTED_LOCAL.fullmatch(text):
        text = quoted[1] + quoted[2]
    local, _, domain = text.rpartition("@")
    domain = domain.rstrip(".").lower()
    if not local or not domain or "@" in local or _NEVER.search(text) or not text.isprintable():
        return None
    if domain.startswith(("-", ".")) or domain.endswith("-") or ".." in domain:
        return None
    return local, domain


def normalise_address(address: str) -> str | None:
    """Say which mailbox an address reaches, so that two spellings of it compare equal.

    The domain is lower-cased and an encoded one (``xn--``) decoded, the local part is case-folded,
    a ``+tag`` is dropped, and for Gmail the dots are dropped too, since Google ignores them. The
    domains under which one provider has one mailbox (``me.com``, ``icloud.com``) become one.
    Nothing is looked up.

    Parameters
    ----------
    address : str
        A bare address, without a display name.

    Returns
    -------
    str or None
        None where this is no address.

    Examples
    --------
    >>> normalise_address("Mara.Vogt+jobs@GoogleMail.com")
    'maravogt@gmail.com'
    >>> normalise_address("ben@xn--mnchen-3ya.example")
    'ben@münchen.example'
    """
    parts = split_address(address)
    if parts is None:
        return None
    local, domain = unicodedata.normalize("NFC", parts[0].casefold()), parts[1]
    local = local[0] + local[1:].partition("+")[0]
    domain = _ONE_MAILBOX.get(domain, domain)
    if domain == "gmail.com":
        local = local.replace(".", "")
    if "xn--" in domain:
        domain = ".".join(map(_decoded, domain.split(".")))
    return f"{local}@{domain}" if local else None


def _decoded(label: str) -> str:
    """A label of a domain as it is read; left as it is where it decodes to no other label."""
    if not label.startswith("xn--") or not label.isascii():
        return label
    try:
        text = label.removeprefix("xn--").encode("ascii").decode("punycode")
    except UnicodeError:
        return label
    text = unicodedata.normalize("NFC", text.lower())
    is_label = not text.isascii() and text.isprintable() and not _NEVER.search(text)
    return text if is_label and "@" not in text and "." not in text else label


def without_addresses(text: str) -> str:
    """Leave out every word of a text that holds an @, so that it may be shown anywhere.

    Examples
    --------
    >>> without_addresses("Ben Okafor <ben@example.org>")
    'Ben Okafor'
    """
    return " ".join(word for word in text.split() if "@" not in word) if "@" in text else text


def own_domains(keys: Iterable[Key]) -> frozenset[str]:
    """The domains of a person's addresses at which not everybody can have one.

    Examples
    --------
    >>> own_domains(["mailto:ben@kessel.example", "mailto:ben@gmail.com", "linkedin:ben"])
    frozenset({'kessel.example'})
    """
    of_all = (key.rpartition("@")[2] for key in keys if key.startswith("mailto:"))
    return frozenset(d for d in of_all if d.split(".")[0] not in _OPEN_TO_ALL)


# Joining, asking and choosing a key ask it of the same addresses.
@lru_cache(maxsize=65_536)
def is_role_address(address: str) -> bool:
    """Say whether an address belongs to a function (``info@``, ``office@``), not to a person."""
    parts = split_address(address)
    if parts is None:
        return False
    local = parts[0].casefold().partition("+")[0]
    is_desk = local in _ROLES or _ORDERS.fullmatch(local) is not None
    return is_desk or is_group_address(address) or is_automatic_address(address)


def is_group_address(address: str) -> bool:
    """Say whether an address is that of a list that a firm keeps for itself (``team-berlin@``)."""
    parts = split_address(address)
    local = parts[0].casefold().partition("+")[0] if parts else ""
    return _GROUPS.fullmatch(local) is not None


@lru_cache(maxsize=16_384)
def is_automatic_address(address: str) -> bool:
    """Say whether a machine writes from an address: no-reply, notifications, rooms, bounces."""
    parts = split_address(address)
    if parts is None:
        return False
    local, domain = parts[0].casefold(), parts[1]
    if f".{domain}".endswith(_UNDER_MACHINES) or _NOWHERE.fullmatch(f"{local}@{domain}"):
        return True
    if f".{domain}".endswith(_UNDER_SERVICES) and "." not in local:
        return True
    labels = domain.split(".")
    # Reply is a firm, too: at reply.example it takes the token of a thread.
    named = labels[:-2] or (labels[:1] if _TOKEN_AT_END.search(local) else [])
    if any(map(_MACHINE_LABEL.fullmatch, named)):
        return True
    patterns = (_NO_REPLY, _ROBOT, _SYSTEM, _CONFIRMATION, _REPLY_TOKEN, _LIST)
    return any(pattern.fullmatch(local) is not None for pattern in patterns)
