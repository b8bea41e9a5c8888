-- The way a question came: http, batch or mcp.
ALTER TABLE questions ADD COLUMN channel TEXT NOT NULL DEFAULT 'http';
