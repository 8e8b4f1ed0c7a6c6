import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endVersions, insertVersion, versionAt } from './version.ts';

interface Said {
  effectiveFrom: number;
  validTo: number | null;
  says: number;
}

function put(versions: readonly Said[], from: number, says: number): Said[] {
  const { validTo, ends } = insertVersion(versions, from);
  const kept = versions.map((version, at) => ({ ...version, validTo: ends.get(at) ?? version.validTo }));
  return [...kept, { effectiveFrom: from, validTo, says }];
}

function retire(versions: readonly Said[], from: number): Said[] {
  const ends = endVersions(versions, from);
  return versions.map((version, at) => ({ ...version, validTo: ends.get(at) ?? version.validTo }));
}

describe('versions', () => {
  it('are picked by the anchor instant, the first day included, the end not', () => {
    const versions = put(put([], 10, 1), 20, 2);
    expect(versionAt(versions, 9)).toBeUndefined();
    expect([10, 19, 20, 99].map((at) => versionAt(versions, at)?.says)).toEqual([1, 1, 2, 2]);
  });

  it('entered late for an earlier date end where the next was announced', () => {
    const versions = put(put(put([], 10, 1), 30, 3), 20, 2);
    expect([15, 25, 35].map((at) => versionAt(versions, at)?.says)).toEqual([1, 2, 3]);
  });

  it('corrected from the same day stay in the history and hold no more', () => {
    const versions = put(put([], 10, 1), 10, 2);
    expect(versions).toHaveLength(2);
    expect(versionAt(versions, 10)?.says).toBe(2);
    expect(versions[0]).toEqual({ effectiveFrom: 10, validTo: 10, says: 1 });
  });

  it('hold no more from the day of retirement, and again from a later return', () => {
    const retired = retire(put([], 10, 1), 20);
    expect(versionAt(retired, 19)?.says).toBe(1);
    expect(versionAt(retired, 20)).toBeUndefined();
    const back = put(retired, 30, 2);
    expect([25, 30].map((at) => versionAt(back, at)?.says)).toEqual([undefined, 2]);
  });

  it('announced for after the retirement never hold', () => {
    const retired = retire(put(put([], 10, 1), 50, 2), 20);
    expect([19, 20, 50, 99].map((at) => versionAt(retired, at)?.says)).toEqual([1, undefined, undefined, undefined]);
  });

  it('say at every instant what was last entered for it, in whatever order they were entered', () => {
    const entered = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(entered, fc.integer({ min: 0, max: 31 }), (days, at) => {
        const versions = days.reduce<Said[]>((sofar, day, says) => put(sofar, day, says), []);
        const latest = Math.max(...days.filter((day) => day <= at));
        expect(versionAt(versions, at)?.says).toBe(latest === -Infinity ? undefined : days.lastIndexOf(latest));
        expect(versions.filter((one) => versionAt([one], at))).toHaveLength(latest === -Infinity ? 0 : 1);
      }),
    );
  });
});
