import { crc32, deflateRawSync } from 'node:zlib';

/** One part of an archive; what is not said is as an honest packer writes it. */
export interface ZipPart {
  readonly name: string;
  readonly content: string | Buffer;
  /** bytes the directory says it unpacks to */
  readonly claimed?: number;
  /** general purpose flags; 1 is "encrypted" */
  readonly flags?: number;
  /** the directory points at the data of the part before */
  readonly overBefore?: boolean;
}

/** A ZIP archive, honest or not: for tests of what reads them. */
export function zipFile(parts: readonly ZipPart[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  let before = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const content = Buffer.from(part.content);
    const packed = deflateRawSync(content, { level: 9 });
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(part.flags ?? 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(part.claimed ?? content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(part.overBefore === true ? before : offset, 10);
    files.push(Buffer.from('PK\u0003\u0004', 'latin1'), common, name, packed);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), common, place, name);
    before = offset;
    offset += 30 + name.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listed, end]);
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The least that is a Word document, with further parts if wanted. */
export function wordFile(more: readonly ZipPart[] = []): Buffer {
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  return zipFile([
    {
      name: '[Content_Types].xml',
      content: `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    },
    { name: 'word/document.xml', content: `${xml}<w:document><w:body/></w:document>` },
    ...more,
  ]);
}
