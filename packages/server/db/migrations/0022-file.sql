-- Files on disk, named by their row. A row without an owner was uploaded and not yet used; it is swept after a day.

create table file (
  tenant text not null,
  id uuid not null,
  owner_kind text,
  owner_id uuid,
  name text not null,
  type text not null,
  size bigint not null,
  width integer,
  height integer,
  -- from the picture's own record (EXIF), read before it was stripped
  taken_at timestamptz,
  lon double precision,
  lat double precision,
  sha256 bytea not null,
  uploaded_by text not null,
  uploaded_at timestamptz not null,
  primary key (tenant, id),
  check ((owner_kind is null) = (owner_id is null))
);
create index file_by_owner on file (tenant, owner_kind, owner_id, id) where owner_id is not null;
create index file_unattached on file (tenant, uploaded_at) where owner_id is null;
alter table file enable row level security;
alter table file force row level security;
create policy tenant on file
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update, delete on file to huying_app;
