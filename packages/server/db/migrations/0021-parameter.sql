-- Values of parameters by district, each from a date, with who set it and why. Rows are added, never changed: the table is the history.

create table parameter_value (
  tenant text not null,
  name text not null,
  -- order of setting: of two values from the same instant the one set later holds
  seq integer not null check (seq > 0),
  effective_from timestamptz not null,
  value jsonb not null,
  set_by text not null,
  account uuid,
  reason text not null,
  set_at timestamptz not null,
  primary key (tenant, name, seq)
);
alter table parameter_value enable row level security;
alter table parameter_value force row level security;
create policy tenant on parameter_value
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert on parameter_value to huying_app;

create table parameter_stamp (
  tenant text primary key,
  stamp uuid not null
);
alter table parameter_stamp enable row level security;
alter table parameter_stamp force row level security;
create policy tenant on parameter_stamp
  using (tenant = current_setting('huying.tenant', true))
  with check (tenant = current_setting('huying.tenant', true));
grant select, insert, update on parameter_stamp to huying_app;
