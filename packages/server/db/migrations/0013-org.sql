-- Units, posts and deputies of a district.

create table unit (
  tenant text not null,
  id uuid not null,
  parent uuid,
  -- codes from the root down: '/centre/dept/team'
  path text not null,
  code text not null,
  kind text not null check (kind in ('district', 'department', 'street', 'community', 'company', 'centre')),
  name_zh text not null,
  name_en text not null,
  area text,
  valid_from timestamptz not null,
  valid_to timestamptz,
  primary key (tenant, id),
  unique (tenant, code),
  foreign key (tenant, parent) references unit (tenant, id)
);
create index unit_by_parent on unit (tenant, parent);

create table post (
  tenant text not null,
  id uuid not null,
  account uuid not null references account (id),
  unit uuid not null,
  role text not null,
  area text,
  valid_from timestamptz not null,
  valid_to timestamptz,
  primary key (tenant, id),
  foreign key (tenant, unit) references unit (tenant, id)
);
create index post_by_account on post (tenant, account);
create index post_by_unit on post (tenant, unit);

create table deputy (
  tenant text not null,
  id uuid not null,
  post uuid not null,
  account uuid not null references account (id),
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, post) references post (tenant, id),
  check (valid_from < valid_to)
);
create index deputy_by_post on deputy (tenant, post);

-- Changes whenever a unit, post or deputy does: every process compares it before it trusts the view it holds.
create table org_stamp (
  tenant text primary key,
  stamp uuid not null
);

do $$
declare t text;
begin
  foreach t in array array['unit', 'post', 'deputy', 'org_stamp'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format(
      'create policy tenant on %I using (tenant = current_setting(''huying.tenant'', true)) with check (tenant = current_setting(''huying.tenant'', true))',
      t
    );
    execute format('grant select, insert, update, delete on %I to huying_app', t);
  end loop;
end
$$;
