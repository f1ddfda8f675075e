-- breaking: no
-- Figures are kept by a follower: what each stream counts as (tally), and sums by union and month (figure). A leader's first
-- screen reads a dozen rows of one union whatever the size of the nation; a recount of the ledger must give the same.

create table tally (
  realm integer not null,
  stream uuid not null,
  measure text collate "C" not null,
  counted_on date not null,
  unit integer not null,
  path integer[] not null,
  topic_group text collate "C",
  persons integer not null,
  primary key (realm, stream, measure)
);
comment on table tally is 'What each stream counts as now: one row per measure. The list under a figure.';
comment on column tally.counted_on is 'Local day it last became true; the figure of its month holds it.';
comment on column tally.unit is 'Union it counts for; path: this one and all above, as they were when it was given to it.';
create index tally_list on tally (unit, measure, counted_on desc, realm desc, stream desc);

create table figure (
  realm integer not null,
  unit integer not null,
  measure text collate "C" not null,
  cut text collate "C" not null,
  month date not null,
  n bigint not null,
  persons bigint not null,
  path integer[] not null,
  primary key (realm, unit, measure, cut, month)
);
comment on table figure is 'Sums of tally by union (it and all below), measure, cut and month. Rows whose sum is nothing are kept: they cost less than their absence.';
comment on column figure.realm is 'Realm of the union, not of what is counted.';
comment on column figure.cut is 'Empty for the whole; topic:A for a group of topics.';
comment on column figure.path is 'The union and all above it: who may read the row.';

alter table tally enable row level security;
alter table figure enable row level security;
create policy writer on tally to zhagen_writer using (true) with check (true);
create policy writer on figure to zhagen_writer using (true) with check (true);
-- Statistics are for every post, of its own union and those below it (domain §3, access matrix).
create policy reader on tally for select to zhagen_reader using (
  nullif(current_setting('zh.who', true), '') = 'staff'
  and nullif(current_setting('zh.unit', true), '')::integer = any (path));
create policy reader on figure for select to zhagen_reader using (
  nullif(current_setting('zh.who', true), '') = 'staff'
  and nullif(current_setting('zh.unit', true), '')::integer = any (path));
grant select, insert, update, delete on tally, figure to zhagen_writer;
grant select on tally, figure to zhagen_reader;
