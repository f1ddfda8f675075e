-- breaking: no
-- A unit arranges who is on duty and whether it is a small office; a post goes on as another when it is handed over. Both
-- tables are projections of the office's stream, whose id follows from realm and unit.

create table office (
  realm integer not null,
  id uuid not null,
  unit integer not null,
  small boolean not null,
  primary key (realm, id),
  unique (realm, unit)
);
comment on table office is 'Units that arranged something of their own. A unit without a row is strict and has nobody on duty.';
comment on column office.small is 'Small-office mode: one person may combine duties that rules/small-office.yaml lets be combined.';

create table duty (
  realm integer not null,
  office uuid not null,
  unit integer not null,
  entry integer not null,
  post integer not null,
  first_post integer not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  primary key (realm, office, entry)
);
comment on table duty is 'The duty roster: which post of the unit is on duty from an instant until before another.';
comment on column duty.post is 'The post that was named; whoever holds the last post of its chain of hand-overs is on duty.';
comment on column duty.first_post is 'Post that chain began with.';
create index duty_unit on duty (unit, from_at);

alter table post add column first_post integer;
comment on column post.first_post is 'Post the chain of hand-overs began with; null where the post was not handed over.';
create index post_chain on post (coalesce(first_post, id)) where valid_to is null;

alter table office enable row level security;
alter table duty enable row level security;
-- Whether an office is small is shown on the record, to everyone; who is on duty, to those who see posts.
create policy reader on office for select to zhagen_reader using (nullif(current_setting('zh.who', true), '') is not null);
create policy reader on duty for select to zhagen_reader using (nullif(current_setting('zh.who', true), '') in ('staff', 'claimant'));
create policy writer on office to zhagen_writer using (true) with check (true);
create policy writer on duty to zhagen_writer using (true) with check (true);
grant select, insert, update, delete on office, duty to zhagen_writer;
grant select on office, duty to zhagen_reader;
