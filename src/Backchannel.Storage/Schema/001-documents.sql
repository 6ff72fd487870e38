-- One row for every file that was read, whether or not it could be understood. Everything else is derived from these rows.
CREATE TABLE document (
    path        TEXT PRIMARY KEY,   -- relative to what was given to read, '/' between folders
    location    TEXT NOT NULL,      -- where the file lay on the disk, to tell a changed file from another of the same name
    fingerprint TEXT NOT NULL,      -- of the bytes and of all that header and manifest say
    version     TEXT NOT NULL,      -- of the engine and the language packs that understood it
    bytes       BLOB NOT NULL,      -- as received
    document    TEXT,               -- JSON; null for a file that could not be read
    findings    TEXT,               -- JSON; null with it
    problems    TEXT NOT NULL       -- JSON
) STRICT;
