"""The keys of what exports name: profile pages, what has no address, and the owner's own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import blake2b

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
    # Most rows of an archive name no page.
    key = profile_key(url) if url else None
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
