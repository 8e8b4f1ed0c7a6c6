import type { HuyingError } from '@huying/kit/error';
import { describe, expect, it } from 'vitest';
import { planPut } from './plan.ts';
import type { RecordDraft, RegistryRecord } from './record.ts';
import { areas, ware, wares } from './toy-registries.ts';

type Records = Map<string, RegistryRecord>;

function put(records: Records, draft: RecordDraft, from = 10, registry = wares as typeof wares | typeof areas) {
  const plan = planPut(registry, draft, records, from, () => `id-${draft.code}`);
  records.set(plan.record.code, plan.record);
  return plan;
}

function problemsOf(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    const { code, problems } = error as HuyingError;
    return problems.length > 0 ? problems.map(({ path }) => path) : [code];
  }
  return [];
}

describe('putting a record', () => {
  it('creates it, adds a version when it says something new, and changes nothing when it does not', () => {
    const records: Records = new Map();
    expect(put(records, ware('a', 1)).outcome).toBe('created');
    expect(put(records, { ...ware('a', 1), code: ' a ' }, 20).outcome).toBe('unchanged');
    const added = put(records, ware('a', 2), 20);
    expect([added.outcome, added.version.version]).toEqual(['added', 2]);
    expect(added.ended.map(({ version, validTo }) => [version, validTo])).toEqual([[1, 20]]);
  });

  it('names every problem of the draft by its place', () => {
    const draft = { code: 'a b', parent: null, name: { zh: ' ', en: 'x'.repeat(201) }, data: { price: -1, prize: 2 } };
    expect(problemsOf(() => put(new Map(), draft))).toEqual([
      '/code',
      '/name/zh',
      '/name/en',
      '/data/price',
      '/data/prize',
    ]);
  });

  it('follows the code rule of its level, and of nesting where codes nest', () => {
    const area = (code: string, parent: string | null) => ({ code, parent, name: { zh: '某处', en: '' }, data: {} });
    const records: Records = new Map();
    expect(problemsOf(() => put(records, area('0011', null), 10, areas))).toEqual(['/code']);
    put(records, area('001', null), 10, areas);
    expect(problemsOf(() => put(records, area('00201', '001'), 10, areas))).toEqual(['/code']);
    put(records, area('00101', '001'), 10, areas);
    expect(put(records, area('0010101', '00101'), 10, areas).record.path).toBe('/001/00101/0010101');
    expect(problemsOf(() => put(records, area('001010101', '0010101'), 10, areas))).toEqual(['registry.tooDeep']);
  });

  it('refuses a parent that is unknown, not in effect, the record itself or below it', () => {
    const records: Records = new Map();
    put(records, ware('a', 1), 10);
    put(records, ware('b', 1, 'a'), 10);
    expect(problemsOf(() => put(records, ware('c', 1, 'x')))).toEqual(['registry.parentUnknown']);
    expect(problemsOf(() => put(records, ware('c', 1, 'a'), 9))).toEqual(['registry.retired']);
    expect(problemsOf(() => put(records, ware('a', 1, 'a')))).toEqual(['registry.parentLoop']);
    expect(problemsOf(() => put(records, ware('a', 1, 'b')))).toEqual(['registry.parentLoop']);
  });

  it('refuses to move a record where what stands below it would be too deep', () => {
    const area = (code: string, parent: string | null) => ({ code, parent, name: { zh: '某处', en: '' }, data: {} });
    const records: Records = new Map();
    for (const [code, parent] of [
      ['001', null],
      ['002', null],
      ['00101', '001'],
      ['0010101', '00101'],
    ] as const) {
      put(records, area(code, parent), 10, areas);
    }
    expect(problemsOf(() => put(records, area('001', '002'), 20, areas))).toEqual(['registry.tooDeep']);
  });
});
