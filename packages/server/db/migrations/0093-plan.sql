-- The decomposition plan: drafted from the report, sent to the units for comments, decided by the executive meeting, issued as a numbered document.

create table plan (
  tenant text not null,
  id uuid not null,
  report uuid not null,
  -- 1 for the plan as first issued; later changes go through the same meeting.
  edition integer not null,
  title text not null,
  state text not null check (state in ('drafting', 'consulting', 'decided', 'issued', 'replaced')),
  comments_due date,
  meeting text,
  decided_on date,
  -- Number of the document it was issued as: 清江府办〔2026〕3号.
  document text,
  issued_on date,
  issued_at timestamptz,
  -- What was issued, and its SHA-256.
  frozen jsonb,
  digest bytea check (length(digest) = 32),
  version integer not null,
  created_at timestamptz not null,
  primary key (tenant, id),
  unique (tenant, report, edition),
  unique (tenant, document),
  foreign key (tenant, report) references work_report (tenant, id)
);

create table plan_line (
  tenant text not null,
  plan uuid not null,
  promise uuid not null,
  no integer not null,
  -- The heading it stands under: the leader in charge's post.
  leader uuid,
  primary key (tenant, plan, promise),
  foreign key (tenant, plan) references plan (tenant, id),
  foreign key (tenant, promise) references promise (tenant, id)
);

-- The sheet sent to each unit, and its answer. Silence counts as consent where the district says so.
create table plan_sheet (
  tenant text not null,
  plan uuid not null,
  unit uuid not null,
  -- 'order' to the district's own, 'ask' (商请) to those it may not order.
  manner text not null check (manner in ('order', 'ask')),
  sent_at timestamptz not null,
  due date not null,
  answer text check (answer in ('agreed', 'comments', 'silent')),
  answered_by text,
  answered_at timestamptz,
  primary key (tenant, plan, unit),
  foreign key (tenant, plan) references plan (tenant, id)
);

create table plan_comment (
  tenant text not null,
  id uuid not null,
  plan uuid not null,
  unit uuid not null,
  promise uuid,
  words text not null,
  -- What became of it, and why.
  outcome text check (outcome in ('taken', 'partly', 'declined')),
  reply text,
  by_name text not null,
  at timestamptz not null,
  replied_by text,
  replied_at timestamptz,
  primary key (tenant, id),
  foreign key (tenant, plan, unit) references plan_sheet (tenant, plan, unit)
);
create index plan_comment_of on plan_comment (tenant, plan, unit, at, id);

alter table plan enable row level security;
alter table plan force row level security;
create policy tenant on plan
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update on plan to huying_app;
alter table plan_line enable row level security;
alter table plan_line force row level security;
create policy tenant on plan_line
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update on plan_line to huying_app;
alter table plan_sheet enable row level security;
alter table plan_sheet force row level security;
create policy tenant on plan_sheet
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update on plan_sheet to huying_app;
alter table plan_comment enable row level security;
alter table plan_comment force row level security;
create policy tenant on plan_comment
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update on plan_comment to huying_app;
