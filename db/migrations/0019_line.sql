-- breaking: no
-- The main line: campaigns with their origin chain and leading groups, directives in clauses, and the brief each unit has of a
-- directive. All are projections of streams; `cascade` alone is not: it is how far a directive has been carried downward.

create table campaign (
  realm integer not null,
  id uuid not null,
  unit integer not null,
  path integer[] not null,
  title text not null,
  purpose text not null,
  basis text not null,
  from_on date not null,
  to_on date,
  stages jsonb not null,
  primary key (realm, id)
);
comment on table campaign is 'A campaign 主线 of a unit: what it is for, what it rests on, its time.';
comment on column campaign.path is 'The unit and all above it, itself first.';
create index campaign_unit on campaign (unit);

create table origin (
  realm integer not null,
  campaign uuid not null,
  entry integer not null,
  path integer[] not null,
  origin text collate "C" not null check (origin in ('proposal', 'instruction', 'note')),
  happened_on date not null,
  led_to text,
  directive uuid,
  demand uuid,
  who uuid not null,
  words uuid not null,
  primary key (realm, campaign, entry)
);
comment on table origin is 'Links of an origin chain. Who said it and the words are sealed under the campaign.';
comment on column origin.demand is 'A note on one worker''s matter: shown with the matter, to those who see it.';
create index origin_demand on origin (demand) where demand is not null;

create table leading_group (
  realm integer not null,
  id uuid not null,
  campaign uuid not null,
  unit integer not null,
  path integer[] not null,
  titles text[] not null,
  names uuid[] not null,
  section text collate "C",
  primary key (realm, id)
);
comment on table leading_group is 'The leading group 领导小组 a unit has for a campaign: posts held in plain words, names sealed.';
create index leading_group_campaign on leading_group (campaign, unit);

create table directive (
  realm integer not null,
  id uuid not null,
  unit integer not null,
  path integer[] not null,
  campaign uuid not null,
  number text collate "C" not null,
  title text not null,
  clauses jsonb not null,
  state text collate "C" not null check (state in ('draft', 'issued', 'superseded', 'withdrawn')),
  to_unit integer,
  issued_on date,
  successor uuid,
  reason text,
  forms jsonb not null,
  primary key (realm, id)
);
comment on table directive is 'A directive 意见 in clauses. Each clause names a measure; a column for a typed figure does not exist.';
comment on column directive.to_unit is 'It and all below receive.';
create index directive_campaign on directive (campaign);
create index directive_number on directive (unit, number);
create index directive_in_force on directive (realm, id) where state = 'issued';

create table brief (
  realm integer not null,
  id uuid not null,
  directive uuid not null,
  unit integer not null,
  path integer[] not null,
  delivered_at timestamptz not null,
  received_at timestamptz,
  planned_at timestamptz,
  plan uuid,
  parts jsonb not null,
  primary key (realm, id)
);
comment on table brief is 'A directive as one unit has it. When it was put before the unit, the receipt, the plan; whether anyone reads is not kept.';
create index brief_unit on brief (directive, unit);

create table cascade (
  realm integer not null,
  directive uuid not null,
  after_unit integer not null,
  delivered integer not null,
  receivers integer not null,
  directory bigint not null,
  done_at timestamptz,
  primary key (realm, directive)
);
comment on table cascade is 'How far a directive was carried: units in order of number up to after_unit have it. What a kill cuts off goes on from there.';
comment on column cascade.directory is 'Version of the directory the walk went by; a newer one lets it look for units that were founded since.';

alter table campaign enable row level security;
alter table origin enable row level security;
alter table leading_group enable row level security;
alter table directive enable row level security;
alter table brief enable row level security;
alter table cascade enable row level security;
create policy writer on campaign to zhagen_writer using (true) with check (true);
create policy writer on origin to zhagen_writer using (true) with check (true);
create policy writer on leading_group to zhagen_writer using (true) with check (true);
create policy writer on directive to zhagen_writer using (true) with check (true);
create policy writer on brief to zhagen_writer using (true) with check (true);
create policy writer on cascade to zhagen_writer using (true) with check (true);
-- What was issued is read by every post, and what the topmost union issued by everybody; a draft by its own unit. Whether it
-- concerns the asker's unit, the table of grants says.
create policy reader on campaign for select to zhagen_reader using (
  nullif(current_setting('zh.who', true), '') = 'staff'
  or (nullif(current_setting('zh.who', true), '') = 'public' and cardinality(path) = 1));
create policy reader on origin for select to zhagen_reader using (nullif(current_setting('zh.who', true), '') = 'staff');
create policy reader on leading_group for select to zhagen_reader using (nullif(current_setting('zh.who', true), '') = 'staff');
create policy reader on directive for select to zhagen_reader using (
  (nullif(current_setting('zh.who', true), '') = 'staff'
    and (state <> 'draft' or unit = nullif(current_setting('zh.unit', true), '')::integer))
  or (nullif(current_setting('zh.who', true), '') = 'public' and state = 'issued' and cardinality(path) = 1));
-- Receipts are for the unit itself and those above it.
create policy reader on brief for select to zhagen_reader using (
  nullif(current_setting('zh.who', true), '') = 'staff'
  and nullif(current_setting('zh.unit', true), '')::integer = any (path));
create policy reader on cascade for select to zhagen_reader using (nullif(current_setting('zh.who', true), '') = 'staff');
grant select, insert, update, delete on campaign, origin, leading_group, directive, brief, cascade to zhagen_writer;
grant select on campaign, origin, leading_group, directive, brief, cascade to zhagen_reader;
