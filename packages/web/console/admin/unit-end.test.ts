import { describe, expect, it } from 'vitest';
import type { UnitEntry } from '../../client/index.ts';
import { endOf, hasEnded } from './unit-end.ts';

const zone = 'Asia/Shanghai';
const july = Date.parse('2026-07-01T00:00+08:00');
const unit = (id: string, more: Partial<UnitEntry> = {}): UnitEntry => ({
  ...{ id, parent: null, code: id, name: { zh: id, en: id }, from: 0, to: null },
  ...more,
});
const name = (id: string) => ({ zh: id, en: id });

describe('a unit that ended', () => {
  it('was merged where its successor was there before, as of the day in the district', () => {
    const roads = unit('roads', { to: july, successors: ['works'] });
    expect(endOf(roads, [roads, unit('works')], zone)).toEqual({
      on: '2026-07-01',
      how: 'merged',
      into: [name('works')],
    });
  });

  it('went over whole to a unit set up for it alone, and was merged where others came into it too', () => {
    const fresh = unit('new', { from: july });
    const roads = unit('roads', { to: july, successors: ['new'] });
    const parks = unit('parks', { to: july, successors: ['new'] });
    expect(endOf(roads, [roads, fresh], zone)?.how).toBe('succeeded');
    expect(endOf(roads, [roads, parks, fresh], zone)?.how).toBe('merged');
  });

  it('was split among several', () => {
    const roads = unit('roads', { to: july, successors: ['b', 'a'] });
    expect(endOf(roads, [unit('a'), unit('b'), roads], zone)).toEqual({
      on: '2026-07-01',
      how: 'split',
      into: [name('b'), name('a')],
    });
  });

  it('has no such end without successors, and one to come is none yet', () => {
    expect(endOf(unit('roads', { to: july }), [], zone)).toBeNull();
    expect(hasEnded({ to: july }, july - 1)).toBe(false);
    expect(hasEnded({ to: july }, july)).toBe(true);
  });
});
