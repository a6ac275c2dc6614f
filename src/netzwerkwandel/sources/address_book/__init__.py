"""Address books, in whatever form: who is in them, and how are they related?"""

from __future__ import annotations

from netzwerkwandel.sources.address_book.book import Book
from netzwerkwandel.sources.address_book.entry import Entry, birthday
from netzwerkwandel.sources.address_book.fields import FIELDS, Told, reachable
from netzwerkwandel.sources.address_book.words import relation_in


__all__ = ["FIELDS", "Book", "Entry", "Told", "birthday", "reachable", "relation_in"]
