-- breaking: no
-- Training: plans, courses and classes are papers for every post; who attends and who passed is personal. Coverage is
-- answered by a function that gives sums alone, so that no reading role ever gets a list of learners with hours.

create table training_plan (
  realm integer not null,
  id uuid not null,
  unit integer not null,
  path integer[] not null,
  title text not null,
  from_on date not null,
  to_on date not null,
  follows uuid,
  groups jsonb not null,
  aim text,
  closed_on date,
  primary key (realm, id)
);
comment on table training_plan is 'Training plans with the hours each group has to meet.';
comment on column training_plan.groups is 'List of {fullTime, level or null for all others, hours}.';
comment on column training_plan.aim is 'The plan''s own words about whom it wants to reach; nothing is measured against them.';
create index training_plan_unit on training_plan (unit, from_on desc);

create table training_course (
  realm integer not null,
  id uuid not null,
  unit integer not null,
  path integer[] not null,
  level text collate "C" not null,
  title text not null,
  hours numeric(6, 1) not null,
  tags text[] not null,
  laws text[] not null,
  exam boolean not null,
  retired boolean not null,
  primary key (realm, id)
);
comment on table training_course is 'Courses a unit offers; tags are codes of rules/training.yaml.';
create index training_course_unit on training_course (unit, id desc);

create table training_class (
  realm integer not null,
  id uuid not null,
  unit integer not null,
  path integer[] not null,
  course uuid not null,
  title text not null,
  course_hours numeric(6, 1) not null,
  tags text[] not null,
  exam boolean not null,
  plan uuid,
  place text not null,
  seats integer not null,
  enrolled integer not null,
  trainer_post integer,
  trainer uuid,
  status text collate "C" not null,
  sessions jsonb not null,
  first_on date not null,
  last_on date not null,
  completed integer not null,
  primary key (realm, id)
);
comment on table training_class is 'Classes with what their course was when they were planned.';
comment on column training_class.trainer is 'Content that says in words who trains.';
comment on column training_class.sessions is 'List of {n, on, startAt, endAt, hours}.';
create index training_class_unit on training_class (unit, first_on desc);

create table training_learner (
  realm integer not null,
  class uuid not null,
  account uuid not null,
  path integer[] not null,
  seat integer[] not null,
  full_time boolean not null,
  passed boolean,
  completed boolean not null,
  primary key (realm, class, account)
);
comment on table training_learner is 'Who is enrolled in a class.';
comment on column training_learner.path is 'The unit of the class and all above it.';
comment on column training_learner.seat is 'The unit of the post the person is counted by, as it was at the enrolment, and all above it.';
comment on column training_learner.passed is 'Result of the examination; null where there was none yet.';
create index training_learner_account on training_learner (account);

create table training_hours (
  realm integer not null,
  stream uuid not null,
  account uuid not null,
  entry integer not null,
  path integer[] not null,
  plan uuid,
  on_day date not null,
  hours numeric(6, 1) not null,
  primary key (realm, stream, account, entry)
);
comment on table training_hours is 'Hours of a person by session of a class, or by record of what was learnt elsewhere (entry 0). They follow the person, whatever post comes later.';
create index training_hours_plan on training_hours (plan, account, on_day);
create index training_hours_account on training_hours (account, on_day desc);

create table training_pass (
  realm integer not null,
  stream uuid not null,
  account uuid not null,
  path integer[] not null,
  on_day date not null,
  title text not null,
  hours numeric(6, 1) not null,
  tags text[] not null,
  unit integer not null,
  primary key (realm, stream, account)
);
comment on table training_pass is 'Courses a person completed: what a certificate is printed from, and what is asked before a case is opened.';
create index training_pass_account on training_pass (account, on_day desc);

alter table training_plan enable row level security;
alter table training_course enable row level security;
alter table training_class enable row level security;
alter table training_learner enable row level security;
alter table training_hours enable row level security;
alter table training_pass enable row level security;
create policy writer on training_plan to zhagen_writer using (true) with check (true);
create policy writer on training_course to zhagen_writer using (true) with check (true);
create policy writer on training_class to zhagen_writer using (true) with check (true);
create policy writer on training_learner to zhagen_writer using (true) with check (true);
create policy writer on training_hours to zhagen_writer using (true) with check (true);
create policy writer on training_pass to zhagen_writer using (true) with check (true);
create policy reader on training_plan for select to zhagen_reader using (nullif(current_setting('zh.who', true), '') = 'staff');
create policy reader on training_course for select to zhagen_reader using (nullif(current_setting('zh.who', true), '') = 'staff');
create policy reader on training_class for select to zhagen_reader using (nullif(current_setting('zh.who', true), '') = 'staff');
-- zh.account: the person who reads. A list of a class is for the unit that holds it; each unit sees its own people on it.
create policy reader on training_learner for select to zhagen_reader using (
  nullif(current_setting('zh.who', true), '') = 'staff'
  and (account = nullif(current_setting('zh.account', true), '')::uuid
    or nullif(current_setting('zh.unit', true), '')::integer = any (path)
    or nullif(current_setting('zh.unit', true), '')::integer = any (seat)));
create policy reader on training_hours for select to zhagen_reader using (
  nullif(current_setting('zh.who', true), '') = 'staff'
  and (account = nullif(current_setting('zh.account', true), '')::uuid
    or nullif(current_setting('zh.unit', true), '')::integer = any (path)));
create policy reader on training_pass for select to zhagen_reader using (
  nullif(current_setting('zh.who', true), '') = 'staff'
  and account = nullif(current_setting('zh.account', true), '')::uuid);
grant select, insert, update, delete on training_plan, training_course, training_class, training_learner, training_hours, training_pass to zhagen_writer;
grant select on training_plan, training_course, training_class, training_learner, training_hours, training_pass to zhagen_reader;

-- Runs as the owner on purpose: the reader gets sums by member and group, and none of the rows under them.
create or replace function training_coverage(plan_realm integer, plan_id uuid, under integer, on_day date, until timestamptz, levels text[])
returns table (child integer, full_time boolean, level text, roster integer, met integer)
language sql stable security definer set search_path = public, pg_temp as $$
  with asked as (
    select p.id, p.unit, p.groups from training_plan p join unit u on u.id = training_coverage.under and p.unit = any (u.ancestors)
    where p.realm = plan_realm and p.id = plan_id
      and nullif(current_setting('zh.who', true), '') = 'staff'
      and nullif(current_setting('zh.unit', true), '')::integer = any (u.ancestors)
  ),
  held as (
    select o.account, o.id, o.full_time, u.level, u.ancestors
    from asked a join unit u on a.unit = any (u.ancestors) and u.valid_to is null
      join post o on o.unit = u.id and o.valid_from < until and (o.valid_to is null or o.valid_to >= until)
  ),
  seat as (
    select distinct on (h.account) h.account, h.full_time, h.level, h.ancestors
    from held h order by h.account, h.full_time desc, array_position(levels, h.level), h.id
  ),
  roster as (
    select s.account, s.full_time, s.level, g.hours,
      case when s.ancestors[1] = under then null else s.ancestors[array_position(s.ancestors, under) - 1] end as child
    from asked a, seat s, lateral (
      select (each ->> 'hours')::numeric as hours from jsonb_array_elements(a.groups) each
      where (each ->> 'fullTime')::boolean = s.full_time and coalesce(each ->> 'level', s.level) = s.level
      order by each ->> 'level' is null limit 1) g
    where under = any (s.ancestors)
  ),
  done as (
    select h.account, sum(h.hours) as hours from training_hours h
    where h.plan = plan_id and h.on_day <= training_coverage.on_day group by h.account
  )
  select r.child, r.full_time, r.level, count(*)::integer, count(*) filter (where d.hours >= r.hours)::integer
  from roster r left join done d using (account) group by 1, 2, 3
$$;
comment on function training_coverage is 'Of the people on the roster of a unit and below it at an instant: how many there are and how many met the hours of their group by that day, by direct member, kind and level. A person of several posts is counted once: full-time first, then the highest level, then the first post.';
revoke all on function training_coverage from public;
grant execute on function training_coverage to zhagen_reader;

-- Likewise: counts by cause, of what the unit leads itself. Matters one section alone may see are in no tally.
create or replace function training_causes(of_unit integer, since timestamptz)
returns table (cause text, n integer)
language sql stable security definer set search_path = public, pg_temp as $$
  select case e.kind when 'UnderstandingAnswered' then 'misunderstood' when 'DemandReopened' then 'reopened' else 'ruled' end,
    count(distinct e.stream)::integer
  from unit u join tally t on t.unit = u.id and t.measure = 'heard'
    join event e on e.realm = t.realm and e.stream = t.stream
  where u.id = of_unit and nullif(current_setting('zh.who', true), '') = 'staff'
    and nullif(current_setting('zh.unit', true), '')::integer = any (u.ancestors)
    and e.at >= since
    and (e.kind in ('DemandReopened', 'OrderRuled') or (e.kind = 'UnderstandingAnswered' and e.body ->> 'yes' = 'false'))
  group by 1
$$;
comment on function training_causes is 'How many matters a unit leads in which the worker said it was not understood, that were opened again, or whose order was ruled on, since an instant.';
revoke all on function training_causes from public;
grant execute on function training_causes to zhagen_reader;
