-- Accounts and what they sign in with. Shared by all districts: a person has one account wherever they hold posts.

create table account (
  id uuid primary key,
  name text not null,
  -- the name as compared: NFKC, lower case; made in the program so that the rule is one
  name_key text not null unique,
  display_name text not null,
  locale text not null check (locale in ('zh', 'en')),
  password_hash text not null,
  -- hashes of passwords used before, newest first
  password_history text[] not null default '{}',
  password_changed_at timestamptz not null,
  must_change_password boolean not null,
  disabled_at timestamptz,
  expires_at timestamptz,
  failed_count integer not null default 0,
  locked_until timestamptz,
  -- sealed under the master key; confirmed once a code made with it was shown
  totp_secret bytea,
  totp_confirmed_at timestamptz,
  -- the last 30-second step whose code was accepted: a code is good once
  totp_last_step bigint,
  totp_required boolean not null default false,
  created_at timestamptz not null
);
grant select, insert, update on account to huying_app;

-- In which districts an account may be given posts. The home district's system administrator answers for the account.
create table account_district (
  account uuid not null references account (id),
  district text not null,
  home boolean not null,
  admitted_at timestamptz not null,
  primary key (account, district)
);
create unique index account_district_home on account_district (account) where home;
create index account_district_by_district on account_district (district, account);
grant select, insert, delete on account_district to huying_app;

-- What happened at the door: sign-ins, refusals, ends of sessions, changes of password and second factor. Append only.
create table identity_event (
  id uuid primary key,
  at timestamptz not null,
  account uuid references account (id),
  what text not null,
  result text not null,
  address text
);
create index identity_event_by_account on identity_event (account, at, id);
grant select, insert on identity_event to huying_app;
