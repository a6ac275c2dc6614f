BEGIN TRANSACTION;
CREATE TABLE contacts (
            owner INTEGER NOT NULL REFERENCES owners,
            key TEXT NOT NULL,
            version INTEGER NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (owner, key)
        ) STRICT, WITHOUT ROWID
        ;
INSERT INTO "contacts" VALUES(1,'mailto:ben@example.org',1,'{"key":"mailto:ben@example.org","name":"Ben O''Kafor; 李明","emails":["ben@example.org"],"organisation":"Acme","position":"Nurse","fields":["care"],"notes":"met in \"Rome\";\nthen in Paris","aliases":["card:7"],"seen":"2026-03-01"}');
INSERT INTO "contacts" VALUES(1,'mailto:eva@example.org',1,'{"key":"mailto:eva@example.org","name":"Eva","changed_career":true}');
INSERT INTO "contacts" VALUES(1,'mailto:mara@example.org',1,'{"key":"mailto:mara@example.org","name":"Mara"}');
INSERT INTO "contacts" VALUES(2,'mailto:ben@example.org',1,'{"key":"mailto:ben@example.org","name":"Ben O''Kafor; 李明","emails":["ben@example.org"],"organisation":"Acme","position":"Nurse","fields":["care"],"notes":"met in \"Rome\";\nthen in Paris","aliases":["card:7"],"seen":"2026-03-01"}');
INSERT INTO "contacts" VALUES(2,'mailto:eva@example.org',1,'{"key":"mailto:eva@example.org","name":"Eva","changed_career":true}');
INSERT INTO "contacts" VALUES(2,'mailto:mara@example.org',1,'{"key":"mailto:mara@example.org","name":"Mara"}');
CREATE TABLE counters (
            name TEXT PRIMARY KEY,
            last INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID
        ;
INSERT INTO "counters" VALUES('interactions',7);
INSERT INTO "counters" VALUES('owners',2);
INSERT INTO "counters" VALUES('versions',0);
CREATE TABLE decisions (
            owner INTEGER NOT NULL REFERENCES owners,
            a TEXT NOT NULL,
            b TEXT NOT NULL,
            version INTEGER NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (owner, a, b)
        ) STRICT, WITHOUT ROWID
        ;
INSERT INTO "decisions" VALUES(1,'card:7','mailto:ben@example.org',1,'{"a":"card:7","b":"mailto:ben@example.org","is_one_person":true}');
INSERT INTO "decisions" VALUES(1,'mailto:ben@example.org','mailto:eva@example.org',1,'{"a":"mailto:ben@example.org","b":"mailto:eva@example.org","is_one_person":false}');
INSERT INTO "decisions" VALUES(2,'card:7','mailto:ben@example.org',1,'{"a":"card:7","b":"mailto:ben@example.org","is_one_person":true}');
INSERT INTO "decisions" VALUES(2,'mailto:ben@example.org','mailto:eva@example.org',1,'{"a":"mailto:ben@example.org","b":"mailto:eva@example.org","is_one_person":false}');
CREATE TABLE experiments (
            owner INTEGER NOT NULL REFERENCES owners,
            key TEXT NOT NULL,
            version INTEGER NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (owner, key)
        ) STRICT, WITHOUT ROWID
        ;
INSERT INTO "experiments" VALUES(1,'choir',1,'{"key":"choir","title":"Choir","started":"2026-01-01","field":"song","met":["mailto:eva@example.org"]}');
INSERT INTO "experiments" VALUES(2,'choir',1,'{"key":"choir","title":"Choir","started":"2026-01-01","field":"song","met":["mailto:eva@example.org"]}');
CREATE TABLE found (
            owner INTEGER NOT NULL REFERENCES owners,
            key TEXT NOT NULL,
            version INTEGER NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (owner, key)
        ) STRICT, WITHOUT ROWID
        ;
INSERT INTO "found" VALUES(1,'mailto:ben@example.org',1,'{"key":"mailto:ben@example.org","contacts":[{"key":"mailto:ben@example.org","name":"Ben O''Kafor; 李明","emails":["ben@example.org"],"organisation":"Acme","position":"Nurse","fields":["care"],"notes":"met in \"Rome\";\nthen in Paris","aliases":["card:7"],"seen":"2026-03-01"}]}');
INSERT INTO "found" VALUES(1,'mailto:eva@example.org',1,'{"key":"mailto:eva@example.org","contacts":[{"key":"mailto:eva@example.org","name":"Eva","changed_career":true}]}');
INSERT INTO "found" VALUES(2,'mailto:ben@example.org',1,'{"key":"mailto:ben@example.org","contacts":[{"key":"mailto:ben@example.org","name":"Ben O''Kafor; 李明","emails":["ben@example.org"],"organisation":"Acme","position":"Nurse","fields":["care"],"notes":"met in \"Rome\";\nthen in Paris","aliases":["card:7"],"seen":"2026-03-01"}]}');
INSERT INTO "found" VALUES(2,'mailto:eva@example.org',1,'{"key":"mailto:eva@example.org","contacts":[{"key":"mailto:eva@example.org","name":"Eva","changed_career":true}]}');
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
        ;
INSERT INTO "interactions" VALUES(3,1,'lunch',946641600000000,0,'meeting',NULL,1.5,'[1,2,3]');
INSERT INTO "interactions" VALUES(4,1,'mail:1',1767303245000006,19800000000,'mail',1,NULL,'[1,3]');
INSERT INTO "interactions" VALUES(6,2,'lunch',946641600000000,0,'meeting',NULL,1.5,'[4,5,6]');
INSERT INTO "interactions" VALUES(7,2,'mail:1',1767303245000006,19800000000,'mail',4,NULL,'[4,6]');
CREATE TABLE origins (
            owner INTEGER NOT NULL REFERENCES owners,
            key TEXT NOT NULL,
            version INTEGER NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (owner, key)
        ) STRICT, WITHOUT ROWID
        ;
INSERT INTO "origins" VALUES(1,'origin',1,'{"me":"mailto:mara@example.org","reports":[{"kind":"mail","where":"inbox","read":2,"used":1,"first":"2026-01-02T03:04:05.000006+05:30","problems":[{"where":"line 7","reason":"not a date"}]}]}');
INSERT INTO "origins" VALUES(2,'origin',1,'{"me":"mailto:mara@example.org","reports":[{"kind":"mail","where":"inbox","read":2,"used":1,"first":"2026-01-02T03:04:05.000006+05:30","problems":[{"where":"line 7","reason":"not a date"}]}]}');
CREATE TABLE owners (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE
        , written INTEGER NOT NULL DEFAULT 0, removed INTEGER NOT NULL DEFAULT 0) STRICT
        ;
INSERT INTO "owners" VALUES(1,'',4,2);
INSERT INTO "owners" VALUES(2,'eva',7,5);
CREATE TABLE participants (
            person INTEGER NOT NULL REFERENCES people,
            at INTEGER NOT NULL,
            interaction INTEGER NOT NULL,
            PRIMARY KEY (person, at, interaction)
        ) STRICT, WITHOUT ROWID
        ;
INSERT INTO "participants" VALUES(1,946641600000000,3);
INSERT INTO "participants" VALUES(1,1767303245000006,4);
INSERT INTO "participants" VALUES(2,946641600000000,3);
INSERT INTO "participants" VALUES(3,946641600000000,3);
INSERT INTO "participants" VALUES(3,1767303245000006,4);
INSERT INTO "participants" VALUES(4,946641600000000,6);
INSERT INTO "participants" VALUES(4,1767303245000006,7);
INSERT INTO "participants" VALUES(5,946641600000000,6);
INSERT INTO "participants" VALUES(6,946641600000000,6);
INSERT INTO "participants" VALUES(6,1767303245000006,7);
CREATE TABLE people (
            id INTEGER PRIMARY KEY,
            owner INTEGER NOT NULL REFERENCES owners,
            key TEXT NOT NULL,
            UNIQUE (owner, key)
        ) STRICT
        ;
INSERT INTO "people" VALUES(1,1,'mailto:ben@example.org');
INSERT INTO "people" VALUES(2,1,'mailto:eva@example.org');
INSERT INTO "people" VALUES(3,1,'mailto:mara@example.org');
INSERT INTO "people" VALUES(4,2,'mailto:ben@example.org');
INSERT INTO "people" VALUES(5,2,'mailto:eva@example.org');
INSERT INTO "people" VALUES(6,2,'mailto:mara@example.org');
CREATE TABLE suggestions (
            owner INTEGER NOT NULL REFERENCES owners,
            key TEXT NOT NULL,
            version INTEGER NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (owner, key)
        ) STRICT, WITHOUT ROWID
        ;
INSERT INTO "suggestions" VALUES(1,'eva',1,'{"key":"eva","contact":"mailto:eva@example.org","on":"2026-01-01","answer":"talked","talked":"2026-01-03","brought":["ideas"],"introduced":["mailto:ben@example.org"],"notes":"tea; \"cake\""}');
INSERT INTO "suggestions" VALUES(2,'eva',1,'{"key":"eva","contact":"mailto:eva@example.org","on":"2026-01-01","answer":"talked","talked":"2026-01-03","brought":["ideas"],"introduced":["mailto:ben@example.org"],"notes":"tea; \"cake\""}');
CREATE TABLE ties (
            owner INTEGER NOT NULL REFERENCES owners,
            a TEXT NOT NULL,
            b TEXT NOT NULL,
            since TEXT NOT NULL,
            version INTEGER NOT NULL,
            body TEXT NOT NULL,
            PRIMARY KEY (owner, a, b, since)
        ) STRICT, WITHOUT ROWID
        ;
INSERT INTO "ties" VALUES(1,'mailto:ben@example.org','mailto:eva@example.org','2020-02-29',1,'{"a":"mailto:ben@example.org","b":"mailto:eva@example.org","relations":["friend"],"closeness":0.1,"since":"2020-02-29"}');
INSERT INTO "ties" VALUES(1,'mailto:ben@example.org','mailto:mara@example.org','',1,'{"a":"mailto:ben@example.org","b":"mailto:mara@example.org","relations":["former boss"]}');
INSERT INTO "ties" VALUES(2,'mailto:ben@example.org','mailto:eva@example.org','2020-02-29',1,'{"a":"mailto:ben@example.org","b":"mailto:eva@example.org","relations":["friend"],"closeness":0.1,"since":"2020-02-29"}');
INSERT INTO "ties" VALUES(2,'mailto:ben@example.org','mailto:mara@example.org','',1,'{"a":"mailto:ben@example.org","b":"mailto:mara@example.org","relations":["former boss"]}');
CREATE TABLE unerased (
            id INTEGER PRIMARY KEY CHECK (id = 1)
        ) STRICT
        ;
CREATE UNIQUE INDEX interactions_by_key ON interactions (owner, key);
CREATE INDEX interactions_by_time ON interactions (owner, at);
COMMIT;
PRAGMA application_id = 1853316983;
PRAGMA user_version = 4;
