"""A reader of a toy format, as somebody outside would write it: a log of phone calls."""

from __future__ import annotations

from datetime import UTC, date, datetime

import attrs
import pytest

import netzwerkwandel as nw
from netzwerkwandel.errors import ExportFormatError, InvalidArgumentError
from netzwerkwandel.model import ME, Channel, Contact, Interaction, SkipReason, SourceKind
from netzwerkwandel.sources import (
    ArchiveReader,
    ReadContext,
    Reading,
    Source,
    SourceFile,
    Tally,
    read_calendar,
    read_linkedin,
    read_mail,
    read_vcards,
)
from netzwerkwandel.texts import LANGUAGES
from sources.exports_folder import AS_OF, BOOK, GOOD, MAIL, write


LOG = b"""Number;Time
+4930901820;2026-03-04T09:00:00+00:00
+4930901821;2026-03-05T09:00:00+00:00
soon;
+4930901820;2027-03-04T09:00:00+00:00
"""


@attrs.frozen
class PhoneLog(ArchiveReader):
    """Reads a log of calls; those of several phones in one folder are one log."""

    kind = "phone log"
    delimiter: str = ";"
    together: bool = False

    def looks_like(self, head, name):
        return head.startswith(b"Number;Time")

    def group(self, file, head):
        return file.folder if self.together else None

    def read(self, source, context):
        tally = Tally(self.kind, source.where)
        contacts, calls = {}, {}
        for file in source.files:
            for row, line in enumerate(file.read(10**6).decode().splitlines()[1:], 1):
                self._take(line, f"row {row}", tally, contacts, calls, context)
        return Reading(
            report=tally.report(), contacts=contacts.values(), interactions=calls.values()
        )

    def _take(self, line, place, tally, contacts, calls, context):
        number, time = line.split(self.delimiter)
        if not time:
            tally.broken(place, "a call must have a time", SkipReason.NO_DATE)
            return
        when = datetime.fromisoformat(time)
        if when > context.as_of:
            tally.skip(SkipReason.FUTURE)
            return
        key = f"tel:{number}"
        contacts[key] = Contact(key=key, phones=[number])
        name = f"call:{number}:{time}"
        calls[name] = Interaction(
            key=name, when=when, channel=Channel.CALL, participants=[ME, key], sender=ME
        )
        tally.use(when)


def test_a_reader_of_ones_own_reads_beside_the_others(tmp_path) -> None:
    write(tmp_path, {**GOOD, "calls.txt": LOG})

    records = nw.read_exports(tmp_path, as_of=AS_OF, readers=[*nw.READERS, PhoneLog()])

    (report,) = [each for each in records.reports if each.kind == "phone log"]
    assert (report.where, report.read, report.used) == (f"{tmp_path}/calls.txt", 4, 2)
    assert dict(report.skipped) == {SkipReason.NO_DATE: 1, SkipReason.FUTURE: 1}
    assert len([each for each in records.interactions if each.channel is Channel.CALL]) == 2
    assert records.contact("tel:+4930901820").phones == ("+4930901820",)
    others = nw.read_exports(tmp_path, as_of=AS_OF)
    assert len(records.interactions) == len(others.interactions) + 2


def test_its_report_stands_in_the_summary_under_its_own_kind(tmp_path) -> None:
    write(tmp_path, {"calls.txt": LOG})

    records = nw.read_exports(tmp_path, as_of=AS_OF, readers=[PhoneLog()])

    for language in LANGUAGES:
        assert "calls.txt (phone log)" in records.summary(language)
    assert [problem.where for problem in records.reports[0].problems] == [
        f"{tmp_path}/calls.txt, row 3"
    ]


def test_its_report_is_kept_in_a_storage(tmp_path) -> None:
    write(tmp_path, {"calls.txt": LOG})
    records = nw.read_exports(tmp_path, as_of=AS_OF, readers=[PhoneLog()])

    with nw.open_storage(":memory:") as storage:
        storage.save(records)
        assert storage.load().reports == records.reports


def test_a_known_kind_is_that_of_the_library_however_it_is_spelled() -> None:
    assert nw.SourceReport(kind="mail", where="x").kind is SourceKind.MAIL


def test_files_of_one_group_get_one_report(tmp_path) -> None:
    more = LOG.replace(b"901820", b"901829")
    write(tmp_path, {"log/old.txt": LOG, "log/new.txt": more, "book.vcf": BOOK})

    records = nw.read_exports(tmp_path, as_of=AS_OF, readers=[*nw.READERS, PhoneLog(together=True)])

    assert [(each.where, each.used) for each in records.reports] == [
        (f"{tmp_path}/book.vcf", 2),
        (f"{tmp_path}/log", 4),
    ]


def test_cards_that_lie_among_what_was_sent_are_not_read(tmp_path) -> None:
    class Chat(PhoneLog):
        def lies_among_sent(self, file):
            return file.folder.endswith("chat")

    write(tmp_path, {"chat/log.txt": LOG, "chat/Ben.vcf": BOOK, "mine/book.vcf": BOOK})

    def where(reader):
        records = nw.read_exports(tmp_path, as_of=AS_OF, readers=[*nw.READERS, reader])
        return [each.where.removeprefix(f"{tmp_path}/") for each in records.reports]

    assert where(Chat()) == ["chat/log.txt", "mine/book.vcf", "other files"]
    assert where(PhoneLog()) == ["chat/Ben.vcf", "chat/log.txt", "mine/book.vcf"]


def test_without_its_reader_a_file_is_no_export(tmp_path) -> None:
    write(tmp_path, {"calls.txt": LOG})

    with pytest.raises(ExportFormatError, match="nothing here is a known export"):
        nw.read_exports(tmp_path, as_of=AS_OF)
    with pytest.raises(ExportFormatError, match="nothing here is a known export"):
        nw.read_exports(tmp_path, as_of=AS_OF, readers=())


def test_the_first_reader_that_knows_a_file_gets_it(tmp_path) -> None:
    class Everything(PhoneLog):
        kind = "everything"

        def looks_like(self, head, name):
            return True

        def read(self, source, context):
            return Reading(report=Tally(self.kind, source.where).report())

    write(tmp_path, {"mail.mbox": MAIL, "calls.txt": LOG})

    def kinds(*readers):
        return [r.kind for r in nw.read_exports(tmp_path, as_of=AS_OF, readers=readers).reports]

    assert kinds(PhoneLog(), Everything()) == ["phone log", "everything"]
    assert kinds(Everything(), PhoneLog()) == ["everything", "everything"]


def test_a_reader_that_gives_no_reading_is_named(tmp_path) -> None:
    class Wrong(PhoneLog):
        def read(self, source, context):
            return [Contact(key="x")]

    write(tmp_path, {"calls.txt": LOG})

    with pytest.raises(InvalidArgumentError, match="phone log reader gives must be a Reading"):
        nw.read_exports(tmp_path, as_of=AS_OF, readers=[Wrong()])


@pytest.mark.parametrize(
    ("paths", "options", "rule"),
    [
        ((), {}, "read_exports needs at least one file or folder"),
        ((["a", "b"],), {}, r"paths must be files or folders, each .*, got \['a', 'b'\]"),
        ((3,), {}, "paths must be files or folders, .*, got 3"),
        ((b"a",), {}, "paths must be files or folders, .*, got a value of the type bytes"),
        (("a",), {"me": 3}, "me must be several addresses, got 3"),
        (("a",), {"me": "ben@example.org"}, "me must be several addresses, got the single text"),
        (("a",), {"me": [3]}, "me must be mail addresses, .*, got 3"),
        (("a",), {"as_of": date(2026, 1, 1)}, "as_of must be a datetime with a time zone"),
        (("a",), {"as_of": datetime(2026, 1, 1)}, "as_of must be a datetime with a time"),  # noqa: DTZ001
        (("a",), {"as_of": "2026-01-01"}, "as_of must be a datetime with a time zone"),
        (("a",), {"as_of": datetime(1066, 1, 1, tzinfo=UTC)}, "as_of must be of the years 1990"),
        (("a",), {"timezone": "Europe/Berlin"}, "timezone must be a tzinfo, got str 'E"),
        (
            ("a",),
            {"readers": PhoneLog()},
            "readers must be a sequence of Reader, got a value of the type PhoneLog",
        ),
        (("a",), {"readers": [PhoneLog]}, r"must be made, as PhoneLog\(\), got the class PhoneLog"),
        (("a",), {"readers": ["mail"]}, "readers must be a Reader, got str 'm…'"),
        (("a",), {"progress": "yes"}, "progress must be a bool, got str 'y…'"),
    ],
)
def test_an_argument_of_a_wrong_kind_is_named(paths, options, rule) -> None:
    with pytest.raises(InvalidArgumentError, match=rule):
        nw.read_exports(*paths, **options)


def test_a_reading_of_something_else_is_refused() -> None:
    report = Tally("phone log", "x").report()

    with pytest.raises(nw.InvalidRecordError, match="contacts must be a sequence of Contact"):
        Reading(report=report, contacts=["ben"])


def test_the_kinds_of_the_readers_differ() -> None:
    assert len({reader.kind for reader in nw.READERS}) == len(nw.READERS)


def test_a_file_of_bytes_is_read_by_a_reader_alone() -> None:
    source = Source.from_bytes(LOG, "calls.txt")

    assert PhoneLog().read(source, ReadContext(as_of=AS_OF)).report.used == 2


class Plain:
    """A reader that knows nothing of the class of readers."""

    kind = "plain log"

    def looks_like(self, head, name):
        return head.startswith(b"Number;Time") and name.endswith(".log")

    def read(self, source, context):
        tally = Tally(self.kind, source.where)
        tally.use()
        return Reading(report=tally.report())


def test_a_class_of_the_same_shape_is_a_reader_and_is_told_the_name_of_each_file(tmp_path) -> None:
    write(tmp_path, {"calls.txt": LOG, "phone/calls.log": LOG})

    records = nw.read_exports(tmp_path, as_of=AS_OF, readers=[Plain(), PhoneLog()])

    assert [(report.where, report.kind) for report in records.reports] == [
        (f"{tmp_path}/calls.txt", "phone log"),
        (f"{tmp_path}/phone/calls.log", "plain log"),
    ]


def test_a_reader_is_told_what_was_said_of_the_exports(tmp_path) -> None:
    told = []

    class Listening(Plain):
        def read(self, source, context):
            told.append(context)
            return super().read(source, context)

    write(tmp_path, {"calls.log": LOG})
    nw.read_exports(
        tmp_path, as_of=AS_OF, me=["mara@example.org"], region="de", readers=[Listening()]
    )

    (context,) = told
    assert (context.as_of, context.me, context.region, context.timezone) == (
        *(AS_OF, {"mailto:mara@example.org"}, "DE", UTC),
    )


def test_the_files_of_a_source_stand_in_the_order_of_their_names() -> None:
    files = [SourceFile.from_bytes(b"", name) for name in ("b", "a")]

    assert [file.name for file in Source(files, "both").files] == ["a", "b"]


@pytest.mark.parametrize("names", [[], ["a", "b"]])
def test_the_only_file_of_none_or_several_is_refused(names) -> None:
    source = Source([SourceFile.from_bytes(b"", name) for name in names], "some")

    with pytest.raises(ExportFormatError, match=f"some: this must be one file, got {len(names)}"):
        _ = source.file


@pytest.mark.parametrize(
    "call",
    [
        lambda: read_vcards("x.vcf"),
        lambda: read_calendar("x.ics", as_of=AS_OF),
        lambda: read_mail("x.mbox", "x", as_of=AS_OF),
        lambda: read_linkedin(["Connections.csv"], "x", as_of=AS_OF),
        lambda: read_mail([SourceFile.from_bytes(MAIL)], "x", as_of=date(2026, 1, 1)),
        lambda: Tally("phone log", "x").skip("too old"),
        lambda: Tally("phone log", "x").broken("row 3", "it is odd", "too old"),
    ],
    ids=["vcards", "calendar", "mail", "linkedin", "moment", "skip", "broken"],
)
def test_what_a_reader_is_given_wrongly_is_refused_by_name(call) -> None:
    with pytest.raises(InvalidArgumentError, match=r"files?|as_of|reason"):
        call()


def test_a_reason_is_counted_as_the_reason_that_its_text_names() -> None:
    tally = Tally("phone log", "x")

    tally.skip("no usable date")

    assert dict(tally.report().skipped) == {SkipReason.NO_DATE: 1}


def test_of_many_kinds_that_are_known_some_are_named(tmp_path) -> None:
    write(tmp_path, {"x.bin": b"\0\1"})

    with pytest.raises(ExportFormatError, match=r"LinkedIn archive, [\w ,]*, \.\.\.\)"):
        nw.read_exports(tmp_path, as_of=AS_OF)


def test_nothing_known_names_what_the_given_readers_know(tmp_path) -> None:
    write(tmp_path, {"x.bin": b"\0\1"})

    with pytest.raises(ExportFormatError, match=r"known export \(mail, phone log\)"):
        nw.read_exports(tmp_path, as_of=AS_OF, readers=[nw.READERS[0], PhoneLog()])
