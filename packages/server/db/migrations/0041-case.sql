-- Cases as they stand. What happened to them is in the ledger; the clocks here are derived from it and can be replayed.
create table case_record (
  tenant text not null,
  id uuid not null,
  number text not null,
  type text not null,
  definition text not null,
  version integer not null,
  state text not null,
  result text,
  round integer not null,
  unit uuid,
  handler uuid,
  area text,
  longitude double precision,
  latitude double precision,
  title text not null,
  matter text,
  kind text,
  urgency text,
  channel text,
  satisfied text,
  opened_at timestamptz not null,
  closed_at timestamptz,
  held_until timestamptz,
  -- The clock promised to the citizen: when it is due now, and what was promised first.
  due_at timestamptz,
  due_provisional boolean not null default false,
  first_due_at timestamptz,
  -- Name of the clock promised to the citizen.
  promise text,
  stage integer not null,
  data jsonb not null,
  counts jsonb not null,
  requests jsonb not null,
  parts jsonb not null,
  clocks jsonb not null,
  involved uuid[] not null,
  external_source text,
  external_number text,
  primary key (tenant, id),
  unique (tenant, number),
  unique (tenant, external_source, external_number)
) with (fillfactor = 85);
create index case_newest on case_record (tenant, opened_at desc, id desc);
-- A case on hold is due at no time: it sorts after all that are.
create index case_due on case_record (tenant, coalesce(due_at, 'infinity'), id) where closed_at is null;
create index case_state on case_record (tenant, state, opened_at desc, id desc);
create index case_unit_newest on case_record (tenant, unit, opened_at desc, id desc) where unit is not null;
create index case_handler on case_record (tenant, handler, opened_at desc, id desc) where handler is not null;
create index case_area on case_record (tenant, area, opened_at desc, id desc);
create index case_satisfied on case_record (tenant, satisfied, opened_at desc, id desc) where satisfied is not null;
create index case_urgency on case_record (tenant, urgency, opened_at desc, id desc) where closed_at is null and urgency is not null;

-- What somebody has to do now: the owner of the state, the assigned handler, whoever must decide an application or answer as
-- assisting unit. "My work" reads this and nothing else. due_at is the due time of that very step.
create table case_task (
  tenant text not null,
  case_id uuid not null,
  task text not null,
  role text not null,
  unit uuid,
  outside uuid,
  post uuid,
  area text,
  due_at timestamptz not null,
  primary key (tenant, case_id, task),
  foreign key (tenant, case_id) references case_record (tenant, id)
);
create index case_task_role on case_task (tenant, role, due_at, case_id) where unit is null and post is null;
create index case_task_unit on case_task (tenant, unit, role, due_at, case_id) where unit is not null;
create index case_task_post on case_task (tenant, post, due_at, case_id) where post is not null;

-- Every unit that ever handled a case or was asked: the queue side of access.
create table case_unit (
  tenant text not null,
  unit uuid not null,
  case_id uuid not null,
  primary key (tenant, unit, case_id),
  foreign key (tenant, case_id) references case_record (tenant, id)
);
create index case_unit_by_case on case_unit (tenant, case_id);

-- Finds cases by the caller's telephone without storing it: keyed hashes of the number and of its last four digits.
create table case_phone (
  tenant text not null,
  case_id uuid not null,
  whole bytea not null,
  tail bytea not null,
  primary key (tenant, case_id),
  foreign key (tenant, case_id) references case_record (tenant, id)
);
create index case_phone_whole on case_phone (tenant, whole, case_id);
create index case_phone_tail on case_phone (tenant, tail, case_id);

-- One-time codes with which a caller follows a case.
create table follow_code (
  tenant text not null,
  case_id uuid not null,
  code_hash bytea not null,
  expires_at timestamptz not null,
  tries integer not null default 0,
  primary key (tenant, case_id),
  foreign key (tenant, case_id) references case_record (tenant, id)
);

do $$
declare t text;
begin
  foreach t in array array['case_record', 'case_task', 'case_unit', 'case_phone', 'follow_code'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy tenant on %I using (tenant = current_setting(''huying.tenant'', true)) with check (tenant = current_setting(''huying.tenant'', true))',
      t
    );
    execute format('grant select, insert, update, delete on %I to huying_app', t);
  end loop;
end
$$;
