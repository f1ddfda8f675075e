-- breaking: no
-- Mobilisation meetings: what was called, how many were there by unit, what was decided. Projections of the meeting's stream.
-- A unit that is invited has no row: who is invited follows from the tree.

create table meeting (
  realm integer not null,
  id uuid not null,
  unit integer not null,
  path integer[] not null,
  below integer not null,
  below_path integer[] not null,
  campaign uuid,
  title text not null,
  start_at timestamptz not null,
  end_at timestamptz not null,
  agenda jsonb not null,
  place text,
  video boolean not null,
  sequence integer not null,
  cancelled boolean not null,
  papers jsonb not null,
  primary key (realm, id)
);
comment on table meeting is 'Mobilisation meetings 动员会.';
comment on column meeting.below is 'Every union from this one downward is invited.';
comment on column meeting.sequence is 'Of its calendar entry; each change raises it.';
create index meeting_below on meeting (below, start_at desc, id desc);
create index meeting_unit on meeting (unit, start_at desc, id desc);

create table meeting_attendance (
  realm integer not null,
  meeting uuid not null,
  unit integer not null,
  path integer[] not null,
  persons integer not null,
  primary key (realm, meeting, unit)
);
comment on table meeting_attendance is 'How many of a unit were at a meeting, as the unit says. A number, never names.';

create table meeting_decision (
  realm integer not null,
  meeting uuid not null,
  n integer not null,
  what text not null,
  directive uuid,
  unit integer,
  path integer[] not null,
  until_on date,
  done boolean not null,
  primary key (realm, meeting, n)
);
comment on table meeting_decision is 'What a meeting decided: a clause of a directive, or the task of a unit until a day.';
create index meeting_task on meeting_decision (unit, until_on) where unit is not null and not done;

alter table meeting enable row level security;
alter table meeting_attendance enable row level security;
alter table meeting_decision enable row level security;
create policy writer on meeting to zhagen_writer using (true) with check (true);
create policy writer on meeting_attendance to zhagen_writer using (true) with check (true);
create policy writer on meeting_decision to zhagen_writer using (true) with check (true);
-- What a meeting says is issued to everybody below; who of them may open it is decided by the table of grants.
create policy reader on meeting for select to zhagen_reader using (nullif(current_setting('zh.who', true), '') = 'staff');
create policy reader on meeting_decision for select to zhagen_reader using (nullif(current_setting('zh.who', true), '') = 'staff');
-- How many of a union were there is for itself and those above it.
create policy reader on meeting_attendance for select to zhagen_reader using (
  nullif(current_setting('zh.who', true), '') = 'staff'
  and nullif(current_setting('zh.unit', true), '')::integer = any (path));
grant select, insert, update, delete on meeting, meeting_attendance, meeting_decision to zhagen_writer;
grant select on meeting, meeting_attendance, meeting_decision to zhagen_reader;
