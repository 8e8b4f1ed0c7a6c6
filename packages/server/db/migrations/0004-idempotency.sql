-- A request's key, claimed in the transaction that carries it out; the answer is replayed to whoever repeats the request.
create table idempotency_key (
  tenant text not null,
  key text not null,
  operation text not null,
  fingerprint bytea not null,
  answer text,
  at timestamptz not null,
  primary key (tenant, key)
);
create index idempotency_key_age on idempotency_key (tenant, at);
alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy tenant on idempotency_key using (tenant = current_setting('huying.tenant', true)) with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update, delete on idempotency_key to huying_app;

-- The next number of a kind and day. Processes take blocks of them; what a process does not use is a gap, never used again.
create table number_block (
  tenant text not null,
  kind text not null,
  day date not null,
  next integer not null check (next > 0),
  primary key (tenant, kind, day)
);
alter table number_block enable row level security;
alter table number_block force row level security;
create policy tenant on number_block using (tenant = current_setting('huying.tenant', true)) with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update on number_block to huying_app;
