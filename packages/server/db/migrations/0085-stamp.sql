-- Which state a district's organisation, parameters and registries are in: processes that hold them in memory read them again when
-- the stamp is another. One table, so that one statement tells of all.
create table stamp (
  tenant text not null,
  part text not null check (part in ('org', 'parameter', 'registry')),
  stamp uuid not null,
  primary key (tenant, part)
);
insert into stamp (tenant, part, stamp)
  select tenant, 'org', stamp from org_stamp
  union all select tenant, 'parameter', stamp from parameter_stamp
  union all select tenant, 'registry', stamp from registry_stamp;
alter table stamp enable row level security;
alter table stamp force row level security;
create policy tenant on stamp
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update on stamp to huying_app;
drop table org_stamp, parameter_stamp, registry_stamp;
