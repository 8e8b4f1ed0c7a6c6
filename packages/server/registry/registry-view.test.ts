import { describe, expect, it } from 'vitest';
import { planPut } from './plan.ts';
import type { RecordDraft, RegistryRecord } from './record.ts';
import { registryView } from './registry-view.ts';
import { areas, ware, wares } from './toy-registries.ts';

const square = (x: number) =>
  JSON.stringify({
    type: 'Polygon',
    coordinates: [
      [
        [x, 0],
        [x + 1, 0],
        [x + 1, 1],
        [x, 1],
        [x, 0],
      ],
    ],
  });

function view(...entries: readonly (readonly [from: number, draft: RecordDraft, registry?: typeof areas])[]) {
  const registries = new Map<string, Map<string, RegistryRecord>>();
  for (const [from, draft, registry = wares] of entries) {
    const records = registries.get(registry.id) ?? new Map<string, RegistryRecord>();
    registries.set(registry.id, records);
    const { record } = planPut(registry, draft, records, from, () => `id-${draft.code}`);
    records.set(record.code, record);
  }
  return registryView(
    [...registries.values()].flatMap((records) => [...records.values()]),
    'stamp',
  );
}

describe('a registry view', () => {
  it('answers what held at the instant asked for', () => {
    const shop = view([10, ware('a', 1)], [20, ware('a', 2)]);
    expect([9, 10, 20].map((at) => shop.get('ware', 'a', at)?.data.price)).toEqual([undefined, 1, 2]);
    expect(shop.get('ware', 'b', 10)).toBeUndefined();
    expect(shop.get('wear', 'a', 10)).toBeUndefined();
  });

  it('lists children in the order of their codes, the top with no parent', () => {
    const shop = view([10, ware('b', 1)], [10, ware('a', 1)], [10, ware('b2', 1, 'b')], [30, ware('b1', 1, 'b')]);
    const codes = (parent: string | null, at: number) => shop.children('ware', parent, at).map(({ code }) => code);
    expect(codes(null, 10)).toEqual(['a', 'b']);
    expect(codes('b', 10)).toEqual(['b2']);
    expect(codes('b', 30)).toEqual(['b1', 'b2']);
  });

  it('finds by code and name, those that begin with the words first, no more than asked for', () => {
    const shop = view(
      [10, ware('x1', 1, null, '大苹果')],
      [10, ware('x2', 1, null, '苹果')],
      [10, ware('苹3', 1, null, '梨')],
    );
    const codes = (words: string, limit = 9) => shop.search('ware', words, 10, limit).map(({ code }) => code);
    expect(codes('苹')).toEqual(['x2', '苹3', 'x1']);
    expect(codes('X', 1)).toEqual(['x1']);
    expect(codes('(')).toEqual([]);
  });

  it('finds the area of a point, and no more after the outline has moved', () => {
    const area = (code: string, parent: string | null, polygon?: string): RecordDraft => ({
      code,
      parent,
      name: { zh: '某处', en: '' },
      data: polygon === undefined ? {} : { polygon },
    });
    const district = view(
      [10, area('001', null), areas],
      [10, area('00101', '001'), areas],
      [10, area('0010101', '00101', square(0)), areas],
      [20, area('0010101', '00101', square(5)), areas],
    );
    expect(district.areas(10).locate(0.5, 0.5)).toEqual({ cell: '0010101', community: '00101', street: '001' });
    expect(district.areas(19)).toBe(district.areas(10));
    expect(district.areas(20).locate(0.5, 0.5)).toBeNull();
    expect(district.areas(20).locate(5.5, 0.5)?.cell).toBe('0010101');
    expect(district.areas(9).size).toBe(0);
  });
});
