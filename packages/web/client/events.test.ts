import { describe, expect, it } from 'vitest';
import { listen } from './index.ts';

class FakeStream {
  readonly listeners = new Map<string, (event: { readonly data?: unknown }) => void>();
  closed = false;
  addEventListener(type: string, listener: (event: { readonly data?: unknown }) => void) {
    this.listeners.set(type, listener);
  }
  close() {
    this.closed = true;
  }
  say(type: string, data?: unknown) {
    this.listeners.get(type)?.({ data });
  }
}

function listening() {
  const streams: FakeStream[] = [];
  const waits: number[] = [];
  const due: (() => void)[] = [];
  const heard: unknown[] = [];
  const states: boolean[] = [];
  let restored = 0;
  const stop = listen(
    '/api/events',
    {
      open: () => {
        const stream = new FakeStream();
        streams.push(stream);
        return stream;
      },
      later: (run, milliseconds) => {
        waits.push(milliseconds);
        due.push(run);
        return () => {
          due.splice(due.indexOf(run), 1);
        };
      },
    },
    {
      events: ['case'],
      onEvent: (name, data) => heard.push([name, data]),
      onRestored: () => {
        restored += 1;
      },
      onState: (connected) => states.push(connected),
    },
  );
  return { streams, waits, due, heard, states, stop, restored: () => restored };
}

describe('listening to events', () => {
  it('hands on what is said, read from JSON', () => {
    const { streams, heard } = listening();
    streams[0]?.say('case', '{"id":"1"}');
    expect(heard).toEqual([['case', { id: '1' }]]);
  });

  it('opens the line again when it drops, waiting longer each time and half a minute at most', () => {
    const { streams, waits, due } = listening();
    for (let i = 0; i < 7; i += 1) {
      streams.at(-1)?.say('error');
      due.shift()?.();
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16000, 30000, 30000]);
    expect(streams.slice(0, -1).every((stream) => stream.closed)).toBe(true);
  });

  it('says when it is back, so that what was missed is read, and waits from the start again', () => {
    const { streams, due, waits, states, restored } = listening();
    streams[0]?.say('open');
    expect(restored()).toBe(0);
    streams[0]?.say('error');
    due.shift()?.();
    streams[1]?.say('open');
    streams[1]?.say('error');
    expect(restored()).toBe(1);
    expect(states).toEqual([true, false, true, false]);
    expect(waits).toEqual([1000, 1000]);
  });

  it('stops for good', () => {
    const { streams, due, stop } = listening();
    streams[0]?.say('error');
    stop();
    expect(due).toEqual([]);
    streams[0]?.say('error');
    expect(streams).toHaveLength(1);
  });
});
