"""The keys of what exports name: profile pages, what has no address, and the owner's own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import blake2b

from netzwerkwandel.model.keys import Key, email_key, is_role_address, phone_key, profile_key
from netzwerkwandel.sources.text import one_line, person_name


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


SAVED = "saved"
"""What stands in place of a service in the keys of names that a phone's address book gives."""

_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_NUMBER = re.compile(r"\+?[\d\s().\u00a0\u2010-\u2011/-]{7,30}")


def digest(*parts: str) -> str:
    """Make a short text that is the same for the same parts, on every machine, and tells nothing.

    Examples
    --------
    >>> digest("ab", "c") == digest("ab", "c") != digest("a", "bc")
    True
    """
    # The length before each part keeps "ab", "c" and "a", "bc" apart.
    framed = "".join([f"{len(part)}:{part}" for part in parts])
    return blake2b(framed.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def account_key(service: str, account: str) -> Key | None:
    """Make the key of an account by the id that a service gives it; None where there is none.

    Examples
    --------
    >>> account_key("telegram", "user123")
    'telegram:user123'
    """
    account = one_line(account)
    return f"{service}:{account}" if account else None


def named_key(service: str, name: str) -> Key | None:
    """Make the key of somebody of whom a service tells nothing but the name she uses there.

    It joins her with nobody by itself, for two people may be called so: with whoever is called the
    same elsewhere she is a question. A name that is a mail address or a phone number says who it
    is, and gives that key.

    Parameters
    ----------
    service : str
        The service, such as ``"facebook"``.
    name : str
        As it is written; case, blanks and marks that cannot be seen do not matter.

    Returns
    -------
    str or None
        None where the name is blank.

    Examples
    --------
    >>> named_key("facebook", "Anna Schmidt") == named_key("facebook", " anna  schmidt")
    True
    >>> named_key("facebook", "+49 170 1234567")
    'tel:+491701234567'
    """
    text = one_line(_UNSEEN.sub("", name))
    if _NUMBER.fullmatch(text) and (number := phone_key(text)):
        return number
    called = (person_name(text) or text).casefold()
    return email_key(text) or (f"{service}-name:{digest(called)}" if called else None)


def saved_name_key(name: str) -> Key | None:
    """Make the key of somebody who is called as the phone's address book has saved her.

    The author of a message in a chat of WhatsApp, and who is named in a list of calls without a
    number, is called so: by the owner, and not by herself. So she joins the one card of exactly
    this name, where the address book is read as well and has one such card alone; where it has
    several, it is a question.

    Examples
    --------
    >>> saved_name_key("Anna Schmidt") == named_key("saved", "Anna Schmidt")
    True
    """
    return named_key(SAVED, name)


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
