-- breaking: no
-- Files of workers (domain §4 rules 1, 9, 25). They arrive in pieces before the matter is told, so their bytes stand apart from
-- realm and subject, sealed from the first piece under a key of the file. Waiting, that key is wrapped by what the uploader
-- alone holds; given to a matter, it is sealed again under the subject's key, and no byte moves. Erasing that key is erasing.

create table upload (
  id uuid primary key,
  wrapped bytea not null,
  length bigint not null check (length > 0),
  received bigint not null default 0 check (received <= length),
  state text collate "C" not null default 'open' check (state in ('open', 'ready', 'refused')),
  refusal text collate "C",
  type text collate "C",
  view_type text collate "C",
  commitment bytea,
  expires_at timestamptz not null
);
comment on table upload is 'Files that wait for their matter: no address, no name, nothing of who sends. Gone with expires_at. The one kind of key without a realm: where the matter belongs is not known yet.';
comment on column upload.wrapped is 'The key of the file, wrapped by a key made of the uploader''s secret and one outside the database: neither opens it alone.';
comment on column upload.commitment is 'HMAC-SHA-256 of the bytes as they came, under a key made of the file''s own: it can be compared only while the file can be opened.';
create index upload_over on upload (expires_at);

create table file_part (
  file uuid not null,
  version text collate "C" not null check (version in ('original', 'view')),
  at bigint not null,
  sealed bytea not null,
  primary key (file, version, at)
);
comment on table file_part is 'Bytes of files, AES-256-GCM under the key of the file; file, version and place are authenticated with them.';
comment on column file_part.version is 'original: as it came, sealed and not shown. view: drawn anew without what cameras write beside the picture.';
comment on column file_part.at is 'Place of the first byte.';

create table file (
  realm integer not null,
  id uuid not null,
  subject uuid not null,
  part text collate "C" not null check (part in ('identity', 'text')),
  type text collate "C" not null,
  view_type text collate "C",
  sealed bytea not null,
  commitment bytea not null,
  primary key (realm, id)
);
comment on table file is 'Files of a matter with their keys, sealed under the key of subject and part: a voice is identity. They are erased with that part.';
comment on column file.view_type is 'Type of what is looked at; null where the original is.';
create index file_subject on file (realm, subject);
-- A file belongs to one matter only, whatever its realm.
create index file_once on file (id);

grant select, insert, update, delete on upload to zhagen_writer;
grant select, insert, delete on file_part, file to zhagen_writer;
