-- What the district promised, as it stands. What happened to a promise is in the ledger.

create table promise (
  tenant text not null,
  id uuid not null,
  number text not null,
  year integer not null,
  kind text not null,
  -- Stage of its kind's declared course.
  state text not null,
  -- The day it was issued to its units: from then on clocks run, and what it says changes by revision only.
  issued_on date,
  -- The day it was done by the unit's own word.
  done_on date,
  report uuid,
  title text not null,
  deliverable text,
  measure text,
  due date,
  -- The words the date was read from, where the report gives none: 尽快.
  due_words text,
  firmness text not null check (firmness in ('binding', 'aimed', 'plain')),
  section text,
  domain text,
  weight numeric(12, 4) not null default 1 check (weight >= 0),
  -- What the unit says, what the evidence supports, what the calendar says.
  official text not null check (official in ('not-started', 'under-way', 'basically-done', 'done', 'not-done', 'cancelled')),
  evidence text not null check (evidence in ('none', 'part', 'full')),
  schedule text not null check (schedule in ('early', 'on-time', 'late', 'late-and-done', 'not-due')),
  -- The light as last computed, with the rule that gave it and what it was computed from; null where there is no data.
  light text,
  light_rule text,
  light_inputs jsonb,
  light_at timestamptz,
  rate double precision,
  expected double precision,
  -- Share done, and share that was to be done, at the end of each month of its year.
  sparkline jsonb not null default '[]',
  path jsonb not null default '[]',
  -- How its three statuses contradict one another, as last raised.
  disagreements text[] not null default '{}',
  lead_unit uuid,
  -- The post of the leader in charge.
  leader uuid,
  -- Units whose promise it is: leading, assisting, asked, or charged with a part of the work.
  involved uuid[] not null,
  area text,
  longitude double precision,
  latitude double precision,
  published_at timestamptz,
  data jsonb not null,
  version integer not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant, id),
  unique (tenant, number),
  foreign key (tenant, report) references work_report (tenant, id)
) with (fillfactor = 85);
create index promise_year on promise (tenant, year, kind, number, id);
create index promise_due on promise (tenant, due, id) where ended_at is null;
create index promise_lead on promise (tenant, lead_unit, year, number, id);

-- Which sentences a promise comes from; sentences merge and split.
create table promise_clause (
  tenant text not null,
  promise uuid not null,
  report uuid not null,
  clause integer not null,
  primary key (tenant, promise, report, clause),
  foreign key (tenant, promise) references promise (tenant, id),
  foreign key (tenant, report, clause) references clause (tenant, report, no)
);
create index promise_of_clause on promise_clause (tenant, report, clause, promise);

-- Who answers for it, from when to when: the leading unit, assisting units, units outside the district's orders that are asked to help,
-- the leader in charge (a post).
create table duty (
  tenant text not null,
  id uuid not null,
  promise uuid not null,
  part text not null check (part in ('lead', 'assisting', 'asked', 'leader')),
  unit uuid,
  post uuid,
  since date not null,
  -- The first day it no longer holds.
  until date,
  reason text,
  set_by text not null,
  set_at timestamptz not null,
  primary key (tenant, id),
  check ((part = 'leader') = (post is not null)),
  check ((part = 'leader') = (unit is null)),
  check (until is null or until >= since),
  foreign key (tenant, promise) references promise (tenant, id)
);
create index duty_of on duty (tenant, promise, since, id);
create index duty_of_unit on duty (tenant, unit, promise) where until is null;

-- An indicator of a promise: what is observed, in which unit, and where it is to come. `name` is unique within the promise and never changes.
create table indicator (
  tenant text not null,
  promise uuid not null,
  name text not null,
  label text not null,
  unit text not null,
  -- Digits shown.
  decimals smallint not null,
  aim text not null check (aim in ('up', 'down', 'band', 'cap', 'growth', 'milestones', 'binary', 'followed')),
  mode text not null check (mode in ('cumulative', 'level')),
  value numeric(24, 6),
  upper numeric(24, 6),
  base numeric(24, 6),
  base_date date,
  shape text not null check (shape in ('months', 'days', 'quarters', 'points')),
  start date,
  -- null where it is the promise's own.
  due date,
  -- [{ "on": date, "expected": number }] for shape 'points'.
  points jsonb,
  weight numeric(12, 4) not null default 1 check (weight >= 0),
  -- How often a value is asked for, and of which unit; null where nobody is asked.
  every text check (every in ('week', 'month', 'quarter', 'year')),
  asked_unit uuid,
  -- The measure over cases that feeds it, where the system counts it itself.
  measure text,
  -- Of money: plan, assigned, contracted, paid, invested, received; never added across stages.
  stage text,
  position integer not null,
  primary key (tenant, promise, name),
  foreign key (tenant, promise) references promise (tenant, id)
);

-- Part of the work: a task, a milestone, or a step below one.
create table task (
  tenant text not null,
  id uuid not null,
  promise uuid not null,
  parent uuid,
  kind text not null check (kind in ('task', 'milestone')),
  title text not null,
  unit uuid,
  weight numeric(12, 4) not null check (weight >= 0),
  start date,
  due date,
  -- The date first set; never changed.
  first_due date,
  state text not null check (state in ('open', 'reported', 'done', 'cancelled')),
  done_on date,
  -- Who said it was done, and may therefore not verify it.
  reported_by text,
  reported_account uuid,
  reported_at timestamptz,
  position integer not null,
  version integer not null,
  primary key (tenant, id),
  foreign key (tenant, promise) references promise (tenant, id),
  foreign key (tenant, parent) references task (tenant, id)
);
create index task_of on task (tenant, promise, position, id);
create index task_late on task (tenant, due, id) where state in ('open', 'reported');

-- A change of what was promised: who allowed it, where, why, from when; old and new stand side by side for ever.
create table revision (
  tenant text not null,
  id uuid not null,
  promise uuid not null,
  -- 'due', 'deliverable', 'indicator:<name>:value', 'task:<id>:due', 'cancelled' …
  what text not null,
  old jsonb not null,
  new jsonb not null,
  reason text not null,
  state text not null check (state in ('asked', 'approved', 'refused')),
  authority text,
  meeting text,
  document text,
  effective_from date,
  asked_by text not null,
  asked_account uuid,
  asked_at timestamptz not null,
  decided_by text,
  decided_account uuid,
  decided_at timestamptz,
  primary key (tenant, id),
  foreign key (tenant, promise) references promise (tenant, id)
);
create index revision_of on revision (tenant, promise, asked_at, id);

create table objection (
  tenant text not null,
  id uuid not null,
  promise uuid not null,
  -- Sealed under the key of the one who objects; null where nobody gave a name.
  who jsonb,
  words text not null,
  raised_at timestamptz not null,
  due date not null,
  answer text,
  answered_by text,
  answered_at timestamptz,
  primary key (tenant, id),
  foreign key (tenant, promise) references promise (tenant, id)
);
create index objection_open on objection (tenant, due, id) where answered_at is null;

alter table promise enable row level security;
alter table promise force row level security;
create policy tenant on promise
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update on promise to huying_app;
alter table promise_clause enable row level security;
alter table promise_clause force row level security;
create policy tenant on promise_clause
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert, delete on promise_clause to huying_app;
alter table duty enable row level security;
alter table duty force row level security;
create policy tenant on duty
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update on duty to huying_app;
alter table indicator enable row level security;
alter table indicator force row level security;
create policy tenant on indicator
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update, delete on indicator to huying_app;
alter table task enable row level security;
alter table task force row level security;
create policy tenant on task
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update, delete on task to huying_app;
alter table revision enable row level security;
alter table revision force row level security;
create policy tenant on revision
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update on revision to huying_app;
alter table objection enable row level security;
alter table objection force row level security;
create policy tenant on objection
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update on objection to huying_app;

-- A call became a candidate (origin), a candidate a promise (origin), an overdue part opened a supervision item (raised),
-- a row of the next report's appendix answers a promise (answers).
alter table link drop constraint link_kind_check;
alter table link add constraint link_kind_check check (kind in ('merged', 'related', 'joint', 'origin', 'raised', 'answers'));
