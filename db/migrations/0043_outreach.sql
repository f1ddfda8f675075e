-- breaking: no
-- Enterprises that were visited in a calendar year, each a stream of its own, so that the figures can count an enterprise once
-- however often and by however many unions it was visited.

create table outreach (
  realm integer not null,
  id uuid not null,
  employer integer not null,
  year integer not null,
  visit_realm integer not null,
  visit uuid not null,
  path integer[] not null,
  on_day date not null,
  primary key (realm, id)
);
comment on table outreach is 'Enterprises that were visited in a calendar year: what figures count.';
comment on column outreach.visit is 'The first visit of the year.';
comment on column outreach.path is 'The union of the territory the enterprise lies in, and all above it.';
comment on column outreach.on_day is 'The day of the first visit.';
create index outreach_employer on outreach (employer, year);
create index outreach_visit on outreach (visit_realm, visit);

alter table outreach enable row level security;
create policy writer on outreach to zhagen_writer using (true) with check (true);
-- What unions do themselves is for them and those above.
create policy reader on outreach for select to zhagen_reader using (
  nullif(current_setting('zh.who', true), '') = 'staff'
  and nullif(current_setting('zh.unit', true), '')::integer = any (path));
grant select, insert, update, delete on outreach to zhagen_writer;
grant select on outreach to zhagen_reader;
