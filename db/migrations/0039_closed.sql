-- breaking: no
-- Lists of what is closed read one row per closed demand and ancestor of its holders, as those of what is open read `work`.
-- They read `demand` until now: `$1 = any (reach_units)` can use no index under a policy, so that the page of any union, and the
-- length of that list which stands in every rail, read every demand there ever was.

create table closed (
  realm integer not null,
  ancestor_unit integer not null,
  demand uuid not null,
  closed_at timestamptz not null,
  own boolean not null,
  blocked_units integer[] not null,
  restricted text collate "C",
  blocked_posts integer[] not null,
  primary key (realm, ancestor_unit, demand)
);
comment on table closed is 'One row per closed demand and ancestor of each union that ever held it; none while it is open.';
comment on column closed.own is 'Whether the union itself held it, not only one below it.';
create index closed_latest on closed (ancestor_unit, closed_at desc, realm desc, demand desc);

alter table closed enable row level security;
create policy writer on closed to zhagen_writer using (true) with check (true);
-- Whoever sees the demand sees its row here, and nobody else: the conditions are those of `demand`.
create policy reader on closed for select to zhagen_reader using (
  ancestor_unit = nullif(current_setting('zh.unit', true), '')::integer
  and (nullif(current_setting('zh.reach', true), '') = 'subtree'
    or (nullif(current_setting('zh.reach', true), '') = 'own' and own))
  and not (ancestor_unit = any (blocked_units))
  and not (nullif(current_setting('zh.post', true), '')::integer = any (blocked_posts))
  and (restricted is null or restricted = nullif(current_setting('zh.section', true), '')));
grant select, insert, update, delete on closed to zhagen_writer;
grant select on closed to zhagen_reader;

insert into closed (realm, ancestor_unit, demand, closed_at, own, blocked_units, restricted, blocked_posts)
select d.realm, up.unit, d.id, d.closed_at, up.unit = any (d.holder_units), d.blocked_units, d.restricted, d.blocked_posts
from demand d cross join unnest(d.reach_units) as up (unit) where d.closed_at is not null;

-- All posts of an account, ended ones as well, are asked for where their own hours and classes are.
drop index post_account;
create index post_account on post (account);
