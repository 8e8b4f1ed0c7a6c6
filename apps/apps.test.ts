import { measuresOf } from '@huying/kit/board';
import { compile, shortcomingsOf } from '@huying/kit/compile';
import { describe, expect, it } from 'vitest';
import { apps } from './index.ts';

describe('the apps of this product', () => {
  it('are guaranteed to answer every call', () => {
    expect(shortcomingsOf(apps)).toEqual([]);
  });

  it.each(apps.filter(({ requires, cases }) => requires.length > 0 || cases.length > 0).map(({ id }) => id))(
    'stand without %s',
    (id) => {
      const rest = apps.filter((app) => app.id !== id && !app.requires.includes(id));
      expect(shortcomingsOf(rest)).toEqual([]);
    },
  );

  it('compile to plain JSON, complete', () => {
    for (const definition of compile(apps).definitions) {
      expect(JSON.parse(JSON.stringify(definition))).toStrictEqual(definition);
      for (const { zh, en } of Object.values(definition.words)) {
        expect(zh).not.toBe('');
        expect(en).not.toMatch(/\p{Script=Han}/u);
      }
    }
  });

  it.each(apps.filter(({ boards }) => boards.length > 0).map((app) => [app.id, app] as const))(
    'show every number that %s declares on a board',
    (_, { measures, boards }) => {
      const shown = new Set(boards.flatMap(({ panels }) => panels.flatMap(measuresOf)));
      expect(measures.map(({ id }) => id).filter((id) => !shown.has(id))).toEqual([]);
    },
  );

  it('tell every light in words of both languages: the rule set, and the rule that gave it', () => {
    const { lights, words } = compile(apps);
    expect(lights).not.toEqual([]);
    for (const set of lights) {
      for (const path of [`lights/${set.id}`, ...set.rules.map(({ id }) => `lights/${set.id}/rules/${id}`)]) {
        expect(words[path]?.zh, path).toMatch(/\p{Script=Han}/u);
        expect(words[path]?.en, path).toMatch(/^[^\p{Script=Han}]+$/u);
      }
    }
  });
});
