import type { Instant } from '@huying/kit/calendar';
import type { Tx, Writing } from '../db/index.ts';
import type { Block, Hit, Indexed } from './block.ts';
import type { Query, Way } from './query.ts';
import type { PlainText } from './search-text.ts';

const PER_PART = 64;
/** Rows to a statement: so much of a block is held in memory at a time. */
const ROWS = 4_000;
/** Of one block. */
const MERGED_AT_ONCE = 500;

export interface NewText extends Indexed {
  readonly tenant: string;
  /** Of the row; a uuid v7. */
  readonly row: string;
}

/** Adds texts to those looked through one by one. */
export const addText: Writing<NewText> = {
  row: () => null,
  statements: (texts) => [
    {
      sql: `insert into search_recent (tenant, id, subject, at, words, sounds, numbers, scopes)
        select $1, * from unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::text[], $6::text[], $7::text[], $8::text[])`,
      params: [
        texts[0]?.tenant,
        texts.map(({ row }) => row),
        texts.map(({ id }) => id),
        texts.map(({ at }) => new Date(at)),
        texts.map(({ text }) => text.words),
        texts.map(({ text }) => text.sounds),
        texts.map(({ text }) => text.numbers),
        texts.map(({ text }) => text.scopes),
      ],
    },
  ],
};

/** Texts waiting for a block, oldest first. */
export async function waitingTexts(
  tx: Tx,
  tenant: string,
  limit: number,
): Promise<readonly (Indexed & { readonly row: string })[]> {
  const rows = await tx.rows<PlainText & { row: string; subject: string; at: Date }>(
    'select id as row, subject, at, words, sounds, numbers, scopes from search_recent where tenant = $1 order by id limit $2',
    [tenant, limit],
  );
  return rows.map(({ row, subject, at, ...text }) => ({ row, id: subject, at: at.getTime(), text }));
}

/** How many texts wait, counted no further than `most`. */
export async function countWaiting(tx: Tx, tenant: string, most: number): Promise<number> {
  const row = await tx.one<{ count: number }>(
    'select count(*)::integer as count from (select 1 from search_recent where tenant = $1 limit $2) as capped',
    [tenant, most],
  );
  return row?.count ?? 0;
}

export async function removeWaiting(tx: Tx, tenant: string, rows: readonly string[]): Promise<void> {
  await tx.run('delete from search_recent where tenant = $1 and id = any($2::uuid[])', [tenant, rows]);
}

/** A block as a search knows it. */
export interface BlockHead {
  readonly block: number;
  readonly newest: Instant;
}

/** The same with how much it holds, and from when: what merging goes by. */
export interface BlockExtent extends BlockHead {
  readonly subjects: number;
  readonly oldest: Instant;
}

/** A moment as a number, reckoned as one: extract() would reckon in decimals, at twice the cost of the row. */
const ms = (column: string) => `round(date_part('epoch', ${column}) * 1000) as ${column}`;
const FROM_BLOCKS = 'from search_block b where tenant = $1 and replaced_at is null';
// By the column itself: the number of the same name is in no index.
const NEWEST_FIRST = 'order by b.newest desc, block desc';

/** The blocks in force with anything opened by an instant (null: all), newest first. */
const headsUntil = (until: string, beside = '') =>
  `select block, ${ms('newest')} ${FROM_BLOCKS} and oldest <= coalesce(${until}::timestamptz, 'infinity') ${beside} ${NEWEST_FIRST}`;

/** Where a query is to be looked for. */
export interface Ground {
  /** Of the newest waiting texts, those that the query may mean; which of them it does, is told by looking at them. */
  readonly texts: readonly Indexed[];
  /** More texts are waiting than were looked at. */
  readonly more: boolean;
  /** The newest blocks with anything opened by the instant asked for, newest first. */
  readonly heads: readonly BlockHead[];
}

/** How much is looked at before anything is found. */
export interface Look {
  /** Waiting texts at most. */
  readonly texts: number;
  /** Blocks at most. */
  readonly heads: number;
}

/** The newest waiting texts and blocks of one moment: what goes from the one to the other is in one of them. */
export async function groundOf(
  tx: Tx,
  tenant: string,
  query: Query,
  look: Look,
  until: Instant | null,
): Promise<Ground> {
  const params: unknown[] = [tenant, look.texts, until === null ? null : new Date(until), look.heads];
  const has = (column: string, value: string) => {
    params.push(value);
    return `position($${params.length} in r.${column}) > 0`;
  };
  const condition = (way: Way) => {
    if (way.by === 'words') return has('words', way.words);
    return way.by === 'number' ? has('numbers', way.number) : `r.sounds <> ''`;
  };
  const terms = query.terms.map(({ ways }) => `(${ways.map(condition).join(' or ')})`);
  for (const any of query.within) {
    params.push(any);
    terms.push(`string_to_array(r.scopes, ' ') && $${params.length}::text[]`);
  }
  type Row = { readonly heads: readonly BlockHead[] | null; readonly more: boolean };
  type Text = PlainText & { readonly subject: string; readonly at: Date };
  const rows = await tx.rows<Row & Text>(
    `with recent as materialized (select * from search_recent where tenant = $1 order by id desc limit $2 + 1)
     select (select coalesce(jsonb_agg(h), '[]') from (${headsUntil('$3')} limit $4) h) as heads, (select count(*) from recent) > $2 as more,
       null::uuid as subject, null::timestamptz as at, '' as words, '' as sounds, '' as numbers, '' as scopes
     union all
     select null, null, r.subject, r.at, r.words, r.sounds, r.numbers, r.scopes from recent r where ${terms.join(' and ')}`,
    params,
  );
  const first = rows.find(({ heads }) => heads !== null);
  const texts = rows.filter(({ heads }) => heads === null);
  return {
    texts: texts.map(({ subject, at, words, sounds, numbers, scopes }) => ({
      id: subject,
      at: at.getTime(),
      text: { words, sounds, numbers, scopes },
    })),
    more: first?.more === true,
    heads: first?.heads ?? [],
  };
}

/** The blocks in force with anything opened by an instant (null: all), newest first, but for those that are known. */
export async function headsBeside(
  tx: Tx,
  tenant: string,
  until: Instant | null,
  known: readonly number[],
): Promise<readonly BlockHead[]> {
  return tx.rows<BlockHead>(headsUntil('$2', 'and block <> all ($3::integer[])'), [
    tenant,
    until === null ? null : new Date(until),
    known,
  ]);
}

export async function blockExtents(tx: Tx, tenant: string): Promise<readonly BlockExtent[]> {
  return tx.rows<BlockExtent>(
    `select block, subjects, ${ms('oldest')}, ${ms('newest')} ${FROM_BLOCKS} ${NEWEST_FIRST}`,
    [tenant],
  );
}

export interface GramRow {
  readonly block: number;
  readonly gram: string;
  readonly slots: Buffer;
}

/** The lists of pieces in blocks; where a piece must be there in any case (`must`), only in those that have it: a word nobody wrote costs one look a block. */
export async function gramRows(
  tx: Tx,
  tenant: string,
  blocks: readonly number[],
  grams: readonly string[],
  must: string | null,
): Promise<readonly GramRow[]> {
  const having =
    must === null
      ? ''
      : 'cross join lateral (select from search_gram where tenant = $1 and block = b.block and gram = $4 offset 0) m';
  // One by one, and their number not seen beforehand: it is planned once, and carried out in the same way for few and for many.
  return tx.rows<GramRow>(
    `select b.block, w.gram, g.slots from unnest((select $2::integer[])) as b (block) ${having}
       cross join unnest((select $3::text[])) as w (gram) cross join lateral (
         select slots from search_gram where tenant = $1 and block = b.block and gram = w.gram offset 0
       ) g`,
    must === null ? [tenant, blocks, grams] : [tenant, blocks, grams, must],
  );
}

/** The lists of all pieces that begin so, in blocks; `gram` is how they begin. */
export async function gramRowsFrom(
  tx: Tx,
  tenant: string,
  blocks: readonly number[],
  start: string,
): Promise<readonly GramRow[]> {
  return tx.rows<GramRow>(
    `select b.block, $3 as gram, g.slots from unnest($2::integer[]) as b (block) cross join lateral (
       select slots from search_gram where tenant = $1 and block = b.block and gram >= $3 and gram < $3 || U&'\\+10FFFF' offset 0
     ) g`,
    [tenant, blocks, start],
  );
}

/** Who is in slots. */
export async function subjectsIn(
  tx: Tx,
  tenant: string,
  wanted: readonly { readonly block: number; readonly slot: number }[],
): Promise<readonly (Hit & { readonly block: number; readonly slot: number })[]> {
  // A moment as a number: to read it as text costs as much as all the rest of the row.
  const rows = await tx.rows<{ block: number; slot: number; id: string; at: number }>(
    `select w.block, w.slot, s.subjects[w.slot % ${PER_PART} + 1] as id,
       (extract(epoch from s.ats[w.slot % ${PER_PART} + 1]) * 1000)::float8 as at
     from unnest($2::integer[], $3::integer[]) as w (block, slot) cross join lateral (
       select subjects, ats from search_slot where tenant = $1 and block = w.block and part = w.slot / ${PER_PART} offset 0
     ) s`,
    [tenant, wanted.map(({ block }) => block), wanted.map(({ slot }) => slot)],
  );
  return rows;
}

/** The slot of each block from which on everything was opened after `until`; some before it may have been as well. */
export async function slotsUntil(
  tx: Tx,
  tenant: string,
  blocks: readonly number[],
  until: Instant,
): Promise<ReadonlyMap<number, number>> {
  const rows = await tx.rows<{ block: number; parts: number }>(
    `select block, width_bucket($3::timestamptz, firsts) as parts from search_block
     where tenant = $1 and block = any($2::integer[])`,
    [tenant, blocks, new Date(until)],
  );
  return new Map(rows.map(({ block, parts }) => [block, parts * PER_PART]));
}

/** One builder of a district's blocks at a time, until the transaction ends; false where another is at it. */
export async function takeBuilding(tx: Tx, tenant: string): Promise<boolean> {
  const row = await tx.one<{ mine: boolean }>(`select pg_try_advisory_xact_lock(hashtextextended($1, 70)) as mine`, [
    JSON.stringify(['search', tenant]),
  ]);
  return row?.mine === true;
}

export async function nextBlock(tx: Tx, tenant: string): Promise<number> {
  const row = await tx.one<{ block: number }>(
    'select coalesce(max(block), 0) + 1 as block from search_block where tenant = $1',
    [tenant],
  );
  return row?.block ?? 1;
}

/** Writes a block whole. Answers its number. The caller has `takeBuilding`. */
export async function writeBlock(tx: Tx, tenant: string, { subjects, grams }: Block): Promise<number> {
  const block = await nextBlock(tx, tenant);
  await writeSubjects(tx, tenant, block, subjects);
  for (let from = 0; from < grams.length; from += ROWS) {
    await writeGrams(tx, tenant, block, grams.slice(from, from + ROWS));
  }
  return block;
}

export async function writeSubjects(tx: Tx, tenant: string, block: number, subjects: readonly Hit[]): Promise<void> {
  const [oldest, newest] = [subjects[0], subjects.at(-1)];
  if (oldest === undefined || newest === undefined) return;
  await tx.run(
    'insert into search_block (tenant, block, subjects, oldest, newest, firsts) values ($1, $2, $3, $4, $5, $6::timestamptz[])',
    [
      tenant,
      block,
      subjects.length,
      new Date(oldest.at),
      new Date(newest.at),
      subjects.filter((_, slot) => slot % PER_PART === 0).map(({ at }) => new Date(at)),
    ],
  );
  await tx.run(
    `insert into search_slot (tenant, block, part, subjects, ats)
     select $1, $2, (w.slot - 1) / ${PER_PART}, array_agg(w.id order by w.slot), array_agg(w.at order by w.slot)
     from unnest($3::uuid[], $4::timestamptz[]) with ordinality as w (id, at, slot) group by 3 order by 3`,
    [tenant, block, subjects.map(({ id }) => id), subjects.map(({ at }) => new Date(at))],
  );
}

/** Writes lists of pieces. Their bytes go over in one piece: as an array every one of them would be written out in digits. */
export async function writeGrams(tx: Tx, tenant: string, block: number, grams: Block['grams']): Promise<void> {
  const lengths = grams.map(([, slots]) => slots.length);
  const bytes = Buffer.allocUnsafe(lengths.reduce((sum, length) => sum + length, 0));
  const from: number[] = [];
  let at = 0;
  for (const [, slots] of grams) {
    from.push(at + 1);
    bytes.set(slots, at);
    at += slots.length;
  }
  await tx.run(
    `insert into search_gram (tenant, block, gram, slots)
     select $1, $2, w.gram, substring($4::bytea from w.first for w.length)
     from unnest(string_to_array($3, E'\\n'), $5::integer[], $6::integer[]) as w (gram, first, length)`,
    [tenant, block, grams.map(([gram]) => gram).join('\n'), bytes, from, lengths],
  );
}

/** Subjects of blocks in their slots. */
export async function subjectsOf(tx: Tx, tenant: string, block: number): Promise<readonly Hit[]> {
  const rows = await tx.rows<{ id: string; at: Date }>(
    `select w.id, w.at from search_slot s, unnest(s.subjects, s.ats) with ordinality as w (id, at, place)
     where s.tenant = $1 and s.block = $2 order by s.part, w.place`,
    [tenant, block],
  );
  return rows.map(({ id, at }) => ({ id, at: at.getTime() }));
}

/** A piece after `after` up to which no block has many; null where that is to the end. */
export async function nextBound(
  tx: Tx,
  tenant: string,
  blocks: readonly number[],
  after: string,
): Promise<string | null> {
  const row = await tx.one<{ bound: string | null }>(
    `select min(e.gram) as bound from unnest($2::integer[]) as b (block) cross join lateral (
       select gram from search_gram where tenant = $1 and block = b.block and gram > $3 order by gram offset ${MERGED_AT_ONCE} limit 1
     ) e`,
    [tenant, blocks, after],
  );
  return row?.bound ?? null;
}

/** The lists of all pieces after `after`, up to and with `bound` (null: to the end), in no order. */
export async function gramsBetween(
  tx: Tx,
  tenant: string,
  blocks: readonly number[],
  after: string,
  bound: string | null,
): Promise<readonly GramRow[]> {
  return tx.rows<GramRow>(
    `select b.block, g.gram, g.slots from unnest($2::integer[]) as b (block) cross join lateral (
       select gram, slots from search_gram where tenant = $1 and block = b.block and gram > $3 and gram <= coalesce($4, U&'\\+10FFFF') offset 0
     ) g`,
    [tenant, blocks, after, bound],
  );
}

/** Blocks that another has taken the place of are read no more by whoever begins now. */
export async function replaceBlocks(tx: Tx, tenant: string, blocks: readonly number[], now: Instant): Promise<void> {
  await tx.run(
    'update search_block set replaced_at = $3 where tenant = $1 and block = any($2::integer[]) and replaced_at is null',
    [tenant, blocks, new Date(now)],
  );
}

/** Blocks cleared away in one transaction. */
export const CLEARED = 8;

/** Clears away the first blocks replaced before `before`. Answers how many. */
export async function dropReplaced(tx: Tx, tenant: string, before: Instant): Promise<number> {
  const rows = await tx.rows<{ block: number }>(
    'select block from search_block where tenant = $1 and replaced_at < $2 order by block limit $3',
    [tenant, new Date(before), CLEARED],
  );
  const blocks = rows.map(({ block }) => block);
  if (blocks.length === 0) return 0;
  await tx.run('delete from search_gram where tenant = $1 and block = any($2::integer[])', [tenant, blocks]);
  await tx.run('delete from search_slot where tenant = $1 and block = any($2::integer[])', [tenant, blocks]);
  await tx.run('delete from search_block where tenant = $1 and block = any($2::integer[])', [tenant, blocks]);
  return blocks.length;
}
