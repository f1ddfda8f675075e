-- breaking: no
-- What a batch reads before it decides was seven statements, all of them under the realm's lock: each bound, planned and
-- answered for itself while every other batch of the realm waits. One function asks the same things in the same order.
-- It is volatile on purpose: each statement in it sees what was committed when it starts, so everything after the lock
-- is read under the lock.

create or replace function open_batch(
  p_realm integer, p_commands uuid[], p_streams uuid[], p_subjects uuid[], p_day date, p_regions text[], p_counts integer[],
  out head json, out directory bigint, out stored json, out numbers json, out streams json, out events json, out keys json)
language plpgsql volatile as $$
begin
  perform from realm_head h where h.realm = p_realm for update;
  if not found then
    insert into realm_head (realm) values (p_realm) on conflict do nothing;
    perform from realm_head h where h.realm = p_realm for update;
  end if;
  select to_json(h) into head from realm_head h where h.realm = p_realm;

  select json_agg(c) into stored from (
    select c.id, c.body_mac, c.outcome from command c where c.realm = p_realm and c.id = any(p_commands)) c;
  select v.n into directory from directory_version v;

  if cardinality(p_regions) > 0 then
    with taken as (
      insert into number_counter as c (realm, region, day, last)
      select p_realm, t.region, p_day, t.count from unnest(p_regions, p_counts) as t (region, count) order by t.region
      on conflict (realm, region, day) do update set last = c.last + excluded.last returning c.region, c.last)
    select json_agg(taken) into numbers from taken;
  end if;

  if cardinality(p_streams) > 0 then
    select json_agg(s) into streams from (
      select s.stream, s.noun, s.version, s.head from stream s
      where s.realm = p_realm and s.stream = any(p_streams) order by s.stream for update) s;
    -- Streams without a head have no events: most of a rush is new.
    if streams is not null then
      select json_agg(e) into events from (
        select e.realm, e.position, e.stream, e.version, e.noun, e.kind, e.body, e.actor, e.rules, e.at
        from event e where e.realm = p_realm and e.stream = any(p_streams) order by e.stream, e.version) e;
    end if;
  end if;

  if cardinality(p_subjects) > 0 then
    select json_agg(k) into keys from (
      select k.subject, k.part, k.realm_key, k.wrapped from subject_key k
      where k.realm = p_realm and k.subject = any(p_subjects)) k;
  end if;
end $$;
comment on function open_batch is 'Locks a realm and its streams and reads what a batch decides by: head, stored outcomes, numbers, events, keys.';

-- demand and work are written by nearly every batch. Rows of streams that had some before go first.
create or replace function put_demands(p_realms integer[], p_gone uuid[], p_demand json, p_work json) returns void
language plpgsql as $$
begin
  if cardinality(p_gone) > 0 then
    delete from demand where realm = any(p_realms) and id = any(p_gone);
    delete from work where realm = any(p_realms) and demand = any(p_gone);
  end if;
  insert into demand select * from json_populate_recordset(null::demand, p_demand);
  insert into work select * from json_populate_recordset(null::work, p_work);
end $$;
comment on function put_demands is 'Rows of the projections demand and work of one batch; earlier rows of the streams named are replaced.';

revoke execute on function open_batch, put_demands from public;
grant execute on function open_batch, put_demands to zhagen_writer;
