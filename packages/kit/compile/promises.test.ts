import { library } from '@huying/testing/toy';
import { describe, expect, it } from 'vitest';
import { holderOf, inHandlingUnit } from '../access/index.ts';
import type { App } from '../app/index.ts';
import { number, text } from '../field/index.ts';
import {
  definePromiseKind,
  indicatorLights,
  type LightRuleSet,
  lightEnglish,
  type PromiseKind,
  publishedRuleSets,
} from '../promise/index.ts';
import { compile, shortcomingsOf } from './compile.ts';
import { appLabels } from './labels.ts';

const clerk = { id: 'desk', name: '', reach: { queue: 'all', area: 'any' } } as const;
const shelves = definePromiseKind({
  id: 'shelf-plan',
  name: '书架计划',
  numberPrefix: 'SJ',
  states: { planned: '计划', building: '搭建', built: '建成', dropped: '取消' },
  opens: 'planned',
  ends: ['built', 'dropped'],
  cancelled: 'dropped',
  steps: {
    begin: { label: '开工', from: ['planned'], to: 'building', by: inHandlingUnit(clerk), official: 'under-way' },
    finish: {
      label: '完工',
      from: ['building'],
      to: 'built',
      by: [holderOf(clerk)],
      asks: { words: text('说明', { max: 100 }) },
      demands: ['evidence'],
      official: 'done',
    },
  },
  lights: 'indicator-default',
  indicators: [{ name: 'shelves', label: '书架', unit: '个' }],
  data: { room: text('房间', { max: 20 }) },
  completionWords: {
    'not-started': '未启动',
    'under-way': '推进中',
    'basically-done': '基本完成',
    done: '已完成',
    'not-done': '未完成',
    cancelled: '已取消',
  },
});

/** The toy app with a kind and rule sets, in English throughout. */
function appWith(change: Partial<PromiseKind> = {}, lights: readonly LightRuleSet[] = [indicatorLights]): App {
  const app: App = { ...library, promises: [{ ...shelves, ...change }], lights };
  const english = Object.fromEntries(
    Object.keys(appLabels(app)).map((path) => [path, library.english[path] ?? 'English']),
  );
  return { ...app, english: { ...english, ...lightEnglish([indicatorLights].filter((set) => lights.includes(set))) } };
}
const found = (app: App) => shortcomingsOf([app]).map(({ path, rule }) => `${path} ${rule}`);
const named = (id: string) => publishedRuleSets.find((set) => set.id === id) as LightRuleSet;

describe('a product with promises', () => {
  it('has their kinds, their rule sets and their words in both languages', () => {
    const product = compile([appWith()]);
    expect(product.promises.map(({ id }) => id)).toEqual(['shelf-plan']);
    expect(product.lights).toEqual([indicatorLights]);
    expect(product.words['promises/shelf-plan/states/built']).toEqual({ zh: '建成', en: 'English' });
    expect(product.words['lights/indicator-default/rules/on-path']?.en).toBe('On the schedule path, or the aim is met');
  });
  it('has texts for steps, what they ask, data, indicators with their units, and completion', () => {
    expect(Object.keys(appLabels(appWith())).filter((path) => path.startsWith('promises/'))).toEqual([
      'promises/shelf-plan',
      ...['planned', 'building', 'built', 'dropped'].map((state) => `promises/shelf-plan/states/${state}`),
      'promises/shelf-plan/steps/begin',
      'promises/shelf-plan/steps/finish',
      'promises/shelf-plan/steps/finish/words',
      'promises/shelf-plan/data/room',
      'promises/shelf-plan/indicators/shelves',
      'promises/shelf-plan/indicators/shelves/unit',
      ...Object.keys(shelves.completionWords).map((official) => `promises/shelf-plan/completion/${official}`),
    ]);
  });
  it('without English of one of them is refused', () => {
    const app = appWith();
    const { 'promises/shelf-plan/steps/begin': _, 'lights/indicator-default/source': __, ...english } = app.english;
    expect(found({ ...app, english })).toEqual([
      'promises/shelf-plan/steps/begin no-english',
      'lights/indicator-default/source no-english',
    ]);
  });
});

const { begin, finish } = shelves.steps as {
  begin: PromiseKind['steps'][string];
  finish: PromiseKind['steps'][string];
};

describe('a kind is refused', () => {
  it.each([
    [
      'whose state no way leads to',
      { states: { ...shelves.states, lost: '遗失' } },
      ['promises/shelf-plan/states/lost unreachable-state'],
    ],
    [
      'from whose state no end is reached',
      {
        states: { ...shelves.states, stuck: '停滞' },
        steps: { ...shelves.steps, stop: { ...begin, from: ['building'], to: 'stuck' } },
      },
      ['promises/shelf-plan/states/stuck dead-end'],
    ],
    [
      'that may end while its unit still says it is under way',
      { steps: { begin, finish: { label: '完工', from: ['building'], to: 'built', by: [] as const } } },
      ['promises/shelf-plan/steps/finish no-owner', 'promises/shelf-plan/states/built close-without-result'],
    ],
    [
      'that names a state that is not there',
      { opens: 'plan', ends: ['built', 'gone'] },
      ['promises/shelf-plan/opens unknown-name', 'promises/shelf-plan/ends unknown-name'],
    ],
    [
      'whose step is for a role that is not there',
      { steps: { begin, finish: { ...finish, by: holderOf({ ...clerk, id: 'desc' }) } } },
      ['promises/shelf-plan/steps/finish/by unknown-role'],
    ],
    ['whose rule set is not there', { lights: 'nowhere' }, ['promises/shelf-plan/lights unknown-name']],
    [
      'whose fields exclude every value',
      {
        data: { room: number('房间', { min: 3, max: 1 }) },
        steps: { begin, finish: { ...finish, asks: { words: text('说明', { max: 5, min: 9 }) } } },
      },
      ['promises/shelf-plan/steps/finish/words wrong-field', 'promises/shelf-plan/data/room wrong-field'],
    ],
    [
      'whose indicators make no sense or follow no measure',
      {
        indicators: [
          { name: 'shelves', label: '书架', unit: '个', aim: { aim: 'up', base: 3, value: 1 } },
          { name: 'shelves', label: '书架', unit: '个', measure: 'library.nothing' },
        ],
      },
      [
        'promises/shelf-plan/indicators/shelves wrong-indicator',
        'promises/shelf-plan/indicators/shelves twice',
        'promises/shelf-plan/indicators/shelves unknown-name',
      ],
    ],
    [
      'whose id or prefix is no name',
      { id: 'shelf plan', numberPrefix: 'sj' },
      ['promises/shelf plan wrong-figure', 'promises/shelf plan/numberPrefix wrong-figure'],
    ],
  ] as const)('%s', (_title, change, expected) => {
    expect(found(appWith(change as Partial<PromiseKind>))).toEqual(expected);
  });
  it('that shares its prefix with another, or its id', () => {
    const app = appWith();
    const two: App = { ...app, promises: [shelves, { ...shelves, id: 'other' }] };
    expect(found(two)).toContain('promises/other/numberPrefix twice');
    expect(found({ ...app, promises: [shelves, { ...shelves, numberPrefix: 'SK' }] })).toContain(
      'promises/shelf-plan twice',
    );
  });
});

describe('a rule set of lights is refused', () => {
  it('with a hole or an overlap, which is shown', () => {
    const app = appWith({}, [indicatorLights, named('yinchuan-path'), named('sanya-projects')]);
    expect(found(app)).toEqual(['lights/yinchuan-path light-hole', 'lights/sanya-projects light-overlap']);
    expect(shortcomingsOf([app])[0]?.what).toBe('No rule says anything of deltaPoints = -5.');
  });
  it('with a rule that never holds, or that asks what cannot be asked', () => {
    const [first, ...rest] = indicatorLights.rules;
    if (first === undefined) throw new Error('no rules');
    const never = { ...first, id: 'never', when: [{ deltaPoints: { from: 1, to: 0 } }] };
    const strange = { ...first, when: [...first.when, { beauty: true }] };
    expect(found(appWith({}, [{ ...indicatorLights, rules: [never, first, ...rest] }]))).toContain(
      'lights/indicator-default/rules/never light-never',
    );
    expect(found(appWith({}, [{ ...indicatorLights, rules: [strange, ...rest] }]))).toContain(
      'lights/indicator-default/rules/on-path unknown-name',
    );
  });
  it('by a kind whose promises do not tell what it asks', () => {
    const app = appWith({ lights: 'gmpp-confidence' }, [indicatorLights, named('gmpp-confidence')]);
    expect(found(app)).toEqual(['promises/shelf-plan/lights unknown-fact']);
  });
  it('that claims to mend what needs no mending', () => {
    const mending = { ...named('yinchuan-path-mended'), mends: 'indicator-default' };
    expect(found(appWith({}, [indicatorLights, mending]))).toEqual(['lights/yinchuan-path-mended unknown-name']);
  });
});
