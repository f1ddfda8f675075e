-- breaking: no
-- After a visit a worker may keep whoever came as the one who stays with them. The cadre reads the matters of those workers
-- that are within reach as a list; no figure counts them, and nothing is ranked by them.

alter table demand add column kept_post integer;
comment on column demand.kept_post is 'Post the worker keeps after a visit; null where the worker keeps the union or nobody.';
create index demand_kept on demand (kept_post) where kept_post is not null;
