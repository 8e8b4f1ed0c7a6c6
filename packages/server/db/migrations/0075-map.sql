-- Cases on the map, apart from their wide rows: a look at a district reads tens of thousands of them, from the index alone.
-- One row for the district, under the nil uuid, and one for each unit that ever handled the case or was asked: the queue side of access.
-- How its light comes about: what the promised clock said when it stopped (settled), or else when it turns yellow and when it is due.
create table case_point (
  tenant text not null,
  case_id uuid not null,
  unit uuid not null,
  -- those of the case's units that sort before this one: whoever sees the cases of one of them has counted the case there
  preceding uuid[],
  -- the cell of zoom 18 in which the point lies, in Morton order, so that any tile is one run of cells
  cell bigint not null,
  settled text,
  due_at timestamptz,
  yellow_at timestamptz,
  -- ten-millionths of a degree, WGS 84
  east integer not null,
  north integer not null,
  area text collate "C",
  number text not null,
  primary key (tenant, case_id, unit)
);
create index case_point_map on case_point (tenant, unit, settled, cell) include (case_id, preceding, due_at, yellow_at, east, north, area);

-- Cases whose promised clock has stopped, counted by cell of zoom 16, area and light, so that a look at the whole district does not read a
-- million rows. Kept up in the transaction that settles a case, reopens it or moves it; whole numbers, so that what is taken away is exactly
-- what was added.
create table case_settled (
  tenant text not null,
  cell bigint not null,
  -- '' where a case has no area
  area text collate "C" not null,
  light text not null,
  count integer not null,
  east bigint not null,
  north bigint not null,
  primary key (tenant, cell, area, light)
) with (fillfactor = 70);

do $$
declare t text;
begin
  foreach t in array array['case_point', 'case_settled'] loop
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

-- Cases from before. When an open one turns yellow needs the calendar: until its next step, or until due times are reckoned anew, it is green.
do $$
declare district text;
begin
  for district in select code from tenant loop
    perform set_config('huying.tenant', district, true);
    insert into case_point
      select c.tenant, c.id, u.unit, nullif(array(select i.unit from unnest(c.involved) i (unit)
          where i.unit < u.unit and u.unit = any(c.involved)), '{}'), p.cell,
        case
          when c.promise is null or c.clocks -> c.promise is null then 'done'
          when c.clocks -> c.promise -> 'phase' ->> 'kind' <> 'stopped' then null
          when floor((c.clocks -> c.promise -> 'phase' ->> 'at')::numeric / 1000) * 1000 > (c.clocks -> c.promise -> 'phase' -> 'due' ->> 'at')::numeric then 'late'
          else 'done'
        end,
        c.due_at, null, round(c.longitude * 1e7), round(c.latitude * 1e7), c.area, c.number
      from case_record c
      cross join lateral (
        select sum(((x >> bit & 1) + (y >> bit & 1) * 2) << 2 * bit)::bigint as cell
        from generate_series(0, 17) bit,
          (select least(262143, floor((c.longitude / 360 + 0.5) * 262144))::bigint as x,
             least(262143, greatest(0, floor((0.5 - ln((1 + sin(radians(c.latitude))) / (1 - sin(radians(c.latitude)))) / (4 * pi())) * 262144)))::bigint as y) at
      ) p
      cross join lateral (select '00000000-0000-0000-0000-000000000000'::uuid as unit union select unnest(c.involved)) u
      where c.tenant = district and c.longitude is not null and abs(c.latitude) <= 85.05;
    insert into case_settled
      select tenant, cell >> 4, coalesce(area, ''), settled, count(*), sum(east), sum(north)
      from case_point where tenant = district and unit = '00000000-0000-0000-0000-000000000000' and settled is not null
      group by 1, 2, 3, 4;
  end loop;
  perform set_config('huying.tenant', '', true);
end
$$;
