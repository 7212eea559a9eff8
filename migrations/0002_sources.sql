-- Inbound sources, and what they remember. The whole configuration is sealed: which of it is secret is its adapter's
-- business.
CREATE TABLE sources (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  organization_seq INTEGER NOT NULL REFERENCES organizations (seq),
  kind INTEGER NOT NULL,
  name TEXT NOT NULL,
  status INTEGER NOT NULL,
  sealed_config BLOB NOT NULL,
  deleted_at INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX sources_by_name ON sources (organization_seq, name) WHERE deleted_at IS NULL;
CREATE INDEX sources_by_organization ON sources (organization_seq);

-- What a source has received: 16 bytes of the SHA-256 of an event's natural key, or of what names a whole body.
CREATE TABLE source_keys (
  seq INTEGER PRIMARY KEY,
  source_seq INTEGER NOT NULL REFERENCES sources (seq),
  digest BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  UNIQUE (source_seq, digest)
) STRICT;

-- The last requests that were taken; those that were refused stay in memory. The body comes last, so that nothing else
-- is read through it.
CREATE TABLE source_requests (
  seq INTEGER PRIMARY KEY,
  source_seq INTEGER NOT NULL REFERENCES sources (seq),
  id TEXT NOT NULL,
  at INTEGER NOT NULL,
  address TEXT,
  verdict INTEGER NOT NULL,
  reason TEXT,
  event_ids TEXT NOT NULL,
  repeated_ids TEXT NOT NULL,
  body TEXT
) STRICT;
CREATE INDEX source_requests_by_source ON source_requests (source_seq, id);

-- What an adapter remembers from one request to the next, and when it is asked about it.
CREATE TABLE source_states (
  seq INTEGER PRIMARY KEY,
  source_seq INTEGER NOT NULL REFERENCES sources (seq),
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  due_at INTEGER,
  UNIQUE (source_seq, name)
) STRICT;
CREATE INDEX source_states_due ON source_states (due_at) WHERE due_at IS NOT NULL;

-- The id as text, because an event outlives its source.
ALTER TABLE events ADD COLUMN source_id TEXT;

ALTER TABLE chores ADD COLUMN source_seq INTEGER;
