-- breaking: no
-- Wrong passwords were counted in the account itself, so a login that exists locked and one that does not never did:
-- whoever asked could tell them apart. Both are now counted under a keyed hash of the login, in guess. And an account
-- made for a demonstration must be known as one, because it may sign in on the machine itself only.

alter table account drop column fails;
alter table account drop column locked_until;
alter table account add column demo boolean not null default false;
comment on column account.demo is 'Made with the demonstration: its password is no secret, so it refuses any but loopback addresses.';
comment on table guess is 'Growing delay against guessing: keyed hash of a number, a login or a place of origin, gone within 24 hours. No address.';
create index guess_expires on guess (expires_at);
create index session_expires on session (expires_at);
