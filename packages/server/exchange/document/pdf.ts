import { readFileSync } from 'node:fs';
import { chineseDate, type OfficialDocument } from '@huying/kit/document';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { annexParts, partsOf } from './page-parts.ts';
import { faces, fontFolders } from './typefaces.ts';

const layout = readFileSync(new URL('./layout.typ', import.meta.url), 'utf8');

/** Fonts are looked through once. */
let compiler: NodeCompiler | undefined;

/** The document as PDF. Content reaches the layout as data, never as markup: nothing written in it can be read as a command. */
export function pdfOf(document: OfficialDocument): Buffer {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: [...fontFolders(process.env.HUYING_FONTS)] }] });
  const inputs = { document: JSON.stringify(laidOut(document)), faces: JSON.stringify(faces) };
  const content = compiler.pdf({ mainFileContent: layout, inputs });
  // What was memoised of other documents is let go of: a program that makes documents for months must not grow.
  compiler.evictCache(4);
  return content;
}

function laidOut(document: OfficialDocument) {
  const { head, signature, imprint } = document;
  return {
    ...document,
    head: head && { ...head, day: head.day === null ? '' : chineseDate(head.day) },
    signature: signature && { ...signature, day: chineseDate(signature.day) },
    imprint: imprint && { ...imprint, day: chineseDate(imprint.day) },
    parts: partsOf(document),
    annexes: annexParts(document),
  };
}
