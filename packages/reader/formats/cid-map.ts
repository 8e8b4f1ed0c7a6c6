/**
 * Character maps of Chinese PDF fonts that are not embedded (GBK-EUC-H, UniGB-UCS2-H and their kin), made instead of shipped.
 *
 * A PDF goes from codes to glyph numbers by one map, and from glyph numbers to Unicode by another. Only the whole way matters
 * to a reader of text, so the glyph numbers here are Unicode itself: the first map then follows from the encoding that its name tells,
 * and the second is the identity. Latin letters keep their true glyph numbers, by which fonts state their widths.
 */
const encodings: readonly (readonly [name: RegExp, encoding: string])[] = [
  [/^(GBK-EUC|GBKp-EUC|GB-EUC|GBpc-EUC|GBK2K)-[HV]$/, 'gb18030'],
  [/^(B5pc|ETen-B5|ETenms-B5|HKscs-B5)-[HV]$/, 'big5'],
];
const unicode = /^Uni(GB|CNS)-(UCS2|UTF16)-[HV]$/;
const toUnicode = /^Adobe-(GB1|CNS1)-UCS2$/;

/** Glyph numbers of U+0020 to U+007E: proportional letters, and those of half width. */
const PROPORTIONAL = 1;
const HALF_WIDTH: Readonly<Record<string, number>> = { GB: 814, B5: 13_648 };

/** A map by its name, as PDF writes maps; undefined where the name tells no encoding that is known here. */
export function cidMap(name: string): string | undefined {
  if (toUnicode.test(name)) return written(name, 2, identity(name));
  if (unicode.test(name)) return written(name, 2, [...letters(PROPORTIONAL, 2), ...plane(0x0100, 0xffff)]);
  const encoding = encodings.find(([known]) => known.test(name))?.[1];
  if (encoding === undefined) return undefined;
  const isProportional = /^(GBKp|GBpc|B5pc|ETen-)/.test(name);
  const first = isProportional ? PROPORTIONAL : (HALF_WIDTH[encoding === 'big5' ? 'B5' : 'GB'] ?? PROPORTIONAL);
  return written(name, 1, [...letters(first, 1), ...doubleBytes(encoding)]);
}

interface Range {
  readonly from: number;
  readonly to: number;
  /** Bytes of a code. */
  readonly width: number;
  readonly cid: number;
}

function letters(first: number, width: number): Range[] {
  return [{ from: 0x20, to: 0x7e, width, cid: first }];
}

/** Ranges may not run over a change of the first byte. */
function plane(from: number, to: number): Range[] {
  const ranges: Range[] = [];
  for (let at = from; at <= to; at += 0x100) ranges.push({ from: at, to: at | 0xff, width: 2, cid: at });
  return ranges;
}

function doubleBytes(encoding: string): Range[] {
  const decoder = new TextDecoder(encoding);
  const ranges: Range[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(new Uint8Array([lead, trail]));
      const code = text.charCodeAt(0);
      if (text.length !== 1 || code === 0xfffd || code < 0x80) continue;
      const at = (lead << 8) | trail;
      const last = ranges.at(-1);
      const goesOn = last !== undefined && last.to === at - 1 && last.cid + (at - last.from) === code;
      if (goesOn) ranges[ranges.length - 1] = { ...last, to: at };
      else ranges.push({ from: at, to: at, width: 2, cid: code });
    }
  }
  return ranges;
}

function identity(name: string): Range[] {
  const half = HALF_WIDTH[name.includes('GB1') ? 'GB' : 'B5'] ?? 0;
  return [
    { from: PROPORTIONAL, to: PROPORTIONAL + 0x5e, width: 2, cid: 0x20 },
    ...plane(0x0100, 0xffff).flatMap((range) => without(range, half, half + 0x5e)),
    { from: half, to: half + 0x5e, width: 2, cid: 0x20 },
  ];
}

function without(range: Range, from: number, to: number): Range[] {
  if (range.to < from || range.from > to) return [range];
  const before = { ...range, to: from - 1 };
  const after = { ...range, from: to + 1, cid: to + 1 };
  return [before, after].filter((part) => part.from <= part.to);
}

function written(name: string, width: number, ranges: readonly Range[]): string {
  const toText = toUnicode.test(name);
  const hex = (n: number, bytes: number) => `<${n.toString(16).padStart(bytes * 2, '0')}>`;
  const lines = ranges.map(({ from, to, width: bytes, cid }) => {
    return `${hex(from, bytes)} ${hex(to, bytes)} ${toText ? hex(cid, 2) : cid}`;
  });
  const kind = toText ? 'bfrange' : 'cidrange';
  const spaces = width === 1 ? ['<00> <80>', '<8140> <fefe>'] : ['<0000> <ffff>'];
  return [
    `/CMapName /${name} def`,
    `/WMode ${name.endsWith('-V') ? 1 : 0} def`,
    `${spaces.length} begincodespacerange`,
    ...spaces,
    'endcodespacerange',
    `${lines.length} begin${kind}`,
    ...lines,
    `end${kind}`,
    'endcmap',
  ].join('\n');
}
