-- What was published of it all, exactly as it was, and what was corrected afterwards.

create table snapshot (
  tenant text not null,
  id uuid not null,
  -- 'bulletin', 'appendix', 'projects', 'livelihood', 'indicators', 'letter', 'plan'
  kind text not null,
  year integer not null,
  as_of date not null,
  taken_at timestamptz not null,
  content jsonb not null,
  digest bytea not null check (length(digest) = 32),
  primary key (tenant, id)
);
create index snapshot_when on snapshot (tenant, kind, year, as_of, id);

create table bulletin (
  tenant text not null,
  id uuid not null,
  kind text not null,
  year integer not null,
  -- 第 n 期 within kind and year.
  issue integer not null,
  document text not null,
  title text not null,
  state text not null check (state in ('draft', 'issued')),
  snapshot uuid not null,
  signed_by text,
  issued_at timestamptz,
  published_at timestamptz,
  version integer not null,
  created_by text not null,
  created_at timestamptz not null,
  primary key (tenant, id),
  unique (tenant, kind, year, issue),
  foreign key (tenant, snapshot) references snapshot (tenant, id)
);

-- A cell of an issued bulletin that was wrong; listed in the next issue.
create table bulletin_correction (
  tenant text not null,
  id uuid not null,
  bulletin uuid not null,
  place text not null,
  old text not null,
  new text not null,
  reason text not null,
  found_by text not null,
  at timestamptz not null,
  -- The issue that lists it.
  listed_in uuid,
  primary key (tenant, id),
  foreign key (tenant, bulletin) references bulletin (tenant, id)
);
create index bulletin_correction_open on bulletin_correction (tenant, at, id) where listed_in is null;

-- The colour of every promise at each day lights were fixed: what a path of lights is drawn from, and what 连续三期 counts.
create table light_history (
  tenant text not null,
  promise uuid not null,
  as_of date not null,
  light text,
  rule_set text not null,
  rule text,
  rate double precision,
  expected double precision,
  inputs jsonb not null,
  primary key (tenant, promise, as_of),
  foreign key (tenant, promise) references promise (tenant, id)
);

alter table snapshot enable row level security;
alter table snapshot force row level security;
create policy tenant on snapshot
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert on snapshot to huying_app;
alter table bulletin enable row level security;
alter table bulletin force row level security;
create policy tenant on bulletin
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update on bulletin to huying_app;
alter table bulletin_correction enable row level security;
alter table bulletin_correction force row level security;
create policy tenant on bulletin_correction
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update on bulletin_correction to huying_app;
alter table light_history enable row level security;
alter table light_history force row level security;
create policy tenant on light_history
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update on light_history to huying_app;
