"""What it means that two records have one address: is it a person's own, or may others have it?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum, unique

from netzwerkwandel.identity.likeness import NameFit, name_fit
from netzwerkwandel.identity.name_words import AND, SHARED_WORDS
from netzwerkwandel.identity.nicknames import full_names
from netzwerkwandel.identity.person_name import PersonName
from netzwerkwandel.identity.spelling import fold
from netzwerkwandel.model.keys import Key, is_role_address


@unique
class KeyKind(StrEnum):
    """Whose a key is, by what it is."""

    MEMBER = "one person's account, whatever she is called"
    MAIL = "a mail address"
    MOBILE = "a mobile number"
    PAGE = "a page, of a person or of a firm"
    LINE = "a line or a mailbox that a household or an office shares"
    ROLE = "the address of a role, which joins nobody"


_JOINTS = re.compile(r"[._+-]")
# Mobile numbers where the number tells it; elsewhere, as in North America, it is taken for a line.
_MOBILE = re.compile(
    r"tel:(?:\+49|0)1[567]\d{8,9}|tel:\+43(?:6[4-9]\d)\d{5,9}|tel:\+417[4-9]\d{7}"
    r"|tel:\+447\d{9}|tel:\+33[67]\d{8}|tel:\+34[67]\d{8}|tel:\+393\d{8,9}|tel:\+316\d{8}"
    r"|tel:\+45\d{8}|tel:\+467\d{8}|tel:\+47[49]\d{7}|tel:\+48[4-8]\d{8}|tel:\+3519\d{8}"
    r"|tel:\+324\d{8}|tel:\+420[67]\d{8}|tel:\+905\d{9}|tel:\+79\d{9}|tel:\+861[3-9]\d{9}"
    r"|tel:\+91[6-9]\d{9}|tel:\+8210\d{8}|tel:\+380[5-9]\d{8}"
)


def key_kind(key: Key) -> KeyKind:
    """Say whose a key is, by what it is.

    Examples
    --------
    >>> key_kind("mailto:ben@example.org").name, key_kind("mailto:jan.und.eva@x.example").name
    ('MAIL', 'LINE')
    >>> key_kind("tel:+491701234567").name, key_kind("tel:+49301234567").name
    ('MOBILE', 'LINE')
    """
    scheme, _, rest = key.partition(":")
    if scheme == "mailto":
        local = fold(rest.rpartition("@")[0])
        words = _JOINTS.split(local.rstrip("0123456789"))
        if is_role_address(rest):
            return KeyKind.ROLE
        several = any(word in AND for word in words) or not SHARED_WORDS.isdisjoint(words)
        return KeyKind.LINE if several else KeyKind.MAIL
    if scheme == "tel":
        return KeyKind.MOBILE if _MOBILE.fullmatch(key) else KeyKind.LINE
    return KeyKind.PAGE if scheme == "https" else KeyKind.MEMBER


def bare_key(key: Key) -> Key:
    """Return a key without the name that stands behind it where people of several names have it.

    Examples
    --------
    >>> bare_key("mailto:family@example.org#eva meier"), bare_key("mailto:a#b@example.org")
    ('mailto:family@example.org', 'mailto:a#b@example.org')
    """
    if "#" not in key:
        return key
    bare, _, name = key.rpartition("#")
    return bare if bare and "@" not in name else key


def is_role_key(key: Key) -> bool:
    """Say whether a key is the mail address of a role."""
    return key.startswith("mailto:") and is_role_address(key.removeprefix("mailto:"))


def is_only_a_role(keys: Iterable[Key], name: PersonName) -> bool:
    """Say whether only addresses of roles are known of somebody, and none of a firm of her own.

    Examples
    --------
    >>> is_only_a_role(["mailto:info@x.example"], PersonName())
    True
    """
    ways = [key for key in keys if key.startswith(("mailto:", "tel:", "linkedin:", "https:"))]
    if not ways or not all(map(is_role_key, ways)):
        return False
    # Whose name the domain has writes from "info@" herself: Nadine Ebel of "info@ebel.example".
    domains = fold(" ".join(mail.rpartition("@")[2] for mail in ways))
    return not (name.is_spelt_out and "".join(name.family) in domains)


def spells(key: Key, name: PersonName) -> bool:
    """Say whether a mail address is made of a given name, or of initials: then it is her own.

    Examples
    --------
    >>> from netzwerkwandel.identity.names import parse_name
    >>> anna = parse_name("Anna Becker")
    >>> spells("mailto:anna79@x.example", anna), spells("mailto:desk@x.example", anna)
    (True, False)
    """
    local = fold(key.removeprefix("mailto:").partition("@")[0]).rstrip("0123456789")
    called = {form for word in name.given for form in (word, *full_names(word)) if len(form) > 2}
    return any(form in local for form in called)


def is_sure(a: PersonName, b: PersonName, key: Key) -> bool:
    """Say whether one key makes two whole names one person's: the rule for joining.

    The same name joins by whatever is one person's own; another family name by what is surely her
    own: an account, a mobile number, a mail address that spells the given name.

    Examples
    --------
    >>> from netzwerkwandel.identity.names import parse_name
    >>> anna, married = parse_name("Anna Becker"), parse_name("Anna Schmidt")
    >>> [is_sure(anna, married, key) for key in ("mailto:anna@x.example", "tel:+49301234567")]
    [True, False]
    """
    kind, fit = key_kind(key), name_fit(a, b)
    if kind in {KeyKind.LINE, KeyKind.ROLE}:
        return False
    is_own = kind in {KeyKind.MEMBER, KeyKind.MOBILE}
    is_hers = is_own or (kind is KeyKind.MAIL and spells(key, a) and spells(key, b))
    # Of "Hans Huber" and "Hans Huber jun." one may be the other's father.
    if fit is NameFit.MARRIED or bool(a.suffix) != bool(b.suffix):
        return is_hers and fit >= NameFit.MARRIED
    return fit is NameFit.SAME


def may_attach(a: PersonName, b: PersonName, key: Key) -> bool:
    """Say whether a name that says little may be of whoever else has a key, if nobody contradicts.

    Examples
    --------
    >>> from netzwerkwandel.identity.names import parse_name
    >>> initial, ben = parse_name("B. Okafor"), parse_name("Ben Okafor")
    >>> may_attach(initial, ben, "mailto:b@x.example"), may_attach(initial, ben, "tel:+49301234567")
    (True, False)
    """
    kind, fit = key_kind(key), name_fit(a, b)
    if kind in {KeyKind.LINE, KeyKind.ROLE}:
        return False
    return fit in {NameFit.NO_NAME, NameFit.PARTIAL, NameFit.SAME}


def may_share(a: PersonName, b: PersonName, key: Key) -> bool:
    """Say whether two names under which one address is met may be one person's.

    Examples
    --------
    >>> from netzwerkwandel.identity.names import parse_name
    >>> jan, sabine = parse_name("Jan Weber"), parse_name("Sabine Weber")
    >>> may_share(jan, sabine, "mailto:family@x.example"), may_share(jan, jan, "mailto:x@x.example")
    (False, True)
    """
    fit = name_fit(a, b)
    return is_sure(a, b, key) if fit is NameFit.MARRIED else fit is not NameFit.CONTRADICTS


def several_people(names: Mapping[str, PersonName], key: Key) -> list[list[str]]:
    """Group the names under which one address is met by whose they may be.

    Whole names come first, and what says less goes with the first that it fits.

    Examples
    --------
    >>> from netzwerkwandel.identity.names import parse_name
    >>> names = {name: parse_name(name) for name in ("Jan", "Jan Weber", "Sabine Weber")}
    >>> several_people(names, "mailto:family@x.example")
    [['Jan Weber', 'Jan'], ['Sabine Weber']]
    """
    groups: list[list[str]] = []
    for name in sorted(names, key=lambda text: (not names[text].is_spelt_out, text)):
        fitting = (g for g in groups if all(may_share(names[name], names[n], key) for n in g))
        group = next(fitting, None)
        if group is None:
            groups.append([name])
        else:
            group.append(name)
    return groups


def are_strangers(names: Sequence[PersonName], few: int) -> bool:
    """Say whether a few of some names have neither given nor family name in common.

    Examples
    --------
    >>> from netzwerkwandel.identity.names import parse_name
    >>> are_strangers([parse_name(name) for name in ("Anna Schmidt", "Ben Okafor")], 2)
    True
    """
    apart: list[PersonName] = []
    for name in names:
        if all(name.tokens.isdisjoint(other.tokens) for other in apart):
            apart.append(name)
    return len(apart) >= few


def named_key(key: Key, name: PersonName) -> Key:
    """Put a name behind a key, to tell apart the people who have it.

    Examples
    --------
    >>> from netzwerkwandel.identity.names import parse_name
    >>> named_key("mailto:family@x.example", parse_name("Jan Weber"))
    'mailto:family@x.example#jan weber'
    """
    words = (*name.given, *name.family, *name.also, name.suffix)
    return f"{key}#{' '.join(filter(None, words))}"
