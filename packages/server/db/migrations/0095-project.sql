-- What stands in the way of a project, when its leader was there, and for when each of its stages is planned.

-- For when a stage of a project is planned (early, dueToStart, started, building, completed, producing, statistics); when it was reached
-- stands in the promise's data. `first_planned` is the date first set; never changed.
create table project_stage (
  tenant text not null,
  promise uuid not null,
  stage text not null,
  first_planned date not null,
  planned date not null,
  -- Why it was moved.
  reason text,
  entered_by text not null,
  account uuid,
  at timestamptz not null,
  primary key (tenant, promise, stage),
  foreign key (tenant, promise) references promise (tenant, id)
);

create table blocker (
  tenant text not null,
  id uuid not null,
  promise uuid not null,
  words text not null,
  kind text not null,
  unit uuid,
  -- The post of the person who clears it.
  owner uuid,
  due date not null,
  raised_at timestamptz not null,
  raised_by text not null,
  cleared_on date,
  outcome text,
  cleared_by text,
  -- The supervision item it opened once it was overdue.
  raised_case uuid,
  version integer not null,
  primary key (tenant, id),
  foreign key (tenant, promise) references promise (tenant, id)
);
create index blocker_of on blocker (tenant, promise, raised_at, id);
create index blocker_open on blocker (tenant, due, id) where cleared_on is null;

create table visit (
  tenant text not null,
  id uuid not null,
  promise uuid not null,
  -- The post of the leader, and the name held then.
  leader uuid not null,
  leader_name text not null,
  visited_on date not null,
  found text not null,
  asked text,
  entered_by text not null,
  at timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, promise) references promise (tenant, id)
);
create index visit_of on visit (tenant, promise, visited_on, id);
create index visit_by on visit (tenant, leader, visited_on, id);

alter table project_stage enable row level security;
alter table project_stage force row level security;
create policy tenant on project_stage
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update on project_stage to huying_app;
alter table blocker enable row level security;
alter table blocker force row level security;
create policy tenant on blocker
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update on blocker to huying_app;
alter table visit enable row level security;
alter table visit force row level security;
create policy tenant on visit
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert on visit to huying_app;
