-- breaking: no
-- A leader's first screen tells years: of each province, each topic, one sum instead of twelve. The same counts as the months,
-- kept beside them in the same transaction. Who may read a row of either is asked once a query instead of once a row.

create table figure_year (
  realm integer not null,
  unit integer not null,
  measure text collate "C" not null,
  cut text collate "C" not null,
  year integer not null,
  n bigint not null,
  persons bigint not null,
  path integer[] not null,
  primary key (realm, unit, year, cut, measure)
);
comment on table figure_year is 'Sums of figure by calendar year.';
comment on column figure_year.realm is 'Realm of the union, not of what is counted.';
comment on column figure_year.cut is 'Empty for the whole; topic:A for a group of topics, and so on.';
comment on column figure_year.path is 'The union and all above it: who may read the row.';

insert into figure_year
  select realm, unit, measure, cut, extract(year from month)::integer, sum(n), sum(persons), max(path)
  from figure group by 1, 2, 3, 4, 5;

alter table figure_year enable row level security;
create policy writer on figure_year to zhagen_writer using (true) with check (true);
create policy reader on figure_year for select to zhagen_reader using (
  (select nullif(current_setting('zh.who', true), '') = 'staff')
  and (select nullif(current_setting('zh.unit', true), '')::integer) = any (path));
alter policy reader on figure using (
  (select nullif(current_setting('zh.who', true), '') = 'staff')
  and (select nullif(current_setting('zh.unit', true), '')::integer) = any (path));
grant select, insert, update, delete on figure_year to zhagen_writer;
grant select on figure_year to zhagen_reader;
create index unit_parent on unit (parent);
