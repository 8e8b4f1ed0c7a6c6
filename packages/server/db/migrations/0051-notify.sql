-- What people are told: notices in the program, who wants mail, and the text messages of districts without a gateway.

create table notification (
  tenant text not null,
  id uuid not null,
  account uuid not null references account (id),
  -- Key of the message in the outbox: told once, however often it is sent.
  key text not null,
  case_id uuid,
  number text,
  title text,
  what text not null,
  does text not null,
  label_zh text not null,
  label_en text not null,
  due timestamptz,
  at timestamptz not null,
  read_at timestamptz,
  primary key (tenant, id),
  unique (tenant, account, key)
);
create index notification_list on notification (tenant, account, at desc, id desc);
create index notification_unread on notification (tenant, account, at desc, id desc) where read_at is null;

-- Who wants notices by mail in this district; the address is sealed under the key of the account.
create table mail_wish (
  tenant text not null,
  account uuid not null references account (id),
  address bytea not null,
  since timestamptz not null,
  primary key (tenant, account)
);

-- Text messages that a district without a gateway would have sent. The number is masked.
create table sms_inbox (
  tenant text not null,
  id uuid not null,
  key text not null,
  case_id uuid,
  phone text not null,
  text text not null,
  at timestamptz not null,
  primary key (tenant, id),
  unique (tenant, key)
);
create index sms_inbox_list on sms_inbox (tenant, at desc, id desc);

-- Messages that were given up, for the list of them.
create index outbox_dead on outbox (tenant, created_at desc, id desc) where state = 'dead';

do $$
declare t text;
begin
  foreach t in array array['notification', 'mail_wish', 'sms_inbox'] loop
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
