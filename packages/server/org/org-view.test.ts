import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OrgRows, orgView } from './org-view.ts';
import type { Deputy, Post, Unit } from './unit.ts';

/** A random tree: each unit hangs below one before it. */
const trees = fc.array(fc.nat(), { minLength: 1, maxLength: 25 }).map((picks) => {
  const units: Unit[] = [];
  for (const [i, pick] of picks.entries()) {
    const parent = i === 0 ? undefined : units[pick % i];
    units.push(unitOf(`u${i}`, parent));
  }
  return units;
});

function unitOf(code: string, parent?: Unit): Unit {
  const path = `${parent?.path ?? ''}/${code}`;
  return {
    id: code,
    parent: parent?.id ?? null,
    path,
    code,
    kind: 'department',
    name: { zh: code, en: code },
    area: null,
    from: 0,
    to: null,
  };
}

function postOf(id: string, account: string, unit: string, role: string, rest: Partial<Post> = {}): Post {
  return { id, account, unit, role, area: null, from: 0, to: null, ...rest };
}

function deputyOf(post: string, account: string, from: number, to: number): Deputy {
  return { id: `${post}-${account}`, post, account, from, to };
}

function view(units: readonly Unit[], posts: readonly Post[] = [], deputies: readonly Deputy[] = []) {
  return orgView({ stamp: 's', units, posts, deputies, successions: [], names: new Map() } satisfies OrgRows);
}

describe('tree of units', () => {
  it('a unit lies within another exactly when the line up from it passes through', () => {
    fc.assert(
      fc.property(trees, (units) => {
        const org = view(units);
        for (const one of units) {
          for (const other of units) {
            const passes = org.line(one.id).some((unit) => unit.id === other.id);
            expect(org.isWithin(one.id, other.id)).toBe(passes);
            expect(org.subtree(other.id).some((unit) => unit.id === one.id)).toBe(passes);
          }
        }
      }),
    );
  });

  it('lists every unit of the subtree once, parents first', () => {
    fc.assert(
      fc.property(trees, (units) => {
        const all = view(units).subtree('u0');
        expect(new Set(all.map((unit) => unit.id)).size).toBe(units.length);
        for (const [i, unit] of all.entries()) {
          if (unit.parent !== null) expect(all.findIndex((other) => other.id === unit.parent)).toBeLessThan(i);
        }
      }),
    );
  });

  it('a unit whose code begins with another code is not within it', () => {
    const root = unitOf('district');
    const org = view([root, unitOf('water', root), unitOf('water-2', root)]);
    expect(org.isWithin('water-2', 'water')).toBe(false);
  });

  it('knows nothing of unknown units', () => {
    const org = view([unitOf('a')]);
    expect(org.isWithin('x', 'x')).toBe(false);
    expect(org.subtree('x')).toEqual([]);
    expect(org.headOf('x', 0)).toBeUndefined();
  });
});

describe('posts', () => {
  const root = unitOf('district');
  const water = unitOf('water', root);
  const units = [root, water];

  it('are held from their first instant until just before their end', () => {
    const org = view(units, [postOf('p', 'li', 'water', 'handler', { from: 100, to: 200 })]);
    expect([99, 100, 199, 200].map((now) => org.postsOf('li', now).length)).toEqual([0, 1, 1, 0]);
  });

  it('are acted in by a deputy only during the absence, and never after the post has ended', () => {
    const org = view(units, [postOf('p', 'li', 'water', 'handler', { to: 150 })], [deputyOf('p', 'wang', 100, 200)]);
    expect([99, 100, 149, 150].map((now) => org.heldPost('wang', 'p', now)?.as)).toEqual([
      undefined,
      'deputy',
      'deputy',
      undefined,
    ]);
  });

  it('in a role are those of the unit itself that cover the area', () => {
    const org = view(units, [
      postOf('a', 'li', 'water', 'handler'),
      postOf('b', 'wang', 'water', 'handler', { area: '440199001' }),
      postOf('c', 'zhao', 'water', 'handler', { area: '440199002' }),
      postOf('d', 'qian', 'district', 'handler'),
    ]);
    const who = (where: { unit?: string; area?: string }) =>
      org.holdersOf('handler', where, 0).map((holder) => holder.account);
    expect(who({ unit: 'water', area: '440199001002' })).toEqual(['li', 'wang']);
    expect(who({ unit: 'water' })).toEqual(['li', 'wang', 'zhao']);
    expect(who({ area: '440199002001' })).toEqual(['li', 'zhao', 'qian']);
  });

  it('the head of a unit without one is the head above', () => {
    const posts = [
      postOf('h', 'mayor', 'district', 'unit-head'),
      postOf('w', 'chief', 'water', 'unit-head', { to: 100 }),
    ];
    const org = view(units, posts, [deputyOf('h', 'vice', 150, 200)]);
    expect(org.headOf('water', 99)?.account).toBe('chief');
    expect(org.headOf('water', 100)?.account).toBe('mayor');
    expect(org.holdersOf('unit-head', { unit: 'district' }, 150).map((holder) => holder.account)).toEqual([
      'mayor',
      'vice',
    ]);
  });
});
