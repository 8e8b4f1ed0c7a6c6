import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantitiesIn } from '../quantity/index.ts';
import type { SectionRole, Target } from '../report.ts';
import { type ReadSentence, statementsOf } from '../statement/index.ts';
import { givenText } from '../text/index.ts';
import { targetsOf } from './index.ts';

/** One sentence of a report on the work of 2024, as if it stood in a section of the given role. */
function sentenceOf(text: string, role: SectionRole, heading = false): ReadSentence {
  return {
    sentence: {
      passage: { text, places: Int32Array.from({ length: text.length }, (_, at) => at) },
      role,
      headings: role === 'plan' ? ['2024年工作安排'] : [],
      paragraph: 0,
      opens: false,
      heading,
    },
    ...quantitiesIn(text),
  };
}
function readAs(text: string, role: SectionRole = 'plan') {
  const read = sentenceOf(text, role);
  return targetsOf(givenText(text), [read], statementsOf([read], 2024), 2024);
}
const targetsIn = (text: string, role?: SectionRole): readonly Target[] => readAs(text, role).targets;
const values = (text: string, role?: SectionRole) => targetsIn(text, role).map(({ value, unit }) => `${value}${unit}`);
const first = (text: string, role?: SectionRole) => targetsIn(text, role)[0];

const ROLES: readonly SectionRole[] = ['plan', 'items', 'retrospective', 'other', 'requirements', 'completion'];
const SCRAPS = [
  ...'新增完成去年达到由的、，。；：（）“”1两',
  '5%',
  '以上',
  '不少于',
  '万亿元',
  '个百分点',
  '分别',
  '力争',
  '2024年',
  ' ',
  '\ud83d',
  '%',
];

describe('which numbers are targets', () => {
  it('deeds of the plan and indicators of the goals', () => {
    expect(values('新建幼儿园5所、改扩建3所，新增学位1200个。')).toEqual(['5所', '3所', '1200个']);
    expect(values('主要预期目标是：地区生产总值增长6%以上，城镇调查失业率控制在5%以内。')).toEqual(['6%', '5%']);
  });

  it('no result of the past, wherever it stands', () => {
    expect(values('新建幼儿园5所，新增学位1200个。', 'retrospective')).toEqual([]);
    expect(values('去年，全区新建幼儿园5所。')).toEqual([]);
    expect(values('截至2023年底，累计建成充电桩900个，今年再建300个。')).toEqual(['300个']);
    expect(values('在去年建成12个站点的基础上，再建8个站点。')).toEqual(['8个']);
    expect(values('已建成6个，计划新建4个。')).toEqual(['4个']);
  });

  it('a comparison with last year takes nothing from a target', () => {
    expect(values('力争接待游客比上年增长15%以上。')).toEqual(['15%']);
    expect(values('一般公共预算收入与上年基本持平，税收占比达到70%。')).toEqual(['70%']);
  });

  it('a past year inside a noun phrase dates the thing only', () => {
    expect(values('完成2023年结转的9个老旧小区改造。')).toEqual(['9个']);
  });

  it('the base of a cut is no target, the cut is', () => {
    expect(values('在年初压减12%的基础上，对一般性支出再压减5%。')).toEqual(['5%']);
  });

  it('sizes of a named thing describe it', () => {
    expect(values('加快建设总投资50亿元的东站枢纽项目。')).toEqual([]);
    expect(values('实施总投资35亿元的80项重点工程。')).toEqual(['80项']);
    expect(values('建成面积2000平方米的文化中心2个。')).toEqual(['2个']);
    expect(values('建成日处理120吨垃圾处理中心。')).toEqual([]);
    expect(values('开工项目30个、总投资100亿元。')).toEqual(['30个', '100亿元']);
    expect(values('东站项目计划总投资50亿元、年内完成投资10亿元。')).toEqual(['10亿元']);
    expect(values('建设占地50亩、投资3亿元的标准化厂房10万平方米。')).toEqual(['10万平方米']);
  });

  it('a class of things is named by its floor', () => {
    expect(values('加快推动600个以上亿元级工业项目建设。')).toEqual(['600个']);
    expect(values('引进10亿元以上项目3个。')).toEqual(['3个']);
    expect(values('完成230个50户以上村寨改造。')).toEqual(['230个']);
    expect(values('完成100亿元重点项目投资。')).toEqual(['100亿元']);
    expect(first('引进10亿元以上项目3个。')?.quote).toBe('引进10亿元以上项目3个');
  });

  it('those who exist already are counted, not promised; what is done to them is', () => {
    expect(values('引导全区362家总部企业拓展功能。')).toEqual([]);
    expect(values('完成全区8个拥堵点整治。')).toEqual(['8个']);
    expect(values('完成区属16家医院改造。')).toEqual(['16家']);
    expect(values('依托现有3个平台，培育企业15家。')).toEqual(['15家']);
  });

  it('how far around is a place, how many live there is not', () => {
    expect(values('实施江岸沿线1公里地块治理。')).toEqual([]);
    expect(values('解决周边8000户居民用水问题。')).toEqual(['8000户']);
  });

  it('the length of a list, a rank, a span of years and a single one are no targets', () => {
    expect(values('扎实办好15件民生实事。')).toEqual([]);
    expect(values('重点做好以下五个方面工作。')).toEqual([]);
    expect(values('主要经济指标进入全省前5位。')).toEqual([]);
    expect(values('启动新一轮3年行动，再延长30年。')).toEqual([]);
    expect(values('开展一次安全评估。')).toEqual([]);
    expect(values('新建三所小学。')).toEqual(['3所']);
  });

  it('a rise has one target, the place it leads to', () => {
    expect(values('即办件占比由30%提高到45%。')).toEqual(['45%']);
  });

  it('a look back promises nothing, even where it tells of plans being carried out', () => {
    expect(values('今年以来，计划实施的20个项目已开工15个。', 'retrospective')).toEqual([]);
    expect(values('“十四五”以来，累计完成投资500亿元。')).toEqual([]);
  });

  it('a limit of time is a target', () => {
    expect(first('审批时限压减至5个工作日以内。')).toMatchObject({ value: 5, comparator: '<=', kind: 'level' });
  });

  it('sentences of requirement and ceremony promise nothing', () => {
    expect(values('总体要求是：坚持稳中求进，推进三项重大任务。')).toEqual([]);
    expect(values('让我们为实现1000亿元目标而努力奋斗！')).toEqual([]);
  });
});

describe('how a target is read', () => {
  it('quotes are tight, one for every number of a list', () => {
    expect(targetsIn('推出5处以上“好去处”、18个示范点。').map(({ quote }) => quote)).toEqual([
      '推出5处以上“好去处”',
      '18个示范点',
    ]);
  });

  it('不少于 rules the list behind it, 以上 its own number', () => {
    const comparators = (text: string) => targetsIn(text).map(({ comparator }) => comparator);
    expect(comparators('推出不少于200场演出、400场讲座以及100场展览。')).toEqual(['>=', '>=', '>=']);
    expect(comparators('推出5处以上“好去处”、18个示范点。')).toEqual(['>=', '=']);
    expect(comparators('推出不少于200场演出，新建20个书房。')).toEqual(['>=', '=']);
  });

  it.each([
    ['主要目标是：固定资产投资增长7%。', 'growth'],
    ['主要目标是：居民消费价格涨幅控制在3%左右。', 'growth'],
    ['主要目标是：单位能耗下降3%。', 'growth'],
    ['城镇化率提高1个百分点。', 'growth'],
    ['即办件比例提高到50%。', 'share'],
    ['主要目标是：失业率控制在5%以内。', 'share'],
    ['区级事项100%网上可办。', 'share'],
    ['累计建成充电桩5000个。', 'cumulative'],
    ['市场主体总量达到10万户。', 'cumulative'],
    ['新增床位500张。', 'new'],
    ['为300户老人安装扶手。', 'new'],
    ['招商引资到位资金80亿元。', 'new'],
    ['确保全年完成投资230亿元。', 'new'],
    ['力争地区生产总值突破500亿元。', 'level'],
    ['完成固定资产投资560亿元。', 'level'],
    ['养老床位达到5000张。', 'level'],
    ['优良天数达到300天以上。', 'level'],
  ])('%s is %s', (text, kind) => {
    expect(first(text)?.kind).toBe(kind);
  });

  it('after a deed a bare 达到 gives the stock it leads to', () => {
    expect(targetsIn('建成绿道20公里、达到96公里。').map(({ kind }) => kind)).toEqual(['new', 'level']);
  });

  it('a number without words of its own measures what the one before measures', () => {
    const [value, growth] = targetsIn('主要目标是：地区生产总值达到500亿元、增长7%。');
    expect(value).toMatchObject({ metric: '地区生产总值', kind: 'level' });
    expect(growth).toMatchObject({ metric: '地区生产总值增速', kind: 'growth' });
  });

  it('a stretch goal points to its firm one and keeps its kind', () => {
    const targets = targetsIn('主要目标是：固定资产投资560亿元以上，力争达到635亿元。');
    expect(targets[1]).toMatchObject({ value: 635, kind: 'level', stretchOf: 0, modality: 'aim' });
  });

  it.each([
    ['新增公办幼儿园学位1500个。', '公办幼儿园学位'],
    ['完成43个农贸市场升级改造。', '农贸市场升级改造'],
    ['为456户独居老人开展水表监测服务。', '水表监测服务'],
    ['全年拆除违法建设超40万平方米。', '违法建设'],
    ['续建保障性住房1302套。', '保障性住房'],
    ['新增就业4万人以上。', '新增就业'],
    ['推动生活垃圾回收利用率达到40%。', '生活垃圾回收利用率'],
    ['力争新开办12所公办幼儿园。', '公办幼儿园'],
    ['受理推荐小微贷款60笔。', '小微贷款'],
    ['全年签约项目40个。', '签约项目'],
    ['注册（落地）项目70个。', '注册落地项目'],
    ['确保完成投资90亿元。', '完成投资'],
    ['河口区将新建学校3所。', '学校'],
    ['区属9家医院年底前完成改造。', '区属医院年底前完成改造'],
    ['完成区属9家医院改造。', '区属医院改造'],
    ['整体提升30所学校。', '学校'],
    ['围绕主干道加快打造4条灯光长廊。', '灯光长廊'],
    ['实施总投资20亿元的30项城建工程。', '城建工程'],
    ['2025年前完成全部17处水体整治。', '水体整治'],
    ['为乡村小学更换节能灯900盏。', '节能灯'],
    ['审批时限由20个工作日压缩至9个工作日以内。', '审批时限'],
    ['今年再建8个。', '建'],
    [
      '推动区属9家医院实现挂号、就诊、检查、检验、取药、支付、查询、个人健康档案与电子病历共享多功能一体化。',
      '区属医院实现挂号等个人健康档案与电子病历共享多功能一体化',
    ],
  ])('%s measures %s', (text, metric) => {
    expect(first(text)?.metric).toBe(metric);
  });

  it.each([
    [
      '区级事项100%可网办，100%可就近办，60%以上实现“不用跑”。',
      ['区级事项可网办', '区级事项可就近办', '区级事项实现不用跑'],
    ],
    ['完成55万平方米、2.8万户旧房改造。', ['旧房改造', '旧房改造']],
    ['新增达标小区80个，覆盖率达到60%。', ['达标小区', '达标小区覆盖率']],
    ['新开工项目60个，竣工投产45个。', ['新开工项目', '竣工投产项目']],
    ['财政收入达到6亿元，同口径增长12%。', ['财政收入', '财政收入增速']],
    ['整治水体37处，投入15亿元。', ['水体', '投入']],
    ['城镇和农村居民人均收入分别增长8%、9%。', ['城镇居民人均收入增速', '农村居民人均收入增速']],
    ['深入实施五大工程、90条改革措施。', ['改革措施']],
  ])('%s measures %s', (text, metrics) => {
    expect(targetsIn(text).map(({ metric }) => metric)).toEqual(metrics);
  });

  it.each(['1.新增床位90张。', '2、新增床位90张。', '（3）新增床位90张。', '②新增床位90张。'])(
    '%s is quoted without its mark',
    (text) => {
      expect(first(text, 'items')?.quote).toBe('新增床位90张');
    },
  );

  it('how large a thing is and counts of the page are no targets', () => {
    expect(values('新建甲小学办学规模36班，乙小学办学规模18班。')).toEqual([]);
    expect(values('浏览20条，评论30条。')).toEqual([]);
  });

  it('分别 gives every number its own subject', () => {
    const targets = targetsIn('主要目标是：城镇调查失业率、登记失业率分别为4.8%左右和4.3%左右。');
    expect(targets.map(({ metric, value }) => [metric, value])).toEqual([
      ['城镇调查失业率', 4.8],
      ['登记失业率', 4.3],
    ]);
  });

  it('the deadline stands near; a lead that names the goals is none', () => {
    expect(first('年底前完成16家医院改造。')?.deadline).toBe('2024-12-31');
    expect(first('到2025年，养老床位达到5000张。')?.deadline).toBe('2025-12-31');
    expect(first('今年主要预期目标是：地区生产总值增长6%。')?.deadline).toBeNull();
  });

  it('groups follow the place: goals, livelihood items, tasks', () => {
    expect(first('主要预期目标是：地区生产总值增长6%。')?.group).toBe('macro');
    expect(first('新增床位500张。', 'items')?.group).toBe('livelihood');
    expect(first('新增床位500张。')?.group).toBe('task');
  });

  it('places count code points of the text as given', () => {
    const target = first('𠮷祥路年内新建学校5所。');
    expect(target?.quote).toBe('𠮷祥路年内新建学校5所');
    expect([target?.start, target?.end]).toEqual([0, 11]);
  });
});

describe('tasks', () => {
  it('a clause that opens with a verb begins a task; a clause with only a measure belongs to it', () => {
    const { tasks, targets } = readAs('新建小学3所，规模化办学率达80%，年内启动二期工程。');
    expect(tasks.map(({ verb }) => verb)).toEqual(['新建', '启动']);
    expect(tasks[0]?.targets).toEqual([0, 1]);
    expect(tasks[1]?.deadline).toBe('2024-12-31');
    expect(targets).toHaveLength(2);
  });

  it('a measure without a number is kept in words', () => {
    expect(readAs('推动社区养老服务全覆盖。').tasks[0]?.qualitative).toContain('全覆盖');
    expect(readAs('完成市下达的退耕还林任务。').tasks[0]?.qualitative).toContain('市下达');
  });
});

describe('a text without sections', () => {
  it('is read in order: what turns forward makes tasks of what follows, what turns back ends it', () => {
    const said = [
      '新建学校2所。',
      '今年，全区将办好十件民生实事。',
      '新建食堂4个。',
      '去年，全区新建食堂9个。',
      '建成食堂8个。',
    ];
    const reads = said.map((text) => sentenceOf(text, 'front'));
    const { targets } = targetsOf(givenText(said.join('')), reads, statementsOf(reads, 2024), 2024);
    expect(targets.map(({ value }) => value)).toEqual([4]);
    expect(targets[0]?.doubt).toBe('section-unknown');
  });
});

describe('any text', () => {
  it('is read without an error, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...SCRAPS), { maxLength: 60 }),
        fc.constantFrom(...ROLES),
        (scraps, role) => {
          const text = scraps.join('');
          for (const { start, end, quote } of targetsIn(text, role)) expect(text.slice(start, end)).toBe(quote);
        },
      ),
    );
  });

  it('a clause without end is read in linear time', () => {
    // Four times the text may take about four times as long, sixteen if each number looked at all of it
    const time = (clauses: number) => {
      const text = '新增学位100个'.repeat(clauses);
      const times = [0, 1].map(() => {
        const started = performance.now();
        expect(targetsIn(text)).toHaveLength(clauses);
        return performance.now() - started;
      });
      return Math.min(...times);
    };
    time(500);
    expect(time(4_000) / time(1_000)).toBeLessThan(10);
  }, 60_000);
});
