-- Work reports as they were read, sentence by sentence, and what a person decided about each finding.

create table work_report (
  tenant text not null,
  id uuid not null,
  year integer not null,
  -- Which reading of that year's report: 1 for the first upload, 2 for its revision.
  edition integer not null,
  title text not null,
  -- The place it speaks of, as printed.
  place text,
  file uuid,
  text text not null,
  text_hash bytea not null check (length(text_hash) = 32),
  -- Program and version of the reader, so that a reading can be repeated.
  reader text not null,
  -- Headings, doubts, findings, glossary and completion rows as read.
  reading jsonb not null,
  state text not null check (state in ('reading', 'reviewing', 'reviewed', 'replaced')),
  replaces uuid,
  version integer not null,
  uploaded_by text not null,
  account uuid,
  uploaded_at timestamptz not null,
  primary key (tenant, id),
  unique (tenant, year, edition),
  unique (tenant, text_hash),
  foreign key (tenant, replaces) references work_report (tenant, id)
);

-- One sentence of the report with its place; never changed.
create table clause (
  tenant text not null,
  report uuid not null,
  no integer not null,
  page integer,
  paragraph integer not null,
  section text,
  -- Half-open span of the text in code points.
  start integer not null,
  stop integer not null,
  words text not null,
  hash bytea not null check (length(hash) = 32),
  primary key (tenant, report, no),
  foreign key (tenant, report) references work_report (tenant, id)
);

-- What the reader proposes to make of the clauses, and what the reviewer made of it.
create table review_item (
  tenant text not null,
  report uuid not null,
  no integer not null,
  clauses integer[] not null check (cardinality(clauses) > 0),
  kind text not null,
  proposed jsonb not null,
  -- What the words do not say: 'measure', 'due', 'owner', 'value'.
  missing text[] not null,
  doubt text,
  -- The items it was split off from or merged of; the reader's own have none.
  origins integer[] not null,
  decision text not null check (decision in ('open', 'accepted', 'corrected', 'split', 'merged', 'dismissed')),
  reason text,
  -- Set where the decision made or joined a promise.
  promise uuid,
  version integer not null,
  decided_by text,
  account uuid,
  decided_at timestamptz,
  primary key (tenant, report, no),
  foreign key (tenant, report) references work_report (tenant, id)
);
create index review_open on review_item (tenant, report, decision, no);

alter table work_report enable row level security;
alter table work_report force row level security;
create policy tenant on work_report
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update on work_report to huying_app;
alter table clause enable row level security;
alter table clause force row level security;
create policy tenant on clause
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert on clause to huying_app;
alter table review_item enable row level security;
alter table review_item force row level security;
create policy tenant on review_item
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update on review_item to huying_app;
