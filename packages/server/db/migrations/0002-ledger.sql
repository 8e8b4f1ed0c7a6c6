-- What happened to a subject. hash = SHA-256(prev || bytes); bytes are canonical JSON exactly as hashed, the columns are read from them.
create table ledger (
  tenant text not null,
  subject uuid not null,
  seq integer not null check (seq > 0),
  kind text not null,
  what text not null,
  visibility text not null check (visibility in ('public', 'internal')),
  at timestamptz not null,
  recorded_at timestamptz not null,
  bytes bytea not null,
  prev bytea not null check (length(prev) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (tenant, subject, seq)
);
-- Rows come in order of time, so a block range index finds what a day added at the cost of a few pages.
create index ledger_recorded on ledger using brin (tenant, recorded_at);
alter table ledger enable row level security;
alter table ledger force row level security;
create policy tenant on ledger using (tenant = current_setting('huying.tenant', true)) with check (tenant = current_setting('huying.tenant', true));
grant select, insert on ledger to huying_app;

-- The last link of each chain; its row is the lock under which the next is added.
create table chain_head (
  tenant text not null,
  subject uuid not null,
  seq integer not null,
  prev bytea not null,
  hash bytea not null,
  primary key (tenant, subject)
) with (fillfactor = 80);
alter table chain_head enable row level security;
alter table chain_head force row level security;
create policy tenant on chain_head using (tenant = current_setting('huying.tenant', true)) with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update on chain_head to huying_app;

-- Chain heads written outside the database, day by day; what a rewritten database cannot change.
create table anchor (
  tenant text not null,
  day date not null,
  at timestamptz not null,
  file text not null,
  heads integer not null,
  hash bytea not null,
  primary key (tenant, day)
);
alter table anchor enable row level security;
alter table anchor force row level security;
create policy tenant on anchor using (tenant = current_setting('huying.tenant', true)) with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update on anchor to huying_app;
