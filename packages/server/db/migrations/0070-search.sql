-- Search: two-character pieces of what cases are found by (title, words, place, matter: nothing personal), with lists of those that have
-- each. Built for reading newest first: a common word fills its page from the newest blocks, however many cases there are.
-- A GIN index was measured beside it: it cannot answer in an order, so that a common word reads and sorts everything that has it (77,000 of
-- 300,000 in 185 ms); it costs every insert 0.3 ms and now and then all of them together; and its operators are not leak-proof, so that under
-- row-level security it is not used at all. What is asked of the tables here is equality and ranges of text, uuid and time, which are: they are
-- guarded by row-level security like all others, and every statement names the tenant besides.

-- Texts not yet in a block, looked through one by one: found from the moment they are written. Written once, never changed:
-- a text that changes is added anew, and whoever reads takes each subject once.
create table search_recent (
  tenant text not null,
  id uuid not null,
  subject uuid not null,
  -- By which answers are ordered: when the case was opened.
  at timestamptz not null,
  words text not null,
  sounds text not null,
  numbers text not null,
  -- What it belongs to (units, areas): whoever sees only some need not look through the others'. No guard: that is the case's own.
  scopes text not null,
  primary key (tenant, id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_insert_scale_factor = 0.5);

-- A block: subjects in the order of time, each in its slot. Blocks are written once; several are merged into one that takes their place, and
-- are kept for a while for those who read them.
create table search_block (
  tenant text not null,
  block integer not null,
  subjects integer not null,
  oldest timestamptz not null,
  newest timestamptz not null,
  -- When the first of every 64 was opened: where a page in the middle goes on.
  firsts timestamptz[] not null,
  replaced_at timestamptz,
  primary key (tenant, block)
);

-- Who is in the slots of a block, 64 to a row: slot = 64 * part + place in the array (from 0).
create table search_slot (
  tenant text not null,
  block integer not null,
  part integer not null,
  subjects uuid[] not null,
  ats timestamptz[] not null,
  primary key (tenant, block, part)
);

-- Which slots of a block have a piece: steps from each to the next, seven bits to a byte. `~` and `^` stand before sounds, `#` before the end of a number,
-- `@` before a scope.
create table search_gram (
  tenant text not null,
  block integer not null,
  gram text collate "C" not null,
  slots bytea not null,
  primary key (tenant, block, gram)
);
-- Already as small as they get.
alter table search_gram alter column slots set storage external;

-- How far the building anew of a district's blocks has come: all that stand below `below` are replaced at the end.
create table search_rebuild (
  tenant text not null,
  below integer not null,
  after_at timestamptz,
  after_id uuid,
  done integer not null,
  primary key (tenant)
);

do $$
declare t text;
begin
  foreach t in array array['search_recent', 'search_block', 'search_slot', 'search_gram', 'search_rebuild'] loop
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
