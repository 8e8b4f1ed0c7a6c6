/** Words at a place, in points from the lower left corner of the page. */
export interface PdfText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** Set at 45 degrees, as watermarks are. */
  readonly slanted?: boolean;
}
export interface PdfPage {
  readonly texts: readonly PdfText[];
  /** A picture that fills the page, as of a scan. */
  readonly picture?: boolean;
}
type Font =
  /** glyph numbers, with a map to Unicode: what word processors write */
  | 'mapped'
  /** codes of GBK or UTF-16 and a font that is not embedded: what older programs write */
  | 'GBK-EUC-H'
  | 'UniGB-UCS2-H'
  /** glyph numbers and nothing that tells what they mean */
  | 'silent';

/** A small PDF with a text layer in Chinese, in the way of one kind of program or another. */
export function pdfFile(pages: readonly PdfPage[], { font = 'mapped' as Font, locked = false } = {}): Uint8Array {
  const characters = [...new Set(pages.flatMap(({ texts }) => texts.flatMap(({ text }) => [...text])))];
  const encode = encoderOf(font, characters);
  const objects: string[] = [];
  const add = (body: string) => `${objects.push(body)} 0 R`;
  const stream = (body: string) => `<< /Length ${body.length} >>\nstream\n${body}\nendstream`;

  const toUnicode = font === 'mapped' ? `/ToUnicode ${add(stream(toUnicodeMap(characters)))}` : '';
  const descriptor = add(
    '<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>',
  );
  const ordering = font === 'GBK-EUC-H' || font === 'UniGB-UCS2-H' ? 'GB1' : 'Identity';
  const below = add(
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 0 >> /FontDescriptor ${descriptor} /DW 1000 >>`,
  );
  const encoding = ordering === 'GB1' ? font : 'Identity-H';
  const main = add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /${encoding} /DescendantFonts [${below}] ${toUnicode} >>`,
  );
  const picture = add(
    `<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream`,
  );
  const tree = objects.length + pages.length * 2 + 1;
  const kids = pages.map(({ texts, picture: isScan }) => {
    const shown = texts.map(({ text, x, y, size = 16, slanted }) => {
      const [cos, sin] = slanted === true ? [0.7, 0.7] : [1, 0];
      return `BT /F ${size} Tf ${cos} ${sin} ${-sin} ${cos} ${x} ${y} Tm <${encode(text)}> Tj ET`;
    });
    const content = add(stream([...(isScan === true ? ['q 595 0 0 842 0 0 cm /P Do Q'] : []), ...shown].join('\n')));
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F ${main} >> /XObject << /P ${picture} >> >> /Contents ${content} >>`,
    );
  });
  add(`<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`);
  const root = add(`<< /Type /Catalog /Pages ${tree} 0 R >>`);
  // Keys that no password gives: whoever opens it is asked for one.
  const key = '<5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a>';
  const lock = locked
    ? `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >> /ID [<00112233> <00112233>]`
    : '';
  return fileOf(objects, `/Root ${root} ${lock}`);
}

function fileOf(objects: readonly string[], trailer: string): Uint8Array {
  let text = '%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n';
  const offsets = objects.map((body, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const xref = text.length;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} ${trailer} >>\nstartxref\n${xref}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, 'latin1'));
}

function encoderOf(font: Font, characters: readonly string[]): (text: string) => string {
  if (font === 'UniGB-UCS2-H') return (text) => Buffer.from(text, 'utf16le').swap16().toString('hex');
  if (font === 'GBK-EUC-H') return gbk;
  // Glyph 0 is what stands for a missing one.
  return (text) => [...text].map((one) => (characters.indexOf(one) + 1).toString(16).padStart(4, '0')).join('');
}

/** GBK in hexadecimal, found by trying what decodes to the character. */
function gbk(text: string): string {
  const decoder = new TextDecoder('gbk');
  const codes = new Map<string, string>();
  for (let code = 0x8140; code <= 0xfefe; code++) {
    codes.set(decoder.decode(new Uint8Array([code >> 8, code & 0xff])), code.toString(16));
  }
  return [...text].map((one) => (one < '\u0080' ? one.charCodeAt(0).toString(16) : (codes.get(one) ?? '3f'))).join('');
}

function toUnicodeMap(characters: readonly string[]): string {
  const lines = characters.map((one, at) => {
    const glyph = (at + 1).toString(16).padStart(4, '0');
    return `<${glyph}> <${Buffer.from(one, 'utf16le').swap16().toString('hex')}>`;
  });
  return `begincmap\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n${lines.length} beginbfchar\n${lines.join('\n')}\nendbfchar\nendcmap`;
}
