-- A text message may hold a one-time code, or an answer that names people: what the box keeps is sealed under the key of its case.
-- The database holds no keys, so texts kept before stay as they are; the codes among them have lapsed.

alter table sms_inbox
  add column sealed bytea,
  alter column text drop not null,
  add constraint sms_inbox_either check (num_nonnulls(text, sealed) = 1),
  add constraint sms_inbox_subject check (sealed is null or case_id is not null);
