-- How an index of format 1 is laid out. It was released: this file is never changed.
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE folders (key INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE);
CREATE TABLE files (
    folder INTEGER NOT NULL REFERENCES folders ON DELETE CASCADE,
    path TEXT NOT NULL,
    signature TEXT NOT NULL,
    PRIMARY KEY (folder, path)
) WITHOUT ROWID;
CREATE TABLE problems (
    folder INTEGER NOT NULL REFERENCES folders ON DELETE CASCADE,
    file TEXT NOT NULL,
    place TEXT NOT NULL,
    reason TEXT NOT NULL,
    fatal INTEGER NOT NULL
);
CREATE INDEX problems_by_file ON problems (folder, file);
CREATE TABLE articles (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    folder INTEGER NOT NULL REFERENCES folders ON DELETE CASCADE,
    file TEXT NOT NULL,
    own_id TEXT NOT NULL,
    digest TEXT NOT NULL,
    publisher TEXT NOT NULL,
    published TEXT,
    record TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (folder, file, own_id)
);
CREATE TABLE vectors (digest BLOB PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE chunks (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    number INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    heading TEXT,
    vector BLOB NOT NULL
);
CREATE INDEX chunks_by_article ON chunks (article);
CREATE INDEX chunks_by_vector ON chunks (vector);
CREATE VIRTUAL TABLE words USING fts5 (
    title, heading, publisher, published, body, tokenize = 'porter unicode61 remove_diacritics 2'
);
