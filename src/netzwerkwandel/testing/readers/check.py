from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import NoReturn

import attrs

from netzwerkwandel.errors import ExportFormatError, InvalidArgumentError, shown
from netzwerkwandel.model import ME
from netzwerkwandel.model.arguments import check_kind
from netzwerkwandel.sources.combined import combined
from netzwerkwandel.sources.files import HEAD
from netzwerkwandel.sources.reader import ArchiveReader, ReadContext, Reader
from netzwerkwandel.sources.reading import Reading
from netzwerkwandel.testing.errors import ConformanceError
from netzwerkwandel.testing.readers.examples import Files, Streams, changed, source_of
from netzwerkwandel.testing.readers.told import last_moment, nobodies, texts_in, without_report
from netzwerkwandel.testing.readers.work import steps


CONTEXT = ReadContext(as_of=datetime(2026, 11, 1, tzinfo=UTC))
_LONG_AGO = datetime(1995, 1, 1, tzinfo=UTC)
_A_DAY = timedelta(days=1)
_RECORDS = 40
"""So many records are much work beside what is done once; twice as many are counted after it."""
_ONCE = 400
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.\w")


def check_reader(
    reader: Reader,
    examples: Iterable[Files],
    *,
    secret: str = "",
    larger: Callable[[int], Files] | None = None,
    context: ReadContext = CONTEXT,
) -> None:
    r"""Does my reader keep the rules on which everything that is built on it relies?

    Call it in a test of your own; no test framework is needed. ``ReaderConformance`` has the same
    rules as tests, each under its name. The examples are read as they are, cut, and changed in many
    places, and the first rule that does not hold is raised:

    - it is a reader: a kind, ``looks_like`` and ``read``;
    - it knows its examples, wherever their first bytes end, and neither noise nor an empty file;
    - any bytes at all give a ``Reading`` or an ``ExportFormatError``, and no stream is left open;
    - it gives the same each time it reads, from whatever folder, and the same export in two places
      is told once; an ``ArchiveReader`` gives the same if it takes its files one by one;
    - its report is complete: what was read is what was used and what was left out, and everybody
      who takes part in something, or is tied to somebody, has a contact;
    - nothing lies after ``as_of``, and no report shows a mail address;
    - what somebody wrote is nowhere in what it gives;
    - twice as many records are twice the work.

    Parameters
    ----------
    reader : Reader
        Yours.
    examples : sequence of mappings of str to bytes
        Exports, invented: of each its files by their names; most have one. They should have all
        that the format has, oddities too.
    secret : str
        A text that somebody wrote in the examples, of which nothing may be kept. Without it this is
        not checked.
    larger : callable, optional
        Makes the files of an export of so many records. Without it no work is counted.
    context : ReadContext
        The moment of reading and the like.

    Raises
    ------
    ConformanceError
        If a rule is broken: which one, and by what. It is an ``AssertionError`` too.
    InvalidArgumentError
        If there is no example, or the secret is in none of them.

    Notes
    -----
    Work is counted as steps of Python, calls of functions in C and bytes that are read. What one
    call does in C, such as to copy a growing text, is not seen.

    Examples
    --------
    >>> from netzwerkwandel.sources.vcard import AddressBookReader
    >>> card = b"BEGIN:VCARD\nVERSION:4.0\nFN:Ben Okafor\nEND:VCARD\n"
    >>> check_reader(AddressBookReader(), [{"a.vcf": card}], larger=lambda n: {"a.vcf": card * n})
    """
    check = ReaderCheck(reader, examples, secret, larger, context)
    for promise in PROMISES:
        promise(check)


def _as_examples(examples: object) -> tuple[Files, ...]:
    several = tuple(examples) if isinstance(examples, Iterable) else ()
    if isinstance(examples, Mapping) or not several or not all(map(_are_files, several)):
        raise InvalidArgumentError(
            "examples must be several mappings of file names to bytes, such as "
            f"[{{'calls.csv': b'...'}}], got {shown(examples)}"
        )
    return several


def _are_files(files: object) -> bool:
    return (
        isinstance(files, Mapping)
        and bool(files)
        and all(isinstance(k, str) and isinstance(v, bytes) for k, v in files.items())
    )


@attrs.frozen
class ReaderCheck:
    """One reader and its examples: each method checks one promise.

    Parameters
    ----------
    reader, examples, secret, larger, context
        As those of ``check_reader``.
    """

    reader: Reader
    examples: Sequence[Files] = attrs.field(converter=_as_examples)
    secret: str = ""
    larger: Callable[[int], Files] | None = None
    context: ReadContext = CONTEXT

    def __attrs_post_init__(self) -> None:
        check_kind("secret", self.secret, str)
        check_kind("context", self.context, ReadContext)
        written = [data for files in self.examples for data in files.values()]
        forms = [self.secret.encode(code) for code in ("utf-8", "utf-16-le", "cp1252")]
        if not any(form in data for form in forms for data in written):
            raise InvalidArgumentError(f"secret must be in an example, got {shown(self.secret)}")

    def is_a_reader(self) -> None:
        """It has a kind, and the two methods."""
        reader: object = self.reader
        if isinstance(reader, type) or not isinstance(reader, Reader):
            self._fail("a reader must be an object with kind, looks_like and read")
        kind: object = reader.kind
        if not isinstance(kind, str) or not kind.strip():
            self._fail("kind must be a text", kind)

    def knows_its_examples(self) -> None:
        """It knows a file of each example, and neither noise nor an empty file."""
        for files in self.examples:
            known = [self._knows(data[:HEAD], name) for name, data in files.items()]
            if not any(known):
                self._fail("looks_like must know a file of each example", list(files))
            for name, data in files.items():
                for end in {0, 1, 2, 3, 5, 8, 13, 100, 1_000, len(data) // 2, len(data) - 1}:
                    self._knows(data[:end], name)
        for noise in (b"", b"\0" * 100, bytes(range(256)), b"lorem ipsum dolor sit amet"):
            if self._knows(noise, "file"):
                self._fail("looks_like must not know what is of no kind", noise[:20])

    def _knows(self, head: bytes, name: str) -> bool:
        known: object = self.reader.looks_like(head, name)
        if not isinstance(known, bool):
            self._fail("looks_like must say True or False", known)
        return known

    def takes_any_bytes(self) -> None:
        """Whatever is done to an example, it gives a complete reading or says what is wrong."""
        chance = random.Random(1)  # noqa: S311 (the same each time)
        for files in self.examples:
            self._complete(self.reading(files), files)
            for other in changed(files, chance):
                try:
                    reading = self.reading(other)
                except ExportFormatError:
                    continue
                except Exception as error:
                    error.add_note(f"reading {_called(other)}, an example that was changed")
                    raise ConformanceError(
                        f"any bytes must give a Reading or an ExportFormatError, got "
                        f"{type(error).__name__} from {self.reader!r}"
                    ) from error
                self._complete(reading, other)

    def reading(
        self, files: Files, folder: str = "exports", context: ReadContext | None = None
    ) -> Reading:
        """Read some files, and look whether all that was opened was closed."""
        streams = Streams()
        source = source_of(files, folder, streams)
        try:
            reading: object = self.reader.read(source, context or self.context)
        finally:
            is_closed = streams.opened == streams.closed
        if not is_closed:
            self._fail("every stream that is opened must be closed", list(files))
        if not isinstance(reading, Reading):
            self._fail("read must give a Reading", reading)
        return reading

    def reports_all_it_read(self) -> None:
        """What was read is what was used and what was left out, and nobody lacks a contact."""
        for files in self.examples:
            reading = self.reading(files)
            self._complete(reading, files)
            if reading.report.kind != self.reader.kind:
                self._fail("the report must have the kind of the reader", reading.report.kind)
            if not reading.report.read:
                self._fail("the report must count what was read of an example", list(files))

    def _complete(self, reading: Reading, files: Files) -> None:
        report = reading.report
        skipped = sum(count for _, count in report.skipped)
        if report.read != report.used + skipped:
            counts = f"{report.read} read, {report.used} used and {skipped} left out"
            self._fail("what was read must be what was used and what was left out", counts)
        if lost := nobodies(reading):
            self._fail("whoever takes part or is tied must have a contact", f"{len(lost)} without")
        shown_texts = (text for problem in report.problems for text in attrs.astuple(problem))
        if any(_ADDRESS.search(text) for text in shown_texts):
            self._fail("a report must show no address", _called(files))

    def gives_the_same_each_time(self) -> None:
        """Once more, from another folder, and from two places at once: it tells the same."""
        for files in self.examples:
            first, again, there = (self.reading(files, f) for f in ("exports", "exports", "old/2"))
            if first != again:
                self._fail("to read the same files again must give the same", list(files))
            if without_report(first) != without_report(there):
                self._fail("what is told must not depend on where the files lie", list(files))
            once, twice = (
                combined(readings, self.context.me, None, None)
                for readings in ([first], [first, there])
            )
            if (once.contacts, once.interactions) != (twice.contacts, twice.interactions):
                self._fail("an export that lies in two places must be told once", list(files))

    def tells_for_its_owner(self) -> None:
        """Whoever is found to be the owner gets what she gets whose addresses were given."""
        for files in self.examples:
            found = self.reading(files)
            named = [contact.key for contact in found.contacts if contact.key != ME]
            for one in (*named[:2], "mailto:nobody@example.org"):
                me = frozenset([one])
                given = self.reading(files, context=attrs.evolve(self.context, me=me))
                told = found if found.for_owner is None else found.for_owner(me)
                if told != given:
                    rule = "where reading asks for context.me, for_owner must tell the same"
                    self._fail(rule, list(files))

    def takes_files_one_by_one(self) -> None:
        """A reader that takes files as they are found gives what ``read`` gives."""
        if not isinstance(self.reader, ArchiveReader):
            return
        for files in self.examples:
            source = source_of(files)
            taking = self.reader.begin(source.where, self.context)
            if taking is None or any(taking.take([(f, f.head())]) != [] for f in source.files):
                continue
            if taking.reading() != self.reader.read(source, self.context):
                self._fail("files taken one by one must give what read gives", list(files))

    def leaves_out_what_comes_later(self) -> None:
        """Nothing that it tells happened after the moment of reading."""
        for files in self.examples:
            for as_of in (self.context.as_of, _LONG_AGO):
                context = attrs.evolve(self.context, as_of=as_of)
                last = last_moment(self.reading(files, context=context))
                if last is not None and last > as_of + _A_DAY:
                    self._fail("nothing may lie after as_of", f"{last} after {as_of}")

    def keeps_no_text(self) -> None:
        """What somebody wrote is nowhere in what it gives."""
        for files in self.examples if self.secret else ():
            reading = self.reading(files)
            if any(self.secret in text for text in texts_in(reading)):
                self._fail("no text that somebody wrote may be kept", list(files))

    def works_in_proportion(self) -> None:
        """Twice as many records are twice the work at most."""
        if self.larger is None:
            return
        once, twice = (self._work(self.larger(n * _RECORDS)) for n in (1, 2))
        for what, less, more in zip(("steps", "bytes"), once, twice, strict=True):
            if more > 2.2 * less + _ONCE:
                self._fail("twice as many records must be twice the work", f"{less}, {more} {what}")

    def _work(self, files: Files) -> tuple[int, int]:
        streams = Streams()
        source = source_of(files, streams=streams)
        # What is done once, such as to import something, is no work of the records.
        self.reader.read(source, self.context)
        streams.read = 0
        count = steps(lambda: self.reader.read(source, self.context))
        return count, streams.read

    def _fail(self, rule: str, value: object = None) -> NoReturn:
        got = "" if value is None else f", got {value!r}"
        raise ConformanceError(f"{rule}{got} from {self.reader!r}")


def _called(files: Files) -> str:
    return ", ".join(f"{name} of {len(data):,} bytes" for name, data in files.items())


PROMISES: tuple[Callable[[ReaderCheck], None], ...] = (
    ReaderCheck.is_a_reader,
    ReaderCheck.knows_its_examples,
    ReaderCheck.reports_all_it_read,
    ReaderCheck.takes_any_bytes,
    ReaderCheck.gives_the_same_each_time,
    ReaderCheck.tells_for_its_owner,
    ReaderCheck.takes_files_one_by_one,
    ReaderCheck.leaves_out_what_comes_later,
    ReaderCheck.keeps_no_text,
    ReaderCheck.works_in_proportion,
)
