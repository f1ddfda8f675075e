-- breaking: no
-- What changed a sum on which day, so that a figure can be told as it stood at the end of any day. The figures are counted
-- anew from the ledger: days that have gone by are in it, and nowhere else.

create table move (
  realm integer not null,
  unit integer not null,
  measure text collate "C" not null,
  month date not null,
  day date not null,
  n bigint not null,
  persons bigint not null,
  moved bigint not null,
  path integer[] not null,
  primary key (realm, unit, measure, month, day)
);
comment on table move is 'What changed the sum of a union (it and all below), measure and month on which local day of the event; their sum up to a day is the figure at its end.';
comment on column move.realm is 'Realm of what is counted, not of the union: realms never wait for one another here.';
comment on column move.moved is 'How many counts came or went, however they add up.';
comment on column move.path is 'The union and all above it: who may read the row.';
create index move_of_unit on move (unit, month, day);

alter table move enable row level security;
create policy writer on move to zhagen_writer using (true) with check (true);
create policy reader on move for select to zhagen_reader using (
  nullif(current_setting('zh.who', true), '') = 'staff'
  and nullif(current_setting('zh.unit', true), '')::integer = any (path));
grant select, insert, update, delete on move to zhagen_writer;
grant select on move to zhagen_reader;

delete from tally;
delete from figure;
update follower set position = 0 where name = 'figures';
