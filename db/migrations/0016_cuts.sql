-- breaking: yes
-- A matter can belong to several groups of workers at once, so what it is cut by is a list. The figures are counted anew
-- from the ledger: they are nothing but its sums.

delete from tally;
delete from figure;
update follower set position = 0 where name = 'figures';
alter table tally drop column topic_group;
alter table tally add column cuts text[] not null;
comment on column tally.cuts is 'What it can be cut by, sorted: topic:A, group:migrant. The sums hold one row each beside the whole.';
comment on column figure.cut is 'Empty for the whole; topic:A for a group of topics, and so on.';
