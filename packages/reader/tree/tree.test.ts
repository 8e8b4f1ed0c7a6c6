import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentNode } from '../report.ts';
import { readingOf } from '../text/index.ts';
import { treeOf } from './index.ts';

const reports = new URL('../../../../shared/data/reports/', import.meta.url);
const names = (() => {
  try {
    return readdirSync(reports).filter((name) => name.endsWith('.txt'));
  } catch {
    return [];
  }
})();

/** Walks the leaves and fails at the first that does not begin where the one before it ended. */
function expectTiling(text: string): void {
  const { document, sentences } = treeOf(readingOf(text));
  let reached = 0;
  const visit = (node: DocumentNode): void => {
    if (node.children.length === 0) {
      if (node.kind === 'document') return;
      expect(node.start).toBe(reached);
      expect(node.end).toBeGreaterThan(node.start);
      reached = node.end;
      return;
    }
    expect(node.start).toBe(reached);
    for (const child of node.children) visit(child);
    expect(node.end).toBe(reached);
  };
  visit(document);
  expect(reached).toBe([...text].length);
  for (const { passage } of sentences) expect(passage.text.trim()).not.toBe('');
}

const pieces = [
  '一、2023年工作回顾\n',
  '二、2024年工作安排\n',
  '（一）经济稳中向好。',
  '？（二）城乡更美。',
  '各位代表：\n',
  '现在，我代表区政府报告工作，请予审议。\n',
  '全年新增学位3000个，增长5%。',
  '同时，我们也清醒看到，短板不少。',
  '让我们团结奋斗！\n',
  '附件1\n',
  '2024年十件民生实事\n',
  '序号\n',
  '事项名称\n',
  '具体内容\n',
  '1\n',
  '2\n',
  '（1）修路3条；',
  '名词解释\n',
  '1.“两网”：电网和路网。\n',
  '| 1 | 修路 | 3 |\n',
  '\t',
  '　　',
  '\n\n',
  '“',
  '）',
  '𠀀',
  '\ud83d',
  '\u0000',
  '%2024年',
] as const;

describe('the leaves of a document', () => {
  it('tile any text put together from pieces of reports', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => expectTiling(parts.join(''))),
      { numRuns: 300 },
    );
  });
  it('tile any string', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), expectTiling), { numRuns: 300 });
  });
  it.runIf(names.length > 0).each(names)('tile %s, whole and cut out of the middle', (name) => {
    const text = readFileSync(new URL(name, reports), 'utf8');
    expectTiling(text);
    expectTiling(text.slice(text.length >> 2, text.length >> 1));
    expectTiling(text.replaceAll('\n', ''));
  });
  it.skipIf(names.length > 0)('are not tried on real reports, which are not here', () => {
    expect(names).toEqual([]);
  });
});

describe('an empty text', () => {
  it('is an empty document and says so', () => {
    const { document, likeness, sentences } = treeOf(readingOf(''));
    expect(document).toMatchObject({ kind: 'document', start: 0, end: 0, children: [] });
    expect(likeness).toMatchObject({ kind: 'other', score: 0 });
    expect(sentences).toEqual([]);
  });
});
