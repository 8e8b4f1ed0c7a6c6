-- Which units go on with the duties of one that ended: one where it was merged or went over whole, several where it was split. Since when
-- is the day it ended (unit.valid_to).
create table unit_successor (
  tenant text not null,
  unit uuid not null,
  successor uuid not null,
  -- The first named is the one to which comes what would come back to the unit.
  place smallint not null,
  primary key (tenant, unit, successor),
  foreign key (tenant, unit) references unit (tenant, id),
  foreign key (tenant, successor) references unit (tenant, id),
  check (unit <> successor)
);
alter table unit_successor enable row level security;
alter table unit_successor force row level security;
create policy tenant on unit_successor using (tenant = current_setting('huying.tenant', true)) with check (tenant = current_setting('huying.tenant', true));
grant select, insert on unit_successor to huying_app;
