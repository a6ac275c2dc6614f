"""Mail addresses that a server has wrapped up: those of Exchange and Notes, and signed ones."""

from __future__ import annotations

import re


_LONGEST_ADDRESS = 320
# How Exchange names somebody inside of a firm (X.500), and how it wraps that up as an address.
_INTERNAL = re.compile(r"\s*'?/o=|IMCEAEX-", re.IGNORECASE)
# How Notes names somebody: "CN=Ben Okafor/OU=Berlin/O=Contoso@Contoso".
_NOTES = re.compile(r"[^@]*/[^@]*@[^@.]*|(?:[^@]*/)?(?:CN|OU?)=[^@]*@[^@]*", re.IGNORECASE)
# How servers sign the address of a sender (BATV, "prvs=0123abcd=ben@example.org") and keep it in
# one of their own (SRS, "SRS0=HHH=TT=example.org=ben@forwards.example").
_SIGNED = re.compile(
    r"(?:prvs=[0-9a-f]{6,10}=|btv1==[0-9a-f]+==)([^=]+@.+)"
    r"|SRS0[=+-][^=@]+=[^=@]+=([^=@]+)=([^@]+)@.+",
    re.IGNORECASE,
)
_ENCAPSULATED = re.compile(r"IMCEA[A-Z]+-", re.IGNORECASE)
_ESCAPED = re.compile(r"\+([0-9A-F]{2})")


def is_internal(address: str) -> bool:
    """Say whether this is what Exchange calls somebody inside of a firm, and no mail address.

    Examples
    --------
    >>> is_internal("/O=FIRM/OU=EXCHANGE/CN=RECIPIENTS/CN=ANA"), is_internal("ben@example.org")
    (True, False)
    """
    return _INTERNAL.match(address) is not None


def unwrapped(address: str) -> str:
    """Which mail address is in one that Exchange made; nothing where there is none in it.

    Examples
    --------
    >>> unwrapped("IMCEASMTP-ana+40example+2Eorg@firm.example"), unwrapped("ben@example.org")
    ('ana@example.org', 'ben@example.org')
    """
    if _ENCAPSULATED.match(address):
        # Other kinds, as "IMCEAEX-_O=FIRM_CN=ANA@firm", hold no mail address.
        kind, _, rest = address.rpartition("@")[0].partition("-")
        told = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), rest)
        return told if kind.upper() == "IMCEASMTP" else ""
    # No address is longer, and what is none need not be tried in every way there is.
    short = address[:_LONGEST_ADDRESS]
    if signed := _SIGNED.fullmatch(short):
        return signed[1] or f"{signed[3]}@{signed[2]}"
    if _NOTES.fullmatch(short) and not is_internal(address):
        return ""
    # "/O=EXCHANGELABS/.../CN=RECIPIENTS/CN=ANNA": rarely, the last part is a mail address.
    return address.rpartition("=")[2] if is_internal(address) else address
