import { describe, expect, it } from 'vitest';
import type { SectionRole } from '../report.ts';
import { type ReadSentence, statementsOf } from './index.ts';

/** A sentence of a report on 2024 work (year 2024), with as many dummy quantities as it has runs of digits. */
function sentence(text: string, role: SectionRole, heading = false): ReadSentence {
  const quantities = [...text.matchAll(/\d+(?:\.\d+)?(?:%|万?[个亿元人家所])/g)].map((match) => ({
    raw: match[0],
    value: Number.parseFloat(match[0]),
    unit: match[0].replace(/[\d.]/g, ''),
    scale: 1,
    comparator: '=' as const,
    form: 'count' as const,
    from: match.index,
    to: match.index + match[0].length,
    digitsFrom: match.index,
    digitsTo: match.index + match[0].length,
  }));
  return {
    sentence: {
      passage: { text, places: Int32Array.from(text, (_, at) => at) },
      role,
      headings: role === 'plan' ? ['2024年工作安排'] : [],
      paragraph: 0,
      opens: false,
      heading,
    },
    quantities,
    names: [],
  };
}
const kindIn = (role: SectionRole, text: string) => statementsOf([sentence(text, role)], 2024)[0]?.kind;
const modalityIn = (text: string) => statementsOf([sentence(text, 'plan')], 2024)[0]?.modality;

describe('what a sentence does', () => {
  it('the section says what to expect', () => {
    const words = '完成老旧小区改造30个。';
    expect(kindIn('retrospective', words)).toBe('result');
    expect(kindIn('plan', words)).toBe('task');
    expect(kindIn('items', words)).toBe('task');
    expect(kindIn('completion', words)).toBe('result');
  });

  it('a paragraph of goals is a target even where a damaged mark put it elsewhere', () => {
    const goals = '主要预期目标是：地区生产总值增长6%以上，城镇新增就业1万人。';
    for (const role of ['plan', 'longPlan', 'requirements', 'retrospective', 'other'] as const) {
      expect(kindIn(role, goals), role).toBe('target');
    }
    expect(kindIn('retrospective', '较好完成了年初确定的主要目标任务，地区生产总值增长6%。')).toBe('result');
  });

  it('a look back inside a plan is background, and turns to a task where it turns forward', () => {
    expect(kindIn('plan', '去年，全区新增高新技术企业120家。')).toBe('background');
    expect(kindIn('plan', '截至2023年底，全区已建成养老驿站36个。')).toBe('background');
    expect(kindIn('plan', '在去年建成36个的基础上，今年再建成12个。')).toBe('task');
  });

  it('a plan inside a look back is a task', () => {
    expect(kindIn('retrospective', '今年将新开工项目20个。')).toBe('task');
    expect(kindIn('retrospective', '新开工项目20个。')).toBe('result');
    expect(kindIn('retrospective', '今年一季度，新开工项目20个。')).toBe('result');
  });

  it('problems, and what the speaker says will be done about them', () => {
    expect(kindIn('problems', '一是产业结构还不够优。')).toBe('problem');
    expect(kindIn('problems', '对此，我们将采取有力措施认真加以解决。')).toBe('requirement');
    expect(kindIn('retrospective', '同时，我们也清醒地看到，发展中还存在不少困难。')).toBe('problem');
  });

  it('thanks, calls and openings are ceremonial wherever they stand', () => {
    expect(kindIn('retrospective', '在此，我代表区政府向全区人民表示衷心的感谢！')).toBe('ceremonial');
    expect(kindIn('plan', '让我们携手并肩，为建设美好家园而努力奋斗！')).toBe('ceremonial');
    expect(kindIn('front', '现在，我代表区人民政府向大会报告工作，请予审议。')).toBe('ceremonial');
    expect(kindIn('plan', '各位代表：')).toBe('ceremonial');
  });

  it('the general requirement and the setting of the year are neither target nor task', () => {
    expect(kindIn('plan', '政府工作的总体要求是：坚持稳中求进工作总基调。')).toBe('requirement');
    expect(kindIn('plan', '2024年是实施“十四五”规划的关键之年。')).toBe('background');
  });

  it('certainty falls where words and section disagree', () => {
    const sure = statementsOf([sentence('新增学位600个。', 'plan')], 2024)[0]?.certainty ?? 0;
    const unsure = statementsOf([sentence('今年将新增学位600个。', 'retrospective')], 2024)[0]?.certainty ?? 1;
    expect(unsure).toBeLessThan(sure);
  });
});

describe('where the words stand', () => {
  const kindsOf = (said: readonly (readonly [SectionRole, string])[]) =>
    statementsOf(
      said.map(([role, text]) => sentence(text, role)),
      2024,
    ).map(({ kind, ahead }) => (ahead ? `${kind}, ahead` : kind));

  it('what follows 预期目标是 in a look back is the plan whose heading was lost', () => {
    expect(
      kindsOf([
        ['retrospective', '新建学校5所。'],
        ['retrospective', '主要预期目标是：地区生产总值增长6%。'],
        ['retrospective', '新建学校3所。'],
        ['plan', '新建公园2个。'],
      ]),
    ).toEqual(['result', 'target, ahead', 'task, ahead', 'task']);
  });

  it('a result that names the goal of the year carries nothing over', () => {
    expect(
      kindsOf([
        ['retrospective', '失业率低于年初预期目标，新增就业6万个。'],
        ['retrospective', '新建学校5所。'],
        ['plan', '新建公园2个。'],
      ]),
    ).toEqual(['result', 'result', 'task']);
  });

  it('without sections one sentence turns the reading forward and another back', () => {
    expect(
      kindsOf([
        ['front', '新建学校5所。'],
        ['front', '2024年，我区将办好十件民生实事。'],
        ['front', '新建公园2个。'],
        ['front', '去年，建成公园7个。'],
      ]),
    ).toEqual(['background', 'task, ahead', 'task, ahead', 'background']);
  });

  /** Paragraphs of one section of a cutting under the given title. */
  function kindsUnder(role: SectionRole, title: string, ...paragraphs: readonly (readonly string[])[]) {
    const sentences = paragraphs.flatMap((texts, paragraph) =>
      texts.map((text) => {
        const read = sentence(text, role);
        return { ...read, sentence: { ...read.sentence, headings: title === '' ? [] : [title], paragraph } };
      }),
    );
    return statementsOf(sentences, 2022).map(({ kind, ahead }) =>
      kind === 'result' ? 'told' : ahead || kind === 'task' ? 'ahead' : kind,
    );
  }

  it('a paragraph that opens with last year is told whatever the title says', () => {
    expect(
      kindsUnder(
        'plan',
        '部署2022年工作',
        [
          '青山区2021年实现了稳中提质。',
          '全年生产总值达320.5亿元、增长4.8%，增速居全市第二。',
          '一般公共预算收入达18亿元、增长6%。',
        ],
        ['2022年一季度，青山区克服不利影响，经济逆势上扬。', '初步预计，生产总值增长7%以上，增速排名全市第一。'],
        ['新建学校3所。', '完成投资80亿元。'],
      ),
    ).toEqual(['told', 'told', 'told', 'told', 'told', 'ahead', 'ahead']);
  });

  it('in such a paragraph a plan is ahead again from its first firm word', () => {
    expect(
      kindsUnder('plan', '2022年工作安排', [
        '去年，全区荣获先进称号，新增企业120家，同比增长9%。',
        '今年，力争新增企业150家。',
        '建成园区3个。',
      ]),
    ).toEqual(['background', 'ahead', 'ahead']);
  });

  it('a plan that is spoken of carries through its parallel paragraphs', () => {
    expect(
      kindsUnder(
        'retrospective',
        '',
        ['记者从发改委获悉，规划纲要已编制完成，明确了“十四五”时期的总体目标，其中生产总值将达3000亿元。'],
        ['在“产业强”方面，提出规上企业达到1200家、增速设定为7%。'],
        ['在“生态美”方面，包括森林覆盖率达45%。'],
      ),
    ).toEqual(['ahead', 'ahead', 'ahead']);
  });

  it('what follows a list of the deeds of this year belongs to it, unless results are told beside', () => {
    const list = ['今年，西关区将办好十件民生实事。'];
    const rest = [['实事项目还包括新建公园8个。'], ['完成农贸市场改造5家。'], ['体检2万人。']];
    expect(kindsUnder('retrospective', '', list, ...rest)).toEqual(['ahead', 'ahead', 'ahead', 'ahead']);
    expect(kindsUnder('retrospective', '', ['去年，十件民生实事全部完成。'], ...rest)).toEqual([
      'told',
      'told',
      'told',
      'told',
    ]);
  });

  it('in a whole report too results under the wrong title are no plan', () => {
    const filler = Array.from({ length: 80 }, () => ['retrospective', '各项事业稳步发展。'] as const);
    const kinds = kindsOf([
      ...filler,
      ['plan', '2023年地区生产总值达320亿元，同比增长4%，增速排名全市第二，荣获先进称号。'],
      ['plan', '新建学校3所。'],
    ]);
    expect(kinds.slice(-2)).not.toContain('target');
    expect(kinds.at(-2)).not.toBe('task');
    expect(kinds.at(-1)).toBe('task');
  });
});

describe('how firmly a sentence binds', () => {
  it.each([
    ['力争新增上市企业5家。', 'aim'],
    ['争取全年核发许可200宗。', 'aim'],
    ['争取上级资金支持。', 'plain'],
    ['确保完成投资230亿元。', 'must'],
    ['建议今年经济社会发展的主要预期目标是：增长6%。', 'propose'],
    ['认真办理代表建议和提案。', 'plain'],
    ['竭尽全力向100亿元冲刺。', 'strive'],
    ['预计全年增长5%。', 'estimate'],
    ['计划新建学校3所。', 'plan'],
    ['落实三年行动计划。', 'plain'],
    ['探索建立议事平台。', 'explore'],
    ['新建学校3所。', 'plain'],
  ])('%s → %s', (text, modality) => {
    expect(modalityIn(text)).toBe(modality);
  });
});
