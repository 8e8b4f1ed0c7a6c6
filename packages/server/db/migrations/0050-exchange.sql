-- Platforms outside: the keys with which they sign, and every exchange with them, in and out, kept for ever.

create table partner_key (
  tenant text not null,
  id uuid not null,
  partner text not null,
  -- The key itself is told once and never kept.
  key_hash bytea not null,
  -- The secret both sides sign with, sealed under the master key.
  secret bytea not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant, id),
  unique (tenant, key_hash)
);

-- One row a message, however often it was sent. Personal values in the body are sealed under the key of their case.
create table exchange_message (
  tenant text not null,
  id uuid not null,
  partner text not null,
  direction text not null check (direction in ('in', 'out')),
  kind text not null,
  key text not null,
  city_number text,
  case_id uuid,
  fingerprint bytea,
  body jsonb not null,
  status text not null check (status in ('taken', 'noted', 'refused', 'sending', 'accepted', 'failed', 'listed')),
  attempts integer not null,
  last_error text,
  answer jsonb,
  at timestamptz not null,
  settled_at timestamptz,
  primary key (tenant, id),
  unique (tenant, partner, direction, key)
);
create index exchange_message_list on exchange_message (tenant, at desc, id desc);
create index exchange_message_number on exchange_message (tenant, city_number, at desc, id desc);

do $$
declare t text;
begin
  foreach t in array array['partner_key', 'exchange_message'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy tenant on %I using (tenant = current_setting(''huying.tenant'', true)) with check (tenant = current_setting(''huying.tenant'', true))',
      t
    );
    execute format('grant select, insert, update on %I to huying_app', t);
  end loop;
end
$$;
