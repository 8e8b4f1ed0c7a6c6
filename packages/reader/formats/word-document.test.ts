import { zipFile } from '@huying/testing/archive';
import { type WordParts, wordReport } from '@huying/testing/paper';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openBytes, Unreadable } from './index.ts';

const p = (text: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const listed = (text: string, level: number, use = 1) =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${use}"/></w:numPr>`);
const cell = (...lines: string[]) => `<w:tc><w:tcPr/>${lines.map((line) => p(line)).join('')}</w:tc>`;
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

const numbering = `<w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(
  2,
  'decimal',
  '%3.',
)}${level(3, 'decimal', '%3.%4')}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:abstractNum w:abstractNumId="8">${level(0, 'bullet', '\uf06c')}</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>`;

async function linesOf(body: string, parts: WordParts = {}): Promise<string[]> {
  return (await openBytes(wordReport(body, parts))).text.trimEnd().split('\n');
}

describe('a Word document', () => {
  it('gives a line for each paragraph, its runs together, tabs and breaks kept', async () => {
    const body =
      '<w:p><w:r><w:t>政府工作</w:t></w:r><w:r><w:t>报告</w:t><w:br/><w:t>二月</w:t><w:tab/><w:t>一日</w:t></w:r></w:p>';
    expect(await linesOf(body + p('各位代表：'))).toEqual(['政府工作报告', '二月\t一日', '各位代表：']);
  });

  it('writes out the numbers that Word makes, level by level', async () => {
    const body =
      listed('回顾', 0) +
      listed('经济', 1) +
      listed('工业', 2) +
      listed('其一', 3) +
      listed('服务业', 2) +
      listed('民生', 1) +
      listed('就业', 2) +
      listed('安排', 0);
    expect(await linesOf(body, { numbering })).toEqual([
      '一、回顾',
      '（一）经济',
      '1.工业',
      '1.1 其一',
      '2.服务业',
      '（二）民生',
      '1.就业',
      '二、安排',
    ]);
  });

  it('starts a list anew where the document says so, and else goes on', async () => {
    const body = listed('甲', 0) + p('正文') + listed('乙', 0) + listed('丙', 0, 2);
    expect(await linesOf(body, { numbering })).toEqual(['一、甲', '正文', '二、乙', '一、丙']);
  });

  it('sets nothing for bullets, and nothing where a paragraph takes its number away', async () => {
    const none = '<w:pStyle w:val="H"/><w:numPr><w:numId w:val="0"/></w:numPr>';
    expect(await linesOf(listed('点', 0, 3) + p('无', none), { numbering })).toEqual(['点', '无']);
  });

  it('numbers by style, at the level that belongs to the style', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="H"><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="H"/></w:style>';
    const own = `<w:abstractNum w:abstractNumId="9">${level(0, 'chineseCounting', '第%1章')}${level(1, 'decimal', '第%2节', '<w:pStyle w:val="H"/>')}</w:abstractNum><w:num w:numId="4"><w:abstractNumId w:val="9"/></w:num>`;
    const body = p('总则', '<w:pStyle w:val="H"/>') + p('细则', '<w:pStyle w:val="Sub"/>');
    expect(await linesOf(body, { numbering: own, styles })).toEqual(['第1节 总则', '第2节 细则']);
  });

  it('leaves tracked deletions out, takes insertions in, and says so', async () => {
    const body =
      '<w:p><w:r><w:t>增长</w:t></w:r><w:del><w:r><w:delText>6%</w:delText><w:t>旧</w:t></w:r></w:del><w:ins><w:r><w:t>5%</w:t></w:r></w:ins></w:p>';
    const { text, notes } = await openBytes(wordReport(body));
    expect(text).toBe('增长5%\n');
    expect(notes).toEqual([
      { code: 'deletions', count: 1 },
      { code: 'insertions', count: 1 },
    ]);
  });

  it('goes on in the same line where the end of a paragraph was deleted', async () => {
    expect(await linesOf(p('上半', '<w:rPr><w:del/></w:rPr>') + p('下半'))).toEqual(['上半下半']);
  });

  it('gives a table row by row, a cell broken by a narrow column in one word', async () => {
    const table = `<w:tbl>${row(cell('序号'), cell('民生', '领域'), cell('具体内容'))}${row(cell('1'), cell('就业保障'), cell('（1）新增就业1万人。', '（2）培训500人次。'))}</w:tbl>`;
    expect(await linesOf(p('附件') + table + p('完'))).toEqual([
      '附件',
      '序号 | 民生领域 | 具体内容',
      '1 | 就业保障 | （1）新增就业1万人。 （2）培训500人次。',
      '完',
    ]);
  });

  it('lets a deleted row go, and a table of one column be paragraphs', async () => {
    const gone = '<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>旧行</w:t></w:r></w:p></w:tc></w:tr>';
    expect(await linesOf(`<w:tbl>${gone}${row(cell('第一段', '第二段'))}</w:tbl>`)).toEqual(['第一段', '第二段']);
  });

  it('sets a text box after its paragraph, once, and notes at the end', async () => {
    const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`;
    const body = `<w:p><w:r><w:t>正文</w:t><mc:AlternateContent><mc:Choice>${box('图框')}</mc:Choice><mc:Fallback>${box('图框')}</mc:Fallback></mc:AlternateContent><w:footnoteReference w:id="2"/></w:r></w:p>${p('下段')}`;
    const footnotes = `<w:footnote w:id="2">${p('六稳：指稳就业等。')}</w:footnote>`;
    expect(await linesOf(body, { footnotes })).toEqual(['正文', '图框', '下段', '六稳：指稳就业等。']);
  });

  it('leaves out hidden words, codes of fields and glosses above characters', async () => {
    const body =
      '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:ruby><w:rt><w:r><w:t>fā</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>发</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>';
    expect(await linesOf(body)).toEqual(['发']);
  });
});

describe('an archive that is no Word document', () => {
  it.each([
    ['xl/workbook.xml', 'xlsx'],
    ['ppt/presentation.xml', 'pptx'],
    ['OFD.xml', 'ofd'],
    ['report.txt', 'zip'],
  ])('with %s is named', async (name, kind) => {
    await expect(openBytes(new Uint8Array(zipFile([{ name, content: 'x' }])))).rejects.toMatchObject({
      code: 'reader.format',
      params: { kind },
    });
  });

  it.each([
    ['claims to unpack to a gigabyte', { claimed: 1 << 30 }, 'reader.tooLarge'],
    ['unpacks to more than it claims', { claimed: 10 }, 'reader.damaged'],
    ['unpacks to less than it claims', { claimed: 4_000_000 }, 'reader.damaged'],
    ['is encrypted', { flags: 1 }, 'reader.locked'],
  ])('%s', async (_what, trick, code) => {
    const content = `<w:document><w:body>${p('字').repeat(5_000)}</w:body></w:document>`;
    const bytes = new Uint8Array(zipFile([{ name: 'word/document.xml', content, ...trick }]));
    await expect(openBytes(bytes)).rejects.toMatchObject({ code });
  });

  it('nested without end is refused, not followed', async () => {
    const deep = '<w:sdt>'.repeat(200_000);
    await expect(openBytes(wordReport(deep))).rejects.toMatchObject({ code: 'reader.damaged' });
  });

  it('a hundred thousand rows take no stack', async () => {
    const body = `<w:tbl>${row(cell('1'), cell('事项')).repeat(100_000)}</w:tbl>`;
    expect(await linesOf(body)).toHaveLength(100_000);
  });
});

describe('a compound file', () => {
  /** Header, then a directory of one sector with these entries. */
  function compound(...names: string[]): Uint8Array {
    const bytes = Buffer.alloc(512 + 128 * (names.length + 1));
    Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
    ['Root Entry', ...names].forEach((name, at) => {
      const entry = 512 + 128 * at;
      bytes.write(name, entry, 'utf16le');
      bytes.writeUInt16LE((name.length + 1) * 2, entry + 64);
      bytes.writeUInt8(at === 0 ? 5 : 2, entry + 66);
    });
    return new Uint8Array(bytes);
  }

  it('that wraps an encrypted document is locked', async () => {
    await expect(openBytes(compound('EncryptionInfo', 'EncryptedPackage'))).rejects.toMatchObject({
      code: 'reader.locked',
    });
  });
  it.each([
    ['WordDocument', 'doc'],
    ['Workbook', 'xls'],
    ['Something', 'compound'],
  ])('with %s is named', async (name, kind) => {
    await expect(openBytes(compound(name))).rejects.toMatchObject({ code: 'reader.format', params: { kind } });
  });
});

it('a Word document cut off or changed anywhere is refused or read, and nothing else', async () => {
  const whole = wordReport(`${listed('回顾', 0)}<w:tbl>${row(cell('1'), cell('事项'))}</w:tbl>`, { numbering });
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
    { numRuns: 500 },
  );
});
