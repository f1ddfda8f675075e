-- breaking: no
-- Whether a matter counts in the rates is decided in its own stream (domain §2.9); its row says who has to decide, and by when.
-- What a stream counted as is kept with the days between which it did, so that the number of a past day opens to its list.
-- The figures are counted anew from the ledger: days that have gone by are in it, and nowhere else.

alter table demand
  add column exclusion_unit integer,
  add column exclusion_by timestamptz,
  add column contestable boolean not null default false;
comment on column demand.exclusion_unit is 'Who decides whether it is left out of the rates; null where nobody asked.';
comment on column demand.exclusion_by is 'Until when; then it counts.';
comment on column demand.contestable is 'The worker said something that counts in a rate, and nobody asked yet to leave it out.';
create index demand_exclusion on demand (exclusion_unit, exclusion_by, realm, id) where exclusion_unit is not null;
update demand set contestable = true where confirmed is not null and confirmed <> 'clear';

create table stood (
  realm integer not null,
  stream uuid not null,
  noun text collate "C" not null,
  measure text collate "C" not null,
  since date not null,
  until date,
  counted_on date not null,
  unit integer not null,
  path integer[] not null,
  cuts text[] not null,
  persons integer not null,
  primary key (realm, stream, measure, since)
);
comment on table stood is 'What each stream counted as, and when: the list under a figure of a day gone by. Rows without an end are those of tally.';
comment on column stood.since is 'First local day at whose end it counted so.';
comment on column stood.until is 'First local day at whose end it did no more; null while it does.';
comment on column stood.counted_on is 'Local day it last became true; the figure of its month held it.';
comment on column stood.path is 'The union it counted for and all above it: who may read the row.';
create index stood_list on stood (unit, measure, counted_on desc, realm desc, stream desc);

alter table stood enable row level security;
create policy writer on stood to zhagen_writer using (true) with check (true);
create policy reader on stood for select to zhagen_reader using (
  (select nullif(current_setting('zh.who', true), '') = 'staff')
  and (select nullif(current_setting('zh.unit', true), '')::integer) = any (path));
grant select, insert, update, delete on stood to zhagen_writer;
grant select on stood to zhagen_reader;

delete from tally;
delete from figure;
delete from figure_year;
delete from move;
update follower set position = 0 where name = 'figures';
