"""Every reader of the library keeps the promises by which those of others are checked."""

from __future__ import annotations

import pytest

import netzwerkwandel as nw
from netzwerkwandel.sources.tools import ReadContext
from netzwerkwandel.testing.readers.check import PROMISES, ReaderCheck
from sources.exports_folder import AS_OF
from sources.tried import TRIED


SLOW = {ReaderCheck.works_in_proportion}
# Nobody but Outlook writes its data files: test_outlook_mail.py reads what stands in for one.
UNTRIED = {"outlook data file"}
READERS = [reader for reader in nw.READERS if reader.kind not in UNTRIED]


@pytest.mark.parametrize(
    "promise",
    [
        pytest.param(promise, marks=[pytest.mark.slow] if promise in SLOW else [])
        for promise in PROMISES
    ],
    ids=lambda promise: promise.__name__,
)
@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.kind)
def test_a_reader_of_the_library_keeps_every_promise(reader, promise) -> None:
    tried = TRIED[reader.kind]
    context = ReadContext(as_of=AS_OF)

    promise(ReaderCheck(reader, tried.examples, tried.secret, tried.larger, context))


def test_what_is_tried_is_a_reader_of_the_library() -> None:
    assert TRIED.keys() == {reader.kind for reader in READERS}
