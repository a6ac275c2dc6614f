"""Mail addresses: what is the same address, and whose addresses are not a person's."""

from __future__ import annotations

import re


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


def split_address(address: str) -> tuple[str, str] | None:
    """Part an address at its last @ into local part and domain; None where it is no address."""
    local, at, domain = address.strip().strip("<>").rpartition("@")
    if not at or not local or not domain or len(address) > 320:
        return None
    if any(c.isspace() or c in '<>,;:"()' or not c.isprintable() for c in local + domain):
        return None
    if "@" in local or domain.startswith(".") or domain.endswith("-") or ".." in domain:
        return None
    return local, domain.rstrip(".").lower()


def normalise_address(address: str) -> str | None:
    """Say which mailbox an address reaches, so that two spellings of it compare equal.

    The domain is lower-cased and IDNA-decoded names are kept as they are read, the local part is
    case-folded, a ``+tag`` is dropped, and for Gmail the dots are dropped too, since Google ignores
    them. Nothing is looked up.

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
    """
    parts = split_address(address)
    if parts is None:
        return None
    local, domain = parts
    local = local.casefold()
    if "+" in local[1:]:
        local = local[0] + local[1:].partition("+")[0]
    if domain in _GMAIL:
        local, domain = local.replace(".", ""), "gmail.com"
    if domain.startswith("xn--") or ".xn--" in domain:
        domain = _from_idna(domain)
    return f"{local}@{domain}" if local else None


def _from_idna(domain: str) -> str:
    try:
        return domain.encode("ascii").decode("idna")
    except UnicodeError:
        return domain


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
