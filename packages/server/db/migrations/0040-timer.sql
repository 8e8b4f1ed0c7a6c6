-- When a rung of a clock is due. A row is the claim: fired_at is set once, in the transaction that does what the rung says.
create table timer (
  tenant text not null,
  subject uuid not null,
  clock text not null,
  round integer not null,
  rung text not null,
  kind text not null,
  at timestamptz not null,
  fired_at timestamptz,
  -- A rung that cannot be carried out waits before it is tried again; its failures are counted and the last one kept.
  tries integer not null default 0,
  failure text,
  primary key (tenant, subject, clock, round, rung)
);
create index timer_waiting on timer (tenant, at) where fired_at is null;
alter table timer enable row level security;
alter table timer force row level security;
create policy tenant on timer using (tenant = current_setting('huying.tenant', true)) with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update, delete on timer to huying_app;
