-- Names that were changed and how far the cases they stand in are indexed by the new ones: kept by case id, so that whoever goes on knows where.
create table search_renaming (
  tenant text not null,
  id uuid not null,
  registry text not null,
  -- The codes of what was renamed; null for more than are worth naming, which means all.
  codes text[],
  -- The last case looked at; null before the first.
  done_to uuid,
  seen integer not null default 0,
  indexed integer not null default 0,
  finished_at timestamptz,
  primary key (tenant, id)
);
create index search_renaming_open on search_renaming (tenant, id) where finished_at is null;
alter table search_renaming enable row level security;
alter table search_renaming force row level security;
create policy tenant on search_renaming using (tenant = current_setting('huying.tenant', true)) with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update, delete on search_renaming to huying_app;
