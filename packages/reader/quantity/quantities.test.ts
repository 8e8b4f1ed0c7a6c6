import { describe, expect, it } from 'vitest';
import { type FoundQuantity, quantitiesIn } from './index.ts';

/** The only quantity of a text. */
function only(text: string): FoundQuantity {
  const { quantities } = quantitiesIn(text);
  const [first] = quantities;
  if (first === undefined || quantities.length > 1) throw new Error(`${text}: ${quantities.map(({ raw }) => raw)}`);
  return first;
}
function all(text: string) {
  return quantitiesIn(text).quantities;
}

describe('values and measure words', () => {
  it.each([
    ['新增学位1500个', 1500, '个', 1],
    ['为70万妇女免费筛查', 70, '万', 1e4],
    ['托管服务15万人次', 15, '万人次', 1e4],
    ['200万名学生', 200, '万名', 1e4],
    ['收入77.1亿元', 77.1, '亿元', 1e8],
    ['完成投资 230 亿元', 230, '亿元', 1e8],
    ['利用外资5100万美元', 5100, '万美元', 1e4],
    ['拆除违建400万平方米', 400, '万平方米', 1e4],
    ['浓度35微克/立方米', 35, '微克/立方米', 1],
    ['装机391万千瓦', 391, '万千瓦', 1e4],
    ['压减至80个工作日', 80, '个工作日', 1],
    ['提高4.6个百分点', 4.6, '个百分点', 1],
    ['增长率6‰', 6, '‰', 1],
    ['达到百分之五', 5, '%', 1],
    ['完成一千二百户', 1200, '户', 1],
    ['惠及三百万人', 300, '万人', 1e4],
    ['办好十所学校', 10, '所', 1],
    ['组建两个集团', 2, '个', 1],
    ['实施百栋楼宇更新', 100, '栋', 1],
    ['提速半小时', 0.5, '小时', 1],
    ['占税收6成', 6, '成', 10],
    ['拆违12,345平方米', 12345, '平方米', 1],
  ])('%s', (text, value, unit, scale) => {
    expect(only(text)).toMatchObject({ value, unit, scale });
  });

  it('points at the number with its bound and its measure word', () => {
    const text = '直接服务不少于40小时/人，共30节';
    const found = all(text)[0];
    expect(found).toMatchObject({ raw: '不少于40小时/人', from: 4, to: 13, digitsFrom: 7, digitsTo: 9, per: '人' });
    expect(text.slice(found?.from, found?.to)).toBe(found?.raw);
  });

  it.each([
    ['占全市约1/5', 0.2, '全市'],
    ['占全市的三分之二', 2 / 3, '全市'],
    ['占全部学校的一半以上', 0.5, '全部学校'],
  ])('%s is a fraction of the whole', (text, value, of) => {
    expect(only(text)).toMatchObject({ value, form: 'ratio', share: { of } });
  });

  it('keeps every part of a ratio', () => {
    expect(only('二、三次产业结构为2.02:97.98')).toMatchObject({ value: 2.02, form: 'ratio', parts: [2.02, 97.98] });
    expect(only('二三产比例为29:71')).toMatchObject({ parts: [29, 71] });
    expect(only('三次产业比调整为5:45:50')).toMatchObject({ parts: [5, 45, 50] });
  });

  it.each([
    ['比2010年翻一番', 2],
    ['数量翻两番', 4],
    ['数量实现翻番', 2],
    ['交易额增长6.4倍', 6.4],
    ['出口增长近两倍', 2],
  ])('%s is a multiple', (text, value) => {
    expect(only(text)).toMatchObject({ value, unit: '倍', form: 'multiple', direction: 1 });
  });

  it('tells how often and for how many', () => {
    expect(only('调处率每年达99.3%以上')).toMatchObject({ frequency: '每年' });
    expect(only('网上7×24小时在线')).toMatchObject({ value: 24, unit: '小时', frequency: '7×24' });
    expect(only('每千人口拥有托位3个')).toMatchObject({ value: 3, unit: '个', per: '千人口' });
  });

  it('knows an estimate until the sentence ends', () => {
    expect(all('预计实现零售总额470亿元、同比增长8%。出口6亿美元').map((each) => each.provisional === true)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('parts stock from flow', () => {
    expect(all('新引入机构51家，累计达203家').map((each) => each.cumulative === true)).toEqual([false, true]);
    expect(only('长者饭堂增至87个')).toMatchObject({ cumulative: true, direction: 1 });
    expect(only('企业总数达3406家')).toMatchObject({ cumulative: true });
    expect(only('经济总量突破3万亿元').cumulative).toBeUndefined();
  });

  it('marks numbers that only serve another one', () => {
    expect(all('引进10亿元以上项目20个').map(({ serves }) => serves)).toEqual(['criterion', undefined]);
    expect(all('在年度计划综合压减17.8%的基础上，再压减15%').map(({ serves }) => serves)).toEqual(['base', undefined]);
    expect(all('引进10亿元以上3个').map(({ serves }) => serves)).toEqual(['criterion', undefined]);
    expect(only('完成85万平方米以上的旧城区改造').serves).toBeUndefined();
  });
});

describe('comparators', () => {
  it.each([
    ['纳管率95%以上', '>=', undefined],
    ['不少于2万家次', '>=', undefined],
    ['化解率超97%', '>=', 'over'],
    ['占税收逾6成', '>=', 'over'],
    ['组织演练70余次', '>=', 'over'],
    ['4.7万余名党员', '>=', 'over'],
    ['支持60多栋楼宇', '>=', 'over'],
    ['突破4万亿元大关', '>=', 'over'],
    ['集聚上千家企业', '>=', 'over'],
    ['众创空间数量双上百，', '>=', 'over'],
    ['至少建成3个公园', '>=', undefined],
    ['失业率控制在2.7%以内', '<=', undefined],
    ['压减至80个工作日以内', '<=', undefined],
    ['不超过3天', '<=', undefined],
    ['2小时内到场', '<=', undefined],
    ['失业率低于4%', '<=', 'under'],
    ['增长7.5%左右', '~', undefined],
    ['返校学生约20.3万名', '~', undefined],
    ['近1000万平方米', '~', 'under'],
    ['近6成属新业态', '~', 'under'],
    ['签约60个', '=', undefined],
    ['侦破5起', '=', undefined],
    ['节约100万元', '=', undefined],
  ])('%s: %s', (text, comparator, nuance) => {
    const found = only(text);
    expect(found.comparator).toBe(comparator);
    expect(found.nuance).toBe(nuance);
  });

  it.each([
    ['增长6.5-7%', 6.5, 7, '%'],
    ['增长6%—6.5%', 6, 6.5, '%'],
    ['每街5至10家', 5, 10, '家'],
    ['投资3万-5万元', 3, 5, '万元'],
    ['三到五个示范点', 3, 5, '个'],
    ['两三个月', 2, 3, '个月'],
  ])('%s is a range', (text, value, upper, unit) => {
    expect(only(text)).toMatchObject({ value, upper, unit, comparator: 'range' });
  });

  it('lets one bound rule the members of a list that begin with their number, and 以上 its own number alone', () => {
    const ruled = all('推出不少于200场演出、400场阅读以及1000场放映，指导300课时');
    expect(ruled.map(({ comparator }) => comparator)).toEqual(['>=', '>=', '>=', '=']);
    expect(all('推出5处以上去处、18个示范点').map(({ comparator }) => comparator)).toEqual(['>=', '=']);
  });
});

describe('change and share', () => {
  it.each([
    ['实现增加值1807亿元、同比增长7.6%', 1, { type: 'yoy' }],
    ['税收收入877.6亿元，下降1.7%', -1, { type: 'unstated' }],
    ['年均增长10%以上', 1, { type: 'annual' }],
    ['区本级信访量年均下降34.7%', -1, { type: 'annual' }],
    ['比2010年提高4.6个百分点', 1, { type: 'since', base: '2010年' }],
    ['比上年提高1.3个百分点', 1, { type: 'yoy', base: '上年' }],
    ['比“十一五”时期增长60%', 1, { type: 'since', base: '“十一五”时期' }],
    ['能耗累计下降22%以上', -1, { type: 'cumulative' }],
    ['年均增长都为7%', 1, { type: 'annual' }],
    ['制定的8%增长目标', 1, { type: 'unstated' }],
    ['年平均浓度同比下降24%', -1, { type: 'yoy' }],
    ['审批时限压缩了30%以上', -1, { type: 'unstated' }],
    ['价格涨幅3%左右', 1, { type: 'unstated' }],
  ])('%s', (text, direction, growth) => {
    expect(all(text).at(-1)).toMatchObject({ direction, growth });
  });

  it('a rise written with a minus is a fall, as is 负增长', () => {
    expect(only('一季度增长-0.3%')).toMatchObject({ value: -0.3, direction: -1 });
    expect(only('投资负增长0.3%')).toMatchObject({ value: 0.3, direction: -1 });
  });

  it('减税 is no fall and 整治提升 no rise of what is counted', () => {
    expect(only('为企业减税114亿元').direction).toBeUndefined();
    expect(only('整治提升市场17个').direction).toBeUndefined();
    expect(only('新增市场17个')).toMatchObject({ direction: 1 });
  });

  it('a rate that is raised to a level is a level', () => {
    expect(only('覆盖率提高到95%')).toMatchObject({ direction: 1, share: {} });
    expect(only('覆盖率提高到95%').growth).toBeUndefined();
    expect(only('死亡率降至3.2‰').growth).toBeUndefined();
  });

  it.each([
    ['占全区GDP49%', '全区GDP'],
    ['占地区生产总值比重达70%', '地区生产总值'],
    ['占一般公共预算支出的75%以上', '一般公共预算支出'],
    ['总量占全市32%', '全市'],
  ])('%s is a share', (text, of) => {
    expect(only(text)).toMatchObject({ share: { of } });
  });
});

describe('rank and streak', () => {
  it.each([
    ['增速全市第一，', 1, '全市', undefined],
    ['考评均位居全市各区第一。', 1, '全市各区', undefined],
    ['连年位居全省各县（市、区）第一。', 1, '全省各县（市、区）', undefined],
    ['增速居全省第5位', 5, '全省', undefined],
    ['排名全市前三，', 3, '全市', true],
    ['吞吐量保持世界第三、', 3, '世界', undefined],
  ])('%s', (text, n, scope, band) => {
    expect(only(text)).toMatchObject({ form: 'rank', rank: { n, scope, ...(band ? { band } : {}) } });
  });

  it.each(['第一产业', '把安全放在第一位', '第三批项目', '培育第一书记', '第三方评价', '前三季度', '目前三家'])(
    '%s is no rank',
    (text) => {
      expect(all(text).filter(({ form }) => form === 'rank')).toEqual([]);
    },
  );

  it('counts streaks beside the rank they hold', () => {
    expect(all('总量连续十三年全市第一')).toMatchObject([
      { form: 'streak', streak: { n: 13, unit: '年' }, raw: '连续十三年' },
      { form: 'rank', rank: { n: 1, scope: '全市' } },
    ]);
    expect(only('连续6个月达标')).toMatchObject({ streak: { n: 6, unit: '个月' } });
    expect(only('荣获八连冠')).toMatchObject({ streak: { n: 8, unit: '连冠' } });
    expect(only('提前一年完成')).toMatchObject({ value: 1, unit: '年', form: 'duration' });
  });
});
