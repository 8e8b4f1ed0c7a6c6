import type { Column } from './column.ts';
import type { Slot } from './slot.ts';

const status = /(?:已(?:全部|基本|圆满)?完成|(?:基本|全面|超额|全部|提前)完成|正在推进|持续推进)(?=\s|$|（)/;

/**
 * The cells that share a line with their row's number, from `from` on: a name, a domain before a name of its own line, a domain
 * with the status behind it, or the content at once. The columns they fill are taken off `rest`.
 */
export function firstCells(text: string, line: number, from: number, rest: Column[], row: number): Slot[] {
  const cell = (kind: Column, start: number, end: number): Slot => ({ line, from: start, to: end, kind, row });
  const hasName = rest.includes('name');
  if (rest[0] === 'domain') {
    const done = status.exec(text);
    if (!hasName && done !== null && done.index > from) {
      rest.shift();
      const end = done.index + done[0].length;
      const cells = [cell('domain', from, done.index), cell('status', done.index, end)];
      return end < text.length ? [...cells, cell('result', end, text.length)] : cells;
    }
    if (hasName && text.length - from <= 12) {
      rest.shift();
      return [cell('domain', from, text.length)];
    }
  }
  const kind = text.length > 60 && rest.includes('content') ? 'content' : hasName ? 'name' : (rest[0] ?? 'name');
  if (hasName) rest.splice(0, rest.indexOf('name') + 1);
  return [cell(kind, from, text.length)];
}
