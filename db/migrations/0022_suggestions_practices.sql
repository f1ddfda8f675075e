-- breaking: no
-- Policy suggestions climb the levels above the union that raised them; practices are read and adopted by everybody. Both are
-- projections of streams of their own.

create table suggestion (
  realm integer not null,
  id uuid not null,
  unit integer not null,
  path integer[] not null,
  title text collate "C" not null,
  issue uuid,
  raised_at timestamptz not null,
  text text collate "C" not null,
  waits_unit integer,
  waits_path integer[],
  due_on date,
  opinions json not null,
  passed_units integer[] not null,
  ended_unit integer,
  ended_as text collate "C",
  ended_at timestamptz,
  version integer not null,
  primary key (realm, id),
  check ((waits_unit is null) <> (ended_unit is null))
);
comment on table suggestion is 'Policy suggestions. Each level above gives its opinion until one ends it; then the answer stands where it was raised.';
comment on column suggestion.path is 'Union that raised it and all above: who may see it, and the way it climbs.';
comment on column suggestion.text is 'Id of what is sealed.';
comment on column suggestion.waits_unit is 'The level whose opinion is due on due_on; null once it ended.';
comment on column suggestion.opinions is 'What each level said: unit, opinion, day, whether late, id of the sealed words.';
create index suggestion_raised on suggestion (raised_at desc, realm desc, id desc);
create index suggestion_waits on suggestion (waits_unit, due_on) where waits_unit is not null;

create table practice (
  realm integer not null,
  id uuid not null,
  unit integer not null,
  path integer[] not null,
  title text collate "C" not null,
  text text collate "C" not null,
  since date not null,
  measure text collate "C" not null,
  cut text collate "C",
  places json not null,
  described_at timestamptz not null,
  ended_at timestamptz,
  version integer not null,
  primary key (realm, id)
);
comment on table practice is 'Practices that are tried, where and since when. Meant to be read by every union; whether it helped is counted live and never stored.';
comment on column practice.measure is 'Measure one looks at, with its cut: of each place against its own past alone.';
comment on column practice.places is 'Unions where it is tried, with their paths and days; `on` is the day of adoption.';
create index practice_described on practice (described_at desc, realm desc, id desc);

alter table suggestion enable row level security;
alter table practice enable row level security;
create policy writer on suggestion to zhagen_writer using (true) with check (true);
create policy writer on practice to zhagen_writer using (true) with check (true);
create policy reader on suggestion for select to zhagen_reader using (
  nullif(current_setting('zh.who', true), '') = 'staff'
  and nullif(current_setting('zh.unit', true), '')::integer = any (path));
create policy reader on practice for select to zhagen_reader using (
  nullif(current_setting('zh.who', true), '') = 'staff');
grant select, insert, update, delete on suggestion, practice to zhagen_writer;
grant select on suggestion, practice to zhagen_reader;
