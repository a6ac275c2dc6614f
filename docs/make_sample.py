"""Make the exports of Mara Vogt, who does not exist, for src/netzwerkwandel/sample.

python docs/make_sample.py            writes them
python docs/make_sample.py --check    ends with 1 where they are not what this would write

Everything follows from this code and its seeds. Compressed bytes may differ from one zlib to
another; what they decompress to may not, and that is what is compared.
"""

from __future__ import annotations

import gzip
import io
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

from sample_calendar import own_calendar
from sample_cast import (
    CHANGED_CAREER,
    CORE,
    DORMANT,
    NEW_FIELD,
    PRESENT,
    PRIVATE,
    UNIVERSITY,
    UNKNOWN,
)
from sample_google import google_contacts
from sample_ics import calendar
from sample_life import Mail, letters
from sample_linkedin import archive
from sample_mbox import Entry, entry, takeout, thunderbird
from sample_noise import broken, noise
from sample_shared_calendars import alumni_calendar, meetup_calendar
from sample_vcards import address_book
from sample_whatsapp import chats


__all__ = [
    "CHANGED_CAREER",
    "CORE",
    "DORMANT",
    "EXPORTS",
    "NEW_FIELD",
    "PRESENT",
    "UNKNOWN",
    "contents",
    "differences",
    "stored",
    "write",
]

EXPORTS = Path(__file__).parents[1] / "src" / "netzwerkwandel" / "sample" / "exports"
MBOX = "Takeout/Mail/All mail Including Spam and Trash.mbox.gz"
ZIP = "Basic_LinkedInDataExport_10-20-2026.zip"
OLD_FRIENDS = frozenset(person.mail for person in UNIVERSITY)

Content = bytes | Mapping[str, bytes]


def contents() -> dict[str, Content]:
    """Everything that the exports hold, by path and decompressed."""
    ids: dict[str, str] = {}
    everything = letters()
    entries = {mail.key: entry(mail, ids) for mail in everything}
    kept = [entries[mail.key] for mail in everything if not _only_on_the_laptop(mail)]
    twice = [Entry(e.when, "Wichtig", e.message, e.thread) for e in kept[5::400]]
    laptop = [entries[mail.key] for mail in everything if _on_the_laptop(mail)]
    return {
        MBOX: takeout([*kept, *twice, *noise()]),
        "old-laptop/Inbox": thunderbird([*laptop, *list(broken())[:2]]),
        f"Takeout/Calendar/{PRIVATE}.ics": calendar(PRIVATE, own_calendar()),
        "Takeout/Calendar/Ehemalige.ics": calendar("Kessel & Kranz Ehemalige", alumni_calendar()),
        "Takeout/Calendar/UX-Meetup.ics": calendar("UX-Meetup Orga", meetup_calendar()),
        ZIP: {name: text.encode() for name, text in archive().items()},
        "contacts.vcf": address_book(),
        "contacts.csv": google_contacts(),
        **chats(),
    }


def _only_on_the_laptop(mail: Mail) -> bool:
    return mail.when.year == 2017 and mail.when.month < 8 and mail.sender.mail in OLD_FRIENDS


def _on_the_laptop(mail: Mail) -> bool:
    """The laptop has what old friends wrote, and some of what is in the other mailbox too."""
    received = mail.when.year < 2019 and bool(mail.reply_to)
    return (
        (received and mail.sender.mail in OLD_FRIENDS)
        or _only_on_the_laptop(mail)
        or (received and mail.key.startswith("department") and mail.when.month < 3)
    )


def stored(name: str, path: Path) -> Content | None:
    """What a stored file decompresses to; None where there is none."""
    if not path.is_file():
        return None
    data = path.read_bytes()
    if name.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(data)) as files:
            return {entry.filename: files.read(entry) for entry in files.infolist()}
    return gzip.decompress(data) if name.endswith(".gz") else data


def differences(folder: Path = EXPORTS) -> list[str]:
    """Paths at which a folder does not have what belongs there."""
    wanted = contents()
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    wrong = [name for name, data in wanted.items() if stored(name, folder / name) != data]
    return sorted({*wrong, *(there - wanted.keys())})


def write(folder: Path = EXPORTS) -> None:
    """Write all exports; files that have the right content already stay as they are."""
    wanted = contents()
    for name in differences(folder):
        path = folder / name
        if name not in wanted:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_packed(name, wanted[name]))


def _packed(name: str, content: Content) -> bytes:
    if isinstance(content, bytes):
        return gzip.compress(content, 9, mtime=0) if name.endswith(".gz") else content
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as files:
        for inner, data in content.items():
            info = zipfile.ZipInfo(inner, (2026, 10, 20, 8, 0, 0))
            info.create_system, info.external_attr = 3, 0o644 << 16
            files.writestr(info, data, zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()


def main(arguments: list[str]) -> int:
    if "--check" not in arguments:
        write()
        return 0
    wrong = differences()
    for name in wrong:
        print(f"not what docs/make_sample.py makes: {name}")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
