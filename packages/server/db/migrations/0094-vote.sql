-- Livelihood candidates, how they were chosen, where they are built and how they were judged.

create table candidate (
  tenant text not null,
  id uuid not null,
  year integer not null,
  no integer,
  title text not null,
  domain text not null,
  content text not null,
  -- Yuan in units of ten thousand (万元).
  budget numeric(18, 2),
  -- Who would carry it out.
  unit uuid,
  -- Where it came from; the cases themselves are linked.
  source text not null check (source in ('opinions', 'calls', 'deputy', 'unit', 'government')),
  state text not null check (state in ('proposed', 'screened-out', 'candidate', 'submitted', 'chosen', 'not-chosen', 'official')),
  -- Why it was taken up or left out, told to whoever proposed it.
  reason text,
  screened_by text,
  screened_at timestamptz,
  promise uuid,
  version integer not null,
  created_by text not null,
  account uuid,
  created_at timestamptz not null,
  primary key (tenant, id)
);
create index candidate_year on candidate (tenant, year, no, id);

-- A session that chooses: its rule, frozen when it opens, and its certified totals.
create table vote (
  tenant text not null,
  id uuid not null,
  year integer not null,
  title text not null,
  variant text not null check (variant in ('decided', 'certified', 'electronic', 'poll')),
  -- { seats, base: 'all'|'present'|'valid', strict, ties: 'second-round'|'chair', mostApprovals, candidates: in the order of the ballot }
  rule jsonb not null,
  state text not null check (state in ('prepared', 'open', 'closed', 'certified')),
  members integer not null,
  present integer,
  issued integer,
  returned integer,
  valid integer,
  void integer,
  opened_at timestamptz,
  closed_at timestamptz,
  certified_at timestamptz,
  certified_by text,
  meeting text,
  document text,
  -- The result and its SHA-256; never changed once certified.
  result jsonb,
  digest bytea check (length(digest) = 32),
  version integer not null,
  created_at timestamptz not null,
  primary key (tenant, id)
);
create index vote_year on vote (tenant, year, id);

create table vote_tally (
  tenant text not null,
  vote uuid not null,
  candidate uuid not null,
  approve integer not null check (approve >= 0),
  oppose integer not null check (oppose >= 0),
  abstain integer not null check (abstain >= 0),
  primary key (tenant, vote, candidate),
  foreign key (tenant, vote) references vote (tenant, id),
  foreign key (tenant, candidate) references candidate (tenant, id)
);

-- Who has voted. Nothing here tells how, and nothing in ballot tells who: no shared key, no time, no order.
create table voter (
  tenant text not null,
  vote uuid not null,
  account uuid not null,
  voted boolean not null default false,
  primary key (tenant, vote, account),
  foreign key (tenant, vote) references vote (tenant, id)
);

-- All ballots of a vote in one row, sorted. A row for each would carry, in the columns every row has (xmin, ctid), the transaction
-- and the order in which its voter cast it.
create table ballot (
  tenant text not null,
  vote uuid not null,
  -- A letter for each candidate in the order of the rule: a approve, o oppose, n neither.
  choices text[] not null,
  primary key (tenant, vote),
  foreign key (tenant, vote) references vote (tenant, id)
);

-- A place where a livelihood project or a key project is carried out.
create table site (
  tenant text not null,
  id uuid not null,
  promise uuid not null,
  no integer not null,
  name text not null,
  address text,
  area text,
  longitude double precision,
  latitude double precision,
  unit uuid,
  state text not null check (state in ('planned', 'under-way', 'completed', 'verified', 'cancelled')),
  due date,
  started_on date,
  completed_on date,
  verified_on date,
  -- What is done here; permits with number, document and date.
  work text,
  permits jsonb not null,
  -- Accounts that reported progress here; none of them verifies it.
  reporters uuid[] not null default '{}',
  version integer not null,
  primary key (tenant, id),
  unique (tenant, promise, no),
  foreign key (tenant, promise) references promise (tenant, id)
);

-- What deputies and users judged of it.
create table evaluation (
  tenant text not null,
  id uuid not null,
  promise uuid not null,
  site uuid,
  by_whom text not null check (by_whom in ('deputies', 'users')),
  -- Deputies: members, satisfied, basically, not; users: { "1": n … "5": n }.
  counts jsonb not null,
  grade text,
  held_on date not null,
  document text,
  entered_by text not null,
  account uuid,
  at timestamptz not null,
  published_at timestamptz,
  primary key (tenant, id),
  foreign key (tenant, promise) references promise (tenant, id)
);
create index evaluation_of on evaluation (tenant, promise, held_on, id);

alter table candidate enable row level security;
alter table candidate force row level security;
create policy tenant on candidate
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update on candidate to huying_app;
alter table vote enable row level security;
alter table vote force row level security;
create policy tenant on vote
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update on vote to huying_app;
alter table vote_tally enable row level security;
alter table vote_tally force row level security;
create policy tenant on vote_tally
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert on vote_tally to huying_app;
alter table voter enable row level security;
alter table voter force row level security;
create policy tenant on voter
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update on voter to huying_app;
alter table ballot enable row level security;
alter table ballot force row level security;
create policy tenant on ballot
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update on ballot to huying_app;
alter table site enable row level security;
alter table site force row level security;
create policy tenant on site
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update on site to huying_app;
alter table evaluation enable row level security;
alter table evaluation force row level security;
create policy tenant on evaluation
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update on evaluation to huying_app;
