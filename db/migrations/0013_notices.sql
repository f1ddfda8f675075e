-- breaking: no
-- What people are told, and what was handed to a gateway. Made by a follower of the feed, sent by the job runner. No row
-- holds a name, a number, an address or a text: texts are composed of rules when a notice is sent, and a worker's phone is
-- opened from the vault in memory at that moment. Both tables can be lost without losing history.

create table notice (
  realm integer not null,
  id uuid not null,
  demand uuid,
  position bigint,
  cause text collate "C",
  day date,
  code text collate "C" not null,
  way text collate "C" not null check (way in ('now', 'digest')),
  to_kind text collate "C" not null check (to_kind in ('worker', 'unit', 'post')),
  to_unit integer,
  to_section text collate "C",
  to_post integer,
  params json not null,
  not_before timestamptz not null,
  state text collate "C" not null check (state in ('queued', 'sent', 'failed', 'dropped')),
  why text collate "C",
  tries integer not null default 0,
  made_at timestamptz not null,
  sent_at timestamptz,
  primary key (realm, id),
  unique nulls not distinct (realm, position, day, code, to_kind, to_unit, to_section, to_post),
  check ((to_kind = 'worker') = (to_unit is null))
);
comment on table notice is 'What somebody is told. Codes, counts, numbers of demands and instants only. A union''s row stands whether or not a gateway takes it: the desk shows it.';
comment on column notice.demand is 'Null in a digest.';
comment on column notice.position is 'Feed position of the event that caused it: the same event told twice to the same recipient is one row. Null in a digest.';
comment on column notice.cause is 'Kind of that event.';
comment on column notice.day is 'Day of a digest, null elsewhere: one a day.';
comment on column notice.way is 'digest: waits for the one message of the day, and is counted in it.';
comment on column notice.to_post is 'Set with to_kind post: the person who holds it has an address of their own.';
comment on column notice.not_before is 'End of the quiet hours, or the next try. Moved before a try: a process that dies in it loses nothing.';
comment on column notice.why is 'Why it was dropped or failed: a code, e.g. no-gateway, no-phone, late.';
create index notice_due on notice (not_before) where state = 'queued';
create index notice_unit on notice (to_unit, made_at desc) where to_kind = 'unit';
create index notice_demand on notice (realm, demand);

create table sent (
  realm integer not null,
  id uuid not null,
  notice uuid not null,
  gateway text collate "C" not null,
  place smallint not null,
  at timestamptz not null,
  outcome text collate "C" not null,
  primary key (realm, id)
);
comment on table sent is 'Log of what was handed to a gateway. Only ever added to; no number, no text.';
comment on column sent.place is 'Which of the recipient''s addresses on that gateway, counted from 0.';
comment on column sent.outcome is 'sent, or the code of why not.';
create index sent_notice on sent (realm, notice);

alter table notice enable row level security;
alter table sent enable row level security;
-- A union reads what it was told itself; what a worker is told is on their follow page, not here.
create policy reader on notice for select to zhagen_reader using (
  to_unit = nullif(current_setting('zh.unit', true), '')::integer
);
create policy writer on notice to zhagen_writer using (true) with check (true);
create policy writer on sent to zhagen_writer using (true) with check (true);
grant select on notice to zhagen_reader;
grant select, insert, update, delete on notice to zhagen_writer;
grant select, insert on sent to zhagen_writer;

-- Nobody is told today of what happened before there were notices.
insert into follower (name, realm, position) select 'notices', realm, position from realm_head on conflict do nothing;
