"""Mail addresses: what is the same address, and whose addresses are not a person's."""

from __future__ import annotations

import re
import unicodedata


_GMAIL = frozenset({"gmail.com", "googlemail.com"})

_ROLES = frozenset(
    [
        "abuse",
        "accounting",
        "accounts",
        "admin",
        "administration",
        "anfrage",
        "anmeldung",
        "billing",
        "bewerbung",
        "bookings",
        "buchhaltung",
        "buero",
        "career",
        "careers",
        "contact",
        "customerservice",
        "events",
        "feedback",
        "hello",
        "help",
        "helpdesk",
        "hi",
        "hostmaster",
        "hr",
        "info",
        "infos",
        "invoice",
        "invoices",
        "jobs",
        "kontakt",
        "kundenservice",
        "mail",
        "marketing",
        "office",
        "orders",
        "post",
        "postmaster",
        "presse",
        "press",
        "privacy",
        "rechnung",
        "reception",
        "recruiting",
        "redaktion",
        "sales",
        "sekretariat",
        "service",
        "shop",
        "support",
        "team",
        "termine",
        "verwaltung",
        "webmaster",
        "welcome",
        "zentrale",
    ]
)

_NO_REPLY = re.compile(
    r"(?:do[-_.]?not[-_.]?reply|no[-_.]?reply|nicht[-_.]?antworten|keine[-_.]?antwort"
    r"|mailer[-_.]?daemon|notifications?|notify|newsletter|bounces?|alerts?|auto(?:mated|mailer)?"
    r"|updates?|digest|calendar-notification|invitations?|messages-noreply)"
    r"(?:[-_.+=].*)?",
)

_LIST = re.compile(r".*-(?:request|bounces|owner|subscribe|unsubscribe|announce|devel|users)")

_MACHINE_DOMAINS = (
    "resource.calendar.google.com",
    "group.calendar.google.com",
    "group.v.calendar.google.com",
    "reply.github.com",
    "noreply.github.com",
    "docs.google.com",
    "reply.linkedin.com",
)


_QUOTED = re.compile(r"<(.*)>|'(.*)'")
_QUOTED_LOCAL = re.compile(r'"([^"\\]+)"(@.*)')
_NEVER = re.compile(r'[\s<>,;:"()]')


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
    a ``+tag`` is dropped, and for Gmail the dots are dropped too, since Google ignores them.
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
    if domain in _GMAIL:
        local, domain = local.replace(".", ""), "gmail.com"
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


def is_role_address(address: str) -> bool:
    """Say whether an address belongs to a function (``info@``, ``office@``), not to a person."""
    parts = split_address(address)
    if parts is None:
        return False
    local = parts[0].casefold().partition("+")[0]
    return local in _ROLES or is_automatic_address(address)


def is_automatic_address(address: str) -> bool:
    """Say whether a machine writes from an address: no-reply, notifications, rooms, bounces."""
    parts = split_address(address)
    if parts is None:
        return False
    local, domain = parts[0].casefold(), parts[1]
    if domain in _MACHINE_DOMAINS or domain.endswith(tuple("." + d for d in _MACHINE_DOMAINS)):
        return True
    return bool(_NO_REPLY.fullmatch(local) or _LIST.fullmatch(local))
