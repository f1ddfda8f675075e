-- breaking: no
-- A dispatched worker has two employers: the one where the work is done, and the agency 派遣机构 that hired them out. A
-- demand may name both; the own unions of both see nothing of it. An agency is a row of employer like any other, so nothing
-- is added to the directory: how the matters name it says what it is (adr/0033).

alter table demand add column agency integer;
comment on column demand.agency is 'Employer that hired the worker out: dispatch agency, outsourcing or platform company.';
comment on column demand.blocked_units is 'The own unions of employer and agency, and recused units: they see nothing, whatever else is true.';

alter table issue add column agency boolean not null default false;
comment on column issue.agency is 'The matters found there name the employer as the agency that hired the worker out.';
comment on column issue.blocked_units is 'The employer''s own union and all below it, and those the matters found there are hidden from: they never see it.';
