import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pdfFile, wordReport } from '@huying/testing/paper';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const main = path.join(import.meta.dirname, 'main.ts');

interface Told {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

let folder = '';
const fileNamed = (name: string) => path.join(folder, name);

function read(args: readonly string[], { lang = 'C', input = '', colour = false } = {}): Promise<Told> {
  const { FORCE_COLOR: _forced, NO_COLOR: _none, ...outer } = process.env;
  const env = {
    ...outer,
    LANG: lang,
    LC_ALL: '',
    LC_MESSAGES: '',
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    ...(colour ? { FORCE_COLOR: '1' } : {}),
  };
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [main, 'read', ...args], { env, cwd: '/' });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      out += piece;
    });
    child.stderr.setEncoding('utf8').on('data', (piece: string) => {
      err += piece;
    });
    child.on('close', (code) => resolve({ code: code ?? 0, out, err }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

const report = `2023年青溪区政府工作报告

——2023年2月8日在青溪区第八届人民代表大会第三次会议上

青溪区人民政府区长　林一

各位代表：

　　现在，我代表区人民政府，向大会报告工作，请予审议。

一、2022年工作回顾

　　地区生产总值增长4.1%，一般公共预算收入52.3亿元，增长3.2%。新增公园12个，其中社区公园5个、口袋公园7个。
　　我们也清醒看到，发展中还存在一些困难和问题：一是产业基础不够牢固，企业成本较高。二是老旧小区设施欠账较多，群众反映集中。

二、2023年工作安排

　　今年经济社会发展的主要预期目标是：地区生产总值增长6%左右，一般公共预算收入增长5%以上，城镇登记失业率控制在3.5%以内。
　　年底前完成老旧小区改造40个，新增公办学位不少于3000个。
`;

const nextYear = `2024年青溪区政府工作报告

——2024年1月30日在青溪区第八届人民代表大会第四次会议上

各位代表：

　　现在，我代表区人民政府，向大会报告工作，请予审议。

一、2023年工作回顾

　　地区生产总值增长6.2%，一般公共预算收入增长4.1%。完成老旧小区改造46个。

二、2024年工作安排

　　今年的主要预期目标是：地区生产总值增长5.5%左右。
`;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'huying-read-'));
  const paragraph = (line: string) => `<w:p><w:r><w:t xml:space="preserve">${line}</w:t></w:r></w:p>`;
  await Promise.all([
    writeFile(fileNamed('2023.txt'), report),
    writeFile(fileNamed('2024.txt'), nextYear),
    writeFile(fileNamed('2023.docx'), wordReport(report.trim().split('\n').map(paragraph).join(''))),
    writeFile(fileNamed('scan.pdf'), pdfFile([{ texts: [], picture: true }])),
    writeFile(fileNamed('novel.txt'), '“你来了。”他说。雨还在下，灯已经灭了。\n“我来了。”她说，把伞放在门边。\n'),
    writeFile(fileNamed('empty.txt'), ''),
    writeFile(fileNamed('large.txt'), Buffer.alloc(101 * 1024 * 1024, 'a')),
  ]);
});

afterAll(() => rm(folder, { recursive: true }));

describe('huying read', () => {
  it('outlines a report without a database: who, the parts, problems, targets with their lines', async () => {
    const { code, out, err } = await read([fileNamed('2023.txt')], { lang: 'zh_CN.UTF-8' });
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^2023年青溪区政府工作报告\n/);
    expect(out).toMatch(/日期 +2023-02-08\n/);
    expect(out).toMatch(/存在问题 +2\n/);
    expect(out).toMatch(/ 18 +\S*生产总值\S* +≈6% +增速/);
    expect(out).toMatch(/ 19 +\S*老旧小区\S* +40个 +新增 +2023-12-31/);
    expect(out).not.toContain('\u001b');
  });

  it('is whole in English, but for the words of the report', async () => {
    const { out } = await read([fileNamed('2023.txt')]);
    const ours = out.split('\n').filter((line) => !/^\s*\d+ |青溪|工作|代表大会|林一/.test(line));
    expect(ours.join('\n')).not.toMatch(/\p{Script=Han}/u);
    expect(out).toMatch(/date +2023-02-08/);
  });

  it('colours what goes to a terminal, or where colour is asked for', async () => {
    expect((await read([fileNamed('2023.txt')], { colour: true })).out).toContain('\u001b[1m2023年');
  });

  it('gives each numeric target as a line of JSON whose quote stands at its place', async () => {
    const { out } = await read([fileNamed('2023.txt'), '--targets']);
    const lines = out
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toHaveLength(5);
    const characters = [...report];
    for (const line of lines) {
      const { quote, start } = line as { quote: string; start: number };
      expect(characters.slice(start, start + [...quote].length).join('')).toBe(quote);
    }
    expect(lines[0]).toMatchObject({ value: 6, unit: '%', comparator: '~', kind: 'growth', deadline: null });
    expect(Object.keys(lines[0] as object)).toEqual([
      'quote',
      'start',
      'metric',
      'value',
      'unit',
      'comparator',
      'kind',
      'deadline',
    ]);
  });

  it('reads Word as the text it prints', async () => {
    const text = (await read([fileNamed('2023.docx'), '--text'])).out;
    expect(text).toBe(report);
    const [fromWord, fromText] = await Promise.all([
      read([fileNamed('2023.docx'), '--targets']),
      read([fileNamed('2023.txt'), '--targets']),
    ]);
    expect(fromWord.out).toBe(fromText.out);
  });

  it('reads standard input', async () => {
    const { out } = await read(['-', '--json'], { input: report });
    expect(JSON.parse(out)).toMatchObject({
      file: '-',
      format: 'text',
      likeness: { kind: 'report' },
      about: { year: 2023 },
    });
  });

  it('shows the arithmetic of each check, with its places', async () => {
    const { out } = await read([fileNamed('2023.txt'), '--check']);
    expect(out).toMatch(/✓ sum holds +line 13 @\d+ +5 \+ 7 = 12个/);
    const { out: json } = await read([fileNamed('2023.txt'), '--check', '--json']);
    expect(JSON.parse(json)).toMatchObject({ findings: [{ code: 'sumHolds', params: { total: 12 } }] });
  });

  it('holds what was promised against what the next report answers', async () => {
    const { code, out } = await read(['--compare', fileNamed('2023.txt'), fileNamed('2024.txt')]);
    expect(code).toBe(0);
    expect(out).toMatch(/met +\d+ +\S*生产总值\S* +≈6% +\d+ +\S*6\.2%/);
    expect(out).toMatch(/missed +\d+ +\S*公共预算收入\S* +≥5% +\d+ +\S*4\.1%/);
    expect(out).toMatch(/not mentioned +\d+ +\S*失业率/);
    const { out: json } = await read(['--compare', fileNamed('2023.txt'), fileNamed('2024.txt'), '--json']);
    expect(JSON.parse(json)).toMatchObject({ counts: { met: 2, missed: 1, notMentioned: 2, unclear: 0 } });
  });
});

describe('huying read of what is no report', () => {
  it('says so, on what grounds, and what it recognised, and is no failure', async () => {
    const { code, out } = await read([fileNamed('novel.txt')]);
    expect(code).toBe(0);
    expect(out).toMatch(/^This is not a government work report \(likeness [\d.]+\)\.\nAgainst it: .+\n/);
    expect(out).toMatch(/Recognised: \d+ sentences/);
  });

  it('lists no targets of it, and says why where people look and programs do not', async () => {
    const { code, out, err } = await read([fileNamed('novel.txt'), '--targets'], { lang: 'zh_CN.UTF-8' });
    expect([code, out]).toEqual([0, '']);
    expect(err).toMatch(/^这不是政府工作报告/);
  });
});

describe('huying read refuses, with what to do now', () => {
  it.each([
    ['scan.pdf', 'reader.scan'],
    ['empty.txt', 'reader.empty'],
    ['large.txt', 'reader.tooLarge'],
    ['missing.txt', 'import.fileMissing'],
  ])('%s', async (name, code) => {
    const told = await read([fileNamed(name), '--json']);
    expect([told.code, told.out]).toEqual([1, '']);
    expect(JSON.parse(told.err)).toMatchObject({ code });
  });

  it('in the language of the reader', async () => {
    const { err } = await read([fileNamed('scan.pdf')], { lang: 'zh_CN.UTF-8' });
    expect(err).toMatch(/^这份 PDF 没有文字层：共 1 页/);
  });

  it.each([[[]], [['--compare', 'one.txt']], [['--compare', 'a', 'b', 'c']]])(
    'a command without its files: %j',
    async (args) => {
      expect((await read(args)).code).toBe(2);
    },
  );

  it('teaches with an example to copy', async () => {
    const { code, out } = await read(['--help', '--lang', 'zh']);
    expect(code).toBe(0);
    expect(out).toMatch(/示例：\n.*huying read/s);
  });
});
