import { describe, expect, it } from 'vitest';
import { areas } from '../area/index.ts';
import { type DemoUnit, people, roleNames, units } from './index.ts';

const byCode = new Map(units.map((unit) => [unit.code, unit]));
const within = (code: string, root: string): boolean => {
  for (let unit: DemoUnit | undefined = byCode.get(code); unit; unit = byCode.get(unit.parent ?? '')) {
    if (unit.code === root) return true;
  }
  return false;
};

describe('the units', () => {
  it('form one tree in which a parent comes before its children', () => {
    const seen = new Set<string>();
    for (const { code, parent } of units) {
      expect(seen.has(code)).toBe(false);
      expect(code).toMatch(/^[a-z]+(-[a-z]+)?$/);
      if (parent !== null) expect(seen).toContain(parent);
      seen.add(code);
    }
    expect(units.filter(({ parent }) => parent === null).map(({ code }) => code)).toEqual(['qzf']);
  });

  it('are some 45 departments, 14 streets with three offices each and 110 communities', () => {
    const count = (kind: DemoUnit['kind']): number => units.filter((unit) => unit.kind === kind).length;
    expect(units.filter(({ parent }) => parent === 'qzf').length - count('street')).toBeGreaterThanOrEqual(40);
    expect([count('street'), count('office'), count('community')]).toEqual([14, 42, 110]);
  });

  it('answer for areas that exist, streets for streets and communities for communities', () => {
    const level = new Map(areas.map((area) => [area.code, area.level]));
    for (const { kind, area } of units) {
      if (kind === 'street' || kind === 'community') expect(level.get(area as string)).toBe(kind);
      else if (area !== undefined) expect(level.get(area)).toBe('street');
    }
  });

  it('have distinct names in both languages', () => {
    for (const locale of ['zh', 'en'] as const) {
      expect(new Set(units.map(({ name }) => name[locale])).size).toBe(units.length);
    }
  });
});

describe('the people', () => {
  it('sign in by distinct readable names and hold posts in units that exist', () => {
    expect(new Set(people.map(({ name }) => name)).size).toBe(people.length);
    expect(new Set(people.map(({ displayName }) => displayName.zh)).size).toBe(people.length);
    for (const { name, posts } of people) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*(-\d)?$/);
      for (const { unit } of posts) expect(byCode.has(unit)).toBe(true);
    }
  });

  it('fill every role, under the names that guides use', () => {
    const roles = new Set(people.flatMap(({ posts }) => posts.map(({ role }) => role)));
    expect([...roles].sort()).toEqual(Object.keys(roleNames).sort());
    const roleOf = (name: string): string | undefined => people.find((person) => person.name === name)?.posts[0]?.role;
    expect(
      [
        'operator',
        'dispatcher',
        'leader',
        'callback',
        'verifier',
        'supervisor',
        'auditor',
        'admin',
        'security',
        'city',
        'csj',
        'csj-head',
        'csj-1',
        'yundu',
        'mayor',
        'vicemayor-1',
        'editor',
        'stats',
        'congress',
        'deputy-1',
      ].map(roleOf),
    ).toEqual([
      'operator',
      'dispatcher',
      'shift-leader',
      'callback-officer',
      'verifier',
      'supervisor',
      'auditor',
      'system-admin',
      'security-admin',
      'city-exchange',
      'unit-clerk',
      'unit-head',
      'handler',
      'unit-clerk',
      'district-leader',
      'district-leader',
      'report-editor',
      'statistician',
      'congress-officer',
      'deputy',
    ]);
  });

  it('give every unit that handles cases a clerk, a head and two handlers', () => {
    const at = (unit: string, role: string): number =>
      people.filter(({ posts }) => posts.some((post) => post.unit === unit && post.role === role)).length;
    const desks = units.filter(
      ({ code, kind }) =>
        kind !== 'office' && kind !== 'community' && !within(code, 'zhzx') && code !== 'qzf' && code !== 'rdb',
    );
    for (const { code } of desks) {
      expect([at(code, 'unit-clerk'), at(code, 'unit-head'), at(code, 'handler')]).toEqual([1, 1, 2]);
    }
  });

  it('let nobody verify inside the subtree of a unit that handles', () => {
    for (const { posts } of people) {
      for (const { unit, role } of posts) if (role === 'verifier') expect(within(unit, 'zhzx')).toBe(true);
    }
  });
});
