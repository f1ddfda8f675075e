-- breaking: no
-- Visits and contact points: projections of their streams. No column for a picture, a position or a name of anybody met
-- (domain §0.5): what was said is sealed, and the rows hold only which sealed sentence it is.

create table visit (
  realm integer not null,
  id uuid not null,
  unit integer not null,
  path integer[] not null,
  status text collate "C" not null,
  place uuid,
  employer integer,
  region text collate "C",
  kind text collate "C",
  visited_on date,
  plan_post integer,
  recorded_by integer,
  team integer[] not null,
  met integer not null,
  started_at timestamptz,
  ended_at timestamptz,
  submitted_at timestamptz,
  recorded_at timestamptz,
  opinions jsonb not null,
  explanations jsonb not null,
  deeds jsonb not null,
  next_step jsonb,
  corrections integer not null,
  version integer not null,
  primary key (realm, id)
);
comment on table visit is 'Visits planned, dropped or recorded. Where is a code: a contact point, an enterprise, a region.';
comment on column visit.path is 'Union whose visit it is and all above it: who may read the row.';
comment on column visit.visited_on is 'Local day of its beginning; of a plan, the day it is planned for.';
comment on column visit.met is 'How many people were met. A number, no names.';
comment on column visit.submitted_at is 'When the phone took it, never later than its arrival; recorded_at: when it arrived.';
comment on column visit.opinions is 'Theme of each opinion and the id of the sealed sentence.';
create index visit_employer on visit (employer, started_at) where employer is not null and started_at is not null;
create index visit_place on visit (place, visited_on) where place is not null;
create index visit_plans on visit (unit, visited_on) where status = 'planned';

create table visit_reach (
  realm integer not null,
  ancestor_unit integer not null,
  visit uuid not null,
  unit integer not null,
  path integer[] not null,
  status text collate "C" not null,
  visited_on date,
  employer integer,
  kind text collate "C",
  primary key (realm, ancestor_unit, visit)
);
comment on table visit_reach is 'One row per visit and union of its path: lists and distinct counts of any level read one index.';
create index visit_reach_list on visit_reach (ancestor_unit, status, visited_on desc, visit desc);
create index visit_reach_employer on visit_reach (ancestor_unit, employer, visited_on) where status = 'recorded';

create table place (
  realm integer not null,
  id uuid not null,
  unit integer not null,
  path integer[] not null,
  name text not null,
  kind text collate "C" not null,
  employer integer,
  region text collate "C" not null,
  owner_post integer not null,
  owner_first integer not null,
  from_on date not null,
  to_on date,
  ended_on date,
  version integer not null,
  primary key (realm, id)
);
comment on table place is 'Contact points. The owner is whoever holds the last post of the chain that owner_first began.';
comment on column place.name is 'Of a workplace, a team or a service point, never of a person.';
create index place_unit on place (unit, id) where ended_on is null;
create index place_employer on place (employer) where employer is not null;

create table stationing (
  realm integer not null,
  place uuid not null,
  entry integer not null,
  post integer not null,
  first_post integer not null,
  from_on date not null,
  to_on date not null,
  path integer[] not null,
  primary key (realm, place, entry)
);
comment on table stationing is 'Who is stationed at a contact point, from one local day to another.';

alter table visit enable row level security;
alter table visit_reach enable row level security;
alter table place enable row level security;
alter table stationing enable row level security;
create policy writer on visit to zhagen_writer using (true) with check (true);
create policy writer on visit_reach to zhagen_writer using (true) with check (true);
create policy writer on place to zhagen_writer using (true) with check (true);
create policy writer on stationing to zhagen_writer using (true) with check (true);
-- Visits and places are read by their own union and those above it; what each row shows is the table of grants' to say.
create policy reader on visit for select to zhagen_reader using (
  nullif(current_setting('zh.who', true), '') = 'staff'
  and nullif(current_setting('zh.unit', true), '')::integer = any (path));
create policy reader on visit_reach for select to zhagen_reader using (
  nullif(current_setting('zh.who', true), '') = 'staff'
  and nullif(current_setting('zh.unit', true), '')::integer = any (path));
create policy reader on place for select to zhagen_reader using (
  nullif(current_setting('zh.who', true), '') = 'staff'
  and nullif(current_setting('zh.unit', true), '')::integer = any (path));
create policy reader on stationing for select to zhagen_reader using (
  nullif(current_setting('zh.who', true), '') = 'staff'
  and nullif(current_setting('zh.unit', true), '')::integer = any (path));
grant select, insert, update, delete on visit, visit_reach, place, stationing to zhagen_writer;
grant select on visit, visit_reach, place, stationing to zhagen_reader;

alter table demand add column visit uuid;
comment on column demand.visit is 'The visit it was heard on, as whoever raised it said.';
create index demand_visit on demand (visit) where visit is not null;
