-- breaking: no
-- People of the union who sign in, and the posts they hold. A post is granted and ended by events in the ledger; the
-- post table is their projection. Passwords and sessions are no history and are not in the ledger.

create table account (
  id uuid primary key,
  realm integer not null,
  login text collate "C" not null unique,
  name text not null,
  password_hash text not null,
  must_change boolean not null default true,
  fails integer not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null
);
comment on table account is 'One person who signs in. Logins are lower case.';
comment on column account.password_hash is 'argon2id, PHC string.';
comment on column account.must_change is 'True after creation or reset: the first sign-in asks for a new password.';

create table post (
  id integer primary key,
  account uuid not null,
  unit integer not null,
  section text collate "C",
  role text collate "C" not null,
  full_time boolean not null,
  valid_from timestamptz not null,
  valid_to timestamptz
);
comment on table post is 'Projection of PostGranted and PostEnded. A person acts in one post at a time.';
create index post_account on post (account) where valid_to is null;
create index post_unit on post (unit, role) where valid_to is null;
create sequence post_id;

create table session (
  token_hash bytea primary key,
  account uuid not null references account,
  post integer,
  csrf text collate "C" not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table session is 'Signed-in browsers. Only the SHA-256 of the cookie is kept. No address, no device.';
create index session_account on session (account);

grant select, insert, update on account to zhagen_writer;
grant select, insert, update, delete on session, post to zhagen_writer;
grant usage on sequence post_id to zhagen_writer;
grant select (id, name) on account to zhagen_reader;
grant select on post to zhagen_reader;
