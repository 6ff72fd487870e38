-- What analysts judged, one row a judgement, never changed and never removed: a judgement is undone by another one.
CREATE TABLE judgement (
    number INTEGER PRIMARY KEY,     -- in the order in which they came into this store
    id     TEXT NOT NULL UNIQUE,
    line   TEXT NOT NULL            -- JSON, as in the files that carry judgements from store to store
) STRICT;
CREATE TRIGGER judgement_stays BEFORE UPDATE ON judgement BEGIN SELECT raise(ABORT, 'a judgement is never changed'); END;
CREATE TRIGGER judgement_remains BEFORE DELETE ON judgement BEGIN SELECT raise(ABORT, 'a judgement is never removed'); END;
