import type { Panel } from '@huying/kit/board';
import type { Measure } from '@huying/kit/measure';
import { describe, expect, it } from 'vitest';
import type { MeasureRow } from '../measure/index.ts';
import type { Frame } from './frame.ts';
import type { Numbers } from './numbers.ts';
import { rankingFilled } from './peer-ranking.ts';

const NOW = { from: '2026-07-01', to: '2026-07-31' };
const BEFORE = { from: '2026-06-01', to: '2026-06-30' };
const panel = {
  id: 'ranking',
  label: '排名',
  kind: 'ranking',
  rows: 'unit',
  peers: ['department', 'street'],
  weights: { found: 50, kept: 30, asked: 20 },
  parameter: 'weights',
} satisfies Panel;

/** Figures by measure and unit, each of fifty unless told. */
type Figures = Readonly<Record<string, Readonly<Record<string, number | readonly [rate: number, d: number]>>>>;

function ranked(figures: Figures, before: Figures = {}, own: unknown = {}) {
  const frame = {
    board: { of: 'district' },
    subject: null,
    days: NOW,
    world: {
      parameter: () => own,
      org: { succeeded: [], unit: (id: string) => ({ kind: id.startsWith('street') ? 'street' : 'department' }) },
    },
    measure: (id: string) => ({ id, form: { ratio: {} }, better: 'high', minimum: 20 }) as unknown as Measure,
    compared: () => BEFORE,
  } as unknown as Frame;
  const numbers: Numbers = {
    rows({ from }, measure) {
      const units = (from === NOW.from ? figures : before)[measure] ?? {};
      return Object.entries(units).map(([value, figure]) => {
        const [rate, d] = typeof figure === 'number' ? [figure, 50] : figure;
        const row = { measure, value, label: { zh: value, en: value }, n: 0, d, x: 0, rate, published: null };
        const told = { alarm: null, along: null, ended: null, formerly: [], present: null };
        return { ...row, ...told } as unknown as MeasureRow;
      });
    },
  };
  const { groups } = rankingFilled(frame, panel, numbers, { zh: '', en: '' });
  return groups.map(({ id, ranked, apart, leftOut }) => ({
    id,
    leftOut,
    ranked: ranked.map(({ value, rank, was }) => [value, rank, was]),
    scores: ranked.map(({ score }) => score),
    apart: apart.map(({ value, n }) => [value, n]),
  }));
}

describe('a ranking of peers', () => {
  it('leaves out what nobody of the group has, and the others carry its weight in proportion', () => {
    const [group] = ranked({ found: { a: 90, b: 80 }, kept: { a: 50, b: 90 }, asked: { a: [0, 0] } });
    expect(group?.leftOut).toEqual(['asked']);
    // (80 × 50 + 90 × 30) / 80, as if “asked” were not there.
    expect(group).toMatchObject({ scores: [83.75, 75], apart: [] });
    expect(group?.ranked.map(([unit]) => unit)).toEqual(['b', 'a']);
  });

  it('ranks nobody who lacks what another of the group has, or has too little of it', () => {
    const [group] = ranked({
      found: { a: 90, b: 80, c: 70 },
      kept: { a: 50, b: 90, c: 20 },
      asked: { a: 40, b: [100, 3] },
    });
    expect(group).toMatchObject({
      leftOut: [],
      ranked: [['a', 1, null]],
      apart: [
        ['b', 3],
        ['c', 0],
      ],
    });
  });

  it('asks each group for itself', () => {
    const groups = ranked({ found: { a: 90, street1: 80 }, kept: { a: 50, street1: 60 }, asked: { a: 70 } });
    expect(groups.map(({ id, leftOut, ranked: own }) => [id, leftOut, own.length])).toEqual([
      ['department', [], 1],
      ['street', ['asked'], 1],
    ]);
  });

  it('ranks nobody where nobody has anything', () => {
    const [group] = ranked({ found: { a: [0, 0] }, kept: {}, asked: {} });
    expect(group).toMatchObject({ leftOut: ['found', 'kept', 'asked'], ranked: [], apart: [] });
  });

  it('holds a rank against the one before only where both are by the same measures', () => {
    const now: Figures = { found: { a: 90, b: 80 }, kept: { a: 50, b: 40 } };
    const [alike] = ranked(now, { found: { a: 70, b: 80 }, kept: { a: 50, b: 60 } });
    expect(alike?.ranked).toEqual([
      ['a', 1, 2],
      ['b', 2, 1],
    ]);
    const [other] = ranked(now, { ...now, asked: { a: 10, b: 20 } });
    expect(other?.ranked.map(([, , was]) => was)).toEqual([null, null]);
  });

  it('has a measure of weight 0 only where the district weighs it', () => {
    const figures: Figures = { found: { a: 90, b: 80 }, kept: { a: 50, b: 90 }, asked: { a: 1, b: 2 } };
    const [own] = ranked(figures, {}, { kept: 0, asked: 0 });
    expect(own).toMatchObject({ leftOut: [], scores: [90, 80] });
  });
});
