import { describe, expect, it } from 'vitest';
import { sharedBuffers } from './postmaster.ts';

const GB = 2 ** 30;

describe('the pages an embedded server keeps', () => {
  it.each([
    [GB / 2, 256],
    [2 * GB, 256],
    [8 * GB, 1024],
    [16 * GB, 2048],
    [256 * GB, 2048],
  ])('of %d bytes of memory are %d MB', (memory, megabytes) => {
    expect(sharedBuffers(memory)).toBe(megabytes);
  });

  it('are no more than this machine can spare', () => {
    expect(sharedBuffers()).toBeGreaterThanOrEqual(256);
    expect(sharedBuffers()).toBeLessThanOrEqual(2048);
  });
});
