-- Articles that are served from D1 (engine: d1). All rows but those of `versions` are written beside what readers see:
-- a row belongs to the generations from `born` to before `died`, and a reader keeps to one generation.

-- The published generations. Readers take the highest; its row is the last that an ingest writes.
CREATE TABLE versions (
  generation INTEGER PRIMARY KEY,
  published INTEGER NOT NULL, -- milliseconds since 1970
  version TEXT NOT NULL       -- JSON, CorpusVersion in src/index/d1/version.ts
);

-- Who may write: the ingest that was started last. The check stops all others at their next batch.
CREATE TABLE writer (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  owner TEXT NOT NULL
);

CREATE TABLE articles (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  hash TEXT NOT NULL,     -- of all that is stored for the article
  metadata TEXT NOT NULL, -- JSON, ArticleMetadata in src/model.ts
  born INTEGER NOT NULL,
  died INTEGER
);
CREATE INDEX articles_by_id ON articles (id, born);

-- The whole article as JSON, cut into parts that fit a row.
CREATE TABLE article_parts (
  article INTEGER NOT NULL,
  part INTEGER NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (article, part)
) WITHOUT ROWID;

-- The articles in a language or with a tag.
CREATE TABLE filters (
  filter TEXT NOT NULL,
  article INTEGER NOT NULL,
  PRIMARY KEY (filter, article)
) WITHOUT ROWID;
CREATE INDEX filters_by_article ON filters (article);

CREATE TABLE passages (
  key INTEGER PRIMARY KEY,
  article INTEGER NOT NULL,
  id TEXT NOT NULL,
  passage TEXT NOT NULL   -- JSON, Passage in src/model.ts
);
CREATE INDEX passages_by_article ON passages (article);
CREATE INDEX passages_by_id ON passages (id);

-- What passages are scored by. A question reads this of some hundreds, and a few passages: in one table, no two rows
-- would fit a page.
CREATE TABLE postings (
  passage INTEGER PRIMARY KEY,
  article INTEGER NOT NULL,
  lengths TEXT NOT NULL,     -- JSON, how many distinct terms each field has
  occurrences BLOB NOT NULL  -- JSONB, how each term occurs; see src/index/d1/occurrence.ts
);

-- Which passages hold a term. The tokens are terms of the analyser as src/index/d1/token.ts writes them, which this
-- tokenizer leaves as they are. The last column holds language, tags and article.
CREATE VIRTUAL TABLE search USING fts5(
  title, headings, questions, text, filters,
  content = '', contentless_delete = 1, tokenize = "ascii tokenchars '_'"
);
INSERT INTO search (search, rank) VALUES ('rank', 'bm25(0.5, 0.5, 0.5, 1, 0)');

-- In how many passages a term, or a filter, occurs: anywhere, and in each field. The row of the highest generation up to
-- a reader's own holds.
CREATE TABLE terms (
  term TEXT NOT NULL,
  generation INTEGER NOT NULL,
  passages INTEGER NOT NULL,
  title INTEGER NOT NULL,
  headings INTEGER NOT NULL,
  questions INTEGER NOT NULL,
  text INTEGER NOT NULL,
  PRIMARY KEY (term, generation)
) WITHOUT ROWID;
CREATE INDEX terms_by_generation ON terms (generation);

-- Pages of articles and other files of the site that change with the articles.
CREATE TABLE files (
  key INTEGER PRIMARY KEY,
  path TEXT NOT NULL,
  hash TEXT NOT NULL,
  born INTEGER NOT NULL,
  died INTEGER
);
CREATE INDEX files_by_path ON files (path, born);

CREATE TABLE file_parts (
  file INTEGER NOT NULL,
  part INTEGER NOT NULL,
  content TEXT NOT NULL,
  PRIMARY KEY (file, part)
) WITHOUT ROWID;
