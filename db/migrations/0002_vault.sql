-- breaking: no
-- Content apart from proof. Identity and text are sealed under keys of their subject; destroying a subject's key is
-- erasure, and the ledger, which holds commitments only, still verifies. The reading role has no right here at all:
-- content is opened by the pipeline, which writes the read record in the same transaction.

create table realm_key (
  realm integer not null,
  id integer not null,
  kek text collate "C" not null,
  wrapped bytea not null,
  created_at timestamptz not null,
  primary key (realm, id)
);
comment on table realm_key is 'Keys of a realm, wrapped by the key-encryption key of the key file: rotation rewraps hundreds, not millions.';
comment on column realm_key.kek is 'Id of the key-encryption key in the key file.';

create table subject_key (
  realm integer not null,
  subject uuid not null,
  part text collate "C" not null check (part in ('identity', 'text')),
  realm_key integer not null,
  wrapped bytea not null,
  primary key (realm, subject, part)
);
comment on table subject_key is 'One key per subject and part, wrapped by a realm key. Erasing deletes the row: what it sealed can never be read again.';

create table content (
  realm integer not null,
  id uuid not null,
  subject uuid not null,
  part text collate "C" not null check (part in ('identity', 'text')),
  kind text collate "C" not null,
  sealed bytea not null,
  commitment bytea not null,
  primary key (realm, id)
);
comment on table content is 'AES-256-GCM: nonce, tag, ciphertext of {salt, value}; realm, id and kind are authenticated with it.';
comment on column content.commitment is 'SHA-256 of 32 bytes of salt and the value: the same bytes stand in the event, so content and proof can be compared.';
create index content_subject on content (realm, subject);

create table receipt (
  realm integer not null,
  demand uuid not null,
  number text collate "C" not null,
  code_mac bytea not null,
  assisted boolean not null,
  check_word text collate "C" not null,
  primary key (realm, demand),
  unique (realm, number)
);
comment on table receipt is 'Number and retrieval code of a claimant. The code itself is stored nowhere.';
comment on column receipt.code_mac is 'HMAC of number and code under a key outside the database.';
comment on column receipt.assisted is 'True while staff could have seen the code: verdicts given with it count as assisted.';

create table guess (
  bucket bytea primary key,
  fails integer not null,
  wait_until timestamptz not null,
  expires_at timestamptz not null
);
comment on table guess is 'Growing delay against guessing: keyed hash of a number or of a place of origin, gone within 24 hours. No address.';

grant select, insert, update on realm_key to zhagen_writer;
grant select, insert, delete on subject_key, content to zhagen_writer;
grant select, insert, update on receipt to zhagen_writer;
grant select, insert, update, delete on guess to zhagen_writer;
