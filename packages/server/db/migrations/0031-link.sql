-- What two subjects have to do with each other: merged, related, joint.

create table link (
  tenant text not null,
  id uuid not null,
  kind text not null check (kind in ('merged', 'related', 'joint')),
  from_kind text not null,
  from_id uuid not null,
  to_kind text not null,
  to_id uuid not null,
  set_by text not null,
  account uuid,
  set_at timestamptz not null,
  primary key (tenant, id),
  unique (tenant, kind, from_id, to_id),
  check (from_id <> to_id)
);
create index link_to on link (tenant, to_id, id);
create index link_from on link (tenant, from_id, id);
alter table link enable row level security;
alter table link force row level security;
create policy tenant on link
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert on link to huying_app;
