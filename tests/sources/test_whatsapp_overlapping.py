from __future__ import annotations

from pathlib import Path
from random import Random

import netzwerkwandel as nw
from netzwerkwandel.model import SkipReason


def test_of_many_exports_of_one_chat_each_line_counts_once_and_what_one_file_repeats_counts(
    tmp_path: Path,
) -> None:
    random, told, used, read = Random(3), set[int](), 0, 0
    for number in range(40):
        begin = random.randrange(900)
        minutes = [begin + n // 2 for n in range(random.choice([1, 2, 30, 200, 400]))]
        lines = [f"[05.01.26, {m // 60:02}:{m % 60:02}:00] Ben: hi" for m in minutes]
        path = tmp_path / f"WhatsApp Chat - Ben ({number:02}).txt"
        path.write_text("\n".join(lines))
        used += sum(minute not in told for minute in minutes)
        read += len(minutes)
        told.update(minutes)

    (report,) = nw.read_exports(tmp_path).reports

    assert (report.read, report.used) == (read, used)
    assert dict(report.skipped) == {SkipReason.DUPLICATE: read - used}
