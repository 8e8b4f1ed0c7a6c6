import { decodeText } from './decode-text.ts';
import { walkHtml } from './markup.ts';
import { numeralOf } from './numeral.ts';
import { most, type Note, type Opened } from './opened.ts';
import { tableLines } from './table-lines.ts';
import { Unreadable } from './unreadable.ts';

/** Elements that begin and end a line. */
const blocks = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary ul'
  ).split(' '),
);
/** Elements whose text is not shown, or not the page's: programs, styles, the head, choices of a form, glosses above characters. */
const unseen = new Set(
  'script style noscript template head title svg math iframe object select option textarea button canvas audio video rt rp'.split(
    ' ',
  ),
);
const lists: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};

interface Sink {
  readonly lines: string[];
  line: string;
}
interface Table {
  readonly rows: string[][][];
  row: string[][] | undefined;
}
interface List {
  readonly format: string | undefined;
  next: number;
}

/** Opens a web page: its visible text, a line for each block and each row of a table. @throws Unreadable */
export function openHtml(bytes: Uint8Array): Opened {
  const named = namedEncoding(bytes);
  const { text: html, encoding, replaced } = decodeText(bytes, named);
  const { lines, hidden } = htmlLines(html);
  const text = `${lines.join('\n')}\n`;
  if (text.length > most.text) throw new Unreadable('reader.tooLarge', { limit: most.unpacked / (1024 * 1024) });
  if (text.trim() === '') throw new Unreadable('reader.empty');
  const notes: readonly Note[] = [
    { code: 'replaced' as const, count: replaced },
    { code: 'encodingDiffers' as const, count: named === undefined || sameEncoding(named, encoding) ? 0 : 1 },
    { code: 'hidden' as const, count: hidden },
  ].filter(({ count }) => count > 0);
  return { text, format: 'html', encoding, notes };
}

/** The encoding a page names in its first kilobytes, by its WHATWG name. */
function namedEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const label = /<(?:meta|\?xml)[^>]{0,200}(?:charset|encoding)\s*=\s*["']?([\w.:-]{2,30})/i.exec(head)?.[1];
  if (label === undefined) return undefined;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** GB18030 holds GBK whole, and pages name either for both. */
function sameEncoding(one: string, other: string): boolean {
  const plain = (name: string) => (name === 'gbk' ? 'gb18030' : name);
  return plain(one) === plain(other);
}

function htmlLines(html: string): { readonly lines: readonly string[]; readonly hidden: number } {
  const page: Sink = { lines: [], line: '' };
  const sinks: Sink[] = [page];
  const tables: Table[] = [];
  const listed: List[] = [];
  const open: string[] = [];
  let unseenFrom = 0;
  let kept = 0;
  let hidden = 0;

  const sink = () => sinks.at(-1) ?? page;
  function endLine(): void {
    const { line, lines } = sink();
    if (line.trim() !== '') lines.push(line.trimEnd());
    sink().line = '';
  }

  walkHtml(html, {
    open(name, attributes) {
      open.push(name);
      if (unseenFrom > 0) return;
      const isHidden =
        'hidden' in attributes ||
        /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes.style ?? '');
      if (unseen.has(name) || isHidden) {
        unseenFrom = open.length;
        if (isHidden) hidden += 1;
        return;
      }
      if (name === 'br' || blocks.has(name)) endLine();
      switch (name) {
        case 'pre':
          kept += 1;
          break;
        case 'ol':
        case 'ul': {
          const start = Number(attributes.start ?? 1);
          const format = name === 'ol' ? lists[attributes.type ?? '1'] : undefined;
          listed.push({ format, next: Number.isInteger(start) ? start : 1 });
          break;
        }
        case 'li': {
          const list = listed.at(-1);
          if (list?.format !== undefined) sink().line = `${numeralOf(list.next++, list.format)}.`;
          break;
        }
        case 'table':
          endLine();
          tables.push({ rows: [], row: undefined });
          break;
        case 'tr':
          tables.at(-1)?.rows.push(beginRow(tables.at(-1)));
          break;
        case 'td':
        case 'th':
          sinks.push({ lines: [], line: '' });
          break;
      }
    },
    text(text) {
      if (unseenFrom > 0) return;
      if (kept > 0) {
        const parts = text.split('\n');
        parts.forEach((part, at) => {
          if (at > 0) endLine();
          sink().line += part;
        });
        return;
      }
      const collapsed = text.replaceAll(/[ \t\r\n\f]+/g, ' ');
      const { line } = sink();
      sink().line += line === '' || line.endsWith(' ') ? collapsed.replace(/^ /, '') : collapsed;
    },
    close(name) {
      open.pop();
      if (unseenFrom > 0) {
        if (open.length < unseenFrom) unseenFrom = 0;
        return;
      }
      if (blocks.has(name)) endLine();
      switch (name) {
        case 'pre':
          kept -= 1;
          break;
        case 'ol':
        case 'ul':
          listed.pop();
          break;
        case 'td':
        case 'th': {
          endLine();
          const cell = sinks.length > 1 ? sinks.pop() : undefined;
          const table = tables.at(-1);
          if (!cell) break;
          if (table) (table.row ?? beginRow(table, true)).push([...cell.lines]);
          else for (const line of cell.lines) sink().lines.push(line);
          break;
        }
        case 'table': {
          endLine();
          const table = tables.pop();
          for (const line of table ? tableLines(table.rows) : []) sink().lines.push(line);
          break;
        }
      }
    },
  });
  while (sinks.length > 1) {
    endLine();
    const rest = sinks.pop()?.lines ?? [];
    for (const line of rest) sink().lines.push(line);
  }
  endLine();
  return { lines: page.lines, hidden };
}

/** A new row of a table; `lost` where a cell came without one. */
function beginRow(table: Table | undefined, lost = false): string[][] {
  const row: string[][] = [];
  if (table) {
    table.row = row;
    if (lost) table.rows.push(row);
  }
  return row;
}
