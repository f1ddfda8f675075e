-- breaking: no
-- Comments of readers (domain §7): off as it ships, read by an editor before they are published, taken back by their writer.
-- Words and number of a writer are sealed in the vault; no table holds them.

create table comment (
  realm integer not null,
  id uuid not null,
  mark text collate "C" not null,
  article uuid not null,
  unit integer not null,
  path integer[] not null,
  status text collate "C" not null,
  reason text collate "C",
  written_at timestamptz not null,
  published_at timestamptz,
  primary key (realm, id)
);
comment on table comment is 'Comments on articles: where each stands, no word of it.';
comment on column comment.mark is 'The part of its number by which it is found within the realm.';
comment on column comment.reason is 'Why it is not published: a code of rules/news.yaml.';
create index comment_mark on comment (realm, mark);
create index comment_published on comment (article, published_at) where status = 'published';
create index comment_unit on comment (unit, written_at, id);

alter table published add column comments boolean not null default false;
comment on column published.comments is 'An editor opened it to comments; whether any are taken the rules say too.';

alter table comment enable row level security;
create policy reader on comment for select to zhagen_reader using (
  nullif(current_setting('zh.who', true), '') is not null
  and (status = 'published'
    or (nullif(current_setting('zh.who', true), '') = 'staff'
      and nullif(current_setting('zh.unit', true), '')::integer = any (path))));
create policy writer on comment to zhagen_writer using (true) with check (true);
grant select, insert, update, delete on comment to zhagen_writer;
grant select on comment to zhagen_reader;

-- Public notices of aid that run today are asked for by anybody.
create index deed_notice on deed (notice_to, id) where notice_to is not null;
