-- breaking: no
-- Who opened sealed words, of any noun, as the auditor lists it (domain §4 rule 8). The records stand in the companion streams of
-- what was opened; a list over all of them has nothing to go by there, so a follower keeps one row per record and union above the
-- post that opened. It can be lost and is made again from the feed.

create table opening (
  realm integer not null,
  ancestor_unit integer not null,
  stream uuid not null,
  version integer not null,
  at timestamptz not null,
  subject uuid not null,
  noun text collate "C" not null,
  part text collate "C" not null check (part in ('identity', 'text')),
  unit integer not null,
  post integer not null,
  purpose text collate "C",
  primary key (realm, ancestor_unit, stream, version)
);
comment on table opening is 'One row per read record and union of the path of the post that opened, itself first: lists of any level read one index.';
comment on column opening.stream is 'The companion stream the record stands in, with its version there.';
comment on column opening.subject is 'What was opened.';
comment on column opening.purpose is 'Told with the opening of a demand alone; anything else is opened by looking at its page.';
create index opening_list on opening (ancestor_unit, at desc, stream desc, version desc);

alter table opening enable row level security;
create policy writer on opening to zhagen_writer using (true) with check (true);
create policy reader on opening for select to zhagen_reader using (
  nullif(current_setting('zh.who', true), '') = 'staff'
  and ancestor_unit = nullif(current_setting('zh.unit', true), '')::integer);
grant select, insert, update, delete on opening to zhagen_writer;
grant select on opening to zhagen_reader;
