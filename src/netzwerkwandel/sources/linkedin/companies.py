"""Names of companies: when is it the same company, and when is it no company at all?"""

from __future__ import annotations

import re


_WORDS = re.compile(r"\w+")
_LEGAL_FORMS = frozenset(
    "ab ag as bv co corp corporation eg ek ev gbr gmbh inc incorporated kg kgaa limited llc llp ltd"
    " mbh nv ohg oy plc pte pty pvt sa sarl sas se srl ug".split()
)
_NO_COMPANY = frozenset(
    tuple(words.split())
    for words in (
        *("confidential", "freelance", "freelancer", "freiberufler", "freiberuflich"),
        *("independent", "independent consultant", "n a", "none", "retired", "self employed"),
        *("selbständig", "selbstständig", "stealth", "stealth mode startup", "stealth startup"),
        *("student", "various"),
    )
)


def company_key(name: str) -> tuple[str, ...]:
    """Say which company a name means, so that two spellings of it compare equal.

    Case, punctuation and the legal form at the end are left out. Empty for *Self-employed* and the
    like: two who both work for themselves are no colleagues.

    Examples
    --------
    >>> company_key("Nestwise, Inc.") == company_key("NESTWISE")
    True
    >>> company_key("Vogt & Söhne GmbH & Co. KG"), company_key("Self-employed")
    (('vogt', 'söhne'), ())
    """
    words = _WORDS.findall(name.casefold().replace(".", ""))
    # "Vogt & Söhne GmbH & Co. KG" ends in three forms. "e. V." is two words, of which "e" alone
    # would be none; a name that is nothing but a form, such as "SAS", stays.
    key = list(words)
    while len(key) > 1 and (key[-1] in _LEGAL_FORMS or key[-2:] == ["e", "v"]):
        del key[-2 if key[-2:] == ["e", "v"] else -1 :]
    return () if tuple(key) in _NO_COMPANY else tuple(key)
