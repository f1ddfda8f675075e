-- breaking: no
-- The other machines of a demand: objection and ruling, joint orders, requests one level up, promises, callback, watch,
-- merging, and the clock that acts on all of them. Columns beside what 0005 made; rows of earlier demands get their
-- values at their next event, or by `zhagen projections rebuild`.

alter table demand
  add column fixed text collate "C",
  add column triage_unit integer,
  add column ruler_unit integer,
  add column approver_unit integer,
  add column opinion_unit integer,
  add column callback_unit integer,
  add column callback_open boolean not null default false,
  add column callback_close_at timestamptz,
  add column protection_unit integer,
  add column joint_units integer[] not null default '{}',
  add column department_asked boolean not null default false,
  add column pending text collate "C",
  add column paused boolean not null default false,
  add column committed boolean not null default false,
  add column promised_on date,
  add column awaits_reply boolean not null default false,
  add column watch_asked boolean not null default false,
  add column master uuid,
  add column restricted text collate "C",
  add column blocked_posts integer[] not null default '{}',
  add column provisional boolean not null default false,
  add column clock_at timestamptz;
update demand set triage_unit = next_unit where next_what = 'triage';
comment on column demand.fixed is 'Why class and dues were fixed at the raising: danger to life or a group.';
comment on column demand.pending is 'What the lead has asked of one level up: pause, extend, lower or opinion.';
comment on column demand.master is 'The demand this claim is handled under. It may be of another realm.';
comment on column demand.restricted is 'The section that alone may see it: discipline for complaints about cadres, need-to-know leaves.';
comment on column demand.blocked_posts is 'Posts that stepped back from it: they see nothing of it.';
comment on column demand.provisional is 'Its due was counted through a year whose calendar has no official notice yet.';
comment on column demand.clock_at is 'When time itself must next do something about it. The clock runner takes them in this order.';
create index demand_clock on demand (clock_at, realm, id) where clock_at is not null;
create index demand_provisional on demand (realm, id) where provisional;
create index demand_master on demand (master) where master is not null;

alter table work
  add column restricted text collate "C",
  add column blocked_posts integer[] not null default '{}';
comment on column work.restricted is 'As in demand.';
comment on column work.blocked_posts is 'As in demand.';
comment on column work.duty is 'Bits of every holder at or below this unit: 1 triage, 2 lead, 4 joint, 8 callback, 16 copy, 32 sent on, 64 ruler, 128 approver, 256 protection, 512 supervisor.';

create table precedent (
  realm integer not null,
  demand uuid not null,
  at timestamptz not null,
  topic text collate "C" not null,
  region text collate "C" not null,
  reason text collate "C" not null,
  upheld boolean not null,
  from_unit integer not null,
  to_unit integer not null,
  reach_units integer[] not null,
  blocked_units integer[] not null,
  primary key (realm, demand)
);
comment on table precedent is 'Rulings on objections: which union leads which kind of matter. Final, and shown to who triages or objects next.';
create index precedent_topic on precedent (topic, at desc);
grant select, insert, update, delete on precedent to zhagen_writer;
grant select on precedent to zhagen_reader;
alter table precedent enable row level security;
create policy writer on precedent to zhagen_writer using (true) with check (true);
create policy reader on precedent for select to zhagen_reader using (
  nullif(current_setting('zh.unit', true), '')::integer = any (reach_units)
  and not (nullif(current_setting('zh.unit', true), '')::integer = any (blocked_units))
);

-- Two more settings: zh.post and zh.section of the post acted in. A post that stepped back sees nothing; a restricted
-- matter is seen by its section alone, whoever is its superior.
drop policy reader on work;
create policy reader on work for select to zhagen_reader using (
  ancestor_unit = nullif(current_setting('zh.unit', true), '')::integer
  and (nullif(current_setting('zh.reach', true), '') = 'subtree'
    or (nullif(current_setting('zh.reach', true), '') = 'own' and own <> 0))
  and not (ancestor_unit = any (blocked_units))
  and not (nullif(current_setting('zh.post', true), '')::integer = any (blocked_posts))
  and (restricted is null or restricted = nullif(current_setting('zh.section', true), ''))
);
drop policy reader on demand;
create policy reader on demand for select to zhagen_reader using (
  id = nullif(current_setting('zh.claimant', true), '')::uuid
  or (nullif(current_setting('zh.unit', true), '')::integer = any (reach_units)
    and not (nullif(current_setting('zh.unit', true), '')::integer = any (blocked_units))
    and not (nullif(current_setting('zh.post', true), '')::integer = any (blocked_posts))
    and (restricted is null or restricted = nullif(current_setting('zh.section', true), ''))
    and (nullif(current_setting('zh.reach', true), '') = 'subtree'
      or (nullif(current_setting('zh.reach', true), '') = 'own'
        and nullif(current_setting('zh.unit', true), '')::integer = any (holder_units))))
);
