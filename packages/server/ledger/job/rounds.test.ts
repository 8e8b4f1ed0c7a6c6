import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rounds } from './rounds.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const silent = { afterFailure: 1_000, tell: () => undefined };

describe('rounds', () => {
  it('look again when the last one said, and end when stopped', async () => {
    let seen = 0;
    const going = rounds(async () => {
      seen += 1;
      return 500;
    }, silent);
    const ended = going.run();
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toBe(1);
    await vi.advanceTimersByTimeAsync(499);
    expect(seen).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(seen).toBe(2);
    await going.stop();
    await ended;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(seen).toBe(2);
  });

  it('a failed round is told and tried again', async () => {
    const told: unknown[] = [];
    let seen = 0;
    const going = rounds(
      async () => {
        seen += 1;
        if (seen === 1) throw new Error('gone');
        return 500;
      },
      { afterFailure: 1_000, tell: (error) => told.push(error) },
    );
    void going.run();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(seen).toBe(2);
    expect(told).toHaveLength(1);
    await going.stop();
  });

  it('waking ends the sleep, and is not lost while a round is under way', async () => {
    let seen = 0;
    let finish: () => void = () => undefined;
    const going = rounds(async () => {
      seen += 1;
      if (seen === 2) await new Promise<void>((resolve) => (finish = resolve));
      return 60_000;
    }, silent);
    void going.run();
    await vi.advanceTimersByTimeAsync(0);
    going.wake();
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toBe(2);
    going.wake();
    finish();
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toBe(3);
    await vi.advanceTimersByTimeAsync(59_999);
    expect(seen).toBe(3);
    await going.stop();
  });
});
