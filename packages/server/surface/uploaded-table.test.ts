import ExcelJS from 'exceljs';
import type { FastifyRequest } from 'fastify';
import { describe, expect, it } from 'vitest';
import { uploadedTable } from './uploaded-table.ts';

const upload = (bytes: Uint8Array) =>
  ({
    isMultipart: () => true,
    file: async () => ({ toBuffer: async () => Buffer.from(bytes) }),
  }) as unknown as FastifyRequest;
const code = (bytes: Uint8Array) =>
  uploadedTable(upload(bytes)).then(
    () => 'read',
    (error: { code: string }) => error.code,
  );

describe('an uploaded table', () => {
  it('is the first sheet of a workbook, its cells as texts, its rows where they stand', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('点位');
    sheet.getRow(1).values = ['点位名称', '经度', '完成时限'];
    sheet.getRow(3).values = ['柳园1栋', 113.2025, new Date('2027-06-30T00:00:00Z')];
    sheet.getCell('D3').value = { richText: [{ text: '加装' }, { text: '电梯' }] };
    const table = await uploadedTable(upload(new Uint8Array(await book.xlsx.writeBuffer())));
    expect(table).toEqual([['点位名称', '经度', '完成时限'], [], ['柳园1栋', '113.2025', '2027-06-30', '加装电梯']]);
  });

  it('or a csv in UTF-8, with or without its mark', async () => {
    const told = new TextEncoder().encode('\uFEFF点位名称\n"No. 1, 柳园"\n');
    expect(await uploadedTable(upload(told))).toEqual([['点位名称'], ['No. 1, 柳园']]);
  });

  it('that is neither is refused, and so is an empty one', async () => {
    expect(await code(new TextEncoder().encode('"open'))).toBe('vote.csv');
    expect(await code(new TextEncoder().encode('PK\u0003\u0004 not an archive'))).toMatch(/^(exchange|file)\./);
    expect(await code(new Uint8Array())).toBe('file.empty');
    const plain = { isMultipart: () => false } as unknown as FastifyRequest;
    await expect(uploadedTable(plain)).rejects.toMatchObject({ code: 'request.mediaType' });
  });
});
