import { PassThrough, Writable } from 'node:stream';
import { zipFile } from '@huying/testing/archive';
import { type CityDistrict, cityDistrict, cityTicket } from '@huying/testing/city';
import { testDatabase } from '@huying/testing/database';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signMessage } from '../index.ts';
import { ticketColumns } from './columns.ts';
import { importTickets } from './import-tickets.ts';
import { secretBytes } from './partner-key.ts';
import { theCity } from './receive-ticket.ts';
import { unpackZip } from './unpack-zip.ts';
import { writeReplies } from './write-replies.ts';

const db = await testDatabase();
let here: CityDistrict;
let count = 0;
const nextNumber = () => `SZW${String(++count).padStart(6, '0')}`;

beforeAll(async () => {
  here = await cityDistrict(db);
});
afterAll(() => here.close());

/** A workbook as the city exports it: wall-clock times, yes and no in Chinese. */
async function workbook(
  rows: readonly Readonly<Record<string, unknown>>[],
  headers = ticketColumns.map(({ header }) => header),
): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('工单');
  sheet.addRow(headers);
  for (const row of rows) sheet.addRow(headers.map((header) => row[header] ?? null));
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** The cells of a ticket by their headers. */
function cells(number: string, change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const ticket: Readonly<Record<string, unknown>> = { ...cityTicket(number) };
  const row = Object.fromEntries(ticketColumns.map(({ name, header }) => [header, ticket[name] ?? null]));
  return {
    ...row,
    受理时间: '2026-07-01 08:30:00',
    办理时限: new Date('2026-07-08T18:00:00Z'),
    要求保密: '否',
    ...change,
  };
}

const take = (bytes: Buffer) => importTickets(here.services, here.district.as('shiftLeader'), bytes);
const caseOf = async (number: string) =>
  (
    await db.pool.query<{ data: Record<string, unknown> }>('select data from case_record where external_number = $1', [
      number,
    ])
  ).rows;

describe('a workbook of the city', () => {
  it('opens a case for each row, with wall-clock times as those of the district, and again nothing', async () => {
    const numbers = [nextNumber(), nextNumber(), nextNumber()];
    const bytes = await workbook(numbers.map((number) => cells(number)));
    const report = { read: 3, opened: 3, repeated: 0, noted: 0, refused: 0, problems: [], problemCount: 0 };
    expect(await take(bytes)).toEqual(report);
    expect(await take(bytes)).toEqual({ ...report, opened: 0, repeated: 3 });
    const [one] = await caseOf(numbers[0] ?? '');
    expect(one?.data).toMatchObject({ cityDue: Date.parse('2026-07-08T18:00:00+08:00'), confidential: false });
  });

  it('and the same ticket by JSON are one ticket', async () => {
    const number = nextNumber();
    await here.city.sendTickets(cityTicket(number));
    const report = await take(await workbook([cells(number, { 要求保密: null, 联系电话: 13_800_138_000 })]));
    expect(report).toMatchObject({ opened: 0, repeated: 1, noted: 0 });
    expect(await caseOf(number)).toHaveLength(1);
  });

  it('tells what is wrong by row and cell, and takes the rows that are right', async () => {
    const good = nextNumber();
    const report = await take(
      await workbook([
        cells(nextNumber(), { 标题: null }),
        cells(good),
        cells(nextNumber(), { 办理时限: '下周三', 经度: '东边' }),
        cells(nextNumber(), { 诉求类型: '表扬' }),
        cells('编号有误'),
        cells(nextNumber(), { 联系电话: '12345' }),
        cells(nextNumber(), { 要求保密: '也许' }),
      ]),
    );
    expect(report).toMatchObject({ read: 7, opened: 1, refused: 6, problemCount: 7 });
    expect(report.problems.map(({ row, cell }) => [row, cell])).toEqual([
      [2, 'B2'],
      [4, 'H4'],
      [4, 'N4'],
      [5, 'D5'],
      [6, 'A6'],
      [7, 'K7'],
      [8, 'L8'],
    ]);
    for (const problem of report.problems) {
      expect(problem.zh).toMatch(/\p{Script=Han}/u);
      expect(problem.en).not.toMatch(/^$/);
    }
    expect(await caseOf(good)).toHaveLength(1);
  });

  it('in which cells hold formulas, errors or shared formulas is refused cell by cell', async () => {
    const report = await take(
      await workbook([
        cells(nextNumber(), { 标题: { formula: 'HYPERLINK("http://evil","x")', result: '看似标题' } }),
        cells(nextNumber(), { 诉求内容: { error: '#REF!' } }),
        cells(nextNumber(), { 经度: { formula: '1+1', result: 2 } }),
      ]),
    );
    expect(report).toMatchObject({ read: 3, opened: 0, refused: 3 });
    expect(report.problems.map(({ cell }) => cell)).toEqual(['B2', 'C3', 'H4']);
  });

  it('reads rich text, links and numbers as the words they show', async () => {
    const number = nextNumber();
    await take(
      await workbook([
        cells(number, {
          标题: { richText: [{ text: '井盖' }, { font: { bold: true }, text: '响动' }] },
          地址: { text: '人民路 12 号', hyperlink: 'http://example.org' },
        }),
      ]),
    );
    expect((await caseOf(number))[0]?.data).toMatchObject({ title: '井盖响动', place: { address: '人民路 12 号' } });
  });

  it('may have its columns in any order and more of them, and blank rows', async () => {
    const number = nextNumber();
    const headers = ['备注', ...ticketColumns.map(({ header }) => header).reverse()];
    expect(await take(await workbook([{}, { ...cells(number), 备注: '无' }, {}], headers))).toMatchObject({
      read: 1,
      opened: 1,
    });
  });

  it('comes through the signed door as well', async () => {
    const body = await workbook([cells(nextNumber())]);
    const secret = secretBytes(here.key.secret);
    // The bytes are signed as they are.
    const { createHmac } = await import('node:crypto');
    const signed = signMessage([secret], 'book-1', here.services.now(), '');
    const digest = createHmac('sha256', secret)
      .update(`book-1.${signed['webhook-timestamp']}.`)
      .update(body)
      .digest('base64');
    const response = await fetch(`${here.doors}/exchange/city/tickets`, {
      method: 'POST',
      body: new Uint8Array(body),
      headers: {
        'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        authorization: `Bearer ${here.key.key}`,
        ...signed,
        'webhook-signature': `v1,${digest}`,
      },
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ read: 1, opened: 1 });
  });
});

describe('a hostile workbook', () => {
  const refused = async (bytes: Buffer, code: string) => {
    const began = performance.now();
    await expect(take(bytes)).rejects.toMatchObject({ code });
    expect(performance.now() - began).toBeLessThan(10_000);
  };

  it('that is none is refused', async () => {
    await refused(Buffer.from('<html>不是表格</html>'), 'exchange.workbook');
    await refused(Buffer.alloc(0), 'exchange.workbook');
    await refused(Buffer.from('PK\u0005\u0006'.padEnd(22, '\0'), 'latin1'), 'exchange.workbook');
    await refused(zipFile([{ name: 'a.txt', content: 'a' }]), 'exchange.workbook');
    const whole = await workbook([cells(nextNumber())]);
    await refused(whole.subarray(0, whole.length / 2), 'exchange.workbook');
  });

  it('that unpacks to a gigabyte is refused before it is read', async () => {
    const big = Buffer.alloc(100 * 1_048_576, 0x20);
    await refused(zipFile([{ name: 'xl/sharedStrings.xml', content: big, claimed: 10 }]), 'exchange.workbookTooLarge');
  });

  it('with a part that stands there twice, or is encrypted, is refused', async () => {
    const part = { name: 'xl/workbook.xml', content: '<workbook/>' };
    await refused(zipFile([part, part]), 'exchange.workbook');
    await refused(zipFile([{ name: 'xl/workbook.xml', content: '<workbook/>', flags: 1 }]), 'exchange.workbook');
  });

  it('with a million rows is refused before they are read', async () => {
    const header = ticketColumns.map(({ header: text }) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('');
    const sheet = `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">${header}</row>${'<row><c t="inlineStr"><is><t>x</t></is></c></row>'.repeat(1_000_000)}</sheetData></worksheet>`;
    const book = `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`;
    const rels = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`;
    await refused(
      zipFile([
        { name: 'xl/workbook.xml', content: book },
        { name: 'xl/_rels/workbook.xml.rels', content: rels },
        { name: 'xl/worksheets/sheet1.xml', content: sheet },
      ]),
      'exchange.workbookTooLarge',
    );
  }, 60_000);

  it('with merges and validations over every cell is read as the cells it has', async () => {
    const book = await workbook([cells(nextNumber())]);
    const everywhere =
      '<mergeCells count="1"><mergeCell ref="A3:XFD1048576"/></mergeCells><dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations>';
    const parts = unpackZip(
      book,
      () => true,
      10_000_000,
      () => new Error() as never,
    );
    const changed = [...parts].map(([name, content]) => ({
      name,
      content: name.includes('sheet1.xml')
        ? content.toString().replace('</sheetData>', `</sheetData>${everywhere}`)
        : content,
    }));
    const began = performance.now();
    expect(await take(zipFile(changed))).toMatchObject({ read: 1, opened: 1 });
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('without the columns is told which are missing or there twice', async () => {
    await expect(take(await workbook([], ['标题', '标题', '诉求内容']))).rejects.toMatchObject({
      code: 'exchange.workbookColumns',
      params: { columns: '市平台编号、诉求类型、诉求分类、受理时间、办理时限、标题' },
    });
  });
});

describe('the workbook of replies', () => {
  const written = async (who: 'shiftLeader' | 'waterClerk', from: number, until: number) => {
    const out = new PassThrough();
    const chunks: Buffer[] = [];
    const sink = new Writable({
      write(chunk, _encoding, done) {
        chunks.push(chunk);
        done();
      },
    });
    out.pipe(sink);
    const count = await writeReplies(here.services, here.district.as(who), { from, until }, out);
    await new Promise((resolve) => (sink.writableFinished ? resolve(undefined) : sink.once('finish', resolve)));
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.concat(chunks) as never);
    return { count, rows: book.worksheets[0]?.getSheetValues().slice(1) as unknown[][] };
  };

  it('holds what went out in the period, as words and never as formulas', async () => {
    const number = nextNumber();
    await here.city.sendTickets(cityTicket(number));
    const { rows } = await db.pool.query('select id from case_record where external_number = $1', [number]);
    const from = here.services.now();
    await here.district.act('shiftLeader', rows[0], 'returnToCity', { answer: '=HYPERLINK("http://evil")' });
    const sender = here.sender();
    await sender.sendDue();
    await sender.stop();
    const book = await written('shiftLeader', from, from + 1);
    expect(book.count).toBe(1);
    expect(book.rows[1]?.slice(1, 6)).toEqual([
      number,
      expect.stringMatching(/^HX-/),
      '退单',
      undefined,
      '=HYPERLINK("http://evil")',
    ]);
    expect((await written('shiftLeader', from + 1, from + 2)).count).toBe(0);
  });

  it('tells until when the city is asked for more time, by the wall clock, and why', async () => {
    const number = nextNumber();
    await here.city.sendTickets(cityTicket(number));
    const { rows } = await db.pool.query('select id from case_record where external_number = $1', [number]);
    const { district } = here;
    await district.act('acceptor', rows[0], 'file', { matter: '01002', condition: '01002-2' });
    await district.act('dispatcher', rows[0], 'dispatch', { unit: district.units.water, dispatchReason: '三定方案' });
    await district.act('waterClerk', rows[0], 'sign');
    await district.act('waterClerk', rows[0], 'askExtension', { days: 9, reason: '井盖缺货' });
    const from = here.services.now();
    const until = Date.parse('2026-12-01T18:00:00+08:00');
    await district.act('dispatcher', rows[0], 'askCity', { until, reason: '需采购井盖' });
    const sender = here.sender();
    await sender.sendDue();
    await sender.stop();
    const [header = [], ...lines] = (await written('shiftLeader', from, from + 1)).rows;
    const asked = lines.find((line) => line[1] === number && line[3] === '延期申请') ?? [];
    expect(asked[header.indexOf('延期至')]).toBe('2026-12-01 18:00:00');
    expect(asked[header.indexOf('延期理由')]).toBe('需采购井盖');
  });
});

describe('a workbook brought by somebody', () => {
  it('is taken from posts that see the whole district and from the city, and from nobody else', async () => {
    const bytes = await workbook([]);
    const denied = { code: 'access.denied' };
    for (const who of ['operator', 'acceptor', 'shiftLeader', 'system'] as const) {
      await expect(importTickets(here.services, here.district.as(who), bytes)).resolves.toMatchObject({ read: 0 });
    }
    await expect(importTickets(here.services, { tenant: '440199', actor: theCity }, bytes)).resolves.toBeDefined();
    for (const who of ['eastOperator', 'waterHead', 'systemAdmin', 'pipesHandler'] as const) {
      await expect(importTickets(here.services, here.district.as(who), bytes)).rejects.toMatchObject(denied);
    }
    const elsewhere = { ...here.district.as('shiftLeader'), tenant: '440198' };
    await expect(importTickets(here.services, elsewhere, bytes)).rejects.toMatchObject(denied);
    const nobody = { kind: 'public', account: null, post: null, name: '' } as const;
    await expect(importTickets(here.services, { tenant: '440199', actor: nobody }, bytes)).rejects.toMatchObject(
      denied,
    );
    await expect(
      writeReplies(here.services, here.district.as('waterClerk'), { from: 0, until: 1 }, new PassThrough()),
    ).rejects.toMatchObject(denied);
  });
});
