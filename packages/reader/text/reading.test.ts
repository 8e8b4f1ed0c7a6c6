import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteOf, spanOf } from './given-text.ts';
import { type Reading, readingOf } from './reading.ts';

const reports = fileURLToPath(new URL('../../../../shared/data/reports/', import.meta.url));
const files = existsSync(reports) ? readdirSync(reports).filter((name) => name.endsWith('.txt')) : [];

/** Every unit of the text lies in one block; a passage's places rise and stay inside its block; marks have their one form. */
function expectSound(text: string, { given, blocks }: Reading): void {
  let reached = 0;
  for (const { kind, from, to, passage } of blocks) {
    expect(from).toBe(reached);
    expect(to).toBeGreaterThan(from);
    reached = to;
    expect(passage.places).toHaveLength(passage.text.length);
    expect(passage.text).toBe(passage.text.trim());
    expect(passage.text !== '').toBe(kind === 'text');
    expect(passage.text).not.toMatch(/[,;!?()\n\r]/);
    let before = from - 1;
    for (const place of passage.places) {
      if (place <= before || place >= to) expect.unreachable(`place ${place} in ${from}…${to}`);
      before = place;
    }
    if (kind !== 'text') continue;
    const { start, end } = spanOf(given, passage);
    expect([...text].slice(start, end).join('')).toBe(quoteOf(given, passage, 0, passage.text.length));
  }
  expect(reached).toBe(text.length);
}

const bits = [
  '各位代表：',
  '一、',
  '（一）',
  '1.',
  '增长8%',
  '发(fā)',
  'www.a.com',
  '。',
  '，',
  '“',
  '”',
  '\n',
  '\r\n',
  '　　',
  ' ',
  '\t',
  '12,345',
  '第1页',
  '<p>',
  '&nbsp;',
  '😀',
  '\ud83d',
  '\udc00',
  '\u200b',
  '全区经济社会发展',
  '發展經濟',
  '来源：',
  '下载',
  '— 3 —',
  '政府工作报告',
  '[1]',
  '?',
  'GDP',
];

describe('a reading', () => {
  it('tiles any text, and its places rise', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constantFrom(...bits), fc.string({ unit: 'binary' })), { maxLength: 60 }),
        (parts) => {
          const text = parts.join('');
          expectSound(text, readingOf(text));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('of an empty text has no blocks', () => {
    expect(readingOf('').blocks).toEqual([]);
    expect(readingOf(' \n\n').blocks.map(({ kind }) => kind)).toEqual(['space']);
  });

  it('of its own clean paragraphs finds the same ones', () => {
    const paragraphs = [
      '某区政府工作报告',
      '各位代表：',
      '一、工作回顾',
      '（一）经济平稳增长。全年完成生产总值512.3亿元，增长6.5%；新增企业26家，其中“四上”企业3家。',
      '谢谢大家！',
    ];
    const passages = (text: string) => readingOf(text).blocks.flatMap(({ passage }) => passage.text || []);
    expect(passages(paragraphs.join('\n'))).toEqual(paragraphs);
    expect(readingOf(paragraphs.join('\n')).damage).toEqual([]);
  });

  it('tells which paragraphs were indented and set apart', () => {
    const blocks = readingOf('标题\n\n　　第一段文字。\n第二段文字。').blocks.filter(({ kind }) => kind === 'text');
    expect(blocks.map(({ indented, apart }) => [indented, apart])).toEqual([
      [false, false],
      [true, true],
      [false, false],
    ]);
  });
});

describe.skipIf(files.length === 0)('real reports (skipped where ../shared/data/reports is absent)', () => {
  it.each(files)('%s is tiled, mutated too', (name) => {
    const text = readFileSync(reports + name, 'utf8');
    expectSound(text, readingOf(text));
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(1200), fc.constantFrom(...bits), fc.nat(40), (at, length, bit, every) => {
        const part = text.slice(at, at + length);
        const mutated = part.replaceAll(new RegExp(`.{${every + 3}}`, 'gsu'), (found) => found + bit);
        expectSound(mutated, readingOf(mutated));
      }),
      { numRuns: 20 },
    );
  });

  it.each(files)('%s keeps its paragraphs when it is wrapped with indents', (name) => {
    const read = (text: string) =>
      readingOf(text).blocks.flatMap(({ kind, passage }) =>
        kind === 'text' && passage.text.length > 90 ? passage.text : [],
      );
    const clean = read(readFileSync(reports + name, 'utf8'));
    const wrapped = clean.map((text) => (`　　${text}`.match(/.{1,42}/gsu) ?? []).join('\n')).join('\n');
    expect(read(wrapped)).toEqual(clean);
  });
});
