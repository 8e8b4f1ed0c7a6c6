import { defineApp, defineParameter } from '@huying/kit/app';
import { type Board, defineBoard, type Panel } from '@huying/kit/board';
import { defineFacts, defineMeasure, type Measure } from '@huying/kit/measure';
import { library } from '@huying/testing/toy';
import { describe, expect, it } from 'vitest';
import { compile, shortcomingsOf } from './index.ts';

const common = {
  meaning: '寻回的。',
  source: '流水',
  fact: 'loss',
  on: 'openedAt',
  grain: ['all', 'unit'],
  decimals: 1,
  minimum: 20,
} as const;
const measures: readonly Measure[] = [
  defineMeasure({
    ...common,
    id: 'library.found',
    name: '寻回率',
    form: { ratio: { of: true, among: true } },
    better: 'high',
  }),
  defineMeasure({ ...common, id: 'library.lost', name: '丢失量', form: { count: true }, better: 'neither' }),
  defineMeasure({ ...common, id: 'library.missing', name: '在寻量', form: { stock: true }, better: 'low' }),
  defineMeasure({
    ...common,
    id: 'library.present',
    name: '在库量',
    form: { stock: true, until: 'closedAt' },
    better: 'neither',
  }),
];
const facts = defineFacts({
  kind: 'loss',
  of: library.cases[0]?.id ?? '',
  label: '丢失',
  matter: [],
  fields: {
    openedAt: { label: '登记时间', type: 'instant', is: 'opened' },
    closedAt: { label: '办结时间', type: 'instant', is: 'closed' },
  },
});
const parameters = [
  defineParameter({ name: 'numbers.verified', label: '已核定', kind: 'json', default: false, editableBy: 'head' }),
];
const english = Object.fromEntries([
  ['parameters/numbers.verified', 'Verified'],
  ['facts/loss', 'Loss'],
  ['facts/loss/openedAt', 'Opened at'],
  ['facts/loss/closedAt', 'Closed at'],
  ...measures.flatMap(({ id }) => ['', '/meaning', '/source'].map((part) => [`measures/${id}${part}`, 'x'])),
]);
const head = Object.keys(library.roles)[0] ?? '';

function boardOf(panel: Panel, rest: Partial<Board> = {}): Board {
  const named = {
    id: 'desk',
    name: '总台',
    meaning: '给馆长。',
    of: 'district',
    reads: 'month',
    opens: 'last',
  } as const;
  return defineBoard({ ...named, for: [head], verified: 'numbers.verified', panels: [panel], ...rest });
}

/** What is wrong with a board beside the toy app. */
function faults(board: Board, words: Record<string, string> = {}): readonly string[] {
  const own = { 'boards/desk': 'Desk', 'boards/desk/meaning': 'For the head.', 'boards/desk/p': 'Panel' };
  const app = defineApp({
    id: 'numbers',
    name: '数字',
    facts: [facts],
    measures,
    boards: [board],
    parameters,
    english: { 'apps/numbers': 'Numbers', ...english, ...own, ...words },
  });
  return shortcomingsOf([library, app]).map(({ path, rule }) => `${path} ${rule}`);
}

const panel = { id: 'p', label: '数' } as const;

describe('a board', () => {
  it('that names what is there is taken, with its words in both languages', () => {
    expect(faults(boardOf({ ...panel, kind: 'tiles', measures: ['library.found', 'library.missing'] }))).toEqual([]);
    const board = boardOf({ ...panel, kind: 'ranking', rows: 'unit', weights: { 'library.found': 10 } });
    const own = { 'boards/desk': 'Desk', 'boards/desk/meaning': 'For the head.', 'boards/desk/p': 'Panel' };
    const app = defineApp({
      id: 'n',
      name: '数',
      facts: [facts],
      measures,
      boards: [board],
      parameters,
      english: { 'apps/n': 'N', ...english, ...own },
    });
    expect(compile([library, app]).words['boards/desk/p']).toEqual({ zh: '数', en: 'Panel' });
    expect(compile([library, app]).boards).toEqual([board]);
  });

  it('names measures, roles and case types that there are', () => {
    expect(faults(boardOf({ ...panel, kind: 'tiles', measures: ['library.gone'] }))).toEqual([
      'boards/desk/p unknown-name',
    ]);
    expect(faults(boardOf({ ...panel, kind: 'standing', of: 'ghost' }))).toEqual(['boards/desk/p unknown-name']);
    expect(faults(boardOf({ ...panel, kind: 'tiles', measures: ['library.found'] }, { for: ['nobody'] }))).toEqual([
      'boards/desk/for unknown-role',
    ]);
  });

  it('breaks measures down only as they are', () => {
    expect(faults(boardOf({ ...panel, kind: 'table', rows: 'matter', measures: ['library.found'] }))).toEqual([
      'boards/desk/p wrong-grain',
    ]);
    expect(faults(boardOf({ ...panel, kind: 'tiles', about: 'place', measures: ['library.found'] }))).toEqual([
      'boards/desk/p wrong-grain',
      'boards/desk/p wrong-grain',
    ]);
  });

  it('of a unit shows nothing that is kept for the whole district only', () => {
    const board = boardOf({ ...panel, kind: 'table', rows: 'channel', measures: ['library.found'] }, { of: 'unit' });
    expect(faults(board)).toContain('boards/desk/p wrong-grain');
    const place = { ...panel, kind: 'table', rows: 'channel', about: 'place', measures: ['library.found'] } as const;
    expect(faults(boardOf(place, { of: 'street' }))).toContain('boards/desk/p wrong-grain');
  });

  it('ranks by nothing that only says who is larger', () => {
    for (const id of ['library.lost', 'library.missing']) {
      expect(faults(boardOf({ ...panel, kind: 'ranking', rows: 'unit', weights: { [id]: 1 } }))).toContain(
        'boards/desk/p wrong-figure',
      );
    }
  });

  it('gives whole weights, and weighs rates with rates alone', () => {
    const ranking = (weights: Record<string, number>) =>
      faults(boardOf({ ...panel, kind: 'ranking', rows: 'unit', weights }));
    expect(ranking({ 'library.found': 0.5 })).toEqual(['boards/desk/p wrong-figure']);
    expect(ranking({})).toEqual(['boards/desk/p wrong-figure']);
    expect(ranking({ 'library.found': 40 })).toEqual([]);
  });

  it('weighs something with nothing only where a district may weigh it otherwise', () => {
    const weights = { 'library.found': 0 };
    const ranking = (parameter: object) =>
      faults(boardOf({ ...panel, kind: 'ranking', rows: 'unit', weights, ...parameter })).filter(
        (fault) => fault === 'boards/desk/p wrong-figure',
      );
    // Of a single measure of weight 0 two things are wrong: nothing is ranked by, and nobody could change that.
    expect(ranking({}).length).toBe(2);
    expect(ranking({ parameter: 'numbers.verified' }).length).toBe(1);
  });

  it('takes weights from a parameter that there is', () => {
    const weighed = { ...panel, kind: 'ranking', rows: 'unit', weights: { 'library.found': 1 } } as const;
    expect(faults(boardOf({ ...weighed, parameter: 'library.none' }))).toEqual(['boards/desk/p unknown-name']);
    expect(faults(boardOf({ ...weighed, parameter: 'library.wholeLimits' }))).toEqual([
      'boards/desk/p wrong-parameter',
    ]);
  });

  it('sends streets to a board of streets, from a board of units', () => {
    const tiles: Panel = { ...panel, kind: 'tiles', measures: ['library.found'] };
    expect(faults(boardOf(tiles, { of: 'unit', streets: 'ghost' }))).toEqual(['boards/desk/streets unknown-name']);
    expect(faults(boardOf(tiles, { of: 'unit', streets: 'desk' }))).toEqual(['boards/desk/streets unknown-name']);
    expect(faults(boardOf(tiles, { of: 'unit' }))).toEqual([]);
  });

  it('charts nothing of which the past is not known', () => {
    expect(faults(boardOf({ ...panel, kind: 'chart', measure: 'library.present', over: 'months' }))).toEqual([]);
    expect(faults(boardOf({ ...panel, kind: 'chart', measure: 'library.missing', over: 'months' }))).toEqual([
      'boards/desk/p wrong-figure',
    ]);
  });

  it('lacks no English, and has panels with names of their own', () => {
    const tiles: Panel = { ...panel, id: 'q', kind: 'tiles', measures: ['library.found'] };
    expect(faults(boardOf(tiles))).toEqual(['boards/desk/q no-english', 'boards/desk/p stray-english']);
    expect(
      faults(
        boardOf(
          { ...tiles, id: 'p' },
          {
            panels: [
              { ...tiles, id: 'p' },
              { ...tiles, id: 'p' },
            ],
          },
        ),
      ),
    ).toEqual(['boards/desk/p twice']);
  });
});
