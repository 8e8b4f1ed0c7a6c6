import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openBytes, Unreadable } from './index.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
async function linesOf(body: string): Promise<string[]> {
  const page = `<!DOCTYPE html><html><head><title>题</title></head><body>${body}</body></html>`;
  return (await openBytes(bytesOf(page))).text.trimEnd().split('\n');
}

describe('a web page', () => {
  it('gives a line for each block and each break, spaces as a reader sees them', async () => {
    expect(
      await linesOf(
        '<h1>政府工作\n  报告</h1><p>　　各位<b>代表</b>：<br>第&nbsp;1&nbsp;期<div>一、回顾<p>二、&#23433;排',
      ),
    ).toEqual(['政府工作 报告', '　　各位代表：', '第\u00a01\u00a0期', '一、回顾', '二、安排']);
  });

  it('leaves out programs, styles, what is hidden, and glosses above characters', async () => {
    const body =
      '<script>alert("1")</script><style>p{}</style><p style="color:red; display: none">藏</p><p hidden>藏</p><p><ruby>发<rp>(</rp><rt>fā</rt><rp>)</rp></ruby>展</p>';
    expect(await linesOf(body)).toEqual(['发展']);
  });

  it('gives a table row by row, and a page laid out in a table as it reads', async () => {
    const table = '<table><tr><th>序号<th>事项</tr><tr><td>1<td>就业</tr></table>';
    expect(await linesOf(table)).toEqual(['序号 | 事项', '1 | 就业']);
    const long = `<p>${'全区经济稳中有进。'.repeat(400)}</p>`;
    expect(await linesOf(`<table><tr><td>导航</td><td>${long}${table}<p>完</p></td></tr></table>`)).toEqual([
      '导航',
      '全区经济稳中有进。'.repeat(400),
      '序号 | 事项',
      '1 | 就业',
      '完',
    ]);
  });

  it('writes the numbers of ordered lists', async () => {
    expect(await linesOf('<ol start=3><li>甲<li>乙</ol><ul><li>丙</ul>')).toEqual(['3.甲', '4.乙', '丙']);
  });

  it('is read in the encoding it names, unless its bytes say otherwise', async () => {
    const gbk = [0xd5, 0xfe, 0xb8, 0xae, 0xb9, 0xa4, 0xd7, 0xf7, 0xb1, 0xa8, 0xb8, 0xe6];
    const page = (charset: string) =>
      new Uint8Array([...bytesOf(`<html><meta charset="${charset}"><p>`), ...gbk, ...bytesOf('</p></html>')]);
    expect(await openBytes(page('gb2312'))).toMatchObject({ text: '政府工作报告\n', encoding: 'gbk', notes: [] });
    expect(await openBytes(page('utf-8'))).toMatchObject({
      text: '政府工作报告\n',
      encoding: 'gb18030',
      notes: [{ code: 'encodingDiffers', count: 1 }],
    });
  });

  it('is known by its tags where it does not say html', async () => {
    const piece = '<p>一、回顾</p><p>二、安排</p><p>三、结语</p>';
    expect((await openBytes(bytesOf(piece))).format).toBe('html');
    expect((await openBytes(bytesOf('增速<5%，降幅>3%。'))).format).toBe('text');
  });

  it('nested without end is refused, not followed', async () => {
    await expect(openBytes(bytesOf('<html>'.padEnd(1_000_000, '<b>')))).rejects.toMatchObject({
      code: 'reader.damaged',
    });
  });

  it('cut off or made of any tags is read or refused, and nothing else', async () => {
    const tag = fc.constantFrom(
      '<table>',
      '<tr>',
      '<td>',
      '</td>',
      '</tr>',
      '</table>',
      '<p>',
      '<li>',
      '<ol>',
      '</ol>',
      '<pre>',
      '</pre>',
      '<!--',
      '<script>',
      '字',
      '\n',
      '&#x4e00;',
      '</',
      '<td hidden>',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(tag, { maxLength: 40 }), async (tags) => {
        const error: unknown = await openBytes(bytesOf(`<html>${tags.join('')}`)).then(
          () => undefined,
          (thrown: unknown) => thrown,
        );
        expect(error === undefined || error instanceof Unreadable).toBe(true);
        // Whatever the tags, no character of the page is lost that none of them hides.
        if (tags.some((one) => /script|!--|hidden|<\/$/.test(one))) return;
        const shown = error === undefined ? (await openBytes(bytesOf(`<html>${tags.join('')}`))).text : '';
        const given = tags.filter((one) => one === '字' || one === '&#x4e00;').length;
        expect(shown.match(/[字一]/g)?.length ?? 0).toBe(given);
      }),
      { numRuns: 1_000 },
    );
  });
});
