"""Keys: the stable names under which one person is found again in another export."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sized
from typing import TypeAlias
from urllib.parse import unquote, urlsplit

from netzwerkwandel.model.addresses import normalise_address


Key: TypeAlias = str

ME: Key = "me:"
"""The owner of an export, whoever that is: an archive that names no owner is still somebody's."""

_PREFERENCE = ("mailto:", "linkedin:", "https:", "tel:")
_LINKEDIN_PROFILE = re.compile(r"^/(?:in|pub|mwlite/in)/([^/?#]+)", re.IGNORECASE)


def counted(keys: Sized) -> str:
    """Show how many keys there are where a repr would show them: a key may hold an address."""
    return f"({len(keys)})"


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


def profile_key(url: str) -> Key | None:
    """Make the key of a profile page: ``linkedin:slug``, or the address of the page.

    Examples
    --------
    >>> profile_key("http://WWW.linkedin.com/in/Zo%C3%AB-Brandt/?trk=x")
    'linkedin:zoë-brandt'
    """
    text = url.strip()
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
        found = _LINKEDIN_PROFILE.match(parts.path)
        slug = unicodedata.normalize("NFC", unquote(found[1]).casefold()) if found else ""
        return f"linkedin:{slug}" if slug.strip() and slug.isprintable() else None
    path = parts.path.rstrip("/")
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
