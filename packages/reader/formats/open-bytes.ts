import { compoundFile, isCompoundFile } from './compound-file.ts';
import { decodeText } from './decode-text.ts';
import { type ForeignKind, foreignBeginning, foreignFile, startsWith } from './foreign.ts';
import { megabyte, most, type Opened } from './opened.ts';
import { Unreadable } from './unreadable.ts';

/**
 * Opens a file as text, by its content and not by its name: plain text (UTF-8, UTF-16, GB18030, Big5), HTML, Word (docx), PDF with a
 * text layer. What each opener left out or decided stands in `notes`.
 * @throws Unreadable, and nothing else, whatever the bytes
 */
export async function openBytes(bytes: Uint8Array): Promise<Opened> {
  if (bytes.length === 0) throw new Unreadable('reader.empty');
  if (bytes.length > most.bytes) throw new Unreadable('reader.tooLarge', { limit: most.bytes / megabyte });
  const kind = kindOf(bytes);
  try {
    return await opened(bytes, kind);
  } catch (error) {
    // The libraries below throw what they will at bytes that nobody meant.
    throw error instanceof Unreadable ? error : new Unreadable('reader.damaged', { kind });
  }
}

type Kind = 'text' | 'html' | 'zip' | 'pdf';

async function opened(bytes: Uint8Array, kind: Kind): Promise<Opened> {
  // What opens Word, web pages and PDF is loaded only when needed: reading plain text starts at once.
  switch (kind) {
    case 'pdf':
      return (await import('./pdf-document.ts')).openPdf(bytes);
    case 'zip':
      return (await import('./word-document.ts')).openWord(bytes);
    case 'html':
      return (await import('./html-page.ts')).openHtml(bytes);
    case 'text':
      return openText(bytes);
  }
}

function openText(bytes: Uint8Array): Opened {
  if (bytes.length > most.text) throw new Unreadable('reader.tooLarge', { limit: most.text / megabyte });
  const { text, encoding, replaced } = decodeText(bytes);
  if (text.trim() === '') throw new Unreadable('reader.empty');
  return { text, format: 'text', encoding, notes: replaced > 0 ? [{ code: 'replaced', count: replaced }] : [] };
}

function kindOf(bytes: Uint8Array): Kind {
  if (isCompoundFile(bytes)) throw compoundFile(bytes);
  if (startsWith(bytes, '504b0304') || startsWith(bytes, '504b0506')) return 'zip';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 65_536));
  // Readers of PDF look for its mark in the first kilobyte.
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  const foreign = foreignBeginning(bytes) ?? foreignText(head);
  if (foreign) throw foreignFile(foreign);
  return isHtml(head) ? 'html' : 'text';
}

/** Kinds that are written in letters. */
function foreignText(head: string): ForeignKind | undefined {
  const start = head.slice(0, 2048).trimStart();
  if (/^(mime-version:|from: <saved)/i.test(start)) return 'mhtml';
  if (/^[\u00ef\u00bb\u00bf]*<\?xml/.test(start) && !/<html/i.test(start)) {
    return /<\?mso-application progid="Word|<pkg:package|wordml/.test(start) ? 'wordXml' : 'xml';
  }
  if (/^[[{]\s*["{[]/.test(start) && /[}\]]\s*$/.test(head)) return 'json';
  return undefined;
}

/** A page says so at its start, or is full of the tags that pages are made of. */
function isHtml(head: string): boolean {
  // Wide characters stand apart by zero bytes.
  const page = head.replaceAll('\0', '');
  if (/^<(?:!doctype\s+html|html|head|meta|body|title)\b/i.test(afterComments(page))) return true;
  return (
    /<\/(?:p|div|td|body|html|span)>/i.test(page) &&
    (page.match(/<(?:p|div|br|td|tr|span|h[1-6])\b/gi)?.length ?? 0) >= 3
  );
}

function afterComments(page: string): string {
  let rest = page.replace(/^[\u00ef\u00bb\u00bf\u00fe\u00ff]+/, '').trimStart();
  while (rest.startsWith('<!--')) {
    const end = rest.indexOf('-->');
    if (end === -1) return '';
    rest = rest.slice(end + 3).trimStart();
  }
  return rest;
}
