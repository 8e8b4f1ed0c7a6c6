import type { Locale, Words } from '@huying/kit/error';

/** Where a command speaks: answers to `out`, everything else to `err`, in one language. */
export interface Terminal {
  readonly locale: Locale;
  readonly json: boolean;
  out(line: string): void;
  err(line: string): void;
  say(words: Words): string;
  /** An answer: the object for machines with --json, else the lines for people. */
  answer(value: unknown, lines: readonly string[]): void;
  /** Tells how far long work is; a bar at a terminal, nothing elsewhere. */
  progress(): Promise<Progress>;
}

export interface Progress {
  at(what: string, done: number, total: number): void;
  end(): void;
}

const silent: Progress = { at: () => undefined, end: () => undefined };

export function terminalOf(locale: Locale, json: boolean): Terminal {
  const out = (line: string) => void process.stdout.write(`${line}\n`);
  return {
    locale,
    json,
    out,
    err: (line) => void process.stderr.write(`${line}\n`),
    say: (words) => words[locale],
    answer(value, lines) {
      if (json) out(JSON.stringify(value));
      else for (const line of lines) out(line);
    },
    progress: async () => (process.stderr.isTTY === true && !json ? bar() : silent),
  };
}

async function bar(): Promise<Progress> {
  const { default: progress } = await import('cli-progress');
  const drawn = new progress.SingleBar(
    { format: '{what} {bar} {percentage}% {value}/{total}', hideCursor: true, stream: process.stderr, barsize: 30 },
    progress.Presets.shades_classic,
  );
  let current = '';
  return {
    at(what, done, total) {
      if (what !== current) {
        if (current !== '') drawn.stop();
        drawn.start(Math.max(total, 1), 0, { what });
        current = what;
      }
      drawn.setTotal(Math.max(total, done, 1));
      drawn.update(done);
    },
    end() {
      if (current !== '') drawn.stop();
      current = '';
    },
  };
}

/**
 * The language of `--lang`, else of the environment (LC_ALL, LC_MESSAGES, LANG): English where that says so or where the
 * terminal may not show Chinese (C, POSIX), else Chinese.
 */
export function languageFrom(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Locale {
  const at = args.indexOf('--lang');
  const named = at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length);
  const said = named ?? (env.LC_ALL || env.LC_MESSAGES || env.LANG || '');
  return /^(en|c$|posix$)/i.test(said) ? 'en' : 'zh';
}
