import { describe, expect, it } from 'vitest';
import { readRequests } from './read-requests.ts';
import { requestAreas } from './request-areas.ts';
import { reviewRequests } from './review.ts';
import { fileOf, toyAreas, toyHeader, toyMapping, toyRow } from './toy-mapping.ts';

const areas = requestAreas(toyAreas, toyMapping.areas as NonNullable<typeof toyMapping.areas>);

async function review(known: readonly string[], ...rows: string[]) {
  const file = await fileOf([toyHeader, ...rows].join('\n'));
  return reviewRequests(readRequests(file, toyMapping), areas, (number) => known.includes(number), 2);
}

describe('reviewRequests', () => {
  it('counts what is read, new, there already and refused', async () => {
    const { review: counts } = await review(
      ['2'],
      toyRow(),
      toyRow({ id: '2' }),
      toyRow({ id: '' }),
      toyRow({ id: '4' }),
    );
    expect(counts).toMatchObject({ read: 4, imported: 2, skipped: 1, errors: 1 });
  });

  it('compares labels only where a point lies in an area and the row carries a label', async () => {
    const { review: counts } = await review(
      [],
      toyRow({ id: '1', area: 'A' }),
      toyRow({ id: '2', area: 'A & B', x: '1.5' }),
      toyRow({ id: '3', area: 'A', x: '1.5' }),
      toyRow({ id: '4', area: 'elsewhere' }),
      toyRow({ id: '5', area: '' }),
      toyRow({ id: '6', area: '全区' }),
      toyRow({ id: '7', x: '9' }),
      toyRow({ id: '8', x: '1', y: '1' }),
      toyRow({ id: '9', x: '', y: '' }),
    );
    expect(counts).toMatchObject({ fallbackPoints: 1, insideAreas: 6, areaAgreement: 0.5 });
  });

  it('recomputes the on-time flag where due time, closing time and flag are there, and counts where it differs', async () => {
    const open = { status: '在办', closed: '' };
    const { review: counts } = await review(
      [],
      toyRow({ id: '1' }),
      toyRow({ id: '2', closed: '2024-01-03 09:00' }),
      toyRow({ id: '3', closed: '2024-01-03 09:01' }),
      toyRow({ id: '4', closed: '2024-01-03 09:01', flag: 'N' }),
      toyRow({ id: '5', due: '' }),
      toyRow({ id: '6', flag: '' }),
      toyRow({ id: '7', ...open, flag: 'N' }),
    );
    expect(counts).toMatchObject({ onTimeRecomputed: 4, onTimeMismatches: 1 });
  });

  it('shows the first requests with their area and the first rows refused', async () => {
    const preview = await review([], toyRow({ id: '' }), toyRow({ id: '1' }), toyRow({ id: '2' }), toyRow({ id: '3' }));
    expect(preview.first.map(({ row, number, area }) => [row, number, area])).toEqual([
      [3, '1', 'A'],
      [4, '2', 'A'],
    ]);
    expect(preview.refused.map(({ row }) => row)).toEqual([2]);
  });

  it('has no agreement to tell where nothing can be compared', async () => {
    expect((await review([], toyRow({ area: '' }))).review.areaAgreement).toBeNull();
  });
});

describe('requestAreas', () => {
  const mapping = { file: 'toy.geojson', name: 'n' };

  it('numbers the areas by name and keeps the codes known', () => {
    expect(areas.areas.map(({ name, street, cell }) => [name, street, cell])).toEqual([
      ['A', '0001', '00010101'],
      ['B', '0002', '00020101'],
    ]);
    const again = requestAreas(toyAreas, mapping, new Map([['B', '0001']]));
    expect(again.areas.map(({ name, street }) => [name, street])).toEqual([
      ['A', '0002'],
      ['B', '0001'],
    ]);
  });

  it('refuses a collection without features, names given twice or not at all, and aliases of no area', () => {
    const [first] = toyAreas.features;
    const bad = [
      null,
      { features: [] },
      { features: [first, first] },
      { features: [{ ...first, properties: null }] },
      { features: [null] },
    ];
    for (const collection of bad) {
      expect(() => requestAreas(collection, mapping)).toThrow(expect.objectContaining({ code: 'import.areas' }));
    }
    expect(() => requestAreas(toyAreas, { ...mapping, aliases: { C: ['D'] } })).toThrow(
      expect.objectContaining({ code: 'import.areas', params: { file: 'toy.geojson', what: 'D' } }),
    );
  });
});
