-- breaking: no
-- The ledger: what happened stays happened. Everything else in this database can be computed again from these tables
-- and the sealed content. Every key begins with the realm (the birth prefecture of a stream), so that the same tables
-- can be distributed by realm without changing a key. The application's roles may insert here, never update or delete.

create table installation (
  singleton boolean primary key default true check (singleton),
  kind text not null check (kind in ('real', 'demo', 'story', 'test', 'bench')),
  federation text not null,
  key_fingerprint text not null,
  created_at timestamptz not null
);
comment on table installation is 'One row: what this database is and which key file belongs to it.';
comment on column installation.kind is 'Only a story database accepts clock steps; only a demo database has demo accounts.';
comment on column installation.key_fingerprint is 'First 16 hex digits of the SHA-256 of the key file''s key ids and keys: tells a wrong key file at start.';

create table realm_head (
  realm integer primary key,
  position bigint not null default 0,
  batch bigint not null default 0,
  mac bytea not null default '\x'
);
comment on table realm_head is 'The lock and the counters of a realm. A batch locks its row first, so positions have no gaps and commit in order.';
comment on column realm_head.position is 'Feed position of the last event.';
comment on column realm_head.mac is 'MAC of the last batch; the same value is appended to the heads file outside the database.';

create table stream (
  realm integer not null,
  stream uuid not null,
  noun text collate "C" not null,
  version integer not null,
  head bytea not null,
  primary key (realm, stream)
);
comment on table stream is 'One row per stream: version and hash of its last event.';

create table event (
  realm integer not null,
  position bigint not null,
  stream uuid not null,
  version integer not null,
  noun text collate "C" not null,
  kind text collate "C" not null,
  body json not null,
  actor text collate "C" not null,
  command uuid not null,
  rules text collate "C" not null,
  at timestamptz not null,
  batch bigint not null,
  prev bytea not null,
  hash bytea not null,
  primary key (realm, stream, version),
  unique (realm, position)
);
comment on table event is 'The ledger. No personal content: names, phones and sentences stand in sealed content, here only as salted commitments.';
comment on column event.body is 'json, not jsonb: the text is kept to the byte, because the hash covers it.';
comment on column event.actor is 'post:<post>@<unit>, claimant, public, system or operator; never a name.';
comment on column event.rules is 'Version of the rules by which the body was computed; replay reads no rule.';
comment on column event.prev is 'Hash of the event before in the same stream, empty for the first.';
comment on column event.hash is 'SHA-256 over position, stream, version, noun, kind, body text, actor, command, rules, instant and prev.';

create table command (
  realm integer not null,
  id uuid not null,
  kind text collate "C" not null,
  actor text collate "C" not null,
  body_mac bytea not null,
  outcome json not null,
  batch bigint not null,
  ordinal integer not null,
  at timestamptz not null,
  primary key (realm, id)
);
comment on table command is 'What was asked and what came of it. A second arrival of the same id gets the stored outcome. Never the body.';
comment on column command.body_mac is 'HMAC of the canonical body under a key outside the database: tells the same id with another body.';
create unique index command_batch on command (realm, batch, ordinal);

create table ledger_batch (
  realm integer not null,
  n bigint not null,
  first_position bigint not null,
  last_position bigint not null,
  commands integer not null,
  at timestamptz not null,
  root bytea not null,
  prev bytea not null,
  mac bytea not null,
  primary key (realm, n)
);
comment on table ledger_batch is 'Seals a batch: Merkle root over its events and commands, chained to the batch before, MACed with a key outside the database.';
comment on column ledger_batch.last_position is 'first_position - 1 when the batch holds refusals only.';

create table number_counter (
  realm integer not null,
  region text collate "C" not null,
  day date not null,
  last integer not null,
  primary key (realm, region, day)
);
comment on table number_counter is 'Running number of demands per region and day, taken under the realm''s lock.';

grant select on installation to zhagen_reader;
grant select, insert, update on realm_head, stream, number_counter to zhagen_writer;
grant select, insert on event, command, ledger_batch to zhagen_writer;
grant select on installation to zhagen_writer;
