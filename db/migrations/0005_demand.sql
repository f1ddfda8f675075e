-- breaking: no
-- What the screens read of demands. Projections, written in the same transaction as the events and rebuilt from them to
-- the byte. Lists read work: one row per open demand and ancestor of each holder, found by integer equality.

create table demand (
  realm integer not null,
  id uuid not null,
  number text collate "C" not null,
  pseudonym text collate "C" not null,
  region text collate "C" not null,
  channel text collate "C" not null,
  mode text collate "C" not null,
  nature text collate "C",
  topic text collate "C",
  urgency text collate "C" not null,
  difficulty text collate "C" not null,
  persons integer not null,
  employer integer,
  state text collate "C" not null,
  claimed text collate "C",
  confirmed text collate "C",
  outcome text collate "C",
  satisfied text collate "C",
  assisted boolean not null,
  seal_met text collate "C" not null,
  seal_understood text collate "C" not null,
  seal_delivered text collate "C" not null,
  order_state text collate "C",
  lead_unit integer,
  lead_section text collate "C",
  submitted_at timestamptz not null,
  contact_due_at timestamptz,
  due_at timestamptz,
  closed_at timestamptz,
  next_unit integer,
  next_section text collate "C",
  next_what text collate "C",
  next_at timestamptz,
  holder_units integer[] not null,
  reach_units integer[] not null,
  blocked_units integer[] not null,
  understandings integer not null,
  understood text collate "C" not null,
  reopened integer not null,
  erased text[] not null,
  version integer not null,
  rules text collate "C" not null,
  primary key (realm, id),
  unique (realm, number)
);
comment on table demand is 'The folded state of a demand, without a word of what was said.';
comment on column demand.claimed is 'What the union says of it. Beside confirmed: two facts, never one.';
comment on column demand.confirmed is 'What the worker says of it; null as long as they have not.';
comment on column demand.outcome is 'What a closed demand carries: the verdict, clear, unknown, or none where it was redirected or withdrawn.';
comment on column demand.holder_units is 'Units that hold it now or held it: triage, lead, joint, callback, copy.';
comment on column demand.reach_units is 'Every holder and its ancestors: who may see the demand, open or closed.';
comment on column demand.blocked_units is 'The employer''s own union and recused units: they see nothing, whatever else is true.';
comment on column demand.next_unit is 'With next_at: the one responsible unit and the one time every open demand has.';

create table work (
  realm integer not null,
  ancestor_unit integer not null,
  demand uuid not null,
  next_at timestamptz not null,
  next_what text collate "C" not null,
  duty smallint not null,
  own smallint not null,
  blocked_units integer[] not null,
  primary key (realm, ancestor_unit, demand)
);
comment on table work is 'One row per open demand and ancestor of each holder (lead, joint, callback, copy).';
comment on column work.duty is 'Bits of every holder at or below this unit: 1 triage, 2 lead, 4 joint, 8 callback, 16 copy.';
comment on column work.own is 'The same bits for this unit itself; 0 where it is only an ancestor.';
create index work_next on work (ancestor_unit, next_at, realm, demand);

create table follower (
  name text collate "C" not null,
  realm integer not null,
  position bigint not null,
  primary key (name, realm)
);
comment on table follower is 'How far each follower has read each realm''s feed.';

grant select, insert, update, delete on demand, work to zhagen_writer;
grant select, insert, update on follower to zhagen_writer;
grant select on demand, work to zhagen_reader;
