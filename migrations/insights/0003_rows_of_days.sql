-- How many questions were recorded on each day, so that no stranger fills the database: one row read and one written a request.
CREATE TABLE days (
  day INTEGER PRIMARY KEY, -- days since 1970, UTC
  recorded INTEGER NOT NULL
) STRICT;
