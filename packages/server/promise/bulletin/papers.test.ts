import type { OfficialDocument } from '@huying/kit/document';
import { type Claim, reconcile } from '@huying/kit/promise';
import { describe, expect, it } from 'vitest';
import type { IndicatorFacts, PromiseFacts, YearFacts } from './facts.ts';
import { PAPER_KINDS, type PaperInput } from './paper.ts';
import { paperOf } from './papers.ts';

const indicator = (parts: Partial<IndicatorFacts> = {}): IndicatorFacts => ({
  name: 'amount',
  label: '完成量',
  unit: '个',
  decimals: 0,
  aim: 'up',
  target: '100个',
  targetValue: 100,
  value: 40,
  growth: null,
  before: null,
  p: 0.4,
  e: 0.5,
  delta: -10,
  margin: -60,
  met: false,
  expected: 50,
  observation: 'o-1',
  observedOn: '2027-06-30',
  source: 'self',
  standing: 'provisional',
  basis: '月报',
  stage: null,
  ...parts,
});

const promise = (id: string, parts: Partial<PromiseFacts> = {}): PromiseFacts => ({
  id,
  number: `MS-${id}`,
  kind: 'livelihood',
  kindName: '民生实事',
  title: `事项${id}`,
  deliverable: null,
  section: null,
  clauses: [{ report: 'r', year: 2027, no: 3, page: 6, words: '完成老旧小区改造100个。' }],
  lead: { id: 'u-1', name: '区住建局' },
  assisting: ['区水务局'],
  involved: ['u-1'],
  leader: null,
  due: '2027-12-31',
  firstDue: '2027-12-31',
  doneOn: null,
  firmness: 'binding',
  weight: 1,
  official: 'under-way',
  saying: '推进中',
  evidence: 'part',
  schedule: 'not-due',
  light: 'red',
  lightWords: '低于序时超过15点',
  lightSet: 'livelihood-default',
  lightRule: 'red',
  lightInputs: {},
  p: 0.4,
  e: 0.5,
  delta: -10,
  coverage: 1,
  indicators: [indicator()],
  tasks: { total: 2, done: 1, late: 0 },
  sites: { total: 0, done: 0 },
  evidenceCount: 3,
  revisions: [],
  evaluation: null,
  blocker: null,
  next: null,
  data: {},
  disagrees: [],
  published: false,
  ...parts,
});

const facts = (promises: readonly PromiseFacts[], parts: Partial<YearFacts> = {}): YearFacts => ({
  year: 2027,
  asOf: '2027-06-30',
  readAt: '2027-07-02 09:00',
  district: '清江区',
  promises,
  supervision: null,
  burden: { month: '2027-06', asked: 0, before: 0, units: [] },
  ...parts,
});

const input = (kind: PaperInput['kind'], of: YearFacts, parts: Partial<PaperInput> = {}): PaperInput => ({
  kind,
  facts: of,
  words: { reasons: {}, paragraphs: [] },
  ranking: null,
  before: [],
  corrections: [],
  offices: { bulletin: '清江区督查通报', office: '督查室', letters: '政府办', recipients: ['各单位'], copies: [] },
  unit: { id: 'u-1', name: '区住建局' },
  glossary: [],
  ...parts,
});

const wordsOf = ({ body, annexes }: OfficialDocument): string =>
  [...body, ...annexes.flatMap((annex) => annex.body)]
    .map((block) => {
      if (block.block === 'paragraph') return block.runs.map((run) => run.words).join('');
      if (block.block === 'table')
        return block.table.rows.map((row) => row.cells.map(({ words }) => words).join('|')).join('\n');
      return block.words;
    })
    .join('\n');
const rulesOf = (claims: readonly Claim[]) => reconcile(claims).map(({ at, difference }) => [at, difference]);

describe('papers', () => {
  it('are composed alike of the same facts, whatever their kind', () => {
    const of = facts([promise('1'), promise('2', { kind: 'project' }), promise('3', { kind: 'indicator' })]);
    for (const kind of PAPER_KINDS) expect(paperOf(input(kind, of))).toEqual(paperOf(input(kind, of)));
  });

  it('print the sentence of the report with its page, and open it', () => {
    const { document } = paperOf(input('bulletin', facts([promise('1')])));
    expect(wordsOf(document)).toContain('完成老旧小区改造100个。（第6页）');
    const table = document.body.find((block) => block.block === 'table');
    const cell = table?.block === 'table' ? table.table.rows[0]?.cells[1] : undefined;
    expect(cell?.grounds).toContainEqual({ kind: 'clause', id: 'r/3', of: '1' });
  });

  it('call 待核实 what is said to be done without full evidence', () => {
    const done = promise('1', { official: 'done', saying: '已完成', evidence: 'part' });
    expect(wordsOf(paperOf(input('appendix', facts([done]))).document)).toContain('待核实');
    expect(wordsOf(paperOf(input('appendix', facts([{ ...done, evidence: 'full' }]))).document)).toContain(
      '|已完成|充分|',
    );
  });

  it('leave no class of the appendix silent', () => {
    const of = facts([
      promise('1', { official: 'done' }),
      promise('2', { official: 'not-done' }),
      promise('3', { official: 'cancelled' }),
    ]);
    const words = wordsOf(paperOf(input('appendix', of)).document);
    expect(words).toContain('合计：3 = 基本完成0 + 完成1 + 未完成1 + 经批准取消1');
  });

  it('print original, approved and actual dates side by side, and changed targets in a table of their own', () => {
    const revisions = [
      {
        id: 'v1',
        what: 'due',
        label: '完成时限',
        old: '2027年6月30日',
        new: '2027年12月31日',
        reason: '征地',
        authority: null,
        meeting: '第9次常务会议',
        document: null,
        effectiveFrom: '2027-05-01',
      },
      {
        id: 'v2',
        what: 'indicator:amount:value',
        label: '完成量目标值',
        old: '120个',
        new: '100个',
        reason: '规划调整',
        authority: null,
        meeting: '第9次常务会议',
        document: null,
        effectiveFrom: '2027-05-01',
      },
    ];
    const moved = promise('1', { firstDue: '2027-06-30', due: '2027-12-31', doneOn: '2027-11-02', revisions });
    const words = wordsOf(paperOf(input('appendix', facts([moved]))).document);
    expect(words).toContain('2027年6月30日|2027年12月31日|2027年11月2日');
    expect(words).toContain('完成量目标值|120个|100个|第9次常务会议|规划调整');
  });

  it('tell what turned red and green since the issue before, and what is red for the third time', () => {
    const of = facts([
      promise('1', { light: 'red' }),
      promise('2', { light: 'green' }),
      promise('3', { light: 'red' }),
    ]);
    const before = [
      { document: '〔2027〕第5期', asOf: '2027-05-31', lights: { 1: 'yellow', 2: 'red', 3: 'red' }, onTime: null },
      { document: '〔2027〕第4期', asOf: '2027-04-30', lights: { 1: 'green', 2: 'red', 3: 'red' }, onTime: null },
    ] as const;
    const words = wordsOf(paperOf(input('bulletin', of, { before })).document);
    expect(words).toContain('黄灯转红灯1项：事项1。');
    expect(words).toContain('红灯转绿灯1项：事项2。');
    expect(words).toContain('连续三期红灯1项：事项3，按规定约谈');
  });

  it('never add money across stages, and tell how much of the plan has data', () => {
    const money = (id: string, value: number | null) =>
      promise(id, {
        kind: 'project',
        indicators: [
          indicator({ stage: 'invested', unit: '万元', value }),
          indicator({ name: 'paid', stage: 'paid', unit: '万元', aim: 'followed', value: 7, targetValue: null }),
        ],
      });
    const paper = paperOf(input('projects', facts([money('1', 40), money('2', null)])));
    expect(wordsOf(paper.document)).toContain('年度计划投资100万元，累计完成40万元，投资完成率40.0%（覆盖50.0%）');
    expect(rulesOf(paper.claims)).toEqual([]);
  });
});

describe('what a paper says with numbers', () => {
  it('holds of what was gathered', () => {
    const of = facts([promise('1'), promise('2', { light: null, p: null }), promise('3', { official: 'cancelled' })]);
    for (const kind of PAPER_KINDS) expect(rulesOf(paperOf(input(kind, of)).claims)).toEqual([]);
  });

  it('is refused where rates of one table are of different numbers', () => {
    const supervision = {
      registered: 214,
      closedDue: { n: 91, d: 96, rate: 94.8 },
      onTime: { n: 88, d: 95, rate: 92.6 },
      openLate: 5,
      extended: null,
      redone: null,
    };
    expect(rulesOf(paperOf(input('bulletin', facts([promise('1')], { supervision }))).claims)).toEqual([
      ['总体情况：应办结数', expect.any(Number)],
    ]);
  });

  it('is refused where a printed rate is not what its counts give', () => {
    const supervision = {
      registered: 214,
      closedDue: { n: 91, d: 96, rate: 94.8 },
      onTime: { n: 88, d: 96, rate: 93.1 },
      openLate: 5,
      extended: null,
      redone: null,
    };
    expect(rulesOf(paperOf(input('bulletin', facts([promise('1')], { supervision }))).claims)[0]?.[0]).toBe(
      '总体情况：按时办结率',
    );
  });

  it('is refused where the figures asked of units do not make the sum', () => {
    const burden = {
      month: '2027-06',
      asked: 212,
      before: 230,
      units: [{ unit: 'u', name: '区住建局', asked: 200, answered: 190 }],
    };
    expect(rulesOf(paperOf(input('bulletin', facts([promise('1')], { burden }))).claims)).toEqual([['填报成本', 12]]);
  });

  it('is refused where one indicator has two numbers', () => {
    const of = facts([
      promise('1', { kind: 'indicator' }),
      promise('2', { kind: 'indicator', indicators: [indicator({ value: 41 })] }),
    ]);
    expect(rulesOf(paperOf(input('indicators', of)).claims)).toHaveLength(1);
  });
});

describe('annex 2 of the bulletin', () => {
  const revision = (id: string, what: string, parts: Partial<PromiseFacts['revisions'][number]> = {}) => ({
    id,
    what,
    label: '完成时限',
    old: '2027年9月30日',
    new: '2027年11月30日',
    reason: '汛期影响',
    authority: '区政府',
    meeting: '第18次常务会议',
    document: null,
    effectiveFrom: '2027-06-01',
    ...parts,
  });

  it('lists days put off and targets changed apart, each under its own heading and columns', () => {
    const own = [
      revision('a', 'task:t:due'),
      revision('b', 'indicator:amount:value', { label: '完成量目标值', old: '100个', new: '90个' }),
    ];
    const { document } = paperOf(input('bulletin', facts([promise('1', { revisions: own })])));
    const annex = document.annexes[1];
    expect(annex?.title).toBe('延期与调整');
    const told = annex?.body.map((block) =>
      block.block === 'table'
        ? [block.table.columns[4]?.label, block.table.columns[5]?.label, ...block.table.rows.map(({ id }) => id)]
        : 'words' in block
          ? block.words
          : '',
    );
    expect(told).toEqual(['延期', ['原定时限', '延至', 'a'], '目标和内容调整', ['原值', '调整为', 'b']]);
    const [table] = annex?.body.flatMap((block) => (block.block === 'table' ? [block.table] : [])) ?? [];
    expect(table?.rows[0]?.cells.map(({ words }) => words)).toContain('区政府，第18次常务会议');
  });

  it('says of either part where there is nothing', () => {
    const { document } = paperOf(input('bulletin', facts([promise('1')])));
    expect(wordsOf(document)).toContain('没有经批准的延期。');
    expect(wordsOf(document)).toContain('没有经批准的目标和内容调整。');
  });
});
