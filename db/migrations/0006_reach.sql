-- breaking: no
-- The second wall for reads. Every table the reading role can see shows nothing without a scope, and a connection that
-- was used before has none: SET LOCAL leaves '' behind on a pooled session, so every policy reads nullif(…, '').
-- Policies compare integers and uuids by equality only: other operators are not leakproof and would lose the indexes.
--   zh.who       'public' | 'staff' | 'claimant'       set in every reading transaction
--   zh.unit      unit of the post acted in
--   zh.reach     'subtree' | 'own' | unset: may list no demand at all
--   zh.demand    the one demand whose page is open (set only after its row was seen under these policies)
--   zh.access    the access stream of that demand
--   zh.claimant  the demand whose receipt was shown

alter table installation enable row level security;
alter table region_edition enable row level security;
alter table region enable row level security;
alter table unit enable row level security;
alter table section enable row level security;
alter table employer enable row level security;
alter table directory_version enable row level security;
alter table account enable row level security;
alter table post enable row level security;
alter table demand enable row level security;
alter table work enable row level security;
alter table event enable row level security;

create policy reader on installation for select to zhagen_reader using (nullif(current_setting('zh.who', true), '') is not null);
create policy reader on region_edition for select to zhagen_reader using (nullif(current_setting('zh.who', true), '') is not null);
create policy reader on region for select to zhagen_reader using (nullif(current_setting('zh.who', true), '') is not null);
create policy reader on unit for select to zhagen_reader using (nullif(current_setting('zh.who', true), '') is not null);
create policy reader on section for select to zhagen_reader using (nullif(current_setting('zh.who', true), '') is not null);
create policy reader on employer for select to zhagen_reader using (nullif(current_setting('zh.who', true), '') is not null);
create policy reader on directory_version for select to zhagen_reader using (nullif(current_setting('zh.who', true), '') is not null);
create policy reader on account for select to zhagen_reader using (nullif(current_setting('zh.who', true), '') in ('staff', 'claimant'));
create policy reader on post for select to zhagen_reader using (nullif(current_setting('zh.who', true), '') in ('staff', 'claimant'));

create policy reader on work for select to zhagen_reader using (
  ancestor_unit = nullif(current_setting('zh.unit', true), '')::integer
  and (nullif(current_setting('zh.reach', true), '') = 'subtree'
    or (nullif(current_setting('zh.reach', true), '') = 'own' and own <> 0))
  and not (ancestor_unit = any (blocked_units))
);

create policy reader on demand for select to zhagen_reader using (
  id = nullif(current_setting('zh.claimant', true), '')::uuid
  or (nullif(current_setting('zh.unit', true), '')::integer = any (reach_units)
    and not (nullif(current_setting('zh.unit', true), '')::integer = any (blocked_units))
    and (nullif(current_setting('zh.reach', true), '') = 'subtree'
      or (nullif(current_setting('zh.reach', true), '') = 'own'
        and nullif(current_setting('zh.unit', true), '')::integer = any (holder_units))))
);

-- A demand's page and the worker's follow page read the ledger itself: the events of the demand, and those of its access
-- stream, which tell who opened what. There is no second copy that could say something else.
create policy reader on event for select to zhagen_reader using (
  stream = nullif(current_setting('zh.claimant', true), '')::uuid
  or stream = nullif(current_setting('zh.demand', true), '')::uuid
  or stream = nullif(current_setting('zh.access', true), '')::uuid
);
grant select (realm, stream, version, kind, body, actor, at) on event to zhagen_reader;

-- The writing role serves batches with several actors; its wall is the reach check carried in the batch.
create policy writer on installation for select to zhagen_writer using (true);
create policy writer on region_edition for select to zhagen_writer using (true);
create policy writer on region for select to zhagen_writer using (true);
create policy writer on unit for select to zhagen_writer using (true);
create policy writer on section for select to zhagen_writer using (true);
create policy writer on employer for select to zhagen_writer using (true);
create policy writer on directory_version to zhagen_writer using (true) with check (true);
create policy writer on account to zhagen_writer using (true) with check (true);
create policy writer on post to zhagen_writer using (true) with check (true);
create policy writer on demand to zhagen_writer using (true) with check (true);
create policy writer on work to zhagen_writer using (true) with check (true);
create policy writer on event for select to zhagen_writer using (true);
create policy writer_appends on event for insert to zhagen_writer with check (true);
