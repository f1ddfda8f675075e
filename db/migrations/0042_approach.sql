-- breaking: no
-- Before the union goes to the employer it asks the worker, with time, place and words (domain §4 rules 4 and 21). The
-- worker's word stands on the demand, because which verbs a page offers follows from the row.

alter table demand add column approach text not null default 'none';
comment on column demand.approach is 'The worker''s word on going to the employer: none, asked, yes, no.';
