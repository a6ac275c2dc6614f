"""A reader as the docs have it, and ten that each break one promise."""

from __future__ import annotations

import itertools
from datetime import datetime

import attrs

from netzwerkwandel.model import ME, Channel, Contact, Interaction, SkipReason, SourceReport
from netzwerkwandel.sources.tools import (
    ArchiveReader,
    ExportFormatError,
    Reading,
    Tally,
    decode,
    phone_key,
)


HEADING = "Number;Time;Note"
SECRET = "the roof is leaking"
LOG = f"""{HEADING}
+4930901820;2026-03-04T09:00:00+00:00;{SECRET}
+4930901821;2026-03-05T09:00:00+00:00;
soon;2026-03-05T09:00:00+00:00;
+4930901820;2027-03-04T09:00:00+00:00;
""".encode()


def larger(n):
    rows = [f"+4930{901_000 + i};2026-03-04T09:00:00+00:00;" for i in range(n)]
    return {"calls.csv": "\n".join([HEADING, *rows]).encode()}


@attrs.frozen
class CallLog:
    """Calls, one a line: a number, when, and a note."""

    kind = "call log"

    def looks_like(self, head, name):
        return head.startswith(HEADING.encode())

    def lines(self, source):
        text = decode(source.file.read(10_000_000))
        if not text.startswith(HEADING):
            raise ExportFormatError(source.where, "a log of calls must begin with its heading")
        return text.split("\n")[1:]

    def read(self, source, context):
        tally, contacts, calls = Tally(self.kind, source.where), {}, {}
        for row, line in enumerate(filter(None, self.lines(source)), 1):
            number, time, *note = line.split(";")[:3] if line.count(";") else (line, "")
            key = phone_key(number)
            try:
                when = datetime.fromisoformat(time.strip())
                assert when.tzinfo
            except (ValueError, AssertionError):
                key = None
            if key is None:
                tally.broken(f"row {row}", "a call must have a number and a time")
            elif when > context.as_of:
                tally.skip(SkipReason.FUTURE)
            else:
                contacts[key] = self.contact(key, number, note)
                call = self.call(key, when, source)
                calls[call.key] = call
                tally.use(when)
        return Reading(
            report=self.report(tally), contacts=contacts.values(), interactions=calls.values()
        )

    def contact(self, key, number, note):
        return Contact(key=key, phones=[number])

    def call(self, key, when, source):
        name = f"call:{key}:{when.isoformat()}"
        return Interaction(key=name, when=when, participants=[ME, key], channel=Channel.CALL)

    def report(self, tally):
        return tally.report()


class FailsOnOddBytes(CallLog):
    def lines(self, source):
        return source.file.read(10_000_000).decode("ascii").split("\n")[1:]


class KnowsEverything(CallLog):
    def looks_like(self, head, name):
        return True


class GoesByTheName(CallLog):
    def looks_like(self, head, name):
        return name == "calls.txt"


_NUMBERS = itertools.count()


class CountsItsReads(CallLog):
    def call(self, key, when, source):
        return attrs.evolve(super().call(key, when, source), key=f"call:{next(_NUMBERS)}")


class TellsWhereTheFileLies(CallLog):
    def call(self, key, when, source):
        known = super().call(key, when, source)
        return attrs.evolve(known, key=f"{source.where}:{known.key}")


class MiscountsWhatItLeavesOut(CallLog):
    def report(self, tally):
        told = tally.report()
        return SourceReport(kind=told.kind, where=told.where, read=told.read, used=told.used)


class ForgetsContacts(CallLog):
    def contact(self, key, number, note):
        return Contact(key="somebody else")


class KeepsToHerselfWhoSheIs(CallLog):
    def read(self, source, context):
        told = super().read(source, context)
        return attrs.evolve(told, interactions=()) if context.me else told


class ReadsTheFuture(CallLog):
    def read(self, source, context):
        later = context.as_of.replace(year=context.as_of.year + 10)
        return super().read(source, attrs.evolve(context, as_of=later))


class KeepsNotes(CallLog):
    def contact(self, key, number, note):
        return Contact(key=key, phones=[number], notes=" ".join(note))


class ComparesEachWithEach(CallLog):
    def read(self, source, context):
        lines = self.lines(source)
        assert not any(a is None for _ in lines for a in lines)
        return super().read(source, context)


class ReadsAgainForEachLine(CallLog):
    def call(self, key, when, source):
        source.file.read(10_000_000)
        return super().call(key, when, source)


class LeavesFilesOpen(CallLog):
    def lines(self, source):
        source.file.open().read(1)
        return super().lines(source)


class ShowsAddresses(CallLog):
    def report(self, tally):
        tally.problem("row 1", "ben@example.org is no number")
        return tally.report()


class SaysMaybe(CallLog):
    def looks_like(self, head, name):
        return head.find(HEADING.encode()) + 1


class HasNoKind(CallLog):
    kind = ""


class GivesRecords(CallLog):
    def read(self, source, context):
        return [*super().read(source, context).contacts]


class TakesTheFirstOnly(CallLog, ArchiveReader):
    """Takes files as they are found, and forgets what was in them."""

    def group(self, file, head):
        return file.folder

    def begin(self, where, context):
        return self

    def take(self, files):
        return []

    def reading(self):
        return Reading(report=Tally(self.kind, "exports").report())


# Each with the beginning of what is said of it.
BROKEN = {
    FailsOnOddBytes: "any bytes must give a Reading or an ExportFormatError, got UnicodeDecode",
    KnowsEverything: "looks_like must not know what is of no kind, got b''",
    GoesByTheName: "looks_like must know a file of each example",
    CountsItsReads: "to read the same files again must give the same",
    TellsWhereTheFileLies: "what is told must not depend on where the files lie",
    MiscountsWhatItLeavesOut: "what was read must be what was used and what was left out",
    ForgetsContacts: "whoever takes part or is tied must have a contact",
    KeepsToHerselfWhoSheIs: "where reading asks for context.me, for_owner must tell the same",
    ReadsTheFuture: "nothing may lie after as_of",
    KeepsNotes: "no text that somebody wrote may be kept",
    ComparesEachWithEach: r"twice as many records must be twice the work, got '\d+, \d+ steps'",
    ReadsAgainForEachLine: r"twice as many records must be twice the work, got '\d+, \d+ bytes'",
    LeavesFilesOpen: "every stream that is opened must be closed",
    ShowsAddresses: "a report must show no address",
    SaysMaybe: "looks_like must say True or False",
    HasNoKind: "kind must be a text",
    GivesRecords: "read must give a Reading",
    TakesTheFirstOnly: "files taken one by one must give what read gives",
}
