"""The tables of a schema of PostgreSQL, and how an older one is brought up to date."""

from __future__ import annotations

import hashlib

from netzwerkwandel.errors import StorageError
from netzwerkwandel.storage.postgres_connection import Connection, fetched


MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE {schema}.owners (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        name text COLLATE "C" NOT NULL UNIQUE,
        writes bigint NOT NULL DEFAULT 0
    );
    CREATE TABLE {schema}.contacts (
        owner bigint NOT NULL REFERENCES {schema}.owners,
        key text COLLATE "C" NOT NULL,
        version bigint NOT NULL,
        body json NOT NULL,
        PRIMARY KEY (owner, key)
    );
    CREATE TABLE {schema}.found (
        owner bigint NOT NULL REFERENCES {schema}.owners,
        key text COLLATE "C" NOT NULL,
        version bigint NOT NULL,
        body json NOT NULL,
        PRIMARY KEY (owner, key)
    );
    CREATE TABLE {schema}.ties (
        owner bigint NOT NULL REFERENCES {schema}.owners,
        a text COLLATE "C" NOT NULL,
        b text COLLATE "C" NOT NULL,
        since text COLLATE "C" NOT NULL,
        version bigint NOT NULL,
        body json NOT NULL,
        PRIMARY KEY (owner, a, b, since)
    );
    CREATE TABLE {schema}.experiments (
        owner bigint NOT NULL REFERENCES {schema}.owners,
        key text COLLATE "C" NOT NULL,
        version bigint NOT NULL,
        body json NOT NULL,
        PRIMARY KEY (owner, key)
    );
    CREATE TABLE {schema}.decisions (
        owner bigint NOT NULL REFERENCES {schema}.owners,
        a text COLLATE "C" NOT NULL,
        b text COLLATE "C" NOT NULL,
        version bigint NOT NULL,
        body json NOT NULL,
        PRIMARY KEY (owner, a, b)
    );
    CREATE TABLE {schema}.origins (
        owner bigint NOT NULL REFERENCES {schema}.owners,
        key text COLLATE "C" NOT NULL,
        version bigint NOT NULL,
        body json NOT NULL,
        PRIMARY KEY (owner, key)
    );
    CREATE SEQUENCE {schema}.people_ids;
    CREATE TABLE {schema}.people (
        id bigint PRIMARY KEY,
        owner bigint NOT NULL REFERENCES {schema}.owners,
        key text COLLATE "C" NOT NULL,
        UNIQUE (owner, key)
    );
    CREATE SEQUENCE {schema}.interactions_ids;
    CREATE TABLE {schema}.interactions (
        id bigint PRIMARY KEY,
        owner bigint NOT NULL,
        key text COLLATE "C" NOT NULL,
        at bigint NOT NULL,
        zone bigint NOT NULL,
        channel text NOT NULL,
        sender bigint,
        duration double precision,
        participants text NOT NULL
    );
    CREATE UNIQUE INDEX interactions_by_key ON {schema}.interactions (owner, key);
    CREATE INDEX interactions_by_time ON {schema}.interactions (owner, at, key);
    CREATE TABLE {schema}.participants (
        person bigint NOT NULL,
        at bigint NOT NULL,
        interaction bigint NOT NULL,
        PRIMARY KEY (person, at, interaction)
    );
    """,
    # A version that was given once is never given again, though its row is gone.
    """
    CREATE SEQUENCE {schema}.versions;
    SELECT setval('{schema}.versions', greatest(1, max(version))) FROM (
        SELECT version FROM {schema}.contacts UNION ALL SELECT version FROM {schema}.found
        UNION ALL SELECT version FROM {schema}.ties
        UNION ALL SELECT version FROM {schema}.experiments
        UNION ALL SELECT version FROM {schema}.decisions
    ) AS given;
    """,
    """
    CREATE TABLE {schema}.suggestions (
        owner bigint NOT NULL REFERENCES {schema}.owners,
        key text COLLATE "C" NOT NULL,
        version bigint NOT NULL,
        body json NOT NULL,
        PRIMARY KEY (owner, key)
    );
    """,
    # The last numbers under which an interaction of hers was written, and one was removed: the
    # latter is hers from the beginning, and tells her from who had her name before her.
    """
    ALTER TABLE {schema}.owners ADD COLUMN written bigint NOT NULL DEFAULT 0;
    ALTER TABLE {schema}.owners ADD COLUMN removed bigint NOT NULL
        DEFAULT nextval('{schema}.interactions_ids');
    """,
)
"""Step n makes schema n + 1 of schema n. A step that was released is never changed.

Of the two tables that grow without bound no row refers to another table's by a constraint: to check
each when it is written takes longer than to write it.
"""

VERSION = len(MIGRATIONS)


def bring_up_to_date(connection: Connection, schema: str, *, read_only: bool = False) -> None:
    """Make the tables, or change older ones, all steps or none; others who do it wait."""
    version = _version(connection, schema)
    if version == VERSION:
        return
    if read_only:
        raise StorageError(
            f"the schema {schema} must have version {VERSION} to be only read, got {version}; open "
            "it once to be written, which brings it up to date"
        )
    with connection.transaction():
        # The number of the lock must be the same in every process, which that of hash() is not.
        name = f"netzwerkwandel {schema}".encode()
        lock = int.from_bytes(hashlib.blake2b(name, digest_size=8).digest(), signed=True)
        fetched(connection, b"SELECT pg_advisory_xact_lock(%s)", (lock,))
        version = _version(connection, schema)
        if not fetched(connection, b"SELECT 1 WHERE to_regnamespace(%s) IS NOT NULL", (schema,)):
            connection.execute(f"CREATE SCHEMA {schema}".encode())
        for step in MIGRATIONS[version:]:
            connection.execute(step.replace("{schema}", schema).encode())
        if version == 0:
            connection.execute(f"CREATE TABLE {schema}.schema_version (version bigint)".encode())
        else:
            connection.execute(f"DELETE FROM {schema}.schema_version".encode())  # noqa: S608 (ours)
        insert = f"INSERT INTO {schema}.schema_version VALUES (%s)"  # noqa: S608 (our names)
        connection.execute(insert.encode(), (VERSION,))


def _version(connection: Connection, schema: str) -> int:
    """The version of the tables, 0 where there are none; refuse what is not ours or newer."""
    ((is_there, tables),) = fetched(
        connection,
        b"SELECT to_regclass(%s) IS NOT NULL, (SELECT count(*) FROM pg_catalog.pg_class "
        b"WHERE relnamespace = to_regnamespace(%s))",
        (f"{schema}.schema_version", schema),
    )
    if not is_there:
        if tables:
            raise StorageError(
                f"the schema {schema} must be a storage, got one with the tables of another program"
            )
        return 0
    select = f"SELECT version FROM {schema}.schema_version"  # noqa: S608 (our names)
    ((version,),) = fetched(connection, select.encode())
    if version > VERSION:
        raise StorageError(
            f"the schema {schema} must have a version up to {VERSION}, got {version}; it was "
            "written by a newer version: update netzwerkwandel to open it"
        )
    return int(version)
