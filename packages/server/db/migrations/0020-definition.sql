-- Definitions by hash of their canonical JSON. Shared by all districts and never changed: work made under one keeps it for ever.

create table definition (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  kind text not null,
  id text not null,
  -- the canonical text as hashed, not jsonb: its bytes are what the hash vouches for
  json text not null,
  first_seen_at timestamptz not null
);
create index definition_by_id on definition (kind, id, first_seen_at);
grant select, insert on definition to huying_app;

-- The body that stands behind each name@version of a named function.
create table named_function (
  name text not null,
  version integer not null check (version > 0),
  body_hash text not null,
  first_seen_at timestamptz not null,
  primary key (name, version)
);
grant select, insert on named_function to huying_app;
