-- breaking: no
-- Forms that a union wants to send down, asked for inside the product: who wants which form and why, which union of province
-- level or above is asked, and what it answered. Until now it was told the wanting union to ask, and nobody saw the asking.

create table form_wanted (
  realm integer not null,
  directive uuid not null,
  entry integer not null,
  unit integer not null,
  path integer[] not null,
  title text not null,
  why text not null,
  approver integer not null,
  asked_on date not null,
  state text collate "C" not null check (state in ('asked', 'approved', 'refused')),
  reason text,
  answered_by integer,
  answered_on date,
  in_force boolean not null,
  primary key (realm, directive, entry)
);
comment on table form_wanted is 'A form that a union asked to send down under a directive, and the answer. Asked for again after a refusal it is a row more.';
comment on column form_wanted.path is 'The union that wants it and those above it, itself first.';
comment on column form_wanted.approver is 'The nearest union of province level or above with somebody who can answer, when it was asked.';
comment on column form_wanted.in_force is 'Whether the directive is: an asking under one that is over waits for nobody.';
create index form_wanted_approver on form_wanted (approver, asked_on, directive, entry) where state = 'asked' and in_force;

alter table form_wanted enable row level security;
create policy writer on form_wanted to zhagen_writer using (true) with check (true);
-- For the union itself and those above it, among them the one that is asked.
create policy reader on form_wanted for select to zhagen_reader using (
  nullif(current_setting('zh.who', true), '') = 'staff'
  and nullif(current_setting('zh.unit', true), '')::integer = any (path));
grant select, insert, update, delete on form_wanted to zhagen_writer;
grant select on form_wanted to zhagen_reader;
