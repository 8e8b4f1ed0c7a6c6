import { type Columns, type Condition, compileSql, evaluate, type Facts } from '@huying/kit/condition';
import { comparableProperties, conditionArbitrary, factsArbitrary } from '@huying/testing/condition';
import { testDatabase } from '@huying/testing/database';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const db = await testDatabase();

const columns: Columns = {
  ...Object.fromEntries(
    Object.entries(comparableProperties)
      .filter((entry): entry is [string, Exclude<(typeof entry)[1], 'point'>] => entry[1] !== 'point')
      .map(([name, type]) => [name, { type, sql: `r."${name}"` }]),
  ),
  place: { type: 'point', longitude: 'r.longitude', latitude: 'r.latitude' },
};
const rows: readonly Facts[] = fc.sample(factsArbitrary, { numRuns: 80, seed: 20_260_701 });

describe('a condition', () => {
  beforeAll(async () => {
    await db.pool.query(`create table random_row (
      id int primary key, state text, title text, weight float8, round int, urged boolean, "openedAt" timestamptz,
      "closedAt" timestamptz, day date, unit uuid, tags text[], longitude float8, latitude numeric)`);
    for (const [id, row] of rows.entries()) await insert(id, row);
  });
  afterAll(() => db.pool.query('drop table random_row'));

  it('has the same truth for a row in the program and in PostgreSQL', async () => {
    await fc.assert(
      fc.asyncProperty(conditionArbitrary, async (tree) => {
        expect(await truthsInSql(tree)).toEqual(rows.map((row) => evaluate(tree, row)));
      }),
      { numRuns: 600 },
    );
  });

  it('is not the same truth for every row: the rows tell conditions apart', () => {
    const truths = fc
      .sample(conditionArbitrary, 200)
      .map((tree) => new Set(rows.map((row) => evaluate(tree, row))).size);
    expect(truths.filter((different) => different > 1).length).toBeGreaterThan(100);
  });
});

async function insert(id: number, row: Facts): Promise<void> {
  const place = row.place as { longitude: number; latitude: number } | null;
  const moment = (at: unknown) => (typeof at === 'number' ? new Date(at).toISOString() : null);
  await db.pool.query('insert into random_row values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)', [
    id,
    row.state,
    row.title,
    row.weight,
    row.round,
    row.urged,
    moment(row.openedAt),
    moment(row.closedAt),
    row.day,
    row.unit,
    row.tags,
    place?.longitude,
    place?.latitude,
  ]);
}

async function truthsInSql(tree: Condition): Promise<(boolean | null)[]> {
  const { sql, params } = compileSql(tree, columns);
  const { rows: found } = await db.pool.query<{ truth: boolean | null }>(
    `select ${sql} as truth from random_row r order by r.id`,
    [...params],
  );
  return found.map((row) => row.truth);
}
