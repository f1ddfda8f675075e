-- breaking: yes
-- People who met their hours under a plan, each a stream of its own, so that the figures can count them; and invitations of
-- a meeting, each a stream of the union that is invited, in place of one row in the meeting's stream: two thousand unions
-- that answer would each have written all two thousand rows anew. No release holds the table that goes.

create table training_met (
  realm integer not null,
  id uuid not null,
  account uuid not null,
  plan uuid not null,
  path integer[] not null,
  level text collate "C" not null,
  full_time boolean not null,
  on_day date not null,
  primary key (realm, id)
);
comment on table training_met is 'People who met the hours of their group under a plan and are on its roster: what figures count. Never listed.';
comment on column training_met.path is 'The unit of the post they are counted by, and all above it.';
comment on column training_met.on_day is 'The day their hours were met.';
create index training_met_account on training_met (account, plan);
create index training_met_plan on training_met (plan);

alter table training_met enable row level security;
create policy writer on training_met to zhagen_writer using (true) with check (true);
create policy reader on training_met for select to zhagen_reader using (
  nullif(current_setting('zh.who', true), '') = 'staff'
  and account = nullif(current_setting('zh.account', true), '')::uuid);
grant select, insert, update, delete on training_met to zhagen_writer;
grant select on training_met to zhagen_reader;

-- The writer's own: how people stand now. The words of `training_coverage`, of a person instead of a sum.
create or replace function training_standing(people uuid[], of_plan uuid, levels text[])
returns table (account uuid, plan uuid, path integer[], level text, full_time boolean, on_day date)
language sql stable set search_path = public, pg_temp as $$
  with asked as (
    select h.account, h.plan from training_hours h
    where h.plan is not null and (people is null or h.account = any (people)) and (of_plan is null or h.plan = of_plan)
    union
    select m.account, m.plan from training_met m
    where (people is null or m.account = any (people)) and (of_plan is null or m.plan = of_plan)
  ),
  seat as (
    select distinct on (a.account, a.plan) a.account, a.plan, o.full_time, u.level, u.ancestors as path, p.groups
    from asked a join training_plan p on p.id = a.plan join post o on o.account = a.account and o.valid_to is null
      join unit u on u.id = o.unit and u.valid_to is null and p.unit = any (u.ancestors)
    order by a.account, a.plan, o.full_time desc, array_position(levels, u.level), o.id
  ),
  asks as (
    select s.account, s.plan, s.path, s.level, s.full_time, g.hours from seat s, lateral (
      select (each ->> 'hours')::numeric as hours from jsonb_array_elements(s.groups) each
      where (each ->> 'fullTime')::boolean = s.full_time and coalesce(each ->> 'level', s.level) = s.level
      order by each ->> 'level' is null limit 1) g
  ),
  run as (
    select h.account, h.plan, h.on_day,
      sum(h.hours) over (partition by h.account, h.plan order by h.on_day) as so_far
    from training_hours h join asks using (account, plan)
  ),
  met as (
    select r.account, r.plan, min(r.on_day) as on_day from run r join asks s using (account, plan)
    where r.so_far >= s.hours group by 1, 2
  )
  select a.account, a.plan, s.path, s.level, s.full_time, m.on_day
  from asked a left join (asks s join met m using (account, plan)) using (account, plan)
$$;
comment on function training_standing is 'How people stand under the plans they have hours in: the post they are counted by and the day they met the hours of their group; nulls where they did not, or are on no roster. Of these people (null: of all) and of this plan (null: of every one).';
revoke all on function training_standing from public;
grant execute on function training_standing to zhagen_writer;

-- What a union vouched for it may read again, to take it back; what somebody passed in a class stays their own.
drop policy reader on training_pass;
create policy reader on training_pass for select to zhagen_reader using (
  nullif(current_setting('zh.who', true), '') = 'staff'
  and (account = nullif(current_setting('zh.account', true), '')::uuid
    or unit = nullif(current_setting('zh.unit', true), '')::integer));

drop table meeting_attendance;
create table invitation (
  realm integer not null,
  id uuid not null,
  meeting uuid not null,
  unit integer not null,
  path integer[] not null,
  received_at timestamptz not null,
  persons integer,
  primary key (realm, id)
);
comment on table invitation is 'Invitations of unions to a meeting that were answered: the receipt, and how many were there. A number, never names.';
comment on column invitation.persons is 'Null while the union has not said.';
create index invitation_meeting on invitation (meeting, unit);

alter table invitation enable row level security;
create policy writer on invitation to zhagen_writer using (true) with check (true);
-- What a union says of itself is for itself and those above it.
create policy reader on invitation for select to zhagen_reader using (
  nullif(current_setting('zh.who', true), '') = 'staff'
  and nullif(current_setting('zh.unit', true), '')::integer = any (path));
grant select, insert, update, delete on invitation to zhagen_writer;
grant select on invitation to zhagen_reader;

alter table meeting_decision add column clause integer;
comment on column meeting_decision.clause is 'Which clause of the directive it became, from 1; null for a task.';
