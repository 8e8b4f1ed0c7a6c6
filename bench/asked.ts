import { parseArgs } from 'node:util';
import { type Part, parts } from './figure.ts';

/** What the command line asked for. */
export interface Asked {
  readonly scale: number;
  readonly only: ReadonlySet<Part>;
  readonly seconds: number;
  /** How many districts share a database in the part `districts`. */
  readonly districts: number;
  readonly json: boolean;
}

const MOST = 10_000_000;
const MOST_DISTRICTS = 1_000;
/** Parts that take an hour and gigabytes of their own are done only when they are named. */
const UNASKED: readonly Part[] = parts.filter((part) => part !== 'districts');

export const help = `How fast the program is on this machine, everything against one server in one run.

  npm run bench -- [creates lists …] [--scale 20000] [--only creates,lists] [--seconds 10] [--districts 200] [--json]

  --scale    cases of the data set, about eleven ledger rows each; 1 to ${MOST.toLocaleString('en')}. It is made the first time,
             twenty thousand by the engine’s own rules, the rest as copies of them, and kept under .huying/bench/<scale>; delete the folder to make it anew.
             Over a million only what lists, search and the numbers read is copied: ask for the parts lists and boards
  --only     parts, with commas between, or one by one before the options: ${parts.join(', ')}
  --seconds  how long each load lasts
  --districts  how many districts of 5,000 cases share a database in the part districts, 2 to ${MOST_DISTRICTS}; default 200, a million cases. Only done
             when it is named. Made the first time and kept under .huying/bench/districts-<n>: the first in half a minute, then each copy in about
             three seconds and 185 MB (on two cores), so that 200 want a quarter of an hour and 37 GB, and 3 GB for logs
  --json     the figures for machines, on standard output

A ratio is value / floor: the share of what the same server does at best, or of the mark where the note says so.
Nothing else should run meanwhile; docs/reference/bench.md holds figures to compare with.`;

/** Reads the arguments; a string is the sentence about what is wrong with them. */
export function askedIn(args: readonly string[]): Asked | 'help' | { readonly wrong: string } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      args: [...args],
      options: {
        scale: { type: 'string', default: '20000' },
        only: { type: 'string' },
        seconds: { type: 'string', default: '10' },
        districts: { type: 'string', default: '200' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return 'help';
    const scale = Number(values.scale);
    if (!Number.isInteger(scale) || scale < 1 || scale > MOST)
      return { wrong: `--scale is a whole number from 1 to ${MOST}` };
    const seconds = Number(values.seconds);
    if (!(seconds > 0 && seconds <= 600)) return { wrong: '--seconds is a number up to 600' };
    const districts = Number(values.districts);
    if (!Number.isInteger(districts) || districts < 2 || districts > MOST_DISTRICTS)
      return { wrong: `--districts is a whole number from 2 to ${MOST_DISTRICTS}` };
    const asked = [...(values.only?.split(',') ?? []), ...positionals].map((name) => name.trim());
    const named: readonly string[] = asked.length === 0 ? UNASKED : asked;
    const unknown = named.find((name) => !parts.some((part) => part === name));
    if (unknown !== undefined) return { wrong: `--only: "${unknown}" is not one of ${parts.join(', ')}` };
    return {
      scale,
      seconds,
      districts,
      json: values.json,
      only: new Set(parts.filter((part) => named.includes(part))),
    };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}
