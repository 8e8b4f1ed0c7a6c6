import { type Archive, archiveOf } from './archive.ts';
import { foreignFile } from './foreign.ts';
import { walkXml } from './markup.ts';
import { countThrough, numberingOf } from './numbering.ts';
import { most, type Note, type Opened } from './opened.ts';
import { stylesOf } from './paragraph-style.ts';
import { Unreadable } from './unreadable.ts';
import { type WordTally, wordLines } from './word-body.ts';

const main = /wordprocessingml\.(document|template)\.main\+xml|ms-word\.(document|template)\.macroEnabled/;

/**
 * Opens a ZIP archive that is a Word document: its paragraphs and rows, one a line, with the numbers that Word makes, tracked
 * insertions and without tracked deletions, then the notes. @throws Unreadable
 */
export function openWord(bytes: Uint8Array): Opened {
  const archive = archiveOf(bytes);
  const types = archive.names.has('[Content_Types].xml') ? typesOf(xmlOf(archive, '[Content_Types].xml')) : [];
  const document = types.find(([type]) => main.test(type))?.[1] ?? 'word/document.xml';
  if (!archive.names.has(document)) throw foreignFile(kindOf(archive));

  const part = (kind: string) => {
    const name = types.find(([type]) => type.endsWith(`wordprocessingml.${kind}+xml`))?.[1] ?? `word/${kind}.xml`;
    return archive.names.has(name) ? xmlOf(archive, name) : '';
  };
  const count = countThrough(numberingOf(part('numbering')));
  const styled = stylesOf(part('styles'));
  const tally: WordTally = { deletions: 0, insertions: 0, hidden: 0, numbered: 0, footnotes: 0, textBoxes: 0 };
  const lines = wordLines(xmlOf(archive, document), count, styled, tally);
  for (const kind of ['footnotes', 'endnotes']) {
    const notes = wordLines(part(kind), count, styled, tally).filter((line) => line.trim() !== '');
    tally.footnotes += notes.length;
    for (const line of notes) lines.push(line);
  }
  const text = `${lines.join('\n')}\n`;
  if (text.length > most.text) throw new Unreadable('reader.tooLarge', { limit: most.unpacked / (1024 * 1024) });
  if (text.trim() === '') throw new Unreadable('reader.empty');
  const pageEdges = types.filter(([type]) => /wordprocessingml\.(header|footer)\+xml$/.test(type)).length;
  return { text, format: 'docx', notes: notesOf({ ...tally, pageEdges }) };
}

function notesOf(tally: WordTally & { readonly pageEdges: number }): readonly Note[] {
  const order = ['deletions', 'insertions', 'hidden', 'numbered', 'textBoxes', 'footnotes', 'pageEdges'] as const;
  return order.filter((code) => tally[code] > 0).map((code) => ({ code, count: tally[code] }));
}

/** Content types and the parts of that type. */
function typesOf(xml: string): readonly (readonly [type: string, part: string])[] {
  const found: (readonly [string, string])[] = [];
  walkXml(xml, {
    open(name, attributes) {
      if (name === 'Override')
        found.push([attributes.ContentType ?? '', (attributes.PartName ?? '').replace(/^\//, '')]);
    },
    text: () => undefined,
    close: () => undefined,
  });
  return found;
}

function xmlOf(archive: Archive, name: string): string {
  const bytes = archive.part(name) ?? new Uint8Array();
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return new TextDecoder(isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
}

function kindOf({ names }: Archive) {
  const has = (start: string) => [...names].some((name) => name.startsWith(start));
  if (has('xl/')) return 'xlsx';
  if (has('ppt/')) return 'pptx';
  if (names.has('OFD.xml')) return 'ofd';
  if (names.has('META-INF/container.xml')) return 'epub';
  if (names.has('content.xml') && names.has('mimetype')) return 'odf';
  return 'zip';
}
