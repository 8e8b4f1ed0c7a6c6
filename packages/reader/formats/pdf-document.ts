import { getDocument } from 'unpdf/pdfjs';
import { cidMap } from './cid-map.ts';
import { commonShare } from './common-han.ts';
import { megabyte, most, type Note, type Opened } from './opened.ts';
import { type PageText, type Piece, pageText } from './pdf-page.ts';
import { plainHan } from './radicals.ts';
import { Unreadable } from './unreadable.ts';

/** Share of common characters below which the text layer of a Chinese document stands for other characters than it shows. */
const SENSIBLE = 0.2;
/** Characters a page has at least where it has text and not only a stamp or a scanner's line. */
const FEWEST = 10;

/**
 * Opens a PDF by its text layer: lines by their place on the page, paragraphs put together again where the margins show them,
 * page after page. Pictures are not read. @throws Unreadable
 */
export async function openPdf(bytes: Uint8Array): Promise<Opened> {
  const pages: PageText[] = [];
  for await (const page of textPages(bytes)) pages.push(page);
  const text = `${pages.flatMap(({ lines }) => lines).join('\n')}\n`;
  refuseWithoutText(pages);
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (/[\ufffd\ue000-\uf8ff]/.test(text) || han > 0) refuseGarbled(text, han);
  if (text.length > most.text) throw new Unreadable('reader.tooLarge', { limit: most.text / megabyte });
  const notes: readonly Note[] = [
    { code: 'pagesWithoutText' as const, count: pages.filter(({ characters }) => characters === 0).length },
    { code: 'columns' as const, count: pages.filter(({ columns }) => columns > 1).length },
    { code: 'slanted' as const, count: pages.reduce((sum, { slanted }) => sum + slanted, 0) },
  ].filter(({ count }) => count > 0);
  return { text, format: 'pdf', pageStarts: startsOf(pages), notes };
}

/** Where each page begins, in code points; the line breaks between pages count with the page before. */
function startsOf(pages: readonly PageText[]): readonly number[] {
  const starts: number[] = [];
  let at = 0;
  for (const { lines } of pages) {
    starts.push(at);
    for (const line of lines) at += [...line].length + 1;
  }
  return starts;
}

async function* textPages(bytes: Uint8Array): AsyncGenerator<PageText> {
  // The parser takes the bytes it is given for itself, and refuses the kind of Node.
  const task = getDocument({
    data: new Uint8Array(bytes),
    BinaryDataFactory: CharacterMaps,
    cMapPacked: false,
    useWorkerFetch: false,
    useWasm: false,
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    enableXfa: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise.catch((error: unknown) => {
      throw refusal(error);
    });
    const { numPages } = document;
    if (numPages > most.pages) throw new Unreadable('reader.tooLarge', { limit: most.bytes / megabyte });
    for (let number = 1; number <= numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent({ disableNormalization: false, includeMarkedContent: false });
      yield pageText(items.flatMap(pieceOf));
      page.cleanup();
    }
  } finally {
    await task.destroy();
  }
}

function refusal(error: unknown): Unreadable {
  const name = error instanceof Error ? error.name : '';
  return name === 'PasswordException'
    ? new Unreadable('reader.locked', { kind: 'pdf' })
    : new Unreadable('reader.damaged', { kind: 'pdf' });
}

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

function pieceOf(item: object): Piece[] {
  if (!('str' in item)) return [];
  const { str, transform, width } = item as TextItem;
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform;
  const text = plainHan(str);
  if (text === '') return [];
  const isSlanted = Math.abs(b) > 0.05 * Math.abs(a) || a < 0;
  return [{ text, x, y, width, size: Math.hypot(c, d) || Math.abs(a) || 1, isSlanted }];
}

function refuseWithoutText(pages: readonly PageText[]): void {
  const seen = new Map<string, number>();
  for (const { lines } of pages) for (const line of new Set(lines)) seen.set(line, (seen.get(line) ?? 0) + 1);
  const isOfPage = (line: string) =>
    /^[\s\d\-—–·第页共/]*$/.test(line) || (pages.length > 2 && (seen.get(line) ?? 0) > pages.length / 2);
  const own = pages.map(({ lines }) => lines.filter((line) => !isOfPage(line)).join('').length);
  const characters = own.reduce((sum, one) => sum + one, 0);
  const isScan = characters === 0 || (pages.length > 2 && characters < pages.length * FEWEST);
  if (isScan) throw new Unreadable('reader.scan', { pages: pages.length, characters });
}

function refuseGarbled(text: string, han: number): void {
  const lost = text.match(/[\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
  const isGarbled = lost > text.length * 0.3 || (han > 50 && han > text.length * 0.3 && commonShare(text) < SENSIBLE);
  if (isGarbled) throw new Unreadable('reader.glyphs');
}

/** Gives the parser the character maps it asks for; fonts and everything else it does without. */
class CharacterMaps {
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const map = kind === 'cMapUrl' ? cidMap(filename) : undefined;
    if (map === undefined) throw new Error(`There is no ${filename} here.`);
    return new TextEncoder().encode(map);
  }
}
