import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { most, openBytes, Unreadable } from './index.ts';

const report = '政府工作报告\n各位代表：\n现在，我代表区人民政府，向大会报告工作，请予审议。地区生产总值增长5%左右。\n';

/** 政府工作报告 in GBK. */
const gbk = [0xd5, 0xfe, 0xb8, 0xae, 0xb9, 0xa4, 0xd7, 0xf7, 0xb1, 0xa8, 0xb8, 0xe6];
/** 政府工作報告 in Big5. */
const big5 = [0xac, 0x46, 0xa9, 0xb2, 0xa4, 0x75, 0xa7, 0x40, 0xb3, 0xf8, 0xa7, 0x69];

function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
  return new Uint8Array(order === 'le' ? bytes : bytes.swap16());
}

async function codeOf(bytes: Uint8Array): Promise<string> {
  return openBytes(bytes).then(
    ({ encoding = '' }) => `opened ${encoding}`,
    (error: unknown) => (error instanceof Unreadable ? error.code : `threw ${String(error)}`),
  );
}

describe('plain text', () => {
  it('in UTF-8 is taken character by character, line ends as they are', async () => {
    const text = '政府工作报告\r\n　　各位代表：\n';
    expect(await openBytes(new TextEncoder().encode(text))).toEqual({
      text,
      format: 'text',
      encoding: 'utf-8',
      notes: [],
    });
  });

  it('keeps the byte order mark of UTF-8, which is a character to whoever counts offsets', async () => {
    expect((await openBytes(new TextEncoder().encode(`\ufeff${report}`))).text).toBe(`\ufeff${report}`);
  });

  it.each([
    ['le', true],
    ['le', false],
    ['be', true],
    ['be', false],
  ] as const)('in UTF-16 %s is known with the mark and without (%s)', async (order, mark) => {
    const opened = await openBytes(utf16(report, order, mark));
    expect(opened).toMatchObject({ text: report, encoding: `utf-16${order}` });
  });

  it('in UTF-16 is known without a single zero byte', async () => {
    const text = '现在我代表区人民政府向大会报告工作请予审议';
    expect(await openBytes(utf16(text, 'le', false))).toMatchObject({ text, encoding: 'utf-16le' });
  });

  it.each([
    ['GBK', gbk, '政府工作报告', 'gb18030'],
    ['Big5', big5, '政府工作報告', 'big5'],
  ])('in %s is known by the characters it gives, be they only six', async (_name, bytes, text, encoding) => {
    expect(await openBytes(new Uint8Array(bytes))).toMatchObject({ text, encoding });
  });

  it('shows where a byte means nothing, and counts it', async () => {
    const bytes = new TextEncoder().encode(report.repeat(3));
    const broken = new Uint8Array([...bytes.subarray(0, 18), 0xff, ...bytes.subarray(18)]);
    const { text, notes } = await openBytes(broken);
    expect([text.slice(0, 7), notes]).toEqual(['政府工作报告\ufffd', [{ code: 'replaced', count: 1 }]]);
  });

  it('cut in the middle of a character keeps everything before', async () => {
    const { text } = await openBytes(new TextEncoder().encode(report).subarray(0, 17));
    expect(text).toBe('政府工作报\ufffd');
  });

  it('in English is text too, in UTF-8 and with the quotes of Windows', async () => {
    const words = 'Madam Speaker, this year’s budget is about growth. '.repeat(3);
    expect(await codeOf(new TextEncoder().encode(words))).toBe('opened utf-8');
    const windows = Buffer.from(words.replaceAll('’', '\u0092'), 'latin1');
    expect(await openBytes(new Uint8Array(windows))).toMatchObject({ text: words, encoding: 'windows-1252' });
  });
});

describe('what is refused', () => {
  it.each([
    ['an empty file', [], 'reader.empty'],
    ['white space alone', [0x20, 0x0a, 0x0a], 'reader.empty'],
    ['bytes that are no text', Array.from({ length: 400 }, (_, at) => (at * 7919) % 251), 'reader.format'],
    ['a JPEG', [0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46], 'reader.format'],
    ['UTF-32', [0xff, 0xfe, 0, 0, 0x3f, 0x65, 0, 0], 'reader.encoding'],
  ])('%s', async (_what, bytes, code) => {
    expect(await codeOf(new Uint8Array(bytes))).toBe(code);
  });

  it.each([
    ['{\\rtf1\\ansi report}', 'rtf'],
    ['<?xml version="1.0"?><data><row/></data>', 'xml'],
    ['{"title": "政府工作报告"}', 'json'],
    ['MIME-Version: 1.0\nContent-Type: multipart/related', 'mhtml'],
  ])('%s, named by what it is', async (text, kind) => {
    await expect(openBytes(new TextEncoder().encode(text))).rejects.toMatchObject({
      code: 'reader.format',
      params: { kind },
    });
  });

  it('200 MB, before a single character is made of it', async () => {
    const bytes = new Uint8Array(200 * 1024 * 1024);
    await expect(openBytes(bytes)).rejects.toMatchObject({ code: 'reader.tooLarge', params: { limit: 100 } });
    await expect(openBytes(bytes.subarray(0, most.text + 1))).rejects.toMatchObject({ code: 'reader.tooLarge' });
  });
});

describe('whatever the bytes', () => {
  it('either there is text, or a refusal from the catalogue', async () => {
    const beginnings = [
      '',
      '%PDF-1.4\n',
      'PK\u0003\u0004',
      '<html>',
      '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
      '{',
      '\u00ff\u00fe',
    ];
    const bytes = fc
      .tuple(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 300 }))
      .map(([start, rest]) => new Uint8Array([...Buffer.from(start, 'latin1'), ...rest]));
    await fc.assert(
      fc.asyncProperty(bytes, async (file) => {
        expect(await codeOf(file)).toMatch(/^(opened|reader\.)/);
      }),
      { numRuns: 1_000 },
    );
  });
});
