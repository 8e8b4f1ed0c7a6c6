import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { sampleDocument } from './document.fixture.ts';
import { madeDocument } from './made-document.ts';
import { makeDocument } from './make-document.ts';
import { partsOf } from './page-parts.ts';
import { fontFolders } from './typefaces.ts';

async function pagesOf(
  pdf: Buffer,
): Promise<{ texts: readonly string[]; sizes: readonly (readonly [number, number])[] }> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text } = await extractText(document, { mergePages: false });
  const sizes = [];
  for (let at = 1; at <= document.numPages; at += 1) {
    const [, , width = 0, height = 0] = (await document.getPage(at)).view;
    sizes.push([Math.round(width), Math.round(height)] as const);
  }
  return { texts: text.map((page) => page.replaceAll(/\s/g, '')), sizes };
}

const xmlOf = (docx: Buffer, name: string): string => {
  const file = unzipSync(new Uint8Array(docx))[name];
  return file === undefined ? '' : strFromU8(file);
};

describe('a document as PDF', () => {
  it('stands on A4, wide annexes on lying sheets, every page numbered', async () => {
    const content = await makeDocument(sampleDocument(), 'pdf');
    const { texts, sizes } = await pagesOf(content);
    expect(sizes[0]).toEqual([595, 842]);
    expect(sizes).toContainEqual([842, 595]);
    expect(sizes.at(-1)).toEqual([595, 842]);
    for (const [at, text] of texts.entries()) expect(text).toContain(`—${at + 1}—`);
    expect(texts[0]).toContain('关于2027年政府工作报告目标任务落实情况的通报');
    expect(texts[0]).toContain('一、总体情况');
    expect(texts[0]).toContain('（一）分类情况');
    expect(texts.join('')).toContain('附件：1.全部事项一览');
    expect(texts.at(-1)).toContain('抄送：区委办公室。');
  });

  it('repeats the heads of a table on each of its pages, and tears no row', async () => {
    const content = await makeDocument(sampleDocument(), 'pdf');
    const { texts, sizes } = await pagesOf(content);
    const tables = texts.filter((_, at) => sizes[at]?.[0] === 842);
    expect(tables.length).toBeGreaterThan(2);
    for (const page of tables) expect(page).toContain('目标任务原文');
    for (let row = 1; row <= 60; row += 1) {
      const whole = `惠及居民2.3万户（第${row}页）`;
      expect(tables.filter((page) => page.includes(whole))).toHaveLength(1);
    }
  });

  it('says on every page that nobody signed it, as long as nobody did', async () => {
    const content = await makeDocument(sampleDocument(5, { draft: true }), 'pdf');
    for (const page of (await pagesOf(content)).texts) expect(page).toContain('送审稿，未经签发');
  });

  it('draws a letter with its number at the right and no number on its first page', async () => {
    const letter = sampleDocument(2, {
      head: { form: 'letter', issuer: '清江区人民政府办公室', office: null, day: null },
      annexes: [],
      copies: [],
      imprint: null,
    });
    const { texts } = await pagesOf(await makeDocument(letter, 'pdf'));
    expect(texts[0]).toContain('清江区人民政府办公室');
    expect(texts[0]).not.toContain('—1—');
  });

  it('reads no command in what is written', async () => {
    const trick = sampleDocument(1, { title: '#panic("x") $x$ *粗* \\ "引号" <label> @ref' });
    const { texts } = await pagesOf(await makeDocument(trick, 'pdf'));
    expect(texts[0]).toContain('#panic("x")$x$*粗*\\"引号"<label>@ref');
  });
});

describe('a document as docx', () => {
  it('names the faces an office has, keeps the type area and repeats heads', async () => {
    const content = await makeDocument(sampleDocument(3), 'docx');
    const xml = xmlOf(content, 'word/document.xml');
    for (const face of ['方正小标宋简体', '仿宋_GB2312', '黑体', '楷体_GB2312'])
      expect(xml).toContain(`w:eastAsia="${face}"`);
    // 37, 28, 26 and 35 mm in twentieths of a point.
    expect(xml).toMatch(/w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(xml).toContain('w:orient="landscape"');
    expect(xml).toContain('<w:tblHeader/>');
    expect(xml.match(/<w:cantSplit\/>/g)?.length).toBe(xml.match(/<w:tr>/g)?.length);
  });
});

describe('a document as a workbook', () => {
  it('has numbers to reckon with, heads on every printed page, and what each cell rests on', async () => {
    const content = await makeDocument(sampleDocument(3), 'xlsx');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(content as unknown as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['正文', '一览', '依据']);
    const sheet = book.getWorksheet('一览');
    expect(sheet?.pageSetup).toMatchObject({
      orientation: 'landscape',
      paperSize: 9,
      fitToWidth: 1,
      printTitlesRow: '3:4',
    });
    expect(sheet?.getCell('C6').value).toBe(45);
    expect(sheet?.getCell('D6').value).toBe(68.9);
    expect(sheet?.getCell('D6').numFmt).toBe('0.0"%"');
    expect(book.getWorksheet('依据')?.getRow(2).values).toContain('p0');
  });
});

describe('making documents', () => {
  it('goes on in a thread of its own, several at a time', async () => {
    const formats = ['pdf', 'docx', 'xlsx'] as const;
    const made = await Promise.all(formats.map((format) => madeDocument(sampleDocument(2), format)));
    expect(made.map(({ content }) => content.subarray(0, 2).toString('latin1'))).toEqual(['%P', 'PK', 'PK']);
    expect(made[0]?.type).toBe('application/pdf');
  });
});

describe('pages', () => {
  it('take the heading of a wide table along with it', () => {
    const { annexes } = sampleDocument(1);
    const table = annexes[0]?.body[0];
    if (table === undefined) throw new Error('no table');
    const body = [{ block: 'paragraph', runs: [] }, { block: 'heading', level: 1, words: '红灯事项' }, table] as const;
    const head = { form: 'document', issuer: '', office: null, day: null } as const;
    const parts = partsOf({ head, body });
    expect(partsOf({ head: null, body }).map(({ lie }) => lie)).toEqual([true]);
    expect(parts.map(({ lie, blocks }) => [lie, blocks.map(({ block }) => block)])).toEqual([
      [false, ['paragraph']],
      [true, ['heading', 'table']],
      [false, []],
    ]);
  });

  it('look for the office’s own fonts first', () => {
    expect(fontFolders('/fonts')[0]).toBe('/fonts');
    expect(fontFolders(undefined).every((folder) => folder.includes('noto-'))).toBe(true);
  });
});
