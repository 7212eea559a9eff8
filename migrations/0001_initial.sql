-- Every table has an integer seq in commit order: foreign keys, lists and cursors use it. Public ids are unique
-- look-ups. Enumerations are small integers, in the order of src/store/sqlite/codes.ts; times are Unix ms.

-- What the file knows of itself: the master key's check value, the clock.
CREATE TABLE meta (
  name TEXT PRIMARY KEY,
  value ANY
) STRICT, WITHOUT ROWID;

CREATE TABLE organizations (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  uid TEXT UNIQUE,
  name TEXT NOT NULL,
  settings TEXT NOT NULL,
  deleted_at INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

-- What payloads show of their organization. A delivery is rendered with the newest row that begins at or before its
-- own seq: so one row changes it for all that is published from then on, to however many endpoints, and nothing before.
CREATE TABLE payload_settings (
  seq INTEGER PRIMARY KEY,
  organization_seq INTEGER NOT NULL REFERENCES organizations (seq),
  from_delivery_seq INTEGER NOT NULL,
  api_version TEXT NOT NULL,
  live_mode INTEGER NOT NULL,
  UNIQUE (organization_seq, from_delivery_seq)
) STRICT;

-- A key without an organization is an operator's.
CREATE TABLE api_keys (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  organization_seq INTEGER REFERENCES organizations (seq),
  name TEXT NOT NULL,
  role INTEGER NOT NULL,
  hash TEXT NOT NULL UNIQUE,
  prefix TEXT NOT NULL,
  expires_at INTEGER,
  last_used_at INTEGER,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX api_keys_by_organization ON api_keys (organization_seq);

-- body_signature: its header, encoding and prefix; its secret, if it has one of its own, is sealed beside it.
-- canceled_through: pending deliveries up to this seq count as canceled; steps rewrite them.
CREATE TABLE endpoints (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  organization_seq INTEGER NOT NULL REFERENCES organizations (seq),
  uid TEXT,
  url TEXT NOT NULL,
  description TEXT NOT NULL,
  event_types TEXT NOT NULL,
  filter TEXT,
  status INTEGER NOT NULL,
  disabled_reason INTEGER,
  disabled_at INTEGER,
  resumed_at INTEGER,
  rate_limit_per_second INTEGER,
  timeout_seconds INTEGER NOT NULL,
  retry TEXT NOT NULL,
  auto_disable_after INTEGER,
  ordered INTEGER NOT NULL,
  headers TEXT NOT NULL,
  sealed_headers BLOB,
  payload_format INTEGER NOT NULL,
  signing_scheme INTEGER NOT NULL,
  body_signature TEXT,
  sealed_body_secret BLOB,
  metadata TEXT NOT NULL,
  revision_seq INTEGER NOT NULL,
  canceled_through INTEGER NOT NULL,
  deleted_at INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX endpoints_by_uid ON endpoints (organization_seq, uid) WHERE uid IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX endpoints_by_organization ON endpoints (organization_seq);

-- Apart from the endpoint, because it changes with attempts and the endpoint's row is large.
CREATE TABLE endpoint_health (
  endpoint_seq INTEGER PRIMARY KEY REFERENCES endpoints (seq),
  consecutive_failures INTEGER NOT NULL,
  consecutive_failed_attempts INTEGER NOT NULL,
  counted_failed_attempts INTEGER NOT NULL,
  first_failure_at INTEGER,
  last_success_at INTEGER,
  last_failure_at INTEGER,
  last_error TEXT,
  held_until INTEGER
) STRICT;

-- The newest has no expiry.
CREATE TABLE endpoint_secrets (
  seq INTEGER PRIMARY KEY,
  endpoint_seq INTEGER NOT NULL REFERENCES endpoints (seq),
  sealed BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER
) STRICT;
CREATE INDEX endpoint_secrets_by_endpoint ON endpoint_secrets (endpoint_seq);

-- Append-only: a delivery names the revision its body is rendered with, an attempt the one its URL and headers
-- came from, so that what was sent can be shown without storing it. Sensitive header values are not in it, nor is
-- the body signature's value, which the attempt has.
CREATE TABLE endpoint_revisions (
  seq INTEGER PRIMARY KEY,
  endpoint_seq INTEGER NOT NULL REFERENCES endpoints (seq),
  url TEXT NOT NULL,
  headers TEXT NOT NULL,
  body_signature_header TEXT,
  payload_format INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX endpoint_revisions_by_endpoint ON endpoint_revisions (endpoint_seq);

-- Names of event types, so that rows carry a number.
CREATE TABLE type_names (
  seq INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

-- The catalogue. An entry without an organization is shared with all of them. schema and example are JSON texts as they
-- were written; they stand last, because strict publishing asks only whether there is a schema.
CREATE TABLE event_types (
  seq INTEGER PRIMARY KEY,
  organization_seq INTEGER REFERENCES organizations (seq),
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  group_name TEXT,
  archived INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  schema TEXT,
  example TEXT,
  UNIQUE (organization_seq, name)
) STRICT;
CREATE INDEX event_types_by_organization ON event_types (organization_seq);
-- The constraint above takes every null for another one.
CREATE UNIQUE INDEX event_types_shared ON event_types (name) WHERE organization_seq IS NULL;

-- data is the JSON text as published, byte for byte; null once erased. The counts are those of the moment of
-- acceptance. canceled_through: pending deliveries of the event up to this seq count as canceled; steps rewrite them.
-- It stands before data, behind which a long text must be gone through to read a column.
CREATE TABLE events (
  seq INTEGER PRIMARY KEY,
  organization_seq INTEGER NOT NULL REFERENCES organizations (seq),
  id TEXT NOT NULL,
  type_seq INTEGER NOT NULL REFERENCES type_names (seq),
  kind INTEGER NOT NULL,
  canceled_through INTEGER,
  data TEXT,
  timestamp INTEGER NOT NULL,
  deliver_at INTEGER,
  is_targeted INTEGER NOT NULL,
  tags TEXT,
  delivery_count INTEGER NOT NULL,
  canceled_count INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  UNIQUE (organization_seq, id)
) STRICT;
CREATE INDEX events_by_organization ON events (organization_seq);

-- The durable job. due_at is null once it has ended. No foreign key for revision_seq: revisions go with their
-- endpoint, and its deliveries before them.
CREATE TABLE deliveries (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  organization_seq INTEGER NOT NULL REFERENCES organizations (seq),
  endpoint_seq INTEGER NOT NULL REFERENCES endpoints (seq),
  event_seq INTEGER NOT NULL REFERENCES events (seq),
  type_seq INTEGER NOT NULL REFERENCES type_names (seq),
  revision_seq INTEGER NOT NULL,
  trigger INTEGER NOT NULL,
  share INTEGER NOT NULL,
  status INTEGER NOT NULL,
  reason INTEGER,
  attempt_count INTEGER NOT NULL,
  max_attempts INTEGER NOT NULL,
  first_due_at INTEGER NOT NULL,
  due_at INTEGER,
  last_response_status INTEGER,
  last_outcome INTEGER,
  created_at INTEGER NOT NULL,
  completed_at INTEGER
) STRICT;
-- What the engine claims from: pending is status 0. The share is in it because each has its part of the starts.
CREATE INDEX deliveries_waiting ON deliveries (endpoint_seq, share, due_at) WHERE status = 0;
-- What ordered endpoints have beside first attempts, by their place in the order. For all endpoints, because one may be
-- told to keep the order at any time; without first attempts, so that a delivery that succeeds at once is never in it.
CREATE INDEX deliveries_in_order ON deliveries (endpoint_seq, first_due_at) WHERE status = 0 AND share <> 0;
CREATE INDEX deliveries_by_endpoint ON deliveries (endpoint_seq);
CREATE INDEX deliveries_by_event ON deliveries (event_seq);
CREATE INDEX deliveries_by_organization ON deliveries (organization_seq);
-- Failed is 2, canceled 3.
CREATE INDEX deliveries_unsuccessful ON deliveries (organization_seq, status) WHERE status IN (2, 3);
-- What a recovery walks: a delivery that succeeds is never in it.
CREATE INDEX deliveries_unsuccessful_by_endpoint ON deliveries (endpoint_seq) WHERE status IN (2, 3);

CREATE TABLE attempts (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  organization_seq INTEGER NOT NULL REFERENCES organizations (seq),
  endpoint_seq INTEGER NOT NULL REFERENCES endpoints (seq),
  delivery_seq INTEGER NOT NULL REFERENCES deliveries (seq),
  revision_seq INTEGER NOT NULL,
  number INTEGER NOT NULL,
  started_at INTEGER NOT NULL,
  duration_ms INTEGER NOT NULL,
  outcome INTEGER NOT NULL,
  response_status INTEGER,
  response_headers TEXT,
  response_body TEXT,
  response_body_truncated INTEGER NOT NULL,
  error TEXT,
  signature TEXT NOT NULL,
  body_signature TEXT
) STRICT;
CREATE INDEX attempts_by_delivery ON attempts (delivery_seq);
CREATE INDEX attempts_by_endpoint ON attempts (endpoint_seq);
CREATE INDEX attempts_by_organization ON attempts (organization_seq);
-- A success is 0.
CREATE INDEX attempts_unsuccessful ON attempts (organization_seq, outcome) WHERE outcome <> 0;

-- What one transaction must not do at once: the rest of a large fan-out, of a disable, of a deletion.
-- event_seqs and recipients: events, and the endpoints that each of them goes to, as JSON lists of seqs.
-- position: how many deliveries are made, or the last delivery that was gone through.
CREATE TABLE chores (
  seq INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,
  organization_seq INTEGER,
  endpoint_seq INTEGER,
  event_seq INTEGER,
  event_seqs TEXT,
  recipients TEXT,
  position INTEGER NOT NULL
) STRICT;

-- Recoveries and replays: as durable as what they queue. position: the last delivery (recover) or event (replay) that is
-- done with, moved in the transaction that queues; through_seq: the last one that there was at the beginning.
-- chores_through: older fan-outs and cancellations are done first, because their rows count. is_ahead: what was missed
-- while disabled, for an ordered endpoint before anything new.
CREATE TABLE tasks (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  organization_seq INTEGER NOT NULL REFERENCES organizations (seq),
  endpoint_seq INTEGER NOT NULL REFERENCES endpoints (seq),
  kind INTEGER NOT NULL,
  status INTEGER NOT NULL,
  request TEXT NOT NULL,
  is_ahead INTEGER NOT NULL,
  position INTEGER NOT NULL,
  through_seq INTEGER NOT NULL,
  chores_through INTEGER NOT NULL,
  queued INTEGER NOT NULL,
  skipped INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  completed_at INTEGER
) STRICT;
CREATE INDEX tasks_by_organization ON tasks (organization_seq);
CREATE INDEX tasks_by_endpoint ON tasks (endpoint_seq, status);
-- Running is status 0.
CREATE INDEX tasks_running ON tasks (status) WHERE status = 0;

-- Who changed what: written in the transaction of the change. Names of keys are copied, because keys go.
-- changes: {field: {from, to}} as JSON, without secrets.
CREATE TABLE audit_log (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  organization_seq INTEGER NOT NULL REFERENCES organizations (seq),
  at INTEGER NOT NULL,
  key_id TEXT NOT NULL,
  key_name TEXT NOT NULL,
  action TEXT NOT NULL,
  object_id TEXT NOT NULL,
  address TEXT,
  changes TEXT NOT NULL
) STRICT;
CREATE INDEX audit_log_by_organization ON audit_log (organization_seq);

-- Replies that the same Idempotency-Key gets again: written in the transaction of what the request did, deleted after
-- 24 hours. request stands for route and key, body_digest for the body: digests, because both may be long. event_id
-- is set where the reply shows data of an event, which may be erased.
CREATE TABLE idempotency_keys (
  seq INTEGER PRIMARY KEY,
  organization_seq INTEGER NOT NULL REFERENCES organizations (seq),
  request TEXT NOT NULL,
  body_digest TEXT NOT NULL,
  status INTEGER NOT NULL,
  reply TEXT NOT NULL,
  event_id TEXT,
  created_at INTEGER NOT NULL,
  UNIQUE (organization_seq, request)
) STRICT;
CREATE INDEX idempotency_keys_by_event ON idempotency_keys (organization_seq, event_id) WHERE event_id IS NOT NULL;

-- A row is one alert from its beginning to its end; data is what was last told of it, as JSON. Kept apart from the
-- windows that alerts are decided by, which live in memory: what is active survives a restart and is not begun twice.
CREATE TABLE alerts (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  organization_seq INTEGER NOT NULL REFERENCES organizations (seq),
  endpoint_seq INTEGER NOT NULL REFERENCES endpoints (seq),
  kind INTEGER NOT NULL,
  threshold INTEGER NOT NULL,
  activated_at INTEGER NOT NULL,
  deactivated_at INTEGER,
  data TEXT NOT NULL
) STRICT;
CREATE INDEX alerts_by_organization ON alerts (organization_seq);
CREATE INDEX alerts_by_endpoint ON alerts (endpoint_seq);
-- Whatever goes wrong, none is active twice.
CREATE UNIQUE INDEX alerts_active ON alerts (endpoint_seq, kind, threshold) WHERE deactivated_at IS NULL;
CREATE INDEX alerts_active_by_organization ON alerts (organization_seq) WHERE deactivated_at IS NULL;

-- Endpoints that were said to be congested, so that it is said once.
CREATE TABLE congested_endpoints (
  endpoint_seq INTEGER PRIMARY KEY REFERENCES endpoints (seq),
  since INTEGER NOT NULL
) STRICT;

-- Counters by hour (span 0) and by day (span 1), so that no chart walks over deliveries. A delivery counts where it
-- was created; endpoint 0 stands for all of them, deleted ones included. latency is a histogram. No references: the
-- counters outlive the rows that they counted.
CREATE TABLE statistics (
  organization_seq INTEGER NOT NULL,
  span INTEGER NOT NULL,
  endpoint_seq INTEGER NOT NULL,
  start_at INTEGER NOT NULL,
  type_seq INTEGER NOT NULL,
  published INTEGER NOT NULL,
  created INTEGER NOT NULL,
  succeeded INTEGER NOT NULL,
  failed INTEGER NOT NULL,
  canceled INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  latency BLOB NOT NULL,
  PRIMARY KEY (organization_seq, span, endpoint_seq, start_at, type_seq)
) STRICT, WITHOUT ROWID;
