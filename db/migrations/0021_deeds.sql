-- breaking: no
-- Deeds that stand by themselves, for workers or for an enterprise: what was proposed, signed for, done, and what those it
-- was for say of it. A projection of the deed's stream. No word about a person is in it: texts and names are sealed.

create table deed (
  realm integer not null,
  id uuid not null,
  mark text collate "C" not null,
  unit integer not null,
  path integer[] not null,
  deed text collate "C" not null,
  for_whom text collate "C" not null,
  employer integer,
  demand uuid,
  status text collate "C" not null,
  beneficiaries integer not null,
  amount_fen bigint not null,
  fund text collate "C",
  own_fields jsonb not null,
  notice_from date,
  notice_to date,
  approvers integer not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  approvals jsonb not null,
  done_on date,
  slips_workers integer not null,
  slips_enterprise integer not null,
  said_yes integer not null,
  said_partly integer not null,
  said_no integer not null,
  enterprise_word text collate "C",
  primary key (realm, id),
  unique (realm, mark)
);
comment on table deed is 'Deeds 实事 that stand by themselves; what is done within a demand stands in the demand.';
comment on column deed.mark is 'By which the number of a slip finds the deed.';
comment on column deed.path is 'The unit and all above it, as they were when it was proposed: who may read the row.';
comment on column deed.own_fields is 'Values of the own fields of its kind: codes, counts, amounts, days.';
comment on column deed.proposed_by is 'Account of whoever proposed it.';
comment on column deed.approvals is 'Who signed for its money, in order: account, unit, instant.';
comment on column deed.slips_workers is 'Slips made for beneficiaries; said_yes, said_partly, said_no: their words. Silence is none of them.';
create index deed_list on deed (unit, id desc);
create index deed_waiting on deed (id desc) where status = 'proposed';
create index deed_done on deed (done_on) where done_on is not null;

alter table deed enable row level security;
create policy writer on deed to zhagen_writer using (true) with check (true);
create policy reader on deed for select to zhagen_reader using (
  id = nullif(current_setting('zh.claimant', true), '')::uuid
  or (nullif(current_setting('zh.who', true), '') = 'staff'
    and nullif(current_setting('zh.unit', true), '')::integer = any (path)));
grant select, insert, update, delete on deed to zhagen_writer;
grant select on deed to zhagen_reader;
