-- Keys of personal fields, one per subject, wrapped under the master key. Erasing destroys the key: what was sealed with it stays and says nothing.

create table subject_key (
  tenant text not null,
  subject uuid not null,
  wrapped bytea,
  created_at timestamptz not null,
  erased_at timestamptz,
  primary key (tenant, subject),
  check ((wrapped is null) = (erased_at is not null))
);
alter table subject_key enable row level security;
alter table subject_key force row level security;
create policy tenant on subject_key
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update, delete on subject_key to huying_app;

-- Fingerprint of the master key this database was first sealed with, so that a wrong key is noticed at start and not at the first unmasking.
create table master_key (
  singleton boolean primary key default true check (singleton),
  fingerprint text not null,
  noted_at timestamptz not null
);
grant select, insert on master_key to huying_app;
