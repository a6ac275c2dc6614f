"""The benchmark's mailbox, small: it stays alive, and both readers see the same mails."""

from __future__ import annotations

import pytest


pytest.importorskip("resource")
mailbox_reading = pytest.importorskip("mailbox_reading")


def test_both_readers_read_every_mail_of_the_benchmark(tmp_path):
    path = tmp_path / "small.mbox"
    count = mailbox_reading.write_mailbox(path, megabytes=2)
    assert count == 120
    for reader in mailbox_reading.READERS:
        assert mailbox_reading.measure(reader, path)["mails"] == count


def test_the_mailbox_of_the_benchmark_is_always_the_same(tmp_path):
    for name in ("a", "b"):
        mailbox_reading.write_mailbox(tmp_path / name, megabytes=0.5)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@pytest.mark.slow
def test_the_benchmark_compares_and_says_by_how_much(tmp_path, capsys):
    mailbox_reading.compare(tmp_path / "small.mbox", 0.5, rounds=1)
    assert "read_mail is" in capsys.readouterr().out
