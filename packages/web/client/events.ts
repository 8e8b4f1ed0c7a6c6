/** The part of the browser's EventSource that is used. */
export interface Stream {
  addEventListener(type: string, listener: (event: { readonly data?: unknown }) => void): void;
  close(): void;
}

export interface StreamLine {
  open(path: string): Stream;
  /** Runs something after a number of milliseconds; answers how to call it off. */
  later(run: () => void, milliseconds: number): () => void;
}

export interface Listening {
  /** Names of the events wanted. */
  readonly events: readonly string[];
  onEvent(name: string, data: unknown): void;
  /** The line came up again after it was lost: what happened meanwhile must be read anew. */
  onRestored(): void;
  onState(connected: boolean): void;
}

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

/**
 * Listens to the server's events and opens the line again whenever it drops, waiting twice as long each time up to half a minute.
 * Answers how to stop.
 */
export function listen(path: string, line: StreamLine, listening: Listening): () => void {
  let wait = FIRST_WAIT;
  let opened = 0;
  let stopped = false;
  let stream: Stream | undefined;
  let callOff: (() => void) | undefined;

  const connect = () => {
    if (stopped) return;
    const own = line.open(path);
    stream = own;
    own.addEventListener('open', () => {
      wait = FIRST_WAIT;
      listening.onState(true);
      if (opened > 0) listening.onRestored();
      opened += 1;
    });
    own.addEventListener('error', () => {
      // The browser's own reconnecting gives up on an HTTP error; ours does not.
      own.close();
      if (stopped || stream !== own) return;
      stream = undefined;
      listening.onState(false);
      callOff = line.later(connect, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    });
    for (const name of listening.events) {
      own.addEventListener(name, (event) => listening.onEvent(name, parsed(event.data)));
    }
  };

  connect();
  return () => {
    stopped = true;
    callOff?.();
    stream?.close();
  };
}

function parsed(data: unknown): unknown {
  if (typeof data !== 'string') return data;
  try {
    return JSON.parse(data);
  } catch {
    return data;
  }
}
