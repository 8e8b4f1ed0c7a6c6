import { library } from '@huying/testing/toy';
import { describe, expect, it } from 'vitest';
import { holderOf } from '../access/index.ts';
import type { App, ParameterDeclaration } from '../app/index.ts';
import type { ActionSpec, CaseType, ClockSpec } from '../case/index.ts';
import { eq, property } from '../condition/index.ts';
import { compile, shortcomingsOf, UnsafeDeclaration } from './compile.ts';
import type { Rule } from './shortcoming.ts';

const type = library.cases[0] as CaseType;
const withType = (change: Partial<CaseType>): App => ({ ...library, cases: [{ ...type, ...change }] });
const withAction = (name: string, change: Partial<ActionSpec>): App =>
  withType({ actions: { ...type.actions, [name]: { ...type.actions[name], ...change } as ActionSpec } });
const withClock = (name: string, change: Partial<ClockSpec>): App =>
  withType({ clocks: { ...type.clocks, [name]: { ...type.clocks[name], ...change } as ClockSpec } });
const withParameter = (name: string, change: object): App => ({
  ...library,
  parameters: library.parameters.map((one) =>
    one.name === name ? ({ ...one, ...change } as ParameterDeclaration) : one,
  ),
});
const withEnglish = (english: Readonly<Record<string, string>>): App => ({ ...library, english });
const found = (...apps: readonly App[]): [string, Rule][] => shortcomingsOf(apps).map(({ path, rule }) => [path, rule]);

const { 'lost-book/states/found': _, ...lacking } = library.english;
const broken: readonly [string, readonly App[], readonly [string, Rule][]][] = [
  [
    'an unknown role of an action',
    [withAction('note', { by: [holderOf({ id: 'desc', name: '', reach: { queue: 'all', area: 'any' } })] })],
    [['lost-book/actions/note/by', 'unknown-role']],
  ],
  [
    'an unknown role of those who are told',
    [withAction('note', { tells: [{ party: 'role', role: 'nobody' }] })],
    [['lost-book/actions/note/tells', 'unknown-role']],
  ],
  [
    'an unknown role on a rung',
    [
      withClock('whole', {
        rungs: [
          { name: 'late', at: 1, do: 'escalate', to: [{ party: 'role', role: 'head' }] },
          { name: 'later', at: 2, do: 'escalate', to: [{ party: 'role', role: 'mayor' }] },
        ],
      }),
    ],
    [['lost-book/clocks/whole/rungs/later', 'unknown-role']],
  ],
  [
    'a parameter that does not exist',
    [withAction('sendBack', { atMost: 'library.sendBacksAtMost' })],
    [['lost-book/actions/sendBack/atMost', 'unknown-name']],
  ],
  [
    'a series of numbers for a field and by parameters that do not exist',
    [
      withAction('sendBack', {
        numbers: { field: 'stamp', by: 'stamp', series: 'library.series', pattern: 'library.waitDaysAtMost' },
      }),
    ],
    [
      ['lost-book/actions/sendBack/numbers', 'unknown-name'],
      ['lost-book/actions/sendBack/numbers', 'unknown-name'],
      ['lost-book/actions/sendBack/numbers', 'unknown-name'],
      ['lost-book/actions/sendBack/numbers', 'wrong-parameter'],
    ],
  ],
  [
    'a parameter of another kind than is needed',
    [withClock('search', { limit: { from: 'parameter', name: 'library.waitDaysAtMost' } })],
    [['lost-book/clocks/search/limit', 'wrong-parameter']],
  ],
  [
    'a limit that cannot be read',
    [withParameter('library.searchLimit', { default: 'soon' })],
    [['lost-book/clocks/search/limit', 'wrong-parameter']],
  ],
  [
    'a table of limits without a line for the rest',
    [withParameter('library.wholeLimits', { default: { atlas: '10工作日' } })],
    [['lost-book/clocks/whole/limit', 'wrong-parameter']],
  ],
  [
    'a limit by a field that does not exist',
    [withClock('whole', { limit: { from: 'table', name: 'library.wholeLimits', by: 'subjekt' } })],
    [['lost-book/clocks/whole/limit', 'unknown-name']],
  ],
  [
    'a condition on what the form does not ask',
    [
      withAction('note', {
        guards: [{ name: 'late', barredWhen: eq(property('asked.reason'), ''), because: '已超时' }],
      }),
    ],
    [
      ['lost-book/actions/note/guards/late', 'unknown-fact'],
      ['lost-book/actions/note/guards/late', 'no-english'],
    ],
  ],
  [
    'a condition on a clock that does not exist',
    [withAction('note', { effects: [{ do: 'rework', when: eq(property('clock.serach.late'), true) }] })],
    [['lost-book/actions/note/effects/rework', 'unknown-fact']],
  ],
  [
    'a public line that shows what is not asked',
    [withAction('dispatch', { publicAsks: ['reason'] })],
    [['lost-book/actions/dispatch/publicAsks', 'unknown-name']],
  ],
  ['two promised clocks', [withClock('search', { promised: true })], [['lost-book/clocks', 'promise']]],
  [
    'a way up that turns in a circle',
    [
      {
        ...library,
        roles: { ...library.roles, head: { ...library.roles.head, escalatesTo: 'desk' } as App['roles'][string] },
      },
    ],
    [['roles/desk', 'escalation-loop']],
  ],
  [
    'a role that escalates to nobody who exists',
    [
      {
        ...library,
        roles: { ...library.roles, head: { ...library.roles.head, escalatesTo: 'mayor' } as App['roles'][string] },
      },
    ],
    [['roles/head', 'unknown-role']],
  ],
  [
    'a parameter that nobody may edit',
    [withParameter('library.searchLimit', { editableBy: 'mayor' })],
    [['parameters/library.searchLimit/editableBy', 'unknown-role']],
  ],
  ['a missing app', [{ ...library, requires: ['town'] }], [['apps/library/requires', 'unknown-name']]],
  ['a text without English', [withEnglish(lacking)], [['lost-book/states/found', 'no-english']]],
  [
    'English of a text that does not exist',
    [withEnglish({ ...library.english, 'lost-book/states/fuond': 'To be checked' })],
    [['lost-book/states/fuond', 'stray-english']],
  ],
  [
    'one name for two things',
    [
      library,
      {
        ...library,
        id: 'annex',
        name: '分馆',
        roles: {},
        parameters: [],
        english: {
          'apps/annex': 'Annex',
          ...Object.fromEntries(Object.entries(library.english).filter(([path]) => path.startsWith('lost-book'))),
        },
      },
    ],
    [['lost-book', 'twice']],
  ],
];

describe('compile', () => {
  it('accepts apps that fit together', () => {
    expect(found(library)).toEqual([]);
  });

  it.each(broken)('refuses %s', (_title, apps, expected) => {
    expect(found(...apps)).toEqual(expected);
  });

  it('lists everything that is wrong at once, with path, rule and remedy', () => {
    const app = {
      ...withAction('answer', { effects: [], by: [{ party: 'role', role: 'desc' }] }),
      english: { ...lacking, 'lost-book/nothing': 'nothing' },
    };
    expect(found(app)).toEqual([
      ['lost-book/actions/answer', 'close-without-result'],
      ['lost-book/actions/answer/by', 'unknown-role'],
      ['lost-book/states/found', 'no-english'],
      ['lost-book/nothing', 'stray-english'],
    ]);
    expect(() => compile([app])).toThrow(UnsafeDeclaration);
    expect(() => compile([app])).toThrow(
      'lost-book/actions/answer [close-without-result] “当场答复” may close the case without a result. Ask for the result (required), or set it.',
    );
  });

  it('a definition is plain JSON, complete and the same each time', () => {
    const [definition] = compile([library]).definitions;
    const text = JSON.stringify(definition);
    expect(JSON.parse(text)).toStrictEqual(definition);
    expect(JSON.stringify(compile([library]).definitions[0])).toBe(text);
    expect(Object.keys(definition?.type ?? {}).sort()).toEqual(Object.keys(type).sort());
    expect(definition?.words['lost-book/states/found']).toEqual({ zh: '待核对', en: 'To be checked' });
  });

  it('every text of a definition is there in both languages', () => {
    const [definition] = compile([library]).definitions;
    for (const words of Object.values(definition?.words ?? {})) {
      expect(words.zh).not.toBe('');
      expect(words.en).not.toBe('');
    }
  });
});
