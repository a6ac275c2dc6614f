"""The tables of an app, and how it connects to SQLite."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """The tables of the app."""


class User(Base):
    """Who uses the app."""

    __tablename__ = "users"
    id: Mapped[int] = mapped_column(primary_key=True)


class Owned(Base):
    """What belongs to a user, and no other user sees."""

    __abstract__ = True
    owner: Mapped[int] = mapped_column(sa.ForeignKey(User.id), primary_key=True)


class Row(Owned):
    """A record as its JSON, beside what names it."""

    __abstract__ = True
    body: Mapped[str]


class ContactRow(Row):
    __tablename__ = "contacts"
    key: Mapped[str] = mapped_column(primary_key=True)


class FoundRow(Row):
    __tablename__ = "found"
    key: Mapped[str] = mapped_column(primary_key=True)


class TieRow(Row):
    __tablename__ = "ties"
    a: Mapped[str] = mapped_column(primary_key=True)
    b: Mapped[str] = mapped_column(primary_key=True)
    since: Mapped[str] = mapped_column(primary_key=True)


class ExperimentRow(Row):
    __tablename__ = "experiments"
    key: Mapped[str] = mapped_column(primary_key=True)


class SuggestionRow(Row):
    __tablename__ = "suggestions"
    key: Mapped[str] = mapped_column(primary_key=True)


class DecisionRow(Row):
    __tablename__ = "decisions"
    a: Mapped[str] = mapped_column(primary_key=True)
    b: Mapped[str] = mapped_column(primary_key=True)


class OriginRow(Row):
    __tablename__ = "origins"


class InteractionRow(Row):
    __tablename__ = "interactions"
    key: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[int] = mapped_column(sa.BigInteger, index=True)


class PresenceRow(Owned):
    """Who took part in what."""

    __tablename__ = "presences"
    person: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True, index=True)


TABLES: tuple[type[Owned], ...] = (
    *(ContactRow, FoundRow, TieRow, ExperimentRow, SuggestionRow, DecisionRow),
    *(OriginRow, InteractionRow, PresenceRow),
)


def app_engine(url: str) -> sa.Engine:
    """SQLite with savepoints, one writer at a time, and nothing left of what was deleted."""
    engine = sa.create_engine(url, hide_parameters=True)

    @sa.event.listens_for(engine, "connect")
    def connect(connection: DBAPIConnection, _: object) -> None:
        connection.isolation_level = None
        connection.cursor().execute("PRAGMA secure_delete = ON")

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
