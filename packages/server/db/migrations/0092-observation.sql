-- What was observed, what supports it, and who looked. Append-only: a correction is a new row that names the one it corrects.

create table observation (
  tenant text not null,
  id uuid not null,
  promise uuid not null,
  indicator text not null,
  value numeric(24, 6) not null,
  -- Growth over the same period of the year before, in percent, where it is published with the value.
  growth numeric(12, 4),
  as_of date not null,
  source text not null check (source in ('self', 'system', 'verified')),
  standing text not null check (standing in ('provisional', 'final')),
  -- The basis: the table, statement or measure it was taken from.
  basis text,
  corrects uuid,
  reason text,
  entered_by text not null,
  account uuid,
  unit uuid,
  at timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, promise, indicator) references indicator (tenant, promise, name),
  foreign key (tenant, corrects) references observation (tenant, id)
);
create index observation_of on observation (tenant, promise, indicator, as_of, at, id);

create table evidence (
  tenant text not null,
  id uuid not null,
  promise uuid not null,
  -- What it supports: a task, a site, an indicator's value.
  task uuid,
  site uuid,
  indicator text,
  observation uuid,
  -- Taken while verifying: it is the verifier's, not the doer's.
  verification uuid,
  kind text not null check (kind in ('photo', 'document', 'record', 'case', 'data')),
  file uuid,
  file_hash bytea,
  words text,
  longitude double precision,
  latitude double precision,
  taken_at timestamptz,
  covers numeric(24, 6),
  entered_by text not null,
  account uuid,
  unit uuid,
  at timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, promise) references promise (tenant, id)
);
create index evidence_of on evidence (tenant, promise, at, id);

-- By another person than the doer.
create table verification (
  tenant text not null,
  id uuid not null,
  promise uuid not null,
  task uuid,
  site uuid,
  indicator text,
  observation uuid,
  method text not null check (method in ('desk', 'site', 'call-back', 'data')),
  result text not null check (result in ('true', 'partly', 'false')),
  value numeric(24, 6),
  words text,
  verified_by text not null,
  account uuid,
  post uuid,
  at timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, promise) references promise (tenant, id)
);
create index verification_of on verification (tenant, promise, at, id);

-- A period whose values may no longer be entered or corrected without the statistician's leave.
create table frozen_period (
  tenant text not null,
  -- 'month', its first day.
  period text not null check (period in ('month', 'quarter', 'year')),
  start date not null,
  frozen_at timestamptz not null,
  frozen_by text not null,
  reason text,
  primary key (tenant, period, start)
);

-- Every figure asked of a unit: what a report costs those who fill it in. Asked once for a period and never again.
create table figure_asked (
  tenant text not null,
  unit uuid not null,
  promise uuid not null,
  indicator text not null,
  period date not null,
  asked_at timestamptz not null,
  asked_by text not null,
  answered_at timestamptz,
  primary key (tenant, unit, promise, indicator, period)
);
create index figure_asked_when on figure_asked (tenant, asked_at, unit);
create index figure_asked_of on figure_asked (tenant, period, promise, indicator);

-- The day from which the figures of a period may be known outside: the statistics office's release.
create table figure_release (
  tenant text not null,
  period text not null check (period in ('month', 'quarter', 'year')),
  start date not null,
  released_on date not null,
  document text,
  entered_by text not null,
  at timestamptz not null,
  primary key (tenant, period, start)
);

-- What makes a figure doubtful (挤水分): raised when it is entered, answered by whoever entered it, never a reason to alter it.
create table figure_doubt (
  tenant text not null,
  id uuid not null,
  promise uuid not null,
  indicator text not null,
  observation uuid not null,
  as_of date not null,
  kind text not null check (kind in ('jump', 'shrink', 'growth', 'final')),
  -- What was expected and what was found.
  detail jsonb not null,
  raised_at timestamptz not null,
  words text,
  explained_by text,
  account uuid,
  explained_at timestamptz,
  primary key (tenant, id),
  foreign key (tenant, observation) references observation (tenant, id)
);
create index figure_doubt_of on figure_doubt (tenant, as_of, promise, indicator, id);

alter table observation enable row level security;
alter table observation force row level security;
create policy tenant on observation
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert on observation to huying_app;
alter table evidence enable row level security;
alter table evidence force row level security;
create policy tenant on evidence
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert on evidence to huying_app;
alter table verification enable row level security;
alter table verification force row level security;
create policy tenant on verification
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert on verification to huying_app;
alter table frozen_period enable row level security;
alter table frozen_period force row level security;
create policy tenant on frozen_period
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert on frozen_period to huying_app;
alter table figure_asked enable row level security;
alter table figure_asked force row level security;
create policy tenant on figure_asked
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update on figure_asked to huying_app;
alter table figure_release enable row level security;
alter table figure_release force row level security;
create policy tenant on figure_release
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update on figure_release to huying_app;
alter table figure_doubt enable row level security;
alter table figure_doubt force row level security;
create policy tenant on figure_doubt
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update on figure_doubt to huying_app;
