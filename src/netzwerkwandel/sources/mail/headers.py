"""The headers of a mail: who, when, and whether it is one person writing to others.

Headers are bytes: ASCII by the rules, and in fact UTF-8, Latin-1 or RFC 2047 encoded words too.
No text of a mail is kept.
"""

from __future__ import annotations

import binascii
import re
import unicodedata
from collections.abc import Mapping
from email.errors import HeaderParseError
from email.header import decode_header
from typing import TypeAlias

from netzwerkwandel.model import SkipReason


Headers: TypeAlias = Mapping[bytes, bytes]

_NAMES = (
    "Auto-Submitted Bcc Cc Content-Type Date Delivered-To Envelope-To From List-Id List-Post"
    " List-Unsubscribe Message-ID Precedence Sender Subject To X-Gmail-Labels X-Mozilla-Status"
    " X-Original-To X-Spam-Flag"
).split()
_LONGEST_ENCODED = 2_000
_CHARSETS = (
    *("ascii", "big5", "cp", "euc", "gb", "hz", "iso", "koi", "ks", "latin", "mac"),
    *("shift", "sjis", "tis", "us", "utf", "windows"),
)


def _in_any_case(name: str) -> str:
    # Twice as fast as the flag for it: a set of two letters is ruled out at the first byte.
    return "".join(f"[{c.upper()}{c.lower()}]" if c.isalpha() else re.escape(c) for c in name)


# A long header is folded: its further lines begin with a blank or a tab.
_VALUE = r"[ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)"
_HEADER = re.compile(f"\n({'|'.join(map(_in_any_case, _NAMES))}){_VALUE}".encode())
# Apart from the others: a mail has five to ten of them, and they are needed only where the mail
# has no other date.
_RECEIVED = re.compile(f"\n{_in_any_case('Received')}{_VALUE}".encode())


def parse_headers(block: bytes) -> dict[bytes, bytes]:
    r"""Which headers, of those that are needed, does a mail have?

    Parameters
    ----------
    block : bytes
        The lines up to the first blank line.

    Returns
    -------
    dict of bytes to bytes
        The unfolded value of each name in lower case; the values of a header that is repeated
        are joined by commas. Lines that are no headers are left out.

    Examples
    --------
    >>> parse_headers(b"FROM: ben@example.org\nTo: chen@example.org,\n mara@example.org\n")
    {b'from': b' ben@example.org', b'to': b' chen@example.org, mara@example.org'}
    """
    headers: dict[bytes, bytes] = {}
    for name, folded in _HEADER.findall(_lines(block)):
        key = name.lower()
        value = folded.replace(b"\n", b"") if b"\n" in folded else folded
        headers[key] = headers[key] + b"," + value if key in headers else value
    return headers


def received_date(block: bytes) -> bytes:
    """Which date does the mail server that delivered a mail give; empty where it gives none?"""
    match = _RECEIVED.search(_lines(block))
    return match[1].replace(b"\n", b"").rpartition(b";")[2] if match else b""


def _lines(block: bytes) -> bytes:
    return b"\n" + (block.replace(b"\r\n", b"\n") if b"\r" in block else block)


def header_text(value: bytes) -> str:
    """Which text do the bytes of a header stand for, encoded words left as they are?

    Examples
    --------
    >>> header_text("José".encode()), header_text("José".encode("latin-1"))
    ('José', 'José')
    """
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("latin-1")


def decode_words(text: str) -> str:
    """Which text do the encoded words of RFC 2047 in a header stand for?

    Words of an unknown or broken encoding stay readable as far as they can; a text of more than
    2,000 characters is not decoded.

    Examples
    --------
    >>> decode_words("=?utf-8?q?Jos=C3=A9?= =?utf-8?q?_Ruiz?=")
    'José Ruiz'
    """
    if "=?" not in text or len(text) > _LONGEST_ENCODED:
        return text
    try:
        parts = decode_header(text)
    except (HeaderParseError, binascii.Error, ValueError, LookupError):
        return text
    whole = ""
    for part, charset in parts:
        # RFC 2231 lets a language follow the charset: "utf-8*de".
        name = (charset or "latin-1").partition("*")[0].lower()
        # Python also knows codecs that are no character sets, some of them slow or noisy.
        if not name.startswith(_CHARSETS):
            name = "ascii"
        if isinstance(part, bytes):
            try:
                part = part.decode(name, "replace")  # noqa: PLW2901
            except (LookupError, UnicodeError, ValueError):
                part = part.decode("ascii", "replace")  # noqa: PLW2901
        whole += part
    return whole


# The names that mail programs give these folders, in the languages of those who may send an export:
# Thunderbird, Apple Mail, Outlook and Gmail in English, German, French, Italian, Spanish,
# Portuguese, Dutch and Polish.
_TRASH = (
    *("corbeille", "cestino", "deleted", "deleted items", "deleted messages"),
    *("elementi eliminati", "elementos eliminados", "éléments supprimés"),
    *("gelöscht", "gelöschte elemente", "gelöschte objekte", "itens excluídos", "kosz"),
    *("lixeira", "lixo", "messages supprimés", "papelera", "papierkorb", "posta eliminata"),
    *("prullenbak", "trash", "verwijderde items"),
)
_SPAM = (
    *("bulk mail", "correo no deseado", "courrier indésirable", "indésirables"),
    *("junk", "junk e-mail", "junk email", "junk mail", "junk-e-mail"),
    *("ongewenste e-mail", "posta indesiderata", "pourriel", "spam", "spamverdacht"),
    *("unerwünscht", "unerwünschte werbung"),
)
_DRAFTS = (
    *("borrador", "borradores", "bozza", "bozze", "brouillon", "brouillons", "concepten"),
    *("draft", "drafts", "entwurf", "entwürfe", "modèles", "rascunho", "rascunhos"),
    *("templates", "unsent messages", "vorlagen", "wersje robocze"),
)
_FOLDERS = (
    dict.fromkeys(_TRASH, SkipReason.TRASH)
    | dict.fromkeys(_SPAM, SkipReason.SPAM)
    | dict.fromkeys(_DRAFTS, SkipReason.DRAFT)
)
# As a folder, "bin" may as well hold programs; as a label it is the British trash.
_LABELS = _FOLDERS | {"bin": SkipReason.TRASH}

_EXTENSION = re.compile(r"\.(?:mbox|mbx|mbs|sbd|eml|txt|gz)$", re.IGNORECASE)
# A Maildir writes flags into the names of its files, ":2,S" for seen; where a disk allows no colon
# in a name, programs take "!" or ";".
_FLAGS = re.compile(r"[:!;]2,([A-Za-z]*)$")
_SHIFTED = re.compile(r"&([A-Za-z0-9+,]{1,1000})-")
# Thunderbird leaves a mail that was deleted in its mbox, marked by this bit, until it compacts it.
_EXPUNGED = 0x0008
_WORD = re.compile(rb"\s*([\w-]+)")
_LIST_HEADERS = frozenset([b"list-id", b"list-post", b"list-unsubscribe"])
_LISTS = frozenset([b"list", b"bulk", b"junk"])


def kind_by_place(where: str, *, one_mail: bool) -> SkipReason | None:
    """Do the name and the folders of a file say that its mails do not count?

    Parameters
    ----------
    where : str
        The path of the file.
    one_mail : bool
        Whether the file is a single mail, whose name is no folder but may carry Maildir flags.

    Returns
    -------
    SkipReason or None
        TRASH, SPAM or DRAFT; None for mails that count.

    Examples
    --------
    >>> kind_by_place("Mail/[Gmail]/Trash.mbox", one_mail=False)
    <SkipReason.TRASH: 'trash'>
    >>> kind_by_place("Maildir/cur/1354585346.000260:2,DS", one_mail=True)
    <SkipReason.DRAFT: 'draft'>
    """
    parts = where.replace("\\", "/").split("/")
    flags = _FLAGS.search(parts[-1]) if one_mail else None
    if flags is not None and "T" in flags[1]:
        return SkipReason.TRASH
    if flags is not None and "D" in flags[1]:
        return SkipReason.DRAFT
    for part in parts[:-1] if one_mail else parts:
        name = _EXTENSION.sub("", _EXTENSION.sub("", _unshifted(part)))
        # Maildir++ writes a folder within a folder as ".INBOX.Trash".
        for folder in (name, *name.split(".")):
            reason = _FOLDERS.get(_folded(folder))
            if reason is not None:
                return reason
    return None


def kind_by_headers(headers: Headers) -> SkipReason | None:
    """Do the headers of a mail say that it does not count?

    Returns
    -------
    SkipReason or None
        TRASH, SPAM, DRAFT, AUTOMATIC or MAILING_LIST; None for a mail from a person to others.
    """
    if b"x-mozilla-status" in headers and _is_expunged(headers[b"x-mozilla-status"]):
        return SkipReason.TRASH
    if b"x-spam-flag" in headers and _word(headers[b"x-spam-flag"]) == b"yes":
        return SkipReason.SPAM
    if b"x-gmail-labels" in headers:
        labels = decode_words(header_text(headers[b"x-gmail-labels"])).split(",")
        kinds = {_LABELS.get(_folded(label.strip(' "'))) for label in labels}
        if reason := min((kind for kind in kinds if kind is not None), default=None):
            return reason
    if b"auto-submitted" in headers and _word(headers[b"auto-submitted"]) != b"no":
        return SkipReason.AUTOMATIC
    # A bounce, or the notice that a mail was read: a report of a machine (RFC 6522).
    if headers.get(b"content-type", b"")[:30].lstrip()[:16].lower() == b"multipart/report":
        return SkipReason.AUTOMATIC
    if not headers.keys().isdisjoint(_LIST_HEADERS):
        return SkipReason.MAILING_LIST
    if b"precedence" in headers and _word(headers[b"precedence"]) in _LISTS:
        return SkipReason.MAILING_LIST
    return None


def _word(value: bytes) -> bytes:
    """Take the first word of a value, in lower case."""
    match = _WORD.match(value)
    return match[1].lower() if match else b""


def _is_expunged(value: bytes) -> bool:
    try:
        return bool(int(_word(value)[:8] or b"0", 16) & _EXPUNGED)
    except ValueError:
        return False


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).strip().casefold()


def _unshifted(name: str) -> str:
    """Undo the modified UTF-7 in which IMAP names folders, as in ``Entw&APw-rfe``."""
    if "&" not in name:
        return name
    # Modified: "&" in place of "+" begins a run, and "," stands for "/" in its base 64.
    shifted = _SHIFTED.sub(lambda match: f"+{match[1].replace(',', '/')}-", name)
    try:
        return shifted.encode("ascii").decode("utf-7")
    except UnicodeError:
        return name
