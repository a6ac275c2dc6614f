"""The tables of a SQLite file, and how an older file is brought up to date."""

from __future__ import annotations


APPLICATION_ID = 0x6E775F77
"""Says in the header of a file whose it is: the letters nw_w."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """
        CREATE TABLE owners (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE
        ) STRICT
        """,
        """
        CREATE TABLE contacts (
            owner INTEGER NOT NULL REFERENCES owners,
            key TEXT NOT NULL,
            version INTEGER NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (owner, key)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE found (
            owner INTEGER NOT NULL REFERENCES owners,
            key TEXT NOT NULL,
            version INTEGER NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (owner, key)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE ties (
            owner INTEGER NOT NULL REFERENCES owners,
            a TEXT NOT NULL,
            b TEXT NOT NULL,
            since TEXT NOT NULL,
            version INTEGER NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (owner, a, b, since)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE experiments (
            owner INTEGER NOT NULL REFERENCES owners,
            key TEXT NOT NULL,
            version INTEGER NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (owner, key)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE decisions (
            owner INTEGER NOT NULL REFERENCES owners,
            a TEXT NOT NULL,
            b TEXT NOT NULL,
            version INTEGER NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (owner, a, b)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE origins (
            owner INTEGER NOT NULL REFERENCES owners,
            key TEXT NOT NULL,
            version INTEGER NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (owner, key)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE people (
            id INTEGER PRIMARY KEY,
            owner INTEGER NOT NULL REFERENCES owners,
            key TEXT NOT NULL,
            UNIQUE (owner, key)
        ) STRICT
        """,
        """
        CREATE TABLE interactions (
            id INTEGER PRIMARY KEY,
            owner INTEGER NOT NULL REFERENCES owners,
            key TEXT NOT NULL,
            at INTEGER NOT NULL,
            zone INTEGER NOT NULL,
            channel TEXT NOT NULL,
            sender INTEGER,
            duration REAL,
            participants TEXT NOT NULL
        ) STRICT
        """,
        "CREATE UNIQUE INDEX interactions_by_key ON interactions (owner, key)",
        "CREATE INDEX interactions_by_time ON interactions (owner, at)",
        """
        CREATE TABLE participants (
            person INTEGER NOT NULL REFERENCES people,
            at INTEGER NOT NULL,
            interaction INTEGER NOT NULL,
            PRIMARY KEY (person, at, interaction)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE unerased (
            id INTEGER PRIMARY KEY CHECK (id = 1)
        ) STRICT
        """,
    ),
    # What is counted on when the rows are gone: a version, or the number of an owner, that was
    # given once is never given again.
    (
        """
        CREATE TABLE counters (
            name TEXT PRIMARY KEY,
            last INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
        "INSERT INTO counters VALUES ('owners', (SELECT coalesce(max(id), 0) FROM owners))",
        """
        INSERT INTO counters SELECT 'versions', coalesce(max(version), 0) FROM (
            SELECT version FROM contacts UNION ALL SELECT version FROM found
            UNION ALL SELECT version FROM ties UNION ALL SELECT version FROM experiments
            UNION ALL SELECT version FROM decisions
        )
        """,
    ),
    # What was suggested, and what became of it.
    (
        """
        CREATE TABLE suggestions (
            owner INTEGER NOT NULL REFERENCES owners,
            key TEXT NOT NULL,
            version INTEGER NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (owner, key)
        ) STRICT, WITHOUT ROWID
        """,
    ),
    # The last numbers under which an interaction of hers was written, and one was removed.
    (
        "ALTER TABLE owners ADD COLUMN written INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE owners ADD COLUMN removed INTEGER NOT NULL DEFAULT 0",
        """
        INSERT INTO counters
        VALUES ('interactions', 1 + (SELECT coalesce(max(id), 0) FROM interactions))
        """,
        "UPDATE owners SET removed = (SELECT last FROM counters WHERE name = 'interactions')",
    ),
)
"""Step n makes schema n + 1 of schema n. A step that was released is never changed."""

DROP_INDEXES = ("DROP INDEX interactions_by_key", "DROP INDEX interactions_by_time")
CREATE_INDEXES = (
    "CREATE UNIQUE INDEX interactions_by_key ON interactions (owner, key)",
    "CREATE INDEX interactions_by_time ON interactions (owner, at)",
)
