-- What engines say of their subjects: one row for each fact, replaced when it changes. Written in the transaction in which it became true.
create table fact (
  tenant text not null,
  subject uuid not null,
  kind text not null,
  no smallint not null,
  unit uuid,
  street text collate "C",
  area text collate "C",
  matter text,
  channel text,
  -- The first and the last day on which it counts for anything.
  since date not null,
  till date not null,
  -- Under which declarations of measures it was counted, and of facts it was made (the first digits of their hashes).
  counted text not null,
  declared text not null,
  fields jsonb not null,
  primary key (tenant, subject, kind, no)
) with (fillfactor = 85);
-- Everything that counts within some days: the facts that end there or later, read backwards.
create index fact_days on fact (tenant, kind, till, subject, no, since, unit);

-- What changed in the numbers, one row for each transaction: the cells touched and by how much, as arrays of one length.
-- Nothing is locked by it. A job folds it into the cells and takes it away, in one transaction.
create table measure_delta (
  tenant text not null,
  id uuid not null,
  measure integer[] not null,
  day date[] not null,
  grain smallint[] not null,
  value text[] not null,
  n bigint[] not null,
  d bigint[] not null,
  x bigint[] not null,
  -- How many facts changed what they add.
  c integer[] not null,
  primary key (tenant, id)
);

-- The numbers by measure (first digits of the hash of its declaration), breakdown, and day (span 0) or month (span 1, its first day).
create table measure_cell (
  tenant text not null,
  grain smallint not null,
  span smallint not null,
  measure integer not null,
  day date not null,
  value text collate "C" not null,
  n bigint not null,
  d bigint not null,
  x bigint not null,
  -- How many changes of facts it has seen: what a published number was corrected by.
  c bigint not null,
  primary key (tenant, grain, span, measure, day, value)
) with (fillfactor = 70);

-- How far counting anew has come: facts under changed measures, facts from the ledger under changed declarations.
create table measure_upkeep (
  tenant text not null,
  task text not null,
  version text not null,
  -- The last subject done; null before the first.
  done_to uuid,
  finished_at timestamptz,
  primary key (tenant, task)
);

-- Numbers as they were when a period was over. Never changed.
create table measure_snapshot (
  tenant text not null,
  period text not null check (period in ('day', 'month', 'year')),
  start date not null,
  measure text not null,
  declared integer not null,
  taken_at timestamptz not null,
  -- { grain: { value: [n, d, x, c] } }, and its SHA-256, which the ledger keeps too
  cells jsonb not null,
  digest bytea not null check (length(digest) = 32),
  primary key (tenant, period, start, measure)
);

-- A recount that found another number than was kept.
create table measure_alarm (
  tenant text not null,
  id uuid not null,
  found_at timestamptz not null,
  measure integer not null,
  name text not null,
  grain smallint not null,
  -- as in measure_cell: the number of the day, or of the month that begins on it
  span smallint not null,
  day date not null,
  value text not null,
  kept bigint[] not null,
  counted bigint[] not null,
  settled_at timestamptz,
  primary key (tenant, id)
);
create index measure_alarm_open on measure_alarm (tenant, measure, grain, day) where settled_at is null;

do $$
declare t text;
begin
  foreach t in array array['fact', 'measure_delta', 'measure_cell', 'measure_upkeep', 'measure_snapshot', 'measure_alarm'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy tenant on %I using (tenant = current_setting(''huying.tenant'', true)) with check (tenant = current_setting(''huying.tenant'', true))',
      t
    );
  end loop;
end
$$;
grant select, insert, update, delete on fact, measure_delta, measure_cell, measure_upkeep to huying_app;
grant select, insert on measure_snapshot to huying_app;
grant select, insert, update on measure_alarm to huying_app;
