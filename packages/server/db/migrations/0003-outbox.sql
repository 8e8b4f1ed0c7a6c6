-- What leaves the process: written in the transaction that decides it, sent after commit, kept for ever.
create table outbox (
  tenant text not null,
  id uuid not null,
  kind text not null,
  recipient text not null,
  key text not null,
  body jsonb not null,
  state text not null default 'pending' check (state in ('pending', 'sent', 'dead')),
  attempts integer not null default 0,
  created_at timestamptz not null,
  next_at timestamptz not null,
  settled_at timestamptz,
  last_error text,
  primary key (tenant, id),
  unique (tenant, kind, key)
);
create index outbox_due on outbox (tenant, next_at) where state = 'pending';
create index outbox_list on outbox (tenant, created_at, id);
alter table outbox enable row level security;
alter table outbox force row level security;
create policy tenant on outbox using (tenant = current_setting('huying.tenant', true)) with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update on outbox to huying_app;
