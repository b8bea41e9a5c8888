-- The generations that a row belongs to: from `valid_from` up to and without `valid_to`.
ALTER TABLE articles RENAME COLUMN born TO valid_from;
ALTER TABLE articles RENAME COLUMN died TO valid_to;
ALTER TABLE files RENAME COLUMN born TO valid_from;
ALTER TABLE files RENAME COLUMN died TO valid_to;
