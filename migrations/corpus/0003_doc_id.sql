-- The number of a passage has the name that it has in the code, `docId`.
ALTER TABLE passages RENAME COLUMN key TO doc_id;
