-- breaking: no
-- Tables that somebody above asked for: who asked, when, what it cost, and by which words their columns are known. The file itself
-- may name people and stands sealed in `content`.

create table sheet (
  realm integer not null,
  id uuid not null,
  unit integer not null,
  path integer[] not null,
  title text not null,
  asked_by text not null,
  asked_on date not null,
  due_on date,
  form text collate "C" not null check (form in ('xlsx', 'csv')),
  matched jsonb,
  filled_on date,
  minutes integer,
  file uuid not null,
  name uuid not null,
  primary key (realm, id)
);
comment on table sheet is 'A table 来表 a unit was asked for. A column for a typed figure does not exist.';
comment on column sheet.asked_by is 'The office that asked, in plain words.';
comment on column sheet.minutes is 'What it cost, as the people who answered said; null while nobody has.';
comment on column sheet.file is 'Sealed content: the file, base64.';
create index sheet_unit on sheet (unit, asked_on, id);

create table sheet_header (
  realm integer not null,
  sheet uuid not null,
  column_no integer not null,
  unit integer not null,
  header text not null,
  measure text collate "C" not null,
  primary key (realm, sheet, column_no)
);
comment on table sheet_header is 'Words of a column that somebody confirmed to ask for a measure; the unit and all below know it by them.';
create index sheet_header_unit on sheet_header (unit, header);

alter table sheet enable row level security;
alter table sheet_header enable row level security;
create policy writer on sheet to zhagen_writer using (true) with check (true);
create policy writer on sheet_header to zhagen_writer using (true) with check (true);
-- What was asked of whom is for the unit itself and those above it.
create policy reader on sheet for select to zhagen_reader using (
  nullif(current_setting('zh.who', true), '') = 'staff'
  and nullif(current_setting('zh.unit', true), '')::integer = any (path));
-- Words over columns that ask for a figure tell nothing; whose they are, the query says.
create policy reader on sheet_header for select to zhagen_reader using (nullif(current_setting('zh.who', true), '') = 'staff');
grant select, insert, update, delete on sheet, sheet_header to zhagen_writer;
grant select on sheet, sheet_header to zhagen_reader;
