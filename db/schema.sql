-- Generated from a freshly migrated database, and compared by a test. Change db/migrations, not this file.

-- sequences
create sequence employer_id_seq as integer start 1 increment 1;
create sequence post_id as bigint start 1 increment 1;
create sequence unit_id_seq as integer start 1 increment 1;

-- tables, columns and keys
create table account (
  id uuid not null,
  realm integer not null,
  login text collate "C" not null,
  name text not null,
  password_hash text not null,
  must_change boolean not null default true,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone not null,
  demo boolean not null default false,
  constraint account_pkey PRIMARY KEY (id),
  constraint account_login_key UNIQUE (login)
);
create table article (
  realm integer not null,
  id uuid not null,
  unit integer not null,
  path integer[] not null,
  series uuid,
  part integer,
  author text not null,
  source text not null,
  topics text[] not null,
  tells text collate "C" not null,
  demand uuid,
  status text collate "C" not null,
  stage text collate "C" not null,
  revision integer not null,
  writers text[] not null,
  public_version integer,
  public_demand uuid,
  released_at timestamp with time zone,
  changed_at timestamp with time zone not null,
  constraint article_pkey PRIMARY KEY (realm, id)
);
create table brief (
  realm integer not null,
  id uuid not null,
  directive uuid not null,
  unit integer not null,
  path integer[] not null,
  delivered_at timestamp with time zone not null,
  received_at timestamp with time zone,
  planned_at timestamp with time zone,
  plan uuid,
  parts jsonb not null,
  constraint brief_pkey PRIMARY KEY (realm, id)
);
create table campaign (
  realm integer not null,
  id uuid not null,
  unit integer not null,
  path integer[] not null,
  title text not null,
  purpose text not null,
  basis text not null,
  from_on date not null,
  to_on date,
  stages jsonb not null,
  constraint campaign_pkey PRIMARY KEY (realm, id)
);
create table cascade (
  realm integer not null,
  directive uuid not null,
  after_unit integer not null,
  delivered integer not null,
  receivers integer not null,
  directory bigint not null,
  done_at timestamp with time zone,
  constraint cascade_pkey PRIMARY KEY (realm, directive)
);
create table closed (
  realm integer not null,
  ancestor_unit integer not null,
  demand uuid not null,
  closed_at timestamp with time zone not null,
  own boolean not null,
  blocked_units integer[] not null,
  restricted text collate "C",
  blocked_posts integer[] not null,
  constraint closed_pkey PRIMARY KEY (realm, ancestor_unit, demand)
);
create table command (
  realm integer not null,
  id uuid not null,
  kind text collate "C" not null,
  actor text collate "C" not null,
  body_mac bytea not null,
  outcome json not null,
  batch bigint not null,
  ordinal integer not null,
  at timestamp with time zone not null,
  constraint command_pkey PRIMARY KEY (realm, id)
);
create table comment (
  realm integer not null,
  id uuid not null,
  mark text collate "C" not null,
  article uuid not null,
  unit integer not null,
  path integer[] not null,
  status text collate "C" not null,
  reason text collate "C",
  written_at timestamp with time zone not null,
  published_at timestamp with time zone,
  constraint comment_pkey PRIMARY KEY (realm, id)
);
create table consent (
  realm integer not null,
  demand uuid not null,
  purpose text collate "C" not null,
  number text collate "C" not null,
  pseudonym text not null,
  topic text collate "C",
  version integer not null,
  name boolean not null,
  picture boolean not null,
  assisted boolean not null,
  given_at timestamp with time zone not null,
  reach_units integer[] not null,
  blocked_units integer[] not null,
  constraint consent_pkey PRIMARY KEY (realm, demand, purpose)
);
create table content (
  realm integer not null,
  id uuid not null,
  subject uuid not null,
  part text collate "C" not null,
  kind text collate "C" not null,
  sealed bytea not null,
  commitment bytea not null,
  constraint content_part_check CHECK ((part = ANY (ARRAY['identity'::text, 'text'::text]))),
  constraint content_pkey PRIMARY KEY (realm, id)
);
create table deed (
  realm integer not null,
  id uuid not null,
  mark text collate "C" not null,
  unit integer not null,
  path integer[] not null,
  deed text collate "C" not null,
  for_whom text collate "C" not null,
  employer integer,
  demand uuid,
  status text collate "C" not null,
  beneficiaries integer not null,
  amount_fen bigint not null,
  fund text collate "C",
  own_fields jsonb not null,
  notice_from date,
  notice_to date,
  approvers integer not null,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  approvals jsonb not null,
  done_on date,
  slips_workers integer not null,
  slips_enterprise integer not null,
  said_yes integer not null,
  said_partly integer not null,
  said_no integer not null,
  enterprise_word text collate "C",
  constraint deed_pkey PRIMARY KEY (realm, id),
  constraint deed_realm_mark_key UNIQUE (realm, mark)
);
create table demand (
  realm integer not null,
  id uuid not null,
  number text collate "C" not null,
  pseudonym text collate "C" not null,
  region text collate "C" not null,
  channel text collate "C" not null,
  mode text collate "C" not null,
  nature text collate "C",
  topic text collate "C",
  urgency text collate "C" not null,
  difficulty text collate "C" not null,
  persons integer not null,
  employer integer,
  state text collate "C" not null,
  claimed text collate "C",
  confirmed text collate "C",
  outcome text collate "C",
  satisfied text collate "C",
  assisted boolean not null,
  seal_met text collate "C" not null,
  seal_understood text collate "C" not null,
  seal_delivered text collate "C" not null,
  order_state text collate "C",
  lead_unit integer,
  lead_section text collate "C",
  submitted_at timestamp with time zone not null,
  contact_due_at timestamp with time zone,
  due_at timestamp with time zone,
  closed_at timestamp with time zone,
  next_unit integer,
  next_section text collate "C",
  next_what text collate "C",
  next_at timestamp with time zone,
  holder_units integer[] not null,
  reach_units integer[] not null,
  blocked_units integer[] not null,
  understandings integer not null,
  understood text collate "C" not null,
  reopened integer not null,
  erased text[] not null,
  version integer not null,
  rules text collate "C" not null,
  fixed text collate "C",
  triage_unit integer,
  ruler_unit integer,
  approver_unit integer,
  opinion_unit integer,
  callback_unit integer,
  callback_open boolean not null default false,
  callback_close_at timestamp with time zone,
  protection_unit integer,
  joint_units integer[] not null default '{}'::integer[],
  department_asked boolean not null default false,
  pending text collate "C",
  paused boolean not null default false,
  committed boolean not null default false,
  promised_on date,
  awaits_reply boolean not null default false,
  watch_asked boolean not null default false,
  master uuid,
  restricted text collate "C",
  blocked_posts integer[] not null default '{}'::integer[],
  provisional boolean not null default false,
  clock_at timestamp with time zone,
  visit uuid,
  consents text[] not null default '{}'::text[],
  exclusion_unit integer,
  exclusion_by timestamp with time zone,
  contestable boolean not null default false,
  kept_post integer,
  agency integer,
  approach text not null default 'none'::text,
  constraint demand_pkey PRIMARY KEY (realm, id),
  constraint demand_realm_number_key UNIQUE (realm, number)
);
create table directive (
  realm integer not null,
  id uuid not null,
  unit integer not null,
  path integer[] not null,
  campaign uuid not null,
  number text collate "C" not null,
  title text not null,
  clauses jsonb not null,
  state text collate "C" not null,
  to_unit integer,
  issued_on date,
  successor uuid,
  reason text,
  forms jsonb not null,
  constraint directive_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'issued'::text, 'superseded'::text, 'withdrawn'::text]))),
  constraint directive_pkey PRIMARY KEY (realm, id)
);
create table directory_version (
  singleton boolean not null default true,
  n bigint not null default 1,
  constraint directory_version_singleton_check CHECK (singleton),
  constraint directory_version_pkey PRIMARY KEY (singleton)
);
create table duty (
  realm integer not null,
  office uuid not null,
  unit integer not null,
  entry integer not null,
  post integer not null,
  first_post integer not null,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone not null,
  constraint duty_pkey PRIMARY KEY (realm, office, entry)
);
create table employer (
  id integer not null generated by default as identity,
  name text not null,
  uscc text collate "C",
  region text collate "C" not null,
  realm integer not null,
  industry text collate "C",
  size text collate "C",
  ownership text collate "C",
  uscc_warning text,
  valid_from date not null,
  valid_to date,
  constraint employer_pkey PRIMARY KEY (id)
);
create table event (
  realm integer not null,
  "position" bigint not null,
  stream uuid not null,
  version integer not null,
  noun text collate "C" not null,
  kind text collate "C" not null,
  body json not null,
  actor text collate "C" not null,
  command uuid not null,
  rules text collate "C" not null,
  at timestamp with time zone not null,
  batch bigint not null,
  prev bytea not null,
  hash bytea not null,
  constraint event_pkey PRIMARY KEY (realm, stream, version),
  constraint event_realm_position_key UNIQUE (realm, "position")
);
create table figure (
  realm integer not null,
  unit integer not null,
  measure text collate "C" not null,
  cut text collate "C" not null,
  month date not null,
  n bigint not null,
  persons bigint not null,
  path integer[] not null,
  constraint figure_pkey PRIMARY KEY (realm, unit, measure, cut, month)
);
create table figure_year (
  realm integer not null,
  unit integer not null,
  measure text collate "C" not null,
  cut text collate "C" not null,
  year integer not null,
  n bigint not null,
  persons bigint not null,
  path integer[] not null,
  constraint figure_year_pkey PRIMARY KEY (realm, unit, year, cut, measure)
);
create table file (
  realm integer not null,
  id uuid not null,
  subject uuid not null,
  part text collate "C" not null,
  type text collate "C" not null,
  view_type text collate "C",
  sealed bytea not null,
  commitment bytea not null,
  constraint file_part_check CHECK ((part = ANY (ARRAY['identity'::text, 'text'::text]))),
  constraint file_pkey PRIMARY KEY (realm, id)
);
create table file_part (
  file uuid not null,
  version text collate "C" not null,
  at bigint not null,
  sealed bytea not null,
  constraint file_part_version_check CHECK ((version = ANY (ARRAY['original'::text, 'view'::text]))),
  constraint file_part_pkey PRIMARY KEY (file, version, at)
);
create table follower (
  name text collate "C" not null,
  realm integer not null,
  "position" bigint not null,
  constraint follower_pkey PRIMARY KEY (name, realm)
);
create table form_wanted (
  realm integer not null,
  directive uuid not null,
  entry integer not null,
  unit integer not null,
  path integer[] not null,
  title text not null,
  why text not null,
  approver integer not null,
  asked_on date not null,
  state text collate "C" not null,
  reason text,
  answered_by integer,
  answered_on date,
  in_force boolean not null,
  constraint form_wanted_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'approved'::text, 'refused'::text]))),
  constraint form_wanted_pkey PRIMARY KEY (realm, directive, entry)
);
create table guess (
  bucket bytea not null,
  fails integer not null,
  wait_until timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint guess_pkey PRIMARY KEY (bucket)
);
create table installation (
  singleton boolean not null default true,
  kind text not null,
  federation text not null,
  key_fingerprint text not null,
  created_at timestamp with time zone not null,
  constraint installation_kind_check CHECK ((kind = ANY (ARRAY['real'::text, 'demo'::text, 'story'::text, 'test'::text, 'bench'::text]))),
  constraint installation_singleton_check CHECK (singleton),
  constraint installation_pkey PRIMARY KEY (singleton)
);
create table invitation (
  realm integer not null,
  id uuid not null,
  meeting uuid not null,
  unit integer not null,
  path integer[] not null,
  received_at timestamp with time zone not null,
  persons integer,
  constraint invitation_pkey PRIMARY KEY (realm, id)
);
create table issue (
  realm integer not null,
  id uuid not null,
  unit integer not null,
  path integer[] not null,
  topic text collate "C" not null,
  title text collate "C" not null,
  employer integer,
  region text collate "C",
  blocked_units integer[] not null,
  cluster_n integer,
  cluster_first date,
  cluster_last date,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  reason text collate "C",
  owner_unit integer,
  owner_path integer[],
  owner_post integer,
  plan_until date,
  tasks json not null,
  texts json not null,
  reach_units integer[] not null,
  version integer not null,
  agency boolean not null default false,
  constraint issue_check CHECK (((employer IS NULL) <> (region IS NULL))),
  constraint issue_pkey PRIMARY KEY (realm, id)
);
create table leading_group (
  realm integer not null,
  id uuid not null,
  campaign uuid not null,
  unit integer not null,
  path integer[] not null,
  titles text[] not null,
  names uuid[] not null,
  section text collate "C",
  constraint leading_group_pkey PRIMARY KEY (realm, id)
);
create table ledger_batch (
  realm integer not null,
  n bigint not null,
  first_position bigint not null,
  last_position bigint not null,
  commands integer not null,
  at timestamp with time zone not null,
  root bytea not null,
  prev bytea not null,
  mac bytea not null,
  constraint ledger_batch_pkey PRIMARY KEY (realm, n)
);
create table meeting (
  realm integer not null,
  id uuid not null,
  unit integer not null,
  path integer[] not null,
  below integer not null,
  below_path integer[] not null,
  campaign uuid,
  title text not null,
  start_at timestamp with time zone not null,
  end_at timestamp with time zone not null,
  agenda jsonb not null,
  place text,
  video boolean not null,
  sequence integer not null,
  cancelled boolean not null,
  papers jsonb not null,
  constraint meeting_pkey PRIMARY KEY (realm, id)
);
create table meeting_decision (
  realm integer not null,
  meeting uuid not null,
  n integer not null,
  what text not null,
  directive uuid,
  unit integer,
  path integer[] not null,
  until_on date,
  done boolean not null,
  clause integer,
  constraint meeting_decision_pkey PRIMARY KEY (realm, meeting, n)
);
create table move (
  realm integer not null,
  unit integer not null,
  measure text collate "C" not null,
  month date not null,
  day date not null,
  n bigint not null,
  persons bigint not null,
  moved bigint not null,
  path integer[] not null,
  constraint move_pkey PRIMARY KEY (realm, unit, measure, month, day)
);
create table notice (
  realm integer not null,
  id uuid not null,
  demand uuid,
  "position" bigint,
  cause text collate "C",
  day date,
  code text collate "C" not null,
  way text collate "C" not null,
  to_kind text collate "C" not null,
  to_unit integer,
  to_section text collate "C",
  to_post integer,
  params json not null,
  not_before timestamp with time zone not null,
  state text collate "C" not null,
  why text collate "C",
  tries integer not null default 0,
  made_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  constraint notice_check CHECK (((to_kind = 'worker'::text) = (to_unit IS NULL))),
  constraint notice_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text, 'dropped'::text]))),
  constraint notice_to_kind_check CHECK ((to_kind = ANY (ARRAY['worker'::text, 'unit'::text, 'post'::text]))),
  constraint notice_way_check CHECK ((way = ANY (ARRAY['now'::text, 'digest'::text]))),
  constraint notice_pkey PRIMARY KEY (realm, id),
  constraint notice_once UNIQUE NULLS NOT DISTINCT (realm, "position", day, code, to_kind, to_unit, to_section, to_post, demand)
);
create table number_counter (
  realm integer not null,
  region text collate "C" not null,
  day date not null,
  last integer not null,
  constraint number_counter_pkey PRIMARY KEY (realm, region, day)
);
create table office (
  realm integer not null,
  id uuid not null,
  unit integer not null,
  small boolean not null,
  constraint office_pkey PRIMARY KEY (realm, id),
  constraint office_realm_unit_key UNIQUE (realm, unit)
);
create table opening (
  realm integer not null,
  ancestor_unit integer not null,
  stream uuid not null,
  version integer not null,
  at timestamp with time zone not null,
  subject uuid not null,
  noun text collate "C" not null,
  part text collate "C" not null,
  unit integer not null,
  post integer not null,
  purpose text collate "C",
  constraint opening_part_check CHECK ((part = ANY (ARRAY['identity'::text, 'text'::text]))),
  constraint opening_pkey PRIMARY KEY (realm, ancestor_unit, stream, version)
);
create table origin (
  realm integer not null,
  campaign uuid not null,
  entry integer not null,
  path integer[] not null,
  origin text collate "C" not null,
  happened_on date not null,
  led_to text,
  directive uuid,
  demand uuid,
  who uuid not null,
  words uuid not null,
  constraint origin_origin_check CHECK ((origin = ANY (ARRAY['proposal'::text, 'instruction'::text, 'note'::text]))),
  constraint origin_pkey PRIMARY KEY (realm, campaign, entry)
);
create table outreach (
  realm integer not null,
  id uuid not null,
  employer integer not null,
  year integer not null,
  visit_realm integer not null,
  visit uuid not null,
  path integer[] not null,
  on_day date not null,
  constraint outreach_pkey PRIMARY KEY (realm, id)
);
create table place (
  realm integer not null,
  id uuid not null,
  unit integer not null,
  path integer[] not null,
  name text not null,
  kind text collate "C" not null,
  employer integer,
  region text collate "C" not null,
  owner_post integer not null,
  owner_first integer not null,
  from_on date not null,
  to_on date,
  ended_on date,
  version integer not null,
  constraint place_pkey PRIMARY KEY (realm, id)
);
create table post (
  id integer not null,
  account uuid not null,
  unit integer not null,
  section text collate "C",
  role text collate "C" not null,
  full_time boolean not null,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone,
  first_post integer,
  constraint post_pkey PRIMARY KEY (id)
);
create table practice (
  realm integer not null,
  id uuid not null,
  unit integer not null,
  path integer[] not null,
  title text collate "C" not null,
  text text collate "C" not null,
  since date not null,
  measure text collate "C" not null,
  cut text collate "C",
  places json not null,
  described_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  version integer not null,
  constraint practice_pkey PRIMARY KEY (realm, id)
);
create table precedent (
  realm integer not null,
  demand uuid not null,
  at timestamp with time zone not null,
  topic text collate "C" not null,
  region text collate "C" not null,
  reason text collate "C" not null,
  upheld boolean not null,
  from_unit integer not null,
  to_unit integer not null,
  reach_units integer[] not null,
  blocked_units integer[] not null,
  constraint precedent_pkey PRIMARY KEY (realm, demand)
);
create table published (
  realm integer not null,
  id uuid not null,
  unit integer not null,
  series uuid,
  part integer,
  title text not null,
  title_tells boolean not null,
  author text not null,
  source text not null,
  topics text[] not null,
  demand uuid,
  held boolean not null,
  blocks jsonb not null,
  words text not null,
  version integer not null,
  state text collate "C" not null,
  note text collate "C",
  note_text text,
  reason text collate "C",
  released_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  comments boolean not null default false,
  constraint published_pkey PRIMARY KEY (realm, id)
);
create table realm_head (
  realm integer not null,
  "position" bigint not null default 0,
  batch bigint not null default 0,
  mac bytea not null default '\x'::bytea,
  constraint realm_head_pkey PRIMARY KEY (realm)
);
create table realm_key (
  realm integer not null,
  id integer not null,
  kek text collate "C" not null,
  wrapped bytea not null,
  created_at timestamp with time zone not null,
  constraint realm_key_pkey PRIMARY KEY (realm, id)
);
create table receipt (
  realm integer not null,
  demand uuid not null,
  number text collate "C" not null,
  code_mac bytea not null,
  assisted boolean not null,
  check_word text collate "C" not null,
  constraint receipt_pkey PRIMARY KEY (realm, demand),
  constraint receipt_realm_number_key UNIQUE (realm, number)
);
create table region (
  code text collate "C" not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  level text collate "C" not null,
  parent text collate "C",
  realm integer not null,
  edition text collate "C" not null,
  successor text collate "C",
  constraint region_level_check CHECK ((level = ANY (ARRAY['nation'::text, 'province'::text, 'prefecture'::text, 'county'::text, 'township'::text]))),
  constraint region_edition_fkey FOREIGN KEY (edition) REFERENCES region_edition(edition),
  constraint region_pkey PRIMARY KEY (code, valid_from)
);
create table region_edition (
  edition text collate "C" not null,
  source text not null,
  loaded_at timestamp with time zone not null,
  valid_from date not null,
  nodes integer not null,
  sha256 text not null,
  constraint region_edition_pkey PRIMARY KEY (edition)
);
create table section (
  unit integer not null,
  section text collate "C" not null,
  constraint section_unit_fkey FOREIGN KEY (unit) REFERENCES unit(id),
  constraint section_pkey PRIMARY KEY (unit, section)
);
create table sent (
  realm integer not null,
  id uuid not null,
  notice uuid not null,
  gateway text collate "C" not null,
  place smallint not null,
  at timestamp with time zone not null,
  outcome text collate "C" not null,
  constraint sent_pkey PRIMARY KEY (realm, id)
);
create table series (
  realm integer not null,
  id uuid not null,
  unit integer not null,
  path integer[] not null,
  title text not null,
  topic text collate "C",
  constraint series_pkey PRIMARY KEY (realm, id)
);
create table session (
  token_hash bytea not null,
  account uuid not null,
  post integer,
  csrf text collate "C" not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint session_account_fkey FOREIGN KEY (account) REFERENCES account(id),
  constraint session_pkey PRIMARY KEY (token_hash)
);
create table sheet (
  realm integer not null,
  id uuid not null,
  unit integer not null,
  path integer[] not null,
  title text not null,
  asked_by text not null,
  asked_on date not null,
  due_on date,
  form text collate "C" not null,
  matched jsonb,
  filled_on date,
  minutes integer,
  file uuid not null,
  name uuid not null,
  constraint sheet_form_check CHECK ((form = ANY (ARRAY['xlsx'::text, 'csv'::text]))),
  constraint sheet_pkey PRIMARY KEY (realm, id)
);
create table sheet_header (
  realm integer not null,
  sheet uuid not null,
  column_no integer not null,
  unit integer not null,
  header text not null,
  measure text collate "C" not null,
  constraint sheet_header_pkey PRIMARY KEY (realm, sheet, column_no)
);
create table stationing (
  realm integer not null,
  place uuid not null,
  entry integer not null,
  post integer not null,
  first_post integer not null,
  from_on date not null,
  to_on date not null,
  path integer[] not null,
  constraint stationing_pkey PRIMARY KEY (realm, place, entry)
);
create table stood (
  realm integer not null,
  stream uuid not null,
  noun text collate "C" not null,
  measure text collate "C" not null,
  since date not null,
  until date,
  counted_on date not null,
  unit integer not null,
  path integer[] not null,
  cuts text[] not null,
  persons integer not null,
  constraint stood_pkey PRIMARY KEY (realm, stream, measure, since)
);
create table stream (
  realm integer not null,
  stream uuid not null,
  noun text collate "C" not null,
  version integer not null,
  head bytea not null,
  constraint stream_pkey PRIMARY KEY (realm, stream)
);
create table subject_key (
  realm integer not null,
  subject uuid not null,
  part text collate "C" not null,
  realm_key integer not null,
  wrapped bytea not null,
  constraint subject_key_part_check CHECK ((part = ANY (ARRAY['identity'::text, 'text'::text]))),
  constraint subject_key_pkey PRIMARY KEY (realm, subject, part)
);
create table suggestion (
  realm integer not null,
  id uuid not null,
  unit integer not null,
  path integer[] not null,
  title text collate "C" not null,
  issue uuid,
  raised_at timestamp with time zone not null,
  text text collate "C" not null,
  waits_unit integer,
  waits_path integer[],
  due_on date,
  opinions json not null,
  passed_units integer[] not null,
  ended_unit integer,
  ended_as text collate "C",
  ended_at timestamp with time zone,
  version integer not null,
  constraint suggestion_check CHECK (((waits_unit IS NULL) <> (ended_unit IS NULL))),
  constraint suggestion_pkey PRIMARY KEY (realm, id)
);
create table tally (
  realm integer not null,
  stream uuid not null,
  measure text collate "C" not null,
  counted_on date not null,
  unit integer not null,
  path integer[] not null,
  persons integer not null,
  cuts text[] not null,
  noun text collate "C" not null,
  constraint tally_pkey PRIMARY KEY (realm, stream, measure)
);
create table training_class (
  realm integer not null,
  id uuid not null,
  unit integer not null,
  path integer[] not null,
  course uuid not null,
  title text not null,
  course_hours numeric(6,1) not null,
  tags text[] not null,
  exam boolean not null,
  plan uuid,
  place text not null,
  seats integer not null,
  enrolled integer not null,
  trainer_post integer,
  trainer uuid,
  status text collate "C" not null,
  sessions jsonb not null,
  first_on date not null,
  last_on date not null,
  completed integer not null,
  constraint training_class_pkey PRIMARY KEY (realm, id)
);
create table training_course (
  realm integer not null,
  id uuid not null,
  unit integer not null,
  path integer[] not null,
  level text collate "C" not null,
  title text not null,
  hours numeric(6,1) not null,
  tags text[] not null,
  laws text[] not null,
  exam boolean not null,
  retired boolean not null,
  constraint training_course_pkey PRIMARY KEY (realm, id)
);
create table training_hours (
  realm integer not null,
  stream uuid not null,
  account uuid not null,
  entry integer not null,
  path integer[] not null,
  plan uuid,
  on_day date not null,
  hours numeric(6,1) not null,
  constraint training_hours_pkey PRIMARY KEY (realm, stream, account, entry)
);
create table training_learner (
  realm integer not null,
  class uuid not null,
  account uuid not null,
  path integer[] not null,
  seat integer[] not null,
  full_time boolean not null,
  passed boolean,
  completed boolean not null,
  constraint training_learner_pkey PRIMARY KEY (realm, class, account)
);
create table training_met (
  realm integer not null,
  id uuid not null,
  account uuid not null,
  plan uuid not null,
  path integer[] not null,
  level text collate "C" not null,
  full_time boolean not null,
  on_day date not null,
  constraint training_met_pkey PRIMARY KEY (realm, id)
);
create table training_pass (
  realm integer not null,
  stream uuid not null,
  account uuid not null,
  path integer[] not null,
  on_day date not null,
  title text not null,
  hours numeric(6,1) not null,
  tags text[] not null,
  unit integer not null,
  constraint training_pass_pkey PRIMARY KEY (realm, stream, account)
);
create table training_plan (
  realm integer not null,
  id uuid not null,
  unit integer not null,
  path integer[] not null,
  title text not null,
  from_on date not null,
  to_on date not null,
  follows uuid,
  groups jsonb not null,
  aim text,
  closed_on date,
  constraint training_plan_pkey PRIMARY KEY (realm, id)
);
create table unit (
  id integer not null generated by default as identity,
  name text not null,
  level text collate "C" not null,
  kind text collate "C" not null,
  region text collate "C" not null,
  realm integer not null,
  parent integer,
  industrial_parent integer,
  ancestors integer[] not null,
  uscc text collate "C",
  employer integer,
  claimed_at timestamp with time zone,
  valid_from date not null,
  valid_to date,
  merged_into integer,
  constraint unit_kind_check CHECK ((kind = ANY (ARRAY['local'::text, 'industrial'::text, 'organ'::text, 'joint'::text, 'grassroots'::text]))),
  constraint unit_level_check CHECK ((level = ANY (ARRAY['nation'::text, 'province'::text, 'city'::text, 'county'::text, 'township'::text, 'grassroots'::text, 'group'::text]))),
  constraint unit_employer_fkey FOREIGN KEY (employer) REFERENCES employer(id),
  constraint unit_industrial_parent_fkey FOREIGN KEY (industrial_parent) REFERENCES unit(id),
  constraint unit_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES unit(id),
  constraint unit_parent_fkey FOREIGN KEY (parent) REFERENCES unit(id),
  constraint unit_pkey PRIMARY KEY (id)
);
create table upload (
  id uuid not null,
  wrapped bytea not null,
  length bigint not null,
  received bigint not null default 0,
  state text collate "C" not null default 'open'::text,
  refusal text collate "C",
  type text collate "C",
  view_type text collate "C",
  commitment bytea,
  expires_at timestamp with time zone not null,
  constraint upload_check CHECK ((received <= length)),
  constraint upload_length_check CHECK ((length > 0)),
  constraint upload_state_check CHECK ((state = ANY (ARRAY['open'::text, 'ready'::text, 'refused'::text]))),
  constraint upload_pkey PRIMARY KEY (id)
);
create table visit (
  realm integer not null,
  id uuid not null,
  unit integer not null,
  path integer[] not null,
  status text collate "C" not null,
  place uuid,
  employer integer,
  region text collate "C",
  kind text collate "C",
  visited_on date,
  plan_post integer,
  recorded_by integer,
  team integer[] not null,
  met integer not null,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  submitted_at timestamp with time zone,
  recorded_at timestamp with time zone,
  opinions jsonb not null,
  explanations jsonb not null,
  deeds jsonb not null,
  next_step jsonb,
  corrections integer not null,
  version integer not null,
  constraint visit_pkey PRIMARY KEY (realm, id)
);
create table visit_reach (
  realm integer not null,
  ancestor_unit integer not null,
  visit uuid not null,
  unit integer not null,
  path integer[] not null,
  status text collate "C" not null,
  visited_on date,
  employer integer,
  kind text collate "C",
  constraint visit_reach_pkey PRIMARY KEY (realm, ancestor_unit, visit)
);
create table work (
  realm integer not null,
  ancestor_unit integer not null,
  demand uuid not null,
  next_at timestamp with time zone not null,
  next_what text collate "C" not null,
  duty smallint not null,
  own smallint not null,
  blocked_units integer[] not null,
  restricted text collate "C",
  blocked_posts integer[] not null default '{}'::integer[],
  constraint work_pkey PRIMARY KEY (realm, ancestor_unit, demand)
);

-- indexes
CREATE INDEX article_story ON article USING btree (public_demand) WHERE (public_demand IS NOT NULL);
CREATE INDEX article_unit ON article USING btree (unit, changed_at DESC, id DESC);
CREATE INDEX brief_unit ON brief USING btree (directive, unit);
CREATE INDEX campaign_unit ON campaign USING btree (unit);
CREATE INDEX closed_latest ON closed USING btree (ancestor_unit, closed_at DESC, realm DESC, demand DESC);
CREATE UNIQUE INDEX command_batch ON command USING btree (realm, batch, ordinal);
CREATE INDEX comment_mark ON comment USING btree (realm, mark);
CREATE INDEX comment_published ON comment USING btree (article, published_at) WHERE (status = 'published'::text);
CREATE INDEX comment_unit ON comment USING btree (unit, written_at, id);
CREATE INDEX content_subject ON content USING btree (realm, subject);
CREATE INDEX deed_done ON deed USING btree (done_on) WHERE (done_on IS NOT NULL);
CREATE INDEX deed_list ON deed USING btree (unit, id DESC);
CREATE INDEX deed_notice ON deed USING btree (notice_to, id) WHERE (notice_to IS NOT NULL);
CREATE INDEX deed_waiting ON deed USING btree (id DESC) WHERE (status = 'proposed'::text);
CREATE INDEX demand_clock ON demand USING btree (clock_at, realm, id) WHERE (clock_at IS NOT NULL);
CREATE INDEX demand_exclusion ON demand USING btree (exclusion_unit, exclusion_by, realm, id) WHERE (exclusion_unit IS NOT NULL);
CREATE INDEX demand_kept ON demand USING btree (kept_post) WHERE (kept_post IS NOT NULL);
CREATE INDEX demand_leaf ON demand USING btree (topic, submitted_at) WHERE ((topic IS NOT NULL) AND (restricted IS NULL));
CREATE INDEX demand_master ON demand USING btree (master) WHERE (master IS NOT NULL);
CREATE INDEX demand_provisional ON demand USING btree (realm, id) WHERE provisional;
CREATE INDEX demand_visit ON demand USING btree (visit) WHERE (visit IS NOT NULL);
CREATE INDEX directive_campaign ON directive USING btree (campaign);
CREATE INDEX directive_in_force ON directive USING btree (realm, id) WHERE (state = 'issued'::text);
CREATE UNIQUE INDEX directive_number ON directive USING btree (realm, unit, number);
CREATE INDEX duty_unit ON duty USING btree (unit, from_at);
CREATE INDEX employer_name ON employer USING btree (name, region) WHERE (valid_to IS NULL);
CREATE INDEX employer_region ON employer USING btree (region, id) WHERE (valid_to IS NULL);
CREATE UNIQUE INDEX employer_uscc ON employer USING btree (uscc) WHERE ((valid_to IS NULL) AND (uscc IS NOT NULL));
CREATE INDEX file_once ON file USING btree (id);
CREATE INDEX file_subject ON file USING btree (realm, subject);
CREATE INDEX form_wanted_approver ON form_wanted USING btree (approver, asked_on, directive, entry) WHERE ((state = 'asked'::text) AND in_force);
CREATE INDEX guess_expires ON guess USING btree (expires_at);
CREATE INDEX invitation_meeting ON invitation USING btree (meeting, unit);
CREATE INDEX issue_opened ON issue USING btree (opened_at DESC, realm DESC, id DESC);
CREATE INDEX issue_place ON issue USING btree (topic, employer, region) WHERE (closed_at IS NULL);
CREATE INDEX leading_group_campaign ON leading_group USING btree (campaign, unit);
CREATE INDEX meeting_below ON meeting USING btree (below, start_at DESC, id DESC);
CREATE INDEX meeting_campaign ON meeting USING btree (campaign) WHERE (campaign IS NOT NULL);
CREATE INDEX meeting_task ON meeting_decision USING btree (unit, until_on) WHERE ((unit IS NOT NULL) AND (NOT done));
CREATE INDEX meeting_unit ON meeting USING btree (unit, start_at DESC, id DESC);
CREATE INDEX move_of_unit ON move USING btree (unit, month, day);
CREATE INDEX notice_demand ON notice USING btree (realm, demand);
CREATE INDEX notice_due ON notice USING btree (not_before) WHERE (state = 'queued'::text);
CREATE INDEX notice_unit ON notice USING btree (to_unit, made_at DESC) WHERE (to_kind = 'unit'::text);
CREATE INDEX opening_list ON opening USING btree (ancestor_unit, at DESC, stream DESC, version DESC);
CREATE INDEX origin_demand ON origin USING btree (demand) WHERE (demand IS NOT NULL);
CREATE INDEX outreach_employer ON outreach USING btree (employer, year);
CREATE INDEX outreach_visit ON outreach USING btree (visit_realm, visit);
CREATE INDEX place_employer ON place USING btree (employer) WHERE (employer IS NOT NULL);
CREATE INDEX place_unit ON place USING btree (unit, id) WHERE (ended_on IS NULL);
CREATE INDEX post_account ON post USING btree (account);
CREATE INDEX post_account_now ON post USING btree (account) WHERE (valid_to IS NULL);
CREATE INDEX post_chain ON post USING btree ((
CASE
    WHEN (first_post IS NULL) THEN id
    ELSE first_post
END)) WHERE (valid_to IS NULL);
CREATE INDEX post_unit ON post USING btree (unit, role) WHERE (valid_to IS NULL);
CREATE INDEX practice_described ON practice USING btree (described_at DESC, realm DESC, id DESC);
CREATE INDEX precedent_topic ON precedent USING btree (topic, at DESC);
CREATE INDEX published_demand ON published USING btree (demand) WHERE (demand IS NOT NULL);
CREATE INDEX published_latest ON published USING btree (released_at DESC, id DESC) WHERE (state = 'released'::text);
CREATE INDEX published_series ON published USING btree (series, part) WHERE (series IS NOT NULL);
CREATE INDEX region_children ON region USING btree (parent, code) WHERE (valid_to IS NULL);
CREATE UNIQUE INDEX region_in_force ON region USING btree (code) WHERE (valid_to IS NULL);
CREATE INDEX sent_notice ON sent USING btree (realm, notice);
CREATE INDEX series_unit ON series USING btree (unit);
CREATE INDEX session_account ON session USING btree (account);
CREATE INDEX session_expires ON session USING btree (expires_at);
CREATE INDEX sheet_header_unit ON sheet_header USING btree (unit, header);
CREATE INDEX sheet_unit ON sheet USING btree (unit, asked_on, id);
CREATE INDEX stood_list ON stood USING btree (unit, measure, counted_on DESC, realm DESC, stream DESC);
CREATE INDEX suggestion_raised ON suggestion USING btree (raised_at DESC, realm DESC, id DESC);
CREATE INDEX suggestion_waits ON suggestion USING btree (waits_unit, due_on) WHERE (waits_unit IS NOT NULL);
CREATE INDEX tally_list ON tally USING btree (unit, measure, counted_on DESC, realm DESC, stream DESC);
CREATE INDEX training_class_unit ON training_class USING btree (unit, first_on DESC);
CREATE INDEX training_course_unit ON training_course USING btree (unit, id DESC);
CREATE INDEX training_hours_account ON training_hours USING btree (account, on_day DESC);
CREATE INDEX training_hours_plan ON training_hours USING btree (plan, account, on_day);
CREATE INDEX training_learner_account ON training_learner USING btree (account);
CREATE INDEX training_met_account ON training_met USING btree (account, plan);
CREATE INDEX training_met_plan ON training_met USING btree (plan);
CREATE INDEX training_pass_account ON training_pass USING btree (account, on_day DESC);
CREATE INDEX training_plan_unit ON training_plan USING btree (unit, from_on DESC);
CREATE INDEX unit_children ON unit USING btree (parent, id) WHERE (valid_to IS NULL);
CREATE INDEX unit_employer ON unit USING btree (employer) WHERE (employer IS NOT NULL);
CREATE INDEX unit_name ON unit USING btree (name, region) WHERE (valid_to IS NULL);
CREATE INDEX unit_parent ON unit USING btree (parent);
CREATE INDEX unit_seat ON unit USING btree (region, level) WHERE (valid_to IS NULL);
CREATE UNIQUE INDEX unit_uscc ON unit USING btree (uscc) WHERE ((valid_to IS NULL) AND (uscc IS NOT NULL));
CREATE INDEX upload_over ON upload USING btree (expires_at);
CREATE INDEX visit_employer ON visit USING btree (employer, started_at) WHERE ((employer IS NOT NULL) AND (started_at IS NOT NULL));
CREATE INDEX visit_place ON visit USING btree (place, visited_on) WHERE (place IS NOT NULL);
CREATE INDEX visit_plans ON visit USING btree (unit, visited_on) WHERE (status = 'planned'::text);
CREATE INDEX visit_reach_employer ON visit_reach USING btree (ancestor_unit, employer, visited_on) WHERE (status = 'recorded'::text);
CREATE INDEX visit_reach_list ON visit_reach USING btree (ancestor_unit, status, visited_on DESC, visit DESC);
CREATE INDEX work_next ON work USING btree (ancestor_unit, next_at, realm, demand);

-- functions
CREATE OR REPLACE FUNCTION public.append_to_ledger(p_events json, p_streams json, p_commands json, p_batch json)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  insert into event (realm, position, stream, version, noun, kind, body, actor, command, rules, at, batch, prev, hash)
  select e.realm, e.position, e.stream, e.version, e.noun, e.kind, e.body, e.actor, e.command, e.rules, e.at, e.batch, e.prev, e.hash
  from json_populate_recordset(null::event, p_events) e;

  -- A head that moved since it was read (which the locks forbid) would become null, which the column refuses.
  insert into stream as s (realm, stream, noun, version, head)
  select t.realm, t.stream, t.noun, t.version, t.head
  from json_to_recordset(p_streams) as t (realm integer, stream uuid, noun text, version integer, head bytea)
  on conflict (realm, stream) do update set head = excluded.head, version = case
    when s.version = (select (o ->> 'expected')::integer from json_array_elements(p_streams) o where (o ->> 'stream')::uuid = s.stream)
    then excluded.version end;

  insert into command (realm, id, kind, actor, body_mac, outcome, batch, ordinal, at)
  select c.realm, c.id, c.kind, c.actor, c.body_mac, c.outcome, c.batch, c.ordinal, c.at
  from json_populate_recordset(null::command, p_commands) c;

  insert into ledger_batch (realm, n, first_position, last_position, commands, at, root, prev, mac)
  select b.realm, b.n, b.first_position, b.last_position, b.commands, b.at, b.root, b.prev, b.mac
  from json_populate_record(null::ledger_batch, p_batch) b;

  update realm_head h set position = b.last_position, batch = b.n, mac = b.mac
  from json_populate_record(null::ledger_batch, p_batch) b where h.realm = b.realm;
end $function$
;
CREATE OR REPLACE FUNCTION public.open_batch(p_realm integer, p_commands uuid[], p_streams uuid[], p_subjects uuid[], p_day date, p_regions text[], p_counts integer[], OUT head json, OUT directory bigint, OUT stored json, OUT numbers json, OUT streams json, OUT events json, OUT keys json)
 RETURNS record
 LANGUAGE plpgsql
AS $function$
begin
  perform from realm_head h where h.realm = p_realm for update;
  if not found then
    insert into realm_head (realm) values (p_realm) on conflict do nothing;
    perform from realm_head h where h.realm = p_realm for update;
  end if;
  select to_json(h) into head from realm_head h where h.realm = p_realm;

  select json_agg(c) into stored from (
    select c.id, c.body_mac, c.outcome from command c where c.realm = p_realm and c.id = any(p_commands)) c;
  select v.n into directory from directory_version v;

  if cardinality(p_regions) > 0 then
    with taken as (
      insert into number_counter as c (realm, region, day, last)
      select p_realm, t.region, p_day, t.count from unnest(p_regions, p_counts) as t (region, count) order by t.region
      on conflict (realm, region, day) do update set last = c.last + excluded.last returning c.region, c.last)
    select json_agg(taken) into numbers from taken;
  end if;

  if cardinality(p_streams) > 0 then
    select json_agg(s) into streams from (
      select s.stream, s.noun, s.version, s.head from stream s
      where s.realm = p_realm and s.stream = any(p_streams) order by s.stream for update) s;
    -- Streams without a head have no events: most of a rush is new.
    if streams is not null then
      select json_agg(e) into events from (
        select e.realm, e.position, e.stream, e.version, e.noun, e.kind, e.body, e.actor, e.rules, e.at
        from event e where e.realm = p_realm and e.stream = any(p_streams) order by e.stream, e.version) e;
    end if;
  end if;

  if cardinality(p_subjects) > 0 then
    select json_agg(k) into keys from (
      select k.subject, k.part, k.realm_key, k.wrapped from subject_key k
      where k.realm = p_realm and k.subject = any(p_subjects)) k;
  end if;
end $function$
;
CREATE OR REPLACE FUNCTION public.put_demands(p_realms integer[], p_gone uuid[], p_demand json, p_work json)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if cardinality(p_gone) > 0 then
    delete from demand where realm = any(p_realms) and id = any(p_gone);
    delete from work where realm = any(p_realms) and demand = any(p_gone);
  end if;
  insert into demand select * from json_populate_recordset(null::demand, p_demand);
  insert into work select * from json_populate_recordset(null::work, p_work);
end $function$
;
CREATE OR REPLACE FUNCTION public.put_into_vault(p_keys json, p_contents json, p_receipts json)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  insert into subject_key (realm, subject, part, realm_key, wrapped)
  select k.realm, k.subject, k.part, k.realm_key, k.wrapped from json_populate_recordset(null::subject_key, p_keys) k;

  insert into content (realm, id, subject, part, kind, sealed, commitment)
  select c.realm, c.id, c.subject, c.part, c.kind, c.sealed, c.commitment from json_populate_recordset(null::content, p_contents) c;

  insert into receipt (realm, demand, number, code_mac, assisted, check_word)
  select r.realm, r.demand, r.number, r.code_mac, r.assisted, r.check_word from json_populate_recordset(null::receipt, p_receipts) r;
end $function$
;
CREATE OR REPLACE FUNCTION public.training_causes(of_unit integer, since timestamp with time zone)
 RETURNS TABLE(cause text, n integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  select case e.kind when 'UnderstandingAnswered' then 'misunderstood' when 'DemandReopened' then 'reopened' else 'ruled' end,
    count(distinct e.stream)::integer
  from unit u join tally t on t.unit = u.id and t.measure = 'heard'
    join event e on e.realm = t.realm and e.stream = t.stream
  where u.id = of_unit and nullif(current_setting('zh.who', true), '') = 'staff'
    and nullif(current_setting('zh.unit', true), '')::integer = any (u.ancestors)
    and e.at >= since
    and (e.kind in ('DemandReopened', 'OrderRuled') or (e.kind = 'UnderstandingAnswered' and e.body ->> 'yes' = 'false'))
  group by 1
$function$
;
CREATE OR REPLACE FUNCTION public.training_coverage(plan_realm integer, plan_id uuid, under integer, on_day date, until timestamp with time zone, levels text[])
 RETURNS TABLE(child integer, full_time boolean, level text, roster integer, met integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with asked as (
    select p.id, p.unit, p.groups from training_plan p join unit u on u.id = training_coverage.under and p.unit = any (u.ancestors)
    where p.realm = plan_realm and p.id = plan_id
      and nullif(current_setting('zh.who', true), '') = 'staff'
      and nullif(current_setting('zh.unit', true), '')::integer = any (u.ancestors)
  ),
  held as (
    select o.account, o.id, o.full_time, u.level, u.ancestors
    from asked a join unit u on a.unit = any (u.ancestors) and u.valid_to is null
      join post o on o.unit = u.id and o.valid_from < until and (o.valid_to is null or o.valid_to >= until)
  ),
  seat as (
    select distinct on (h.account) h.account, h.full_time, h.level, h.ancestors
    from held h order by h.account, h.full_time desc, array_position(levels, h.level), h.id
  ),
  roster as (
    select s.account, s.full_time, s.level, g.hours,
      case when s.ancestors[1] = under then null else s.ancestors[array_position(s.ancestors, under) - 1] end as child
    from asked a, seat s, lateral (
      select (each ->> 'hours')::numeric as hours from jsonb_array_elements(a.groups) each
      where (each ->> 'fullTime')::boolean = s.full_time and coalesce(each ->> 'level', s.level) = s.level
      order by each ->> 'level' is null limit 1) g
    where under = any (s.ancestors)
  ),
  done as (
    select h.account, sum(h.hours) as hours from training_hours h
    where h.plan = plan_id and h.on_day <= training_coverage.on_day group by h.account
  )
  select r.child, r.full_time, r.level, count(*)::integer, count(*) filter (where d.hours >= r.hours)::integer
  from roster r left join done d using (account) group by 1, 2, 3
$function$
;
CREATE OR REPLACE FUNCTION public.training_standing(people uuid[], of_plan uuid, levels text[])
 RETURNS TABLE(account uuid, plan uuid, path integer[], level text, full_time boolean, on_day date)
 LANGUAGE sql
 STABLE
 SET search_path TO 'public', 'pg_temp'
AS $function$
  with asked as (
    select h.account, h.plan from training_hours h
    where h.plan is not null and (people is null or h.account = any (people)) and (of_plan is null or h.plan = of_plan)
    union
    select m.account, m.plan from training_met m
    where (people is null or m.account = any (people)) and (of_plan is null or m.plan = of_plan)
  ),
  seat as (
    select distinct on (a.account, a.plan) a.account, a.plan, o.full_time, u.level, u.ancestors as path, p.groups
    from asked a join training_plan p on p.id = a.plan join post o on o.account = a.account and o.valid_to is null
      join unit u on u.id = o.unit and u.valid_to is null and p.unit = any (u.ancestors)
    order by a.account, a.plan, o.full_time desc, array_position(levels, u.level), o.id
  ),
  asks as (
    select s.account, s.plan, s.path, s.level, s.full_time, g.hours from seat s, lateral (
      select (each ->> 'hours')::numeric as hours from jsonb_array_elements(s.groups) each
      where (each ->> 'fullTime')::boolean = s.full_time and coalesce(each ->> 'level', s.level) = s.level
      order by each ->> 'level' is null limit 1) g
  ),
  run as (
    select h.account, h.plan, h.on_day,
      sum(h.hours) over (partition by h.account, h.plan order by h.on_day) as so_far
    from training_hours h join asks using (account, plan)
  ),
  met as (
    select r.account, r.plan, min(r.on_day) as on_day from run r join asks s using (account, plan)
    where r.so_far >= s.hours group by 1, 2
  )
  select a.account, a.plan, s.path, s.level, s.full_time, m.on_day
  from asked a left join (asks s join met m using (account, plan)) using (account, plan)
$function$
;

-- row-level security
alter table account enable row level security;
alter table article enable row level security;
alter table brief enable row level security;
alter table campaign enable row level security;
alter table cascade enable row level security;
alter table closed enable row level security;
alter table comment enable row level security;
alter table consent enable row level security;
alter table deed enable row level security;
alter table demand enable row level security;
alter table directive enable row level security;
alter table directory_version enable row level security;
alter table duty enable row level security;
alter table employer enable row level security;
alter table event enable row level security;
alter table figure enable row level security;
alter table figure_year enable row level security;
alter table form_wanted enable row level security;
alter table installation enable row level security;
alter table invitation enable row level security;
alter table issue enable row level security;
alter table leading_group enable row level security;
alter table meeting enable row level security;
alter table meeting_decision enable row level security;
alter table move enable row level security;
alter table notice enable row level security;
alter table office enable row level security;
alter table opening enable row level security;
alter table origin enable row level security;
alter table outreach enable row level security;
alter table place enable row level security;
alter table post enable row level security;
alter table practice enable row level security;
alter table precedent enable row level security;
alter table published enable row level security;
alter table region enable row level security;
alter table region_edition enable row level security;
alter table section enable row level security;
alter table sent enable row level security;
alter table series enable row level security;
alter table sheet enable row level security;
alter table sheet_header enable row level security;
alter table stationing enable row level security;
alter table stood enable row level security;
alter table suggestion enable row level security;
alter table tally enable row level security;
alter table training_class enable row level security;
alter table training_course enable row level security;
alter table training_hours enable row level security;
alter table training_learner enable row level security;
alter table training_met enable row level security;
alter table training_pass enable row level security;
alter table training_plan enable row level security;
alter table unit enable row level security;
alter table visit enable row level security;
alter table visit_reach enable row level security;
alter table work enable row level security;

-- policies
create policy reader on account as permissive for select to zhagen_reader using ((NULLIF(current_setting('zh.who'::text, true), ''::text) = ANY (ARRAY['staff'::text, 'claimant'::text])));
create policy writer on account as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on article as permissive for select to zhagen_reader using (((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text) AND ((NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer = ANY (path))));
create policy writer on article as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on brief as permissive for select to zhagen_reader using (((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text) AND ((NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer = ANY (path))));
create policy writer on brief as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on campaign as permissive for select to zhagen_reader using (((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text) OR ((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'public'::text) AND (cardinality(path) = 1))));
create policy writer on campaign as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on cascade as permissive for select to zhagen_reader using ((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text));
create policy writer on cascade as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on closed as permissive for select to zhagen_reader using (((ancestor_unit = (NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer) AND ((NULLIF(current_setting('zh.reach'::text, true), ''::text) = 'subtree'::text) OR ((NULLIF(current_setting('zh.reach'::text, true), ''::text) = 'own'::text) AND own)) AND (NOT (ancestor_unit = ANY (blocked_units))) AND (NOT ((NULLIF(current_setting('zh.post'::text, true), ''::text))::integer = ANY (blocked_posts))) AND ((restricted IS NULL) OR (restricted = NULLIF(current_setting('zh.section'::text, true), ''::text)))));
create policy writer on closed as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on comment as permissive for select to zhagen_reader using (((NULLIF(current_setting('zh.who'::text, true), ''::text) IS NOT NULL) AND ((status = 'published'::text) OR ((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text) AND ((NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer = ANY (path))))));
create policy writer on comment as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on consent as permissive for select to zhagen_reader using (((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text) AND ((NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer = ANY (reach_units)) AND (NOT ((NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer = ANY (blocked_units)))));
create policy writer on consent as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on deed as permissive for select to zhagen_reader using (((id = (NULLIF(current_setting('zh.claimant'::text, true), ''::text))::uuid) OR ((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text) AND ((NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer = ANY (path)))));
create policy writer on deed as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on demand as permissive for select to zhagen_reader using (((id = (NULLIF(current_setting('zh.claimant'::text, true), ''::text))::uuid) OR (((NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer = ANY (reach_units)) AND (NOT ((NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer = ANY (blocked_units))) AND (NOT ((NULLIF(current_setting('zh.post'::text, true), ''::text))::integer = ANY (blocked_posts))) AND ((restricted IS NULL) OR (restricted = NULLIF(current_setting('zh.section'::text, true), ''::text))) AND ((NULLIF(current_setting('zh.reach'::text, true), ''::text) = 'subtree'::text) OR ((NULLIF(current_setting('zh.reach'::text, true), ''::text) = 'own'::text) AND ((NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer = ANY (holder_units)))))));
create policy writer on demand as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on directive as permissive for select to zhagen_reader using ((((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text) AND ((state <> 'draft'::text) OR (unit = (NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer))) OR ((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'public'::text) AND (state = 'issued'::text) AND (cardinality(path) = 1))));
create policy writer on directive as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on directory_version as permissive for select to zhagen_reader using ((NULLIF(current_setting('zh.who'::text, true), ''::text) IS NOT NULL));
create policy writer on directory_version as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on duty as permissive for select to zhagen_reader using ((NULLIF(current_setting('zh.who'::text, true), ''::text) = ANY (ARRAY['staff'::text, 'claimant'::text])));
create policy writer on duty as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on employer as permissive for select to zhagen_reader using ((NULLIF(current_setting('zh.who'::text, true), ''::text) IS NOT NULL));
create policy writer on employer as permissive for select to zhagen_writer using (true);
create policy reader on event as permissive for select to zhagen_reader using (((stream = (NULLIF(current_setting('zh.claimant'::text, true), ''::text))::uuid) OR (stream = (NULLIF(current_setting('zh.demand'::text, true), ''::text))::uuid) OR (stream = (NULLIF(current_setting('zh.access'::text, true), ''::text))::uuid)));
create policy writer on event as permissive for select to zhagen_writer using (true);
create policy writer_appends on event as permissive for insert to zhagen_writer with check (true);
create policy reader on figure as permissive for select to zhagen_reader using ((( SELECT (NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text)) AND (( SELECT (NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer AS "nullif") = ANY (path))));
create policy writer on figure as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on figure_year as permissive for select to zhagen_reader using ((( SELECT (NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text)) AND (( SELECT (NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer AS "nullif") = ANY (path))));
create policy writer on figure_year as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on form_wanted as permissive for select to zhagen_reader using (((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text) AND ((NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer = ANY (path))));
create policy writer on form_wanted as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on installation as permissive for select to zhagen_reader using ((NULLIF(current_setting('zh.who'::text, true), ''::text) IS NOT NULL));
create policy writer on installation as permissive for select to zhagen_writer using (true);
create policy reader on invitation as permissive for select to zhagen_reader using (((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text) AND ((NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer = ANY (path))));
create policy writer on invitation as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on issue as permissive for select to zhagen_reader using (((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text) AND ((NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer = ANY (reach_units)) AND (NOT ((NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer = ANY (blocked_units)))));
create policy writer on issue as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on leading_group as permissive for select to zhagen_reader using ((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text));
create policy writer on leading_group as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on meeting as permissive for select to zhagen_reader using ((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text));
create policy writer on meeting as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on meeting_decision as permissive for select to zhagen_reader using ((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text));
create policy writer on meeting_decision as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on move as permissive for select to zhagen_reader using (((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text) AND ((NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer = ANY (path))));
create policy writer on move as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on notice as permissive for select to zhagen_reader using ((to_unit = (NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer));
create policy writer on notice as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on office as permissive for select to zhagen_reader using ((NULLIF(current_setting('zh.who'::text, true), ''::text) IS NOT NULL));
create policy writer on office as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on opening as permissive for select to zhagen_reader using (((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text) AND (ancestor_unit = (NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer)));
create policy writer on opening as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on origin as permissive for select to zhagen_reader using ((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text));
create policy writer on origin as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on outreach as permissive for select to zhagen_reader using (((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text) AND ((NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer = ANY (path))));
create policy writer on outreach as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on place as permissive for select to zhagen_reader using (((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text) AND ((NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer = ANY (path))));
create policy writer on place as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on post as permissive for select to zhagen_reader using ((NULLIF(current_setting('zh.who'::text, true), ''::text) = ANY (ARRAY['staff'::text, 'claimant'::text])));
create policy writer on post as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on practice as permissive for select to zhagen_reader using ((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text));
create policy writer on practice as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on precedent as permissive for select to zhagen_reader using ((((NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer = ANY (reach_units)) AND (NOT ((NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer = ANY (blocked_units)))));
create policy writer on precedent as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on published as permissive for select to zhagen_reader using ((NULLIF(current_setting('zh.who'::text, true), ''::text) IS NOT NULL));
create policy writer on published as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on region as permissive for select to zhagen_reader using ((NULLIF(current_setting('zh.who'::text, true), ''::text) IS NOT NULL));
create policy writer on region as permissive for select to zhagen_writer using (true);
create policy reader on region_edition as permissive for select to zhagen_reader using ((NULLIF(current_setting('zh.who'::text, true), ''::text) IS NOT NULL));
create policy writer on region_edition as permissive for select to zhagen_writer using (true);
create policy reader on section as permissive for select to zhagen_reader using ((NULLIF(current_setting('zh.who'::text, true), ''::text) IS NOT NULL));
create policy writer on section as permissive for select to zhagen_writer using (true);
create policy writer on sent as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on series as permissive for select to zhagen_reader using ((NULLIF(current_setting('zh.who'::text, true), ''::text) IS NOT NULL));
create policy writer on series as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on sheet as permissive for select to zhagen_reader using (((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text) AND ((NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer = ANY (path))));
create policy writer on sheet as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on sheet_header as permissive for select to zhagen_reader using ((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text));
create policy writer on sheet_header as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on stationing as permissive for select to zhagen_reader using (((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text) AND ((NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer = ANY (path))));
create policy writer on stationing as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on stood as permissive for select to zhagen_reader using ((( SELECT (NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text)) AND (( SELECT (NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer AS "nullif") = ANY (path))));
create policy writer on stood as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on suggestion as permissive for select to zhagen_reader using (((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text) AND ((NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer = ANY (path))));
create policy writer on suggestion as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on tally as permissive for select to zhagen_reader using (((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text) AND ((NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer = ANY (path))));
create policy writer on tally as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on training_class as permissive for select to zhagen_reader using ((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text));
create policy writer on training_class as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on training_course as permissive for select to zhagen_reader using ((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text));
create policy writer on training_course as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on training_hours as permissive for select to zhagen_reader using (((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text) AND ((account = (NULLIF(current_setting('zh.account'::text, true), ''::text))::uuid) OR ((NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer = ANY (path)))));
create policy writer on training_hours as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on training_learner as permissive for select to zhagen_reader using (((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text) AND ((account = (NULLIF(current_setting('zh.account'::text, true), ''::text))::uuid) OR ((NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer = ANY (path)) OR ((NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer = ANY (seat)))));
create policy writer on training_learner as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on training_met as permissive for select to zhagen_reader using (((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text) AND (account = (NULLIF(current_setting('zh.account'::text, true), ''::text))::uuid)));
create policy writer on training_met as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on training_pass as permissive for select to zhagen_reader using (((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text) AND ((account = (NULLIF(current_setting('zh.account'::text, true), ''::text))::uuid) OR (unit = (NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer))));
create policy writer on training_pass as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on training_plan as permissive for select to zhagen_reader using ((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text));
create policy writer on training_plan as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on unit as permissive for select to zhagen_reader using ((NULLIF(current_setting('zh.who'::text, true), ''::text) IS NOT NULL));
create policy writer on unit as permissive for select to zhagen_writer using (true);
create policy reader on visit as permissive for select to zhagen_reader using (((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text) AND ((NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer = ANY (path))));
create policy writer on visit as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on visit_reach as permissive for select to zhagen_reader using (((NULLIF(current_setting('zh.who'::text, true), ''::text) = 'staff'::text) AND ((NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer = ANY (path))));
create policy writer on visit_reach as permissive for all to zhagen_writer using (true) with check (true);
create policy reader on work as permissive for select to zhagen_reader using (((ancestor_unit = (NULLIF(current_setting('zh.unit'::text, true), ''::text))::integer) AND ((NULLIF(current_setting('zh.reach'::text, true), ''::text) = 'subtree'::text) OR ((NULLIF(current_setting('zh.reach'::text, true), ''::text) = 'own'::text) AND (own <> 0))) AND (NOT (ancestor_unit = ANY (blocked_units))) AND (NOT ((NULLIF(current_setting('zh.post'::text, true), ''::text))::integer = ANY (blocked_posts))) AND ((restricted IS NULL) OR (restricted = NULLIF(current_setting('zh.section'::text, true), ''::text)))));
create policy writer on work as permissive for all to zhagen_writer using (true) with check (true);

-- rights
grant insert, select, update on account to zhagen_writer;
grant select on article to zhagen_reader;
grant delete, insert, select, update on article to zhagen_writer;
grant select on brief to zhagen_reader;
grant delete, insert, select, update on brief to zhagen_writer;
grant select on campaign to zhagen_reader;
grant delete, insert, select, update on campaign to zhagen_writer;
grant select on cascade to zhagen_reader;
grant delete, insert, select, update on cascade to zhagen_writer;
grant select on closed to zhagen_reader;
grant delete, insert, select, update on closed to zhagen_writer;
grant insert, select on command to zhagen_writer;
grant select on comment to zhagen_reader;
grant delete, insert, select, update on comment to zhagen_writer;
grant select on consent to zhagen_reader;
grant delete, insert, select, update on consent to zhagen_writer;
grant delete, insert, select on content to zhagen_writer;
grant select on deed to zhagen_reader;
grant delete, insert, select, update on deed to zhagen_writer;
grant select on demand to zhagen_reader;
grant delete, insert, select, update on demand to zhagen_writer;
grant select on directive to zhagen_reader;
grant delete, insert, select, update on directive to zhagen_writer;
grant select on directory_version to zhagen_reader;
grant select, update on directory_version to zhagen_writer;
grant select on duty to zhagen_reader;
grant delete, insert, select, update on duty to zhagen_writer;
grant select on employer to zhagen_reader;
grant select on employer to zhagen_writer;
grant insert, select on event to zhagen_writer;
grant select on figure to zhagen_reader;
grant delete, insert, select, update on figure to zhagen_writer;
grant select on figure_year to zhagen_reader;
grant delete, insert, select, update on figure_year to zhagen_writer;
grant delete, insert, select on file to zhagen_writer;
grant delete, insert, select on file_part to zhagen_writer;
grant insert, select, update on follower to zhagen_writer;
grant select on form_wanted to zhagen_reader;
grant delete, insert, select, update on form_wanted to zhagen_writer;
grant delete, insert, select, update on guess to zhagen_writer;
grant select on installation to zhagen_reader;
grant select on installation to zhagen_writer;
grant select on invitation to zhagen_reader;
grant delete, insert, select, update on invitation to zhagen_writer;
grant select on issue to zhagen_reader;
grant delete, insert, select, update on issue to zhagen_writer;
grant select on leading_group to zhagen_reader;
grant delete, insert, select, update on leading_group to zhagen_writer;
grant insert, select on ledger_batch to zhagen_writer;
grant select on meeting to zhagen_reader;
grant delete, insert, select, update on meeting to zhagen_writer;
grant select on meeting_decision to zhagen_reader;
grant delete, insert, select, update on meeting_decision to zhagen_writer;
grant select on move to zhagen_reader;
grant delete, insert, select, update on move to zhagen_writer;
grant select on notice to zhagen_reader;
grant delete, insert, select, update on notice to zhagen_writer;
grant insert, select, update on number_counter to zhagen_writer;
grant select on office to zhagen_reader;
grant delete, insert, select, update on office to zhagen_writer;
grant select on opening to zhagen_reader;
grant delete, insert, select, update on opening to zhagen_writer;
grant select on origin to zhagen_reader;
grant delete, insert, select, update on origin to zhagen_writer;
grant select on outreach to zhagen_reader;
grant delete, insert, select, update on outreach to zhagen_writer;
grant select on place to zhagen_reader;
grant delete, insert, select, update on place to zhagen_writer;
grant select on post to zhagen_reader;
grant delete, insert, select, update on post to zhagen_writer;
grant usage on sequence post_id to zhagen_writer;
grant select on practice to zhagen_reader;
grant delete, insert, select, update on practice to zhagen_writer;
grant select on precedent to zhagen_reader;
grant delete, insert, select, update on precedent to zhagen_writer;
grant select on published to zhagen_reader;
grant delete, insert, select, update on published to zhagen_writer;
grant insert, select, update on realm_head to zhagen_writer;
grant insert, select, update on realm_key to zhagen_writer;
grant insert, select, update on receipt to zhagen_writer;
grant select on region to zhagen_reader;
grant select on region to zhagen_writer;
grant select on region_edition to zhagen_reader;
grant select on region_edition to zhagen_writer;
grant select on section to zhagen_reader;
grant select on section to zhagen_writer;
grant insert, select on sent to zhagen_writer;
grant select on series to zhagen_reader;
grant delete, insert, select, update on series to zhagen_writer;
grant delete, insert, select, update on session to zhagen_writer;
grant select on sheet to zhagen_reader;
grant delete, insert, select, update on sheet to zhagen_writer;
grant select on sheet_header to zhagen_reader;
grant delete, insert, select, update on sheet_header to zhagen_writer;
grant select on stationing to zhagen_reader;
grant delete, insert, select, update on stationing to zhagen_writer;
grant select on stood to zhagen_reader;
grant delete, insert, select, update on stood to zhagen_writer;
grant insert, select, update on stream to zhagen_writer;
grant delete, insert, select on subject_key to zhagen_writer;
grant select on suggestion to zhagen_reader;
grant delete, insert, select, update on suggestion to zhagen_writer;
grant select on tally to zhagen_reader;
grant delete, insert, select, update on tally to zhagen_writer;
grant select on training_class to zhagen_reader;
grant delete, insert, select, update on training_class to zhagen_writer;
grant select on training_course to zhagen_reader;
grant delete, insert, select, update on training_course to zhagen_writer;
grant select on training_hours to zhagen_reader;
grant delete, insert, select, update on training_hours to zhagen_writer;
grant select on training_learner to zhagen_reader;
grant delete, insert, select, update on training_learner to zhagen_writer;
grant select on training_met to zhagen_reader;
grant delete, insert, select, update on training_met to zhagen_writer;
grant select on training_pass to zhagen_reader;
grant delete, insert, select, update on training_pass to zhagen_writer;
grant select on training_plan to zhagen_reader;
grant delete, insert, select, update on training_plan to zhagen_writer;
grant select on unit to zhagen_reader;
grant select on unit to zhagen_writer;
grant delete, insert, select, update on upload to zhagen_writer;
grant select on visit to zhagen_reader;
grant delete, insert, select, update on visit to zhagen_writer;
grant select on visit_reach to zhagen_reader;
grant delete, insert, select, update on visit_reach to zhagen_writer;
grant select on work to zhagen_reader;
grant delete, insert, select, update on work to zhagen_writer;

-- rights to columns
grant select (id, name) on account to zhagen_reader;
grant select (realm, stream, version, kind, body, actor, at) on event to zhagen_reader;

-- comments
comment on table account is 'One person who signs in. Logins are lower case.';
comment on column account.password_hash is 'argon2id, PHC string.';
comment on column account.must_change is 'True after creation or reset: the first sign-in asks for a new password.';
comment on column account.demo is 'Made with the demonstration: its password is no secret, so it refuses any but loopback addresses.';
comment on table article is 'Articles as the paper that writes them sees them, without a word of the text.';
comment on column article.writers is 'Accounts that wrote the text that waits: they do not release it.';
comment on column article.public_demand is 'Demand under whose receipt the worker agreed to what is public; null where it tells of nobody.';
comment on table brief is 'A directive as one unit has it. When it was put before the unit, the receipt, the plan; whether anyone reads is not kept.';
comment on table campaign is 'A campaign 主线 of a unit: what it is for, what it rests on, its time.';
comment on column campaign.path is 'The unit and all above it, itself first.';
comment on table cascade is 'How far a directive was carried: units in order of number up to after_unit have it. What a kill cuts off goes on from there.';
comment on column cascade.directory is 'Version of the directory the walk went by; a newer one lets it look for units that were founded since.';
comment on table closed is 'One row per closed demand and ancestor of each union that ever held it; none while it is open.';
comment on column closed.own is 'Whether the union itself held it, not only one below it.';
comment on table command is 'What was asked and what came of it. A second arrival of the same id gets the stored outcome. Never the body.';
comment on column command.body_mac is 'HMAC of the canonical body under a key outside the database: tells the same id with another body.';
comment on table comment is 'Comments on articles: where each stands, no word of it.';
comment on column comment.mark is 'The part of its number by which it is found within the realm.';
comment on column comment.reason is 'Why it is not published: a code of rules/news.yaml.';
comment on table consent is 'Consents in force, one purpose each. What was taken back is no row here.';
comment on column consent.assisted is 'Given with a code that staff could have seen.';
comment on column consent.reach_units is 'Unions that may read of it: those that handled the demand and all above; none where one section alone may see it.';
comment on table content is 'AES-256-GCM: nonce, tag, ciphertext of {salt, value}; realm, id and kind are authenticated with it.';
comment on column content.commitment is 'SHA-256 of 32 bytes of salt and the value: the same bytes stand in the event, so content and proof can be compared.';
comment on table deed is 'Deeds 实事 that stand by themselves; what is done within a demand stands in the demand.';
comment on column deed.mark is 'By which the number of a slip finds the deed.';
comment on column deed.path is 'The unit and all above it, as they were when it was proposed: who may read the row.';
comment on column deed.own_fields is 'Values of the own fields of its kind: codes, counts, amounts, days.';
comment on column deed.proposed_by is 'Account of whoever proposed it.';
comment on column deed.approvals is 'Who signed for its money, in order: account, unit, instant.';
comment on column deed.slips_workers is 'Slips made for beneficiaries; said_yes, said_partly, said_no: their words. Silence is none of them.';
comment on table demand is 'The folded state of a demand, without a word of what was said.';
comment on column demand.claimed is 'What the union says of it. Beside confirmed: two facts, never one.';
comment on column demand.confirmed is 'What the worker says of it; null as long as they have not.';
comment on column demand.outcome is 'What a closed demand carries: the verdict, clear, unknown, or none where it was redirected or withdrawn.';
comment on column demand.next_unit is 'With next_at: the one responsible unit and the one time every open demand has.';
comment on column demand.holder_units is 'Units that hold it now or held it: triage, lead, joint, callback, copy.';
comment on column demand.reach_units is 'Every holder and its ancestors: who may see the demand, open or closed.';
comment on column demand.blocked_units is 'The own unions of employer and agency, and recused units: they see nothing, whatever else is true.';
comment on column demand.fixed is 'Why class and dues were fixed at the raising: danger to life or a group.';
comment on column demand.pending is 'What the lead has asked of one level up: pause, extend, lower or opinion.';
comment on column demand.master is 'The demand this claim is handled under. It may be of another realm.';
comment on column demand.restricted is 'The section that alone may see it: discipline for complaints about cadres, need-to-know leaves.';
comment on column demand.blocked_posts is 'Posts that stepped back from it: they see nothing of it.';
comment on column demand.provisional is 'Its due was counted through a year whose calendar has no official notice yet.';
comment on column demand.clock_at is 'When time itself must next do something about it. The clock runner takes them in this order.';
comment on column demand.visit is 'The visit it was heard on, as whoever raised it said.';
comment on column demand.consents is 'Purposes the worker agreed to, in force: which of the two verbs of consent the follow page offers.';
comment on column demand.exclusion_unit is 'Who decides whether it is left out of the rates; null where nobody asked.';
comment on column demand.exclusion_by is 'Until when; then it counts.';
comment on column demand.contestable is 'The worker said something that counts in a rate, and nobody asked yet to leave it out.';
comment on column demand.kept_post is 'Post the worker keeps after a visit; null where the worker keeps the union or nobody.';
comment on column demand.agency is 'Employer that hired the worker out: dispatch agency, outsourcing or platform company.';
comment on column demand.approach is 'The worker''s word on going to the employer: none, asked, yes, no.';
comment on table directive is 'A directive 意见 in clauses. Each clause names a measure; a column for a typed figure does not exist.';
comment on column directive.to_unit is 'It and all below receive.';
comment on column directive.forms is 'Forms that a province or the nation approved: unit, title, legalBasis, and whether it was sent down (attached).';
comment on table directory_version is 'Raised by every change of units, sections, employers or posts: the caches of the directory compare it.';
comment on table duty is 'The duty roster: which post of the unit is on duty from an instant until before another.';
comment on column duty.post is 'The post that was named; whoever holds the last post of its chain of hand-overs is on duty.';
comment on column duty.first_post is 'Post that chain began with.';
comment on table employer is 'Enterprises 用人单位. Facts only.';
comment on column employer.uscc_warning is 'Set when the check digit does not fit: early codes fail it, so it warns and never blocks (domain §8).';
comment on table event is 'The ledger. No personal content: names, phones and sentences stand in sealed content, here only as salted commitments.';
comment on column event.body is 'json, not jsonb: the text is kept to the byte, because the hash covers it.';
comment on column event.actor is 'post:<post>@<unit>, claimant, public, system or operator; never a name.';
comment on column event.rules is 'Version of the rules by which the body was computed; replay reads no rule.';
comment on column event.prev is 'Hash of the event before in the same stream, empty for the first.';
comment on column event.hash is 'SHA-256 over position, stream, version, noun, kind, body text, actor, command, rules, instant and prev.';
comment on table figure is 'Sums of tally by union (it and all below), measure, cut and month. Rows whose sum is nothing are kept: they cost less than their absence.';
comment on column figure.realm is 'Realm of the union, not of what is counted.';
comment on column figure.cut is 'Empty for the whole; topic:A for a group of topics, and so on.';
comment on column figure.path is 'The union and all above it: who may read the row.';
comment on table figure_year is 'Sums of figure by calendar year.';
comment on column figure_year.realm is 'Realm of the union, not of what is counted.';
comment on column figure_year.cut is 'Empty for the whole; topic:A for a group of topics, and so on.';
comment on column figure_year.path is 'The union and all above it: who may read the row.';
comment on table file is 'Files of a matter with their keys, sealed under the key of subject and part: a voice is identity. They are erased with that part.';
comment on column file.view_type is 'Type of what is looked at; null where the original is.';
comment on table file_part is 'Bytes of files, AES-256-GCM under the key of the file; file, version and place are authenticated with them.';
comment on column file_part.version is 'original: as it came, sealed and not shown. view: drawn anew without what cameras write beside the picture.';
comment on column file_part.at is 'Place of the first byte.';
comment on table follower is 'How far each follower has read each realm''s feed.';
comment on table form_wanted is 'A form that a union asked to send down under a directive, and the answer. Asked for again after a refusal it is a row more.';
comment on column form_wanted.path is 'The union that wants it and those above it, itself first.';
comment on column form_wanted.approver is 'The nearest union of province level or above with somebody who can answer, when it was asked.';
comment on column form_wanted.in_force is 'Whether the directive is: an asking under one that is over waits for nobody.';
comment on table guess is 'Growing delay against guessing: keyed hash of a number, a login or a place of origin, gone within 24 hours. No address.';
comment on table installation is 'One row: what this database is and which key file belongs to it.';
comment on column installation.kind is 'Only a story database accepts clock steps; only a demo database has demo accounts.';
comment on column installation.key_fingerprint is 'First 16 hex digits of the SHA-256 of the key file''s key ids and keys: tells a wrong key file at start.';
comment on table invitation is 'Invitations of unions to a meeting that were answered: the receipt, and how many were there. A number, never names.';
comment on column invitation.persons is 'Null while the union has not said.';
comment on table issue is 'Common issues: one topic leaf at one employer or in one region, with owner, plan and tasks. What came of it is counted from the demands.';
comment on column issue.unit is 'Union that opened it; path: it and all above.';
comment on column issue.blocked_units is 'The employer''s own union and all below it, and those the matters found there are hidden from: they never see it.';
comment on column issue.cluster_n is 'Demands that were found there when it was opened; null where nothing had been found.';
comment on column issue.texts is 'Ids of what is sealed, by what it is.';
comment on column issue.reach_units is 'Who opened it, who owns it, who has a task, and all above them.';
comment on column issue.agency is 'The matters found there name the employer as the agency that hired the worker out.';
comment on table leading_group is 'The leading group 领导小组 a unit has for a campaign: posts held in plain words, names sealed.';
comment on table ledger_batch is 'Seals a batch: Merkle root over its events and commands, chained to the batch before, MACed with a key outside the database.';
comment on column ledger_batch.last_position is 'first_position - 1 when the batch holds refusals only.';
comment on table meeting is 'Mobilisation meetings 动员会.';
comment on column meeting.below is 'Every union from this one downward is invited.';
comment on column meeting.sequence is 'Of its calendar entry; each change raises it.';
comment on table meeting_decision is 'What a meeting decided: a clause of a directive, or the task of a unit until a day.';
comment on column meeting_decision.clause is 'Which clause of the directive it became, from 1; null for a task.';
comment on table move is 'What changed the sum of a union (it and all below), measure and month on which local day of the event; their sum up to a day is the figure at its end.';
comment on column move.realm is 'Realm of what is counted, not of the union: realms never wait for one another here.';
comment on column move.moved is 'How many counts came or went, however they add up.';
comment on column move.path is 'The union and all above it: who may read the row.';
comment on table notice is 'What somebody is told. Codes, counts, numbers of demands and instants only. A union''s row stands whether or not a gateway takes it: the desk shows it.';
comment on column notice.demand is 'Null in a digest.';
comment on column notice."position" is 'Feed position of the event that caused it: the same event told twice to the same recipient is one row. Null in a digest.';
comment on column notice.cause is 'Kind of that event.';
comment on column notice.day is 'Day of a digest, null elsewhere: one a day.';
comment on column notice.way is 'digest: waits for the one message of the day, and is counted in it.';
comment on column notice.to_post is 'Set with to_kind post: the person who holds it has an address of their own.';
comment on column notice.not_before is 'End of the quiet hours, or the next try. Moved before a try: a process that dies in it loses nothing.';
comment on column notice.why is 'Why it was dropped or failed: a code, e.g. no-gateway, no-phone, late.';
comment on table number_counter is 'Running number of demands per region and day, taken under the realm''s lock.';
comment on table office is 'Units that arranged something of their own. A unit without a row is strict and has nobody on duty.';
comment on column office.small is 'Small-office mode: one person may combine duties that rules/small-office.yaml lets be combined.';
comment on table opening is 'One row per read record and union of the path of the post that opened, itself first: lists of any level read one index.';
comment on column opening.stream is 'The companion stream the record stands in, with its version there.';
comment on column opening.subject is 'What was opened.';
comment on column opening.purpose is 'Told with the opening of a demand alone; anything else is opened by looking at its page.';
comment on table origin is 'Links of an origin chain. Who said it and the words are sealed under the campaign.';
comment on column origin.demand is 'A note on one worker''s matter: shown with the matter, to those who see it.';
comment on table outreach is 'Enterprises that were visited in a calendar year: what figures count.';
comment on column outreach.visit is 'The first visit of the year.';
comment on column outreach.path is 'The union of the territory the enterprise lies in, and all above it.';
comment on column outreach.on_day is 'The day of the first visit.';
comment on table place is 'Contact points. The owner is whoever holds the last post of the chain that owner_first began.';
comment on column place.name is 'Of a workplace, a team or a service point, never of a person.';
comment on table post is 'Projection of PostGranted and PostEnded. A person acts in one post at a time.';
comment on column post.first_post is 'Post the chain of hand-overs began with; null where the post was not handed over.';
comment on table practice is 'Practices that are tried, where and since when. Meant to be read by every union; whether it helped is counted live and never stored.';
comment on column practice.measure is 'Measure one looks at, with its cut: of each place against its own past alone.';
comment on column practice.places is 'Unions where it is tried, with their paths and days; `on` is the day of adoption.';
comment on table precedent is 'Rulings on objections: which union leads which kind of matter. Final, and shown to who triages or objects next.';
comment on table published is 'What the public reads: a plain copy of the released text, written and taken away by the follower published-news.';
comment on column published.held is 'The consent it stands on is in force. Set false in the transaction that takes the consent back: from then on nothing marked as the person''s is read from here, even if no follower runs.';
comment on column published.words is 'Title and text in one, for the search.';
comment on column published.state is 'released, or withdrawn: then without title, text and figures.';
comment on column published.comments is 'An editor opened it to comments; whether any are taken the rules say too.';
comment on table realm_head is 'The lock and the counters of a realm. A batch locks its row first, so positions have no gaps and commit in order.';
comment on column realm_head."position" is 'Feed position of the last event.';
comment on column realm_head.mac is 'MAC of the last batch; the same value is appended to the heads file outside the database.';
comment on table realm_key is 'Keys of a realm, wrapped by the key-encryption key of the key file: rotation rewraps hundreds, not millions.';
comment on column realm_key.kek is 'Id of the key-encryption key in the key file.';
comment on table receipt is 'Number and retrieval code of a claimant. The code itself is stored nowhere.';
comment on column receipt.code_mac is 'HMAC of number and code under a key outside the database.';
comment on column receipt.assisted is 'True while staff could have seen the code: verdicts given with it count as assisted.';
comment on table region is 'GB/T 2260 to county (six digits), three more to township and street (nine digits). Nation is 000000.';
comment on column region.valid_to is 'Null while in force; a new edition closes what it no longer names.';
comment on column region.realm is 'Integer of the prefecture; pseudo-prefectures fold into their parent; provinces and nation have their own.';
comment on table region_edition is 'Every edition of the national division that was loaded, and what it said of itself.';
comment on table section is 'Sections 部室 of a unit; codes in rules/sections.yaml.';
comment on table sent is 'Log of what was handed to a gateway. Only ever added to; no number, no text.';
comment on column sent.place is 'Which of the recipient''s addresses on that gateway, counted from 0.';
comment on column sent.outcome is 'sent, or the code of why not.';
comment on table series is 'Series of articles; titles are printed and stand plain.';
comment on table session is 'Signed-in browsers. Only the SHA-256 of the cookie is kept. No address, no device.';
comment on table sheet is 'A table 来表 a unit was asked for. A column for a typed figure does not exist.';
comment on column sheet.asked_by is 'The office that asked, in plain words.';
comment on column sheet.minutes is 'What it cost, as the people who answered said; null while nobody has.';
comment on column sheet.file is 'Sealed content: the file, base64.';
comment on table sheet_header is 'Words of a column that somebody confirmed to ask for a measure; the unit and all below know it by them.';
comment on table stationing is 'Who is stationed at a contact point, from one local day to another.';
comment on table stood is 'What each stream counted as, and when: the list under a figure of a day gone by. Rows without an end are those of tally.';
comment on column stood.since is 'First local day at whose end it counted so.';
comment on column stood.until is 'First local day at whose end it did no more; null while it does.';
comment on column stood.counted_on is 'Local day it last became true; the figure of its month held it.';
comment on column stood.path is 'The union it counted for and all above it: who may read the row.';
comment on table stream is 'One row per stream: version and hash of its last event.';
comment on table subject_key is 'One key per subject and part, wrapped by a realm key. Erasing deletes the row: what it sealed can never be read again.';
comment on table suggestion is 'Policy suggestions. Each level above gives its opinion until one ends it; then the answer stands where it was raised.';
comment on column suggestion.path is 'Union that raised it and all above: who may see it, and the way it climbs.';
comment on column suggestion.text is 'Id of what is sealed.';
comment on column suggestion.waits_unit is 'The level whose opinion is due on due_on; null once it ended.';
comment on column suggestion.opinions is 'What each level said: unit, opinion, day, whether late, id of the sealed words.';
comment on table tally is 'What each stream counts as now: one row per measure. The list under a figure.';
comment on column tally.counted_on is 'Local day it last became true; the figure of its month holds it.';
comment on column tally.unit is 'Union it counts for; path: this one and all above, as they were when it was given to it.';
comment on column tally.cuts is 'What it can be cut by, sorted: topic:A, group:migrant. The sums hold one row each beside the whole.';
comment on column tally.noun is 'Noun of the stream.';
comment on table training_class is 'Classes with what their course was when they were planned.';
comment on column training_class.trainer is 'Content that says in words who trains.';
comment on column training_class.sessions is 'List of {n, on, startAt, endAt, hours}.';
comment on table training_course is 'Courses a unit offers; tags are codes of rules/training.yaml.';
comment on table training_hours is 'Hours of a person by session of a class, or by record of what was learnt elsewhere (entry 0). They follow the person, whatever post comes later.';
comment on table training_learner is 'Who is enrolled in a class.';
comment on column training_learner.path is 'The unit of the class and all above it.';
comment on column training_learner.seat is 'The unit of the post the person is counted by, as it was at the enrolment, and all above it.';
comment on column training_learner.passed is 'Result of the examination; null where there was none yet.';
comment on table training_met is 'People who met the hours of their group under a plan and are on its roster: what figures count. Never listed.';
comment on column training_met.path is 'The unit of the post they are counted by, and all above it.';
comment on column training_met.on_day is 'The day their hours were met.';
comment on table training_pass is 'Courses a person completed: what a certificate is printed from, and what is asked before a case is opened.';
comment on table training_plan is 'Training plans with the hours each group has to meet.';
comment on column training_plan.groups is 'List of {fullTime, level or null for all others, hours}.';
comment on column training_plan.aim is 'The plan''s own words about whom it wants to reach; nothing is measured against them.';
comment on table unit is 'Union organisations. Local parent and industrial parent are two trees.';
comment on column unit.ancestors is 'Itself first, then its parents up to the root: what a holder''s rows in work are fanned out to.';
comment on column unit.employer is 'Enterprise whose own union this is: complaints about it pass this unit by.';
comment on column unit.claimed_at is 'Null: made by scaffold and not yet claimed by the union it stands for.';
comment on table upload is 'Files that wait for their matter: no address, no name, nothing of who sends. Gone with expires_at. The one kind of key without a realm: where the matter belongs is not known yet.';
comment on column upload.wrapped is 'The key of the file, wrapped by a key made of the uploader''s secret and one outside the database: neither opens it alone.';
comment on column upload.commitment is 'HMAC-SHA-256 of the bytes as they came, under a key made of the file''s own: it can be compared only while the file can be opened.';
comment on table visit is 'Visits planned, dropped or recorded. Where is a code: a contact point, an enterprise, a region.';
comment on column visit.path is 'Union whose visit it is and all above it: who may read the row.';
comment on column visit.visited_on is 'Local day of its beginning; of a plan, the day it is planned for.';
comment on column visit.met is 'How many people were met. A number, no names.';
comment on column visit.submitted_at is 'When the phone took it, never later than its arrival; recorded_at: when it arrived.';
comment on column visit.opinions is 'Theme of each opinion and the id of the sealed sentence.';
comment on table visit_reach is 'One row per visit and union of its path: lists and distinct counts of any level read one index.';
comment on table work is 'One row per open demand and ancestor of each holder (lead, joint, callback, copy).';
comment on column work.duty is 'Bits of every holder at or below this unit: 1 triage, 2 lead, 4 joint, 8 callback, 16 copy, 32 sent on, 64 ruler, 128 approver, 256 protection, 512 supervisor.';
comment on column work.own is 'The same bits for this unit itself; 0 where it is only an ancestor.';
comment on column work.restricted is 'As in demand.';
comment on column work.blocked_posts is 'As in demand.';
