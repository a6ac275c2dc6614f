"""The tables of a schema of PostgreSQL, and how an older one is brought up to date."""

from __future__ import annotations


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
)
"""Step n makes schema n + 1 of schema n. A step that was released is never changed.

Of the two tables that grow without bound no row refers to another table's by a constraint: to check
each when it is written takes longer than to write it.
"""

VERSION = len(MIGRATIONS)

CREATE = (
    "CREATE SCHEMA IF NOT EXISTS {schema}",
    "CREATE TABLE IF NOT EXISTS {schema}.schema_version (version integer NOT NULL)",
)
FIND_VERSION = "SELECT to_regclass('{schema}.schema_version') IS NOT NULL"
GET_VERSION = "SELECT max(version) FROM {schema}.schema_version"
PUT_VERSION = "INSERT INTO {schema}.schema_version VALUES (%s)"
COUNT_TABLES = (
    "SELECT count(*) FROM pg_catalog.pg_class JOIN pg_catalog.pg_namespace "
    "ON pg_namespace.oid = relnamespace WHERE nspname = '{schema}'"
)
