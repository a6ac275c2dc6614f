"""The keys of what exports name: profile pages, what has no address, and the owner's own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import blake2b

from netzwerkwandel.errors import InvalidArgumentError
from netzwerkwandel.model import Contact
from netzwerkwandel.model.keys import Key, email_key, is_role_address, phone_key, profile_key


# One path segment that names a person, as each site writes it. Companies, groups and pages of work
# have other paths on the same sites: linkedin.com/company/, github.com/mara/notes.
_ONE_PERSON = re.compile(
    r"""linkedin:.+
    | https://(?:[\w-]+\.)*(?:
        (?:github|gitlab|twitter|x|facebook|instagram)\.com/(?!profile\.php)[^/]+
        | xing\.com/profile/[^/]+.*
        | (?:researchgate\.net|bsky\.app)/profile/[^/]+
        | orcid\.org/\d{4}-\d{4}-\d{4}-\d{3}[\dX]
        | [\w-]+/(?:@|~)[^/]+
    )""",
    re.VERBOSE,
)


def digest(*parts: str) -> str:
    """Make a short text that is the same for the same parts, on every machine, and tells nothing.

    Examples
    --------
    >>> digest("ab", "c") == digest("ab", "c") != digest("a", "bc")
    True
    """
    # The length before each part keeps "ab", "c" and "a", "bc" apart.
    framed = "".join(f"{len(part)}:{part}" for part in parts)
    return blake2b(framed.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def page_key(url: str) -> Key | None:
    """Make the key of a profile page, or None where the address cannot be one.

    Examples
    --------
    >>> page_key("www.linkedin.com/in/ben-okafor")
    'linkedin:ben-okafor'
    """
    key = profile_key(url)
    return key if key is not None and key.isprintable() else None


def is_personal_page(url: str) -> bool:
    """Say whether a web address is a page about one person, not a company or a page of work.

    Examples
    --------
    >>> is_personal_page("https://www.xing.com/profile/Mara_Vogt")
    True
    >>> is_personal_page("https://example.com/imprint")
    False
    """
    key = page_key(url)
    return key is not None and _ONE_PERSON.fullmatch(key) is not None


def keys_in_order(
    emails: Iterable[str], phones: Iterable[str], profiles: Iterable[str]
) -> list[Key]:
    """Make the keys of one person, the one that says most about who it is first.

    The address of a role (``info@``) comes last: others answer it too.

    Examples
    --------
    >>> keys_in_order(["info@example.org", "ben@example.org"], [], [])
    ['mailto:ben@example.org', 'mailto:info@example.org']
    """
    emails = list(emails)
    roles = [email for email in emails if is_role_address(email)]
    keys = [email_key(email) for email in emails if email not in roles]
    keys += [phone_key(phone) for phone in phones]
    keys += [page_key(url) for url in profiles]
    keys += [email_key(email) for email in roles]
    return list(dict.fromkeys(key for key in keys if key is not None))


def contact_at(key: Key, address: str) -> Contact:
    """Make the contact of somebody of whom one address is known: a mail address, a number, a page.

    Examples
    --------
    >>> contact_at("tel:+4930901820", "030 901820").phones
    ('030 901820',)
    """
    kind = key.partition(":")[0]
    emails, phones = ([address] if kind == wanted else [] for wanted in ("mailto", "tel"))
    return Contact(key=key, emails=emails, phones=phones)


def keys_of(me: object) -> frozenset[Key]:
    """Read what a user gives as hers: mail addresses, profile pages, phone numbers, or keys.

    Raises
    ------
    InvalidArgumentError
        If one of them is none of these.

    Examples
    --------
    >>> sorted(keys_of(["Mara@Example.org", "https://www.linkedin.com/in/mara-vogt"]))
    ['linkedin:mara-vogt', 'mailto:mara@example.org']
    """
    if isinstance(me, str):
        raise InvalidArgumentError(f"me must be several addresses, got the single text {me!r}")
    if not isinstance(me, Iterable):
        raise InvalidArgumentError(f"me must be several addresses, got {me!r:.80}")
    keys = set()
    for text in me:
        key = None
        if isinstance(text, str):
            is_key = text.startswith("linkedin:")
            key = text.casefold() if is_key else email_key(text.removeprefix("mailto:"))
            key = key or profile_key(text) or phone_key(text)
        if key is None:
            raise InvalidArgumentError(
                f"me must be mail addresses, profile pages or phone numbers, got {text!r}"
            )
        keys.add(key)
    return frozenset(keys)
