-- One row for each question that was answered. Nothing here tells who asked.
CREATE TABLE questions (
  id TEXT PRIMARY KEY,
  asked INTEGER NOT NULL, -- milliseconds since 1970
  question TEXT NOT NULL, -- normalised
  answered INTEGER NOT NULL, -- 0 or 1
  confidence REAL NOT NULL,
  passages TEXT NOT NULL, -- JSON: ids of the passages shown, best first
  articles TEXT NOT NULL, -- JSON: ids of their articles
  latency INTEGER NOT NULL, -- milliseconds
  country TEXT -- ISO 3166-1 alpha-2
) STRICT;
CREATE INDEX questions_by_time ON questions (asked);

-- What a reader thought of one of these answers.
CREATE TABLE votes (
  question TEXT PRIMARY KEY REFERENCES questions (id) ON DELETE CASCADE,
  helpful INTEGER NOT NULL, -- 0 or 1
  passage INTEGER -- rank of the passage that it is about
) STRICT, WITHOUT ROWID;
