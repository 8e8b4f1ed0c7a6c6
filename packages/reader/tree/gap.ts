import { bareHeading, type Heading } from './heading.ts';
import type { Line } from './line.ts';

/** A heading of a series as the outline knows it. */
export interface Known {
  readonly line: number;
  readonly heading: Heading;
  readonly title: string;
  readonly ordinal: number;
}

/** A heading whose mark was lost, found because the series jumps over its number. */
export interface Lost {
  readonly line: number;
  readonly heading: Heading;
  readonly title: string;
}

/** How well an unmarked line takes the place of a heading between its siblings; below this it is left alone. */
const enough = 3;

/**
 * The line between two headings of a series, (一) and (三), that most resembles its siblings: run-in or alone as they are, with
 * the same first words, the same commas, about their length. `between` are the lines from the one to the other.
 */
export function lostHeading(
  lines: readonly Line[],
  between: readonly number[],
  siblings: readonly Known[],
): Lost | undefined {
  const isRunIn = siblings.filter(({ heading }) => heading.runIn).length * 2 > siblings.length;
  const first = between.slice(0, 60);
  let best: Lost | undefined;
  let most = enough - 1;
  for (const at of first) {
    const line = lines[at];
    const heading = line === undefined ? undefined : bareHeading(line);
    if (line === undefined || heading === undefined || heading.runIn !== isRunIn || /^各位/.test(line.text)) continue;
    const title = line.text.slice(heading.from, heading.to);
    const score = likeness(title, siblings) + (first.length === 1 ? 2 : 0);
    if (score > most) {
      most = score;
      best = { line: at, heading, title };
    }
  }
  return best;
}

function likeness(title: string, siblings: readonly Known[]): number {
  const share = (test: (sibling: string) => boolean): number =>
    siblings.filter((one) => test(one.title)).length / Math.max(1, siblings.length);
  const commas = title.split('，').length;
  return (
    3 * share((one) => one.slice(0, 2) === title.slice(0, 2)) +
    2 * share((one) => one.split('，').length === commas && commas > 1) +
    share((one) => one.split('，').length === commas) +
    share((one) => Math.abs(one.length - title.length) <= 4) -
    (/\d/.test(title) ? 2 : 0)
  );
}
