import { type PdfPage, pdfFile } from '@huying/testing/paper';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openBytes, Unreadable } from './index.ts';

/** Lines down a page from the top; one that begins with two ideographic spaces is indented by as much. */
function page(lines: readonly string[], footer?: string): PdfPage {
  const texts = lines.map((line, at) => {
    const indent = line.startsWith('　　') ? 32 : 0;
    return { text: line.trimStart(), x: 72 + indent, y: 760 - at * 28 };
  });
  return { texts: footer === undefined ? texts : [...texts, { text: footer, x: 290, y: 30, size: 10 }] };
}

async function linesOf(bytes: Uint8Array): Promise<string[]> {
  return (await openBytes(bytes)).text.trimEnd().split('\n');
}

// 28 characters of 16 points fill a line.
const full = '现在我代表区人民政府向大会报告工作请予审议并请各位列席人员';

describe('a PDF with a text layer', () => {
  it('gives its lines from top to bottom, the page number among them', async () => {
    expect(await linesOf(pdfFile([page(['政府工作报告', '各位代表：'], '- 1 -')]))).toEqual([
      '政府工作报告',
      '各位代表：',
      '- 1 -',
    ]);
  });

  it('tells in which page its words stand', async () => {
    const { text, pageStarts = [] } = await openBytes(
      pdfFile([page(['政府工作报告', '各位代表：']), page(['今年要抓好十件实事。'])]),
    );
    expect(pageStarts.map((start) => [...text].slice(start).join('').split('\n')[0])).toEqual([
      '政府工作报告',
      '今年要抓好十件实事。',
    ]);
  });

  it('joins the lines of a paragraph, and ends it at a short line and before an indent', async () => {
    const lines = [`　　${full.slice(2)}`, full, '提出意见。', `　　${full.slice(2)}`, `　　${full.slice(2)}`, '完。'];
    expect(await linesOf(pdfFile([page(lines)]))).toEqual([
      `${full.slice(2)}${full}提出意见。`,
      full.slice(2),
      `${full.slice(2)}完。`,
    ]);
  });

  it('reads the fonts of older programs, which are not embedded', async () => {
    const words = ['政府工作报告', '增长5%，达120亿元'];
    expect(await linesOf(pdfFile([page(words)], { font: 'GBK-EUC-H' }))).toEqual(words);
    expect(await linesOf(pdfFile([page(words)], { font: 'UniGB-UCS2-H' }))).toEqual(words);
  });

  it('writes characters that a font names by their radical as characters', async () => {
    expect(await linesOf(pdfFile([page(['⻓期改善⺠生', '⼀是⾼质量'])]))).toEqual(['长期改善民生', '一是高质量']);
  });

  it('gives a table row by row where three lines or more have cells below one another', async () => {
    const rows = [
      ['序号', '事项', '内容'],
      ['1', '就业', '新增就业1万人'],
      ['2', '教育', '新增学位500个'],
    ];
    const texts = rows.flatMap((cells, at) => cells.map((text, of) => ({ text, x: 72 + of * 140, y: 700 - at * 30 })));
    expect(await linesOf(pdfFile([{ texts }]))).toEqual(rows.map((cells) => cells.join(' | ')));
  });

  it('reads a page of two columns one after the other', async () => {
    const column = (x: number, sign: string) =>
      Array.from({ length: 10 }, (_, at) => ({
        text: `${sign}${'全区经济稳中有进向好的'.slice(0, 11)}${at}`,
        x,
        y: 760 - at * 24,
      }));
    const { text, notes } = await openBytes(pdfFile([{ texts: [...column(60, '左'), ...column(310, '右')] }]));
    expect(text.replaceAll(/[^左右]/g, '')).toBe('左'.repeat(10) + '右'.repeat(10));
    expect(notes).toEqual([{ code: 'columns', count: 1 }]);
  });

  it('leaves watermarks out that run across the page, and says so', async () => {
    const texts = [
      { text: '政府工作报告', x: 72, y: 700 },
      { text: '内部资料', x: 200, y: 300, slanted: true },
    ];
    expect(await openBytes(pdfFile([{ texts }]))).toMatchObject({
      text: '政府工作报告\n',
      notes: [{ code: 'slanted', count: 1 }],
    });
  });

  it('draws nothing twice that was drawn twice to look bold', async () => {
    const texts = [0, 0.4].map((shift) => ({ text: '政府工作报告', x: 72 + shift, y: 700 }));
    expect(await linesOf(pdfFile([{ texts }]))).toEqual(['政府工作报告']);
  });

  it('gives the same text each time, and leaves the bytes as they were', async () => {
    const bytes = pdfFile([page(['政府工作报告', full])]);
    const before = Buffer.from(bytes).toString('hex');
    expect(await openBytes(bytes)).toEqual(await openBytes(bytes));
    expect(await openBytes(Buffer.from(bytes))).toEqual(await openBytes(bytes));
    expect(Buffer.from(bytes).toString('hex')).toBe(before);
  });
});

describe('a PDF that cannot be read', () => {
  it.each([
    [
      'pictures of pages',
      [
        { texts: [], picture: true },
        { texts: [], picture: true },
      ],
      { pages: 2, characters: 0 },
    ],
    [
      'pictures with page numbers',
      [1, 2, 3].map((number) => ({ texts: [{ text: String(number), x: 300, y: 30 }], picture: true })),
      { pages: 3, characters: 0 },
    ],
    [
      "pictures with the scanner's line",
      [1, 2, 3].map(() => ({ texts: [{ text: '由扫描软件创建', x: 300, y: 30 }], picture: true })),
      { pages: 3, characters: 0 },
    ],
  ])('as it is %s is a scan', async (_what, pages, params) => {
    await expect(openBytes(pdfFile(pages))).rejects.toMatchObject({ code: 'reader.scan', params });
  });

  it('tells pages without text among others', async () => {
    const { notes } = await openBytes(pdfFile([page([full, full]), { texts: [], picture: true }]));
    expect(notes).toEqual([{ code: 'pagesWithoutText', count: 1 }]);
  });

  it('is locked where it asks for a password', async () => {
    await expect(openBytes(pdfFile([page([full])], { locked: true }))).rejects.toMatchObject({
      code: 'reader.locked',
      params: { kind: 'pdf' },
    });
  });

  it('is damaged where nothing of it holds together', async () => {
    await expect(openBytes(new TextEncoder().encode('%PDF-1.7\nnothing'))).rejects.toMatchObject({
      code: 'reader.damaged',
    });
  });

  it('cut off or changed anywhere is refused or read, and nothing else', async () => {
    const whole = pdfFile([page(['政府工作报告', full])]);
    const damaged = fc.oneof(
      fc.nat(whole.length - 1).map((length) => whole.slice(0, length)),
      fc.tuple(fc.nat(whole.length - 1), fc.nat(255)).map(([at, byte]) => whole.with(at, byte)),
    );
    await fc.assert(
      fc.asyncProperty(damaged, async (bytes) => {
        const error: unknown = await openBytes(bytes).then(
          () => undefined,
          (thrown: unknown) => thrown,
        );
        expect(error === undefined || error instanceof Unreadable).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
