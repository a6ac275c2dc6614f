from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from netzwerkwandel.sources.reader import ReadContext, Reader
from netzwerkwandel.testing.readers.check import CONTEXT, ReaderCheck
from netzwerkwandel.testing.readers.examples import Files


class ReaderConformance:
    r"""Does my reader keep every promise of ``Reader``?

    Inherit from it in a test module, and say what your reader is and what to try it on: pytest, or
    whatever else runs methods that are called ``test_...``, then checks each promise by itself. All
    of them at once are ``check_reader``, which says what each means.

    Examples
    --------
    A whole test module::

        from netzwerkwandel.testing import ReaderConformance

        class TestPhoneLog(ReaderConformance):
            reader = PhoneLog()
            examples = [{"calls.csv": b"Number;Time\n+4930901820;2026-03-04T09:00\n"}]

            @staticmethod
            def larger(n):
                rows = [f"+49309018{i:02};2026-03-04T09:00" for i in range(n)]
                return {"calls.csv": "\n".join(["Number;Time", *rows]).encode()}
    """

    reader: ClassVar[Reader]
    """Yours."""
    examples: ClassVar[Iterable[Files]]
    """Exports, invented: of each its files by their names."""
    secret: ClassVar[str] = ""
    """A text that somebody wrote in them, of which nothing may be kept."""
    larger: ClassVar[Callable[[int], Files] | None] = None
    """A static method that makes the files of an export of so many records."""
    context: ClassVar[ReadContext] = CONTEXT
    """The moment of reading and the like."""

    @property
    def _check(self) -> ReaderCheck:
        cls = type(self)
        return ReaderCheck(cls.reader, cls.examples, cls.secret, cls.larger, cls.context)

    def test_it_is_a_reader(self) -> None:
        """It has a kind, and the two methods."""
        self._check.is_a_reader()

    def test_it_knows_its_examples_and_nothing_else(self) -> None:
        """It knows a file of each example, and neither noise nor an empty file."""
        self._check.knows_its_examples()

    def test_its_report_is_complete(self) -> None:
        """What was read is what was used and what was left out, and nobody lacks a contact."""
        self._check.reports_all_it_read()

    def test_it_takes_any_bytes(self) -> None:
        """Whatever is done to an example, it gives a complete reading or says what is wrong."""
        self._check.takes_any_bytes()

    def test_it_gives_the_same_each_time(self) -> None:
        """Once more, from another folder, and from two places at once: it tells the same."""
        self._check.gives_the_same_each_time()

    def test_it_tells_who_is_found_what_it_tells_who_is_given(self) -> None:
        """Whoever is found to be the owner gets what she gets whose addresses were given."""
        self._check.tells_for_its_owner()

    def test_it_gives_the_same_if_it_takes_its_files_one_by_one(self) -> None:
        """A reader that takes files as they are found gives what ``read`` gives."""
        self._check.takes_files_one_by_one()

    def test_it_leaves_out_what_comes_later(self) -> None:
        """Nothing that it tells happened after the moment of reading."""
        self._check.leaves_out_what_comes_later()

    def test_it_keeps_no_text(self) -> None:
        """What somebody wrote is nowhere in what it gives."""
        self._check.keeps_no_text()

    def test_twice_as_many_records_are_twice_the_work(self) -> None:
        """Twice as many records are twice the work at most."""
        self._check.works_in_proportion()
