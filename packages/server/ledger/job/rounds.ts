/** Work that goes round until it is stopped: clocks, senders, housekeeping. */
export interface Rounds {
  readonly stopped: boolean;
  /** Ends when stopped. */
  run(): Promise<void>;
  /** Goes round at once, also when called while a round is under way: what it missed is looked at again. */
  wake(): void;
  /** Lets the round under way finish. */
  stop(): Promise<void>;
}

/**
 * Goes round: `round` does what is due and answers in how many milliseconds to look again. A round that fails is told
 * and tried again after `afterFailure`; the loop itself never ends by it.
 */
export function rounds(
  round: () => Promise<number>,
  failure: { readonly afterFailure: number; tell(error: unknown): void },
): Rounds {
  let stopped = false;
  let woken = false;
  let rise: () => void = () => undefined;
  let running: Promise<void> = Promise.resolve();

  async function loop(): Promise<void> {
    while (!stopped) {
      let pause = failure.afterFailure;
      try {
        pause = await round();
      } catch (error) {
        failure.tell(error);
      }
      await sleep(pause);
    }
  }

  function sleep(milliseconds: number): Promise<void> {
    if (stopped || woken) {
      woken = false;
      return Promise.resolve();
    }
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      rise = () => {
        clearTimeout(timer);
        rise = () => undefined;
        woken = false;
        resolve();
      };
    });
  }

  function wake(): void {
    woken = true;
    rise();
  }

  return {
    get stopped() {
      return stopped;
    },
    run() {
      running = loop();
      return running;
    },
    wake,
    async stop() {
      stopped = true;
      wake();
      await running;
    },
  };
}
