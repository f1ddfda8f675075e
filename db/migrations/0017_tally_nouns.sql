-- breaking: no
-- Other nouns than demands count too: the list under a figure says what stands in it.

alter table tally add column noun text collate "C" not null default 'demand';
alter table tally alter column noun drop default;
comment on column tally.noun is 'Noun of the stream.';
