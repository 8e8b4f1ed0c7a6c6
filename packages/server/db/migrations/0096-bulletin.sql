-- What was published of it all, exactly as it was, and what was corrected afterwards.

create table snapshot (
  tenant text not null,
  id uuid not null,
  -- 'bulletin', 'letter', 'ranking', 'projects', 'livelihood', 'indicators', 'appendix', 'glossary', 'memo'
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
  -- 第 n 期 within kind and year, and the number of the document: given when it is signed, without a gap.
  issue integer,
  document text,
  title text not null,
  state text not null check (state in ('draft', 'issued')),
  snapshot uuid not null,
  -- A letter's addressee.
  unit uuid,
  -- What its maker wrote into it: reasons and next steps by promise, paragraphs of their own.
  words jsonb not null,
  signed_by text,
  signed_account uuid,
  issued_at timestamptz,
  published_at timestamptz,
  published_by text,
  -- What the approval to publish rests on.
  published_basis text,
  version integer not null,
  created_by text not null,
  account uuid,
  created_at timestamptz not null,
  primary key (tenant, id),
  unique (tenant, kind, year, issue),
  unique (tenant, document),
  check ((state = 'issued') = (issued_at is not null)),
  check ((state = 'issued') = (issue is not null)),
  foreign key (tenant, snapshot) references snapshot (tenant, id)
);
create index bulletin_newest on bulletin (tenant, year, created_at, id);

-- A cell of an issued bulletin that was wrong; listed in the next issue.
create table bulletin_correction (
  tenant text not null,
  id uuid not null,
  bulletin uuid not null,
  -- Its table, row and column, and what they are called on paper.
  place text not null,
  label text not null,
  old text not null,
  new text not null,
  reason text not null,
  found_by text not null,
  account uuid,
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
