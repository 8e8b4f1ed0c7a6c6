import { describe, expect, it } from 'vitest';
import { freshFor } from './freshness.ts';

/** A finding that is finished from outside, counted. */
function finding() {
  let found = 0;
  let finish = (_: number) => {};
  const find = () => {
    found += 1;
    return new Promise<number>((resolve) => {
      finish = resolve;
    });
  };
  return { find, finish: (value: number) => finish(value), times: () => found };
}

describe('an answer that many ask for', () => {
  it('is found once for five hundred at the same time', async () => {
    const freshness = freshFor(3_000);
    const { find, finish, times } = finding();
    const all = Array.from({ length: 500 }, () => freshness.once('board', 1_000, find));
    finish(7);
    expect(new Set(await Promise.all(all))).toEqual(new Set([7]));
    expect(times()).toBe(1);
  });

  it('is found anew once it is no longer fresh, and under another key', async () => {
    const freshness = freshFor(3_000);
    let count = 0;
    const find = async () => (count += 1);
    expect(await freshness.once('a', 0, find)).toBe(1);
    expect(await freshness.once('a', 2_999, find)).toBe(1);
    expect(await freshness.once('a', 3_000, find)).toBe(2);
    expect(await freshness.once('b', 3_000, find)).toBe(3);
  });

  it('is never kept where it failed', async () => {
    const freshness = freshFor(3_000);
    await expect(freshness.once('a', 0, () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await freshness.once('a', 1, async () => 'up')).toBe('up');
  });

  it('is forgotten when there are too many others', async () => {
    const freshness = freshFor(3_000);
    let count = 0;
    for (let key = 0; key < 300; key += 1) await freshness.once(`key ${key}`, 0, async () => key);
    await freshness.once('key 0', 0, async () => (count += 1));
    expect(count).toBe(1);
  });
});
