-- A session is found by the SHA-256 of its token; the token itself is kept nowhere.

create table session (
  hash bytea primary key,
  id uuid not null unique,
  account uuid not null references account (id),
  district text,
  post uuid,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  ends_at timestamptz not null,
  address text
);
create index session_by_account on session (account, id);
create index session_by_end on session (ends_at);
grant select, insert, update, delete on session to huying_app;
