import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { quantitiesIn } from './index.ts';

const folder = new URL('../../../../shared/data/reports/', import.meta.url);
const isHere = existsSync(folder);

interface Annotated {
  readonly report: string;
  readonly quote: string;
  readonly value: number;
  readonly unit: string;
  readonly comparator: string;
}

function annotated(): readonly Annotated[] {
  const lines = readFileSync(new URL('gold-targets.jsonl', folder), 'utf8').trim().split('\n');
  return lines.map((line): Annotated => JSON.parse(line));
}

/** The sentence around a quote, and the quote's place in it. */
function around({ report, quote }: Annotated): { sentence: string; from: number; to: number } {
  const text = readFileSync(new URL(report, folder), 'utf8');
  const at = text.indexOf(quote);
  const start = Math.max(text.lastIndexOf('。', at), text.lastIndexOf('\n', at)) + 1;
  const end = text.slice(at).search(/[。\n]|$/) + at;
  return { sentence: text.slice(start, end), from: at - start, to: at - start + quote.length };
}

describe.skipIf(!isHere)('annotated numbers of real reports (skipped: ../shared/data/reports is not here)', () => {
  it('have the value, measure word and comparator that people read', () => {
    for (const each of annotated()) {
      const { sentence, from, to } = around(each);
      const near = quantitiesIn(sentence).quantities.filter((found) => found.from < to && found.to > from);
      expect(near).toContainEqual(
        expect.objectContaining({ value: each.value, unit: each.unit, comparator: each.comparator }),
      );
    }
  });
});
