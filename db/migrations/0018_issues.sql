-- breaking: no
-- Common issues, policy suggestions and practices: what a union makes of what it hears again and again. Projections of
-- streams of their own; what was written about them is sealed and stands nowhere here.

create table issue (
  realm integer not null,
  id uuid not null,
  unit integer not null,
  path integer[] not null,
  topic text collate "C" not null,
  title text collate "C" not null,
  employer integer,
  region text collate "C",
  blocked_units integer[] not null,
  cluster_n integer,
  cluster_first date,
  cluster_last date,
  opened_at timestamptz not null,
  closed_at timestamptz,
  reason text collate "C",
  owner_unit integer,
  owner_path integer[],
  owner_post integer,
  plan_until date,
  tasks json not null,
  texts json not null,
  reach_units integer[] not null,
  version integer not null,
  primary key (realm, id),
  check ((employer is null) <> (region is null))
);
comment on table issue is 'Common issues: one topic leaf at one employer or in one region, with owner, plan and tasks. What came of it is counted from the demands.';
comment on column issue.unit is 'Union that opened it; path: it and all above.';
comment on column issue.blocked_units is 'The employer''s own union and all below it: they never see it.';
comment on column issue.cluster_n is 'Demands that were found there when it was opened; null where nothing had been found.';
comment on column issue.texts is 'Ids of what is sealed, by what it is.';
comment on column issue.reach_units is 'Who opened it, who owns it, who has a task, and all above them.';
create index issue_opened on issue (opened_at desc, realm desc, id desc);
create index issue_place on issue (topic, employer, region) where closed_at is null;
-- Clusters and what is counted before and after: by leaf and day, never a scan of all that was ever heard.
create index demand_leaf on demand (topic, submitted_at) where topic is not null and restricted is null;

alter table issue enable row level security;
create policy writer on issue to zhagen_writer using (true) with check (true);
create policy reader on issue for select to zhagen_reader using (
  nullif(current_setting('zh.who', true), '') = 'staff'
  and nullif(current_setting('zh.unit', true), '')::integer = any (reach_units)
  and not (nullif(current_setting('zh.unit', true), '')::integer = any (blocked_units)));
grant select, insert, update, delete on issue to zhagen_writer;
grant select on issue to zhagen_reader;
