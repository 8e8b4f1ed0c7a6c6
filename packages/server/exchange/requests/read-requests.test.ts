import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readRequests } from './read-requests.ts';
import { fileOf, readAll, toyHeader, toyMapping, toyRow, wrong } from './toy-mapping.ts';

const csv = (...rows: string[]) => `${[toyHeader, ...rows].join('\n')}\n`;

describe('readRequests', () => {
  it('tells a request in our own terms', async () => {
    const [read] = await readAll(csv(toyRow({ title: '"井盖  破损，有危险"' })));
    expect(read).toEqual({
      row: 2,
      request: {
        number: '1',
        openedAt: Date.parse('2024-01-02T09:00+08:00'),
        dueAt: Date.parse('2024-01-03T09:00+08:00'),
        closedAt: Date.parse('2024-01-02T17:00+08:00'),
        status: 'closed',
        onTime: true,
        title: '井盖 破损，有危险',
        words: '井盖 破损，有危险',
        outcome: '',
        matter: ['市政', '井盖'],
        unit: '城管局',
        channel: null,
        address: '',
        point: { longitude: 0.5, latitude: 0.5 },
        fallbackPoint: false,
        areaLabel: 'A',
      },
    });
  });

  it('reads gzip, byte order marks, CRLF, columns in any order and columns it does not need', async () => {
    const reversed = csv(toyRow())
      .split('\n')
      .map((line) => `${line.split(',').reverse().join(',')},more`);
    const text = `\uFEFF${reversed.slice(0, 2).join('\r\n')}\r\n`;
    const [plain] = await readAll(csv(toyRow()));
    expect(await readAll(text)).toEqual([plain]);
    expect(await readAll(gzipSync(text))).toEqual([plain]);
  });

  it('gives empty cells as nothing, and a missing title as the narrowest matter', async () => {
    const [read] = await readAll(csv(toyRow({ due: '', flag: ' ', title: '', unit: '', x: '', y: '', area: ' ' })));
    expect(read).toMatchObject({
      request: { dueAt: null, onTime: null, title: '井盖', unit: null, point: null, areaLabel: null },
    });
  });

  it('keeps a fallback point and an unspecific area label off the map', async () => {
    const [read] = await readAll(csv(toyRow({ x: '1.000', y: '1', area: '全区' })));
    expect(read).toMatchObject({ request: { point: null, fallbackPoint: true, areaLabel: null } });
  });

  it('names row and column of everything wrong, and goes on', async () => {
    const rows = await readAll(
      csv(
        toyRow({ id: '', opened: 'soon' }),
        toyRow({ id: '2', status: 'constructor' }),
        toyRow({ id: '3', flag: 'maybe', x: '181' }),
        toyRow({ id: '4', closed: '2024-01-01 00:00' }),
        toyRow({ id: '5', closed: '' }),
        toyRow({ id: '6', status: '在办' }),
        toyRow({ id: '7', kind: '', item: '' }),
        toyRow({ id: '8', x: '' }),
        '9,too,short',
        toyRow({ id: '10' }),
      ),
    );
    expect(wrong(rows)).toEqual([
      '2:id',
      '2:opened',
      '3:status',
      '4:flag',
      '4:x',
      '5:closed',
      '6:closed',
      '7:closed',
      '8:kind',
      '9:x',
      '10:',
    ]);
    expect(rows.at(-1)).toMatchObject({ row: 11, request: { number: '10' } });
  });

  it('refuses a number that was there already, and says where', async () => {
    const rows = await readAll(csv(toyRow(), toyRow({ id: '2' }), toyRow()));
    expect(wrong(rows)).toEqual(['4:id']);
    expect(rows[2]).toMatchObject({ problems: [{ zh: expect.stringContaining('第 2 行') }] });
  });

  it('counts rows as a spreadsheet does: quoted line breaks within a row, blank lines as rows', async () => {
    const rows = await readAll(csv(toyRow({ title: '"two\nlines"' }), '', toyRow({ id: '2' })));
    expect(rows.map(({ row }) => row)).toEqual([2, 4]);
  });

  it('survives stray quotation marks, and tells where one never closes without losing what came before', async () => {
    const many = Array.from({ length: 100 }, (_, at) => toyRow({ id: `n${at}` }));
    const rows = await readAll(
      csv(toyRow({ title: '"井盖"破损' }), ...many, toyRow({ title: '"open' }), toyRow({ id: '3' })),
    );
    expect(rows.filter((read) => 'request' in read)).toHaveLength(101);
    expect(wrong(rows)).toEqual(['103:']);
  });

  it('refuses what is too long, cuts a long title, and brings words into the form that is stored', async () => {
    const rows = await readAll(
      csv(
        toyRow({ title: '😀'.repeat(250_000) }),
        toyRow({ id: '2', unit: 'a\u0000b\u202e' }),
        toyRow({ id: '3', title: '长'.repeat(300) }),
      ),
    );
    expect(wrong(rows)).toEqual(['2:title']);
    expect(rows[1]).toMatchObject({ request: { unit: 'ab' } });
    expect(rows[2]).toMatchObject({ request: { title: `${'长'.repeat(79)}…`, words: '长'.repeat(300) } });
  });

  it('refuses a file that is not UTF-8, not there, cut off or without its columns', async () => {
    const gbk = Buffer.concat([Buffer.from(`${toyHeader}\n`), Buffer.from([0xbe, 0xae, 0xb8, 0xc7])]);
    await expect(readAll(gbk)).rejects.toMatchObject({ code: 'import.encoding' });
    await expect(readAll(Buffer.from(csv(toyRow()), 'utf16le'))).rejects.toMatchObject({
      code: /^import\.(encoding|columns)$/,
    });
    await expect(readAll(gzipSync(csv(toyRow())).subarray(0, 60))).rejects.toMatchObject({ code: 'import.unreadable' });
    await expect(readAll('id,opened\n1,2\n')).rejects.toMatchObject({ code: 'import.columns' });
    await expect(readAll('')).rejects.toMatchObject({ code: 'import.columns' });
    const missing = readRequests('/nowhere/requests.csv', toyMapping);
    await expect(missing.next()).rejects.toMatchObject({ code: 'import.fileMissing' });
    const folder = readRequests((await fileOf('')).replace(/\/[^/]*$/, ''), toyMapping);
    await expect(folder.next()).rejects.toMatchObject({ code: /^import\.(fileMissing|unreadable)$/ });
  });
});
