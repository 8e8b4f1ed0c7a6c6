-- A unit's lists in their order, without a look at the rest of its past: when the case was opened, and when it is due while it is open
-- ('infinity' while it is due at no time, null once it is closed). Kept up with the case.
alter table case_unit
  add column opened_at timestamptz,
  add column open_due timestamptz;
do $$
declare district text;
begin
  for district in select code from tenant loop
    perform set_config('huying.tenant', district, true);
    update case_unit u set opened_at = c.opened_at, open_due = case when c.closed_at is null then coalesce(c.due_at, 'infinity') end
    from case_record c where u.tenant = district and c.tenant = district and c.id = u.case_id;
  end loop;
  perform set_config('huying.tenant', '', true);
end
$$;
alter table case_unit alter column opened_at set not null;
create index unit_case_newest on case_unit (tenant, unit, opened_at desc, case_id desc);
create index unit_case_open on case_unit (tenant, unit, open_due, case_id) where open_due is not null;
-- Whether a case is one of some units' is answered by the index alone.
drop index case_unit_by_case;
create index case_unit_by_case on case_unit (tenant, case_id, unit);

create index case_matter on case_record (tenant, matter, opened_at desc, id desc) where matter is not null;
create index case_urgency_newest on case_record (tenant, urgency, opened_at desc, id desc) where urgency is not null;

-- The order of due times, written so that row-level security lets a range of it through to the index: coalesce() is not taken to be leak-proof.
drop index case_due;
create index case_due on case_record (tenant, (case when due_at is null then 'infinity' else due_at end), id) where closed_at is null;
create index case_handler_open on case_record (tenant, handler, (case when due_at is null then 'infinity' else due_at end), id)
  where closed_at is null and handler is not null;
