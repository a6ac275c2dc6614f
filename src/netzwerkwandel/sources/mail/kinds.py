"""Which mails are not one person writing to others: lists, machines, drafts, spam, trash."""

from __future__ import annotations

import re
import unicodedata

from netzwerkwandel.model import SkipReason
from netzwerkwandel.sources.mail.headers import Headers, decode_words, header_text


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
