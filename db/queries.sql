-- What readers ask in the stories, and the indexes that find it under their policies. Generated and reviewed: after a change
-- npx vitest run --project pg test/story/stories -u, and read the difference.

-- (no name)
-- by account_pkey
select id, name from account where id = any ($1::uuid[]);

-- (no name)
-- by account_pkey
select name from account where id = $1;

-- (no name)
-- by account_pkey, duty_unit, post_chain
select d.entry, p.id as post, p.section, p.role, a.name as holder, d.from_at as "from", d.to_at as "to", d.from_at <= $2 as now from duty d left join post p on (case when p.first_post is null then p.id else p.first_post end) = d.first_post and p.valid_to is null left join account a on a.id = p.account where d.unit = $1 and d.to_at > $2 order by d.from_at, d.entry;

-- (no name)
-- by account_pkey, post_pkey
select p.id, a.name from post p join account a on a.id = p.account where p.id = any($1::int[]);

-- (no name)
-- by account_pkey, post_unit
select p.id as post, p.section, p.role, a.name as holder from post p join account a on a.id = p.account where p.unit = $1 and p.valid_to is null and p.role = any ($2::text[]) order by p.id;

-- (no name)
-- by account_pkey, post_unit, unit_pkey
-- reads unit whole: two indexes together, which is a bitmap and left out here
select p.id as post, p.role, a.name as holder, u.id as unit, u.name from unit u join post p on p.unit = u.id and p.valid_to is null and p.role = any ($3) join account a on a.id = p.account where u.valid_to is null and (u.id = $1 or u.parent = $1) and not u.id = any ($2) and ($4 or u.employer is null or exists (select from unit own where own.id = any ($5) and own.employer is not null)) order by u.id <> $1, u.id, p.id limit 200;

-- (no name)
-- by article_pkey
select path from article where realm = $1 and id = $2;

-- (no name)
-- by deed_list, unit_pkey
select u.name as unit, d.deed, d.done_on::text as done_on from deed d join unit u on u.id = d.unit where d.id = $1;

-- (no name)
-- by duty_unit, post_chain, unit_pkey
select distinct up.unit, (up.n - 1)::integer as climbed, p.id as post from unit u cross join unnest(u.ancestors) with ordinality as up (unit, n) join duty d on d.unit = up.unit and d.from_at <= $2 and d.to_at > $2 join post p on (case when p.first_post is null then p.id else p.first_post end) = d.first_post and p.valid_to is null where u.id = $1 order by climbed, post;

-- (no name)
-- by event_pkey
select body ->> 'useful' as useful from event where stream = $1 and kind = $2 and (body ->> 'slip')::integer = $3 order by version desc limit 1;

-- (no name)
-- by office_realm_unit_key, unit_children
select u.id, u.realm, u.name, u.ancestors as path, coalesce(o.small, false) as small from unit u left join office o on o.realm = u.realm and o.unit = u.id where u.id = $1 and u.valid_to is null;

-- (no name)
-- by post_account
select id from post where account = $1;

-- (no name)
-- by post_account_now, unit_pkey
select o.id as post, u.ancestors as path, u.level, o.full_time as "fullTime" from post o join unit u on u.id = o.unit where o.account = $1 and o.valid_to is null order by o.id;

-- (no name)
-- by post_unit, section_pkey
select s.section, count(p.id)::integer as posts from section s left join post p on p.unit = s.unit and p.valid_to is null and p.role = any ($2::text[]) and (p.section is null or p.section = s.section) where s.unit = $1 group by s.section order by s.section;

-- (no name)
-- by published_pkey, series_pkey, unit_pkey
select p.realm, p.id, case when p.held or not p.title_tells then p.title else '' end as title, p.series, s.title as series_title, p.part, p.author, p.topics, p.unit, u.name as unit_name, p.released_at, p.source, p.demand, p.held, p.comments, p.blocks, p.version, p.state, p.note, p.note_text, p.reason, p.changed_at from published p join unit u on u.id = p.unit left join series s on s.id = p.series where p.realm = $1 and p.id = $2;

-- (no name)
-- by series_pkey
select id, title, topic from series where realm = $1 and id = $2;

-- (no name)
-- by series_pkey, unit_pkey
-- reads published whole: articles of a newsroom, thousands; newest first, by the page
select p.realm, p.id, case when p.held or not p.title_tells then p.title else '' end as title, p.series, s.title as series_title, p.part, p.author, p.topics, p.unit, u.name as unit_name, p.released_at from published p join unit u on u.id = p.unit left join series s on s.id = p.series where p.state = 'released' and ($1::uuid is null or p.series = $1) and ($2::text is null or $2 = any (p.topics) or s.topic = $2) and ($3::text is null or (p.held and p.words like $3)) and ($4::timestamptz is null or (p.released_at, p.id) < ($4, $5::uuid)) order by p.part nulls last, p.released_at, p.id limit $6;

-- (no name)
-- by series_pkey, unit_pkey
-- reads published whole: articles of a newsroom, thousands; newest first, by the page
select p.realm, p.id, case when p.held or not p.title_tells then p.title else '' end as title, p.series, s.title as series_title, p.part, p.author, p.topics, p.unit, u.name as unit_name, p.released_at from published p join unit u on u.id = p.unit left join series s on s.id = p.series where p.state = 'released' and ($1::uuid is null or p.series = $1) and ($2::text is null or $2 = any (p.topics) or s.topic = $2) and ($3::text is null or (p.held and p.words like $3)) and ($4::timestamptz is null or (p.released_at, p.id) < ($4, $5::uuid)) order by p.released_at desc, p.id desc limit $6;

-- (no name)
-- by series_pkey, unit_pkey
-- reads published whole: articles of a newsroom, thousands; newest first, by the page
select p.realm, p.id, case when p.held or not p.title_tells then p.title else '' end as title, p.series, s.title as series_title, p.part, p.author, p.topics, p.unit, u.name as unit_name, p.released_at from published p join unit u on u.id = p.unit left join series s on s.id = p.series where p.state = 'released' and p.id <> $1 and (p.series = $2 or p.topics && $3) order by p.series is not distinct from $2 desc, case when p.series = $2 then p.part end nulls last, p.released_at desc, p.id desc limit $4;

-- (no name)
-- by series_pkey, unit_pkey
-- reads published whole: articles of a newsroom, thousands; newest first, by the page
select p.realm, p.id, case when p.held or not p.title_tells then p.title else '' end as title, p.series, s.title as series_title, p.part, p.author, p.topics, p.unit, u.name as unit_name, p.released_at from published p join unit u on u.id = p.unit left join series s on s.id = p.series where p.state = 'released' and p.id <> $1 and p.unit = $2 order by p.released_at desc, p.id desc limit $3;

-- (no name)
-- by unit_children
select id, name, level, realm, ancestors as path from unit where id = $1 and valid_to is null;

-- (no name)
-- by unit_parent, unit_pkey
with recursive walk (id, ancestors, valid_to, child) as ( select id, ancestors, valid_to, null::integer from unit where id = $1 union all select u.id, u.ancestors, u.valid_to, coalesce(w.child, u.id) from walk w cross join lateral (select id, ancestors, valid_to from unit where parent = w.id offset 0) u) select count(*)::integer as n from walk where valid_to is null;

-- (no name)
-- by unit_pkey
select ancestors from unit where id = $1;

-- (no name)
-- by unit_pkey
select id, name from unit where id = $1;

-- (no name)
-- by unit_pkey
select id, name from unit where id = any ($1);

-- (no name)
-- by unit_pkey
select id, name, level from unit where id = any ($1) order by level, name collate "C", id;

-- (no name)
-- by unit_pkey
select id, name, level from unit where id = any($1::int[]) order by id;

-- (no name)
-- by unit_pkey
select id, name, level from unit where id = any($1::int[]);

-- asked
-- reads sheet whole: tables somebody sent, counted over a subtree
select asked_by as "from", count(*)::int as tables, count(filled_on)::int as answered, count(distinct unit)::int as units, coalesce(sum(minutes), 0)::int as minutes, max(asked_on)::text as "lastOn", sum(count(*)) over ()::int as all_tables, coalesce(sum(sum(minutes)) over (), 0)::int as all_minutes from sheet where $1 = any (path) group by asked_by order by count(*) desc, asked_by limit $2;

-- asked-unit
-- by unit_pkey
select id, name from unit where id = $1 and nullif(current_setting('zh.unit', true), '')::integer = any (ancestors);

-- brief
-- by brief_unit
select id, delivered_at as "deliveredAt", received_at as "receivedAt", planned_at as "plannedAt", plan, parts from brief where directive = $1 and unit = $2;

-- by-number
-- by demand_realm_number_key, employer_pkey, unit_pkey
select d.realm, d.id, d.number, d.pseudonym, d.mode, d.topic, d.nature, d.urgency, d.difficulty, d.persons, d.employer, d.agency, d.region, d.state, d.order_state, d.claimed, d.confirmed, d.outcome, d.seal_met, d.seal_understood, d.seal_delivered, d.lead_unit, d.lead_section, d.next_unit, d.next_section, d.next_what, d.next_at, d.submitted_at, d.contact_due_at, d.due_at, d.holder_units, d.reach_units, d.blocked_units, d.understandings, d.understood, d.reopened, d.erased, d.version, d.fixed, d.triage_unit, d.ruler_unit, d.approver_unit, d.opinion_unit, d.callback_unit, d.callback_open, d.callback_close_at, d.protection_unit, d.exclusion_unit, d.exclusion_by, d.contestable, d.joint_units, d.department_asked, d.pending, d.paused, d.committed, d.promised_on, d.awaits_reply, d.watch_asked, d.master, d.restricted, d.blocked_posts, d.approach, d.consents, e.name as employer_name, ag.name as agency_name, lu.name as lead_name, lu.level as lead_level, nu.name as next_name, nu.level as next_level from demand d left join employer e on e.id = d.employer left join employer ag on ag.id = d.agency left join unit lu on lu.id = d.lead_unit left join unit nu on nu.id = d.next_unit where d.realm = $1 and d.number = $2;

-- campaign
-- by campaign_pkey, unit_pkey
select c.id, c.title, c.purpose, c.basis, c.from_on::text as "fromOn", c.to_on::text as "toOn", c.stages, c.path, json_build_object('id', u.id, 'name', u.name, 'level', u.level) as unit from campaign c join unit u on u.id = c.unit where c.realm = $1 and c.id = $2;

-- cascade
-- by cascade_pkey
select greatest(receivers, delivered) as units, delivered, done_at is not null as done from cascade where realm = $1 and directive = $2;

-- claims
-- by demand_master, employer_pkey, unit_pkey
select d.realm, d.id, d.number, d.pseudonym, d.mode, d.topic, d.nature, d.urgency, d.difficulty, d.persons, d.employer, d.agency, d.region, d.state, d.order_state, d.claimed, d.confirmed, d.outcome, d.seal_met, d.seal_understood, d.seal_delivered, d.lead_unit, d.lead_section, d.next_unit, d.next_section, d.next_what, d.next_at, d.submitted_at, d.contact_due_at, d.due_at, d.holder_units, d.reach_units, d.blocked_units, d.understandings, d.understood, d.reopened, d.erased, d.version, d.fixed, d.triage_unit, d.ruler_unit, d.approver_unit, d.opinion_unit, d.callback_unit, d.callback_open, d.callback_close_at, d.protection_unit, d.exclusion_unit, d.exclusion_by, d.contestable, d.joint_units, d.department_asked, d.pending, d.paused, d.committed, d.promised_on, d.awaits_reply, d.watch_asked, d.master, d.restricted, d.blocked_posts, d.approach, d.consents, e.name as employer_name, ag.name as agency_name, lu.name as lead_name, lu.level as lead_level, nu.name as next_name, nu.level as next_level from demand d left join employer e on e.id = d.employer left join employer ag on ag.id = d.agency left join unit lu on lu.id = d.lead_unit left join unit nu on nu.id = d.next_unit where d.master = $1 order by d.submitted_at, d.realm, d.id limit 200;

-- clusters
-- by demand_leaf, employer_pkey, issue_place, region_children
with heard as ( select d.id, d.topic, d.employer, d.agency, d.region, d.persons, d.submitted_at from unnest($2::text[]) as leaf (code) join demand d on d.topic = leaf.code where d.submitted_at >= $3 and d.restricted is null and $1 = any (d.reach_units)), placed as ( select h.topic, named.employer, named.hires, null::text as region, h.id, h.persons, h.submitted_at from heard h, lateral (values (h.employer, false), (h.agency, true)) as named (employer, hires) where named.employer is not null union all select topic, null, false, region, id, persons, submitted_at from heard where length(region) = 9 union all select topic, null, false, left(region, 6), id, persons, submitted_at from heard), found as ( select topic, employer, bool_or(hires) as agency, region, count(*)::int as n, sum(persons)::int as persons, min(submitted_at) as first_at, max(submitted_at) as last_at, row_number() over (partition by topic, array_agg(id order by id) order by case when employer is not null then bool_or(hires)::int else 12 - length(region) end, employer) as nth from placed group by topic, employer, region having count(*) >= $4) select f.topic, f.employer, f.agency, f.region, f.n, f.persons, f.first_at, f.last_at, p.key, e.name as employer_name, r.name as region_name, i.id as issue from found f cross join lateral (select f.topic || ' ' || coalesce('e' || f.employer, 'r' || f.region) as key) p left join employer e on e.id = f.employer left join region r on r.code = f.region and r.valid_to is null left join lateral (select i.id from issue i where i.closed_at is null and i.topic = f.topic and i.employer is not distinct from f.employer and i.region is not distinct from f.region and $1 = any (i.reach_units) order by i.opened_at limit 1) i on true where f.nth = 1 and (f.last_at, p.key collate "C") < ($5, $6) order by f.last_at desc, p.key collate "C" desc limit $7;

-- clusters-unit
-- by unit_children
select name, ancestors as path from unit where id = $1 and valid_to is null;

-- counted-demands
-- by demand_realm_number_key, employer_pkey, tally_list, unit_pkey
select d.realm, d.id, d.number, d.pseudonym, d.mode, d.topic, d.nature, d.urgency, d.difficulty, d.persons, d.employer, d.agency, d.region, d.state, d.order_state, d.claimed, d.confirmed, d.outcome, d.seal_met, d.seal_understood, d.seal_delivered, d.lead_unit, d.lead_section, d.next_unit, d.next_section, d.next_what, d.next_at, d.submitted_at, d.contact_due_at, d.due_at, d.holder_units, d.reach_units, d.blocked_units, d.understandings, d.understood, d.reopened, d.erased, d.version, d.fixed, d.triage_unit, d.ruler_unit, d.approver_unit, d.opinion_unit, d.callback_unit, d.callback_open, d.callback_close_at, d.protection_unit, d.exclusion_unit, d.exclusion_by, d.contestable, d.joint_units, d.department_asked, d.pending, d.paused, d.committed, d.promised_on, d.awaits_reply, d.watch_asked, d.master, d.restricted, d.blocked_posts, d.approach, d.consents, e.name as employer_name, ag.name as agency_name, lu.name as lead_name, lu.level as lead_level, nu.name as next_name, nu.level as next_level, t.counted_on from tally t join demand d on d.realm = t.realm and d.id = t.stream left join employer e on e.id = d.employer left join employer ag on ag.id = d.agency left join unit lu on lu.id = d.lead_unit left join unit nu on nu.id = d.next_unit where t.unit = any ($1) and t.measure = $2 and t.counted_on between $3 and $4 and ($5::text is null or $5 = any (t.cuts)) and (t.counted_on, t.realm, t.stream) < ($6, $7, $8) order by t.counted_on desc, t.realm desc, t.stream desc limit $9;

-- coverage
select child, full_time as "fullTime", level, roster, met from training_coverage($1, $2, $3, $4, $5, $6);

-- coverage-plan
-- by training_plan_pkey, unit_pkey
select p.id, p.title, to_char(p.from_on, 'YYYY-MM-DD') as "fromOn", to_char(p.to_on, 'YYYY-MM-DD') as "toOn", u.id as unit, u.name, u.level from training_plan p join unit u on u.id = $3 and p.unit = any (u.ancestors) where p.realm = $1 and p.id = $2 and nullif(current_setting('zh.unit', true), '')::integer = any (u.ancestors);

-- deed
-- by deed_list, employer_pkey, unit_pkey
select d.id, d.unit, u.name as unit_name, d.path, d.deed, d.for_whom, d.employer, e.name as employer_name, d.demand, d.status, d.beneficiaries, d.amount_fen::float8 as amount_fen, d.fund, d.own_fields, d.notice_from::text as notice_from, d.notice_to::text as notice_to, d.approvers, d.proposed_by, d.proposed_at, d.approvals, d.done_on::text as done_on, d.slips_workers, d.slips_enterprise, d.said_yes, d.said_partly, d.said_no, d.enterprise_word from deed d join unit u on u.id = d.unit left join employer e on e.id = d.employer where d.id = $1;

-- deed-money
-- by deed_done
select deed, fund, sum(amount_fen)::float8 as amount, sum(beneficiaries)::float8 as reached from deed where $1 = any (path) and status = 'done' and fund is not null and done_on between $2 and $3 group by deed, fund order by deed, fund;

-- deeds
-- by deed_list, employer_pkey, unit_pkey
select d.id, d.unit, u.name as unit_name, d.path, d.deed, d.for_whom, d.employer, e.name as employer_name, d.demand, d.status, d.beneficiaries, d.amount_fen::float8 as amount_fen, d.fund, d.own_fields, d.notice_from::text as notice_from, d.notice_to::text as notice_to, d.approvers, d.proposed_by, d.proposed_at, d.approvals, d.done_on::text as done_on, d.slips_workers, d.slips_enterprise, d.said_yes, d.said_partly, d.said_no, d.enterprise_word from deed d join unit u on u.id = d.unit left join employer e on e.id = d.employer where d.unit = any ($1) and ($2::uuid is null or d.id < $2) and (not $3 or d.status = 'proposed') order by d.id desc limit $4;

-- demand-counts
-- by closed_latest, demand_exclusion, work_next
select count(*) filter (where w.own & 463 <> 0 and w.next_at <= $2)::int as "today", count(*) filter (where w.own & 1 <> 0)::int as "triage", count(*) filter (where w.own & 2 <> 0)::int as "lead", count(*) filter (where w.own & 64 <> 0)::int as "rule", count(*) filter (where w.own & 128 <> 0)::int as "grant", count(*) filter (where w.own & 8 <> 0 and w.next_what <> 'promise')::int as "callback", count(*) filter (where w.own & 10 <> 0 and w.next_what = 'promise')::int as "promise", count(*) filter (where w.own & 4 <> 0)::int as "joint", count(*) filter (where w.own & 256 <> 0)::int as "protection", count(*) filter (where w.own & 512 <> 0)::int as "supervise", count(*) filter (where w.own & 16 <> 0)::int as "copy", count(*) filter (where true)::int as "unit", (select count(*)::int from (select from closed where ancestor_unit = $1 limit 1000) c) as closed, (select count(*)::int from (select from demand d where d.exclusion_unit = $1 limit 1000) c) as exclusion from (select own, next_at, next_what from work where ancestor_unit = $1 order by next_at limit 1000) w;

-- demand-page
-- by demand_realm_number_key, employer_pkey, unit_pkey
select d.realm, d.id, d.number, d.pseudonym, d.mode, d.topic, d.nature, d.urgency, d.difficulty, d.persons, d.employer, d.agency, d.region, d.state, d.order_state, d.claimed, d.confirmed, d.outcome, d.seal_met, d.seal_understood, d.seal_delivered, d.lead_unit, d.lead_section, d.next_unit, d.next_section, d.next_what, d.next_at, d.submitted_at, d.contact_due_at, d.due_at, d.holder_units, d.reach_units, d.blocked_units, d.understandings, d.understood, d.reopened, d.erased, d.version, d.fixed, d.triage_unit, d.ruler_unit, d.approver_unit, d.opinion_unit, d.callback_unit, d.callback_open, d.callback_close_at, d.protection_unit, d.exclusion_unit, d.exclusion_by, d.contestable, d.joint_units, d.department_asked, d.pending, d.paused, d.committed, d.promised_on, d.awaits_reply, d.watch_asked, d.master, d.restricted, d.blocked_posts, d.approach, d.consents, e.name as employer_name, ag.name as agency_name, lu.name as lead_name, lu.level as lead_level, nu.name as next_name, nu.level as next_level from demand d left join employer e on e.id = d.employer left join employer ag on ag.id = d.agency left join unit lu on lu.id = d.lead_unit left join unit nu on nu.id = d.next_unit where d.realm = $1 and d.id = $2;

-- demands-callback
-- by demand_realm_number_key, employer_pkey, unit_pkey, work_next
select d.realm, d.id, d.number, d.pseudonym, d.mode, d.topic, d.nature, d.urgency, d.difficulty, d.persons, d.employer, d.agency, d.region, d.state, d.order_state, d.claimed, d.confirmed, d.outcome, d.seal_met, d.seal_understood, d.seal_delivered, d.lead_unit, d.lead_section, d.next_unit, d.next_section, d.next_what, d.next_at, d.submitted_at, d.contact_due_at, d.due_at, d.holder_units, d.reach_units, d.blocked_units, d.understandings, d.understood, d.reopened, d.erased, d.version, d.fixed, d.triage_unit, d.ruler_unit, d.approver_unit, d.opinion_unit, d.callback_unit, d.callback_open, d.callback_close_at, d.protection_unit, d.exclusion_unit, d.exclusion_by, d.contestable, d.joint_units, d.department_asked, d.pending, d.paused, d.committed, d.promised_on, d.awaits_reply, d.watch_asked, d.master, d.restricted, d.blocked_posts, d.approach, d.consents, e.name as employer_name, ag.name as agency_name, lu.name as lead_name, lu.level as lead_level, nu.name as next_name, nu.level as next_level from ( select w.realm, w.demand, w.next_at from work w where w.ancestor_unit = $1 and (w.next_at, w.realm, w.demand) > ($2, $3, $4) and w.own & 8 <> 0 and w.next_what <> 'promise' order by w.next_at, w.realm, w.demand limit $5 ) page join demand d on d.realm = page.realm and d.id = page.demand left join employer e on e.id = d.employer left join employer ag on ag.id = d.agency left join unit lu on lu.id = d.lead_unit left join unit nu on nu.id = d.next_unit order by page.next_at, page.realm, page.demand;

-- demands-closed
-- by closed_latest, demand_realm_number_key, employer_pkey, unit_pkey
select d.realm, d.id, d.number, d.pseudonym, d.mode, d.topic, d.nature, d.urgency, d.difficulty, d.persons, d.employer, d.agency, d.region, d.state, d.order_state, d.claimed, d.confirmed, d.outcome, d.seal_met, d.seal_understood, d.seal_delivered, d.lead_unit, d.lead_section, d.next_unit, d.next_section, d.next_what, d.next_at, d.submitted_at, d.contact_due_at, d.due_at, d.holder_units, d.reach_units, d.blocked_units, d.understandings, d.understood, d.reopened, d.erased, d.version, d.fixed, d.triage_unit, d.ruler_unit, d.approver_unit, d.opinion_unit, d.callback_unit, d.callback_open, d.callback_close_at, d.protection_unit, d.exclusion_unit, d.exclusion_by, d.contestable, d.joint_units, d.department_asked, d.pending, d.paused, d.committed, d.promised_on, d.awaits_reply, d.watch_asked, d.master, d.restricted, d.blocked_posts, d.approach, d.consents, e.name as employer_name, ag.name as agency_name, lu.name as lead_name, lu.level as lead_level, nu.name as next_name, nu.level as next_level, d.closed_at from ( select c.realm, c.demand, c.closed_at from closed c where c.ancestor_unit = $1 and (c.closed_at, c.realm, c.demand) < ($2, $3, $4) order by c.closed_at desc, c.realm desc, c.demand desc limit $5 ) page join demand d on d.realm = page.realm and d.id = page.demand left join employer e on e.id = d.employer left join employer ag on ag.id = d.agency left join unit lu on lu.id = d.lead_unit left join unit nu on nu.id = d.next_unit order by page.closed_at desc, page.realm desc, page.demand desc;

-- demands-copy
-- by demand_realm_number_key, employer_pkey, unit_pkey, work_next
select d.realm, d.id, d.number, d.pseudonym, d.mode, d.topic, d.nature, d.urgency, d.difficulty, d.persons, d.employer, d.agency, d.region, d.state, d.order_state, d.claimed, d.confirmed, d.outcome, d.seal_met, d.seal_understood, d.seal_delivered, d.lead_unit, d.lead_section, d.next_unit, d.next_section, d.next_what, d.next_at, d.submitted_at, d.contact_due_at, d.due_at, d.holder_units, d.reach_units, d.blocked_units, d.understandings, d.understood, d.reopened, d.erased, d.version, d.fixed, d.triage_unit, d.ruler_unit, d.approver_unit, d.opinion_unit, d.callback_unit, d.callback_open, d.callback_close_at, d.protection_unit, d.exclusion_unit, d.exclusion_by, d.contestable, d.joint_units, d.department_asked, d.pending, d.paused, d.committed, d.promised_on, d.awaits_reply, d.watch_asked, d.master, d.restricted, d.blocked_posts, d.approach, d.consents, e.name as employer_name, ag.name as agency_name, lu.name as lead_name, lu.level as lead_level, nu.name as next_name, nu.level as next_level from ( select w.realm, w.demand, w.next_at from work w where w.ancestor_unit = $1 and (w.next_at, w.realm, w.demand) > ($2, $3, $4) and w.own & 16 <> 0 order by w.next_at, w.realm, w.demand limit $5 ) page join demand d on d.realm = page.realm and d.id = page.demand left join employer e on e.id = d.employer left join employer ag on ag.id = d.agency left join unit lu on lu.id = d.lead_unit left join unit nu on nu.id = d.next_unit order by page.next_at, page.realm, page.demand;

-- demands-exclusion
-- by demand_exclusion, employer_pkey, unit_pkey
select d.realm, d.id, d.number, d.pseudonym, d.mode, d.topic, d.nature, d.urgency, d.difficulty, d.persons, d.employer, d.agency, d.region, d.state, d.order_state, d.claimed, d.confirmed, d.outcome, d.seal_met, d.seal_understood, d.seal_delivered, d.lead_unit, d.lead_section, d.next_unit, d.next_section, d.next_what, d.next_at, d.submitted_at, d.contact_due_at, d.due_at, d.holder_units, d.reach_units, d.blocked_units, d.understandings, d.understood, d.reopened, d.erased, d.version, d.fixed, d.triage_unit, d.ruler_unit, d.approver_unit, d.opinion_unit, d.callback_unit, d.callback_open, d.callback_close_at, d.protection_unit, d.exclusion_unit, d.exclusion_by, d.contestable, d.joint_units, d.department_asked, d.pending, d.paused, d.committed, d.promised_on, d.awaits_reply, d.watch_asked, d.master, d.restricted, d.blocked_posts, d.approach, d.consents, e.name as employer_name, ag.name as agency_name, lu.name as lead_name, lu.level as lead_level, nu.name as next_name, nu.level as next_level from demand d left join employer e on e.id = d.employer left join employer ag on ag.id = d.agency left join unit lu on lu.id = d.lead_unit left join unit nu on nu.id = d.next_unit where d.exclusion_unit = $1 and (d.exclusion_by, d.realm, d.id) > ($2, $3, $4) order by d.exclusion_by, d.realm, d.id limit $5;

-- demands-grant
-- by demand_realm_number_key, employer_pkey, unit_pkey, work_next
select d.realm, d.id, d.number, d.pseudonym, d.mode, d.topic, d.nature, d.urgency, d.difficulty, d.persons, d.employer, d.agency, d.region, d.state, d.order_state, d.claimed, d.confirmed, d.outcome, d.seal_met, d.seal_understood, d.seal_delivered, d.lead_unit, d.lead_section, d.next_unit, d.next_section, d.next_what, d.next_at, d.submitted_at, d.contact_due_at, d.due_at, d.holder_units, d.reach_units, d.blocked_units, d.understandings, d.understood, d.reopened, d.erased, d.version, d.fixed, d.triage_unit, d.ruler_unit, d.approver_unit, d.opinion_unit, d.callback_unit, d.callback_open, d.callback_close_at, d.protection_unit, d.exclusion_unit, d.exclusion_by, d.contestable, d.joint_units, d.department_asked, d.pending, d.paused, d.committed, d.promised_on, d.awaits_reply, d.watch_asked, d.master, d.restricted, d.blocked_posts, d.approach, d.consents, e.name as employer_name, ag.name as agency_name, lu.name as lead_name, lu.level as lead_level, nu.name as next_name, nu.level as next_level from ( select w.realm, w.demand, w.next_at from work w where w.ancestor_unit = $1 and (w.next_at, w.realm, w.demand) > ($2, $3, $4) and w.own & 128 <> 0 order by w.next_at, w.realm, w.demand limit $5 ) page join demand d on d.realm = page.realm and d.id = page.demand left join employer e on e.id = d.employer left join employer ag on ag.id = d.agency left join unit lu on lu.id = d.lead_unit left join unit nu on nu.id = d.next_unit order by page.next_at, page.realm, page.demand;

-- demands-lead
-- by demand_realm_number_key, employer_pkey, unit_pkey, work_next
select d.realm, d.id, d.number, d.pseudonym, d.mode, d.topic, d.nature, d.urgency, d.difficulty, d.persons, d.employer, d.agency, d.region, d.state, d.order_state, d.claimed, d.confirmed, d.outcome, d.seal_met, d.seal_understood, d.seal_delivered, d.lead_unit, d.lead_section, d.next_unit, d.next_section, d.next_what, d.next_at, d.submitted_at, d.contact_due_at, d.due_at, d.holder_units, d.reach_units, d.blocked_units, d.understandings, d.understood, d.reopened, d.erased, d.version, d.fixed, d.triage_unit, d.ruler_unit, d.approver_unit, d.opinion_unit, d.callback_unit, d.callback_open, d.callback_close_at, d.protection_unit, d.exclusion_unit, d.exclusion_by, d.contestable, d.joint_units, d.department_asked, d.pending, d.paused, d.committed, d.promised_on, d.awaits_reply, d.watch_asked, d.master, d.restricted, d.blocked_posts, d.approach, d.consents, e.name as employer_name, ag.name as agency_name, lu.name as lead_name, lu.level as lead_level, nu.name as next_name, nu.level as next_level from ( select w.realm, w.demand, w.next_at from work w where w.ancestor_unit = $1 and (w.next_at, w.realm, w.demand) > ($2, $3, $4) and w.own & 2 <> 0 order by w.next_at, w.realm, w.demand limit $5 ) page join demand d on d.realm = page.realm and d.id = page.demand left join employer e on e.id = d.employer left join employer ag on ag.id = d.agency left join unit lu on lu.id = d.lead_unit left join unit nu on nu.id = d.next_unit order by page.next_at, page.realm, page.demand;

-- demands-protection
-- by demand_realm_number_key, employer_pkey, unit_pkey, work_next
select d.realm, d.id, d.number, d.pseudonym, d.mode, d.topic, d.nature, d.urgency, d.difficulty, d.persons, d.employer, d.agency, d.region, d.state, d.order_state, d.claimed, d.confirmed, d.outcome, d.seal_met, d.seal_understood, d.seal_delivered, d.lead_unit, d.lead_section, d.next_unit, d.next_section, d.next_what, d.next_at, d.submitted_at, d.contact_due_at, d.due_at, d.holder_units, d.reach_units, d.blocked_units, d.understandings, d.understood, d.reopened, d.erased, d.version, d.fixed, d.triage_unit, d.ruler_unit, d.approver_unit, d.opinion_unit, d.callback_unit, d.callback_open, d.callback_close_at, d.protection_unit, d.exclusion_unit, d.exclusion_by, d.contestable, d.joint_units, d.department_asked, d.pending, d.paused, d.committed, d.promised_on, d.awaits_reply, d.watch_asked, d.master, d.restricted, d.blocked_posts, d.approach, d.consents, e.name as employer_name, ag.name as agency_name, lu.name as lead_name, lu.level as lead_level, nu.name as next_name, nu.level as next_level from ( select w.realm, w.demand, w.next_at from work w where w.ancestor_unit = $1 and (w.next_at, w.realm, w.demand) > ($2, $3, $4) and w.own & 256 <> 0 order by w.next_at, w.realm, w.demand limit $5 ) page join demand d on d.realm = page.realm and d.id = page.demand left join employer e on e.id = d.employer left join employer ag on ag.id = d.agency left join unit lu on lu.id = d.lead_unit left join unit nu on nu.id = d.next_unit order by page.next_at, page.realm, page.demand;

-- demands-rule
-- by demand_realm_number_key, employer_pkey, unit_pkey, work_next
select d.realm, d.id, d.number, d.pseudonym, d.mode, d.topic, d.nature, d.urgency, d.difficulty, d.persons, d.employer, d.agency, d.region, d.state, d.order_state, d.claimed, d.confirmed, d.outcome, d.seal_met, d.seal_understood, d.seal_delivered, d.lead_unit, d.lead_section, d.next_unit, d.next_section, d.next_what, d.next_at, d.submitted_at, d.contact_due_at, d.due_at, d.holder_units, d.reach_units, d.blocked_units, d.understandings, d.understood, d.reopened, d.erased, d.version, d.fixed, d.triage_unit, d.ruler_unit, d.approver_unit, d.opinion_unit, d.callback_unit, d.callback_open, d.callback_close_at, d.protection_unit, d.exclusion_unit, d.exclusion_by, d.contestable, d.joint_units, d.department_asked, d.pending, d.paused, d.committed, d.promised_on, d.awaits_reply, d.watch_asked, d.master, d.restricted, d.blocked_posts, d.approach, d.consents, e.name as employer_name, ag.name as agency_name, lu.name as lead_name, lu.level as lead_level, nu.name as next_name, nu.level as next_level from ( select w.realm, w.demand, w.next_at from work w where w.ancestor_unit = $1 and (w.next_at, w.realm, w.demand) > ($2, $3, $4) and w.own & 64 <> 0 order by w.next_at, w.realm, w.demand limit $5 ) page join demand d on d.realm = page.realm and d.id = page.demand left join employer e on e.id = d.employer left join employer ag on ag.id = d.agency left join unit lu on lu.id = d.lead_unit left join unit nu on nu.id = d.next_unit order by page.next_at, page.realm, page.demand;

-- demands-triage
-- by demand_realm_number_key, employer_pkey, unit_pkey, work_next
select d.realm, d.id, d.number, d.pseudonym, d.mode, d.topic, d.nature, d.urgency, d.difficulty, d.persons, d.employer, d.agency, d.region, d.state, d.order_state, d.claimed, d.confirmed, d.outcome, d.seal_met, d.seal_understood, d.seal_delivered, d.lead_unit, d.lead_section, d.next_unit, d.next_section, d.next_what, d.next_at, d.submitted_at, d.contact_due_at, d.due_at, d.holder_units, d.reach_units, d.blocked_units, d.understandings, d.understood, d.reopened, d.erased, d.version, d.fixed, d.triage_unit, d.ruler_unit, d.approver_unit, d.opinion_unit, d.callback_unit, d.callback_open, d.callback_close_at, d.protection_unit, d.exclusion_unit, d.exclusion_by, d.contestable, d.joint_units, d.department_asked, d.pending, d.paused, d.committed, d.promised_on, d.awaits_reply, d.watch_asked, d.master, d.restricted, d.blocked_posts, d.approach, d.consents, e.name as employer_name, ag.name as agency_name, lu.name as lead_name, lu.level as lead_level, nu.name as next_name, nu.level as next_level from ( select w.realm, w.demand, w.next_at from work w where w.ancestor_unit = $1 and (w.next_at, w.realm, w.demand) > ($2, $3, $4) and w.own & 1 <> 0 order by w.next_at, w.realm, w.demand limit $5 ) page join demand d on d.realm = page.realm and d.id = page.demand left join employer e on e.id = d.employer left join employer ag on ag.id = d.agency left join unit lu on lu.id = d.lead_unit left join unit nu on nu.id = d.next_unit order by page.next_at, page.realm, page.demand;

-- demands-unit
-- by demand_realm_number_key, employer_pkey, unit_pkey, work_next
select d.realm, d.id, d.number, d.pseudonym, d.mode, d.topic, d.nature, d.urgency, d.difficulty, d.persons, d.employer, d.agency, d.region, d.state, d.order_state, d.claimed, d.confirmed, d.outcome, d.seal_met, d.seal_understood, d.seal_delivered, d.lead_unit, d.lead_section, d.next_unit, d.next_section, d.next_what, d.next_at, d.submitted_at, d.contact_due_at, d.due_at, d.holder_units, d.reach_units, d.blocked_units, d.understandings, d.understood, d.reopened, d.erased, d.version, d.fixed, d.triage_unit, d.ruler_unit, d.approver_unit, d.opinion_unit, d.callback_unit, d.callback_open, d.callback_close_at, d.protection_unit, d.exclusion_unit, d.exclusion_by, d.contestable, d.joint_units, d.department_asked, d.pending, d.paused, d.committed, d.promised_on, d.awaits_reply, d.watch_asked, d.master, d.restricted, d.blocked_posts, d.approach, d.consents, e.name as employer_name, ag.name as agency_name, lu.name as lead_name, lu.level as lead_level, nu.name as next_name, nu.level as next_level from ( select w.realm, w.demand, w.next_at from work w where w.ancestor_unit = $1 and (w.next_at, w.realm, w.demand) > ($2, $3, $4) and true order by w.next_at, w.realm, w.demand limit $5 ) page join demand d on d.realm = page.realm and d.id = page.demand left join employer e on e.id = d.employer left join employer ag on ag.id = d.agency left join unit lu on lu.id = d.lead_unit left join unit nu on nu.id = d.next_unit order by page.next_at, page.realm, page.demand;

-- directive
-- by campaign_pkey, directive_number, directive_pkey, unit_pkey
select d.id, d.number, d.title, d.state, d.issued_on::text as "issuedOn", d.clauses, d.path, d.reason, d.to_unit as "toUnit", case when s.id is not null then json_build_object('id', s.id, 'number', s.number, 'title', s.title) end as successor, (select coalesce(json_agg(json_build_object('unit', json_build_object('id', f.id, 'name', f.name, 'level', f.level), 'title', form ->> 'title', 'legalBasis', form ->> 'legalBasis', 'attached', (form ->> 'attached')::boolean) order by n), '[]') from (select form, n, (form ->> 'unit')::integer as unit from jsonb_array_elements(d.forms) with ordinality as o(form, n) offset 0) o join unit f on f.id = o.unit) as forms, json_build_object('id', u.id, 'name', u.name, 'level', u.level) as unit, case when t.id is not null then json_build_object('id', t.id, 'name', t.name, 'level', t.level) end as to, json_build_object('id', c.id, 'title', c.title, 'fromOn', c.from_on, 'toOn', c.to_on) as campaign from directive d join unit u on u.id = d.unit left join unit t on t.id = d.to_unit join campaign c on c.id = d.campaign left join directive s on s.realm = d.realm and s.id = d.successor where d.realm = $1 and d.id = $2;

-- directives-of-campaign
-- by directive_campaign, unit_pkey
select d.id, d.number, d.title, d.state, d.issued_on::text as "issuedOn", json_build_object('id', u.id, 'name', u.name, 'level', u.level) as unit from directive d join unit u on u.id = d.unit where d.campaign = $1 and (d.unit = any ($2) or $3 = any (d.path)) order by d.issued_on desc nulls first, d.id limit 200;

-- figure-screen-year
-- by figure_pkey, figure_year_pkey, unit_parent, unit_pkey
select u.id, u.name, u.level, coalesce((select json_agg(json_build_object('id', a.id, 'name', a.name, 'level', a.level) order by array_position(u.ancestors, a.id) desc) from unit a where a.id = any (u.ancestors) and a.id <> u.id and nullif(current_setting('zh.unit', true), '')::integer = any (a.ancestors)), '[]') as above, (select json_build_array(array_agg(measure), array_agg(month), array_agg(case when measure = any ($4) then persons else n end)) from figure where realm = u.realm and unit = u.id and measure = any ($5) and cut = '' and month between $2 and $3 having count(*) > 0) as whole, (select json_object_agg(c.cut, c.counts) from (select cut, json_build_array(array_agg(measure), array_agg(year), array_agg(case when measure = any ($4) then persons else n end)) as counts from figure_year where realm = u.realm and unit = u.id and year between $6 and $7 and cut > 'cross~' group by cut) c) as cuts, (select json_agg(json_build_array(m.id, m.name, m.level, f.counts)) from (select id, realm, name, level from unit where parent = u.id order by level, name collate "C", id) m cross join lateral (select json_build_array(array_agg(measure), array_agg(year), array_agg(case when measure = any ($4) then persons else n end)) from figure_year where realm = m.realm and unit = m.id and year between $6 and $7 and cut = '' having count(*) > 0) f (counts)) as members from unit u where u.id = $1 and nullif(current_setting('zh.unit', true), '')::integer = any (u.ancestors);

-- figure-years-cuts
-- by figure_year_pkey, unit_pkey
select u.id, f.cut, f.counts from unit u cross join lateral ( select cut, json_build_array(array_agg(measure), array_agg(year), array_agg(case when measure = any ($4) then persons else n end)) as counts from figure_year where realm = u.realm and unit = u.id and year between $2 and $3 and (cut = '' or cut > 'cross~') group by cut) f where u.id = any ($1);

-- heard-on-visit
-- by demand_visit
select id, number, topic from demand where visit = $1 and mode = 'named' order by submitted_at, id limit 50;

-- issue
-- by employer_pkey, issue_pkey, region_children, unit_pkey
select i.*, u.name as unit_name, o.name as owner_name, e.name as employer_name, r.name as region_name from issue i left join unit u on u.id = i.unit left join unit o on o.id = i.owner_unit left join employer e on e.id = i.employer left join region r on r.code = i.region and r.valid_to is null where i.realm = $1 and i.id = $2;

-- issue-owner
-- by account_pkey, post_pkey
select a.name from post p join account a on a.id = p.account where p.id = $1 and p.valid_to is null;

-- issues
-- by employer_pkey, issue_opened, region_children, unit_pkey
select i.*, u.name as unit_name, o.name as owner_name, e.name as employer_name, r.name as region_name from issue i left join unit u on u.id = i.unit left join unit o on o.id = i.owner_unit left join employer e on e.id = i.employer left join region r on r.code = i.region and r.valid_to is null where (i.closed_at is null) = $1 and ($2::integer is null or $2 = any (i.reach_units)) and ($3::text is null or i.topic = $3) and (i.opened_at, i.realm, i.id) < ($4, $5, $6) and $7 order by i.opened_at desc, i.realm desc, i.id desc limit $8;

-- known-headers
-- by sheet_header_unit
select distinct on (header) header, measure from sheet_header where unit = any ($1) order by header, array_position($1, unit), sheet desc limit 5000;

-- leading-groups
-- by leading_group_campaign, unit_pkey
select g.id, g.section, g.titles, g.names, json_build_object('id', u.id, 'name', u.name, 'level', u.level) as unit from leading_group g join unit u on u.id = g.unit where g.campaign = $1 and (g.unit = any ($3) or $2 = any (g.path)) order by cardinality(g.path), u.name collate "C", g.unit limit $4;

-- leaf-count
-- by demand_leaf
select count(*)::int as n, min(submitted_at) as first, max(submitted_at) as last from demand where topic = $2 and restricted is null and submitted_at >= $5 and submitted_at < $6 and ($3::integer is null or employer = $3 or agency = $3) and ($4::text is null or starts_with(region, $4)) and $1 = any (reach_units) and not ($1 = any (blocked_units));

-- line-place
-- by unit_pkey
select id, name, level, ancestors as path from unit where id = $1 and nullif(current_setting('zh.unit', true), '')::integer = any (ancestors);

-- meeting
-- by campaign_pkey, meeting_below, unit_pkey
select m.id, m.unit, u.name as unit_name, m.path, m.below, b.name as below_name, m.below_path, m.title, m.start_at, m.end_at, m.agenda, m.place, m.video, m.sequence, m.cancelled, m.papers, case when c.id is null then null else json_build_object('id', c.id, 'title', c.title) end as campaign from meeting m join unit u on u.id = m.unit join unit b on b.id = m.below left join campaign c on c.id = m.campaign where m.id = $1;

-- meeting-answered
-- by invitation_meeting, unit_parent, unit_pkey
with recursive walk (id, ancestors, valid_to, child) as ( select id, ancestors, valid_to, null::integer from unit where id = $3 union all select u.id, u.ancestors, u.valid_to, coalesce(w.child, u.id) from walk w cross join lateral (select id, ancestors, valid_to from unit where parent = w.id offset 0) u), asked as ( select id, child from walk where $2 = any (ancestors) and valid_to is null ), told as ( select a.child, count(*)::integer as invited, count(i.id)::integer as received, (count(*) filter (where i.persons > 0))::integer as units, coalesce(sum(i.persons), 0)::integer as persons from asked a left join invitation i on i.meeting = $1 and i.unit = a.id group by a.child ), named as ( select t.child as id, (select name from unit c where c.id = t.child) as name, t.invited, t.received, t.units, t.persons from told t) select id, name, invited, received, units, persons from named order by name collate "C", id;

-- meeting-decisions
-- by directive_number, meeting_decision_pkey, unit_pkey
select d.n, d.what, d.clause, d.unit, u.name as unit_name, d.path, d.until_on::text as until_on, d.done, case when p.id is null then null else json_build_object('id', p.id, 'number', p.number, 'campaign', p.campaign) end as directive from meeting_decision d left join unit u on u.id = d.unit left join directive p on p.realm = d.realm and p.id = d.directive where d.meeting = $1 order by d.n;

-- meeting-drafts
-- by directive_number
select id, number, title from directive where unit = $1 and state = 'draft' order by id desc limit 50;

-- meeting-place
-- by unit_pkey
select id, name from unit where id = $1 and nullif(current_setting('zh.unit', true), '')::integer = any (ancestors);

-- never-visited
-- by employer_name, visit_reach_employer
select e.id, e.name, e.region from employer e where not exists (select from visit_reach r where r.ancestor_unit = $1 and r.employer = e.id and r.status = 'recorded' and r.visited_on between $2 and $3) and e.valid_to is null and e.region >= $6 and e.region < $7 and e.id > $4 order by e.id limit $5;

-- opened
-- by event_realm_position_key, unit_pkey
select e.at, e.body, u.id, u.name, u.level from (select version, kind, at, actor, body, nullif(split_part(actor, '@', 2), '')::integer as by_unit from event where realm = $1 and stream = $2 and kind = 'ContentOpened' offset 0) e left join unit u on u.id = e.by_unit order by e.version;

-- origins
-- by directive_pkey, origin_pkey
select o.entry, o.origin, o.happened_on::text as "on", o.who, o.words, o.led_to as "ledTo", o.demand, case when d.id is not null then json_build_object('id', d.id, 'number', d.number, 'title', d.title) end as directive from origin o left join directive d on d.id = o.directive where o.realm = $1 and o.campaign = $2 order by o.happened_on, o.entry;

-- own-classes
-- by training_class_pkey, training_hours_pkey, training_learner_account, unit_pkey
select c.id, c.title, json_build_object('id', u.id, 'name', u.name, 'level', u.level) as unit, c.place as venue, c.status, c.sessions, coalesce((select json_agg(json_build_object('session', h.entry, 'hours', h.hours::float8) order by h.entry) from training_hours h where h.realm = c.realm and h.stream = c.id and h.account = l.account), '[]') as marks from training_learner l join training_class c on c.realm = l.realm and c.id = l.class join unit u on u.id = c.unit where l.account = $1 order by c.first_on desc, c.id desc limit 100;

-- own-invitation
-- by invitation_meeting
select received_at, persons from invitation where meeting = $1 and unit = $2;

-- own-notices
-- by demand_realm_number_key, notice_unit
select n.id, n.made_at, n.code, n.params, n.demand, d.number, n.state, n.why, n.sent_at from notice n left join demand d on d.realm = n.realm and d.id = n.demand where n.to_kind = 'unit' and n.to_unit = $1 and (n.demand is null or d.id is not null) and ($2::text is null or n.to_section is null or n.to_section = $2) and ($3 or (n.demand is null and n.code <> $4)) order by n.made_at desc, n.id desc limit 50;

-- own-passed
-- by training_pass_account, unit_pkey
select p.stream as id, p.title, to_char(p.on_day, 'YYYY-MM-DD') as on, p.hours::float8 as hours, p.tags, json_build_object('id', u.id, 'name', u.name, 'level', u.level) as unit from training_pass p join unit u on u.id = p.unit where p.account = $1 order by p.on_day desc, p.stream limit 100;

-- own-plans
-- by training_hours_plan
-- reads training_plan whole: plans are made by few unions, one in years
select p.id, p.unit, p.title, to_char(p.from_on, 'YYYY-MM-DD') as "fromOn", to_char(p.to_on, 'YYYY-MM-DD') as "toOn", p.groups, p.closed_on is null as open, coalesce(sum(h.hours), 0)::float8 as hours from training_plan p left join training_hours h on h.plan = p.id and h.account = $1 where p.unit = any ($2) or h.account is not null group by p.realm, p.id order by p.from_on desc, p.id;

-- path-of-unit
-- by unit_children
select ancestors as path from unit where id = $1 and valid_to is null;

-- plan-of-cut
-- by training_plan_pkey
select id, title, to_char(from_on, 'YYYY') || '-01' as since from training_plan where realm = $1 and id = $2;

-- practices
-- by practice_described, unit_pkey
select p.*, u.name as unit_name from practice p left join unit u on u.id = p.unit where (p.ended_at is null) = $1 and (p.described_at, p.realm, p.id) < ($2, $3, $4) and $5 order by p.described_at desc, p.realm desc, p.id desc limit $6;

-- precedents
-- by precedent_topic, unit_pkey
select p.at, p.region, p.reason, p.upheld, f.id as from_id, f.name as from_name, f.level as from_level, t.id as to_id, t.name as to_name, t.level as to_level from precedent p join unit f on f.id = p.from_unit join unit t on t.id = p.to_unit where p.topic = $1 order by p.at desc limit 20;

-- receipts-below
-- by brief_unit, unit_parent, unit_pkey
with recursive walk (id, ancestors, valid_to, child) as ( select id, ancestors, valid_to, null::integer from unit where id = $2 union all select u.id, u.ancestors, u.valid_to, coalesce(w.child, u.id) from walk w cross join lateral (select id, ancestors, valid_to from unit where parent = w.id offset 0) u) select case when c.id is not null then json_build_object('id', c.id, 'name', c.name, 'level', c.level) end as child, t.units, t.delivered, t.received, t.planned from (select u.child as id, count(*)::integer as units, count(b.id)::integer as delivered, count(b.received_at)::integer as received, count(b.planned_at)::integer as planned from walk u left join brief b on b.directive = $1 and b.unit = u.id where $3 = any (u.ancestors) and u.valid_to is null group by 1) t left join unit c on c.id = t.id order by c.level, c.name collate "C", c.id;

-- roster-of-plan
select sum(roster)::integer as roster from training_coverage($1, $2, $3, $4, $5, $6);

-- sheet
-- by sheet_pkey
select id, title, asked_by as "from", asked_on::text as "askedOn", due_on::text as "dueOn", form, unit, path, matched, filled_on::text as "filledOn", minutes, file, name as "nameId" from sheet where realm = $1 and id = $2;

-- suggestion
-- by suggestion_pkey, unit_pkey
select s.*, (select json_object_agg(u.id, u.name) from unit u where u.id = any (s.path)) as names from suggestion s where s.realm = $1 and s.id = $2;

-- suggestions-here
-- by suggestion_waits, unit_pkey
select s.*, (select json_object_agg(u.id, u.name) from unit u where u.id = any (s.path)) as names from suggestion s where s.waits_unit = nullif(current_setting('zh.unit', true), '')::integer and (s.raised_at, s.realm, s.id) < ($1, $2, $3) and $4 order by s.raised_at desc, s.realm desc, s.id desc limit $5;

-- territory
-- by unit_children
select id, name, realm, ancestors as path, region, kind, employer from unit where id = $1 and valid_to is null and nullif(current_setting('zh.unit', true), '')::integer = any (ancestors);

-- timeline
-- by event_realm_position_key, unit_pkey
select e.version, e.kind, e.at, e.actor, e.body, u.id as unit, u.name, u.level from (select version, kind, at, actor, body, nullif(split_part(actor, '@', 2), '')::integer as by_unit from event where realm = $1 and stream = $2 offset 0) e left join unit u on u.id = e.by_unit order by e.version;

-- training-class
-- by account_pkey, post_pkey, training_class_pkey, unit_pkey
select c.id, c.realm, c.path, json_build_object('id', u.id, 'name', u.name, 'level', u.level) as unit, c.title, c.tags, c.plan, c.place as venue, c.seats, c.enrolled, c.status, c.exam, c.course_hours::float8 as "courseHours", to_char(c.first_on, 'YYYY-MM-DD') as "firstOn", to_char(c.last_on, 'YYYY-MM-DD') as "lastOn", c.sessions, a.name as "trainerName", c.trainer as "trainerContent" from training_class c join unit u on u.id = c.unit left join post o on o.id = c.trainer_post left join account a on a.id = o.account where c.realm = $1 and c.id = $2;

-- unions-in-table
-- by unit_name
select name, min(id)::int as id from unit where name = any ($1) and valid_to is null and $2 = any (ancestors) group by name having count(*) = 1;

-- units-below
-- by unit_parent, unit_pkey
with recursive walk (id, ancestors, valid_to, child) as ( select id, ancestors, valid_to, null::integer from unit where id = $1 and nullif(current_setting('zh.unit', true), '')::integer = any (ancestors) union all select u.id, u.ancestors, u.valid_to, coalesce(w.child, u.id) from walk w cross join lateral (select id, ancestors, valid_to from unit where parent = w.id offset 0) u) select id from walk limit $2;

-- visit-page
-- by account_pkey, employer_pkey, place_pkey, post_pkey, unit_pkey, visit_pkey
select v.id, v.unit, u.name as unit_name, v.path, v.status, v.visited_on, v.kind, v.place, pl.name as place_name, v.employer, e.name as employer_name, v.region, v.plan_post, a.name as plan_holder, v.recorded_by, v.team, v.met, jsonb_array_length(v.opinions) as opinions, jsonb_array_length(v.explanations) as explanations, jsonb_array_length(v.deeds) as deeds, v.started_at, v.ended_at, v.submitted_at, v.recorded_at, v.opinions as opinions_said, v.explanations as explanations_said, v.deeds as deeds_said, v.next_step, v.corrections from visit v join unit u on u.id = v.unit left join place pl on pl.id = v.place left join employer e on e.id = v.employer left join post p on p.id = v.plan_post left join account a on a.id = p.account where v.realm = $1 and v.id = $2;

-- visited
-- by employer_name, visit_reach_employer
select (select count(*) from employer e where e.valid_to is null and e.region >= $4 and e.region < $5)::integer as employers, (select count(*) from employer e where not exists (select from visit_reach r where r.ancestor_unit = $1 and r.employer = e.id and r.status = 'recorded' and r.visited_on between $2 and $3) and e.valid_to is null and e.region >= $4 and e.region < $5)::integer as never, (select count(distinct r.employer) from visit_reach r where r.ancestor_unit = $1 and r.status = 'recorded' and r.employer is not null and r.visited_on between $2 and $3)::integer as visited;

-- visits
-- by account_pkey, employer_pkey, place_pkey, post_pkey, unit_pkey, visit_pkey, visit_reach_list
select v.id, v.unit, u.name as unit_name, v.path, v.status, v.visited_on, v.kind, v.place, pl.name as place_name, v.employer, e.name as employer_name, v.region, v.plan_post, a.name as plan_holder, v.recorded_by, v.team, v.met, jsonb_array_length(v.opinions) as opinions, jsonb_array_length(v.explanations) as explanations, jsonb_array_length(v.deeds) as deeds from visit_reach r join visit v on v.realm = r.realm and v.id = r.visit join unit u on u.id = v.unit left join place pl on pl.id = v.place left join employer e on e.id = v.employer left join post p on p.id = v.plan_post left join account a on a.id = p.account where r.ancestor_unit = $1 and r.status = 'recorded' and ($2::text is null or r.kind = $2) and ($3::integer is null or r.employer = $3) and r.visited_on between $4 and $5 and (r.visited_on, r.visit) < ($6, $7) order by r.visited_on desc, r.visit desc limit $8;

-- wanted-forms
-- by directive_number, form_wanted_approver, unit_pkey
select json_build_object('id', u.id, 'name', u.name, 'level', u.level) as unit, f.title, f.why, f.asked_on::text as "on", json_build_object('id', a.id, 'name', a.name, 'level', a.level) as approver, f.state, f.reason, case when b.id is not null then json_build_object('id', b.id, 'name', b.name, 'level', b.level) end as "answeredBy", f.answered_on::text as "answeredOn", f.path, f.entry, json_build_object('id', d.id, 'number', d.number, 'title', d.title, 'campaign', d.campaign) as directive from form_wanted f join unit u on u.id = f.unit join unit a on a.id = f.approver left join unit b on b.id = f.answered_by join directive d on d.realm = f.realm and d.id = f.directive where f.approver = $1 and f.state = 'asked' and f.in_force and (f.asked_on, f.directive, f.entry) > ($2, $3, $4) order by f.asked_on, f.directive, f.entry limit 31;

-- wanted-under
-- by form_wanted_pkey, unit_pkey
select json_build_object('id', u.id, 'name', u.name, 'level', u.level) as unit, f.title, f.why, f.asked_on::text as "on", json_build_object('id', a.id, 'name', a.name, 'level', a.level) as approver, f.state, f.reason, case when b.id is not null then json_build_object('id', b.id, 'name', b.name, 'level', b.level) end as "answeredBy", f.answered_on::text as "answeredOn" from form_wanted f join unit u on u.id = f.unit join unit a on a.id = f.approver left join unit b on b.id = f.answered_by where f.realm = $3 and f.directive = $1 and $2 = any (f.path) order by f.asked_on desc, f.entry desc limit 40;

-- way-first
-- by figure_pkey, unit_pkey
select measure, to_char(min(month), 'YYYY-MM') as on from figure where realm = (select realm from unit where id = $1) and unit = $1 and measure = any ($2) and cut = '' and month >= ($3 || '-01')::date and n > 0 group by measure;

-- way-meetings
-- by meeting_campaign, unit_pkey
select m.id, m.title, ((m.start_at at time zone 'Asia/Shanghai')::date)::text as on from meeting m where m.campaign = $1 and not m.cancelled and (m.below = any (select unnest(ancestors) from unit where id = $2) or $2 = any (m.below_path)) order by m.start_at, m.id limit $3;

-- way-published
-- by unit_pkey
-- reads published whole: articles of a newsroom, thousands
select count(*)::integer as n, to_char(min(p.released_at) at time zone 'Asia/Shanghai', 'YYYY-MM') as on from published p join unit u on u.id = p.unit where p.state = 'released' and p.released_at >= ($2 || '-01')::date and $1 = any (u.ancestors);
