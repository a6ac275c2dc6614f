"""Any text at all gives a report, and what a phone wrote is read as it was written."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from netzwerkwandel.errors import ExportFormatError
from sources.whatsapp_chats import LRM, one


FORMS = {
    "android de": ("{:%d.%m.%y, %H:%M} - {}: {}", 60),
    "android us": ("{0.month}/{0.day}/{0:%y}, {0:%I:%M} {0:%p} - {1}: {2}", 60),
    "android fr": ("{:%d/%m/%Y, %H:%M} - {}: {}", 60),
    "iphone de": (f"{LRM}[{{:%d.%m.%y, %H:%M:%S}}] {{}}: {{}}", 1),
    "iphone us": ("[{0.month}/{0.day}/{0:%y}, {0:%I:%M:%S}\u202f{0:%p}] {1}: {2}", 1),
    "android with a dot behind the time": ("{:%Y/%m/%d, %H:%M}. - {}: {}", 60),
    "iso": ("{:%Y-%m-%d, %H:%M} - {}: {}", 60),
}
AUTHORS = ["Ben Okafor", "Zoë", "Dr. Klein-Weber", "李雷", "+49 170 1234567", "Oma ❤️"]
# No line of these texts begins as a message does.
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Nd"])) | st.just(
    "\nzwei"
)
MESSAGES = st.lists(
    st.tuples(st.integers(0, 5_000_000), st.sampled_from(AUTHORS), TEXTS), min_size=1, max_size=12
)


@given(MESSAGES, st.sampled_from(sorted(FORMS)))
def test_what_a_phone_wrote_is_read_as_it_was_written(messages, form):
    written, unit = FORMS[form]
    # The day is over 12 in the first of them, so that the order of the date is plain.
    at = datetime(2024, 1, 13, 10, tzinfo=UTC)
    lines, last = [], at
    for step, author, text in [(0, "Ben Okafor", "x"), *messages]:
        last = last + timedelta(seconds=step // 100 * unit)
        # The author's own name at the beginning is how notices begin.
        lines.append(written.format(last, author, "-" + text))
    reading = one("\n".join(lines), "WhatsApp Chat mit Kurs.txt")
    assert reading.report.read == reading.report.used == len(lines)
    assert (reading.report.first, reading.report.last) == (at, last)
    assert not reading.report.problems


@given(st.text(st.characters(codec="utf-8")) | st.text("0123456789/.-:[], \n\u200eAPMapm"))
def test_any_text_gives_a_report_or_a_refusal(text):
    for begin in ("", "04.03.25, 18:04 - ", "[3/4/25, 6:04:11 PM] Anna: "):
        try:
            report = one(begin + text).report
        except ExportFormatError:
            continue
        assert report.read == report.used + sum(dict(report.skipped).values())
