import { zipFile } from '../archive/index.ts';

export interface WordParts {
  readonly numbering?: string;
  readonly styles?: string;
  readonly footnotes?: string;
}

const names =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

/** A Word document of a body in WordprocessingML, with the parts it refers to. */
export function wordReport(body: string, parts: WordParts = {}): Uint8Array {
  const others = Object.entries(parts).map(([name, content]) => ({
    name: `word/${name}.xml`,
    content: `<w:${name} ${names}>${content}</w:${name}>`,
  }));
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const types = `<Types><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`;
  const document = `<w:document ${names}><w:body>${body}</w:body></w:document>`;
  return new Uint8Array(
    zipFile([
      { name: '[Content_Types].xml', content: types },
      { name: 'word/document.xml', content: document },
      ...others,
    ]),
  );
}
