import type { Span } from '@huying/reader';

/** Where code points of a text are: in which line, and what they say. */
export interface Places {
  /** Line of a code point, counted from 1. */
  lineOf(at: number): number;
  /** The words of a span, in one line. */
  wordsOf(span: Span): string;
}

export function placesIn(text: string): Places {
  const units = unitsOf(text);
  const unitAt = (at: number) => (units === undefined ? at : (units[Math.min(at, units.length - 1)] ?? text.length));
  const starts = [0];
  for (const match of text.matchAll(/\r\n?|\n/g)) starts.push(match.index + match[0].length);
  return {
    lineOf(at) {
      const unit = unitAt(at);
      let low = 0;
      let high = starts.length;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if ((starts[middle] ?? 0) <= unit) low = middle;
        else high = middle;
      }
      return low + 1;
    },
    wordsOf: ({ start, end }) => text.slice(unitAt(start), unitAt(end)).replaceAll(/\s+/g, ' ').trim(),
  };
}

/** UTF-16 index of each code point; undefined where the two are the same throughout. */
function unitsOf(text: string): Uint32Array | undefined {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return undefined;
  const units = new Uint32Array(text.length + 1);
  let count = 0;
  for (let at = 0; at < text.length; count++) {
    units[count] = at;
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  }
  units[count] = text.length;
  return units.subarray(0, count + 1);
}
