-- A district. Its code is the tenant of every table that carries one. Shared: every district may know of the others.
create table tenant (
  code text primary key check (code ~ '^[A-Za-z0-9-]{2,16}$'),
  name_zh text not null,
  name_en text not null,
  zone text not null,
  created_at timestamptz not null
);
grant select, insert, update on tenant to huying_app;
