import { type DocumentNode, type Report, read } from '@huying/reader';

const leaves = new Set(['heading', 'mark', 'sentence', 'cell', 'chrome', 'space']);

/** What is wrong with the reading of a text; undefined where it holds: it does not throw, its leaves tile the text, its quotes are exact. */
export function unsound(text: string): string | undefined {
  let report: Report;
  try {
    report = read(text);
  } catch (error) {
    return `throws ${error instanceof Error ? (error.stack ?? error.message).split('\n').slice(0, 3).join(' ') : String(error)}`;
  }
  const at = indexOf(text);
  return untiled(report.document, at.length) ?? misquoted(report, text, at);
}

/** Code points before each UTF-16 index, the other way round: the index of every code point, and of the end. */
function indexOf(text: string): { readonly length: number; index(point: number): number } {
  if (!/[\ud800-\udbff][\udc00-\udfff]/.test(text)) return { length: text.length, index: (point) => point };
  const indices: number[] = [];
  for (let index = 0; index < text.length; index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1)
    indices.push(index);
  return { length: indices.length, index: (point) => indices[point] ?? text.length };
}

function untiled(document: DocumentNode, length: number): string | undefined {
  let end = 0;
  const stack: DocumentNode[] = [document];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.children.length > 0) {
      for (let child = node.children.length - 1; child >= 0; child--) {
        const inner = node.children[child];
        if (inner === undefined) continue;
        if (inner.start < node.start || inner.end > node.end)
          return `${inner.kind} ${inner.start}–${inner.end} outside its ${node.kind} ${node.start}–${node.end}`;
        stack.push(inner);
      }
      if (leaves.has(node.kind)) return `a ${node.kind} at ${node.start} has children`;
      continue;
    }
    if (node.start !== end && node.end > node.start) return `${node.kind} begins at ${node.start}, not at ${end}`;
    if (node.end > node.start && !leaves.has(node.kind)) return `${node.kind} at ${node.start} has words and no leaves`;
    end = Math.max(end, node.end);
  }
  return end === length ? undefined : `the leaves end at ${end} of ${length}`;
}

function misquoted(report: Report, text: string, at: { readonly length: number; index(point: number): number }) {
  for (const one of [...report.targets, ...report.tasks]) {
    const words = text.slice(at.index(one.start), at.index(one.end));
    if (one.quote !== words || one.start >= one.end || one.end > at.length)
      return `quotes "${one.quote}" for "${words}"`;
  }
  const spans = [...report.statements, ...report.quantities, ...report.items, ...report.completion, ...report.names];
  const astray = spans.find(({ start, end }) => !(start >= 0 && start <= end && end <= at.length));
  if (astray !== undefined) return `a span from ${astray.start} to ${astray.end} in a text of ${at.length}`;
  const wild = report.targets.find(({ value }) => !Number.isFinite(value));
  return wild === undefined ? undefined : `the value ${wild.value} of "${wild.quote}"`;
}
