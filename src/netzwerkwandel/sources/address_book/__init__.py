"""Address books, in whatever form: who is in them, and how are they related?"""

from __future__ import annotations

from netzwerkwandel.sources.address_book.book import Book
from netzwerkwandel.sources.address_book.entry import Entry


__all__ = ["Book", "Entry"]
