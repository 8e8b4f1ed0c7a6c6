import type { Counts, Fact } from '@huying/kit/measure';
import { describe, expect, it } from 'vitest';
import { foundRows } from './found-rows.ts';

const fact: Fact = {
  subject: 'a',
  kind: 'ticket',
  no: 0,
  unit: null,
  street: null,
  area: null,
  matter: null,
  channel: null,
  fields: {},
};

async function* facts(count: number): AsyncGenerator<Fact> {
  for (let no = 0; no < count; no += 1) yield { ...fact, no };
}

const kept = (n: number): Counts => ({ n, d: 0, x: 0 });
const alarm = { at: '2026-11-01T00:00:00.000Z', ...kept(39), rate: 39 };

/** Of these facts every second one is a row. */
const found = (count: number, more: { row?: object; again?: number } = {}) =>
  foundRows({
    row: { ...kept(44), recounting: false, alarm: null, ...more.row },
    amountOf: ({ n }) => n,
    read: async () => kept(more.again ?? 44),
    facts: facts(count),
    stands: ({ no }) => no % 2 === 0,
  });

describe('rows that are found', () => {
  it('are those there are, whatever the number says', async () => {
    expect(await found(88)).toBe(44);
    expect(await found(78)).toBe(39);
    expect(await found(0)).toBe(0);
  });

  it('are not told where the number changed meanwhile, or is being counted anew', async () => {
    expect(await found(78, { again: 45 })).toBeNull();
    expect(await found(78, { row: { recounting: true } })).toBeNull();
  });

  it('are what the last recount found where there are too many to be looked through', async () => {
    expect(await found(20_001)).toBeNull();
    expect(await found(20_001, { row: { alarm } })).toBe(39);
    expect(await found(20_000, { row: { alarm } })).toBe(10_000);
  });
});
