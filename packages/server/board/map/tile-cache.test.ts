import { fakeClock } from '@huying/testing/database';
import { beforeEach, describe, expect, it } from 'vitest';
import { type KeptTile, servedAtMost, servedAtMostChanged, type TileCache, tileCache } from './tile-cache.ts';

const clock = fakeClock('2026-07-01T09:00:00+08:00');
const never = Number.NEGATIVE_INFINITY;
let cache: TileCache;
let made: number;
const tile = (size = 10): KeptTile => ({ bytes: Buffer.alloc(size), etag: `"${made}"` });
const get = (key: string, lastChange = never, size?: number) =>
  cache.get(key, lastChange, async () => {
    made += 1;
    return tile(size);
  });

beforeEach(() => {
  cache = tileCache(clock.now);
  made = 0;
});

describe('a tile made a moment ago', () => {
  it('is served again until five seconds after its reading began, and not then', async () => {
    await get('a');
    clock.advance(servedAtMost - 1);
    expect((await get('a')).etag).toBe('"1"');
    clock.advance(1);
    expect((await get('a')).etag).toBe('"2"');
    expect(servedAtMost).toBe(5000);
  });

  it('is served for one second where something is known to have changed since', async () => {
    await get('a');
    const changed = clock.now();
    clock.advance(servedAtMostChanged - 1);
    expect((await get('a', changed)).etag).toBe('"1"');
    clock.advance(1);
    expect((await get('a', changed)).etag).toBe('"2"');
    clock.advance(servedAtMostChanged);
    expect((await get('a', changed)).etag).toBe('"2"');
  });

  it('is not good for longer when the clock is set back', async () => {
    await get('a');
    clock.advance(-1);
    expect((await get('a')).etag).toBe('"2"');
  });

  it('is nobody’s under another key', async () => {
    await get('a');
    expect((await get('b')).etag).toBe('"2"');
  });
});

describe('a tile being made', () => {
  it('is waited for by all who ask for the same', async () => {
    const tiles = await Promise.all(Array.from({ length: 500 }, () => get('a')));
    expect(new Set(tiles.map(({ etag }) => etag))).toEqual(new Set(['"1"']));
  });

  it('that fails is made anew for the next', async () => {
    const failing = cache.get('a', never, () => Promise.reject(new Error('on purpose')));
    await expect(failing).rejects.toThrow('on purpose');
    expect((await get('a')).etag).toBe('"1"');
    expect(cache.bytes).toBeLessThan(600);
  });
});

it('never holds more than sixteen megabytes, and lets the oldest go first', async () => {
  for (let number = 0; number < 40; number++) await get(`tile ${number}`, never, 1024 * 1024);
  expect(cache.bytes).toBeLessThanOrEqual(16 * 1024 * 1024);
  made = 100;
  expect((await get('tile 39')).etag).toBe('"40"');
  expect((await get('tile 0')).etag).toBe('"101"');
});
