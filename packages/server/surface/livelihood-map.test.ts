import { describe, expect, it } from 'vitest';
import type { PublicOutline } from '../board/index.ts';
import type { PublicList, PublicProject } from '../promise/index.ts';
import { lightened, livelihoodMap, yearMap } from './livelihood-map.ts';

const outline: PublicOutline = {
  width: 1000,
  height: 500,
  plane: { west: 113, north: 23, across: 10_000, down: 10_000 },
  streets: [{ code: '1', name: { zh: '云渡街道', en: 'Yundu Street' }, path: 'M0 0L500 0L500 500Z', x: 300, y: 200 }],
};
type Place = PublicProject['places'][number];
const place = (no: number, state: Place['state'], longitude: number | null = 113.02): Place => ({
  ...{ id: `${no}`, no, name: `点<${no}>`, address: null, longitude, latitude: 22.98, state, work: null, due: null },
  ...{ startedOn: null, completedOn: null, verifiedOn: null, photos: [] },
});

describe('the map of a livelihood project', () => {
  it('draws each site where it lies, with its state in words and not in colour alone', () => {
    const drawn = livelihoodMap('zh', outline, [place(1, 'verified'), place(2, 'planned')]);
    expect(drawn).toContain(
      '<circle cx="200" cy="200" r="13" data-state="planned"><title>2. 点&lt;2&gt;：未开工</title>',
    );
    expect(drawn).toContain('已核验 1</li>');
    expect(drawn).toContain('>云渡街道</text>');
    expect(livelihoodMap('en', outline, [place(1, 'verified')])).toContain('>Yundu</text>');
  });

  it('says how many sites it cannot show', () => {
    const drawn = livelihoodMap('zh', outline, [
      place(1, 'verified'),
      place(2, 'planned', null),
      place(3, 'planned', 9),
    ]);
    expect(drawn).toContain('另有 2 处没有坐标或在图外。');
  });

  it('is left out where there is nothing to show', () => {
    expect(livelihoodMap('zh', outline, [place(1, 'planned', null)])).toBe('');
    expect(livelihoodMap('zh', { ...outline, plane: null, streets: [] }, [place(1, 'planned')])).toBe('');
  });

  it('draws the sites of all projects of a year, each by the name of its project', () => {
    const project = (title: string, ...places: Place[]): Pick<PublicList['items'][number], 'title' | 'places'> => {
      return { title, places };
    };
    const drawn = yearMap('en', outline, [
      project('公园', place(1, 'verified'), place(2, 'planned')),
      project('食堂', place(1, 'planned', null)),
    ]);
    expect(drawn.match(/<circle cx/g)).toHaveLength(2 + 2);
    expect(drawn).toContain('<title>公园 1. 点&lt;1&gt;: verified</title>');
    expect(drawn).toContain('the 2 sites of all projects');
    expect(drawn).toContain('1 more have no point');
    expect(yearMap('zh', outline, [project('公园')])).toBe('');
  });

  it('keeps the shape of an outline in fewer bytes', () => {
    expect(lightened('M0 100L50 100L51 101L50 40ZM7 7L17 7L17 27Z')).toBe('M0 100l50 0 0-60zM7 7l10 0 0 20z');
    expect(lightened('')).toBe('');
  });
});
