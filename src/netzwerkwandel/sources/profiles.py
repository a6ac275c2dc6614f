"""Profile pages: which web address is a page about one person."""

from __future__ import annotations

import re

from netzwerkwandel.model.keys import Key, profile_key


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
