-- breaking: no
-- The news room (domain §7): series and articles, the consent a story stands on, and the copy the public reads. The words of
-- an article are sealed in the vault; `published` holds what is public now, and nothing of what was taken off.

alter table demand add column consents text[] not null default '{}';
comment on column demand.consents is 'Purposes the worker agreed to, in force: which of the two verbs of consent the follow page offers.';

create table consent (
  realm integer not null,
  demand uuid not null,
  purpose text collate "C" not null,
  number text collate "C" not null,
  pseudonym text not null,
  topic text collate "C",
  version integer not null,
  name boolean not null,
  picture boolean not null,
  assisted boolean not null,
  given_at timestamptz not null,
  reach_units integer[] not null,
  blocked_units integer[] not null,
  primary key (realm, demand, purpose)
);
comment on table consent is 'Consents in force, one purpose each. What was taken back is no row here.';
comment on column consent.assisted is 'Given with a code that staff could have seen.';
comment on column consent.reach_units is 'Unions that may read of it: those that handled the demand and all above; none where one section alone may see it.';

create table series (
  realm integer not null,
  id uuid not null,
  unit integer not null,
  path integer[] not null,
  title text not null,
  topic text collate "C",
  primary key (realm, id)
);
comment on table series is 'Series of articles; titles are printed and stand plain.';
create index series_unit on series (unit);

create table article (
  realm integer not null,
  id uuid not null,
  unit integer not null,
  path integer[] not null,
  series uuid,
  part integer,
  author text not null,
  source text not null,
  topics text[] not null,
  tells text collate "C" not null,
  demand uuid,
  status text collate "C" not null,
  stage text collate "C" not null,
  revision integer not null,
  writers text[] not null,
  public_version integer,
  public_demand uuid,
  released_at timestamptz,
  changed_at timestamptz not null,
  primary key (realm, id)
);
comment on table article is 'Articles as the paper that writes them sees them, without a word of the text.';
comment on column article.writers is 'Accounts that wrote the text that waits: they do not release it.';
comment on column article.public_demand is 'Demand under whose receipt the worker agreed to what is public; null where it tells of nobody.';
create index article_unit on article (unit, changed_at desc, id desc);
create index article_story on article (public_demand) where public_demand is not null;

create table published (
  realm integer not null,
  id uuid not null,
  unit integer not null,
  series uuid,
  part integer,
  title text not null,
  title_tells boolean not null,
  author text not null,
  source text not null,
  topics text[] not null,
  demand uuid,
  held boolean not null,
  blocks jsonb not null,
  words text not null,
  version integer not null,
  state text collate "C" not null,
  note text collate "C",
  note_text text,
  reason text collate "C",
  released_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (realm, id)
);
comment on table published is 'What the public reads: a plain copy of the released text, written and taken away by the follower published-news.';
comment on column published.held is 'The consent it stands on is in force. Set false in the transaction that takes the consent back: from then on nothing marked as the person''s is read from here, even if no follower runs.';
comment on column published.words is 'Title and text in one, for the search.';
comment on column published.state is 'released, or withdrawn: then without title, text and figures.';
create index published_latest on published (released_at desc, id desc) where state = 'released';
create index published_series on published (series, part) where series is not null;
create index published_demand on published (demand) where demand is not null;

alter table consent enable row level security;
alter table series enable row level security;
alter table article enable row level security;
alter table published enable row level security;
create policy reader on consent for select to zhagen_reader using (
  nullif(current_setting('zh.who', true), '') = 'staff'
  and nullif(current_setting('zh.unit', true), '')::integer = any (reach_units)
  and not (nullif(current_setting('zh.unit', true), '')::integer = any (blocked_units)));
create policy reader on series for select to zhagen_reader using (nullif(current_setting('zh.who', true), '') is not null);
create policy reader on article for select to zhagen_reader using (
  nullif(current_setting('zh.who', true), '') = 'staff'
  and nullif(current_setting('zh.unit', true), '')::integer = any (path));
create policy reader on published for select to zhagen_reader using (nullif(current_setting('zh.who', true), '') is not null);
create policy writer on consent to zhagen_writer using (true) with check (true);
create policy writer on series to zhagen_writer using (true) with check (true);
create policy writer on article to zhagen_writer using (true) with check (true);
create policy writer on published to zhagen_writer using (true) with check (true);
grant select, insert, update, delete on consent, series, article, published to zhagen_writer;
grant select on consent, series, article, published to zhagen_reader;
