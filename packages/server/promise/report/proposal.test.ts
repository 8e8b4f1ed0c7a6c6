import { read } from '@huying/reader';
import { workReport } from '@huying/testing/paper';
import { describe, expect, it } from 'vitest';
import { clausesOf } from './clause-list.ts';
import { proposalsOf } from './proposal.ts';

const kinds = new Set(['task', 'reform', 'campaign', 'indicator', 'livelihood']);

function proposed(body: string, known: ReadonlySet<string> = kinds) {
  const text = workReport(body);
  const report = read(text);
  return proposalsOf(report, clausesOf(report, text, []), 2026, known);
}

describe('what a sentence would become', () => {
  it('keeps its numbers, its date and its firmness as the words give them', () => {
    const [item] = proposed('确保年内完成26个老旧小区微改造。');
    expect(item?.proposed).toMatchObject({
      kind: 'task',
      title: '确保年内完成26个老旧小区微改造',
      due: '2026-12-31',
      dueWords: '年内',
      firmness: 'binding',
      indicators: [{ value: 26, unit: '个', comparator: '=' }],
    });
    expect(item?.missing).toEqual(['owner']);
  });

  it('says what is missing and invents nothing', () => {
    const [item] = proposed('加快推进智慧停车平台建设，方便群众出行。');
    expect(item?.proposed).toMatchObject({ due: null, dueWords: '加快', measure: null, indicators: [] });
    expect(item?.missing).toEqual(['measure', 'due', 'owner']);
  });

  it('is a reform or a campaign by its words, and a task where the product has no such kind', () => {
    const kindOf = (body: string, known?: ReadonlySet<string>) => proposed(body, known)[0]?.proposed.kind;
    expect(kindOf('深化国企国资改革，推动区属企业重组整合。')).toBe('reform');
    expect(kindOf('深入开展燃气安全专项整治，完成老旧管道更新15公里。')).toBe('campaign');
    expect(kindOf('深化国企国资改革，推动区属企业重组整合。', new Set(['task']))).toBe('task');
  });

  it('lists the work it announces, so that it can be split', () => {
    const [item] = proposed('新建2所幼儿园，改扩建3所小学，开工建设区第二中学新校区。');
    expect(item?.proposed.tasks.length).toBeGreaterThan(1);
  });

  it('points to sentences of the report that hold it, in their order', () => {
    const items = proposed('新建2所幼儿园。全年新增养老床位300张。推动专业市场转型升级。');
    expect(items.map(({ clauses }) => clauses[0])).toEqual(items.map(({ clauses }) => clauses[0]).toSorted());
    expect(items.every(({ clauses }) => clauses.length > 0)).toBe(true);
  });
});
