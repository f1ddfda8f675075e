-- breaking: no
-- A clause on receipts counts those of its own directive. What briefs count as is cut by their directive from now on, so the
-- figures are counted anew from the ledger. Forms that were approved and not sent down yet stand on the page beside those
-- that were: the union that asked must learn that it may. And meetings are found by the campaign they were called under.

update directive d set forms = (
  select coalesce(jsonb_agg(form || '{"attached": true}'), '[]') from jsonb_array_elements(d.forms) form)
  where forms <> '[]';
comment on column directive.forms is 'Forms that a province or the nation approved: unit, title, legalBasis, and whether it was sent down (attached).';

create index meeting_campaign on meeting (campaign) where campaign is not null;

delete from tally;
delete from figure;
delete from figure_year;
delete from move;
update follower set position = 0 where name = 'figures';
