import { walkXml } from './markup.ts';
import type { NumberingCount } from './numbering.ts';
import type { StyleNumbering } from './paragraph-style.ts';
import { tableLines } from './table-lines.ts';

/** What of a document's text its reader does not see, or sees otherwise than it is stored. */
export interface WordTally {
  deletions: number;
  insertions: number;
  hidden: number;
  numbered: number;
  footnotes: number;
  textBoxes: number;
}

interface Paragraph {
  text: string;
  style: string | undefined;
  use: string | undefined;
  level: number | undefined;
  /** The mark that ends it was deleted: the next paragraph goes on in it. */
  runsOn: boolean;
  /** Lines of its text boxes. */
  readonly after: string[];
}

interface Table {
  readonly rows: string[][][];
  row: string[][];
  rowDeleted: boolean;
  span: number;
}

/** Where finished lines go: the document, a cell, a text box. */
interface Sink {
  readonly lines: string[];
  held: string;
}

/** Elements whose text a reader does not see: deleted, moved away, field codes, the older copy of a drawing, glosses, former properties. */
const unseen = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'delInstrText',
  'Fallback',
  'rt',
  'pPrChange',
  'rPrChange',
  'tblPrChange',
  'trPrChange',
  'tcPrChange',
  'sectPrChange',
  'tblGridChange',
]);

/** The lines of a part of a Word document: one for each paragraph and each row of a table. */
export function wordLines(
  xml: string,
  count: NumberingCount,
  styled: (style: string | undefined) => StyleNumbering | undefined,
  tally: WordTally,
): string[] {
  const sinks: Sink[] = [{ lines: [], held: '' }];
  const tables: Table[] = [];
  const paragraphs: Paragraph[] = [];
  const path: string[] = [];
  /** Depth at which text stopped being seen; 0 while it is seen. */
  let unseenFrom = 0;
  let isHidden = false;

  function write(text: string): void {
    const paragraph = paragraphs.at(-1);
    if (paragraph && unseenFrom === 0 && !isHidden) paragraph.text += text;
  }

  function open(name: string, attributes: Readonly<Record<string, string>>): void {
    path.push(name);
    const parent = path.at(-2);
    if (unseenFrom > 0) return;
    const value = attributes['w:val'];
    if (unseen.has(name) && !isMark(name, parent)) {
      unseenFrom = path.length;
      if (name === 'del' || name === 'moveFrom') tally.deletions += 1;
      return;
    }
    const paragraph = paragraphs.at(-1);
    const table = tables.at(-1);
    switch (name) {
      case 'p':
        paragraphs.push({ text: '', style: undefined, use: undefined, level: undefined, runsOn: false, after: [] });
        break;
      case 'pStyle':
        if (paragraph) paragraph.style = value;
        break;
      case 'numId':
        if (paragraph) paragraph.use = value;
        break;
      case 'ilvl':
        if (paragraph) paragraph.level = Number(value);
        break;
      case 'del':
        if (parent === 'trPr' && table) table.rowDeleted = true;
        else if (paragraph) paragraph.runsOn = true;
        tally.deletions += 1;
        break;
      case 'ins':
      case 'moveTo':
        tally.insertions += 1;
        break;
      case 'r':
        isHidden = false;
        break;
      case 'vanish':
        if (path.at(-3) === 'r' && value !== '0' && value !== 'false') {
          isHidden = true;
          tally.hidden += 1;
        }
        break;
      case 'tab':
      case 'ptab':
        // Tab stops of paragraph properties bear the same name.
        if (parent === 'r') write('\t');
        break;
      case 'br':
      case 'cr':
        write('\n');
        break;
      case 'noBreakHyphen':
        write('-');
        break;
      case 'txbxContent':
        tally.textBoxes += 1;
        sinks.push({ lines: [], held: '' });
        break;
      case 'tbl':
        tables.push({ rows: [], row: [], rowDeleted: false, span: 1 });
        break;
      case 'tr':
        if (table) Object.assign(table, { row: [], rowDeleted: false });
        break;
      case 'tc':
        if (table) table.span = 1;
        sinks.push({ lines: [], held: '' });
        break;
      case 'gridSpan':
        if (table) table.span = Math.min(Math.max(Number(value) || 1, 1), 64);
        break;
    }
  }

  function close(name: string): void {
    path.pop();
    if (unseenFrom > 0) {
      if (path.length < unseenFrom) unseenFrom = 0;
      return;
    }
    const table = tables.at(-1);
    switch (name) {
      case 'p':
        endParagraph();
        break;
      case 'r':
        isHidden = false;
        break;
      case 'txbxContent': {
        const box = sinks.length > 1 ? sinks.pop() : undefined;
        append(paragraphs.at(-1)?.after, box && settled(box));
        break;
      }
      case 'tc': {
        const cell = sinks.length > 1 ? sinks.pop() : undefined;
        if (!cell || !table) break;
        table.row.push(settled(cell));
        for (let more = 1; more < table.span; more++) table.row.push([]);
        break;
      }
      case 'tr':
        if (table && !table.rowDeleted) table.rows.push(table.row);
        break;
      case 'tbl':
        tables.pop();
        append(sinks.at(-1)?.lines, table && tableLines(table.rows.map(withoutTail)));
        break;
    }
  }

  function endParagraph(): void {
    const paragraph = paragraphs.pop();
    const sink = sinks.at(-1);
    if (!paragraph || !sink) return;
    const text = sink.held + labelOf(paragraph) + paragraph.text;
    sink.held = paragraph.runsOn ? text : '';
    if (!paragraph.runsOn) append(sink.lines, text.split('\n'));
    append(sink.lines, paragraph.after);
  }

  function labelOf({ style, use, level, text }: Paragraph): string {
    const inherited = styled(style);
    const given = use ?? inherited?.use;
    if (given === undefined || given === '0' || text.trim() === '') return '';
    const at = level ?? inherited?.level ?? count.levelOfStyle(given, inherited?.style ?? style ?? '');
    const label = count.label(given, at);
    if (label === '') return '';
    tally.numbered += 1;
    return /[\p{Letter}\p{Number}]$/u.test(label) ? `${label} ` : label;
  }

  walkXml(xml, {
    open,
    close,
    text(text) {
      if (path.at(-1) === 't') write(text);
    },
  });
  const document = sinks[0];
  return document === undefined ? [] : settled(document);
}

/** `ins` and `del` within properties mark the paragraph's end or the row, and hold no text. */
function isMark(name: string, parent: string | undefined): boolean {
  return name === 'del' && (parent === 'rPr' || parent === 'trPr');
}

/** One by one: a spread of a long list would go through the stack. */
function append(to: string[] | undefined, lines: readonly string[] | undefined): void {
  if (to) for (const line of lines ?? []) to.push(line);
}

function settled({ lines, held }: Sink): string[] {
  return held === '' ? lines : [...lines, held];
}

/** A row without the empty cells that a wide cell at its end stands for. */
function withoutTail(row: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const first = row[0];
  return first !== undefined && row.slice(1).every((cell) => cell.length === 0) ? [first] : row;
}
