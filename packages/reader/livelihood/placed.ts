import type { Span } from '../report.ts';

/** Finds which of the given spans lie within another: indices into the list, in the order of their places. */
export function placed(spans: readonly Span[]): (within: Span) => readonly number[] {
  const order = spans.map((_, index) => index).sort((a, b) => startOf(spans, a) - startOf(spans, b));
  return ({ start, end }) => {
    let low = 0;
    let high = order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (startOf(spans, order[middle] ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (let at = low; at < order.length; at += 1) {
      const index = order[at] ?? 0;
      if (startOf(spans, index) >= end) break;
      found.push(index);
    }
    return found;
  };
}

function startOf(spans: readonly Span[], index: number): number {
  return spans[index]?.start ?? 0;
}

/** Tells whether a span touches one of the given, none of which overlap. */
export function covering(spans: readonly Span[]): (within: Span) => boolean {
  const order = [...spans].sort((left, right) => left.start - right.start);
  return ({ start, end }) => {
    let low = 0;
    let high = order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((order[middle]?.end ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return (order[low]?.start ?? end) < end;
  };
}

/** From the first to the last place of several spans. */
export function hull(spans: readonly Span[]): Span {
  const [first] = spans;
  let { start, end } = first ?? { start: 0, end: 0 };
  for (const span of spans) {
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  return { start, end };
}
