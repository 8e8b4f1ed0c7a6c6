-- Records of a district's registries: who they are here, what they say in their versions. Nothing is ever deleted: cases keep pointing to what they were made under.

create table record (
  tenant text not null,
  registry text not null,
  id uuid not null,
  -- "C": codes sort and nest byte by byte wherever the database was made
  code text collate "C" not null,
  parent text collate "C",
  -- codes from the root down: '/440199001/440199001002'
  path text collate "C" not null,
  primary key (tenant, id),
  unique (tenant, registry, code),
  foreign key (tenant, registry, parent) references record (tenant, registry, code)
);
create index record_by_parent on record (tenant, registry, parent, code);
create index record_by_path on record (tenant, registry, path);

create table record_version (
  tenant text not null,
  record uuid not null,
  version integer not null check (version > 0),
  effective_from timestamptz not null,
  -- the end is outside; equal to effective_from where the version was corrected before it held
  valid_to timestamptz check (valid_to >= effective_from),
  parent text collate "C",
  name_zh text not null,
  name_en text not null,
  data jsonb not null,
  source text not null,
  set_by text not null,
  account uuid,
  reason text not null,
  set_at timestamptz not null,
  primary key (tenant, record, version),
  foreign key (tenant, record) references record (tenant, id)
);

-- Changes whenever a record does: every process compares it before it trusts the view it holds.
create table registry_stamp (
  tenant text primary key,
  stamp uuid not null
);

do $$
declare t text;
begin
  foreach t in array array['record', 'record_version', 'registry_stamp'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy tenant on %I using (tenant = current_setting(''huying.tenant'', true)) with check (tenant = current_setting(''huying.tenant'', true))',
      t
    );
  end loop;
end
$$;
grant select, insert, update on record, record_version, registry_stamp to huying_app;
